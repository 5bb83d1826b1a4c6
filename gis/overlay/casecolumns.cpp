// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/casecolumns.h"

#include "gis/overlay/mercator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kAlways = std::numeric_limits<std::int64_t>::min();

std::int64_t milliseconds(Instant instant)
{
    return instant.time_since_epoch().count();
}

/** Sums of multiples of 1/1024 m are exact, so that they do not depend on who came first. */
double snapped(double metres)
{
    return std::nearbyint(metres * 1024.0) / 1024.0;
}

/** The clock beyond which isOverdue() says yes. */
std::int64_t lateAfter(const Case &subject)
{
    if (!subject.dueAt) {
        return kNever;
    }
    if (const std::optional<Instant> end =
            subject.handledAt ? subject.handledAt : subject.closedAt) {
        return *end > *subject.dueAt ? kAlways : kNever;
    }
    return milliseconds(*subject.dueAt);
}

} // namespace

int pictogramOf(const ClassKey &key)
{
    constexpr int kOther = 10;
    const int major = QStringView(key.code).left(2).toInt();
    if (major < 1 || major > kOther) {
        return kOther;
    }
    // The edition of 2013 counts its matters from one again.
    if (key.scheme.startsWith("GBT30428"_L1) && key.kind == CaseKind::Matter) {
        constexpr std::array kMatters{6, 7, 8, 9, 10, 10};
        return major <= static_cast<int>(kMatters.size())
                   ? kMatters.at(static_cast<std::size_t>(major - 1))
                   : kOther;
    }
    return major;
}

void CaseColumns::assign(const QList<Case> &cases, Instant now)
{
    clear();
    mIndexOf.reserve(cases.size());
    for (const Case &subject : cases) {
        put(subject, now);
    }
}

void CaseColumns::clear()
{
    mX.clear();
    mY.clear();
    mDue.clear();
    mReported.clear();
    mId.clear();
    mLevel.clear();
    mPictogram.clear();
    mState.clear();
    mOverdue.clear();
    mShown.clear();
    mUsed.clear();
    mFree.clear();
    mIndexOf.clear();
}

CaseColumns::Index CaseColumns::put(const Case &subject, Instant now)
{
    const auto known = mIndexOf.constFind(subject.id.value);
    const bool wanted = isOpen(subject.state) && subject.place && isValid(*subject.place);
    if (!wanted) {
        if (known != mIndexOf.constEnd()) {
            const std::size_t row = at(*known);
            mUsed[row] = 0;
            mShown[row] = 0;
            mOverdue[row] = 0;
            mDue[row] = kNever;
            mFree.push_back(*known);
            mIndexOf.erase(known);
        }
        return kNone;
    }
    const Index index = known != mIndexOf.constEnd() ? *known : takeRow();
    if (known == mIndexOf.constEnd()) {
        mIndexOf.insert(subject.id.value, index);
    }
    fill(index, subject, now);
    return index;
}

CaseColumns::Index CaseColumns::takeRow()
{
    if (!mFree.empty()) {
        const Index index = mFree.back();
        mFree.pop_back();
        return index;
    }
    mX.push_back(0.0);
    mY.push_back(0.0);
    mDue.push_back(kNever);
    mReported.push_back(0);
    mId.emplace_back();
    mLevel.push_back(0);
    mPictogram.push_back(0);
    mState.push_back(0);
    mOverdue.push_back(0);
    mShown.push_back(0);
    mUsed.push_back(0);
    return static_cast<Index>(mX.size() - 1);
}

void CaseColumns::fill(Index index, const Case &subject, Instant now)
{
    const std::size_t row = at(index);
    const QPointF point = toMercator(*subject.place);
    const std::int64_t clock = milliseconds(now);
    mX[row] = snapped(point.x());
    mY[row] = snapped(point.y());
    mDue[row] = lateAfter(subject);
    mReported[row] = subject.reportedAt ? milliseconds(*subject.reportedAt) : kAlways;
    mId[row] = subject.id.value;
    mLevel[row] = static_cast<std::uint8_t>(subject.level);
    mPictogram[row] = static_cast<std::uint8_t>(pictogramOf(subject.classKey));
    mState[row] = static_cast<std::uint8_t>(subject.state);
    mUsed[row] = 1;
    mOverdue[row] = clock > mDue[row] ? 1 : 0;
    mShown[row] = passes(row, clock) ? 1 : 0;
}

bool CaseColumns::passes(std::size_t row, std::int64_t now) const
{
    // A case of unknown age is not young.
    const bool young =
        mYounger == 0 || (mReported[row] != kAlways && now - mReported[row] < mYounger);
    return mUsed[row] != 0 && (mLevels >> mLevel[row] & 1U) != 0 &&
           (mStates >> mState[row] & 1U) != 0 && (!mFilter.overdueOnly || mOverdue[row] != 0) &&
           young;
}

CaseColumns::Index CaseColumns::find(const CaseId &id) const
{
    return mIndexOf.value(id.value, kNone);
}

bool CaseColumns::setFilter(const CaseFilter &filter, Instant now)
{
    mFilter = filter;
    mLevels = filter.levels.isEmpty() ? 0xFF : 0;
    for (const CaseLevel level : filter.levels) {
        mLevels = static_cast<std::uint8_t>(mLevels | 1U << static_cast<unsigned>(level));
    }
    mStates = filter.states.isEmpty() ? ~0U : 0U;
    for (const CaseState state : filter.states) {
        mStates |= 1U << static_cast<unsigned>(state);
    }
    mYounger = filter.youngerThan ? std::chrono::milliseconds(*filter.youngerThan).count() : 0;
    return !refresh(now).empty();
}

const std::vector<CaseColumns::Index> &
CaseColumns::refresh(Instant now, const std::function<void(Index)> &before)
{
    const std::int64_t clock = milliseconds(now);
    mRefreshed.clear();
    for (std::size_t row = 0; row < mX.size(); ++row) {
        const std::uint8_t wasLate = mOverdue[row];
        const std::uint8_t late = mUsed[row] != 0 && clock > mDue[row] ? 1 : 0;
        mOverdue[row] = late; // the filter may ask for it
        const std::uint8_t shown = passes(row, clock) ? 1 : 0;
        if (shown == mShown[row] && (late == wasLate || shown == 0)) {
            continue;
        }
        const auto index = static_cast<Index>(row);
        if (before) {
            mOverdue[row] = wasLate;
            before(index);
            mOverdue[row] = late;
        }
        mShown[row] = shown;
        mRefreshed.push_back(index);
    }
    return mRefreshed;
}

bool CaseColumns::changesWithTime() const
{
    return !mIndexOf.isEmpty();
}

void CaseColumns::sortByUrgency(std::vector<Index> &indexes) const
{
    const auto key = [this](Index index) {
        const std::size_t row = at(index);
        return std::tuple(-int(mLevel[row]), -int(mOverdue[row]), mReported[row], mId[row]);
    };
    std::ranges::sort(indexes, [&](Index one, Index other) { return key(one) < key(other); });
}

PointColumns CaseColumns::columns() const
{
    return {mX, mY, mLevel, mPictogram, mOverdue, mShown};
}

int CaseColumns::shownCount() const
{
    return static_cast<int>(std::ranges::count(mShown, std::uint8_t{1}));
}

} // namespace gridward
