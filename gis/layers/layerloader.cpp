// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/layers/layerloader.h"

#include "gis/layers/layerstyle.h"
#include "models/store/geopackagestore.h"

#include <qgscoordinatereferencesystem.h>
#include <qgsexception.h>
#include <qgsfeaturerequest.h>
#include <qgsproviderregistry.h>
#include <qgsprovidersublayerdetails.h>
#include <qgsvectorlayer.h>
#include <qgswkbtypes.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(layersLog, "gridward.gis.layers")

bool isTable(const QString &path)
{
    return path.endsWith(".csv"_L1, Qt::CaseInsensitive) ||
           path.endsWith(".tsv"_L1, Qt::CaseInsensitive);
}

/** A tile set is offered both as tiles and, slowly, as a pile of features: the tiles are meant. */
QList<QgsProviderSublayerDetails> withoutDoubles(QList<QgsProviderSublayerDetails> details)
{
    const bool hasTiles = std::ranges::any_of(details, [](const QgsProviderSublayerDetails &one) {
        return one.type() == Qgis::LayerType::VectorTile;
    });
    if (hasTiles) {
        details.removeIf([](const QgsProviderSublayerDetails &one) {
            return one.type() != Qgis::LayerType::VectorTile;
        });
    }
    return details;
}

bool isShown(const QgsProviderSublayerDetails &one)
{
    switch (one.type()) {
    case Qgis::LayerType::Raster:
    case Qgis::LayerType::VectorTile:
        return true;
    case Qgis::LayerType::Vector:
        // Collections of unlike geometries have no symbol in QGIS.
        return one.wkbType() != Qgis::WkbType::NoGeometry &&
               QgsWkbTypes::flatType(one.wkbType()) != Qgis::WkbType::GeometryCollection;
    default:
        return false;
    }
}

} // namespace

LayerLoader::LayerLoader(const QStringList &paths, const QgsCoordinateTransformContext &transforms)
    : mPaths(paths)
    , mTransforms(transforms)
{
}

LayerLoader::~LayerLoader() = default;

void LayerLoader::run()
{
    for (qsizetype i = 0; i < mPaths.size(); ++i) {
        if (isCancelled()) {
            return;
        }
        try {
            loadFile(mPaths.at(i));
        } catch (const QgsException &exception) {
            refuse(ErrorCode::Unreadable,
                   tr("“%1” cannot be read; it may be damaged.")
                       .arg(QFileInfo(mPaths.at(i)).fileName()),
                   exception.what());
        }
        setProgress(100.0 * static_cast<double>(i + 1) / static_cast<double>(mPaths.size()));
    }
}

void LayerLoader::finished()
{
    if (isCancelled()) {
        mReport.refused.append(Error{
            ErrorCode::Cancelled, tr("Opening the files was stopped; nothing was added."), {}});
        mReport.layers.clear();
        mLayers.clear();
    }
    emit loaded();
}

void LayerLoader::cancel()
{
    mFeedback.cancel();
    MapTask::cancel();
}

std::vector<std::unique_ptr<QgsMapLayer>> LayerLoader::takeLayers()
{
    return std::exchange(mLayers, {});
}

void LayerLoader::loadFile(const QString &path)
{
    // A store is opened by Qt SQL alone: when GDAL closes its descriptor, our locks are gone.
    const Result<bool> store = GeoPackageStore::isStore(path);
    if (!store) {
        refuse(store.error().code, store.error().message, store.error().detail);
        return;
    }
    if (store.value()) {
        refuse(ErrorCode::Unsupported,
               tr("“%1” is a store, not a map file. Open it with “gridward open”.").arg(path));
        return;
    }
    const QFileInfo info(path);
    if (!info.exists()) {
        refuse(ErrorCode::NotFound,
               tr("There is no file “%1”. Check the name and the folder.").arg(path));
        return;
    }
    if (!info.isReadable()) {
        refuse(ErrorCode::Unreadable,
               tr("You may not read “%1”. Ask its owner for permission.").arg(path));
        return;
    }
    if (info.isFile() && info.size() == 0) {
        refuse(ErrorCode::Unreadable, tr("“%1” is empty.").arg(info.fileName()));
        return;
    }
    if (isTable(path)) {
        loadTable(path);
        return;
    }

    const QList<QgsProviderSublayerDetails> found =
        withoutDoubles(QgsProviderRegistry::instance()->querySublayers(
            info.absoluteFilePath(), Qgis::SublayerQueryFlag::ResolveGeometryType, &mFeedback));
    if (isCancelled()) {
        return;
    }
    if (found.isEmpty()) {
        refuse(ErrorCode::Unsupported,
               tr("“%1” is not a map file that can be read, or it is damaged. Try a GeoPackage, "
                  "GeoJSON, "
                  "Shapefile, KML, CSV with longitude and latitude, GeoTIFF or MBTiles file.")
                   .arg(info.fileName()));
        return;
    }

    const qsizetype kept = std::ranges::count_if(found, isShown);
    if (kept == 0) {
        refuse(ErrorCode::Unsupported,
               tr("“%1” holds nothing that has a place on the map.").arg(info.fileName()));
        return;
    }
    QgsProviderSublayerDetails::LayerOptions options(mTransforms);
    options.loadDefaultStyle = false; // done in keep(), which must know whether there was one
    for (const QgsProviderSublayerDetails &one : found) {
        if (isCancelled()) {
            return;
        }
        if (!isShown(one)) {
            qCInfo(layersLog).noquote() << "left out, has no place on a map:" << one.name();
            continue;
        }
        std::unique_ptr<QgsMapLayer> layer(one.toLayer(options));
        if (layer) {
            // "roads: lines": the name of the file too, since many files call their layers alike.
            layer->setName(kept == 1 || one.name().isEmpty()
                               ? info.completeBaseName()
                               : u"%1: %2"_s.arg(info.completeBaseName(), one.name()));
        }
        keep(std::move(layer), path);
    }
}

void LayerLoader::loadTable(const QString &path)
{
    const QString uri = QFileInfo(path).absoluteFilePath() +
                        u"|option:X_POSSIBLE_NAMES=lon,lng,longitude,long,wgs_lon,x,经度"
                        "|option:Y_POSSIBLE_NAMES=lat,latitude,wgs_lat,y,纬度"
                        "|option:KEEP_GEOM_COLUMNS=YES|option:AUTODETECT_TYPE=YES"_s;
    QgsVectorLayer::LayerOptions options(mTransforms);
    options.loadDefaultStyle = false;
    options.skipCrsValidation = true;
    auto layer = std::make_unique<QgsVectorLayer>(
        uri, QFileInfo(path).completeBaseName(), u"ogr"_s, options);
    if (layer->isValid() && !layer->isSpatial()) {
        refuse(ErrorCode::InvalidInput,
               tr("“%1” has no columns for the place. Name them lon and lat (or longitude and "
                  "latitude, "
                  "x and y, 经度 and 纬度) in the first line.")
                   .arg(QFileInfo(path).fileName()));
        return;
    }
    keep(std::move(layer), path);
}

void LayerLoader::keep(std::unique_ptr<QgsMapLayer> layer, const QString &path)
{
    const QString file = QFileInfo(path).fileName();
    if (!layer || !layer->isValid()) {
        refuse(ErrorCode::Unreadable,
               tr("“%1” cannot be read; it may be damaged.").arg(file),
               layer ? layer->error().message(QgsErrorMessage::Text) : QString());
        return;
    }
    const auto *vector = qobject_cast<const QgsVectorLayer *>(layer.get());
    const bool isEmpty = vector != nullptr && vector->featureCount() == 0;
    if (isEmpty) {
        mReport.assumptions.append(tr("“%1” holds no objects.").arg(layer->name()));
    }
    if (!layer->crs().isValid()) {
        // Degrees are recognised by their size, but the pixels of a picture may be as small;
        // anything else is drawn in the metres of the map.
        const bool degrees =
            vector != nullptr && QgsRectangle(-180, -90, 180, 90).contains(layer->extent());
        layer->setCrs(QgsCoordinateReferenceSystem(degrees ? u"EPSG:4326"_s : u"EPSG:3857"_s));
        if (!isEmpty && !isTable(path)) {
            mReport.assumptions.append(
                degrees
                    ? tr("“%1” names no coordinate system; longitude and latitude (EPSG:4326) are "
                         "assumed.")
                          .arg(layer->name())
                    : tr("“%1” names no coordinate system; map metres (EPSG:3857) are assumed, so "
                         "it "
                         "may lie in the wrong place.")
                          .arg(layer->name()));
        }
    }
    bool hasStyle = false;
    layer->loadDefaultStyle(hasStyle);
    if (!hasStyle) {
        markForDefaultStyle(*layer);
    }
    if (auto *osm = qobject_cast<QgsVectorLayer *>(layer.get());
        osm != nullptr && osm->storageType().contains("OSM"_L1)) {
        // Every look at such a file reads the whole of it, layer by layer: read it once, here.
        std::unique_ptr<QgsVectorLayer> copy(osm->materialize(QgsFeatureRequest(), &mFeedback));
        if (!copy || isCancelled()) {
            return;
        }
        copy->setName(layer->name());
        markForDefaultStyle(*copy);
        layer = std::move(copy);
    }
    mReport.layers.append(layer->name());
    layer->moveToThread(QCoreApplication::instance()->thread());
    mLayers.push_back(std::move(layer));
}

void LayerLoader::refuse(ErrorCode code, const QString &message, const QString &detail)
{
    qCInfo(layersLog).noquote() << "refused a file, code" << static_cast<int>(code)
                                << (detail.isEmpty() ? message : detail);
    mReport.refused.append(Error{code, message, detail});
}

} // namespace gridward
