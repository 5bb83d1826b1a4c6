// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/engine/maptask.h"
#include "gis/heat/heatraster.h"
#include "gis/heat/heatsurface.h"

#include <QImage>
#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace gridward {

/** A task that ends with done(), on the GUI thread, also when it was cancelled. */
class HeatTask : public MapTask
{
    Q_OBJECT
signals:
    void done();

protected:
    void finished() final;
    /** For run(), which asks the one and tells the other. */
    [[nodiscard]] std::function<bool()> stopAsked();
    [[nodiscard]] std::function<void(double)> tellProgress();
};

/** A surface, with the raster that the map shows of it. */
struct ShownSurface
{
    HeatSurface surface;
    std::shared_ptr<const MemoryFile> file; ///< a GeoTIFF of the same values; none of a coarse one
    std::optional<HeatSurface> other = {};  ///< of the other period, where both are shown
    std::shared_ptr<const MemoryFile> otherFile = {};
    std::shared_ptr<const PlacedHeat> placed = {}; ///< what it was made of
    HeatWanted wanted = {};                        ///< and how
};

/** How many surfaces are made at a time. */
struct SurfaceCount
{
    std::atomic<int> now = 0;
    std::atomic<int> most = 0;
};

/** What to make a surface of; `placed` is the input in metres, if that is known already. */
struct SurfaceJob
{
    std::shared_ptr<const HeatInput> input;
    std::shared_ptr<PlacedHeat> placed;
    HeatWanted wanted;
    std::shared_ptr<SurfaceCount> count;
};

/** Makes a surface. */
class SurfaceTask final : public HeatTask
{
    Q_OBJECT
public:
    explicit SurfaceTask(SurfaceJob job);
    [[nodiscard]] const std::shared_ptr<const HeatInput> &input() const { return mJob.input; }
    /** In the slot of done(). */
    [[nodiscard]] const std::shared_ptr<PlacedHeat> &placed() const { return mJob.placed; }
    /** In the slot of done(); Cancelled if it was stopped before it began. */
    [[nodiscard]] Result<std::shared_ptr<const ShownSurface>> result() const;

protected:
    void run() final;

private:
    [[nodiscard]] Result<std::shared_ptr<const ShownSurface>> make();

    SurfaceJob mJob;
    std::optional<Result<std::shared_ptr<const ShownSurface>>> mResult;
};

/** Writes a file beside its path and renames it. */
class FileTask : public HeatTask
{
    Q_OBJECT
public:
    explicit FileTask(QString path);
    /** In the slot of done(); nothing if the file is there. */
    [[nodiscard]] std::optional<Error> error() const;

protected:
    void run() final;
    /** In the task's thread. */
    [[nodiscard]] virtual Result<void> write(const QString &aside) = 0;
    /** Another file of the same folder, of that name, belongs to it. */
    void addBeside(const QString &name) { mBeside.append(name); }

private:
    QString mPath;
    QStringList mBeside;
    std::optional<Result<void>> mResult;
};

/** Writes a surface as a compressed GeoTIFF; where two periods lie beside each other, the other one
 * as a second file (see otherPeriodName()): QGIS would show two bands of one as a mixture. */
class RasterTask final : public FileTask
{
    Q_OBJECT
public:
    RasterTask(std::shared_ptr<const ShownSurface> surface, HeatExport order, bool simulated);

protected:
    Result<void> write(const QString &aside) final;

private:
    std::shared_ptr<const ShownSurface> mSurface;
    HeatExport mOrder;
    bool mSimulated;
};

/**
 * The files of RasterTask: the first to `path`, the names of those beside it come back. Any thread;
 * errors as writeHeatRaster().
 */
[[nodiscard]] Result<QStringList> writeHeatRasters(const ShownSurface &shown,
                                                   const HeatExport &order,
                                                   bool simulated,
                                                   const QString &path,
                                                   const std::function<bool()> &isCancelled,
                                                   const std::function<void(double)> &progress);

/** "heat.tif" becomes "heat-other-period.tif". */
[[nodiscard]] QString otherPeriodName(const QString &fileName);

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
