// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/limit.h"
#include "models/domain/workingcalendar.h"

#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace gridward {

/** A working calendar and the key by which events name it. */
struct NamedCalendar
{
    QString key;
    WorkingCalendar calendar;
};
using CalendarPointer = std::shared_ptr<const NamedCalendar>;

/**
 * One clock of a case as the explainer keeps it: what was granted, and what of it was used, added
 * up from the time that passed. The deadline follows from the two. A plain value.
 */
struct StageLedger
{
    bool ran = false;
    std::optional<Limit> limit;          ///< nothing: no limit, or only a deadline that was told
    CalendarPointer calendar;            ///< that counts; nothing: the clock on the wall
    std::chrono::milliseconds running{}; ///< by the clock on the wall
    std::chrono::milliseconds paused{};
    std::chrono::milliseconds granted{}; ///< counted time
    std::chrono::milliseconds used{};    ///< counted time
    /** What was left when it last stopped, if it can go on with that. */
    std::optional<std::chrono::milliseconds> kept;
    /** The same for people: also of what goes on by another rule. */
    std::optional<std::chrono::milliseconds> leftAtStop;
    std::optional<Instant> due;

    [[nodiscard]] bool countsWorkingTime() const;
    /** The whole limit, from now on. */
    void begin(const Limit &whole, CalendarPointer counting, Instant at);
    /** Without any limit. */
    void beginWithout();
    /** Time goes by in the stage. */
    void run(Instant from, Instant to);
    /** A calendar that is newly in force: the deadline stands, what is left is measured with it. */
    void measureWith(const CalendarPointer &counting, Instant at);
    /** A deadline that somebody else decided. */
    void follow(std::optional<Instant> told, Instant at);
    /** Keeps what is left; nothing without a deadline. */
    void stop(Instant at);
    /** Goes on since `from` with what was kept; what had run out stays out. */
    void goOn(const CalendarPointer &counting, Instant from, Instant at);
    /** Suspended: what was kept counts from that date on. */
    void suspendUntil(Instant date);
    /** One original limit more. */
    void extend(Instant at);
    /** Counted time until the deadline; negative: over. Nothing without a deadline. */
    [[nodiscard]] std::optional<std::chrono::milliseconds> left(Instant at) const;

private:
    [[nodiscard]] std::chrono::milliseconds counted(Instant from, Instant to) const;
    [[nodiscard]] Instant later(Instant from, std::chrono::milliseconds time) const;
};

} // namespace gridward
