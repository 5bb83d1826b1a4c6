// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/coordinates.h"
#include "tests/support/testregistry.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kFixtureTolerance = 1e-6;
constexpr double kExact = 1e-9;

double distance(const GeoPoint &one, const GeoPoint &other)
{
    return std::max(std::abs(one.longitude - other.longitude),
                    std::abs(one.latitude - other.latitude));
}

} // namespace

class TestCoordinates : public QObject
{
    Q_OBJECT
private slots:
    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isKnown");
        QTest::addColumn<CoordinateSystem>("system");
        QTest::newRow("wgs 84") << u"EPSG:4326"_s << true << CoordinateSystem::Wgs84;
        QTest::newRow("cgcs 2000") << u"epsg:4490"_s << true << CoordinateSystem::Cgcs2000;
        QTest::newRow("gcj") << u"GCJ02"_s << true << CoordinateSystem::Gcj02;
        QTest::newRow("baidu") << u" bd09\n"_s << true << CoordinateSystem::Bd09;
        QTest::newRow("web mercator") << u"EPSG:3857"_s << false << CoordinateSystem::Wgs84;
        QTest::newRow("longer") << u"EPSG:43260"_s << false << CoordinateSystem::Wgs84;
        QTest::newRow("empty") << QString() << false << CoordinateSystem::Wgs84;
    }
    void names()
    {
        QFETCH(QString, name);
        QFETCH(bool, isKnown);
        QFETCH(CoordinateSystem, system);
        const Result<CoordinateSystem> parsed = parseCoordinateSystem(name);
        QCOMPARE(parsed.isOk(), isKnown);
        if (isKnown) {
            QCOMPARE(parsed.value(), system);
        } else {
            QCOMPARE(parsed.error().code, ErrorCode::InvalidInput);
            QVERIFY(parsed.error().message.contains(u"“%1”"_s.arg(name)));
        }
    }

    /** Against the columns that gcoord computed; the rows abroad are among them. */
    void fixtures()
    {
        QFile file(u"" GRIDWARD_TEST_DATA "/coord-fixtures.csv"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        file.readLine();
        int rows = 0;
        while (!file.atEnd()) {
            const QList<QByteArray> words = file.readLine().trimmed().split(',');
            QCOMPARE(words.size(), 15);
            const auto pointAt = [&words](qsizetype place) {
                return GeoPoint{words.at(place).toDouble(), words.at(place + 1).toDouble()};
            };
            const GeoPoint wgs84 = pointAt(1);
            const GeoPoint gcj02 = pointAt(3);
            const GeoPoint bd09 = pointAt(5);
            const auto check = [&](const GeoPoint &is, const GeoPoint &shall, double tolerance) {
                QVERIFY2(distance(is, shall) <= tolerance, words.join(',').constData());
            };
            check(fromWgs84(wgs84, CoordinateSystem::Gcj02), gcj02, kFixtureTolerance);
            check(fromWgs84(wgs84, CoordinateSystem::Bd09), bd09, kFixtureTolerance);
            check(toWgs84(gcj02, CoordinateSystem::Gcj02), wgs84, kFixtureTolerance);
            check(toWgs84(bd09, CoordinateSystem::Bd09), wgs84, kFixtureTolerance);
            // gcoord's own way back is the less exact one.
            check(toWgs84(gcj02, CoordinateSystem::Gcj02), pointAt(9), kFixtureTolerance);
            for (const CoordinateSystem system :
                 {CoordinateSystem::Gcj02, CoordinateSystem::Bd09}) {
                check(toWgs84(fromWgs84(wgs84, system), system), wgs84, kExact);
            }
            // The other package has a smaller rectangle; Singapore lies between the two.
            if (words.at(0) != "singapore"_ba) {
                check(fromWgs84(wgs84, CoordinateSystem::Gcj02), pointAt(11), kFixtureTolerance);
                check(fromWgs84(wgs84, CoordinateSystem::Bd09), pointAt(13), kFixtureTolerance);
            }
            ++rows;
        }
        QCOMPARE(rows, 164);
    }

    /** The way back over all of the rectangle, in particular where the formulas have a kink. */
    void inverse()
    {
        for (double longitude = 72.004; longitude < 137.8347; longitude += 0.731) {
            for (double latitude = 0.8293; latitude < 55.8271; latitude += 0.677) {
                for (const double easting : {longitude, 105.0, 105.0 + 1e-10}) {
                    const GeoPoint point{easting, latitude};
                    for (const CoordinateSystem system :
                         {CoordinateSystem::Gcj02, CoordinateSystem::Bd09}) {
                        const GeoPoint back = toWgs84(fromWgs84(point, system), system);
                        QVERIFY2(distance(back, point) <= kExact,
                                 qPrintable(u"%1 %2"_s.arg(easting).arg(latitude)));
                    }
                }
            }
        }
    }

    void abroad_data()
    {
        QTest::addColumn<double>("longitude");
        QTest::addColumn<double>("latitude");
        QTest::addColumn<bool>("isShifted");
        QTest::newRow("tokyo") << 139.7671 << 35.6812 << false;
        QTest::newRow("boston") << -71.0589 << 42.3601 << false;
        QTest::newRow("sydney") << 151.2093 << -33.8688 << false;
        QTest::newRow("karachi") << 67.0011 << 24.8607 << false;
        QTest::newRow("yakutsk") << 129.7326 << 62.0355 << false;
        QTest::newRow("singapore") << 103.8198 << 1.3521 << true;
        QTest::newRow("seoul") << 126.978 << 37.5665 << true;
        QTest::newRow("west bound") << 72.004 << 30.0 << true;
        QTest::newRow("beyond west") << 72.0039 << 30.0 << false;
        QTest::newRow("east bound") << 137.8347 << 30.0 << true;
        QTest::newRow("beyond east") << 137.8348 << 30.0 << false;
        QTest::newRow("south bound") << 110.0 << 0.8293 << true;
        QTest::newRow("beyond south") << 110.0 << 0.8292 << false;
        QTest::newRow("north bound") << 110.0 << 55.8271 << true;
        QTest::newRow("beyond north") << 110.0 << 55.8272 << false;
    }
    void abroad()
    {
        QFETCH(double, longitude);
        QFETCH(double, latitude);
        QFETCH(bool, isShifted);
        const GeoPoint point{longitude, latitude};
        const GeoPoint shifted = fromWgs84(point, CoordinateSystem::Gcj02);
        QCOMPARE(shifted != point, isShifted);
        // Baidu's own shift has no rectangle.
        QVERIFY(fromWgs84(point, CoordinateSystem::Bd09) != shifted);
        if (isShifted) {
            QVERIFY(distance(toWgs84(shifted, CoordinateSystem::Gcj02), point) <= kExact);
        }
    }

    /** CGCS 2000 is WGS 84 to us, and what is no point is let through. */
    void unchanged()
    {
        const GeoPoint point{116.41632, 39.92841};
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const CoordinateSystem system :
             {CoordinateSystem::Wgs84, CoordinateSystem::Cgcs2000}) {
            QCOMPARE(fromWgs84(point, system), point);
            QCOMPARE(toWgs84(point, system), point);
        }
        for (const CoordinateSystem system : {CoordinateSystem::Gcj02, CoordinateSystem::Bd09}) {
            const GeoPoint swapped{39.92841, 116.41632};
            QCOMPARE(fromWgs84(swapped, system), swapped);
            QCOMPARE(toWgs84(swapped, system), swapped);
            QVERIFY(std::isnan(fromWgs84({nan, 39.9}, system).longitude));
            QVERIFY(std::isnan(toWgs84({116.4, nan}, system).latitude));
        }
        // Half way round the world the iteration has nothing to find, and says so by no change.
        const GeoPoint far{-150.0, -60.0};
        QCOMPARE(toWgs84(far, CoordinateSystem::Gcj02), far);
    }
};
static const TestRegistration<TestCoordinates> sRegistration;

} // namespace gridward

#include "test_coordinates.moc"
