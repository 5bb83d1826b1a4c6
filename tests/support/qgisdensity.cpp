// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qgisdensity.h"

#include <qgscoordinatereferencesystem.h>
#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsfeaturesource.h>
#include <qgsfields.h>

#include <cmath>
#include <cpl_vsi.h>
#include <ctime>
#include <gdal.h>

using namespace Qt::StringLiterals;

namespace gridward::test {

namespace {

/** Tells QGIS the ground and that there are weights; points are handed to it one by one. */
class GroundSource final : public QgsFeatureSource
{
public:
    explicit GroundSource(const QgsRectangle &extent)
        : mExtent(extent)
    {
        mFields.append(QgsField(u"weight"_s, QMetaType::Double));
    }
    [[nodiscard]] QgsFeatureIterator getFeatures(const QgsFeatureRequest & /*request*/) const final
    {
        return {};
    }
    [[nodiscard]] QString sourceName() const final { return {}; }
    [[nodiscard]] QgsCoordinateReferenceSystem sourceCrs() const final { return {}; }
    [[nodiscard]] QgsFields fields() const final { return mFields; }
    [[nodiscard]] Qgis::WkbType wkbType() const final { return Qgis::WkbType::Point; }
    [[nodiscard]] long long featureCount() const final { return -1; }
    [[nodiscard]] QgsRectangle sourceExtent() const final { return mExtent; }

private:
    QgsRectangle mExtent;
    QgsFields mFields;
};

double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1.0e9;
}

void read(const QByteArray &path, QgisDensity &density)
{
    GDALDatasetH file = GDALOpen(path.constData(), GA_ReadOnly);
    std::array<double, 6> place{};
    if (file == nullptr || GDALGetGeoTransform(file, place.data()) != CE_None) {
        density.error = u"QGIS's raster cannot be opened"_s;
        return;
    }
    const int columns = GDALGetRasterXSize(file);
    const int rows = GDALGetRasterYSize(file);
    density.grid = {place[0], place[3], place[1], columns, rows};
    density.values.resize(static_cast<std::size_t>(density.grid.cells()));
    if (GDALRasterIO(GDALGetRasterBand(file, 1),
                     GF_Read,
                     0,
                     0,
                     columns,
                     rows,
                     density.values.data(),
                     columns,
                     rows,
                     GDT_Float32,
                     0,
                     0) != CE_None) {
        density.error = u"QGIS's raster cannot be read"_s;
    }
    GDALClose(file);
}

} // namespace

QgisDensity densityByQgis(const DensityPoints &points,
                          const QgsRectangle &extent,
                          double radius,
                          double pixel,
                          QgsKernelDensityEstimation::KernelShape shape)
{
    const QByteArray path = "/vsimem/densityqgis.tif";
    GroundSource source(extent);
    QgsKernelDensityEstimation::Parameters parameters;
    parameters.source = &source;
    parameters.radius = radius;
    parameters.pixelSize = pixel;
    parameters.shape = shape;
    parameters.decayRatio = 0.0;
    parameters.outputValues = QgsKernelDensityEstimation::OutputRaw;
    if (!points.weights.empty()) {
        parameters.weightField = u"weight"_s;
    }
    QgisDensity density;
    QgsKernelDensityEstimation kernel(parameters, QString::fromUtf8(path), u"GTiff"_s);
    bool isWell = kernel.prepare() == QgsKernelDensityEstimation::Success;
    const double before = cpuSeconds();
    QgsFeature feature(source.fields());
    for (std::size_t i = 0; i < points.size() && isWell; ++i) {
        if (!points.weights.empty()) {
            feature.setAttribute(0, points.weights[i]);
        }
        feature.setGeometry(
            QgsGeometry::fromPointXY(QgsPointXY(points.eastings[i], points.northings[i])));
        isWell = kernel.addFeature(feature) == QgsKernelDensityEstimation::Success;
    }
    density.cpuSeconds = cpuSeconds() - before;
    isWell = kernel.finalise() == QgsKernelDensityEstimation::Success && isWell;
    if (isWell) {
        read(path, density);
    } else {
        density.error = u"QGIS's heat map failed"_s;
    }
    VSIUnlink(path.constData());
    return density;
}

double placedByQgis(double northing, const CellGrid &grid, double south)
{
    const double fromNorth = std::floor((grid.north - northing) / grid.size);
    const double fromSouth = (northing - south) / grid.size;
    const double within = fromSouth - std::floor(fromSouth);
    return grid.north - (fromNorth + within) * grid.size;
}

} // namespace gridward::test
