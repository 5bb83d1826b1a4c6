// SPDX-License-Identifier: GPL-3.0-or-later
// One frame of the live overlay while the map is panned, beside what QGIS takes for the same
// points: its clusters (same distance, comparable symbol with a count) and a plain point layer; and
// what a frame of changes takes in the map's window, beside painting all of it.
// Time is CPU of this thread; medians of five, in one process, in turn.
#include "gis/engine/mapengine.h"
#include "gis/map/mapview.h"
#include "gis/overlay/caseoverlay.h"
#include "gis/overlay/clusterer.h"
#include "gis/overlay/mercator.h"
#include "gis/overlay/overlaydirt.h"
#include "gis/overlay/overlaypainter.h"
#include "tests/bench/livebench.h"

#include <qgsfeature.h>
#include <qgsmapcanvas.h>
#include <qgsmaprenderersequentialjob.h>
#include <qgsmarkersymbol.h>
#include <qgsmarkersymbollayer.h>
#include <qgspointclusterrenderer.h>
#include <qgsproject.h>
#include <qgsproperty.h>
#include <qgssinglesymbolrenderer.h>
#include <qgsvectorlayer.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPaintEvent>
#include <QPainter>
#include <QTemporaryDir>
#include <QWidget>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace gridward;

namespace {

constexpr int kFrames = 200;
constexpr std::size_t kRuns = 5;

double median(std::array<double, kRuns> values)
{
    std::ranges::sort(values);
    return values[kRuns / 2];
}

/** The corners of the outlines of all grids: places where something may well be. */
std::vector<GeoPoint> cornersOf(const QString &file, int &grids)
{
    QFile source(file);
    std::vector<GeoPoint> corners;
    if (!source.open(QIODevice::ReadOnly)) {
        return corners;
    }
    const auto collect = [&corners](const auto &self, const QJsonArray &array) -> void {
        if (array.size() >= 2 && array.at(0).isDouble()) {
            corners.push_back({array.at(0).toDouble(), array.at(1).toDouble()});
            return;
        }
        for (const QJsonValue &value : array) {
            self(self, value.toArray());
        }
    };
    const QJsonArray features =
        QJsonDocument::fromJson(source.readAll()).object().value("features"_L1).toArray();
    grids = static_cast<int>(features.size());
    for (const QJsonValue &feature : features) {
        collect(
            collect,
            feature.toObject().value("geometry"_L1).toObject().value("coordinates"_L1).toArray());
    }
    return corners;
}

/** What one picture is of. */
struct Scene
{
    QSize size;
    QPointF middle;     ///< EPSG:3857
    double units = 1.0; ///< per pixel
    const char *name = "";
};

struct Frames
{
    double middle = 0.0; ///< ms, median
    double slow = 0.0;   ///< ms, the 95th percentile
    double first = 0.0;  ///< ms: cells formed and merged anew, as after zooming
    double change = 0.0; ///< ms, 95th percentile: 33 cases changed in each frame
    double still = 0.0;  ///< ms, 95th percentile: the same where the map stands still
    double part = 0.0;   ///< of the picture, median: painted again for them then
    int symbols = 0;
};

/** What 33 cases changed in each frame cost while nobody moves the map. */
void changeStill(CaseColumns &columns, const QList<Case> &cases, const Scene &scene, Frames &result)
{
    CaseClusterer clusterer;
    OverlayPainter painter(MapTheme::Day);
    OverlayDirt dirt;
    const OverlayView view = OverlayView::make(scene.middle, scene.units, scene.size);
    QImage image(scene.size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    clusterer.rebuild(columns.columns(), zoomStepOf(scene.units));
    std::vector<double> times;
    std::vector<double> parts;
    for (int i = 0; i <= kFrames; ++i) {
        const double before = cpuMilliseconds();
        for (int j = 0; j < 33; ++j) {
            Case subject = cases.at((i * 977 + j * 31) % cases.size());
            subject.level = CaseLevel{(i + j + 1) % 4};
            clusterer.remove(columns.columns(), columns.find(subject.id));
            clusterer.add(columns.columns(), columns.put(subject, kBenchNow));
        }
        OverlayFrame shown;
        shown.points = columns.columns();
        shown.cases = clusterer.symbols();
        shown.index = &clusterer.index();
        dirt.lookAtCases(shown.cases, shown.points, view);
        const std::vector<QRectF> boxes = dirt.take(view.area);
        QRegion region;
        for (const QRectF &box : boxes) {
            region += box.toAlignedRect();
        }
        QPainter onto(&image);
        onto.setClipRegion(region);
        painter.paint(onto, view, shown, boxes);
        onto.end();
        double area = 0.0;
        for (const QRect &box : region) {
            area += double(box.width()) * box.height();
        }
        if (i > 0) { // all of it, once
            times.push_back(cpuMilliseconds() - before);
            parts.push_back(area / (view.area.width() * view.area.height()));
        }
    }
    result.still = percentile(times, 0.95);
    result.part = percentile(parts, 0.5);
}

Frames ours(CaseColumns &columns, const QList<Case> &cases, const Scene &scene)
{
    Frames result;
    CaseClusterer clusterer;
    OverlayPainter painter(MapTheme::Day);
    QImage image(scene.size, QImage::Format_ARGB32_Premultiplied);
    const auto frame = [&](int step) {
        image.fill(Qt::white);
        const double before = cpuMilliseconds();
        const OverlayView view = OverlayView::make(
            scene.middle + QPointF(step * 3.0, step * 1.0) * scene.units, scene.units, scene.size);
        if (clusterer.zoomStep() != zoomStepOf(scene.units) || clusterer.rebuildings() == 0) {
            clusterer.rebuild(columns.columns(), zoomStepOf(scene.units));
        }
        OverlayFrame shown;
        shown.points = columns.columns();
        shown.cases = clusterer.symbols();
        shown.index = &clusterer.index();
        QPainter onto(&image);
        painter.paint(onto, view, shown, view.area);
        onto.end();
        return cpuMilliseconds() - before;
    };
    (void)frame(0); // the atlas, once in a session
    clusterer = CaseClusterer();
    result.first = frame(0);
    std::vector<double> times;
    for (int i = 1; i <= kFrames; ++i) {
        times.push_back(frame(i - kFrames / 2));
        result.symbols = std::max(result.symbols, painter.symbolsPainted());
    }
    result.middle = percentile(times, 0.5);
    result.slow = percentile(times, 0.95);
    times.clear();
    for (int i = 0; i < kFrames; ++i) {
        const double before = cpuMilliseconds();
        for (int j = 0; j < 33; ++j) {
            Case subject = cases.at((i * 977 + j * 31) % cases.size());
            subject.level = CaseLevel{(i + j) % 4};
            clusterer.remove(columns.columns(), columns.find(subject.id));
            clusterer.add(columns.columns(), columns.put(subject, kBenchNow));
        }
        const double changed = cpuMilliseconds() - before;
        times.push_back(changed + frame(i - kFrames / 2));
    }
    result.change = percentile(times, 0.95);
    changeStill(columns, cases, scene, result);
    return result;
}

std::unique_ptr<QgsMarkerSymbol> countedSymbol()
{
    std::unique_ptr<QgsMarkerSymbol> symbol(QgsMarkerSymbol::createSimple(
        {{u"name"_s, u"circle"_s}, {u"color"_s, u"#1f5fbf"_s}, {u"size"_s, u"7"_s}}));
    auto *number =
        new QgsFontMarkerSymbolLayer(u"Noto Sans CJK SC"_s, u"0"_s, 3.2, Qt::white); // the symbol's
    number->setDataDefinedProperty(QgsSymbolLayer::Property::Character,
                                   QgsProperty::fromExpression(u"@cluster_size"_s));
    symbol->appendSymbolLayer(number);
    return symbol;
}

double rendered(MapEngine &engine, QgsVectorLayer &layer, const Scene &scene)
{
    QgsMapSettings settings;
    settings.setDestinationCrs(engine.project()->crs());
    settings.setOutputSize(scene.size);
    settings.setLayers({&layer});
    settings.setExtent(QgsRectangle::fromCenterAndSize(QgsPointXY(scene.middle),
                                                       scene.size.width() * scene.units,
                                                       scene.size.height() * scene.units));
    // The job has a thread of its own.
    const double before = cpuMilliseconds(CLOCK_PROCESS_CPUTIME_ID);
    QgsMapRendererSequentialJob job(settings);
    job.start();
    job.waitForFinished();
    const double took = cpuMilliseconds(CLOCK_PROCESS_CPUTIME_ID) - before;
    if (job.renderedImage().isNull()) {
        std::fprintf(stderr, "the peer drew nothing\n");
        std::exit(1);
    }
    return took;
}

std::unique_ptr<QgsVectorLayer> layerOf(const CaseColumns &columns)
{
    auto layer =
        std::make_unique<QgsVectorLayer>(u"Point?crs=EPSG:3857"_s, u"cases"_s, u"memory"_s);
    const PointColumns points = columns.columns();
    QgsFeatureList features;
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        QgsFeature feature;
        feature.setGeometry(QgsGeometry::fromPointXY({points.x[i], points.y[i]}));
        features.append(feature);
    }
    layer->dataProvider()->addFeatures(features, QgsFeatureSink::FastInsert);
    layer->updateExtents();
    return layer;
}

void setPlain(QgsVectorLayer &layer)
{
    layer.setRenderer(new QgsSingleSymbolRenderer(QgsMarkerSymbol::createSimple(
        {{u"name"_s, u"circle"_s}, {u"color"_s, u"#1f5fbf"_s}, {u"size"_s, u"2"_s}})));
}

void setClusters(QgsVectorLayer &layer)
{
    auto *renderer = new QgsPointClusterRenderer; // the layer's
    renderer->setClusterSymbol(countedSymbol().release());
    renderer->setTolerance(46.0);
    renderer->setToleranceUnit(Qgis::RenderUnit::Pixels);
    layer.setRenderer(renderer);
}

void compare(MapEngine &engine, CaseColumns &columns, const QList<Case> &cases, const Scene &scene)
{
    const std::unique_ptr<QgsVectorLayer> layer = layerOf(columns);
    std::array<double, kRuns> slow{};
    std::array<double, kRuns> middle{};
    std::array<double, kRuns> first{};
    std::array<double, kRuns> change{};
    std::array<double, kRuns> still{};
    std::array<double, kRuns> part{};
    std::array<double, kRuns> clusters{};
    std::array<double, kRuns> plain{};
    int symbols = 0;
    for (std::size_t run = 0; run < kRuns; ++run) {
        const Frames frames = ours(columns, cases, scene);
        slow.at(run) = frames.slow;
        middle.at(run) = frames.middle;
        first.at(run) = frames.first;
        change.at(run) = frames.change;
        still.at(run) = frames.still;
        part.at(run) = frames.part;
        symbols = frames.symbols;
        setClusters(*layer);
        clusters.at(run) = rendered(engine, *layer, scene);
        setPlain(*layer);
        plain.at(run) = rendered(engine, *layer, scene);
    }
    std::printf("%s, %dx%d, up to %d symbols in view\n",
                scene.name,
                scene.size.width(),
                scene.size.height(),
                symbols);
    std::printf("  overlay, a frame while panning     p95 %7.2f ms   median %7.2f ms\n",
                median(slow),
                median(middle));
    std::printf("  overlay, 33 changes in each frame  p95 %7.2f ms\n", median(change));
    std::printf("  the same, the map standing still   p95 %7.2f ms   %.2f %% of it painted\n",
                median(still),
                100.0 * median(part));
    std::printf("  overlay, first frame of a scale        %7.2f ms\n", median(first));
    std::printf(
        "  QgsPointClusterRenderer                %7.1f ms   ratio %7.0f (first frame: %.0f)\n",
        median(clusters),
        median(clusters) / median(slow),
        median(clusters) / median(first));
    std::printf(
        "  plain point layer                      %7.1f ms   ratio %7.0f (first frame: %.0f)\n",
        median(plain),
        median(plain) / median(slow),
        median(plain) / median(first));
}

/** How much of a widget is painted. */
class Painted final : public QObject
{
public:
    explicit Painted(QWidget &widget) { widget.installEventFilter(this); }
    double pixels = 0.0;

protected:
    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            for (const QRect &box : static_cast<QPaintEvent *>(event)->region()) {
                pixels += double(box.width()) * box.height();
            }
        }
        return false;
    }
};

/** 33 cases come or go in each frame of the map's window: what changed, and all of it. */
void inWindow(MapEngine &engine, const QString &grids, QList<Case> cases, const Scene &scene)
{
    MapView map(engine, MapMode::Interactive, MapScope::Own);
    const FixedClock clock(kBenchNow);
    map.setClock(clock);
    map.widget()->resize(scene.size);
    map.widget()->show();
    map.addFiles({grids});
    turnUntil([&] { return map.layerCount() > 0 && !map.isBusy(); });
    DistrictPicture picture;
    picture.name = u"bench"_s;
    picture.openCases = cases;
    map.showDistrict(picture);
    auto *canvas = map.widget()->findChild<QgsMapCanvas *>();
    auto *overlay = canvas->findChild<CaseOverlay *>(u"caseOverlay"_s);
    canvas->setExtent(QgsRectangle::fromCenterAndSize(QgsPointXY(scene.middle),
                                                      scene.size.width() * scene.units,
                                                      scene.size.height() * scene.units));
    canvas->refresh();
    turnUntil([&] { return !map.isBusy(); });
    QElapsedTimer rest;
    rest.start();
    turnUntil([&] { return rest.elapsed() > 1000; });
    const Painted painted(*canvas->viewport());
    for (const bool whole : {false, true}) {
        std::vector<double> times;
        std::vector<double> parts;
        for (int i = 0; i < kFrames / 2; ++i) {
            QList<Case> changed;
            for (int j = 0; j < 33; ++j) {
                Case &subject = cases[(i * 977 + j * 3011) % cases.size()];
                subject.state = isOpen(subject.state) ? CaseState::Closed : CaseState::Filed;
                changed.append(subject);
            }
            const int frames = overlay->framesPainted();
            const double pixels = painted.pixels;
            const double before = cpuMilliseconds();
            map.updateCases(changed);
            if (whole) {
                canvas->viewport()->update();
            }
            turnUntil([&] { return overlay->framesPainted() > frames; });
            times.push_back(cpuMilliseconds() - before);
            parts.push_back((painted.pixels - pixels) / (scene.size.width() * scene.size.height()));
            const int asked = overlay->repaintsAsked(); // one more, of what is painted already
            rest.restart();
            turnUntil([&] { return overlay->repaintsAsked() > asked || rest.elapsed() > 40; });
        }
        std::printf("  %-34s p95 %7.2f ms   median %7.2f ms   %5.1f %% painted\n",
                    whole ? "the window, all of it painted" : "the window, 33 come or go",
                    percentile(times, 0.95),
                    percentile(times, 0.5),
                    100.0 * percentile(parts, 0.5));
    }
}

} // namespace

int main(int argc, char **argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // minutes: each row as it is known
    const std::unique_ptr<QApplication> application = MapEngine::createApplication(argc, argv);
    const QTemporaryDir profile;
    Result<std::unique_ptr<MapEngine>> started = MapEngine::start(profile.path());
    if (!started || argc < 2) {
        std::fprintf(stderr, "usage: bench_overlay GRIDS.geojson\n");
        return 1;
    }
    const std::unique_ptr<MapEngine> engine = std::move(started).value();
    int grids = 0;
    const std::vector<GeoPoint> corners = cornersOf(QString::fromLocal8Bit(argv[1]), grids);
    if (corners.empty()) {
        std::fprintf(stderr, "no grids in %s\n", argv[1]);
        return 1;
    }
    const QList<Case> cases = casesNear(corners);
    CaseColumns columns;
    const double before = cpuMilliseconds();
    columns.assign(cases, kBenchNow);
    std::printf("live overlay: %d open cases around %d grids, taken over in %.1f ms\n",
                columns.count(),
                grids,
                cpuMilliseconds() - before);
    const QPointF middle = toMercator({116.414, 39.916});
    for (const Scene &scene : {Scene{{1920, 1080}, middle, 17.0, "the whole district"},
                               Scene{{1920, 1080}, middle, 2.5, "some streets"},
                               Scene{{3840, 2160}, middle, 5.0, "the whole district"},
                               Scene{{3840, 2160}, middle, 1.2, "some streets"},
                               Scene{{7680, 4320}, middle, 2.5, "the whole district"}}) {
        compare(*engine, columns, cases, scene);
        inWindow(*engine, QString::fromLocal8Bit(argv[1]), cases, scene);
    }
    return 0;
}
