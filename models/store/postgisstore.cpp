// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/postgisstore.h"

#include "models/store/accessstore.h"
#include "models/store/layerstyles.h"
#include "models/store/serverguards.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PostgisStore)
};

constexpr int kOldestServer = 150'000; ///< server_version_num
constexpr int kPartsBefore = 12;       ///< months of the log that have a part of their own …
constexpr int kPartsAfter = 6;         ///< … from the start

Error newerError(int version, int newest)
{
    return Error{ErrorCode::Unsupported,
                 Words::tr("The store was migrated by a newer Gridward (schema %1; this one knows "
                           "%2). Install the newer version on this seat.")
                     .arg(version)
                     .arg(newest),
                 {}};
}

/** What an expression finds in the schema, by its first group. */
QSet<QString> namedIn(const QRegularExpression &expression)
{
    QSet<QString> names;
    for (const Migration &migration : serverMigrations()) {
        for (const QRegularExpressionMatch &found : expression.globalMatch(migration.sql)) {
            names.insert(found.captured(1));
        }
    }
    return names;
}

/** All that the roles may, before a district changed anything. */
QList<Grant> standardGrants()
{
    const Permissions standard = Permissions::standard();
    QList<Grant> grants;
    for (const RoleInfo &role : standard.roles()) {
        for (const Thing thing : allThings()) {
            for (const QString &action : actionsOn(thing)) {
                const Reach reach = standard.reach(role.id, thing, action);
                if (reach != Reach::None) {
                    grants.append({role.id, thing, action, reach});
                }
            }
        }
    }
    return grants;
}

} // namespace

Result<std::unique_ptr<PostgisStore>> PostgisStore::open(const QString &url)
{
    return openAs(url, false);
}

Result<std::unique_ptr<PostgisStore>> PostgisStore::openUnfinished(const QString &url)
{
    return openAs(url, true);
}

Result<std::unique_ptr<PostgisStore>> PostgisStore::openAs(const QString &url, bool isUnfinished)
{
    std::unique_ptr<PostgisStore> store(new PostgisStore);
    if (const Result<void> connected = store->connectTo(url); !connected) {
        return connected.error();
    }
    if (const Result<void> checked = store->checkFinished(isUnfinished); !checked) {
        return checked.error();
    }
    if (const Result<void> fits = store->checkVersion(); !fits) {
        return fits.error();
    }
    for (const Result<void> &step : {store->checkLogin(), store->readInfo()}) {
        if (!step) {
            return step.error();
        }
    }
    store->mUrl = url;
    if (!isUnfinished) {
        store->wakeOthers();
    }
    return store;
}

Result<std::unique_ptr<PostgisStore>> PostgisStore::create(const QString &url,
                                                           const StoreInfo &info)
{
    return createWith(url, [&](PostgisStore &store) { return store.writeInfo(info); });
}

Result<std::unique_ptr<PostgisStore>>
PostgisStore::createUnfinished(const QString &url,
                               const std::function<Result<void>(SqlConnection &)> &begin)
{
    return createWith(url, [&](PostgisStore &store) { return begin(store.mConnection); });
}

Result<std::unique_ptr<PostgisStore>>
PostgisStore::createWith(const QString &url,
                         const std::function<Result<void>(PostgisStore &)> &fill)
{
    std::unique_ptr<PostgisStore> store(new PostgisStore);
    SqlConnection &connection = store->mConnection;
    if (const Result<void> reached = store->reach(url); !reached) {
        return reached.error();
    }
    const Result<bool> found = store->hasStore();
    if (!found) {
        return found.error();
    }
    if (found.value()) {
        return Error{ErrorCode::Conflict,
                     Words::tr("There is a store in this database already; it was left alone. Name "
                               "another database."),
                     {}};
    }
    // Roles are of the whole cluster: they stay, whatever becomes of this database.
    if (const Result<void> roles = connection.execute(clusterRoles()); !roles) {
        return roles.error().code == ErrorCode::Refused
                   ? Error{ErrorCode::Refused,
                           Words::tr("This login may not make a store here: that takes a superuser "
                                     "of the server. Log in as one; seats get logins of their "
                                     "own."),
                           roles.error().detail}
                   : roles.error();
    }
    const Result<void> made = connection.transaction([&]() -> Result<void> {
        if (Result<void> extended = connection.execute(u"CREATE EXTENSION IF NOT EXISTS postgis"_s);
            !extended) {
            return extended;
        }
        // While this is the superuser's doing: they lie where QGIS looks, beside the schema.
        if (Result<void> styled = writeLayerStyles(connection); !styled) {
            return styled;
        }
        for (const QString &statement : {u"CREATE SCHEMA gridward AUTHORIZATION gridward_owner"_s,
                                         u"SET LOCAL ROLE gridward_owner"_s}) {
            if (Result<void> run = connection.execute(statement); !run) {
                return run;
            }
        }
        for (const Result<void> &step :
             {store->migrate(serverMigrations(), 0), store->writeStandardGrants()}) {
            if (!step) {
                return step;
            }
        }
        // Roles are of the cluster, a store is of its database: only its own seats come in.
        if (Result<void> own = connection.execute(
                u"RESET ROLE; DO $$ BEGIN EXECUTE format('REVOKE CONNECT ON DATABASE %1$I FROM "
                "PUBLIC; GRANT CONNECT ON DATABASE %1$I TO gridward_owner, gridward_reader; GRANT "
                "CONNECT ON DATABASE %1$I TO gridward_keeper WITH GRANT OPTION', "
                "current_database()); END $$; SET LOCAL ROLE gridward_owner"_s);
            !own) {
            return own;
        }
        const Result<QVariant> parts = connection.scalar(
            u"SELECT gridward_make_parts((current_date - interval '%1 months')::date, "
            "(current_date + interval '%2 months')::date)"_s.arg(kPartsBefore)
                .arg(kPartsAfter));
        return parts ? fill(*store) : Result<void>(parts.error());
    });
    if (!made) {
        return made.error();
    }
    store->mUrl = url;
    store->mIsNew = true;
    return store;
}

Result<QStringList> PostgisStore::bringUpToDate(const QString &url)
{
    PostgisStore store;
    if (const Result<void> connected = store.connectTo(url); !connected) {
        return connected.error();
    }
    const Result<QVariant> isOwner =
        store.mConnection.scalar(u"SELECT pg_has_role(session_user, 'gridward_owner', 'MEMBER')"_s);
    const Result<int> version = store.schemaVersion();
    if (!isOwner || !version) {
        return isOwner ? version.error() : isOwner.error();
    }
    if (!isOwner.value().toBool()) {
        return Error{ErrorCode::Refused,
                     Words::tr("A seat cannot migrate a store. Log in as a superuser of the server "
                               "or as a member of gridward_owner."),
                     {}};
    }
    const QList<Migration> migrations = serverMigrations();
    if (version.value() > migrations.last().version) {
        return newerError(version.value(), migrations.last().version);
    }
    QStringList done;
    for (const Migration &migration : migrations) {
        if (migration.version > version.value()) {
            done.append(u"%1 %2"_s.arg(migration.version).arg(migration.name));
        }
    }
    if (const Result<void> owner = store.mConnection.execute(u"SET ROLE gridward_owner"_s);
        !owner) {
        return owner.error();
    }
    const Result<void> migrated = store.migrate(migrations, version.value());
    const Result<void> rights = migrated ? store.writeStandardGrants() : migrated;
    if (rights && !done.isEmpty()) {
        // Seats that have it open look at its version when they come back. Who may not do this, as
        // an owner that is no superuser, leaves it to them.
        (void)store.mConnection.execute(u"RESET ROLE"_s);
        (void)store.mConnection.scalar(
            u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid() "
            "AND application_name LIKE 'gridward%'"_s);
    }
    return rights ? Result<QStringList>(done) : Result<QStringList>(rights.error());
}

Result<void> PostgisStore::reach(const QString &url)
{
    Result<void> opened = mConnection.openServer(url);
    return opened ? checkServer() : opened;
}

Result<void> PostgisStore::connectTo(const QString &url)
{
    if (Result<void> reached = reach(url); !reached) {
        return reached;
    }
    const Result<bool> found = hasStore();
    if (!found) {
        return found.error();
    }
    return found.value()
               ? Result<void>()
               : Result<void>(Error{ErrorCode::NotFound,
                                    Words::tr("There is no Gridward store in this database. An "
                                              "administrator makes one with “gridward admin "
                                              "init-db”."),
                                    {}});
}

Result<void> PostgisStore::checkLogin()
{
    const Result<std::optional<QString>> login = access().login();
    if (!login || !login.value()) {
        return login ? Result<void>() : Result<void>(login.error());
    }
    const Result<std::optional<User>> known = user(*login.value());
    if (!known) {
        return known.error();
    }
    if (known.value() && !known.value()->isDisabled) {
        return {};
    }
    return Error{
        ErrorCode::Refused,
        known.value()
            ? Words::tr("The account “%1” is disabled. Ask an administrator.").arg(*login.value())
            : Words::tr("“%1” is a login of the server, but no user of this "
                        "store. An administrator adds users with “gridward "
                        "admin user URL add”.")
                  .arg(*login.value()),
        {}};
}

Result<void> PostgisStore::writeStandardGrants()
{
    return mConnection.transaction([&]() -> Result<void> {
        if (Result<void> emptied = mConnection.execute(u"DELETE FROM gridward_standard_grants"_s);
            !emptied) {
            return emptied;
        }
        for (const Grant &grant : standardGrants()) {
            Result<SqlStatement> prepared =
                mConnection.prepare(u"INSERT INTO gridward_standard_grants (role, thing, action, "
                                    "reach) VALUES (?, ?, ?, ?)"_s);
            if (!prepared) {
                return prepared.error();
            }
            SqlStatement statement = std::move(prepared).value();
            statement.bind(grant.role).bind(toId(grant.thing)).bind(grant.action);
            if (Result<void> run = statement.bind(toId(grant.reach)).run(); !run) {
                return run;
            }
        }
        return {};
    });
}

PostgisStore::~PostgisStore()
{
    mLine.reset(); // while the connection that it may break is there
    if (mIsNew) {
        (void)mConnection.execute(u"DROP SCHEMA gridward CASCADE"_s);
        (void)removeLayerStyles(mConnection);
    }
}

Result<void> PostgisStore::publish()
{
    mIsNew = false;
    wakeOthers();
    return mConnection.execute(u"ANALYZE"_s); // the server has seen none of the rows yet
}

Result<void> PostgisStore::checkServer()
{
    const Result<QVariant> version = mConnection.scalar(u"SHOW server_version_num"_s);
    if (!version) {
        return version.error();
    }
    if (version.value().toInt() < kOldestServer) {
        return Error{ErrorCode::Unsupported,
                     Words::tr("The server is too old: PostgreSQL 15 or newer is needed."),
                     version.value().toString()};
    }
    const Result<QVariant> encoding = mConnection.scalar(u"SHOW server_encoding"_s);
    if (!encoding || encoding.value().toString() != "UTF8"_L1) {
        return encoding ? Error{ErrorCode::Unsupported,
                                Words::tr("The database does not keep UTF-8. Make one with "
                                          "ENCODING 'UTF8'."),
                                encoding.value().toString()}
                        : encoding.error();
    }
    return {};
}

Result<void> PostgisStore::checkVersion()
{
    const Result<int> version = schemaVersion();
    if (!version) {
        return version.error();
    }
    const int newest = serverMigrations().last().version;
    if (version.value() > newest) {
        return newerError(version.value(), newest);
    }
    if (version.value() < newest) {
        return Error{ErrorCode::Unsupported,
                     Words::tr("The store is of an older Gridward (schema %1; this one needs %2). "
                               "An administrator has to migrate it: “gridward admin migrate URL”.")
                         .arg(version.value())
                         .arg(newest),
                     {}};
    }
    return {};
}

Result<bool> PostgisStore::hasStore()
{
    const Result<QVariant> closed =
        mConnection.scalar(u"SELECT NOT has_schema_privilege(oid, 'USAGE') FROM pg_namespace "
                           "WHERE nspname = 'gridward'"_s);
    if (!closed) {
        return closed.error();
    }
    if (closed.value().toBool()) {
        return Error{ErrorCode::Refused,
                     Words::tr("This login is no seat of the store. An administrator makes logins "
                               "with “gridward admin user URL add NAME --role ROLE "
                               "--password-file FILE”."),
                     {}};
    }
    const Result<QVariant> table =
        mConnection.scalar(u"SELECT to_regclass('gridward.gridward_schema') IS NOT NULL"_s);
    return table ? Result<bool>(table.value().toBool()) : Result<bool>(table.error());
}

Result<StoreMark> PostgisStore::mark()
{
    // The snapshot is another one as soon as anything was committed, by whomever.
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT pg_current_snapshot()::text, t.table_name, t.count FROM (SELECT 1) AS one "
        "LEFT JOIN gridward_tables_written(?::pg_snapshot) AS t ON true"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bindTextOrNull(mSnapshot).run(); !run) {
        return run.error();
    }
    StoreMark mark = mMark;
    QString now;
    while (statement.next()) {
        now = statement.text(0);
        if (!statement.isNull(1)) {
            mark.tables.insert(statement.text(1), statement.longNumber(2));
        }
    }
    // To a transaction its own changes look as if they had been committed: others begin where the
    // last look from outside of one ended.
    const bool isInside = mConnection.isInTransaction();
    if (now != mSnapshot || isInside) {
        mark.version = ++mMark.version;
    }
    if (!isInside) {
        mMark = mark;
        mSnapshot = now;
    }
    return mark;
}

StoreWatch *PostgisStore::watch()
{
    line().guard(mConnection.socket());
    line().listen();
    return mLine.get();
}

Result<void> PostgisStore::reconnect()
{
    line().guard(-1);
    if (Result<void> opened = mConnection.reopen(); !opened) {
        return opened;
    }
    if (Result<void> fits = checkVersion(); !fits) {
        mConnection.breakOff(); // nothing is to be written into what we do not know
        return fits;
    }
    line().guard(mConnection.socket());
    return {};
}

ServerLine &PostgisStore::line()
{
    if (!mLine) {
        mLine = std::make_unique<ServerLine>(mUrl);
    }
    return *mLine;
}

void PostgisStore::wakeOthers()
{
    mConnection.setCommitted([this] { line().ring(); });
}

Result<QSet<QString>> PostgisStore::namesOf(const QString &sql)
{
    Result<SqlStatement> prepared = mConnection.prepare(sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    QSet<QString> names;
    while (statement.next()) {
        names.insert(statement.text(0));
    }
    return names;
}

QStringList PostgisStore::missingRights()
{
    static const QRegularExpression kBinds(u"ALTER TABLE (\\w+) ENABLE ROW LEVEL SECURITY"_s);
    const Result<QSet<QString>> bound =
        namesOf(u"SELECT relname FROM pg_class WHERE relnamespace = 'gridward'::regnamespace "
                "AND relrowsecurity"_s);
    const Result<QSet<QString>> grants = namesOf(
        u"SELECT role || ' ' || thing || ':' || action || ' ' || reach FROM gridward_standard_grants"_s);
    if (!bound || !grants) {
        return {bound ? grants.error().message : bound.error().message};
    }
    QStringList findings;
    for (const QString &name : namedIn(kBinds) - bound.value()) {
        findings.append(Words::tr("Everybody sees all rows of the table “%1”: its row level "
                                  "security is off.")
                            .arg(name));
    }
    findings.sort();
    QSet<QString> meant;
    for (const Grant &grant : standardGrants()) {
        meant.insert(
            u"%1 %2:%3 %4"_s.arg(grant.role, toId(grant.thing), grant.action, toId(grant.reach)));
    }
    if (meant != grants.value()) {
        findings.append(Words::tr("The server goes by other standard rights than this program. "
                                  "Have “gridward admin migrate URL” write them anew."));
    }
    return findings;
}

Result<QStringList> PostgisStore::integrityFindings()
{
    // On a line of its own: whoever checks may be reading as of one moment, where nothing is made.
    SqlConnection aside;
    if (const Result<void> opened = aside.openServer(mUrl); !opened) {
        return opened.error();
    }
    return serverGuardFindings(aside, serverMigrations()) + missingRights() + logFindings();
}

} // namespace gridward
