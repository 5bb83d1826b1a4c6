// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/district.h"
#include "models/domain/result.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <cstdint>
#include <optional>

namespace gridward {

// Who holds which post and role, who is away, and what is missing. Days are the district's local
// days; the last day of everything counts. Nothing is removed: dates end things.

/** A post (岗位) of an organisation: one post, many duties. */
struct Post
{
    QString code;
    QString organisation; ///< its code
    QString name;
    QString nameEn;
    int headCount = 1;
    QStringList roles; ///< the roles it bundles, by id
    QDate from;
    QDate to; ///< invalid: until further notice

    bool operator==(const Post &) const = default;
};

/** Who holds a post, from when to when. */
struct PostHolding
{
    QString post;
    QString organisation;
    QString person;
    QDate from;
    QDate to; ///< invalid: until further notice

    bool operator==(const PostHolding &) const = default;
};

enum class LeaveKind : std::uint8_t { Annual, Sick, Family, Training, Secondment, Other };

[[nodiscard]] QString toId(LeaveKind kind);
[[nodiscard]] std::optional<LeaveKind> leaveKindFromId(QStringView id);
[[nodiscard]] QStringList leaveKindIds();

/** Somebody is away; a deputy acts in their posts. Withdrawn if it ends before it begins. */
struct Leave
{
    QString person;
    QDate from;
    QDate to;
    LeaveKind kind = LeaveKind::Annual;
    QString deputy; ///< may be empty: nobody acts
    QString note;

    bool operator==(const Leave &) const = default;
    [[nodiscard]] bool isWithdrawn() const { return to < from; }
    [[nodiscard]] bool holdsOn(QDate day) const { return from <= day && day <= to; }
};

/**
 * InvalidInput if a day is missing, somebody is their own deputy, or the deputy is away then;
 * Conflict if the person is away at that time already. `others` are those of both people; an
 * earlier version of the same leave (same person and first day) is passed over.
 */
[[nodiscard]] Result<void> checkLeave(const Leave &leave, const QList<Leave> &others);

/** Who is away, and who acts instead. A plain value. */
class LeaveBook
{
public:
    LeaveBook() = default;
    explicit LeaveBook(const QList<Leave> &leaves);

    [[nodiscard]] std::optional<Leave> leaveOf(const QString &person, QDate day) const;
    [[nodiscard]] bool isAway(const QString &person, QDate day) const
    {
        return leaveOf(person, day).has_value();
    }
    /**
     * Who acts for the person that day: themselves when present, else the deputy, or the deputy's
     * own when that one is away too. Nothing if it leads to nobody.
     */
    [[nodiscard]] std::optional<QString> actingFor(const QString &person, QDate day) const;
    /** For whom that person acts that day besides themselves, by id. */
    [[nodiscard]] QStringList absentFor(const QString &deputy, QDate day) const;

private:
    QHash<QString, QList<Leave>> mLeaves;
};

/** So many of that role must be in every grid of that level. */
struct StaffingNeed
{
    QString level; ///< id of a GridLevel; empty: of every level without a need of its own
    QString role;
    int count = 1;

    bool operator==(const StaffingNeed &) const = default;
};

/** The seven forces, one of each in every grid. */
[[nodiscard]] QList<StaffingNeed> standardStaffingNeeds();
/** The roles that are asked for, each once, in the order in which they stand. */
[[nodiscard]] QStringList rolesOf(const QList<StaffingNeed> &needs);
/** How many of the role a grid of that level must have. */
[[nodiscard]] int needFor(const QList<StaffingNeed> &needs, GridLevel level, const QString &role);

enum class CellState : std::uint8_t {
    Held,
    Deputised, ///< held, but by somebody on leave, for whom a deputy acts
    Away,      ///< held by somebody on leave for whom nobody acts
    Vacant,
    NotNeeded, ///< nobody has it, and nobody needs to
};

[[nodiscard]] QString toId(CellState state);

/** Somebody in a cell of the matrix. */
struct StaffHolder
{
    Duty duty;
    std::optional<Leave> leave;    ///< that day
    std::optional<QString> acting; ///< who does the work that day

    bool operator==(const StaffHolder &) const = default;
};

/** A grid and a role. */
struct StaffCell
{
    QString role;
    int needed = 0;
    QList<StaffHolder> holders; ///< longest first
    CellState state = CellState::NotNeeded;
    QDate vacantSince; ///< invalid: not vacant, or never held

    bool operator==(const StaffCell &) const = default;
    [[nodiscard]] int missing() const
    {
        return std::max(0, needed - static_cast<int>(holders.size()));
    }
};

struct StaffRow
{
    QString grid;
    QList<StaffCell> cells; ///< one for each role of the matrix

    bool operator==(const StaffRow &) const = default;
};

/** Who has which role in which grid on a day. */
struct StaffMatrix
{
    QDate day;
    QStringList roles;
    QList<StaffRow> rows; ///< as the grids came

    bool operator==(const StaffMatrix &) const = default;
};

/** `duties` may hold those of other days and areas; ended ones tell since when a post is vacant. */
[[nodiscard]] StaffMatrix staffMatrix(const QList<UnitGrid> &grids,
                                      const QList<Duty> &duties,
                                      const LeaveBook &leaves,
                                      const QList<StaffingNeed> &needs,
                                      QDate day);

/** A role that nobody has, or fewer than must. */
struct Vacancy
{
    QString grid;
    QString role;
    int missing = 1;
    QDate since;    ///< invalid: since ever
    QString former; ///< who had it last; empty: nobody

    bool operator==(const Vacancy &) const = default;
};

/** By grid as in the matrix, and by role. `duties` as for staffMatrix(). */
[[nodiscard]] QList<Vacancy> vacancies(const StaffMatrix &matrix, const QList<Duty> &duties);

/** InvalidInput if a duty has no first day, ends before it begins, or says nothing. */
[[nodiscard]] Result<void> checkDuty(const Duty &duty);

} // namespace gridward
