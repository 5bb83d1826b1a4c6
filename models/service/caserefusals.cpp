// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/caserefusals.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseRefusals)
};

/** What is missing, and with which option of the command line it is given. */
QString missing(const QString &what, const CaseWording &wording, const char *option)
{
    return wording.namesOptions ? u"%1 (%2)"_s.arg(what, QLatin1String(option)) : what;
}

QString inputText(const Refused &refused,
                  const QString &step,
                  const Case &subject,
                  const CaseWording &wording)
{
    switch (refused.why) {
    case StepRefusal::NeedsReason:
        return missing(Words::tr("“%1” needs a reason.").arg(step), wording, "--note");
    case StepRefusal::NeedsTarget:
        return missing(Words::tr("“%1” needs to know to whom or to what: a unit, a person, a case "
                                 "or a class.")
                           .arg(step),
                       wording,
                       "--to");
    case StepRefusal::NeedsDate:
        return missing(Words::tr("“%1” needs the date until which the case waits.").arg(step),
                       wording,
                       "--until");
    case StepRefusal::BadDate:
        if (refused.what.isEmpty()) {
            return Words::tr("The deadline of “%1” must lie ahead, and no further than a year.")
                .arg(step);
        }
        return Words::tr("The day must lie ahead, and no further than %1 days: a suspension may "
                         "not last longer.")
            .arg(refused.what);
    case StepRefusal::BadTarget:
        return Words::tr("“%1” cannot be done with %2: it is the case or the unit itself, is no "
                         "longer open, or has no part in this case.")
            .arg(step, refused.what);
    case StepRefusal::NoEvidence:
        return missing(Words::tr("Class %1 asks for evidence with “%2”: attach a picture.")
                           .arg(subject.classKey.code, step),
                       wording,
                       "--attach");
    case StepRefusal::NoStandard:
        return Words::tr("Class %1 has no filing condition “%2”.")
            .arg(subject.classKey.code, refused.what);
    default:
        return Words::tr("Case %1 was not filed under the condition “%2”.")
            .arg(subject.number, refused.what);
    }
}

QString ruleText(const Refused &refused, const Case &subject)
{
    const QString &number = subject.number;
    switch (refused.why) {
    case StepRefusal::NotVerified:
        return Words::tr("Case %1 must be verified before it is filed: its class asks for it.")
            .arg(number);
    case StepRefusal::NotMet:
        return Words::tr("Case %1 cannot be closed: the closing condition of %2 is not confirmed. "
                         "Check it, or send it back for rework.")
            .arg(number, refused.what);
    case StepRefusal::SceneHeld:
        return Words::tr("Case %1 cannot be closed before its scene is released.").arg(number);
    case StepRefusal::NoScene:
        return Words::tr("Case %1 has no scene that is held.").arg(number);
    case StepRefusal::NotOnScene:
        return refused.what.isEmpty()
                   ? Words::tr("Nobody stays at the scene of case %1 yet.").arg(number)
                   : Words::tr("At the scene of case %1 stays %2, who hands it over by name.")
                         .arg(number, refused.what);
    case StepRefusal::ChildrenOpen:
        return Words::tr("Cases that were split from case %1 are still open.").arg(number);
    case StepRefusal::PartsOpen:
        return Words::tr("The assisting unit %1 is not ready with its part of case %2.")
            .arg(refused.what, number);
    case StepRefusal::Overdue:
        return Words::tr("The limit of case %1 has run out: only what is not overdue can be "
                         "extended.")
            .arg(number);
    case StepRefusal::Exhausted:
        return Words::tr("Case %1 has had as many as there may be (%2).").arg(number, refused.what);
    case StepRefusal::NoLimit:
        return Words::tr("Case %1 has no limit that could be extended.").arg(number);
    case StepRefusal::AlreadyAsked:
        return Words::tr("Something was asked for already for case %1, and waits for its decision.")
            .arg(number);
    case StepRefusal::NotAsked:
        return Words::tr("Nobody asked for it for case %1, or its turn has not come.").arg(number);
    case StepRefusal::SamePerson:
        return Words::tr("Two approvals are needed from two persons.");
    case StepRefusal::NotOverdue:
        return Words::tr("Case %1 has no overdue mark that could be appealed against.").arg(number);
    case StepRefusal::Appealed:
        return Words::tr("Case %1 was appealed once already.").arg(number);
    case StepRefusal::Pending:
        return Words::tr("An appeal of case %1 waits for its decision.").arg(number);
    case StepRefusal::NotCalled:
        return Words::tr("%1 is not called to case %2, or has come already.")
            .arg(refused.what.isEmpty() ? u"–"_s : refused.what, number);
    case StepRefusal::AlreadyCalled:
        return Words::tr("%1 is called to case %2 already and has not come yet.")
            .arg(refused.what, number);
    case StepRefusal::Bundled:
        return Words::tr("Case %1 shares the deadline of another case: that one is to be changed.")
            .arg(number);
    case StepRefusal::NoReporter:
        return Words::tr("Nobody outside reported case %1: there is nobody to call back.")
            .arg(number);
    case StepRefusal::NotOwnStep:
        return Words::tr("The last step of case %1 is by %2: only one's own can be taken back.")
            .arg(number, refused.what);
    case StepRefusal::StaysDone:
        return Words::tr("The last step of case %1 cannot be taken back.").arg(number);
    case StepRefusal::TooLate:
        return Words::tr("The last step of case %1 was more than %2 minutes ago: it stands.")
            .arg(number, refused.what);
    default:
        return Words::tr("There is nothing to be done for case %1 now.").arg(number);
    }
}

} // namespace

QString refusalText(const Refused &refused,
                    const Case &subject,
                    CaseAction action,
                    const Actor &actor,
                    const CaseWording &wording)
{
    const QString step = wording.action(action);
    switch (refused.why) {
    case StepRefusal::LacksRight:
        return Words::tr("%1 (role %2) lacks the permission “%3”.")
            .arg(actor.user, wording.role(toId(actor.role)), step);
    case StepRefusal::NotByThisRole:
        return Words::tr("“%1” is not for %2 (role %3) while case %4 is “%5”.")
            .arg(step,
                 actor.user,
                 wording.role(toId(actor.role)),
                 subject.number,
                 wording.state(subject.state));
    case StepRefusal::NotNow:
        return Words::tr("“%1” is not possible while case %2 is “%3”.")
            .arg(step, subject.number, wording.state(subject.state));
    case StepRefusal::OwnWork:
        if (!refused.what.isEmpty()) {
            return Words::tr(
                       "%1 dispatched or handled case %2, or belongs to the unit whose work it "
                       "is: somebody else has to look at it.")
                .arg(refused.what, subject.number);
        }
        return Words::tr("%1 dispatched or handled case %2, or checked it: nobody does both "
                         "(supervision and dispatch are separate). Another person has to “%3”.")
            .arg(actor.user, subject.number, step);
    case StepRefusal::OtherUnit:
        return Words::tr("Case %1 is not with the unit of %2.").arg(subject.number, actor.user);
    default:
        return isMissingInput(refused.why) ? inputText(refused, step, subject, wording)
                                           : ruleText(refused, subject);
    }
}

Error refusalError(const Refused &refused,
                   const Case &subject,
                   CaseAction action,
                   const Actor &actor,
                   const CaseWording &wording)
{
    return {isMissingInput(refused.why) ? ErrorCode::InvalidInput : ErrorCode::Refused,
            refusalText(refused, subject, action, actor, wording),
            toId(refused.why)};
}

} // namespace gridward
