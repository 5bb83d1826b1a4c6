// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/rights.h"
#include "models/service/simulation/demodistrict.h"
#include "models/service/simulation/demogeometry.h"
#include "tests/support/testregistry.h"

#include <QSet>

#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace gridward {

/** The demo's district as it is built from the files in resources. */
class TestSimulationDistrict : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        const QString resources = QStringLiteral(GRIDWARD_TEST_DATA) + u"/../../resources"_s;
        Result<SimulationData> data =
            readSimulationData(resources + u"/demo"_s, resources + u"/catalogue"_s);
        QVERIFY2(data.isOk(), data ? "" : qPrintable(data.error().message));
        mData = std::move(data).value();
        Result<DemoDistrict> built = buildDemoDistrict(mData, mAt, 1);
        QVERIFY2(built.isOk(), built ? "" : qPrintable(built.error().message));
        mDistrict = std::move(built).value();
    }

    void counts()
    {
        QCOMPARE(mDistrict.divisions.size(), 1 + 17 + 169);
        QCOMPARE(mDistrict.grids.size(), 589);
        QCOMPARE(mDistrict.keyPlaces.size(), 202);
        QCOMPARE(mDistrict.resources.size(), 153);
        QVERIFY(std::abs(mDistrict.components.size() - 20'000) < 100);
        QVERIFY(std::abs(mDistrict.addresses.size() - 5'000) < 50);
        QVERIFY(mDistrict.positions.size() > 300);
        QCOMPARE(mDistrict.divisions.first().parent, QString());
    }

    void sameSeedSameDistrict()
    {
        const Result<DemoDistrict> again = buildDemoDistrict(mData, mAt, 1);
        const Result<DemoDistrict> other = buildDemoDistrict(mData, mAt, 2);
        QVERIFY(again && other);
        QVERIFY(again.value().components == mDistrict.components);
        QVERIFY(again.value().people == mDistrict.people);
        QVERIFY(again.value().positions == mDistrict.positions);
        QVERIFY(again.value().keyPlaces == mDistrict.keyPlaces);
        QVERIFY(other.value().components != mDistrict.components);
        QVERIFY(other.value().people != mDistrict.people);
    }

    void everythingLiesInItsGrid()
    {
        const auto inGrid = [&](const GeoPoint &place, const QString &grid) {
            return mDistrict.locator->locate(place) == grid;
        };
        for (const Component &component : std::as_const(mDistrict.components)) {
            QVERIFY2(inGrid(component.place, component.grid), qPrintable(component.code));
        }
        for (const Address &address : std::as_const(mDistrict.addresses)) {
            QVERIFY2(inGrid(address.place, address.grid), qPrintable(address.text));
        }
        for (const Resource &resource : std::as_const(mDistrict.resources)) {
            QVERIFY2(inGrid(resource.place, resource.grid), qPrintable(resource.name));
        }
        for (const StaffPosition &position : std::as_const(mDistrict.positions)) {
            QVERIFY2(inGrid(position.place, position.grid), qPrintable(position.person));
        }
        for (const KeyPlace &place : std::as_const(mDistrict.keyPlaces)) {
            const GeoPoint middle = DemoDistrict::placeOf(place);
            QVERIFY2(inGrid(middle, place.grid), qPrintable(place.name));
            QCOMPARE(place.shape.size(), place.isArea ? 13 + 7 * 16 : 21);
        }
    }

    void codesAreUnique()
    {
        QSet<QString> components;
        for (const Component &component : std::as_const(mDistrict.components)) {
            QCOMPARE(component.code.size(), 17);
            QVERIFY(component.code.startsWith(mDistrict.code + component.classCode));
            QVERIFY(!component.supervisor.isEmpty() && !component.maintainer.isEmpty());
            components.insert(component.code);
        }
        QCOMPARE(components.size(), mDistrict.components.size());
        QSet<QString> texts;
        for (const Address &address : std::as_const(mDistrict.addresses)) {
            texts.insert(address.text);
        }
        QCOMPARE(texts.size(), mDistrict.addresses.size());
        QSet<QString> users;
        for (const User &user : std::as_const(mDistrict.users)) {
            users.insert(user.name);
            QVERIFY2(roleIds().contains(user.role), qPrintable(user.role));
        }
        QCOMPARE(users.size(), mDistrict.users.size());
    }

    void sevenForces()
    {
        const QStringList forces{u"manager"_s,
                                 u"assistant"_s,
                                 u"police"_s,
                                 u"supervisor"_s,
                                 u"judicial"_s,
                                 u"fire"_s,
                                 u"party-secretary"_s};
        std::map<QString, QSet<QString>> ofGrid;
        std::map<QString, QSet<QString>> areasOf; // by person
        for (const Duty &duty : std::as_const(mDistrict.duties)) {
            if (forces.contains(duty.role)) {
                areasOf[duty.person].insert(duty.area);
                if (!duty.to.isValid()) {
                    ofGrid[duty.area].insert(duty.role);
                }
            }
        }
        int vacant = 0;
        for (const UnitGrid &grid : std::as_const(mDistrict.grids)) {
            vacant += static_cast<int>(forces.size() - ofGrid[grid.code].size());
        }
        QCOMPARE(vacant, 8); // designed
        const bool many =
            std::ranges::any_of(areasOf, [](const auto &entry) { return entry.second.size() > 3; });
        QVERIFY(many);
    }

    void usersOfTheContract_data()
    {
        QTest::addColumn<QString>("role");
        for (const char *role : {"acceptor",
                                 "filer",
                                 "dispatcher",
                                 "handler",
                                 "checker",
                                 "supervisor",
                                 "street",
                                 "analyst",
                                 "leader",
                                 "admin"}) {
            QTest::newRow(role) << QString::fromLatin1(role);
        }
    }
    void usersOfTheContract()
    {
        QFETCH(QString, role);
        const QString name = role + u'1';
        const auto found = std::ranges::find(mDistrict.users, name, &User::name);
        QVERIFY(found != mDistrict.users.end());
        QCOMPARE(found->role, role);
        QCOMPARE(found->actsForAllUnits, role == "handler"_L1);
        QCOMPARE(found->division, role == "street"_L1 ? u"110101001"_s : QString());
        const auto person = std::ranges::find(mDistrict.people, found->person, &Person::id);
        QVERIFY(person != mDistrict.people.end());
        QVERIFY(person->workPhone.startsWith(u"010-5550"_s));
    }

    /** Day and night, for the centre and each street, but for the two designed hours. */
    void rosterHasOnlyTheDesignedGaps()
    {
        using std::chrono::hours;
        QCOMPARE(mDistrict.uncovered.size(), 2);
        std::map<std::pair<QString, QString>, std::set<Instant>> covered;
        Instant first = mAt;
        Instant last = mAt;
        for (const Shift &shift : std::as_const(mDistrict.shifts)) {
            QVERIFY(shift.from < shift.to);
            first = std::min(first, shift.from);
            last = std::max(last, shift.to);
            for (Instant hour = shift.from; hour < shift.to; hour += hours(1)) {
                covered[{shift.post, shift.area}].insert(hour);
            }
        }
        QCOMPARE(std::chrono::duration_cast<hours>(last - first).count(), 31 * 24);
        QCOMPARE(covered.size(), std::size_t{18});
        std::size_t missing = 0;
        for (const auto &[post, set] : covered) {
            missing += 31 * 24 - set.size();
        }
        QCOMPARE(missing, std::size_t{2});
        for (const UncoveredTime &gap : std::as_const(mDistrict.uncovered)) {
            QVERIFY((!covered[{gap.post, gap.area}].contains(gap.from)));
        }
    }

    void everyStandardHasAUnitInEveryStreet()
    {
        for (const FilingStandard &standard : std::as_const(mDistrict.standards)) {
            const QString unit = mDistrict.unitFor(standard.unitKind, u"110101004"_s);
            QVERIFY2(!unit.isEmpty(), qPrintable(standard.id + u' ' + standard.unitKind));
        }
        const QString team = mDistrict.unitFor(u"enforcement"_s, u"110101004"_s);
        const auto found = std::ranges::find(mDistrict.organisations, team, &Organisation::code);
        QVERIFY(found != mDistrict.organisations.end());
        QCOMPARE(found->division, u"110101004"_s);
    }

private:
    const Instant mAt = *instantFromIso(u"2026-11-21T02:00:00Z");
    SimulationData mData;
    DemoDistrict mDistrict;
};
static const TestRegistration<TestSimulationDistrict> sRegistration;

} // namespace gridward

#include "test_simulation_district.moc"
