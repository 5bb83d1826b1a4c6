// SPDX-License-Identifier: GPL-3.0-or-later
// How the form of the call desk comes by a place and a class.
#include "models/view/casewords.h"
#include "ui/panels/answer.h"
#include "ui/panels/intakeform.h"
#include "ui/panels/photostrip.h"
#include "ui/panels/suggestfield.h"

#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMostCandidates = 12;
constexpr int kMostClasses = 12;

QString candidateId(qsizetype row)
{
    return QString::number(row);
}

QString kindWord(const PlaceCandidate &one)
{
    switch (one.kind) {
    case PlaceCandidate::Kind::Coordinates:
        return IntakeForm::tr("Coordinates");
    case PlaceCandidate::Kind::Address:
        return one.exact ? IntakeForm::tr("Address") : IntakeForm::tr("Near this");
    case PlaceCandidate::Kind::KeyPlace:
        return IntakeForm::tr("Key place");
    case PlaceCandidate::Kind::Component:
        return IntakeForm::tr("Component %1").arg(one.id);
    case PlaceCandidate::Kind::Grid:
        return IntakeForm::tr("Grid %1").arg(one.id);
    case PlaceCandidate::Kind::Division:
        return IntakeForm::tr("Area");
    }
    return {};
}

} // namespace

void IntakeForm::readClasses()
{
    whenAnswered(mIntake.classes(),
                 mDistrict,
                 this,
                 [this](const Result<std::shared_ptr<const ClassFinder>> &classes) {
                     if (!classes) {
                         return; // the state of the store is told elsewhere
                     }
                     mClasses = classes.value();
                     if (!mWantedClass.code.isEmpty()) {
                         chooseClass(classId(mWantedClass));
                     }
                 });
}

void IntakeForm::locate()
{
    mTyping.stop();
    const QString text = mPlaceField->field()->text().trimmed();
    const int question = ++mLocating;
    if (text.isEmpty()) {
        takeCandidates(QList<PlaceCandidate>());
        mLocated = question;
        return;
    }
    whenAnswered(mIntake.locate(text, kMostCandidates),
                 mDistrict,
                 this,
                 [this, question](const Result<QList<PlaceCandidate>> &found) {
                     if (question == mLocating) {
                         mLocated = question;
                         takeCandidates(found);
                     }
                 });
}

void IntakeForm::takeCandidates(const Result<QList<PlaceCandidate>> &found)
{
    if (!found) {
        setNotice(u"error"_s, found.error().message);
        return;
    }
    mCandidates = found.value();
    QList<Choice> choices;
    for (const PlaceCandidate &one : std::as_const(mCandidates)) {
        const QString where = one.kind == PlaceCandidate::Kind::Coordinates && one.grid.isEmpty()
                                  ? tr("outside of the district")
                                  : one.where;
        choices.append({candidateId(choices.size()), one.title, where, kindWord(one)});
    }
    const bool take = std::exchange(mTakeFirst, false) && !mCandidates.isEmpty();
    mPlaceField->setChoices(choices);
    if (take) {
        mPlaceField->close();
        chooseCandidate(candidateId(0));
    }
    update();
}

void IntakeForm::passPlace()
{
    if (mPlace || mPlaceField->field()->text().trimmed().isEmpty()) {
        mClassField->setFocus(Qt::TabFocusReason);
        return;
    }
    if (mTyping.isActive()) {
        locate();
    }
    mTakeFirst = mLocated != mLocating;
    if (mTakeFirst) {
        mClassField->setFocus(Qt::TabFocusReason); // the answer will not take long
    } else if (!mCandidates.isEmpty() && !mPlace) {
        chooseCandidate(candidateId(0));
    } else {
        mClassField->setFocus(Qt::TabFocusReason);
    }
}

void IntakeForm::chooseCandidate(const QString &id)
{
    const qsizetype row = id.toLongLong();
    if (row < 0 || row >= mCandidates.size()) {
        return;
    }
    const PlaceCandidate chosen = mCandidates.at(row);
    if (chosen.kind == PlaceCandidate::Kind::Division) {
        // A street is no place: a case in the middle of one would be an invented one.
        setNotice(u"info"_s,
                  tr("“%1” is an area. Type an address in it, or click the place on the map.")
                      .arg(chosen.title));
        emit areaNamed(chosen);
        return;
    }
    const QString typed = mPlaceField->field()->text().trimmed();
    mPlace = chosen.place;
    mExact = chosen.exact;
    mComponent = chosen.kind == PlaceCandidate::Kind::Component ? chosen.id : QString();
    if (chosen.exact && chosen.kind != PlaceCandidate::Kind::Coordinates) {
        mPlaceField->field()->setText(chosen.title);
    }
    if (mAddress->text() == mOfferedAddress) {
        const bool isAddress = chosen.kind == PlaceCandidate::Kind::Address;
        mOfferedAddress = isAddress && chosen.exact ? chosen.title : isAddress ? typed : QString();
        mAddress->setText(mOfferedAddress);
    }
    setNotice(chosen.exact ? QString() : u"info"_s,
              chosen.exact ? QString()
                           : tr("The place is near “%1”, not exact. Click the map where it is.")
                                 .arg(chosen.title));
    if (!chosen.classCode.isEmpty() && !mClass) {
        chooseClass(classId({{}, CaseKind::Component, chosen.classCode}));
    }
    readFacts();
    if (mPlaceField->field()->hasFocus()) { // who has gone on meanwhile is not called back
        mClassField->setFocus(Qt::TabFocusReason);
    }
}

void IntakeForm::setPlace(const GeoPoint &place)
{
    mPlace = place;
    mExact = true;
    mComponent.clear();
    if (mAddress->text() == mOfferedAddress) {
        mOfferedAddress.clear(); // of another place; that of this one is offered
        mAddress->clear();
    }
    mTakeFirst = false;
    ++mLocating;
    mLocated = mLocating;
    mTyping.stop();
    mPlaceField->close();
    if (mPlaceField->field()->text().trimmed().isEmpty()) {
        const QSignalBlocker quiet(mPlaceField->field());
        mPlaceField->field()->setText(toDisplayText(place));
    }
    setNotice({}, {});
    readFacts();
    if (!mClass && mClassField->field()->text().isEmpty()) {
        mClassField->setFocus(Qt::OtherFocusReason);
    }
}

void IntakeForm::forgetPlace()
{
    if (mPlace) {
        mPlace.reset();
        mFacts.reset();
        mComponent.clear();
        ++mAsking;
        mAnswered = true;
        mWaiting.reset();
        mPhotos->setPlace({});
        emit questionChanged();
    }
}

void IntakeForm::readFacts()
{
    mFacts.reset();
    mAnswered = false;
    mPhotos->setPlace(mPlace);
    const int question = ++mAsking;
    emit questionChanged();
    whenAnswered(mDistrict.placeFacts(*mPlace),
                 mDistrict,
                 this,
                 [this, question](const Result<PlaceFacts> &facts) {
                     if (question == mAsking) {
                         mAnswered = true;
                         takeFacts(facts);
                     }
                 });
}

void IntakeForm::takeFacts(const Result<PlaceFacts> &facts)
{
    if (!facts) {
        mWaiting.reset();
        setNotice(u"error"_s,
                  tr("The grid of this place could not be read: %1 What you entered is kept.")
                      .arg(facts.error().message));
        update();
        return;
    }
    mFacts = facts.value();
    if (mAddress->text().isEmpty() && mOfferedAddress.isEmpty()) {
        mAddress->setText(mFacts->address);
    }
    if (mAddress->text() == mFacts->address) {
        mOfferedAddress = mFacts->address; // so it was in a draft, too
    }
    if (mFacts->grid.isEmpty()) {
        setNotice(u"warning"_s,
                  tr("This place lies outside of the district: no grid here is responsible. Type "
                     "another one, or click inside of the district."));
    }
    update();
    emit questionChanged();
}

QString IntakeForm::className(const CatalogueEntry &entry) const
{
    const bool english = QLocale().language() != QLocale::Chinese;
    return english && !entry.nameEn.isEmpty() ? entry.nameEn : entry.name;
}

void IntakeForm::findClasses(const QString &text)
{
    QList<Choice> choices;
    if (mClasses && !text.trimmed().isEmpty()) {
        for (const CatalogueEntry &entry : mClasses->find(text, kMostClasses)) {
            choices.append({classId(entry.key),
                            className(entry),
                            u"%1 · %2"_s.arg(case_words::word(entry.key.kind), entry.majorName),
                            entry.key.code});
        }
    }
    mClassField->setChoices(choices);
}

void IntakeForm::chooseClass(const QString &id)
{
    if (!mClasses) {
        return;
    }
    const QString code = id.section(u'/', 1);
    for (const CatalogueEntry &entry : mClasses->find(code, kMostClasses)) {
        if (classId(entry.key) == id) {
            setClass(entry);
            return;
        }
    }
}

void IntakeForm::setClass(const std::optional<CatalogueEntry> &entry)
{
    mWantedClass = {};
    if (mClass == entry) {
        return;
    }
    mClass = entry;
    if (mClass) {
        mClassField->field()->setText(u"%1  %2"_s.arg(className(*mClass), mClass->key.code));
        mClassField->field()->setCursorPosition(0);
    }
    emit questionChanged();
}

void IntakeForm::takePhotoPlace()
{
    if (const std::optional<GeoPoint> place = mPhotos->photoPlace()) {
        setPlace(*place);
    } else {
        setNotice(u"info"_s, tr("No picture here says where it was taken."));
    }
}

} // namespace gridward
