// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/engine/mapengine.h"
#include "gis/map/mapease.h"
#include "gis/overlay/mercator.h"
#include "gis/overlay/staffglide.h"
#include "tests/support/overlaymap.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <qgslabelingresults.h>

#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr QSize kDesk(1280, 800);
const GeoPoint kMiddle{116.308, 39.907};

MapSight around(const GeoPoint &middle, double metres)
{
    MapSight sight;
    sight.kind = MapSight::Kind::Around;
    sight.middle = middle;
    sight.metres = metres;
    return sight;
}

bool shows(const MapCanvas &canvas, const MapSight &sight)
{
    const QPointF middle = toMercator(sight.middle);
    const QgsPointXY there = canvas.extent().center();
    const double least = std::min(canvas.extent().width(), canvas.extent().height()) / 2.0;
    const double metres = least / mercatorStretch(middle.y());
    return std::hypot(there.x() - middle.x(), there.y() - middle.y()) <
               1e-6 * canvas.extent().width() &&
           std::abs(metres - sight.metres) < 1e-6 * sight.metres;
}

/** What a map does while it is on its way. */
struct Way
{
    explicit Way(OverlayMap &shown)
        : rendered(shown.canvas, &QgsMapCanvas::renderStarting)
        , extents(shown.canvas, &QgsMapCanvas::extentsChanged)
        , scales(&shown.map, &MapPort::scaleChanged)
        , regrouped(shown.overlay->groups().rebuildings())
    {
        QObject::connect(shown.canvas, &QgsMapCanvas::extentsChanged, &extents, [this, &shown] {
            renderedOnTheWay = rendered.size();
            if (shown.canvas->isFrozen()) {
                ++frames;
                scalesOnTheWay = scales.size();
                (void)shown.overlay->symbols();
                steps.insert(shown.overlay->groups().zoomStep());
                widths.insert(shown.canvas->extent().width());
            }
        });
    }
    QSignalSpy rendered;
    QSignalSpy extents;
    QSignalSpy scales;
    int regrouped;
    qsizetype renderedOnTheWay = 0;
    int frames = 0;
    qsizetype scalesOnTheWay = 0;
    QSet<int> steps; ///< at which symbols were grouped
    QSet<double> widths;
};

StaffMark personAt(const GeoPoint &place, Instant at)
{
    return {u"p1"_s, u"王一"_s, u"grid"_s, at, place};
}

} // namespace

class TestMapMotion : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir mProfile;
    std::unique_ptr<MapEngine> mEngine;

private slots:
    void initTestCase()
    {
        Result<std::unique_ptr<MapEngine>> engine = MapEngine::start(mProfile.path());
        QVERIFY(engine);
        mEngine = std::move(engine).value();
    }
    void init() { mEngine->clear(); }
    void cleanupTestCase() { mEngine.reset(); }

    void easesWithoutRenderingTheBase_data()
    {
        QTest::addColumn<MapUse>("use");
        QTest::newRow("desk") << MapUse::Work;
        QTest::newRow("wall") << MapUse::Watch;
    }
    void easesWithoutRenderingTheBase()
    {
        QFETCH(const MapUse, use);
        OverlayMap shown(*mEngine, 3000, kDesk, MapMode::Interactive, use);
        for (const MapSight &sight : {around(kMiddle, 200.0), around({116.312, 39.911}, 700.0)}) {
            Way way(shown);
            const int painted = shown.overlay->framesPainted();
            shown.map.watch(sight);
            QVERIFY(shown.map.isBusy());
            QVERIFY(shown.canvas->isFrozen());
            QTRY_VERIFY(!shown.canvas->isFrozen());
            QVERIFY(way.frames >= 3 && way.widths.size() >= 3);
            QVERIFY(shown.overlay->framesPainted() - painted >= 3);
            QCOMPARE(way.steps.size(), 1);
            QCOMPARE(way.scalesOnTheWay, 0);
            QCOMPARE(way.renderedOnTheWay, 0);
            QVERIFY(shows(*shown.canvas, sight));
            shown.settle();
            QCOMPARE(way.rendered.size(), 1);
            QVERIFY(way.scales.size() >= 1 && way.scales.size() <= 3);
            QCOMPARE(shown.overlay->groups().rebuildings() - way.regrouped, 1);
            QCOMPARE(shown.onScreen(), shown.paintedAnew());
        }
    }
    void namesOfAWatchedMapKeepClearOfSymbols()
    {
        OverlayMap shown(*mEngine, 300, kDesk, MapMode::Interactive, MapUse::Watch);
        int names = 0;
        for (const MapSight &sight : {MapSight(), around(kMiddle, 700.0)}) {
            shown.map.watch(sight);
            shown.settle();
            const double pixel = shown.canvas->mapUnitsPerPixel();
            const QgsLabelingResults *placed = shown.canvas->labelingResults();
            QVERIFY(placed != nullptr);
            for (const QgsLabelPosition &name : placed->allLabels()) {
                ++names;
                QVERIFY(shown.canvas->extent().contains(name.labelRect)); // not cut at the edge
                for (const ClusterSymbol &symbol : shown.overlay->symbols()) {
                    const QgsRectangle &box = name.labelRect;
                    const double across =
                        symbol.x - std::clamp(symbol.x, box.xMinimum(), box.xMaximum());
                    const double up =
                        symbol.y - std::clamp(symbol.y, box.yMinimum(), box.yMaximum());
                    QVERIFY2(std::hypot(across, up) > 0.9 * symbol.radius * pixel,
                             qPrintable(name.labelText));
                }
            }
        }
        QVERIFY(names > 0);
    }
    void aNewSightOnTheWayIsTheOneThatCounts()
    {
        OverlayMap shown(*mEngine, 300, kDesk, MapMode::Interactive, MapUse::Watch);
        Way way(shown);
        shown.map.watch(around(kMiddle, 200.0));
        QTRY_VERIFY(way.frames >= 2);
        const MapSight other = around({116.303, 39.903}, 300.0);
        shown.map.watch(other);
        QVERIFY(shown.canvas->isFrozen());
        QTRY_VERIFY(!shown.canvas->isFrozen());
        shown.settle();
        QCOMPARE(way.rendered.size(), 1);
        QVERIFY(shows(*shown.canvas, other));
        // Its size changes: the same sight, at once, also on the way to another.
        shown.map.watch({});
        shown.map.watch(other);
        shown.map.widget()->resize(900, 700);
        QVERIFY(!shown.canvas->isFrozen());
        QVERIFY(shows(*shown.canvas, other));
        shown.settle();
    }
    void whatNobodyCouldFollowIsCut()
    {
        OverlayMap still(*mEngine, 300, kDesk);
        still.map.watch(around(kMiddle, 200.0));
        QVERIFY(!still.canvas->isFrozen());
        QVERIFY(shows(*still.canvas, around(kMiddle, 200.0)));
        still.settle();
        mEngine->clear();
        OverlayMap shown(*mEngine, 300, kDesk, MapMode::Interactive);
        shown.map.watch(around({116.7, 39.9}, 500.0)); // thirty kilometres away
        QVERIFY(!shown.canvas->isFrozen());
        QVERIFY(shows(*shown.canvas, around({116.7, 39.9}, 500.0)));
        shown.settle();
        shown.map.widget()->hide();
        shown.map.watch(around({116.701, 39.9}, 500.0));
        QVERIFY(!shown.canvas->isFrozen());
        QVERIFY(shows(*shown.canvas, around({116.701, 39.9}, 500.0)));
    }
    void showsExtents()
    {
        OverlayMap shown(*mEngine, 300, kDesk, MapMode::Headless, MapUse::Watch);
        const QgsRectangle whole = shown.canvas->extent();
        MapSight sight;
        sight.kind = MapSight::Kind::Extent;
        sight.extent = {116.302, 39.902, 116.306, 39.908};
        shown.map.watch(sight);
        const QPointF low = toMercator({116.302, 39.902});
        const QPointF high = toMercator({116.306, 39.908});
        QVERIFY(std::abs(shown.canvas->extent().height() - (high.y() - low.y())) < 0.01);
        QVERIFY(std::abs(shown.canvas->extent().center().x() - (low.x() + high.x()) / 2) < 0.01);
        shown.map.watch({});
        QVERIFY(std::abs(shown.canvas->extent().width() - whole.width()) < 0.01);
        shown.settle();
    }
    void aMapThatGoesOnItsWayIsNoProblem()
    {
        auto shown = std::make_unique<OverlayMap>(*mEngine, 300, kDesk, MapMode::Interactive);
        shown->map.watch(around(kMiddle, 200.0));
        QTest::qWait(100);
        delete shown->map.widget(); // its window first
        QTest::qWait(MapEase::kLength);
        shown.reset();
    }
    void staffGlide()
    {
        OverlayMap shown(*mEngine, 300, kDesk, MapMode::Interactive);
        shown.map.watch(around(kMiddle, 300.0));
        QTRY_VERIFY(!shown.canvas->isFrozen());
        shown.settle();
        QTest::qWait(400);
        const GeoPoint first{116.3080, 39.9070};
        const GeoPoint second{116.3090, 39.9070}; // 85 m
        const auto away = [&](const GeoPoint &place) {
            const QPointF way = *shown.overlay->placeOfPerson(u"p1"_s) - toMercator(place);
            return std::hypot(way.x(), way.y());
        };
        Instant at = testStart();
        shown.map.setStaff({personAt(first, at)});
        QVERIFY(away(first) < 0.01);
        QTest::qWait(100);
        PaintWatch watch(*shown.canvas->viewport());
        QSignalSpy rendered(shown.canvas, &QgsMapCanvas::renderStarting);
        at += std::chrono::seconds(20);
        shown.map.setStaff({personAt(second, at)});
        QVERIFY(away(first) < 0.01);
        QTRY_VERIFY(away(first) > 1.0);
        QVERIFY(away(second) > 1.0);
        QTRY_VERIFY_WITH_TIMEOUT(away(second) == 0.0, 4000);
        QTest::qWait(300);
        QCOMPARE(watch.wholes(), 0);
        QVERIFY(watch.events() >= 5);
        QVERIFY(watch.events() <= int(StaffGlide::kLength / StaffGlide::kFrame) + 3);
        QVERIFY(watch.pixels() / watch.events() * 50 < qint64(kDesk.width()) * kDesk.height());
        QVERIFY(rendered.isEmpty());
        watch.restart();
        QTest::qWait(500); // and then it rests
        QCOMPARE(watch.events(), 0);
        QCOMPARE(shown.onScreen(), shown.paintedAnew());
    }
    void staffJumpWhereNobodyKnowsTheWay()
    {
        StaffGlide glide;
        const GeoPoint first{116.3080, 39.9070};
        const GeoPoint near{116.3137, 39.9070}; // 486 m
        const GeoPoint far{116.3140, 39.9070};  // 512 m
        const auto isAt = [&](const GeoPoint &place) {
            const QPointF way = *glide.points().placeOf(u"p1"_s) - toMercator(place);
            return std::hypot(way.x(), way.y()) < 0.01;
        };
        const Instant start = testStart();
        const auto seen = [&](const GeoPoint &place, std::chrono::seconds after, bool glides) {
            glide = {};
            glide.assign({personAt(first, start)}, 0, true);
            glide.assign({personAt(place, start + after)}, 1000, glides);
        };
        using std::chrono::seconds;
        seen(near, seconds(120), true);
        QVERIFY(isAt(first) && glide.isMoving());
        glide.advance(1000 + StaffGlide::kLength / 2);
        QVERIFY(!isAt(first) && !isAt(near) && glide.isMoving());
        // Seen again on the way: on from there.
        const QPointF there = *glide.points().placeOf(u"p1"_s);
        glide.assign({personAt(first, start + seconds(140))}, 5000, true);
        QCOMPARE(*glide.points().placeOf(u"p1"_s), there);
        glide.advance(5000 + StaffGlide::kLength);
        QVERIFY(isAt(first) && !glide.isMoving());
        seen(near, seconds(121), true);
        QVERIFY(isAt(near) && !glide.isMoving());
        seen(far, seconds(20), true);
        QVERIFY(isAt(far) && !glide.isMoving());
        seen(near, seconds(20), false); // nobody looks
        QVERIFY(isAt(near) && !glide.isMoving());
        seen(near, seconds(20), true);
        glide.finish();
        QVERIFY(isAt(near) && !glide.isMoving());
        glide.assign({}, 9000, true);
        QVERIFY(!glide.points().placeOf(u"p1"_s));
    }
};

static const TestRegistration<TestMapMotion> registration;

} // namespace gridward

#include "test_mapmotion.moc"
