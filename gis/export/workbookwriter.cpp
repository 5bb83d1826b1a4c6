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

bool writeSheet(GDALDataset &dataset, CatalogueSheet sheet, const QList<SheetRow> &rows)
{
    const QString name = chineseName(sheet) + u' ' + toId(sheet);
    OGRLayer *layer = dataset.CreateLayer(name.toUtf8().constData(), nullptr, wkbNone, nullptr);
    if (layer == nullptr) {
        return false;
    }
    for (const SheetColumn &column : columnsOf(sheet)) {
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

Result<void> writeAside(const CatalogueWorkbook &workbook, const QString &path)
{
    GDALAllRegister();
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    CPLErrorReset();
    errno = 0;
    GDALDriver *driver = GetGDALDriverManager()->GetDriverByName("XLSX");
    if (driver == nullptr) {
        return Error{ErrorCode::Unsupported,
                     Words::tr("This installation of GDAL cannot write .xlsx files."),
                     {}};
    }
    GDALDatasetUniquePtr dataset(
        driver->Create(path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
    const bool isWritten = dataset &&
                           writeSheet(*dataset, CatalogueSheet::Classes, workbook.classes) &&
                           writeSheet(*dataset, CatalogueSheet::Standards, workbook.standards);
    dataset.reset();
    return isWritten ? Result<void>()
                     : fileError(path, errno, QString::fromUtf8(CPLGetLastErrorMsg()));
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
    const Result<std::unique_ptr<AsideFile>> aside = AsideFile::beside(file);
    if (!aside) {
        return aside.error();
    }
    const QString path = aside.value()->path();
    if (Result<void> written = writeAside(workbook, path); !written) {
        return written;
    }
    // The driver says nothing of a disk that was full when the file was closed.
    const int code = errno;
    const Result<CatalogueWorkbook> back = readWorkbook(path);
    if (!back || back.value().classes != workbook.classes ||
        back.value().standards != workbook.standards) {
        return fileError(file,
                         code,
                         back ? u"what was read back is not what was written"_s
                              : back.error().detail);
    }
    return aside.value()->putInPlace();
}

} // namespace gridward
