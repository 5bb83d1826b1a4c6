// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/dutyroster.h"
#include "models/domain/result.h"
#include "models/domain/staffing.h"

#include <QList>
#include <QString>

namespace gridward {

/** Which people to read: all that is set must hold. By name and id. */
struct PeopleQuery
{
    QString text;              ///< part of the name or the id
    QStringList organisations; ///< employed by one of these; empty: by whomever
    QString afterName;         ///< start behind this one: for reading on
    QString afterId;
    int limit = 200;
};

/** Somebody who was seen, and as what they are on duty there. */
struct SeenPerson
{
    StaffPosition position;
    QString name; ///< the id of who is not in the list of people
    QString role; ///< that they have in the grid; empty: none there

    bool operator==(const SeenPerson &) const = default;
};

/**
 * Posts, leave, hand-overs and what must be staffed and covered, in a store; and duties and people
 * as those who look after them read them. Rows are matched by their keys and never removed. Thread
 * and errors: as Store.
 */
class StaffStore
{
public:
    StaffStore() = default;
    StaffStore(const StaffStore &) = delete;
    StaffStore &operator=(const StaffStore &) = delete;
    virtual ~StaffStore() = default;

    /** Matches by code and organisation. */
    [[nodiscard]] virtual Result<void> write(const QList<Post> &rows) = 0;
    [[nodiscard]] virtual Result<QList<Post>> posts() = 0; ///< by organisation and code
    /** Matches by post, organisation, person and first day. */
    [[nodiscard]] virtual Result<void> write(const QList<PostHolding> &rows) = 0;
    /** Of a person, or of everybody without an id. */
    [[nodiscard]] virtual Result<QList<PostHolding>> holdings(const QString &person) = 0;

    /** Matches by person and first day. */
    [[nodiscard]] virtual Result<void> write(const QList<Leave> &rows) = 0;
    /** Those that touch the days from one to another; without days all, withdrawn ones as well. */
    [[nodiscard]] virtual Result<QList<Leave>> leaves(QDate from, QDate to) = 0;
    /** Of a person, and those in which they are the deputy; by first day. */
    [[nodiscard]] virtual Result<QList<Leave>> leavesOf(const QString &person) = 0;

    /**
     * Matches by post, area, who gave and when: one that is there is acknowledged, once; Conflict
     * if it would be changed otherwise.
     */
    [[nodiscard]] virtual Result<void> write(const QList<Handover> &rows) = 0;
    /** Of that time, newest first. */
    [[nodiscard]] virtual Result<QList<Handover>> handovers(Instant from, Instant to) = 0;

    /** Replaces all of them; none: the standard ones. */
    [[nodiscard]] virtual Result<void> write(const QList<StaffingNeed> &rows) = 0;
    /** The standard ones if the district has none of its own. */
    [[nodiscard]] virtual Result<QList<StaffingNeed>> staffingNeeds() = 0;
    /** Replaces all of them; none: the standard ones. */
    [[nodiscard]] virtual Result<void> write(const QList<CoverageNeed> &rows) = 0;
    [[nodiscard]] virtual Result<QList<CoverageNeed>> coverageNeeds() = 0;

    [[nodiscard]] virtual Result<QList<Person>> people(const PeopleQuery &query) = 0;
    /** Everybody seen since then, with name and role of that day, by id; in one question. */
    [[nodiscard]] virtual Result<QList<SeenPerson>> seen(Instant notBefore, QDate day) = 0;
    /** All duties that ever were, by area, role and first day. */
    [[nodiscard]] virtual Result<QList<Duty>> allDuties() = 0;
    /** Those of a person that ever were, newest first. */
    [[nodiscard]] virtual Result<QList<Duty>> dutiesOf(const QString &person) = 0;
    /** All turns that ever were; Store::shifts() has those of a period. */
    [[nodiscard]] virtual Result<QList<Shift>> allShifts() = 0;
};

} // namespace gridward
