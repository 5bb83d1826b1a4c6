// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/dutyroster.h"
#include "models/domain/permission.h"
#include "models/domain/staffing.h"
#include "models/store/store.h"

#include <QHash>
#include <QList>
#include <QString>

namespace gridward {

// The staff of a store as a whole: reading it for screens and commands, and changing it. What is
// changed is written together with its entry of the audit log, or not at all. All functions block;
// on the store's thread. Errors as Store; Refused with the permission that is missing.

/** Who changes something, from where, when. */
struct StaffActor
{
    User user;
    QString origin; ///< station or program
    Instant now;
};

/** Who is in which grid on a day, and what is missing. */
struct StaffingPicture
{
    StaffMatrix matrix;        ///< by street, community and grid
    QList<UnitGrid> grids;     ///< of its rows, without outlines
    QList<Division> divisions; ///< without outlines, parents before children
    QList<Vacancy> vacancies;
    QHash<QString, Person> people; ///< everybody whom it names, by id
};

[[nodiscard]] Result<StaffingPicture> readStaffing(Store &store, QDate day);

/** Some days of the roster. */
struct RosterPicture
{
    QDate first;
    int days = 7;
    QString timeZone;
    Instant now;
    QList<CoveredPost> posts; ///< what must be covered, then what is covered besides
    QList<Shift> shifts;      ///< without withdrawn ones
    QList<Leave> leaves;
    QList<UncoveredSpan> uncovered; ///< of these days
    QList<UncoveredSpan> soon;      ///< of the 24 hours that come
    QList<NextHandover> next;
    QList<Handover> handovers;     ///< of these days and the two before, newest first
    QHash<QString, Person> people; ///< everybody whom it names, by id
    QHash<QString, QString> areas; ///< names of divisions
};

[[nodiscard]] Result<RosterPicture> readRoster(Store &store, QDate first, int days, Instant now);
/** Where too few will be on duty. */
[[nodiscard]] Result<QList<UncoveredSpan>> readUncovered(Store &store, Instant from, Instant to);

/** The organisation tree with its posts. */
struct OrganisationPicture
{
    QList<Organisation> organisations; ///< by code
    QList<Post> posts;
    QList<PostHolding> holdings;
    QHash<QString, int> people; ///< how many each one employs itself
};

[[nodiscard]] Result<OrganisationPicture> readOrganisation(Store &store);

/** All that is known of somebody's work. */
struct PersonFile
{
    Person person;
    QList<Duty> duties; ///< newest first, ended ones too
    QList<PostHolding> holdings;
    QList<Leave> leaves;           ///< their own and those in which they are the deputy
    QHash<QString, QString> names; ///< of the people and areas it names, by id
};

/** NotFound for an unknown id. */
[[nodiscard]] Result<PersonFile> readPerson(Store &store, const QString &id);

/** NotFound for an unknown id. */
[[nodiscard]] Result<Person> knownPerson(Store &store, const QString &id);

/** Conflict if the person has that role there at that time already; else as checkDuty(). */
[[nodiscard]] Result<void> assignDuty(Store &store, const StaffActor &actor, const Duty &duty);
/** The last day may not lie before the first. NotFound if there is no such duty. */
[[nodiscard]] Result<void>
endDuty(Store &store, const StaffActor &actor, const Duty &duty, QDate last);
/** A leave, or one that is there with other dates or another deputy. Errors as checkLeave(). */
[[nodiscard]] Result<void> enterLeave(Store &store, const StaffActor &actor, const Leave &leave);
/** A turn, or one that is there with another end; ending when it begins withdraws it. */
[[nodiscard]] Result<void> enterShift(Store &store, const StaffActor &actor, const Shift &shift);
[[nodiscard]] Result<void>
enterHandover(Store &store, const StaffActor &actor, const Handover &handover);
/** It was taken. Conflict if somebody said so before. */
[[nodiscard]] Result<void>
acknowledge(Store &store, const StaffActor &actor, const Handover &handover);
[[nodiscard]] Result<void> enterPerson(Store &store, const StaffActor &actor, const Person &person);
[[nodiscard]] Result<void> enterPost(Store &store, const StaffActor &actor, const Post &post);
[[nodiscard]] Result<void>
enterHolding(Store &store, const StaffActor &actor, const PostHolding &holding);
/** Replaces what a grid must have; none: the standard ones. */
[[nodiscard]] Result<void>
enterStaffingNeeds(Store &store, const StaffActor &actor, const QList<StaffingNeed> &needs);
[[nodiscard]] Result<void>
enterCoverageNeeds(Store &store, const StaffActor &actor, const QList<CoverageNeed> &needs);

/** Refused unless the user may do that in the grid or division. */
[[nodiscard]] Result<void>
mayAt(Store &store, const User &user, Thing thing, const QString &action, const QString &area);

} // namespace gridward
