// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/analysisview.h"

#include "gis/engine/mapengine.h"
#include "gis/heat/asidefile.h"
#include "gis/heat/heatcanvas.h"
#include "gis/heat/heatpage.h"
#include "gis/heat/heatramp.h"
#include "gis/heat/heattask.h"

#include <qgsapplication.h>

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(heatLog, "gridward.gis.heat")

/** So that the screen can say that a page is being set before the GUI thread is busy with it. */
constexpr std::chrono::milliseconds kBeforePage{30};

} // namespace

class AnalysisView::Private
{
public:
    Private(AnalysisView *owner, MapMode mode);

    void makeSurface();
    void takeSurface(const SurfaceTask &task);
    void showSurface(std::shared_ptr<const ShownSurface> made, const HeatFacts &facts);
    void updateColours();
    void updateBusy();
    void start(HeatTask *task);
    void writePage();
    [[nodiscard]] HeatPage page() const;
    [[nodiscard]] Result<void> writePdf() const;
    void startWriting(FileTask *task);
    [[nodiscard]] static Error stillComputing();
    [[nodiscard]] std::optional<Error> refusal() const;
    void finishExport(const std::optional<Error> &error);
    [[nodiscard]] QList<HeatStop> stops(MapTheme by) const;

    AnalysisView *q;
    QPointer<HeatCanvas> canvas;
    DistrictPicture picture; ///< without what is not drawn
    std::optional<GeoExtent> ground;
    CasePoints points;
    HeatOrder order;
    MapTheme theme = MapTheme::Day;
    std::shared_ptr<const ShownSurface> surface;
    HeatLegend legend;
    QTimer due;      ///< gathers orders that come together into one surface
    QTimer pageTime; ///< a page is about to be set
    QPointer<SurfaceTask> making;
    QPointer<FileTask> writing;
    QList<QPointer<HeatTask>> running; ///< also those that were given up
    std::optional<HeatExport> exporting;
    std::shared_ptr<const ShownSurface> ordered; ///< the surface that is exported
    bool busy = false;
};

AnalysisView::Private::Private(AnalysisView *owner, MapMode mode)
    : q(owner)
    , canvas(new HeatCanvas(mode))
{
    due.setSingleShot(true);
    due.setInterval(0);
    pageTime.setSingleShot(true);
    pageTime.setInterval(kBeforePage);
    QObject::connect(&due, &QTimer::timeout, q, [this] { makeSurface(); });
    QObject::connect(&pageTime, &QTimer::timeout, q, [this] { writePage(); });
    QObject::connect(canvas, &HeatCanvas::drawn, q, [this] { updateBusy(); });
}

void AnalysisView::Private::start(HeatTask *task)
{
    running.removeIf([](const QPointer<HeatTask> &old) { return old.isNull(); });
    running.append(task);
    QObject::connect(task, &QgsTask::progressChanged, q, [this, task](double percent) {
        if (task == making || task == writing) {
            emit q->progressed(static_cast<int>(std::lround(percent)));
        }
    });
    emit q->progressed(0);
    QgsApplication::taskManager()->addTask(task); // which owns it
    updateBusy();
}

void AnalysisView::Private::makeSurface()
{
    if (making) {
        making->disconnect(q);
        std::exchange(making, nullptr)->cancel();
    }
    if (points.longitudes.isEmpty()) {
        HeatFacts facts;
        facts.withoutPlace = points.withoutPlace;
        facts.radiusMetres = order.recipe.bandwidth;
        showSurface(nullptr, facts);
        return;
    }
    auto *task = new SurfaceTask({points, ground, order});
    making = task;
    QObject::connect(task, &HeatTask::done, q, [this, task] { takeSurface(*task); });
    start(task);
}

void AnalysisView::Private::takeSurface(const SurfaceTask &task)
{
    making.clear();
    const Result<std::shared_ptr<const ShownSurface>> made = task.result();
    if (!made) {
        qCInfo(heatLog).noquote() << "no surface:" << made.error().detail;
        showSurface(nullptr, {});
        emit q->failed(made.error());
        return;
    }
    qCDebug(heatLog) << "surface of" << made.value()->surface.facts.cases << "cases,"
                     << made.value()->surface.values.size() << "cells," << task.elapsedTime()
                     << "ms";
    showSurface(made.value(), made.value()->surface.facts);
}

void AnalysisView::Private::showSurface(std::shared_ptr<const ShownSurface> made,
                                        const HeatFacts &facts)
{
    const std::shared_ptr<const ShownSurface> former = std::exchange(surface, std::move(made));
    updateColours();
    canvas->setSurface(surface ? surface->file->path() : QString(),
                       facts.epsg,
                       ground ? ground : extentOf(points));
    emit q->progressed(std::nullopt);
    updateBusy();
    if (surface || points.longitudes.isEmpty()) {
        emit q->surfaceCompleted(facts);
    }
}

QList<HeatStop> AnalysisView::Private::stops(MapTheme by) const
{
    return surface ? heatStops(surface->surface.facts.highest, order.ramp, by) : QList<HeatStop>();
}

void AnalysisView::Private::updateColours()
{
    const HeatLegend now{AnalysisView::tr("cases per km²"), stops(theme)};
    canvas->setStops(now.stops);
    if (now != legend) {
        legend = now;
        emit q->legendChanged(now);
    }
}

void AnalysisView::Private::updateBusy()
{
    const bool now = q->isBusy();
    if (now != busy) {
        busy = now;
        emit q->busyChanged(now);
        if (!now) {
            emit q->pictureCompleted();
        }
    }
}

Error AnalysisView::Private::stillComputing()
{
    return {
        ErrorCode::Conflict,
        AnalysisView::tr("The heat map is still being computed. Export it when it is complete."),
        {}};
}

std::optional<Error> AnalysisView::Private::refusal() const
{
    if (due.isActive() || making) {
        return stillComputing();
    }
    if (!surface) {
        return Error{
            ErrorCode::InvalidInput,
            AnalysisView::tr("There is no heat map to export: no case matches the filter."),
            {}};
    }
    return std::nullopt;
}

void AnalysisView::Private::finishExport(const std::optional<Error> &error)
{
    const QString path = exporting ? exporting->path : QString();
    exporting.reset();
    ordered.reset();
    writing.clear();
    emit q->progressed(std::nullopt);
    updateBusy();
    emit q->exported(path, error);
}

HeatPage AnalysisView::Private::page() const
{
    HeatPage page;
    page.order = *exporting;
    page.facts = surface->surface.facts;
    page.stops = stops(MapTheme::Day);
    page.district = picture.name;
    page.attribution = groundAttribution(picture);
    page.simulated = picture.simulated;
    page.layers = canvas->layersForPaper(page.stops);
    page.extent = canvas->seen();
    return page;
}

Result<void> AnalysisView::Private::writePdf() const
{
    const Result<std::unique_ptr<AsideFile>> file = AsideFile::beside(exporting->path);
    if (!file) {
        return file.error();
    }
    const Result<void> written = writeHeatPage(page(), file.value()->path());
    return written ? file.value()->putInPlace() : written;
}

void AnalysisView::Private::startWriting(FileTask *task)
{
    writing = task;
    QObject::connect(task, &HeatTask::done, q, [this, task] { finishExport(task->error()); });
    start(task);
}

void AnalysisView::Private::writePage()
{
    if (!exporting) {
        return;
    }
    if (surface != ordered) {
        // Its title would be about other cases.
        finishExport(stillComputing());
        return;
    }
    QElapsedTimer spent;
    spent.start();
    if (exporting->format == HeatFormat::Pdf) {
        const Result<void> written = writePdf();
        qCDebug(heatLog) << "page written in" << spent.elapsed() << "ms";
        finishExport(written ? std::nullopt : std::optional(written.error()));
        return;
    }
    const QImage drawn = drawHeatPage(page());
    qCDebug(heatLog) << "page drawn in" << spent.elapsed() << "ms";
    if (drawn.isNull()) {
        finishExport(pageTooLarge());
        return;
    }
    startWriting(new PictureTask(drawn, exporting->path));
}

AnalysisView::AnalysisView(MapEngine & /*engine*/, MapMode mode)
    : d(std::make_unique<Private>(this, mode))
{
    setTheme(MapTheme::Day);
}

AnalysisView::~AnalysisView()
{
    // Tasks must not outlive the engine. The window is closed by now, so nobody sees the wait.
    for (const QPointer<HeatTask> &task : std::as_const(d->running)) {
        if (task) {
            task->disconnect(this);
            task->cancel();
            task->waitUntilStopped();
        }
    }
    if (d->canvas) {
        d->canvas->disconnect(this);
        d->canvas->stop();
        if (d->canvas->parent() == nullptr) {
            delete d->canvas;
        }
    }
}

QWidget *AnalysisView::widget() const
{
    return d->canvas;
}

void AnalysisView::setDistrict(const DistrictPicture &picture)
{
    const std::optional<GeoExtent> ground = extentOf(picture);
    const bool isSame = ground == d->ground;
    d->ground = ground;
    d->picture.name = picture.name;
    d->picture.simulated = picture.simulated;
    d->picture.baseMapFolder = picture.baseMapFolder;
    d->canvas->setGround(picture, ground);
    if (!isSame && !d->points.longitudes.isEmpty()) {
        d->due.start();
    }
    d->updateBusy();
}

void AnalysisView::setPoints(const CasePoints &points)
{
    d->points = points;
    d->due.start();
    d->updateBusy();
}

void AnalysisView::setHeat(const HeatOrder &order)
{
    const HeatOrder former = std::exchange(d->order, order);
    if (former.recipe != order.recipe) {
        d->due.start();
    } else if (former.ramp != order.ramp) {
        d->updateColours();
    }
    d->updateBusy();
}

void AnalysisView::exportTo(const HeatExport &order)
{
    if (d->exporting) {
        emit exported(order.path,
                      Error{ErrorCode::Conflict,
                            tr("Another file is being written. Wait for it, or stop it."),
                            {}});
        return;
    }
    d->exporting = order;
    if (const std::optional<Error> refusal = d->refusal()) {
        d->finishExport(refusal);
        return;
    }
    d->ordered = d->surface;
    if (order.format != HeatFormat::GeoTiff) {
        d->pageTime.start();
        emit progressed(0);
        d->updateBusy();
        return;
    }
    d->startWriting(new RasterTask(
        d->surface, order.path, notesOf(d->surface->surface, order, d->picture.simulated)));
}

void AnalysisView::cancel()
{
    if (d->writing) {
        d->writing->cancel();
    } else if (d->exporting) {
        d->pageTime.stop();
        d->finishExport(Error{ErrorCode::Cancelled, tr("The export was stopped."), {}});
    } else if (d->making) {
        d->making->cancel();
    }
}

void AnalysisView::setTheme(MapTheme theme)
{
    d->theme = theme;
    d->canvas->setTheme(theme);
    d->updateColours();
    d->updateBusy();
}

void AnalysisView::retranslate()
{
    d->canvas->retranslate(d->picture);
    d->updateColours();
}

void AnalysisView::zoomToAll()
{
    d->canvas->showAll();
}

bool AnalysisView::isBusy() const
{
    return d->due.isActive() || d->making || d->exporting || !d->canvas->isComplete();
}

} // namespace gridward
