// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/localtime.h"

#include <QDateTime>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

QDateTime toQt(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
}

} // namespace

LocalTime::LocalTime(const QString &zone)
    : mZone(zone.toLatin1())
{
}

const LocalTime::Day &LocalTime::dayOf(local_days day)
{
    const int number = static_cast<int>(day.time_since_epoch().count());
    if (mLast != nullptr && mLastDay == number) {
        return *mLast;
    }
    auto found = mDays.find(number);
    if (found == mDays.end()) {
        // Zones reach from -12 to +14 hours, so all of this local day lies between these two.
        const Instant from{milliseconds(day.time_since_epoch()) - hours(15)};
        const Instant to = from + hours(24 + 30);
        Day entry{seconds(mZone.offsetFromUtc(toQt(from))), {}};
        seconds before = entry.offset;
        for (const QTimeZone::OffsetData &one : mZone.transitions(toQt(from), toQt(to))) {
            const seconds after(one.offsetFromUtc);
            if (after != before) {
                const Instant at{milliseconds(one.atUtc.toMSecsSinceEpoch())};
                entry.changes.push_back({at, before, after});
                before = after;
            }
        }
        found = mDays.insert(number, entry);
    }
    mLast = &found.value();
    mLastDay = number;
    return *mLast;
}

LocalTime::Found LocalTime::toUtc(LocalMoment moment)
{
    const Day &day = dayOf(floor<days>(moment));
    seconds offset = day.offset;
    for (const Change &change : day.changes) {
        const Instant early{moment.time_since_epoch() - change.before};
        if (early < change.at) {
            const Instant late{moment.time_since_epoch() - change.after};
            return {early, late >= change.at ? Kind::Twice : Kind::Plain};
        }
        if (Instant{moment.time_since_epoch() - change.after} < change.at) {
            return {change.at, Kind::Never};
        }
        offset = change.after;
    }
    return {Instant{moment.time_since_epoch() - offset}, Kind::Plain};
}

std::optional<TimeFormat> TimeFormat::parse(const QString &text)
{
    struct Known
    {
        QLatin1StringView letters;
        Part part;
        int least;
        int most;
    };
    static constexpr std::array kKnown{
        Known{"yyyy"_L1, Part::Year, 4, 4},
        Known{"MM"_L1, Part::Month, 2, 2},
        Known{"M"_L1, Part::Month, 1, 2},
        Known{"dd"_L1, Part::Day, 2, 2},
        Known{"d"_L1, Part::Day, 1, 2},
        Known{"HH"_L1, Part::Hour, 2, 2},
        Known{"H"_L1, Part::Hour, 1, 2},
        Known{"hh"_L1, Part::HalfHour, 2, 2},
        Known{"h"_L1, Part::HalfHour, 1, 2},
        Known{"mm"_L1, Part::Minute, 2, 2},
        Known{"m"_L1, Part::Minute, 1, 2},
        Known{"ss"_L1, Part::Second, 2, 2},
        Known{"s"_L1, Part::Second, 1, 2},
        Known{"zzz"_L1, Part::Milli, 3, 3},
        Known{"AP"_L1, Part::Half, 0, 0},
    };
    TimeFormat format;
    if (text == "iso"_L1) {
        format.mIsIso = true;
        return format;
    }
    for (qsizetype at = 0; at < text.size();) {
        const QStringView rest = QStringView(text).sliced(at);
        const auto *known = std::ranges::find_if(
            kKnown, [&](const Known &one) { return rest.startsWith(one.letters); });
        if (known != kKnown.end()) {
            format.mPieces.push_back({known->part, known->least, known->most, 0});
            at += known->letters.size();
            continue;
        }
        const char literal = rest.front().toLatin1();
        const bool isLetter = rest.front().isLetter() && literal != 'T' && literal != 'Z';
        if (literal == 0 || isLetter) {
            return std::nullopt;
        }
        format.mPieces.push_back({Part::Literal, 0, 0, literal});
        ++at;
    }
    const auto has = [&](Part part) {
        return std::ranges::any_of(format.mPieces,
                                   [&](const Piece &one) { return one.part == part; });
    };
    const bool sound = has(Part::Year) && has(Part::Month) && has(Part::Day) &&
                       has(Part::HalfHour) == has(Part::Half);
    return sound ? std::optional(format) : std::nullopt;
}

std::optional<TimeFormat::Moment> TimeFormat::read(QByteArrayView text) const
{
    if (mIsIso) {
        const QString iso = QString::fromLatin1(text).trimmed();
        const std::optional<Instant> at = instantFromIso(iso);
        if (!at) {
            return std::nullopt;
        }
        const qsizetype time = iso.indexOf(u'T') < 0 ? iso.indexOf(u' ') : iso.indexOf(u'T');
        const bool hasOffset = time > 0 && (iso.endsWith(u'Z') || iso.indexOf(u'+', time) > 0 ||
                                            iso.indexOf(u'-', time) > 0);
        return Moment{LocalMoment(at->time_since_epoch()),
                      hasOffset ? at : std::optional<Instant>()};
    }
    std::array<int, 8> values{0, 0, 0, 0, 0, 0, 0, 0};
    int half = -1; // 0: before noon, 1: after
    const char *at = text.begin();
    const char *const stop = text.end();
    for (const Piece &piece : mPieces) {
        if (piece.part == Part::Literal) {
            if (at == stop || *at++ != piece.literal) {
                return std::nullopt;
            }
            continue;
        }
        if (piece.part == Part::Half) {
            if (stop - at < 2 || (at[1] | 0x20) != 'm') {
                return std::nullopt;
            }
            half = (*at | 0x20) == 'p' ? 1 : (*at | 0x20) == 'a' ? 0 : -1;
            at += 2;
            if (half < 0) {
                return std::nullopt;
            }
            continue;
        }
        int digits = 0;
        int value = 0;
        for (; at != stop && digits < piece.most && *at >= '0' && *at <= '9'; ++at, ++digits) {
            value = value * 10 + (*at - '0');
        }
        if (digits < piece.least) {
            return std::nullopt;
        }
        values[static_cast<std::size_t>(piece.part)] = value;
    }
    const auto value = [&](Part part) { return values[static_cast<std::size_t>(part)]; };
    const std::chrono::year_month_day date{
        std::chrono::year(value(Part::Year)),
        std::chrono::month(static_cast<unsigned>(value(Part::Month))),
        std::chrono::day(static_cast<unsigned>(value(Part::Day)))};
    int hour = value(Part::Hour);
    if (half >= 0) {
        const int named = value(Part::HalfHour);
        if (named < 1 || named > 12) {
            return std::nullopt;
        }
        hour = named % 12 + half * 12;
    }
    if (at != stop || !date.ok() || hour > 23 || value(Part::Minute) > 59 ||
        value(Part::Second) > 59) {
        return std::nullopt;
    }
    return Moment{local_days(date) + hours(hour) + minutes(value(Part::Minute)) +
                      seconds(value(Part::Second)) + milliseconds(value(Part::Milli)),
                  std::nullopt};
}

} // namespace gridward
