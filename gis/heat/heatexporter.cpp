// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatexporter.h"

#include "gis/heat/asidefile.h"

#include <qgsapplication.h>

#include <QElapsedTimer>
#include <QLoggingCategory>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(heatLog, "gridward.gis.heat")

/** So that the screen can say that a page is being set before the GUI thread is busy with it. */
constexpr std::chrono::milliseconds kBeforePage{30};

Result<void> writePdf(HeatPage page)
{
    const Result<std::unique_ptr<AsideFile>> file = AsideFile::beside(page.order.path);
    if (!file) {
        return file.error();
    }
    const Result<void> written = writeHeatPage(std::move(page), file.value()->path());
    return written ? file.value()->putInPlace() : written;
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
    if (startChild()) {
        return;
    }
    if (order.format == HeatFormat::GeoTiff) {
        startTask(new RasterTask(mScene.surface, order, mScene.simulated));
        return;
    }
    mPageTime.start();
    emit progressed(0);
    emit busyChanged();
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

bool HeatExporter::startChild()
{
    if (mProgram.isEmpty() || !mScene.handover) {
        return false;
    }
    const HeatHandover handover = mScene.handover(*mOrder);
    if (!HeatChild::isBig(handover)) {
        return false;
    }
    mChild = std::make_unique<HeatChild>();
    connect(mChild.get(), &HeatChild::progressed, this, &HeatExporter::progressed);
    connect(mChild.get(), &HeatChild::done, this, &HeatExporter::finish);
    emit progressed(0);
    mChild->start(mProgram, handover);
    emit busyChanged();
    return true;
}

void HeatExporter::startTask(FileTask *task)
{
    mWriting = task;
    mRunning.removeIf([](const QPointer<HeatTask> &old) { return old.isNull(); });
    mRunning.append(task);
    connect(task, &HeatTask::done, this, [this, task] { finish(task->error()); });
    connect(task, &QgsTask::progressChanged, this, [this, task](double percent) {
        if (task == mWriting) {
            emit progressed(static_cast<int>(std::lround(percent)));
        }
    });
    emit progressed(0);
    QgsApplication::taskManager()->addTask(task); // which owns it
    emit busyChanged();
}

void HeatExporter::writePage()
{
    if (!mOrder) {
        return;
    }
    QElapsedTimer spent;
    spent.start();
    std::optional<HeatPage> page = mScene.page(*mOrder);
    if (!page) {
        finish(stillComputing()); // its title would be about other cases
        return;
    }
    if (mOrder->format == HeatFormat::Pdf) {
        const Result<void> written = writePdf(std::move(*page));
        qCDebug(heatLog) << "page written in" << spent.elapsed() << "ms";
        finish(written ? std::nullopt : std::optional(written.error()));
        return;
    }
    const Result<QImage> drawn = drawHeatPage(std::move(*page));
    qCDebug(heatLog) << "page drawn in" << spent.elapsed() << "ms";
    if (!drawn) {
        finish(drawn.error());
        return;
    }
    startTask(new PictureTask(drawn.value(), mOrder->path));
}

void HeatExporter::finish(const std::optional<Error> &error)
{
    const QString path = mOrder ? mOrder->path : QString();
    mOrder.reset();
    mScene = {};
    mWriting.clear();
    if (mChild) {
        mChild.release()->deleteLater(); // it is telling of its end just now
    }
    emit progressed(std::nullopt);
    emit busyChanged();
    emit done(path, error);
}

} // namespace gridward
