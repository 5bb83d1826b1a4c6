// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heatfile/heatmapjob.h"

#include "gis/heat/asidefile.h"
#include "gis/heat/heatmeasure.h"
#include "gis/heatfile/heatclasses.h"
#include "gis/heatfile/heatlook.h"
#include "gis/heatfile/heatpackage.h"
#include "gis/heatfile/heatwords.h"
#include "gis/heatfile/surfacefile.h"

#include <qgsmaplayer.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHashSeed>

#include <cerrno>
#include <gdal.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatFile)
};

constexpr GIntBig kCacheBytes = GIntBig(192) << 20; ///< GDAL would take a share of the machine
// Shares of all the work.
constexpr double kRead = 0.1;
constexpr double kChosen = 0.2;
constexpr double kComputed = 0.8;

QString endingOf(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending == "tiff"_L1 ? u"tif"_s : ending;
}

Result<void> writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
        return fileError(path, errno, file.errorString());
    }
    return {};
}

/** What GDAL and QGIS read beside a picture: its coordinate system. */
QByteArray sidecarOf(const MetricPlane &plane)
{
    return "<PAMDataset>\n  <SRS dataAxisToSRSAxisMapping=\"1,2\">" +
           plane.wkt.toHtmlEscaped().toUtf8() + "</SRS>\n</PAMDataset>\n";
}

/** Makes one file, and those beside it, in a hidden folder. */
class HeatmapMaker
{
public:
    HeatmapMaker(const HeatmapJob &job,
                 const ReadCounts &points,
                 HeatStudy &study,
                 AsideFile &aside,
                 const FileWatch &watch)
        : mJob(job)
        , mPoints(points)
        , mStudy(study)
        , mAside(aside)
        , mWatch(watch)
        , mLook(job.look)
        , mTiff(inFolder(u"surface.tif"_s))
    {
        mLook.isWhole = !job.study.extent;
    }

    [[nodiscard]] Result<QStringList> make();

private:
    [[nodiscard]] QString inFolder(const QString &name) const
    {
        return QFileInfo(mAside.path()).dir().filePath(name);
    }
    [[nodiscard]] Result<void> computeTable();
    [[nodiscard]] Result<void> computeTiff();
    [[nodiscard]] Result<void> write(const QString &ending);
    [[nodiscard]] Result<void> writePaper(const QString &ending);
    [[nodiscard]] Result<void> writePicture();
    [[nodiscard]] Result<void> writeProjectAndData();

    const HeatmapJob &mJob;
    const ReadCounts &mPoints;
    HeatStudy &mStudy;
    AsideFile &mAside;
    const FileWatch &mWatch;
    HeatLook mLook;
    QString mTiff; ///< the surface, from which all else is made
    QStringList mBeside;
};

Result<void> HeatmapMaker::computeTable()
{
    SurfaceTable table(mStudy.grid(), mJob.all);
    Result<void> done = table.open(mAside.path());
    if (done) {
        done = mStudy.compute(
            [&table](qint64 row, qint64 rows, std::span<const double> values) {
                return table.add(row, rows, values);
            },
            partOf(mWatch, kChosen, 1.0));
    }
    return done ? table.close() : done;
}

Result<void> HeatmapMaker::computeTiff()
{
    const Result<std::unique_ptr<SurfaceTiff>> tiff = SurfaceTiff::create(mTiff, mStudy);
    if (!tiff) {
        return tiff.error();
    }
    const Result<void> done = mStudy.compute(
        [&tiff](qint64 row, qint64 rows, std::span<const double> values) {
            return tiff.value()->add(row, rows, values);
        },
        partOf(mWatch, kChosen, kComputed));
    complete(mLook, mJob, mPoints, mStudy);
    HeatmapJob told = mJob;
    told.look.title = mLook.title;
    if (!done) {
        return done;
    }
    const QString unit =
        mJob.study.compare == HeatCompare::Ratio ? u"ratio"_s : gdalUnit(mStudy.recipe().unit);
    const Result<void> closed = tiff.value()->close(unit, notesOf(told, mPoints, mStudy));
    if (!closed || !needsMapEngine(endingOf(mJob.out))) {
        return closed;
    }
    Result<HeatLegend> legend = legendFor(mTiff, mStudy, mLook, mJob.study.compare);
    if (!legend) {
        return legend.error();
    }
    mLook.legend = std::move(legend).value();
    return {};
}

Result<void> HeatmapMaker::writePaper(const QString &ending)
{
    const Result<HeatSheet> sheet =
        sheetFor(mTiff, mStudy, mLook, mJob.paper, mJob.dpi, mJob.isAtlas);
    if (!sheet) {
        return sheet.error();
    }
    if (ending == "png"_L1) {
        const Result<QImage> picture = drawSheet(sheet.value());
        return picture ? writePng(picture.value(), mJob.dpi, mAside.path())
                       : Result<void>(picture.error());
    }
    if (ending == "svg"_L1) {
        return writeSheetSvg(sheet.value(), mAside.path());
    }
    const Result<void> written = writeSheetPdf(sheet.value(), mAside.path());
    return written ? fixPdfDates(mAside.path(), mLook.stamp) : written;
}

Result<void> HeatmapMaker::writePicture()
{
    const Result<HeatPicture> picture = pictureFor(mTiff, mStudy, mLook, mJob.size, mJob.bare);
    if (!picture) {
        return picture.error();
    }
    constexpr double kScreenDpi = 96.0;
    if (const Result<void> written = writePng(picture.value().image, kScreenDpi, mAside.path());
        !written) {
        return written;
    }
    const QFileInfo name(mAside.path());
    mBeside = {name.completeBaseName() + u".pgw"_s, name.fileName() + u".aux.xml"_s};
    const Result<void> placed = writeBytes(inFolder(mBeside.first()), picture.value().worldFile);
    return placed ? writeBytes(inFolder(mBeside.last()), sidecarOf(mStudy.plane())) : placed;
}

Result<void> HeatmapMaker::writeProjectAndData()
{
    const QString base = QFileInfo(mAside.path()).completeBaseName();
    mBeside = {base + u".tif"_s, base + u".gpkg"_s};
    const QString tiff = inFolder(mBeside.first());
    const QString package = inFolder(mBeside.last());
    Result<void> done = writeCog(mTiff, tiff, mJob.study.threads, partOf(mWatch, kComputed, 0.85));
    if (done) {
        done = writePackage(mTiff, mStudy.grid(), mLook, package, partOf(mWatch, 0.85, 0.95));
    }
    return done ? writeProject(tiff, package, mStudy.grid(), mLook, mAside.path()) : done;
}

Result<void> HeatmapMaker::write(const QString &ending)
{
    const FileWatch rest = partOf(mWatch, kComputed, 1.0);
    if (ending == "tif"_L1) {
        return writeCog(mTiff, mAside.path(), mJob.study.threads, rest);
    }
    if (ending == "gpkg"_L1) {
        return writePackage(mTiff, mStudy.grid(), mLook, mAside.path(), rest);
    }
    if (ending == "qgz"_L1) {
        return writeProjectAndData();
    }
    return ending == "png"_L1 && mJob.paper.isEmpty() ? writePicture() : writePaper(ending);
}

Result<QStringList> HeatmapMaker::make()
{
    const QString ending = endingOf(mJob.out);
    Result<void> done = Error{};
    if (ending == "csv"_L1) {
        done = computeTable();
    } else {
        done = computeTiff();
        if (done) {
            done = write(ending);
        }
    }
    if (!done) {
        return done.error();
    }
    if (mWatch.isCancelled && mWatch.isCancelled()) {
        return Error{ErrorCode::Cancelled, Words::tr("Stopped; nothing was written."), {}};
    }
    QStringList files{mJob.out};
    // What a file leans on comes before it.
    for (const QString &name : std::as_const(mBeside)) {
        if (const Result<void> placed = mAside.putBeside(name); !placed) {
            return placed.error();
        }
        files.append(QDir::cleanPath(QFileInfo(mJob.out).dir().filePath(name)));
    }
    const Result<void> placed = mAside.putInPlace();
    return placed ? Result<QStringList>(files) : Result<QStringList>(placed.error());
}

} // namespace

FileWatch partOf(const FileWatch &watch, double from, double to)
{
    return {watch.isCancelled, [progress = watch.progress, from, to](double share) {
                if (progress) {
                    progress(from + (to - from) * share);
                }
            }};
}

QStringList heatmapEndings()
{
    return {u"tif"_s, u"png"_s, u"pdf"_s, u"svg"_s, u"gpkg"_s, u"csv"_s, u"qgz"_s};
}

bool needsMapEngine(const QString &ending)
{
    return ending != "tif"_L1 && ending != "tiff"_L1 && ending != "csv"_L1;
}

Result<HeatmapReport> makeHeatmap(const HeatmapJob &job, const FileWatch &watch)
{
    // Before the work: a folder that cannot be written is known at once.
    const Result<std::unique_ptr<AsideFile>> place = AsideFile::beside(job.out);
    if (!place) {
        return place.error();
    }
    Result<PointSet> points = readPoints(job.points, partOf(watch, 0.0, kRead));
    if (!points) {
        return points.error();
    }
    if (job.study.compare == HeatCompare::Off) {
        return makeHeatmap(job, std::move(points).value(), std::nullopt, watch);
    }
    PointOrder then = job.points;
    then.from = job.study.otherFrom;
    then.to = job.study.otherTo;
    Result<PointSet> others = readPoints(then, partOf(watch, 0.0, kRead));
    return others ? makeHeatmap(job, std::move(points).value(), std::move(others).value(), watch)
                  : Result<HeatmapReport>(others.error());
}

Result<HeatmapReport> makeHeatmap(const HeatmapJob &job,
                                  PointSet points,
                                  std::optional<PointSet> others,
                                  const FileWatch &watch)
{
    if (others && others->xs.empty() && job.study.compare == HeatCompare::Ratio) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("There is no case in the period to compare with: a ratio would be "
                               "known nowhere. Choose another period, or --compare difference."),
                     {}};
    }
    GDALSetCacheMax64(kCacheBytes);
    // The order of attributes in what QGIS writes must not be drawn by lot.
    QHashSeed::setDeterministicGlobalSeed();
    const Result<std::unique_ptr<AsideFile>> aside = AsideFile::beside(job.out);
    if (!aside) {
        return aside.error();
    }
    const ReadCounts counts = points.counts;
    const bool isWithoutPoint = points.xs.empty();
    const FileWatch choosing = partOf(watch, kRead, kChosen);
    Result<HeatStudy> made =
        others ? HeatStudy::makeOfTwo(std::move(points), std::move(*others), job.study, choosing)
               : HeatStudy::make(std::move(points), job.study, choosing);
    if (!made) {
        Error error = made.error();
        if (isWithoutPoint) {
            QStringList why = remarksOn(counts);
            if (counts.outsidePeriod > 0) {
                why.append(Words::tr("%1 are of other times.").arg(counts.outsidePeriod));
            }
            error.message = (QStringList{error.message} + why).join(u' ');
        }
        return error;
    }
    HeatStudy study = std::move(made).value();
    const Result<QStringList> files =
        HeatmapMaker(job, counts, study, *aside.value(), watch).make();
    if (!files) {
        return files.error();
    }
    return HeatmapReport{files.value(), remarksOn(counts, study), factsOf(job, counts, study)};
}

} // namespace gridward
