// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtpicture.h"
#include "models/service/mapport.h"

#include <QList>

#include <memory>

class QgsMapLayer;
class QgsProject;
class QgsVectorLayer;

namespace gridward {

// The unit grids on the map. All on the GUI thread.

/** What of a grid is drawn in one colour by its number of open cases. */
inline constexpr int kLoadClasses = 5;

/** 0: none, 1: one or two, 2: three to five, 3: six to ten, 4: more. */
[[nodiscard]] int loadClass(int openCases);

/**
 * A memory layer in EPSG:4326 of the grids, with the attributes code, name, short (the name without
 * that of its community), type, level, open (number of open cases in it), manager (names; empty:
 * nobody) and hue (0 to 7; grids of different managers that share a corner differ). Not dressed.
 */
[[nodiscard]] std::unique_ptr<QgsVectorLayer> makeGridLayer(const DistrictPicture &picture);

/** The layer of the grids among those of the project; null if there is none. */
[[nodiscard]] QgsVectorLayer *findGridLayer(const QgsProject &project);

/** What colours the layer of grids when it is dressed next; other layers are left alone. */
void chooseGridStyle(QgsMapLayer &layer, GridStyle style);
[[nodiscard]] GridStyle chosenGridStyle(const QgsMapLayer &layer);

/** Symbols, legend and labels in the chosen style, the theme and the language of the moment. */
void dressGridLayer(QgsVectorLayer &layer, MapTheme theme);

} // namespace gridward
