// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gridward {

/** Runs the program from its arguments to its exit status; everything is built and owned below. */
[[nodiscard]] int runGridward(int argc, char **argv);

} // namespace gridward
