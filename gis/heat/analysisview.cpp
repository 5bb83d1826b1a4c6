// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/analysisview.h"

#include "gis/engine/mapengine.h"
#include "gis/heat/heatcanvas.h"
#include "gis/heat/heatdesk.h"
#include "gis/heat/heatexporter.h"
#include "gis/heat/heatfingerprint.h"
#include "gis/heat/heatmeasure.h"
#include "gis/heat/heatramp.h"
#include "gis/heat/placedheat.h"
#include "gis/heat/swipeview.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Beyond so many deviations of a Gaussian nobody would call a case near. */
constexpr double kNearDeviations = 3.0;

HeatSpot spotOf(const ShownSurface &shown, const GeoPoint &place, const DensityKernel &kernel)
{
    const double reach = kernel.shape == KernelShape::Gaussian ? kNearDeviations * kernel.bandwidth
                                                               : supportRadius(kernel);
    HeatSpot spot = shown.placed->near(place, shown.wanted.play, reach);
    spot.value = valueAt(shown.surface, place);
    return spot;
}

/** The outlines of the district; where it has none of its own, of its streets. */
QList<QByteArray> outlinesOf(const DistrictPicture &picture)
{
    QList<QByteArray> outlines;
    for (const QString &level : {u"district"_s, u"street"_s}) {
        for (const Division &division : picture.divisions) {
            if (division.level == level && !division.outline.isEmpty()) {
                outlines.append(division.outline);
            }
        }
        if (!outlines.isEmpty()) {
            break;
        }
    }
    return outlines;
}

} // namespace

class AnalysisView::Private
{
public:
    Private(AnalysisView *owner, MapMode mode);

    void request(bool isOther);
    void showNothing();
    void showSurface(std::shared_ptr<const ShownSurface> made, const HeatFacts &facts);
    void showCoarse(const std::shared_ptr<const ShownSurface> &made);
    void chooseSpot(const GeoPoint &place);
    void takeSpot(const HeatSpot &spot);
    [[nodiscard]] bool isTwo() const { return order.layout != HeatLayout::One && compared; }
    [[nodiscard]] HeatLegend legendBy(MapTheme by) const;
    void updateColours();
    void updateBusy();
    [[nodiscard]] HeatScene scene() const;
    [[nodiscard]] std::optional<Error> refusal() const;
    [[nodiscard]] QList<HeatStop> stops(const ShownSurface *of, MapTheme by) const;
    [[nodiscard]] QString unitWords() const;

    AnalysisView *q;
    QPointer<HeatCanvas> canvas;
    QPointer<HeatCanvas> other; ///< of the other period
    QPointer<SwipeView> both;
    HeatDesk desk;
    DistrictPicture picture; ///< without what is not drawn
    std::optional<GeoExtent> ground;
    CasePoints points;
    std::optional<CasePoints> compared;
    CasePoints denominator;
    QList<QByteArray> outlines;
    HeatPlay play;
    HeatOrder order;
    MapTheme theme = MapTheme::Day;
    std::shared_ptr<const ShownSurface> surface;
    HeatLegend legend;
    HeatExporter exporter;
    std::shared_ptr<const ShownSurface> coarse; ///< on the map before the surface is
    bool isNew = false;                         ///< of sources: what was placed is out of date
    quint64 spotAsked = 0;
    bool busy = false;
};

AnalysisView::Private::Private(AnalysisView *owner, MapMode mode)
    : q(owner)
    , canvas(new HeatCanvas(mode))
    , other(new HeatCanvas(mode))
    , both(new SwipeView(canvas, other))
{
    QObject::connect(&exporter, &HeatExporter::busyChanged, q, [this] { updateBusy(); });
    QObject::connect(&exporter, &HeatExporter::progressed, q, &AnalysisPort::progressed);
    QObject::connect(&exporter, &HeatExporter::done, q, &AnalysisPort::exported);
    canvas->follow(*other);
    other->setObjectName(u"otherHeatCanvas"_s);
    for (HeatCanvas *one : {canvas.data(), other.data()}) {
        QObject::connect(one, &HeatCanvas::drawn, q, [this] { updateBusy(); });
        QObject::connect(
            one, &HeatCanvas::spotChosen, q, [this](const GeoPoint &place) { chooseSpot(place); });
    }
    QObject::connect(canvas, &HeatCanvas::viewChanged, q, [this] {
        if (const std::optional<GeoExtent> seen = canvas->seenDegrees()) {
            emit q->viewChanged(*seen);
        }
    });
    QObject::connect(
        &desk, &HeatDesk::coarseMade, q, [this](const auto &made) { showCoarse(made); });
    QObject::connect(&desk, &HeatDesk::made, q, [this](const auto &made) {
        showSurface(made, made->surface.facts);
    });
    QObject::connect(&desk, &HeatDesk::failed, q, [this](const Error &error) {
        showSurface(nullptr, {});
        emit q->failed(error);
    });
    QObject::connect(
        &desk, &HeatDesk::progressed, q, [this](int percent) { emit q->progressed(percent); });
}

void AnalysisView::Private::request(bool isOther)
{
    isNew = isNew || isOther;
    if (points.longitudes.isEmpty()) {
        // After whatever else is ordered in this turn.
        desk.stop();
        QTimer::singleShot(0, q, [this] {
            if (points.longitudes.isEmpty() && !desk.isBusy()) {
                showNothing();
            }
        });
        return;
    }
    if (std::exchange(isNew, false)) {
        desk.setInput({points, ground, order, denominator, outlines, compared, play});
    }
    desk.setWanted(order, play);
    desk.request();
    emit q->progressed(0);
    updateBusy();
}

void AnalysisView::Private::showNothing()
{
    HeatFacts facts;
    facts.withoutPlace = points.withoutPlace;
    facts.radiusMetres = order.recipe.bandwidth;
    showSurface(nullptr, facts);
}

void AnalysisView::Private::showCoarse(const std::shared_ptr<const ShownSurface> &made)
{
    coarse = made;
    canvas->setStops(stops(made.get(), theme));
    canvas->showCoarse(made->surface);
    if (made->other && isTwo()) {
        other->setStops(stops(made.get(), theme));
        other->showCoarse(*made->other);
    }
    updateBusy();
    emit q->coarseShown();
}

void AnalysisView::Private::showSurface(std::shared_ptr<const ShownSurface> made,
                                        const HeatFacts &facts)
{
    const std::shared_ptr<const ShownSurface> former = std::exchange(surface, std::move(made));
    coarse.reset();
    updateColours();
    const std::optional<GeoExtent> extent = ground ? ground : extentOf(points);
    canvas->setSurface(surface ? surface->file->path() : QString(), facts.epsg, extent);
    const bool hasOther = surface && surface->otherFile;
    other->setSurface(hasOther ? surface->otherFile->path() : QString(), facts.epsg, extent);
    emit q->progressed(std::nullopt);
    updateBusy();
    if (surface || points.longitudes.isEmpty()) {
        emit q->surfaceCompleted(facts);
    }
}

void AnalysisView::Private::chooseSpot(const GeoPoint &place)
{
    if (!surface) {
        return; // nothing is there to be asked about
    }
    canvas->setSpot(place);
    other->setSpot(place);
    const DensityKernel kernel{surface->wanted.order.recipe.shape,
                               surface->surface.facts.radiusMetres};
    QPointer<AnalysisView> view(q);
    QThreadPool::globalInstance()->start(
        [this, view, place, kernel, number = ++spotAsked, shown = surface] {
            const HeatSpot spot = spotOf(*shown, place, kernel);
            QMetaObject::invokeMethod(
                qApp,
                [this, view, number, spot] {
                    if (view && number == spotAsked) {
                        takeSpot(spot);
                    }
                },
                Qt::QueuedConnection);
        });
}

void AnalysisView::Private::takeSpot(const HeatSpot &spot)
{
    emit q->spotChosen(spot);
}

QList<HeatStop> AnalysisView::Private::stops(const ShownSurface *of, MapTheme by) const
{
    if (of == nullptr) {
        return {};
    }
    const std::vector<double> &breaks = of->surface.breaks;
    if (of->wanted.order.compare == HeatCompare::Ratio) {
        return ratioStops(breaks, by);
    }
    const bool isClassed = of->wanted.order.classes != HeatClasses::Smooth;
    return heatStops(breaks, isClassed, order.ramp, by);
}

QString AnalysisView::Private::unitWords() const
{
    const HeatOrder &made = surface ? surface->wanted.order : order;
    if (made.compare == HeatCompare::Ratio) {
        return AnalysisView::tr("times as many as in the other period");
    }
    switch (made.recipe.unit) {
    case HeatUnit::PerSquareKilometre:
        return AnalysisView::tr("cases per km²");
    case HeatUnit::PerSquareKilometreAndMonth:
        return AnalysisView::tr("cases per km² and month");
    case HeatUnit::PerTenThousand:
        break;
    }
    return AnalysisView::tr("cases per %1", "10,000 residents").arg(tenThousandOf(made.per));
}

HeatLegend AnalysisView::Private::legendBy(MapTheme by) const
{
    HeatLegend now{unitWords(), stops(surface.get(), by)};
    if (surface) {
        const HeatOrder &made = surface->wanted.order;
        now.isClassed = made.classes != HeatClasses::Smooth || made.compare == HeatCompare::Ratio;
        now.hasUnknown = surface->surface.facts.hasUnknown;
        now.isDiverging = made.compare != HeatCompare::Off;
    }
    return now;
}

void AnalysisView::Private::updateColours()
{
    const HeatLegend now = legendBy(theme);
    canvas->setStops(now.stops);
    other->setStops(now.stops);
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

std::optional<Error> AnalysisView::Private::refusal() const
{
    if (desk.isBusy()) {
        return HeatExporter::stillComputing();
    }
    if (!surface) {
        return Error{
            ErrorCode::InvalidInput,
            AnalysisView::tr("There is no heat map to export: no case matches the filter."),
            {}};
    }
    return std::nullopt;
}

HeatScene AnalysisView::Private::scene() const
{
    return {surface, [this, was = surface]() -> std::optional<HeatHandover> {
                if (surface != was) {
                    return std::nullopt;
                }
                return HeatHandover{
                    {}, {}, std::nullopt, legendBy(MapTheme::Day), picture, canvas->seen()};
            }};
}

AnalysisView::AnalysisView(MapEngine & /*engine*/, MapMode mode)
    : d(std::make_unique<Private>(this, mode))
{
    setTheme(MapTheme::Day);
}

AnalysisView::~AnalysisView()
{
    d->exporter.disconnect(this);
    d->desk.disconnect(this);
    for (HeatCanvas *canvas : {d->canvas.data(), d->other.data()}) {
        if (canvas != nullptr) {
            canvas->disconnect(this);
            canvas->stop();
        }
    }
    if (d->both && d->both->parent() == nullptr) {
        delete d->both;
    }
}

QWidget *AnalysisView::widget() const
{
    return d->both;
}

void AnalysisView::setDistrict(const DistrictPicture &picture)
{
    const std::optional<GeoExtent> ground = extentOf(picture);
    const bool isSame = ground == d->ground;
    d->ground = ground;
    d->picture.name = picture.name;
    d->picture.simulated = picture.simulated;
    d->picture.baseMapFolder = picture.baseMapFolder;
    d->picture.divisions = picture.divisions;
    d->picture.grids = picture.grids;
    d->canvas->setGround(picture, ground);
    d->other->setGround(picture, ground);
    const QList<QByteArray> outlines = outlinesOf(picture);
    const bool isSameEdge = outlines == std::exchange(d->outlines, outlines);
    if (!(isSame && isSameEdge) && !d->points.longitudes.isEmpty()) {
        d->request(true);
    }
    d->updateBusy();
}

void AnalysisView::setPoints(const CasePoints &points)
{
    d->points = points;
    d->request(true);
    d->updateBusy();
}

void AnalysisView::setCompared(const std::optional<CasePoints> &points)
{
    const bool had = d->compared.has_value();
    d->compared = points;
    d->both->setLayoutOfTwo(d->isTwo() ? d->order.layout : HeatLayout::One);
    if (had || points) {
        d->request(true);
    }
}

void AnalysisView::setDenominator(const CasePoints &points)
{
    d->denominator = points;
    if (d->order.recipe.unit == HeatUnit::PerTenThousand) {
        d->request(true);
    } else {
        d->isNew = true;
    }
}

void AnalysisView::setPlay(const HeatPlay &play)
{
    if (play != d->play) {
        d->play = play;
        d->request(false);
    }
}

void AnalysisView::setWords(const QString &left, const QString &right)
{
    d->both->setWords(left, right);
}

void AnalysisView::chooseMiddle()
{
    d->canvas->chooseMiddle();
}

void AnalysisView::clearSpot()
{
    ++d->spotAsked;
    d->canvas->setSpot(std::nullopt);
    d->other->setSpot(std::nullopt);
}

void AnalysisView::setHeat(const HeatOrder &order)
{
    const HeatOrder former = std::exchange(d->order, order);
    d->both->setLayoutOfTwo(d->isTwo() ? order.layout : HeatLayout::One);
    HeatOrder sameColours = former;
    sameColours.ramp = order.ramp;
    if (sameColours != order) {
        d->request(false);
    } else if (former.ramp != order.ramp) {
        d->updateColours();
    }
    d->updateBusy();
}

QFuture<Result<HeatFingerprint>> AnalysisView::fingerprint()
{
    if (const std::optional<Error> refusal = d->refusal()) {
        return QtFuture::makeReadyFuture(Result<HeatFingerprint>(*refusal));
    }
    return fingerprintOf(d->surface);
}

void AnalysisView::exportTo(const HeatExport &order)
{
    if (d->exporter.isBusy()) {
        emit exported(order.path,
                      Error{ErrorCode::Conflict,
                            tr("Another file is being written. Wait for it, or stop it."),
                            {}});
    } else if (const std::optional<Error> refusal = d->refusal()) {
        emit exported(order.path, refusal);
    } else {
        d->exporter.start(order, d->scene());
    }
}

void AnalysisView::cancel()
{
    if (!d->exporter.cancel() && d->desk.stop()) {
        d->showSurface(nullptr, {});
        emit failed(Error{ErrorCode::Cancelled, tr("The heat map was stopped."), {}});
    }
}

void AnalysisView::setTheme(MapTheme theme)
{
    d->theme = theme;
    d->canvas->setTheme(theme);
    d->other->setTheme(theme);
    d->updateColours();
    d->updateBusy();
}

void AnalysisView::retranslate()
{
    d->canvas->retranslate(d->picture);
    d->other->retranslate(d->picture);
    d->both->retranslate();
    d->updateColours();
}

void AnalysisView::zoomToAll()
{
    d->canvas->showAll();
}

bool AnalysisView::isBusy() const
{
    return d->desk.isBusy() || d->exporter.isBusy() || !d->canvas->isComplete() ||
           (d->isTwo() && !d->other->isComplete());
}

void AnalysisView::setExportProgram(const QString &program)
{
    d->exporter.setProgram(program);
}

qint64 AnalysisView::exportProcess() const
{
    return d->exporter.processId();
}

HeatWork AnalysisView::work() const
{
    return d->desk.work();
}

} // namespace gridward
