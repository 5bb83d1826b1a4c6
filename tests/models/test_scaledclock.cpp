// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/scaledclock.h"
#include "tests/support/testregistry.h"

#include <thread>

namespace gridward {

using namespace std::chrono_literals;

class TestScaledClock : public QObject
{
    Q_OBJECT
private slots:
    void goesSoManyTimesAsFast()
    {
        const Instant start = *instantFromIso(u"2026-11-20T08:00:00Z");
        const auto before = std::chrono::steady_clock::now();
        const ScaledClock clock(start, 3600.0);
        std::this_thread::sleep_for(20ms);
        const Instant now = clock.now();
        QCOMPARE(beginningOf(clock), start);
        const auto passed = std::chrono::steady_clock::now() - before;
        // Between what was slept and all that passed around it.
        QVERIFY(now - start >= 20ms * 3600);
        QVERIFY(now - start <= passed * 3600);
    }
    void timersWaitForItsTime()
    {
        const SystemClock real;
        QCOMPARE(realTimeOf(real, 10s, 250ms), 10'000ms);
        QCOMPARE(realTimeOf(real, 100ms, 250ms), 100ms);
        const ScaledClock fast(Instant{}, 3600.0);
        QCOMPARE(realTimeOf(fast, 6h, 1s), 6000ms);
        QCOMPARE(realTimeOf(fast, 10s, 250ms), 250ms);
        QCOMPARE(realTimeOf(fast, 1s, 0ms), 1ms);
    }
};

static const TestRegistration<TestScaledClock> registration;

} // namespace gridward

#include "test_scaledclock.moc"
