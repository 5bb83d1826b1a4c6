// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/densityloops.h"

#include <algorithm>
#include <array>

namespace gridward::densityloops {

extern const Loops kPlainLoops;
#ifdef __x86_64__
extern const Loops kAvx2Loops;
extern const Loops kAvx512Loops;
#endif

std::size_t available(const Loops **list, std::size_t most)
{
    std::array<const Loops *, 3> all{&kPlainLoops};
    std::size_t count = 1;
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        all.at(count++) = &kAvx2Loops;
        if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
            __builtin_cpu_supports("avx512vl")) {
            all.at(count++) = &kAvx512Loops;
        }
    }
#endif
    count = std::min(count, most);
    std::copy_n(all.begin(), count, list);
    return count;
}

const Loops &best()
{
    static const Loops &sBest = []() -> const Loops & {
        std::array<const Loops *, 3> all{};
        return *all.at(available(all.data(), all.size()) - 1);
    }();
    return sBest;
}

} // namespace gridward::densityloops
