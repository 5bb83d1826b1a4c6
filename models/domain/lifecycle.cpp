// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lifecycle.h"

#include <algorithm>
#include <array>

namespace gridward {

namespace {

using A = CaseAction;
using E = Effect;
using S = CaseState;
constexpr bool kReason = true;
constexpr bool kNoReason = false;
constexpr bool kTarget = true;
constexpr bool kNoTarget = false;

constexpr Roles kReporters{Role::Acceptor};
constexpr Roles kFiler{Role::Filer};
constexpr Roles kDispatcher{Role::Dispatcher};
constexpr Roles kDesks{Role::Filer, Role::Dispatcher};
constexpr Roles kUnit{Role::Handler};
constexpr Roles kStreet{Role::Street};
constexpr Roles kVerifiers{Role::Filer, Role::Checker};
constexpr Roles kCheckers{Role::Checker, Role::Supervisor};
constexpr Roles kReworkers{Role::Checker, Role::Supervisor, Role::Dispatcher};
constexpr Roles kArchivers{Role::Filer, Role::System};
constexpr Roles kResumers{Role::Dispatcher, Role::Handler, Role::System};
constexpr Roles kUrgers{Role::Street, Role::Supervisor, Role::System};
/** Units, and the street office that answers for those of its own. */
constexpr Roles kUnitAndStreet{Role::Handler, Role::Street};
constexpr Roles kStepTakers{
    Role::Filer, Role::Dispatcher, Role::Handler, Role::Street, Role::Checker, Role::Supervisor};
constexpr Roles kSupervisor{Role::Supervisor};
constexpr Roles kCallers{Role::Street, Role::Dispatcher, Role::Checker, Role::Supervisor};
/** Departments that are called, and whoever has the case when it is supervised. */
constexpr Roles kCalled{Role::Handler, Role::Street};
constexpr Roles kAnswerers{Role::Handler, Role::Street, Role::Filer, Role::Dispatcher};
constexpr Roles kOnScene{Role::Acceptor, Role::Checker, Role::Handler, Role::Street};
constexpr Roles kHanders{
    Role::Acceptor, Role::Checker, Role::Handler, Role::Street, Role::Dispatcher, Role::Supervisor};
constexpr Roles kReleasers{Role::Supervisor, Role::Dispatcher};
constexpr Roles kCallBackers{Role::Acceptor, Role::Checker, Role::Supervisor};
constexpr Roles kAcceptor{Role::Acceptor};
constexpr Roles kNobody{};

/** What can be done to every open case without moving it. */
constexpr std::array kEverywhere{
    Transition{S::Filed, A::Urge, S::Filed, kUrgers, kNoReason, kNoTarget, E::Note},
    Transition{S::Filed, A::Supervise, S::Filed, kSupervisor, kReason, kNoTarget, E::Note},
    Transition{S::Filed, A::Call, S::Filed, kCallers, kNoReason, kTarget, E::Note},
    Transition{S::Filed, A::Answer, S::Filed, kAnswerers, kNoReason, kNoTarget, E::Note},
    Transition{S::Filed, A::Arrive, S::Filed, kCalled, kNoReason, kNoTarget, E::Note},
    Transition{S::Filed, A::Checkin, S::Filed, kOnScene, kNoReason, kNoTarget, E::Note},
    Transition{S::Filed, A::Handover, S::Filed, kHanders, kNoReason, kTarget, E::Note},
    Transition{S::Filed, A::Release, S::Filed, kReleasers, kReason, kNoTarget, E::Note},
    Transition{S::Filed, A::Merge, S::Filed, kNobody, kNoReason, kNoTarget, E::Absorb},
};

constexpr std::array kOwn{
    Transition{S::Registered, A::File, S::Filed, kFiler},
    Transition{S::Registered, A::Verify, S::Verifying, kVerifiers},
    Transition{S::Registered, A::Refuse, S::Refused, kFiler, kReason},
    Transition{S::Registered, A::Merge, S::Void, kFiler, kNoReason, kTarget},
    Transition{S::Registered, A::Void, S::Void, kFiler, kReason},
    Transition{S::Registered, A::Split, S::Registered, kFiler, kReason, kNoTarget, E::Note},

    Transition{S::Reported, A::File, S::Filed, kFiler},
    Transition{S::Reported, A::Verify, S::Verifying, kVerifiers},
    Transition{S::Reported, A::Refuse, S::Refused, kFiler, kReason},
    Transition{S::Reported, A::Merge, S::Void, kFiler, kNoReason, kTarget},
    Transition{S::Reported, A::Void, S::Void, kFiler, kReason},
    Transition{S::Reported, A::Split, S::Reported, kFiler, kReason, kNoTarget, E::Note},

    // Verifying is asked for from the desk and answered by whoever went there.
    Transition{S::Verifying, A::Verify, S::PendingFiling, kVerifiers},
    Transition{S::Verifying, A::Entrust, S::Verifying, kVerifiers, kNoReason, kTarget, E::Note},
    Transition{S::Verifying, A::Merge, S::Void, kFiler, kNoReason, kTarget},
    Transition{S::Verifying, A::Void, S::Void, kFiler, kReason},

    Transition{S::PendingFiling, A::File, S::Filed, kFiler},
    Transition{S::PendingFiling, A::Verify, S::Verifying, kVerifiers},
    Transition{S::PendingFiling, A::Refuse, S::Refused, kFiler, kReason},
    Transition{S::PendingFiling, A::Merge, S::Void, kFiler, kNoReason, kTarget},
    Transition{S::PendingFiling, A::Void, S::Void, kFiler, kReason},
    Transition{S::PendingFiling, A::Split, S::PendingFiling, kFiler, kReason, kNoTarget, E::Note},

    Transition{S::Filed, A::Dispatch, S::AtUnit, kDispatcher, kNoReason, kTarget},
    Transition{S::Filed, A::Return, S::PendingFiling, kDispatcher, kReason},
    Transition{S::Filed, A::Merge, S::Void, kDesks, kNoReason, kTarget},
    Transition{S::Filed, A::Void, S::Void, kFiler, kReason},
    Transition{S::Filed, A::Split, S::Filed, kDesks, kReason, kNoTarget, E::Note},

    Transition{S::AtUnit, A::Accept, S::Handling, kUnit},
    Transition{S::AtUnit, A::Assign, S::Handling, kStreet, kNoReason, kTarget},
    Transition{S::AtUnit, A::Handle, S::FedBack, kUnit},
    Transition{S::AtUnit, A::Handle, S::AtUnit, kUnit, kNoReason, kNoTarget, E::Part},
    Transition{S::AtUnit, A::Return, S::Filed, kUnitAndStreet, kReason},
    Transition{S::AtUnit, A::Transfer, S::AtUnit, kDispatcher, kReason, kTarget},
    Transition{S::AtUnit, A::Extend, S::AtUnit, kUnitAndStreet, kReason, kNoTarget, E::Ask},
    Transition{S::AtUnit, A::Extend, S::AtUnit, kDispatcher, kNoReason, kNoTarget, E::Decide},
    Transition{S::AtUnit, A::Extend, S::AtUnit, kNobody, kNoReason, kNoTarget, E::Follow},
    Transition{S::AtUnit, A::Suspend, S::AtUnit, kUnitAndStreet, kReason, kNoTarget, E::Ask},
    Transition{S::AtUnit, A::Suspend, S::Suspended, kDispatcher, kReason, kNoTarget, E::Decide},
    Transition{S::AtUnit, A::Split, S::AtUnit, kDispatcher, kReason, kNoTarget, E::Note},

    Transition{S::Handling, A::Assign, S::Handling, kStreet, kNoReason, kTarget},
    Transition{S::Handling, A::Handle, S::FedBack, kUnit},
    Transition{S::Handling, A::Handle, S::Handling, kUnit, kNoReason, kNoTarget, E::Part},
    Transition{S::Handling, A::Return, S::Filed, kUnitAndStreet, kReason},
    Transition{S::Handling, A::Transfer, S::AtUnit, kDispatcher, kReason, kTarget},
    Transition{S::Handling, A::Extend, S::Handling, kUnitAndStreet, kReason, kNoTarget, E::Ask},
    Transition{S::Handling, A::Extend, S::Handling, kDispatcher, kNoReason, kNoTarget, E::Decide},
    Transition{S::Handling, A::Extend, S::Handling, kNobody, kNoReason, kNoTarget, E::Follow},
    Transition{S::Handling, A::Suspend, S::Handling, kUnitAndStreet, kReason, kNoTarget, E::Ask},
    Transition{S::Handling, A::Suspend, S::Suspended, kDispatcher, kReason, kNoTarget, E::Decide},
    Transition{S::Handling, A::Split, S::Handling, kDispatcher, kReason, kNoTarget, E::Note},

    Transition{S::Suspended, A::Resume, S::Handling, kResumers},
    Transition{S::Suspended, A::Extend, S::Suspended, kNobody, kNoReason, kNoTarget, E::Follow},

    Transition{S::FedBack, A::Feedback, S::Checking, kUnit},
    Transition{S::FedBack, A::Check, S::PendingClose, kCheckers},
    Transition{S::FedBack, A::Rework, S::Rework, kReworkers, kReason},
    Transition{S::FedBack, A::Entrust, S::Checking, kCheckers, kNoReason, kTarget},
    Transition{S::Checking, A::Check, S::PendingClose, kCheckers},
    Transition{S::Checking, A::Rework, S::Rework, kReworkers, kReason},
    Transition{S::Checking, A::Entrust, S::Checking, kCheckers, kNoReason, kTarget, E::Note},

    // A rework is the same unit's again: it goes on as if the case had just arrived there.
    Transition{S::Rework, A::Accept, S::Handling, kUnit},
    Transition{S::Rework, A::Assign, S::Handling, kStreet, kNoReason, kTarget},
    Transition{S::Rework, A::Handle, S::FedBack, kUnit},
    Transition{S::Rework, A::Handle, S::Rework, kUnit, kNoReason, kNoTarget, E::Part},
    Transition{S::Rework, A::Extend, S::Rework, kUnitAndStreet, kReason, kNoTarget, E::Ask},
    Transition{S::Rework, A::Extend, S::Rework, kDispatcher, kNoReason, kNoTarget, E::Decide},
    Transition{S::Rework, A::Extend, S::Rework, kNobody, kNoReason, kNoTarget, E::Follow},
    Transition{S::Rework, A::Suspend, S::Rework, kUnitAndStreet, kReason, kNoTarget, E::Ask},
    Transition{S::Rework, A::Suspend, S::Suspended, kDispatcher, kReason, kNoTarget, E::Decide},

    Transition{S::PendingClose, A::Close, S::Closed, kFiler},
    Transition{S::PendingClose, A::Rework, S::Rework, kReworkers, kReason},
    Transition{
        S::PendingClose, A::Check, S::PendingClose, kCheckers, kNoReason, kNoTarget, E::Note},
    Transition{
        S::PendingClose, A::Callback, S::PendingClose, kCallBackers, kReason, kNoTarget, E::Note},

    Transition{S::Closed, A::Callback, S::Closed, kCallBackers, kReason, kNoTarget, E::Note},
    Transition{S::Closed, A::Archive, S::Archived, kArchivers},
    Transition{S::Closed, A::Reopen, S::Filed, kFiler, kReason},
    Transition{S::Closed, A::Appeal, S::Closed, kUnit, kReason, kNoTarget, E::Ask},
    Transition{S::Closed, A::Appeal, S::Closed, kDispatcher, kNoReason, kNoTarget, E::Review},
    Transition{S::Closed, A::Appeal, S::Closed, kAcceptor, kNoReason, kNoTarget, E::Decide},
    Transition{S::Archived, A::Callback, S::Archived, kCallBackers, kReason, kNoTarget, E::Note},
};

/** States that a step of somebody leads to, so that it can be taken back there. */
constexpr std::array kReached{S::Verifying,
                              S::PendingFiling,
                              S::Refused,
                              S::Void,
                              S::Filed,
                              S::AtUnit,
                              S::Handling,
                              S::Suspended,
                              S::FedBack,
                              S::Checking,
                              S::Rework,
                              S::PendingClose,
                              S::Closed};

constexpr std::array kOpenStates{S::Registered,
                                 S::Reported,
                                 S::Verifying,
                                 S::PendingFiling,
                                 S::Filed,
                                 S::AtUnit,
                                 S::Handling,
                                 S::Suspended,
                                 S::FedBack,
                                 S::Checking,
                                 S::Rework,
                                 S::PendingClose};

constexpr std::size_t kRows =
    kOwn.size() + kReached.size() + kOpenStates.size() * kEverywhere.size();

constexpr std::array<Transition, kRows> makeTable()
{
    std::array<Transition, kRows> table{};
    std::size_t row = 0;
    for (const Transition &own : kOwn) {
        table[row++] = own;
    }
    for (const CaseState state : kReached) {
        table[row++] = {state, A::Withdraw, state, kStepTakers, kNoReason, kNoTarget, E::Undo};
    }
    for (const CaseState state : kOpenStates) {
        for (const Transition &entry : kEverywhere) {
            table[row] = entry;
            table[row].from = state;
            table[row++].to = state;
        }
    }
    return table;
}

constexpr std::array<Transition, kRows> kTable = makeTable();

} // namespace

std::span<const Transition> lifeCycle()
{
    return kTable;
}

Roles reporters()
{
    return kReporters;
}

std::optional<Transition> transition(CaseState from, CaseAction action)
{
    const auto *found = std::ranges::find_if(kTable, [&](const Transition &row) {
        return row.from == from && row.action == action && !row.roles.isEmpty();
    });
    return found != kTable.end() ? std::optional(*found) : std::nullopt;
}

std::optional<Transition> transition(CaseState from, CaseAction action, Role role, int answers)
{
    std::optional<Transition> fitting;
    for (const Transition &row : kTable) {
        if (row.from == from && row.action == action && row.roles.contains(role) &&
            (!fitting || answers-- > 0)) {
            fitting = row;
        }
    }
    return fitting;
}

QList<Transition> transitionsFrom(CaseState from)
{
    QList<Transition> result;
    for (const Transition &row : kTable) {
        const auto same = [&](const Transition &other) { return other.action == row.action; };
        if (row.from == from && !row.roles.isEmpty() && std::ranges::none_of(result, same)) {
            result.append(row);
        }
    }
    return result;
}

bool hasTransition(CaseAction action)
{
    return std::ranges::any_of(kTable, [&](const Transition &row) { return row.action == action; });
}

bool canBeTakenBack(CaseAction action)
{
    switch (action) {
    case CaseAction::Verify:
    case CaseAction::File:
    case CaseAction::Refuse:
    case CaseAction::Void:
    case CaseAction::Dispatch:
    case CaseAction::Accept:
    case CaseAction::Return:
    case CaseAction::Assign:
    case CaseAction::Handle:
    case CaseAction::Feedback:
    case CaseAction::Suspend:
    case CaseAction::Resume:
    case CaseAction::Extend:
    case CaseAction::Check:
    case CaseAction::Rework:
    case CaseAction::Close:
    case CaseAction::Reopen:
    case CaseAction::Transfer:
    case CaseAction::Entrust:
        return true;
    default:
        return false;
    }
}

bool isLawful(CaseState from, CaseAction action, CaseState to)
{
    if (action == CaseAction::Withdraw) {
        // Back over a row of the table, the other way round.
        const auto leadsHere = [&](const Transition &row) {
            const bool isDenied = row.effect == Effect::Decide && from == to;
            return canBeTakenBack(row.action) && row.from == to && (row.to == from || isDenied);
        };
        return transition(from, action) && std::ranges::any_of(kTable, leadsHere);
    }
    return std::ranges::any_of(kTable, [&](const Transition &row) {
        // What was asked for may be denied: then the case stays where it is.
        return row.from == from && row.action == action &&
               (row.to == to || (row.effect == Effect::Decide && to == from));
    });
}

CaseState firstState(CaseSource source)
{
    return source == CaseSource::Patrol ? CaseState::Reported : CaseState::Registered;
}

std::optional<Stage> stageOf(CaseState state)
{
    switch (state) {
    case CaseState::Registered:
    case CaseState::Reported:
    case CaseState::PendingFiling:
        return Stage::Accept;
    case CaseState::Verifying:
        return Stage::Verify;
    case CaseState::Filed:
        return Stage::Dispatch;
    case CaseState::AtUnit:
    case CaseState::Handling:
    case CaseState::Suspended:
    case CaseState::Rework:
        return Stage::Handle;
    case CaseState::FedBack:
    case CaseState::Checking:
    case CaseState::PendingClose:
        return Stage::Check;
    case CaseState::Refused:
    case CaseState::Void:
    case CaseState::Closed:
    case CaseState::Archived:
        break;
    }
    return std::nullopt;
}

QList<Role> queuesOf(CaseState state)
{
    QList<Role> roles;
    for (const QString &id : roleIds()) {
        const Role role = roleFromId(id).value_or(Role::Owner);
        const bool moves = std::ranges::any_of(kTable, [&](const Transition &row) {
            return row.from == state && row.to != state && row.roles.contains(role);
        });
        if (moves && role != Role::Owner) {
            roles.append(role);
        }
    }
    return roles;
}

} // namespace gridward
