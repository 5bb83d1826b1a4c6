// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/triage/triageruns.h"

#include "models/view/inboxmodel.h"
#include "ui/triage/triagewords.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kMostUndone = 20;
constexpr qsizetype kMostReasons = 5; ///< so many fit into a message

bool canBeUndone(InboxOrder::Kind kind)
{
    return kind != InboxOrder::Kind::Register && kind != InboxOrder::Kind::Join;
}

} // namespace

TriageRuns::TriageRuns(InboxPort &inbox, const InboxModel &rows, QObject *parent)
    : QObject(parent)
    , mInbox(inbox)
    , mRows(rows)
{
    connect(&mInbox, &InboxPort::finished, this, &TriageRuns::end);
}

TriageRuns::Ready TriageRuns::ready(const QList<InboxId> &selected) const
{
    const bool isLane = mRows.lane() == InboxLane::Ready && selected.size() < 2;
    Ready ready;
    for (const InboxId id : isLane ? mRows.shown() : selected) {
        const InboxItem *item = mRows.find(id);
        if (item == nullptr || !mRows.isReady(*item)) {
            ++ready.unready;
            continue;
        }
        // Many at once would make many cases of one trouble: those are looked at one by one.
        if (mRows.isLikelyKnown(id)) {
            ++ready.left;
        } else {
            ready.ids.append(id);
        }
    }
    if (ready.ids.isEmpty() && ready.left > 0 && selected.size() == 1) {
        const InboxItem *item = mRows.find(selected.first());
        if (item != nullptr && mRows.isReady(*item)) {
            return {selected, ready.left - 1, ready.unready};
        }
    }
    return ready;
}

QString TriageRuns::whyNothing(const QList<InboxId> &selected, const Ready &ready) const
{
    if (ready.left > 0) {
        return tr(
            "%n ready row(s) may be told of already: merge them, or select one to register it.",
            nullptr,
            ready.left);
    }
    const InboxItem *item = selected.size() == 1 ? mRows.find(selected.first()) : nullptr;
    if (item != nullptr) {
        return triage_words::whyNotRegistered(*item, mRows);
    }
    return selected.isEmpty() ? tr("There is no row to register in this lane.")
                              : tr("None of the selected rows can be registered: ready are rows "
                                   "that have a class (K) and a place (L).");
}

void TriageRuns::registerRows(const QList<InboxId> &selected)
{
    if (mInbox.isBusy()) {
        return; // the bar says what is going on
    }
    const Ready found = ready(selected);
    if (found.ids.isEmpty()) {
        emit messageRequested({Message::Level::Warning, whyNothing(selected, found)});
        return;
    }
    QList<InboxOrder> orders;
    for (const InboxId id : found.ids) {
        InboxOrder order;
        order.kind = InboxOrder::Kind::Register;
        order.id = id;
        order.version = mRows.find(id)->version;
        orders.append(order);
    }
    mLeftOut = found;
    carryOut(orders);
}

void TriageRuns::carryOut(const QList<InboxOrder> &orders, int unproposed)
{
    if (orders.isEmpty() || mInbox.isBusy()) {
        return;
    }
    mTurn = mPresent;
    mOrdered = orders.size();
    mUnproposed = unproposed;
    mBefore.clear();
    for (const InboxOrder &order : orders) {
        if (const InboxItem *item = mRows.find(order.id)) {
            mBefore.insert(order.id, *item);
        }
    }
    mInbox.carryOut(orders);
}

void TriageRuns::undo(const QList<InboxId> &selected)
{
    if (mInbox.isBusy()) {
        return;
    }
    QList<InboxOrder> back = takeBackOrders(selected);
    mUndoing = InboxOrder::Kind::Refuse;
    while (back.isEmpty() && !mUndo.isEmpty()) {
        const Done &last = mUndo.last();
        if (!canBeUndone(last.kind)) {
            // It stays: what is older lies before it, and is not what is meant by "the last".
            emit messageRequested(
                {Message::Level::Warning, triage_words::whyNotUndone(last.after)});
            return;
        }
        mUndoing = last.kind;
        back = presentOrders(last);
        mUndo.removeLast();
    }
    if (!back.isEmpty()) {
        mIsUndoing = true;
        carryOut(back);
    }
}

bool TriageRuns::canUndo(const QList<InboxId> &selected) const
{
    return !mUndo.isEmpty() || !takeBackOrders(selected).isEmpty();
}

/** Of the refused rows that are selected among those that ended, whoever refused them, whenever. */
QList<InboxOrder> TriageRuns::takeBackOrders(const QList<InboxId> &selected) const
{
    QList<InboxOrder> orders;
    if (mRows.lane() != InboxLane::Done) {
        return orders;
    }
    for (const InboxId id : selected) {
        const InboxItem *item = mRows.find(id);
        if (item != nullptr && item->state == InboxState::Refused) {
            InboxOrder order;
            order.kind = InboxOrder::Kind::TakeBack;
            order.id = id;
            order.version = item->version;
            orders.append(order);
        }
    }
    return orders;
}

/**
 * What takes a run back by now. A row may have gone on since, with the one it is merged into, by
 * refusals that were taken back: where it still has what the run gave it, that is what is meant.
 */
QList<InboxOrder> TriageRuns::presentOrders(const Done &run) const
{
    QList<InboxOrder> orders;
    for (const InboxOrder &back : run.back) {
        const auto then = std::ranges::find(run.after, back.id, &InboxItem::id);
        const InboxItem *now = mRows.find(back.id);
        if (now == nullptr || then == run.after.end()) {
            orders.append(back);
            continue;
        }
        const bool isGone = run.kind == InboxOrder::Kind::Classify ? now->chosenClass == back.chosen
                            : run.kind == InboxOrder::Kind::Locate ? now->place == back.place
                            : run.kind == InboxOrder::Kind::Follow ? now->leader == back.leader
                                                                   : now->isWaiting();
        if (isGone) {
            continue; // taken back already
        }
        const bool isStill = now->state == then->state && now->chosenClass == then->chosenClass &&
                             now->place == then->place && now->level == then->level &&
                             now->leader == then->leader && now->reason == then->reason;
        orders.append(back);
        orders.last().version = isStill ? now->version : back.version;
    }
    return orders;
}

/** What takes back what was done, in reverse. */
void TriageRuns::remember(const QList<InboxOutcome> &outcomes)
{
    Done run;
    for (const InboxOutcome &outcome : outcomes) {
        const auto before = mBefore.constFind(outcome.order.id);
        if (!outcome.after || before == mBefore.constEnd()) {
            continue;
        }
        run.kind = outcome.order.kind;
        run.after.append(*outcome.after);
        InboxOrder order = outcome.order;
        order.version = outcome.after->version;
        order.chosen = before->chosenClass;
        order.place = before->place;
        order.level = before->level;
        order.leader = before->leader;
        if (order.kind == InboxOrder::Kind::Refuse) {
            order.kind = InboxOrder::Kind::TakeBack;
        }
        run.back.prepend(order);
    }
    if (!run.after.isEmpty()) {
        mUndo.append(run);
        mUndo.remove(0, std::max<qsizetype>(0, mUndo.size() - kMostUndone));
    }
}

/** What was done, and what was left. */
QStringList
TriageRuns::wordsOf(const QList<InboxOutcome> &outcomes, const QList<InboxItem> &after, bool isUndo)
{
    QStringList lines;
    if (!after.isEmpty()) {
        lines.append(isUndo ? triage_words::undone(mUndoing, after)
                            : triage_words::done(outcomes.first().order, after));
    }
    const Ready leftOut = std::exchange(mLeftOut, {});
    if (leftOut.left > 0) {
        lines.append(tr("%n ready row(s) were left, for they may be told of already: merge them, "
                        "or register each by itself.",
                        nullptr,
                        leftOut.left));
    }
    if (leftOut.unready > 0) {
        lines.append(tr("%n selected row(s) are not ready and were left as they are.",
                        nullptr,
                        leftOut.unready));
    }
    if (const int unproposed = std::exchange(mUnproposed, 0); unproposed > 0) {
        lines.append(
            tr("%n row(s) had no proposal and were left as they are.", nullptr, unproposed));
    }
    if (const qsizetype stopped = mOrdered - outcomes.size(); stopped > 0) {
        lines.append(
            tr("Stopped: %n row(s) were left as they are.", nullptr, static_cast<int>(stopped)));
    }
    return lines;
}

void TriageRuns::end(const QList<InboxOutcome> &outcomes)
{
    QList<InboxItem> after;
    QList<InboxId> failed;
    QStringList reasons;
    for (const InboxOutcome &outcome : outcomes) {
        if (outcome.after) {
            after.append(*outcome.after);
        } else {
            failed.append(outcome.order.id);
            reasons.append(
                tr("Row %1: %2").arg(outcome.order.id.value).arg(outcome.error->message));
        }
    }
    const bool isUndo = std::exchange(mIsUndoing, false);
    QStringList lines = wordsOf(outcomes, after, isUndo);
    if (mTurn != mPresent) {
        // Begun by another user or in another store: none of it is among these rows.
        emit messageRequested(
            {Message::Level::Warning,
             tr("The user or the store has changed: %n row(s) had been done by then, the others "
                "were left as they are.",
                nullptr,
                static_cast<int>(after.size()))});
        emit becameOthers();
        return;
    }
    if (!isUndo) {
        remember(outcomes);
    }
    if (!failed.isEmpty()) {
        lines.append(tr("%n could not be:", nullptr, static_cast<int>(failed.size())));
        lines += reasons.first(std::min(reasons.size(), kMostReasons));
        if (reasons.size() > kMostReasons) {
            lines.append(u"…"_s);
        }
    }
    emit messageRequested(
        {failed.isEmpty() ? Message::Level::Success : Message::Level::Warning, lines.join(u'\n')});
    emit finished(after, failed, isUndo);
}

} // namespace gridward
