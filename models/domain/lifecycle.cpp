// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lifecycle.h"

#include <algorithm>
#include <array>

namespace gridward {

namespace {

using A = CaseAction;
using S = CaseState;
constexpr bool kReason = true;
constexpr bool kTarget = true;

constexpr std::array kTable{
    Transition{S::Registered, A::File, S::Filed},
    Transition{S::Registered, A::Verify, S::Verifying},
    Transition{S::Registered, A::Refuse, S::Refused, kReason},
    Transition{S::Registered, A::Void, S::Void, kReason},
    Transition{S::Reported, A::File, S::Filed},
    Transition{S::Reported, A::Verify, S::Verifying},
    Transition{S::Reported, A::Refuse, S::Refused, kReason},
    Transition{S::Reported, A::Void, S::Void, kReason},
    // Verifying is asked for from the desk and answered by whoever went there.
    Transition{S::Verifying, A::Verify, S::PendingFiling},
    Transition{S::Verifying, A::Void, S::Void, kReason},
    Transition{S::PendingFiling, A::File, S::Filed},
    Transition{S::PendingFiling, A::Refuse, S::Refused, kReason},
    Transition{S::PendingFiling, A::Void, S::Void, kReason},
    Transition{S::Filed, A::Dispatch, S::AtUnit, false, kTarget},
    Transition{S::Filed, A::Void, S::Void, kReason},
    Transition{S::AtUnit, A::Accept, S::Handling},
    Transition{S::AtUnit, A::Assign, S::Handling, false, kTarget},
    Transition{S::AtUnit, A::Handle, S::FedBack},
    Transition{S::AtUnit, A::Return, S::Filed, kReason},
    Transition{S::Handling, A::Assign, S::Handling, false, kTarget},
    Transition{S::Handling, A::Handle, S::FedBack},
    Transition{S::Handling, A::Return, S::Filed, kReason},
    Transition{S::FedBack, A::Feedback, S::Checking},
    Transition{S::FedBack, A::Check, S::PendingClose},
    Transition{S::FedBack, A::Rework, S::Rework, kReason},
    Transition{S::Checking, A::Check, S::PendingClose},
    Transition{S::Checking, A::Rework, S::Rework, kReason},
    // A rework is the same unit's again: it goes on as if the case had just arrived there.
    Transition{S::Rework, A::Accept, S::Handling},
    Transition{S::Rework, A::Assign, S::Handling, false, kTarget},
    Transition{S::Rework, A::Handle, S::FedBack},
    Transition{S::PendingClose, A::Close, S::Closed},
    Transition{S::PendingClose, A::Rework, S::Rework, kReason},
    Transition{S::Closed, A::Archive, S::Archived},
    Transition{S::Closed, A::Reopen, S::Filed, kReason},
};

} // namespace

std::optional<Transition> transition(CaseState from, CaseAction action)
{
    const auto *found = std::ranges::find_if(kTable, [&](const Transition &entry) {
        return entry.from == from && entry.action == action;
    });
    return found != kTable.end() ? std::optional(*found) : std::nullopt;
}

QList<Transition> transitionsFrom(CaseState from)
{
    QList<Transition> result;
    std::ranges::copy_if(kTable, std::back_inserter(result), [&](const Transition &entry) {
        return entry.from == from;
    });
    return result;
}

bool hasTransition(CaseAction action)
{
    return std::ranges::any_of(kTable,
                               [&](const Transition &entry) { return entry.action == action; });
}

CaseState firstState(CaseSource source)
{
    return source == CaseSource::Patrol ? CaseState::Reported : CaseState::Registered;
}

} // namespace gridward
