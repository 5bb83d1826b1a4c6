// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/roundlist.h"

#include "models/domain/instant.h"

#include <QJsonArray>

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

RoundEntry entryOf(const Case &subject, const DistrictNames &names, const RoundOrder &order)
{
    RoundEntry entry;
    entry.id = subject.id;
    entry.number = subject.number;
    entry.classCode = subject.classKey.code;
    entry.className = names.className(subject.classKey, order.english);
    entry.level = subject.level;
    entry.state = subject.state;
    const QString grid = subject.grid.isEmpty() ? QString() : names.grid(subject.grid);
    entry.place = grid.isEmpty() || subject.address.isEmpty() ? grid + subject.address
                                                              : grid + u'\n' + subject.address;
    entry.problem = subject.text;
    entry.unit = subject.unit.isEmpty() ? QString() : names.unit(subject.unit, order.english);
    entry.dueAt = subject.dueAt;
    entry.isLate = isOverdue(subject, order.at);
    return entry;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject toJson(const RoundEntry &entry)
{
    return {{u"id"_s, entry.id.toText()},
            {u"number"_s, entry.number},
            {u"class"_s, entry.classCode},
            {u"class_name"_s, entry.className},
            {u"level"_s, toId(entry.level)},
            {u"state"_s, toId(entry.state)},
            {u"place"_s, textOrNull(entry.place)},
            {u"text"_s, entry.problem},
            {u"unit"_s, textOrNull(entry.unit)},
            {u"due"_s, entry.dueAt ? QJsonValue(toIsoText(*entry.dueAt)) : QJsonValue()},
            {u"overdue"_s, entry.isLate}};
}

} // namespace

int RoundList::count() const
{
    qsizetype count = 0;
    for (const RoundGroup &group : groups) {
        count += group.entries.size();
    }
    return static_cast<int>(count);
}

QString RoundList::scope() const
{
    QStringList parts{streetName, communityName, personName};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

bool isForTheRound(const Case &subject, const RoundOrder &order)
{
    const bool works = subject.state == CaseState::AtUnit || subject.state == CaseState::Handling ||
                       subject.state == CaseState::Rework;
    return works && subject.street == order.street &&
           (order.community.isEmpty() || subject.community == order.community) &&
           (order.units.isEmpty() || order.units.contains(subject.unit));
}

RoundList makeRoundList(const QList<Case> &cases,
                        const RoundOrder &order,
                        const DistrictNames &names,
                        const QHash<QString, QString> &people)
{
    RoundList list;
    list.street = order.street;
    list.streetName = names.division(order.street);
    list.community = order.community;
    list.communityName = order.community.isEmpty() ? QString() : names.division(order.community);
    list.at = order.at;
    // By community; people by name; nobody comes last.
    std::map<std::tuple<QString, bool, QString, QString>, RoundGroup> groups;
    for (const Case &subject : cases) {
        if (!isForTheRound(subject, order)) {
            continue;
        }
        const QString name = people.value(subject.person, subject.person);
        RoundGroup &group =
            groups[{subject.community, subject.person.isEmpty(), name, subject.person}];
        if (group.entries.isEmpty()) {
            group.community = subject.community;
            group.communityName =
                subject.community.isEmpty() ? QString() : names.division(subject.community);
            group.person = subject.person;
            group.personName = name;
        }
        group.entries.append(entryOf(subject, names, order));
    }
    for (auto &[key, group] : groups) {
        std::ranges::sort(group.entries, [](const RoundEntry &one, const RoundEntry &other) {
            if (one.dueAt.has_value() != other.dueAt.has_value()) {
                return one.dueAt.has_value();
            }
            return one.dueAt != other.dueAt ? one.dueAt < other.dueAt : one.number < other.number;
        });
        list.groups.append(group);
    }
    return list;
}

QJsonObject toJson(const RoundList &list)
{
    QJsonArray groups;
    for (const RoundGroup &group : list.groups) {
        QJsonArray entries;
        for (const RoundEntry &entry : group.entries) {
            entries.append(toJson(entry));
        }
        groups.append(QJsonObject{{u"community"_s, textOrNull(group.community)},
                                  {u"community_name"_s, textOrNull(group.communityName)},
                                  {u"person"_s, textOrNull(group.person)},
                                  {u"person_name"_s, textOrNull(group.personName)},
                                  {u"cases"_s, entries}});
    }
    return {{u"street"_s, list.street},
            {u"street_name"_s, list.streetName},
            {u"community"_s, textOrNull(list.community)},
            {u"community_name"_s, textOrNull(list.communityName)},
            {u"at"_s, toIsoText(list.at)},
            {u"simulated"_s, list.simulated},
            {u"count"_s, list.count()},
            {u"groups"_s, groups}};
}

} // namespace gridward
