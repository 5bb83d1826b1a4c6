// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlpersonal.h"

#include "models/store/auditstore.h"
#include "models/store/storeguard.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlPersonal)
};

const QString kSmallestCellKey = u"smallest_cell"_s;

Error notThere(const QString &message)
{
    return Error{ErrorCode::NotFound, message, {}};
}

/** Between commas, so that a need can be looked for whole. */
QString needsText(const QList<ServiceNeed> &needs)
{
    QString text;
    for (const ServiceNeed need : needs) {
        text += (text.isEmpty() ? u","_s : QString()) + toId(need) + u',';
    }
    return text;
}

QList<ServiceNeed> needsFrom(const QString &text)
{
    QList<ServiceNeed> needs;
    for (const QString &id : text.split(u',', Qt::SkipEmptyParts)) {
        if (const std::optional<ServiceNeed> need = serviceNeedFromId(id)) {
            needs.append(*need);
        }
    }
    return needs;
}

Household readHousehold(const SqlStatement &row)
{
    Household household;
    household.id = row.text(0);
    household.grid = row.text(1);
    household.address = row.text(2);
    household.dwelling = row.text(3);
    household.head = row.text(4);
    household.phone = row.text(5);
    for (const QJsonValue member : QJsonDocument::fromJson(row.text(6).toUtf8()).array()) {
        household.members.append(member.toString());
    }
    household.needs = needsFrom(row.text(7));
    household.consentFor = row.text(8);
    household.consentOn = row.date(9);
    household.nextVisit = row.date(10);
    return household;
}

} // namespace

SqlPersonal::SqlPersonal(SqlConnection &connection,
                         Store &store,
                         StoreGuard &guard,
                         NoteChange note)
    : mConnection(connection)
    , mStore(store)
    , mGuard(guard)
    , mNote(std::move(note))
{
}

Result<SqlPersonal::Found> SqlPersonal::find(const CaseId &id)
{
    const Result<CaseRecord> record = mStore.cases().record(id);
    if (!record) {
        return record.error();
    }
    return Found{record.value().subject, spotOf(record.value())};
}

Result<void> SqlPersonal::append(AuditKind kind,
                                 const QString &subject,
                                 const QJsonObject &facts,
                                 const PersonalActor &by)
{
    QJsonObject told = facts;
    if (kind == AuditKind::Import && mStore.info().isSimulated()) {
        told.insert(u"simulated"_s, true);
    }
    return mStore.audit().append({by.at, by.name, by.origin, kind, subject, told});
}

Result<bool> SqlPersonal::hasCaller(const CaseId &id)
{
    if (const Result<Found> found = find(id); !found) {
        return found.error();
    }
    // That there is one is no secret of who sees the case; on a server the row itself is.
    Result<SqlStatement> prepared =
        mConnection.prepare(mConnection.pick(u"SELECT 1 FROM personal_callers WHERE case_id = ?"_s,
                                             u"SELECT 1 WHERE gridward_has_caller(?)"_s));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(id.toText()).run(); !run) {
        return run.error();
    }
    return statement.next();
}

Result<Caller> SqlPersonal::openCaller(const CaseId &id, Purpose purpose, const PersonalActor &by)
{
    Caller caller;
    const Result<void> opened = mConnection.transaction([&]() -> Result<void> {
        const Result<Found> found = find(id);
        if (!found) {
            return found.error();
        }
        if (Result<void> may = mGuard.may(Thing::Personal, u"open"_s, found.value().spot); !may) {
            return may;
        }
        // The entry first: were it left out, there would be no value to give away either.
        if (Result<void> noted =
                append(AuditKind::PersonalOpened,
                       found.value().subject.number,
                       {{u"what"_s, toId(PersonalKind::Caller)}, {u"purpose"_s, toId(purpose)}},
                       by);
            !noted) {
            return noted;
        }
        Result<SqlStatement> prepared = mConnection.prepare(
            u"SELECT name, phone, may_call_back FROM personal_callers WHERE case_id = ?"_s);
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement statement = std::move(prepared).value();
        if (Result<void> run = statement.bind(id.toText()).run(); !run) {
            return run;
        }
        if (!statement.next()) {
            return notThere(
                Words::tr("No caller was entered for case %1.").arg(found.value().subject.number));
        }
        caller = {statement.text(0), statement.text(1), statement.flag(2)};
        return {};
    });
    return opened ? Result<Caller>(std::move(caller)) : Result<Caller>(opened.error());
}

Result<void> SqlPersonal::putCaller(const CaseId &id, const Caller &caller)
{
    const bool erases = caller.isEmpty() && !mConnection.isServer();
    Result<SqlStatement> prepared = mConnection.prepare(
        mConnection.isServer() ? u"SELECT gridward_put_caller(?, ?, ?, ?)"_s
        : erases               ? u"DELETE FROM personal_callers WHERE case_id = ?"_s
                 : u"INSERT INTO personal_callers (case_id, name, phone, may_call_back) "
                   "VALUES (?, ?, ?, ?) ON CONFLICT (case_id) DO UPDATE SET name = excluded.name, "
                   "phone = excluded.phone, may_call_back = excluded.may_call_back"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(id.toText());
    if (!erases) {
        statement.bind(caller.name).bind(caller.phone).bind(caller.mayCallBack);
    }
    return statement.run();
}

Result<void>
SqlPersonal::writeCaller(const CaseId &id, const Caller &caller, const PersonalActor &by)
{
    return mConnection.erasing([&]() -> Result<void> {
        const Result<Found> found = find(id);
        if (!found) {
            return found.error();
        }
        if (Result<void> may = mGuard.may(Thing::Personal, u"change"_s, found.value().spot); !may) {
            return may;
        }
        if (Result<void> written = putCaller(id, caller); !written) {
            return written;
        }
        if (Result<void> noted =
                append(AuditKind::PersonalChanged,
                       found.value().subject.number,
                       {{u"what"_s, toId(PersonalKind::Caller)},
                        {u"change"_s, caller.isEmpty() ? u"erased"_s : u"written"_s}},
                       by);
            !noted) {
            return noted;
        }
        return mNote(u"personal_callers"_s);
    });
}

Result<void> SqlPersonal::importCallers(const QList<std::pair<CaseId, Caller>> &rows,
                                        const QString &source,
                                        const PersonalActor &by)
{
    if (Result<void> may = mGuard.may(Thing::Personal, u"import"_s); !may) {
        return may;
    }
    return mConnection.transaction([&]() -> Result<void> {
        for (const auto &[id, caller] : rows) {
            if (Result<void> written = putCaller(id, caller); !written) {
                return written;
            }
        }
        if (Result<void> noted = append(AuditKind::Import,
                                        source,
                                        {{u"what"_s, toId(PersonalKind::Caller)},
                                         {u"count"_s, static_cast<qint64>(rows.size())}},
                                        by);
            !noted) {
            return noted;
        }
        return mNote(u"personal_callers"_s);
    });
}

Result<QStringList> SqlPersonal::householdsIn(const QString &grid)
{
    if (const Result<void> may = mGuard.mayAt(Thing::Personal, u"open"_s, grid); !may) {
        return may.error();
    }
    Result<SqlStatement> prepared = mConnection.prepare(mConnection.pick(
        u"SELECT household FROM personal_households WHERE grid = ? ORDER BY household"_s,
        u"SELECT gridward_households_in(?)"_s));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(grid).run(); !run) {
        return run.error();
    }
    QStringList ids;
    while (statement.next()) {
        ids.append(statement.text(0));
    }
    return ids;
}

Result<Household>
SqlPersonal::openHousehold(const QString &id, Purpose purpose, const PersonalActor &by)
{
    Household household;
    const Result<void> opened = mConnection.transaction([&]() -> Result<void> {
        const Result<QString> grid = gridOf(id);
        if (!grid) {
            return grid.error();
        }
        if (Result<void> may = mGuard.mayAt(Thing::Personal, u"open"_s, grid.value()); !may) {
            return may;
        }
        if (Result<void> noted = append(AuditKind::PersonalOpened,
                                        id,
                                        {{u"what"_s, toId(PersonalKind::Household)},
                                         {u"purpose"_s, toId(purpose)},
                                         {u"grid"_s, grid.value()}},
                                        by);
            !noted) {
            return noted;
        }
        Result<SqlStatement> prepared = mConnection.prepare(
            u"SELECT household, grid, address, dwelling, head, phone, members, needs, consent_for, "
            "consent_on, next_visit FROM personal_households WHERE household = ?"_s);
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement statement = std::move(prepared).value();
        if (Result<void> run = statement.bind(id).run(); !run) {
            return run;
        }
        if (!statement.next()) {
            return notThere(Words::tr("There is no household “%1”.").arg(id));
        }
        household = readHousehold(statement);
        return {};
    });
    return opened ? Result<Household>(std::move(household)) : Result<Household>(opened.error());
}

/** Where a household is: one row if it is there. On a server nobody sees the row without a note. */
Result<SqlStatement> SqlPersonal::prepareGrid()
{
    return mConnection.prepare(mConnection.pick(
        u"SELECT grid FROM personal_households WHERE household = ?"_s,
        u"SELECT grid FROM gridward_household_grid(?) AS grid WHERE grid IS NOT NULL"_s));
}

Result<QString> SqlPersonal::gridOf(const QString &household)
{
    Result<SqlStatement> prepared = prepareGrid();
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(household).run(); !run) {
        return run.error();
    }
    if (statement.next()) {
        return statement.text(0);
    }
    // Who may open none anywhere does not learn which ids there are.
    if (const Result<void> may = mGuard.may(Thing::Personal, u"open"_s); !may) {
        return may.error();
    }
    return notThere(Words::tr("There is no household “%1”.").arg(household));
}

Result<void> SqlPersonal::put(const Household &household)
{
    const Result<std::optional<UnitGrid>> grid = mStore.grid(household.grid);
    if (!grid) {
        return grid.error();
    }
    if (!grid.value()) {
        return Error{
            ErrorCode::InvalidInput,
            Words::tr("Household %1: there is no grid “%2”.").arg(household.id, household.grid),
            {}};
    }
    static const QString kInFile =
        u"INSERT INTO personal_households (household, grid, address, dwelling, head, phone, "
        "members, needs, consent_for, consent_on, next_visit) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (household) DO UPDATE SET "
        "grid = excluded.grid, address = excluded.address, dwelling = excluded.dwelling, "
        "head = excluded.head, phone = excluded.phone, members = excluded.members, "
        "needs = excluded.needs, consent_for = excluded.consent_for, "
        "consent_on = excluded.consent_on, next_visit = excluded.next_visit"_s;
    Result<SqlStatement> prepared = mConnection.prepare(mConnection.pick(
        kInFile, u"SELECT gridward_put_household(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(household.id).bind(household.grid).bind(household.address);
    statement.bind(household.dwelling).bind(household.head).bind(household.phone);
    statement.bind(QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(household.members))
                                         .toJson(QJsonDocument::Compact)));
    statement.bind(needsText(household.needs)).bind(household.consentFor);
    return statement.bind(household.consentOn).bind(household.nextVisit).run();
}

Result<void> SqlPersonal::writeHousehold(const Household &household, const PersonalActor &by)
{
    return mConnection.erasing([&]() -> Result<void> {
        QStringList grids{household.grid};
        Result<SqlStatement> prepared = prepareGrid();
        if (!prepared) {
            return prepared.error();
        }
        {
            SqlStatement statement = std::move(prepared).value();
            if (Result<void> run = statement.bind(household.id).run(); !run) {
                return run;
            }
            if (statement.next()) {
                grids.append(statement.text(0)); // nobody takes one away from somebody else's grid
            }
        }
        for (const QString &grid : std::as_const(grids)) {
            if (Result<void> may = mGuard.mayAt(Thing::Personal, u"change"_s, grid); !may) {
                return may;
            }
        }
        if (Result<void> written = put(household); !written) {
            return written;
        }
        if (Result<void> noted = append(AuditKind::PersonalChanged,
                                        household.id,
                                        {{u"what"_s, toId(PersonalKind::Household)},
                                         {u"change"_s, u"written"_s},
                                         {u"grid"_s, household.grid}},
                                        by);
            !noted) {
            return noted;
        }
        return mNote(u"personal_households"_s);
    });
}

Result<void> SqlPersonal::eraseHousehold(const QString &id, const PersonalActor &by)
{
    return mConnection.erasing([&]() -> Result<void> {
        const Result<QString> grid = gridOf(id);
        if (!grid) {
            return grid.error();
        }
        if (Result<void> may = mGuard.mayAt(Thing::Personal, u"change"_s, grid.value()); !may) {
            return may;
        }
        Result<SqlStatement> prepared = mConnection.prepare(
            mConnection.pick(u"DELETE FROM personal_households WHERE household = ?"_s,
                             u"SELECT gridward_erase_household(?)"_s));
        if (!prepared) {
            return prepared.error();
        }
        {
            SqlStatement statement = std::move(prepared).value();
            if (Result<void> run = statement.bind(id).run(); !run) {
                return run;
            }
        }
        if (Result<void> noted = append(AuditKind::PersonalChanged,
                                        id,
                                        {{u"what"_s, toId(PersonalKind::Household)},
                                         {u"change"_s, u"erased"_s},
                                         {u"grid"_s, grid.value()}},
                                        by);
            !noted) {
            return noted;
        }
        return mNote(u"personal_households"_s);
    });
}

/** Where it is now; `unknown` if it is new. */
Result<QString> SqlPersonal::gridOfHousehold(const QString &id, const QString &unknown)
{
    Result<SqlStatement> prepared = prepareGrid();
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(id).run(); !run) {
        return run.error();
    }
    return statement.next() ? statement.text(0) : unknown;
}

Result<void> SqlPersonal::importHouseholds(const QList<Household> &rows,
                                           const QString &file,
                                           const PersonalActor &by)
{
    return mConnection.erasing([&]() -> Result<void> {
        for (const Household &row : rows) {
            const Result<QString> before = gridOfHousehold(row.id, row.grid);
            if (!before) {
                return before.error();
            }
            // Nobody takes one away from somebody else's grid.
            for (const QString &grid : {row.grid, before.value()}) {
                if (Result<void> may = mGuard.mayAt(Thing::Personal, u"import"_s, grid); !may) {
                    return may;
                }
            }
            if (Result<void> written = put(row); !written) {
                return written;
            }
        }
        // How many is not told exactly either: a file may have few rows.
        const Result<int> smallest = smallestCell();
        if (!smallest) {
            return smallest.error();
        }
        const CellCount told = toldCount(static_cast<int>(rows.size()), smallest.value());
        QJsonObject facts{{u"what"_s, toId(PersonalKind::Household)}};
        if (told.isExact()) {
            facts.insert(u"count"_s, told.count);
        }
        if (Result<void> noted = append(AuditKind::Import, file, facts, by); !noted) {
            return noted;
        }
        return mNote(u"personal_households"_s);
    });
}

Result<QList<std::pair<QString, int>>> SqlPersonal::countGrids(const QString &community)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT g.code, %1 FROM grids g WHERE g.community = ? ORDER BY g.code"_s.arg(
            mConnection.pick(
                u"(SELECT count(*) FROM personal_households h WHERE h.grid = g.code)"_s,
                u"gridward_count_households(g.code, '')"_s)));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(community).run(); !run) {
        return run.error();
    }
    QList<std::pair<QString, int>> counts;
    while (statement.next()) {
        counts.emplaceBack(statement.text(0), statement.number(1));
    }
    return counts;
}

Result<void> SqlPersonal::mayCount(const QString &area)
{
    // A count is a statistic; who may open them there sees how many there are anyway.
    const Result<void> opens = mGuard.mayAt(Thing::Personal, u"open"_s, area);
    return opens ? opens : mGuard.mayAt(Thing::Statistics, u"see"_s, area);
}

Result<CommunityHouseholds> SqlPersonal::countCommunity(const QString &community)
{
    if (const Result<void> may = mayCount(community); !may) {
        return may.error();
    }
    const Result<QList<std::pair<QString, int>>> counts = countGrids(community);
    const Result<int> smallest = smallestCell();
    if (!counts || !smallest) {
        return counts ? smallest.error() : counts.error();
    }
    if (counts.value().isEmpty()) {
        return notThere(Words::tr("There is no community “%1” with grids.").arg(community));
    }
    CommunityHouseholds households;
    QList<int> numbers;
    for (const auto &[grid, count] : counts.value()) {
        households.grids.append(grid);
        numbers.append(count);
    }
    households.told = toldPartition(numbers, smallest.value());
    return households;
}

Result<int> SqlPersonal::countNeed(const QString &grid, ServiceNeed need)
{
    Result<SqlStatement> prepared = mConnection.prepare(mConnection.pick(
        u"SELECT count(*) FROM personal_households WHERE grid = ? AND instr(needs, ?) > 0"_s,
        u"SELECT gridward_count_households(?, ?)"_s));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(grid).bind(u',' + toId(need) + u',').run(); !run) {
        return run.error();
    }
    return statement.next() ? statement.number(0) : 0;
}

Result<HouseholdCount> SqlPersonal::countHouseholds(const QString &grid)
{
    const Result<std::optional<UnitGrid>> found = mStore.grid(grid);
    if (!found) {
        return found.error();
    }
    if (!found.value()) {
        return notThere(Words::tr("There is no grid “%1”.").arg(grid));
    }
    if (const Result<void> may = mayCount(grid); !may) {
        return may.error();
    }
    // As it stands beside its neighbours: else what is withheld there could be asked for here.
    const AsProgram program(mStore); // the neighbours need not be theirs: nothing is told of them
    const Result<CommunityHouseholds> community = countCommunity(found.value()->community);
    const Result<int> smallest = smallestCell();
    if (!community || !smallest) {
        return community ? smallest.error() : community.error();
    }
    HouseholdCount count;
    count.all = community.value().told.cells.value(community.value().grids.indexOf(grid));
    if (!count.all.isExact()) {
        return count;
    }
    for (const ServiceNeed need : allServiceNeeds()) {
        const Result<int> number = countNeed(grid, need);
        if (!number) {
            return number.error();
        }
        // All but a few of them would tell who does not need it.
        const bool allButFew =
            number.value() < count.all.count && count.all.count - number.value() < smallest.value();
        count.needs.insert(need,
                           allButFew ? CellCount{CellCount::Telling::Withheld, 0}
                                     : toldCount(number.value(), smallest.value()));
    }
    return count;
}

Result<int> SqlPersonal::smallestCell()
{
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT value FROM gridward_store WHERE key = ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(kSmallestCellKey).run(); !run) {
        return run.error();
    }
    return std::max(kSmallestCell, statement.next() ? statement.number(0) : 0);
}

Result<void> SqlPersonal::setSmallestCell(int smallest, const PersonalActor &by)
{
    if (Result<void> may = mGuard.may(Thing::Store, u"change"_s); !may) {
        return may;
    }
    if (smallest < kSmallestCell) {
        return Error{
            ErrorCode::InvalidInput,
            Words::tr("The smallest count that is told cannot be below %1.").arg(kSmallestCell),
            {}};
    }
    return mConnection.transaction([&]() -> Result<void> {
        Result<SqlStatement> prepared =
            mConnection.prepare(u"INSERT INTO gridward_store (key, value) VALUES (?, ?) "
                                "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s);
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement statement = std::move(prepared).value();
        if (Result<void> run =
                statement.bind(kSmallestCellKey).bind(QString::number(smallest)).run();
            !run) {
            return run;
        }
        if (Result<void> noted =
                append(AuditKind::Configuration, kSmallestCellKey, {{u"value"_s, smallest}}, by);
            !noted) {
            return noted;
        }
        return mNote(u"gridward_store"_s);
    });
}

} // namespace gridward
