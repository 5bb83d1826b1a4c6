// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/casethen.h"

namespace gridward {

namespace {

Result<QList<CaseEvent>> eventsUntil(Store &store, const CaseId &id, Instant at)
{
    Result<QList<CaseEvent>> events = store.cases().events(id);
    if (!events) {
        return events;
    }
    QList<CaseEvent> until = std::move(events).value();
    until.removeIf([&](const CaseEvent &event) { return event.at > at; });
    return until;
}

EvaluatedCase evaluatedOf(const Case &subject, const CaseMilestones &milestones)
{
    EvaluatedCase made;
    made.id = subject.id;
    made.state = subject.state;
    made.source = subject.source;
    made.level = subject.level;
    made.classCode = subject.classKey.code;
    made.street = subject.street;
    made.community = subject.community;
    made.grid = subject.grid;
    made.unit = subject.unit;
    made.person = subject.person;
    made.reportedAt = subject.reportedAt.value_or(Instant{});
    made.dueAt = subject.dueAt;
    made.handledAt = subject.handledAt;
    made.closedAt = subject.closedAt;
    made.overdueAt = subject.overdueAt;
    made.exempt = subject.exempt;
    made.isDuplicate = !subject.mergedInto.isEmpty();
    made.milestones = milestones;
    return made;
}

} // namespace

Result<CaseRecord> recordAt(Store &store, const CaseId &id, const std::optional<Instant> &at)
{
    Result<CaseRecord> record = store.cases().record(id);
    if (!record || !at) {
        return record;
    }
    const Result<QList<CaseEvent>> until = eventsUntil(store, id, *at);
    if (!until) {
        return until.error();
    }
    return until.value().isEmpty() ? record : replayRecord(id, until.value());
}

Result<Case> caseAt(Store &store, const Case &subject, Instant at)
{
    const Result<QList<CaseEvent>> until = eventsUntil(store, subject.id, at);
    if (!until) {
        return until.error();
    }
    return until.value().isEmpty() ? Result<Case>(subject) : replay(subject.id, until.value());
}

Result<std::optional<EvaluatedCase>> evaluatedAt(Store &store, const CaseId &id, Instant at)
{
    const Result<QList<CaseEvent>> until = eventsUntil(store, id, at);
    if (!until) {
        return until.error();
    }
    if (until.value().isEmpty()) {
        return std::optional<EvaluatedCase>();
    }
    const Result<Case> subject = replay(id, until.value());
    const Result<CaseMilestones> milestones = milestonesOf(id, until.value());
    if (!subject || !milestones) {
        return subject ? milestones.error() : subject.error();
    }
    return std::optional(evaluatedOf(subject.value(), milestones.value()));
}

} // namespace gridward
