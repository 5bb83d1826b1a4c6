// SPDX-License-Identifier: GPL-3.0-or-later
// How a street stands this month, against a plain recount of the demo; alarms that are remembered;
// the list for the round.
#include "models/domain/standing.h"
#include "models/service/alarmdesk.h"
#include "models/service/casedesk.h"
#include "models/service/simulation/demobuilder.h"
#include "models/service/streetdesk.h"
#include "models/store/draftstore.h"
#include "models/store/geopackagestore.h"
#include "models/view/officeloads.h"
#include "models/view/roundlist.h"
#include "tests/support/casebuilder.h"
#include "tests/support/sqlwork.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

namespace {

const Instant kAt = *instantFromIso(u"2026-11-20T08:00:00Z");
const auto kStreet = u"110101001"_s;

CaseEvent anEvent(CaseAction action, CaseState to, int sequence)
{
    CaseEvent made;
    made.sequence = sequence;
    made.action = action;
    made.to = to;
    return made;
}

} // namespace

class TestStanding : public QObject
{
    Q_OBJECT
    QTemporaryDir mFolder;
    std::unique_ptr<GeoPackageStore> mDemo;

private slots:
    void initTestCase()
    {
        Result<std::unique_ptr<GeoPackageStore>> made =
            GeoPackageStore::create(mFolder.filePath(u"demo.gpkg"_s), smallInfo());
        QVERIFY(made);
        mDemo = std::move(made).value();
        DemoOptions options;
        options.at = kAt;
        options.days = 60;
        options.open = 400;
        options.cases = 3000;
        const QDir resources(QStringLiteral(GRIDWARD_TEST_DATA) + u"/../../resources"_s);
        options.dataFolder = resources.filePath(u"demo"_s);
        options.catalogueFolder = resources.filePath(u"catalogue"_s);
        const Result<DemoReport> built = buildDemo(*mDemo, options, {});
        QVERIFY2(built, built ? "" : qPrintable(built.error().message + built.error().detail));
    }
    void figuresOfOneCase_data()
    {
        QTest::addColumn<Case>("subject");
        QTest::addColumn<CaseTurns>("turns");
        QTest::addColumn<StandingFigures>("now");
        const auto made = [](CaseState state) {
            Case one = aCase(1).state(state);
            one.reportedAt = kAt - 48h;
            return one;
        };
        Case open = made(CaseState::AtUnit);
        open.dueAt = kAt + 1h;
        QTest::newRow("open in time") << open << CaseTurns{} << StandingFigures{1};
        Case late = open;
        late.dueAt = kAt - 1h;
        QTest::newRow("open, late")
            << late << CaseTurns{1, 1, 0} << StandingFigures{1, 0, 0, 1, 1, 0, 1, 0};
        Case back = made(CaseState::Filed); // handed back: the limit is no more, the mark stays
        back.overdueAt = kAt - 1h;
        QTest::newRow("handed back late")
            << back << CaseTurns{1, 1, 0} << StandingFigures{1, 0, 0, 1, 1, 0, 1, 0};
        Case exempt = late;
        exempt.exempt = true;
        QTest::newRow("open, late, exempt") << exempt << CaseTurns{} << StandingFigures{1};
        Case closed = made(CaseState::Closed);
        closed.dueAt = kAt;
        closed.handledAt = kAt - 1h;
        closed.closedAt = kAt - 1min;
        QTest::newRow("closed in time")
            << closed << CaseTurns{} << StandingFigures{1, 1, 1, 1, 0, 1, 0, 0};
        closed.overdueAt = kAt - 2h; // it had been late once, and got a new limit
        QTest::newRow("closed, had been late")
            << closed << CaseTurns{1, 0, 2} << StandingFigures{1, 1, 0, 1, 0, 1, 0, 1};
        closed.exempt = true;
        QTest::newRow("closed late, exempt")
            << closed << CaseTurns{} << StandingFigures{1, 1, 0, 0, 0, 1, 0, 0};
        QTest::newRow("void") << made(CaseState::Void) << CaseTurns{} << StandingFigures{1};
        Case rework = made(CaseState::Rework);
        QTest::newRow("in rework")
            << rework << CaseTurns{1, 0, 1} << StandingFigures{1, 0, 0, 0, 0, 1, 0, 1};
        Case early = open;
        early.reportedAt = *instantFromIso(u"2026-10-31T15:59:59Z"); // October there
        QTest::newRow("of the month before") << early << CaseTurns{} << StandingFigures{};
    }
    void figuresOfOneCase()
    {
        QFETCH(Case, subject);
        QFETCH(CaseTurns, turns);
        QFETCH(StandingFigures, now);
        StandingCount count(kStreet, kAt, QTimeZone("Asia/Shanghai"));
        count.add(subject, turns);
        const Standing standing = count.result();
        QCOMPARE(standing.month, QDate(2026, 11, 1));
        QCOMPARE(standing.all.now, now);
        QCOMPARE(standing.all.before.registered, now.registered == 0 ? 1 : 0);
        QCOMPARE(standing.communities.size(), 1);
        QCOMPARE(standing.communities.first().now, now);
    }
    void turnsOfALog_data()
    {
        QTest::addColumn<QList<CaseEvent>>("after"); // the case was dispatched
        QTest::addColumn<CaseTurns>("turns");
        using A = CaseAction;
        using S = CaseState;
        const CaseEvent returned = anEvent(A::Return, S::Filed, 4);
        const CaseEvent rework = anEvent(A::Rework, S::Rework, 4);
        const auto back = [](S to) { return anEvent(A::Withdraw, to, 5); };
        QTest::newRow("none") << QList<CaseEvent>{} << CaseTurns{3, 0, 0};
        QTest::newRow("a unit's return") << QList{returned} << CaseTurns{4, 1, 0};
        QTest::newRow("a dispatcher's return is not the unit's")
            << QList{returned, anEvent(A::Return, S::PendingFiling, 5)} << CaseTurns{5, 1, 0};
        QTest::newRow("rework") << QList{rework} << CaseTurns{4, 0, 1};
        QTest::newRow("a return taken back")
            << QList{returned, back(S::AtUnit)} << CaseTurns{5, 0, 0};
        QTest::newRow("a rework taken back")
            << QList{rework, back(S::Checking)} << CaseTurns{5, 0, 0};
        QTest::newRow("taken back, then returned after all")
            << QList{returned, back(S::AtUnit), anEvent(A::Return, S::Filed, 6)}
            << CaseTurns{6, 1, 0};
        QTest::newRow("something else taken back after a return")
            << QList{returned,
                     anEvent(A::Dispatch, S::AtUnit, 5),
                     anEvent(A::Withdraw, S::Filed, 6)}
            << CaseTurns{6, 1, 0};
    }
    void turnsOfALog()
    {
        QFETCH(QList<CaseEvent>, after);
        QFETCH(CaseTurns, turns);
        const QList<CaseEvent> events{anEvent(CaseAction::Report, CaseState::Registered, 1),
                                      anEvent(CaseAction::File, CaseState::Filed, 2),
                                      anEvent(CaseAction::Dispatch, CaseState::AtUnit, 3)};
        QCOMPARE(turnsOf(events + after), turns);
    }
    void howMuchOfAStreetIsSeen_data()
    {
        QTest::addColumn<User>("user");
        QTest::addColumn<std::optional<StreetPart>>("part");
        using Part = std::optional<StreetPart>;
        const auto works = [](const QString &role, const QString &division) {
            return User{u"x"_s, {}, role, division, u"U1"_s, false, false};
        };
        const QString community = kStreet + u"001"_s;
        const Part whole = StreetPart{kStreet};
        const Part none = std::nullopt;
        QTest::newRow("office") << works(u"street"_s, kStreet) << whole;
        QTest::newRow("centre") << works(u"dispatcher"_s, {}) << whole;
        QTest::newRow("district") << works(u"dispatcher"_s, u"110101"_s) << whole;
        QTest::newRow("community")
            << works(u"street"_s, community) << Part(StreetPart{kStreet, community});
        QTest::newRow("community elsewhere") << works(u"street"_s, u"110101002001"_s) << none;
        QTest::newRow("street elsewhere") << works(u"street"_s, u"110101002"_s) << none;
        QTest::newRow("grid") << works(u"street"_s, community + u"01"_s) << none;
        QTest::newRow("unit") << works(u"handler"_s, kStreet) << none;
        QTest::newRow("unit of the district") << works(u"handler"_s, {}) << none;
        QTest::newRow("unit of a community") << works(u"handler"_s, community) << none;
        QTest::newRow("no such role") << works(u"nobody"_s, kStreet) << none;
    }
    void howMuchOfAStreetIsSeen()
    {
        QFETCH(User, user);
        QFETCH(std::optional<StreetPart>, part);
        const auto division = [](const QString &code, const QString &parent) {
            return Division{code, parent, {}, {}, 0, 0.0, {}};
        };
        const QString street = u"110101002"_s;
        const AccessRules rules(Permissions::standard(),
                                DivisionTree({division(u"110101"_s, {}),
                                              division(kStreet, u"110101"_s),
                                              division(street, u"110101"_s),
                                              division(kStreet + u"001"_s, kStreet),
                                              division(street + u"001"_s, street)},
                                             {{kStreet + u"00101"_s, kStreet + u"001"_s}}));
        QCOMPARE(partSeen(rules, user, kStreet), part);
    }
    void aCommunityIsNotTheStreet()
    {
        const Result<Standing> street = readStanding(*mDemo, {kStreet}, kAt);
        QVERIFY(street && street.value().communities.size() > 1);
        const StandingRow row = street.value().communities.first();
        const Result<Standing> part = readStanding(*mDemo, {kStreet, row.community}, kAt);
        QVERIFY(part);
        QCOMPARE(part.value().community, row.community);
        QCOMPARE(part.value().all.now, row.now);
        QCOMPARE(part.value().communities.size(), 1);
        User handler{u"h"_s, {}, u"handler"_s, {}, u"U1"_s, false, false};
        const Result<StreetPart> refused = partFor(*mDemo, handler, kStreet);
        QVERIFY(!refused && refused.error().code == ErrorCode::Refused);
        handler.role = u"street"_s;
        QCOMPARE(partFor(*mDemo, handler, kStreet).value(), StreetPart{kStreet});
    }
    void theDemoRecounted()
    {
        const Instant month = *instantFromIso(u"2026-10-31T16:00:00Z"); // begin of November there
        const Instant before = *instantFromIso(u"2026-09-30T16:00:00Z");
        for (const QString &street : {kStreet, u"110101005"_s}) {
            const Result<Standing> standing = readStanding(*mDemo, {street}, kAt);
            QVERIFY(standing);
            StandingFigures now;
            StandingFigures then;
            const auto visit = [&](const Case &one, const QList<CaseEvent> &events) {
                if (one.street != street || !one.reportedAt || *one.reportedAt < before ||
                    *one.reportedAt > kAt) {
                    return true;
                }
                StandingFigures &f = *one.reportedAt < month ? then : now;
                const bool closed =
                    one.state == CaseState::Closed || one.state == CaseState::Archived;
                const bool late = isOpen(one.state) && (one.overdueAt || isOverdue(one, kAt));
                const auto any = [&](CaseAction action, std::optional<CaseState> to) {
                    return std::ranges::any_of(events, [&](const CaseEvent &e) {
                        return e.action == action && (!to || e.to == *to);
                    });
                };
                const bool reworked = any(CaseAction::Rework, std::nullopt);
                f.registered += 1;
                f.closed += closed;
                f.closedInTime += closed && !one.overdueAt && !one.exempt &&
                                  (!one.dueAt || !one.handledAt || *one.handledAt <= *one.dueAt);
                f.overdueOpen += late && !one.exempt;
                f.dueToClose += (late || closed) && !one.exempt;
                f.handled += one.handledAt || reworked;
                f.returned += any(CaseAction::Return, CaseState::Filed);
                f.reworked += reworked;
                return true;
            };
            QVERIFY(mDemo->cases().visitAll(visit));
            QCOMPARE(standing.value().all.now, now);
            QCOMPARE(standing.value().all.before, then);
            QVERIFY(now.registered > 20 && then.closed > 20); // else this would prove nothing
            int sum = 0;
            for (const StandingRow &row : standing.value().communities) {
                sum += row.now.closed + row.before.closed;
            }
            QCOMPARE(sum, now.closed + then.closed);
        }
    }
    void readingAgainCostsLittle()
    {
        TurnsCache cache;
        const auto work = [&] {
            const SqlWork counted(mDemo->connection());
            StandingReader reader({kStreet}, kAt, cache);
            for (Result<bool> more = true; more && more.value(); more = reader.readOn(*mDemo)) {
            }
            return counted.steps();
        };
        const qint64 first = work();
        const qint64 again = work();
        QVERIFY2(again * 2 < first, qPrintable(u"%1 then %2"_s.arg(first).arg(again)));
        // Only what was registered in the two months, a piece of the rest at the most.
        const Result<Standing> standing = readStanding(*mDemo, {kStreet}, kAt);
        QVERIFY(standing);
        QCOMPARE(standing.value().visited,
                 standing.value().all.now.registered + standing.value().all.before.registered);
    }
    void anOfficeAndItsPeople()
    {
        const Result<StreetOffice> office = readOffice(*mDemo, kStreet, {}, kAt);
        QVERIFY(office);
        QVERIFY(!office.value().units.isEmpty());
        QCOMPARE(office.value().units.first().division, kStreet);
        QVERIFY(office.value().people.size() >= 6);
        QVERIFY(std::ranges::any_of(office.value().people, &OfficePerson::isOnDuty));
        for (const OfficePerson &one : office.value().people) {
            QVERIFY(office.value().unitCodes().contains(one.person.organisation));
        }
        const Result<StreetOffice> none = readOffice(*mDemo, u"999999999"_s, {}, kAt);
        QVERIFY(none && none.value().units.isEmpty());
    }
    void theOfficeTakesTheStepsOfItsUnits()
    {
        const Result<std::optional<User>> office = mDemo->user(u"street1"_s);
        QVERIFY(office && office.value());
        const User user = *office.value();
        QCOMPARE(user.division, kStreet);
        const QStringList own =
            readOffice(*mDemo, kStreet, user.organisation, kAt).value().unitCodes();
        const FixedClock clock{kAt};
        CaseDesk desk(*mDemo, clock, u"test"_s);
        const auto offer = [](const QList<ActionOffer> &offers, CaseAction action) {
            return *std::ranges::find(offers, action, &ActionOffer::action);
        };
        CaseQuery query;
        query.street = kStreet;
        query.openOnly = true;
        query.limit = 1000;
        int ours = 0;
        int others = 0;
        const Result<QList<Case>> cases = mDemo->cases().list(query);
        QVERIFY(cases);
        for (const Case &subject : cases.value()) {
            if (subject.state != CaseState::AtUnit) {
                continue;
            }
            const Result<CaseRecord> record = mDemo->cases().record(subject.id);
            QVERIFY(record);
            const Result<QList<ActionOffer>> offers = desk.offers(record.value(), user);
            QVERIFY(offers);
            QVERIFY(offer(offers.value(), CaseAction::Urge).allowed);
            const bool isOwn = own.contains(subject.unit);
            (isOwn ? ours : others) += 1;
            for (const CaseAction action :
                 {CaseAction::Return, CaseAction::Extend, CaseAction::Suspend}) {
                const ActionOffer found = offer(offers.value(), action);
                QVERIFY2(found.allowed == isOwn,
                         qPrintable(subject.unit + u' ' + toId(action) + u' ' + found.reason));
                QVERIFY(isOwn || !found.reason.isEmpty());
            }
        }
        qInfo("%d cases with the office, %d with units that are not its own", ours, others);
        QVERIFY(ours > 0 && others > 0); // else this would prove nothing
    }
    void alarmsAreRememberedForEachUser()
    {
        const Result<std::optional<User>> one = mDemo->user(u"street1"_s);
        const Result<std::optional<User>> other = mDemo->user(u"street2"_s);
        QVERIFY(one && one.value() && other && other.value());
        mDemo->actAs(*one.value(), kAt);
        const CaseId id = Case(aCase(1)).id;
        const QList<Alarm> orange{{id, CaseLevel::Orange, false}};
        const QList<Alarm> red{{id, CaseLevel::Red, false}};
        Result<AlarmPort::Claim> claim = claimAlarms(*mDemo, orange, kAt);
        QVERIFY(claim && claim.value().told == orange);
        const qint64 commits = mDemo->connection().commits();
        claim = claimAlarms(*mDemo, orange, kAt); // another seat of the same user
        QVERIFY(claim && claim.value().told.isEmpty() && claim.value().known == orange);
        QCOMPARE(mDemo->connection().commits(), commits); // what is known is only read
        QVERIFY(acknowledgeAlarms(*mDemo, orange, kAt));
        claim = claimAlarms(*mDemo, orange, kAt);
        QVERIFY(claim && claim.value().known.first().acknowledged);
        claim = claimAlarms(*mDemo, red, kAt); // raised: news again
        QVERIFY(claim && claim.value().told == red);
        // Until when somebody watched, is kept for each post, and never goes back.
        const auto seat = u"street/110101001"_s;
        QVERIFY(!alarmMemory(*mDemo, seat).value().watchedUntil);
        QVERIFY(noteAlarmsWatched(*mDemo, seat, kAt));
        QVERIFY(noteAlarmsWatched(*mDemo, seat, kAt - std::chrono::hours{1}));
        QCOMPARE(alarmMemory(*mDemo, seat).value().watchedUntil, std::optional(kAt));
        QCOMPARE(alarmMemory(*mDemo, seat).value().known.size(), 1);
        QVERIFY(!alarmMemory(*mDemo, u"street/110101002"_s).value().watchedUntil);
        mDemo->actAs(*other.value(), kAt);
        QVERIFY(!alarmMemory(*mDemo, seat).value().watchedUntil);
        QVERIFY(knownAlarms(*mDemo).value().isEmpty());
        claim = claimAlarms(*mDemo, red, kAt);
        QVERIFY(claim && claim.value().told == red);
        mDemo->actAs(std::nullopt, kAt);
    }
    void loadsKeptByChangesAreThoseCountedAnew()
    {
        QHash<QUuid, Case> open;
        OfficeLoads kept;
        kept.reset(open, kStreet);
        int told = 0;
        for (int step = 0; step < 400; ++step) {
            Case one =
                aCase(step * 7 % 23).state(step % 5 == 0 ? CaseState::Closed : CaseState::Handling);
            one.street = step % 6 == 0 ? u"110101002"_s : kStreet;
            one.person = step % 4 == 0 ? QString() : u"p%1"_s.arg(step % 3);
            one.dueAt = step % 7 == 0 ? std::nullopt
                                      : std::optional(kAt + std::chrono::hours(step % 9 - 4));
            one.handledAt = step % 11 == 0 ? std::optional(kAt) : std::nullopt;
            if (isOpen(one.state)) {
                open.insert(one.id.value, one);
            } else {
                open.remove(one.id.value);
            }
            told += kept.take({one}) ? 1 : 0;
            OfficeLoads anew;
            anew.reset(open, kStreet);
            QCOMPARE(kept.at(kAt), anew.at(kAt));
            QHash<QString, OfficeLoad> plain;
            for (const Case &there : std::as_const(open)) {
                if (there.street == kStreet && !there.person.isEmpty() && !there.handledAt) {
                    ++plain[there.person].open;
                    plain[there.person].overdue += isOverdue(there, kAt) ? 1 : 0;
                }
            }
            QCOMPARE(kept.at(kAt), plain);
            QVERIFY(!kept.take({one})); // the same again makes no difference
        }
        QVERIFY(told > 100 && told < 400);
    }
    void theListForTheRound()
    {
        const auto of =
            [](int number, CaseState state, const QString &community, const QString &person) {
                Case one = aCase(number).state(state).unit(u"U1"_s);
                one.community = community;
                one.person = person;
                one.dueAt = kAt - std::chrono::hours(number);
                return one;
            };
        const QString first = kStreet + u"001"_s;
        const QString second = kStreet + u"002"_s;
        Case elsewhere = of(8, CaseState::AtUnit, first, {});
        elsewhere.unit = u"U2"_s;
        const QList<Case> cases{of(1, CaseState::AtUnit, second, {}),
                                of(2, CaseState::Handling, first, u"p2"_s),
                                of(3, CaseState::Rework, first, u"p1"_s),
                                of(4, CaseState::Handling, first, u"p1"_s),
                                of(5, CaseState::AtUnit, first, {}),
                                of(6, CaseState::Suspended, first, u"p1"_s),
                                of(7, CaseState::FedBack, first, u"p1"_s),
                                elsewhere};
        const RoundOrder order{kStreet, {}, {u"U1"_s}, kAt, false};
        const RoundList list =
            makeRoundList(cases, order, DistrictNames(), {{u"p1"_s, u"B"_s}, {u"p2"_s, u"A"_s}});
        QCOMPARE(list.count(), 5);
        QCOMPARE(list.groups.size(), 4);
        QCOMPARE(list.groups.at(0).personName, u"A"_s);
        QCOMPARE(list.groups.at(1).personName, u"B"_s);
        QCOMPARE(list.groups.at(1).entries.size(), 2);
        QCOMPARE(list.groups.at(1).entries.first().id, Case(aCase(4)).id); // first due first
        QVERIFY(list.groups.at(2).person.isEmpty());                       // nobody's come last
        QCOMPARE(list.groups.at(3).community, second);
        QVERIFY(list.groups.at(0).entries.first().isLate);
        QCOMPARE(toJson(list).value(u"count"_s).toInt(), 5);
        RoundOrder one = order;
        one.community = second;
        const RoundList part = makeRoundList(cases, one, DistrictNames(), {});
        QCOMPARE(part.count(), 1);
        QVERIFY(part.scope().contains(second) && !list.scope().contains(second));
        QCOMPARE(toJson(part).value(u"community"_s).toString(), second);
        one.units.clear();
        one.community.clear();
        QCOMPARE(makeRoundList(cases, one, DistrictNames(), {}).count(), 6);
    }
};

static const TestRegistration<TestStanding> sRegistration;

} // namespace gridward

#include "test_standing.moc"
