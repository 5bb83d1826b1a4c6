// SPDX-License-Identifier: GPL-3.0-or-later
// Who is responsible here now: the ranking of people.
#include "tests/support/responsibilitytest.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

using std::chrono::hours;
using std::chrono::minutes;

class TestResponsibilityPeople : public ResponsibilityTest
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

    // People of the place.
    void postsWeigh()
    {
        QVERIFY(mStore->write(QList<Person>{person(u"p1"_s),
                                            person(u"p2"_s),
                                            person(u"p3"_s),
                                            person(u"p4"_s),
                                            person(u"p5"_s),
                                            person(u"p6"_s)}));
        Duty left = duty(u"p6"_s, u"manager"_s);
        left.to = QDate(2026, 11, 20);
        QVERIFY(
            mStore->write(QList<Duty>{duty(u"p1"_s, u"duty-officer"_s, kStreet),
                                      duty(u"p2"_s, u"head"_s, kCommunity),
                                      duty(u"p3"_s, u"fire"_s),
                                      duty(u"p4"_s, u"manager"_s),
                                      duty(u"p4"_s, u"volunteer"_s, kStreet),
                                      duty(u"p5"_s, u"acceptor"_s, kDistrict),
                                      duty(u"p5"_s, u"handler"_s, kStreet), // comes with its unit
                                      left}));
        QList<PersonProposal> staff = here().staff;
        QCOMPARE(idsOf(staff), QStringList({u"p4"_s, u"p3"_s, u"p2"_s, u"p1"_s}));
        QCOMPARE(staff.at(0).role, u"manager"_s);
        QCOMPARE(codeOf(staff.at(0)), ReasonCode::PostForGrid);
        QCOMPARE(codeOf(staff.at(1)), ReasonCode::PostInGrid);
        QCOMPARE(codeOf(staff.at(2)), ReasonCode::PostInCommunity);
        QCOMPARE(codeOf(staff.at(3)), ReasonCode::PostInStreet);
        // A fire is the fire officer's.
        QVERIFY(mStore->write(QList<FilingStandard>{standard(u"S1"_s, u"fire"_s)}));
        staff = here().staff;
        QCOMPARE(idsOf(staff).first(), u"p3"_s);
        QCOMPARE(codeOf(staff.first()), ReasonCode::PostForClass);
        QCOMPARE(reasonOf(staff.first(), ReasonKind::Responsibility)->value, 0.0);
    }
    void nobodyKnowsOfDutyWithoutARoster()
    {
        QVERIFY(mStore->write(QList<Person>{person(u"p1"_s)}));
        QVERIFY(mStore->write(QList<Duty>{duty(u"p1"_s, u"manager"_s)}));
        QVERIFY(!reasonOf(here().staff.first(), ReasonKind::OnDuty));
        const Instant now = testStart();
        QVERIFY(mStore->write(
            QList<Shift>{{u"p1"_s, u"grid"_s, kGrid, now + hours(1), now + hours(9)}}));
        QCOMPARE(*reasonOf(here().staff.first(), ReasonKind::OnDuty),
                 (Reason{ReasonCode::NotOnDuty, 0.0, false}));
        QCOMPARE(here().onDuty(), 0);
        QVERIFY(mStore->write(
            QList<Shift>{{u"p1"_s, u"grid"_s, kGrid, now - hours(1), now + minutes(90)}}));
        QCOMPARE(*reasonOf(here().staff.first(), ReasonKind::OnDuty),
                 (Reason{ReasonCode::OnShift, 90.0}));
        QCOMPARE(here().onDuty(), 1);
    }
    void amongEqualPostsDutyDistanceSkillsLoad()
    {
        QVERIFY(mStore->write(QList<FilingStandard>{standard(u"S1"_s, u"lighting"_s)}));
        QList<Person> people;
        QList<Duty> duties;
        for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s}) {
            people.append(person(id, {}, id == "d"_L1 ? u"driver, electrician"_s : u"driver"_s));
            duties.append(duty(id, u"assistant"_s));
        }
        QVERIFY(mStore->write(people) && mStore->write(duties));
        QVERIFY(mStore->write(QList<StaffPosition>{seen(u"b"_s, north(900.0)),
                                                   seen(u"c"_s, north(10.0)),
                                                   seen(u"d"_s, north(240.0)),
                                                   seen(u"e"_s, north(20.0), minutes(60)),
                                                   seen(u"f"_s, north(1.0), -minutes(30))}));
        QVERIFY(addOpen(2, u"U1"_s, u"c"_s));
        const QList<PersonProposal> staff = here().staff;
        // d can do it, e has nothing to do, c has; b is far; f was not seen yet.
        QCOMPARE(idsOf(staff), QStringList({u"d"_s, u"e"_s, u"c"_s, u"b"_s, u"a"_s, u"f"_s}));
        QCOMPARE(reasonOf(staff.at(0), ReasonKind::Skills)->skills, QStringList{u"electrician"_s});
        QVERIFY(!reasonOf(staff.at(1), ReasonKind::Skills));
        QCOMPARE(*reasonOf(staff.at(1), ReasonKind::OnDuty),
                 (Reason{ReasonCode::SeenLately, 60.0}));
        QCOMPARE(staff.at(2).openCases, 2);
        QVERIFY(!reasonOf(staff.at(2), ReasonKind::Load)->good);
        QVERIFY(!staff.last().isOnDuty());
        QVERIFY(!reasonOf(staff.last(), ReasonKind::Distance));
        QCOMPARE(here().onDuty(), 4);
    }
    void aDistrictsOwnTagsFit_data()
    {
        QTest::addColumn<QString>("tags");
        QTest::addColumn<int>("fit");
        QTest::newRow("major class") << u"06"_s << 1;
        QTest::newRow("class") << u"06010"_s << 1;
        QTest::newRow("kind of unit") << u"sanitation"_s << 1;
        QTest::newRow("known") << u"driver"_s << 1;
        QTest::newRow("two") << u" driver ,06, mediation"_s << 2;
        QTest::newRow("another class") << u"01"_s << 0;
        QTest::newRow("a digit") << u"0"_s << 0;
        QTest::newRow("none") << u", ,"_s << 0;
    }
    void aDistrictsOwnTagsFit()
    {
        QFETCH(QString, tags);
        QFETCH(int, fit);
        QVERIFY(mStore->write(smallStandards()));
        QVERIFY(mStore->write(QList<Person>{person(u"p1"_s, {}, tags)}));
        QVERIFY(mStore->write(QList<Duty>{duty(u"p1"_s, u"manager"_s)}));
        const std::optional<Reason> skills = reasonOf(here().staff.first(), ReasonKind::Skills);
        QCOMPARE(skills ? static_cast<int>(skills->value) : 0, fit);
        QVERIFY(!reasonOf(here({}).staff.first(), ReasonKind::Skills)); // of no class
    }

    // People of a unit.
    void assigneesOnDutyThenHereThenSkilledThenNear()
    {
        QVERIFY(mStore->write(QList<FilingStandard>{standard(u"S1"_s, u"power"_s)}));
        QList<Person> people{person(u"x"_s, u"U2"_s)};
        for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}) {
            people.append(person(id, u"U1"_s, id == "b"_L1 ? u"electrician"_s : QString()));
        }
        QVERIFY(mStore->write(people));
        QVERIFY(
            mStore->write(QList<Duty>{duty(u"c"_s, u"manager"_s), duty(u"e"_s, u"assistant"_s)}));
        QVERIFY(mStore->write(QList<StaffPosition>{seen(u"a"_s, north(10.0)),
                                                   seen(u"b"_s, north(2000.0)),
                                                   seen(u"c"_s, north(3000.0)),
                                                   seen(u"d"_s, north(600.0))}));
        const QList<PersonProposal> ranked = crew(caseAt(u"U1"_s));
        QCOMPARE(idsOf(ranked), QStringList({u"c"_s, u"b"_s, u"a"_s, u"d"_s, u"e"_s}));
        QCOMPARE(ranked.at(0).role, u"manager"_s);
        QCOMPARE(codeOf(ranked.at(0)), ReasonCode::PostForGrid);
        QVERIFY(!reasonOf(ranked.at(1), ReasonKind::Responsibility));
        QVERIFY(!ranked.last().isOnDuty());
        QVERIFY(crew(caseAt({})).isEmpty());
        QVERIFY(isAssignable(caseAt(u"U1"_s)));
        Case closed = caseAt(u"U1"_s);
        closed.state = CaseState::Closed;
        QVERIFY(!isAssignable(closed));
    }
    void everybodyOfAUnitAndBelowIsThere()
    {
        Organisation below = unit(u"U1a"_s, u"sanitation"_s);
        below.parent = u"U1"_s;
        QVERIFY(mStore->write(QList<Organisation>{
            unit(u"U1"_s, u"sanitation"_s), below, unit(u"U9"_s, u"sanitation"_s)}));
        QVERIFY(mStore->write(QList<Person>{person(u"below"_s, u"U1a"_s),
                                            person(u"own"_s, u"U1"_s),
                                            person(u"stranger"_s, u"U9"_s)}));
        // Whoever is on duty further below comes behind the unit's own.
        QVERIFY(mStore->write(QList<StaffPosition>{seen(u"below"_s, north(10.0))}));
        QCOMPARE(idsOf(crew(caseAt(u"U1"_s))), QStringList({u"own"_s, u"below"_s}));
        QCOMPARE(idsOf(crew(caseAt(u"U1a"_s))), QStringList({u"below"_s}));
    }
    void aLargeUnitIsCut()
    {
        QList<Person> people;
        for (int i = 0; i < 520; ++i) {
            people.append(person(u"p%1"_s.arg(i, 3, 10, QLatin1Char('0')), u"U1"_s));
        }
        QVERIFY(mStore->write(people));
        QCOMPARE(crew(caseAt(u"U1"_s)).size(), 500);
    }
};

static const TestRegistration<TestResponsibilityPeople> registration;

} // namespace gridward

#include "test_responsibility_people.moc"
