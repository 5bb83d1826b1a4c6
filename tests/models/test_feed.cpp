// SPDX-License-Identifier: GPL-3.0-or-later
// What a server tells of the log: every event once, whoever committed late, in the order of each
// case, and without looking at more than is new.
#include "models/store/postgisstore.h"
#include "models/store/storethread.h"
#include "models/store/storewatch.h"
#include "tests/support/sqlwork.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QSignalSpy>

#include <atomic>
#include <map>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace gridward {

class TestFeed : public QObject
{
    Q_OBJECT
private:
    StoreMaker mMaker;

    static CaseId idOf(quint64 number) { return CaseId::make(testStart(), 0, number); }
    static std::unique_ptr<Store> open(const QString &name)
    {
        Result<std::unique_ptr<Store>> store = openStore(name);
        return store ? std::move(store).value() : nullptr;
    }
    static SqlConnection &connectionOf(Store &store)
    {
        return static_cast<SqlStore &>(store).connection();
    }
    static bool adds(Store &store, quint64 number)
    {
        return store.cases().add(idOf(number), reportStep(testStart())).isOk();
    }
    static qint64 eventOf(Store &store, quint64 number)
    {
        return connectionOf(store)
            .scalar(u"SELECT e.id FROM events AS e JOIN cases AS c ON c.id = e.case_id "
                    "WHERE c.uuid = '%1' AND e.sequence = 1"_s.arg(idOf(number).toText()))
            .value()
            .toLongLong();
    }
    /** "number/version" of what is new. */
    static QStringList told(Store &store, LogPosition &position)
    {
        const Result<CaseNews> feed = store.cases().changesAfter(position, 10'000);
        if (!feed || feed.value().isTooMuch) {
            return {u"nothing was told"_s};
        }
        position = feed.value().position;
        QStringList changes;
        for (const CaseChange &change : feed.value().changes) {
            changes.append(u"%1/%2"_s.arg(change.id.toText()).arg(change.version));
        }
        return changes;
    }
    static QString change(quint64 number, int version)
    {
        return u"%1/%2"_s.arg(idOf(number).toText()).arg(version);
    }

private slots:
    void whoCommitsLateIsNotPassedOver()
    {
        const QString name = mMaker.make(u"server"_s);
        const auto first = open(name);
        const auto second = open(name);
        const auto reader = open(name);
        QVERIFY(first && second && reader && fillSmallDistrict(*first));
        QVERIFY(adds(*first, 0)); // the first one of a day makes its numbers
        LogPosition position = reader->cases().lastPosition().value();
        QVERIFY(first->transaction([&]() -> Result<void> {
            // It takes its numbers now …
            if (!adds(*first, 1) || !adds(*second, 2)) {
                return Error{};
            }
            const QStringList now = told(*reader, position);
            const QStringList again = told(*reader, position);
            return now == QStringList{change(2, 1)} && again.isEmpty() ? Result<void>()
                                                                       : Result<void>(Error{});
        }));
        // … and commits when somebody else was told of already who took theirs later.
        QVERIFY(eventOf(*reader, 1) < eventOf(*reader, 2));
        QCOMPARE(told(*reader, position), QStringList{change(1, 1)});
        QCOMPARE(told(*reader, position), QStringList());
    }
    void stepsOfACaseKeepTheirOrder()
    {
        const QString name = mMaker.make(u"server"_s);
        const auto first = open(name);
        const auto second = open(name);
        const auto reader = open(name);
        QVERIFY(first && second && reader && fillSmallDistrict(*first) && adds(*first, 1));
        LogPosition position = reader->cases().lastPosition().value();
        // The transaction with the lower number takes the later step.
        QVERIFY(first->transaction([&]() -> Result<void> {
            const bool isDone = adds(*first, 2) &&
                                second->cases().append(idOf(1), 1, urgeStep(u"second")) &&
                                first->cases().append(idOf(1), 2, urgeStep(u"first"));
            return isDone ? Result<void>() : Result<void>(Error{});
        }));
        const QStringList changes = told(*reader, position);
        QCOMPARE(changes.size(), 3);
        QVERIFY(changes.contains(change(2, 1)));
        QVERIFY(changes.indexOf(change(1, 2)) >= 0);
        QVERIFY(changes.indexOf(change(1, 2)) < changes.indexOf(change(1, 3)));
    }
    void manyWhoWriteAreToldOnceEach()
    {
        constexpr int kWriters = 4;
        constexpr quint64 kEach = 40;
        const QString name = mMaker.make(u"server"_s);
        const auto reader = open(name);
        QVERIFY(reader && fillSmallDistrict(*reader));
        LogPosition position = reader->cases().lastPosition().value();
        std::atomic_int writing = kWriters;
        std::atomic_int failures = 0;
        std::vector<std::thread> writers;
        for (quint64 who = 0; who < kWriters; ++who) {
            writers.emplace_back([&, who] {
                const auto store = open(name);
                QRandomGenerator random(static_cast<quint32>(who));
                for (quint64 round = 0; store && round < kEach; ++round) {
                    const quint64 number = who * kEach + round;
                    const Result<void> done = store->transaction([&]() -> Result<void> {
                        const Result<Case> added =
                            store->cases().add(idOf(number), reportStep(testStart()));
                        if (!added) {
                            return added.error();
                        }
                        QThread::msleep(random.bounded(4));
                        const Result<Case> urged =
                            store->cases().append(idOf(number), 1, urgeStep(u"w"));
                        return urged ? Result<void>() : Result<void>(urged.error());
                    });
                    if (!done) {
                        qWarning() << done.error().message << done.error().detail;
                        ++failures;
                    }
                }
                failures += store ? 0 : 1;
                --writing;
            });
        }
        std::map<QString, int> last;
        int events = 0;
        bool isInOrder = true;
        for (bool isLast = false; !isLast;) {
            isLast = writing == 0; // what they wrote is all there at the next look
            for (const QString &one : told(*reader, position)) {
                const int version = one.section(u'/', 1).toInt();
                isInOrder = isInOrder && ++last[one.section(u'/', 0, 0)] == version;
                ++events;
            }
        }
        for (std::thread &writer : writers) {
            writer.join();
        }
        QCOMPARE(failures.load(), 0);
        QVERIFY(isInOrder);
        QCOMPARE(events, static_cast<int>(2 * kWriters * kEach));
        QCOMPARE(last.size(), std::size_t{kWriters * kEach});
    }
    void looksAtWhatIsNewAlone()
    {
        const auto small = mMaker.empty(u"server"_s);
        const auto large = mMaker.empty(u"server"_s);
        QVERIFY(small && large && fillSmallDistrict(*small) && fillSmallDistrict(*large));
        QVERIFY(addCases(*small, 10) && addCases(*large, 2000));
        std::vector<qint64> work;
        for (Store *store : {small.get(), large.get()}) {
            LogPosition position = store->cases().lastPosition().value();
            for (const int count : {0, 1, 20}) {
                for (int i = 0; i < count; ++i) {
                    QVERIFY(adds(*store, static_cast<quint64>(100'000 + count * 100 + i)));
                }
                SqlWork counted(connectionOf(*store));
                QVERIFY(
                    connectionOf(*store).execute(u"SET auto_explain.log_nested_statements = on"_s));
                QCOMPARE(told(*store, position).size(), count);
                work.push_back(counted.steps());
            }
        }
        // Two rows an event (the event and its case), whatever else there is.
        QCOMPARE(work[3], work[0]);
        QCOMPARE(work[4], work[1]);
        QCOMPARE(work[5], work[2]);
        QVERIFY2(work[5] - work[3] <= qint64{20} * 4,
                 qPrintable(u"%1 rows for 20 events"_s.arg(work[5] - work[3])));
        QVERIFY(work[5] > work[3]);
    }
    void ofTablesItSaysWhichWereWritten()
    {
        const QString name = mMaker.make(u"server"_s);
        const auto first = open(name);
        const auto second = open(name);
        QVERIFY(first && second && fillSmallDistrict(*first));
        const StoreMark before = second->mark().value();
        // A transaction that reads what it wrote itself must not take it for told.
        QVERIFY(second->transaction([&]() -> Result<void> {
            Result<void> written = second->write(smallOrganisations());
            if (!written || second->mark().value().tables.value(u"organisations"_s) <=
                                before.tables.value(u"organisations"_s)) {
                return Error{};
            }
            return second->write(smallPlaces());
        }));
        const StoreMark own = second->mark().value();
        for (const QString &table : {u"organisations"_s, u"key_places"_s}) {
            QVERIFY(own.tables.value(table) > before.tables.value(table));
        }
        QVERIFY(first->write(smallPlaces()));
        const StoreMark others = second->mark().value();
        QVERIFY(others.tables.value(u"key_places"_s) > own.tables.value(u"key_places"_s));
        QCOMPARE(others.tables.value(u"organisations"_s), own.tables.value(u"organisations"_s));
        QVERIFY(others.version != own.version);
        // The server's own housekeeping counts, too; but then it is quiet.
        QTRY_COMPARE(second->mark().value().version, second->mark().value().version);
    }
    void anOlderServerIsReadAnew()
    {
        const auto store = mMaker.empty(u"server"_s);
        QVERIFY(store && fillSmallDistrict(*store) && adds(*store, 1));
        const Result<CaseNews> feed =
            store->cases().changesAfter({0, u"999999999:999999999:"_s}, 100);
        QVERIFY(feed && feed.value().isTooMuch);
        LogPosition position = feed.value().position;
        QVERIFY(adds(*store, 2));
        QCOMPARE(told(*store, position), QStringList{change(2, 1)});
    }
    void whoeverWritesWakesTheOthers()
    {
        const QString name = mMaker.make(u"server"_s);
        const auto writer = open(name);
        QVERIFY(writer && fillSmallDistrict(*writer));
        const auto seat = open(name);
        StoreWatch *watch = seat->watch(); // nobody looks here: only a notification can tell
        QVERIFY(watch != nullptr);
        QSignalSpy written(watch, &StoreWatch::written);
        QTest::qWait(500);
        written.clear();
        QVERIFY(adds(*writer, 1));
        QVERIFY(written.wait(30'000));
        // Many who write at once are told of together.
        QTest::qWait(500);
        written.clear();
        constexpr quint64 kMany = 100;
        QElapsedTimer time;
        time.start();
        for (quint64 i = 0; i < kMany; ++i) {
            QVERIFY(adds(*writer, 10 + i));
        }
        const qint64 took = time.elapsed();
        QTRY_VERIFY_WITH_TIMEOUT(written.count() > 0, 30'000);
        QTest::qWait(500);
        QVERIFY2(written.count() <= took / 20 + 3,
                 qPrintable(u"%1 in %2 ms"_s.arg(written.count()).arg(took)));
    }
    void whatWasWrittenWithoutAWordIsFoundToo()
    {
        const QString name = mMaker.make(u"server"_s);
        const auto writer = open(name);
        QVERIFY(writer && fillSmallDistrict(*writer));
        connectionOf(*writer).setCommitted({}); // its words are lost
        StoreThread thread;
        QSignalSpy cases(&thread, &StoreThread::casesChanged);
        auto opened = thread.open([name] { return openStore(name); });
        QTRY_VERIFY_WITH_TIMEOUT(opened.isFinished(), 30'000);
        QVERIFY(opened.result());
        QVERIFY(adds(*writer, 1));
        QTRY_COMPARE_WITH_TIMEOUT(cases.count(), 1, 30'000);
        QTest::qWait(100);
        QCOMPARE(cases.count(), 1);
    }
};

static const TestRegistration<TestFeed> registration;

} // namespace gridward

#include "test_feed.moc"
