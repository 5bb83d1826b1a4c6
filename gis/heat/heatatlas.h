// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgscoordinatereferencesystem.h>

#include <QString>

#include <memory>

class QgsMapLayer;
class QgsPrintLayout;
class QgsVectorLayer;

// An atlas: a sheet for each street. All on the GUI thread.

namespace gridward {

/** A label with it names the street of the sheet. */
[[nodiscard]] QString streetOfSheet();
/** A label with it says which sheet that is: "Sheet 3 / 17". */
[[nodiscard]] QString numberOfSheet();
/** The words of the longest name, to be measured. */
[[nodiscard]] QString longestNameOf(QgsVectorLayer &streets);

/** A veil over all that is not the street of the sheet, and a strong line around that; to be laid
 * on top of a map in that CRS; `unit` times as strong as on A4. */
[[nodiscard]] std::unique_ptr<QgsMapLayer> makeVeil(const QgsCoordinateReferenceSystem &crs,
                                                    double unit);

/** Makes a sheet for each of the streets; names of others than its own become pale. */
void makeAtlas(QgsPrintLayout &layout, QgsVectorLayer &streets);

} // namespace gridward
