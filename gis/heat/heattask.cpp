// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heattask.h"

#include "gis/heat/asidefile.h"
#include "gis/heat/heatpage.h"
#include "gis/heat/placedheat.h"
#include "gis/heatfile/handeddata.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

void HeatTask::finished()
{
    emit done();
}

std::function<bool()> HeatTask::stopAsked()
{
    return [this] { return isCancelled(); };
}

std::function<void(double)> HeatTask::tellProgress()
{
    return [this](double percent) { setProgress(percent); };
}

SurfaceTask::SurfaceTask(SurfaceJob job)
    : mJob(std::move(job))
{
}

Result<std::shared_ptr<const ShownSurface>> SurfaceTask::result() const
{
    if (isCancelled() || !mResult) {
        return Error{ErrorCode::Cancelled, tr("The heat map was stopped."), {}};
    }
    return *mResult;
}

void SurfaceTask::run()
{
    SurfaceCount &count = *mJob.count;
    const int now = ++count.now;
    int most = count.most;
    while (now > most && !count.most.compare_exchange_weak(most, now)) {
    }
    mResult = make();
    --count.now;
}

Result<std::shared_ptr<const ShownSurface>> SurfaceTask::make()
{
    if (!mJob.placed) {
        Result<std::shared_ptr<PlacedHeat>> placed = PlacedHeat::place(*mJob.input, stopAsked());
        if (!placed) {
            return placed.error();
        }
        mJob.placed = std::move(placed).value();
    }
    Result<HeatSurfaces> made =
        makeHeatSurfaces(*mJob.placed, mJob.wanted, stopAsked(), tellProgress());
    if (!made) {
        return made.error();
    }
    HeatSurfaces surfaces = std::move(made).value();
    auto shown = std::make_shared<ShownSurface>();
    shown->surface = std::move(surfaces.first);
    shown->other = std::move(surfaces.other);
    shown->placed = mJob.placed;
    shown->wanted = mJob.wanted;
    const auto laid = [this](const HeatSurface &surface) -> Result<std::shared_ptr<MemoryFile>> {
        auto file = std::make_shared<MemoryFile>(u"heat"_s);
        const Result<void> written =
            writeHeatRaster(surface, file->path(), {}, stopAsked(), [](double) {});
        return written ? Result<std::shared_ptr<MemoryFile>>(std::move(file)) : written.error();
    };
    if (!mJob.wanted.isCoarse) {
        const Result<std::shared_ptr<MemoryFile>> file = laid(shown->surface);
        if (!file) {
            return file.error();
        }
        shown->file = file.value();
        if (shown->other) {
            const Result<std::shared_ptr<MemoryFile>> other = laid(*shown->other);
            if (!other) {
                return other.error();
            }
            shown->otherFile = other.value();
        }
    }
    return std::shared_ptr<const ShownSurface>(std::move(shown));
}

FileTask::FileTask(QString path)
    : mPath(std::move(path))
{
}

std::optional<Error> FileTask::error() const
{
    if (mResult && mResult->isOk()) {
        return std::nullopt; // in its place before anybody could stop it
    }
    if (isCancelled() || !mResult) {
        return Error{ErrorCode::Cancelled, tr("The export was stopped."), {}};
    }
    return mResult->error();
}

void FileTask::run()
{
    const Result<std::unique_ptr<AsideFile>> file = AsideFile::beside(mPath);
    if (!file) {
        mResult = file.error();
        return;
    }
    mResult = write(file.value()->path());
    if (mResult->isOk() && isCancelled()) {
        mResult = Error{ErrorCode::Cancelled, tr("The export was stopped."), {}};
    }
    for (const QString &name : std::as_const(mBeside)) {
        if (mResult->isOk()) {
            mResult = file.value()->putBeside(name);
        }
    }
    if (mResult->isOk()) {
        mResult = file.value()->putInPlace();
    }
}

RasterTask::RasterTask(std::shared_ptr<const ShownSurface> surface,
                       HeatExport order,
                       bool simulated)
    : FileTask(order.path)
    , mSurface(std::move(surface))
    , mOrder(std::move(order))
    , mSimulated(simulated)
{
}

Result<void> RasterTask::write(const QString &aside)
{
    const Result<QStringList> beside =
        writeHeatRasters(*mSurface, mOrder, mSimulated, aside, stopAsked(), tellProgress());
    if (!beside) {
        return beside.error();
    }
    for (const QString &name : beside.value()) {
        addBeside(name);
    }
    return {};
}

Result<QStringList> writeHeatRasters(const ShownSurface &shown,
                                     const HeatExport &order,
                                     bool simulated,
                                     const QString &path,
                                     const std::function<bool()> &isCancelled,
                                     const std::function<void(double)> &progress)
{
    const double share = shown.other ? 0.5 : 1.0;
    const auto part = [&](double from) {
        return [&progress, from, share](double percent) { progress(from + share * percent); };
    };
    HeatExport first = order;
    if (shown.wanted.order.compare == HeatCompare::Off) {
        first.otherFrom = first.otherTo = Instant(); // has no part in that file
    }
    Result<void> written = writeHandedCog(
        shown.surface, path, notesOf(shown.surface, first, simulated), isCancelled, part(0.0));
    if (!written || !shown.other) {
        return written ? Result<QStringList>(QStringList()) : written.error();
    }
    HeatExport second = first;
    second.from = order.otherFrom;
    second.to = order.otherTo;
    const QFileInfo place(path);
    const QString name = otherPeriodName(place.fileName());
    written = writeHandedCog(*shown.other,
                             place.dir().filePath(name),
                             notesOf(*shown.other, second, simulated),
                             isCancelled,
                             part(50.0));
    return written ? Result<QStringList>(QStringList{name}) : written.error();
}

QString otherPeriodName(const QString &fileName)
{
    const QFileInfo name(fileName);
    return name.completeBaseName() + u"-other-period."_s + name.suffix();
}

PictureTask::PictureTask(QImage picture, const QString &path)
    : FileTask(path)
    , mPicture(std::move(picture))
{
}

Result<void> PictureTask::write(const QString &aside)
{
    return writePagePng(mPicture, aside);
}

} // namespace gridward
