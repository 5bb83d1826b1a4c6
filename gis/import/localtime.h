// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QByteArrayView>
#include <QHash>
#include <QString>
#include <QTimeZone>

#include <chrono>
#include <optional>
#include <vector>

namespace gridward {

/** Milliseconds of a wall clock since 1970-01-01 00:00 on that clock. */
using LocalMoment = std::chrono::local_time<std::chrono::milliseconds>;

/** Turns the wall clock of a time zone into UTC, fast. Not thread safe. */
class LocalTime
{
public:
    enum class Kind {
        Plain,
        Twice, ///< the hour when clocks go back: the first of the two moments is taken
        Never, ///< the hour when clocks go forward: the moment when they did is taken
    };
    struct Found
    {
        Instant at;
        Kind kind = Kind::Plain;
    };

    /** IANA name of the zone. */
    explicit LocalTime(const QString &zone);
    [[nodiscard]] bool isValid() const { return mZone.isValid(); }

    /** What is later (or the same) on the wall clock is never earlier in UTC. */
    [[nodiscard]] Found toUtc(LocalMoment moment);

private:
    struct Change
    {
        Instant at;
        std::chrono::seconds before;
        std::chrono::seconds after;
    };
    /** The offsets that matter on a day of the wall clock. */
    struct Day
    {
        std::chrono::seconds offset; ///< at its beginning
        std::vector<Change> changes; ///< during it
    };
    [[nodiscard]] const Day &dayOf(std::chrono::local_days day);

    QTimeZone mZone;
    QHash<int, Day> mDays;
    int mLastDay = 0;
    const Day *mLast = nullptr;
};

/** How a set writes its times, such as "yyyy-MM-dd HH:mm:ss", "M/d/yyyy h:mm AP" or "iso". */
class TimeFormat
{
public:
    /** A moment of the wall clock, or one of the world if the text has an offset. */
    struct Moment
    {
        LocalMoment local;
        std::optional<Instant> absolute;
    };

    /** Nothing if it lacks year, month or day or has letters that mean nothing. */
    [[nodiscard]] static std::optional<TimeFormat> parse(const QString &text);
    /** Nothing if the text is not written so, or is no such day or hour. */
    [[nodiscard]] std::optional<Moment> read(QByteArrayView text) const;

private:
    enum class Part { Year, Month, Day, Hour, HalfHour, Minute, Second, Milli, Half, Literal };
    struct Piece
    {
        Part part = Part::Literal;
        int least = 0; ///< digits
        int most = 0;
        char literal = 0;
    };
    bool mIsIso = false;
    std::vector<Piece> mPieces;
};

} // namespace gridward
