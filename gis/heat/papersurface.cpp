// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/papersurface.h"

#include "gis/heat/gdaldataset.h"
#include "gis/print/paintedlayer.h"

#include <qgsmaptopixel.h>
#include <qgsrectangle.h>
#include <qgsrendercontext.h>

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Of the picture: 300 to an inch on A2, half as fine on A0, where it is read from further off. */
constexpr double kMostPixels = 40.0e6;
/** Where nothing is known; white, so that a picture packed with losses does not darken its rim. */
constexpr QRgb kBare = 0x00ffffff;

struct Frame
{
    double west = 0.0;
    double north = 0.0;
    double width = 0.0; ///< of a cell
    double height = 0.0;
};

Frame frameOf(GDALDataset &raster)
{
    std::array<double, 6> transform{0.0, 1.0, 0.0, 0.0, 0.0, -1.0};
    raster.GetGeoTransform(transform.data());
    return {transform[0], transform[3], transform[1], -transform[5]};
}

/** Cells of a part of a raster; of a fine one, some together. */
struct Cells
{
    int columns = 0;
    int rows = 0;
    Frame frame;
    std::vector<float> values;
    float none = 0.0F;

    [[nodiscard]] float at(int column, int row) const
    {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
    [[nodiscard]] bool isKnown(float value) const { return value != none && !std::isnan(value); }
};

/** No more of them than the picture has pixels. */
Cells cellsIn(GDALDataset &raster, const QgsRectangle &box, const QSize &pixels)
{
    const Frame whole = frameOf(raster);
    // One more on each side, which the outermost pixels are mixed from.
    const auto from = [](double place, int most) {
        return std::clamp(static_cast<int>(std::floor(place)) - 1, 0, most - 1);
    };
    const auto until = [](double place, int most) {
        return std::clamp(static_cast<int>(std::ceil(place)) + 1, 1, most);
    };
    const int left = from((box.xMinimum() - whole.west) / whole.width, raster.GetRasterXSize());
    const int right = until((box.xMaximum() - whole.west) / whole.width, raster.GetRasterXSize());
    const int top = from((whole.north - box.yMaximum()) / whole.height, raster.GetRasterYSize());
    const int bottom =
        until((whole.north - box.yMinimum()) / whole.height, raster.GetRasterYSize());
    Cells cells;
    cells.columns = std::min(right - left, pixels.width());
    cells.rows = std::min(bottom - top, pixels.height());
    cells.frame = {whole.west + left * whole.width,
                   whole.north - top * whole.height,
                   whole.width * (right - left) / cells.columns,
                   whole.height * (bottom - top) / cells.rows};
    cells.none = static_cast<float>(raster.GetRasterBand(1)->GetNoDataValue());
    const auto read = [&](GDALRIOResampleAlg how) {
        std::vector<float> values(static_cast<std::size_t>(cells.columns) *
                                  static_cast<std::size_t>(cells.rows));
        GDALRasterIOExtraArg extra;
        INIT_RASTERIO_EXTRA_ARG(extra);
        extra.eResampleAlg = how;
        const CPLErr error = raster.GetRasterBand(1)->RasterIO(GF_Read,
                                                               left,
                                                               top,
                                                               right - left,
                                                               bottom - top,
                                                               values.data(),
                                                               cells.columns,
                                                               cells.rows,
                                                               GDT_Float32,
                                                               0,
                                                               0,
                                                               &extra);
        return error == CE_None ? values : std::vector<float>();
    };
    cells.values = read(GRIORA_NearestNeighbour);
    if (cells.columns < right - left || cells.rows < bottom - top) {
        // The mean of what is known; bare stays bare, as the hatch over it is drawn.
        const std::vector<float> means = read(GRIORA_Average);
        for (std::size_t i = 0; i < std::min(means.size(), cells.values.size()); ++i) {
            if (cells.isKnown(cells.values[i]) && cells.isKnown(means[i])) {
                cells.values[i] = means[i];
            }
        }
    }
    return cells;
}

QRgb mixed(const HeatStop &below, const HeatStop &above, double value)
{
    const double share = (value - below.value) / (above.value - below.value);
    const auto part = [share](int one, int other) {
        return static_cast<int>(std::lround(one + (other - one) * share));
    };
    return qRgba(part(qRed(below.argb), qRed(above.argb)),
                 part(qGreen(below.argb), qGreen(above.argb)),
                 part(qBlue(below.argb), qBlue(above.argb)),
                 part(qAlpha(below.argb), qAlpha(above.argb)));
}

/** Beyond the ends, as at them. */
QRgb colourOf(const QList<HeatStop> &stops, double value)
{
    const auto above = std::ranges::upper_bound(
        stops, value, std::less<>(), [](const HeatStop &stop) { return stop.value; });
    if (above == stops.begin()) {
        return stops.first().argb;
    }
    return above == stops.end() ? stops.last().argb : mixed(*std::prev(above), *above, value);
}

/** Where the centre of a pixel lies among the centres of cells. */
struct Between
{
    int cell = 0; ///< in which it lies
    int first = 0;
    int second = 0;
    double share = 0.0; ///< of the second one
};

std::vector<Between> placesOf(int pixels, double start, double step, int cells)
{
    std::vector<Between> places;
    places.reserve(static_cast<std::size_t>(pixels));
    for (int i = 0; i < pixels; ++i) {
        const double place = start + (i + 0.5) * step; // cells from the first one's edge
        const double below = std::floor(place - 0.5);
        const auto inside = [cells](double at) {
            return std::clamp(static_cast<int>(at), 0, cells - 1);
        };
        places.push_back(
            {inside(std::floor(place)), inside(below), inside(below + 1.0), place - 0.5 - below});
    }
    return places;
}

QRgb colourAt(const Cells &cells, const Between &x, const Between &y, const QList<HeatStop> &stops)
{
    if (!cells.isKnown(cells.at(x.cell, y.cell))) {
        return kBare;
    }
    double sum = 0.0;
    double known = 0.0;
    const auto add = [&](int column, int row, double weight) {
        const float value = cells.at(column, row);
        if (cells.isKnown(value)) { // what is not known has no say in what is
            sum += weight * static_cast<double>(value);
            known += weight;
        }
    };
    add(x.first, y.first, (1.0 - x.share) * (1.0 - y.share));
    add(x.second, y.first, x.share * (1.0 - y.share));
    add(x.first, y.second, (1.0 - x.share) * y.share);
    add(x.second, y.second, x.share * y.share);
    return colourOf(stops, sum / known);
}

QImage pictureOf(const Cells &cells,
                 const QgsRectangle &box,
                 const QSize &size,
                 const QList<HeatStop> &stops)
{
    QImage image(size, QImage::Format_ARGB32);
    if (image.isNull() || cells.values.empty()) {
        return {};
    }
    const Frame &frame = cells.frame;
    const std::vector<Between> xs = placesOf(size.width(),
                                             (box.xMinimum() - frame.west) / frame.width,
                                             box.width() / size.width() / frame.width,
                                             cells.columns);
    const std::vector<Between> ys = placesOf(size.height(),
                                             (frame.north - box.yMaximum()) / frame.height,
                                             box.height() / size.height() / frame.height,
                                             cells.rows);
    for (int row = 0; row < size.height(); ++row) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(row));
        for (const Between &x : xs) {
            *line++ = colourAt(cells, x, ys[static_cast<std::size_t>(row)], stops);
        }
    }
    return image;
}

void paintSurface(QgsRenderContext &context, const QString &path, const QList<HeatStop> &stops)
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    const Dataset raster(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER));
    if (!raster) {
        return;
    }
    const Frame whole = frameOf(*raster);
    const QgsRectangle box = context.extent().intersect(
        QgsRectangle(whole.west,
                     whole.north - whole.height * raster->GetRasterYSize(),
                     whole.west + whole.width * raster->GetRasterXSize(),
                     whole.north));
    if (box.isEmpty()) {
        return;
    }
    const double pixel = context.mapToPixel().mapUnitsPerPixel();
    const double pixels = box.width() / pixel * (box.height() / pixel);
    const double coarser = pixel * std::sqrt(std::max(1.0, pixels / kMostPixels));
    const QSize size(std::max(1, static_cast<int>(std::lround(box.width() / coarser))),
                     std::max(1, static_cast<int>(std::lround(box.height() / coarser))));
    const QImage image = pictureOf(cellsIn(*raster, box, size), box, size, stops);
    if (image.isNull()) {
        return;
    }
    const QTransform toMap(box.width() / size.width(),
                           0.0,
                           0.0,
                           -box.height() / size.height(),
                           box.xMinimum(),
                           box.yMaximum());
    QPainter &painter = *context.painter();
    painter.setTransform(toMap * context.mapToPixel().transform(), true);
    painter.drawImage(QPointF(0.0, 0.0), image);
}

} // namespace

std::unique_ptr<QgsMapLayer> makePaperSurface(const QString &path, const QList<HeatStop> &stops)
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    const Dataset raster(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER));
    if (!raster) {
        return nullptr;
    }
    return std::make_unique<PaintedLayer>(
        u"heat"_s, crsOf(*raster), [path, stops](QgsRenderContext &context) {
            if (!stops.isEmpty()) {
                paintSurface(context, path, stops);
            }
        });
}

QgsCoordinateReferenceSystem crsOf(GDALDataset &raster)
{
    char *wkt = nullptr;
    if (raster.GetSpatialRef() != nullptr) {
        raster.GetSpatialRef()->exportToWkt(&wkt);
    }
    const QgsCoordinateReferenceSystem crs =
        QgsCoordinateReferenceSystem::fromWkt(QString::fromUtf8(wkt));
    CPLFree(wkt);
    return crs;
}

} // namespace gridward
