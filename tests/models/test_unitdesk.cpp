// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/scaledclock.h"
#include "models/service/districtservice.h"
#include "models/service/staffdesk.h"
#include "models/service/unitdesk.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace gridward {

class TestUnitDesk : public QObject
{
    Q_OBJECT

    StoreMaker mMaker;
    FixedClock mClock{testStart()};

private slots:
    void initTestCase_data() { addSharedStoreKinds(); }
    /** Whoever sits down sees nothing of what somebody else might see, not even for a moment. */
    void anotherUserBeginsWithNothing()
    {
        QFETCH_GLOBAL(QString, kind);
        const QString file = mMaker.make(kind);
        {
            const std::unique_ptr<SqlStore> store = StoreMaker::again(file);
            QVERIFY(store && fillSmallDistrict(*store));
        }
        DistrictService district(mClock, u"test"_s);
        UnitDesk desk(district);
        DistrictSeat seat;
        seat.user = u"dispatcher1"_s;
        district.open([file] { return openStore(file); }, seat);
        QTRY_VERIFY(!desk.picture().units.isEmpty());
        const UnitPicture before = desk.picture();
        // What the desk shows at the moment when the other one is there.
        UnitPicture atOnce = before;
        int told = 0;
        connect(&desk, &UnitPort::pictureChanged, &desk, [&] { ++told; });
        QSignalSpy changed(&district, &DistrictPort::userChanged);
        connect(&district, &DistrictPort::userChanged, &desk, [&] {
            if (district.user().name == "acceptor1"_L1) {
                atOnce = desk.picture();
            }
        });
        district.setUser(u"acceptor1"_s);
        QTRY_COMPARE(district.user().name, u"acceptor1"_s);
        QCOMPARE(atOnce, UnitPicture{});
        QVERIFY(told > 0);                                // and whoever shows it hears of it
        QTRY_COMPARE(desk.picture().units, before.units); // read anew for this one
    }
    /** Nobody writes; the days go by on a clock that is played: half a day in a second. */
    void daysGoByOnTheClockOfTheDistrict()
    {
        QFETCH_GLOBAL(QString, kind);
        const QString file = mMaker.make(kind);
        const Instant later = testStart() + std::chrono::hours(60);
        {
            const std::unique_ptr<SqlStore> store = StoreMaker::again(file);
            QVERIFY(store && fillSmallDistrict(*store));
            Person person;
            person.id = u"P9"_s;
            person.name = u"赵一"_s;
            person.organisation = smallOrganisations().last().code;
            QVERIFY(store->write(QList<Person>{person}));
            const QString area = smallGrids().first().street;
            QVERIFY(store->write(QList<Shift>{
                {person.id, u"street"_s, area, later, later + std::chrono::hours(12)}}));
        }
        const ScaledClock clock(testStart(), 43'200.0);
        DistrictService district(clock, u"test"_s);
        UnitDesk units(district);
        StaffDesk staff(district);
        DistrictSeat seat;
        seat.user = u"dispatcher1"_s;
        district.open([file] { return openStore(file); }, seat);
        QTRY_VERIFY(!units.picture().units.isEmpty());
        QVERIFY(units.picture().crew.isEmpty()); // it reaches a day ahead
        QSignalSpy read(&district, &DistrictService::pictureRead);
        QSignalSpy told(&staff, &StaffPort::staffChanged);
        // A loaded machine is no error: the real timers would take six hours, and until midnight.
        QTRY_VERIFY_WITH_TIMEOUT(!units.picture().crew.isEmpty(), 60'000);
        QCOMPARE(units.picture().crew.first().person, u"P9"_s);
        QTRY_VERIFY_WITH_TIMEOUT(read.count() > 0 && told.count() > 0, 60'000);
    }
};

static const TestRegistration<TestUnitDesk> registration;

} // namespace gridward

#include "test_unitdesk.moc"
