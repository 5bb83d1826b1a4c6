// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/smalldesk.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gridward {

class TestCaseDesk : public QObject
{
    Q_OBJECT
private:
    StoreMaker mMaker;
    SmallDesk mSmall;

    static ReportDraft draft()
    {
        ReportDraft draft = SmallDesk::draft();
        draft.text = u" 门前有暴露垃圾 "_s;
        return draft;
    }
    Result<Case> act(const Case &subject,
                     CaseAction action,
                     const QString &role,
                     const QString &to = {},
                     const QString &note = {})
    {
        mSmall.clock.set(mSmall.clock.now() + std::chrono::minutes(1));
        ActionRequest request;
        request.action = action;
        request.target = to;
        request.note = note;
        return mSmall.desk->act(subject.id, request, userOf(role));
    }

private slots:
    void initTestCase_data() { addStoreKinds(); }
    void init()
    {
        QFETCH_GLOBAL(QString, kind);
        QVERIFY(mSmall.open(mMaker.empty(kind)));
    }
    void thePlainPath()
    {
        const Case reported = mSmall.desk->report(draft(), userOf(u"acceptor"_s)).value();
        QCOMPARE(reported.state, CaseState::Reported);
        QCOMPARE(reported.grid, u"110101001001001"_s);
        QCOMPARE(reported.street, u"110101001"_s);
        QCOMPARE(reported.text, u"门前有暴露垃圾"_s);
        const Case filed = act(reported, CaseAction::File, u"filer"_s).value();
        QCOMPARE(filed.standard, u"M06010-1"_s);
        const QList<UnitProposal> units = mSmall.desk->proposals(filed).value();
        QCOMPARE(units.size(), 2);
        QCOMPARE(units.first().unit.code, u"U1"_s); // the kind that the standard names comes first
        const Case sent = act(filed, CaseAction::Dispatch, u"dispatcher"_s, u"U1"_s).value();
        // Four working hours from Saturday, 21 November 2026, 15:00: Monday, 8:00 to 12:00.
        QCOMPARE(sent.dueAt, instantFromIso(u"2026-11-23T04:00:00Z"_s));
        QCOMPARE(mSmall.desk->proposals(filed).value().first().openCases, 1);
        QCOMPARE(mSmall.findings(), QStringList());
        const Case handled = act(sent, CaseAction::Handle, u"handler"_s).value();
        const Case checked = act(handled, CaseAction::Check, u"checker"_s).value();
        const Case closed = act(checked, CaseAction::Close, u"filer"_s).value();
        QCOMPARE(closed.state, CaseState::Closed);
        QCOMPARE(closed.version, 6);
        QCOMPARE(mSmall.findings(), QStringList());
    }
    void aCaseGoesToSomebodyOfItsUnit()
    {
        const Case reported = mSmall.desk->report(draft(), userOf(u"acceptor"_s)).value();
        const Case filed = act(reported, CaseAction::File, u"filer"_s).value();
        const Case sent = act(filed, CaseAction::Dispatch, u"dispatcher"_s, u"U1"_s).value();
        const auto person = [](const QString &id, const QString &unit) {
            Person one;
            one.id = id;
            one.name = id.toUpper();
            one.organisation = unit;
            return one;
        };
        QVERIFY(mSmall.store->write(QList{person(u"p1"_s, u"U1"_s), person(u"p2"_s, u"U2"_s)}));
        QVERIFY(mSmall.store->publish());
        const auto assign = [&](const QString &to) {
            ActionRequest request;
            request.action = CaseAction::Assign;
            request.target = to;
            return mSmall.desk->act(sent.id, request, userOf(u"street"_s, u"U1"_s));
        };
        const Result<Case> other = assign(u"p2"_s);
        QVERIFY(!other);
        QCOMPARE(other.error().code, ErrorCode::Refused);
        QVERIFY2(other.error().message.contains(u"P2"_s), qPrintable(other.error().message));
        QVERIFY(!assign(u"p9"_s));
        QCOMPARE(assign(u"p1"_s).value().person, u"p1"_s);
    }
    void whatIsAskedForStandsInTheRow()
    {
        const Case reported = mSmall.desk->report(draft(), userOf(u"acceptor"_s)).value();
        const Case filed = act(reported, CaseAction::File, u"filer"_s).value();
        const Case sent = act(filed, CaseAction::Dispatch, u"dispatcher"_s, u"U1"_s).value();
        const Case asked =
            act(sent, CaseAction::Extend, u"handler"_s, {}, u"no material yet"_s).value();
        QCOMPARE(asked.request, RequestKind::Extend);
        CaseQuery open;
        open.openOnly = true;
        QCOMPARE(mSmall.desk->list(open).value().first().request, RequestKind::Extend);
        const Case decided =
            act(asked, CaseAction::Extend, u"dispatcher"_s, {}, u"granted"_s).value();
        QCOMPARE(decided.request, RequestKind::None);
        QCOMPARE(mSmall.desk->list(open).value().first().request, RequestKind::None);
        QCOMPARE(mSmall.findings(), QStringList());
    }
    void refuses_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("action");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no right") << u"analyst"_s << u"file"_s << ErrorCode::Refused;
        QTest::newRow("right before option") << u"analyst"_s << u"refuse"_s << ErrorCode::Refused;
        QTest::newRow("not now") << u"filer"_s << u"close"_s << ErrorCode::Refused;
        QTest::newRow("no reason") << u"filer"_s << u"refuse"_s << ErrorCode::InvalidInput;
        QTest::newRow("merge into nothing") << u"owner"_s << u"merge"_s << ErrorCode::InvalidInput;
    }
    void refuses()
    {
        QFETCH(QString, role);
        QFETCH(QString, action);
        QFETCH(ErrorCode, code);
        const Case reported = mSmall.desk->report(draft(), userOf(u"acceptor"_s)).value();
        const Result<Case> after = act(reported, *caseActionFromId(action), role);
        QVERIFY(!after);
        QCOMPARE(after.error().code, code);
        QCOMPARE(mSmall.store->cases().find(reported.id).value(), reported);
        const CaseRecord record = mSmall.store->cases().record(reported.id).value();
        const QList<ActionOffer> offers = mSmall.desk->offers(record, userOf(role)).value();
        for (const ActionOffer &offer : offers) {
            QVERIFY(offer.allowed == offer.reason.isEmpty());
        }
    }
    void refusesReports_data()
    {
        QTest::addColumn<QString>("classCode");
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("longitude");
        QTest::addColumn<double>("latitude");
        QTest::newRow("class") << u"99999"_s << u"x"_s << 116.305 << 39.905;
        QTest::newRow("no text") << u"06010"_s << u"  "_s << 116.305 << 39.905;
        QTest::newRow("swapped") << u"06010"_s << u"x"_s << 39.905 << 116.305;
        QTest::newRow("elsewhere") << u"06010"_s << u"x"_s << 121.5 << 31.2;
    }
    void refusesReports()
    {
        QFETCH(QString, classCode);
        QFETCH(QString, text);
        QFETCH(double, longitude);
        QFETCH(double, latitude);
        ReportDraft wrong = draft();
        wrong.classCode = classCode;
        wrong.text = text;
        wrong.place = GeoPoint{longitude, latitude};
        const Result<Case> reported = mSmall.desk->report(wrong, userOf(u"acceptor"_s));
        QVERIFY(!reported);
        QCOMPARE(reported.error().code, ErrorCode::InvalidInput);
        QCOMPARE(mSmall.events(), 0);
    }
    void theSecondOfTwoDispatchersGetsAConflict()
    {
        const Case reported = mSmall.desk->report(draft(), userOf(u"acceptor"_s)).value();
        const Case filed = act(reported, CaseAction::File, u"filer"_s).value();
        ActionRequest request;
        request.action = CaseAction::Dispatch;
        request.target = u"U1"_s;
        request.expectedVersion = filed.version;
        QVERIFY(mSmall.desk->act(filed.id, request, userOf(u"dispatcher"_s)));
        const Result<Case> second = mSmall.desk->act(filed.id, request, userOf(u"dispatcher"_s));
        QCOMPARE(second.error().code, ErrorCode::Conflict);
    }
    void aReturnGoesBackToTheDispatcher()
    {
        const Case reported = mSmall.desk->report(draft(), userOf(u"acceptor"_s)).value();
        const Case filed = act(reported, CaseAction::File, u"filer"_s).value();
        QCOMPARE(act(filed, CaseAction::Dispatch, u"dispatcher"_s, u"nobody"_s).error().code,
                 ErrorCode::InvalidInput);
        const Case sent = act(filed, CaseAction::Dispatch, u"dispatcher"_s, u"U2"_s).value();
        const Case back =
            act(sent, CaseAction::Return, u"handler"_s, {}, u"非我单位职责"_s).value();
        QCOMPARE(back.state, CaseState::Filed);
        QVERIFY(back.unit.isEmpty());
        QCOMPARE(mSmall.findings(), QStringList());
    }
    void unitsWorkOnTheirOwn()
    {
        const Case reported = mSmall.desk->report(draft(), userOf(u"acceptor"_s)).value();
        const Case filed = act(reported, CaseAction::File, u"filer"_s).value();
        const Case sent = act(filed, CaseAction::Dispatch, u"dispatcher"_s, u"U1"_s).value();
        User stranger = userOf(u"handler"_s);
        stranger.actsForAllUnits = false;
        stranger.organisation = u"U2"_s;
        ActionRequest handle;
        handle.action = CaseAction::Handle;
        QCOMPARE(mSmall.desk->act(sent.id, handle, stranger).error().code, ErrorCode::Refused);
        stranger.organisation = u"U1"_s;
        QVERIFY(mSmall.desk->act(sent.id, handle, stranger));
    }
    void noStepIsEarlierThanTheLast()
    {
        const Case reported = mSmall.desk->report(draft(), userOf(u"acceptor"_s)).value();
        mSmall.clock.set(testStart() - std::chrono::hours(1));
        ActionRequest file;
        QCOMPARE(mSmall.desk->act(reported.id, file, userOf(u"filer"_s)).error().code,
                 ErrorCode::Refused);
        mSmall.clock.set(testStart() - std::chrono::seconds(5)); // two desks' clocks differ
        QCOMPARE(mSmall.desk->act(reported.id, file, userOf(u"filer"_s)).value().filedAt,
                 std::optional(testStart()));
        QCOMPARE(mSmall.findings(), QStringList());
    }
    void streetsSeeTheirOwn()
    {
        const Case reported = mSmall.desk->report(draft(), userOf(u"acceptor"_s)).value();
        User elsewhere = userOf(u"filer"_s);
        elsewhere.division = u"110101002"_s;
        ActionRequest file;
        QCOMPARE(mSmall.desk->act(reported.id, file, elsewhere).error().code, ErrorCode::Refused);
        elsewhere.division = u"110101001"_s;
        QVERIFY(mSmall.desk->act(reported.id, file, elsewhere));
    }
    void anUnknownStreetOrClassIsSaid()
    {
        CaseQuery query;
        QVERIFY(mSmall.desk->list(query).value().isEmpty()); // an empty store is no mistake
        query.street = u"110101001"_s;
        QVERIFY(mSmall.desk->list(query).value().isEmpty());
        query.classCode = u"06010"_s;
        QVERIFY(mSmall.desk->list(query).value().isEmpty());
        query.classCode = u"99999"_s;
        QCOMPARE(mSmall.desk->list(query).error().code, ErrorCode::InvalidInput);
        query.classCode.clear();
        for (const QString &street : {u"110101009"_s, u"110101"_s}) { // absent, and a district
            query.street = street;
            QCOMPARE(mSmall.desk->list(query).error().code, ErrorCode::InvalidInput);
            QVERIFY(mSmall.desk->list(query).error().message.contains(street));
        }
        // Imported cases may name what the district does not have.
        CaseStep imported = reportStep(testStart());
        imported.facts.insert(u"street"_s, u"110101009"_s);
        imported.facts.insert(u"class"_s, u"99999"_s);
        QVERIFY(mSmall.store->cases().add(CaseId::make(testStart(), 0, 1), imported));
        query.state = CaseState::Closed;
        QVERIFY(!mSmall.desk->list(query));
        query.street = u"110101009"_s;
        query.classCode = u"99999"_s;
        QVERIFY(mSmall.desk->list(query).value().isEmpty());
    }
    void theGridsAreReadAgainWhenTheyChange()
    {
        QVERIFY(mSmall.desk->report(draft(), userOf(u"acceptor"_s)));
        QList<UnitGrid> grids = smallGrids();
        std::swap(grids[0].outline, grids[1].outline);
        QVERIFY(mSmall.store->write(grids, u"admin1"_s, u"swapped"_s, testStart()));
        QCOMPARE(mSmall.desk->report(draft(), userOf(u"acceptor"_s)).value().grid,
                 u"110101001001002"_s);
    }
    void theCheckFindsWhatWasChanged_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("kind");
        QTest::newRow("row") << u"UPDATE cases SET text = 'x'"_s << u"row"_s;
        QTest::newRow("state") << u"UPDATE cases SET state = 'closed'"_s << u"row"_s;
        QTest::newRow("event") << u"UPDATE events SET actor = 'x'"_s << u"chain"_s;
        QTest::newRow("time") << u"UPDATE events SET at = '2020-01-01T00:00:00.000Z'"_s
                              << u"chain"_s;
        QTest::newRow("head") << u"UPDATE cases SET head = x'00'"_s
                              << u"damage: The end of the log"_s;
        QTest::newRow("evidence") << u"UPDATE attachments SET content = x'00'"_s << u"evidence"_s;
        QTest::newRow("evidence gone") << u"DELETE FROM attachments"_s << u"evidence"_s;
        QTest::newRow("event gone") << u"DELETE FROM events WHERE sequence = 2"_s << u"row"_s;
        QTest::newRow("count")
            << u"INSERT INTO gridward_open_cases (unit, count) VALUES ('U1', 1)"_s << u"count"_s;
        QTest::newRow("grid gone")
            << u"UPDATE grids SET community = 'x' WHERE code LIKE '%4'"_s << u"reference"_s;
    }
    void theCheckFindsWhatWasChanged()
    {
        QFETCH(QString, sql);
        QFETCH(QString, kind);
        ReportDraft withPicture = draft();
        withPicture.attachments = {{u"near.jpg"_s, u"image/jpeg"_s, QByteArray("picture")}};
        const Case reported = mSmall.desk->report(withPicture, userOf(u"acceptor"_s)).value();
        QVERIFY(act(reported, CaseAction::File, u"filer"_s));
        QCOMPARE(mSmall.findings(), QStringList());
        SqlConnection &connection = mSmall.store->connection();
        for (const QString &table : {u"events"_s, u"attachments"_s}) {
            for (const QString &what : {u"changed"_s, u"deleted"_s}) {
                QVERIFY(connection.execute(u"DROP TRIGGER %1_are_not_%2 %3"_s.arg(
                    table, what, connection.pick({}, u"ON "_s + table))));
            }
        }
        QVERIFY(connection.execute(connection.pick(u"PRAGMA foreign_keys=OFF"_s,
                                                   u"SET session_replication_role = replica"_s)));
        const Result<void> changed = connection.execute(
            connection.isServer() ? QString(sql)
                                        .replace(u"x'00'"_s, u"'\\x00'"_s)
                                        .replace(u"(unit, count) VALUES ('U1', 1)"_s,
                                                 u"(unit, slot, count) VALUES ('U1', 0, 1)"_s)
                                  : sql);
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().detail));
        const QStringList found = mSmall.findings().filter(QRegularExpression(u"^"_s + kind));
        QVERIFY2(!found.isEmpty(), qPrintable(mSmall.findings().join(u'\n')));
    }
};

static const TestRegistration<TestCaseDesk> registration;

} // namespace gridward

#include "test_casedesk.moc"
