// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heatfile/heatpackage.h"

#include "gis/heat/asidefile.h"
#include "gis/heat/gdaldataset.h"
#include "gis/heat/heatramp.h"
#include "gis/heat/heatraster.h"
#include "gis/heatfile/heatlook.h"

#include <qgscoordinatereferencesystem.h>
#include <qgsfillsymbol.h>
#include <qgsgraduatedsymbolrenderer.h>
#include <qgslayertree.h>
#include <qgsmaplayer.h>
#include <qgsproject.h>
#include <qgsprojectmetadata.h>
#include <qgsprojectviewsettings.h>
#include <qgsreadwritecontext.h>
#include <qgsreferencedgeometry.h>
#include <qgsvectorlayer.h>
#include <qgsziputils.h>

#include <QCoreApplication>
#include <QDir>
#include <QDomDocument>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <array>
#include <cerrno>
#include <cmath>
#include <cpl_error.h>
#include <gdal_alg.h>
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

constexpr qint64 kMostCells = 3'000'000;
constexpr const char *kCells = "cells";
constexpr const char *kClasses = "classes";
constexpr const char *kStyles = "layer_styles";
/** Below this share of the first break the ground is left free. */
constexpr double kFirstShare = 0.25;

/** GDAL notes in a GeoPackage when it was written; the same map is to have the same bytes. */
class FixedDate
{
public:
    explicit FixedDate(const Stamp &stamp)
    {
        const QString text = toIsoText(stamp.isEmpty() ? Instant() : stamp.at);
        CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", text.toUtf8().constData());
    }
    ~FixedDate() { CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr); }
    FixedDate(const FixedDate &) = delete;
    FixedDate &operator=(const FixedDate &) = delete;
};

Error unwritten(const QString &path)
{
    return fileError(path, errno, QString::fromUtf8(CPLGetLastErrorMsg()));
}

/** The breaks of the legend; the first one is where the lowest class begins. */
std::vector<double> breaksOf(const QList<HeatStop> &stops)
{
    std::vector<double> breaks;
    const bool hasLess = !stops.isEmpty() && stops.first().value < 0.0;
    for (const HeatStop &stop : stops) {
        if (!stop.labelled || stop.value == 0.0) {
            continue;
        }
        if (breaks.empty() ? !hasLess : breaks.back() < 0.0 && stop.value > 0.0) {
            if (hasLess) { // to both sides of nothing
                breaks.push_back(kFirstShare * breaks.back());
            }
            breaks.push_back(kFirstShare * stop.value);
        }
        breaks.push_back(stop.value);
    }
    return breaks;
}

/** Around 0 the ground is left free. */
bool isGround(double low, double high, const std::vector<double> &breaks)
{
    constexpr double kAlmost = 1.0e-9;
    return breaks.front() < 0.0 ? low < 0.0 && high > 0.0
                                : high <= breaks.front() * (1.0 + kAlmost);
}

QColor colourOf(const QList<HeatStop> &stops, double value)
{
    const auto next =
        std::ranges::find_if(stops, [value](const HeatStop &stop) { return stop.value >= value; });
    return QColor::fromRgb(onWhite(next == stops.end() ? stops.last().argb : next->argb));
}

OGRLayer *makeLayer(GDALDataset &dataset, const char *name, const OGRSpatialReference &crs)
{
    CPLStringList options;
    options.SetNameValue("GEOMETRY_NAME", "geom");
    // GDAL only copies it, but asks for a pointer through which it could write.
    return dataset.CreateLayer(
        name, const_cast<OGRSpatialReference *>(&crs), wkbMultiPolygon, options.List());
}

bool addField(OGRLayer &layer, const char *name, OGRFieldType type)
{
    OGRFieldDefn field(name, type);
    return layer.CreateField(&field) == OGRERR_NONE;
}

Result<void> addClasses(GDALDataset &package,
                        GDALDataset &surface,
                        const OGRSpatialReference &crs,
                        const QList<HeatStop> &stops,
                        const QString &path)
{
    OGRLayer *layer = makeLayer(package, kClasses, crs);
    if (layer == nullptr || !addField(*layer, "low", OFTReal) ||
        !addField(*layer, "high", OFTReal)) {
        return unwritten(path);
    }
    const std::vector<double> breaks = breaksOf(stops);
    if (breaks.empty()) {
        return {};
    }
    QByteArray levels;
    for (const double one : breaks) {
        levels += (levels.isEmpty() ? "" : ",") + QByteArray::number(one, 'g', 17);
    }
    CPLStringList options;
    options.SetNameValue("FIXED_LEVELS", levels.constData());
    options.SetNameValue("POLYGONIZE", "YES");
    options.SetNameValue("ELEV_FIELD_MIN", "0");
    options.SetNameValue("ELEV_FIELD_MAX", "1");
    options.SetNameValue("NODATA", QByteArray::number(kHeatNoData).constData());
    if (GDALContourGenerateEx(surface.GetRasterBand(1), layer, options.List(), nullptr, nullptr) !=
        CE_None) {
        return unwritten(path);
    }
    // What is below the first break is the ground.
    layer->ResetReading();
    std::vector<GIntBig> below;
    while (const OGRFeatureUniquePtr feature{layer->GetNextFeature()}) {
        if (isGround(feature->GetFieldAsDouble(0), feature->GetFieldAsDouble(1), breaks)) {
            below.push_back(feature->GetFID());
        }
    }
    for (const GIntBig one : below) {
        if (layer->DeleteFeature(one) != OGRERR_NONE) {
            return unwritten(path);
        }
    }
    return {};
}

/** Adds the squares of the cells above 0, row by row. */
class CellWriter
{
public:
    CellWriter(OGRLayer &layer, const CellGrid &grid, const QString &path)
        : mLayer(layer)
        , mGrid(grid)
        , mPath(path)
    {
    }
    [[nodiscard]] Result<void> addRow(int row, const std::vector<float> &values);

private:
    OGRLayer &mLayer;
    const CellGrid &mGrid;
    const QString &mPath;
    qint64 mCount = 0;
};

Result<void> CellWriter::addRow(int row, const std::vector<float> &values)
{
    for (int column = 0; column < static_cast<int>(values.size()); ++column) {
        const float value = values[static_cast<std::size_t>(column)];
        if (value == 0.0F || value == static_cast<float>(kHeatNoData)) {
            continue;
        }
        if (++mCount > kMostCells) {
            return Error{
                ErrorCode::InvalidInput,
                Words::tr("More than 3,000,000 cells have a value: too many to be drawn as "
                          "squares. Make them larger by --cell, or write a .tif."),
                {}};
        }
        const double west = mGrid.west + column * mGrid.size;
        const double north = mGrid.north - row * mGrid.size;
        OGRLinearRing ring;
        ring.addPoint(west, north);
        ring.addPoint(west, north - mGrid.size);
        ring.addPoint(west + mGrid.size, north - mGrid.size);
        ring.addPoint(west + mGrid.size, north);
        ring.addPoint(west, north);
        ring.flattenTo2D();
        OGRPolygon square;
        square.addRing(&ring);
        OGRMultiPolygon shape;
        shape.addGeometry(&square);
        OGRFeature feature(mLayer.GetLayerDefn());
        feature.SetField(0, static_cast<double>(value));
        if (feature.SetGeometry(&shape) != OGRERR_NONE ||
            mLayer.CreateFeature(&feature) != OGRERR_NONE) {
            return unwritten(mPath);
        }
    }
    return {};
}

Result<void> addCells(GDALDataset &package,
                      GDALDataset &surface,
                      const OGRSpatialReference &crs,
                      const CellGrid &grid,
                      const QString &path,
                      const FileWatch &watch)
{
    OGRLayer *layer = makeLayer(package, kCells, crs);
    if (layer == nullptr || !addField(*layer, "value", OFTReal)) {
        return unwritten(path);
    }
    CellWriter writer(*layer, grid, path);
    const auto columns = static_cast<int>(grid.columns);
    std::vector<float> values(static_cast<std::size_t>(columns));
    for (int row = 0; row < static_cast<int>(grid.rows); ++row) {
        if (watch.isCancelled && watch.isCancelled()) {
            return Error{ErrorCode::Cancelled, Words::tr("Stopped; nothing was written."), {}};
        }
        if (surface.GetRasterBand(1)->RasterIO(GF_Read,
                                               0,
                                               row,
                                               columns,
                                               1,
                                               values.data(),
                                               columns,
                                               1,
                                               GDT_Float32,
                                               0,
                                               0,
                                               nullptr) != CE_None) {
            return unwritten(path);
        }
        if (const Result<void> added = writer.addRow(row, values); !added) {
            return added.error();
        }
        if (watch.progress) {
            watch.progress(static_cast<double>(row + 1) / static_cast<double>(grid.rows));
        }
    }
    return {};
}

/** Each class of the legend in its colour, by the value in `field`. */
void dress(QgsVectorLayer &layer, const QString &field, const QList<HeatStop> &stops)
{
    const std::vector<double> breaks = breaksOf(stops);
    QgsRangeList ranges;
    for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
        const double high = breaks[i + 1];
        const bool isFirst = field == "value"_L1 && i == 0 && breaks[i] > 0.0;
        const double low = isFirst ? 0.0 : breaks[i];
        if (low < 0.0 && high > 0.0) {
            continue; // the ground
        }
        const QColor colour = colourOf(stops, (breaks[i] + high) / 2.0);
        std::unique_ptr<QgsSymbol> symbol(QgsFillSymbol::createSimple(
            {{u"color"_s, colour.name()}, {u"outline_style"_s, u"no"_s}}));
        ranges.append(QgsRendererRange(
            low, high, symbol.release(), heatValueText(low) + u" – "_s + heatValueText(high)));
    }
    layer.setRenderer(new QgsGraduatedSymbolRenderer(field, ranges));
}

/** The look as QGIS keeps it, without names that are drawn by lot. */
QString styleOf(QgsVectorLayer &layer)
{
    QDomDocument document;
    QString error;
    layer.exportNamedStyle(document, error, {}, QgsMapLayer::Symbology);
    QString text = document.toString(1);
    static const QRegularExpression lots(u"\\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\}"_s);
    return text.replace(lots, QString());
}

Result<void> addStyles(GDALDataset &package,
                       const QList<std::pair<QString, QString>> &styles,
                       const QString &path)
{
    CPLStringList options;
    options.SetNameValue("FID", "id");
    OGRLayer *layer = package.CreateLayer(kStyles, nullptr, wkbNone, options.List());
    if (layer == nullptr) {
        return unwritten(path);
    }
    // As QGIS makes the table (QgsOgrProvider::saveStyle).
    for (const char *name : {"f_table_catalog",
                             "f_table_schema",
                             "f_table_name",
                             "f_geometry_column",
                             "styleName",
                             "styleQML",
                             "styleSLD"}) {
        if (!addField(*layer, name, OFTString)) {
            return unwritten(path);
        }
    }
    OGRFieldDefn standard("useAsDefault", OFTInteger);
    standard.SetSubType(OFSTBoolean);
    if (layer->CreateField(&standard) != OGRERR_NONE ||
        !addField(*layer, "description", OFTString) || !addField(*layer, "owner", OFTString) ||
        !addField(*layer, "ui", OFTString) || !addField(*layer, "update_time", OFTDateTime)) {
        return unwritten(path);
    }
    for (const auto &[table, style] : styles) {
        OGRFeature row(layer->GetLayerDefn());
        row.SetField("f_table_catalog", "");
        row.SetField("f_table_schema", "");
        row.SetField("f_table_name", table.toUtf8().constData());
        row.SetField("f_geometry_column", "geom");
        row.SetField("styleName", "gridward");
        row.SetField("styleQML", style.toUtf8().constData());
        row.SetField("styleSLD", "");
        row.SetField("useAsDefault", 1);
        row.SetField("description", "Gridward " GRIDWARD_VERSION);
        row.SetField("owner", "");
        row.SetField("update_time", CPLGetConfigOption("OGR_CURRENT_DATE", ""));
        if (layer->CreateFeature(&row) != OGRERR_NONE) {
            return unwritten(path);
        }
    }
    return {};
}

QString layerSource(const QString &path, const char *layer)
{
    return path + u"|layername="_s + QString::fromLatin1(layer);
}

std::unique_ptr<QgsVectorLayer>
packagedLayer(const QString &path, const char *name, const QString &title)
{
    QgsVectorLayer::LayerOptions options;
    options.loadDefaultStyle = false;
    return std::make_unique<QgsVectorLayer>(layerSource(path, name), title, u"ogr"_s, options);
}

QString fieldOf(const char *layer)
{
    return qstrcmp(layer, kCells) == 0 ? u"value"_s : u"low"_s;
}

/** A project's text without what is drawn by lot, sorted by address, or says whose computer it
 * was: QGIS takes its defaults for what is missing. */
QString withoutChance(QString text)
{
    static const QRegularExpression who(u"(saveUser|saveUserFull|saveDateTime)=\"[^\"]*\""_s);
    static const QRegularExpression lots(
        u"[{_][0-9a-f]{8}([-_][0-9a-f]{4}){3}[-_][0-9a-f]{12}\\}?"_s);
    static const QRegularExpression elevation(u"<elevation [^>]*[^/]>.*?</elevation>"_s,
                                              QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression snapping(
        u"<individual-layer-settings>.*?</individual-layer-settings>"_s,
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression styles(u"attachment:///[A-Za-z]+_styles.db"_s);
    return text.replace(who, u"\\1=\"\""_s)
        .remove(lots)
        .remove(elevation)
        .remove(snapping)
        .remove(styles);
}

/** A project as .qgz, without the user of this computer and the moment of saving. */
Result<void> writePacked(QgsProject &project, const QString &path, const Stamp &stamp)
{
    const QFileInfo place(path);
    const QString plain = place.dir().filePath(place.completeBaseName() + u".qgs"_s);
    errno = 0;
    if (!project.write(plain)) {
        return fileError(path, errno, project.error());
    }
    QFile file(plain);
    if (!file.open(QIODevice::ReadWrite)) {
        return fileError(path, errno, file.errorString());
    }
    const QByteArray bytes = withoutChance(QString::fromUtf8(file.readAll())).toUtf8();
    const QDateTime moment =
        stamp.isEmpty() ? QDateTime(QDate(1980, 1, 1), QTime(12, 0)) : stamp.localTime();
    if (!file.resize(0) || !file.seek(0) || file.write(bytes) != bytes.size() || !file.flush() ||
        !file.setFileTime(moment, QFileDevice::FileModificationTime)) {
        return fileError(path, errno, file.errorString());
    }
    file.close();
    return QgsZipUtils::zip(path, {plain}) ? Result<void>() : fileError(path, errno, u"zip"_s);
}

} // namespace

Result<void> writePackage(const QString &tiff,
                          const CellGrid &grid,
                          const HeatLook &look,
                          const QString &path,
                          const FileWatch &watch)
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    const FixedDate date(look.stamp);
    CPLErrorReset();
    errno = 0;
    const Dataset surface(GDALDataset::Open(tiff.toUtf8().constData(), GDAL_OF_RASTER));
    GDALDriver *driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    Dataset package(driver->Create(path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!surface || !package) {
        return unwritten(path);
    }
    const QList<HeatStop> stops = look.legend.stops;
    const OGRSpatialReference &crs = *surface->GetSpatialRef();
    package->StartTransaction();
    Result<void> added = addClasses(*package, *surface, crs, stops, path);
    if (added) {
        added = addCells(*package, *surface, crs, grid, path, watch);
    }
    if (!added) {
        return added.error();
    }
    char **notes = surface->GetMetadata();
    for (int i = 0; notes != nullptr && notes[i] != nullptr; ++i) {
        char *name = nullptr;
        const char *value = CPLParseNameValue(notes[i], &name);
        if (name != nullptr) {
            package->SetMetadataItem(name, value);
        }
        CPLFree(name);
    }
    if (package->CommitTransaction() != OGRERR_NONE) {
        return unwritten(path);
    }
    package.reset(); // QGIS reads the fields of what is written
    QList<std::pair<QString, QString>> styles;
    for (const char *name : {kClasses, kCells}) {
        const std::unique_ptr<QgsVectorLayer> layer = packagedLayer(path, name, {});
        dress(*layer, fieldOf(name), stops);
        styles.append({QString::fromLatin1(name), styleOf(*layer)});
    }
    package.reset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
    if (!package) {
        return unwritten(path);
    }
    if (const Result<void> styled = addStyles(*package, styles, path); !styled) {
        return styled.error();
    }
    CPLErrorReset();
    package.reset();
    return CPLGetLastErrorType() < CE_Failure ? Result<void>() : unwritten(path);
}

Result<void> writeProject(const QString &tiff,
                          const QString &package,
                          const CellGrid &grid,
                          const HeatLook &look,
                          const QString &path)
{
    QgsProject project;
    project.setTitle(look.title);
    project.setFilePathStorage(Qgis::FilePathType::Relative);
    QgsProjectMetadata metadata = project.metadata();
    metadata.setTitle(look.title);
    metadata.setAuthor(look.stamp.who());
    metadata.setCreationDateTime(look.stamp.isEmpty() ? QDateTime() : look.stamp.localTime());
    project.setMetadata(metadata);
    const QList<HeatStop> stops = look.legend.stops;
    Result<std::unique_ptr<QgsMapLayer>> surface = surfaceLayer(tiff, look);
    if (!surface) {
        return surface.error();
    }
    std::unique_ptr<QgsMapLayer> shown = std::move(surface).value();
    project.setCrs(shown->crs());
    project.setEllipsoid(u"EPSG:7030"_s); // which the system would bring along otherwise
    shown->setId(u"gridward_surface"_s);  // QGIS forgets ids of ten letters or fewer
    project.addMapLayer(shown.release());
    for (const char *name : {kClasses, kCells}) {
        std::unique_ptr<QgsVectorLayer> layer = packagedLayer(
            package, name, qstrcmp(name, kCells) == 0 ? Words::tr("Cells") : Words::tr("Classes"));
        dress(*layer, fieldOf(name), stops);
        layer->setId(u"gridward_"_s + QString::fromLatin1(name));
        const QgsMapLayer *added = project.addMapLayer(layer.release());
        project.layerTreeRoot()->findLayer(added->id())->setItemVisibilityChecked(false);
    }
    const QgsReferencedRectangle seen(
        QgsRectangle(grid.west, grid.south(), grid.east(), grid.north), project.crs());
    project.viewSettings()->setDefaultViewExtent(seen);
    return writePacked(project, path, look.stamp);
}

} // namespace gridward
