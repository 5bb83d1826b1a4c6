// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gridward::places {

/** Where this user's files lie; the XDG variables are honoured. None of them is made here. */
[[nodiscard]] QString settingsFile();
[[nodiscard]] QString profileFolder();
[[nodiscard]] QString logFile();
/** Where running windows of this user hold their seats. */
[[nodiscard]] QString seatFolder();
/** Where `gridward demo` puts its store when no other place is named. */
[[nodiscard]] QString demoStore();
/** Import profiles that this user has made or changed. */
[[nodiscard]] QString ownImportProfiles();

/** Scenes of the wall that this user has made or changed. */
[[nodiscard]] QString ownWallScenes();

/** A folder that came with the program: "demo", "catalogue", "profiles". */
[[nodiscard]] QString sharedFolder(const QString &name);

} // namespace gridward::places
