// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/service/districtnames.h"

#include <QDateTime>
#include <QHash>
#include <QList>
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
    QString address; ///< or the community
    QString since;   ///< when it was registered
    QString state;
    QString clock; ///< what the handling clock says
    QString unit;  ///< who is on it
    bool overdue = false;
    bool isPressing = false; ///< overdue, unwatched, or has less than an hour left

    bool operator==(const WallRow &) const = default;
};

/** How the wall words things: a district's names, its time zone and its present. */
struct WallWords
{
    const DistrictNames &names;
    QTimeZone zone;
    Instant now;

    [[nodiscard]] WallRow row(const Case &subject) const;
    /** "16:02", with the day if that is not today. */
    [[nodiscard]] QString timeText(Instant moment) const;
    /** As timeText(), of the end of something: midnight is "24:00" of the day that ends. */
    [[nodiscard]] QString endText(Instant moment) const;
    /** "12 minutes ago" under an hour; beyond "06:31", with the day if that is not today. */
    [[nodiscard]] QString since(Instant moment) const;
};

[[nodiscard]] QDateTime localTime(Instant moment, const QTimeZone &zone);

/** The orange and red ones of the open cases: few of many. */
[[nodiscard]] QList<Case> urgentCases(const QHash<QUuid, Case> &open);

/**
 * What the wall puts first: every red case, and orange ones that are late. Red ones first, of each
 * level those handed in last, and what is left by the end of its clock.
 */
[[nodiscard]] bool isBurning(const Case &subject, Instant now);
/** Whoever is at its scene was not heard of in time. */
[[nodiscard]] bool isUnwatched(const Case &subject, Instant now);
[[nodiscard]] bool burnsMore(const Case &one, const Case &other);

} // namespace gridward
