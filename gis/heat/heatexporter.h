// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heatchild.h"
#include "gis/heat/heatpage.h"
#include "gis/heat/heattask.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace gridward {

/** What is on the map when somebody orders a file of it. */
struct HeatScene
{
    std::shared_ptr<const ShownSurface> surface;
    /** All of it but the surface and the order, asked for a moment later; nothing if something else
     * is on the map by then. */
    std::function<std::optional<HeatHandover>()> rest;
};

/**
 * Writes what is on the map as a file, one at a time, without what rests on too few personal cases
 * (see guardedSurface()): GeoTIFFs and the packing of pictures beside
 * the GUI thread, pages on it, what is big in a process of its own; a moment after the order so
 * that the screen can say so first. Lives on the GUI thread and must go before the engine.
 */
class HeatExporter final : public QObject
{
    Q_OBJECT
public:
    explicit HeatExporter(QObject *parent = nullptr);
    /** Waits until the one under way has stopped. */
    ~HeatExporter() override;

    /** Our own program: what is big is written by a process of it (see HeatChild::isBig()). Empty,
     * as at first: everything is written here. */
    void setProgram(const QString &program) { mProgram = program; }
    /** Of the process that writes; 0: none does. */
    [[nodiscard]] qint64 processId() const { return mChild ? mChild->processId() : 0; }
    /** Only if it is not busy; done() follows. */
    void start(const HeatExport &order, HeatScene scene);
    /** Nothing is left of the file; false if none is being written. */
    bool cancel();
    [[nodiscard]] bool isBusy() const { return mOrder.has_value(); }
    /** What to say to an order that comes before the map is complete. */
    [[nodiscard]] static Error stillComputing();

signals:
    void progressed(std::optional<int> percent);
    void busyChanged();
    /** Cancelled if cancel() was the reason. */
    void done(const QString &path, const std::optional<gridward::Error> &error);

private:
    void startTask(HeatTask *task);
    void startFile(FileTask *task);
    void guard();
    void write();
    void startChild(const HeatHandover &handover);
    void writePage();
    void finish(const std::optional<Error> &error);

    std::optional<HeatExport> mOrder;
    HeatScene mScene;
    HeatHandover mHandover; ///< with the values that may leave
    QTimer mPageTime;       ///< a page is about to be set
    QPointer<HeatTask> mWriting;
    std::unique_ptr<HeatChild> mChild;
    QString mProgram;
    QList<QPointer<HeatTask>> mRunning; ///< also those that were given up
};

} // namespace gridward
