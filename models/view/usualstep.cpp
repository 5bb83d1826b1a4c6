// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/usualstep.h"

#include "models/domain/lifecycle.h"

#include <algorithm>

namespace gridward {

bool isRejection(CaseAction action)
{
    switch (action) {
    case CaseAction::Refuse:
    case CaseAction::Void:
    case CaseAction::Return:
    case CaseAction::Rework:
    case CaseAction::Reopen:
    case CaseAction::Merge: // this case becomes void
    case CaseAction::Release:
    case CaseAction::Withdraw:
        return true;
    default:
        return false;
    }
}

bool decidesRequest(const ActionOffer &offer, const CaseRequest &request)
{
    if (offer.effect != Effect::Decide && offer.effect != Effect::Review) {
        return false;
    }
    switch (request.kind) {
    case CaseRequest::Kind::Extend:
        return offer.action == CaseAction::Extend;
    case CaseRequest::Kind::Suspend:
        return offer.action == CaseAction::Suspend;
    case CaseRequest::Kind::Appeal:
        return offer.action == CaseAction::Appeal;
    case CaseRequest::Kind::None:
        break;
    }
    return false;
}

bool isAside(const ActionOffer &offer, const CaseProcess &process)
{
    const bool atScene = offer.action == CaseAction::Checkin ||
                         offer.action == CaseAction::Handover ||
                         offer.action == CaseAction::Release;
    const bool rare = offer.action == CaseAction::Merge || offer.action == CaseAction::Transfer ||
                      offer.action == CaseAction::Suspend || offer.action == CaseAction::Extend;
    return (offer.effect == Effect::Note && !(atScene && process.sceneIsHeld())) ||
           (rare && !decidesRequest(offer, process.request));
}

std::optional<CaseAction>
usualStep(CaseState state, const CaseProcess &process, const QList<ActionOffer> &offers)
{
    const auto decision = std::ranges::find_if(offers, [&](const ActionOffer &offer) {
        return offer.allowed && decidesRequest(offer, process.request);
    });
    if (decision != offers.end()) {
        return decision->action;
    }
    for (const Transition &step : transitionsFrom(state)) {
        const auto offer = std::ranges::find(offers, step.action, &ActionOffer::action);
        if (offer != offers.end() && offer->allowed && !isRejection(step.action) &&
            !isAside(*offer, process)) {
            return step.action;
        }
    }
    return std::nullopt;
}

} // namespace gridward
