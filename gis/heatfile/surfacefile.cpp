// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heatfile/surfacefile.h"

#include "gis/heat/asidefile.h"
#include "gis/heat/gdaldataset.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatFile)
};

constexpr const char *kBlock = "512";

Error unwritten(const QString &path)
{
    return fileError(path, errno, QString::fromUtf8(CPLGetLastErrorMsg()));
}

int tellGdal(double share, const char * /*message*/, void *data)
{
    const auto &watch = *static_cast<const FileWatch *>(data);
    if (watch.progress) {
        watch.progress(share);
    }
    return watch.isCancelled && watch.isCancelled() ? FALSE : TRUE;
}

/** The shortest text that reads back as the same number. */
void append(QByteArray &line, double value)
{
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
    line.append(text.data(), end.ptr - text.data());
}

} // namespace

struct SurfaceTiff::Parts
{
    QString path;
    Dataset dataset;
    std::vector<float> row;
    int columns = 0;
};

SurfaceTiff::SurfaceTiff()
    : d(std::make_unique<Parts>())
{
}

SurfaceTiff::~SurfaceTiff() = default;

Result<std::unique_ptr<SurfaceTiff>> SurfaceTiff::create(const QString &path,
                                                         const HeatStudy &study)
{
    GDALAllRegister();
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    const CellGrid &grid = study.grid();
    CPLStringList options;
    options.SetNameValue("TILED", "YES");
    options.SetNameValue("BLOCKXSIZE", kBlock);
    options.SetNameValue("BLOCKYSIZE", kBlock);
    // Most of a large ground is empty: packing that costs little and saves most of the disk.
    options.SetNameValue("COMPRESS", "LZW");
    options.SetNameValue("BIGTIFF", "IF_SAFER");
    options.SetNameValue("SPARSE_OK", "YES");
    errno = 0;
    CPLErrorReset();
    std::unique_ptr<SurfaceTiff> file(new SurfaceTiff);
    file->d->path = path;
    file->d->columns = static_cast<int>(grid.columns);
    GDALDriver *driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    file->d->dataset.reset(driver == nullptr ? nullptr
                                             : driver->Create(path.toUtf8().constData(),
                                                              static_cast<int>(grid.columns),
                                                              static_cast<int>(grid.rows),
                                                              1,
                                                              GDT_Float32,
                                                              options.List()));
    OGRSpatialReference crs;
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    std::array<double, 6> transform{grid.west, grid.size, 0.0, grid.north, 0.0, -grid.size};
    if (!file->d->dataset ||
        crs.importFromWkt(study.plane().wkt.toUtf8().constData()) != OGRERR_NONE ||
        file->d->dataset->SetSpatialRef(&crs) != CE_None ||
        file->d->dataset->SetGeoTransform(transform.data()) != CE_None ||
        file->d->dataset->GetRasterBand(1)->SetNoDataValue(kHeatNoData) != CE_None) {
        return unwritten(path);
    }
    return file;
}

Result<void> SurfaceTiff::add(qint64 firstRow, qint64 rows, std::span<const double> values)
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    CPLErrorReset();
    errno = 0;
    std::vector<float> &part = d->row;
    part.resize(static_cast<std::size_t>(kBlockRows) * static_cast<std::size_t>(d->columns));
    for (qint64 row = 0; row < rows; row += kBlockRows) {
        const auto some = static_cast<int>(std::min(kBlockRows, rows - row));
        const auto from =
            values.subspan(static_cast<std::size_t>(row * d->columns),
                           static_cast<std::size_t>(some) * static_cast<std::size_t>(d->columns));
        std::ranges::transform(from, part.begin(), [](double value) {
            return std::isnan(value) ? static_cast<float>(kHeatNoData) : static_cast<float>(value);
        });
        if (d->dataset->GetRasterBand(1)->RasterIO(GF_Write,
                                                   0,
                                                   static_cast<int>(firstRow + row),
                                                   d->columns,
                                                   some,
                                                   part.data(),
                                                   d->columns,
                                                   some,
                                                   GDT_Float32,
                                                   0,
                                                   0,
                                                   nullptr) != CE_None) {
            return unwritten(d->path);
        }
    }
    return {};
}

Result<void> SurfaceTiff::close(const QString &unit, const RasterNotes &notes)
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    CPLErrorReset();
    errno = 0;
    GDALRasterBand *band = d->dataset->GetRasterBand(1);
    band->SetUnitType(unit.toUtf8().constData());
    band->SetDescription("Density");
    for (const auto &[name, value] : notes) {
        d->dataset->SetMetadataItem(name.toUtf8().constData(), value.toUtf8().constData());
    }
    d->dataset.reset(); // writes what is left, and tells of trouble by the last error alone
    return CPLGetLastErrorType() < CE_Failure ? Result<void>() : unwritten(d->path);
}

Result<void> writeCog(const QString &from, const QString &to, int threads, const FileWatch &watch)
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    CPLErrorReset();
    errno = 0;
    const Dataset source(GDALDataset::Open(from.toUtf8().constData(), GDAL_OF_RASTER));
    GDALDriver *driver = GetGDALDriverManager()->GetDriverByName("COG");
    if (!source || driver == nullptr) {
        return unwritten(to);
    }
    CPLStringList options;
    options.SetNameValue("COMPRESS", "DEFLATE");
    options.SetNameValue("PREDICTOR", "FLOATING_POINT");
    options.SetNameValue("BLOCKSIZE", kBlock);
    options.SetNameValue("OVERVIEW_RESAMPLING", "AVERAGE");
    options.SetNameValue("BIGTIFF", "IF_SAFER");
    options.SetNameValue("NUM_THREADS",
                         threads > 0 ? QByteArray::number(threads).constData() : "ALL_CPUS");
    FileWatch told = watch;
    Dataset written(driver->CreateCopy(
        to.toUtf8().constData(), source.get(), FALSE, options.List(), &tellGdal, &told));
    if (!written && watch.isCancelled && watch.isCancelled()) {
        return Error{ErrorCode::Cancelled, Words::tr("Stopped; nothing was written."), {}};
    }
    if (!written) {
        return unwritten(to);
    }
    written.reset();
    return CPLGetLastErrorType() < CE_Failure ? Result<void>() : unwritten(to);
}

SurfaceTable::SurfaceTable(const CellGrid &grid, bool all)
    : mGrid(grid)
    , mAll(all)
{
}

SurfaceTable::~SurfaceTable() = default;

Result<void> SurfaceTable::open(const QString &path)
{
    mPath = path;
    mFile = std::make_unique<QFile>(path);
    errno = 0;
    if (!mFile->open(QIODevice::WriteOnly) || mFile->write("easting,northing,value\n") < 0) {
        return fileError(path, errno, mFile->errorString());
    }
    return {};
}

Result<void> SurfaceTable::add(qint64 firstRow, qint64 rows, std::span<const double> values)
{
    QByteArray lines;
    errno = 0;
    for (qint64 row = 0; row < rows; ++row) {
        lines.clear();
        for (qint64 column = 0; column < mGrid.columns; ++column) {
            const double value = values[static_cast<std::size_t>(row * mGrid.columns + column)];
            if (std::isnan(value) || (!mAll && value == 0.0)) {
                continue;
            }
            append(lines, mGrid.centreEasting(column));
            lines.append(',');
            append(lines, mGrid.centreNorthing(firstRow + row));
            lines.append(',');
            append(lines, value);
            lines.append('\n');
        }
        if (mFile->write(lines) != lines.size()) {
            return fileError(mPath, errno, mFile->errorString());
        }
    }
    return {};
}

Result<void> SurfaceTable::close()
{
    errno = 0;
    if (!mFile->flush()) {
        return fileError(mPath, errno, mFile->errorString());
    }
    mFile->close();
    return mFile->error() == QFileDevice::NoError ? Result<void>()
                                                  : fileError(mPath, errno, mFile->errorString());
}

} // namespace gridward
