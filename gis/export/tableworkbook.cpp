// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/export/tableworkbook.h"

#include "gis/heat/asidefile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cerrno>
#include <ogrsf_frmts.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TableWorkbook)
};

void fill(OGRFeature &feature, const QVariantList &row)
{
    for (int field = 0; field < row.size(); ++field) {
        const QVariant &cell = row.at(field);
        if (!cell.isValid() || (cell.typeId() == QMetaType::QString && cell.toString().isEmpty())) {
            continue;
        }
        if (cell.typeId() == QMetaType::QString) {
            feature.SetField(field, cell.toString().toUtf8().constData());
        } else {
            feature.SetField(field, cell.toDouble());
        }
    }
}

bool writeSheet(GDALDataset &dataset, const TableSheet &sheet)
{
    OGRLayer *layer =
        dataset.CreateLayer(sheet.title.toUtf8().constData(), nullptr, wkbNone, nullptr);
    if (layer == nullptr) {
        return false;
    }
    for (const TableColumn &column : sheet.columns) {
        OGRFieldDefn field(column.title.toUtf8().constData(),
                           column.isNumber ? OFTReal : OFTString);
        if (layer->CreateField(&field) != OGRERR_NONE) {
            return false;
        }
    }
    // The headers come with the first row, and a sheet without any is not read.
    const QList<QVariantList> rows =
        sheet.rows.isEmpty() ? QList<QVariantList>{QVariantList()} : sheet.rows;
    for (const QVariantList &row : rows) {
        OGRFeature feature(layer->GetLayerDefn());
        fill(feature, row);
        if (layer->CreateFeature(&feature) != OGRERR_NONE) {
            return false;
        }
    }
    return true;
}

/** Says whether a cell that was read is the one that was written. */
bool isSame(const OGRFeature &feature, int field, const QVariant &cell)
{
    if (!cell.isValid() || (cell.typeId() == QMetaType::QString && cell.toString().isEmpty())) {
        return !feature.IsFieldSetAndNotNull(field);
    }
    return cell.typeId() == QMetaType::QString
               ? QString::fromUtf8(feature.GetFieldAsString(field)) == cell.toString()
               : feature.GetFieldAsDouble(field) == cell.toDouble();
}

bool isReadBack(const QString &path, const QList<TableSheet> &sheets)
{
    // Of a sheet of texts alone the driver cannot guess that its first row has the names.
    const CPLConfigOptionSetter xlsx("OGR_XLSX_HEADERS", "FORCE", false);
    const CPLConfigOptionSetter ods("OGR_ODS_HEADERS", "FORCE", false);
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR));
    if (!dataset || dataset->GetLayerCount() != sheets.size()) {
        return false;
    }
    for (qsizetype place = 0; place < sheets.size(); ++place) {
        OGRLayer *layer = dataset->GetLayer(static_cast<int>(place));
        for (const QVariantList &row : sheets.at(place).rows) {
            const OGRFeatureUniquePtr feature(layer->GetNextFeature());
            if (!feature) {
                return false;
            }
            for (int field = 0; field < row.size(); ++field) {
                if (!isSame(*feature, field, row.at(field))) {
                    return false;
                }
            }
        }
    }
    return true;
}

Result<void> writeAside(const QList<TableSheet> &sheets, const char *format, const QString &path)
{
    CPLErrorReset();
    errno = 0;
    GDALDriver *driver = GetGDALDriverManager()->GetDriverByName(format);
    if (driver == nullptr) {
        return Error{ErrorCode::Unsupported,
                     Words::tr("This installation of GDAL cannot write workbooks (%1).")
                         .arg(QString::fromLatin1(format)),
                     {}};
    }
    GDALDatasetUniquePtr dataset(
        driver->Create(path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
    bool isWritten = dataset != nullptr;
    for (const TableSheet &sheet : sheets) {
        isWritten = isWritten && writeSheet(*dataset, sheet);
    }
    dataset.reset();
    return isWritten ? Result<void>()
                     : fileError(path, errno, QString::fromUtf8(CPLGetLastErrorMsg()));
}

} // namespace

Result<void> writeTables(const QList<TableSheet> &sheets, const QString &file)
{
    const bool isOpen = file.endsWith(".ods"_L1, Qt::CaseInsensitive);
    if (!isOpen && !file.endsWith(".xlsx"_L1, Qt::CaseInsensitive)) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("A workbook needs the ending .xlsx or .ods; “%1” has another one.")
                         .arg(QFileInfo(file).fileName()),
                     {}};
    }
    GDALAllRegister();
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    const Result<std::unique_ptr<AsideFile>> aside = AsideFile::beside(file);
    if (!aside) {
        return aside.error();
    }
    const QString path = aside.value()->path();
    if (Result<void> written = writeAside(sheets, isOpen ? "ODS" : "XLSX", path); !written) {
        return written;
    }
    // The driver says nothing of a disk that was full when the file was closed.
    const int code = errno;
    if (!isReadBack(path, sheets)) {
        return fileError(file, code, u"what was read back is not what was written"_s);
    }
    return aside.value()->putInPlace();
}

} // namespace gridward
