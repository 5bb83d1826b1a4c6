// SPDX-License-Identifier: GPL-3.0-or-later
// A seat whose server is gone: it says so, answers at once, stays as it is, and goes on by itself.
#include "models/store/sqlstore.h"
#include "models/store/storethread.h"
#include "tests/support/silentrelay.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <csignal>
#include <map>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kLongest = 60'000;      ///< milliseconds; a loaded machine is no error
constexpr quint64 kMuchToTell = 2000; ///< events; who missed more reads all cases again

/** A case → its newest version. */
using Versions = std::map<QString, int>;

Result<Versions> versionsIn(Store &store)
{
    Versions versions;
    const Result<void> read =
        store.cases().visitAll([&](const Case &subject, const QList<CaseEvent> &events) {
            versions[subject.id.toText()] = static_cast<int>(events.size());
            return true;
        });
    return read ? Result<Versions>(std::move(versions)) : Result<Versions>(read.error());
}

/** A seat without windows: what it was told, and how it stands. */
class Seat : public QObject
{
public:
    explicit Seat(const QString &name)
        : mFailed(&mThread, &StoreThread::failed)
        , mRecovered(&mThread, &StoreThread::recovered)
        , mMany(&mThread, &StoreThread::manyCasesChanged)
    {
        connect(&mThread,
                &StoreThread::casesChanged,
                this,
                [this](const QList<gridward::CaseChange> &changes) {
                    for (const CaseChange &change : changes) {
                        const QString id = change.id.toText();
                        const auto read = mRead.find(id);
                        if (read == mRead.end() || change.version > read->second) {
                            mIsInOrder = mIsInOrder && ++mTold[id] == change.version;
                        }
                    }
                });
        // Whoever missed too much is told to read it all again, as the windows do.
        connect(&mThread, &StoreThread::manyCasesChanged, this, [this] {
            mThread.run<Versions>(&versionsIn).then(this, [this](const Result<Versions> &read) {
                mRead = read ? read.value() : Versions();
                for (const auto &[id, version] : mRead) {
                    mTold[id] = std::max(mTold[id], version);
                }
            });
        });
        connect(&mThread, &StoreThread::failed, this, [this] { mIsCutOff = true; });
        connect(&mThread, &StoreThread::recovered, this, [this] { mIsCutOff = false; });
        auto opened = mThread.open([name] { return openStore(name); });
        mIsOpen = waitFor([&] { return opened.isFinished(); }) && opened.result().isOk();
    }

    [[nodiscard]] static bool waitFor(const std::function<bool()> &condition)
    {
        return QTest::qWaitFor(condition, kLongest);
    }
    [[nodiscard]] bool isOpen() const { return mIsOpen; }
    [[nodiscard]] bool isInOrder() const { return mIsInOrder; }
    [[nodiscard]] const Versions &told() const { return mTold; }
    [[nodiscard]] int failures() const { return static_cast<int>(mFailed.count()); }
    [[nodiscard]] ErrorCode lastFailure() const
    {
        return mFailed.isEmpty() ? ErrorCode::Internal : mFailed.last().first().value<Error>().code;
    }
    [[nodiscard]] int recoveries() const { return static_cast<int>(mRecovered.count()); }
    [[nodiscard]] int reloads() const { return static_cast<int>(mMany.count()); }
    [[nodiscard]] bool isCutOff() const { return mIsCutOff; }

    [[nodiscard]] QFuture<Result<Case>> adds(quint64 number)
    {
        const CaseId id = CaseId::make(testStart(), 0, number);
        return mThread.run<Case>(
            [id](Store &store) { return store.cases().add(id, reportStep(testStart())); });
    }
    [[nodiscard]] bool hasAdded(quint64 number)
    {
        auto added = adds(number);
        return waitFor([&] { return added.isFinished(); }) && added.result().isOk();
    }
    template <typename T>
    [[nodiscard]] QFuture<Result<T>> begin(std::function<Result<T>(Store &)> question)
    {
        return mThread.run<T>(std::move(question));
    }
    template <typename T>
    [[nodiscard]] Result<T> ask(std::function<Result<T>(Store &)> question)
    {
        auto answer = begin<T>(std::move(question));
        return waitFor([&] { return answer.isFinished(); })
                   ? answer.result()
                   : Result<T>(Error{ErrorCode::Internal, u"no answer at all"_s, {}});
    }

private:
    StoreThread mThread;
    QSignalSpy mFailed;
    QSignalSpy mRecovered;
    QSignalSpy mMany;
    Versions mTold;
    Versions mRead; ///< as it was told to read all, last
    bool mIsInOrder = true;
    bool mIsOpen = false;
    bool mIsCutOff = false;
};

} // namespace

class TestCutOff : public QObject
{
    Q_OBJECT
private:
    StoreMaker mMaker;
    PrivateServer *mServer = nullptr;
    QString mName;

    /** What another program does to the store, which reaches the server whatever the seat does. */
    [[nodiscard]] bool othersAdd(quint64 number) const
    {
        const Result<std::unique_ptr<Store>> store = openStore(mName);
        return store && store.value()
                            ->cases()
                            .add(CaseId::make(testStart(), 0, number), reportStep(testStart()))
                            .isOk();
    }
    [[nodiscard]] QString throughRelay(const SilentRelay &relay) const
    {
        QString far = mName;
        return far.replace(u"host="_s + mServer->folder(),
                           u"host=127.0.0.1&sslmode=disable&port=%1"_s.arg(relay.port()));
    }
    static QString textOf(quint64 number) { return CaseId::make(testStart(), 0, number).toText(); }
    [[nodiscard]] bool isBack() const
    {
        return Seat::waitFor([this] { return openStore(mName).isOk(); });
    }

private slots:
    void initTestCase()
    {
        mServer = PrivateServer::instance();
        QVERIFY(mServer != nullptr);
    }
    void init()
    {
        mName = mMaker.make(u"server"_s);
        const Result<std::unique_ptr<Store>> store = openStore(mName);
        QVERIFY(store && fillSmallDistrict(*store.value()));
        QVERIFY(othersAdd(0));
    }
    void cleanup() { mServer->signal(SIGCONT); }

    void aServerThatStandsStill()
    {
        Seat seat(mName);
        QVERIFY(seat.isOpen() && seat.hasAdded(1));
        QTRY_COMPARE(seat.told().size(), std::size_t{1});
        mServer->signal(SIGSTOP);
        // It is told before anybody asked for anything; and who asks is answered.
        QTRY_COMPARE_WITH_TIMEOUT(seat.failures(), 1, kLongest);
        const Result<Case> asked = seat.ask<Case>(
            [](Store &store) { return store.cases().find(CaseId::make(testStart(), 0, 1)); });
        QVERIFY(!asked);
        QCOMPARE(asked.error().code, ErrorCode::Unreachable);
        mServer->signal(SIGCONT);
        QTRY_COMPARE_WITH_TIMEOUT(seat.recoveries(), 1, kLongest);
        QVERIFY(othersAdd(2));
        QVERIFY(seat.hasAdded(3));
        QTRY_COMPARE_WITH_TIMEOUT(seat.told().size(), std::size_t{3}, kLongest);
        QVERIFY(seat.isInOrder());
        QCOMPARE(seat.failures(), 1);
        QCOMPARE(seat.reloads(), 0);
    }
    void aSeatThatAsksAllTheTime()
    {
        // Whoever tried to connect again instead of saying so would wait for five minutes.
        Seat seat(mName + u"&connect_timeout=300"_s);
        QVERIFY(seat.isOpen() && seat.hasAdded(1));
        QTimer asking;
        connect(&asking, &QTimer::timeout, this, [&seat] {
            (void)seat.begin<QList<Case>>([](Store &store) { return store.cases().list({}); });
        });
        asking.start(20);
        QTest::qWait(200);
        mServer->signal(SIGSTOP);
        QTRY_COMPARE_WITH_TIMEOUT(seat.failures(), 1, kLongest);
        mServer->signal(SIGCONT);
        QTRY_COMPARE_WITH_TIMEOUT(seat.recoveries(), 1, kLongest);
        asking.stop();
        QVERIFY(seat.hasAdded(2));
        QCOMPARE(seat.failures(), 1);
    }
    void aQuestionThatIsOnItsWay()
    {
        Seat seat(mName);
        QVERIFY(seat.isOpen() && seat.hasAdded(1));
        // The server stands still while the store's thread waits for it.
        mServer->signal(SIGSTOP);
        const Result<Case> added = seat.ask<Case>([](Store &store) {
            return store.cases().add(CaseId::make(testStart(), 0, 5), reportStep(testStart()));
        });
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::Unreachable);
        QTRY_COMPARE_WITH_TIMEOUT(seat.failures(), 1, kLongest);
        mServer->signal(SIGCONT);
        QTRY_COMPARE_WITH_TIMEOUT(seat.recoveries(), 1, kLongest);
        // Nobody acknowledged it; who does it again has it once.
        const Result<Case> again = seat.ask<Case>([](Store &store) {
            return store.cases().add(CaseId::make(testStart(), 0, 5), reportStep(testStart()));
        });
        QVERIFY(again || again.error().code == ErrorCode::Conflict);
        QTRY_VERIFY_WITH_TIMEOUT(seat.told().contains(textOf(5)), kLongest);
        QVERIFY(seat.isInOrder());
    }
    void aCableThatIsPulled()
    {
        SilentRelay relay(mServer->folder() + u"/.s.PGSQL.5432"_s);
        QVERIFY(relay.port() > 0);
        Seat seat(throughRelay(relay));
        QVERIFY(seat.isOpen() && seat.hasAdded(1));
        relay.cut();
        QTRY_COMPARE_WITH_TIMEOUT(seat.failures(), 1, kLongest);
        QVERIFY(othersAdd(2)); // the others go on
        const Result<Case> asked = seat.ask<Case>(
            [](Store &store) { return store.cases().find(CaseId::make(testStart(), 0, 1)); });
        QVERIFY(!asked);
        QCOMPARE(asked.error().code, ErrorCode::Unreachable);
        relay.mend();
        QTRY_COMPARE_WITH_TIMEOUT(seat.recoveries(), 1, kLongest);
        QTRY_VERIFY_WITH_TIMEOUT(seat.told().contains(textOf(2)), kLongest);
        QVERIFY(seat.hasAdded(3));
        QTRY_COMPARE_WITH_TIMEOUT(seat.told().size(), std::size_t{3}, kLongest);
        QVERIFY(seat.isInOrder());
    }
    void aCableThatIsPulledForLong()
    {
        SilentRelay relay(mServer->folder() + u"/.s.PGSQL.5432"_s);
        QVERIFY(relay.port() > 0);
        Seat seat(throughRelay(relay));
        QVERIFY(seat.isOpen() && seat.hasAdded(1));
        QTRY_COMPARE_WITH_TIMEOUT(seat.told().size(), std::size_t{1}, kLongest);
        relay.cut();
        QTRY_COMPARE_WITH_TIMEOUT(seat.failures(), 1, kLongest);
        const Result<std::unique_ptr<Store>> other = openStore(mName);
        QVERIFY(other);
        for (quint64 number = 0; number <= kMuchToTell; ++number) {
            QVERIFY(other.value()->cases().add(CaseId::make(testStart(), 0, 100 + number),
                                               reportStep(testStart())));
        }
        relay.mend();
        QTRY_COMPARE_WITH_TIMEOUT(seat.reloads(), 1, kLongest);
        QTRY_VERIFY_WITH_TIMEOUT(seat.told() == versionsIn(*other.value()).value(), kLongest);
        QVERIFY(seat.hasAdded(3));
        QTRY_VERIFY_WITH_TIMEOUT(seat.told().contains(textOf(3)), kLongest);
        QVERIFY(seat.isInOrder());
        QCOMPARE(seat.reloads(), 1);
    }
    void aConnectionThatIsClosedForItsOwnSake()
    {
        Seat seat(mName);
        QVERIFY(seat.isOpen() && seat.hasAdded(1));
        const Result<std::unique_ptr<Store>> other = openStore(mName);
        QVERIFY(other);
        auto &connection = static_cast<SqlStore &>(*other.value()).connection();
        QVERIFY(endOthers(connection));
        QVERIFY(othersAdd(2));
        QTRY_VERIFY_WITH_TIMEOUT(seat.told().contains(textOf(2)), kLongest);
        QTRY_VERIFY_WITH_TIMEOUT(!seat.isCutOff(), kLongest);
        QVERIFY(seat.hasAdded(3));
        QTRY_COMPARE_WITH_TIMEOUT(seat.told().size(), std::size_t{3}, kLongest);
        QVERIFY(seat.isInOrder());
    }
    void aStoreThatWasMigratedMeanwhile()
    {
        Seat seat(mName);
        QVERIFY(seat.isOpen() && seat.hasAdded(1));
        const Result<std::unique_ptr<Store>> other = openStore(mName);
        QVERIFY(other);
        auto &connection = static_cast<SqlStore &>(*other.value()).connection();
        const auto move = [&connection](const QString &by) {
            return connection.execute(u"UPDATE gridward_schema SET version = version + "_s + by)
                       .isOk() &&
                   endOthers(connection);
        };
        QVERIFY(move(u"100"_s));
        QTRY_VERIFY_WITH_TIMEOUT(seat.lastFailure() == ErrorCode::Unsupported, kLongest);
        const Result<Case> asked = seat.ask<Case>(
            [](Store &store) { return store.cases().find(CaseId::make(testStart(), 0, 1)); });
        QVERIFY(!asked); // nothing is done with what it does not know
        QTest::qWait(3000);
        QVERIFY(seat.isCutOff());
        QVERIFY(move(u"-100"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!seat.isCutOff(), kLongest);
        QVERIFY(seat.hasAdded(2));
    }
    void killedAgainAndAgain()
    {
        // Of both in turn: the program that writes, and the server.
        const int rounds = qEnvironmentVariableIntValue("GRIDWARD_FAULT_ROUNDS") > 0
                               ? qEnvironmentVariableIntValue("GRIDWARD_FAULT_ROUNDS")
                               : 6;
        Seat seat(mName);
        QVERIFY(seat.isOpen());
        Versions acknowledged;
        for (int round = 0; round < rounds; ++round) {
            QProcess writer;
            writer.start(QCoreApplication::applicationDirPath() + u"/storewriter"_s, {mName});
            QVERIFY(writer.waitForStarted());
            QVERIFY(writer.waitForReadyRead(kLongest)); // it has written something
            QTest::qWait(QRandomGenerator::global()->bounded(20, 200));
            if (round % 2 == 0) {
                writer.kill();
            } else {
                QVERIFY(mServer->killAll());
                QVERIFY(mServer->control({u"start"_s}));
                QVERIFY(isBack());
            }
            QVERIFY(Seat::waitFor([&] { return writer.state() == QProcess::NotRunning; }));
            for (const QByteArray &line : writer.readAllStandardOutput().split('\n')) {
                const QByteArrayList words = line.split(' ');
                if (words.size() == 2 && !words.at(1).isEmpty()) {
                    int &version = acknowledged[QString::fromLatin1(words.at(0))];
                    version = std::max(version, words.at(1).toInt());
                }
            }
        }
        QVERIFY(acknowledged.size() > 0);
        const Result<std::unique_ptr<Store>> store = openStore(mName);
        QVERIFY(store);
        // Nothing that was acknowledged is lost …
        const Result<Versions> read = versionsIn(*store.value());
        QVERIFY(read);
        Versions kept = read.value();
        for (const auto &[id, version] : acknowledged) {
            QVERIFY2(kept[id] >= version, qPrintable(id));
        }
        QVERIFY(store.value()->integrityFindings().value().isEmpty());
        // … and the seat was told of everything, each once and in order, through all of it.
        if (seat.reloads() == 0) {
            kept.erase(textOf(0)); // before it came
        }
        QTRY_COMPARE_WITH_TIMEOUT(seat.told().size(), kept.size(), kLongest);
        QTRY_VERIFY_WITH_TIMEOUT(seat.told() == kept, kLongest);
        QVERIFY(seat.isInOrder());
        QVERIFY(!seat.isCutOff());
        QVERIFY(seat.failures() >= 1);
        QVERIFY(seat.reloads() <= rounds); // only who was away may have missed much
        QVERIFY(seat.hasAdded(9));
    }
};

static const TestRegistration<TestCutOff> registration;

} // namespace gridward

#include "test_cutoff.moc"
