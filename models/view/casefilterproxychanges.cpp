// SPDX-License-Identifier: GPL-3.0-or-later
// How a queue follows changes and time, and tells of many rows at once.
#include "models/service/districtport.h"
#include "models/view/casefilterproxy.h"

#include <algorithm>
#include <utility>

namespace gridward {

namespace {

/** So many changes at once are told one by one; more are told as one. */
constexpr std::size_t kFew = 200;
constexpr std::chrono::minutes kHeatAge{1}; ///< so long an order by heat is good

} // namespace

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
        mCollected || (mAfter && !leaves().isBefore(*mAfter, leaves().entry(after), orderRead()));
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
    emit aboutToRearrange(); // those that leave go from the end, wherever they stood
    become(rows);
    emit rearranged();
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
    if (((mColumn == kByHeat || mFilter.hotBy) && now - mHeatAt >= kHeatAge) ||
        (mFilter.overdueOnly && now < before) || leaves().crosses(mFilter, before, now)) {
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
