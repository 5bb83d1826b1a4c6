// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/densitysum.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace gridward {

/**
 * Calls `work(i, worker)` for every i below `count`, each once, on several threads; `worker` is
 * below threadsOf() and tells whose scratch may be used. Which thread takes which i is left open,
 * so work must not depend on it. False if cancelled: then some were left out. `from` and `to` say
 * which part of all progress this is.
 */
template <typename Work>
[[nodiscard]] bool forEachPart(
    std::size_t count, const AnalysisControl &control, double from, double to, const Work &work);

/** How many threads forEachPart() uses at most. */
[[nodiscard]] inline std::size_t threadsOf(const AnalysisControl &control)
{
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    return control.threads > 0 ? static_cast<std::size_t>(control.threads) : cores;
}

template <typename Work>
bool forEachPart(
    std::size_t count, const AnalysisControl &control, double from, double to, const Work &work)
{
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> done = 0;
    std::atomic<bool> stopped = false;
    std::mutex telling;
    const auto run = [&](std::size_t worker) {
        for (std::size_t i = next++; i < count && !stopped; i = next++) {
            if (control.isCancelled && control.isCancelled()) {
                stopped = true;
                return;
            }
            work(i, worker);
            const std::size_t now = ++done;
            // Whoever finds somebody telling lets him tell.
            if (control.progress && telling.try_lock()) {
                control.progress(from + (to - from) * static_cast<double>(now) /
                                            static_cast<double>(count));
                telling.unlock();
            }
        }
    };
    std::vector<std::jthread> helpers;
    const std::size_t threads = std::min(threadsOf(control), std::max<std::size_t>(count, 1));
    for (std::size_t worker = 1; worker < threads; ++worker) {
        helpers.emplace_back(run, worker);
    }
    run(0);
    helpers.clear(); // joins them
    return !stopped && !(control.isCancelled && control.isCancelled());
}

} // namespace gridward
