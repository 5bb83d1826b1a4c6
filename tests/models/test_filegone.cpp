// SPDX-License-Identifier: GPL-3.0-or-later
// A seat whose file is moved away, deleted, replaced or cut short while it is open: SQLite would go
// on with what was. It says so at its next look, answers nothing from remains, and goes on by
// itself.
#include "models/store/accessstore.h"
#include "models/store/geopackagestore.h"
#include "models/store/storethread.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kLongest = 60'000; ///< milliseconds; a loaded machine is no error

} // namespace

class TestFileGone : public QObject
{
    Q_OBJECT
private:
    static constexpr int kCases = 20;

    std::unique_ptr<QTemporaryDir> mFolder;
    std::unique_ptr<StoreThread> mSeat;
    std::unique_ptr<QSignalSpy> mFailed;
    std::unique_ptr<QSignalSpy> mRecovered;
    QString mFile;

    [[nodiscard]] QString path(const QString &name) const { return mFolder->filePath(name); }
    [[nodiscard]] QString make(const QString &name, const StoreInfo &info = smallInfo()) const
    {
        Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::create(path(name), info);
        const bool made = store && fillSmallDistrict(*store.value()) &&
                          addCases(*store.value(), kCases) && store.value()->publish();
        return made ? path(name) : QString();
    }
    [[nodiscard]] static bool add(const QString &file, int first)
    {
        const Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(file);
        return store && addCases(*store.value(), 1, first);
    }
    [[nodiscard]] static qsizetype casesIn(const QString &file)
    {
        const Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(file);
        return store && store.value()->integrityFindings().value().isEmpty()
                   ? countOf(*store.value()).value_or(-1)
                   : -1;
    }
    [[nodiscard]] static std::optional<qsizetype> countOf(Store &store)
    {
        qsizetype count = 0;
        const auto one = [&count](const Case &, const QList<CaseEvent> &) {
            ++count;
            return true;
        };
        return store.cases().visitAll(one) ? std::optional(count) : std::nullopt;
    }
    /** How many cases the seat sees, or why it sees none. */
    [[nodiscard]] Result<qsizetype> seen() const
    {
        auto asked = mSeat->run<qsizetype>([](Store &store) -> Result<qsizetype> {
            const std::optional<qsizetype> count = countOf(store);
            return count ? Result<qsizetype>(*count)
                         : Result<qsizetype>(Error{ErrorCode::Internal, u"unreadable"_s, {}});
        });
        return QTest::qWaitFor([&] { return asked.isFinished(); }, kLongest)
                   ? asked.result()
                   : Result<qsizetype>(Error{ErrorCode::Internal, u"no answer"_s, {}});
    }
    [[nodiscard]] std::shared_ptr<const AccessRules> rulesSeen() const
    {
        using Rules = std::shared_ptr<const AccessRules>;
        auto asked =
            mSeat->run<Rules>([](Store &store) -> Result<Rules> { return store.access().rules(); });
        return QTest::qWaitFor([&] { return asked.isFinished(); }, kLongest) && asked.result()
                   ? asked.result().value()
                   : nullptr;
    }
    [[nodiscard]] QString copyOf(const QString &name) const
    {
        const Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(mFile);
        const bool made =
            store && store.value()->connection().execute(u"VACUUM INTO '%1'"_s.arg(path(name)));
        return made ? path(name) : QString();
    }
    [[nodiscard]] static bool move(const QString &from, const QString &to)
    {
        return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) ==
               0;
    }
    [[nodiscard]] ErrorCode failure() const
    {
        return mFailed->isEmpty() ? ErrorCode::Internal
                                  : mFailed->last().first().value<Error>().code;
    }
    [[nodiscard]] bool isToldOf(ErrorCode code) const
    {
        return QTest::qWaitFor([&] { return failure() == code; }, kLongest);
    }
    [[nodiscard]] bool isBack(int times = 1) const
    {
        return QTest::qWaitFor([&] { return mRecovered->count() >= times; }, kLongest);
    }
    [[nodiscard]] QStringList journalsAside() const
    {
        return QDir(mFolder->path()).entryList({u"*-wal-before-*"_s});
    }

private slots:
    void init()
    {
        mFolder = std::make_unique<QTemporaryDir>();
        mFile = make(u"s.gpkg"_s);
        QVERIFY(!mFile.isEmpty());
        mSeat = std::make_unique<StoreThread>();
        mFailed = std::make_unique<QSignalSpy>(mSeat.get(), &StoreThread::failed);
        mRecovered = std::make_unique<QSignalSpy>(mSeat.get(), &StoreThread::recovered);
        auto opened = mSeat->open([file = mFile]() -> Result<std::unique_ptr<Store>> {
            Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(file);
            return store ? Result<std::unique_ptr<Store>>(std::move(store).value())
                         : Result<std::unique_ptr<Store>>(store.error());
        });
        QVERIFY(QTest::qWaitFor([&] { return opened.isFinished(); }, kLongest));
        QVERIFY(opened.result());
        QCOMPARE(seen().value(), kCases);
    }
    void cleanup()
    {
        mFailed.reset();
        mRecovered.reset();
        mSeat.reset();
    }

    void movedAwayAndBack()
    {
        QVERIFY(add(mFile, kCases)); // in the journal, which stays
        const qint64 looks = mSeat->looks();
        QVERIFY(move(mFile, path(u"away.gpkg"_s)));
        QVERIFY(isToldOf(ErrorCode::Unreachable));
        // The look that was under way, and the one behind it; it was told by neither of them late.
        QVERIFY2(mSeat->looks() - looks <= 3, qPrintable(QString::number(mSeat->looks() - looks)));
        const Result<qsizetype> asked = seen();
        QVERIFY(!asked);
        QCOMPARE(asked.error().code, ErrorCode::Unreachable);
        QVERIFY(asked.error().message.contains(mFile));
        QVERIFY(move(path(u"away.gpkg"_s), mFile));
        QVERIFY(isBack());
        QCOMPARE(seen().value(), kCases + 1);
        QSignalSpy told(mSeat.get(), &StoreThread::casesChanged);
        QVERIFY(add(mFile, kCases + 1));
        QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, kLongest);
        QCOMPARE(mFailed->count(), 1);
        QVERIFY(journalsAside().isEmpty());
    }
    void nothingIsAnsweredFromRemains()
    {
        // Asked at once, before it has looked again.
        QVERIFY(QFile::remove(mFile));
        const Result<qsizetype> asked = seen();
        QVERIFY(!asked);
        QCOMPARE(asked.error().code, ErrorCode::Unreachable);
    }
    void replacedByANewerCopy()
    {
        const QString copy = copyOf(u"copy.gpkg"_s);
        QVERIFY(add(copy, kCases) && add(copy, kCases + 1));
        QVERIFY(add(mFile, 50)); // in the journal beside it, which is not that of the copy
        QTRY_COMPARE_WITH_TIMEOUT(seen().value(), kCases + 1, kLongest);
        QVERIFY(move(mFile, path(u"old.gpkg"_s)));
        QVERIFY(isToldOf(ErrorCode::Unreachable));
        QVERIFY(move(copy, mFile));
        QVERIFY(isBack());
        QCOMPARE(seen().value(), kCases + 2);
        QVERIFY(add(mFile, 60)); // others and this one are in the same file
        QTRY_COMPARE_WITH_TIMEOUT(seen().value(), kCases + 3, kLongest);
        cleanup();
        QCOMPARE(casesIn(mFile), kCases + 3);
        // Whoever moved the old one has all of it.
        QCOMPARE(casesIn(path(u"old.gpkg"_s)), kCases + 1);
        QVERIFY(journalsAside().isEmpty());
    }
    void replacedByAnOlderCopyAtOnce()
    {
        const QString copy = copyOf(u"copy.gpkg"_s);
        QVERIFY(add(mFile, 50) && add(mFile, 51));
        QTRY_COMPARE_WITH_TIMEOUT(seen().value(), kCases + 2, kLongest);
        const std::shared_ptr<const AccessRules> rules = rulesSeen();
        QVERIFY(rules != nullptr && rulesSeen() == rules);
        QSignalSpy told(mSeat.get(), &StoreThread::casesChanged);
        QVERIFY(move(copy, mFile));
        QTRY_COMPARE_WITH_TIMEOUT(seen().value(), kCases, kLongest);
        QVERIFY(rulesSeen() !=
                rules); // those kept are of another file, however often that was written
        // What is written from now on is told, though the log ended sooner than the one before.
        QVERIFY(add(mFile, 60));
        QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, kLongest);
        cleanup();
        QCOMPARE(casesIn(mFile), kCases + 1);
    }
    void deletedAndRestored()
    {
        const QString copy = copyOf(u"copy.gpkg"_s);
        QVERIFY(QFile::remove(mFile) && QFile::remove(mFile + u"-wal"_s) &&
                QFile::remove(mFile + u"-shm"_s));
        QVERIFY(isToldOf(ErrorCode::Unreachable));
        QVERIFY(move(copy, mFile));
        QVERIFY(isBack());
        QCOMPARE(seen().value(), kCases);
        QVERIFY(add(mFile, 50));
        cleanup();
        QCOMPARE(casesIn(mFile), kCases + 1);
    }
    void cutShort()
    {
        const QString copy = copyOf(u"copy.gpkg"_s);
        QVERIFY(QFile::resize(mFile, 0));
        QVERIFY(isToldOf(ErrorCode::Unreadable));
        QVERIFY(!seen());
        QVERIFY(move(copy, mFile));
        QVERIFY(isBack());
        QCOMPARE(seen().value(), kCases);
    }
    void shrunkBySqliteItself()
    {
        {
            const Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(mFile);
            SqlConnection &connection = store.value()->connection();
            QVERIFY(connection.execute(
                u"CREATE TABLE large AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                "FROM n WHERE i < 3000) SELECT i, randomblob(3000) AS b FROM n"_s));
            QVERIFY(connection.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
            const qint64 large = QFileInfo(mFile).size();
            QTest::qWait(400); // it has looked
            QVERIFY(connection.execute(u"DROP TABLE large"_s));
            QVERIFY(connection.execute(u"VACUUM"_s));
            QVERIFY(connection.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
            QVERIFY(QFileInfo(mFile).size() < large / 2);
        }
        const qint64 looks = mSeat->looks();
        QTRY_VERIFY_WITH_TIMEOUT(mSeat->looks() > looks + 3, kLongest);
        QCOMPARE(mFailed->count(), 0);
        QCOMPARE(seen().value(), kCases);
    }
    void anotherDistrictInItsPlace()
    {
        StoreInfo other = smallInfo();
        other.name = u"别的城区"_s;
        other.created = other.created + std::chrono::hours(1);
        const QString foreign = make(u"foreign.gpkg"_s, other);
        QVERIFY(add(foreign, kCases));
        QVERIFY(move(mFile, path(u"away.gpkg"_s)));
        QVERIFY(move(foreign, mFile));
        QVERIFY(isToldOf(ErrorCode::Conflict));
        QVERIFY(mFailed->last().first().value<Error>().message.contains(other.name));
        const Result<qsizetype> asked = seen();
        QVERIFY(!asked);
        QCOMPARE(asked.error().code, ErrorCode::Conflict);
        QCOMPARE(mRecovered->count(), 0);
        QVERIFY(move(mFile, foreign));
        QVERIFY(move(path(u"away.gpkg"_s), mFile));
        QVERIFY(isBack());
        QCOMPARE(seen().value(), kCases);
        QCOMPARE(casesIn(foreign), kCases + 1); // nothing was done to it
    }
    void somethingElseInItsPlace()
    {
        QVERIFY(move(mFile, path(u"away.gpkg"_s)));
        QFile text(mFile);
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no store at all, but text") > 0);
        text.close();
        QVERIFY(isToldOf(ErrorCode::Unreadable));
        QVERIFY(!seen());
        QVERIFY(QFile::remove(mFile) && move(path(u"away.gpkg"_s), mFile));
        QVERIFY(isBack());
        QCOMPARE(seen().value(), kCases);
    }
    void lockedForLong()
    {
        // Who writes keeps nobody from reading …
        {
            const Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(mFile);
            SqlConnection &connection = store.value()->connection();
            QVERIFY(connection.execute(u"BEGIN EXCLUSIVE"_s));
            QTest::qWait(2000);
            QVERIFY(connection.execute(u"ROLLBACK"_s));
        }
        QCOMPARE(mFailed->count(), 0);
        // … but these bytes do: SQLite's locks of readers (os_unix.c).
        const int index =
            ::open(QFile::encodeName(mFile + u"-shm"_s).constData(), O_RDWR | O_CLOEXEC);
        struct flock bytes = {};
        bytes.l_type = F_WRLCK;
        bytes.l_whence = SEEK_SET;
        bytes.l_start = 120;
        bytes.l_len = 8;
        QVERIFY(QTest::qWaitFor([&] { return fcntl(index, F_OFD_SETLK, &bytes) == 0; }, kLongest));
        QVERIFY(isToldOf(ErrorCode::Unreachable));
        bytes.l_type = F_UNLCK;
        QCOMPARE(fcntl(index, F_OFD_SETLK, &bytes), 0);
        QVERIFY(isBack());
        QCOMPARE(mFailed->count(), 1);
        QCOMPARE(seen().value(), kCases);
        cleanup();
        ::close(index);
    }
    void triesEachSecondAtLeast()
    {
        QVERIFY(move(mFile, path(u"away.gpkg"_s)));
        QVERIFY(isToldOf(ErrorCode::Unreachable));
        const qint64 looks = mSeat->looks();
        QElapsedTimer time;
        time.start();
        QTRY_VERIFY_WITH_TIMEOUT(mSeat->looks() >= looks + 4, kLongest);
        qInfo("four tries took %lld ms", static_cast<long long>(time.elapsed()));
        QCOMPARE(mFailed->count(), 1); // told once
    }
};

static const TestRegistration<TestFileGone> registration;

} // namespace gridward

#include "test_filegone.moc"
