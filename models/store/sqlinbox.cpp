// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlinbox.h"

#include "models/store/auditstore.h"
#include "models/store/inboxrows.h"
#include "models/store/storeguard.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <utility>

// Who may do what, and what writes; what reads is in geopackageinboxreads.cpp.
using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlInbox)
};

const QString kTable = u"gridward_inbox"_s;
const QString kReport = u"report"_s;
} // namespace

SqlInbox::SqlInbox(SqlConnection &connection, Store &store, StoreGuard &guard, NoteChange note)
    : mConnection(connection)
    , mStore(store)
    , mGuard(guard)
    , mNote(std::move(note))
{
}

Result<void> SqlInbox::mayWork(const QString &grid)
{
    if (mGuard.isOpen()) {
        return {};
    }
    if (!grid.isEmpty()) {
        const Result<std::optional<UnitGrid>> found = mStore.grid(grid);
        if (!found) {
            return found.error();
        }
        Spot spot;
        spot.grid = grid;
        spot.people.append(mGuard.acting()->name);
        spot.units.append(mGuard.acting()->organisation);
        if (found.value()) {
            spot.community = found.value()->community;
            spot.street = found.value()->street;
        }
        return mGuard.may(Thing::Case, kReport, spot);
    }
    // Nobody knows where it is: whoever may report anything may look into it. sight() proves them.
    const Result<CaseSight> proven = mGuard.sight();
    const Result<std::shared_ptr<const AccessRules>> rules = mStore.access().rules();
    if (!proven || !rules) {
        return proven ? rules.error() : proven.error();
    }
    const std::optional<Denied> denied =
        rules.value()->denied(*mGuard.acting(), Thing::Case, kReport);
    return denied ? Result<void>(deniedError(*mGuard.acting(), *denied)) : Result<void>();
}

Result<void> SqlInbox::mayImport()
{
    const Result<void> may = mGuard.may(Thing::Case, u"import"_s);
    if (may || may.error().code != ErrorCode::Refused) {
        return may;
    }
    // Nobody knows yet where the rows belong: whoever may report anywhere could type them in too.
    const Result<void> mayReport = mGuard.may(Thing::Case, kReport, Spot{});
    return mayReport || mayReport.error().code != ErrorCode::Refused ? mayReport : may;
}

Result<void> SqlInbox::isThem(const PersonalActor &by)
{
    if (mGuard.isOpen() || mGuard.acting()->name == by.name) {
        return {};
    }
    return Error{ErrorCode::Refused,
                 Words::tr("%1 cannot work on the inbox in the name of %2.")
                     .arg(mGuard.acting()->name, by.name),
                 {}};
}

Result<qint64> SqlInbox::nextChange()
{
    const Result<qint64> last = lastChange();
    return last ? Result<qint64>(last.value() + 1) : last;
}

Result<InboxArrivals> SqlInbox::add(const QList<InboxArrival> &rows, const PersonalActor &by)
{
    for (const Result<void> &may : {isThem(by), mayImport()}) {
        if (!may) {
            return may.error();
        }
    }
    InboxArrivals arrivals;
    if (rows.isEmpty()) {
        return arrivals;
    }
    const Result<void> written = mConnection.transaction([&]() -> Result<void> {
        Result<qint64> change = nextChange();
        if (!change) {
            return change.error();
        }
        for (const InboxArrival &row : rows) {
            const Result<Known> known = insert(row, change.value() + arrivals.added, by);
            if (!known) {
                return known.error();
            }
            ++(known.value() == Known::Same ? arrivals.known : arrivals.added);
            arrivals.sameNumber += known.value() == Known::SameNumber ? 1 : 0;
        }
        return arrivals.added > 0 ? mNote(kTable) : Result<void>();
    });
    return written ? Result<InboxArrivals>(arrivals) : Result<InboxArrivals>(written.error());
}

Result<SqlInbox::Known> SqlInbox::known(const InboxItem &item, const QString &key)
{
    // The keys of one number stand together: it alone (older rows), or with the hash behind it.
    Result<SqlStatement> prepared = mConnection.prepare(
        inboxSelect() + u"WHERE source = ? AND row_key >= ? AND row_key <= ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement rows = std::move(prepared).value();
    const bool isNumbered = !item.number.isEmpty();
    rows.bind(item.source).bind(isNumbered ? item.number : key);
    rows.bind(isNumbered ? item.number + u"#~"_s : key);
    if (const Result<void> run = rows.run(); !run) {
        return run.error();
    }
    Known known = Known::Not;
    while (rows.next()) {
        const InboxItem one = readInboxItem(rows);
        if (one.number != item.number) {
            continue;
        }
        // The same time may be written in another way when the sheet is sent again.
        const bool isSameTime = one.receivedAt && item.receivedAt
                                    ? one.receivedAt == item.receivedAt
                                    : one.toldAt == item.toldAt;
        if (!isNumbered || (isSameTime && one.text == item.text && one.address == item.address)) {
            return Known::Same;
        }
        known = Known::SameNumber;
    }
    return known;
}

Result<SqlInbox::Known>
SqlInbox::insert(const InboxArrival &row, qint64 change, const PersonalActor &by)
{
    const InboxItem &item = row.item;
    // A number alone is no identity: sheets begin at 1 again every week, tickets are told anew.
    const QString key = item.number + u'#' + QString::fromLatin1(row.rowHash.toHex());
    const Result<Known> found = known(item, key);
    if (!found || found.value() == Known::Same) {
        return found;
    }
    {
        Result<SqlInsert> prepared = mConnection.prepareInsert(
            u"INSERT INTO gridward_inbox (batch, source, number, row_key, channel, told_at, "
            "received_at, text, address, has_caller, proposed_class, class_words, "
            "proposed_longitude, proposed_latitude, place_words, chosen_class, level, longitude, "
            "latitude, grid, changed_by, changed_at, change) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
        if (!prepared) {
            return prepared.error();
        }
        SqlInsert insert = std::move(prepared).value();
        insert.bind(item.batch).bind(item.source).bind(item.number).bind(key);
        insert.bind(toId(item.channel)).bind(item.toldAt).bind(item.receivedAt).bind(item.text);
        insert.bind(item.address).bind(!row.caller.isEmpty()).bind(toText(item.proposedClass));
        insert.bind(item.classWords);
        bindPoint(insert,
                  item.proposedPlace ? std::optional(item.proposedPlace->point) : std::nullopt);
        insert.bind(item.proposedPlace ? item.proposedPlace->words : QString());
        insert.bind(toText(item.chosenClass)).bind(inboxLevelText(item.level));
        bindPoint(insert, item.place);
        insert.bind(item.grid).bind(by.name).bind(std::optional(by.at)).bind(change);
        if (const Result<void> run = insert.run(); !run) {
            return run.error();
        }
    }
    const Result<QVariant> made = mConnection.scalar(
        mConnection.pick(u"SELECT last_insert_rowid()"_s, u"SELECT lastval()"_s));
    if (!made) {
        return made.error();
    }
    const InboxId id{made.value().toLongLong()};
    const QJsonObject facts{{u"batch"_s, item.batch},
                            {u"proposed_class"_s, toText(item.proposedClass)},
                            {u"proposed_by"_s, item.classWords}};
    if (const Result<void> noted = log(id, {1, by.at, by.name, by.origin, u"import"_s, facts});
        !noted) {
        return noted.error();
    }
    if (row.caller.isEmpty()) {
        return found;
    }
    Result<SqlInsert> prepared = mConnection.prepareInsert(
        u"INSERT INTO personal_inbox (item, name, phone, may_call_back) VALUES (?, ?, ?, ?)"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlInsert insert = std::move(prepared).value();
    insert.bind(id.value).bind(row.caller.name).bind(row.caller.phone).bind(row.caller.mayCallBack);
    const Result<void> run = insert.run();
    return run ? found : Result<Known>(run.error());
}

Result<void> SqlInbox::log(InboxId id, const InboxStep &step)
{
    Result<SqlInsert> prepared = mConnection.prepareInsert(
        u"INSERT INTO gridward_inbox_log (item, version, at, actor, origin, action, facts) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlInsert insert = std::move(prepared).value();
    insert.bind(id.value).bind(step.version).bind(std::optional(step.at)).bind(step.actor);
    insert.bind(step.origin).bind(step.action);
    return insert.bindUtf8(QJsonDocument(step.facts).toJson(QJsonDocument::Compact)).run();
}

Result<void> SqlInbox::noteImport(const QString &file,
                                  const InboxArrivals &rows,
                                  qint64 refused,
                                  const PersonalActor &by)
{
    for (Result<void> may : {isThem(by), mayImport()}) {
        if (!may) {
            return may;
        }
    }
    return mConnection.transaction([&]() -> Result<void> {
        if (Result<void> run = mStore.write(
                ImportRun{u"inbox"_s, file, {}, by.at, by.name, rows.added, rows.known, refused});
            !run) {
            return run;
        }
        QJsonObject facts{{u"kind"_s, u"inbox"_s},
                          {u"accepted"_s, rows.added},
                          {u"known"_s, rows.known},
                          {u"same_number"_s, rows.sameNumber},
                          {u"refused"_s, refused}};
        if (mStore.info().isSimulated()) {
            facts.insert(u"simulated"_s, true);
        }
        return mStore.audit().append({by.at, by.name, by.origin, AuditKind::Import, file, facts});
    });
}

Result<InboxItem> SqlInbox::change(const InboxItem &wanted,
                                   const QString &action,
                                   const PersonalActor &by,
                                   const QString &reportedAs)
{
    if (const Result<void> them = isThem(by); !them) {
        return them.error();
    }
    std::optional<InboxItem> changed;
    const Result<void> written = mConnection.transaction([&]() -> Result<void> {
        const Result<InboxItem> before = item(wanted.id);
        if (!before) {
            return before.error();
        }
        // Theirs where it was and where it is to be: to have brought it in is not enough.
        for (const QString &grid : {before.value().grid, wanted.grid}) {
            if (Result<void> may = mayWork(grid); !may) {
                return may;
            }
        }
        if (before.value().version != wanted.version) {
            return Error{ErrorCode::Conflict,
                         Words::tr("%1 has changed row %2 in the meantime. Look at it again.")
                             .arg(before.value().changedBy)
                             .arg(wanted.id.value),
                         {}};
        }
        if (const QString why = whyNotInto(before.value(), wanted); !why.isEmpty()) {
            return Error{ErrorCode::Refused, why, {}};
        }
        Result<InboxItem> after = update(wanted, by);
        if (!after) {
            return after.error();
        }
        changed = std::move(after).value();
        if (Result<void> noted = log(wanted.id,
                                     {changed->version,
                                      by.at,
                                      by.name,
                                      by.origin,
                                      action,
                                      inboxFacts(before.value(), wanted)});
            !noted) {
            return noted;
        }
        if (!reportedAs.isEmpty() && before.value().hasCaller) {
            if (Result<void> moved = handOver(wanted.id, reportedAs, by); !moved) {
                return moved;
            }
        }
        return mNote(kTable);
    });
    return written ? Result<InboxItem>(*changed) : Result<InboxItem>(written.error());
}

Result<InboxItem> SqlInbox::update(const InboxItem &wanted, const PersonalActor &by)
{
    const Result<qint64> change = nextChange();
    if (!change) {
        return change.error();
    }
    InboxItem after = wanted;
    after.version = wanted.version + 1;
    after.change = change.value();
    after.changedBy = by.name;
    after.changedAt = by.at;
    const bool isCase = !after.caseId.isEmpty();
    after.hasCaller = wanted.hasCaller && !isCase;
    Result<SqlStatement> prepared = mConnection.prepare(
        u"UPDATE gridward_inbox SET chosen_class = ?, level = ?, longitude = ?, latitude = ?, "
        "grid = ?, leader = ?, state = ?, case_id = ?, reason = ?, has_caller = ?, "
        "changed_by = ?, changed_at = ?, version = ?, change = ? WHERE id = ? AND version = ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(toText(after.chosenClass)).bind(inboxLevelText(after.level));
    bindPoint(statement, after.place);
    statement.bind(after.grid);
    statement.bind(after.leader.isNull() ? QVariant() : QVariant(after.leader.value));
    statement.bind(toId(after.state)).bind(after.caseId).bind(after.reason).bind(after.hasCaller);
    statement.bind(by.name).bind(std::optional(by.at)).bind(after.version).bind(after.change);
    statement.bind(after.id.value).bind(wanted.version);
    const Result<void> run = statement.run();
    return run ? Result<InboxItem>(after) : Result<InboxItem>(run.error());
}

/** The caller goes on with the case; who moves them need not see them, and does not. */
Result<void> SqlInbox::handOver(InboxId id, const QString &caseId, const PersonalActor &by)
{
    return mConnection.erasing([&]() -> Result<void> {
        const QStringList inFile{
            u"INSERT INTO personal_callers (case_id, name, phone, may_call_back) "
            "SELECT ?, name, phone, may_call_back FROM personal_inbox WHERE item = ?"_s,
            u"DELETE FROM personal_inbox WHERE ? != '' AND item = ?"_s};
        for (const QString &sql : mConnection.isServer()
                                      ? QStringList{u"SELECT gridward_hand_over_caller(?, ?)"_s}
                                      : inFile) {
            Result<SqlStatement> prepared = mConnection.prepare(sql);
            if (!prepared) {
                return prepared.error();
            }
            SqlStatement statement = std::move(prepared).value();
            if (Result<void> run = statement.bind(caseId).bind(id.value).run(); !run) {
                return run;
            }
        }
        if (Result<void> noted = mStore.audit().append({by.at,
                                                        by.name,
                                                        by.origin,
                                                        AuditKind::PersonalChanged,
                                                        caseId,
                                                        {{u"what"_s, toId(PersonalKind::Caller)},
                                                         {u"change"_s, u"written"_s},
                                                         {u"inbox"_s, id.value}}});
            !noted) {
            return noted;
        }
        return mNote(u"personal_callers"_s);
    });
}

Result<Caller> SqlInbox::openCaller(InboxId id, Purpose purpose, const PersonalActor &by)
{
    Caller caller;
    const Result<void> opened = mConnection.transaction([&]() -> Result<void> {
        const Result<InboxItem> row = item(id);
        if (!row) {
            return row.error();
        }
        const QString &grid = row.value().grid;
        if (Result<void> may = mayWork(grid); !may) {
            return may;
        }
        if (Result<void> may = isThem(by); !may) {
            return may;
        }
        if (Result<void> may = grid.isEmpty() ? mGuard.may(Thing::Personal, u"open"_s)
                                              : mGuard.mayAt(Thing::Personal, u"open"_s, grid);
            !may) {
            return may;
        }
        // The entry first: were it left out, there would be no value to give away either.
        if (Result<void> noted = mStore.audit().append(
                {by.at,
                 by.name,
                 by.origin,
                 AuditKind::PersonalOpened,
                 u"inbox %1"_s.arg(id.value),
                 {{u"what"_s, toId(PersonalKind::Caller)}, {u"purpose"_s, toId(purpose)}}});
            !noted) {
            return noted;
        }
        Result<SqlStatement> prepared = mConnection.prepare(
            u"SELECT name, phone, may_call_back FROM personal_inbox WHERE item = ?"_s);
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement statement = std::move(prepared).value();
        if (Result<void> run = statement.bind(id.value).run(); !run) {
            return run;
        }
        if (!statement.next()) {
            return Error{ErrorCode::NotFound,
                         Words::tr("Nobody was entered as the caller of row %1.").arg(id.value),
                         {}};
        }
        caller = {statement.text(0), statement.text(1), statement.flag(2)};
        return {};
    });
    return opened ? Result<Caller>(caller) : Result<Caller>(opened.error());
}

} // namespace gridward
