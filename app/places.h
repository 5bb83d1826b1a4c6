// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gridward::places {

/** Where this user's files lie; the XDG variables are honoured. None of them is made here. */
[[nodiscard]] QString settingsFile();
[[nodiscard]] QString profileFolder();
[[nodiscard]] QString logFile();

} // namespace gridward::places
