// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/roundnumber.h"
#include "tests/support/testregistry.h"

#include <cmath>
#include <limits>

namespace gridward {

class TestRoundNumber : public QObject
{
    Q_OBJECT
private slots:
    void below_data()
    {
        QTest::addColumn<double>("limit");
        QTest::addColumn<double>("expected");
        QTest::newRow("one") << 1.0 << 1.0;
        QTest::newRow("just below two") << 1.999 << 1.0;
        QTest::newRow("between") << 370.0 << 200.0;
        QTest::newRow("five") << 5000.0 << 5000.0;
        QTest::newRow("below ten") << 9.99 << 5.0;
        QTest::newRow("thousand") << 1000.0 << 1000.0;
        QTest::newRow("small") << 0.034 << 0.02;
        QTest::newRow("zero") << 0.0 << 0.0;
        QTest::newRow("negative") << -3.0 << 0.0;
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << 0.0;
        QTest::newRow("nan") << std::numeric_limits<double>::quiet_NaN() << 0.0;
    }
    void below()
    {
        QFETCH(double, limit);
        QFETCH(double, expected);
        QCOMPARE(roundNumberBelow(limit), expected);
    }
    void neverAbove()
    {
        for (int step = 0; step < 110; ++step) {
            const double limit = 1e-6 * std::pow(1.37, step);
            const double found = roundNumberBelow(limit);
            QVERIFY2(found <= limit && found * 2.51 > limit, qPrintable(QString::number(limit)));
        }
    }
};
static const TestRegistration<TestRoundNumber> sRegistration;

} // namespace gridward

#include "test_roundnumber.moc"
