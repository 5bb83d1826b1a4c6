// SPDX-License-Identifier: GPL-3.0-or-later
// Steps that concern more than one case: split, merge, bundled deadlines.
#include "models/domain/lifecycle.h"
#include "models/service/casedesk.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseDesk)
};

constexpr qsizetype kMostChildren = 20;

} // namespace

/** One case for each class that is named; without any, one of the same class. */
Result<QStringList> CaseDesk::addChildren(const CaseRecord &parent,
                                          const ActionRequest &request,
                                          const Actor &actor,
                                          const Rules &rules,
                                          Instant now)
{
    QStringList codes = request.target.split(u',', Qt::SkipEmptyParts);
    if (codes.isEmpty()) {
        codes.append(parent.subject.classKey.code);
    }
    if (codes.size() > kMostChildren) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("A case is split into %1 cases at the most.").arg(kMostChildren),
                     {}};
    }
    const Result<CaseDeeds> deeds = deedsAt(parent.subject.id);
    if (!deeds) {
        return deeds.error();
    }
    QStringList ids;
    for (const QString &code : std::as_const(codes)) {
        Case child;
        child.classKey = parent.subject.classKey;
        child.classKey.code = code.trimmed();
        const Result<std::optional<CatalogueEntry>> entry = mStore.catalogueEntry(child.classKey);
        if (!entry) {
            return entry.error();
        }
        if (!entry.value()) {
            return Error{ErrorCode::InvalidInput,
                         Words::tr("There is no class %1 (%2) in the catalogue %3.")
                             .arg(code.trimmed(), toId(child.classKey.kind), child.classKey.scheme),
                         {}};
        }
        child.level = parent.subject.level;
        child.source = parent.subject.source;
        child.text = parent.subject.text;
        child.address = parent.subject.address;
        child.place = parent.subject.place;
        child.grid = parent.subject.grid;
        child.community = parent.subject.community;
        child.street = parent.subject.street;
        child.parent = parent.subject.id.toText();
        CaseStep step = reportStep(child, actor, rules, now);
        step.origin = mOrigin;
        step.note = request.note.trimmed();
        addDeeds(step.facts, deeds.value());
        const AsProgram program(mStore); // who may split a case need not be able to report one
        const Result<Case> added = mStore.cases().add(CaseId::makeRandom(now), step);
        if (!added) {
            return added.error();
        }
        ids.append(added.value().id.toText());
    }
    return ids;
}

Result<Case> CaseDesk::join(const Case &reported, const CaseId &known, const User &user)
{
    const Result<Case> survivor = mStore.cases().find(known);
    if (!survivor) {
        return survivor;
    }
    if (const Result<void> seen = maySee(survivor.value(), user); !seen) {
        return seen.error();
    }
    // Part of the report, as its reporter decided: needs no right to merge cases of others.
    const AsProgram program(mStore);
    const Result<CaseRecord> record = mStore.cases().record(reported.id);
    const Result<Rules> rules =
        record ? mRules.at(*reported.reportedAt) : Result<Rules>(record.error());
    if (!rules) {
        return rules.error();
    }
    ActionRequest request;
    request.action = CaseAction::Merge;
    request.target = known.toText();
    const Result<StepRequest> step = lookUp(record.value(), request);
    if (!step) {
        return step.error();
    }
    const Actor actor = actorOf(user, CaseAction::Merge, reported.state);
    std::variant<CaseStep, Refused> decision =
        decide(record.value(), step.value(), actor, rules.value(), *reported.reportedAt);
    if (const Refused *refused = std::get_if<Refused>(&decision)) {
        return refusalError(*refused, reported, CaseAction::Merge, actorOf(user), mWording);
    }
    CaseStep &merge = std::get<CaseStep>(decision);
    merge.origin = mOrigin;
    Result<Case> after = mStore.cases().append(reported.id, reported.version, merge);
    if (!after) {
        return after;
    }
    const Result<void> told = tellSurvivor(after.value(), merge);
    return told ? after : Result<Case>(told.error());
}

/** The case that goes on notes the duplicate that came in. */
Result<void> CaseDesk::tellSurvivor(const Case &duplicate, const CaseStep &merge)
{
    const AsProgram program(mStore); // the other half of a step that was permitted
    const std::optional<CaseId> id = CaseId::fromText(duplicate.mergedInto);
    const Result<CaseRecord> survivor =
        id ? mStore.cases().record(*id) : Result<CaseRecord>(Error{});
    if (!survivor) {
        return survivor.error();
    }
    CaseStep step;
    step.action = CaseAction::Merge;
    step.at = std::max(merge.at, survivor.value().process.lastAt.value_or(merge.at));
    step.actor = merge.actor;
    step.origin = mOrigin;
    step.to = survivor.value().subject.state;
    step.note = merge.note;
    step.facts.insert(QLatin1String(fact::kMergedFrom), duplicate.number);
    const Result<CaseDeeds> deeds = deedsAt(duplicate.id);
    if (!deeds) {
        return deeds.error();
    }
    addDeeds(step.facts, deeds.value());
    const Result<Case> told = mStore.cases().append(*id, survivor.value().subject.version, step);
    return told ? Result<void>() : Result<void>(told.error());
}

/** Bundled cases share a deadline (捆绑计时): when the leading one's changes, theirs do. */
Result<void> CaseDesk::tellBundle(const Case &before,
                                  const Case &after,
                                  const Actor &actor,
                                  const CaseStep &step)
{
    if (before.dueAt == after.dueAt || !after.dueAt) {
        return {};
    }
    const AsProgram program(mStore);
    const Result<QList<Case>> members = mStore.cases().bundledWith(after.id);
    if (!members) {
        return members.error();
    }
    for (const Case &member : members.value()) {
        if (stageOf(member.state) != Stage::Handle) {
            continue;
        }
        const Result<CaseRecord> record = mStore.cases().record(member.id);
        const Result<Rules> rules = record ? mRules.at(step.at) : Result<Rules>(record.error());
        if (!rules) {
            return rules.error();
        }
        CaseStep follow;
        follow.action = CaseAction::Extend;
        follow.at = std::max(step.at, record.value().process.lastAt.value_or(step.at));
        follow.actor = actor.user;
        follow.origin = mOrigin;
        follow.to = member.state;
        follow.facts.insert(QLatin1String(fact::kBundle), after.id.toText());
        follow.facts.insert(QLatin1String(fact::kFollows), after.number);
        follow.facts.insert(QLatin1String(fact::kDueAt), toIsoText(*after.dueAt));
        follow.facts.insert(QLatin1String(fact::kStageDueAt), toIsoText(*after.dueAt));
        addNextMoment(follow, record.value(), rules.value());
        const Result<Case> told = mStore.cases().append(member.id, member.version, follow);
        if (!told) {
            return told.error();
        }
    }
    return {};
}

} // namespace gridward
