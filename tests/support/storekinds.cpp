// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storekinds.h"

#include "models/store/geopackagestore.h"
#include "models/store/postgisstore.h"
#include "tests/support/storebuilders.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const QString kTools = u"/usr/lib/postgresql/15/bin/"_s;
const QString kTemplate = u"gridward_empty"_s;

/** Runs a program, as "postgres" if we are root: PostgreSQL refuses to be root. */
bool ran(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    // What it leaves running must not keep our pipes open.
    process.setStandardOutputFile(QProcess::nullDevice());
    if (geteuid() == 0) {
        process.start(u"runuser"_s,
                      QStringList{u"-u"_s, u"postgres"_s, u"--"_s, program} + arguments);
    } else {
        process.start(program, arguments);
    }
    constexpr int kLongest = 60'000;
    const bool isDone = process.waitForFinished(kLongest) && process.exitCode() == 0;
    if (!isDone) {
        qWarning() << program << arguments << "failed:" << process.errorString();
    }
    return isDone;
}

} // namespace

QString &PrivateServer::settings()
{
    static QString sSettings = u"-c fsync=off -c full_page_writes=off -c max_connections=80"_s;
    return sSettings;
}

void PrivateServer::configure(const QString &settings)
{
    PrivateServer::settings() = settings;
}

PrivateServer *PrivateServer::instance()
{
    static const std::unique_ptr<PrivateServer> sServer = [] {
        std::unique_ptr<PrivateServer> server(new PrivateServer);
        return server->start() ? std::move(server) : nullptr;
    }();
    return sServer.get();
}

bool PrivateServer::start()
{
    const QString folder = mFolder.path();
    if (!mFolder.isValid() || !ran(u"true"_s, {})) {
        return false;
    }
    // The folder belongs to whoever runs the server.
    QFile::setPermissions(folder, QFile::Permissions(0x7777));
    return ran(kTools + u"initdb"_s,
               {u"-D"_s,
                folder + u"/data"_s,
                u"-E"_s,
                u"UTF8"_s,
                u"--locale=C.UTF-8"_s,
                u"-U"_s,
                u"gridward_admin"_s,
                u"-A"_s,
                u"trust"_s,
                u"--no-sync"_s}) &&
           control({u"start"_s}) && watch();
}

bool PrivateServer::watch() const
{
    // A test may have been ended while it held the server still.
    const QString order = u"while kill -0 \"$1\" 2>/dev/null; do sleep 0.2; done; "
                          "first=$(head -1 \"$3/data/postmaster.pid\" 2>/dev/null) && "
                          "kill -CONT $first $(cat /proc/$first/task/$first/children); "
                          "$2 %1pg_ctl -D \"$3/data\" -s -m immediate stop; "
                          "$2 rm -rf \"$3/data\"; rm -rf \"$3\""_s.arg(kTools);
    QProcess watcher;
    watcher.setProgram(u"sh"_s);
    watcher.setArguments({u"-c"_s,
                          order,
                          u"watcher"_s,
                          QString::number(QCoreApplication::applicationPid()),
                          geteuid() == 0 ? u"runuser -u postgres --"_s : QString(),
                          mFolder.path()});
    // Whoever waits for the end of the test's output must not wait for it.
    watcher.setStandardOutputFile(QProcess::nullDevice());
    watcher.setStandardErrorFile(QProcess::nullDevice());
    watcher.setStandardInputFile(QProcess::nullDevice());
    return watcher.startDetached();
}

bool PrivateServer::control(const QStringList &order) const
{
    const QString folder = mFolder.path();
    QStringList arguments{
        u"-D"_s, folder + u"/data"_s, u"-w"_s, u"-s"_s, u"-l"_s, folder + u"/log"_s};
    if (order.value(0) == "start"_L1) {
        arguments += {u"-o"_s, u"-k %1 -c listen_addresses='' %2"_s.arg(folder, settings())};
    }
    return ran(kTools + u"pg_ctl"_s, arguments + order);
}

bool PrivateServer::asksForPasswordOf(const QString &login) const
{
    // The first line that fits counts. The file is the server's: rewritten, not replaced.
    QFile file(mFolder.path() + u"/data/pg_hba.conf"_s);
    if (!file.open(QIODevice::ReadWrite)) {
        return false;
    }
    const QByteArray before = file.readAll();
    const QByteArray line = "local all \"" + login.toUtf8() + "\" scram-sha-256\n";
    return file.seek(0) && file.write(line + before) > 0 && file.flush() && control({u"reload"_s});
}

QList<qint64> PrivateServer::processes() const
{
    QFile file(mFolder.path() + u"/data/postmaster.pid"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const qint64 first = file.readLine().trimmed().toLongLong();
    QList<qint64> found{first};
    QFile children(u"/proc/%1/task/%1/children"_s.arg(first));
    if (children.open(QIODevice::ReadOnly)) {
        for (const QByteArray &child : children.readAll().simplified().split(' ')) {
            if (!child.isEmpty()) {
                found.append(child.toLongLong());
            }
        }
    }
    return found;
}

void PrivateServer::signal(int number) const
{
    // The first one first: it must not make others meanwhile.
    for (const qint64 process : processes()) {
        (void)::kill(static_cast<pid_t>(process), number);
    }
}

bool PrivateServer::killAll() const
{
    const QList<qint64> before = processes();
    signal(SIGKILL);
    return QTest::qWaitFor(
        [&before] {
            return std::ranges::none_of(
                before, [](qint64 process) { return ::kill(static_cast<pid_t>(process), 0) == 0; });
        },
        60'000);
}

PrivateServer::~PrivateServer()
{
    // The watcher does it, for a test that crashes has no destructors.
    mFolder.setAutoRemove(false);
}

QString PrivateServer::url(const QString &database) const
{
    return u"postgresql:///%1?host=%2&user=gridward_admin"_s.arg(database, mFolder.path());
}

bool PrivateServer::makeDatabase(const QString &name, const QString &from) const
{
    SqlConnection connection;
    Result<void> made = connection.openServer(url(u"postgres"_s));
    if (made) {
        made = connection.execute(u"CREATE DATABASE %1%2"_s.arg(
            name, from.isEmpty() ? QString() : u" TEMPLATE %1 STRATEGY file_copy"_s.arg(from)));
    }
    if (!made) {
        qWarning() << made.error().message << made.error().detail;
    }
    return made.isOk();
}

bool endOthers(SqlConnection &connection)
{
    return connection
        .scalar(u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"_s)
        .isOk();
}

void addStoreKinds()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("memory") << u"memory"_s;
    QTest::newRow("GeoPackage") << u"file"_s;
    QTest::newRow("PostGIS") << u"server"_s;
}

void addSharedStoreKinds()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("GeoPackage") << u"file"_s;
    QTest::newRow("PostGIS") << u"server"_s;
}

QByteArray contentOf(SqlStore &store)
{
    SqlConnection &connection = store.connection();
    const QTemporaryDir copies;
    QStringList files;
    if (connection.isServer()) {
        if (!connection.execute(u"CHECKPOINT"_s)) {
            return {};
        }
        const Result<QVariant> folder = connection.scalar(
            u"SELECT current_setting('data_directory') || '/base/' || oid FROM pg_database "
            "WHERE datname = current_database()"_s);
        const QDir base(folder ? folder.value().toString() : QString());
        for (const QString &name : base.entryList(QDir::Files)) {
            files.append(base.filePath(name));
        }
    } else if (connection.path() == ":memory:"_L1) {
        files.append(copies.filePath(u"copy.gpkg"_s));
        if (!connection.execute(u"VACUUM INTO '%1'"_s.arg(files.first()))) {
            return {};
        }
    } else {
        files = {connection.path(), connection.path() + u"-wal"_s, connection.path() + u"-shm"_s};
    }
    QByteArray content;
    for (const QString &name : std::as_const(files)) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly)) {
            content += file.readAll();
        }
    }
    return content;
}

QString StoreMaker::make(const QString &kind)
{
    if (kind == "server"_L1) {
        PrivateServer *server = PrivateServer::instance();
        if (server == nullptr) {
            return {};
        }
        static const bool isReady = [server] {
            if (!server->makeDatabase(kTemplate)) {
                return false;
            }
            const auto made = PostgisStore::create(server->url(kTemplate), smallInfo());
            if (!made) {
                qWarning() << made.error().message << made.error().detail;
            }
            return made.isOk() && made.value()->publish();
        }();
        static int sCount = 0;
        const QString name = u"s%1"_s.arg(++sCount);
        return isReady && server->makeDatabase(name, kTemplate) ? server->url(name) : QString();
    }
    const QString path = mFolder.filePath(u"s%1.gpkg"_s.arg(++mCount));
    const Result<std::unique_ptr<GeoPackageStore>> store =
        GeoPackageStore::create(path, smallInfo());
    return store && store.value()->publish() ? path : QString();
}

std::unique_ptr<SqlStore> StoreMaker::again(const QString &name)
{
    Result<std::unique_ptr<Store>> store = openStore(name);
    if (!store) {
        qWarning() << name << store.error().message << store.error().detail;
        return nullptr;
    }
    // Of either kind it is one of these.
    return std::unique_ptr<SqlStore>(static_cast<SqlStore *>(std::move(store).value().release()));
}

std::unique_ptr<SqlStore> StoreMaker::empty(const QString &kind)
{
    if (kind == "memory"_L1) {
        Result<std::unique_ptr<GeoPackageStore>> store =
            GeoPackageStore::create(u":memory:"_s, smallInfo());
        return store && store.value()->publish() ? std::move(store).value() : nullptr;
    }
    return again(make(kind));
}

std::unique_ptr<SqlStore> StoreMaker::empty(const QString &kind, const StoreInfo &info)
{
    std::unique_ptr<SqlStore> store = empty(kind);
    return store && store->writeInfo(info) ? std::move(store) : nullptr;
}

} // namespace gridward
