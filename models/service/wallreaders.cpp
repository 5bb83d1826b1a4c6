// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/wallreaders.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kInTimeDays = 30;
constexpr double kSquareMetresPerKm2 = 1e6;

/** Where the figure stands in each row. */
qsizetype placeOf(const Evaluation &evaluation, Indicator indicator)
{
    const auto found =
        std::ranges::find(evaluation.definitions, indicator, &IndicatorDefinition::indicator);
    return found - evaluation.definitions.begin();
}

/** The communities and grids in the user's part. */
Result<QList<WallArea>> areasSeen(Store &store)
{
    const Result<QList<Division>> divisions = store.divisions();
    const Result<QList<UnitGrid>> grids = store.grids();
    if (!divisions || !grids) {
        return divisions ? grids.error() : divisions.error();
    }
    const QSet<QString> seen = divisionsSeen(divisions.value(), store.acting());
    QList<WallArea> areas;
    for (const Division &division : divisions.value()) {
        if (division.level == "community"_L1 && seen.contains(division.code)) {
            areas.append({division.code,
                          division.level,
                          division.name,
                          division.area / kSquareMetresPerKm2,
                          0,
                          0});
        }
    }
    for (const UnitGrid &grid : grids.value()) {
        if (seen.contains(grid.community) || seen.contains(grid.street)) {
            areas.append({grid.code, u"grid"_s, grid.name, grid.area / kSquareMetresPerKm2, 0, 0});
        }
    }
    return areas;
}

} // namespace

WallStreetsReader::WallStreetsReader(Instant now, const std::optional<Instant> &at)
    : mMoment(at.value_or(now))
    , mAt(at)
    , mDays(std::make_shared<QHash<QString, QList<int>>>())
{
}

void WallStreetsReader::begin(const Store &store)
{
    const QTimeZone zone = timeZoneNamed(store.info().timeZone);
    mToday = localDayOf(mMoment, zone);
    const Period period{Period::Kind::Range, mToday.addDays(1 - kInTimeDays), mToday};
    mReader =
        std::make_unique<EvaluationReader>(QList{period}, EvaluationLevel::Street, false, mMoment);
    mReader->setThen(mAt);
    mReader->setWatcher(
        [days = mDays, today = mToday, zone](const EvaluatedCase &subject, qsizetype) {
            const qint64 back = localDayOf(subject.reportedAt, zone).daysTo(today);
            if (back < kWallDays) {
                QList<int> &counts = (*days)[subject.street];
                counts.resize(kWallDays);
                ++counts[kWallDays - 1 - back];
            }
        });
}

Result<bool> WallStreetsReader::readOn(Store &store)
{
    if (!mReader) {
        begin(store);
    }
    return mReader->readOn(store);
}

WallStreets WallStreetsReader::result() const
{
    const Evaluation evaluation = mReader->results().first();
    const qsizetype inTime = placeOf(evaluation, Indicator::InTimeHandling);
    const QList<std::optional<int>> ranks = evaluation.ranks(inTime);
    WallStreets made;
    made.asOf = mMoment;
    made.today = mToday;
    made.inTime = evaluation.all.figures.at(inTime).value_or(Figure{});
    for (qsizetype row = 0; row < evaluation.rows.size(); ++row) {
        const EvaluationRow &street = evaluation.rows.at(row);
        if (street.code.isEmpty()) {
            continue; // outside of every street
        }
        made.streets.append({street.code,
                             mDays->value(street.code, QList<int>(kWallDays, 0)),
                             street.figures.at(inTime).value_or(Figure{}),
                             ranks.at(row)});
    }
    return made;
}

std::pair<Period, Period> monthSoFar(QDate today)
{
    const QDate first(today.year(), today.month(), 1);
    const QDate firstBefore = first.addMonths(-1);
    const QDate lastBefore = std::min(firstBefore.addDays(today.day() - 1), first.addDays(-1));
    return {{Period::Kind::Range, first, today}, {Period::Kind::Range, firstBefore, lastBefore}};
}

Instant aMonthBefore(Instant moment, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), zone);
    const Period before = monthSoFar(local.date()).second;
    return before.last.day() < local.date().day()
               ? before.end(zone)
               : Instant(std::chrono::milliseconds(
                     QDateTime(before.last, local.time(), zone).toMSecsSinceEpoch()));
}

WallMonthReader::WallMonthReader(Instant now, const std::optional<Instant> &at)
    : mMoment(at.value_or(now))
    , mAt(at)
    , mCounts(std::make_shared<Counts>())
    , mCountsBefore(std::make_shared<Counts>())
{
}

Result<void> WallMonthReader::begin(Store &store)
{
    Result<QList<WallArea>> areas = areasSeen(store);
    if (!areas) {
        return areas.error();
    }
    mAreas = std::move(areas).value();
    const QTimeZone zone = timeZoneNamed(store.info().timeZone);
    std::tie(mPresent, mBefore) = monthSoFar(localDayOf(mMoment, zone));
    mMomentBefore = aMonthBefore(mMoment, zone);
    const auto readerOf = [](const Period &period,
                             Instant moment,
                             const std::optional<Instant> &then,
                             const std::shared_ptr<Counts> &counts) {
        auto reader = std::make_unique<EvaluationReader>(
            QList{period}, EvaluationLevel::District, false, moment);
        reader->setThen(then);
        reader->setWatcher([counts](const EvaluatedCase &subject, qsizetype) {
            for (const QString &area : {subject.community, subject.grid}) {
                ++(*counts)[area];
            }
        });
        return reader;
    };
    mReader = readerOf(mPresent, mMoment, mAt, mCounts);
    // As it stood a month ago: the cases of then have had a month more to be closed in since.
    mReaderBefore = readerOf(mBefore, mMomentBefore, mMomentBefore, mCountsBefore);
    return {};
}

Result<bool> WallMonthReader::readOn(Store &store)
{
    if (!mReader) {
        if (const Result<void> begun = begin(store); !begun) {
            return begun.error();
        }
    }
    if (mHasPresent) {
        return mReaderBefore->readOn(store);
    }
    const Result<bool> more = mReader->readOn(store);
    mHasPresent = more && !more.value();
    return more ? Result<bool>(true) : more;
}

WallMonth WallMonthReader::result() const
{
    WallMonth made;
    made.asOf = mMoment;
    made.asOfBefore = mMomentBefore;
    made.period = mPresent;
    made.before = mBefore;
    made.previous = mReaderBefore->results().first();
    made.present = mReader->results().first();
    made.areas = mAreas;
    for (WallArea &area : made.areas) {
        area.now = mCounts->value(area.code);
        area.before = mCountsBefore->value(area.code);
    }
    return made;
}

} // namespace gridward
