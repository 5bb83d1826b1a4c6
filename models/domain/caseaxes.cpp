// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/caseaxes.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** A fact that is text. Few events have it, so most need no parser. */
QString textFact(const CaseEvent &event, const char *key)
{
    if (!event.facts.contains(key)) {
        return {};
    }
    return QJsonDocument::fromJson(event.facts).object().value(QLatin1String(key)).toString();
}

/** Names that came from another case: only a report and a merge bring some. */
QStringList namesFact(const CaseEvent &event, const char *key)
{
    const bool mayHave = event.action == CaseAction::Report || event.action == CaseAction::Merge;
    if (!mayHave || !event.facts.contains(key)) {
        return {};
    }
    const QJsonArray list =
        QJsonDocument::fromJson(event.facts).object().value(QLatin1String(key)).toArray();
    QStringList names;
    for (const QJsonValue &name : list) {
        names.append(name.toString());
    }
    return names;
}

void addNames(QStringList &list, const QStringList &names)
{
    for (const QString &name : names) {
        if (!name.isEmpty() && !list.contains(name)) {
            list.append(name);
        }
    }
}

/** Sending somebody to look judges nothing yet: who did so may take the case in hand later. */
bool hasJudged(const CaseEvent &event)
{
    return event.action == CaseAction::Check || event.action == CaseAction::Close ||
           (event.action == CaseAction::Appeal && textFact(event, fact::kRequest) != "asked"_L1);
}

/** Whose deed the event is of the asked kind, by every name that it gives them. */
QStringList doersOf(const CaseEvent &event, bool judging)
{
    QStringList names = namesFact(event, judging ? fact::kJudges : fact::kWorkers);
    if (judging ? hasJudged(event) : isWork(event.action)) {
        names += {event.actor, textFact(event, fact::kBy)};
    }
    return names;
}

/** Tells whether a name, of an account or a person, is one and the same somebody's. */
class Namesakes
{
public:
    /** Those names, and the person behind the account. */
    Namesakes(const QStringList &names, const QString &user, const PeopleBehind &people)
        : mPeople(people)
    {
        addNames(mNames, names + QStringList{people.value(user)});
    }
    bool operator()(const QString &name) const
    {
        const QString person = mPeople.value(name);
        return (!name.isEmpty() && mNames.contains(name)) ||
               (!person.isEmpty() && mNames.contains(person));
    }

private:
    const PeopleBehind &mPeople;
    QStringList mNames;
};

} // namespace

PeopleBehind peopleBehind(const QList<User> &users)
{
    PeopleBehind people;
    for (const User &user : users) {
        if (!user.person.isEmpty()) {
            people.insert(user.name, user.person);
        }
    }
    return people;
}

bool judgesWork(const CaseEvent &event)
{
    return hasJudged(event) || event.action == CaseAction::Entrust ||
           (event.action == CaseAction::Verify && !textFact(event, fact::kTaskPerson).isEmpty());
}

bool isWork(CaseAction action)
{
    return action == CaseAction::Dispatch || action == CaseAction::Transfer ||
           action == CaseAction::Accept || action == CaseAction::Assign ||
           action == CaseAction::Handle || action == CaseAction::Feedback;
}

CaseDeeds deedsOf(std::span<const CaseEvent> log)
{
    CaseDeeds deeds;
    for (const CaseEvent &event : log) {
        addNames(deeds.workers, doersOf(event, false));
        addNames(deeds.judges, doersOf(event, true));
    }
    return deeds;
}

bool hasDeed(const CaseDeeds &deeds,
             const QString &user,
             const QString &person,
             const PeopleBehind &people)
{
    const Namesakes doer({user, person}, user, people);
    return std::ranges::any_of(deeds.workers, doer) || std::ranges::any_of(deeds.judges, doer);
}

void addDeeds(QJsonObject &facts, const CaseDeeds &deeds)
{
    if (!deeds.workers.isEmpty()) {
        facts.insert(QLatin1String(fact::kWorkers), QJsonArray::fromStringList(deeds.workers));
    }
    if (!deeds.judges.isEmpty()) {
        facts.insert(QLatin1String(fact::kJudges), QJsonArray::fromStringList(deeds.judges));
    }
}

const CaseEvent *
ownWork(std::span<const CaseEvent> earlier, const CaseEvent &next, const PeopleBehind &people)
{
    const bool judges = judgesWork(next);
    if (!judges && !isWork(next.action)) {
        return nullptr;
    }
    // Whoever is sent to look at a case may be none of those who had it in hand either.
    const Namesakes doer({next.actor, textFact(next, fact::kBy), textFact(next, fact::kTaskPerson)},
                         next.actor,
                         people);
    for (const CaseEvent &event : earlier) {
        if (std::ranges::any_of(doersOf(event, !judges), doer)) {
            return &event;
        }
    }
    return nullptr;
}

} // namespace gridward
