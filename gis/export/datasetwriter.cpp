// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/export/datasetwriter.h"

#include "gis/export/geojsonfile.h"
#include "models/service/auditdesk.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <ogr_feature.h>
#include <ogrsf_frmts.h>
#include <system_error>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Type = ExportField::Type;
using Geometry = ExportSchema::Geometry;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DatasetWriter)
};

/** What a format can do. */
struct Format
{
    const char *extension;
    const char *driver;
    bool hasGeometry; ///< false: a table; places become columns of text and numbers
    bool hasNoTables; ///< holds nothing without a geometry column
    bool hasTimes;    ///< else times are text
    bool isShapefile;
};

constexpr std::array kFormats{Format{".gpkg", "GPKG", true, false, true, false},
                              Format{".geojson", "GeoJSON", true, false, false, false},
                              Format{".shp", "ESRI Shapefile", true, true, false, true},
                              Format{".csv", "CSV", false, false, false, false},
                              Format{".xlsx", "XLSX", false, false, false, false},
                              Format{".fgb", "FlatGeobuf", true, true, true, false},
                              Format{".kml", "LIBKML", true, true, false, false}};

constexpr qint64 kRowsPerTransaction = 100'000;
constexpr qint64 kRowsPerQuestion = 1'000; ///< between two looks at isCancelled
constexpr qint64 kMostSheetRows = 1'048'575;
constexpr qsizetype kMostSheetCell = 32'767;

const Format *formatOf(const QString &file)
{
    const auto format = std::ranges::find_if(kFormats, [&file](const Format &one) {
        return file.endsWith(QLatin1String(one.extension), Qt::CaseInsensitive);
    });
    return format != kFormats.end() ? &*format : nullptr;
}

OGRFieldType ogrType(Type type, bool hasTimes)
{
    switch (type) {
    case Type::Text:
        return OFTString;
    case Type::Integer:
        return OFTInteger64;
    case Type::Real:
        return OFTReal;
    case Type::Date:
        return OFTDate;
    case Type::Time:
        return hasTimes ? OFTDateTime : OFTString;
    }
    return OFTString;
}

OGRwkbGeometryType geometryType(Geometry geometry, const Format &format)
{
    switch (geometry) {
    case Geometry::None:
        return wkbNone;
    case Geometry::Point:
        return format.hasGeometry ? wkbPoint : wkbNone;
    case Geometry::Area:
        if (!format.hasGeometry) {
            return wkbNone;
        }
        // A Shapefile's polygons may have many parts; text formats take each as it is.
        return format.isShapefile ? wkbPolygon
               : QByteArray(format.driver) == "GPKG" || QByteArray(format.driver) == "FlatGeobuf"
                   ? wkbMultiPolygon
                   : wkbUnknown;
    }
    return wkbNone;
}

/** Sees to it that what was written survives a loss of power. */
bool flush(const std::string &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    const bool isFlushed = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return isFlushed;
}

Error writeError(const QString &file, int code, const QString &detail)
{
    if (code == ENOSPC || code == EDQUOT || detail.contains("No space left"_L1)) {
        return Error{ErrorCode::DiskFull,
                     Words::tr("There is no room left to write “%1”. Free some, or choose another "
                               "disk.")
                         .arg(file),
                     detail};
    }
    return Error{
        ErrorCode::Unreadable,
        Words::tr("“%1” cannot be written. Check that you may write in its folder.").arg(file),
        detail};
}

} // namespace

/** What belongs to GDAL. */
struct DatasetWriter::Parts
{
    const Format *format = nullptr;
    ExportSchema schema;
    ExportOptions options;
    std::unique_ptr<QTemporaryDir> folder; ///< beside the file, gone with this
    QString fileName;
    QString temporary;
    GDALDatasetUniquePtr dataset;
    OGRLayer *layer = nullptr;            ///< the dataset's
    OGRFeatureDefn *definition = nullptr; ///< with the long names, for the condition
    std::unique_ptr<OGRFeature> row;      ///< of that definition
    std::unique_ptr<OGRFeatureQuery> condition;
    std::unique_ptr<GeoJsonFile> json; ///< instead of the dataset
    qint64 inTransaction = 0;
    qint64 cut = 0; ///< values too long for the format

    Parts() = default;
    Q_DISABLE_COPY_MOVE(Parts)
    ~Parts()
    {
        const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
        condition.reset();
        row.reset();
        dataset.reset();
        if (definition != nullptr) {
            definition->Release();
        }
    }
};

DatasetWriter::DatasetWriter()
    : mParts(std::make_unique<Parts>())
{
}

DatasetWriter::~DatasetWriter() = default;

Result<std::unique_ptr<DatasetWriter>> DatasetWriter::open(const ExportSchema &schema,
                                                           const ExportOptions &options)
{
    std::unique_ptr<DatasetWriter> writer(new DatasetWriter);
    if (Result<void> created = writer->create(schema, options); !created) {
        return created.error();
    }
    return writer;
}

Error DatasetWriter::failure() const
{
    return writeError(mParts->fileName, errno, QString::fromUtf8(CPLGetLastErrorMsg()));
}

Result<void> DatasetWriter::create(const ExportSchema &schema, const ExportOptions &options)
{
    GDALAllRegister();
    const QFileInfo info(options.file);
    mParts->format = formatOf(options.file);
    mParts->schema = schema;
    mParts->options = options;
    mParts->fileName = info.fileName();
    if (mParts->format == nullptr || info.completeBaseName().isEmpty()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” has no extension that says its format. Known are: %2.")
                         .arg(info.fileName(), exportExtensions().join(u", "_s)),
                     {}};
    }
    if (schema.geometry == Geometry::None && mParts->format->hasNoTables) {
        return Error{
            ErrorCode::Unsupported,
            Words::tr("A %1 file holds nothing without a place on the map. Take .gpkg, .csv "
                      "or .xlsx for a table.")
                .arg(QString::fromLatin1(mParts->format->extension)),
            {}};
    }
    if (info.isDir() || !QFileInfo(info.absolutePath()).isDir()) {
        return Error{ErrorCode::NotFound,
                     info.isDir()
                         ? Words::tr("“%1” is a folder. Name a file.").arg(options.file)
                         : Words::tr("There is no folder “%1”. Make it, or choose another.")
                               .arg(info.absolutePath()),
                     {}};
    }
    if (Result<void> compiled = compileFilter(); !compiled) {
        return compiled;
    }
    mParts->folder =
        std::make_unique<QTemporaryDir>(QDir(info.absolutePath()).filePath(u".gridward-XXXXXX"_s));
    if (!mParts->folder->isValid()) {
        return writeError(mParts->fileName, 0, mParts->folder->errorString());
    }
    // The drivers know their formats by lower-case extensions, and name layers by the file.
    mParts->temporary = mParts->folder->filePath(
        info.fileName().chopped(static_cast<qsizetype>(qstrlen(mParts->format->extension))) +
        QString::fromLatin1(mParts->format->extension));
    return createLayer();
}

Result<void> DatasetWriter::compileFilter()
{
    mParts->definition = new OGRFeatureDefn(mParts->schema.layer);
    mParts->definition->Reference();
    mParts->definition->SetGeomType(mParts->schema.geometry == Geometry::None ? wkbNone
                                                                              : wkbUnknown);
    for (const ExportField &field : std::as_const(mParts->schema.fields)) {
        // Times as text, so that one condition means the same for all formats.
        OGRFieldDefn definition(field.name, ogrType(field.type, false));
        mParts->definition->AddFieldDefn(&definition);
    }
    mParts->row = std::make_unique<OGRFeature>(mParts->definition);
    if (mParts->options.where.trimmed().isEmpty()) {
        return {};
    }
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    CPLErrorReset();
    mParts->condition = std::make_unique<OGRFeatureQuery>();
    if (mParts->condition->Compile(mParts->definition,
                                   mParts->options.where.toUtf8().constData()) == OGRERR_NONE) {
        return {};
    }
    QStringList names;
    for (const ExportField &field : std::as_const(mParts->schema.fields)) {
        names.append(QString::fromLatin1(field.name));
    }
    QString said = QString::fromUtf8(CPLGetLastErrorMsg()).simplified();
    while (said.endsWith(u'.')) {
        said.chop(1); // our sentence ends it
    }
    return Error{ErrorCode::InvalidInput,
                 Words::tr("The condition “%1” cannot be understood: %2. Fields are: %3.")
                     .arg(mParts->options.where, said, names.join(u", "_s)),
                 said};
}

Result<void> DatasetWriter::createLayer()
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    CPLErrorReset();
    const Format &format = *mParts->format;
    const QByteArray name(format.driver);
    if (name == "GeoJSON") {
        mParts->json = std::make_unique<GeoJsonFile>();
        return mParts->json->open(mParts->temporary,
                                  QString::fromLatin1(mParts->schema.layer),
                                  mParts->options.stamp.isEmpty() ? QJsonObject()
                                                                  : mParts->options.stamp.toJson())
                   ? Result<void>()
                   : writeError(mParts->fileName, errno, mParts->json->errorText());
    }
    GDALDriver *driver = GetGDALDriverManager()->GetDriverByName(
        name == "LIBKML" && GetGDALDriverManager()->GetDriverByName("LIBKML") == nullptr
            ? "KML"
            : format.driver);
    if (driver == nullptr) {
        return Error{ErrorCode::Unsupported,
                     Words::tr("%1 files cannot be written by this installation.")
                         .arg(QString::fromLatin1(format.extension)),
                     {}};
    }
    errno = 0;
    mParts->dataset.reset(
        driver->Create(mParts->temporary.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!mParts->dataset) {
        return failure();
    }
    OGRSpatialReference system;
    system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    system.importFromEPSG(4326);
    CPLStringList settings;
    const OGRwkbGeometryType type = geometryType(mParts->schema.geometry, format);
    if (name == "GPKG") {
        settings.SetNameValue("GEOMETRY_NAME", "geom");
        settings.SetNameValue("DESCRIPTION", "");
        stampDataset();
    } else if (name == "ESRI Shapefile") {
        settings.SetNameValue("ENCODING", "UTF-8");
    } else if (name == "FlatGeobuf") {
        // The index would change the order of rows.
        settings.SetNameValue("SPATIAL_INDEX", "NO");
    }
    mParts->layer = mParts->dataset->CreateLayer(
        mParts->schema.layer, type == wkbNone ? nullptr : &system, type, settings.List());
    if (mParts->layer == nullptr || !createFields()) {
        return failure();
    }
    if (mParts->dataset->TestCapability(ODsCTransactions) != FALSE &&
        mParts->dataset->StartTransaction() != OGRERR_NONE) {
        return failure();
    }
    return {};
}

void DatasetWriter::stampDataset()
{
    const QJsonObject stamp =
        mParts->options.stamp.isEmpty() ? QJsonObject() : mParts->options.stamp.toJson();
    for (auto item = stamp.begin(); item != stamp.end(); ++item) {
        mParts->dataset->SetMetadataItem(item.key().toUpper().toUtf8().constData(),
                                         item.value().toString().toUtf8().constData());
    }
}

Result<void> DatasetWriter::stampBeside()
{
    const QByteArray driver(mParts->format->driver);
    if (mParts->options.stamp.isEmpty() || driver == "GPKG" || driver == "GeoJSON") {
        return {};
    }
    return writeStampBeside(mParts->temporary, mParts->options.stamp);
}

bool DatasetWriter::createFields()
{
    const Format &format = *mParts->format;
    for (const ExportField &field : std::as_const(mParts->schema.fields)) {
        OGRFieldDefn definition(format.isShapefile ? field.shortName : field.name,
                                ogrType(field.type, format.hasTimes));
        if (format.isShapefile && definition.GetType() == OFTString) {
            definition.SetWidth(field.width);
        }
        if (mParts->layer->CreateField(&definition) != OGRERR_NONE) {
            return false;
        }
    }
    return true;
}

bool DatasetWriter::add(const QVariantList &values, const QByteArray &wkb)
{
    if (mError) {
        return false;
    }
    OGRFeature &row = *mParts->row;
    row.Reset();
    for (int field = 0; field < values.size(); ++field) {
        const QVariant &value = values.at(field);
        if (!value.isValid()) {
            row.SetFieldNull(field);
        } else if (value.typeId() == QMetaType::QString) {
            row.SetField(field, value.toString().toUtf8().constData());
        } else if (value.typeId() == QMetaType::QDate) {
            const QDate day = value.toDate();
            if (day.isValid()) {
                row.SetField(field, day.year(), day.month(), day.day());
            } else {
                row.SetFieldNull(field);
            }
        } else if (value.typeId() == QMetaType::Double) {
            row.SetField(field, value.toDouble());
        } else {
            row.SetField(field, static_cast<GIntBig>(value.toLongLong()));
        }
    }
    if (!wkb.isEmpty()) {
        OGRGeometry *geometry = nullptr;
        OGRGeometryFactory::createFromWkb(
            wkb.constData(), nullptr, &geometry, static_cast<std::size_t>(wkb.size()));
        row.SetGeometryDirectly(geometry);
    }
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    if (mParts->condition && mParts->condition->Evaluate(&row) == FALSE) {
        ++mReport.passedOver;
    } else if (!write()) {
        mError = mError ? mError : failure();
        return false;
    }
    const qint64 seen = mReport.written + mReport.passedOver + mReport.leftOut;
    if (seen % kRowsPerQuestion == 0 && mParts->options.isCancelled &&
        mParts->options.isCancelled()) {
        mError =
            Error{ErrorCode::Cancelled,
                  Words::tr("The export was stopped; “%1” was not written.").arg(mParts->fileName),
                  {}};
        return false;
    }
    return true;
}

/** Copies a value of the row to the feature as the format wants it. */
void DatasetWriter::copyField(int field, OGRFeature &feature)
{
    const OGRFeature &row = *mParts->row;
    if (!row.IsFieldSetAndNotNull(field)) {
        feature.SetFieldNull(field);
        return;
    }
    switch (mParts->schema.fields.at(field).type) {
    case Type::Integer:
        feature.SetField(field, row.GetFieldAsInteger64(field));
        return;
    case Type::Real:
        feature.SetField(field, row.GetFieldAsDouble(field));
        return;
    case Type::Date:
        feature.SetField(field, row.GetRawFieldRef(field));
        return;
    case Type::Time:
        feature.SetField(field, row.GetFieldAsString(field));
        return;
    case Type::Text:
        break;
    }
    const QByteArray text(row.GetFieldAsString(field));
    const bool isSheet = qstrcmp(mParts->format->driver, "XLSX") == 0;
    if (isSheet && text.size() > kMostSheetCell) {
        const QString characters = QString::fromUtf8(text);
        mParts->cut += characters.size() > kMostSheetCell ? 1 : 0;
        feature.SetField(field, characters.left(kMostSheetCell).toUtf8().constData());
        return;
    }
    const int width = mParts->schema.fields.at(field).width;
    mParts->cut += mParts->format->isShapefile && text.size() > width ? 1 : 0;
    feature.SetField(field, text.constData());
}

bool DatasetWriter::write()
{
    errno = 0;
    CPLErrorReset();
    if (mParts->row->GetGeometryRef() == nullptr) {
        if (qstrcmp(mParts->format->driver, "FlatGeobuf") == 0) {
            ++mReport.leftOut; // GDAL would drop it and say nothing
            return true;
        }
        ++mReport.withoutPlace;
    }
    if (mParts->json) {
        ++mReport.written;
        return mParts->json->add(*mParts->row);
    }
    if (qstrcmp(mParts->format->driver, "XLSX") == 0 && mReport.written >= kMostSheetRows) {
        mError = Error{ErrorCode::Unsupported,
                       Words::tr("A sheet holds %1 rows at the most. Take .csv or .gpkg, or export "
                                 "a part with a condition.")
                           .arg(kMostSheetRows),
                       {}};
        return false;
    }
    OGRFeature feature(mParts->layer->GetLayerDefn());
    for (int field = 0; field < mParts->schema.fields.size(); ++field) {
        copyField(field, feature);
    }
    const OGRwkbGeometryType type = mParts->layer->GetGeomType();
    OGRGeometry *geometry = mParts->row->StealGeometry();
    if (geometry != nullptr && type == wkbMultiPolygon) {
        geometry = OGRGeometryFactory::forceToMultiPolygon(geometry);
    }
    if (type != wkbNone) {
        feature.SetGeometryDirectly(geometry);
    } else {
        OGRGeometryFactory::destroyGeometry(geometry);
    }
    if (mParts->layer->CreateFeature(&feature) != OGRERR_NONE) {
        return false;
    }
    ++mReport.written;
    if (++mParts->inTransaction >= kRowsPerTransaction &&
        mParts->dataset->TestCapability(ODsCTransactions) != FALSE) {
        mParts->inTransaction = 0;
        return mParts->dataset->CommitTransaction() == OGRERR_NONE &&
               mParts->dataset->StartTransaction() == OGRERR_NONE;
    }
    return true;
}

Result<void> DatasetWriter::closeDataset()
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    errno = 0;
    CPLErrorReset();
    if (mParts->json) {
        return mParts->json->close()
                   ? Result<void>()
                   : writeError(mParts->fileName, errno, mParts->json->errorText());
    }
    const bool isCommitted = mParts->dataset->TestCapability(ODsCTransactions) == FALSE ||
                             mParts->dataset->CommitTransaction() == OGRERR_NONE;
    mParts->layer = nullptr;
    mParts->dataset.reset();
    // Closing tells of nothing but by the last error, and the XLSX driver not even so.
    const bool isEmpty = mReport.written > 0 && QFileInfo(mParts->temporary).size() == 0;
    return isCommitted && !isEmpty && CPLGetLastErrorType() < CE_Failure ? Result<void>()
                                                                         : failure();
}

Result<void> DatasetWriter::putInPlace()
{
    const QDir to(QFileInfo(mParts->options.file).absolutePath());
    const QString base = QFileInfo(mParts->temporary).completeBaseName();
    QStringList files = QDir(mParts->folder->path()).entryList(QDir::Files | QDir::Hidden);
    // The file that was asked for comes last, so that it never stands without its companions.
    const QString main = QFileInfo(mParts->temporary).fileName();
    std::stable_partition(
        files.begin(), files.end(), [&main](const QString &file) { return file != main; });
    if (files.isEmpty() || files.last() != main) {
        return writeError(mParts->fileName, 0, u"no file was written"_s);
    }
    for (const QString &file : std::as_const(files)) {
        const QString name = file == main ? mParts->fileName : file;
        const std::string from = QDir(mParts->folder->path()).filePath(file).toStdString();
        std::error_code problem;
        if (!flush(from)) {
            return writeError(mParts->fileName, errno, u"fsync"_s);
        }
        std::filesystem::rename(from, to.filePath(name).toStdString(), problem);
        if (problem) {
            return writeError(
                mParts->fileName, problem.value(), QString::fromStdString(problem.message()));
        }
    }
    if (mParts->format->isShapefile) {
        // Indexes of the file that was replaced would lead astray.
        for (const auto *stale : {".qix", ".sbn", ".sbx", ".idm", ".ind"}) {
            QFile::remove(to.filePath(base + QString::fromLatin1(stale)));
        }
    }
    return {};
}

void DatasetWriter::tellLimits()
{
    if (mParts->format->isShapefile) {
        QStringList renamed;
        for (const ExportField &field : std::as_const(mParts->schema.fields)) {
            if (qstrcmp(field.name, field.shortName) != 0) {
                renamed.append(u"%1 → %2"_s.arg(QString::fromLatin1(field.name),
                                                QString::fromLatin1(field.shortName)));
            }
        }
        if (!renamed.isEmpty()) {
            mReport.notes.append(
                Words::tr("Names of columns have at most ten letters in a Shapefile: %1.")
                    .arg(renamed.join(u", "_s)));
        }
        if (mReport.withoutPlace > 0) {
            mReport.notes.append(Words::tr(
                "%n row(s) have no place; the Shapefile holds them as empty shapes, which "
                "some programs pass over.",
                nullptr,
                static_cast<int>(mReport.withoutPlace)));
        }
    }
    if (mReport.leftOut > 0) {
        mReport.notes.append(
            Words::tr("%n row(s) have no place and were left out: a FlatGeobuf cannot hold them. "
                      "Take .gpkg or .geojson for all of them.",
                      nullptr,
                      static_cast<int>(mReport.leftOut)));
    }
    if (mParts->cut > 0) {
        mReport.notes.append(Words::tr("%n text(s) were too long for the format and were cut.",
                                       nullptr,
                                       static_cast<int>(mParts->cut)));
    }
    if (!mParts->format->hasGeometry && mParts->schema.geometry == Geometry::Area) {
        mReport.notes.append(
            Words::tr("A table has no outlines; take .gpkg or .geojson for a map."));
    }
}

Result<ExportReport> DatasetWriter::finish()
{
    if (mError) {
        return *mError;
    }
    if (Result<void> closed = closeDataset(); !closed) {
        return closed.error();
    }
    if (Result<void> stamped = stampBeside(); !stamped) {
        return stamped.error();
    }
    if (Result<void> placed = putInPlace(); !placed) {
        return placed.error();
    }
    tellLimits();
    return mReport;
}

QStringList exportExtensions()
{
    QStringList result;
    for (const Format &format : kFormats) {
        result.append(QString::fromLatin1(format.extension));
    }
    return result;
}

} // namespace gridward
