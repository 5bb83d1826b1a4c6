// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/arrivals.h"
#include "gis/overlay/mercator.h"
#include "tests/support/testregistry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const Instant kNow = *instantFromIso(u"2026-11-20T08:00:00Z");
const GeoPoint kPlace{116.40, 39.90};
const QPointF kMiddle = toMercator(kPlace);

/** Open cases in a row, ten metres from one to the next. */
QList<Case> manyCases(int count)
{
    QList<Case> cases;
    for (int i = 0; i < count; ++i) {
        Case subject;
        subject.id = CaseId::make(kNow, 0, static_cast<quint64>(i));
        subject.state = CaseState::Filed;
        subject.classKey = {defaultScheme(), CaseKind::Matter, u"01010"_s};
        subject.place = GeoPoint{kPlace.longitude + 1.2e-4 * i, kPlace.latitude};
        cases.append(subject);
    }
    return cases;
}

} // namespace

class TestArrivals : public QObject
{
    Q_OBJECT
private slots:
    void aStreamOfCasesIsNoFlicker()
    {
        CaseColumns cases;
        const QList<Case> all = manyCases(200);
        cases.assign(all, kNow);
        CaseClusterer groups;
        groups.rebuild(cases.columns(), zoomStepOf(0.01)); // each alone
        const OverlayView view = OverlayView::make(kMiddle, 0.01, {400, 300});
        Arrivals arrivals;
        const auto come = [&](int number, CaseLevel level, qint64 now) {
            const CaseId &id = all.at(number).id;
            arrivals.add(cases.find(id), id, level, now);
        };
        const auto rings = [&](qint64 now) {
            return arrivals.pulses(cases, groups, view, now).size();
        };
        for (int i = 0; i < 30; ++i) {
            come(i, CaseLevel::Blue, 0);
        }
        QCOMPARE(rings(0), Arrivals::kOften); // the first five
        come(30, CaseLevel::Yellow, 999);
        QCOMPARE(rings(999), Arrivals::kOften);
        come(31, CaseLevel::Orange, 999); // at any time
        QCOMPARE(rings(999), Arrivals::kOften + 1);
        const QPointF orange = arrivals.pulses(cases, groups, view, 999).back().middle;
        come(32, CaseLevel::Yellow, 1000);
        QCOMPARE(rings(1000), Arrivals::kOften + 2);
        for (int i = 40; i < 60; ++i) {
            come(i, CaseLevel::Red, 1010);
        }
        QCOMPARE(rings(1010), Arrivals::kMost);
        for (const Pulse &pulse : arrivals.pulses(cases, groups, view, 1010)) {
            QVERIFY(pulse.middle != orange); // the newest of the most urgent
        }
        // What was given up is painted again too: seven that were seen, eight that are.
        const std::size_t boxes = arrivals.advance(cases, groups, view, 1010).size();
        QVERIFY(boxes >= 7 + 2 * Arrivals::kMost);
        come(61, CaseLevel::Orange, 1020); // less urgent than all that are there
        QCOMPARE(rings(1020), Arrivals::kMost);
        (void)arrivals.advance(cases, groups, view, 1010 + Arrivals::kLength);
        QVERIFY(arrivals.isEmpty());
        // A thousand a second for ten seconds, one in fifty of them urgent.
        std::size_t most = 0;
        for (qint64 now = 5000; now < 15'000; ++now) {
            come(
                static_cast<int>(now % 200), now % 50 == 0 ? CaseLevel::Red : CaseLevel::Blue, now);
            most = std::max(most, rings(now));
            if (now % 33 == 0) {
                const auto painted = arrivals.advance(cases, groups, view, now);
                QVERIFY(painted.size() <= 4 * Arrivals::kMost);
            }
        }
        QCOMPARE(most, Arrivals::kMost);
    }
};

static const TestRegistration<TestArrivals> registration;

} // namespace gridward

#include "test_arrivals.moc"
