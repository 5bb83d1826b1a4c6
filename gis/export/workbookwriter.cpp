// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/export/workbookwriter.h"

#include "gis/heat/asidefile.h"
#include "gis/import/workbookreader.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cerrno>
#include <ogrsf_frmts.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WorkbookWriter)
};

bool writeSheet(GDALDataset &dataset, const SheetForm &sheet, const QList<SheetRow> &rows)
{
    const QString name = sheet.name + u' ' + sheet.id;
    OGRLayer *layer = dataset.CreateLayer(name.toUtf8().constData(), nullptr, wkbNone, nullptr);
    if (layer == nullptr) {
        return false;
    }
    for (const SheetColumn &column : sheet.columns) {
        const QString header =
            QString::fromUtf8(column.name) + u' ' + QString::fromLatin1(column.id);
        OGRFieldDefn field(header.toUtf8().constData(), OFTString);
        if (layer->CreateField(&field) != OGRERR_NONE) {
            return false;
        }
    }
    if (rows.isEmpty()) {
        // The headers come with the first row, and a sheet without any is not read.
        OGRFeature nothing(layer->GetLayerDefn());
        return layer->CreateFeature(&nothing) == OGRERR_NONE;
    }
    for (const SheetRow &row : rows) {
        OGRFeature feature(layer->GetLayerDefn());
        for (int field = 0; field < row.cells.size(); ++field) {
            if (!row.cells.at(field).isEmpty()) {
                feature.SetField(field, row.cells.at(field).toUtf8().constData());
            }
        }
        if (layer->CreateFeature(&feature) != OGRERR_NONE) {
            return false;
        }
    }
    return true;
}

bool writeAbout(GDALDataset &dataset, const AboutSheet &about)
{
    OGRLayer *layer =
        dataset.CreateLayer(about.title.toUtf8().constData(), nullptr, wkbNone, nullptr);
    if (layer == nullptr) {
        return false;
    }
    for (const char *header : {"what", "value"}) {
        OGRFieldDefn field(header, OFTString);
        if (layer->CreateField(&field) != OGRERR_NONE) {
            return false;
        }
    }
    for (const auto &[what, value] : about.lines) {
        OGRFeature feature(layer->GetLayerDefn());
        feature.SetField(0, what.toUtf8().constData());
        feature.SetField(1, value.toUtf8().constData());
        if (layer->CreateFeature(&feature) != OGRERR_NONE) {
            return false;
        }
    }
    return true;
}

Result<void> writeAside(const QList<SheetForm> &forms,
                        const QList<QList<SheetRow>> &rows,
                        const AboutSheet &about,
                        const char *format,
                        const QString &path)
{
    GDALAllRegister();
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    CPLErrorReset();
    errno = 0;
    GDALDriver *driver = GetGDALDriverManager()->GetDriverByName(format);
    if (driver == nullptr) {
        return Error{ErrorCode::Unsupported,
                     Words::tr("This installation of GDAL cannot write .xlsx files."),
                     {}};
    }
    GDALDatasetUniquePtr dataset(
        driver->Create(path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
    bool isWritten = dataset != nullptr;
    for (qsizetype place = 0; isWritten && place < forms.size(); ++place) {
        isWritten = writeSheet(*dataset, forms.at(place), rows.value(place));
    }
    isWritten = isWritten && (about.title.isEmpty() || writeAbout(*dataset, about));
    dataset.reset();
    return isWritten ? Result<void>()
                     : fileError(path, errno, QString::fromUtf8(CPLGetLastErrorMsg()));
}

Result<void> writeSafely(const QList<SheetForm> &forms,
                         const QList<QList<SheetRow>> &rows,
                         const AboutSheet &about,
                         const char *format,
                         const QString &file)
{
    const Result<std::unique_ptr<AsideFile>> aside = AsideFile::beside(file);
    if (!aside) {
        return aside.error();
    }
    const QString path = aside.value()->path();
    if (Result<void> written = writeAside(forms, rows, about, format, path); !written) {
        return written;
    }
    // The driver says nothing of a disk that was full when the file was closed.
    const int code = errno;
    const Result<SheetRows> back = readSheets(path, forms, {});
    if (!back || back.value().sheets != rows) {
        return fileError(file,
                         code,
                         back ? u"what was read back is not what was written"_s
                              : back.error().detail);
    }
    return aside.value()->putInPlace();
}

} // namespace

Result<void> writeWorkbook(const CatalogueWorkbook &workbook, const QString &file)
{
    if (!file.endsWith(".xlsx"_L1, Qt::CaseInsensitive)) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("A catalogue is written as a workbook: give “%1” the ending .xlsx.")
                         .arg(QFileInfo(file).fileName()),
                     {}};
    }
    return writeSafely(catalogueSheets(), {workbook.classes, workbook.standards}, {}, "XLSX", file);
}

Result<void> writeSheets(const QList<SheetForm> &forms,
                         const QList<QList<SheetRow>> &rows,
                         const AboutSheet &about,
                         const QString &file)
{
    const bool isOpen = file.endsWith(".ods"_L1, Qt::CaseInsensitive);
    if (!isOpen && !file.endsWith(".xlsx"_L1, Qt::CaseInsensitive)) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("This is written as a workbook: give “%1” the ending .xlsx or .ods.")
                         .arg(QFileInfo(file).fileName()),
                     {}};
    }
    return writeSafely(forms, rows, about, isOpen ? "ODS" : "XLSX", file);
}

} // namespace gridward
