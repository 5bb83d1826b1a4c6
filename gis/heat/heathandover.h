// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heatpage.h"
#include "gis/heat/heatraster.h"
#include "gis/heat/heatsurface.h"
#include "models/service/districtpicture.h"

#include <qgsrectangle.h>

#include <QByteArray>

#include <functional>
#include <optional>

namespace gridward {

/**
 * What another process of ours needs to write a file of what is on the map: the values of cells as
 * they may be shown, the ground and the words, but no case, no store and no password. Written to a
 * file that only its owner may read.
 */
struct HeatHandover
{
    HeatExport order; ///< its path is where to write
    HeatSurface surface;
    std::optional<HeatSurface> other;
    HeatLegend legend;      ///< by day
    DistrictPicture ground; ///< what of it is drawn
    QgsRectangle extent;    ///< of a page

    [[nodiscard]] bool isPage() const { return gridward::isPage(order.format); }
};

/** What a page shows its surfaces from; must outlive the page. */
struct PageRasters
{
    MemoryFile first{QStringLiteral("page")};
    MemoryFile other{QStringLiteral("page")};
};

/** Lays the rasters and the layers over them. GUI thread. Errors as writeHeatRaster(). */
[[nodiscard]] Result<HeatPage> pageOf(const HeatHandover &handover, const PageRasters &rasters);

[[nodiscard]] QByteArray toBytes(const HeatHandover &handover);
/** InvalidInput for what is none, or that of another version of the program. */
[[nodiscard]] Result<HeatHandover> handoverOf(const QByteArray &bytes);

/** A file that only its owner may read; the folder is there. Errors as fileError(). */
[[nodiscard]] Result<void> putHandover(const HeatHandover &handover, const QString &file);
/** Reads it and takes the file away. */
[[nodiscard]] Result<HeatHandover> takeHandover(const QString &file);

/** Names of the files that come beside the one of that name. */
[[nodiscard]] QStringList namesBeside(const HeatHandover &handover, const QString &fileName);

/**
 * Writes the file, straight to its path, and those of namesBeside(). `progress` gets 0 to 100. A
 * page wants the GUI thread and QGIS. Errors as writeHeatRaster(), writeHeatPage().
 */
[[nodiscard]] Result<void> writeHandedOver(const HeatHandover &handover,
                                           const std::function<void(double)> &progress);

} // namespace gridward
