// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QgsCoordinateReferenceSystem;

namespace gridward {

class CaseOverlay;
class PaintedLayer;

/**
 * The live cases and staff of a map as they are now, for paper: day colours, symbols of their size
 * on the screen, clustered for the scale of the page. Null while they are switched off. GUI thread.
 */
[[nodiscard]] std::unique_ptr<PaintedLayer> overlayOnPaper(const CaseOverlay &overlay,
                                                           const QgsCoordinateReferenceSystem &crs);

} // namespace gridward
