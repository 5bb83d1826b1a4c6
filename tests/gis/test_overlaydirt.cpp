// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/engine/mapengine.h"
#include "gis/map/mapfurniture.h"
#include "gis/overlay/mercator.h"
#include "gis/overlay/overlaydirt.h"
#include "tests/support/overlaymap.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr QSize kDesk(1920, 1080);

bool covers(const std::vector<QRectF> &boxes, const QRectF &what)
{
    QRegion region;
    for (const QRectF &box : boxes) {
        region += box.toAlignedRect();
    }
    return (QRegion(what.toAlignedRect()) - region).isEmpty();
}

} // namespace

class TestOverlayDirt : public QObject
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

    void boxesAreFewAndCoverAll()
    {
        const QRectF seen(0, 0, 1920, 1080);
        QVERIFY(coalesced({}, seen, 16).empty());
        QVERIFY(coalesced({{-50, -50, 40, 40}}, seen, 16).empty()); // nobody sees it
        QCOMPARE(coalesced({{0, 0, 40, 40}, {100, 0, 40, 40}}, seen, 16).size(), std::size_t{2});
        // A chain of which each overlaps the next is one.
        QCOMPARE(coalesced({{0, 0, 40, 40}, {60, 0, 40, 40}, {30, 10, 40, 20}}, seen, 16),
                 (std::vector<QRectF>{{0, 0, 100, 40}}));
        QCOMPARE(coalesced({{0, 0, 1919, 1000}}, seen, 16), std::vector<QRectF>{seen});
        std::mt19937 random(3);
        for (const int count : {10, 17, 40, 127, 200, 3000}) {
            std::vector<QRectF> boxes;
            for (int i = 0; i < count; ++i) {
                boxes.emplace_back(random() % 1880, random() % 1040, 40, 40);
            }
            const std::vector<QRectF> few = coalesced(boxes, seen, 16);
            QVERIFY(few.size() <= 16);
            for (const QRectF &box : boxes) {
                QVERIFY(covers(few, box));
            }
        }
    }
    void aChangeRepaintsItsSymbolOnly()
    {
        OverlayMap shown(*mEngine, 4000, kDesk);
        PaintWatch watch(*shown.canvas->viewport());
        const auto isSmall = [&](int most) {
            (void)QTest::qWaitFor([&] { return watch.events() > 0; }, 5000);
            QTest::qWait(60); // no second one follows
            const qint64 all = qint64(kDesk.width()) * kDesk.height();
            const bool small = watch.events() == 1 && shown.overlay->boxesAsked() <= most &&
                               watch.pixels() * 50 < all;
            if (!small) {
                qWarning("%d events, %d boxes, %lld pixels",
                         watch.events(),
                         shown.overlay->boxesAsked(),
                         static_cast<long long>(watch.pixels()));
            }
            watch.restart();
            return small;
        };
        Case subject = shown.all.at(1002);
        subject.level = CaseLevel::Red;
        shown.map.updateCases({subject});
        QVERIFY(isSmall(1));
        const OverlayPainter &painter = shown.overlay->painter();
        QVERIFY(painter.symbolsPainted() > 0);
        QVERIFY(painter.symbolsVisited() <= painter.symbolsPainted() + 64);
        QVERIFY(shown.overlay->symbols().size() > 100);
        subject.state = CaseState::Closed;
        shown.map.updateCases({subject});
        QVERIFY(isSmall(3));
        Case moved = shown.all.at(502);
        moved.place = GeoPoint{116.3185, 39.9185};
        shown.map.updateCases({moved});
        QVERIFY(isSmall(3));
        // Alone, so that its picture is seen, which changes by itself.
        const auto alone = std::ranges::find_if(
            shown.overlay->symbols(), [](const ClusterSymbol &symbol) { return symbol.only >= 0; });
        QVERIFY(alone != shown.overlay->symbols().end());
        const CaseId id = shown.overlay->points().idOf(alone->only);
        Case other = *std::ranges::find(shown.all, id, &Case::id);
        other.classKey.code = other.classKey.code == u"09010"_s ? u"08010"_s : u"09010"_s;
        shown.map.updateCases({other});
        QVERIFY(isSmall(1));
        // The same again is no change.
        shown.map.updateCases({other});
        QTest::qWait(100);
        QCOMPARE(watch.events(), 0);
        shown.map.showThing(MapThing::Place, {}, GeoPoint{116.312, 39.912});
        QVERIFY(isSmall(1));
        shown.map.clearMark();
        QVERIFY(isSmall(1));
    }
    void aMinuteRepaintsWhatBecameLate()
    {
        QList<Case> cases = crowdedCases(100'000);
        for (qsizetype i = 0; i < cases.size(); ++i) {
            cases[i].dueAt = testStart() + std::chrono::hours(24);
            if (i < 10) { // far from each other
                cases[i].dueAt = testStart() + std::chrono::minutes(30);
                cases[i].place =
                    GeoPoint{116.302 + 0.004 * double(i % 5), 39.903 + 0.012 * double(i / 5)};
            }
        }
        OverlayMap shown(*mEngine, cases, kDesk);
        const int rebuildings = shown.overlay->groups().rebuildings();
        const int mergings = shown.overlay->groups().mergings();
        PaintWatch watch(*shown.canvas->viewport());
        shown.clock.set(testStart() + std::chrono::minutes(29));
        shown.overlay->checkClock();
        QTest::qWait(100);
        QCOMPARE(watch.events(), 0);
        shown.clock.set(testStart() + std::chrono::minutes(31));
        shown.overlay->checkClock();
        QTRY_VERIFY(watch.events() > 0);
        QCOMPARE(shown.overlay->boxesAsked(), 10);
        QCOMPARE(watch.events(), 1);
        QVERIFY(watch.pixels() * 50 < qint64(kDesk.width()) * kDesk.height());
        QCOMPARE(shown.overlay->groups().rebuildings(), rebuildings);
        QCOMPARE(shown.overlay->groups().mergings(), mergings + 1);
        QCOMPARE(shown.onScreen(), shown.paintedAnew());
    }
    void pulsesFarApartRepaintTheirBoxesOnly()
    {
        OverlayMap shown(*mEngine, 1000, kDesk, MapMode::Interactive);
        QList<Case> come = crowdedCases(3000).mid(1000);
        for (qsizetype i = 0; i < come.size(); ++i) {
            come[i].level = i % 100 == 0 ? CaseLevel::Red : CaseLevel::Blue;
            come[i].place = GeoPoint{116.302 + 0.0002 * double(i % 83), 39.902 + 8e-6 * double(i)};
        }
        PaintWatch watch(*shown.canvas->viewport());
        const int rebuildings = shown.overlay->groups().rebuildings();
        shown.map.updateCases(come);
        QTRY_COMPARE(shown.overlay->pulseCount(), static_cast<int>(Arrivals::kMost));
        watch.restart();
        QTRY_VERIFY(watch.events() >= 3);
        QCOMPARE(watch.wholes(), 0);
        const qint64 each = watch.pixels() / watch.events();
        QVERIFY2(each * 20 < qint64(kDesk.width()) * kDesk.height(),
                 qPrintable(QString::number(each)));
        QTRY_COMPARE_WITH_TIMEOUT(shown.overlay->pulseCount(), 0, 3000);
        QCOMPARE(shown.overlay->groups().rebuildings(), rebuildings);
        QTest::qWait(100);
        const int painted = shown.overlay->framesPainted();
        QTest::qWait(200);
        QCOMPARE(shown.overlay->framesPainted(), painted); // and then it rests
        QCOMPARE(shown.onScreen(), shown.paintedAnew());
    }
    void nothingIsRepaintedForWhatCannotBeSeen()
    {
        OverlayMap shown(*mEngine, 400, kDesk);
        shown.canvas->zoomByFactor(0.2);
        shown.settle();
        QTest::qWait(400);
        PaintWatch watch(*shown.canvas->viewport());
        Case far = shown.all.at(0);
        far.place = GeoPoint{116.40, 39.99};
        shown.map.updateCases({far});
        QTest::qWait(100);
        watch.restart();
        far.level = CaseLevel::Red;
        shown.map.updateCases({far});
        QTest::qWait(100);
        QCOMPARE(watch.events(), 0);
    }
    void whatIsPaintedBitByBitIsTheWholePicture_data()
    {
        QTest::addColumn<MapUse>("use");
        QTest::addColumn<double>("closer");
        QTest::newRow("desk") << MapUse::Work << 1.0;
        QTest::newRow("desk, near, staff with their names") << MapUse::Work << 0.35;
        QTest::newRow("wall, larger by half") << MapUse::Watch << 1.0;
    }
    void whatIsPaintedBitByBitIsTheWholePicture()
    {
        QFETCH(const MapUse, use);
        QFETCH(const double, closer);
        OverlayMap shown(*mEngine, 3000, {1280, 800}, MapMode::Headless, use);
        if (use == MapUse::Watch) {
            QFont large = shown.map.widget()->font();
            large.setPixelSize(17);
            shown.map.widget()->setFont(large);
        }
        if (closer < 1.0) {
            shown.canvas->zoomByFactor(closer);
        }
        shown.settle();
        QTest::qWait(400);
        QCOMPARE(shown.onScreen(), shown.paintedAnew());
        std::mt19937 random(2026);
        std::uniform_real_distribution<double> wide(0.0, 0.02);
        PaintWatch watch(*shown.canvas->viewport());
        int changes = 0;
        while (changes < 500) {
            QList<Case> some;
            for (int count = 1 + static_cast<int>(random() % 5); count > 0; --count, ++changes) {
                Case &subject = shown.all[static_cast<int>(random() % 3000)];
                switch (random() % 4) {
                case 0:
                    subject.level = CaseLevel{static_cast<int>(random() % 4)};
                    break;
                case 1:
                    subject.place = GeoPoint{116.30 + wide(random), 39.90 + wide(random)};
                    break;
                case 2:
                    subject.state = isOpen(subject.state) ? CaseState::Closed : CaseState::Filed;
                    break;
                default:
                    subject.classKey.code = u"0%1010"_s.arg(1 + random() % 9);
                    break;
                }
                some.append(subject);
            }
            if (random() % 3 == 0) {
                QList<StaffMark> staff;
                for (int i = 0; i < 12; ++i) {
                    staff.append({u"p%1"_s.arg(i),
                                  u"王%1"_s.arg(i),
                                  u"grid"_s,
                                  testStart(),
                                  {116.3085 + wide(random) / 10, 39.9085 + wide(random) / 10}});
                }
                shown.map.setStaff(staff);
            }
            if (random() % 4 == 0) {
                shown.overlay->markCase(shown.all.at(static_cast<int>(random() % 3000)).id);
            }
            shown.map.updateCases(some);
            QTest::qWait(random() % 3 == 0 ? 40 : 5);
        }
        shown.settle();
        QCOMPARE(watch.wholes(), 0);
        QVERIFY(watch.boxes() > 100);
        const QImage bits = shown.onScreen();
        QCOMPARE(bits, shown.paintedAnew());
        QVERIFY(watch.wholes() > 0);
    }
    void memoryStaysAsItIs()
    {
        OverlayMap shown(*mEngine, 2000, {800, 600});
        const auto round = [&](int turn) {
            QList<Case> some;
            for (int i = 0; i < 50; ++i) {
                Case &subject = shown.all[(turn * 50 + i) % 2000];
                subject.state = isOpen(subject.state) ? CaseState::Closed : CaseState::Filed;
                some.append(subject);
            }
            shown.map.updateCases(some);
            QTest::qWait(35);
        };
        for (int turn = 0; turn < 80; ++turn) {
            round(turn);
        }
        const std::size_t dirt = shown.overlay->dirtCapacity();
        QVERIFY(dirt < 8000);
        for (int turn = 0; turn < 80; ++turn) {
            round(turn);
        }
        QCOMPARE(shown.overlay->dirtCapacity(), dirt);
    }
    void theFurniturePaintsWhatIsExposedOnly()
    {
        OverlayMap shown(*mEngine, 100, {800, 600});
        const int before = shown.furniture->partsPainted();
        shown.canvas->viewport()->update(QRect(390, 290, 60, 60));
        QTest::qWait(50);
        QCOMPARE(shown.furniture->partsPainted(), before);
        shown.canvas->viewport()->update(QRect(20, 560, 20, 20)); // its scale bar
        QTest::qWait(50);
        QCOMPARE(shown.furniture->partsPainted(), before + 1);
        shown.canvas->viewport()->update();
        QTest::qWait(50);
        QVERIFY(shown.furniture->partsPainted() >= before + 3);
    }
};

static const TestRegistration<TestOverlayDirt> registration;

} // namespace gridward

#include "test_overlaydirt.moc"
