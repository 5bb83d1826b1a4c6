// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <vector>

namespace gridward {

/** What the benchmarks of the live map share. */

constexpr int kBenchCases = 100'000;
inline const Instant kBenchNow = *instantFromIso(QStringLiteral("2026-11-20T08:00:00Z"));

/** CPU of this thread, or of all of the process. */
inline double cpuMilliseconds(clockid_t clock = CLOCK_THREAD_CPUTIME_ID)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

inline double percentile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

/** Turns the event loop until then, two minutes at the most. */
template <typename Until>
void turnUntil(const Until &isSo)
{
    QElapsedTimer time;
    time.start();
    while (!isSo()) {
        QApplication::processEvents(QEventLoop::AllEvents, 5);
        if (time.elapsed() > 120'000) {
            std::fprintf(stderr, "the map does not come to rest\n");
            std::exit(1);
        }
    }
}

/** 100,000 open cases around those places, the same each time. */
inline QList<Case> casesNear(const std::vector<GeoPoint> &places)
{
    std::mt19937 random(20261120);
    std::uniform_int_distribution<std::size_t> which(0, places.size() - 1);
    std::normal_distribution<double> near(0.0, 0.0012);
    QList<Case> cases;
    cases.reserve(kBenchCases);
    for (int i = 0; i < kBenchCases; ++i) {
        Case subject;
        subject.id = CaseId::make(kBenchNow - std::chrono::seconds(i), 0, static_cast<quint64>(i));
        subject.state = CaseState::Filed;
        subject.level = CaseLevel{i % 997 == 0 ? 3 : i % 97 == 0 ? 2 : i % 7 == 0 ? 1 : 0};
        subject.classKey = {
            defaultScheme(), CaseKind::Matter, QStringLiteral("0%1010").arg(1 + i % 9)};
        subject.reportedAt = kBenchNow - std::chrono::seconds(i);
        subject.dueAt = kBenchNow + std::chrono::minutes(i % 11 == 0 ? -5 : 60);
        const GeoPoint &place = places[which(random)];
        subject.place = GeoPoint{place.longitude + near(random), place.latitude + near(random)};
        cases.append(subject);
    }
    return cases;
}

} // namespace gridward
