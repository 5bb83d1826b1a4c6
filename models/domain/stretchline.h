// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deadline.h"
#include "models/domain/stageledger.h"

#include <QList>

#include <optional>

namespace gridward {

/**
 * Lays the stretches of a case end to end. Cuts those that run by working time at the pieces of
 * their calendar, if asked to. Lives as long as one walk over the events.
 */
class StretchLine
{
public:
    explicit StretchLine(bool withDays)
        : mWithDays(withDays)
    {
    }

    /** What ran so far ends here, and the next stretch (its `from` and `to` are ours) begins. */
    void begin(Instant at, const Stretch &next, const CalendarPointer &workingTime);
    /** What ran so far ends here, and nothing follows. */
    void end(Instant at);
    /** The same stretch goes on, by another calendar. */
    void changeCalendar(Instant at, const CalendarPointer &workingTime);
    [[nodiscard]] const std::optional<Stretch> &running() const { return mOpen; }
    [[nodiscard]] const QList<Stretch> &stretches() const { return mStretches; }

private:
    void appendDays(const Stretch &whole);
    void append(const Stretch &stretch);

    bool mWithDays;
    std::optional<Stretch> mOpen;
    CalendarPointer mWorkingTime; ///< nothing: the clock on the wall
    QList<Stretch> mStretches;
};

} // namespace gridward
