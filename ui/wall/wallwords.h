// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/service/districtnames.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>
#include <QUuid>

namespace gridward {

/** A case as a row of the wall says it, in the language of the moment. */
struct WallRow
{
    QUuid id;
    CaseLevel level = CaseLevel::Blue;
    QString levelWord;
    QString title;   ///< the class
    QString place;   ///< street and grid
    QString address; ///< or what was said about it
    QString since;   ///< when it was registered
    QString state;
    QString clock; ///< what the handling clock says
    QString unit;  ///< who is on it
    bool overdue = false;

    bool operator==(const WallRow &) const = default;
};

/** How the wall words things: a district's names, its time zone and its present. */
struct WallWords
{
    const DistrictNames &names;
    QTimeZone zone;
    Instant now;

    [[nodiscard]] WallRow row(const Case &subject) const;
    /** "12 minutes ago" under an hour; beyond "06:31", with the day if that is not today. */
    [[nodiscard]] QString since(Instant moment) const;
};

/** The zone that days and hours of a district are counted in: UTC if it names none that exists. */
[[nodiscard]] QTimeZone zoneNamed(const QString &name);
[[nodiscard]] QDateTime localTime(Instant moment, const QTimeZone &zone);
/** When the case was registered: its id begins with it. */
[[nodiscard]] Instant registeredAt(const Case &subject);

/**
 * What the wall puts first: every red case, and orange ones that are late. Overdue red ones first,
 * then red ones by the end of their clock, those handed back last.
 */
[[nodiscard]] bool isBurning(const Case &subject, Instant now);
[[nodiscard]] bool burnsMore(const Case &one, const Case &other, Instant now);

} // namespace gridward
