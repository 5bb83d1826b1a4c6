// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heathatch.h"

#include "gis/heat/gdaldataset.h"
#include "gis/heat/papersurface.h"
#include "gis/print/paintedlayer.h"

#include <qgscoordinatetransform.h>
#include <qgscurve.h>
#include <qgscurvepolygon.h>
#include <qgsexception.h>
#include <qgsgeometry.h>
#include <qgslinesymbol.h>
#include <qgsmaptopixel.h>
#include <qgsrendercontext.h>

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <cpl_error.h>
#include <gdal_alg.h>
#include <gdal_priv.h>
#include <numbers>
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
QList<QgsGeometry> areasOf(GDALDataset &mask)
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
    QList<QgsGeometry> areas;
    for (const OGRFeatureUniquePtr &area : *layer) {
        const OGRGeometry *shape = area->GetGeometryRef();
        QByteArray wkb(static_cast<qsizetype>(shape->WkbSize()), Qt::Uninitialized);
        shape->exportToWkb(wkbNDR, reinterpret_cast<unsigned char *>(wkb.data()));
        QgsGeometry geometry;
        geometry.fromWkb(wkb);
        areas.append(geometry);
    }
    return areas;
}

/** Beyond the ground there is nothing to be shown, and nothing hidden. */
void cutTo(QList<QgsGeometry> &areas,
           const QByteArray &ground,
           const QgsCoordinateReferenceSystem &crs)
{
    QgsGeometry within;
    within.fromWkb(ground);
    try {
        within.transform(QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(u"EPSG:4326"_s), crs, QgsCoordinateTransformContext()));
    } catch (const QgsCsException &) {
        return; // far outside of everything: all of it stays hatched
    }
    for (QgsGeometry &area : areas) {
        area = area.intersection(within);
    }
    areas.removeIf([](const QgsGeometry &area) { return area.isEmpty(); });
}

/** What of a slanting line lies within a box from (0, 0): s is x + y on it, t is x − y. */
std::pair<double, double> reachIn(const QSizeF &box, double s)
{
    return {std::max(-s, s - 2.0 * box.height()), std::min(2.0 * box.width() - s, s)};
}

/** Those on which x + y is `first` or a multiple of `step` more. */
QList<QLineF> linesFrom(double first, double step, const QList<QPolygonF> &rings, const QSizeF &box)
{
    const double most = box.width() + box.height();
    std::vector<std::vector<double>> crossings(static_cast<std::size_t>(most / step) + 1);
    for (const QPolygonF &ring : rings) {
        for (qsizetype i = 0; i < ring.size(); ++i) {
            const QPointF &from = ring.at(i);
            const QPointF &to = ring.at((i + 1) % ring.size());
            const double s = from.x() + from.y() - first;
            const double rise = to.x() + to.y() - first - s;
            const double low = std::min(s, s + rise);
            const double high = std::max(s, s + rise);
            // A corner belongs to one of its two sides only.
            const double lowest = std::max(0.0, std::ceil(low / step));
            const double last = std::min(std::ceil(high / step), double(crossings.size()));
            for (double line = lowest; line < last; line += 1.0) {
                const QPointF at = from + (to - from) * ((line * step - s) / rise);
                crossings[static_cast<std::size_t>(line)].push_back(at.x() - at.y());
            }
        }
    }
    QList<QLineF> lines;
    for (std::size_t i = 0; i < crossings.size(); ++i) {
        std::vector<double> &met = crossings[i];
        std::ranges::sort(met);
        const double s = first + static_cast<double>(i) * step;
        const auto [least, greatest] = reachIn(box, s);
        for (std::size_t k = 0; k + 1 < met.size(); k += 2) {
            const double from = std::max(least, met[k]);
            const double to = std::min(greatest, met[k + 1]);
            if (from < to) {
                lines.append(
                    QLineF((s + from) / 2.0, (s - from) / 2.0, (s + to) / 2.0, (s - to) / 2.0));
            }
        }
    }
    return lines;
}

void paintHatch(QgsRenderContext &context, const QList<QgsGeometry> &areas, double unit)
{
    const double millimetre = context.scaleFactor();
    const QgsMapToPixel &toPixel = context.mapToPixel();
    const QTransform transform = toPixel.transform();
    const QSizeF box(toPixel.mapWidth(), toPixel.mapHeight());
    QPainterPath lines;
    for (const QgsGeometry &area : areas) {
        for (auto part = area.const_parts_begin(); part != area.const_parts_end(); ++part) {
            const auto *polygon = qgsgeometry_cast<const QgsCurvePolygon *>(*part);
            if (polygon == nullptr || !polygon->boundingBox().intersects(context.extent())) {
                continue;
            }
            QList<QPolygonF> rings{transform.map(polygon->exteriorRing()->asQPolygonF())};
            for (int i = 0; i < polygon->numInteriorRings(); ++i) {
                rings.append(transform.map(polygon->interiorRing(i)->asQPolygonF()));
            }
            for (const QLineF &line : hatchLines(rings, kApart * unit * millimetre, box)) {
                lines.moveTo(line.p1());
                lines.lineTo(line.p2());
            }
        }
    }
    QPen pen(kInk, kLineWidth * unit * millimetre);
    pen.setCapStyle(Qt::FlatCap);
    context.painter()->setRenderHint(QPainter::Antialiasing);
    context.painter()->strokePath(lines, pen);
}

} // namespace

QList<QLineF> hatchLines(const QList<QPolygonF> &rings, double apart, const QSizeF &box)
{
    const double step = apart * std::numbers::sqrt2; // of x + y, from a line to the next
    const QList<QLineF> lines = linesFrom(0.0, step, rings, box);
    if (!lines.isEmpty() || rings.isEmpty()) {
        return lines;
    }
    // A bare cell without a line would look like one without cases.
    const QPointF middle = rings.first().boundingRect().center();
    return linesFrom(std::fmod(middle.x() + middle.y(), step), step, rings, box);
}

QList<QLineF> hatchedBox(const QSizeF &box, double unit)
{
    return hatchLines({QPolygonF(QRectF(QPointF(), box))}, kApart * unit, box);
}

std::unique_ptr<QgsLineSymbol> hatchPen(double unit)
{
    return std::unique_ptr<QgsLineSymbol>(
        QgsLineSymbol::createSimple({{u"color"_s, kInk.name()},
                                     {u"width"_s, QString::number(kLineWidth * unit)},
                                     {u"capstyle"_s, u"flat"_s}}));
}

bool hasUnknown(const QString &path)
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    const Dataset raster(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER));
    return raster && maskOf(*raster) != nullptr;
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
    const QgsCoordinateReferenceSystem crs = crsOf(*raster);
    QList<QgsGeometry> areas = areasOf(*mask);
    if (!ground.isEmpty()) {
        cutTo(areas, ground, crs);
    }
    if (areas.isEmpty()) {
        return nullptr;
    }
    return std::make_unique<PaintedLayer>(
        u"hatch"_s, crs, [areas, unit](QgsRenderContext &context) {
            paintHatch(context, areas, unit);
        });
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
    const auto above = std::ranges::find_if(layers, [](const auto &layer) {
        return qobject_cast<const PaintedLayer *>(layer.get()) != nullptr; // the surface
    });
    layers.insert(above, std::move(hatch));
    return true;
}

} // namespace gridward
