// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"
#include "models/domain/instant.h"
#include "models/view/wall/wallmonitors.h"
#include "ui/theme/theme.h"
#include "ui/wall/walloptions.h"

#include <QByteArray>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace gridward {

class Settings;

/** How the wall of this computer is set up: keys wall/… of the settings. */
[[nodiscard]] WallOptions wallOptions(const Settings &settings);

/** Which monitors it uses: key wall/monitors. */
[[nodiscard]] MonitorRule wallMonitors(const Settings &settings);

/**
 * By day or by night, as `ui/wall_theme` has it: always one of them, by the sun at a place ("sun";
 * without a place it is night), or day between two times of the local day ("06:30-20:00").
 */
[[nodiscard]] ThemeName wallThemeAt(const QString &setting,
                                    Instant moment,
                                    const std::optional<GeoPoint> &place,
                                    const QTimeZone &zone);
/** Whether it is one of those. */
[[nodiscard]] bool isWallTheme(const QString &setting);

/** What the wall showed last, for its next start. */
[[nodiscard]] QByteArray wallState(const Settings &settings);
void keepWallState(Settings &settings, const QByteArray &state);

} // namespace gridward
