// SPDX-License-Identifier: GPL-3.0-or-later
// The map's real window on a district far larger than any: 10,000 grids, 500,000 components and
// 100,000 open cases. It is dragged and let go while 33 cases change in each frame (1,000 a second
// at 30 frames); a frame is all that the GUI thread does in its 33 ms, layers and components
// included.
// Beside it QGIS's renderer draws the same layers with the cases as clusters. CPU time, medians of
// five.
#include "gis/engine/mapengine.h"
#include "gis/map/mapview.h"
#include "gis/overlay/mercator.h"
#include "tests/bench/livebench.h"
#include "tests/support/gridpartition.h"

#include <qgslayertree.h>
#include <qgslayertreemodel.h>
#include <qgslayertreeview.h>
#include <qgsmapcanvas.h>
#include <qgsmaprenderersequentialjob.h>
#include <qgsmarkersymbol.h>
#include <qgspointclusterrenderer.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QMouseEvent>
#include <QTemporaryDir>
#include <QTimer>
#include <QWidget>

#include <map>
#include <memory>

using namespace Qt::StringLiterals;
using namespace gridward;

namespace {

constexpr int kSide = 100; ///< grids, both ways
constexpr int kComponents = 500'000;
constexpr int kDrags = 4;
constexpr int kMoves = 40; ///< frames of a drag
constexpr int kFrame = 33; ///< ms
constexpr int kRuns = 5;
constexpr double kWest = 116.3; ///< of the district: see irregularPartition()
constexpr double kSouth = 39.8;
constexpr double kSize = 0.2;

std::vector<GeoPoint> placesOf(int count, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> share(0.01, 0.99);
    std::vector<GeoPoint> places(static_cast<std::size_t>(count));
    for (GeoPoint &place : places) {
        place = {kWest + kSize * share(random), kSouth + kSize * share(random)};
    }
    return places;
}

DistrictPicture district()
{
    DistrictPicture picture;
    picture.name = u"bench"_s;
    picture.at = kBenchNow;
    for (const GridOutline &outline : irregularPartition(kSide, kSide, 11)) {
        UnitGrid grid;
        grid.code = outline.code;
        grid.name = outline.code;
        grid.outline = outline.wkb;
        grid.validFrom = QDate(2026, 1, 1);
        picture.grids.append(grid);
    }
    picture.openCases = casesNear(placesOf(5'000, 3));
    return picture;
}

/** Stands for the store, which answers from an index on a thread of its own. */
class ComponentSource
{
public:
    ComponentSource()
    {
        const std::vector<GeoPoint> places = placesOf(kComponents, 5);
        for (int i = 0; i < kComponents; ++i) {
            Component one;
            one.code = u"110101%1%2"_s.arg(1 + i % 5, 2, 10, '0'_L1).arg(i, 9, 10, '0'_L1);
            one.classCode = u"%1010"_s.arg(1 + i % 5, 2, 10, '0'_L1);
            one.name = u"manhole"_s;
            one.place = places.at(static_cast<std::size_t>(i));
            mCells[cellOf(one.place)].append(one);
        }
    }
    [[nodiscard]] QList<Component> in(const GeoExtent &box, int most) const
    {
        QList<Component> found;
        const auto [west, south] = cellOf({box.west, box.south});
        const auto [east, north] = cellOf({box.east, box.north});
        for (int x = west; x <= east; ++x) {
            for (int y = south; y <= north; ++y) {
                const auto cell = mCells.find({x, y});
                if (cell == mCells.end()) {
                    continue;
                }
                for (const Component &one : cell->second) {
                    if (found.size() < most && one.place.longitude >= box.west &&
                        one.place.longitude <= box.east && one.place.latitude >= box.south &&
                        one.place.latitude <= box.north) {
                        found.append(one);
                    }
                }
            }
        }
        return found;
    }

private:
    static std::pair<int, int> cellOf(const GeoPoint &place)
    {
        return {static_cast<int>(place.longitude * 500.0),
                static_cast<int>(place.latitude * 500.0)};
    }
    std::map<std::pair<int, int>, QList<Component>> mCells;
};

struct Sight
{
    QSize size;
    double units = 1.0; ///< metres of EPSG:3857 per pixel
    const char *name = "";
};

class LargeMap
{
public:
    LargeMap(MapEngine &engine, const ComponentSource &source, const Sight &sight)
        : mClock(kBenchNow)
        , mMap(engine, MapMode::Interactive, MapScope::Own)
    {
        mMap.setClock(mClock);
        QObject::connect(&mMap,
                         &MapPort::componentsWanted,
                         &mMap,
                         [this, &source](const GeoExtent &box, int most) {
                             const double before = cpuMilliseconds();
                             const QList<Component> found = source.in(box, most);
                             mElsewhere += cpuMilliseconds() - before;
                             mComponents = std::max(mComponents, found.size());
                             mMap.setComponents(found);
                         });
        mMap.widget()->resize(sight.size);
        mMap.widget()->show();
        DistrictPicture picture = district();
        mCases = picture.openCases;
        mMap.showDistrict(picture);
        mCanvas = mMap.widget()->findChild<QgsMapCanvas *>();
        QgsLayerTree *tree =
            mMap.layerPanel()->findChild<QgsLayerTreeView *>()->layerTreeModel()->rootGroup();
        for (QgsLayerTreeLayer *node : tree->findLayers()) {
            node->setItemVisibilityChecked(true); // components are not ticked at first
        }
        mCanvas->setExtent(QgsRectangle::fromCenterAndSize(
            QgsPointXY(toMercator({kWest + kSize / 2, kSouth + kSize / 2})),
            sight.size.width() * sight.units,
            sight.size.height() * sight.units));
        mCanvas->refresh();
        rest();
    }

    /** What the GUI thread worked for each frame, ms. */
    std::vector<double> drag()
    {
        std::vector<double> frames;
        for (int i = 0; i < kDrags; ++i) {
            const QPoint start = mCanvas->viewport()->rect().center();
            const QPoint step = (i % 2 == 0 ? 1 : -1) * QPoint(6, 2);
            const auto frame = [&](QEvent::Type type, int move) {
                const double before = cpuMilliseconds();
                mElsewhere = 0.0;
                send(type, start + move * step);
                mMap.updateCases(nextChanges());
                QEventLoop loop;
                QTimer::singleShot(kFrame, Qt::PreciseTimer, &loop, &QEventLoop::quit);
                loop.exec();
                frames.push_back(cpuMilliseconds() - before - mElsewhere);
            };
            frame(QEvent::MouseButtonPress, 0);
            for (int move = 1; move <= kMoves; ++move) {
                frame(QEvent::MouseMove, move);
            }
            frame(QEvent::MouseButtonRelease, kMoves);
            for (int move = 0; move < kMoves; ++move) { // while the layers are drawn
                frame(QEvent::MouseMove, kMoves);
            }
        }
        rest();
        return frames;
    }

    /** The same layers and clusters in one picture by QGIS, ms of the process. */
    double byQgis() const
    {
        QgsVectorLayer points(u"Point?crs=EPSG:3857"_s, u"cases"_s, u"memory"_s);
        QgsFeatureList features;
        for (const Case &subject : mCases) {
            if (isOpen(subject.state)) {
                QgsFeature feature;
                feature.setGeometry(QgsGeometry::fromPointXY(toMercator(*subject.place)));
                features.append(feature);
            }
        }
        points.dataProvider()->addFeatures(features, QgsFeatureSink::FastInsert);
        points.updateExtents();
        auto *renderer = new QgsPointClusterRenderer; // the layer's
        renderer->setTolerance(46.0);
        renderer->setToleranceUnit(Qgis::RenderUnit::Pixels);
        points.setRenderer(renderer);
        QgsMapSettings settings = mCanvas->mapSettings();
        settings.setLayers(QList<QgsMapLayer *>{&points} + settings.layers());
        const double before = cpuMilliseconds(CLOCK_PROCESS_CPUTIME_ID);
        QgsMapRendererSequentialJob job(settings);
        job.start();
        job.waitForFinished();
        return cpuMilliseconds(CLOCK_PROCESS_CPUTIME_ID) - before;
    }

    [[nodiscard]] qsizetype componentsShown() const { return mComponents; }

private:
    void rest()
    {
        QElapsedTimer pause;
        pause.start();
        turnUntil([&] { return pause.elapsed() > 1500 && !mMap.isBusy(); });
    }
    void send(QEvent::Type type, const QPoint &place)
    {
        const bool isDown = type != QEvent::MouseButtonRelease;
        QMouseEvent event(type,
                          place,
                          mCanvas->viewport()->mapToGlobal(place),
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                          isDown && mIsDown ? Qt::LeftButton : Qt::NoButton,
                          Qt::NoModifier);
        mIsDown = type == QEvent::MouseButtonPress || (mIsDown && isDown);
        QApplication::sendEvent(mCanvas->viewport(), &event);
    }
    QList<Case> nextChanges()
    {
        QList<Case> changed;
        for (int i = 0; i < 33; ++i) {
            Case &subject = mCases[(mTurn * 977 + i * 3011) % mCases.size()];
            subject.state = isOpen(subject.state) ? CaseState::Closed : CaseState::Filed;
            changed.append(subject);
        }
        ++mTurn;
        return changed;
    }

    FixedClock mClock;
    MapView mMap;
    QgsMapCanvas *mCanvas = nullptr;
    QList<Case> mCases;
    qsizetype mComponents = 0;
    qsizetype mTurn = 0;
    double mElsewhere = 0.0;
    bool mIsDown = false;
};

} // namespace

int main(int argc, char **argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const std::unique_ptr<QApplication> application = MapEngine::createApplication(argc, argv);
    const QTemporaryDir profile;
    Result<std::unique_ptr<MapEngine>> started = MapEngine::start(profile.path());
    if (!started) {
        std::fprintf(stderr, "%s\n", qPrintable(started.error().message));
        return 1;
    }
    const ComponentSource source;
    std::printf("a district of %d grids, %d components and %d open cases, dragged, 33 changes in "
                "each frame\n",
                kSide * kSide,
                kComponents,
                kBenchCases);
    for (const Sight &sight : {Sight{{1920, 1080}, 21.0, "the whole district"},
                               Sight{{1920, 1080}, 2.0, "near, with components"},
                               Sight{{3840, 2160}, 10.5, "the whole district"},
                               Sight{{3840, 2160}, 2.0, "near, with components"}}) {
        if (argc > 1 && !QByteArray(sight.name).startsWith(argv[1])) {
            continue; // only those that are named so
        }
        LargeMap map(*started.value(), source, sight);
        std::vector<double> slow;
        std::vector<double> middle;
        std::vector<double> longest;
        std::vector<double> peer;
        for (int run = 0; run < kRuns; ++run) {
            const std::vector<double> frames = map.drag();
            slow.push_back(percentile(frames, 0.95));
            middle.push_back(percentile(frames, 0.5));
            longest.push_back(percentile(frames, 1.0));
            peer.push_back(map.byQgis());
        }
        std::printf("%s, %dx%d, up to %lld components at once\n",
                    sight.name,
                    sight.size.width(),
                    sight.size.height(),
                    static_cast<long long>(map.componentsShown()));
        std::printf("  a frame of the window   p95 %7.2f ms   median %7.2f ms   longest %7.1f ms\n",
                    percentile(slow, 0.5),
                    percentile(middle, 0.5),
                    percentile(longest, 0.5));
        std::printf("  QGIS draws all of it        %7.1f ms   ratio %7.0f\n",
                    percentile(peer, 0.5),
                    percentile(peer, 0.5) / percentile(slow, 0.5));
    }
    return 0;
}
