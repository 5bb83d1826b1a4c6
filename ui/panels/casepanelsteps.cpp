// SPDX-License-Identifier: GPL-3.0-or-later
// The panel of a case while a step of it is being entered and written: drafts and conflicts.
#include "models/domain/language.h"
#include "models/view/casewords.h"
#include "models/view/stepwords.h"
#include "ui/panels/answer.h"
#include "ui/panels/callerline.h"
#include "ui/panels/caseactionform.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/conflictview.h"
#include "ui/panels/stepdrafts.h"
#include "ui/panels/typingguard.h"

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

// Logical pixels of height.
constexpr int kLeastDetails = 160; ///< beside a conflict: less says nothing
constexpr int kRoomForFormAndDetails = 560;
constexpr int kLeastBesideForm = 96; ///< of the details: the problem and the address

/** Only this user worked on it since, and took it all back: there is nothing to decide between. */
bool isAsBegun(const CaseFile &file, int version, const QString &user)
{
    const bool isOwn = std::ranges::all_of(file.events, [&](const CaseEvent &event) {
        return event.sequence <= version || event.actor == user;
    });
    const std::optional<Case> then = isOwn ? caseAtVersion(file, version) : std::nullopt;
    const Case &now = file.subject;
    return then && then->state == now.state && then->unit == now.unit &&
           then->person == now.person && then->dueAt == now.dueAt && then->level == now.level &&
           then->classKey == now.classKey && then->text == now.text &&
           then->address == now.address && then->grid == now.grid;
}

} // namespace

void CasePanel::startAction(CaseAction action)
{
    if (!mShown || mRunning) {
        return;
    }
    if (!mFile) {
        mWanted = action;
        return;
    }
    const ActionOffer *offer = offerOf(action);
    if (offer == nullptr || !offer->allowed) {
        setNotice(Notice::Warning,
                  tr("%1: %2").arg(case_words::word(action),
                                   offer != nullptr ? reasonText(*offer) : tr("not possible")));
        return;
    }
    if (isInConflict()) {
        mRestored = false;
        mConflict->setFocus(Qt::OtherFocusReason); // first what somebody else did
        return;
    }
    if (!mForm->isHidden() && (mForm->action() == action || mForm->isTouched())) {
        keepEntering(action);
        return;
    }
    openForm(action);
}

/** The form of a step is open already: what was typed into it is not for a key to wipe away. */
void CasePanel::keepEntering(CaseAction action)
{
    mRestored = false; // it is being entered again
    if (mForm->action() != action) {
        setNotice(Notice::Warning,
                  tr("“%1” is being entered here. Send it, or leave it with Esc, before “%2”.")
                      .arg(case_words::word(mForm->action()), case_words::word(action)));
    }
    mForm->focusFirst();
}

void CasePanel::openForm(CaseAction action)
{
    setNotice(Notice::None, {});
    mActionBox->hide(); // one thing at a time
    mRestored = false;
    mRestore = false;
    const auto draft =
        mDrafts != nullptr ? mDrafts->of(mShown->toText(), toId(action)) : std::nullopt;
    mForm->open(*mFile, action);
    fitDetails();
    if (!draft || draft->value("action"_L1).toString() != toId(action)) {
        return;
    }
    mForm->restore(*draft);
    if (const int version = draft->value("version"_L1).toInt(); version != mFile->subject.version) {
        openConflict(version);
    } else {
        mForm->focusFirst(); // there is more to fill in, or less
    }
}

void CasePanel::run(const ActionRequest &request)
{
    if (!mShown || mRunning) {
        return;
    }
    mRunning = true;
    mForm->setRunning(true);
    setNotice(Notice::None, {});
    const QString target = mForm->isHidden() ? QString() : mForm->targetName();
    const QString done = mFile ? stepText(request,
                                          mFile->subject.state,
                                          mFile->process.request.answers,
                                          mDistrict.user().role)
                               : case_words::word(request.action);
    const Sent sent{++mRun,
                    *mShown,
                    mNumber->text(),
                    request,
                    target.isEmpty() ? done : done + u" → "_s + target,
                    mForm->content(),
                    mDistrict.user().name};
    whenAnswered(mDistrict.act(*mShown, request),
                 mDistrict,
                 this,
                 [this, sent](const Result<Case> &outcome) { takeOutcome(sent, outcome); });
}

void CasePanel::takeOutcome(const Sent &sent, const Result<Case> &outcome)
{
    if (sent.user != mDistrict.user().name) {
        return; // whoever sits here now has not sent it; their next look shows the case as it is
    }
    if (outcome && mDrafts != nullptr) {
        mDrafts->drop(sent.id.toText(), toId(sent.request.action));
    }
    if (!mRunning || mShown != sent.id || sent.run != mRun) {
        tellMissed(sent, outcome);
        return;
    }
    mRunning = false;
    mForm->setRunning(false);
    if (outcome) {
        closeForm();
        // Of this case: whoever goes on to another one reads it in the message.
        setNotice(Notice::Success, tr("%1: %2").arg(sent.number, sent.what));
        mFile.reset(); // a key that follows at once begins on the case as it is now
        load();
        emit stepTaken(outcome.value(), sent.request, sent.what);
        emit acted(sent.id);
        return;
    }
    if (outcome.error().code == ErrorCode::Conflict) {
        setNotice(Notice::Warning,
                  tr("The case was changed meanwhile: look at both versions and decide."));
        mLost = true;
        load();
    } else {
        setNotice(Notice::Error, outcome.error().message);
    }
}

/** Somebody went on to another case meanwhile, perhaps to come back: what happened is said. */
void CasePanel::tellMissed(const Sent &sent, const Result<Case> &outcome)
{
    const bool isBack = mShown == sent.id && !mRunning;
    if (outcome) {
        if (isBack) {
            closeForm(); // it held the draft of the step that is taken now
            load();
        }
        emit stepTaken(outcome.value(), sent.request, sent.what);
        emit outcomeMissed(true, tr("%1: %2").arg(sent.number, sent.what));
        return;
    }
    const bool isKept = mDrafts != nullptr;
    if (isKept) {
        mDrafts->keep(sent.id.toText(), sent.content);
    }
    const QString why = outcome.error().code == ErrorCode::Conflict ? tr("somebody else was first")
                                                                    : outcome.error().message;
    const QString text = tr("%1: “%2” was not done: %3").arg(sent.number, sent.what, why);
    emit outcomeMissed(
        false,
        isKept ? text + u'\n' + tr("What you entered is kept: open the case to decide.") : text);
    if (isBack && mForm->isHidden()) {
        mRestore = true;
        load();
    }
}

/** What is being entered is its own user's: it is kept as their draft, and nobody else sees it. */
void CasePanel::takeUser()
{
    if (std::exchange(mUser, mDistrict.user().name) != mDistrict.user().name) {
        mRunning = false;
        mWanted.reset();
        closeForm();
        mForm->clear();
        setNotice(Notice::None, {});
        mRestore = mShown.has_value();
        emit actionLeft();
    }
    load();
}

/** The field is gone, the sentence is not: whoever types looks at the keyboard. */
void CasePanel::typeOn(const QString &text)
{
    if (mTypesOn) {
        mForm->type(text);
        mConflict->setKeepsTyped(true);
        mConflict->setEntered(mForm->summary());
    }
}

void CasePanel::leaveOvertaken()
{
    if (mForm->isAncestorOf(QApplication::focusWidget())) {
        mTyping->begin();
    }
    const QString text = tr("%1: somebody else was first. “%2” is no longer possible.")
                             .arg(mFile->subject.number, case_words::word(mForm->action()));
    closeForm();
    setNotice(Notice::Warning, text);
    // The queue may go on to another case now: what happened to this one must still be read.
    emit outcomeMissed(false, text);
    emit actionLeft();
}

void CasePanel::closeForm()
{
    mLost = false;
    mRestored = false;
    mConflict->hide();
    mForm->setMaximumHeight(QWIDGETSIZE_MAX);
    mForm->setRunning(false);
    mForm->hide();
    fitDetails();
    mActionBox->show();
}

/** On a low screen both versions, and the form, need the room of the details. */
void CasePanel::fitDetails()
{
    int needed = !mForm->isHidden() ? kRoomForFormAndDetails : 0;
    if (!mForm->isHidden() && mForm->isShort()) {
        // A reason is written with an eye on what it is about.
        needed = kLeastBesideForm + mHead->sizeHint().height() + mForm->sizeHint().height() +
                 mCaller->sizeHint().height();
    }
    if (isInConflict()) {
        needed = kLeastDetails + mHead->sizeHint().height() + mConflict->sizeHint().height() +
                 mCaller->sizeHint().height();
    }
    const bool fits = height() >= needed;
    mScroll->setVisible(fits);
    // The head and the texts keep their height, a short form too.
    mFill->setVisible(!fits && (isInConflict() || (!mForm->isHidden() && mForm->isShort())));
}

void CasePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitDetails();
}

/** The case was read again while a step of it was being entered: is it still the same case? */
void CasePanel::followForm()
{
    if (mRunning) {
        return; // the answer is on its way
    }
    if (mForm->isHidden()) {
        return;
    }
    // Nothing typed is no reason to go on quietly: what is proposed was proposed for another case.
    const int begun = isInConflict() ? mUndecided : mForm->version();
    if (mLost || isInConflict() || begun != mFile->subject.version) {
        openConflict(begun);
        return;
    }
    const ActionOffer *offer = offerOf(mForm->action());
    if (offer != nullptr && offer->allowed) {
        mForm->refresh(*mFile);
    } else {
        leaveOvertaken();
    }
}

void CasePanel::openConflict(int version)
{
    const ActionOffer *offer = offerOf(mForm->action());
    const bool allowed = offer != nullptr && offer->allowed;
    mActionBox->hide();
    mUndecided = version;
    mTypesOn = isInConflict() ? mTypesOn : mForm->isTyping();
    // Not to be sent by a key on its way; what is in it stands in the view, which needs the room.
    mForm->setRunning(true);
    mForm->setMaximumHeight(0);
    QString refusal;
    if (offer == nullptr) {
        refusal = tr("not while the case is “%1”").arg(case_words::word(mFile->subject.state));
    } else if (!allowed) {
        refusal = reasonText(*offer);
    }
    mConflict->setKeepsTyped(mForm->isTouched()); // else there is nothing to keep or to discard
    mConflict->open(*mFile, version, mForm->summary(), refusal);
    fitDetails();
    if (!mRestored) {
        mConflict->setFocus(Qt::OtherFocusReason);
    }
}

bool CasePanel::isInConflict() const
{
    return !mConflict->isHidden();
}

bool CasePanel::showConflictWith(int version)
{
    if (mFile && !mForm->isHidden()) {
        openConflict(version);
    }
    return isInConflict();
}

void CasePanel::proceed()
{
    if (!mFile || mRunning) {
        return;
    }
    mLost = false;
    mConflict->hide();
    fitDetails();
    mForm->setMaximumHeight(QWIDGETSIZE_MAX);
    mForm->setRunning(false);
    mForm->refresh(*mFile);
    if (mForm->isComplete()) {
        run(mForm->request());
    } else {
        setNotice(Notice::Warning,
                  tr("What you had chosen cannot be chosen any more: choose anew."));
        mForm->focusFirst();
    }
}

/** The case stays as others left it; what was typed is there when the step is begun again. */
void CasePanel::giveUp()
{
    setNotice(Notice::None, {});
    if (mDrafts != nullptr && mShown && mForm->isTouched()) {
        QJsonObject kept = mForm->content();
        kept.insert(u"version"_s, mUndecided); // what happened since is still not decided on
        mDrafts->keep(mShown->toText(), kept);
        emit outcomeMissed(
            false,
            tr("%1: nothing was done. What you typed for “%2” is kept with the case.")
                .arg(mNumber->text(), case_words::word(mForm->action())));
    }
    leaveForm();
}

void CasePanel::discard()
{
    setNotice(Notice::None, {});
    dropDraft();
    leaveForm();
}

void CasePanel::leaveForm()
{
    closeForm();
    focusActions();
    emit actionLeft();
}

/** Esc: what was typed is there when the step is begun again, whether or not one looks elsewhere.
 */
void CasePanel::leaveKept()
{
    setNotice(Notice::None, {}); // of a draft that was found, perhaps
    const std::optional<CaseId> left = mShown;
    QString text;
    if (mDrafts != nullptr && mShown && mForm->isTouched()) {
        mDrafts->keep(mShown->toText(), mForm->content());
        text = tr("%1: what you typed for “%2” is kept. Begin the step again to go on.")
                   .arg(mNumber->text(), case_words::word(mForm->action()));
        setNotice(Notice::Info, text);
    }
    leaveForm();
    if (!text.isEmpty() && mShown != left) {
        emit outcomeMissed(false, text); // the queue is at another case
    }
}

void CasePanel::setDrafts(DraftPort &drafts)
{
    mDrafts = new StepDrafts(drafts, mDistrict, this);
    connect(mDrafts, &StepDrafts::readAnew, this, [this] {
        mRestore = mShown.has_value();
        if (mFile) {
            restoreDraft();
        }
    });
}

void CasePanel::keepDraft()
{
    if (mForm->isHidden() || mRunning || mDrafts == nullptr || !mShown) {
        return;
    }
    mRestored = false;
    if (mForm->isTouched()) {
        mDrafts->keep(mShown->toText(), mForm->content());
    } else {
        mDrafts->drop(mShown->toText(), toId(mForm->action()));
    }
}

void CasePanel::dropDraft()
{
    if (mDrafts != nullptr && mShown) {
        mDrafts->drop(mShown->toText(), toId(mForm->action()));
    }
}

void CasePanel::restoreDraft()
{
    if (!std::exchange(mRestore, false) || mDrafts == nullptr || !mShown || isBusy()) {
        return;
    }
    const std::optional<QJsonObject> draft = mDrafts->of(mShown->toText());
    const std::optional<CaseAction> action =
        draft ? caseActionFromId(draft->value("action"_L1).toString()) : std::nullopt;
    if (!action) {
        return;
    }
    mActionBox->hide();
    mForm->open(*mFile, *action, false);
    fitDetails();
    mForm->restore(*draft);
    const int version = draft->value("version"_L1).toInt();
    mRestored = true; // kept, so that going on to another case takes nothing away
    if (version != mFile->subject.version && !isAsBegun(*mFile, version, mDistrict.user().name)) {
        openConflict(version);
        return;
    }
    setNotice(Notice::Info,
              tr("You had begun this step. It is as you left it: send it, or leave it for "
                 "later with Esc."));
}

QString CasePanel::whoText(bool anything) const
{
    const User &user = mDistrict.user();
    const QString role = case_words::roleWord(user.role);
    if (anything) {
        return tr("You work as %1 (%2).").arg(user.name, role);
    }
    if (!mMore->menu()->isEmpty()) {
        return tr("You work as %1 (%2). What you can do here is under “%3”.")
            .arg(user.name, role, mMore->text());
    }
    const QList<Transition> steps = transitionsFrom(mFile->subject.state);
    if (steps.isEmpty()) {
        return tr("You work as %1 (%2). Nothing is left to do here.").arg(user.name, role);
    }
    QStringList roles;
    const Permissions &permissions = mDistrict.access().permissions();
    for (const RoleInfo &one : permissions.roles()) {
        if (permissions.reach(one.id, Thing::Case, toId(steps.first().action)) != Reach::None) {
            roles.append(case_words::roleWord(one.id));
        }
    }
    return tr("You work as %1 (%2), who cannot take a step here. Next: %3, by: %4.")
        .arg(user.name, role, stepName(steps.first().action, mFile->subject.state), listed(roles));
}

} // namespace gridward
