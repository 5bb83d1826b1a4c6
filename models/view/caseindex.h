// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/caseheat.h"
#include "models/view/queuefilter.h"
#include "models/view/slotlist.h"

#include <QHash>
#include <QList>
#include <QUuid>

#include <array>
#include <compare>
#include <functional>
#include <map>
#include <vector>

namespace gridward {

/**
 * The open cases by street, class, unit, state, level and clock, each list sorted by urgency: what
 * queues are read from. A page of a queue is a merge of the few lists that fit its filter, so that
 * it costs a number of visits that does not grow with the number of cases; counts are sums of
 * sizes. Each case stands in a slot; one that has changed stands in another slot, and the old one
 * can be read until the next update, so that queues find their old row. Kept by LiveCases. GUI
 * thread.
 */
class CaseIndex
{
public:
    static constexpr quint32 kNone = 0xffffffff;

    /** Overdue and least time left; then without a limit, by level and age; then handed back. */
    struct Urgency
    {
        int group = 0;
        qint64 first = 0;
        qint64 second = 0;
        QUuid id;

        bool operator==(const Urgency &) const = default;
        bool operator<(const Urgency &other) const
        {
            if (group != other.group) {
                return group < other.group;
            }
            if (first != other.first) {
                return first < other.first;
            }
            return second != other.second ? second < other.second : id < other.id;
        }
    };
    /** Overdue is: all of Late, and of Running those whose limit has passed. */
    enum class Limit : quint8 { Running, Late, Other };
    struct Entry
    {
        Urgency key;
        quint32 street = 0;
        quint32 classCode = 0;
        quint32 unit = 0;
        CaseState state = CaseState::Registered;
        CaseLevel level = CaseLevel::Blue;
        Limit limit = Limit::Other;
        bool asks = false;                   ///< its unit asked for something
        bool waits = false;                  ///< to be filed or dispatched
        qint64 since = 0;                    ///< when that began
        quint16 watched = 0;                 ///< bit of each watch whose it is
        std::array<qint64, kWatches> keys{}; ///< watchKey() of those

        bool operator==(const Entry &) const = default;
    };
    /** What an update has done to one case; kNone: it was not, or is no more, open. */
    struct Change
    {
        QUuid id;
        quint32 before = kNone;
        quint32 after = kNone;
    };
    /** By what a page is sorted before urgency. */
    enum class Major { None, Level, State, Watch };
    struct Order
    {
        Major major = Major::None;
        gridward::Watch watch = gridward::Watch::None; ///< by its keys, for Major::Watch
        bool descending = false; ///< of the major part: the most urgent comes first all the same

        bool operator==(const Order &) const = default;
    };
    struct Page
    {
        std::vector<quint32> found;
        std::optional<Entry> last; ///< visited, found or not: where the next page goes on
        bool complete = false;     ///< there are no more
        qint64 visited = 0;        ///< heads of lists and rows looked at
    };
    struct PageOrder
    {
        Order order;
        Instant now{};
        std::optional<Entry> after{}; ///< the last of the page before
        int most = 100;
        qint64 mostVisits = 1'000'000'000;
        /** Beyond what the lists say; empty: everything. */
        std::function<bool(quint32)> accepts{};
    };

    void reset(const QHash<QUuid, Case> &cases);
    /** Begins an update: forgets the changes of the one before and their old slots. */
    void beginUpdate();
    void put(const Case &subject);
    void remove(const QUuid &id);
    /** Of the last update, one a case. */
    [[nodiscard]] const std::vector<Change> &changes() const { return mChanges; }

    [[nodiscard]] const Entry &entry(quint32 slot) const { return mEntries[slot]; }
    /** kNone for a case that is not open. */
    [[nodiscard]] quint32 slotOf(const QUuid &id) const { return mSlotOf.value(id, kNone); }
    /** Slots are below this. */
    [[nodiscard]] std::size_t capacity() const { return mEntries.size(); }
    [[nodiscard]] bool isBefore(const Entry &one, const Entry &other, Order order) const;

    /** Whether the lists alone answer the filter (its text aside); if not, a check is needed. */
    [[nodiscard]] bool isExact(const QueueFilter &filter) const;
    /** How many pass, the text aside; only if it is exact. */
    [[nodiscard]] qint64 count(const QueueFilter &filter, Instant now) const;
    [[nodiscard]] Page page(const QueueFilter &filter, const PageOrder &order) const;
    /** Those of the filter whose limit ran out at `from` or later and before `to`. */
    [[nodiscard]] std::vector<quint32>
    ranOut(const QueueFilter &filter, Instant from, Instant to) const;
    /**
     * How many of its street or division wait longer than the limit of their level. Where the
     * filter is not exact, those that wait too long are asked for one by one.
     */
    [[nodiscard]] qint64 waitingTooLong(const QueueFilter &filter,
                                        const HeatLimits &limits,
                                        Instant now,
                                        const std::function<bool(quint32)> &accepts = {}) const;
    /** Does any case come into the range of the watch, or leave it, between these moments? */
    [[nodiscard]] bool crosses(const QueueFilter &filter, Instant from, Instant to) const;
    /** Classes of open cases, and how many there are of each. */
    [[nodiscard]] QList<std::pair<ClassKey, qint64>> classes() const;

private:
    enum class Axis : quint8 {
        All,
        Street,
        Class,
        StreetClass,
        Unit,
        Asking,
        StreetAsking,
        Watched,
        StreetWatched,
        Waiting,
        StreetWaiting
    };
    struct Fitting
    {
        const SlotList *list = nullptr;
        Limit limit = Limit::Other;
    };

    [[nodiscard]] static quint64
    keyOf(Axis axis, quint32 one, quint32 two, CaseState state, CaseLevel level, Limit limit);
    [[nodiscard]] Entry entryOf(const Case &subject);
    [[nodiscard]] quint32 classNumber(const ClassKey &key) const;
    [[nodiscard]] quint32 newSlot(const Entry &entry);
    template <typename Visit>
    void eachKey(const Entry &entry, Visit visit) const;
    template <typename Use>
    void withOrder(quint64 key, Use use) const;
    void insert(quint32 slot);
    void take(quint32 slot);
    void note(const QUuid &id, quint32 before, quint32 after);
    /** Of a watch, sorted by its key. */
    [[nodiscard]] std::vector<const SlotList *> watchedBy(const QueueFilter &filter) const;
    [[nodiscard]] qint64 countWatched(const QueueFilter &filter, Instant now) const;
    [[nodiscard]] Page watchedPage(const QueueFilter &filter, const PageOrder &order) const;
    [[nodiscard]] std::vector<quint32> streetsOf(const QString &division) const;
    [[nodiscard]] std::vector<Fitting> fitting(const QueueFilter &filter) const;
    [[nodiscard]] auto byUrgency() const
    {
        return
            [this](quint32 one, quint32 other) { return mEntries[one].key < mEntries[other].key; };
    }
    [[nodiscard]] auto byWatch(int watch) const
    {
        return [this, at = static_cast<std::size_t>(watch)](quint32 one, quint32 other) {
            const Entry &first = mEntries[one];
            const Entry &second = mEntries[other];
            return first.keys[at] != second.keys[at] ? first.keys[at] < second.keys[at]
                                                     : first.key < second.key;
        };
    }
    [[nodiscard]] auto byWaiting() const
    {
        return [this](quint32 one, quint32 other) {
            const Entry &first = mEntries[one];
            const Entry &second = mEntries[other];
            return first.since != second.since ? first.since < second.since
                                               : first.key.id < second.key.id;
        };
    }

    std::vector<Entry> mEntries; ///< by slot
    std::vector<quint32> mFree;
    std::vector<quint32> mRetired; ///< free after the next update
    QHash<QUuid, quint32> mSlotOf;
    QHash<quint64, SlotList> mLists;
    std::vector<Change> mChanges;
    QHash<QUuid, std::size_t> mChangeOf;
    // What codes are called in here: they are few, and numbers are compared faster.
    QHash<QString, quint32> mStreets;
    QHash<QString, quint32> mUnits;
    QHash<std::pair<int, QString>, quint32> mClassNumbers;
    std::vector<ClassKey> mClassKeys;
};

} // namespace gridward
