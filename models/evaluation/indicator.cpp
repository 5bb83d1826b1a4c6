// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evaluation/indicator.h"

#include "models/domain/idtable.h"

#include <algorithm>
#include <array>
#include <vector>

namespace gridward {

namespace {

using Subject = EvaluatedCase;
using Ground = EvaluationGround;

constexpr double kMillisecondsAnHour = 3'600'000.0;
constexpr double kCommunityTarget = 90.0; ///< SEED-105

constexpr std::array kLevels{IdOf{EvaluationLevel::District, "district"},
                             IdOf{EvaluationLevel::Street, "street"},
                             IdOf{EvaluationLevel::Community, "community"},
                             IdOf{EvaluationLevel::Grid, "grid"},
                             IdOf{EvaluationLevel::Department, "department"},
                             IdOf{EvaluationLevel::Post, "post"},
                             IdOf{EvaluationLevel::Person, "person"}};

constexpr std::array kIndicators{IdOf{Indicator::Filing, "filing"},
                                 IdOf{Indicator::InTimeFiling, "in_time_filing"},
                                 IdOf{Indicator::Dispatch, "dispatch"},
                                 IdOf{Indicator::AccurateDispatch, "accurate_dispatch"},
                                 IdOf{Indicator::Handling, "handling"},
                                 IdOf{Indicator::InTimeHandling, "in_time_handling"},
                                 IdOf{Indicator::Closing, "closing"},
                                 IdOf{Indicator::InTimeClosing, "in_time_closing"},
                                 IdOf{Indicator::Rework, "rework"},
                                 IdOf{Indicator::OverdueOpen, "overdue_open"},
                                 IdOf{Indicator::SolvedInCommunity, "solved_in_community"},
                                 IdOf{Indicator::PatrolFound, "patrol_found"},
                                 IdOf{Indicator::FirstLook, "first_look_hours"},
                                 IdOf{Indicator::FirstAction, "first_action_hours"},
                                 IdOf{Indicator::Reply, "reply_hours"}};

// What the printed definitions call so (see wordsOf()).

bool isClosed(const Subject &subject)
{
    return subject.state == CaseState::Closed || subject.state == CaseState::Archived;
}

bool isDropped(const Subject &subject)
{
    return subject.state == CaseState::Void || subject.state == CaseState::Refused;
}

bool isWithUnit(const Subject &subject)
{
    return subject.state == CaseState::AtUnit || subject.state == CaseState::Handling ||
           subject.state == CaseState::Suspended || subject.state == CaseState::Rework;
}

/** Handed in, and not closed yet. */
bool isBeingJudged(const Subject &subject)
{
    return subject.state == CaseState::FedBack || subject.state == CaseState::Checking ||
           subject.state == CaseState::PendingClose;
}

bool isFiled(const Subject &subject)
{
    return subject.milestones.filedAt || subject.state == CaseState::Filed || isWithUnit(subject) ||
           isBeingJudged(subject) || isClosed(subject);
}

bool isDispatched(const Subject &subject)
{
    return subject.milestones.dispatchedAt || isWithUnit(subject) || isBeingJudged(subject) ||
           (isClosed(subject) && !subject.unit.isEmpty());
}

bool isHandled(const Subject &subject)
{
    return subject.milestones.handledAt || isBeingJudged(subject) || isClosed(subject);
}

/** Once late, late for ever: neither handing it in nor a new limit makes it a case in time. */
bool isLate(const Subject &subject, const Ground &ground)
{
    if (subject.overdueAt) {
        return true;
    }
    const std::optional<Instant> end = subject.handledAt ? subject.handledAt : subject.closedAt;
    return subject.dueAt && end.value_or(ground.asOf) > *subject.dueAt;
}

bool hasLimit(const Subject &subject)
{
    return subject.dueAt || subject.overdueAt;
}

bool isOpenLate(const Subject &subject, const Ground &ground)
{
    return isOpen(subject.state) && isLate(subject, ground);
}

bool always(const Subject &, const Ground &)
{
    return true;
}

bool isNoDuplicate(const Subject &subject, const Ground &)
{
    return !subject.isDuplicate;
}

bool filedPart(const Subject &subject, const Ground &)
{
    return isFiled(subject);
}

bool filedUnderLimit(const Subject &subject, const Ground &)
{
    return subject.milestones.filedAt && subject.milestones.filingDueAt;
}

bool filedInTime(const Subject &subject, const Ground &)
{
    return *subject.milestones.filedAt <= *subject.milestones.filingDueAt;
}

bool dueToDispatch(const Subject &subject, const Ground &)
{
    return isDispatched(subject) || subject.state == CaseState::Filed;
}

bool dispatchedPart(const Subject &subject, const Ground &)
{
    return isDispatched(subject);
}

bool neverSentBack(const Subject &subject, const Ground &)
{
    return subject.milestones.returns == 0 && subject.milestones.transfers == 0;
}

bool neverReworked(const Subject &subject, const Ground &)
{
    return subject.milestones.reworks == 0;
}

bool dispatchedAndKept(const Subject &subject, const Ground &)
{
    return isDispatched(subject) && !isDropped(subject);
}

bool dueToHandle(const Subject &subject, const Ground &ground)
{
    return dispatchedAndKept(subject, ground) && (isHandled(subject) || isLate(subject, ground));
}

bool handledPart(const Subject &subject, const Ground &)
{
    return isHandled(subject);
}

bool dueToHandleInTime(const Subject &subject, const Ground &ground)
{
    return dueToHandle(subject, ground) && hasLimit(subject) && !subject.exempt;
}

bool handledUnderLimit(const Subject &subject, const Ground &ground)
{
    return dispatchedAndKept(subject, ground) && isHandled(subject) && hasLimit(subject) &&
           !subject.exempt;
}

bool handledInTime(const Subject &subject, const Ground &ground)
{
    return isHandled(subject) && !isLate(subject, ground);
}

bool handedInOrClosed(const Subject &subject, const Ground &)
{
    return isBeingJudged(subject) || isClosed(subject);
}

bool waitsOrClosed(const Subject &subject, const Ground &)
{
    return subject.state == CaseState::PendingClose || isClosed(subject);
}

bool closedPart(const Subject &subject, const Ground &)
{
    return isClosed(subject);
}

bool hasBothTimes(const Subject &subject, const Ground &)
{
    return subject.closedAt && subject.dueAt && !subject.exempt;
}

bool closedByTarget(const Subject &subject, const Ground &)
{
    return *subject.closedAt <= *subject.dueAt;
}

bool dueToClose(const Subject &subject, const Ground &ground)
{
    return hasLimit(subject) && !subject.exempt &&
           (isClosed(subject) || isOpenLate(subject, ground));
}

bool closedNeverLate(const Subject &subject, const Ground &ground)
{
    return isClosed(subject) && !isLate(subject, ground);
}

bool handedIn(const Subject &subject, const Ground &)
{
    return isHandled(subject) || subject.milestones.reworks > 0;
}

bool reworkedPart(const Subject &subject, const Ground &)
{
    return subject.milestones.reworks > 0;
}

bool overdueOpenPart(const Subject &subject, const Ground &ground)
{
    return isOpenLate(subject, ground);
}

bool byOwnCommunity(const Subject &subject, const Ground &ground)
{
    const QString served = ground.divisionOfUnit.value(subject.unit);
    return !served.isEmpty() && (served == subject.community || served == subject.grid);
}

bool byOwnStreet(const Subject &subject, const Ground &ground)
{
    const QString served = ground.divisionOfUnit.value(subject.unit);
    return byOwnCommunity(subject, ground) || (!served.isEmpty() && served == subject.street);
}

bool fromPatrol(const Subject &subject, const Ground &)
{
    return subject.source == CaseSource::Patrol;
}

bool fromOwnEyes(const Subject &subject, const Ground &)
{
    return subject.source == CaseSource::Patrol || subject.source == CaseSource::Video ||
           subject.source == CaseSource::Sensor;
}

std::optional<double> hoursFrom(Instant from, const std::optional<Instant> &to)
{
    return to ? std::optional(static_cast<double>((*to - from).count()) / kMillisecondsAnHour)
              : std::nullopt;
}

std::optional<double> hoursToLook(const Subject &subject, const Ground &)
{
    return hoursFrom(subject.reportedAt, subject.milestones.lookedAt);
}

std::optional<double> hoursToAct(const Subject &subject, const Ground &)
{
    return hoursFrom(subject.reportedAt, subject.milestones.actedAt);
}

std::optional<double> hoursToReply(const Subject &subject, const Ground &)
{
    return hoursFrom(subject.reportedAt, subject.milestones.repliedAt);
}

bool wasLookedAt(const Subject &subject, const Ground &)
{
    return subject.milestones.lookedAt.has_value();
}

bool wasActedOn(const Subject &subject, const Ground &)
{
    return subject.milestones.actedAt.has_value();
}

bool wasReplied(const Subject &subject, const Ground &)
{
    return subject.milestones.repliedAt.has_value();
}

QString reporter(const Subject &subject)
{
    return subject.milestones.reportedBy;
}

QString filer(const Subject &subject)
{
    return subject.milestones.filedBy;
}

QString dispatcher(const Subject &subject)
{
    return subject.milestones.dispatchedBy;
}

QString handler(const Subject &subject)
{
    const QString &last = subject.milestones.handledBy;
    return last.isEmpty() ? subject.person : last;
}

QString holder(const Subject &subject)
{
    return subject.person;
}

QString closer(const Subject &subject)
{
    return subject.milestones.closedBy;
}

IndicatorDefinition ratio(Indicator indicator,
                          const char *post,
                          QString (*person)(const Subject &),
                          bool (*whole)(const Subject &, const Ground &),
                          bool (*part)(const Subject &, const Ground &))
{
    return {indicator, Definition::Standard, post, false, false, {}, whole, part, nullptr, person};
}

/** Another definition in use of the one before it. */
IndicatorDefinition other(IndicatorDefinition of,
                          bool (*whole)(const Subject &, const Ground &),
                          bool (*part)(const Subject &, const Ground &))
{
    of.definition = Definition::Other;
    of.isWhole = whole;
    of.isPart = part;
    return of;
}

IndicatorDefinition lower(IndicatorDefinition of)
{
    of.lowerIsBetter = true;
    return of;
}

IndicatorDefinition aiming(IndicatorDefinition of, double target)
{
    of.target = target;
    return of;
}

IndicatorDefinition time(Indicator indicator,
                         bool (*whole)(const Subject &, const Ground &),
                         std::optional<double> (*hours)(const Subject &, const Ground &))
{
    return {
        indicator, Definition::Standard, nullptr, true, true, {}, whole, always, hours, nullptr};
}

std::vector<IndicatorDefinition> makeDefinitions()
{
    using I = Indicator;
    const auto filing = ratio(I::Filing, "acceptor", reporter, always, filedPart);
    const auto accurate =
        ratio(I::AccurateDispatch, "dispatcher", dispatcher, dispatchedPart, neverSentBack);
    const auto handling = ratio(I::Handling, "handler", handler, dueToHandle, handledPart);
    const auto inTimeHandling =
        ratio(I::InTimeHandling, "handler", handler, dueToHandleInTime, handledInTime);
    const auto closing = ratio(I::Closing, "filer", closer, handedInOrClosed, closedPart);
    const auto inTimeClosing =
        ratio(I::InTimeClosing, "filer", closer, hasBothTimes, closedByTarget);
    const auto community =
        aiming(ratio(I::SolvedInCommunity, nullptr, nullptr, closedPart, byOwnCommunity),
               kCommunityTarget);
    const auto patrol = ratio(I::PatrolFound, nullptr, nullptr, always, fromPatrol);
    return {
        filing,
        other(filing, isNoDuplicate, filedPart),
        ratio(I::InTimeFiling, "filer", filer, filedUnderLimit, filedInTime),
        ratio(I::Dispatch, "dispatcher", dispatcher, dueToDispatch, dispatchedPart),
        accurate,
        other(accurate, dispatchedPart, neverReworked),
        handling,
        other(handling, dispatchedAndKept, handledPart),
        inTimeHandling,
        other(inTimeHandling, handledUnderLimit, handledInTime),
        closing,
        other(closing, waitsOrClosed, closedPart),
        inTimeClosing,
        other(inTimeClosing, dueToClose, closedNeverLate),
        lower(ratio(I::Rework, "handler", handler, handedIn, reworkedPart)),
        lower(ratio(I::OverdueOpen, "handler", holder, dueToClose, overdueOpenPart)),
        community,
        other(community, closedPart, byOwnStreet),
        patrol,
        other(patrol, always, fromOwnEyes),
        time(I::FirstLook, wasLookedAt, hoursToLook),
        time(I::FirstAction, wasActedOn, hoursToAct),
        time(I::Reply, wasReplied, hoursToReply),
    };
}

const std::vector<IndicatorDefinition> &all()
{
    static const std::vector<IndicatorDefinition> definitions = makeDefinitions();
    return definitions;
}

} // namespace

std::span<const IndicatorDefinition> indicatorDefinitions()
{
    return all();
}

QList<const IndicatorDefinition *> standardDefinitions()
{
    QList<const IndicatorDefinition *> found;
    for (const IndicatorDefinition &one : all()) {
        if (one.definition == Definition::Standard) {
            found.append(&one);
        }
    }
    return found;
}

const IndicatorDefinition *definitionOf(Indicator indicator, Definition definition)
{
    const auto found = std::ranges::find_if(all(), [&](const IndicatorDefinition &one) {
        return one.indicator == indicator && one.definition == definition;
    });
    return found == all().end() ? nullptr : &*found;
}

QString toId(EvaluationLevel level)
{
    return idIn(kLevels, level);
}

std::optional<EvaluationLevel> evaluationLevelFromId(QStringView id)
{
    return valueIn(kLevels, id);
}

QStringList evaluationLevelIds()
{
    QStringList ids;
    for (const auto &entry : kLevels) {
        ids.append(QString::fromLatin1(entry.id));
    }
    return ids;
}

QString toId(Indicator indicator)
{
    return idIn(kIndicators, indicator);
}

std::optional<Indicator> indicatorFromId(QStringView id)
{
    return valueIn(kIndicators, id);
}

} // namespace gridward
