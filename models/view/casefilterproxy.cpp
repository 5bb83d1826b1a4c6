// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/casefilterproxy.h"

#include "models/service/districtport.h"
#include "models/view/livecases.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** So many changes at once are told one by one; more are told as one. */
constexpr std::size_t kFew = 200;
/** What one slice of the event loop does, a few milliseconds: rows as they come, or looked into. */
constexpr int kRowsOfSlice = 4000;
constexpr qint64 kVisitsOfSlice = 2000;
constexpr std::chrono::minutes kHeatAge{1}; ///< so long an order by heat is good
constexpr qint64 kNoEnd = 1'000'000'000;

bool isShortOrOverdue(const Case &subject, Instant now)
{
    using HandlingClock = CaseTableModel::HandlingClock;
    const HandlingClock clock = CaseTableModel::clockOf(subject, now);
    return clock == HandlingClock::Short || clock == HandlingClock::Overdue;
}

} // namespace

CaseFilterProxy::CaseFilterProxy(CaseTableModel &cases, QObject *parent)
    : QAbstractTableModel(parent)
    , mCases(cases)
    , mNow(cases.district().clock().now())
{
    connect(&cases.live(), &LiveCases::wasReset, this, [this] {
        beginResetModel();
        mRows.clear();
        begin();
        endResetModel();
        emit countChanged();
    });
    connect(&cases.live(), &LiveCases::changed, this, &CaseFilterProxy::take);
    connect(&cases, &CaseTableModel::timePassed, this, &CaseFilterProxy::passTime);
    connect(&cases, &CaseTableModel::clocksRefreshed, this, [this] {
        if (mFilter.shortOrOverdue) {
            restart();
        }
        passTime();
        tellRows(0,
                 rowCount() - 1,
                 static_cast<int>(CaseTableModel::Column::Remaining),
                 static_cast<int>(CaseTableModel::Column::Reported));
    });
    connect(&cases, &CaseTableModel::heatLimitsChanged, this, [this] {
        if (mColumn == kByHeat) {
            restart();
        }
        tellRows(0, rowCount() - 1, 0, CaseTableModel::kColumns - 1);
    });
    connect(&cases, &CaseTableModel::namesChanged, this, [this] {
        mClassWords = {};
        if (!mWords.isEmpty()) {
            restart();
        }
        tellRows(0, rowCount() - 1, 0, CaseTableModel::kColumns - 1);
    });
    connect(&cases,
            &QAbstractItemModel::headerDataChanged,
            this,
            &QAbstractItemModel::headerDataChanged);
    mSlice.setSingleShot(true);
    mSlice.setInterval(0);
    connect(&mSlice, &QTimer::timeout, this, &CaseFilterProxy::slice);
    begin();
}

const CaseIndex &CaseFilterProxy::leaves() const
{
    return mCases.live().index();
}

void CaseFilterProxy::setFilter(const QueueFilter &filter)
{
    if (filter != mFilter) {
        mFilter = filter;
        mWords.clear();
        for (const QString &word : filter.text.split(u' ', Qt::SkipEmptyParts)) {
            // Digits and Chinese have no case, and are found far faster so.
            const bool caseless = word.toLower() == word.toUpper();
            mWords.append(QStringMatcher(word, caseless ? Qt::CaseSensitive : Qt::CaseInsensitive));
        }
        restart();
    }
}

void CaseFilterProxy::sort(int column, Qt::SortOrder order)
{
    using Column = CaseTableModel::Column;
    // The limit column sorts by what it means, which is urgency.
    if (column == static_cast<int>(Column::Remaining) && order == Qt::AscendingOrder) {
        column = kByUrgency;
    }
    if (column == mColumn && order == mSortOrder) {
        return;
    }
    mColumn = column;
    mSortOrder = order;
    mMajor.reset();
    if (column == kByUrgency) {
        mMajor = CaseIndex::Order{};
    } else if (column == static_cast<int>(Column::Level)) {
        mMajor = CaseIndex::Order{CaseIndex::Major::Level, order == Qt::DescendingOrder};
    } else if (column == static_cast<int>(Column::State)) {
        mMajor = CaseIndex::Order{CaseIndex::Major::State, order == Qt::DescendingOrder};
    }
    restart();
}

void CaseFilterProxy::setFilling(bool filling)
{
    mFilling = filling;
    goOn();
}

// What is in it

bool CaseFilterProxy::needsCheck() const
{
    return !mWords.isEmpty() || !leaves().isExact(mFilter);
}

bool CaseFilterProxy::isCounting() const
{
    return needsCheck() && !(byIndex() ? mFilled : mCollected);
}

qint64 CaseFilterProxy::count() const
{
    if (!needsCheck()) {
        return leaves().count(mFilter, mNow);
    }
    return static_cast<qint64>(byIndex() ? mRows.size() : mOrdered.size());
}

QList<CaseId> CaseFilterProxy::allCases() const
{
    std::vector<quint32> found;
    if (mFilled) {
        found = mRows;
    } else if (!byIndex() && mCollected) {
        found.reserve(mOrdered.size());
        for (SlotList::Position at; !mOrdered.atEnd(at); at = mOrdered.next(at)) {
            found.push_back(mOrdered.at(at));
        }
    } else {
        CaseIndex::PageOrder all{mMajor.value_or(CaseIndex::Order{}), mNow};
        all.most = static_cast<int>(kNoEnd);
        all.accepts = [this](quint32 slot) { return accepts(slot); };
        found = leaves().page(mFilter, all).found;
    }
    QList<CaseId> ids;
    ids.reserve(static_cast<qsizetype>(found.size()));
    for (const quint32 slot : found) {
        ids.append(CaseId{leaves().entry(slot).key.id});
    }
    return ids;
}

CaseId CaseFilterProxy::idAt(int row) const
{
    return row >= 0 && row < rowCount()
               ? CaseId{leaves().entry(mRows[static_cast<std::size_t>(row)]).key.id}
               : CaseId{};
}

int CaseFilterProxy::rowOf(const CaseId &id) const
{
    const quint32 slot = leaves().slotOf(id.value);
    return slot == CaseIndex::kNone ? -1 : rowOfSlot(slot);
}

const Case *CaseFilterProxy::caseAt(int row) const
{
    return mCases.find(idAt(row));
}

int CaseFilterProxy::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mRows.size());
}

int CaseFilterProxy::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : CaseTableModel::kColumns;
}

QVariant CaseFilterProxy::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Case *subject = caseAt(index.row());
    return subject == nullptr
               ? QVariant()
               : mCases.value(*subject, static_cast<CaseTableModel::Column>(index.column()), role);
}

Qt::ItemFlags CaseFilterProxy::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled |
                                 Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

QVariant CaseFilterProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal ? mCases.headerData(section, orientation, role)
                                         : QVariant();
}

// What passes, and in which order

CaseFilterProxy::ColumnKey CaseFilterProxy::keyOf(const Case &subject) const
{
    using Column = CaseTableModel::Column;
    if (mColumn == kByHeat) {
        const qint64 share = heatShare(subject, mCases.heatLimits(), mHeatAt);
        return {share < 0 ? 1 : 0, -share, {}};
    }
    const auto milliseconds = [](const std::optional<Instant> &moment) {
        return moment ? moment->time_since_epoch().count() : 0;
    };
    switch (static_cast<Column>(mColumn)) {
    case Column::Reported:
        return {0, milliseconds(subject.reportedAt), {}};
    case Column::Number:
        return {0, 0, subject.number};
    case Column::Class:
        // By code: the order of the catalogue in every language.
        return {static_cast<int>(subject.classKey.kind), 0, subject.classKey.code};
    case Column::Text:
        return {0, 0, subject.text};
    case Column::Place:
        return {0, 0, subject.street + subject.grid};
    case Column::Unit:
        return {0, 0, subject.unit};
    case Column::Remaining: // the other way round
        return {subject.handledAt ? 2 : subject.dueAt ? 0 : 1, milliseconds(subject.dueAt), {}};
    case Column::Level:
    case Column::State:
        break;
    }
    return {};
}

bool CaseFilterProxy::isBefore(quint32 one, quint32 other) const
{
    const CaseIndex::Entry &first = leaves().entry(one);
    const CaseIndex::Entry &second = leaves().entry(other);
    if (byIndex()) {
        return leaves().isBefore(first, second, *mMajor);
    }
    static const ColumnKey sNone;
    const auto keyOfOne = mKeys.constFind(one);
    const auto keyOfOther = mKeys.constFind(other);
    const ColumnKey &a = keyOfOne == mKeys.constEnd() ? sNone : *keyOfOne;
    const ColumnKey &b = keyOfOther == mKeys.constEnd() ? sNone : *keyOfOther;
    int compared = a.group != b.group ? a.group - b.group : 0;
    if (compared == 0) {
        compared = a.number < b.number ? -1 : a.number > b.number ? 1 : a.text.compare(b.text);
    }
    if (compared != 0) {
        return (compared < 0) == (mSortOrder == Qt::AscendingOrder);
    }
    return first.key < second.key;
}

bool CaseFilterProxy::accepts(quint32 slot) const
{
    const Case *subject = mCases.find(CaseId{leaves().entry(slot).key.id});
    if (subject == nullptr) {
        return false;
    }
    const QueueFilter &f = mFilter;
    return (f.states.isEmpty() || f.states.contains(subject->state)) &&
           (f.levels.isEmpty() || f.levels.contains(subject->level)) &&
           (f.street.isEmpty() || subject->street == f.street) &&
           (f.unit.isEmpty() || subject->unit == f.unit) &&
           (!f.classKey || (subject->classKey.kind == f.classKey->kind &&
                            subject->classKey.code == f.classKey->code)) &&
           (f.division.isEmpty() || subject->street.startsWith(f.division) ||
            (f.division.startsWith(subject->street) && !subject->street.isEmpty() &&
             subject->community.startsWith(f.division))) &&
           (f.person.isEmpty() || subject->person == f.person) &&
           (f.units.isEmpty() || f.units.contains(subject->unit)) &&
           (f.named == QueueFilter::Named::Either ||
            subject->person.isEmpty() == (f.named == QueueFilter::Named::Nobody)) &&
           (!f.shortOrOverdue || isShortOrOverdue(*subject, mNow)) &&
           (!f.overdueOnly || isOverdue(*subject, mNow)) &&
           (mWords.isEmpty() || acceptsText(*subject));
}

const QString &CaseFilterProxy::classWords(const Case &subject) const
{
    QString &words =
        mClassWords.at(static_cast<std::size_t>(subject.classKey.kind))[subject.classKey.code];
    if (words.isEmpty()) {
        const DistrictNames &names = mCases.district().names();
        words = subject.classKey.code + u'\n' + names.className(subject.classKey, false) + u'\n' +
                names.className(subject.classKey, true);
    }
    return words;
}

bool CaseFilterProxy::acceptsText(const Case &subject) const
{
    return std::ranges::all_of(mWords, [&](const QStringMatcher &word) {
        const auto in = [&word](const QString &text) { return word.indexIn(text) >= 0; };
        return in(subject.text) || in(subject.number) || in(subject.address) ||
               in(classWords(subject)) || in(mCases.district().names().grid(subject.grid));
    });
}

// Reading it, slice by slice

CaseIndex::Page
CaseFilterProxy::page(int most, qint64 mostVisits, const std::optional<CaseIndex::Entry> &after)
{
    CaseIndex::PageOrder wanted{mMajor.value_or(CaseIndex::Order{}), mNow, after};
    wanted.most = most;
    wanted.mostVisits = mostVisits;
    if (needsCheck()) {
        wanted.accepts = [this](quint32 slot) { return accepts(slot); };
    }
    CaseIndex::Page found = leaves().page(mFilter, wanted);
    mVisits += found.visited;
    return found;
}

void CaseFilterProxy::begin()
{
    mNow = mCases.district().clock().now();
    mHeatAt = mNow;
    mAfter.reset();
    mFilled = false;
    mOrdered.clear();
    mKeys.clear();
    mCollected = false;
    if (byIndex()) {
        CaseIndex::Page first = page(kFirst, kVisitsOfSlice, {});
        mRows = std::move(first.found);
        mAfter = first.last;
        mFilled = first.complete;
    } else {
        collect();
        mRows = nextOrdered(kFirst);
        mFilled = mCollected && mRows.size() == mOrdered.size();
    }
    goOn();
}

void CaseFilterProxy::restart()
{
    emit aboutToRearrange();
    const std::vector<quint32> before = std::exchange(mRows, {});
    begin();
    become(std::exchange(mRows, before));
    emit countChanged();
    emit rearranged();
}

void CaseFilterProxy::collect()
{
    const CaseIndex::Page some = page(static_cast<int>(kNoEnd), kVisitsOfSlice, mAfter);
    mAfter = some.last;
    mCollected = some.complete;
    for (const quint32 slot : some.found) {
        const Case *subject = mCases.find(CaseId{leaves().entry(slot).key.id});
        if (subject != nullptr) {
            mKeys.insert(slot, keyOf(*subject));
            mOrdered.insert(slot, [this](quint32 a, quint32 b) { return isBefore(a, b); });
        }
    }
}

std::vector<quint32> CaseFilterProxy::nextOrdered(std::size_t most) const
{
    SlotList::Position at;
    if (!mRows.empty()) {
        at = mOrdered.find([&](quint32 slot) { return !isBefore(mRows.back(), slot); });
    }
    std::vector<quint32> rows;
    for (; !mOrdered.atEnd(at) && rows.size() < most; at = mOrdered.next(at)) {
        rows.push_back(mOrdered.at(at));
    }
    return rows;
}

bool CaseFilterProxy::wantsMore() const
{
    if (mFilled) {
        return false;
    }
    if (!byIndex() && !mCollected) {
        return true;
    }
    // Words have to be looked for to be counted at all.
    return mFilling || mRows.size() < kFirst || (byIndex() && needsCheck());
}

void CaseFilterProxy::goOn()
{
    if (wantsMore() && !mSlice.isActive()) {
        mSlice.start();
    }
}

void CaseFilterProxy::slice()
{
    if (!wantsMore()) {
        return;
    }
    if (byIndex()) {
        CaseIndex::Page more = needsCheck() ? page(kRowsOfSlice, kVisitsOfSlice, mAfter)
                                            : page(kRowsOfSlice, kNoEnd, mAfter);
        mAfter = more.last;
        append(std::move(more.found));
        mFilled = more.complete;
    } else if (!mCollected) {
        collect();
        // The best of those found so far; what comes later pushes in between.
        const std::vector<quint32> before = std::exchange(mRows, {});
        const std::vector<quint32> first = nextOrdered(kFirst);
        mRows = before;
        become(first);
        mFilled = mCollected && mRows.size() == mOrdered.size();
    } else {
        std::vector<quint32> more = nextOrdered(kRowsOfSlice);
        mFilled = more.size() < static_cast<std::size_t>(kRowsOfSlice);
        append(std::move(more));
    }
    if (needsCheck()) {
        emit countChanged();
    }
    goOn();
}

void CaseFilterProxy::append(std::vector<quint32> rows)
{
    if (rows.empty()) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    mRows.insert(mRows.end(), rows.begin(), rows.end());
    endInsertRows();
}

void CaseFilterProxy::fill()
{
    const bool filling = std::exchange(mFilling, true);
    while (wantsMore()) {
        slice();
    }
    mFilling = filling;
}

bool CaseFilterProxy::passes(const CaseId &id) const
{
    const quint32 slot = leaves().slotOf(id.value);
    return slot != CaseIndex::kNone && accepts(slot);
}

bool CaseFilterProxy::reveal(const CaseId &id, int mostSlices)
{
    const quint32 slot = leaves().slotOf(id.value);
    if (slot == CaseIndex::kNone || !accepts(slot)) {
        return false;
    }
    const bool filling = std::exchange(mFilling, true);
    for (int done = 0; done < mostSlices && rowOfSlot(slot) < 0 && wantsMore(); ++done) {
        slice();
    }
    mFilling = filling;
    return rowOfSlot(slot) >= 0;
}

// Keeping it up

int CaseFilterProxy::placeOf(quint32 slot) const
{
    const auto place =
        std::lower_bound(mRows.cbegin(), mRows.cend(), slot, [this](quint32 a, quint32 b) {
            return isBefore(a, b);
        });
    return static_cast<int>(place - mRows.cbegin());
}

int CaseFilterProxy::rowOfSlot(quint32 slot) const
{
    const int place = placeOf(slot);
    if (place < rowCount() && mRows[static_cast<std::size_t>(place)] == slot) {
        return place;
    }
    if (mSorted) {
        return -1;
    }
    const auto found = std::ranges::find(mRows, slot);
    return found == mRows.end() ? -1 : static_cast<int>(found - mRows.begin());
}

bool CaseFilterProxy::isInside(quint32 slot) const
{
    if (mFilled) {
        return true;
    }
    if (byIndex()) {
        return mAfter && !leaves().isBefore(*mAfter, leaves().entry(slot), *mMajor);
    }
    return !mRows.empty() && isBefore(slot, mRows.back());
}

void CaseFilterProxy::take()
{
    const std::vector<CaseIndex::Change> &changes = leaves().changes();
    if (!byIndex()) {
        for (const CaseIndex::Change &change : changes) {
            order(change.before, change.after);
        }
    }
    if (changes.size() > kFew) {
        takeMany(changes);
    } else {
        for (const CaseIndex::Change &change : changes) {
            takeOne(change);
        }
    }
    for (const CaseIndex::Change &change : changes) {
        if (change.before != change.after || change.after == CaseIndex::kNone ||
            !accepts(change.after)) {
            mKeys.remove(change.before);
        }
    }
    goOn();
    emit countChanged();
}

/** Keeps what is sorted here; what has not been collected yet will be met as it is by then. */
void CaseFilterProxy::order(quint32 before, quint32 after)
{
    const auto less = [this](quint32 a, quint32 b) { return isBefore(a, b); };
    if (before != CaseIndex::kNone && mKeys.contains(before)) {
        mOrdered.remove(before, less);
    }
    if (after == CaseIndex::kNone || !accepts(after)) {
        return;
    }
    const bool met =
        mCollected || (mAfter && !leaves().isBefore(*mAfter, leaves().entry(after), {}));
    if (!met) {
        return;
    }
    const ColumnKey key = keyOf(*mCases.find(CaseId{leaves().entry(after).key.id}));
    if (before == after && mKeys.value(after) != key) {
        // The same slot with another key: rows are found by the key they stand by.
        if (const int row = rowOfSlot(after); row >= 0) {
            removeRow(row);
        }
    }
    mKeys.insert(after, key);
    mOrdered.insert(after, less);
}

void CaseFilterProxy::takeOne(const CaseIndex::Change &change)
{
    const int row = change.before == CaseIndex::kNone ? -1 : rowOfSlot(change.before);
    const bool wanted = change.after != CaseIndex::kNone && accepts(change.after) &&
                        (byIndex() || mKeys.contains(change.after)) && isInside(change.after);
    if (row < 0) {
        if (wanted) {
            putRow(change.after);
        }
        return;
    }
    if (!wanted) {
        removeRow(row);
        return;
    }
    int place = placeOf(change.after);
    if (place == row || place == row + 1) {
        mRows[static_cast<std::size_t>(row)] = change.after;
        place = row;
    } else {
        beginMoveRows({}, row, row, {}, place);
        place -= place > row ? 1 : 0;
        mRows.erase(mRows.begin() + row);
        mRows.insert(mRows.begin() + place, change.after);
        endMoveRows();
    }
    tellRows(place, place, 0, CaseTableModel::kColumns - 1);
}

void CaseFilterProxy::takeMany(const std::vector<CaseIndex::Change> &changes)
{
    QHash<quint32, quint32> after; // of rows that change
    std::vector<quint32> coming;
    for (const CaseIndex::Change &change : changes) {
        if (change.before != CaseIndex::kNone) {
            after.insert(change.before, change.after);
        }
        if (change.after != CaseIndex::kNone && accepts(change.after) &&
            (byIndex() || mKeys.contains(change.after)) && isInside(change.after)) {
            coming.push_back(change.after);
        }
    }
    mSorted = false;
    std::vector<quint32> staying;
    staying.reserve(mRows.size() + coming.size());
    for (quint32 &slot : mRows) {
        const auto changed = after.constFind(slot);
        if (changed == after.constEnd()) {
            staying.push_back(slot);
        } else if (*changed != CaseIndex::kNone) {
            slot = *changed; // the same row under its new name, for become() to put in its place
        }
    }
    const auto less = [this](quint32 a, quint32 b) { return isBefore(a, b); };
    std::ranges::sort(coming, less);
    std::vector<quint32> rows;
    rows.reserve(staying.size() + coming.size());
    std::ranges::merge(staying, coming, std::back_inserter(rows), less);
    become(rows);
    tellRows(0, rowCount() - 1, 0, CaseTableModel::kColumns - 1);
}

void CaseFilterProxy::putRow(quint32 slot)
{
    const int place = placeOf(slot);
    beginInsertRows({}, place, place);
    mRows.insert(mRows.begin() + place, slot);
    endInsertRows();
}

void CaseFilterProxy::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    mRows.erase(mRows.begin() + row);
    endRemoveRows();
}

void CaseFilterProxy::passTime()
{
    const Instant now = mCases.district().clock().now();
    if (now == mNow) {
        return;
    }
    const Instant before = std::exchange(mNow, now);
    // Who waits gets hotter at the pace of the level; and somebody may have set the clock.
    if ((mColumn == kByHeat && now - mHeatAt >= kHeatAge) ||
        (mFilter.overdueOnly && now < before)) {
        restart();
        return;
    }
    if (!mFilter.overdueOnly) {
        return;
    }
    bool any = false;
    for (const quint32 slot : leaves().ranOut(mFilter, before, now)) {
        any = true;
        if (!accepts(slot) || rowOfSlot(slot) >= 0) {
            continue;
        }
        if (!byIndex()) {
            order(CaseIndex::kNone, slot);
            if (!mKeys.contains(slot)) {
                continue;
            }
        }
        if (isInside(slot)) {
            putRow(slot);
        }
    }
    if (any) {
        goOn();
        emit countChanged();
    }
}

// Many rows at once

void CaseFilterProxy::become(const std::vector<quint32> &rows)
{
    mSorted = false; // until all of it is told
    std::vector<char> stays(leaves().capacity(), 0);
    for (const quint32 slot : rows) {
        stays[slot] = 1;
    }
    removeOthers(stays);
    for (const quint32 slot : mRows) {
        stays[slot] = 2;
    }
    if (mRows.size() < rows.size()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(rows.size() - mRows.size()) - 1);
        for (const quint32 slot : rows) {
            if (stays[slot] == 1) {
                mRows.push_back(slot);
            }
        }
        endInsertRows();
    }
    if (rows != mRows) {
        layOut(rows);
    }
    mSorted = true;
}

void CaseFilterProxy::removeOthers(const std::vector<char> &stays)
{
    std::vector<quint32> order = mRows;
    const auto others = std::stable_partition(
        order.begin(), order.end(), [&](quint32 slot) { return stays[slot] != 0; });
    const auto kept = static_cast<int>(others - order.begin());
    if (kept == rowCount()) {
        return;
    }
    if (kept > 0 && order != mRows) {
        layOut(order); // so that they go as one range
    }
    beginRemoveRows({}, kept, rowCount() - 1);
    mRows.resize(static_cast<std::size_t>(kept));
    endRemoveRows();
}

void CaseFilterProxy::layOut(const std::vector<quint32> &rows)
{
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> rowOfSlot(before.isEmpty() ? 0 : leaves().capacity(), -1);
    if (!before.isEmpty()) {
        for (std::size_t row = 0; row < rows.size(); ++row) {
            rowOfSlot[rows[row]] = static_cast<int>(row);
        }
    }
    QModelIndexList after;
    for (const QModelIndex &old : before) {
        const quint32 slot = mRows[static_cast<std::size_t>(old.row())];
        after.append(createIndex(rowOfSlot[slot], old.column()));
    }
    mRows = rows;
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void CaseFilterProxy::tellRows(int first, int last, int firstColumn, int lastColumn)
{
    if (last >= first) {
        emit dataChanged(index(first, firstColumn), index(last, lastColumn));
    }
}

} // namespace gridward
