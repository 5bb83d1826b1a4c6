// SPDX-License-Identifier: GPL-3.0-or-later
// What the wall is answered: whose it is to see, as of when, and how much is read for it.
#include "models/domain/shapedistance.h"
#include "models/service/districtservice.h"
#include "models/service/evaluationdesk.h"
#include "models/service/walldesk.h"
#include "models/service/wallqueries.h"
#include "models/service/wallreaders.h"
#include "models/store/staffstore.h"
#include "tests/support/smalldesk.h"
#include "tests/support/sqlorder.h"
#include "tests/support/sqlwork.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

namespace {

const auto kDistrict = u"110101"_s;
const auto kStreet = u"110101001"_s;
const auto kElsewhere = u"110101002"_s;
const auto kCommunity = u"110101001001"_s;
const auto kGrid = u"110101001001001"_s;
constexpr GeoPoint kPlace{116.305, 39.905};
const QDate kToday(2026, 11, 21); ///< a Saturday

Instant at(const char *text)
{
    return *instantFromIso(QString::fromLatin1(text));
}

CaseStep step(CaseAction action, CaseState to, Instant when, const QJsonObject &facts = {})
{
    CaseStep made = stepOf(action, to, when);
    made.facts = facts;
    return made;
}

template <typename T>
ErrorCode codeOf(const Result<T> &answer)
{
    return answer ? ErrorCode::Internal : answer.error().code;
}

} // namespace

class TestWallDesk : public QObject
{
    Q_OBJECT

    StoreMaker mMaker;
    std::unique_ptr<SqlStore> mStore;
    quint64 mBits = 0;

    /** A case reported then, with what else happened to it. */
    CaseId add(Instant when, const QList<CaseStep> &more = {}, const QJsonObject &facts = {})
    {
        CaseStep report = reportStep(when);
        report.facts.insert(u"reported_at"_s, toIsoText(when));
        for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
            report.facts.insert(fact.key(), fact.value());
        }
        const CaseId id = CaseId::make(when, 5, ++mBits);
        Result<std::unique_ptr<CaseBatch>> batch = mStore->cases().beginBatch();
        const Result<bool> added = batch.value()->add(id, QList{report} + more);
        return added && batch.value()->commit() ? id : CaseId{};
    }
    /** Reported, sent to a unit within a day's limit, handed in after so long. */
    CaseId addHandled(Instant when, std::chrono::hours after, std::chrono::hours limit = 24h)
    {
        return add(when,
                   {step(CaseAction::File, CaseState::Filed, when + 1min),
                    step(CaseAction::Dispatch,
                         CaseState::AtUnit,
                         when + 2min,
                         {{u"unit"_s, u"U1"_s}, {u"due_at"_s, toIsoText(when + limit)}}),
                    step(CaseAction::Handle, CaseState::FedBack, when + after)});
    }
    void actAs(const QString &user)
    {
        const Result<std::optional<User>> found = mStore->user(user);
        QVERIFY2(found && found.value(), qPrintable(user));
        mStore->actAs(found.value(), testStart());
    }
    void actAsProgram() { mStore->actAs(std::nullopt, {}); }

private slots:
    void initTestCase_data() { addStoreKinds(); }
    void init()
    {
        QFETCH_GLOBAL(QString, kind);
        mStore = mMaker.empty(kind);
        QVERIFY(mStore && fillSmallDistrict(*mStore));
        QVERIFY(mStore->write(
            QList<Division>{{kElsewhere, kDistrict, u"street"_s, u"二街道"_s, 0, 0.0, {}}}));
        QVERIFY(mStore->write(QList<User>{{u"street1"_s, {}, u"street"_s, kStreet, u"U2"_s, false},
                                          {u"street2"_s, {}, u"street"_s, kElsewhere, {}, false},
                                          {u"leader1"_s, {}, u"leader"_s, {}, {}, false},
                                          {u"handler1"_s, {}, u"handler"_s, {}, u"U1"_s, false}}));
    }

    void usualDaysGoByTheWorkingCalendar()
    {
        // A Saturday that is worked for the holidays of October; 09:00 there.
        const Instant now = at("2026-10-10T01:00:00Z");
        add(now - 1h);                   // today, at 8
        add(at("2026-10-08T00:10:00Z")); // Thursday, at 8
        add(at("2026-09-29T00:10:00Z")); // Tuesday, at 8
        add(at("2026-09-29T00:20:00Z"));
        add(at("2026-09-20T00:10:00Z")); // a Sunday that is worked
        add(at("2026-10-05T00:10:00Z")); // a Monday off
        add(at("2026-09-26T00:10:00Z")); // a Saturday
        const WallRhythm made = readWallRhythm(*mStore, now).value();
        QVERIFY(made.isWorkday);
        QCOMPARE(made.asOf, now);
        QCOMPARE(made.rhythm.day, QDate(2026, 10, 10));
        QCOMPARE(made.rhythm.usualDays, 3);
        QCOMPARE(made.rhythm.usual.at(8), 4.0 / 3);
        QCOMPARE(made.rhythm.today.at(8), 1);
        const WallRhythm off = readWallRhythm(*mStore, at("2026-10-05T01:00:00Z")).value();
        QVERIFY(!off.isWorkday);
        QCOMPARE(off.rhythm.usualDays, 1); // that Saturday
    }
    void theRhythmCostsAFewQuestions()
    {
        add(testStart());
        const SqlOrder order(mStore->connection());
        QVERIFY(readWallRhythm(*mStore, testStart()));
        QVERIFY2(order.inside() + order.outside() <= 10,
                 qPrintable(QString::number(order.inside() + order.outside())));
    }
    void whatCameLaterIsInNoAnswer()
    {
        const Instant now = testStart();
        const CaseId first = addHandled(now - 50h, 49h); // two days after: too late
        const CaseId later = add(now - 30min);
        const Instant then = now - 40h;
        const WallRhythm rhythm = readWallRhythm(*mStore, now, now - 31min).value();
        QCOMPARE(rhythm.rhythm.today.at(14), 0);
        QCOMPARE(readWallRhythm(*mStore, now).value().rhythm.today.at(14), 1);
        const WallEvents events = readWallEvents(*mStore, 10, now, then).value();
        QCOMPARE(events.asOf, then);
        QCOMPARE(events.events.size(), 3);
        QCOMPARE(events.events.first().action, CaseAction::Dispatch);
        QCOMPARE(events.events.first().subject.state, CaseState::AtUnit);
        QCOMPARE(readWallEvents(*mStore, 10, now).value().events.size(), 5);
        QCOMPARE(readWallIncident(*mStore, first, now, then).value().record.subject.state,
                 CaseState::AtUnit);
        QCOMPARE(codeOf(readWallIncident(*mStore, later, now, then)), ErrorCode::NotFound);
        QVERIFY(readWallIncident(*mStore, later, now));
        // Then it was neither handed in nor late: nothing to judge yet.
        const WallStreets streets = readWallStreets(*mStore, now, then).value();
        QCOMPARE(streets.today, QDate(2026, 11, 19)); // 23:00 there
        QCOMPARE(streets.inTime, Figure{});
        QCOMPARE(streets.streets.first().registered.last(), 1);
        const WallStreets lately = readWallStreets(*mStore, now).value();
        QCOMPARE(lately.inTime, (Figure{0, 1, {}}));
        QCOMPARE(lately.streets.first().registered.last(), 1);
        QCOMPARE(readWallMonth(*mStore, now, then).value().present.visited, 1);
        QCOMPARE(readWallMonth(*mStore, now).value().present.visited, 2);
    }
    void atTheLastMomentThenIsNow()
    {
        const Instant now = testStart();
        for (int i = 0; i < 40; ++i) {
            addHandled(now - std::chrono::hours(20 * i + 30), std::chrono::hours(10 + i % 30));
        }
        const WallStreets streets = readWallStreets(*mStore, now).value();
        const WallStreets then = readWallStreets(*mStore, now, now).value();
        QVERIFY(streets.inTime.whole > 20 && streets.inTime.part > 5);
        QCOMPARE(then.inTime, streets.inTime);
        for (qsizetype i = 0; i < streets.streets.size(); ++i) {
            QCOMPARE(then.streets.at(i).registered, streets.streets.at(i).registered);
            QCOMPARE(then.streets.at(i).rank, streets.streets.at(i).rank);
        }
        const WallMonth month = readWallMonth(*mStore, now).value();
        QCOMPARE(readWallMonth(*mStore, now, now).value().present, month.present);
        QCOMPARE(readWallMonth(*mStore, now, now).value().previous, month.previous);
    }
    void nothingThatWasSaidLeavesForAWall()
    {
        const QString said = u"住在三单元的王某"_s;
        const Instant now = testStart();
        const CaseId id = add(now - 2h,
                              {step(CaseAction::Supervise,
                                    CaseState::Reported,
                                    now - 1h,
                                    {{u"reply_due_at"_s, toIsoText(now + 1h)}})},
                              {{u"source"_s, u"hotline"_s},
                               {u"text"_s, said},
                               {u"address"_s, said},
                               {u"external_id"_s, said}});
        const WallIncident incident = readWallIncident(*mStore, id, now).value();
        const WallEvents events = readWallEvents(*mStore, 5, now).value();
        QCOMPARE(events.events.size(), 2);
        for (const Case &subject : {incident.record.subject, events.events.first().subject}) {
            QCOMPARE(subject.text + subject.address + subject.externalId, QString());
            QCOMPARE(subject.street, kStreet);
        }
        QVERIFY(!incident.record.process.toJson().contains(said.toUtf8()));
        // A patrol's place is no secret.
        const CaseId patrol = add(now, {}, {{u"address"_s, u"多福巷1号"_s}, {u"text"_s, said}});
        const Case seen = readWallIncident(*mStore, patrol, now).value().record.subject;
        QCOMPARE(seen.address, u"多福巷1号"_s);
        QCOMPARE(seen.text, QString());
    }
    void streetsAreThoseOfTheEvaluation()
    {
        const Instant now = testStart();
        for (int i = 0; i < 30; ++i) {
            addHandled(now - std::chrono::hours(17 * i + 30), std::chrono::hours(10 + i % 30));
        }
        add(now - 2h, {}, {{u"street"_s, kElsewhere}});
        add(now - 24h * 29, {}, {{u"street"_s, kElsewhere}}); // the first of the 30 days
        add(now - 24h * 13, {}, {{u"street"_s, kElsewhere}}); // the first of the 14
        add(now - 24h * 14, {}, {{u"street"_s, kElsewhere}});
        const Result<WallStreets> streets = readWallStreets(*mStore, now);
        QVERIFY(streets);
        QCOMPARE(streets.value().streets.size(), 2);
        QCOMPARE(streets.value().today, kToday);
        const WallStreet &elsewhere = streets.value().streets.at(1);
        QCOMPARE(elsewhere.code, kElsewhere);
        QCOMPARE(elsewhere.registered, (QList<int>{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
        QCOMPARE(elsewhere.rank, std::optional<int>());
        const EvaluationOrder order{
            {Period::Kind::Range, kToday.addDays(-29), kToday}, EvaluationLevel::Street, false};
        const Evaluation whole = readEvaluation(*mStore, order, now).value();
        const qsizetype place = whole.definitions.indexOf(definitionOf(Indicator::InTimeHandling));
        QCOMPARE(streets.value().streets.first().inTime, *whole.row(kStreet)->figures.at(place));
        QVERIFY(streets.value().streets.first().inTime.part > 5);
        QCOMPARE(streets.value().streets.first().rank, std::optional<int>(1));
        QCOMPARE(streets.value().inTime, *whole.all.figures.at(place));
        QCOMPARE(whole.visited, 34);
    }
    void streetsAndMonthAreOnePass()
    {
        QVERIFY(addCases(*mStore, 9'000)); // of three pieces, in six days
        const Instant now = testStart();
        const auto stepsOf = [&](const std::function<bool()> &read) {
            const SqlWork work(mStore->connection());
            return read() ? work.steps() : -1;
        };
        const EvaluationOrder order{
            {Period::Kind::Range, kToday.addDays(-29), kToday}, EvaluationLevel::Street, false};
        const qint64 once = stepsOf([&] { return readEvaluation(*mStore, order, now).isOk(); });
        const qint64 streets = stepsOf([&] { return readWallStreets(*mStore, now).isOk(); });
        const qint64 month = stepsOf([&] { return readWallMonth(*mStore, now).isOk(); });
        QVERIFY(once > 0 && streets > 0 && month > 0);
        QVERIFY2(streets <= once * 105 / 100, qPrintable(u"%1, %2"_s.arg(once).arg(streets)));
        QVERIFY2(month <= once * 105 / 100 + 500, qPrintable(u"%1, %2"_s.arg(once).arg(month)));
        WallStreetsReader reader(now, std::nullopt);
        int pieces = 1;
        while (reader.readOn(*mStore).value()) {
            ++pieces;
        }
        QCOMPARE(pieces, 3);
        QCOMPARE(reader.result().streets.first().registered.mid(9),
                 (QList<int>{1440, 1440, 1440, 1440, 901}));
    }
    void theMonthIsComparedWithTheSameDays()
    {
        QCOMPARE(monthSoFar(QDate(2026, 3, 31)).second.last, QDate(2026, 2, 28));
        QCOMPARE(monthSoFar(QDate(2026, 1, 15)).second.first, QDate(2025, 12, 1));
        QCOMPARE(monthSoFar(QDate(2026, 1, 15)).second.last, QDate(2025, 12, 15));
        const QTimeZone zone("Asia/Shanghai");
        QCOMPARE(aMonthBefore(at("2026-03-31T04:00:00Z"), zone), at("2026-02-28T16:00:00Z"));
        QCOMPARE(aMonthBefore(at("2026-01-15T04:00:00Z"), zone), at("2025-12-15T04:00:00Z"));
        QCOMPARE(monthSoFar(QDate(2026, 11, 1)).first,
                 (Period{Period::Kind::Range, QDate(2026, 11, 1), QDate(2026, 11, 1)}));
        const Instant now = testStart();
        add(at("2026-10-31T16:00:00Z")); // the first midnight of November
        add(at("2026-10-31T15:59:59Z")); // October, behind the same days
        add(at("2026-10-21T16:00:00Z")); // the 22nd: neither
        add(at("2026-10-21T15:59:59Z")); // the same day, but a later hour
        const Instant then = aMonthBefore(now, zone);
        QCOMPARE(then, now - std::chrono::days(31));
        add(then);                       // the same hour
        add(at("2026-09-30T16:00:00Z")); // the first of October
        add(at("2026-09-30T15:59:59Z")); // September
        add(now, {}, {{u"grid"_s, QString()}, {u"community"_s, QString()}});
        const WallMonth month = readWallMonth(*mStore, now).value();
        QCOMPARE(month.period, (Period{Period::Kind::Range, QDate(2026, 11, 1), kToday}));
        QCOMPARE(month.before,
                 (Period{Period::Kind::Range, QDate(2026, 10, 1), QDate(2026, 10, 21)}));
        QCOMPARE(month.present.visited, 2);
        QCOMPARE(month.previous.visited, 2);
        QCOMPARE(month.present.all.figures.first()->whole, 2);
        QCOMPARE(month.areas.size(), 5);
        for (const WallArea &area : month.areas) {
            const bool isThere = area.code == kCommunity || area.code == kGrid;
            QCOMPARE(area.now, isThere ? 1 : 0);
            QCOMPARE(area.before, isThere ? 2 : 0);
            QCOMPARE(area.squareKilometres, area.level == "grid"_L1 ? 1e-6 : 4e-6);
        }
    }
    void theMonthBeforeIsAsItStoodThen()
    {
        addHandled(at("2026-10-10T02:00:00Z"), 24h * 20, 24h * 5); // late: on the 30th of October
        addHandled(at("2026-11-10T02:00:00Z"), 48h, 24h * 5);
        const WallMonth month = readWallMonth(*mStore, testStart()).value();
        const qsizetype place =
            month.present.definitions.indexOf(definitionOf(Indicator::Handling));
        QCOMPARE(month.asOfBefore, testStart() - std::chrono::days(31));
        QCOMPARE(month.present.all.figures.at(place)->part, 1);
        QCOMPARE(month.present.all.figures.at(place)->whole, 1);
        QCOMPARE(month.previous.all.figures.at(place)->part, 0); // not yet, on the 21st
        QCOMPARE(month.previous.all.figures.at(place)->whole, 1);
    }
    void whoMaySeeNoFiguresIsRefused()
    {
        const Instant now = testStart();
        add(now);
        actAs(u"acceptor1"_s);
        QCOMPARE(codeOf(readWallStreets(*mStore, now)), ErrorCode::Refused);
        QCOMPARE(codeOf(readWallMonth(*mStore, now)), ErrorCode::Refused);
        QVERIFY(readWallRhythm(*mStore, now));
        User guest;
        guest.name = u"guest1"_s;
        guest.role = u"guest"_s; // the roster is for everybody who has a role
        mStore->actAs(guest, now);
        QCOMPARE(codeOf(readWallDuty(*mStore, now)), ErrorCode::Refused);
        actAs(u"leader1"_s);
        QVERIFY(readWallStreets(*mStore, now));
        QVERIFY(readWallMonth(*mStore, now));
        QVERIFY(readWallDuty(*mStore, now));
        actAsProgram();
    }
    void aPartOfTheDistrictIsAnsweredForItself()
    {
        const Instant now = testStart();
        const CaseId id = add(now);
        actAs(u"street2"_s);
        QCOMPARE(codeOf(readWallIncident(*mStore, id, now)), ErrorCode::NotFound);
        QCOMPARE(readWallEvents(*mStore, 5, now).value().events.size(), 0);
        const WallStreets streets = readWallStreets(*mStore, now).value();
        QCOMPARE(streets.streets.size(), 1);
        QCOMPARE(streets.streets.first().code, kElsewhere);
        QCOMPARE(readWallMonth(*mStore, now).value().areas.size(), 0);
        actAs(u"street1"_s);
        QCOMPARE(readWallMonth(*mStore, now).value().areas.size(), 5);
        QVERIFY(readWallIncident(*mStore, id, now));
        actAsProgram();
        QCOMPARE(codeOf(readWallIncident(*mStore, CaseId::make(now, 9, 9), now)),
                 ErrorCode::NotFound);
    }
    void whatIsNearAnIncident()
    {
        const Instant now = testStart();
        const auto north = [](double metres) {
            return GeoPoint{kPlace.longitude, kPlace.latitude + metres / 111'033.0};
        };
        QList<Resource> resources{{u"far"_s, u"hydrant"_s, u"远"_s, {}, kGrid, 1, north(1600)}};
        for (int i = 0; i < 15; ++i) {
            resources.append({u"r%1"_s.arg(i, 2, 10, QLatin1Char('0')),
                              u"aed"_s,
                              u"%1"_s.arg(i),
                              {},
                              kGrid,
                              1,
                              north(1400 - 90.0 * i)});
        }
        QVERIFY(mStore->write(resources));
        QVERIFY(mStore->write(smallPlaces()));
        QVERIFY(mStore->write(QList<Person>{{u"p1"_s, u"王敏"_s, u"U1"_s, {}, {}, {}},
                                            {u"p2"_s, u"王强"_s, u"U1"_s, {}, {}, {}}}));
        QVERIFY(mStore->write(QList<Duty>{{u"p1"_s, u"police"_s, kGrid, kToday, {}}}));
        QVERIFY(mStore->write(
            QList<StaffPosition>{{u"p1"_s, kGrid, now - 59min, north(200)},
                                 {u"p2"_s, kGrid, now - 61min, north(10)},     // too long ago
                                 {u"p3"_s, kGrid, now + 1min, north(20)},      // not yet
                                 {u"p4"_s, kGrid, now - 1min, north(1501)}})); // too far
        const CaseId id = add(now - 5min, {}, {{u"person"_s, u"p2"_s}});
        const WallIncident made = readWallIncident(*mStore, id, now).value();
        QCOMPARE(made.resources.size(), kMostNear);
        QCOMPARE(made.resources.first().id, u"r14"_s);
        QVERIFY(std::abs(made.resources.first().metres - 140.0) < 1.0);
        QVERIFY(made.resources.last().metres < 1200.0);
        QCOMPARE(made.staff.size(), 1);
        QCOMPARE(made.staff.first().kind, u"police"_s);
        QCOMPARE(made.staff.first().name, u"王敏"_s);
        QCOMPARE(made.staff.first().seen, std::optional(now - 59min));
        // It lies at the corner of the market, that is, in it.
        QCOMPARE(made.keyPlaces.size(), 2);
        QCOMPARE(made.keyPlaces.first().id, u"k2"_s);
        QVERIFY(made.keyPlaces.first().metres < 1.0);
        QCOMPARE(made.people, (QHash<QString, QString>{{u"p2"_s, u"王强"_s}}));
        // Nobody said where it is: nothing is near, and nothing is invented.
        const CaseId nowhere =
            add(now, {}, {{u"lon"_s, QJsonValue::Null}, {u"lat"_s, QJsonValue::Null}});
        QVERIFY(readWallIncident(*mStore, nowhere, now).value().resources.isEmpty());
    }
    void distancesToAreas()
    {
        const QByteArray market = smallPlaces().last().shape; // 116.305 … 116.306, 39.905 … 39.906
        QCOMPARE(metresToShape({116.3055, 39.9055}, market), std::optional(0.0));
        const double north = *metresToShape({116.3055, 39.907}, market);
        QVERIFY2(std::abs(north - 111.0) < 0.5, qPrintable(QString::number(north)));
        const double corner = *metresToShape({116.307, 39.904}, market);
        QVERIFY(std::abs(corner - groundDistance({116.307, 39.904}, {116.306, 39.905})) < 0.01);
        const QByteArray school = smallPlaces().first().shape;
        QCOMPARE(metresToShape({116.302, 39.901}, school),
                 std::optional(groundDistance({116.302, 39.901}, {116.301, 39.901})));
        QVERIFY(!metresToShape(kPlace, "no shape"));
    }
    void whoCoversAPostAndWhoDoesNot()
    {
        const Instant now = testStart(); // 15:00 there
        QList<Person> people;
        for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) {
            people.append({id, u"人"_s + id, u"U1"_s, {}, {}, {}});
        }
        QVERIFY(mStore->write(people));
        QVERIFY(mStore->staff().write(
            QList<CoverageNeed>{{u"command-centre"_s, u"district"_s, 2, 0, 1440, 127},
                                {u"street"_s, kStreet, 1, 8 * 60, 16 * 60, 127}, // until 16:00
                                {u"street"_s, kElsewhere, 1, 18 * 60, 20 * 60, 127}})); // not now
        QVERIFY(mStore->write(QList<Shift>{
            {u"a"_s, u"command-centre"_s, kDistrict, now - 17h, now + 2h}, // since yesterday
            {u"b"_s, u"command-centre"_s, kDistrict, now - 1h, now + 5h},
            {u"c"_s, u"street"_s, kStreet, now - 6h, now}, // just over
            {u"d"_s, u"command-centre"_s, kDistrict, now + 2h, now + 30h},
            {u"d"_s, u"street"_s, kStreet, now - 1h, now - 1h}})); // withdrawn
        QVERIFY(mStore->staff().write(
            QList<Leave>{{u"b"_s, kToday, kToday, LeaveKind::Annual, u"c"_s, {}}}));
        const WallDuty duty = readWallDuty(*mStore, now).value();
        QCOMPARE(duty.posts.size(), 2);
        const WallPost &centre = duty.posts.first();
        QCOMPARE(centre.post, u"command-centre"_s);
        QCOMPARE(centre.needed, 2);
        QCOMPARE(centre.people, (QStringList{u"人a"_s, u"人c"_s}));
        QCOMPARE(centre.until, now + 2h);
        const WallPost &street = duty.posts.last();
        QCOMPARE(street.area, kStreet);
        QCOMPARE(street.people, QStringList());
        QCOMPARE(street.until, Instant{});
        // One gap at once in the street, later ones tomorrow; the centre lacks one from 20:00.
        const auto gapAt = [&](const QString &post, const QString &area) {
            const auto found = std::ranges::find_if(duty.gaps, [&](const UncoveredSpan &gap) {
                return gap.post == post && gap.area == area;
            });
            return found == duty.gaps.end() ? UncoveredSpan{} : *found;
        };
        QCOMPARE(gapAt(u"street"_s, kStreet).from, now);
        QCOMPARE(gapAt(u"street"_s, kStreet).to, now + 1h);
        QCOMPARE(gapAt(u"street"_s, kElsewhere).from, now + 3h);
        QCOMPARE(gapAt(u"command-centre"_s, kDistrict).from, now + 5h);
        QCOMPARE(duty.handovers.size(), 1);
        QCOMPARE(duty.handovers.first().at, now + 2h);
        QCOMPARE(duty.people.value(duty.handovers.first().toPerson), u"人d"_s);
    }
    void gridsThatLackSomebody()
    {
        const Instant now = testStart();
        const QStringList grids{kGrid, kCommunity + u"002"_s, kCommunity + u"003"_s};
        QVERIFY(mStore->write(QList<Person>{{u"a"_s, u"人a"_s, u"U1"_s, {}, {}, {}},
                                            {u"b"_s, u"人b"_s, u"U1"_s, {}, {}, {}}}));
        QVERIFY(mStore->staff().write(QList<StaffingNeed>{{{}, u"manager"_s, 1}}));
        QVERIFY(mStore->write(QList<Duty>{
            {u"a"_s, u"manager"_s, grids.at(0), kToday, {}},
            {u"b"_s, u"manager"_s, grids.at(1), kToday.addDays(-9), {}}, // on leave
            {u"a"_s, u"manager"_s, grids.at(2), kToday.addDays(-9), kToday.addDays(-1)}}));
        QVERIFY(
            mStore->staff().write(QList<Leave>{{u"b"_s, kToday, kToday, LeaveKind::Sick, {}, {}}}));
        QVERIFY(mStore->write(QList<StaffPosition>{{u"a"_s, kGrid, now - 60min, kPlace},
                                                   {u"b"_s, kGrid, now - 61min, kPlace}}));
        const WallDuty duty = readWallDuty(*mStore, now).value();
        QCOMPARE(duty.streets.size(), 1);
        QCOMPARE(duty.streets.first().street, kStreet);
        QCOMPARE(duty.streets.first().grids, 4);
        QCOMPARE(duty.streets.first().vacantGrids, 3); // away, over since yesterday, never held
        QCOMPARE(duty.seen, 1);
    }
    void eachAnswerIsOfOneMoment()
    {
        const Instant now = testStart();
        const CaseId id = add(now);
        const SqlOrder order(mStore->connection());
        QVERIFY(readWallIncident(*mStore, id, now));
        QVERIFY(readWallDuty(*mStore, now));
        QVERIFY(readWallEvents(*mStore, 5, now, now));
        QVERIFY(order.inside() > 10);
        QCOMPARE(order.outside(), 0);
    }
    void theDeskAsksAsWhoeverSitsThere()
    {
        QFETCH_GLOBAL(QString, kind);
        if (kind == "memory"_L1) {
            return; // cannot be opened by its name
        }
        const QString name = mMaker.make(kind);
        const Instant now = testStart();
        mStore = StoreMaker::again(name);
        QVERIFY(mStore && fillSmallDistrict(*mStore));
        QVERIFY(mStore->write(QList<User>{{u"leader1"_s, {}, u"leader"_s, {}, {}, false}}));
        const CaseId id = addHandled(now - 20h, 2h);
        FixedClock clock{now};
        DistrictService district(clock, u"test"_s);
        WallDesk desk(district);
        QSignalSpy read(&district, &DistrictService::pictureRead);
        const auto answer = [](const auto &future) {
            return QTest::qWaitFor([&] { return future.isFinished(); }, 10'000)
                       ? future.result()
                       : decltype(future.result())(Error{ErrorCode::Internal, u"none"_s, {}});
        };
        district.open([name] { return openStore(name); }, {u"acceptor1"_s, std::nullopt});
        QVERIFY(read.wait(10'000));
        QCOMPARE(answer(desk.lastEvents(2)).value().events.size(), 2);
        QCOMPARE(answer(desk.rhythm()).value().rhythm.day, kToday);
        QCOMPARE(answer(desk.incident(id)).value().record.subject.id, id);
        QCOMPARE(codeOf(answer(desk.streets())), ErrorCode::Refused);
        QCOMPARE(codeOf(answer(desk.month())), ErrorCode::Refused);
        // As things stood an hour after the report, whoever looks.
        district.open([name] { return openStore(name); }, {u"leader1"_s, now - 19h});
        QVERIFY(read.wait(10'000));
        QCOMPARE(answer(desk.lastEvents(9)).value().events.size(), 3);
        QCOMPARE(answer(desk.incident(id)).value().record.subject.state, CaseState::AtUnit);
        QCOMPARE(answer(desk.streets()).value().asOf, now - 19h);
        QCOMPARE(answer(desk.month()).value().present.visited, 1);
        QCOMPARE(answer(desk.duty()).value().asOf, now - 19h);
    }
};

static const TestRegistration<TestWallDesk> registration;

} // namespace gridward

#include "test_walldesk.moc"
