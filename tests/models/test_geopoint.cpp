// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/geopoint.h"
#include "tests/support/testregistry.h"

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
};
static const TestRegistration<TestGeoPoint> sRegistration;

} // namespace gridward

#include "test_geopoint.moc"
