// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/caserules.h"

#include "models/domain/casedecision.h"
#include "models/domain/idtable.h"

#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::array kRefusals{IdOf{StepRefusal::NotNow, "not-now"},
                               IdOf{StepRefusal::LacksRight, "lacks-right"},
                               IdOf{StepRefusal::NotByThisRole, "not-by-this-role"},
                               IdOf{StepRefusal::NeedsReason, "needs-reason"},
                               IdOf{StepRefusal::NeedsTarget, "needs-target"},
                               IdOf{StepRefusal::NeedsDate, "needs-date"},
                               IdOf{StepRefusal::BadDate, "bad-date"},
                               IdOf{StepRefusal::BadTarget, "bad-target"},
                               IdOf{StepRefusal::OwnWork, "own-work"},
                               IdOf{StepRefusal::OtherUnit, "other-unit"},
                               IdOf{StepRefusal::NotVerified, "not-verified"},
                               IdOf{StepRefusal::NoEvidence, "no-evidence"},
                               IdOf{StepRefusal::NoStandard, "no-standard"},
                               IdOf{StepRefusal::NotMet, "not-met"},
                               IdOf{StepRefusal::UnknownCondition, "unknown-condition"},
                               IdOf{StepRefusal::SceneHeld, "scene-held"},
                               IdOf{StepRefusal::NoScene, "no-scene"},
                               IdOf{StepRefusal::NotOnScene, "not-on-scene"},
                               IdOf{StepRefusal::ChildrenOpen, "children-open"},
                               IdOf{StepRefusal::PartsOpen, "parts-open"},
                               IdOf{StepRefusal::Overdue, "overdue"},
                               IdOf{StepRefusal::Exhausted, "exhausted"},
                               IdOf{StepRefusal::NoLimit, "no-limit"},
                               IdOf{StepRefusal::AlreadyAsked, "already-asked"},
                               IdOf{StepRefusal::NotAsked, "not-asked"},
                               IdOf{StepRefusal::SamePerson, "same-person"},
                               IdOf{StepRefusal::NotOverdue, "not-overdue"},
                               IdOf{StepRefusal::Appealed, "appealed"},
                               IdOf{StepRefusal::Pending, "pending"},
                               IdOf{StepRefusal::NotCalled, "not-called"},
                               IdOf{StepRefusal::AlreadyCalled, "already-called"},
                               IdOf{StepRefusal::Bundled, "bundled"},
                               IdOf{StepRefusal::NoDecision, "no-decision"},
                               IdOf{StepRefusal::NothingDue, "nothing-due"},
                               IdOf{StepRefusal::NotOwnStep, "not-own-step"},
                               IdOf{StepRefusal::StaysDone, "stays-done"},
                               IdOf{StepRefusal::TooLate, "too-late"},
                               IdOf{StepRefusal::NoReporter, "no-reporter"}};

} // namespace

QString toId(StepRefusal refusal)
{
    return idIn(kRefusals, refusal);
}

bool isMissingInput(StepRefusal refusal)
{
    switch (refusal) {
    case StepRefusal::NeedsReason:
    case StepRefusal::NeedsTarget:
    case StepRefusal::NeedsDate:
    case StepRefusal::BadDate:
    case StepRefusal::BadTarget:
    case StepRefusal::NoEvidence:
    case StepRefusal::NoStandard:
    case StepRefusal::UnknownCondition:
        return true;
    default:
        return false;
    }
}

std::variant<CaseStep, Refused> decide(const CaseRecord &record,
                                       const StepRequest &request,
                                       const Actor &actor,
                                       const Rules &rules,
                                       Instant now)
{
    return CaseDecision(record, request, actor, rules, now).make();
}

} // namespace gridward
