// SPDX-License-Identifier: GPL-3.0-or-later
// Taking back one's own last step, reports that join a known case, and what a street office may.
#include "tests/support/smalldesk.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

class TestTakeBack : public QObject
{
    Q_OBJECT
private:
    StoreMaker mMaker;
    SmallDesk mSmall;

    Result<Case> act(const CaseId &id,
                     CaseAction action,
                     const User &user,
                     const QString &target = {},
                     const QString &note = u"why"_s)
    {
        ActionRequest request;
        request.action = action;
        request.note = note;
        request.target = target;
        request.until = mSmall.clock.now() + std::chrono::days(3);
        return mSmall.desk->act(id, request, user);
    }
    Case filed()
    {
        const Case reported =
            mSmall.desk->report(SmallDesk::draft(), userOf(u"acceptor"_s)).value();
        return act(reported.id, CaseAction::File, userOf(u"filer"_s)).value();
    }
    Case atUnit(const QString &unit)
    {
        return act(filed().id, CaseAction::Dispatch, userOf(u"dispatcher"_s), unit).value();
    }
    CaseRecord record(const CaseId &id) const { return mSmall.store->cases().record(id).value(); }
    static QString why(const Result<Case> &outcome) { return outcome.error().detail; }

private slots:
    void initTestCase_data() { addStoreKinds(); }
    void init()
    {
        QFETCH_GLOBAL(QString, kind);
        QVERIFY(mSmall.open(mMaker.empty(kind)));
    }
    void cleanup() { QCOMPARE(mSmall.findings(), QStringList()); }
    void isAsIfItHadNotBeen()
    {
        const Case before = filed();
        const CaseRecord was = record(before.id);
        mSmall.later(std::chrono::minutes(2));
        QVERIFY(act(before.id, CaseAction::Dispatch, userOf(u"dispatcher"_s), u"U1"_s));
        mSmall.later(std::chrono::minutes(3));
        const Result<Case> back = act(before.id, CaseAction::Withdraw, userOf(u"dispatcher"_s));
        QVERIFY2(back, back ? "" : qPrintable(back.error().message));

        QCOMPARE(back.value().state, CaseState::Filed);
        QCOMPARE(back.value().unit, QString());
        QCOMPARE(back.value().dueAt, std::optional<Instant>());
        QCOMPARE(back.value().dispatchedAt, std::optional<Instant>());
        QCOMPARE(back.value().stageDueAt, was.subject.stageDueAt);
        // All five minutes were waited for a dispatch; nobody had it to handle.
        const CaseRecord now = record(before.id);
        QCOMPARE(now.process.clock(Stage::Dispatch).running,
                 was.process.clock(Stage::Dispatch).running + std::chrono::minutes(5));
        QCOMPARE(now.process.clock(Stage::Handle), was.process.clock(Stage::Handle));
        // What was done is still told, and whose hands it was in.
        QCOMPARE(mSmall.store->cases().events(before.id).value().size(), 4);
        QCOMPARE(now.process.dispatchers, QStringList{u"dispatcher1"_s});
        // Another decision follows as if it were the first.
        const Case again =
            act(before.id, CaseAction::Dispatch, userOf(u"dispatcher"_s), u"U2"_s).value();
        QCOMPARE(again.unit, u"U2"_s);
        QVERIFY(again.dueAt);
    }
    void goesOnFromAnEnd()
    {
        const Case reported =
            mSmall.desk->report(SmallDesk::draft(), userOf(u"acceptor"_s)).value();
        QVERIFY(act(reported.id, CaseAction::Refuse, userOf(u"filer"_s)));
        mSmall.later(std::chrono::minutes(1));
        const Case back = act(reported.id, CaseAction::Withdraw, userOf(u"filer"_s)).value();
        QCOMPARE(back.state, CaseState::Reported);
        QVERIFY(act(reported.id, CaseAction::File, userOf(u"filer"_s)));
    }
    void onlyOnesOwn()
    {
        const Case subject = atUnit(u"U1"_s);
        QCOMPARE(why(act(subject.id, CaseAction::Withdraw, userOf(u"filer"_s))), u"not-own-step"_s);
        QVERIFY(act(subject.id, CaseAction::Accept, userOf(u"handler"_s)));
        QCOMPARE(why(act(subject.id, CaseAction::Withdraw, userOf(u"dispatcher"_s))),
                 u"not-own-step"_s);
    }
    void onlyInTime_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("inTime");
        QTest::newRow("at once") << 0 << true;
        QTest::newRow("after ten minutes") << 600 << true;
        QTest::newRow("a second later") << 601 << false;
    }
    void onlyInTime()
    {
        QFETCH(int, seconds);
        QFETCH(bool, inTime);
        const Case subject = atUnit(u"U1"_s);
        mSmall.later(std::chrono::seconds(seconds));
        const Result<Case> back = act(subject.id, CaseAction::Withdraw, userOf(u"dispatcher"_s));
        QCOMPARE(back.isOk(), inTime);
        if (!inTime) {
            QCOMPARE(why(back), u"too-late"_s);
        }
    }
    /** Whoever hands a case back sees it no longer; the slip can be mended all the same. */
    void aUnitTakesItsReturnBack()
    {
        User unit = userOf(u"handler"_s, u"U1"_s);
        unit.name = u"handler7"_s;
        unit.actsForAllUnits = false;
        User other = unit;
        other.name = u"handler8"_s;
        QVERIFY(mSmall.store->write(QList<User>{unit, other}));
        const Case subject = atUnit(u"U1"_s);
        mSmall.store->actAs(unit, mSmall.clock.now());
        QVERIFY(act(subject.id, CaseAction::Return, unit));
        QVERIFY(!mSmall.store->cases().find(subject.id)); // out of their sight
        mSmall.store->actAs(other, mSmall.clock.now());
        QVERIFY(!act(subject.id, CaseAction::Withdraw, other)); // a colleague has not done it
        mSmall.store->actAs(unit, mSmall.clock.now());
        const Result<Case> back = act(subject.id, CaseAction::Withdraw, unit);
        QVERIFY2(back, back ? "" : qPrintable(back.error().message));
        QCOMPARE(back.value().state, CaseState::AtUnit);
        QCOMPARE(back.value().unit, u"U1"_s);
        mSmall.store->actAs(std::nullopt, {});
    }
    /** The deadline of a bundle is the leading case's: a member cannot leave it by a side door. */
    void aSharedDeadlineIsNotTakenBack()
    {
        const Case leading = atUnit(u"U1"_s);
        const Case member = filed();
        ActionRequest dispatch;
        dispatch.action = CaseAction::Dispatch;
        dispatch.target = u"U1"_s;
        dispatch.bundle = leading.id.toText();
        QVERIFY(mSmall.desk->act(member.id, dispatch, userOf(u"dispatcher"_s)));
        QVERIFY(act(leading.id, CaseAction::Extend, userOf(u"handler"_s)));
        QVERIFY(act(leading.id, CaseAction::Extend, userOf(u"dispatcher"_s)));
        QCOMPARE(mSmall.store->cases().events(member.id).value().last().action, CaseAction::Extend);
        QCOMPARE(why(act(member.id, CaseAction::Withdraw, userOf(u"dispatcher"_s))), u"bundled"_s);
    }
    void onceAndNotWhatOthersWereTold()
    {
        const Case subject = atUnit(u"U1"_s);
        QVERIFY(act(subject.id, CaseAction::Withdraw, userOf(u"dispatcher"_s)));
        QCOMPARE(why(act(subject.id, CaseAction::Withdraw, userOf(u"dispatcher"_s))),
                 u"stays-done"_s);
        const Case other = filed();
        QVERIFY(act(subject.id, CaseAction::Merge, userOf(u"filer"_s), other.id.toText()));
        QCOMPARE(why(act(subject.id, CaseAction::Withdraw, userOf(u"filer"_s))), u"stays-done"_s);
        QVERIFY(act(other.id, CaseAction::Urge, userOf(u"supervisor"_s)));
        QCOMPARE(why(act(other.id, CaseAction::Withdraw, userOf(u"supervisor"_s))),
                 u"stays-done"_s);
    }
    void isOfferedToWhomItIs()
    {
        const Case subject = atUnit(u"U1"_s);
        const auto offered = [&](const User &user) {
            const QList<ActionOffer> offers = mSmall.desk->offers(record(subject.id), user).value();
            const auto found =
                std::ranges::find(offers, CaseAction::Withdraw, &ActionOffer::action);
            return found != offers.end() && found->allowed;
        };
        QVERIFY(offered(userOf(u"dispatcher"_s)));
        QVERIFY(!offered(userOf(u"filer"_s)));
        mSmall.later(std::chrono::minutes(11));
        QVERIFY(!offered(userOf(u"dispatcher"_s)));
    }
    void aReportJoinsWhatIsKnown()
    {
        const Case known = filed();
        ReportDraft again = SmallDesk::draft();
        again.duplicateOf = known.id;
        const Case joined = mSmall.desk->report(again, userOf(u"acceptor"_s)).value();
        QCOMPARE(joined.state, CaseState::Void);
        QCOMPARE(joined.mergedInto, known.id.toText());
        QCOMPARE(record(known.id).process.duplicates, QStringList{joined.number});
        QCOMPARE(record(known.id).subject.state, CaseState::Filed);
    }
    void aReportThatCannotJoinIsNone()
    {
        const Case known = filed();
        QVERIFY(act(known.id, CaseAction::Void, userOf(u"filer"_s)));
        const int before = mSmall.events();
        ReportDraft again = SmallDesk::draft();
        again.duplicateOf = known.id;
        QVERIFY(!mSmall.desk->report(again, userOf(u"acceptor"_s)));
        QCOMPARE(mSmall.events(), before); // all of it or nothing
    }
    void aComponentSaysWhereItIs()
    {
        QVERIFY(mSmall.store->write(smallComponents()));
        ReportDraft report = SmallDesk::draft();
        report.place.reset();
        report.component = smallComponents().first().code;
        const Case reported = mSmall.desk->report(report, userOf(u"acceptor"_s)).value();
        QCOMPARE(reported.component, report.component);
        QVERIFY(reported.place && !reported.grid.isEmpty());
        report.component = u"11010100000000000"_s;
        QCOMPARE(mSmall.desk->report(report, userOf(u"acceptor"_s)).error().code,
                 ErrorCode::InvalidInput);
    }
    void aStreetOfficeSpeaksForItsUnits_data()
    {
        QTest::addColumn<CaseAction>("action");
        QTest::newRow("hands back") << CaseAction::Return;
        QTest::newRow("asks for more time") << CaseAction::Extend;
        QTest::newRow("asks for a suspension") << CaseAction::Suspend;
    }
    void aStreetOfficeSpeaksForItsUnits()
    {
        QFETCH(CaseAction, action);
        QList<Organisation> units = smallOrganisations();
        units.append({u"U3"_s, u"U2"_s, u"执法队"_s, u"Squad"_s, u"enforcement"_s, {}, true});
        QVERIFY(mSmall.store->write(units));
        const User office = userOf(u"street"_s, u"U2"_s);
        QCOMPARE(why(act(atUnit(u"U1"_s).id, action, office)), u"other-unit"_s);
        for (const QString &unit : {u"U2"_s, u"U3"_s}) {
            const Result<Case> done = act(atUnit(unit).id, action, office);
            QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        }
        // Telling a unit that it is late needs no more than the street.
        QVERIFY(act(atUnit(u"U1"_s).id, CaseAction::Urge, office));
    }
};

static const TestRegistration<TestTakeBack> registration;

} // namespace gridward

#include "test_takeback.moc"
