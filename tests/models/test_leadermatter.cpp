// SPDX-License-Identifier: GPL-3.0-or-later
// What needs a leader's decision, from the log of a case; and how it is read from a store.
#include "models/domain/leadermatter.h"
#include "models/service/leaderdesk.h"
#include "tests/support/smalldesk.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

class TestLeaderMatter : public QObject
{
    Q_OBJECT
private:
    SmallDesk mSmall;

    Result<Case>
    act(const CaseId &id, CaseAction action, const QString &role, const QString &to = {})
    {
        mSmall.later(std::chrono::minutes(1));
        ActionRequest request;
        request.action = action;
        request.target = to;
        request.note = u"why"_s;
        return mSmall.desk->act(id, request, userOf(role));
    }
    CaseId atUnit()
    {
        const CaseId id = mSmall.desk->report(SmallDesk::draft(), userOf(u"acceptor"_s)).value().id;
        return act(id, CaseAction::File, u"filer"_s) &&
                       act(id, CaseAction::Dispatch, u"dispatcher"_s, u"U1"_s)
                   ? id
                   : CaseId{};
    }
    LeaderFacts facts(const CaseId &id)
    {
        return readLeaderFacts(*mSmall.store, {id}).value().first();
    }
    /** Until the program has urged as far as the time says. */
    void wait(std::chrono::milliseconds time)
    {
        mSmall.later(time);
        while (mSmall.desk->runDue(100).value() > 0) {
        }
    }

private slots:
    void init() { QVERIFY(mSmall.open()); }
    /** By the ladder of the example: 150 % of four working hours, told at its moment. */
    void theLadderComesToTheLeaders()
    {
        const CaseId id = atUnit();
        const Case sent = mSmall.store->cases().find(id).value();
        QVERIFY(sent.dueAt);
        mSmall.clock.set(*sent.dueAt);
        wait(std::chrono::minutes(1));
        QVERIFY(!facts(id).escalation); // 100 %: the supervisors
        QVERIFY(leaderMatters(sent, facts(id), mSmall.clock.now()).isEmpty());
        wait(std::chrono::hours(24));
        const LeaderFacts late = facts(id);
        QVERIFY(late.escalation);
        QVERIFY(late.escalation->percent >= 150);
        const QList<LeaderMatter> matters =
            leaderMatters(mSmall.store->cases().find(id).value(), late, mSmall.clock.now());
        QCOMPARE(matters.size(), 1);
        QCOMPARE(matters.first().kind, LeaderMatter::Kind::Escalation);
        QCOMPARE(matters.first().ask, LeaderMatter::Ask::Answerer);
        QCOMPARE(matters.first().percent, late.escalation->percent);
        Case handedIn = sent;
        handedIn.state = CaseState::PendingClose;
        QVERIFY(leaderMatters(handedIn, late, mSmall.clock.now()).isEmpty());
        // Supervised: then the reply is asked for.
        QVERIFY(act(id, CaseAction::Supervise, u"supervisor"_s));
        QCOMPARE(leaderMatters(sent, facts(id), mSmall.clock.now()).first().ask,
                 LeaderMatter::Ask::Reply);
        // Another unit gets the whole limit: the ladder begins anew.
        QVERIFY(act(id, CaseAction::Transfer, u"dispatcher"_s, u"U2"_s));
        QVERIFY(!facts(id).escalation);
        const Instant transferred = mSmall.clock.now();
        wait(std::chrono::hours(24 * 4));
        QVERIFY(facts(id).escalation);
        QVERIFY(facts(id).escalation->since > transferred); // not since the first time
    }
    /** Another unit has it now, and its limit has come as far as the supervisors. */
    void rungsOfALimitThatIsOverTellNothing()
    {
        CaseEvent urged;
        urged.action = CaseAction::Urge;
        urged.at = testStart();
        urged.facts = R"({"rungs":[150,200],"tier":"leader"})";
        CaseRecord record;
        record.process.rungs = {50, 100};
        QVERIFY(!leaderFacts(record, {urged}).escalation);
        record.process.rungs = {50, 100, 150};
        const LeaderFacts facts = leaderFacts(record, {urged});
        QVERIFY(facts.escalation);
        QCOMPARE(facts.escalation->percent, 150);
    }
    void aWhistleWaitsUntilItIsAnswered()
    {
        const CaseId id = atUnit();
        QVERIFY(act(id, CaseAction::Call, u"dispatcher"_s, u"U2"_s));
        const Instant called = mSmall.clock.now();
        const Case subject = mSmall.store->cases().find(id).value();
        const QList<LeaderMatter> matters = leaderMatters(subject, facts(id), mSmall.clock.now());
        QCOMPARE(matters.size(), 1);
        QCOMPARE(matters.first().kind, LeaderMatter::Kind::Whistle);
        QCOMPARE(matters.first().department, u"U2"_s);
        QCOMPARE(matters.first().since, called);
        mSmall.later(std::chrono::minutes(1));
        ActionRequest answer;
        answer.action = CaseAction::Answer;
        User handler = userOf(u"handler"_s, u"U2"_s);
        answer.target = u"U2"_s;
        QVERIFY(mSmall.desk->act(id, answer, handler));
        QVERIFY(facts(id).waiting.isEmpty());
    }
    void whatIsAskedOfARedCase_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<bool>("overdue");
        QTest::addColumn<bool>("missed");
        QTest::addColumn<int>("ask");
        const auto of = [](LeaderMatter::Ask ask) { return static_cast<int>(ask); };
        QTest::newRow("nobody") << QString() << false << false << of(LeaderMatter::Ask::Dispatch);
        QTest::newRow("late") << u"U1"_s << true << true << of(LeaderMatter::Ask::TakeOver);
        QTest::newRow("silent") << u"U1"_s << false << true << of(LeaderMatter::Ask::Scene);
        QTest::newRow("in hand") << u"U1"_s << false << false << of(LeaderMatter::Ask::Follow);
    }
    void whatIsAskedOfARedCase()
    {
        QFETCH(QString, unit);
        QFETCH(bool, overdue);
        QFETCH(bool, missed);
        QFETCH(int, ask);
        Case subject;
        subject.state = unit.isEmpty() ? CaseState::Filed : CaseState::Handling;
        subject.level = CaseLevel::Red;
        subject.unit = unit;
        subject.reportedAt = testStart();
        subject.dueAt = testStart() + std::chrono::hours(overdue ? 1 : 9);
        LeaderFacts known;
        known.scene = CaseScene{u"P1"_s, testStart(), testStart(), 30, missed, std::nullopt};
        const Instant now = testStart() + std::chrono::hours(2);
        const QList<LeaderMatter> matters = leaderMatters(subject, known, now);
        QCOMPARE(matters.size(), 1);
        QCOMPARE(static_cast<int>(matters.first().ask), ask);
        subject.state = CaseState::Closed;
        QVERIFY(leaderMatters(subject, known, now).isEmpty());
    }
    /** The clock of the row says so from that moment on: the words must not say otherwise. */
    void aMissedCheckInIsAskedAboutAtOnce()
    {
        Case subject;
        subject.state = CaseState::Handling;
        subject.level = CaseLevel::Red;
        subject.unit = u"U1"_s;
        subject.reportedAt = testStart();
        subject.dueAt = testStart() + std::chrono::hours(9);
        subject.sceneDueAt = testStart() + std::chrono::hours(1);
        LeaderFacts known;
        known.scene = CaseScene{u"P1"_s, testStart(), testStart(), 30, false, std::nullopt};
        const auto ask = [&](std::chrono::milliseconds later) {
            return leaderMatters(subject, known, testStart() + later).first().ask;
        };
        QCOMPARE(ask(std::chrono::minutes(59)), LeaderMatter::Ask::Follow);
        QCOMPARE(ask(std::chrono::minutes(61)), LeaderMatter::Ask::Scene);
    }
    void whatIsSuspendedAsksForNothing()
    {
        Case subject;
        subject.state = CaseState::Suspended;
        subject.level = CaseLevel::Yellow;
        subject.unit = u"U1"_s;
        subject.suspendedUntil = testStart() + std::chrono::hours(24);
        LeaderFacts known;
        known.escalation = Escalation{200, testStart()};
        known.waiting = {{u"U7"_s, u"d1"_s, testStart(), {}, {}}};
        const Instant now = testStart() + std::chrono::hours(1);
        QVERIFY(leaderMatters(subject, known, now).isEmpty());
        // Its day has come, and nobody has resumed it yet.
        QCOMPARE(leaderMatters(subject, known, *subject.suspendedUntil).size(), 2);
        subject.level = CaseLevel::Red;
        QCOMPARE(leaderMatters(subject, known, now).size(), 1);
        QCOMPARE(leaderMatters(subject, known, now).first().kind, LeaderMatter::Kind::Red);
        subject.state = CaseState::Handling;
        subject.suspendedUntil.reset();
        QCOMPARE(leaderMatters(subject, known, now).size(), 3);
    }
    void theWorstComesFirst()
    {
        LeaderMatter red;
        red.since = testStart();
        LeaderMatter older = red;
        older.since = testStart() - std::chrono::hours(1);
        LeaderMatter escalated = red;
        escalated.kind = LeaderMatter::Kind::Escalation;
        escalated.percent = 150;
        LeaderMatter later = escalated;
        later.since = testStart() + std::chrono::hours(1);
        LeaderMatter ancient = escalated;
        ancient.percent = 200;
        ancient.since = testStart() - std::chrono::hours(1000);
        LeaderMatter severe = ancient;
        severe.subject.level = CaseLevel::Orange;
        LeaderMatter whistle = red;
        whistle.kind = LeaderMatter::Kind::Whistle;
        QList<LeaderMatter> matters{whistle, ancient, escalated, red, later, older, severe};
        std::ranges::sort(matters, comesBefore);
        // Of escalations those of the highest level, then those that are new.
        QCOMPARE(matters,
                 (QList<LeaderMatter>{older, red, severe, later, escalated, ancient, whistle}));
    }
    void onlyWhatPressesIsRead()
    {
        const CaseId quiet = atUnit();
        const CaseId called = atUnit();
        QVERIFY(act(called, CaseAction::Call, u"dispatcher"_s, u"U2"_s));
        const PressingCases all = mSmall.store->cases().pressing(0, 100).value();
        QCOMPARE(all.ids, QList<CaseId>{called});
        QVERIFY(all.isLast);
        // In pieces of one it is found as well.
        QList<CaseId> found;
        PressingCases piece;
        do {
            piece = mSmall.store->cases().pressing(piece.mark, 1).value();
            found += piece.ids;
        } while (!piece.isLast);
        QCOMPARE(found, all.ids);
        Q_UNUSED(quiet);
    }
};

static const TestRegistration<TestLeaderMatter> registration;

} // namespace gridward

#include "test_leadermatter.moc"
