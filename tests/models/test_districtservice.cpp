// SPDX-License-Identifier: GPL-3.0-or-later
// The district as the screens see it, on a real store.
#include "models/service/districtservice.h"
#include "models/store/staffstore.h"
#include "tests/support/memorystore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace gridward {

class TestDistrictService : public QObject
{
    Q_OBJECT
    std::unique_ptr<StoreMaker> mMaker;
    FixedClock mClock{testStart()};

    struct Given
    {
        Instant at;
        CaseState state = CaseState::Reported;
        bool placed = true;
        CaseKind kind = CaseKind::Matter;
        QString classCode = u"06010"_s;
        QString street = u"110101001"_s;
    };

    static Instant at(const char *text) { return *instantFromIso(QString::fromLatin1(text)); }
    /** The small district with what stands in it and two people; `fill` adds the cases. */
    QString makeStore(const StoreInfo &info = smallInfo(), const QList<Given> &given = {})
    {
        QFETCH_GLOBAL(QString, kind);
        const QString path = mMaker->make(kind);
        const std::unique_ptr<SqlStore> store = StoreMaker::again(path);
        const QString grid = smallGrids().first().code;
        const Instant now = testStart();
        const bool made =
            store && store->writeInfo(info) && fillSmallDistrict(*store) &&
            store->write(smallPlaces()) && store->write(smallComponents()) &&
            store->write(smallAddresses()) &&
            store->write(QList<Person>{{u"p1"_s, u"王敏"_s, u"U1"_s, u"010-55500001"_s, {}, {}},
                                       {u"p2"_s, u"王强"_s, u"U1"_s, {}, {}, {}}}) &&
            store->write(QList<Duty>{
                {u"p1"_s, u"manager"_s, grid, QDate(2026, 1, 1), QDate()},
                {u"p2"_s, u"police"_s, grid, QDate(2025, 1, 1), QDate(2026, 11, 20)}}) &&
            store->write(QList<StaffPosition>{
                {u"p1"_s, grid, now - std::chrono::minutes(10), {116.301, 39.902}},
                {u"p2"_s, grid, now - std::chrono::hours(13), {116.303, 39.902}}}) &&
            addGiven(*store, given);
        return made ? path : QString();
    }
    static bool addGiven(Store &store, const QList<Given> &given)
    {
        Result<std::unique_ptr<CaseBatch>> batch = store.cases().beginBatch();
        quint64 bits = 0;
        for (const Given &one : given) {
            Case subject;
            subject.classKey = {defaultScheme(), one.kind, one.classCode};
            subject.text = u"门前有暴露垃圾"_s;
            subject.place = one.placed ? std::optional(GeoPoint{116.305, 39.905}) : std::nullopt;
            subject.grid = one.placed ? smallGrids().first().code : QString();
            subject.street = one.street;
            CaseStep step = stepOf(CaseAction::Report, one.state, one.at);
            step.facts = factsOf(subject);
            const Result<bool> added = batch.value()->add(CaseId::make(one.at, 7, ++bits), {step});
            if (!added || !added.value()) {
                return false;
            }
        }
        return batch && batch.value()->commit().isOk();
    }
    static StoreThread::Opener opener(const QString &path)
    {
        return [path] { return openStore(path); };
    }
    static bool openAndWait(DistrictService &service, const QString &path, const QString &user = {})
    {
        QSignalSpy read(&service, &DistrictService::pictureRead);
        service.open(opener(path), {user, std::nullopt});
        return !read.isEmpty() || read.wait(10'000);
    }
    template <typename T>
    static Result<T> answer(QFuture<Result<T>> future)
    {
        return QTest::qWaitFor([&] { return future.isFinished(); }, 10'000)
                   ? future.result()
                   : Result<T>(Error{ErrorCode::Internal, u"no answer"_s, {}});
    }
    static ReportDraft draft()
    {
        ReportDraft draft;
        draft.classCode = u"06010"_s;
        draft.place = GeoPoint{116.305, 39.905};
        draft.text = u"门前有暴露垃圾"_s;
        return draft;
    }
    static QList<SearchHit> hits(DistrictService &service, const QString &text)
    {
        const Result<QList<SearchHit>> found = answer(service.search(text, 20));
        return found ? found.value() : QList<SearchHit>();
    }

private slots:
    void initTestCase_data() { addSharedStoreKinds(); }
    void init()
    {
        mMaker = std::make_unique<StoreMaker>();
        mClock.set(testStart());
    }

    void opensAndTellsWhatIsThere()
    {
        const QString path = makeStore(smallInfo(), {{testStart() - std::chrono::hours(1)}});
        QVERIFY(!path.isEmpty());
        DistrictService service(mClock, u"test"_s);
        QCOMPARE(service.state(), StoreState::None);
        QSignalSpy states(&service, &DistrictPort::stateChanged);
        QSignalSpy pictures(&service, &DistrictService::pictureRead);
        QSignalSpy districts(&service, &DistrictPort::districtChanged);
        service.open(opener(path), {u"dispatcher1"_s, std::nullopt});
        QCOMPARE(service.state(), StoreState::Opening);
        QTRY_COMPARE(service.state(), StoreState::Live);
        QCOMPARE(states.size(), 2);
        QCOMPARE(pictures.size(), 1);
        QCOMPARE(districts.size(), 1);
        const auto picture = pictures.first().first().value<DistrictPicture>();
        QCOMPARE(picture.grids.size(), 4);
        QCOMPARE(picture.keyPlaces.size(), 2);
        QCOMPARE(picture.openCases.size(), 1);
        QCOMPARE(service.info(), smallInfo());
        QCOMPARE(service.names().grid(smallGrids().first().code), u"第1网格"_s);
        QCOMPARE(service.names().unit(u"U1"_s, true), u"Sanitation Centre"_s);
        QCOMPARE(service.users().size(), 2);
        QCOMPARE(service.user().role, u"dispatcher"_s);
        QCOMPARE(answer(service.classes()).value(), smallCatalogue());
        QCOMPARE(answer(service.newest(5)).value().size(), 1);
    }
    void theUserIsWhoWasNamed()
    {
        DistrictService service(mClock, u"test"_s);
        QVERIFY(openAndWait(service, makeStore(), u"dispatcher1"_s));
        QSignalSpy changes(&service, &DistrictPort::userChanged);
        service.setUser(u"acceptor1"_s);
        QTRY_COMPARE(service.user().name, u"acceptor1"_s);
        service.setUser(u"nobody"_s); // a name that is none changes nothing
        QCOMPARE(service.user().name, u"acceptor1"_s);
        QCOMPARE(changes.size(), 1);
        // Another store, another user: the one before is not carried over.
        QVERIFY(openAndWait(service, makeStore(), u"dispatcher1"_s));
        QCOMPARE(service.user().name, u"dispatcher1"_s);
        // A real store believes no claim.
        StoreInfo real = smallInfo();
        real.purpose = u"real"_s;
        QVERIFY(openAndWait(service, makeStore(real), u"dispatcher1"_s));
        QCOMPARE(service.user().role, u"owner"_s);
        service.setUser(u"dispatcher1"_s);
        QCOMPARE(service.user().role, u"owner"_s);
    }
    void reportsActsAndReadsTheFile()
    {
        DistrictService service(mClock, u"test"_s);
        QVERIFY(openAndWait(service, makeStore(), u"acceptor1"_s));
        QSignalSpy changes(&service, &DistrictService::casesRead);
        const Result<Case> reported = answer(service.report(draft()));
        QVERIFY2(reported, reported ? "" : qPrintable(reported.error().message));
        QCOMPARE(reported.value().grid, smallGrids().first().code);
        QTRY_COMPARE(changes.size(), 1); // what we write ourselves is told too
        ActionRequest file;
        file.action = CaseAction::File;
        const Result<Case> refused = answer(service.act(reported.value().id, file));
        QCOMPARE(refused.error().code, ErrorCode::Refused);
        service.setUser(u"dispatcher1"_s);
        QTRY_COMPARE(service.user().name, u"dispatcher1"_s);
        const CaseFile papers = answer(service.caseFile(reported.value().id)).value();
        QCOMPARE(papers.subject, reported.value());
        QCOMPARE(papers.events.size(), 1);
        QCOMPARE(papers.possibleStandards, smallStandards());
        QCOMPARE(papers.proposals.size(), 2);
        const auto allowed = std::ranges::count_if(papers.offers, &ActionOffer::allowed);
        QCOMPARE(allowed, 1); // a dispatcher dispatches, once it is filed; calling in is for now
        QCOMPARE(answer(service.caseFile(CaseId::make(testStart(), 9, 9))).error().code,
                 ErrorCode::NotFound);
    }
    void tellsWhoIsResponsible()
    {
        StoreInfo real = smallInfo();
        real.purpose = u"real"_s;
        DistrictService service(mClock, u"test"_s);
        QVERIFY(openAndWait(service, makeStore(real)));
        const ClassKey garbage = smallCatalogue().first().key;
        const ResponsibleHere here =
            answer(service.responsibleAt({116.305, 39.905}, garbage)).value();
        QCOMPARE(here.grid, smallGrids().first().code);
        QCOMPARE(here.staff.size(), 1); // the officer's post ended yesterday
        QCOMPARE(here.staff.first().person.id, u"p1"_s);
        QCOMPARE(here.onDuty(), 1);
        QCOMPARE(here.units.first().unit.code, u"U1"_s);
        QVERIFY(answer(service.responsibleAt({121.5, 31.2}, garbage)).value().grid.isEmpty());

        // The people of a unit are proposed as soon as a case is there.
        const Case reported = answer(service.report(draft())).value();
        ActionRequest step;
        step.action = CaseAction::File;
        QVERIFY(answer(service.act(reported.id, step)));
        QVERIFY(answer(service.caseFile(reported.id)).value().assignees.isEmpty());
        step.action = CaseAction::Dispatch;
        step.target = u"U1"_s;
        QVERIFY(answer(service.act(reported.id, step)));
        const QList<PersonProposal> people =
            answer(service.caseFile(reported.id)).value().assignees;
        QCOMPARE(people.size(), 2);
        QCOMPARE(people.first().person.id, u"p1"_s); // the other one was seen yesterday
        QVERIFY(!people.last().isOnDuty());
    }
    void theSecondOfTwoWritersIsTold()
    {
        StoreInfo real = smallInfo();
        real.purpose = u"real"_s; // its owner may take every step
        const QString path = makeStore(real);
        DistrictService service(mClock, u"test"_s);
        QVERIFY(openAndWait(service, path));
        const Case reported = answer(service.report(draft())).value();
        QTRY_COMPARE(service.state(), StoreState::Live);

        // Another program files it; this seat hears of it.
        QSignalSpy changes(&service, &DistrictService::casesRead);
        const std::unique_ptr<SqlStore> other = StoreMaker::again(path);
        QVERIFY(other->cases().append(
            reported.id, 1, stepOf(CaseAction::File, CaseState::Filed, testStart())));
        const auto hears = [&] {
            return std::ranges::any_of(changes, [&](const QList<QVariant> &told) {
                const auto cases = told.first().value<QList<Case>>();
                return !cases.isEmpty() && cases.first().state == CaseState::Filed;
            });
        };
        QTRY_VERIFY(hears());

        ActionRequest late;
        late.action = CaseAction::File;
        late.expectedVersion = 1;
        QCOMPARE(answer(service.act(reported.id, late)).error().code, ErrorCode::Conflict);
        QCOMPARE(answer(service.caseFile(reported.id)).value().subject.version, 2);
    }
    void burstsAreGathered()
    {
        const QString path = makeStore();
        DistrictService service(mClock, u"test"_s);
        QVERIFY(openAndWait(service, path));
        QSignalSpy changes(&service, &DistrictService::casesRead);
        const std::unique_ptr<SqlStore> other = StoreMaker::again(path);
        for (quint64 i = 0; i < 50; ++i) {
            QVERIFY(other->cases().add(CaseId::make(testStart(), 3, i), reportStep(testStart())));
        }
        QSet<QUuid> told;
        const auto collect = [&] {
            told.clear();
            for (const QList<QVariant> &signal : changes) {
                for (const Case &subject : signal.first().value<QList<Case>>()) {
                    told.insert(subject.id.value);
                }
            }
            return told.size();
        };
        QTRY_COMPARE(collect(), 50);
        QVERIFY2(changes.size() < 20, qPrintable(QString::number(changes.size())));
    }
    void whatStandsStillIsReadAgain()
    {
        const QString path = makeStore();
        DistrictService service(mClock, u"test"_s);
        QVERIFY(openAndWait(service, path));
        QSignalSpy pictures(&service, &DistrictService::pictureRead);
        const std::unique_ptr<SqlStore> other = StoreMaker::again(path);
        QVERIFY(other->write(QList<StaffPosition>{
            {u"p1"_s, smallGrids().first().code, testStart(), {116.3, 39.9}}}));
        QList<Organisation> units = smallOrganisations();
        units.first().name = u"新名称"_s;
        QVERIFY(other->write(units));
        QTRY_COMPARE(service.names().unit(u"U1"_s, false), u"新名称"_s);
        QVERIFY2(pictures.size() <= 2, "a position made everything be read again");
    }
    void staffIsReadWithoutTheCases()
    {
        // Rosters are written all day long: nobody reads every open case again for that.
        const QString path = makeStore();
        DistrictService service(mClock, u"test"_s);
        QVERIFY(openAndWait(service, path));
        QSignalSpy pictures(&service, &DistrictService::pictureRead);
        QSignalSpy districts(&service, &DistrictPort::districtChanged);
        QSignalSpy tables(&service, &DistrictService::tablesChanged);
        const auto told = [&tables](const QString &table) {
            return QTest::qWaitFor([&] {
                return std::ranges::any_of(tables, [&table](const QList<QVariant> &one) {
                    return one.first().toStringList().contains(table);
                });
            });
        };
        const std::unique_ptr<SqlStore> other = StoreMaker::again(path);
        const QString grid = smallGrids().first().code;
        Shift shift;
        shift.person = u"p1"_s;
        shift.post = u"grid"_s;
        shift.area = grid;
        shift.from = testStart();
        shift.to = testStart() + std::chrono::hours(8);
        QVERIFY(other->write(QList<Shift>{shift}));
        QVERIFY(told(u"shifts"_s));
        QCOMPARE(districts.size(), 0);
        // Who is on the telephone is no matter of the map; those who show people ask again.
        QVERIFY(
            other->write(QList<Person>{{u"p2"_s, u"王强"_s, u"U1"_s, u"010-55500002"_s, {}, {}}}));
        QVERIFY(told(u"people"_s));
        QTRY_COMPARE(districts.size(), 1);
        QVERIFY(other->staff().write(QList<Leave>{
            {u"p2"_s, QDate(2026, 11, 1), QDate(2026, 11, 30), LeaveKind::Annual, u"p1"_s, {}}}));
        QVERIFY(told(u"leaves"_s));
        QTRY_COMPARE(districts.size(), 2);
        QCOMPARE(pictures.size(), 0);
        // But who manages a grid is written on it.
        QVERIFY(other->write(QList<Duty>{
            {u"p2"_s, u"manager"_s, smallGrids().at(1).code, QDate(2020, 1, 1), QDate()}}));
        QTRY_COMPARE(pictures.size(), 1);
        const auto picture = pictures.first().first().value<DistrictPicture>();
        QCOMPARE(picture.managers.value(smallGrids().at(1).code), u"王强"_s);
    }
    void saysWhenTheStoreAnsweredLast()
    {
        const QString path = makeStore();
        DistrictService service(mClock, u"test"_s);
        QCOMPARE(service.believedAt(), Instant{});
        QVERIFY(openAndWait(service, path));
        QCOMPARE(service.believedAt(), testStart());
        // Nothing was written: it follows the looks, not the changes.
        mClock.set(testStart() + std::chrono::minutes(1));
        QTRY_COMPARE(service.believedAt(), testStart() + std::chrono::minutes(1));
    }
    void anotherStoreIsAnotherDistrict()
    {
        StoreInfo real = smallInfo();
        real.purpose = u"real"_s;
        const QString first = makeStore(real);
        const QString second = makeStore(real);
        DistrictService service(mClock, u"test"_s);
        QVERIFY(openAndWait(service, first));
        QVERIFY(answer(service.report(draft())));
        QVERIFY(openAndWait(service, second));
        const Result<Case> reported = answer(service.report(draft()));
        QVERIFY2(reported, reported ? "" : qPrintable(reported.error().message));
        QCOMPARE(answer(service.newest(10)).value().size(), 1);
        const std::unique_ptr<SqlStore> other = StoreMaker::again(second);
        QVERIFY(other->cases().find(reported.value().id));
        // Changes of the first one may still come in; they are none of this one.
        QVERIFY(!QTest::qWaitFor([&] { return service.state() != StoreState::Live; }, 300));
    }
    void searchFindsEveryKind()
    {
        const QString path = makeStore(
            smallInfo(),
            {{testStart() - std::chrono::hours(2)}, {testStart() - std::chrono::hours(1)}});
        DistrictService service(mClock, u"test"_s);
        QVERIFY(openAndWait(service, path));
        const auto one = [&](const QString &text, SearchHit::Kind kind) {
            const QList<SearchHit> found = hits(service, text);
            const auto hit = std::ranges::find(found, kind, &SearchHit::kind);
            return hit == found.end() ? SearchHit{} : *hit;
        };
        const QList<SearchHit> cases = hits(service, u"1101012026112"_s);
        QCOMPARE(cases.size(), 2);
        QCOMPARE(cases.first().kind, SearchHit::Kind::Case);
        QCOMPARE(cases.first().place, std::optional(GeoPoint{116.305, 39.905}));
        QCOMPARE(hits(service, cases.last().title).size(), 1);
        const QString grid = smallGrids().at(2).code;
        QCOMPARE(one(grid, SearchHit::Kind::Grid).id, grid);
        QCOMPARE(one(u"第3网格"_s, SearchHit::Kind::Grid).id, grid);
        QCOMPARE(one(u"一街道"_s, SearchHit::Kind::Division).id, u"110101001"_s);
        QCOMPARE(one(u"多福巷"_s, SearchHit::Kind::Address).title, u"多福巷1号"_s);
        QCOMPARE(one(u"小学"_s, SearchHit::Kind::KeyPlace).id, u"k1"_s);
        const SearchHit person = one(u"王敏"_s, SearchHit::Kind::Person);
        QCOMPARE(person.id, u"p1"_s);
        QCOMPARE(person.detail, u"010-55500001"_s);
        QCOMPARE(person.place, std::optional(GeoPoint{116.301, 39.902}));
        QCOMPARE(hits(service, u"王"_s).size(), 2);
        QVERIFY(hits(service, u"  "_s).isEmpty());
        QVERIFY(hits(service, u"%"_s).isEmpty());
        QVERIFY(hits(service, u"没有这个"_s).isEmpty());
        QCOMPARE(answer(service.search(u"一"_s, 2)).value().size(), 2);
    }
    void cardsOfGridsAndPlaces()
    {
        const QString path = makeStore(smallInfo(),
                                       {{testStart() - std::chrono::hours(3), CaseState::Closed},
                                        {testStart() - std::chrono::hours(2)},
                                        {testStart() - std::chrono::hours(1), CaseState::Filed}});
        DistrictService service(mClock, u"test"_s);
        QVERIFY(openAndWait(service, path));
        const QString code = smallGrids().first().code;
        const GridCard card = answer(service.gridCard(code)).value();
        QCOMPARE(card.grid.name, u"第1网格"_s);
        QCOMPARE(card.communityName, u"一社区"_s);
        QCOMPARE(card.streetName, u"一街道"_s);
        QCOMPARE(card.components, 3);
        QCOMPARE(card.open.size(), 2);
        QCOMPARE(card.latest.size(), 3);
        QCOMPARE(card.latest.first().state, CaseState::Filed); // newest first
        QCOMPARE(card.responsible.size(), 1);                  // the other's duty ended yesterday
        QCOMPARE(card.responsible.first().person.name, u"王敏"_s);
        QCOMPARE(card.responsible.first().role, u"manager"_s);
        QCOMPARE(answer(service.gridCard(u"x"_s)).error().code, ErrorCode::NotFound);
        // "Today" is that of the district: 16:30 UTC is the next day in Shanghai.
        mClock.set(at("2026-11-19T16:30:00Z"));
        QCOMPARE(answer(service.gridCard(code)).value().responsible.size(), 2);
        mClock.set(at("2026-11-20T16:30:00Z"));
        QCOMPARE(answer(service.gridCard(code)).value().responsible.size(), 1);

        const PlaceCard school = answer(service.placeCard(u"k1"_s)).value();
        QCOMPARE(school.place.name, u"一社区小学"_s);
        QCOMPARE(school.gridName, u"第1网格"_s);
        QCOMPARE(school.openInGrid.size(), 2);
        QCOMPARE(answer(service.placeCard(u"k9"_s)).error().code, ErrorCode::NotFound);
    }
    void factsOfAPlace()
    {
        DistrictService service(mClock, u"test"_s);
        QVERIFY(openAndWait(service, makeStore()));
        const PlaceFacts facts = answer(service.placeFacts({116.3011, 39.9011})).value();
        QCOMPARE(facts.grid, smallGrids().first().code);
        QCOMPARE(facts.gridName, u"第1网格"_s);
        QCOMPARE(facts.communityName, u"一社区"_s);
        QCOMPARE(facts.streetName, u"一街道"_s);
        QCOMPARE(facts.address, u"多福巷1号"_s);
        QCOMPARE(answer(service.placeFacts({116.3019, 39.9011})).value().address, u"多福巷2号"_s);
        const PlaceFacts far = answer(service.placeFacts({116.315, 39.915})).value();
        QCOMPARE(far.grid, smallGrids().last().code);
        QCOMPARE(far.address, QString());
        QCOMPARE(answer(service.placeFacts({116.5, 39.9})).value().grid, QString());
    }
    void rhythmOfTheDay_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<int>("hoursPassed");
        QTest::addColumn<QList<int>>("today"); // hour and count in turns
        QTest::addColumn<QList<double>>("usual");
        QTest::addColumn<int>("usualDays");
        // It is Saturday, 07:00 UTC and 15:00 in Shanghai.
        QTest::newRow("Shanghai") << u"Asia/Shanghai"_s << 16 << QList<int>{0, 2, 14, 1, 15, 1}
                                  << QList<double>{8, 5.0 / 3.0} << 3;
        QTest::newRow("UTC") << u"UTC"_s << 8 << QList<int>{6, 1, 7, 1}
                             << QList<double>{0, 5.0 / 3.0} << 3;
        QTest::newRow("no such zone is UTC")
            << u"Mars/Olympus"_s << 8 << QList<int>{6, 1, 7, 1} << QList<double>{0, 5.0 / 3.0} << 3;
    }
    void rhythmOfTheDay()
    {
        QFETCH(QString, zone);
        QFETCH(int, hoursPassed);
        QFETCH(QList<int>, today);
        QFETCH(QList<double>, usual);
        QFETCH(int, usualDays);
        StoreInfo info = smallInfo();
        info.timeZone = zone;
        const QString path = makeStore(info,
                                       {{at("2026-11-21T07:00:00Z")},
                                        {at("2026-11-21T06:59:59Z")},
                                        {at("2026-11-20T16:30:00Z")}, // after midnight in Shanghai
                                        {at("2026-11-20T16:00:00Z")},
                                        {at("2026-11-20T15:59:59Z")}, // before: a workday
                                        {at("2026-11-15T00:10:00Z")}, // Sunday, 8 in Shanghai
                                        {at("2026-11-15T00:20:00Z")},
                                        {at("2026-11-15T00:59:59Z")},
                                        {at("2026-11-14T00:30:00Z")},   // Saturday
                                        {at("2026-10-24T00:30:00Z")},   // 28 days ago
                                        {at("2026-10-18T00:30:00Z")}}); // too long ago
        DistrictService service(mClock, u"test"_s);
        QVERIFY(openAndWait(service, path));
        const DayRhythm rhythm = answer(service.dayRhythm()).value();
        QCOMPARE(rhythm.day, QDate(2026, 11, 21));
        QCOMPARE(rhythm.hoursPassed, hoursPassed);
        QCOMPARE(rhythm.usualDays, usualDays);
        std::array<int, 24> wanted{};
        for (qsizetype i = 0; i < today.size(); i += 2) {
            wanted.at(static_cast<std::size_t>(today.at(i))) = today.at(i + 1);
        }
        QCOMPARE(rhythm.today, wanted);
        std::array<double, 24> mean{};
        mean.at(static_cast<std::size_t>(usual.at(0))) = usual.at(1);
        QCOMPARE(rhythm.usual, mean);
    }
    void placesOfCases()
    {
        const Instant start = testStart();
        const auto ago = [start](int hours) { return start - std::chrono::hours(hours); };
        const QString path = makeStore(
            smallInfo(),
            {{ago(1)},
             {ago(2), CaseState::Closed},
             {ago(3), CaseState::Reported, false},
             {ago(4), CaseState::Reported, true, CaseKind::Component, u"01037"_s},
             {ago(5), CaseState::Reported, true, CaseKind::Matter, u"06011"_s, u"other"_s}});
        DistrictService service(mClock, u"test"_s);
        QVERIFY(openAndWait(service, path));
        const auto ask = [&](const CasePlaceQuery &query) {
            const CasePoints points = answer(service.casePoints(query)).value();
            [&] { QCOMPARE(points.longitudes.size(), points.latitudes.size()); }();
            return std::array<qint64, 3>{
                points.longitudes.size(), points.withoutPlace, points.visited};
        };
        using Counts = std::array<qint64, 3>;
        CasePlaceQuery all;
        all.from = ago(100);
        all.to = start;
        QCOMPARE(ask(all), (Counts{4, 1, 5}));
        CasePlaceQuery query = all;
        query.from = ago(4);
        query.to = ago(1); // up to, not including
        QCOMPARE(ask(query), (Counts{2, 1, 3}));
        query = all;
        query.kind = CaseKind::Component;
        QCOMPARE(ask(query), (Counts{1, 0, 1}));
        query = all;
        query.classCode = u"0601"_s;
        QCOMPARE(ask(query), (Counts{3, 1, 4}));
        query.classCode = u"06011"_s;
        QCOMPARE(ask(query), (Counts{1, 0, 1}));
        query = all;
        query.street = u"110101001"_s;
        QCOMPARE(ask(query), (Counts{3, 1, 4}));
        query.openOnly = true;
        QCOMPARE(ask(query), (Counts{2, 1, 3}));
        const CasePoints points = answer(service.casePoints(all)).value();
        QCOMPARE(points.longitudes.first(), 116.305);
        QCOMPARE(points.latitudes.first(), 39.905);
    }
    void denominatorsSumToWhatIsKnown()
    {
        DistrictService service(mClock, u"test"_s);
        QVERIFY(openAndWait(service, makeStore()));
        const CasePoints residents = answer(service.denominator(Denominator::Residents)).value();
        QVERIFY(residents.longitudes.size() > 100); // spread, not heaped in the middle
        QCOMPARE(residents.weights.size(), residents.longitudes.size());
        QCOMPARE(std::round(1e6 * std::accumulate(
                                      residents.weights.begin(), residents.weights.end(), 0.0)),
                 1e6 * 100.0 * static_cast<double>(smallGrids().size()));
        const CasePoints households = answer(service.denominator(Denominator::Households)).value();
        QVERIFY(households.longitudes.isEmpty()); // nobody counted them here: not offered
        const CasePoints components = answer(service.denominator(Denominator::Components)).value();
        QCOMPARE(components.longitudes.size(), smallComponents().size());
        QVERIFY(components.weights.isEmpty());
    }
    void staffSeenLately()
    {
        DistrictService service(mClock, u"test"_s);
        QVERIFY(openAndWait(service, makeStore()));
        const QList<StaffMark> staff = answer(service.staffOnDuty()).value();
        QCOMPARE(staff.size(), 1); // the other was last seen in the shift before
        QCOMPARE(staff.first().person, u"p1"_s);
        QCOMPARE(staff.first().name, u"王敏"_s);
        QCOMPARE(staff.first().role, u"manager"_s);
        QCOMPARE(staff.first().place, (GeoPoint{116.301, 39.902}));
    }
    void aMissingFileIsAFailure()
    {
        DistrictService service(mClock, u"test"_s);
        QSignalSpy failures(&service, &DistrictService::failed);
        service.open(opener(u"/nowhere/none.gpkg"_s));
        QTRY_COMPARE(service.state(), StoreState::Failed);
        QCOMPARE(failures.size(), 1);
        QCOMPARE(failures.first().first().value<Error>().code, ErrorCode::NotFound);
        QVERIFY(!answer(service.search(u"x"_s, 5)));
        // And a good one afterwards is good.
        QVERIFY(openAndWait(service, makeStore()));
        QTRY_COMPARE(service.state(), StoreState::Live);
    }
    void aChangeThatCouldNotBeReadIsNotLost()
    {
        const auto blind = std::make_shared<std::atomic<bool>>(false);
        DistrictService service(mClock, u"test"_s);
        QSignalSpy pictures(&service, &DistrictService::pictureRead);
        QSignalSpy failures(&service, &DistrictService::failed);
        service.open([blind]() -> Result<std::unique_ptr<Store>> {
            auto store = std::make_unique<MemoryStore>();
            store->blindWhile(blind);
            if (!fillSmallDistrict(*store)) {
                return Error{};
            }
            return std::unique_ptr<Store>(std::move(store));
        });
        QTRY_COMPARE(service.state(), StoreState::Live);
        // Before the change is told: the store's own thread does it.
        const Result<Case> lost =
            answer(service.report(draft()).then([blind](const Result<Case> &reported) {
                *blind = true;
                return reported;
            }));
        QVERIFY2(lost, lost ? "" : qPrintable(lost.error().message));
        QTRY_COMPARE(service.state(), StoreState::Stale);
        QCOMPARE(failures.size(), 1);
        *blind = false;
        QVERIFY(answer(service.report(draft())));
        QTRY_COMPARE(service.state(), StoreState::Live);
        const auto open = pictures.last().first().value<DistrictPicture>().openCases;
        QVERIFY(std::ranges::find(open, lost.value().id, &Case::id) != open.end());
    }
    void readingAllOverAndOverIsDoneOnce()
    {
        DistrictService service(mClock, u"test"_s);
        QVERIFY(openAndWait(service, makeStore()));
        QSignalSpy pictures(&service, &DistrictService::pictureRead);
        for (int i = 0; i < 20; ++i) {
            service.readAgain();
        }
        QTRY_COMPARE(pictures.size(), 2); // the one under way, and one of what came behind it
        QVERIFY(!QTest::qWaitFor([&] { return pictures.size() > 2; }, 300));
    }
    void theStoreOpenedLastIsTheOne()
    {
        StoreInfo info = smallInfo();
        const QString first = makeStore(info);
        info.name = u"另一区"_s;
        const QString second = makeStore(info);
        DistrictService service(mClock, u"test"_s);
        QSignalSpy pictures(&service, &DistrictService::pictureRead);
        QSignalSpy districts(&service, &DistrictPort::districtChanged);
        QVERIFY(openAndWait(service, first));
        service.readAgain(); // its answer comes when the next one is being opened
        service.open(opener(first));
        service.open(opener(second));
        QTRY_COMPARE(service.state(), StoreState::Live);
        QCOMPARE(service.info().name, u"另一区"_s);
        QCOMPARE(pictures.size(), 2);
        QCOMPARE(districts.size(), 2);
    }
    void laterEventsAreNotPartOfThePast()
    {
        const QString path = makeStore();
        DistrictService service(mClock, u"test"_s);
        service.open(opener(path), {{}, testStart()});
        QTRY_COMPARE(service.state(), StoreState::Live);
        QSignalSpy changes(&service, &DistrictService::casesRead);
        QVERIFY(answer(service.report(draft())));
        QVERIFY(!QTest::qWaitFor([&] { return !changes.isEmpty(); }, 400));
    }
    void aStreetFindsItsOwnCases()
    {
        const QString path = makeStore(smallInfo(),
                                       {{testStart() - std::chrono::hours(2)},
                                        {testStart() - std::chrono::hours(1),
                                         CaseState::Reported,
                                         true,
                                         CaseKind::Matter,
                                         u"06010"_s,
                                         u"110101002"_s}});
        QVERIFY(StoreMaker::again(path)->write(
            QList<User>{{u"street1"_s, {}, u"street"_s, u"110101001"_s, {}, false}}));
        DistrictService service(mClock, u"test"_s);
        QVERIFY(openAndWait(service, path, u"street1"_s));
        QCOMPARE(service.user().name, u"street1"_s);
        QCOMPARE(hits(service, u"1101012026112"_s).size(), 1);
    }
};
static const TestRegistration<TestDistrictService> sRegistration;

} // namespace gridward

#include "test_districtservice.moc"
