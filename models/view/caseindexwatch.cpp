// SPDX-License-Identifier: GPL-3.0-or-later
// The queues of the supervising axis: each watch has a list of its own, sorted by its moment, so
// that a band of ages is a stretch of it.
#include "models/view/caseindex.h"

#include <queue>

namespace gridward {

std::vector<const SlotList *> CaseIndex::watchedBy(const QueueFilter &filter) const
{
    const auto watch = static_cast<quint32>(filter.watch);
    std::vector<const SlotList *> lists;
    const auto add = [&](Axis axis, quint32 one) {
        const auto list = mLists.constFind(
            keyOf(axis, one, watch, CaseState::Registered, CaseLevel::Blue, Limit::Other));
        if (list != mLists.constEnd()) {
            lists.push_back(&*list);
        }
    };
    if (!filter.street.isEmpty()) {
        const quint32 street = mStreets.value(filter.street, kNone);
        if (street != kNone) { // no open case lies there
            add(Axis::StreetWatched, street);
        }
    } else if (!filter.division.isEmpty()) {
        for (const quint32 street : streetsOf(filter.division)) {
            add(Axis::StreetWatched, street);
        }
    } else {
        add(Axis::Watched, 0);
    }
    return lists;
}

qint64 CaseIndex::countWatched(const QueueFilter &filter, Instant now) const
{
    const auto watch = static_cast<std::size_t>(filter.watch);
    const std::optional<WatchRange> range = rangeOf(filter, now);
    qint64 sum = 0;
    for (const SlotList *list : watchedBy(filter)) {
        if (!range) {
            sum += static_cast<qint64>(list->size());
            continue;
        }
        const auto before = [&](qint64 moment) {
            return static_cast<qint64>(list->rank(
                list->find([&](quint32 slot) { return mEntries[slot].keys[watch] < moment; })));
        };
        sum += before(range->last) - before(range->first);
    }
    return sum;
}

CaseIndex::Page CaseIndex::watchedPage(const QueueFilter &filter, const PageOrder &order) const
{
    struct Head
    {
        const SlotList *list;
        SlotList::Position at;
    };
    const auto watch = static_cast<std::size_t>(filter.watch);
    const std::optional<WatchRange> range = rangeOf(filter, order.now);
    const auto later = [&](const Head &one, const Head &other) {
        return isBefore(
            mEntries[other.list->at(other.at)], mEntries[one.list->at(one.at)], order.order);
    };
    const auto isOver = [&](const Head &head) {
        return head.list->atEnd(head.at) ||
               (range && mEntries[head.list->at(head.at)].keys[watch] >= range->last);
    };
    Page page;
    std::priority_queue<Head, std::vector<Head>, decltype(later)> heads(later);
    for (const SlotList *list : watchedBy(filter)) {
        Head head{list, list->find([&](quint32 slot) {
                      const Entry &entry = mEntries[slot];
                      return (range && entry.keys[watch] < range->first) ||
                             (order.after && !isBefore(*order.after, entry, order.order));
                  })};
        ++page.visited;
        if (!isOver(head)) {
            heads.push(head);
        }
    }
    page.last = order.after;
    const auto most = static_cast<std::size_t>(order.most);
    qint64 rows = 0;
    while (!heads.empty() && page.found.size() < most && rows < order.mostVisits) {
        Head head = heads.top();
        heads.pop();
        const quint32 slot = head.list->at(head.at);
        ++rows;
        page.last = mEntries[slot];
        if (!order.accepts || order.accepts(slot)) {
            page.found.push_back(slot);
        }
        head.at = head.list->next(head.at);
        if (!isOver(head)) {
            heads.push(head);
        }
    }
    page.visited += rows;
    page.complete = heads.empty();
    return page;
}

bool CaseIndex::crosses(const QueueFilter &filter, Instant from, Instant to) const
{
    const std::optional<WatchRange> before = rangeOf(filter, from);
    const std::optional<WatchRange> after = rangeOf(filter, to);
    if (!before || !after) {
        return false;
    }
    const auto watch = static_cast<std::size_t>(filter.watch);
    for (const SlotList *list : watchedBy(filter)) {
        const auto rank = [&](qint64 moment) {
            return list->rank(
                list->find([&](quint32 slot) { return mEntries[slot].keys[watch] < moment; }));
        };
        if (rank(before->first) != rank(after->first) || rank(before->last) != rank(after->last)) {
            return true;
        }
    }
    return false;
}

} // namespace gridward
