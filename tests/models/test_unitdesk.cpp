// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/districtservice.h"
#include "models/service/unitdesk.h"
#include "models/store/geopackagestore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

class TestUnitDesk : public QObject
{
    Q_OBJECT

    QTemporaryDir mFolder;
    FixedClock mClock{testStart()};

private slots:
    /** Whoever sits down sees nothing of what somebody else might see, not even for a moment. */
    void anotherUserBeginsWithNothing()
    {
        const QString file = mFolder.filePath(u"s.gpkg"_s);
        {
            const std::unique_ptr<GeoPackageStore> store =
                GeoPackageStore::create(file, smallInfo()).value();
            QVERIFY(fillSmallDistrict(*store) && store->publish());
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
};

static const TestRegistration<TestUnitDesk> registration;

} // namespace gridward

#include "test_unitdesk.moc"
