// SPDX-License-Identifier: GPL-3.0-or-later
// How the form of the call desk comes by a place and a class.
#include "models/domain/language.h"
#include "models/view/casewords.h"
#include "models/view/classgroups.h"
#include "ui/panels/answer.h"
#include "ui/panels/intakeform.h"
#include "ui/panels/photostrip.h"
#include "ui/panels/placewords.h"
#include "ui/panels/suggestfield.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

#include <algorithm>
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
        say(Subject::Place, u"error"_s, found.error().message);
        return;
    }
    mCandidates = found.value();
    QList<Choice> choices;
    for (const PlaceCandidate &one : std::as_const(mCandidates)) {
        const QString where = one.kind == PlaceCandidate::Kind::Coordinates && one.grid.isEmpty()
                                  ? tr("outside of the district")
                                  : one.where;
        choices.append({candidateId(choices.size()), titleOf(one), where, kindWord(one)});
    }
    const bool wasEntered = std::exchange(mTakeFirst, false);
    const bool take = wasEntered && !mCandidates.isEmpty();
    mPlaceField->setChoices(choices);
    if (take) {
        mPlaceField->close();
        chooseCandidate(candidateId(0));
    } else if (wasEntered && !mPlaceField->field()->text().trimmed().isEmpty()) {
        sayUnknownPlace();
        goBackToPlace();
    }
    update();
}

/** Unless something has been entered behind it. */
void IntakeForm::goBackToPlace()
{
    const bool isBehind =
        mClassField->field()->hasFocus() && mClassField->field()->text().isEmpty();
    if (isBehind || (mClass && mText->hasFocus() && words().isEmpty())) {
        focusPlace();
    }
}

void IntakeForm::sayUnknownPlace()
{
    say(Subject::Place,
        u"error"_s,
        tr("No place here is called “%1”. Type less of it or something else near by, or click the "
           "place on the map.")
            .arg(mPlaceField->field()->text().trimmed()));
}

/** A class that is there already is not written over by what is typed next. */
void IntakeForm::goToClass()
{
    if (mClass) {
        mText->setFocus(Qt::TabFocusReason);
    } else {
        mClassField->setFocus(Qt::TabFocusReason);
    }
}

void IntakeForm::passClass()
{
    const QString typed = mClassField->field()->text().trimmed();
    if (!mClass && !typed.isEmpty()) {
        say(Subject::Class,
            u"error"_s,
            tr("No class is called “%1”. Type its code, the initials of its pinyin or a word of "
               "its name.")
                .arg(typed));
        // The words of a caller come once: they go where they belong, the class is chosen later.
    }
    mText->setFocus(Qt::TabFocusReason);
}

void IntakeForm::passPlace()
{
    if (mPlace || mPlaceField->field()->text().trimmed().isEmpty()) {
        goToClass();
        return;
    }
    if (mTyping.isActive()) {
        locate();
    }
    mTakeFirst = mLocated != mLocating;
    if (mTakeFirst) {
        goToClass(); // the answer will not take long
    } else if (!mCandidates.isEmpty() && !mPlace) {
        chooseCandidate(candidateId(0));
    } else if (!mPlace) {
        sayUnknownPlace();
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
        say(Subject::Place,
            u"info"_s,
            tr("“%1” is an area. Type an address in it, or click the place on the map.")
                .arg(chosen.title));
        emit areaNamed(chosen);
        return;
    }
    const QString typed = mPlaceField->field()->text().trimmed();
    mPlace = chosen.place;
    mExact = chosen.exact;
    mComponent = chosen.kind == PlaceCandidate::Kind::Component ? chosen.id : QString();
    const bool isAddress = chosen.kind == PlaceCandidate::Kind::Address;
    const bool isNear = isAddress && !chosen.exact; // what was typed says more
    if (!isNear && chosen.kind != PlaceCandidate::Kind::Coordinates) {
        mPlaceField->field()->setText(titleOf(chosen));
        mPlaceField->field()->setCursorPosition(0);
    }
    if (mAddress->text() == mOfferedAddress) {
        offerAddress(isNear      ? typed
                     : isAddress ? chosen.title
                                 : QString(),
                     isNear ? IntakeContent::AddressFrom::Place
                            : IntakeContent::AddressFrom::Program);
    }
    say(Subject::Place,
        chosen.exact ? QString() : u"info"_s,
        chosen.exact ? QString()
        : isNear ? tr("“%1” is not known here. The place taken is “%2”, the nearest number known "
                      "in the same street: click the map where it really is.")
                       .arg(typed, chosen.title)
                 : tr("The place is near “%1”, not exact. Click the map where it is.")
                       .arg(chosen.title));
    if (!chosen.classCode.isEmpty() && !mClass) {
        chooseClass(classId({{}, CaseKind::Component, chosen.classCode}));
    }
    readFacts();
    if (isOutside()) {
        return; // another one is typed in its stead
    }
    if (mPlaceField->field()->hasFocus()) { // who has gone on meanwhile is not called back
        goToClass();
    } else if (mClassField->field()->hasFocus() && !chosen.classCode.isEmpty() && mClass) {
        goToClass(); // the component has brought it
    }
}

void IntakeForm::offerAddress(const QString &address, IntakeContent::AddressFrom from)
{
    mOfferedAddress = address;
    mOfferedFrom = from;
    mAddress->setText(address);
}

IntakeContent::AddressFrom IntakeForm::addressFrom() const
{
    return mAddress->text() == mOfferedAddress && !mOfferedAddress.isEmpty()
               ? mOfferedFrom
               : IntakeContent::AddressFrom::Caller;
}

void IntakeForm::setPlace(const GeoPoint &place)
{
    const QString typed = mPlaceField->field()->text().trimmed();
    const bool isUnknown = !mPlace && !typed.isEmpty() && mCandidates.isEmpty() &&
                           mLocated == mLocating && !mTyping.isActive();
    mPlace = place;
    mExact = true;
    mComponent.clear();
    if (isUnknown && mAddress->text() == mOfferedAddress) {
        // Nobody here knows the place by that name, but the caller calls it so.
        offerAddress(typed, IntakeContent::AddressFrom::Place);
    } else if (addressFrom() == IntakeContent::AddressFrom::Program) {
        offerAddress({}, IntakeContent::AddressFrom::Program); // of another place
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
    forgetSaid(Subject::Place);
    readFacts();
    if (!isOutside() && !mClass && mClassField->field()->text().isEmpty()) {
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
        say(Subject::Place,
            u"error"_s,
            tr("The grid of this place could not be read: %1 What you entered is kept.")
                .arg(facts.error().message));
        update();
        return;
    }
    mFacts = facts.value();
    if (mAddress->text().isEmpty() && mOfferedAddress.isEmpty() && !mFacts->address.isEmpty()) {
        // The nearest door is where the place is, not what the caller has told.
        offerAddress(tr("near %1").arg(mFacts->address), IntakeContent::AddressFrom::Program);
    }
    const bool isError = mNotice->property("level").toString() == "error"_L1;
    if (isOutside()) {
        say(Subject::Place,
            u"warning"_s,
            tr("This place lies outside of the district: no grid here is responsible. Type "
               "another one, or click inside of the district."));
        goBackToPlace();
    } else if (mSaidOf == Subject::Place && isError) {
        say(Subject::Place, {}, {}); // it could not be read before
    }
    update();
    emit questionChanged();
}

QString IntakeForm::className(const CatalogueEntry &entry) const
{
    const bool english = isEnglish();
    return english && !entry.nameEn.isEmpty() ? entry.nameEn : entry.name;
}

void IntakeForm::findClasses(const QString &text)
{
    QList<Choice> choices;
    if (mClasses && !text.trimmed().isEmpty()) {
        for (const CatalogueEntry &entry : mClasses->find(text, kMostClasses)) {
            choices.append({classId(entry.key),
                            className(entry),
                            u"%1 · %2"_s.arg(case_words::word(entry.key.kind), groupWord(entry)),
                            entry.key.code});
        }
    }
    const bool isUnknown = mClasses && !mClass && choices.isEmpty() && !text.trimmed().isEmpty();
    mUnknownClass->setVisible(isUnknown);
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

void IntakeForm::fitClass()
{
    QLineEdit *field = mClassField->field();
    if (!mClass) {
        field->setToolTip({});
        return;
    }
    constexpr int kFrameAndButton = 52; // the button clears the field
    const QString name = className(*mClass);
    const QString code = u"  "_s + mClass->key.code;
    const QFontMetrics metrics = field->fontMetrics();
    const int room =
        std::max(0, field->width() - kFrameAndButton - metrics.horizontalAdvance(code));
    field->setText(metrics.elidedText(name, Qt::ElideRight, room) + code);
    field->setToolTip(name + code);
    field->setCursorPosition(0);
}

void IntakeForm::setClass(const std::optional<CatalogueEntry> &entry)
{
    mWantedClass = {};
    if (mClass == entry) {
        return;
    }
    mClass = entry;
    if (mClass) {
        fitClass();
        mUnknownClass->hide();
        if (mSaidOf == Subject::Class) {
            say(Subject::Class, {}, {}); // it is known now
        }
    }
    emit questionChanged();
}

void IntakeForm::takePhotoPlace()
{
    if (const std::optional<GeoPoint> place = mPhotos->photoPlace()) {
        setPlace(*place);
        // Words of another place would stand above the grid of this one.
        const QSignalBlocker quiet(mPlaceField->field());
        mPlaceField->field()->setText(toDisplayText(*place));
        emit edited();
    } else {
        setNotice(u"info"_s, tr("No picture here says where it was taken."));
    }
}

} // namespace gridward
