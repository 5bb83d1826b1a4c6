// SPDX-License-Identifier: GPL-3.0-or-later
// The panel of a case while a step of it is being entered and written: drafts and conflicts.
#include "models/view/casewords.h"
#include "ui/panels/answer.h"
#include "ui/panels/caseactionform.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/conflictview.h"
#include "ui/panels/stepdrafts.h"

#include <QLabel>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

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
    setNotice(Notice::None, {});
    mActionBox->hide(); // one thing at a time
    mRestored = false;
    mRestore = false;
    mForm->open(*mFile, action);
    const auto draft = mDrafts != nullptr ? mDrafts->of(mShown->toText()) : std::nullopt;
    if (draft && draft->value("action"_L1).toString() == toId(action)) {
        mForm->restore(*draft);
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
    whenAnswered(mDistrict.act(*mShown, request),
                 mDistrict,
                 this,
                 [this, id = *mShown, request](const Result<Case> &outcome) {
                     takeOutcome(id, request, outcome);
                 });
}

void CasePanel::takeOutcome(const CaseId &id,
                            const ActionRequest &request,
                            const Result<Case> &outcome)
{
    if (mShown != id) {
        return; // somebody went on to another case meanwhile
    }
    mRunning = false;
    mForm->setRunning(false);
    if (outcome) {
        const QString target = mForm->isHidden() ? QString() : mForm->targetName();
        const QString done = case_words::word(request.action);
        const QString what = target.isEmpty() ? done : done + u" → "_s + target;
        dropDraft();
        closeForm();
        setNotice(Notice::Success, tr("%1: %2").arg(mNumber->text(), what), true);
        load();
        emit stepTaken(outcome.value(), request, what);
        emit acted(id);
        return;
    }
    if (outcome.error().code == ErrorCode::Conflict) {
        setNotice(Notice::Warning,
                  tr("Somebody else was first: look at both versions and decide."));
        mLost = true;
        load();
    } else {
        setNotice(Notice::Error, outcome.error().message);
    }
}

void CasePanel::leaveOvertaken()
{
    // The queue may go on to another case now: what happened to this one must still be read.
    const QString number = mFile->subject.number;
    const QString word = case_words::word(mForm->action());
    closeForm();
    setNotice(Notice::Warning,
              tr("%1: somebody else was first. “%2” is no longer possible.").arg(number, word),
              true);
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
    mActionBox->show();
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
    const bool changed = mForm->version() != mFile->subject.version;
    if (mLost || (changed && (mForm->isTouched() || !mConflict->isHidden()))) {
        openConflict(mForm->version());
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
    // Not to be sent by a key on its way; what is in it stands in the view, which needs the room.
    mForm->setRunning(true);
    mForm->setMaximumHeight(0);
    QString refusal;
    if (offer == nullptr) {
        refusal = tr("not while the case is “%1”").arg(case_words::word(mFile->subject.state));
    } else if (!allowed) {
        refusal = reasonText(*offer);
    }
    mConflict->open(*mFile, version, mForm->summary(), refusal);
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
    mForm->setMaximumHeight(QWIDGETSIZE_MAX);
    mForm->setRunning(false);
    mForm->refresh(*mFile);
    if (mForm->isComplete()) {
        run(mForm->request());
    } else {
        mForm->focusFirst(); // what was chosen is no longer there to choose
    }
}

void CasePanel::giveUp()
{
    setNotice(Notice::None, {});
    dropDraft();
    closeForm();
    focusActions();
    emit actionLeft();
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
        mDrafts->drop(mShown->toText());
    }
}

void CasePanel::dropDraft()
{
    if (mDrafts != nullptr && mShown) {
        mDrafts->drop(mShown->toText());
    }
}

void CasePanel::restoreDraft()
{
    if (!std::exchange(mRestore, false) || mDrafts == nullptr || !mShown || isBusy() || mWanted) {
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
    mForm->restore(*draft);
    const int version = draft->value("version"_L1).toInt();
    mRestored = true; // kept, so that going on to another case takes nothing away
    if (version != mFile->subject.version) {
        openConflict(version);
        return;
    }
    setNotice(Notice::Info,
              tr("You had begun this step. It is as you left it: send it, or leave it with Esc."));
}

} // namespace gridward
