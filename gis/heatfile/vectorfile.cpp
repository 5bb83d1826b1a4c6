// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heatfile/vectorfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

#include <array>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatFile)
};

struct PlaceColumns
{
    const char *x;
    const char *y;
    bool isDegrees;
};

constexpr std::array kPlaceColumns{PlaceColumns{"lon", "lat", true},
                                   PlaceColumns{"lng", "lat", true},
                                   PlaceColumns{"long", "lat", true},
                                   PlaceColumns{"longitude", "latitude", true},
                                   PlaceColumns{"经度", "纬度", true},
                                   PlaceColumns{"e", "n", false},
                                   PlaceColumns{"easting", "northing", false},
                                   PlaceColumns{"east", "north", false},
                                   PlaceColumns{"x", "y", false}};

QString said()
{
    return QString::fromUtf8(CPLGetLastErrorMsg()).simplified();
}

QString wktOf(const OGRSpatialReference &system)
{
    char *text = nullptr;
    const std::array<const char *, 2> options{"FORMAT=WKT2_2019", nullptr};
    system.exportToWkt(&text, options.data());
    const QString wkt = QString::fromUtf8(text);
    CPLFree(text);
    return wkt;
}

std::unique_ptr<GDALDataset, CloseVectorFile> opened(const QString &path,
                                                     const CPLStringList &options)
{
    return std::unique_ptr<GDALDataset, CloseVectorFile>(
        GDALDataset::Open(path.toUtf8().constData(),
                          GDAL_OF_VECTOR | GDAL_OF_READONLY,
                          nullptr,
                          options.List(),
                          nullptr));
}

/** GDAL opens a packed file by another name. */
QString pathFor(const QString &file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    return path.endsWith(".gz"_L1, Qt::CaseInsensitive) ? u"/vsigzip/"_s + path : path;
}

bool isCsv(const QString &file)
{
    const QString name = file.toLower();
    return name.endsWith(".csv"_L1) || name.endsWith(".csv.gz"_L1) || name.endsWith(".tsv"_L1);
}

/** A table has no shapes until GDAL is told which columns are its coordinates. */
Result<VectorFile> openTable(const QString &file)
{
    CPLStringList options;
    options.SetNameValue("AUTODETECT_TYPE", "YES");
    VectorFile table;
    table.dataset = opened(pathFor(file), options);
    if (!table.dataset || table.dataset->GetLayerCount() == 0) {
        return table;
    }
    const OGRFeatureDefn &columns = *table.dataset->GetLayer(0)->GetLayerDefn();
    for (const PlaceColumns &pair : kPlaceColumns) {
        const int x = columns.GetFieldIndex(pair.x);
        const int y = columns.GetFieldIndex(pair.y);
        if (x < 0 || y < 0) {
            continue;
        }
        options.SetNameValue("X_POSSIBLE_NAMES", columns.GetFieldDefn(x)->GetNameRef());
        options.SetNameValue("Y_POSSIBLE_NAMES", columns.GetFieldDefn(y)->GetNameRef());
        options.SetNameValue("KEEP_GEOM_COLUMNS", "YES");
        table.dataset = opened(pathFor(file), options);
        if (pair.isDegrees) {
            table.crs = crsNamed(u"EPSG:4326"_s).value();
        }
        return table;
    }
    if (table.dataset->GetLayer(0)->GetGeomType() == wkbNone) {
        return Error{
            ErrorCode::InvalidInput,
            Words::tr("“%1” has no columns with places: call them lon and lat, or e and n. "
                      "Its columns are: %2.")
                .arg(QFileInfo(file).fileName(), fieldNames(*table.dataset->GetLayer(0))),
            {}};
    }
    return table;
}

Result<OGRLayer *> layerOf(GDALDataset &dataset, const QString &file, const QString &wanted)
{
    const QString name = QFileInfo(file).fileName();
    QStringList names;
    OGRLayer *only = nullptr;
    for (OGRLayer *layer : dataset.GetLayers()) {
        if (!wanted.isEmpty() && wanted == QString::fromUtf8(layer->GetName())) {
            return layer;
        }
        if (layer->GetGeomType() != wkbNone) {
            names.append(QString::fromUtf8(layer->GetName()));
            only = layer;
        }
    }
    if (names.isEmpty()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” has no layer with places on the map.").arg(name),
                     {}};
    }
    if (!wanted.isEmpty()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” has no layer “%2”. Its layers are: %3.")
                         .arg(name, wanted, names.join(u", "_s)),
                     {}};
    }
    if (names.size() > 1) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” has several layers. Name one of them by --layer: %2.")
                         .arg(name, names.join(u", "_s)),
                     {}};
    }
    return only;
}

} // namespace

void CloseVectorFile::operator()(GDALDataset *dataset) const
{
    GDALClose(dataset);
}

QString fieldNames(const OGRLayer &layer)
{
    QStringList names;
    const OGRFeatureDefn &columns = *const_cast<OGRLayer &>(layer).GetLayerDefn();
    for (int i = 0; i < columns.GetFieldCount(); ++i) {
        names.append(QString::fromUtf8(columns.GetFieldDefn(i)->GetNameRef()));
    }
    return names.join(u", "_s);
}

Result<QString> crsNamed(const QString &text)
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    OGRSpatialReference system;
    CPLStringList options; // a name is no file, and no address
    options.SetNameValue("ALLOW_NETWORK_ACCESS", "NO");
    options.SetNameValue("ALLOW_FILE_ACCESS", "NO");
    if (system.SetFromUserInput(text.toUtf8().constData(), options.List()) != OGRERR_NONE) {
        return Error{
            ErrorCode::InvalidInput,
            Words::tr("There is no coordinate system “%1”. Name one as in EPSG:2056.").arg(text),
            said()};
    }
    return wktOf(system);
}

Result<VectorFile> openVectorFile(const QString &file, const QString &layer)
{
    GDALAllRegister();
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    const QFileInfo info(file);
    if (!info.exists()) {
        return Error{ErrorCode::NotFound, Words::tr("There is no file “%1”.").arg(file), {}};
    }
    CPLErrorReset();
    VectorFile source;
    if (isCsv(file)) {
        Result<VectorFile> table = openTable(file);
        if (!table) {
            return table;
        }
        source = std::move(table).value();
    } else {
        source.dataset = opened(pathFor(file), {});
    }
    if (!source.dataset) {
        return Error{
            ErrorCode::Unsupported,
            Words::tr("“%1” is no file of map data that can be read. Take CSV with columns "
                      "lon and lat, GeoJSON, GeoPackage or a Shapefile.")
                .arg(info.fileName()),
            said()};
    }
    const Result<OGRLayer *> chosen = layerOf(*source.dataset, file, layer);
    if (!chosen) {
        return chosen.error();
    }
    source.layer = chosen.value();
    const OGRSpatialReference *system = source.layer->GetSpatialRef();
    if (system != nullptr) {
        source.crs = wktOf(*system);
    }
    return source;
}

} // namespace gridward
