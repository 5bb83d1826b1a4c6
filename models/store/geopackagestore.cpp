// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/geopackagestore.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

// The commands have no log: what is only for us may not appear between their words.
Q_LOGGING_CATEGORY(storeLog, "gridward.models.store", QtInfoMsg)

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(GeoPackageStore)
};

constexpr qint64 kGeoPackageId = 0x47504B47; ///< "GPKG"
constexpr int kGeoPackageVersion = 10300;
const QString kMemory = u":memory:"_s;
constexpr qint64 kCountsOfFile = 1'000'000'000'000; ///< more than any table is written in one file

Error notAStore(const QString &path)
{
    return Error{ErrorCode::Unreadable,
                 Words::tr("“%1” is no Gridward store. Make one with “gridward init” or “gridward "
                           "demo”, or import the file into one.")
                     .arg(path),
                 {}};
}

/** The same error, with the file it is about. */
Error about(const QString &path, const Error &error)
{
    return Error{error.code, Words::tr("%1: %2").arg(path, error.message), error.detail};
}

/** What was written and the name it has now outlive a power cut. */
bool syncToDisk(const QString &path)
{
    for (const QString &name : {path, QFileInfo(path).absolutePath()}) {
        const int descriptor = ::open(QFile::encodeName(name).constData(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0) {
            return false;
        }
        const bool synced = ::fsync(descriptor) == 0;
        ::close(descriptor);
        if (!synced) {
            return false;
        }
    }
    return true;
}

} // namespace

GeoPackageStore::~GeoPackageStore()
{
    const bool unpublished = !mFinalPath.isEmpty();
    const QString path = mConnection.path();
    mHold.reset(); // first: whoever closes last puts the journal away
    mConnection.close();
    if (unpublished) {
        QFile::remove(path);
    }
}

Result<bool> GeoPackageStore::isStore(const QString &path)
{
    const QFileInfo file(path);
    if (!file.isFile()) {
        return false;
    }
    if (!file.isReadable()) {
        return Error{ErrorCode::Unreadable,
                     Words::tr("You may not read “%1”. Ask its owner for permission.").arg(path),
                     {}};
    }
    SqlConnection connection;
    const Result<void> opened = connection.open(path, true);
    const Result<QVariant> found =
        opened ? connection.scalar(
                     u"SELECT count(*) FROM sqlite_master WHERE name = 'gridward_schema'"_s)
               : Result<QVariant>(opened.error());
    if (found) {
        return found.value().toInt() == 1;
    }
    if (found.error().code == ErrorCode::Unreadable) {
        return false; // no database, or what is left of one
    }
    return about(path, found.error());
}

Result<std::unique_ptr<GeoPackageStore>> GeoPackageStore::open(const QString &path,
                                                               const QList<Migration> &migrations)
{
    return openAs(path, migrations, false);
}

Result<std::unique_ptr<GeoPackageStore>> GeoPackageStore::openUnfinished(const QString &path)
{
    return openAs(path, geoPackageMigrations(), true);
}

Result<std::unique_ptr<GeoPackageStore>>
GeoPackageStore::openAs(const QString &path, const QList<Migration> &migrations, bool isUnfinished)
{
    if (!QFileInfo::exists(path)) {
        return Error{ErrorCode::NotFound,
                     Words::tr("There is no store “%1”. Check the name and the folder.").arg(path),
                     {}};
    }
    std::unique_ptr<GeoPackageStore> store(new GeoPackageStore);
    if (const Result<void> opened = store->mConnection.open(path); !opened) {
        return about(path, opened.error());
    }
    if (const Result<void> checked = store->checkFile(isUnfinished); !checked) {
        return checked.error();
    }
    const Result<int> version = store->schemaVersion();
    if (!version) {
        return about(path, version.error());
    }
    const int newest = migrations.isEmpty() ? 0 : migrations.last().version;
    if (version.value() > newest) {
        return Error{
            ErrorCode::Unsupported,
            Words::tr("“%1” was written by a newer Gridward (schema %2; this one knows %3). "
                      "Install the newer version; the store was not touched.")
                .arg(path)
                .arg(version.value())
                .arg(newest),
            {}};
    }
    if (version.value() < newest) {
        if (const Result<void> backup = store->backUp(version.value()); !backup) {
            return about(path, backup.error());
        }
        if (const Result<void> migrated = store->migrate(migrations, version.value()); !migrated) {
            return about(path, migrated.error());
        }
    }
    store->mVersion = newest;
    for (const Result<void> &step : {store->settle(), store->readInfo()}) {
        if (!step) {
            return about(path, step.error());
        }
    }
    return store;
}

Result<std::unique_ptr<GeoPackageStore>> GeoPackageStore::create(const QString &path,
                                                                 const StoreInfo &info,
                                                                 const QList<Migration> &migrations)
{
    const bool inMemory = path == kMemory;
    std::unique_ptr<GeoPackageStore> store(new GeoPackageStore);
    if (!inMemory && QFileInfo::exists(path)) {
        return Error{ErrorCode::Conflict,
                     Words::tr("There is a file “%1” already; it was left alone. Name another, or "
                               "move that one away.")
                         .arg(path),
                     {}};
    }
    const QString workPath =
        inMemory ? path : path + u".part-"_s + QString::number(QCoreApplication::applicationPid());
    if (!inMemory) {
        QFile::remove(workPath);
        store->mFinalPath = path;
    }
    if (const Result<void> opened = store->mConnection.open(workPath); !opened) {
        store->mFinalPath.clear();
        return about(path, opened.error());
    }
    // Nobody sees the file before it is whole, so it needs no journal until then.
    const QString journal = inMemory ? u"MEMORY"_s : u"OFF"_s;
    for (const QString &pragma : {u"PRAGMA page_size=4096"_s,
                                  u"PRAGMA journal_mode="_s + journal,
                                  u"PRAGMA synchronous=OFF"_s,
                                  u"PRAGMA locking_mode=EXCLUSIVE"_s,
                                  u"PRAGMA cache_size=-262144"_s,
                                  u"PRAGMA foreign_keys=ON"_s,
                                  u"PRAGMA application_id=%1"_s.arg(kGeoPackageId),
                                  u"PRAGMA user_version=%1"_s.arg(kGeoPackageVersion)}) {
        if (const Result<void> set = store->mConnection.execute(pragma); !set) {
            return about(path, set.error());
        }
    }
    if (const Result<void> migrated = store->migrate(migrations, 0); !migrated) {
        return about(path, migrated.error());
    }
    store->mVersion = migrations.isEmpty() ? 0 : migrations.last().version;
    if (const Result<void> written = store->writeInfo(info); !written) {
        return about(path, written.error());
    }
    return store;
}

Result<void> GeoPackageStore::publish()
{
    if (mFinalPath.isEmpty()) {
        return {};
    }
    const QString workPath = mConnection.path();
    const QString path = mFinalPath;
    mConnection.close();
    if (!syncToDisk(workPath)) {
        return Error{ErrorCode::DiskFull,
                     Words::tr("“%1” could not be written to the disk: %2")
                         .arg(path, QString::fromLocal8Bit(std::strerror(errno))),
                     {}};
    }
    if (QFileInfo::exists(path) || !QFile::rename(workPath, path)) {
        return Error{
            ErrorCode::Conflict,
            Words::tr("“%1” could not be put into its place; is there such a file now?").arg(path),
            workPath};
    }
    mFinalPath.clear();
    syncToDisk(path);
    if (Result<void> opened = mConnection.open(path); !opened) {
        return opened;
    }
    return settle();
}

Result<void> GeoPackageStore::moveTo(const QString &path)
{
    mHold.reset(); // first: whoever closes last puts the journal away
    mFinalPath = path;
    Result<void> published = publish();
    mFinalPath.clear(); // under whichever name: it stays
    return published;
}

Result<void> GeoPackageStore::checkFile(bool isUnfinished)
{
    const QString path = mConnection.path();
    const Result<QVariant> id = mConnection.scalar(u"PRAGMA application_id"_s);
    if (!id) {
        return about(path, id.error());
    }
    const Result<QVariant> schema =
        mConnection.scalar(u"SELECT count(*) FROM sqlite_master WHERE name = 'gridward_schema'"_s);
    if (!schema) {
        return about(path, schema.error());
    }
    if (id.value().toLongLong() != kGeoPackageId || schema.value().toInt() != 1) {
        return notAStore(path);
    }
    return checkFinished(isUnfinished);
}

Result<void> GeoPackageStore::settle()
{
    const Result<QVariant> mode = mConnection.scalar(u"PRAGMA journal_mode=WAL"_s);
    if (!mode) {
        return mode.error();
    }
    for (const QString &pragma : {u"PRAGMA synchronous=FULL"_s,
                                  u"PRAGMA foreign_keys=ON"_s,
                                  u"PRAGMA cache_size=-65536"_s,
                                  u"PRAGMA temp_store=MEMORY"_s}) {
        if (Result<void> set = mConnection.execute(pragma); !set) {
            return set;
        }
    }
    if (mode.value().toString() == "wal"_L1) {
        mHold = std::make_unique<StoreFileHold>(mConnection.path());
    }
    mPlace.emplace(mConnection.path());
    mLength = mPlace->size().value_or(0);
    mIsCutShort = mIsLetGo = false;
    return {};
}

bool GeoPackageStore::isCutOff() const
{
    return mPlace && (mIsLetGo || mIsCutShort || !mPlace->isSame());
}

Result<void> GeoPackageStore::checkLength()
{
    const std::optional<qint64> length = mPlace ? mPlace->size() : std::nullopt;
    if (!length) {
        return {};
    }
    if (*length < mLength) {
        // SQLite itself takes off no more than it knows of, or has in the journal.
        const Result<QVariant> pages = mConnection.scalar(u"PRAGMA page_count"_s);
        const Result<QVariant> bytes = mConnection.scalar(u"PRAGMA page_size"_s);
        mIsCutShort = !pages || !bytes || *length == 0 ||
                      pages.value().toLongLong() * bytes.value().toLongLong() >
                          *length + mPlace->journalSize();
        if (mIsCutShort) {
            return Error{ErrorCode::Unreadable,
                         Words::tr("The end of “%1” was cut off by another program. Put the last "
                                   "backup in its place; it is opened by itself.")
                             .arg(mConnection.path()),
                         {}};
        }
    }
    mLength = *length;
    return {};
}

Result<void> GeoPackageStore::reconnect()
{
    const QString path = mConnection.path();
    if (!mPlace->isAny()) {
        return Error{ErrorCode::Unreachable,
                     Words::tr("“%1” is not there any more: its file was moved or deleted. What is "
                               "shown is old. Put it back, and it goes on by itself.")
                         .arg(path),
                     {}};
    }
    if (mIsCutShort && !mIsLetGo && mPlace->size().value_or(mLength) < mLength) {
        return checkLength();
    }
    if (isCutOff()) {
        const StoreInfo before = mInfo;
        Result<void> opened = letGo();
        opened = opened ? openWhatIsThere() : opened;
        if (!opened) {
            if (mIsLetGo) {
                mConnection.close();
            }
            mInfo = before;
            return opened;
        }
        ++mFiles;
        mDataVersion = -1; // whatever that one says, it was not this one that said it before
    }
    return {};
}

Result<void> GeoPackageStore::letGo()
{
    if (mIsLetGo) {
        return {};
    }
    const QString path = mConnection.path();
    bool isEmpty = false;
    if (!mIsCutShort) {
        // Whoever moved the file away has all of it there.
        Result<SqlStatement> prepared = mConnection.prepare(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
        if (prepared) {
            SqlStatement statement = std::move(prepared).value();
            isEmpty = statement.run() && statement.next() && statement.number(0) == 0 &&
                      statement.longNumber(1) == statement.longNumber(2);
        }
    }
    if (!mPlace->putJournalAside(isEmpty)) {
        return Error{ErrorCode::Unreachable,
                     Words::tr("Another file was put in the place of “%1”, and the journal of the "
                               "one before cannot be moved away. Move “%1-wal” and “%1-shm” away; "
                               "it goes on by itself.")
                         .arg(path),
                     {}};
    }
    mHold.reset(); // first: whoever closes last puts the journal away …
    // … which by that name is another one's by now.
    (void)sqlite3_db_config(
        static_cast<sqlite3 *>(mConnection.handle()), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    mConnection.close();
    mIsLetGo = true;
    return {};
}

Result<void> GeoPackageStore::openWhatIsThere()
{
    const QString path = mConnection.path();
    const StoreInfo before = mInfo;
    if (const Result<void> opened = mConnection.open(path); !opened) {
        return about(path, opened.error());
    }
    // Nothing is written before it is known to be the one.
    if (Result<void> checked = checkFile(false); !checked) {
        return checked;
    }
    const Result<int> found = schemaVersion();
    const Result<void> read = found ? readInfo() : Result<void>(found.error());
    if (!read) {
        return about(path, read.error());
    }
    const bool isTheSame = mInfo.district == before.district && mInfo.purpose == before.purpose &&
                           mInfo.created == before.created && mInfo.seed == before.seed;
    if (!isTheSame) {
        return Error{ErrorCode::Conflict,
                     Words::tr("Another store lies at “%1” now (%2), which is not shown. Open it "
                               "if you want it; or put back the one that was there, and it goes on "
                               "by itself.")
                         .arg(path, mInfo.name),
                     {}};
    }
    if (found.value() != mVersion) {
        return Error{ErrorCode::Unsupported,
                     Words::tr("A store of another version of Gridward lies at “%1” now (schema "
                               "%2, before it was %3). Open it again.")
                         .arg(path)
                         .arg(found.value())
                         .arg(mVersion),
                     {}};
    }
    const Result<void> settled = settle();
    return settled ? settled : Result<void>(about(path, settled.error()));
}

Result<void> GeoPackageStore::backUp(int version)
{
    const QFileInfo file(mConnection.path());
    const QString copy =
        u"%1/%2-schema%3-%4.gpkg"_s.arg(file.absolutePath(), file.completeBaseName())
            .arg(version)
            .arg(QDateTime::currentDateTimeUtc().toString(u"yyyyMMddTHHmmss"_s));
    Result<SqlStatement> prepared = mConnection.prepare(u"VACUUM INTO ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    qCInfo(storeLog) << "copy before migrating:" << copy;
    SqlStatement statement = std::move(prepared).value();
    return statement.bind(copy).run();
}

Result<StoreMark> GeoPackageStore::mark()
{
    if (const Result<void> whole = checkLength(); !whole) {
        return whole.error();
    }
    // data_version counts the commits of others; our own are counted by the connection.
    Result<SqlStatement> prepared = mConnection.prepare(u"PRAGMA data_version"_s);
    if (!prepared) {
        return prepared.error();
    }
    qint64 others = 0;
    {
        SqlStatement statement = std::move(prepared).value();
        if (const Result<void> run = statement.run(); !run) {
            return run.error();
        }
        others = statement.next() ? statement.longNumber(0) : 0;
        if (mMark.version > 0 && others == mDataVersion && mConnection.commits() == mOwnCommits) {
            return mMark;
        }
    }
    Result<QHash<QString, qint64>> counts = changeCounts();
    if (!counts) {
        return counts.error();
    }
    mDataVersion = others;
    mOwnCommits = mConnection.commits();
    ++mMark.version;
    mMark.tables = std::move(counts).value();
    for (qint64 &count : mMark.tables) {
        count += mFiles * kCountsOfFile; // what was kept of the former file is of another state
    }
    return mMark;
}

/** The log cannot be changed as long as these stand, each as the program made it. */
QStringList GeoPackageStore::missingGuards()
{
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"_s);
    if (!prepared) {
        return {prepared.error().message};
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.run(); !run) {
        return {run.error().message};
    }
    QHash<QString, QString> there;
    while (statement.next()) {
        there.insert(statement.text(0), statement.text(1));
    }
    QStringList findings;
    const QHash<QString, QString> guards = guardsOf(geoPackageMigrations());
    for (auto guard = guards.cbegin(); guard != guards.cend(); ++guard) {
        if (!there.contains(guard.key())) {
            findings.append(Words::tr("The guard “%1” of the store is missing.").arg(guard.key()));
        } else if (there.value(guard.key()) != guard.value()) {
            findings.append(Words::tr("The guard “%1” of the store is not the one that the program "
                                      "made; somebody changed it.")
                                .arg(guard.key()));
        }
    }
    findings.sort();
    return findings;
}

Result<QStringList> GeoPackageStore::integrityFindings()
{
    QStringList findings = findingsOf(
        u"SELECT integrity_check FROM pragma_integrity_check(100) "
        "WHERE integrity_check <> 'ok'"_s,
        [](const SqlStatement &row) {
            return Words::tr("The file is damaged: %1. Take the last backup.").arg(row.text(0));
        });
    findings += findingsOf(u"PRAGMA foreign_key_check"_s, [](const SqlStatement &row) {
        return Words::tr("Row %1 of table “%2” refers to a row of “%3” that is not there.")
            .arg(row.text(1), row.text(0), row.text(2));
    });
    return findings + missingGuards() + logFindings();
}

} // namespace gridward
