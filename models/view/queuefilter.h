// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/view/caseheat.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <chrono>
#include <optional>

namespace gridward {

/** What the supervising axis looks for; each has lists of its own in the index. */
enum class Watch : quint8 {
    None,
    Overdue,  ///< handling limit passed, not handed in; by how long ago
    Stuck,    ///< nobody took a step with it for a day or longer, in whatever state
    Task,     ///< somebody was sent to verify or to check it
    Evidence, ///< handed in without the picture that its class asks for
    Reply,    ///< a supervision is to be answered
    Ladder,   ///< urged by the ladder
    CallBack, ///< waits to be closed, and its reporter was not called back
    Check,    ///< handed in and not judged yet; by the limit of the check
};
inline constexpr int kWatches = 9;

/** How long: from so many days until before so many. */
enum class AgeBand : quint8 { Day, ThreeDays, Week, Month, Longer };
inline constexpr std::array kAgeBands{
    AgeBand::Day, AgeBand::ThreeDays, AgeBand::Week, AgeBand::Month, AgeBand::Longer};
/** Where it begins: 0, 1, 3, 7 or 30 days ago. */
[[nodiscard]] std::chrono::milliseconds beginOf(AgeBand band);
/** Where the next one begins; nothing for the last one. */
[[nodiscard]] std::optional<std::chrono::milliseconds> endOf(AgeBand band);

/** Milliseconds since 1970 by which a watch sorts its cases, the most urgent first; nothing for a
 * case that is none of its. */
[[nodiscard]] std::optional<qint64> watchKey(const Case &subject, Watch watch);

/** Which cases a queue shows: all that is set must hold. */
struct QueueFilter
{
    QList<CaseState> states; ///< none: all
    QList<CaseLevel> levels; ///< none: all
    QString division;        ///< the part of the district that the user works on; empty: all of it
    QString street;          ///< code; empty: all
    QString unit;            ///< code; empty: all
    QString text;            ///< every word of it: in number, class, problem, place or address
    bool overdueOnly = false;
    std::optional<ClassKey> classKey{}; ///< by kind and code
    /** Is somebody of the unit in charge of it? */
    enum class Named { Either, Nobody, Somebody };
    Named named = Named::Either;
    QString person{};                  ///< id of who is in charge; empty: whoever
    QStringList units{};               ///< codes, of which it is with one; none: all
    QStringList streetsNamed{};        ///< codes of those that a typed name fits; none: all
    QStringList unitsNamed{};          ///< the same of units
    bool shortOrOverdue = false;       ///< its handling limit has passed or is about to
    std::optional<HeatLimits> hotBy{}; ///< it waits longer than these to be filed or dispatched

    bool asksOnly = false;         ///< its unit asked for something: a decision is due
    Watch watch = Watch::None;     ///< not with overdueOnly, asksOnly or hotBy
    std::optional<AgeBand> band{}; ///< of Overdue and Stuck

    bool operator==(const QueueFilter &) const = default;
};

/** Between which moments a watch's key must lie: [first, last); nothing where the time does not
 * count. Overdue and Stuck move with it. */
struct WatchRange
{
    qint64 first = 0;
    qint64 last = 0;
};
[[nodiscard]] std::optional<WatchRange> rangeOf(const QueueFilter &filter, Instant now);

/** All that pass lie in one street. */
[[nodiscard]] bool isOneStreet(const QueueFilter &filter);
/** Whether the case lies there: code of a street, community or grid; empty is everywhere. */
[[nodiscard]] bool isWithin(const Case &subject, const QString &division);
/** Whether the case passes, its text aside; limits are judged as of `now`. */
[[nodiscard]] bool passes(const Case &subject, const QueueFilter &filter, Instant now);

} // namespace gridward
