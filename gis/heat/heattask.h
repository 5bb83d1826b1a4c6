// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heatraster.h"
#include "gis/heat/heatsurface.h"

#include <qgstaskmanager.h>

#include <QImage>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace gridward {

/**
 * Work beside the GUI thread that ends with done(), on the GUI thread, also when it was cancelled.
 * Made on the GUI thread with all it needs; the task manager owns it.
 */
class HeatTask : public QgsTask
{
    Q_OBJECT
public:
    explicit HeatTask(const QString &description);

    bool run() final;
    void finished(bool result) final;
    /** Returns when run() is over; after cancel() that is soon. */
    void waitUntilStopped();

signals:
    void done();

protected:
    /** In the task's thread; asks stopAsked() and tells tellProgress(). */
    virtual void work() = 0;
    [[nodiscard]] std::function<bool()> stopAsked();
    [[nodiscard]] std::function<void(double)> tellProgress();

private:
    std::mutex mRunning; ///< held by run()
};

/** A surface, with the raster that the map shows of it. */
struct ShownSurface
{
    HeatSurface surface;
    std::shared_ptr<const MemoryFile> file; ///< a GeoTIFF of the same values
};

/** Makes a surface. */
class SurfaceTask final : public HeatTask
{
    Q_OBJECT
public:
    explicit SurfaceTask(HeatInput input);
    /** In the slot of done(); Cancelled if it was stopped before it began. */
    [[nodiscard]] Result<std::shared_ptr<const ShownSurface>> result() const;

protected:
    void work() final;

private:
    HeatInput mInput;
    std::optional<Result<std::shared_ptr<const ShownSurface>>> mResult;
};

/** Writes a file beside its path and renames it. */
class FileTask : public HeatTask
{
    Q_OBJECT
public:
    FileTask(const QString &description, QString path);
    /** In the slot of done(); nothing if the file is there. */
    [[nodiscard]] std::optional<Error> error() const;

protected:
    void work() final;
    /** In the task's thread. */
    [[nodiscard]] virtual Result<void> write(const QString &aside) = 0;

private:
    QString mPath;
    std::optional<Result<void>> mResult;
};

/** Writes a surface as a compressed GeoTIFF. */
class RasterTask final : public FileTask
{
    Q_OBJECT
public:
    RasterTask(std::shared_ptr<const ShownSurface> surface, const QString &path, RasterNotes notes);

protected:
    Result<void> write(const QString &aside) final;

private:
    std::shared_ptr<const ShownSurface> mSurface;
    RasterNotes mNotes;
};

/** Writes a picture as a PNG: compressing it takes longer than drawing it. */
class PictureTask final : public FileTask
{
    Q_OBJECT
public:
    PictureTask(QImage picture, const QString &path);

protected:
    Result<void> write(const QString &aside) final;

private:
    QImage mPicture;
};

} // namespace gridward
