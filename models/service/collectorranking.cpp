// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/collectorranking.h"

#include "models/domain/lifecycle.h"
#include "models/service/ranking.h"
#include "models/service/responsibilityscene.h"
#include "models/store/store.h"

#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kMost = 20;
/** So many of the nearest are looked at by name: some of them are not to be sent. */
constexpr qsizetype kMostLooked = 80;

struct Candidate
{
    QString person;
    QString role;
    std::optional<double> metres;
    int tasks = 0;

    [[nodiscard]] auto key() const
    {
        return std::tuple(
            ranking::stepsOf(metres), tasks, metres.value_or(ranking::kUnknown), person);
    }
};

/** By person the post that makes them a collector. */
Result<QHash<QString, QString>> collectors(Store &store, QDate day)
{
    QHash<QString, QString> roles;
    for (const QString &role : {u"monitor"_s, u"supervisor"_s, u"assistant"_s, u"manager"_s}) {
        const Result<QList<RoleHolder>> holders = store.holdersOf(role, day);
        if (!holders) {
            return holders.error();
        }
        for (const RoleHolder &one : holders.value()) {
            roles.insert(one.person, role);
        }
    }
    return roles;
}

/** How many they have been sent to look at already. */
Result<QHash<QString, int>> openTasks(Store &store)
{
    const Result<QList<Task>> tasks = store.openTasks({});
    if (!tasks) {
        return tasks.error();
    }
    QHash<QString, int> counts;
    for (const Task &task : tasks.value()) {
        ++counts[task.person];
    }
    return counts;
}

bool isKeptOut(const CaseRecord &record, const Person &person, const QSet<QString> &hands)
{
    return hands.contains(person.id) || (!person.organisation.isEmpty() &&
                                         (person.organisation == record.subject.unit ||
                                          record.process.assisting.contains(person.organisation)));
}

/** Everybody who had it in hand: as the log names them, and the people behind those accounts. */
Result<QSet<QString>> handsOf(Store &store, const CaseProcess &process)
{
    QSet<QString> hands;
    for (const QString &name : process.dispatchers + process.handlers) {
        hands.insert(name);
        const Result<std::optional<User>> user = store.user(name);
        if (!user) {
            return user.error();
        }
        if (user.value()) {
            hands.insert(user.value()->person);
        }
    }
    hands.remove(QString());
    return hands;
}

QList<Candidate> onDuty(const ResponsibilityScene &scene, const QHash<QString, QString> &roles)
{
    QSet<QString> present;
    for (auto one = scene.shiftEnds.keyBegin(); one != scene.shiftEnds.keyEnd(); ++one) {
        present.insert(*one);
    }
    for (auto one = scene.seen.keyBegin(); one != scene.seen.keyEnd(); ++one) {
        present.insert(*one);
    }
    const bool any = std::ranges::none_of(
        present, [&roles](const QString &person) { return roles.contains(person); });
    QList<Candidate> candidates;
    for (const QString &person : std::as_const(present)) {
        if ((any || roles.contains(person)) && !scene.leaves.isAway(person, scene.day)) {
            candidates.append({person, roles.value(person), scene.metresTo(person)});
        }
    }
    return candidates;
}

} // namespace

bool isSendable(CaseState state)
{
    return transition(state, CaseAction::Entrust).has_value() ||
           transition(state, CaseAction::Verify).has_value();
}

Result<QList<PersonProposal>> rankCollectors(Store &store, const CaseRecord &record, Instant now)
{
    const Result<ResponsibilityScene> scene = ResponsibilityScene::read(store, record.subject, now);
    if (!scene) {
        return scene.error();
    }
    const Result<QHash<QString, QString>> roles = collectors(store, scene.value().day);
    const Result<QHash<QString, int>> tasks = openTasks(store);
    const Result<QSet<QString>> hands = handsOf(store, record.process);
    if (!roles || !tasks || !hands) {
        return !roles ? roles.error() : !tasks ? tasks.error() : hands.error();
    }
    QList<Candidate> candidates = onDuty(scene.value(), roles.value());
    for (Candidate &one : candidates) {
        one.tasks = tasks.value().value(one.person);
    }
    std::ranges::sort(candidates, {}, &Candidate::key);
    QList<PersonProposal> proposals;
    for (const Candidate &one :
         std::as_const(candidates).first(std::min(kMostLooked, candidates.size()))) {
        const Result<std::optional<Person>> person = store.person(one.person);
        if (!person) {
            return person.error();
        }
        if (!person.value() || isKeptOut(record, *person.value(), hands.value())) {
            continue;
        }
        PersonProposal proposal{*person.value(), one.role, one.tasks, {}};
        if (const std::optional<Reason> duty = scene.value().dutyOf(one.person)) {
            proposal.reasons.append(*duty);
        }
        ranking::addDistance(proposal.reasons, one.metres);
        proposals.append(proposal);
        if (proposals.size() == kMost) {
            break;
        }
    }
    ranking::addLoad(proposals);
    return proposals;
}

} // namespace gridward
