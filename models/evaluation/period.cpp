// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evaluation/period.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Period)
};

constexpr int kFirstYear = 1900; ///< a year of fewer digits is a slip of the hand
constexpr int kLastYear = 2999;
constexpr qint64 kMostDays = 92; ///< that a trend shows day by day
constexpr int kMonthsInQuarter = 3;
constexpr int kDaysInWeek = 7;

QDate monday(int year, int week)
{
    // The week of 4 January is the first one (ISO 8601).
    const QDate fourth(year, 1, 4);
    return fourth.addDays(1 - fourth.dayOfWeek() + qint64{kDaysInWeek} * (week - 1));
}

int quarterOf(QDate day)
{
    return (day.month() - 1) / kMonthsInQuarter + 1;
}

QDate lastOfMonth(QDate first, int months)
{
    return first.addMonths(months).addDays(-1);
}

std::optional<QDate> dayFrom(const QString &text)
{
    static const QRegularExpression form(u"^\\d{4}-\\d{2}-\\d{2}$"_s);
    const QDate day = QDate::fromString(text, Qt::ISODate);
    const bool is = form.match(text).hasMatch() && day.isValid() && day.year() >= kFirstYear &&
                    day.year() <= kLastYear;
    return is ? std::optional(day) : std::nullopt;
}

Error badPeriod(const QString &text)
{
    return Error{ErrorCode::InvalidInput,
                 Words::tr("“%1” is no period. Write a year (2026), a quarter (2026-Q4), a month "
                           "(2026-11), a week (2026-W47), a day (2026-11-22) or a range "
                           "(2026-11-01..2026-11-22).")
                     .arg(text),
                 {}};
}

std::optional<Period> rangeFrom(const QString &text)
{
    const qsizetype dots = text.indexOf(".."_L1);
    const std::optional<QDate> first = dayFrom(text.left(dots));
    const std::optional<QDate> last = dayFrom(text.mid(dots + 2));
    return first && last && *first <= *last
               ? std::optional(Period{Period::Kind::Range, *first, *last})
               : std::nullopt;
}

std::optional<Period> stretchFrom(const QString &text)
{
    static const QRegularExpression form(
        u"^(?<year>\\d{4})(-Q(?<quarter>[1-4])|-W(?<week>\\d{2})|-(?<month>\\d{2}))?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const int year = match.captured(u"year"_s).toInt();
    if (!match.hasMatch() || year < kFirstYear || year > kLastYear) {
        return std::nullopt;
    }
    if (const int quarter = match.captured(u"quarter"_s).toInt(); quarter > 0) {
        return Period::of(Period::Kind::Quarter,
                          QDate(year, (quarter - 1) * kMonthsInQuarter + 1, 1));
    }
    if (match.hasCaptured(u"week"_s)) {
        const int week = match.captured(u"week"_s).toInt();
        const QDate first = monday(year, std::max(1, week));
        int ofYear = 0;
        const bool is = first.weekNumber(&ofYear) == week && ofYear == year;
        return is ? std::optional(Period::of(Period::Kind::Week, first)) : std::nullopt;
    }
    if (match.hasCaptured(u"month"_s)) {
        const QDate first(year, match.captured(u"month"_s).toInt(), 1);
        return first.isValid() ? std::optional(Period::of(Period::Kind::Month, first))
                               : std::nullopt;
    }
    return Period::of(Period::Kind::Year, QDate(year, 1, 1));
}

Instant midnight(QDate day, const QTimeZone &zone)
{
    // Where the clocks are turned at midnight the day begins later.
    return Instant(std::chrono::milliseconds(day.startOfDay(zone).toMSecsSinceEpoch()));
}

} // namespace

Period Period::of(Kind kind, QDate day)
{
    const QDate month(day.year(), day.month(), 1);
    switch (kind) {
    case Kind::Week: {
        const QDate first = day.addDays(1 - day.dayOfWeek());
        return {kind, first, first.addDays(kDaysInWeek - 1)};
    }
    case Kind::Month:
        return {kind, month, lastOfMonth(month, 1)};
    case Kind::Quarter: {
        const QDate first(day.year(), (quarterOf(day) - 1) * kMonthsInQuarter + 1, 1);
        return {kind, first, lastOfMonth(first, kMonthsInQuarter)};
    }
    case Kind::Year:
        return {kind, QDate(day.year(), 1, 1), QDate(day.year(), 12, 31)};
    case Kind::Day:
    case Kind::Range:
        break;
    }
    return {kind, day, day};
}

QString Period::toText() const
{
    switch (kind) {
    case Kind::Day:
        return first.toString(Qt::ISODate);
    case Kind::Week: {
        int year = 0;
        const int week = first.weekNumber(&year);
        return u"%1-W%2"_s.arg(year).arg(week, 2, 10, QLatin1Char('0'));
    }
    case Kind::Month:
        return first.toString(u"yyyy-MM"_s);
    case Kind::Quarter:
        return u"%1-Q%2"_s.arg(first.year()).arg(quarterOf(first));
    case Kind::Year:
        return QString::number(first.year());
    case Kind::Range:
        break;
    }
    return first.toString(Qt::ISODate) + u".."_s + last.toString(Qt::ISODate);
}

Result<Period> Period::fromText(const QString &text)
{
    const QString given = text.trimmed();
    std::optional<Period> period;
    if (given.contains(".."_L1)) {
        period = rangeFrom(given);
    } else if (const std::optional<QDate> day = dayFrom(given)) {
        period = Period{Kind::Day, *day, *day};
    } else {
        period = stretchFrom(given);
    }
    return period ? Result<Period>(*period) : Result<Period>(badPeriod(text));
}

Period Period::before() const
{
    return kind == Kind::Range
               ? Period{kind, first.addDays(-(first.daysTo(last) + 1)), first.addDays(-1)}
               : of(kind, first.addDays(-1));
}

Period Period::after() const
{
    return kind == Kind::Range ? Period{kind, last.addDays(1), last.addDays(first.daysTo(last) + 1)}
                               : of(kind, last.addDays(1));
}

Period Period::yearBefore() const
{
    switch (kind) {
    case Kind::Week: {
        int year = 0;
        const int week = first.weekNumber(&year);
        const QDate same = monday(year - 1, week);
        int ofYear = 0;
        // The year before may have one week less: then its last one.
        return of(kind,
                  same.weekNumber(&ofYear) == week && ofYear == year - 1
                      ? same
                      : same.addDays(-kDaysInWeek));
    }
    case Kind::Day:
    case Kind::Range:
        return {kind, first.addYears(-1), last.addYears(-1)};
    default:
        return of(kind, first.addYears(-1));
    }
}

QList<Period> Period::parts() const
{
    const bool byDay = kind == Kind::Day || kind == Kind::Week || kind == Kind::Month ||
                       (kind == Kind::Range && first.daysTo(last) < kMostDays);
    QList<Period> found;
    for (QDate day = first; day <= last;) {
        Period part = of(byDay ? Kind::Day : Kind::Month, day);
        if (part.first < first || part.last > last) {
            part = {Kind::Range, std::max(part.first, first), std::min(part.last, last)};
        }
        found.append(part);
        day = part.last.addDays(1);
    }
    return found;
}

Instant Period::begin(const QTimeZone &zone) const
{
    return midnight(first, zone);
}

Instant Period::end(const QTimeZone &zone) const
{
    return midnight(last.addDays(1), zone);
}

} // namespace gridward
