// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/wall/wallfigure.h"

#include "models/view/wall/wallwords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gridward {

WallFigure
countFigure(const QString &id, qint64 count, Instant asOf, WallPeriod period, WallUnit unit)
{
    WallFigure figure;
    figure.id = id;
    figure.value = static_cast<double>(count);
    figure.unit = unit;
    figure.period = period;
    figure.asOf = asOf;
    return figure;
}

namespace wall_words {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WallFigure)
};

} // namespace

QString countText(qint64 count)
{
    return QLocale(QLocale::English).toString(count);
}

QString valueText(const WallFigure &figure)
{
    if (!figure.value) {
        return u"–"_s;
    }
    const QLocale locale(QLocale::English);
    switch (figure.unit) {
    case WallUnit::PerCent:
        return locale.toString(*figure.value, 'f', 1) + u" %"_s;
    case WallUnit::Hours:
    case WallUnit::CasesPerKm2:
        return locale.toString(*figure.value, 'f', 1);
    case WallUnit::Cases:
    case WallUnit::People:
    case WallUnit::Grids:
    case WallUnit::Posts:
        break;
    }
    return locale.toString(*figure.value, 'f', 0);
}

QString unitText(WallUnit unit)
{
    switch (unit) {
    case WallUnit::Cases:
        return Words::tr("cases");
    case WallUnit::PerCent:
        return {};
    case WallUnit::Hours:
        return Words::tr("h");
    case WallUnit::People:
        return Words::tr("people");
    case WallUnit::Grids:
        return Words::tr("grids");
    case WallUnit::Posts:
        return Words::tr("posts");
    case WallUnit::CasesPerKm2:
        return Words::tr("cases/km²");
    }
    return {};
}

QString periodText(WallPeriod period)
{
    switch (period) {
    case WallPeriod::Now:
        return Words::tr("now");
    case WallPeriod::Today:
        return Words::tr("today so far");
    case WallPeriod::Last7Days:
        return Words::tr("last 7 days");
    case WallPeriod::Last14Days:
        return Words::tr("last 14 days");
    case WallPeriod::Last30Days:
        return Words::tr("last 30 days");
    case WallPeriod::Next24Hours:
        return Words::tr("next 24 hours");
    case WallPeriod::ThisMonth:
        return Words::tr("this month so far");
    }
    return {};
}

QString asOfText(Instant asOf, Instant now, const QTimeZone &zone)
{
    const QDateTime then = localTime(asOf, zone);
    const bool isToday = then.date() == localTime(now, zone).date();
    return Words::tr("as of %1").arg(then.toString(isToday ? u"HH:mm"_s : u"MM-dd HH:mm"_s));
}

QString ageText(std::chrono::milliseconds age)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(age).count();
    constexpr qint64 kHour = 60;
    constexpr qint64 kDay = 24 * kHour;
    if (minutes < 1) {
        return Words::tr("under 1 min");
    }
    if (minutes < 2 * kHour) {
        return Words::tr("%1 min").arg(minutes);
    }
    return minutes < 2 * kDay ? Words::tr("%1 h").arg(minutes / kHour)
                              : Words::tr("%1 days").arg(minutes / kDay);
}

} // namespace wall_words

} // namespace gridward
