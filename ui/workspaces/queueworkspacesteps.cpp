// SPDX-License-Identifier: GPL-3.0-or-later
// What a workspace with queues has to do with its panel, and what it counts.
#include "models/domain/language.h"
#include "models/domain/lifecycle.h"
#include "models/view/livecases.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/queuefilterbar.h"
#include "ui/panels/stepwhy.h"
#include "ui/workspaces/queueworkspace.h"
#include "ui/workspaces/takingback.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

void QueueWorkspace::connectPanel()
{
    connect(mPanel, &CasePanel::mapRequested, this, &QueueWorkspace::mapRequested);
    connect(mPanel, &CasePanel::closeRequested, this, [this] { focusQueue(); });
    connect(mPanel, &CasePanel::actionLeft, this, [this] {
        focusQueue(); // not to a button of the panel
        takeChoice();
    });
    connect(mPanel, &CasePanel::acted, this, [this] {
        focusQueue(); // on to the next one
        takeChoice();
    });
    connect(mPanel,
            &CasePanel::stepTaken,
            this,
            [this](const Case &after, const ActionRequest &request, const QString &what) {
                const bool isUrged = request.action == CaseAction::Urge && !after.unit.isEmpty();
                const QString unit = mDistrict.names().unit(after.unit, isEnglish());
                const QString done =
                    isUrged ? tr("%1: %2 was urged").arg(shortNumber(after.number), unit)
                            : tr("%1: %2").arg(shortNumber(after.number), what);
                const int id = mTakingBack->remember(
                    {0, request.action, done, {{after.id, after.number, after.version}}});
                // Offered only where it works.
                emit messageRequested(mTakingBack->messageOf(
                    done, Message::Level::Success, canBeTakenBack(request.action) ? id : 0));
            });
    connect(mPanel, &CasePanel::outcomeMissed, this, [this](bool isDone, const QString &text) {
        if (!isDone) { // what is done was told as every step is
            emit messageRequested({Message::Level::Warning, text});
        }
    });
    connect(mTakingBack, &TakingBack::messageRequested, this, &QueueWorkspace::messageRequested);
    connect(mTakingBack, &TakingBack::tried, this, [this] {
        mPanel->forgetOutcome(); // it may be what was just taken back
        takeChoice();
    });
}

void QueueWorkspace::takeBack()
{
    mTakingBack->takeLastBack();
}

void QueueWorkspace::takeChoice()
{
    const CaseId id = table().currentCase();
    if (mPanel->isBusy()) {
        return; // what is being entered there must not be lost
    }
    mSide->setCurrentWidget(mPanel);
    if (id.isNull()) {
        mPanel->clear();
    } else {
        mPanel->showCase(id);
    }
}

void QueueWorkspace::enterSide()
{
    mSide->currentWidget()->setFocus();
}

bool QueueWorkspace::panelIsFree()
{
    if (!mPanel->isBusy() || !mPanel->shownCase()) {
        return true;
    }
    const CaseId &busy = *mPanel->shownCase();
    if (table().currentCase() == busy && table().selectedCount() <= 1) {
        return true;
    }
    tellEntering();
    return false;
}

void QueueWorkspace::tellEntering()
{
    const Case *subject = mPanel->shownCase() ? mLive.find(*mPanel->shownCase()) : nullptr;
    const QString number = subject != nullptr ? subject->number
                           : mPanel->file()   ? mPanel->file()->subject.number
                                              : QString();
    emit messageRequested({Message::Level::Info,
                           tr("Case %1 is being entered: send it or leave it with Esc. Enter in "
                              "the queue goes there.")
                               .arg(number)});
}

bool QueueWorkspace::startAction(CaseAction action)
{
    takeChoice();
    if (!panelIsFree()) {
        return false;
    }
    mPanel->startAction(action);
    return true;
}

// What it counts

void QueueWorkspace::narrow(QueueFilter & /*filter*/) const {}

/** All that the workspace is about, or the street chosen in it, whatever else is filtered. */
QueueFilter QueueWorkspace::scope() const
{
    const QueueFilter chosen = mFilters->narrowed({});
    QueueFilter filter;
    filter.street = chosen.street;
    filter.streetsNamed = chosen.streetsNamed;
    filter.division = mDistrict.user().division;
    narrow(filter);
    return filter;
}

qint64 QueueWorkspace::stageCount(CaseStage stage) const
{
    QueueFilter filter = scope();
    filter.states = statesOf(stage);
    const Instant now = mDistrict.clock().now();
    const CaseIndex &index = mLive.index();
    if (index.isExact(filter)) {
        return index.count(filter, now);
    }
    CaseIndex::PageOrder all;
    all.most = std::numeric_limits<int>::max();
    all.accepts = [&](quint32 slot) {
        const Case *subject = mLive.find(CaseId{index.entry(slot).key.id});
        return subject != nullptr && passes(*subject, filter, now);
    };
    return static_cast<qint64>(index.page(filter, all).found.size());
}

/** Which of those that wait to be filed or dispatched the workspace has in its queues. */
QList<CaseState> QueueWorkspace::waitingStates() const
{
    QList<CaseState> states;
    for (const CaseState state : statesOf(CaseStage::Filing) + statesOf(CaseStage::Dispatch)) {
        const bool isThere = std::ranges::any_of(mQueues, [&](const Queue &one) {
            QueueFilter rest = one.definition.filter;
            const QList<CaseState> its = std::exchange(rest.states, {});
            return rest == QueueFilter{} && (its.isEmpty() || its.contains(state));
        });
        if (isThere) {
            states.append(state);
        }
    }
    return states;
}

/** The queue that has all of them; -1 if none does. */
int QueueWorkspace::waitingQueue() const
{
    const QList<CaseState> waiting = waitingStates();
    const auto found = std::ranges::find_if(mQueues, [&](const Queue &one) {
        QueueFilter rest = one.definition.filter;
        const QList<CaseState> its = std::exchange(rest.states, {});
        return rest == QueueFilter{} &&
               (its.isEmpty() ||
                std::ranges::all_of(waiting, [&](CaseState state) { return its.contains(state); }));
    });
    return waiting.isEmpty() || found == mQueues.end() ? -1
                                                       : static_cast<int>(found - mQueues.begin());
}

void QueueWorkspace::toggleHottest()
{
    mHotOnly = !mHotOnly;
    if (mHotOnly) {
        // As many as the button says: nothing else may hide one of them.
        mStage.reset();
        mFilters->keepStreet();
        choose(waitingQueue());
    }
    applyFilters();
    table().sortBy(mHotOnly ? CaseFilterProxy::kByHeat : CaseFilterProxy::kByUrgency,
                   Qt::AscendingOrder);
    if (mHotOnly && table().queue().rowCount() > 0) {
        table().selectCase(table().queue().idAt(0));
    }
    focusQueue();
}

void QueueWorkspace::showOrder()
{
    mOrder->setText(table().orderWords());
    mOrder->setAccessibleName(tr("Order: %1").arg(mOrder->text()));
    mOrder->setToolTip(
        table().queue().sortColumn() == CaseFilterProxy::kByUrgency
            ? tr("Overdue and least time left first; then those without a handling limit, by level "
                 "and age; then those handed in. “Desk … overdue” is the limit of a desk of the "
                 "centre: it "
                 "does not count here. Another order (O).")
            : tr("Another order (O)"));
}

void QueueWorkspace::showHeat()
{
    QueueFilter filter = scope();
    const QList<CaseState> waiting = waitingStates();
    if (waiting.size() <
        statesOf(CaseStage::Filing).size() + statesOf(CaseStage::Dispatch).size()) {
        filter.states = waiting;
        filter.hotBy = mCases.heatLimits(); // no list has just these: looked at one by one
    }
    const Instant now = mDistrict.clock().now();
    const CaseIndex &index = mLive.index();
    const qint64 count = index.waitingTooLong(filter, mCases.heatLimits(), now, [&](quint32 slot) {
        const Case *subject = mLive.find(CaseId{index.entry(slot).key.id});
        return subject != nullptr && passes(*subject, filter, now);
    });
    if (count == mTooLong) {
        return;
    }
    mTooLong = count;
    mHot->setVisible((count > 0 || mHotOnly) && waitingQueue() >= 0);
    mHot->setText(tr("%n wait(s) too long", nullptr, static_cast<int>(count)));
    mHot->setToolTip(tr("Nobody has filed or dispatched them in time. Shows them, the hottest "
                        "first; again: all."));
}

} // namespace gridward
