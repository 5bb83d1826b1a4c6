// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/triage/triageruns.h"

#include "models/view/inboxmodel.h"

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
            return {selected, ready.left - 1};
        }
    }
    return ready;
}

void TriageRuns::registerRows(const Ready &ready)
{
    if (mInbox.isBusy()) {
        return;
    }
    if (ready.ids.isEmpty() && ready.left > 0) {
        emit messageRequested(
            {Message::Level::Warning,
             tr("%n ready row(s) may be told of already: merge them, or select one to register it.",
                nullptr,
                ready.left)});
        return;
    }
    QList<InboxOrder> orders;
    for (const InboxId id : ready.ids) {
        InboxOrder order;
        order.kind = InboxOrder::Kind::Register;
        order.id = id;
        order.version = mRows.find(id)->version;
        orders.append(order);
    }
    mLeftRows = ready.left;
    carryOut(orders);
}

void TriageRuns::carryOut(const QList<InboxOrder> &orders)
{
    if (orders.isEmpty() || mInbox.isBusy()) {
        return;
    }
    mTurn = mPresent;
    mOrdered = orders.size();
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
    const QList<InboxOrder> back = takeBackOrders(selected);
    if ((back.isEmpty() && mUndo.isEmpty()) || mInbox.isBusy()) {
        return;
    }
    mIsUndoing = true;
    carryOut(back.isEmpty() ? mUndo.takeLast() : back);
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

/** What takes back what was done, in reverse. */
void TriageRuns::remember(const QList<InboxOutcome> &outcomes)
{
    QList<InboxOrder> back;
    for (const InboxOutcome &outcome : outcomes) {
        const auto before = mBefore.constFind(outcome.order.id);
        if (!outcome.after || before == mBefore.constEnd() || !canBeUndone(outcome.order.kind)) {
            continue;
        }
        InboxOrder order = outcome.order;
        order.version = outcome.after->version;
        order.chosen = before->chosenClass;
        order.place = before->place;
        order.level = before->level;
        order.leader = before->leader;
        if (order.kind == InboxOrder::Kind::Refuse) {
            order.kind = InboxOrder::Kind::TakeBack;
        }
        back.prepend(order);
    }
    if (!back.isEmpty()) {
        mUndo.append(back);
        mUndo.remove(0, std::max<qsizetype>(0, mUndo.size() - kMostUndone));
    }
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
    const int left = std::exchange(mLeftRows, 0);
    const auto count = static_cast<int>(after.size());
    if (mTurn != mPresent) {
        // Begun by another user or in another store: none of it is among these rows.
        emit messageRequested(
            {Message::Level::Warning,
             tr("The user or the store has changed: %n row(s) had been done by then, the others "
                "were left as they are.",
                nullptr,
                count)});
        emit becameOthers();
        return;
    }
    if (!isUndo) {
        remember(outcomes);
    }
    QStringList lines{tr("%n row(s) done.", nullptr, count)};
    if (left > 0) {
        lines.append(tr("%n ready row(s) were left, for they may be told of already: merge them, "
                        "or register each by itself.",
                        nullptr,
                        left));
    }
    if (const qsizetype stopped = mOrdered - outcomes.size(); stopped > 0) {
        lines.append(
            tr("Stopped: %n row(s) were left as they are.", nullptr, static_cast<int>(stopped)));
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
    emit finished(after, failed);
}

} // namespace gridward
