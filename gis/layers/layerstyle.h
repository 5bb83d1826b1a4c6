// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"

class QgsMapLayer;

namespace gridward {

/** Notes on the layer that its file brought no style, so that we give it one. Any thread. */
void markForDefaultStyle(QgsMapLayer &layer);

/**
 * Gives a marked layer our own symbols and labels: a colour by `position` (the number of layers
 * added before it; the same files always look the same), names where it has a field for them.
 * Does nothing to other layers. On the thread of the layer.
 */
void applyDefaultStyle(QgsMapLayer &layer, int position, MapTheme theme);

} // namespace gridward
