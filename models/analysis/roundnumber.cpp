// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/roundnumber.h"

#include <cmath>
#include <initializer_list>

namespace gridward {

double roundNumberBelow(double limit)
{
    if (!std::isfinite(limit) || limit <= 0.0) {
        return 0.0;
    }
    const double power = std::pow(10.0, std::floor(std::log10(limit)));
    // log10 may be off by one bit just at a power of ten; the steps below and above mend that.
    for (const double step : {10.0, 5.0, 2.0, 1.0}) {
        if (step * power <= limit) {
            return step * power;
        }
    }
    return 0.5 * power;
}

} // namespace gridward
