// SPDX-License-Identifier: GPL-3.0-or-later
// What only a store in a file can get wrong: other files, older and newer ones, other programs.
#include "models/store/geopackagestore.h"
#include "models/store/storethread.h"
#include "tests/support/memorystore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <atomic>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace gridward {

class TestGeoPackageFile : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> mFolder;

    QString path(const QString &name = u"s.gpkg"_s) const { return mFolder->filePath(name); }

    QString makeStore(const QString &name = u"s.gpkg"_s)
    {
        const QString file = path(name);
        Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::create(file, smallInfo());
        const bool made = store && fillSmallDistrict(*store.value()) &&
                          addCases(*store.value(), 20) && store.value()->publish();
        return made ? file : QString();
    }
    static QByteArray bytesOf(const QString &file)
    {
        QFile content(file);
        return content.open(QIODevice::ReadOnly)
                   ? QCryptographicHash::hash(content.readAll(), QCryptographicHash::Sha256)
                   : QByteArray();
    }
    static void write(const QString &file, const QByteArray &bytes)
    {
        QFile content(file);
        QVERIFY(content.open(QIODevice::WriteOnly));
        content.write(bytes);
    }
    static bool execute(const QString &file, const QString &sql)
    {
        SqlConnection connection;
        return connection.open(file) && connection.execute(sql);
    }

private slots:
    void init() { mFolder = std::make_unique<QTemporaryDir>(); }

    void isAGeoPackageInWalMode()
    {
        const QString file = makeStore();
        QVERIFY(!file.isEmpty());
        QVERIFY(GeoPackageStore::isStore(file).value());
        SqlConnection other;
        QVERIFY(other.open(file));
        QCOMPARE(other.scalar(u"PRAGMA application_id"_s).value().toLongLong(), 0x47504B47LL);
        QCOMPARE(other.scalar(u"PRAGMA journal_mode"_s).value().toString(), u"wal"_s);
        // What is told of people is no layer that a map could show.
        QCOMPARE(
            other.scalar(u"SELECT count(*) FROM gpkg_contents WHERE table_name LIKE 'personal_%'"_s)
                .value()
                .toInt(),
            0);
        const Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(file);
        QVERIFY(store);
        SqlConnection &own = store.value()->connection();
        QCOMPARE(own.scalar(u"PRAGMA synchronous"_s).value().toInt(), 2); // FULL
        QCOMPARE(own.scalar(u"PRAGMA foreign_keys"_s).value().toInt(), 1);
    }
    void leavesNothingOfAStoreThatWasNotFinished()
    {
        {
            const Result<std::unique_ptr<GeoPackageStore>> store =
                GeoPackageStore::create(path(), smallInfo());
            QVERIFY(store);
        }
        QVERIFY(QDir(mFolder->path()).isEmpty());
    }
    void neverReplacesAFile()
    {
        write(path(), "a letter");
        const Result<std::unique_ptr<GeoPackageStore>> store =
            GeoPackageStore::create(path(), smallInfo());
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Conflict);
        QCOMPARE(bytesOf(path()), QCryptographicHash::hash("a letter", QCryptographicHash::Sha256));
    }
    void refusesANewerStore()
    {
        const QString file = makeStore();
        QVERIFY(execute(file,
                        u"INSERT INTO gridward_schema (version, name, applied_at) "
                        "VALUES (99, 'later', '2030-01-01T00:00:00.000Z')"_s));
        const QByteArray before = bytesOf(file);
        const Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(file);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Unsupported);
        QVERIFY(store.error().message.contains(u"99"_s));
        QCOMPARE(bytesOf(file), before);
    }
    void copiesAndMigratesAnOlderStore()
    {
        const QString file = makeStore();
        QList<Migration> migrations = geoPackageMigrations();
        const int old = migrations.last().version;
        migrations.append({old + 1, u"later"_s, u"ALTER TABLE grids ADD COLUMN colour TEXT;\n"_s});
        {
            const Result<std::unique_ptr<GeoPackageStore>> store =
                GeoPackageStore::open(file, migrations);
            QVERIFY2(store, store ? "" : qPrintable(store.error().message));
            QCOMPARE(store.value()->grids().value().size(), 4);
            QVERIFY(store.value()->connection().execute(u"UPDATE grids SET colour = 'red'"_s));
        }
        const QStringList copies =
            QDir(mFolder->path()).entryList({u"s-schema%1-*.gpkg"_s.arg(old)});
        QCOMPARE(copies.size(), 1);
        const Result<std::unique_ptr<GeoPackageStore>> copy =
            GeoPackageStore::open(path(copies.first()));
        QVERIFY(copy);
        QCOMPARE(copy.value()->cases().list({}).value().size(), 20);
        // The migrated one is newer than this program now.
        QCOMPARE(GeoPackageStore::open(file).error().code, ErrorCode::Unsupported);
    }
    void aMigrationThatFailsChangesNothing()
    {
        const QString file = makeStore();
        QList<Migration> migrations = geoPackageMigrations();
        migrations.append({migrations.last().version + 1,
                           u"broken"_s,
                           u"ALTER TABLE grids ADD COLUMN colour TEXT;\nDROP TABLE nothing;\n"_s});
        QVERIFY(!GeoPackageStore::open(file, migrations));
        QVERIFY(!execute(file, u"SELECT colour FROM grids"_s));
        QVERIFY(GeoPackageStore::open(file));
    }
    void refusesWhatIsNoStore_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("letter") << QByteArray("no database at all, just words in a file ....");
        QTest::newRow("header only") << QByteArray("SQLite format 3\0 and then nothing", 34);
    }
    void refusesWhatIsNoStore()
    {
        QFETCH(QByteArray, bytes);
        write(path(), bytes);
        const Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(path());
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Unreadable);
        QVERIFY(!GeoPackageStore::isStore(path()).value());
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
    }
    void refusesAForeignGeoPackage()
    {
        QVERIFY(execute(path(), u"PRAGMA application_id = 1196444487"_s));
        QVERIFY(execute(path(), u"CREATE TABLE gpkg_contents (table_name TEXT)"_s));
        const Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(path());
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Unreadable);
        QCOMPARE(GeoPackageStore::open(path(u"absent.gpkg"_s)).error().code, ErrorCode::NotFound);
        QVERIFY(!QFile::exists(path(u"absent.gpkg"_s)));
    }
    void whatCannotBeLookedIntoIsNotTakenForAnotherFile()
    {
        const QString file = makeStore();
        // The log of the store cannot be opened; nor can the store, then.
        QVERIFY(QDir().mkdir(file + u"-wal"_s));
        const Result<bool> isStore = GeoPackageStore::isStore(file);
        QVERIFY(!isStore);
        QCOMPARE(isStore.error().code, ErrorCode::Unreachable);
        QVERIFY(isStore.error().message.contains(file));
        QVERIFY(QDir().rmdir(file + u"-wal"_s));
        QVERIFY(GeoPackageStore::isStore(file).value());
        QVERIFY(!GeoPackageStore::isStore(path(u"absent.gpkg"_s)).value());
        QVERIFY(!GeoPackageStore::isStore(mFolder->path()).value());
        QVERIFY(QFile::setPermissions(file, QFile::Permissions()));
        if (!QFileInfo(file).isReadable()) { // root may read everything
            QCOMPARE(GeoPackageStore::isStore(file).error().code, ErrorCode::Unreadable);
        }
    }
    void aSnapshotIsOfOneMoment()
    {
        const QString file = makeStore();
        const Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(file);
        const Result<std::unique_ptr<GeoPackageStore>> other = GeoPackageStore::open(file);
        QVERIFY(store && other);
        const auto count = [&] { return store.value()->cases().list({}).value().size(); };
        const qint64 commits = store.value()->connection().commits();
        QVERIFY(store.value()->snapshot([&]() -> Result<void> {
            const qsizetype before = count();
            bool same = before == 20 && addCases(*other.value(), 5, 1000) && count() == before;
            // Somebody who wrote in here would lose it.
            const Result<void> written = store.value()->write(smallOrganisations());
            same = same && !written && written.error().code == ErrorCode::Internal;
            return same ? Result<void>() : Result<void>(Error{});
        }));
        QCOMPARE(count(), 25);
        QCOMPARE(store.value()->connection().commits(), commits);
        QVERIFY(store.value()->write(smallOrganisations()));
        const Result<void> failed = store.value()->snapshot([] {
            return Error{ErrorCode::Cancelled, {}, {}};
        });
        QCOMPARE(failed.error().code, ErrorCode::Cancelled);
        QVERIFY(store.value()->transaction(
            [&] { return store.value()->snapshot([] { return Result<void>(); }); }));
    }
    void noticesDamage()
    {
        const QString file = makeStore();
        QFile content(file);
        QVERIFY(content.resize(content.size() / 2));
        const Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(file);
        if (store) { // what is left may be enough to open it, but not to pass the check
            const Result<QStringList> findings = store.value()->integrityFindings();
            QVERIFY(!findings || !findings.value().isEmpty());
        } else {
            QCOMPARE(store.error().code, ErrorCode::Unreadable);
        }
    }
    void aFullDiskKeepsWhatWasThere()
    {
        const QString file = makeStore();
        const Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(file);
        QVERIFY(store);
        // No page more than there is: what SQLite then says is what it says of a full disk.
        const int pages =
            store.value()->connection().scalar(u"PRAGMA page_count"_s).value().toInt();
        QVERIFY(store.value()->connection().scalar(u"PRAGMA max_page_count=%1"_s.arg(pages)));
        Result<void> failed;
        CaseStep step = reportStep(testStart());
        step.note = QString(20'000, u'x');
        for (quint64 i = 0; i < 100 && failed; ++i) {
            const Result<Case> added =
                store.value()->cases().add(CaseId::make(testStart(), 1, i), step);
            failed = added ? Result<void>() : Result<void>(added.error());
        }
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::DiskFull);
        QVERIFY(store.value()->integrityFindings().value().isEmpty());
        const Result<std::unique_ptr<GeoPackageStore>> again = GeoPackageStore::open(file);
        QVERIFY(again);
        QVERIFY(again.value()->cases().add(CaseId::make(testStart(), 2, 0), step));
    }
    void answersArriveWhereTheyWereAskedFor()
    {
        // However late then() is: an answer never arrives while it is being attached.
        const QString file = makeStore();
        StoreThread thread;
        (void)thread.open([file] { return openStore(file); });
        std::atomic_bool isDone = false;
        auto answer = thread.run<bool>([&isDone](Store &) {
            isDone = true;
            return Result<bool>(true);
        });
        while (!isDone) {
            QThread::yieldCurrentThread();
        }
        QThread::msleep(50); // by now it was given
        QVERIFY(!answer.isFinished());
        int arrived = 0;
        answer.then(this, [&arrived](const Result<bool> &) { ++arrived; });
        QTRY_COMPARE(arrived, 1);
        QTest::qWait(50);
        QCOMPARE(arrived, 1);
        auto late = onPool<int>([] { return 7; });
        QThread::msleep(50);
        QVERIFY(!late.isFinished());
        QTRY_VERIFY(late.isFinished());
        QCOMPARE(late.result(), 7);
    }
    void tellsWhatAnotherProgramWrote()
    {
        const QString file = makeStore();
        StoreThread thread;
        QSignalSpy cases(&thread, &StoreThread::casesChanged);
        QSignalSpy tables(&thread, &StoreThread::tablesChanged);
        auto opened = thread.open([file] { return openStore(file); });
        QTRY_VERIFY(opened.isFinished());
        QVERIFY(opened.result());
        const Result<std::unique_ptr<GeoPackageStore>> other = GeoPackageStore::open(file);
        QVERIFY(other);
        const CaseId id = CaseId::make(testStart(), 1, 77);
        QVERIFY(other.value()->cases().add(id, reportStep(testStart())));
        QTRY_COMPARE(cases.count(), 1);
        const auto changes = cases.first().first().value<QList<CaseChange>>();
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().id, id);
        QVERIFY(other.value()->write(smallOrganisations()));
        QTRY_COMPARE(tables.count(), 1);
        QCOMPARE(tables.first().first().toStringList(), QStringList{u"organisations"_s});
        QSignalSpy many(&thread, &StoreThread::manyCasesChanged);
        // Our own writing is told too, and more than a screenful at once as one.
        auto own = thread.run<bool>(
            [](Store &store) { return Result<bool>(addCases(store, 2500, 1000)); });
        QTRY_VERIFY(own.isFinished());
        QVERIFY(own.result().value());
        QTRY_COMPARE(many.count(), 1);
        QCOMPARE(cases.count(), 1);
    }
    void goesOnWhenTheStoreCanBeReadAgain()
    {
        const auto broken = std::make_shared<std::atomic<bool>>(false);
        StoreThread thread;
        QSignalSpy failed(&thread, &StoreThread::failed);
        QSignalSpy recovered(&thread, &StoreThread::recovered);
        QSignalSpy cases(&thread, &StoreThread::casesChanged);
        auto opened = thread.open([broken]() -> Result<std::unique_ptr<Store>> {
            auto store = std::make_unique<MemoryStore>();
            store->failWhile(broken);
            return std::unique_ptr<Store>(std::move(store));
        });
        QTRY_VERIFY(opened.isFinished());
        QVERIFY(opened.result());
        thread.setPace(1);
        *broken = true;
        QTRY_COMPARE(failed.count(), 1);
        const CaseId id = CaseId::make(testStart(), 1, 78);
        auto added = thread.run<Case>(
            [id](Store &store) { return store.cases().add(id, reportStep(testStart())); });
        QTRY_VERIFY(added.isFinished());
        QCOMPARE(cases.count(), 0);
        *broken = false;
        QTRY_COMPARE(recovered.count(), 1);
        QTRY_COMPARE(cases.count(), 1);
        QCOMPARE(failed.count(), 1); // told once, however often it was tried
    }
    void programsTellEachOther()
    {
        const QString file = makeStore();
        QStringList expected;
        QStringList toldHere;
        QStringList toldThere;
        StoreThread thread;
        connect(&thread,
                &StoreThread::casesChanged,
                this,
                [&](const QList<gridward::CaseChange> &changes) {
                    for (const CaseChange &change : changes) {
                        toldHere.append(change.id.toText());
                    }
                });
        auto opened = thread.open([file] { return openStore(file); });
        QTRY_VERIFY(opened.isFinished());
        QVERIFY(opened.result());
        QProcess peer;
        bool peerLooks = false;
        connect(&peer, &QProcess::readyReadStandardOutput, this, [&] {
            while (peer.canReadLine()) {
                const QStringList words =
                    QString::fromLatin1(peer.readLine()).trimmed().split(u' ');
                peerLooks = peerLooks || words.first() == "open"_L1;
                if (words.first() == "written"_L1) {
                    expected.append(words.at(1));
                } else if (words.first() == "told"_L1) {
                    toldThere.append(words.at(1));
                }
            }
        });
        peer.start(QCoreApplication::applicationDirPath() + u"/storepeer"_s, {file});
        QTRY_VERIFY_WITH_TIMEOUT(peerLooks, 20000);
        // Both write at the same time, and both hear of everything exactly once.
        constexpr int kEach = 20;
        for (quint64 i = 0; i < kEach; ++i) {
            peer.write("\n");
            const CaseId id = CaseId::make(testStart(), 9, i);
            expected.append(id.toText());
            auto added = thread.run<Case>(
                [id](Store &store) { return store.cases().add(id, reportStep(testStart())); });
            QTRY_VERIFY_WITH_TIMEOUT(added.isFinished(), 20000);
            QVERIFY(added.result());
        }
        QTRY_COMPARE_WITH_TIMEOUT(expected.size(), 2 * kEach, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(toldHere.size() >= 2 * kEach, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(toldThere.size() >= 2 * kEach, 20000);
        peer.closeWriteChannel();
        QVERIFY(peer.waitForFinished());
        QCOMPARE(peer.exitCode(), 0);
        for (QStringList *list : {&expected, &toldHere, &toldThere}) {
            list->sort();
        }
        QCOMPARE(toldHere, expected);
        QCOMPARE(toldThere, expected);
    }
    void lookingAsksNothingButWhetherSomebodyWrote()
    {
        const QString file = makeStore();
        static std::atomic_int looks = 0;
        static std::atomic_int others = 0;
        const auto count = [](unsigned, void *, void *, void *text) {
            ++(qstrcmp(static_cast<const char *>(text), "PRAGMA data_version") == 0 ? looks
                                                                                    : others);
            return 0;
        };
        StoreThread thread;
        auto opened = thread.open([file] { return openStore(file); });
        QTRY_VERIFY(opened.isFinished());
        QVERIFY(opened.result());
        auto traced = thread.run<bool>([count](Store &store) {
            auto &own = static_cast<GeoPackageStore &>(store);
            auto *database = static_cast<sqlite3 *>(own.connection().handle());
            return Result<bool>(sqlite3_trace_v2(database, SQLITE_TRACE_STMT, count, nullptr) ==
                                SQLITE_OK);
        });
        thread.setPace(1);
        QTRY_VERIFY(traced.isFinished());
        QVERIFY(traced.result().value());
        QTRY_VERIFY(looks >= 50);
        QCOMPARE(others.load(), 0);
    }
    void staysOpenForOthersAfterItsFilesWereLookedInto()
    {
        const QString file = makeStore();
        const std::unique_ptr<GeoPackageStore> store = GeoPackageStore::open(file).value();
        const auto add = [&](quint64 number) {
            return store->cases()
                .add(CaseId::make(testStart(), 7, number), reportStep(testStart()))
                .isOk();
        };
        const qsizetype before = store->cases().list({}).value().size();
        QVERIFY(add(1));
        // A file dialog does this to every file of a folder, and POSIX then drops SQLite's locks.
        const QStringList parts{file, file + u"-shm"_s, file + u"-wal"_s};
        for (const QString &part : parts) {
            QFile looked(part);
            QVERIFY2(looked.open(QIODevice::ReadOnly), qPrintable(part));
            QVERIFY(!looked.read(16).isEmpty());
        }
        // Another program comes and goes: it must not think that it is the last one.
        QProcess peer;
        peer.start(QCoreApplication::applicationDirPath() + u"/storepeer"_s, {file});
        peer.write("\n");
        peer.closeWriteChannel();
        QVERIFY(peer.waitForFinished());
        QCOMPARE(peer.exitCode(), 0);
        QVERIFY2(QFile::exists(file + u"-wal"_s), "the journal was taken away");
        QVERIFY(add(2));
        // What is on the disk now is what a crash would leave.
        QVERIFY(QDir(mFolder->path()).mkdir(u"left"_s));
        const QString left = mFolder->filePath(u"left/store.gpkg"_s);
        QVERIFY(QFile::copy(file, left));
        QVERIFY(QFile::copy(file + u"-wal"_s, left + u"-wal"_s));
        const std::unique_ptr<GeoPackageStore> again = GeoPackageStore::open(left).value();
        QVERIFY(again->integrityFindings().value().isEmpty());
        QCOMPARE(again->cases().list({}).value().size(), before + 3);
    }
    void killingTheWriterLosesNothing()
    {
        const QString file = makeStore();
        QHash<QString, int> acknowledged;
        for (int round = 0; round < 50; ++round) {
            QProcess writer;
            writer.start(QCoreApplication::applicationDirPath() + u"/storewriter"_s, {file});
            QVERIFY(writer.waitForStarted());
            QVERIFY(writer.waitForReadyRead());
            // Anywhere between the first acknowledgement and some dozens later.
            writer.waitForFinished(QRandomGenerator::global()->bounded(1, 40));
            writer.kill();
            writer.waitForFinished();
            const QByteArray error = writer.readAllStandardError();
            QVERIFY2(error.isEmpty(), error.constData());
            const QByteArrayList lines = writer.readAllStandardOutput().split('\n');
            for (const QByteArray &line : lines.first(lines.size() - 1)) {
                const QByteArrayList parts = line.split(' ');
                acknowledged.insert(QString::fromLatin1(parts.at(0)), parts.at(1).toInt());
            }
        }
        QVERIFY(acknowledged.size() >= 50);
        const Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(file);
        QVERIFY(store);
        QVERIFY(store.value()->integrityFindings().value().isEmpty());
        for (auto entry = acknowledged.cbegin(); entry != acknowledged.cend(); ++entry) {
            const CaseId id = *CaseId::fromText(entry.key());
            const QList<CaseEvent> events = store.value()->cases().events(id).value();
            QVERIFY2(events.size() >= entry.value(), qPrintable(entry.key()));
            QCOMPARE(replay(id, events).value(), store.value()->cases().find(id).value());
        }
    }
};

static const TestRegistration<TestGeoPackageFile> registration;

} // namespace gridward

#include "test_geopackagefile.moc"
