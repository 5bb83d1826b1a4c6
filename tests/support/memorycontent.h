// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/memorycatalogue.h"
#include "tests/support/memorystore.h"

namespace gridward {

/** What a MemoryStore holds; its transactions copy it. */
struct MemoryStore::Content
{
    std::map<QString, Division> divisions;
    std::map<QString, UnitGrid> grids;
    std::map<QString, KeyPlace> keyPlaces;
    std::map<QString, Component> components;
    std::map<QString, Address> addresses;
    std::map<QString, Resource> resources;
    std::map<QString, Organisation> organisations;
    std::map<QString, Person> people;
    std::map<QString, User> users;
    std::map<QString, StaffPosition> positions;
    MemoryCatalogue catalogue;
    QList<Duty> duties;
    QList<Shift> shifts;
    QList<Task> tasks;
    QList<ImportRun> runs;
    std::map<int, RuleBook> ruleBooks;
    std::map<std::pair<QString, int>, WorkingCalendar> calendars;
    QHash<QString, qint64> written;         ///< how often, for the mark; rules and calendars alone
    std::map<QByteArray, MemoryCase> cases; ///< by the bytes of their ids, so in order of time
    std::map<QString, int> lastNumbers;     ///< by day
    QSet<QByteArray> external;
    QList<CaseChange> log;
};

inline QByteArray keyOf(const CaseId &id)
{
    return id.value.toRfc4122();
}

inline QByteArray keyOf(const Case &row)
{
    return row.externalSource.toUtf8() + '\0' + row.externalId.toUtf8();
}

inline Error missingRow(const QString &what)
{
    return Error{ErrorCode::NotFound, QStringLiteral("there is no %1").arg(what), {}};
}

} // namespace gridward
