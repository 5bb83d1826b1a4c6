// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/geopoint.h"
#include "tests/support/testregistry.h"

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace gridward {

class TestGeoPoint : public QObject
{
    Q_OBJECT
private slots:
    void text_data()
    {
        QTest::addColumn<double>("longitude");
        QTest::addColumn<double>("latitude");
        QTest::addColumn<QString>("text");
        QTest::newRow("dongcheng") << 116.41632 << 39.92841 << u"116.416320° E  39.928410° N"_s;
        QTest::newRow("south west") << -70.5 << -33.25 << u"70.500000° W  33.250000° S"_s;
        QTest::newRow("edge") << 180.0 << -90.0 << u"180.000000° E  90.000000° S"_s;
        QTest::newRow("swapped") << 39.9 << 116.4 << QString();
        QTest::newRow("nan") << std::numeric_limits<double>::quiet_NaN() << 0.0 << QString();
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << 0.0 << QString();
    }
    void text()
    {
        QFETCH(double, longitude);
        QFETCH(double, latitude);
        QFETCH(QString, text);
        QCOMPARE(toDisplayText({longitude, latitude}), text);
        QCOMPARE(isValid({longitude, latitude}), !text.isEmpty());
    }
    void metres_data()
    {
        // By Vincenty's inverse formula, which is right to a millimetre.
        QTest::addColumn<GeoPoint>("from");
        QTest::addColumn<GeoPoint>("to");
        QTest::addColumn<double>("metres");
        QTest::newRow("a street corner")
            << GeoPoint{116.4163, 39.9284} << GeoPoint{116.4174, 39.9288} << 103.9922;
        QTest::newRow("across the district")
            << GeoPoint{116.37, 39.86} << GeoPoint{116.44, 39.97} << 13601.2002;
        QTest::newRow("along a meridian")
            << GeoPoint{116.4, 39.9} << GeoPoint{116.4, 39.91} << 1110.3281;
        QTest::newRow("along a parallel")
            << GeoPoint{116.4, 39.9} << GeoPoint{116.41, 39.9} << 855.1829;
        QTest::newRow("over the date line")
            << GeoPoint{179.999, -17.0} << GeoPoint{-179.999, -17.0} << 212.9717;
        QTest::newRow("Beijing to Paris")
            << GeoPoint{116.4, 39.9} << GeoPoint{2.35, 48.85} << 8239366.7981;
        QTest::newRow("nowhere") << GeoPoint{116.4, 39.9} << GeoPoint{116.4, 39.9} << 0.0000;
    }
    void metres()
    {
        QFETCH(GeoPoint, from);
        QFETCH(GeoPoint, to);
        QFETCH(double, metres);
        const double tolerance = std::max(0.001, metres * 1e-5);
        QVERIFY2(std::abs(groundDistance(from, to) - metres) <= tolerance,
                 qPrintable(QString::number(groundDistance(from, to), 'f', 4)));
        QCOMPARE(groundDistance(from, to), groundDistance(to, from));
    }
};
static const TestRegistration<TestGeoPoint> sRegistration;

} // namespace gridward

#include "test_geopoint.moc"
