// SPDX-License-Identifier: GPL-3.0-or-later
// How the form of the call desk is sent: what it lacks, what it waits for, what comes back.
#include "models/domain/rights.h"
#include "models/service/personalport.h"
#include "models/view/casewords.h"
#include "ui/panels/answer.h"
#include "ui/panels/callerfields.h"
#include "ui/panels/intakeform.h"
#include "ui/panels/levelchips.h"
#include "ui/panels/photostrip.h"
#include "ui/panels/suggestfield.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

ReportDraft IntakeForm::draft() const
{
    ReportDraft draft;
    if (mClass) {
        draft.kind = mClass->key.kind;
        draft.classCode = mClass->key.code;
    }
    draft.place = mPlace;
    draft.text = words();
    draft.address = address();
    draft.source =
        caseSourceFromId(mSource->currentData().toString()).value_or(CaseSource::Hotline);
    draft.level = mLevel->level();
    draft.attachments = mPhotos->attachments();
    draft.component = mComponent;
    return draft;
}

/** The first of the fields that is not as it must be. */
IntakeForm::Missing IntakeForm::missing() const
{
    if (!mDistrict.may(Thing::Case, toId(CaseAction::Report))) {
        return Missing::Right;
    }
    if (!mPlace) {
        return Missing::Place;
    }
    if (isOutside()) {
        return Missing::PlaceInside;
    }
    if (!mClass) {
        return Missing::Class;
    }
    if (words().isEmpty()) {
        return Missing::Words;
    }
    return mCaller->isAsked() && !mCaller->isPhoneValid() ? Missing::Phone : Missing::Nothing;
}

QString IntakeForm::missingText() const
{
    const User &user = mDistrict.user();
    switch (missing()) {
    case Missing::Right:
        return tr("You work as %1 (%2), who cannot report.")
            .arg(user.name, case_words::roleWord(user.role));
    case Missing::Place:
        return tr("Still needed: the place.");
    case Missing::PlaceInside:
        return tr("Still needed: a place inside of the district.");
    case Missing::Class:
        return tr("Still needed: the class.");
    case Missing::Words:
        return tr("Still needed: what the problem is.");
    case Missing::Phone:
        return CallerFields::phoneError();
    case Missing::Nothing:
        break;
    }
    return {};
}

void IntakeForm::goToMissing()
{
    switch (missing()) {
    case Missing::Place:
    case Missing::PlaceInside:
        focusPlace();
        break;
    case Missing::Class:
        mClassField->setFocus(Qt::TabFocusReason);
        findClasses(mClassField->field()->text()); // what was typed is still to be chosen
        break;
    case Missing::Words:
        mText->setFocus(Qt::TabFocusReason);
        break;
    case Missing::Phone:
        mCaller->focusPhone();
        for (QWidget *around = parentWidget(); around != nullptr; around = around->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(around)) {
                area->ensureWidgetVisible(mCaller); // what is wrong stands below it
            }
        }
        break;
    case Missing::Right:
    case Missing::Nothing:
        break;
    }
}

void IntakeForm::focusFirstOpen()
{
    goToMissing();
    if (missing() == Missing::Nothing) {
        mText->setFocus(Qt::OtherFocusReason);
        mText->moveCursor(QTextCursor::End);
    }
    for (QLineEdit *line : {mPlaceField->field(), mClassField->field()}) {
        if (line->hasSelectedText()) {
            line->end(false);
        }
    }
}

QString IntakeForm::unreadText() const
{
    if (!missingText().isEmpty()) {
        return {}; // that comes first
    }
    if (mWaiting) {
        return tr("Is registered as soon as everything is read …");
    }
    if (!mFacts && mAnswered) {
        return tr("The grid of this place could not be read. Registering tries it again.");
    }
    if (!mFacts || mPhotos->isLoading()) {
        return tr("A moment: something is still being read.");
    }
    return {};
}

void IntakeForm::send()
{
    report({});
}

void IntakeForm::join(const Case &known)
{
    if (!mClass) {
        chooseClass(classId(known.classKey)); // the same problem is of the same class
    }
    report(known);
}

void IntakeForm::report(const std::optional<Case> &known)
{
    if (mRunning) {
        return;
    }
    if (const QString missing = missingText(); !missing.isEmpty()) {
        // The line below the telephone number says it already.
        const bool isPhone = this->missing() == Missing::Phone;
        say(Subject::Missing, u"warning"_s, isPhone ? QString() : missing);
        goToMissing();
        update();
        return;
    }
    if (!mFacts || mPhotos->isLoading()) {
        mWaiting = Order{known};
        setNotice({}, {});
        if (!mFacts && mAnswered) {
            readFacts(); // the one before failed
        }
        update();
        return;
    }
    ReportDraft order = draft();
    if (known) {
        order.duplicateOf = known->id;
    }
    mRunning = true;
    setNotice({}, {});
    update();
    const Caller caller = mCaller->caller();
    const bool hasCaller = mPersonal != nullptr && mCaller->isAsked() && !caller.isEmpty();
    whenAnswered(hasCaller ? mPersonal->report(order, caller) : mDistrict.report(order),
                 mDistrict,
                 this,
                 [this, number = known ? known->number : QString()](const Result<Case> &outcome) {
                     takeOutcome(outcome, number);
                 });
}

/** Something was read; perhaps it was what a report waits for. */
void IntakeForm::goOn()
{
    if (!mWaiting || !mFacts || mPhotos->isLoading()) {
        return;
    }
    const Order order = *std::exchange(mWaiting, std::nullopt);
    if (mPhotos->paths().size() != mPhotos->attachments().size()) {
        // Whoever sent it meant all of the pictures.
        setNotice(u"warning"_s,
                  tr("Not registered yet: a picture cannot go with it. Take it out, or register "
                     "again without it."));
        update();
        return;
    }
    report(order.known);
}

void IntakeForm::takeOutcome(const Result<Case> &outcome, const QString &known)
{
    mRunning = false;
    if (!outcome) {
        setNotice(u"error"_s,
                  tr("Not registered: %1 What you entered is kept.").arg(outcome.error().message));
        update();
        return;
    }
    forgetPasted(mPhotos->paths()); // they are in the store
    forgetDiscarded();
    clear();
    focusPlace();
    emit sent(outcome.value(), known);
}

} // namespace gridward
