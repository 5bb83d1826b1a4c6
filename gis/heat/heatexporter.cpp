// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatexporter.h"

#include "gis/heat/asidefile.h"
#include "gis/heat/heatguard.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QLoggingCategory>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(heatLog, "gridward.gis.heat")

/** So that the screen can say that a page is being set before the GUI thread is busy with it. */
constexpr std::chrono::milliseconds kBeforePage{30};

/** All of it on the GUI thread: a PDF of A4, or whatever it is where there is no program to run. */
Result<void> writeHere(HeatHandover handover)
{
    const Result<std::unique_ptr<AsideFile>> file = AsideFile::beside(handover.order.path);
    if (!file) {
        return file.error();
    }
    handover.order.path = file.value()->path();
    Result<void> done = writeHandedOver(handover, [](double) {});
    for (const QString &name : namesBeside(handover, QFileInfo(handover.order.path).fileName())) {
        if (done) {
            done = file.value()->putBeside(name);
        }
    }
    return done ? file.value()->putInPlace() : done;
}

} // namespace

HeatExporter::HeatExporter(QObject *parent)
    : QObject(parent)
{
    mPageTime.setSingleShot(true);
    mPageTime.setInterval(kBeforePage);
    connect(&mPageTime, &QTimer::timeout, this, &HeatExporter::writePage);
}

HeatExporter::~HeatExporter()
{
    // Tasks must not outlive the engine. The window is closed by now, so nobody sees the wait.
    for (const QPointer<HeatTask> &task : std::as_const(mRunning)) {
        if (task) {
            task->disconnect(this);
            task->cancel();
            task->waitUntilStopped();
        }
    }
}

Error HeatExporter::stillComputing()
{
    return {ErrorCode::Conflict,
            tr("The heat map is still being computed. Export it when it is complete."),
            {}};
}

void HeatExporter::start(const HeatExport &order, HeatScene scene)
{
    mOrder = order;
    mScene = std::move(scene);
    std::optional<HeatHandover> handover = mScene.rest();
    if (!handover) {
        finish(stillComputing());
        return;
    }
    mHandover = std::move(*handover);
    mHandover.order = order;
    if (order.fewestPersonal > 0) {
        guard();
    } else {
        write();
    }
}

void HeatExporter::guard()
{
    auto *task = new GuardTask(mScene.surface, mOrder->fewestPersonal);
    connect(task, &HeatTask::done, this, [this, task] {
        const Result<std::shared_ptr<const ShownSurface>> guarded = task->result();
        mWriting.clear();
        if (!guarded) {
            finish(guarded.error());
            return;
        }
        mScene.surface = guarded.value();
        write();
    });
    startTask(task);
}

void HeatExporter::write()
{
    mHandover.surface = mScene.surface->surface;
    mHandover.other = mScene.surface->other;
    if (!mProgram.isEmpty() && (mOrder->isOneOfMany || HeatChild::isBig(mHandover))) {
        startChild(mHandover);
    } else if (mOrder->format == HeatFormat::GeoTiff) {
        startFile(new RasterTask(mScene.surface, *mOrder, mHandover.ground.simulated));
    } else {
        mPageTime.start();
        emit progressed(0);
        emit busyChanged();
    }
}

bool HeatExporter::cancel()
{
    if (!mOrder) {
        return false;
    }
    if (mChild) {
        mChild->cancel();
    } else if (mWriting) {
        mWriting->cancel();
    } else {
        mPageTime.stop();
        finish(Error{ErrorCode::Cancelled, tr("The export was stopped."), {}});
    }
    return true;
}

void HeatExporter::startChild(const HeatHandover &handover)
{
    mChild = std::make_unique<HeatChild>();
    connect(mChild.get(), &HeatChild::progressed, this, &HeatExporter::progressed);
    connect(mChild.get(), &HeatChild::done, this, &HeatExporter::finish);
    emit progressed(0);
    mChild->start(mProgram, handover);
    emit busyChanged();
}

void HeatExporter::startFile(FileTask *task)
{
    connect(task, &HeatTask::done, this, [this, task] { finish(task->error()); });
    startTask(task);
}

void HeatExporter::startTask(HeatTask *task)
{
    mWriting = task;
    mRunning.removeIf([](const QPointer<HeatTask> &old) { return old.isNull(); });
    mRunning.append(task);
    connect(task, &MapTask::progressChanged, this, [this, task](double percent) {
        if (task == mWriting) {
            emit progressed(static_cast<int>(std::lround(percent)));
        }
    });
    emit progressed(0);
    task->start(); // it owns itself
    emit busyChanged();
}

void HeatExporter::writePage()
{
    if (!mOrder) {
        return;
    }
    QElapsedTimer spent;
    spent.start();
    if (!mScene.rest()) {
        finish(stillComputing()); // its title would be about other cases
        return;
    }
    if (mOrder->format != HeatFormat::Png) {
        const Result<void> written = writeHere(mHandover);
        qCDebug(heatLog) << "page written in" << spent.elapsed() << "ms";
        finish(written ? std::nullopt : std::optional(written.error()));
        return;
    }
    const PageRasters rasters;
    Result<HeatPage> page = pageOf(mHandover, rasters);
    if (!page) {
        finish(page.error());
        return;
    }
    const Result<QImage> drawn = drawHeatPage(std::move(page).value());
    qCDebug(heatLog) << "page drawn in" << spent.elapsed() << "ms";
    if (!drawn) {
        finish(drawn.error());
        return;
    }
    startFile(new PictureTask(drawn.value(), mOrder->path));
}

void HeatExporter::finish(const std::optional<Error> &error)
{
    const QString path = mOrder ? mOrder->path : QString();
    mOrder.reset();
    mScene = {};
    mHandover = {};
    mWriting.clear();
    if (mChild) {
        mChild.release()->deleteLater(); // it is telling of its end just now
    }
    emit progressed(std::nullopt);
    emit busyChanged();
    emit done(path, error);
}

} // namespace gridward
