// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gridward {

/** What scripts may rely on; the list is in the manual and does not change. */
enum class ExitStatus : int {
    Done = 0,
    Failed = 1,
    WrongUsage = 2,
    Unreachable = 3,
    Refused = 4,
    PartlyRejected = 5,
};

} // namespace gridward
