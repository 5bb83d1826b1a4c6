// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/stepwords.h"

#include "models/domain/lifecycle.h"
#include "models/view/casewords.h"

#include <QCoreApplication>

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StepWords)
};

QString askedText(CaseAction action)
{
    switch (action) {
    case CaseAction::Extend:
        return Words::tr("Extension asked for; the dispatcher decides");
    case CaseAction::Suspend:
        return Words::tr("Suspension asked for; the dispatcher decides");
    case CaseAction::Appeal:
        return Words::tr("Appeal lodged; it waits for the decision");
    default:
        return case_words::word(action);
    }
}

QString decidedText(CaseAction action, bool grants, bool wasAsked)
{
    if (!wasAsked && grants) { // nobody has asked for anything that could be granted
        return action == CaseAction::Extend    ? Words::tr("Extended")
               : action == CaseAction::Suspend ? Words::tr("Suspended")
                                               : case_words::word(action);
    }
    switch (action) {
    case CaseAction::Extend:
        return grants ? Words::tr("Extension granted") : Words::tr("Extension denied");
    case CaseAction::Suspend:
        return grants ? Words::tr("Suspension granted") : Words::tr("Suspension denied");
    case CaseAction::Appeal:
        return grants ? Words::tr("Appeal upheld") : Words::tr("Appeal denied");
    default:
        return case_words::word(action);
    }
}

} // namespace

QString decisionName(CaseAction action, bool grants)
{
    switch (action) {
    case CaseAction::Extend:
        return grants ? Words::tr("Grant the extension") : Words::tr("Deny the extension");
    case CaseAction::Suspend:
        return grants ? Words::tr("Grant the suspension") : Words::tr("Deny the suspension");
    case CaseAction::Appeal:
        return grants ? Words::tr("Uphold the appeal") : Words::tr("Deny the appeal");
    default:
        return case_words::word(action);
    }
}

QString decisionText(CaseAction action, bool grants)
{
    return decidedText(action, grants, true);
}

QString stepName(CaseAction action, CaseState state)
{
    if (action != CaseAction::Verify) {
        return case_words::word(action);
    }
    return state == CaseState::Verifying ? Words::tr("Verified as true")
                                         : Words::tr("Send to verify");
}

QString stepText(const ActionRequest &request, CaseState state, int answers, const QString &role)
{
    const std::optional<Role> as = roleFromId(role);
    std::optional<Transition> row =
        as ? transition(state, request.action, *as, answers) : std::nullopt;
    if (!row) {
        row = transition(state, request.action);
    }
    if (row && row->effect == Effect::Ask) {
        return askedText(request.action);
    }
    if (row && row->effect == Effect::Decide) {
        return decidedText(request.action, request.grants, answers > 0);
    }
    if (request.action == CaseAction::Verify) {
        return state == CaseState::Verifying ? Words::tr("Verified: the report is true")
                                             : Words::tr("Somebody is sent to verify it");
    }
    return case_words::word(request.action);
}

} // namespace gridward
