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

QString decidedText(CaseAction action, bool grants)
{
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
        return decidedText(request.action, request.grants);
    }
    return case_words::word(request.action);
}

} // namespace gridward
