// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/limit.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QTime>

#include <chrono>
#include <memory>
#include <optional>

namespace gridward {

/** What a day is in a calendar. */
enum class DayKind {
    Workday,
    Weekend,
    Holiday, ///< a day off by the yearly table
    MakeUp,  ///< a weekend day that is worked instead of a holiday (调休)
};

/** A piece of time of one kind: from … until before … */
struct CalendarSpan
{
    Instant from;
    Instant to;
    bool working = false;
    DayKind day = DayKind::Workday;
    QString name; ///< of the holiday or the holiday that is made up for; empty otherwise

    bool operator==(const CalendarSpan &) const = default;
};

/**
 * When people work: hours of a working day with their breaks, and the yearly table of holidays and
 * make-up days. Versioned and never changed: a deadline names the version it was counted with.
 * A value that is cheap to copy; may be used from any thread.
 */
class WorkingCalendar
{
public:
    WorkingCalendar(); ///< Monday to Friday, 8–12 and 14–18, Asia/Shanghai, no year known

    /**
     * Reads the canonical JSON form:
     * {"id":"CN","version":1,"name":"…","source":"…","time_zone":"Asia/Shanghai",
     *  "workdays":[1,2,3,4,5],"hours":["08:00-12:00","14:00-18:00"],"years":[2026],
     *  "holidays":[{"date":"2026-01-01","name":"元旦"},…],"make_up":[{"date":…,"name":…},…]}
     * InvalidInput says which key does not fit and why (hours that overlap, a date twice …).
     */
    [[nodiscard]] static Result<WorkingCalendar> fromJson(const QByteArray &json);
    /** Keys sorted, no white space: the same calendar always gives the same bytes. */
    [[nodiscard]] QByteArray toJson() const;

    [[nodiscard]] QString id() const;
    [[nodiscard]] int version() const;
    /** "CN/1": how an event names it. */
    [[nodiscard]] QString key() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString timeZone() const;
    /** The last year whose holidays are known; 0 if none. */
    [[nodiscard]] int lastKnownYear() const;
    [[nodiscard]] bool knows(int year) const;
    /** Length of a working day: the sum of its hours. */
    [[nodiscard]] std::chrono::milliseconds dayLength() const;

    [[nodiscard]] DayKind dayKind(QDate day) const;
    [[nodiscard]] QString dayName(QDate day) const; ///< of a holiday or make-up day, else empty
    [[nodiscard]] QDate localDay(Instant instant) const;
    [[nodiscard]] Instant startOfDay(QDate day) const;

    /** Working time between two moments; negative if `to` is before `from`. Constant time. */
    [[nodiscard]] std::chrono::milliseconds workingTime(Instant from, Instant to) const;
    /**
     * The moment at which so much working time has passed since `from`. The first such moment: what
     * ends with a working day ends at its last minute, not at the next morning. Negative goes back.
     */
    [[nodiscard]] Instant addWorkingTime(Instant from, std::chrono::milliseconds time) const;

    /** The same two in the time that a unit counts: working time, or the clock. */
    [[nodiscard]] std::chrono::milliseconds counted(Instant from, Instant to, LimitUnit unit) const;
    [[nodiscard]] Instant
    addCounted(Instant from, std::chrono::milliseconds time, LimitUnit unit) const;
    /** A limit as counted time: a working day is dayLength(), a natural day 24 hours. */
    [[nodiscard]] std::chrono::milliseconds length(const Limit &limit) const;
    [[nodiscard]] Instant deadline(Instant from, const Limit &limit) const;

    /** Working and free pieces from … to …, without gaps, neighbours differ. For drawing. */
    [[nodiscard]] QList<CalendarSpan> spans(Instant from, Instant to) const;

    bool operator==(const WorkingCalendar &other) const;

private:
    struct Data;
    explicit WorkingCalendar(std::shared_ptr<const Data> data);

    std::shared_ptr<const Data> mData;
};

/** The calendar that comes with the program (resources/rules), read once. */
[[nodiscard]] const WorkingCalendar &sampleCalendar();

} // namespace gridward
