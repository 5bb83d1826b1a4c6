// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heatfile/heatmapseries.h"

#include "gis/heat/asidefile.h"

#include <QDir>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kLaid = 0.2;   ///< of the work, until the ground is known
constexpr double kScaled = 0.5; ///< until the colours are

QDateTime momentOf(Instant instant, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), zone);
}

PointSet within(const PointSet &all, const SeriesPart &part)
{
    PointSet some;
    some.crs = all.crs;
    some.counts = all.counts;
    const qint64 from = part.from.time_since_epoch().count();
    const qint64 to = part.to.time_since_epoch().count();
    for (std::size_t i = 0; i < all.times.size(); ++i) {
        if (all.times[i] < from || all.times[i] >= to) {
            continue;
        }
        some.xs.push_back(all.xs[i]);
        some.ys.push_back(all.ys[i]);
        some.times.push_back(all.times[i]);
        if (!all.weights.empty()) {
            some.weights.push_back(all.weights[i]);
        }
        if (!all.personal.empty()) {
            some.personal.push_back(all.personal[i]);
        }
    }
    return some;
}

/** The ground and the bandwidth of the whole period, for all of its parts. */
Result<void> settle(HeatmapJob &job, const PointSet &all, const FileWatch &watch)
{
    const Result<HeatStudy> whole = HeatStudy::make(all, job.study, watch);
    if (!whole) {
        return whole.error();
    }
    const CellGrid &grid = whole.value().grid();
    job.study.extent = PlaneBox{grid.west, grid.south(), grid.east(), grid.north};
    job.study.crs = whole.value().plane().wkt;
    if (job.study.recipe.rule != BandwidthRule::Adaptive) {
        job.study.recipe.rule = BandwidthRule::ByHand;
        job.study.recipe.bandwidth = whole.value().surfaceFacts().bandwidth;
    }
    return {};
}

HeatmapJob jobFor(const HeatmapJob &job, const SeriesPart &part)
{
    HeatmapJob one = job;
    one.study.from = part.from;
    one.study.to = part.to;
    return one;
}

} // namespace

QList<SeriesPart> partsOf(Instant from, Instant to, SeriesStep step, const QString &timeZone)
{
    const QTimeZone zone = timeZone.isEmpty() ? QTimeZone::utc() : QTimeZone(timeZone.toLatin1());
    const QDateTime first = momentOf(from, zone);
    const QDateTime end = momentOf(to, zone);
    // Days begin at midnight, weeks on Monday and months on their first, as on the screen: where
    // the period begins or ends in the middle of one, that part is shorter.
    const auto following = [step, &zone](const QDateTime &moment) {
        const QDate day = moment.date();
        const QDate next = step == SeriesStep::Month
                               ? QDate(day.year(), day.month(), 1).addMonths(1)
                           : step == SeriesStep::Week ? day.addDays(8 - day.dayOfWeek())
                                                      : day.addDays(1);
        return next.startOfDay(zone);
    };
    QList<SeriesPart> parts;
    for (QDateTime start = first; start < end; start = following(start)) {
        const QDateTime until = std::min(following(start), end);
        parts.append({Instant(std::chrono::milliseconds(start.toMSecsSinceEpoch())),
                      Instant(std::chrono::milliseconds(until.toMSecsSinceEpoch())),
                      start.date().toString(Qt::ISODate)});
    }
    return parts;
}

Result<void> checkSeriesFolder(const QString &folder)
{
    const Result<std::unique_ptr<AsideFile>> place =
        AsideFile::beside(QDir(folder).filePath(u"heat.png"_s));
    return place ? Result<void>() : place.error();
}

Result<HeatmapReport> makeHeatmapSeries(const HeatmapJob &order,
                                        const QList<SeriesPart> &parts,
                                        const QString &folder,
                                        const FileWatch &watch)
{
    HeatmapJob job = order;
    if (const Result<void> place = checkSeriesFolder(folder); !place) {
        return place.error();
    }
    Result<PointSet> read = readPoints(job.points, partOf(watch, 0.0, kLaid / 2.0));
    if (!read) {
        return read.error();
    }
    const PointSet all = std::move(read).value();
    if (const Result<void> done = settle(job, all, partOf(watch, kLaid / 2.0, kLaid)); !done) {
        return done.error();
    }
    const auto share = [&parts](double from, double to, qsizetype i) {
        return from + (to - from) * static_cast<double>(i) / static_cast<double>(parts.size());
    };
    for (qsizetype i = 0; i < parts.size(); ++i) {
        Result<HeatStudy> made =
            HeatStudy::make(within(all, parts.at(i)), jobFor(job, parts.at(i)).study, watch);
        if (!made) {
            return made.error();
        }
        HeatStudy study = std::move(made).value();
        const auto nowhere = [](qint64, qint64, std::span<const double>) { return Result<void>(); };
        const Result<void> done = study.compute(
            nowhere, partOf(watch, share(kLaid, kScaled, i), share(kLaid, kScaled, i + 1)));
        if (!done) {
            return done.error();
        }
        job.look.scale = std::max(job.look.scale, study.facts().highest);
    }
    HeatmapReport report;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        HeatmapJob one = jobFor(job, parts.at(i));
        one.out = QDir(folder).filePath(u"heat-%1.png"_s.arg(parts.at(i).name));
        const Result<HeatmapReport> made =
            makeHeatmap(one,
                        within(all, parts.at(i)),
                        std::nullopt,
                        partOf(watch, share(kScaled, 1.0, i), share(kScaled, 1.0, i + 1)));
        if (!made) {
            return made.error();
        }
        report.files.append(made.value().files.first());
        report.facts = made.value().facts;
    }
    report.facts.insert(u"scale"_s, job.look.scale);
    return report;
}

} // namespace gridward
