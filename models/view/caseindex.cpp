// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/caseindex.h"

#include <queue>

namespace gridward {

namespace {

constexpr std::array kStates{CaseState::Registered,
                             CaseState::Reported,
                             CaseState::Verifying,
                             CaseState::PendingFiling,
                             CaseState::Filed,
                             CaseState::AtUnit,
                             CaseState::Handling,
                             CaseState::Suspended,
                             CaseState::FedBack,
                             CaseState::Checking,
                             CaseState::Rework,
                             CaseState::PendingClose};
constexpr std::array kLevels{CaseLevel::Blue, CaseLevel::Yellow, CaseLevel::Orange, CaseLevel::Red};
constexpr std::array kLimits{
    CaseIndex::Limit::Running, CaseIndex::Limit::Late, CaseIndex::Limit::Other};

qint64 milliseconds(const std::optional<Instant> &moment)
{
    return moment ? moment->time_since_epoch().count() : 0;
}

CaseIndex::Urgency urgencyOf(const Case &subject)
{
    CaseIndex::Urgency key;
    key.id = subject.id.value;
    if (subject.dueAt && !subject.handledAt) {
        key.first = milliseconds(subject.dueAt);
    } else if (!subject.handledAt) {
        key.group = 1;
        key.first = -static_cast<qint64>(subject.level);
        key.second = milliseconds(subject.reportedAt);
    } else {
        key.group = 2;
        key.first = milliseconds(subject.handledAt);
    }
    return key;
}

/** The same as isOverdue(), with the part that the time decides left open. */
CaseIndex::Limit limitOf(const Case &subject)
{
    if (!subject.dueAt) {
        return CaseIndex::Limit::Other;
    }
    if (const std::optional<Instant> end =
            subject.handledAt ? subject.handledAt : subject.closedAt) {
        return *end > *subject.dueAt ? CaseIndex::Limit::Late : CaseIndex::Limit::Other;
    }
    return CaseIndex::Limit::Running;
}

} // namespace

quint64
CaseIndex::keyOf(Axis axis, quint32 one, quint32 two, CaseState state, CaseLevel level, Limit limit)
{
    return static_cast<quint64>(axis) << 60 | static_cast<quint64>(one) << 34 |
           static_cast<quint64>(two) << 8 | static_cast<quint64>(state) << 4 |
           static_cast<quint64>(level) << 2 | static_cast<quint64>(limit);
}

quint32 CaseIndex::classNumber(const ClassKey &key) const
{
    return mClassNumbers.value({static_cast<int>(key.kind), key.code}, kNone);
}

CaseIndex::Entry CaseIndex::entryOf(const Case &subject)
{
    const auto number = [](QHash<QString, quint32> &numbers, const QString &code) {
        const auto known = numbers.constFind(code);
        return known != numbers.constEnd()
                   ? *known
                   : *numbers.insert(code, static_cast<quint32>(numbers.size()));
    };
    Entry entry;
    entry.key = urgencyOf(subject);
    entry.street = number(mStreets, subject.street);
    entry.unit = number(mUnits, subject.unit);
    entry.classCode = classNumber(subject.classKey);
    if (entry.classCode == kNone) {
        entry.classCode = static_cast<quint32>(mClassKeys.size());
        mClassKeys.push_back(subject.classKey);
        mClassNumbers.insert({static_cast<int>(subject.classKey.kind), subject.classKey.code},
                             entry.classCode);
    }
    entry.state = subject.state;
    entry.level = subject.level;
    entry.limit = limitOf(subject);
    entry.asks = subject.request != RequestKind::None;
    if (const std::optional<Instant> since = waitingSince(subject)) {
        entry.waits = true;
        entry.since = milliseconds(since);
    }
    for (int watch = 1; watch < kWatches; ++watch) {
        if (const std::optional<qint64> moment = watchKey(subject, static_cast<Watch>(watch))) {
            entry.watched = static_cast<quint16>(entry.watched | 1U << watch);
            entry.keys[static_cast<std::size_t>(watch)] = *moment;
        }
    }
    return entry;
}

quint32 CaseIndex::newSlot(const Entry &entry)
{
    if (mFree.empty()) {
        mEntries.push_back(entry);
        return static_cast<quint32>(mEntries.size() - 1);
    }
    const quint32 slot = mFree.back();
    mFree.pop_back();
    mEntries[slot] = entry;
    return slot;
}

template <typename Visit>
void CaseIndex::eachKey(const Entry &entry, Visit visit) const
{
    const auto key = [&entry](Axis axis, quint32 one, quint32 two) {
        return keyOf(axis, one, two, entry.state, entry.level, entry.limit);
    };
    visit(key(Axis::All, 0, 0));
    visit(key(Axis::Street, entry.street, 0));
    visit(key(Axis::Class, 0, entry.classCode));
    visit(key(Axis::StreetClass, entry.street, entry.classCode));
    visit(key(Axis::Unit, entry.unit, 0));
    if (entry.asks) {
        visit(key(Axis::Asking, 0, 0));
        visit(key(Axis::StreetAsking, entry.street, 0));
    }
    const CaseState any = CaseState::Registered;
    for (quint32 watch = 1; watch < kWatches; ++watch) {
        if ((entry.watched & 1U << watch) != 0) {
            visit(keyOf(Axis::Watched, 0, watch, any, CaseLevel::Blue, Limit::Other));
            visit(keyOf(
                Axis::StreetWatched, entry.street, watch, any, CaseLevel::Blue, Limit::Other));
        }
    }
    if (entry.waits) {
        visit(keyOf(Axis::Waiting, 0, 0, any, entry.level, Limit::Other));
        visit(keyOf(Axis::StreetWaiting, entry.street, 0, any, entry.level, Limit::Other));
    }
}

/** With what the list of that key is sorted by. */
template <typename Use>
void CaseIndex::withOrder(quint64 key, Use use) const
{
    const auto axis = static_cast<Axis>(key >> 60);
    if (axis >= Axis::Waiting) {
        use(byWaiting());
    } else if (axis >= Axis::Watched) {
        use(byWatch(static_cast<int>(key >> 8 & 0x3ffffff)));
    } else {
        use(byUrgency());
    }
}

void CaseIndex::insert(quint32 slot)
{
    eachKey(mEntries[slot], [&](quint64 key) {
        withOrder(key, [&](auto before) { mLists[key].insert(slot, before); });
    });
}

void CaseIndex::take(quint32 slot)
{
    eachKey(mEntries[slot], [&](quint64 key) {
        const auto list = mLists.find(key);
        if (list != mLists.end()) {
            withOrder(key, [&](auto before) { list->remove(slot, before); });
            if (list->isEmpty()) {
                mLists.erase(list);
            }
        }
    });
}

void CaseIndex::reset(const QHash<QUuid, Case> &cases)
{
    *this = {};
    mEntries.reserve(static_cast<std::size_t>(cases.size()));
    mSlotOf.reserve(cases.size());
    for (const Case &subject : cases) {
        const quint32 slot = newSlot(entryOf(subject));
        mSlotOf.insert(subject.id.value, slot);
        eachKey(mEntries[slot], [&](quint64 key) { mLists[key].append(slot); });
    }
    for (auto list = mLists.begin(); list != mLists.end(); ++list) {
        withOrder(list.key(), [&](auto before) { list->arrange(before); });
    }
}

void CaseIndex::beginUpdate()
{
    mFree.insert(mFree.end(), mRetired.begin(), mRetired.end());
    mRetired.clear();
    mChanges.clear();
    mChangeOf.clear();
}

void CaseIndex::note(const QUuid &id, quint32 before, quint32 after)
{
    const auto known = mChangeOf.constFind(id);
    if (known != mChangeOf.constEnd()) {
        mChanges[*known].after = after; // told twice: what was before the first time counts
        return;
    }
    mChangeOf.insert(id, mChanges.size());
    mChanges.push_back({id, before, after});
}

void CaseIndex::put(const Case &subject)
{
    const Entry entry = entryOf(subject);
    const quint32 before = slotOf(subject.id.value);
    if (before != kNone && mEntries[before] == entry) {
        note(subject.id.value, before, before);
        return;
    }
    if (before != kNone) {
        take(before);
        mRetired.push_back(before);
    }
    const quint32 after = newSlot(entry);
    mSlotOf.insert(subject.id.value, after);
    insert(after);
    note(subject.id.value, before, after);
}

void CaseIndex::remove(const QUuid &id)
{
    const quint32 before = slotOf(id);
    if (before == kNone) {
        return;
    }
    take(before);
    mRetired.push_back(before);
    mSlotOf.remove(id);
    note(id, before, kNone);
}

bool CaseIndex::isBefore(const Entry &one, const Entry &other, Order order) const
{
    if (order.major == Major::Watch) {
        const auto watch = static_cast<std::size_t>(order.watch);
        return one.keys[watch] != other.keys[watch] ? one.keys[watch] < other.keys[watch]
                                                    : one.key < other.key;
    }
    const auto major = [&order](const Entry &entry) {
        return order.major == Major::Level   ? static_cast<int>(entry.level)
               : order.major == Major::State ? static_cast<int>(entry.state)
                                             : 0;
    };
    const int first = major(one);
    const int second = major(other);
    if (first != second) {
        return (first < second) != order.descending;
    }
    return one.key < other.key;
}

std::vector<quint32> CaseIndex::streetsOf(const QString &division) const
{
    // Those inside of it, or else the one that it is a part of.
    std::vector<quint32> streets;
    for (auto street = mStreets.cbegin(); street != mStreets.cend(); ++street) {
        if (street.key().startsWith(division) ||
            (!street.key().isEmpty() && division.startsWith(street.key()))) {
            streets.push_back(street.value());
        }
    }
    return streets;
}

bool CaseIndex::isExact(const QueueFilter &filter) const
{
    if (filter.named != QueueFilter::Named::Either || !filter.person.isEmpty() ||
        !filter.units.isEmpty() || !filter.streetsNamed.isEmpty() || !filter.unitsNamed.isEmpty() ||
        filter.shortOrOverdue || filter.hotBy) {
        return false;
    }
    if (filter.asksOnly && (!filter.unit.isEmpty() || filter.classKey)) {
        return false; // they are few: looked at one by one
    }
    if (filter.watch != Watch::None &&
        (!filter.unit.isEmpty() || filter.classKey || !filter.states.isEmpty() ||
         !filter.levels.isEmpty() || filter.overdueOnly || filter.asksOnly)) {
        return false; // these lists know of the street alone
    }
    if (!filter.unit.isEmpty()) {
        return filter.street.isEmpty() && filter.division.isEmpty() && !filter.classKey;
    }
    if (filter.division.isEmpty() || !filter.street.isEmpty()) {
        return filter.street.startsWith(filter.division);
    }
    return std::all_of(mStreets.keyBegin(), mStreets.keyEnd(), [&](const QString &street) {
        return street.isEmpty() || street.startsWith(filter.division) ||
               !filter.division.startsWith(street);
    });
}

std::vector<CaseIndex::Fitting> CaseIndex::fitting(const QueueFilter &filter) const
{
    quint32 classCode = 0;
    if (filter.classKey) {
        classCode = classNumber(*filter.classKey);
    }
    std::vector<std::pair<Axis, quint32>> parts;
    if (!filter.unit.isEmpty() && !filter.asksOnly) {
        parts.emplace_back(Axis::Unit, mUnits.value(filter.unit, kNone));
        classCode = 0; // checked row by row
    } else if (!filter.street.isEmpty() || !filter.division.isEmpty()) {
        const Axis axis = filter.asksOnly   ? Axis::StreetAsking
                          : filter.classKey ? Axis::StreetClass
                                            : Axis::Street;
        if (!filter.street.isEmpty()) {
            parts.emplace_back(axis, mStreets.value(filter.street, kNone));
        } else {
            for (const quint32 street : streetsOf(filter.division)) {
                parts.emplace_back(axis, street);
            }
        }
    } else {
        const Axis axis = filter.asksOnly   ? Axis::Asking
                          : filter.classKey ? Axis::Class
                                            : Axis::All;
        parts.emplace_back(axis, 0);
    }
    std::vector<Fitting> lists;
    if (filter.asksOnly) {
        classCode = 0; // checked row by row
    }
    for (const auto &[axis, one] : parts) {
        if (one == kNone || classCode == kNone) {
            continue; // no open case has it
        }
        for (const CaseState state : kStates) {
            if (!filter.states.isEmpty() && !filter.states.contains(state)) {
                continue;
            }
            for (const CaseLevel level : kLevels) {
                if (!filter.levels.isEmpty() && !filter.levels.contains(level)) {
                    continue;
                }
                for (const Limit limit : kLimits) {
                    if (filter.overdueOnly && limit == Limit::Other) {
                        continue;
                    }
                    const auto list =
                        mLists.constFind(keyOf(axis, one, classCode, state, level, limit));
                    if (list != mLists.constEnd()) {
                        lists.push_back({&*list, limit});
                    }
                }
            }
        }
    }
    return lists;
}

qint64 CaseIndex::count(const QueueFilter &filter, Instant now) const
{
    if (filter.watch != Watch::None) {
        return countWatched(filter, now);
    }
    const qint64 end = milliseconds(now);
    qint64 sum = 0;
    for (const Fitting &one : fitting(filter)) {
        if (filter.overdueOnly && one.limit == Limit::Running) {
            sum += static_cast<qint64>(one.list->rank(
                one.list->find([&](quint32 slot) { return mEntries[slot].key.first < end; })));
        } else {
            sum += static_cast<qint64>(one.list->size());
        }
    }
    return sum;
}

CaseIndex::Page CaseIndex::page(const QueueFilter &filter, const PageOrder &order) const
{
    if (filter.watch != Watch::None && order.order.major == Major::Watch) {
        return watchedPage(filter, order);
    }
    struct Head
    {
        Fitting of;
        SlotList::Position at;
    };
    Page page;
    const qint64 end = milliseconds(order.now);
    const auto later = [&](const Head &one, const Head &other) {
        return isBefore(
            mEntries[other.of.list->at(other.at)], mEntries[one.of.list->at(one.at)], order.order);
    };
    const auto isOver = [&](const Head &head) {
        return head.of.list->atEnd(head.at) ||
               (filter.overdueOnly && head.of.limit == Limit::Running &&
                mEntries[head.of.list->at(head.at)].key.first >= end);
    };
    std::priority_queue<Head, std::vector<Head>, decltype(later)> heads(later);
    for (const Fitting &one : fitting(filter)) {
        Head head{one, {}};
        if (order.after) {
            head.at = one.list->find(
                [&](quint32 slot) { return !isBefore(*order.after, mEntries[slot], order.order); });
        }
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
        const quint32 slot = head.of.list->at(head.at);
        ++rows;
        page.last = mEntries[slot];
        if (!order.accepts || order.accepts(slot)) {
            page.found.push_back(slot);
        }
        head.at = head.of.list->next(head.at);
        if (!isOver(head)) {
            heads.push(head);
        }
    }
    page.visited += rows;
    page.complete = heads.empty();
    return page;
}

std::vector<quint32> CaseIndex::ranOut(const QueueFilter &filter, Instant from, Instant to) const
{
    QueueFilter overdue = filter;
    overdue.overdueOnly = true;
    std::vector<quint32> found;
    for (const Fitting &one : fitting(overdue)) {
        if (one.limit != Limit::Running) {
            continue;
        }
        SlotList::Position at = one.list->find(
            [&](quint32 slot) { return mEntries[slot].key.first < milliseconds(from); });
        for (; !one.list->atEnd(at); at = one.list->next(at)) {
            const quint32 slot = one.list->at(at);
            if (mEntries[slot].key.first >= milliseconds(to)) {
                break;
            }
            found.push_back(slot);
        }
    }
    return found;
}

qint64 CaseIndex::waitingTooLong(const QueueFilter &filter,
                                 const HeatLimits &limits,
                                 Instant now,
                                 const std::function<bool(quint32)> &accepts) const
{
    std::vector<std::pair<Axis, quint32>> parts{{Axis::Waiting, 0}};
    if (!filter.street.isEmpty()) {
        parts = {{Axis::StreetWaiting, mStreets.value(filter.street, kNone)}};
    } else if (!filter.division.isEmpty()) {
        parts.clear();
        for (const quint32 street : streetsOf(filter.division)) {
            parts.emplace_back(Axis::StreetWaiting, street);
        }
    }
    const bool asks = accepts && !isExact(filter);
    qint64 sum = 0;
    for (const auto &[axis, one] : parts) {
        if (one == kNone) {
            continue; // no open case lies there
        }
        for (const CaseLevel level : kLevels) {
            const auto list =
                mLists.constFind(keyOf(axis, one, 0, CaseState::Registered, level, Limit::Other));
            if (list == mLists.constEnd()) {
                continue;
            }
            const qint64 latest =
                milliseconds(now) - std::chrono::milliseconds(limits.of(level)).count();
            const SlotList::Position end =
                list->find([&](quint32 slot) { return mEntries[slot].since <= latest; });
            if (!asks) {
                sum += static_cast<qint64>(list->rank(end));
                continue;
            }
            for (SlotList::Position at; !list->atEnd(at); at = list->next(at)) {
                const quint32 slot = list->at(at);
                if (mEntries[slot].since > latest) {
                    break; // they wait no longer than that from here on
                }
                sum += accepts(slot) ? 1 : 0;
            }
        }
    }
    return sum;
}

QList<std::pair<ClassKey, qint64>> CaseIndex::classes() const
{
    QList<std::pair<ClassKey, qint64>> all;
    for (const ClassKey &key : mClassKeys) {
        QueueFilter filter;
        filter.classKey = key;
        if (const qint64 count = this->count(filter, {}); count > 0) {
            all.append({key, count});
        }
    }
    return all;
}

} // namespace gridward
