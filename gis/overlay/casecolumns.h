// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/service/mapport.h"

#include <QHash>
#include <QList>
#include <QUuid>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace gridward {

/** Which pictogram stands for a class: 1 to 10 are the major classes of GB/T 47678.5. */
[[nodiscard]] int pictogramOf(const ClassKey &key);

/** What the clusterer and the painter know of points: columns of equal length. */
struct PointColumns
{
    std::span<const double> x; ///< EPSG:3857, whole multiples of 1/1024 m
    std::span<const double> y;
    std::span<const std::uint8_t> level;     ///< CaseLevel as a number
    std::span<const std::uint8_t> pictogram; ///< 1 to 10
    std::span<const std::uint8_t> overdue;   ///< 0 or 1
    std::span<const std::uint8_t> shown;     ///< 0 or 1
};

/**
 * The open cases that have a place, in columns: projected once, when they arrive. The number of a
 * case (its index) stays as long as the case does; numbers of those that ended are used again.
 * Holds no text. Copyable, so that a picture of it can be drawn elsewhere. Any one thread.
 */
class CaseColumns
{
public:
    using Index = std::int32_t;
    static constexpr Index kNone = -1;

    /** All cases, instead of those so far. Ended ones and those without a place are left out. */
    void assign(const QList<Case> &cases, Instant now);
    /**
     * The case as it stands now: its number, new or old, or kNone if it is not (or no longer) one
     * of ours. Costs the same however many there are.
     */
    Index put(const Case &subject, Instant now);
    void clear();

    /** kNone if the case is not here. */
    [[nodiscard]] Index find(const CaseId &id) const;
    [[nodiscard]] CaseId idOf(Index index) const { return CaseId{mId[at(index)]}; }
    [[nodiscard]] bool isShown(Index index) const { return mShown[at(index)] != 0; }
    [[nodiscard]] bool isOverdue(Index index) const { return mOverdue[at(index)] != 0; }
    [[nodiscard]] CaseLevel levelOf(Index index) const { return CaseLevel{mLevel[at(index)]}; }

    /** Which cases count; true if that changed which are shown. */
    bool setFilter(const CaseFilter &filter, Instant now);
    [[nodiscard]] const CaseFilter &filter() const { return mFilter; }
    /**
     * What time alone changes: overdue, and age if the filter asks. Gives the cases whose symbols
     * change, until the next call; `before` hears of each while its columns still say what was.
     */
    const std::vector<Index> &refresh(Instant now, const std::function<void(Index)> &before = {});
    /** False if no time can pass that would change anything. */
    [[nodiscard]] bool changesWithTime() const;

    /** Most urgent first: level, overdue, oldest. */
    void sortByUrgency(std::vector<Index> &indexes) const;

    [[nodiscard]] PointColumns columns() const;
    [[nodiscard]] int count() const { return static_cast<int>(mIndexOf.size()); }
    [[nodiscard]] int shownCount() const;
    /** Bytes held by the columns: for tests. */
    [[nodiscard]] std::size_t capacity() const { return mX.capacity(); }

private:
    static std::size_t at(Index index) { return static_cast<std::size_t>(index); }
    Index takeRow();
    void fill(Index index, const Case &subject, Instant now);
    [[nodiscard]] bool passes(std::size_t row, std::int64_t now) const;

    std::vector<double> mX;
    std::vector<double> mY;
    std::vector<std::int64_t> mDue;      ///< late when the clock (ms) is beyond it
    std::vector<std::int64_t> mReported; ///< ms
    std::vector<QUuid> mId;
    std::vector<std::uint8_t> mLevel;
    std::vector<std::uint8_t> mPictogram;
    std::vector<std::uint8_t> mState;
    std::vector<std::uint8_t> mOverdue;
    std::vector<std::uint8_t> mShown;
    std::vector<std::uint8_t> mUsed;
    std::vector<Index> mFree;
    std::vector<Index> mRefreshed;
    QHash<QUuid, Index> mIndexOf;
    CaseFilter mFilter;
    std::uint8_t mLevels = 0xFF; ///< bits of the filter
    std::uint32_t mStates = ~0U; ///< bits of the filter
    std::int64_t mYounger = 0;   ///< ms; 0: any age
};

} // namespace gridward
