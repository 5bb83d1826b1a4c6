// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/staffing.h"

#include "models/domain/idtable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Staffing)
};

constexpr int kLongestChain = 8; ///< of deputies' deputies; a circle ends here

constexpr std::array kLeaveKinds{IdOf{LeaveKind::Annual, "annual"},
                                 IdOf{LeaveKind::Sick, "sick"},
                                 IdOf{LeaveKind::Family, "family"},
                                 IdOf{LeaveKind::Training, "training"},
                                 IdOf{LeaveKind::Secondment, "secondment"},
                                 IdOf{LeaveKind::Other, "other"}};

constexpr std::array kStates{IdOf{CellState::Held, "held"},
                             IdOf{CellState::Deputised, "deputised"},
                             IdOf{CellState::Away, "away"},
                             IdOf{CellState::Vacant, "vacant"},
                             IdOf{CellState::NotNeeded, "not-needed"}};

constexpr std::array kSevenForces{
    "manager", "assistant", "police", "supervisor", "judicial", "fire", "party-secretary"};

Error invalid(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

bool holdsOn(const Duty &duty, QDate day)
{
    return duty.from <= day && (!duty.to.isValid() || duty.to >= day);
}

/** How many different people have it that day. */
int countOn(const QList<Duty> &duties, QDate day)
{
    QStringList people;
    for (const Duty &duty : duties) {
        if (holdsOn(duty, day) && !people.contains(duty.person)) {
            people.append(duty.person);
        }
    }
    return static_cast<int>(people.size());
}

/** Since when there have been fewer than needed; invalid if there never were enough. */
QDate vacantSince(const QList<Duty> &duties, int needed, QDate day)
{
    QDate since;
    for (const Duty &duty : duties) {
        if (!duty.to.isValid() || duty.to >= day || duty.to < duty.from) {
            continue;
        }
        if (countOn(duties, duty.to) >= needed) {
            since = std::max(since.isValid() ? since : duty.to.addDays(1), duty.to.addDays(1));
        }
    }
    return since;
}

CellState stateOf(const StaffCell &cell)
{
    if (cell.missing() > 0) {
        return CellState::Vacant;
    }
    if (cell.holders.isEmpty()) {
        return CellState::NotNeeded;
    }
    const auto isUnmanned = [](const StaffHolder &holder) { return !holder.acting; };
    const auto isAway = [](const StaffHolder &holder) { return holder.leave.has_value(); };
    if (std::ranges::any_of(cell.holders, isUnmanned)) {
        return CellState::Away;
    }
    return std::ranges::any_of(cell.holders, isAway) ? CellState::Deputised : CellState::Held;
}

using DutiesByKey = QHash<std::pair<QString, QString>, QList<Duty>>;

DutiesByKey byAreaAndRole(const QList<Duty> &duties)
{
    DutiesByKey sorted;
    for (const Duty &duty : duties) {
        sorted[{duty.area, duty.role}].append(duty);
    }
    return sorted;
}

} // namespace

QString toId(LeaveKind kind)
{
    return idIn(kLeaveKinds, kind);
}

std::optional<LeaveKind> leaveKindFromId(QStringView id)
{
    return valueIn(kLeaveKinds, id);
}

QStringList leaveKindIds()
{
    QStringList ids;
    for (const auto &entry : kLeaveKinds) {
        ids.append(QString::fromLatin1(entry.id));
    }
    return ids;
}

QString toId(CellState state)
{
    return idIn(kStates, state);
}

Result<void> checkLeave(const Leave &leave, const QList<Leave> &others)
{
    if (leave.person.isEmpty() || !leave.from.isValid() || !leave.to.isValid()) {
        return invalid(Words::tr("Say who is away, from which day to which."));
    }
    if (leave.isWithdrawn()) {
        return {};
    }
    if (leave.deputy == leave.person) {
        return invalid(Words::tr("Nobody is their own deputy. Choose somebody else, or nobody."));
    }
    for (const Leave &other : others) {
        const bool isSame = other.person == leave.person && other.from == leave.from;
        const bool overlaps =
            !other.isWithdrawn() && other.from <= leave.to && leave.from <= other.to && !isSame;
        if (overlaps && other.person == leave.person) {
            return Error{ErrorCode::Conflict,
                         Words::tr("That person is away from %1 to %2 already. Change that leave, "
                                   "or choose other days.")
                             .arg(other.from.toString(Qt::ISODate), other.to.toString(Qt::ISODate)),
                         {}};
        }
        if (overlaps && !leave.deputy.isEmpty() && other.person == leave.deputy) {
            return invalid(
                Words::tr("The deputy is away from %1 to %2. Choose somebody else.")
                    .arg(other.from.toString(Qt::ISODate), other.to.toString(Qt::ISODate)));
        }
    }
    return {};
}

LeaveBook::LeaveBook(const QList<Leave> &leaves)
{
    for (const Leave &leave : leaves) {
        if (!leave.isWithdrawn()) {
            mLeaves[leave.person].append(leave);
        }
    }
}

std::optional<Leave> LeaveBook::leaveOf(const QString &person, QDate day) const
{
    const auto found = mLeaves.constFind(person);
    if (found == mLeaves.constEnd()) {
        return std::nullopt;
    }
    const auto leave =
        std::ranges::find_if(*found, [&](const Leave &one) { return one.holdsOn(day); });
    return leave == found->constEnd() ? std::nullopt : std::optional(*leave);
}

std::optional<QString> LeaveBook::actingFor(const QString &person, QDate day) const
{
    QString acting = person;
    for (int step = 0; step < kLongestChain; ++step) {
        const std::optional<Leave> leave = leaveOf(acting, day);
        if (!leave) {
            return acting;
        }
        if (leave->deputy.isEmpty()) {
            return std::nullopt;
        }
        acting = leave->deputy;
    }
    return std::nullopt;
}

QStringList LeaveBook::absentFor(const QString &deputy, QDate day) const
{
    QStringList absent;
    for (auto one = mLeaves.keyBegin(); one != mLeaves.keyEnd(); ++one) {
        if (!deputy.isEmpty() && *one != deputy && isAway(*one, day) &&
            actingFor(*one, day) == deputy) {
            absent.append(*one);
        }
    }
    absent.sort();
    return absent;
}

QList<StaffingNeed> standardStaffingNeeds()
{
    QList<StaffingNeed> needs;
    for (const char *role : kSevenForces) {
        needs.append({{}, QString::fromLatin1(role), 1});
    }
    return needs;
}

QStringList rolesOf(const QList<StaffingNeed> &needs)
{
    QStringList roles;
    for (const StaffingNeed &need : needs) {
        if (!roles.contains(need.role)) {
            roles.append(need.role);
        }
    }
    return roles;
}

int needFor(const QList<StaffingNeed> &needs, GridLevel level, const QString &role)
{
    const QString id = toId(level);
    int general = 0;
    for (const StaffingNeed &need : needs) {
        if (need.role != role) {
            continue;
        }
        if (need.level == id) {
            return need.count;
        }
        general = need.level.isEmpty() ? need.count : general;
    }
    return general;
}

StaffMatrix staffMatrix(const QList<UnitGrid> &grids,
                        const QList<Duty> &duties,
                        const LeaveBook &leaves,
                        const QList<StaffingNeed> &needs,
                        QDate day)
{
    StaffMatrix matrix{day, rolesOf(needs), {}};
    const DutiesByKey sorted = byAreaAndRole(duties);
    for (const UnitGrid &grid : grids) {
        StaffRow row{grid.code, {}};
        for (const QString &role : std::as_const(matrix.roles)) {
            StaffCell cell;
            cell.role = role;
            cell.needed = needFor(needs, grid.level, role);
            const QList<Duty> all = sorted.value({grid.code, role});
            for (const Duty &duty : all) {
                const auto isSame = [&](const StaffHolder &one) {
                    return one.duty.person == duty.person;
                };
                if (holdsOn(duty, day) && std::ranges::none_of(cell.holders, isSame)) {
                    cell.holders.append({duty,
                                         leaves.leaveOf(duty.person, day),
                                         leaves.actingFor(duty.person, day)});
                }
            }
            std::ranges::sort(cell.holders, {}, [](const StaffHolder &one) {
                return std::pair(one.duty.from, one.duty.person);
            });
            cell.state = stateOf(cell);
            if (cell.state == CellState::Vacant) {
                cell.vacantSince = vacantSince(all, cell.needed, day);
            }
            row.cells.append(cell);
        }
        matrix.rows.append(row);
    }
    return matrix;
}

QList<Vacancy> vacancies(const StaffMatrix &matrix, const QList<Duty> &duties)
{
    const DutiesByKey sorted = byAreaAndRole(duties);
    QList<Vacancy> missing;
    for (const StaffRow &row : matrix.rows) {
        for (const StaffCell &cell : row.cells) {
            if (cell.state != CellState::Vacant) {
                continue;
            }
            Vacancy vacancy{row.grid, cell.role, cell.missing(), cell.vacantSince, {}};
            QDate last;
            for (const Duty &duty : sorted.value({row.grid, cell.role})) {
                if (duty.to.isValid() && duty.to < matrix.day && duty.to >= duty.from &&
                    (!last.isValid() || duty.to > last)) {
                    last = duty.to;
                    vacancy.former = duty.person;
                }
            }
            missing.append(vacancy);
        }
    }
    return missing;
}

Result<void> checkDuty(const Duty &duty)
{
    if (duty.person.isEmpty() || duty.role.isEmpty() || duty.area.isEmpty()) {
        return invalid(Words::tr("Say who takes which role in which grid."));
    }
    if (!duty.from.isValid()) {
        return invalid(Words::tr("Say from which day on."));
    }
    if (duty.to.isValid() && duty.to < duty.from) {
        return invalid(Words::tr("The last day lies before the first."));
    }
    return {};
}

} // namespace gridward
