// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"

class QgsVectorLayer;

namespace gridward {

/**
 * Draws key locations and areas by their kind (field "kind"): a pictogram on a plate, from a scale
 * on; smaller plates without one farther out, so that they leave room. The legend names the kinds
 * that the layer holds. GUI thread.
 */
void dressKeyPlaces(QgsVectorLayer &layer, MapTheme theme);

} // namespace gridward
