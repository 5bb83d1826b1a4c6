// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heattask.h"

#include "gis/heat/asidefile.h"

#include <QImageWriter>

#include <cerrno>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

HeatTask::HeatTask(const QString &description)
    : QgsTask(description, QgsTask::CanCancel)
{
}

bool HeatTask::run()
{
    const std::lock_guard lock(mRunning);
    work();
    return !isCanceled();
}

void HeatTask::finished(bool /*result*/)
{
    emit done();
}

void HeatTask::waitUntilStopped()
{
    const std::lock_guard lock(mRunning);
}

std::function<bool()> HeatTask::stopAsked()
{
    return [this] { return isCanceled(); };
}

std::function<void(double)> HeatTask::tellProgress()
{
    return [this](double percent) { setProgress(percent); };
}

SurfaceTask::SurfaceTask(HeatInput input)
    : HeatTask(tr("Computing the heat map"))
    , mInput(std::move(input))
{
}

Result<std::shared_ptr<const ShownSurface>> SurfaceTask::result() const
{
    if (isCanceled() || !mResult) {
        return Error{ErrorCode::Cancelled, tr("The heat map was stopped."), {}};
    }
    return *mResult;
}

void SurfaceTask::work()
{
    Result<HeatSurface> made = makeHeatSurface(mInput, stopAsked(), tellProgress());
    if (!made) {
        mResult = made.error();
        return;
    }
    auto shown = std::make_shared<ShownSurface>();
    shown->surface = std::move(made).value();
    auto file = std::make_shared<MemoryFile>(u"heat"_s);
    const Result<void> written =
        writeHeatRaster(shown->surface, file->path(), {}, false, stopAsked(), [](double) {});
    if (!written) {
        mResult = written.error();
        return;
    }
    shown->file = std::move(file);
    mResult = std::shared_ptr<const ShownSurface>(std::move(shown));
}

FileTask::FileTask(const QString &description, QString path)
    : HeatTask(description)
    , mPath(std::move(path))
{
}

std::optional<Error> FileTask::error() const
{
    if (mResult && mResult->isOk()) {
        return std::nullopt; // in its place before anybody could stop it
    }
    if (isCanceled() || !mResult) {
        return Error{ErrorCode::Cancelled, tr("The export was stopped."), {}};
    }
    return mResult->error();
}

void FileTask::work()
{
    const Result<std::unique_ptr<AsideFile>> file = AsideFile::beside(mPath);
    if (!file) {
        mResult = file.error();
        return;
    }
    mResult = write(file.value()->path());
    if (mResult->isOk()) {
        mResult = isCanceled() ? Error{ErrorCode::Cancelled, tr("The export was stopped."), {}}
                               : file.value()->putInPlace();
    }
}

RasterTask::RasterTask(std::shared_ptr<const ShownSurface> surface,
                       const QString &path,
                       RasterNotes notes)
    : FileTask(tr("Writing a GeoTIFF"), path)
    , mSurface(std::move(surface))
    , mNotes(std::move(notes))
{
}

Result<void> RasterTask::write(const QString &aside)
{
    return writeHeatRaster(mSurface->surface, aside, mNotes, true, stopAsked(), tellProgress());
}

PictureTask::PictureTask(QImage picture, const QString &path)
    : FileTask(tr("Writing a picture"), path)
    , mPicture(std::move(picture))
{
}

Result<void> PictureTask::write(const QString &aside)
{
    QImageWriter writer(aside, "png");
    errno = 0;
    return writer.write(mPicture) ? Result<void>() : fileError(aside, errno, writer.errorString());
}

} // namespace gridward
