// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/hourofweek.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qint64 kHour = 3'600'000; ///< milliseconds
constexpr int kHoursOfDay = 24;

qint64 millisecondsOf(Instant moment)
{
    return static_cast<qint64>(moment.time_since_epoch().count());
}

Instant instantOf(const QDateTime &moment)
{
    return Instant(std::chrono::milliseconds(moment.toMSecsSinceEpoch()));
}

QDate firstDayAfter(QDate day, TimeStep step)
{
    switch (step) {
    case TimeStep::Week:
        return day.addDays(8 - day.dayOfWeek());
    case TimeStep::Month:
        return QDate(day.year(), day.month(), 1).addMonths(1);
    case TimeStep::Day:
        break;
    }
    return day.addDays(1);
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HourOfWeek)
};

QString dayName(int day)
{
    return QStringList{Words::tr("Mon"),
                       Words::tr("Tue"),
                       Words::tr("Wed"),
                       Words::tr("Thu"),
                       Words::tr("Fri"),
                       Words::tr("Sat"),
                       Words::tr("Sun")}
        .value(day);
}

using HoursOfDay = std::bitset<kHoursOfDay>;

HoursOfDay hoursOf(const HourChoice &chosen, int day)
{
    HoursOfDay hours;
    for (int hour = 0; hour < kHoursOfDay; ++hour) {
        hours[hour] = chosen[day * kHoursOfDay + hour];
    }
    return hours;
}

/** "07:00–09:00"; a day as a whole is an empty one. */
QStringList spansOf(const HoursOfDay &hours)
{
    if (hours.all()) {
        return {QString()};
    }
    const auto clock = [](int hour) { return u"%1:00"_s.arg(hour, 2, 10, QLatin1Char('0')); };
    QStringList spans;
    for (int hour = 0; hour < kHoursOfDay; ++hour) {
        if (!hours[hour]) {
            continue;
        }
        const int first = hour;
        while (hour < kHoursOfDay && hours[hour]) {
            ++hour;
        }
        spans.append(u"%1–%2"_s.arg(clock(first), clock(hour)));
    }
    return spans;
}

bool isWithin(const GeoExtent &extent, double longitude, double latitude)
{
    return longitude >= extent.west && longitude <= extent.east && latitude >= extent.south &&
           latitude <= extent.north;
}

} // namespace

QList<quint8> hoursOfWeek(const QList<CaseId> &cases, const QTimeZone &zone)
{
    QList<quint8> hours;
    hours.reserve(cases.size());
    // Cases come by time: the clock is asked once for all of a quarter of an hour, within which no
    // zone changes its offset or its hour.
    constexpr qint64 kQuarter = kHour / 4;
    qint64 known = std::numeric_limits<qint64>::min();
    quint8 hour = 0;
    for (const CaseId &id : cases) {
        const qint64 moment = millisecondsOf(id.registeredAt());
        const qint64 quarter = moment / kQuarter - (moment % kQuarter < 0 ? 1 : 0);
        if (quarter != known) {
            known = quarter;
            const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment, zone);
            hour = static_cast<quint8>((local.date().dayOfWeek() - 1) * kHoursOfDay +
                                       local.time().hour());
        }
        hours.append(hour);
    }
    return hours;
}

HourCounts countHours(const CasePoints &points,
                      const QList<quint8> &hours,
                      const std::optional<GeoExtent> &extent)
{
    HourCounts counts{};
    for (qsizetype i = 0; i < hours.size(); ++i) {
        if (!extent || isWithin(*extent, points.longitudes.at(i), points.latitudes.at(i))) {
            ++counts.at(hours.at(i));
        }
    }
    return counts;
}

CasePoints inHours(const CasePoints &points, const QList<quint8> &hours, const HourChoice &chosen)
{
    if (chosen.none() || hours.size() != points.longitudes.size()) {
        return points;
    }
    CasePoints some;
    some.from = points.from;
    some.to = points.to;
    some.withoutPlace = points.withoutPlace;
    for (qsizetype i = 0; i < hours.size(); ++i) {
        if (chosen.test(hours.at(i))) {
            some.longitudes.append(points.longitudes.at(i));
            some.latitudes.append(points.latitudes.at(i));
            some.ids.append(points.ids.at(i));
            if (!points.personal.isEmpty()) {
                some.personal.append(points.personal.at(i));
            }
        }
    }
    some.visited = some.longitudes.size() + some.withoutPlace;
    return some;
}

QString hoursText(const HourChoice &chosen)
{
    constexpr int kDays = kHoursOfWeek / kHoursOfDay;
    constexpr qsizetype kMostSpans = 4;
    QStringList all;
    for (int day = 0; day < kDays; ++day) {
        const HoursOfDay hours = hoursOf(chosen, day);
        if (hours.none()) {
            continue;
        }
        const int first = day;
        while (day + 1 < kDays && hoursOf(chosen, day + 1) == hours) {
            ++day;
        }
        const QString days =
            first == day ? dayName(first) : Words::tr("%1–%2").arg(dayName(first), dayName(day));
        for (const QString &span : spansOf(hours)) {
            all.append(span.isEmpty() ? days : u"%1 %2"_s.arg(days, span));
        }
    }
    if (all.isEmpty()) {
        return {};
    }
    return all.size() > kMostSpans
               ? Words::tr("registered in %n hour(s) of the week that were chosen",
                           nullptr,
                           static_cast<int>(chosen.count()))
               : Words::tr("registered %1").arg(all.join(Words::tr(", ")));
}

QList<Instant> stepsOf(Instant from, Instant to, TimeStep step, const QTimeZone &zone)
{
    QList<Instant> bounds;
    if (!(from < to)) {
        return bounds;
    }
    bounds.append(from);
    QDate day = QDateTime::fromMSecsSinceEpoch(millisecondsOf(from), zone).date();
    while (true) {
        day = firstDayAfter(day, step);
        const Instant begin = instantOf(day.startOfDay(zone));
        if (!(begin < to)) {
            break;
        }
        bounds.append(begin);
    }
    bounds.append(to);
    return bounds;
}

} // namespace gridward
