// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/alarmkeeper.h"
#include "tests/support/casebuilder.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr Instant kNow{std::chrono::hours{24 * 365 * 56}};

/** What the store would answer that knows none of them. */
AlarmPort::Claim allNew(const QList<Alarm> &asked)
{
    return {asked, {}};
}

} // namespace

class TestAlarmKeeper : public QObject
{
    Q_OBJECT
private slots:
    void whatIsNews_data()
    {
        QTest::addColumn<int>("before"); // level of the case at start, −1: it was not there
        QTest::addColumn<int>("after");
        QTest::addColumn<int>("least");
        QTest::addColumn<bool>("isNews");
        constexpr int kNone = -1;
        const auto level = [](CaseLevel one) { return static_cast<int>(one); };
        const int blue = level(CaseLevel::Blue);
        const int yellow = level(CaseLevel::Yellow);
        const int orange = level(CaseLevel::Orange);
        const int red = level(CaseLevel::Red);
        QTest::newRow("new red") << kNone << red << orange << true;
        QTest::newRow("new orange") << kNone << orange << orange << true;
        QTest::newRow("new yellow") << kNone << yellow << orange << false;
        QTest::newRow("new orange, red only") << kNone << orange << red << false;
        QTest::newRow("new red, red only") << kNone << red << red << true;
        QTest::newRow("old red") << red << red << orange << false;
        QTest::newRow("raised to orange") << blue << orange << orange << true;
        QTest::newRow("raised from orange to red") << orange << red << orange << true;
        QTest::newRow("raised to orange, red only") << blue << orange << red << false;
        QTest::newRow("lowered") << red << orange << orange << false;
    }
    void whatIsNews()
    {
        QFETCH(int, before);
        QFETCH(int, after);
        QFETCH(int, least);
        QFETCH(bool, isNews);
        AlarmKeeper keeper;
        keeper.setLeast(static_cast<CaseLevel>(least));
        QList<Case> there{aCase(1)};
        if (before >= 0) {
            there.append(aCase(2).level(static_cast<CaseLevel>(before)));
        }
        keeper.sitDown(there);
        const Case changed = aCase(2).level(static_cast<CaseLevel>(after));
        const QList<Alarm> asked = keeper.take({changed});
        QCOMPARE(asked.size(), isNews ? 1 : 0);
        QCOMPARE(keeper.settle(allNew(asked), kNow).size(), isNews ? 1 : 0);
        QCOMPARE(keeper.isPending(changed.id), isNews);
        QVERIFY(keeper.take({changed}).isEmpty()); // once, whatever happens to it
    }
    void aResetTellsWhatIsNew()
    {
        AlarmKeeper keeper;
        keeper.sitDown({aCase(1).level(CaseLevel::Red), aCase(2)});
        const QList<Alarm> asked = keeper.reset({aCase(1).level(CaseLevel::Red),
                                                 aCase(2).level(CaseLevel::Orange),
                                                 aCase(3).level(CaseLevel::Red)});
        QCOMPARE(asked.size(), 2);
        QVERIFY(keeper.reset({aCase(3).level(CaseLevel::Red)}).isEmpty());
    }
    void aClaimThatAnotherSeatMadeIsSilent()
    {
        AlarmKeeper keeper;
        keeper.sitDown({});
        const Case red = aCase(1).level(CaseLevel::Red);
        QCOMPARE(keeper.take({red}).size(), 1);
        QVERIFY(keeper.settle({{}, {{red.id, CaseLevel::Red, false}}}, kNow).isEmpty());
        QVERIFY(keeper.isPending(red.id));                       // but it waits here too
        keeper.remember({{red.id, CaseLevel::Red, true}}, kNow); // acknowledged there
        QVERIFY(!keeper.isPending(red.id));
    }
    void whatWasToldAndNotAcknowledgedWaitsAgain()
    {
        AlarmKeeper keeper;
        const Case red = aCase(1).level(CaseLevel::Red);
        const Case orange = aCase(2).level(CaseLevel::Orange);
        keeper.sitDown({red, orange, aCase(3).level(CaseLevel::Red)});
        QCOMPARE(keeper.pendingCount(), 0); // nothing that is there at the start is news
        keeper.remember({{red.id, CaseLevel::Red, false},
                         {orange.id, CaseLevel::Orange, true},
                         {Case(aCase(9)).id, CaseLevel::Red, false}}, // ended meanwhile
                        kNow);
        QCOMPARE(keeper.pendingCount(), 1);
        QVERIFY(keeper.isPending(red.id));
    }
    void theWorstComesFirst()
    {
        AlarmKeeper keeper;
        keeper.sitDown({});
        const QList<Alarm> asked = keeper.take({aCase(1).level(CaseLevel::Orange),
                                                aCase(2).level(CaseLevel::Red),
                                                aCase(3).level(CaseLevel::Orange)});
        const QList<PendingAlarm> heard = keeper.settle(allNew(asked), kNow);
        QCOMPARE(heard.size(), 3);
        QCOMPARE(heard.first().level, CaseLevel::Red);
        QCOMPARE(keeper.pending().first().id, Case(aCase(2)).id);
        QVERIFY(keeper.acknowledge(Case(aCase(2)).id));
        QVERIFY(!keeper.acknowledge(Case(aCase(2)).id));
        QCOMPARE(keeper.pending().first().id, Case(aCase(1)).id); // the older one
    }
    void whatCameMeanwhile()
    {
        const Instant since = kNow + std::chrono::minutes{10};
        Case brought = aCase(30).level(CaseLevel::Red); // a report of long ago, brought in now
        brought.reportedAt = kNow;
        const QList<Alarm> news = AlarmKeeper::cameAfter({aCase(5).level(CaseLevel::Red),
                                                          aCase(20).level(CaseLevel::Orange),
                                                          aCase(21).level(CaseLevel::Yellow),
                                                          brought},
                                                         since,
                                                         CaseLevel::Orange);
        QCOMPARE(news.size(), 2);
        QCOMPARE(news.first().id, Case(aCase(20)).id);
        QCOMPARE(news.last().id, brought.id);
        QCOMPARE(AlarmKeeper::cameAfter({aCase(20).level(CaseLevel::Orange)}, since, CaseLevel::Red)
                     .size(),
                 0);
    }
    void whatEndsIsForgotten()
    {
        AlarmKeeper keeper;
        keeper.sitDown({});
        const Case red = aCase(1).level(CaseLevel::Red);
        const QList<Alarm> asked = keeper.take({red});
        // It ends while the store is being asked.
        QVERIFY(keeper.leave({red.id}).isEmpty());
        QVERIFY(keeper.settle(allNew(asked), kNow).isEmpty());
        QCOMPARE(keeper.pendingCount(), 0);
        QCOMPARE(keeper.leave({red.id}), QList<CaseId>{red.id}); // it is written down, though
    }
};

static const TestRegistration<TestAlarmKeeper> sRegistration;

} // namespace gridward

#include "test_alarmkeeper.moc"
