// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/view/caseheat.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gridward {

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

    bool asksOnly = false; ///< its unit asked for something: a decision is due

    bool operator==(const QueueFilter &) const = default;
};

/** All that pass lie in one street. */
[[nodiscard]] bool isOneStreet(const QueueFilter &filter);
/** Whether the case lies there: code of a street, community or grid; empty is everywhere. */
[[nodiscard]] bool isWithin(const Case &subject, const QString &division);
/** Whether the case passes, its text aside; limits are judged as of `now`. */
[[nodiscard]] bool passes(const Case &subject, const QueueFilter &filter, Instant now);

} // namespace gridward
