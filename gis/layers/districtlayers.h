// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtpicture.h"
#include "models/service/mapport.h"

#include <memory>
#include <vector>

class QgsMapLayer;
class QgsVectorLayer;

namespace gridward {

/**
 * The layers of a district, top-most first: open cases (a legend only), key places, borders of
 * streets and communities, unit grids, and the schematic base map of a demo. Memory layers all, fed
 * by value: QGIS never opens the store itself. GUI thread.
 */
[[nodiscard]] std::vector<std::unique_ptr<QgsMapLayer>>
makeDistrictLayers(const DistrictPicture &picture);

/**
 * Puts what the picture shows into the layers of the same district that are there: their order,
 * names and ticks stay as somebody set them. False, and nothing done, if a layer is missing.
 */
[[nodiscard]] bool refillDistrictLayers(const QList<QgsMapLayer *> &layers,
                                        DistrictPicture picture);

/** What the layer shows of a district ("grids", "streets" …); empty for any other layer. */
[[nodiscard]] QString districtRole(const QgsMapLayer &layer);

/** Symbols, labels and name of such a layer, for a theme and in the language of the moment. */
void dressDistrictLayer(QgsMapLayer &layer, MapTheme theme);

/**
 * The layer of the open cases among these; null if there is none. It is always empty: its legend
 * explains the symbols of the overlay, and its tick shows or hides them.
 */
[[nodiscard]] QgsVectorLayer *openCaseLayer(const QList<QgsMapLayer *> &layers);
/** The layer of the key places among these; null if there is none. */
[[nodiscard]] QgsVectorLayer *keyPlaceLayer(const QList<QgsMapLayer *> &layers);

} // namespace gridward
