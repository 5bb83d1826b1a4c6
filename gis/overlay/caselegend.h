// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"

class QgsVectorLayer;

namespace gridward {

/**
 * Lets an empty layer explain the symbols of the overlay in the layer panel: the four levels, the
 * ring of what is overdue, a cluster, staff on duty. In the language of the moment. GUI thread.
 */
void dressCaseLegend(QgsVectorLayer &layer, MapTheme theme);

} // namespace gridward
