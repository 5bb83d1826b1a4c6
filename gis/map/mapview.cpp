// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/map/mapview.h"

#include "gis/engine/mapengine.h"
#include "gis/layers/componentlayer.h"
#include "gis/layers/districtlayers.h"
#include "gis/layers/gridlayer.h"
#include "gis/layers/layerloader.h"
#include "gis/layers/layerstyle.h"
#include "gis/map/layerextent.h"
#include "gis/map/layerpanel.h"
#include "gis/map/mapcanvas.h"
#include "gis/map/mapframe.h"
#include "gis/map/mapfurniture.h"
#include "gis/map/mapparts.h"
#include "gis/map/mapsights.h"
#include "gis/map/nameroom.h"
#include "gis/map/watchedmap.h"
#include "gis/overlay/caseoverlay.h"
#include "gis/overlay/mercator.h"
#include "gis/overlay/overlaydesk.h"
#include "gis/print/overlayonpaper.h"
#include "gis/print/paintedlayer.h"
#include "gis/tools/dragtool.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgslayertree.h>
#include <qgslayertreemapcanvasbridge.h>
#include <qgsmaplayer.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QEvent>
#include <QPointer>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

class MapView::Private
{
public:
    Private(MapView *owner, MapEngine &engine, MapMode mapMode, MapScope scope, MapUse use);

    void zoomTo(const QList<QgsMapLayer *> &layers);
    void addComponentLayer();
    void updateScale();
    void updateAttribution();
    void updateKey();
    void updateBusy();
    void takeLoaded(LayerLoader *finished);
    void takeBaseMap(QgsMapLayer *layer, const LoadReport &report);

    MapView *q;
    std::unique_ptr<QgsProject> ownProject; ///< of MapScope::Own
    QgsProject *project;
    QPointer<MapFrame> frame;
    QPointer<LayerPanel> panel;
    QPointer<MapCanvas> canvas;
    QgsLayerTreeMapCanvasBridge *bridge = nullptr;
    ComponentLayer *components = nullptr;
    std::unique_ptr<WatchedMap> watched; ///< of MapUse::Watch
    std::unique_ptr<NameRoom> names;     ///< of MapUse::Watch
    QPointer<OverlayDesk> desk;          ///< live cases; owned by the canvas
    MapMode mode;
    std::unique_ptr<MapSights> sights;
    QPointer<LayerLoader> loader;
    QStringList waiting;        ///< files named while others were being opened
    QStringList districtLayers; ///< ids
    QString districtName;
    struct Sight
    {
        MapThing kind = MapThing::Place;
        QString id;
        std::optional<GeoPoint> place;
    };
    std::optional<Sight> sight; ///< asked for before there was a district to show it in
    MapTheme theme = MapTheme::Day;
    GridStyle gridStyle = GridStyle::Type;
    int layersEver = 0;
    bool busy = false;
    std::unique_ptr<MapParts> parts;
};

MapView::Private::Private(
    MapView *owner, MapEngine &engine, MapMode mapMode, MapScope scope, MapUse use)
    : q(owner)
    , ownProject(scope == MapScope::Own ? engine.makeProject() : nullptr)
    , project(ownProject ? ownProject.get() : engine.project())
    , frame(new MapFrame)
    , panel(new LayerPanel(project))
    , canvas(frame->canvas())
    , mode(mapMode)
    , sights(std::make_unique<MapSights>(*canvas, *frame->furniture(), *project, mapMode))
{
    canvas->setObjectName(u"mapCanvas"_s);
    canvas->setFrameShape(QFrame::NoFrame);
    canvas->setProject(project);
    canvas->setDestinationCrs(project->crs());
    canvas->setParallelRenderingEnabled(mode == MapMode::Interactive);
    canvas->setCachingEnabled(mode == MapMode::Interactive);
    canvas->enableAntiAliasing(true);
    canvas->setPreviewJobsEnabled(false);
    canvas->setMapTool(new DragTool(canvas));
    canvas->setFocusPolicy(Qt::StrongFocus);
    bridge = new QgsLayerTreeMapCanvasBridge(project->layerTreeRoot(), canvas, canvas);
    bridge->setAutoSetupOnFirstLayer(false);
    components = new ComponentLayer(*project, *canvas, canvas);
    QObject::connect(components, &ComponentLayer::wanted, q, [this](const GeoExtent &extent) {
        emit q->componentsWanted(extent, ComponentLayer::most());
    });
    parts = std::make_unique<MapParts>(*q, *canvas, *project, *canvas->mapTool());
    if (use == MapUse::Watch) {
        watched = std::make_unique<WatchedMap>(*frame, *canvas, *frame->furniture(), [this] {
            sights->again();
            (void)names->renew(); // before it is drawn
            updateScale();        // the resolution may be another, and the extent the same
        });
    }

    desk = new OverlayDesk(canvas, mode);
    QObject::connect(&sights->ease(), &MapEase::begun, &desk->overlay(), &CaseOverlay::holdSymbols);
    QObject::connect(&sights->ease(), &MapEase::ended, &desk->overlay(), &CaseOverlay::freeSymbols);
    QObject::connect(&sights->ease(), &MapEase::ended, q, [this] { updateScale(); });
    if (watched) {
        QObject::connect(watched.get(),
                         &WatchedMap::magnified,
                         &desk->overlay(),
                         &CaseOverlay::setMagnification);
        names = std::make_unique<NameRoom>(*project, *canvas, desk->overlay());
        QObject::connect(&sights->ease(), &MapEase::ended, q, [this] { (void)names->renew(); });
    }

    parts->printer.setOverlay([this] { return overlayOnPaper(desk->overlay(), project->crs()); });
    QObject::connect(desk, &OverlayDesk::picked, q, &MapView::picked);
    QObject::connect(canvas, &QgsMapCanvas::layersChanged, desk, [this] { desk->followLayers(); });
    QObject::connect(canvas, &QgsMapCanvas::extentsChanged, q, [this] { updateScale(); });
    QObject::connect(canvas, &QgsMapCanvas::scaleChanged, q, [this] { updateScale(); });
    QObject::connect(canvas, &QgsMapCanvas::renderStarting, q, [this] { updateBusy(); });
    QObject::connect(canvas, &QgsMapCanvas::layersChanged, q, [this] { updateAttribution(); });
    QObject::connect(canvas, &MapCanvas::completed, q, [this] {
        if (names && names->renew()) {
            return; // it is drawn once more
        }
        updateBusy();
        if (!busy) {
            emit q->pictureCompleted();
        }
    });
    QObject::connect(
        canvas, &MapCanvas::mouseLeft, q, [this] { emit q->cursorMoved(std::nullopt); });
    QObject::connect(canvas, &QgsMapCanvas::xyCoordinates, q, [this](const QgsPointXY &point) {
        try {
            const QgsCoordinateTransform toDegrees(canvas->mapSettings().destinationCrs(),
                                                   QgsCoordinateReferenceSystem(u"EPSG:4326"_s),
                                                   project->transformContext());
            const QgsPointXY place = toDegrees.transform(point);
            const GeoPoint geo{place.x(), place.y()};
            emit q->cursorMoved(isValid(geo) ? std::optional(geo) : std::nullopt);
        } catch (const QgsCsException &) {
            emit q->cursorMoved(std::nullopt);
        }
    });
    QObject::connect(project, &QgsProject::layersAdded, q, [this] {
        emit q->layerCountChanged(q->layerCount());
    });
    QObject::connect(
        project,
        &QgsProject::layersRemoved,
        q,
        [this] {
            emit q->layerCountChanged(q->layerCount());
            updateScale();
            updateBusy();
        },
        Qt::QueuedConnection);
    QObject::connect(panel, &LayerPanel::filesDropped, q, &MapView::addFiles);
    QObject::connect(panel, &LayerPanel::zoomRequested, q, [this](const QStringList &ids) {
        QList<QgsMapLayer *> layers;
        for (const QString &id : ids) {
            layers.append(project->mapLayer(id));
        }
        zoomTo(layers);
    });
    QObject::connect(&parts->gridLoad, &GridLoad::classesChanged, q, [this] { updateBusy(); });
    QObject::connect(
        &parts->baseMaps,
        &BaseMaps::added,
        q,
        [this](QgsMapLayer *layer, const LoadReport &report) { takeBaseMap(layer, report); });
}

void MapView::Private::takeBaseMap(QgsMapLayer *layer, const LoadReport &report)
{
    if (layer != nullptr) {
        dressBaseMap(*layer, theme);
        bridge->setCanvasLayers();
        if (canvas->extent().isEmpty()) {
            zoomTo({layer});
        }
        canvas->refresh();
        updateScale(); // the attribution follows layersChanged()
    }
    updateBusy();
    emit q->filesAdded(report);
}

void MapView::Private::zoomTo(const QList<QgsMapLayer *> &layers)
{
    if (const auto extent = framedExtentOf(layers, *project, !canvas->extent().isEmpty())) {
        canvas->setExtent(*extent, true); // as it is, whatever the magnification
        canvas->refresh();
    }
}

void MapView::Private::addComponentLayer()
{
    QgsMapLayer *layer = components->makeLayer().release();
    components->dress(theme);
    districtLayers.append(layer->id());
    project->addMapLayer(layer, false); // the project owns it from here
    // Below what one must see, above the grids; only those who tick it look at it.
    QgsLayerTree *root = project->layerTreeRoot();
    const int index = std::min(2, static_cast<int>(root->children().size()));
    root->insertLayer(index, layer)->setItemVisibilityChecked(false);
}

void MapView::Private::updateScale()
{
    if (sights->ease().isRunning()) {
        return; // once, at its end
    }
    const double metres = q->layerCount() > 0 ? frame->metresPerPixel(*project) : 0.0;
    frame->furniture()->setMetresPerPixel(metres);
    frame->furniture()->setRotation(canvas->rotation());
    // The scale at the middle of the picture, on the ground: Mercator's own is wrong by
    // 1/cos(latitude).
    const double metresPerInch = 0.0254;
    const double denominator = metres * canvas->logicalDpiX() / metresPerInch;
    emit q->scaleChanged(std::isfinite(denominator) ? denominator : 0.0);
}

void MapView::Private::updateAttribution()
{
    const double before = frame->furniture()->heightBelow();
    frame->furniture()->setAttribution(frame->attribution());
    if (watched && frame->furniture()->heightBelow() != before) {
        watched->fit();
    }
}

void MapView::Private::updateKey()
{
    if (watched) { // on a desk the layers have a panel, and symbols answer the pointer
        frame->furniture()->setKey(tr("Cases close by · colour: level · arc: late"));
    }
}

void MapView::Private::updateBusy()
{
    const bool now = loader != nullptr || parts->baseMaps.isLoading() ||
                     (q->layerCount() > 0 && (!canvas->isComplete() || sights->ease().isRunning()));
    if (now != busy) {
        busy = now;
        emit q->busyChanged(now);
    }
}

void MapView::Private::takeLoaded(LayerLoader *finished)
{
    const bool first = q->layerCount() == 0;
    QList<QgsMapLayer *> added;
    for (std::unique_ptr<QgsMapLayer> &layer : finished->takeLayers()) {
        applyDefaultStyle(*layer, layersEver++, theme);
        added.append(layer.release());
    }
    const LoadReport report = finished->report();
    loader.clear();
    if (!added.isEmpty()) {
        project->addMapLayers(added); // the project owns them from here
        bridge->setCanvasLayers();
        if (first || !canvas->extent().intersects(extentOf(added, *project))) {
            zoomTo(added);
        }
        canvas->refresh();
        updateScale();
    }
    emit q->loadingProgressed(std::nullopt);
    updateBusy();
    emit q->filesAdded(report);
    if (!waiting.isEmpty()) {
        q->addFiles(std::exchange(waiting, {}));
    }
}

MapView::MapView(MapEngine &engine, MapMode mode, MapScope scope, MapUse use)
    : d(std::make_unique<Private>(this, engine, mode, scope, use))
{
    setTheme(MapTheme::Day);
}

MapView::~MapView()
{
    if (d->loader) {
        // It must not outlive the engine. The window is closed by now, so nobody sees the wait.
        d->loader->disconnect(this);
        d->loader->cancel();
        d->loader->waitUntilStopped();
    }
    if (d->canvas) {
        d->canvas->disconnect(this);
        d->canvas->cancelJobs();
    }
    d->project->disconnect(this);
    d->watched.reset();
    d->names.reset();
    d->sights.reset();
    if (d->ownProject && d->canvas) {
        // The widget may outlive its layers.
        delete d->bridge;
        delete d->components;
        delete d->desk;
        d->canvas->setLayers({});
        d->canvas->setProject(nullptr);
    }
    // Widgets that never got a parent are still ours.
    if (d->panel && d->panel->parent() == nullptr) {
        delete d->panel;
    }
    if (d->frame && d->frame->parent() == nullptr) {
        delete d->frame;
    }
}

QWidget *MapView::widget() const
{
    return d->frame;
}

QWidget *MapView::layerPanel() const
{
    return d->panel;
}

void MapView::addFiles(const QStringList &paths)
{
    if (paths.isEmpty()) {
        return;
    }
    if (d->loader) {
        d->waiting.append(paths);
        return;
    }
    auto *task = new LayerLoader(paths, d->project->transformContext()); // owns itself
    d->loader = task;
    connect(task, &LayerLoader::loaded, this, [this, task] { d->takeLoaded(task); });
    connect(task, &MapTask::progressChanged, this, [this](double progress) {
        emit loadingProgressed(static_cast<int>(std::lround(progress)));
    });
    emit loadingProgressed(0);
    d->updateBusy();
    task->start();
}

void MapView::showDistrict(const DistrictPicture &picture)
{
    if (d->mode == MapMode::Headless) {
        d->desk->overlay().setMoment(picture.at);
    }
    d->desk->setDistrict(picture);
    QList<QgsMapLayer *> shown;
    for (const QString &id : std::as_const(d->districtLayers)) {
        if (QgsMapLayer *layer = d->project->mapLayer(id)) {
            shown.append(layer);
        }
    }
    // The same district again: only its contents change, neither view nor layers.
    const bool same = !shown.isEmpty() && picture.name == d->districtName;
    if (same && refillDistrictLayers(shown, picture)) {
        d->parts->gridLoad.reset(picture.openCases);
        d->updateBusy();
        return;
    }
    if (!same && !d->districtName.isEmpty()) {
        d->desk->clearMark(); // of the last district
    }
    d->districtName = picture.name;
    d->project->removeMapLayers(std::exchange(d->districtLayers, {}));
    QList<QgsMapLayer *> added;
    LoadReport report;
    d->parts->gridLoad.reset(picture.openCases);
    for (std::unique_ptr<QgsMapLayer> &layer : makeDistrictLayers(picture)) {
        chooseGridStyle(*layer, d->gridStyle);
        dressDistrictLayer(*layer, d->theme);
        report.layers.append(layer->name());
        d->districtLayers.append(layer->id());
        added.append(layer.release());
    }
    // Below the files: theirs are the layers somebody chose to look at.
    d->project->addMapLayers(added, false);
    for (QgsMapLayer *layer : added) {
        d->project->layerTreeRoot()->addLayer(layer);
    }
    d->addComponentLayer();
    report.refused.append(d->parts->baseMaps.follow().refused);
    d->bridge->setCanvasLayers();
    d->updateAttribution();
    d->updateKey();
    if (d->watched) {
        d->watched->fit();
    } else if (!same) {
        d->zoomTo(added);
        if (const auto sight = std::exchange(d->sight, {})) {
            d->desk->showThing(sight->kind, sight->id, sight->place);
        }
    }
    d->canvas->refresh();
    d->updateScale();
    d->updateBusy();
    emit filesAdded(report);
}

void MapView::updateCases(const QList<Case> &cases)
{
    d->parts->gridLoad.update(cases);
    d->desk->overlay().updateCases(cases);
}

void MapView::retranslate()
{
    for (QgsMapLayer *layer : d->project->mapLayers()) {
        dressDistrictLayer(*layer, d->theme);
    }
    d->components->dress(d->theme);
    d->desk->overlay().retranslate();
    d->updateKey();
    d->updateAttribution();
}

void MapView::cancelLoading()
{
    d->waiting.clear();
    if (d->loader) {
        d->loader->cancel();
    }
}

void MapView::zoomToAll()
{
    d->zoomTo(d->canvas->layers());
}

void MapView::zoomIn()
{
    d->canvas->zoomIn();
}

void MapView::zoomOut()
{
    d->canvas->zoomOut();
}

void MapView::setTheme(MapTheme theme)
{
    d->theme = theme;
    d->canvas->setCanvasColor(theme == MapTheme::Day ? QColor(0xf3, 0xf5, 0xf8)
                                                     : QColor(0x11, 0x16, 0x1e));
    d->frame->furniture()->setTheme(theme);
    d->desk->setTheme(theme);
    d->panel->setOutline(theme == MapTheme::Day ? QColor(0x8a, 0x96, 0xa6)
                                                : QColor(0xb0, 0xbc, 0xcc));
    for (QgsMapLayer *layer : d->project->mapLayers()) {
        applyDefaultStyle(*layer, 0, theme);
        dressDistrictLayer(*layer, theme);
        dressBaseMap(*layer, theme);
    }
    d->components->dress(theme);
    d->canvas->renderAgain();
    d->updateBusy();
}

void MapView::setClock(const Clock &clock)
{
    d->desk->overlay().setClock(clock);
}

void MapView::setComponents(const QList<Component> &components)
{
    d->components->take(components);
}

void MapView::forgetComponents()
{
    d->components->askAgain();
}

void MapView::setStaff(const QList<StaffMark> &staff)
{
    d->desk->overlay().setStaff(staff);
}

void MapView::setCaseFilter(const CaseFilter &filter)
{
    d->desk->overlay().setFilter(filter);
}

void MapView::setGridStyle(GridStyle style)
{
    d->gridStyle = style;
    d->parts->gridLoad.flush();
    if (QgsVectorLayer *grids = findGridLayer(*d->project)) {
        chooseGridStyle(*grids, style);
        dressDistrictLayer(*grids, d->theme);
        d->canvas->renderAgain();
        d->updateBusy();
    }
}

void MapView::setTool(MapTool tool)
{
    d->parts->tools.setTool(tool);
}

void MapView::showThing(MapThing kind, const QString &id, const std::optional<GeoPoint> &place)
{
    if (d->districtName.isEmpty()) {
        d->sight = Private::Sight{kind, id, place};
    }
    d->desk->showThing(kind, id, place);
    d->updateBusy();
}

void MapView::watch(const MapSight &sight)
{
    d->sights->watch(sight);
    // What it goes to stands among others: a ring says which it is.
    if (sight.kind == MapSight::Kind::Around) {
        d->desk->overlay().markPlace(toMercator(sight.middle));
    } else {
        d->desk->clearMark();
    }
    d->updateBusy();
}

void MapView::clearMark()
{
    d->sight.reset();
    d->desk->clearMark();
}

MapPick MapView::thingsAt(QPoint pixel)
{
    return d->desk->pickAt(pixel);
}

void MapView::addBaseMap(const BaseMapOrder &order)
{
    d->parts->baseMaps.add(order);
    d->updateBusy();
}

void MapView::print(const PrintOrder &order)
{
    d->parts->printer.print(order, *d->canvas, d->frame->attribution(), d->theme);
}

QStringList MapView::bookmarks() const
{
    return d->parts->views.bookmarks();
}

void MapView::addBookmark(const QString &name)
{
    d->parts->views.addBookmark(name);
}

void MapView::goToBookmark(const QString &name)
{
    d->parts->views.goToBookmark(name);
}

void MapView::removeBookmark(const QString &name)
{
    d->parts->views.removeBookmark(name);
}

QStringList MapView::layerThemes() const
{
    return d->parts->views.themes();
}

void MapView::saveLayerTheme(const QString &name)
{
    d->parts->views.saveTheme(name);
}

void MapView::applyLayerTheme(const QString &name)
{
    d->parts->views.applyTheme(name);
}

void MapView::removeLayerTheme(const QString &name)
{
    d->parts->views.removeTheme(name);
}

void MapView::reload()
{
    for (QgsMapLayer *layer : d->project->mapLayers()) {
        layer->reload();
    }
    d->canvas->clearCache();
    d->canvas->renderAgain();
    d->updateBusy();
}

int MapView::layerCount() const
{
    return d->project->count();
}

bool MapView::isBusy() const
{
    return d->busy;
}

} // namespace gridward
