// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatraster.h"

#include "gis/heat/asidefile.h"
#include "gis/heat/gdaldataset.h"
#include "gis/heat/heatmeasure.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <memory>
#include <ogr_spatialref.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatSurface)
};

Error unwritten(const QString &path)
{
    return fileError(path, errno, QString::fromUtf8(CPLGetLastErrorMsg()));
}

bool describe(GDALDataset &dataset, const HeatSurface &surface, const RasterNotes &notes)
{
    const HeatGrid &grid = surface.grid;
    std::array<double, 6> transform{grid.west, grid.pixel, 0.0, grid.north, 0.0, -grid.pixel};
    OGRSpatialReference crs;
    if (crs.importFromEPSG(grid.epsg) != OGRERR_NONE || dataset.SetSpatialRef(&crs) != CE_None ||
        dataset.SetGeoTransform(transform.data()) != CE_None) {
        return false;
    }
    GDALRasterBand *band = dataset.GetRasterBand(1);
    band->SetNoDataValue(kHeatNoData);
    band->SetUnitType(gdalUnit(surface.facts).toUtf8().constData());
    band->SetDescription(
        surface.facts.compare == HeatCompare::Difference ? "Difference of two densities of cases"
        : surface.facts.compare == HeatCompare::Ratio    ? "Ratio of two densities of cases"
                                                         : "Density of cases");
    return std::ranges::all_of(notes, [&dataset](const auto &note) {
        return dataset.SetMetadataItem(note.first.toUtf8().constData(),
                                       note.second.toUtf8().constData()) == CE_None;
    });
}

} // namespace

MemoryFile::MemoryFile(const QString &name)
{
    static std::atomic<int> sCount = 0;
    mPath = u"/vsimem/gridward-%1-%2.tif"_s.arg(name).arg(++sCount);
}

MemoryFile::~MemoryFile()
{
    VSIUnlink(mPath.toUtf8().constData());
    VSIUnlink((mPath + u".aux.xml"_s).toUtf8().constData());
}

Result<std::vector<float>> readValues(const QString &path, const HeatGrid &grid)
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    const Dataset dataset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER));
    std::vector<float> values(static_cast<std::size_t>(grid.columns) *
                              static_cast<std::size_t>(grid.rows));
    if (!dataset || dataset->GetRasterXSize() != grid.columns ||
        dataset->GetRasterYSize() != grid.rows ||
        dataset->GetRasterBand(1)->RasterIO(GF_Read,
                                            0,
                                            0,
                                            grid.columns,
                                            grid.rows,
                                            values.data(),
                                            grid.columns,
                                            grid.rows,
                                            GDT_Float32,
                                            0,
                                            0,
                                            nullptr) != CE_None) {
        return Error{ErrorCode::Internal,
                     Words::tr("The heat map cannot be computed. Try a larger radius or fewer "
                               "cases."),
                     QString::fromUtf8(CPLGetLastErrorMsg())};
    }
    return values;
}

RasterNotes notesOf(const HeatSurface &surface, const HeatExport &order, bool simulated)
{
    const HeatFacts &facts = surface.facts;
    RasterNotes notes{{u"TITLE"_s, order.title},
                      {u"TIFFTAG_IMAGEDESCRIPTION"_s, order.title},
                      {u"TIFFTAG_SOFTWARE"_s, u"Gridward " GRIDWARD_VERSION ""_s},
                      {u"UNIT"_s, gdalUnit(facts)},
                      {u"KERNEL"_s, codeOf(facts.recipe.shape)},
                      {u"RADIUS_METRES"_s, QString::number(facts.radiusMetres)},
                      {u"PERIOD_FROM"_s, toIsoText(order.from)},
                      {u"PERIOD_TO"_s, toIsoText(order.to)},
                      {u"SELECTION"_s, order.selection},
                      {u"CASES"_s, QString::number(facts.cases)},
                      {u"CASES_WITHOUT_PLACE"_s, QString::number(facts.withoutPlace)},
                      {u"CASES_OUTSIDE"_s, QString::number(facts.outside)},
                      {u"SIMULATED_DATA"_s, simulated ? u"YES"_s : u"NO"_s}};
    if (facts.compare != HeatCompare::Off) {
        notes.emplace_back(u"COMPARED_BY"_s,
                           facts.compare == HeatCompare::Ratio ? u"ratio"_s : u"difference"_s);
        notes.emplace_back(u"COMPARED_FROM"_s, toIsoText(order.otherFrom));
        notes.emplace_back(u"COMPARED_TO"_s, toIsoText(order.otherTo));
        notes.emplace_back(u"COMPARED_CASES"_s, QString::number(facts.compared));
    }
    if (order.fewestPersonal > 0) {
        notes.emplace_back(u"FEWEST_PERSONAL"_s, QString::number(order.fewestPersonal));
        notes.emplace_back(u"HIDDEN_CELLS"_s, QString::number(facts.hidden));
    }
    if (!order.stamp.isEmpty()) {
        notes.emplace_back(u"TIFFTAG_ARTIST"_s, order.stamp.who());
        notes.emplace_back(u"TIFFTAG_DATETIME"_s,
                           order.stamp.localTime().toString(u"yyyy:MM:dd HH:mm:ss"_s));
        notes.emplace_back(u"MADE_BY"_s, order.stamp.who());
        notes.emplace_back(u"MADE_AT"_s, order.stamp.when());
    }
    std::erase_if(notes, [](const auto &note) { return note.second.isEmpty(); });
    return notes;
}

Result<void> writeHeatRaster(const HeatSurface &surface,
                             const QString &path,
                             const RasterNotes &notes,
                             const std::function<bool()> &isCancelled,
                             const std::function<void(double)> &progress)
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    const HeatGrid &grid = surface.grid;
    errno = 0;
    CPLErrorReset();
    GDALDriver *driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    Dataset dataset(
        driver == nullptr
            ? nullptr
            : driver->Create(
                  path.toUtf8().constData(), grid.columns, grid.rows, 1, GDT_Float32, nullptr));
    if (!dataset || !describe(*dataset, surface, notes)) {
        return unwritten(path);
    }
    const int block = 64;
    for (int row = 0; row < grid.rows; row += block) {
        if (isCancelled()) {
            return Error{ErrorCode::Cancelled, Words::tr("The export was stopped."), {}};
        }
        const int rows = std::min(block, grid.rows - row);
        // GDAL only reads from it here, but asks for a pointer through which it could write.
        auto *values = const_cast<float *>(surface.values.data()) +
                       static_cast<std::ptrdiff_t>(row) * grid.columns;
        if (dataset->GetRasterBand(1)->RasterIO(GF_Write,
                                                0,
                                                row,
                                                grid.columns,
                                                rows,
                                                values,
                                                grid.columns,
                                                rows,
                                                GDT_Float32,
                                                0,
                                                0,
                                                nullptr) != CE_None) {
            return unwritten(path);
        }
        progress(100.0 * (row + rows) / grid.rows);
    }
    CPLErrorReset();
    dataset.reset(); // writes what is left, and tells of trouble by the last error alone
    return CPLGetLastErrorType() < CE_Failure ? Result<void>() : unwritten(path);
}

} // namespace gridward
