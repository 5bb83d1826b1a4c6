// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/featuresource.h"

#include "gis/import/csvbytesource.h"
#include "gis/import/csvrecordreader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <cmath>
#include <ogrsf_frmts.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FeatureSource)
};

/** How many features of a DBF without a declared encoding are looked at. */
constexpr int kProbedFeatures = 200;

bool isCsv(const QString &file)
{
    return file.endsWith(".csv"_L1, Qt::CaseInsensitive) ||
           file.endsWith(".csv.gz"_L1, Qt::CaseInsensitive) ||
           file.endsWith(".tsv"_L1, Qt::CaseInsensitive);
}

char separatorOf(const QString &file)
{
    Result<std::unique_ptr<CsvByteSource>> source = CsvByteSource::open(file, {});
    QByteArray head(1 << 14, '\0');
    qsizetype filled = 0;
    bool isMore = source.isOk();
    while (isMore && filled < head.size()) { // a source gives as little at a time as it likes
        const Result<qsizetype> got =
            source.value()->read(head.data() + filled, head.size() - filled);
        isMore = got && got.value() > 0;
        filled += isMore ? got.value() : 0;
    }
    head.truncate(filled);
    const qsizetype end = head.indexOf('\n');
    const QByteArray first = end < 0 ? head : head.left(end);
    constexpr std::array kSeparators{',', ';', '\t'};
    return *std::ranges::max_element(
        kSeparators, {}, [&first](char separator) { return first.count(separator); });
}

class CsvFeatures final : public FeatureSource
{
public:
    CsvFeatures(const QString &name, std::unique_ptr<CsvRecordReader> reader)
        : mReader(std::move(reader))
    {
        mName = name;
        mColumns = mReader->header();
    }

    [[nodiscard]] Result<bool> next(SourceFeature &feature) override
    {
        Result<bool> read = mReader->next(mRecord);
        if (!read || !read.value()) {
            return read;
        }
        feature.number = ++mNumber;
        feature.line = mRecord.line;
        feature.refusal = mRecord.refusal;
        feature.values.clear();
        for (const QByteArrayView field : mRecord.fields) {
            feature.values.append(QString::fromUtf8(field).trimmed());
        }
        return true;
    }

private:
    std::unique_ptr<CsvRecordReader> mReader;
    CsvRawRecord mRecord;
    qint64 mNumber = 0;
};

class OgrFeatures final : public FeatureSource
{
public:
    [[nodiscard]] static Result<std::unique_ptr<FeatureSource>> open(const QString &file,
                                                                     const SourceOptions &options);

    [[nodiscard]] Result<bool> next(SourceFeature &feature) override;
    [[nodiscard]] OGRGeometry *geometry() override
    {
        return mFeature ? mFeature->GetGeometryRef() : nullptr;
    }
    [[nodiscard]] bool hasGeometry() const override { return mLayer->GetGeomType() != wkbNone; }
    [[nodiscard]] const OGRSpatialReference *system() const override
    {
        return mLayer->GetSpatialRef();
    }
    [[nodiscard]] CoordinateSurvey survey() override;
    [[nodiscard]] DegreesRule degreesRule() const override
    {
        const QByteArray driver(mDataset->GetDriver()->GetDescription());
        return driver == "GeoJSON" || driver == "GeoJSONSeq" ? DegreesRule::Always
                                                             : DegreesRule::Usual;
    }

private:
    [[nodiscard]] bool openWith(const QString &file, const char *encoding);
    [[nodiscard]] Result<void> chooseLayer(const QString &wanted);
    [[nodiscard]] Result<void>
    settleEncoding(const QString &file, const QString &wanted, const QString &layer);
    [[nodiscard]] QByteArray sampleText();
    [[nodiscard]] QString valueOf(int field) const;

    GDALDatasetUniquePtr mDataset;
    OGRLayer *mLayer = nullptr; ///< the dataset's
    OGRFeatureUniquePtr mFeature;
    bool mIsSheet = false;
    qint64 mNumber = 0;
};

bool OgrFeatures::openWith(const QString &file, const char *encoding)
{
    QByteArray path = QFileInfo(file).absoluteFilePath().toUtf8();
    if (file.endsWith(".gz"_L1, Qt::CaseInsensitive)) {
        path.prepend("/vsigzip/");
    } else if (file.endsWith(".zip"_L1, Qt::CaseInsensitive)) {
        path.prepend("/vsizip/");
    }
    CPLStringList settings;
    if (encoding != nullptr) {
        settings.SetNameValue("ENCODING", encoding);
    }
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    CPLErrorReset();
    mDataset.reset(GDALDataset::Open(
        path.constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, settings.List()));
    if (!mDataset) {
        return false;
    }
    const QByteArray driver(mDataset->GetDriver()->GetDescription());
    mIsSheet = driver == "XLSX" || driver == "ODS" || driver == "XLS";
    return mDataset->GetLayerCount() > 0;
}

Result<void> OgrFeatures::chooseLayer(const QString &wanted)
{
    QStringList names;
    const int count = mDataset->GetLayerCount();
    for (int place = 0; place < count; ++place) {
        OGRLayer *layer = mDataset->GetLayer(place);
        names.append(QString::fromUtf8(layer->GetName()));
        if (mLayer == nullptr && (wanted.isEmpty() || names.last() == wanted)) {
            mLayer = layer;
        }
    }
    if (mLayer == nullptr) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” has no layer “%2”. It has: %3.")
                         .arg(mName, wanted, names.join(u", "_s)),
                     {}};
    }
    if (count > 1 && wanted.isEmpty()) {
        mNotes.append(Words::tr("“%1” has %2 layers; the first, “%3”, was read.")
                          .arg(mName)
                          .arg(count)
                          .arg(QString::fromUtf8(mLayer->GetName())));
    }
    mColumns.clear();
    const OGRFeatureDefn *definition = mLayer->GetLayerDefn();
    for (int field = 0; field < definition->GetFieldCount(); ++field) {
        mColumns.append(QString::fromUtf8(definition->GetFieldDefn(field)->GetNameRef()).trimmed());
    }
    return {};
}

CoordinateSurvey OgrFeatures::survey()
{
    const auto boxFrom = [](const OGREnvelope &envelope) {
        return CoordinateBox{envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY};
    };
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    CoordinateSurvey result;
    OGREnvelope envelope;
    if (mLayer->GetExtent(&envelope, TRUE) != OGRERR_NONE || !envelope.IsInit()) {
        return result;
    }
    if (lookOf(boxFrom(envelope)) == CoordinateLook::Degrees) {
        result.add(boxFrom(envelope));
        return result;
    }
    mLayer->ResetReading();
    while (const OGRFeatureUniquePtr feature{mLayer->GetNextFeature()}) {
        const OGRGeometry *shape = feature->GetGeometryRef();
        if (shape != nullptr && shape->IsEmpty() == FALSE) {
            shape->getEnvelope(&envelope);
            result.add(boxFrom(envelope));
        }
    }
    mLayer->ResetReading();
    return result;
}

QByteArray OgrFeatures::sampleText()
{
    QByteArray text;
    const OGRFeatureDefn *definition = mLayer->GetLayerDefn();
    for (int field = 0; field < definition->GetFieldCount(); ++field) {
        text += definition->GetFieldDefn(field)->GetNameRef();
        text += ' ';
    }
    for (int count = 0; count < kProbedFeatures; ++count) {
        const OGRFeatureUniquePtr feature(mLayer->GetNextFeature());
        if (!feature) {
            break;
        }
        for (int field = 0; field < definition->GetFieldCount(); ++field) {
            if (definition->GetFieldDefn(field)->GetType() == OFTString) {
                text += feature->GetFieldAsString(field);
                text += ' ';
            }
        }
    }
    mLayer->ResetReading();
    return text;
}

/** GDAL takes a DBF that says nothing for Latin-1; Chinese ones are GBK or UTF-8. */
Result<void>
OgrFeatures::settleEncoding(const QString &file, const QString &wanted, const QString &layer)
{
    const auto said = [this](const char *item) {
        const char *value = mLayer->GetMetadataItem(item, "SHAPEFILE");
        return value != nullptr ? QByteArray(value) : QByteArray();
    };
    const bool isDeclared =
        !said("ENCODING_FROM_CPG").isEmpty() ||
        (!said("ENCODING_FROM_LDID").isEmpty() && said("ENCODING_FROM_LDID") != "ISO-8859-1" &&
         said("ENCODING_FROM_LDID") != "CP1252");
    QByteArray encoding = wanted.trimmed().toLatin1();
    if (encoding.isEmpty()) {
        if (isDeclared) {
            return {};
        }
        mLayer = nullptr;
        if (!openWith(file, "") || !chooseLayer(layer)) {
            return Error{ErrorCode::Unreadable, Words::tr("“%1” cannot be read.").arg(mName), {}};
        }
        const QByteArray text = sampleText();
        QStringDecoder utf8(QStringDecoder::Utf8);
        const QString decoded = utf8(text);
        if (!utf8.hasError()) {
            return {}; // plain ASCII, or UTF-8 as it stands
        }
        encoding = looksLikeGbk(text.constData(), text.size()) ? "GB18030"_ba : "ISO-8859-1"_ba;
        mNotes.append(Words::tr("“%1” does not say how its text is written; %2 is assumed. Say "
                                "otherwise with the option “encoding”.")
                          .arg(mName, QString::fromLatin1(encoding)));
    }
    mLayer = nullptr;
    if (!openWith(file, encoding.constData())) {
        return Error{ErrorCode::Unreadable, Words::tr("“%1” cannot be read.").arg(mName), {}};
    }
    return chooseLayer(layer);
}

Result<std::unique_ptr<FeatureSource>> OgrFeatures::open(const QString &file,
                                                         const SourceOptions &options)
{
    GDALAllRegister();
    // GDAL knows a header line by the change of type below it; a sheet of plain text has none.
    const CPLConfigOptionSetter excel("OGR_XLSX_HEADERS", "FORCE", false);
    const CPLConfigOptionSetter openDocument("OGR_ODS_HEADERS", "FORCE", false);
    auto source = std::make_unique<OgrFeatures>();
    source->mName = QFileInfo(file).fileName();
    if (!source->openWith(file, nullptr)) {
        return Error{ErrorCode::Unsupported,
                     Words::tr("“%1” is not a file that can be read here, or it is damaged. Try a "
                               "GeoPackage, Shapefile, GeoJSON, CSV or XLSX file.")
                         .arg(source->mName),
                     QString::fromUtf8(CPLGetLastErrorMsg())};
    }
    if (Result<void> chosen = source->chooseLayer(options.layer); !chosen) {
        return chosen.error();
    }
    if (QByteArray(source->mDataset->GetDriver()->GetDescription()) == "ESRI Shapefile") {
        if (Result<void> settled = source->settleEncoding(file, options.encoding, options.layer);
            !settled) {
            return settled.error();
        }
    }
    return std::unique_ptr<FeatureSource>(std::move(source));
}

QString OgrFeatures::valueOf(int field) const
{
    if (!mFeature->IsFieldSetAndNotNull(field)) {
        return {};
    }
    const OGRFieldType type = mFeature->GetFieldDefnRef(field)->GetType();
    if (type == OFTReal) {
        // Codes that a sheet keeps as numbers: never "1.10101e+14".
        const double value = mFeature->GetFieldAsDouble(field);
        return std::floor(value) == value && std::abs(value) < 9.0e15
                   ? QString::number(value, 'f', 0)
                   : QString::number(value, 'g', 17);
    }
    if (type == OFTDate || type == OFTDateTime) {
        int year = 0;
        int month = 0;
        int day = 0;
        int hour = 0;
        int minute = 0;
        int second = 0;
        int zone = 0;
        mFeature->GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
        const QString date = u"%1-%2-%3"_s.arg(year, 4, 10, '0'_L1)
                                 .arg(month, 2, 10, '0'_L1)
                                 .arg(day, 2, 10, '0'_L1);
        return hour == 0 && minute == 0 && second == 0
                   ? date
                   : date + u" %1:%2:%3"_s.arg(hour, 2, 10, '0'_L1)
                                .arg(minute, 2, 10, '0'_L1)
                                .arg(second, 2, 10, '0'_L1);
    }
    return QString::fromUtf8(mFeature->GetFieldAsString(field)).trimmed();
}

Result<bool> OgrFeatures::next(SourceFeature &feature)
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    CPLErrorReset();
    mFeature.reset(mLayer->GetNextFeature());
    if (!mFeature) {
        if (CPLGetLastErrorType() >= CE_Failure) {
            return Error{
                ErrorCode::Unreadable,
                Words::tr("“%1” breaks off behind feature %2; it is damaged. Copy it anew.")
                    .arg(mName)
                    .arg(mNumber),
                QString::fromUtf8(CPLGetLastErrorMsg())};
        }
        return false;
    }
    feature.number = ++mNumber;
    feature.line = mIsSheet ? mNumber + 1 : 0;
    feature.refusal.clear();
    feature.values.clear();
    for (int field = 0; field < mColumns.size(); ++field) {
        feature.values.append(valueOf(field));
    }
    return true;
}

} // namespace

Result<std::unique_ptr<FeatureSource>> FeatureSource::open(const QString &file,
                                                           const SourceOptions &options)
{
    const QFileInfo info(file);
    if (!info.exists()) {
        return Error{ErrorCode::NotFound,
                     Words::tr("There is no file “%1”. Check the name and the folder.").arg(file),
                     {}};
    }
    if (!info.isReadable()) {
        return Error{ErrorCode::Unreadable,
                     Words::tr("You may not read “%1”. Ask its owner for permission.").arg(file),
                     {}};
    }
    if (!isCsv(file)) {
        return OgrFeatures::open(file, options);
    }
    Result<std::unique_ptr<CsvRecordReader>> reader =
        CsvRecordReader::open(file, {separatorOf(file), options.encoding});
    if (!reader) {
        return reader.error();
    }
    return std::unique_ptr<FeatureSource>(
        std::make_unique<CsvFeatures>(info.fileName(), std::move(reader).value()));
}

} // namespace gridward
