// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/districtservice.h"
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
};

static const TestRegistration<TestUnitDesk> registration;

} // namespace gridward

#include "test_unitdesk.moc"
