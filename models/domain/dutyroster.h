// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/staffing.h"

#include <QTimeZone>

#include <tuple>

namespace gridward {

/** A post of the duty roster that must be covered, where, by how many, at which hours. */
struct CoverageNeed
{
    QString post; ///< as shifts name it: "command-centre", "street" …
    /** Level of division ("district", "street" …): in each of these; or the code of one. */
    QString scope;
    int count = 1;
    int fromMinute = 0;  ///< of the local day
    int toMinute = 1440; ///< not later than fromMinute: until then on the day after
    int days = 127;      ///< on which days it begins: bit 0 is Monday

    bool operator==(const CoverageNeed &) const = default;
};

/** The command centre by two around the clock, each street by one. */
[[nodiscard]] QList<CoverageNeed> standardCoverageNeeds();

/** A need in one area. */
struct CoveredPost
{
    QString post;
    QString area; ///< code of a division

    bool operator==(const CoveredPost &) const = default;
    bool operator<(const CoveredPost &other) const
    {
        return std::tie(post, area) < std::tie(other.post, other.area);
    }
};

/** What must be covered in which areas; each pair once. */
[[nodiscard]] QList<CoveredPost> coveredPosts(const QList<CoverageNeed> &needs,
                                              const QList<Division> &divisions);

/** Time in which too few are on duty. */
struct UncoveredSpan
{
    QString post;
    QString area;
    Instant from;
    Instant to;
    int missing = 1;
    int needed = 1;

    bool operator==(const UncoveredSpan &) const = default;
};

/**
 * Where and when too few cover a post between two moments, by post, area and time. A turn of
 * somebody on leave is covered by whoever acts for them, or by nobody; one person counts once.
 */
[[nodiscard]] QList<UncoveredSpan> uncoveredSpans(const QList<CoverageNeed> &needs,
                                                  const QList<Division> &divisions,
                                                  const QList<Shift> &shifts,
                                                  const LeaveBook &leaves,
                                                  const QTimeZone &zone,
                                                  Instant from,
                                                  Instant to);

/** A turn was handed over (交接班): who to whom, what was open, and that it was taken. */
struct Handover
{
    QString post;
    QString area;
    QString fromPerson;
    QString toPerson;
    Instant at;
    QString note;
    QString open; ///< what was open: numbers of cases, things to be done
    std::optional<Instant> acknowledged;
    QString acknowledgedBy; ///< user name

    bool operator==(const Handover &) const = default;
};

/** A hand-over that comes next. */
struct NextHandover
{
    QString post;
    QString area;
    QString fromPerson;
    QString toPerson; ///< empty: nobody takes over
    Instant at;

    bool operator==(const NextHandover &) const = default;
};

/**
 * Who of those on duty at the moment hands over to whom next, by post and area. Whoever stays on
 * hands over to nobody; of several who leave at once each is given one of those who come.
 */
[[nodiscard]] QList<NextHandover> nextHandovers(const QList<Shift> &shifts,
                                                const LeaveBook &leaves,
                                                const QTimeZone &zone,
                                                Instant now);

/** InvalidInput if it does not say who, what and when, or ends before it begins. */
[[nodiscard]] Result<void> checkShift(const Shift &shift);
[[nodiscard]] Result<void> checkHandover(const Handover &handover);

/** The local day of a moment. */
[[nodiscard]] QDate localDayOf(Instant moment, const QTimeZone &zone);
/** Midnight at which a local day begins. */
[[nodiscard]] Instant startOfDay(QDate day, const QTimeZone &zone);
/** UTC for a name that is none. */
[[nodiscard]] QTimeZone timeZoneNamed(const QString &name);

} // namespace gridward
