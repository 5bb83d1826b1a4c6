// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/sunclock.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gridward {

/** Against tables that nobody here wrote: tests/data/sun. */
class TestSunClock : public QObject
{
    Q_OBJECT
private slots:
    void risesAndSetsWhenTheTableSays()
    {
        QFile file(QStringLiteral(GRIDWARD_TEST_DATA) + u"/sun/sun-times.csv"_s);
        QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Text));
        (void)file.readLine();
        int rows = 0;
        int polar = 0;
        while (!file.atEnd()) {
            const QStringList fields = QString::fromUtf8(file.readLine()).trimmed().split(u',');
            QCOMPARE(fields.size(), 6);
            const GeoPoint place{fields.at(2).toDouble(), fields.at(1).toDouble()};
            const Instant from = *instantFromIso(fields.at(3));
            ++rows;
            if (fields.at(5).isEmpty()) {
                ++polar; // all day or all night
                const bool isUp = isSunUp(from, place);
                for (int minute = 0; minute < 24 * 60; minute += 5) {
                    QCOMPARE(isSunUp(from + std::chrono::minutes(minute), place), isUp);
                }
                continue;
            }
            const Instant moment = *instantFromIso(fields.at(5));
            const bool rises = fields.at(4) == "rise"_L1;
            const auto say = qPrintable(fields.join(u' '));
            QVERIFY2(isSunUp(moment + std::chrono::minutes(1), place) == rises, say);
            QVERIFY2(isSunUp(moment - std::chrono::minutes(1), place) != rises, say);
        }
        QCOMPARE(rows, 108);
        QVERIFY(polar >= 4);
    }
    void standsHighAtNoon()
    {
        // On the tropic in June it stands in the zenith at noon.
        const double highest = sunAltitude(*instantFromIso(u"2026-06-21T12:02:00Z"), {0.0, 23.44});
        QVERIFY2(highest > 89.3, qPrintable(QString::number(highest)));
        QVERIFY(sunAltitude(*instantFromIso(u"2026-06-21T00:00:00Z"), {0.0, 23.44}) < -40.0);
    }
};
static const TestRegistration<TestSunClock> sRegistration;

} // namespace gridward

#include "test_sunclock.moc"
