// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/engine/mapengine.h"
#include "gis/map/mapcanvas.h"
#include "gis/map/mapview.h"
#include "gis/overlay/caseoverlay.h"
#include "gis/overlay/mercator.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <qgslayertree.h>
#include <qgsproject.h>
#include <qgsrubberband.h>

#include <QGraphicsItem>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWidget>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Case caseAt(quint64 number, GeoPoint place, CaseLevel level = CaseLevel::Blue)
{
    Case subject;
    subject.id = CaseId::make(testStart(), 0, number);
    subject.version = 1;
    subject.state = CaseState::Filed;
    subject.level = level;
    subject.classKey = {defaultScheme(), CaseKind::Matter, u"06010"_s};
    subject.reportedAt = testStart() - std::chrono::minutes(number);
    subject.dueAt = testStart() + std::chrono::hours(1);
    subject.place = place;
    return subject;
}

const GeoPoint kAlone{116.302, 39.908};
const GeoPoint kCrowd{116.308, 39.902};

/** One case by itself, and three within two metres. */
DistrictPicture picture()
{
    DistrictPicture all;
    all.name = u"试验区"_s;
    all.at = testStart();
    all.divisions = smallDivisions();
    all.grids = smallGrids();
    all.keyPlaces = smallPlaces();
    all.openCases = {caseAt(1, kAlone),
                     caseAt(2, kCrowd),
                     caseAt(3, {kCrowd.longitude + 2e-5, kCrowd.latitude}, CaseLevel::Red),
                     caseAt(4, {kCrowd.longitude, kCrowd.latitude + 1e-5}, CaseLevel::Yellow)};
    return all;
}

/** A map of that district, shown and rendered. */
struct Shown
{
    explicit Shown(MapEngine &engine, MapMode mode = MapMode::Headless)
        : map(engine, mode)
    {
        map.setClock(clock);
        map.widget()->resize(800, 600);
        map.widget()->show();
        map.showDistrict(picture());
        canvas = map.widget()->findChild<MapCanvas *>();
        overlay = canvas->findChild<CaseOverlay *>(u"caseOverlay"_s);
        settle();
    }
    void settle()
    {
        (void)QTest::qWaitFor([this] { return !map.isBusy(); }, 30000);
        QTest::qWait(100); // for what is still to be painted, so that counts start from rest
    }
    [[nodiscard]] QPoint pixelOf(const GeoPoint &place) const
    {
        QPointF point = toMercator(place);
        canvas->getCoordinateTransform()->transformInPlace(point.rx(), point.ry());
        return point.toPoint();
    }
    [[nodiscard]] MapPick clickAt(QPoint pixel)
    {
        QSignalSpy spy(&map, &MapPort::picked);
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, pixel);
        (void)QTest::qWaitFor([&spy] { return !spy.isEmpty(); }, 2000);
        return spy.isEmpty() ? MapPick{} : spy.first().first().value<MapPick>();
    }

    FixedClock clock{testStart()};
    MapView map;
    MapCanvas *canvas = nullptr;
    CaseOverlay *overlay = nullptr;
};

} // namespace

class TestOverlayDesk : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir mProfile;
    std::unique_ptr<MapEngine> mEngine;
    const FixedClock mClock{testStart()};

private slots:
    void initTestCase()
    {
        Result<std::unique_ptr<MapEngine>> engine = MapEngine::start(mProfile.path());
        QVERIFY(engine);
        mEngine = std::move(engine).value();
    }
    void init() { mEngine->clear(); }
    void cleanupTestCase() { mEngine.reset(); }

    void drawsWhereTheMapIs()
    {
        const Shown shown(*mEngine);
        for (const double rotation : {0.0, 30.0}) {
            shown.canvas->setRotation(rotation);
            const QPoint pixel = shown.pixelOf(kAlone);
            const QPointF back = shown.overlay->mapPointAt(pixel);
            const QPointF place = toMercator(kAlone);
            QVERIFY(std::hypot(back.x() - place.x(), back.y() - place.y()) <
                    shown.canvas->mapUnitsPerPixel());
        }
        QVERIFY(shown.overlay->framesPainted() > 0);
    }
    void isInThePicture()
    {
        QImage pictures[2];
        for (QImage &image : pictures) {
            mEngine->clear();
            Shown shown(*mEngine);
            image = shown.map.widget()->grab().toImage();
            shown.map.updateCases({[] {
                Case closed = caseAt(1, kAlone);
                closed.state = CaseState::Closed;
                return closed;
            }()});
            shown.settle();
            QVERIFY(shown.map.widget()->grab().toImage() != image);
        }
        QCOMPARE(pictures[0], pictures[1]);
    }
    void picks()
    {
        Shown shown(*mEngine);
        const MapPick one = shown.clickAt(shown.pixelOf(kAlone));
        QCOMPARE(one.cases, QList{caseAt(1, kAlone).id});
        QCOMPARE(one.grid, smallGrids().first().code);
        const MapPick crowd = shown.clickAt(shown.pixelOf(kCrowd));
        // Most urgent first.
        QCOMPARE(crowd.cases,
                 (QList{caseAt(3, kCrowd).id, caseAt(4, kCrowd).id, caseAt(2, kCrowd).id}));
        const MapPick school = shown.clickAt(shown.pixelOf({116.301, 39.901}));
        QVERIFY(school.cases.isEmpty());
        QCOMPARE(school.keyPlace, u"k1"_s);
        const MapPick nothing = shown.clickAt({3, 3});
        QVERIFY(nothing.cases.isEmpty() && nothing.keyPlace.isEmpty());
        QVERIFY(isValid(nothing.place));
    }
    void aDragPicksNothing()
    {
        Shown shown(*mEngine);
        QSignalSpy spy(&shown.map, &MapPort::picked);
        const QPoint from = shown.pixelOf(kAlone);
        QTest::mousePress(shown.canvas->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(shown.canvas->viewport(), from + QPoint(60, 0));
        QTest::mouseRelease(shown.canvas->viewport(), Qt::LeftButton, {}, from + QPoint(60, 0));
        shown.settle();
        QVERIFY(spy.isEmpty());
    }
    void staffArePickedWhereTheyAreShown()
    {
        Shown shown(*mEngine);
        const GeoPoint there{116.304, 39.906};
        shown.map.setStaff({{u"p1"_s, u"王一"_s, u"grid"_s, testStart(), there}});
        shown.map.showThing(MapThing::Person, u"p1"_s, std::nullopt);
        shown.canvas->zoomScale(4000, true);
        shown.map.showThing(MapThing::Person, u"p1"_s, std::nullopt);
        QCOMPARE(shown.clickAt(shown.pixelOf(there)).person, u"p1"_s);
        shown.canvas->zoomScale(60000, true);
        QVERIFY(shown.clickAt(shown.pixelOf(there)).person.isEmpty());
    }
    void followsItsCases()
    {
        Shown shown(*mEngine);
        QCOMPARE(shown.overlay->points().count(), 4);
        Case closed = caseAt(1, kAlone);
        closed.state = CaseState::Closed;
        Case nowhere = caseAt(9, kAlone);
        nowhere.place.reset();
        const int before = shown.overlay->repaintsAsked();
        shown.map.updateCases({closed, nowhere, caseAt(2, kAlone, CaseLevel::Orange)});
        shown.map.updateCases({caseAt(5, {116.3061, 39.9075})});
        QVERIFY(!shown.map.isBusy()); // the base is not rendered for it
        shown.settle();
        QCOMPARE(shown.overlay->repaintsAsked() - before, 1); // one for both
        QCOMPARE(shown.overlay->points().count(), 4);
        QCOMPARE(shown.clickAt(shown.pixelOf(kAlone)).cases, QList{caseAt(2, kAlone).id});
    }
    void restsWhenNothingChanges()
    {
        Shown shown(*mEngine, MapMode::Interactive);
        QTest::qWait(600); // the canvas itself settles
        const int asked = shown.overlay->repaintsAsked();
        const int painted = shown.overlay->framesPainted();
        QTest::qWait(400);
        shown.overlay->checkClock(); // a minute later: nothing became late
        shown.map.setCaseFilter({});
        QTest::qWait(100);
        QCOMPARE(shown.overlay->repaintsAsked(), asked);
        QCOMPARE(shown.overlay->framesPainted(), painted);
        shown.clock.set(testStart() + std::chrono::hours(2));
        shown.overlay->checkClock();
        QTest::qWait(100);
        QCOMPARE(shown.overlay->repaintsAsked(), asked + 1);
    }
    void manyChangesAreThirtyFramesASecond()
    {
        Shown shown(*mEngine, MapMode::Interactive);
        const int before = shown.overlay->repaintsAsked();
        QElapsedTimer time;
        time.start();
        for (int i = 0; time.elapsed() < 500; ++i) {
            shown.map.updateCases({caseAt(1, kAlone, CaseLevel{i % 4})});
            QTest::qWait(2);
        }
        const int most = static_cast<int>(time.elapsed() / 33) + 2;
        QVERIFY(shown.overlay->repaintsAsked() - before <= most);
    }
    void aNewCasePulsesOnce()
    {
        Shown shown(*mEngine, MapMode::Interactive);
        const int asked = shown.overlay->repaintsAsked();
        shown.map.updateCases({caseAt(7, {116.3061, 39.9075})});
        QTRY_VERIFY(shown.overlay->pulseCount() == 1);
        QTRY_VERIFY_WITH_TIMEOUT(shown.overlay->pulseCount() == 0, 3000);
        QVERIFY(shown.overlay->pulseRepaints() > 5);
        QVERIFY(shown.overlay->pulseRepaints() <= 1200 / 33 + 3);
        QCOMPARE(shown.overlay->repaintsAsked(), asked + 1); // all else were the pulse's own box
        const int after = shown.overlay->framesPainted();
        QTest::qWait(150);
        QCOMPARE(shown.overlay->framesPainted(), after);
        shown.map.updateCases({caseAt(7, {116.3061, 39.9075}, CaseLevel::Red)}); // known
        QTest::qWait(100);
        QCOMPARE(shown.overlay->pulseCount(), 0);
    }
    void nothingPulsesWhereNobodyLooks()
    {
        Shown shown(*mEngine, MapMode::Interactive);
        shown.map.widget()->hide();
        shown.map.updateCases({caseAt(7, {116.3061, 39.9075})});
        QTest::qWait(100);
        QCOMPARE(shown.overlay->pulseRepaints(), 0);
        QCOMPARE(shown.overlay->points().count(), 5);
    }
    void symbolsAreAsLargeAsTheWordsOfAWall()
    {
        MapView wall(*mEngine, MapMode::Headless, MapScope::Own, MapUse::Watch);
        wall.setClock(mClock);
        wall.widget()->resize(800, 600);
        wall.widget()->show();
        wall.showDistrict(picture());
        const auto red = [&wall](int text) {
            QFont font = wall.widget()->font();
            font.setPixelSize(text);
            wall.widget()->setFont(font);
            (void)QTest::qWaitFor([&wall] { return !wall.isBusy(); }, 30000);
            QTest::qWait(100);
            const QImage image = wall.widget()->grab().toImage();
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor color = image.pixelColor(x, y);
                    count += color.red() > 180 && color.green() < 90 && color.blue() < 90 ? 1 : 0;
                }
            }
            return count;
        };
        const int small = red(11);
        QVERIFY(small > 100);
        QVERIFY(red(33) > 6 * small);
        // The symbol is still where its cases are.
        auto *canvas = wall.widget()->findChild<MapCanvas *>();
        auto *overlay = canvas->findChild<CaseOverlay *>(u"caseOverlay"_s);
        QPointF crowd = toMercator(kCrowd);
        canvas->getCoordinateTransform()->transformInPlace(crowd.rx(), crowd.ry());
        QCOMPARE(overlay->hitAt(crowd).cases.size(), 3);
        const QPointF there = overlay->mapPointAt(crowd) - toMercator(kCrowd);
        QVERIFY(std::hypot(there.x(), there.y()) < 1.0);
    }
    void aTurnedMapGoesToWhatItDoesNotShow()
    {
        Shown shown(*mEngine);
        shown.canvas->setRotation(45.0);
        // Within the box around the picture, beyond its corner.
        const QgsRectangle box = shown.canvas->extent();
        const QPointF place(box.xMaximum() - box.width() * 0.03,
                            box.yMaximum() - box.height() * 0.03);
        shown.map.showThing(MapThing::Place, {}, fromMercator(place));
        QVERIFY(shown.canvas->rect().contains(shown.pixelOf(fromMercator(place))));
    }
    void anotherDistrictHasNoMarkOfTheLast()
    {
        Shown shown(*mEngine);
        shown.map.showThing(MapThing::Grid, smallGrids().first().code, std::nullopt);
        const auto isMarked = [&shown] {
            return std::ranges::any_of(shown.canvas->scene()->items(), [](QGraphicsItem *item) {
                const auto *band = dynamic_cast<QgsRubberBand *>(item);
                return band != nullptr && band->numberOfVertices() > 0;
            });
        };
        QVERIFY(isMarked());
        shown.map.showDistrict(picture());
        QVERIFY(isMarked());
        DistrictPicture other = picture();
        other.name = u"别区"_s;
        shown.map.showDistrict(other);
        QVERIFY(!isMarked());
    }
    void whatGrewTooOldLeavesTheFan()
    {
        Shown shown(*mEngine, MapMode::Interactive);
        CaseFilter filter;
        filter.youngerThan = std::chrono::hours(2);
        shown.map.setCaseFilter(filter);
        shown.settle();
        QVERIFY(shown.overlay->hoverAt(shown.pixelOf(kCrowd)));
        QTRY_VERIFY(shown.overlay->spread().isOpen());
        shown.clock.set(testStart() + std::chrono::hours(5));
        shown.overlay->checkClock();
        QVERIFY(!shown.overlay->spread().isOpen());
    }
    void spreadsUnderThePointer()
    {
        Shown shown(*mEngine, MapMode::Interactive);
        const QPoint crowd = shown.pixelOf(kCrowd);
        QTest::mouseMove(shown.canvas->viewport(), crowd);
        QTRY_VERIFY(shown.overlay->spread().isOpen());
        QCOMPARE(static_cast<int>(shown.overlay->spread().members.size()), 3);
        QCOMPARE(shown.canvas->cursor().shape(), Qt::PointingHandCursor);
        const Spread::Member first = shown.overlay->spread().members.front();
        QCOMPARE(shown.clickAt(crowd + first.offset.toPoint()).cases, QList{first.id});
        Case closed = caseAt(3, kCrowd);
        closed.state = CaseState::Closed;
        shown.map.updateCases({closed});
        QCOMPARE(static_cast<int>(shown.overlay->spread().members.size()), 2);
        QTest::mouseMove(shown.canvas->viewport(), crowd + QPoint(0, -250));
        QTRY_VERIFY(!shown.overlay->spread().isOpen());
        QCOMPARE(shown.canvas->cursor().shape(), Qt::OpenHandCursor);
    }
    void showsThings()
    {
        Shown shown(*mEngine);
        // Hidden in a cluster, out of sight: there, and alone as far as 1:2000 can do that.
        shown.canvas->setCenter(QgsPointXY(toMercator({116.5, 39.8})));
        shown.map.showThing(MapThing::Case, caseAt(3, kCrowd).id.toText(), std::nullopt);
        shown.settle();
        QVERIFY(shown.canvas->rect().contains(shown.pixelOf(kCrowd)));
        const QImage marked = shown.map.widget()->grab().toImage();
        shown.map.clearMark();
        shown.settle();
        QVERIFY(shown.map.widget()->grab().toImage() != marked);
        const double closest = shown.canvas->scale();
        QVERIFY(closest > 1900 * 1.25); // of the plane, which is longer here than the ground
        // What is seen and alone already moves nothing.
        shown.canvas->setCenter(QgsPointXY(toMercator(kAlone)));
        const QgsRectangle before = shown.canvas->extent();
        shown.map.showThing(MapThing::Case, caseAt(1, kAlone).id.toText(), std::nullopt);
        QCOMPARE(shown.canvas->extent(), before);
        // Areas come into view as a whole.
        shown.map.showThing(MapThing::Grid, smallGrids().at(3).code, std::nullopt);
        QVERIFY(shown.canvas->extent().contains(QgsPointXY(toMercator({116.315, 39.915}))));
        // One that is in view, but lost in it, is gone to as well.
        const QgsRectangle close = shown.canvas->extent();
        shown.canvas->zoomByFactor(8.0);
        shown.map.showThing(MapThing::Grid, smallGrids().at(3).code, std::nullopt);
        QVERIFY(shown.canvas->extent().width() < close.width() * 4.0);
        shown.map.showThing(MapThing::Place, {}, GeoPoint{116.6, 39.7});
        QVERIFY(shown.canvas->extent().contains(QgsPointXY(toMercator({116.6, 39.7}))));
        shown.map.showThing(MapThing::Case, u"nonsense"_s, std::nullopt);
        shown.map.showThing(MapThing::Grid, u"nowhere"_s, std::nullopt);
    }
    void goesToACaseBeforeAnythingIsDrawn()
    {
        MapView map(*mEngine, MapMode::Headless);
        map.widget()->resize(800, 600);
        map.widget()->show();
        map.showDistrict(picture());
        const auto *canvas = map.widget()->findChild<MapCanvas *>();
        const double whole = canvas->extent().width();
        map.showThing(MapThing::Case, caseAt(3, kCrowd).id.toText(), std::nullopt);
        QVERIFY2(canvas->extent().width() < whole / 2.0,
                 qPrintable(u"%1 of %2"_s.arg(canvas->extent().width()).arg(whole)));
        QTRY_VERIFY_WITH_TIMEOUT(!map.isBusy(), 30000);
    }
    void goesToWhatWasAskedForBeforeTheDistrictCame()
    {
        MapView map(*mEngine, MapMode::Headless);
        map.widget()->resize(800, 600);
        map.widget()->show();
        map.showThing(MapThing::Case, caseAt(3, kCrowd).id.toText(), kCrowd);
        map.showDistrict(picture());
        const auto *canvas = map.widget()->findChild<MapCanvas *>();
        const double near = canvas->extent().width();
        map.zoomToAll();
        QVERIFY2(near < canvas->extent().width() / 2.0,
                 qPrintable(u"%1 of %2"_s.arg(near).arg(canvas->extent().width())));
        QTRY_VERIFY_WITH_TIMEOUT(!map.isBusy(), 30000);
    }
    void theTickInThePanelHidesIt()
    {
        Shown shown(*mEngine);
        const QList<QgsMapLayer *> layers = mEngine->project()->mapLayersByName(u"Open cases"_s);
        QCOMPARE(layers.size(), 1);
        QgsLayerTreeLayer *node =
            mEngine->project()->layerTreeRoot()->findLayer(layers.first()->id());
        node->setItemVisibilityChecked(false);
        shown.settle();
        QVERIFY(shown.clickAt(shown.pixelOf(kAlone)).cases.isEmpty());
        node->setItemVisibilityChecked(true);
        shown.settle();
        QCOMPARE(shown.clickAt(shown.pixelOf(kAlone)).cases.size(), 1);
    }
    void filtersWhatIsShown()
    {
        Shown shown(*mEngine);
        CaseFilter red;
        red.levels = {CaseLevel::Red};
        shown.map.setCaseFilter(red);
        QVERIFY(shown.clickAt(shown.pixelOf(kAlone)).cases.isEmpty());
        QCOMPARE(shown.clickAt(shown.pixelOf(kCrowd)).cases, QList{caseAt(3, kCrowd).id});
    }
    void movesWithADrag()
    {
        Shown shown(*mEngine);
        const QPoint from(400, 300);
        QTest::mousePress(shown.canvas->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(shown.canvas->viewport(), from + QPoint(40, 10));
        const QImage dragged = shown.canvas->viewport()->grab().toImage();
        QTest::mouseRelease(shown.canvas->viewport(), Qt::LeftButton, {}, from + QPoint(40, 10));
        shown.settle();
        // The same symbol, moved by as much, before anything was rendered and after.
        const QImage after = shown.canvas->viewport()->grab().toImage();
        const QRect box(shown.pixelOf(kAlone) - QPoint(9, 9), QSize(18, 18));
        QCOMPARE(dragged.copy(box), after.copy(box));
    }
};

static const TestRegistration<TestOverlayDesk> registration;

} // namespace gridward

#include "test_overlaydesk.moc"
