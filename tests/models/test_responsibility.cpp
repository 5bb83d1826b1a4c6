// SPDX-License-Identifier: GPL-3.0-or-later
// Who is responsible here now: each rule of the ranking on a small district.
#include "tests/support/memorystore.h"
#include "tests/support/responsibilitytest.h"
#include "tests/support/sqlwork.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

using std::chrono::hours;
using std::chrono::minutes;

class TestResponsibility : public ResponsibilityTest
{
    Q_OBJECT
private:
    StoreMaker mMaker;

private slots:
    void initTestCase_data() { addStoreKinds(); }
    void init()
    {
        QFETCH_GLOBAL(QString, kind);
        QVERIFY(begin(mMaker.empty(kind)));
    }

    void whatStoresAnswer_data()
    {
        QTest::addColumn<bool>("memory");
        QTest::newRow("GeoPackage") << false;
        QTest::newRow("memory") << true;
    }
    void whatStoresAnswer()
    {
        QFETCH(bool, memory);
        QVERIFY(!memory || begin(std::make_unique<MemoryStore>()));
        QVERIFY(mStore->write(QList<Person>{
            person(u"p1"_s, u"U1"_s), person(u"p2"_s, u"U1"_s), person(u"p3"_s, u"U2"_s)}));
        QVERIFY(addOpen(2, u"U1"_s, u"p1"_s) && addOpen(1, u"U2"_s, u"p3"_s) &&
                addOpen(4, u"U1"_s));
        QCOMPARE(mStore->peopleOf(u"U1"_s, 10).value().size(), 2);
        QCOMPARE(mStore->peopleOf(u"U1"_s, 1).value(), QList<Person>{person(u"p1"_s, u"U1"_s)});
        QVERIFY(mStore->peopleOf(u"U9"_s, 10).value().isEmpty());
        const QHash<QString, int> open =
            mStore->cases().openByPerson({u"p1"_s, u"p2"_s, u"p9"_s, {}}).value();
        QCOMPARE(open, (QHash<QString, int>{{u"p1"_s, 2}}));
        // What is closed is nobody's work any more.
        CaseStep close = stepOf(CaseAction::Close, CaseState::Closed, testStart());
        close.actor = u"filer1"_s; // nobody closes what he or she dispatched
        QVERIFY(mStore->cases().append(CaseId::make(testStart() - hours(2), 1, 1), 2, close));
        QCOMPARE(mStore->cases().openByPerson({u"p1"_s}).value().value(u"p1"_s), 1);
        // What was handed in is open, and no work of theirs either.
        CaseStep handle = stepOf(CaseAction::Handle, CaseState::FedBack, testStart());
        QVERIFY(mStore->cases().append(CaseId::make(testStart() - hours(2), 1, 2), 2, handle));
        QVERIFY(mStore->cases().openByPerson({u"p1"_s}).value().isEmpty());
        QCOMPARE(mStore->grid(kGrid).value()->name, smallGrids().first().name);
        QVERIFY(mStore->grid(kGrid).value()->outline.isEmpty());
        QVERIFY(!mStore->grid(u"1"_s).value());
        QCOMPARE(mStore->division(kStreet).value()->parent, kDistrict);
        QVERIFY(!mStore->division(u"1"_s).value());
    }

    // The place.
    void aPlaceIsNamed()
    {
        const ResponsibleHere answer = here();
        QCOMPARE(answer.grid, kGrid);
        QCOMPARE(answer.gridName, u"第1网格"_s);
        QCOMPARE(answer.communityName, u"一社区"_s);
        QCOMPARE(answer.streetName, u"一街道"_s);
        QCOMPARE(answer.street, kStreet);
    }
    void outsideThereIsNobody()
    {
        QVERIFY(mStore->write(QList<Organisation>{unit(u"U1"_s, u"sanitation"_s)}));
        const ResponsibleHere answer = here(smallCatalogue().first().key, {121.5, 31.2});
        QVERIFY(answer.grid.isEmpty());
        QVERIFY(answer.staff.isEmpty() && answer.units.isEmpty());
    }

    // Units.
    void theKindOfTheStandardComesFirst()
    {
        QVERIFY(mStore->write(smallStandards()));
        QVERIFY(mStore->write(QList<Organisation>{
            unit(u"A"_s, u"lighting"_s),
            unit(u"B"_s, u"sanitation"_s),
            unit(u"C"_s, u"sanitation"_s, kElsewhere),
            {u"D"_s, {}, u"委"_s, {}, u"sanitation"_s, {}, false}, // supervises, does not handle
            unit(u"E"_s, kOffice, kStreet)}));
        const QList<UnitProposal> units = here().units;
        QCOMPARE(codesOf(units), QStringList({u"B"_s, u"E"_s, u"A"_s}));
        QCOMPARE(codeOf(units.at(0)), ReasonCode::ClassDistrict);
        QVERIFY(reasonOf(units.at(0), ReasonKind::Responsibility)->good);
        QCOMPARE(codeOf(units.at(1)), ReasonCode::Street);
        QVERIFY(!reasonOf(units.at(1), ReasonKind::Responsibility)->good);
        QVERIFY(units.at(0).reason.startsWith(u"handles this class in the whole district"_s));
    }
    void theOwnUnitsComeBeforeTheDistricts()
    {
        QVERIFY(mStore->write(smallStandards()));
        QVERIFY(mStore->write(QList<Organisation>{unit(u"A"_s, u"sanitation"_s),
                                                  unit(u"B"_s, u"sanitation"_s, kStreet),
                                                  unit(u"C"_s, u"sanitation"_s, kCommunity),
                                                  unit(u"D"_s, u"sanitation"_s, kDistrict)}));
        const QList<UnitProposal> units = here().units;
        QCOMPARE(codesOf(units), QStringList({u"C"_s, u"B"_s, u"A"_s, u"D"_s}));
        QCOMPARE(codeOf(units.at(0)), ReasonCode::ClassCommunity);
        QCOMPARE(codeOf(units.at(1)), ReasonCode::ClassStreet);
        QCOMPARE(codeOf(units.at(3)), ReasonCode::ClassDistrict);
    }
    void whoIsNamedComesBeforeTheKind()
    {
        QVERIFY(mStore->write(
            QList<FilingStandard>{standard(u"S1"_s, u"sanitation"_s), standard(u"S2"_s, u"Z"_s)}));
        QVERIFY(mStore->write(QList<Organisation>{unit(u"A"_s, u"sanitation"_s, kStreet),
                                                  unit(u"Z"_s, u"lighting"_s)}));
        const QList<UnitProposal> units = here().units;
        QCOMPARE(codesOf(units), QStringList({u"Z"_s, u"A"_s}));
        QCOMPARE(codeOf(units.first()), ReasonCode::Named);
        // The condition under which it was filed decides alone.
        Case filed = caseAt({});
        filed.standard = u"S1"_s;
        QCOMPARE(codesOf(mDesk->proposals(filed).value()), QStringList({u"A"_s, u"Z"_s}));
    }
    void aStandardOfTheAreaComesBeforeAGeneralOne()
    {
        QVERIFY(begin(std::make_unique<MemoryStore>()));
        QVERIFY(mStore->write(QList<FilingStandard>{standard(u"S1"_s, u"sanitation"_s),
                                                    standard(u"S2"_s, u"enforcement"_s, kStreet),
                                                    standard(u"S3"_s, u"roads"_s, kElsewhere)}));
        QVERIFY(mStore->write(QList<Organisation>{unit(u"A"_s, u"sanitation"_s, kCommunity),
                                                  unit(u"B"_s, u"enforcement"_s),
                                                  unit(u"C"_s, u"roads"_s)}));
        const QList<UnitProposal> units = here().units;
        QCOMPARE(codesOf(units), QStringList({u"B"_s, u"A"_s, u"C"_s}));
        QCOMPARE(codeOf(units.at(0)), ReasonCode::ClassHere);
        QCOMPARE(codeOf(units.at(1)), ReasonCode::ClassCommunity);
        QCOMPARE(codeOf(units.at(2)), ReasonCode::District);
        QVERIFY(mStore->write(QList<FilingStandard>{standard(u"S4"_s, u"C"_s, kCommunity)}));
        QCOMPARE(codesOf(here().units), QStringList({u"C"_s, u"B"_s, u"A"_s}));
        QCOMPARE(codeOf(here().units.first()), ReasonCode::NamedHere);
    }
    void onlyStandardsInForceCount()
    {
        FilingStandard ended = standard(u"S1"_s, u"sanitation"_s);
        ended.validTo = QDate(2026, 11, 21); // the first day without it is today
        FilingStandard later = standard(u"S2"_s, u"roads"_s);
        later.validFrom = QDate(2026, 11, 22);
        QVERIFY(mStore->write(QList<FilingStandard>{ended, later, standard(u"S3"_s, u"gas"_s)}));
        QVERIFY(mStore->write(QList<Organisation>{
            unit(u"A"_s, u"sanitation"_s), unit(u"B"_s, u"roads"_s), unit(u"C"_s, u"gas"_s)}));
        QCOMPARE(codesOf(here().units).first(), u"C"_s);
        QCOMPARE(codeOf(here().units.at(1)), ReasonCode::District);
    }
    void withoutAUnitOfTheKindTheStreetOfficeTakesIt()
    {
        QVERIFY(mStore->write(smallStandards()));
        QVERIFY(mStore->write(QList<Organisation>{unit(u"A"_s, u"lighting"_s),
                                                  unit(u"B"_s, {}),
                                                  unit(u"C"_s, u"roads"_s, kStreet),
                                                  unit(u"D"_s, kOffice, kStreet),
                                                  unit(u"E"_s, kOffice, kElsewhere)}));
        QList<UnitProposal> units = here().units;
        QCOMPARE(codesOf(units), QStringList({u"D"_s, u"B"_s, u"C"_s, u"A"_s}));
        QCOMPARE(codeOf(units.at(0)), ReasonCode::OfficeInstead);
        QCOMPARE(codeOf(units.at(1)), ReasonCode::GeneralInstead);
        QVERIFY(!reasonOf(units.at(0), ReasonKind::Responsibility)->good);
        // Without a class nobody's absence is said.
        units = here({defaultScheme(), CaseKind::Matter, {}}).units;
        QCOMPARE(codesOf(units), QStringList({u"D"_s, u"B"_s, u"C"_s, u"A"_s}));
        QCOMPARE(codeOf(units.at(0)), ReasonCode::Street);
        QVERIFY(reasonOf(units.at(0), ReasonKind::Responsibility)->good);
    }
    void unitsOnDutyThenNearThenIdle()
    {
        QVERIFY(mStore->write(smallStandards()));
        QList<Organisation> units;
        QList<Person> people;
        for (const QString &code : {u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s}) {
            units.append(unit(code, u"sanitation"_s));
            people.append(person(u"p"_s + code, code));
        }
        QVERIFY(mStore->write(units) && mStore->write(people));
        const auto car = [](const QString &id, const QString &kind, const QString &of, double far) {
            return Resource{id, kind, id, of, kGrid, 1, north(far)};
        };
        QVERIFY(mStore->write(QList<Resource>{
            car(u"r1"_s, u"sweeper"_s, u"A"_s, 700.0),
            car(u"r2"_s, u"sprinkler"_s, u"B"_s, 590.0), // the same step of 250 m as A
            car(u"r3"_s, u"hydrant"_s, u"C"_s, 10.0)})); // sends nobody
        QVERIFY(mStore->write(
            QList<StaffPosition>{seen(u"pD"_s, north(4000.0)),               // far, but at work
                                 seen(u"pE"_s, north(10.0), minutes(61))})); // too long ago
        QVERIFY(addOpen(3, u"B"_s));
        const QList<UnitProposal> ranked = here().units;
        QCOMPARE(codesOf(ranked), QStringList({u"D"_s, u"A"_s, u"B"_s, u"C"_s, u"E"_s}));
        QCOMPARE(*reasonOf(ranked.at(0), ReasonKind::OnDuty),
                 (Reason{ReasonCode::PeopleOnDuty, 1.0}));
        QCOMPARE(reasonOf(ranked.at(1), ReasonKind::Distance)->value, 700.0);
        QVERIFY(reasonOf(ranked.at(1), ReasonKind::Distance)->good);
        QVERIFY(!reasonOf(ranked.at(0), ReasonKind::Distance)->good);
        QVERIFY(!reasonOf(ranked.at(3), ReasonKind::Distance)); // not known: not said
        QVERIFY(!reasonOf(ranked.at(4), ReasonKind::Distance));
        QCOMPARE(reasonOf(ranked.at(2), ReasonKind::Load)->value, 3.0);
        QVERIFY(!reasonOf(ranked.at(2), ReasonKind::Load)->good);
        QVERIFY(reasonOf(ranked.at(1), ReasonKind::Load)->good);
        QCOMPARE(ranked.at(2).openCases, 3);
    }
    void aTurnCountsWhereItIs()
    {
        QVERIFY(mStore->write(smallStandards()));
        QVERIFY(mStore->write(QList<Organisation>{unit(u"A"_s, u"sanitation"_s),
                                                  unit(u"B"_s, u"sanitation"_s),
                                                  unit(u"C"_s, u"sanitation"_s)}));
        QVERIFY(mStore->write(QList<Person>{
            person(u"pA"_s, u"A"_s), person(u"pB"_s, u"B"_s), person(u"pC"_s, u"C"_s)}));
        const Instant now = testStart();
        QVERIFY(mStore->write(
            QList<Shift>{{u"pA"_s, u"street"_s, kElsewhere, now - hours(1), now + hours(1)},
                         {u"pB"_s, u"street"_s, kStreet, now + minutes(1), now + hours(8)},
                         {u"pC"_s, u"street"_s, kStreet, now - hours(8), now + minutes(1)}}));
        const QList<UnitProposal> units = here().units;
        QCOMPARE(codesOf(units), QStringList({u"C"_s, u"A"_s, u"B"_s}));
        QVERIFY(!reasonOf(units.at(1), ReasonKind::OnDuty));
    }
    void aCaseWithoutAPlaceHasUnitsOfTheDistrict()
    {
        QVERIFY(mStore->write(smallStandards()));
        QVERIFY(mStore->write(smallOrganisations()));
        Case subject;
        subject.classKey = smallCatalogue().first().key;
        QCOMPARE(codesOf(mDesk->proposals(subject).value()), QStringList{u"U1"_s});
        // Imported: nobody has entered the street that it names.
        subject.street = u"110101077"_s;
        QVERIFY(mStore->write(QList<Organisation>{unit(u"U7"_s, u"gas"_s, u"110101077"_s)}));
        QCOMPARE(codesOf(mDesk->proposals(subject).value()), QStringList({u"U1"_s, u"U7"_s}));
    }

    void theWorkDoesNotGrowWithTheDistrict()
    {
        QVERIFY(mStore->write(smallStandards()) && mStore->write(smallOrganisations()));
        QVERIFY(mStore->write(QList<Person>{person(u"m"_s, u"U1"_s)}));
        QVERIFY(mStore->write(QList<Duty>{duty(u"m"_s, u"manager"_s)}));
        QVERIFY(mStore->write(QList<StaffPosition>{seen(u"m"_s, north(10.0))}));
        auto &connection = static_cast<SqlStore &>(*mStore).connection();
        QVERIFY(!here().grid.isEmpty()); // the grids are read once
        const auto steps = [&] {
            const SqlWork work(connection);
            const ResponsibleHere answer = here();
            const QList<PersonProposal> people = crew(caseAt(u"U1"_s));
            const bool right = answer.units.size() == 2 && answer.staff.size() == 1;
            return right && people.size() == 1 ? work.steps() : -1;
        };
        const qint64 small = steps();
        QVERIFY(small > 0);
        QVERIFY(addCases(*mStore, 2000));
        QList<Person> people;
        QList<Duty> duties;
        QList<StaffPosition> positions;
        for (int i = 0; i < 2000; ++i) {
            const QString id = u"q%1"_s.arg(i);
            people.append(person(id, u"U9"_s));
            duties.append(duty(id, u"manager"_s, smallGrids().at(1).code));
            positions.append(seen(id, north(100.0), hours(2)));
        }
        QVERIFY(mStore->write(people) && mStore->write(duties) && mStore->write(positions));
        // A server counts its rows by itself, a minute later.
        QVERIFY(static_cast<SqlStore &>(*mStore).publish());
        const qint64 large = steps();
        QVERIFY2(large > 0 && large <= small * 3 / 2,
                 qPrintable(u"%1 steps, %2 in the small district"_s.arg(large).arg(small)));
    }

    void reasonsAreSaid_data()
    {
        QTest::addColumn<ReasonCode>("code");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("metres") << ReasonCode::Distance << 123.0 << u"120 m away"_s;
        QTest::newRow("here") << ReasonCode::Distance << 4.0 << u"0 m away"_s;
        QTest::newRow("nearly a kilometre") << ReasonCode::Distance << 996.0 << u"1.0 km away"_s;
        QTest::newRow("kilometres") << ReasonCode::Distance << 3456.0 << u"3.5 km away"_s;
        QTest::newRow("just now") << ReasonCode::SeenLately << 0.0 << u"seen just now"_s;
        QTest::newRow("minutes") << ReasonCode::SeenLately << 12.0 << u"seen 12 minute(s) ago"_s;
        QTest::newRow("load") << ReasonCode::Load << 7.0 << u"7 open"_s;
        QTest::newRow("shift") << ReasonCode::OnShift << 90.0 << u"on duty now"_s;
    }
    void reasonsAreSaid()
    {
        QFETCH(ReasonCode, code);
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(reasonText({code, value}), text);
    }
    void everyReasonHasWordsAndAKind()
    {
        for (int code = 0; code <= static_cast<int>(ReasonCode::Load); ++code) {
            const Reason reason{static_cast<ReasonCode>(code), 1.0, true, {u"driver"_s, u"舞狮"_s}};
            QVERIFY(!reasonText(reason).isEmpty());
            QVERIFY(!toId(reason.kind()).isEmpty());
        }
        const Reason skills{ReasonCode::Skills, 2.0, true, {u"first-aid"_s, u"舞狮"_s}};
        const Reason load{ReasonCode::Load, 1.0};
        QCOMPARE(reasonsText({skills, load}), u"skills: first aid, 舞狮 · 1 open"_s);
        QCOMPARE(reasonsText({skills, load}, {ReasonKind::Skills}), u"1 open"_s);
    }
};

static const TestRegistration<TestResponsibility> registration;

} // namespace gridward

#include "test_responsibility.moc"
