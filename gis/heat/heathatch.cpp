// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heathatch.h"

#include "gis/heat/gdaldataset.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsfeature.h>
#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgsgeometry.h>
#include <qgslinesymbol.h>
#include <qgssinglesymbolrenderer.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cpl_error.h>
#include <gdal_alg.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMostSide = 2000;     ///< cells that are looked at, across: a tenth of a millimetre
constexpr double kApart = 1.6;      ///< millimetres between lines
constexpr double kLineWidth = 0.15; ///< millimetres
const QColor kInk(0x6b, 0x74, 0x80);

Dataset inMemory(const char *driver, int columns, int rows, GDALDataType type)
{
    GDALDriver *found = GetGDALDriverManager()->GetDriverByName(driver);
    return Dataset(
        found == nullptr
            ? nullptr
            : found->Create("", columns, rows, type == GDT_Unknown ? 0 : 1, type, nullptr));
}

/** 1 where there is no value, 0 elsewhere; null if there is one everywhere. */
Dataset maskOf(GDALDataset &raster)
{
    const int columns = std::min(kMostSide, raster.GetRasterXSize());
    const int rows = std::min(kMostSide, raster.GetRasterYSize());
    std::vector<float> values(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    GDALRasterBand *band = raster.GetRasterBand(1);
    if (band->RasterIO(GF_Read,
                       0,
                       0,
                       raster.GetRasterXSize(),
                       raster.GetRasterYSize(),
                       values.data(),
                       columns,
                       rows,
                       GDT_Float32,
                       0,
                       0,
                       nullptr) != CE_None) {
        return nullptr;
    }
    const auto none = static_cast<float>(band->GetNoDataValue());
    std::vector<GByte> mask(values.size());
    std::ranges::transform(
        values, mask.begin(), [none](float value) -> GByte { return value == none ? 1 : 0; });
    if (std::ranges::find(mask, GByte(1)) == mask.end()) {
        return nullptr;
    }
    Dataset made = inMemory("MEM", columns, rows, GDT_Byte);
    std::array<double, 6> transform{};
    raster.GetGeoTransform(transform.data());
    transform[1] *= static_cast<double>(raster.GetRasterXSize()) / columns;
    transform[5] *= static_cast<double>(raster.GetRasterYSize()) / rows;
    if (!made || made->SetGeoTransform(transform.data()) != CE_None ||
        made->GetRasterBand(1)->RasterIO(
            GF_Write, 0, 0, columns, rows, mask.data(), columns, rows, GDT_Byte, 0, 0, nullptr) !=
            CE_None) {
        return nullptr;
    }
    return made;
}

/** The areas of the mask. */
QgsFeatureList areasOf(GDALDataset &mask)
{
    const Dataset shapes = inMemory("Memory", 0, 0, GDT_Unknown);
    OGRLayer *layer = shapes ? shapes->CreateLayer("areas", nullptr, wkbPolygon, nullptr) : nullptr;
    GDALRasterBand *band = mask.GetRasterBand(1);
    if (layer == nullptr || GDALPolygonize(GDALRasterBand::ToHandle(band),
                                           GDALRasterBand::ToHandle(band),
                                           OGRLayer::ToHandle(layer),
                                           -1,
                                           nullptr,
                                           nullptr,
                                           nullptr) != CE_None) {
        return {};
    }
    QgsFeatureList areas;
    for (const OGRFeatureUniquePtr &area : *layer) {
        const OGRGeometry *shape = area->GetGeometryRef();
        QByteArray wkb(static_cast<qsizetype>(shape->WkbSize()), Qt::Uninitialized);
        shape->exportToWkb(wkbNDR, reinterpret_cast<unsigned char *>(wkb.data()));
        QgsGeometry geometry;
        geometry.fromWkb(wkb);
        QgsFeature feature;
        feature.setGeometry(geometry);
        areas.append(feature);
    }
    return areas;
}

/** Beyond the ground there is nothing to be shown, and nothing hidden. */
void cutTo(QgsFeatureList &areas, const QByteArray &ground, const QgsCoordinateReferenceSystem &crs)
{
    QgsGeometry within;
    within.fromWkb(ground);
    try {
        within.transform(QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(u"EPSG:4326"_s), crs, QgsCoordinateTransformContext()));
    } catch (const QgsCsException &) {
        return; // far outside of everything: all of it stays hatched
    }
    for (QgsFeature &area : areas) {
        area.setGeometry(area.geometry().intersection(within));
    }
    areas.removeIf([](const QgsFeature &area) { return area.geometry().isEmpty(); });
}

} // namespace

std::unique_ptr<QgsFillSymbol> hatchSymbol(double unit)
{
    auto lines = std::make_unique<QgsLinePatternFillSymbolLayer>();
    lines->setLineAngle(45.0);
    lines->setDistance(kApart * unit);
    // Which takes it over.
    lines->setSubSymbol(QgsLineSymbol::createSimple(
        {{u"color"_s, kInk.name()}, {u"width"_s, QString::number(kLineWidth * unit)}}));
    return std::make_unique<QgsFillSymbol>(QgsSymbolLayerList{lines.release()});
}

std::unique_ptr<QgsMapLayer>
makeHatchLayer(const QString &path, double unit, const QByteArray &ground)
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    const Dataset raster(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER));
    const Dataset mask = raster ? maskOf(*raster) : nullptr;
    if (!mask) {
        return nullptr;
    }
    auto layer = std::make_unique<QgsVectorLayer>(u"Polygon"_s, u"hatch"_s, u"memory"_s);
    char *wkt = nullptr;
    if (raster->GetSpatialRef() != nullptr) {
        raster->GetSpatialRef()->exportToWkt(&wkt);
    }
    layer->setCrs(QgsCoordinateReferenceSystem::fromWkt(QString::fromUtf8(wkt)));
    CPLFree(wkt);
    QgsFeatureList areas = areasOf(*mask);
    if (!ground.isEmpty()) {
        cutTo(areas, ground, layer->crs());
    }
    if (areas.isEmpty()) {
        return nullptr;
    }
    layer->dataProvider()->addFeatures(areas);
    layer->updateExtents();
    layer->setRenderer(new QgsSingleSymbolRenderer(hatchSymbol(unit).release()));
    return layer;
}

bool hatchUnknown(std::vector<std::unique_ptr<QgsMapLayer>> &layers,
                  const QString &raster,
                  double unit,
                  const QByteArray &ground)
{
    std::unique_ptr<QgsMapLayer> hatch = makeHatchLayer(raster, unit, ground);
    if (!hatch) {
        return false;
    }
    const auto above = std::ranges::find_if(
        layers, [](const auto &layer) { return layer->type() == Qgis::LayerType::Raster; });
    layers.insert(above, std::move(hatch));
    return true;
}

} // namespace gridward
