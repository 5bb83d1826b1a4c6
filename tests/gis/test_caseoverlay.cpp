// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/caseoverlaypainter.h"
#include "gis/overlay/clusterer.h"
#include "gis/overlay/mercator.h"
#include "gis/overlay/overlaypainter.h"
#include "gis/overlay/spread.h"
#include "models/view/levelcolors.h"
#include "tests/support/testregistry.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const Instant kNow = *instantFromIso(u"2026-11-20T08:00:00Z");

/** Open cases in and around a few crowded places of a district, always the same ones. */
QList<Case> manyCases(int count)
{
    std::mt19937 random(7);
    std::normal_distribution<double> near(0.0, 0.004);
    std::uniform_real_distribution<double> wide(0.0, 0.05);
    QList<Case> cases;
    for (int i = 0; i < count; ++i) {
        Case subject;
        subject.id = CaseId::make(kNow - std::chrono::minutes(i), 0, static_cast<quint64>(i));
        subject.state = i % 3 == 0 ? CaseState::Handling : CaseState::Filed;
        subject.level = CaseLevel{i % 97 == 0 ? 3 : i % 31 == 0 ? 2 : i % 7 == 0 ? 1 : 0};
        subject.classKey = {defaultScheme(), CaseKind::Matter, u"0%1010"_s.arg(1 + i % 9)};
        subject.reportedAt = kNow - std::chrono::minutes(i);
        subject.dueAt = kNow + std::chrono::minutes(i % 5 == 0 ? -1 : 60 + i % 600);
        subject.place = i % 2 == 0 ? GeoPoint{116.38 + wide(random), 39.88 + wide(random)}
                                   : GeoPoint{116.40 + near(random), 39.90 + near(random)};
        cases.append(subject);
    }
    return cases;
}

int sumOf(const std::vector<ClusterSymbol> &symbols)
{
    return std::accumulate(symbols.begin(),
                           symbols.end(),
                           0,
                           [](int sum, const ClusterSymbol &symbol) { return sum + symbol.count; });
}

/** In an order of its own; cells are numbered as they come, so their numbers say nothing. */
std::vector<ClusterSymbol> sorted(std::vector<ClusterSymbol> symbols)
{
    std::ranges::sort(symbols, {}, [](const ClusterSymbol &s) { return std::pair(s.x, s.y); });
    for (ClusterSymbol &symbol : symbols) {
        symbol.firstCell = -1;
        symbol.only = std::min(symbol.only, 0);
    }
    return symbols;
}

CaseFilter filterOf(QList<CaseLevel> levels, QList<CaseState> states = {})
{
    CaseFilter filter;
    filter.levels = std::move(levels);
    filter.states = std::move(states);
    return filter;
}

QImage painted(OverlayPainter &painter, const OverlayView &view, const OverlayFrame &frame)
{
    QImage image(view.area.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter onto(&image);
    painter.paint(onto, view, frame, view.area);
    return image;
}

const QPointF kMiddle = toMercator({116.40, 39.90});

} // namespace

class TestCaseOverlay : public QObject
{
    Q_OBJECT
private slots:
    void projects()
    {
        const QPointF point = toMercator({116.4, 39.9});
        QVERIFY(std::abs(point.x() - 12957588.70) < 0.5); // by PROJ
        QVERIFY(std::abs(point.y() - 4851421.75) < 1.0);
        const GeoPoint back = fromMercator(point);
        QVERIFY(std::abs(back.longitude - 116.4) < 1e-9 && std::abs(back.latitude - 39.9) < 1e-9);
    }
    void choosesPictograms()
    {
        QCOMPARE(pictogramOf({defaultScheme(), CaseKind::Matter, u"06010"_s}), 6);
        QCOMPARE(pictogramOf({defaultScheme(), CaseKind::Component, u"0102"_s}), 1);
        QCOMPARE(pictogramOf({u"GBT30428.2-2013"_s, CaseKind::Matter, u"0102"_s}), 6);
        QCOMPARE(pictogramOf({u"own"_s, CaseKind::Matter, u"77"_s}), 10);
        QCOMPARE(pictogramOf({}), 10);
    }
    void countsAddUpAtEveryScale()
    {
        CaseColumns cases;
        cases.assign(manyCases(4000), kNow);
        CaseClusterer clusterer;
        for (const double units : {0.05, 0.3, 1.0, 4.0, 9.0, 30.0, 400.0, 1e5}) {
            clusterer.rebuild(cases.columns(), zoomStepOf(units));
            const std::vector<ClusterSymbol> &symbols = clusterer.symbols();
            QCOMPARE(sumOf(symbols), 4000);
            std::vector<std::int32_t> members;
            for (const ClusterSymbol &symbol : symbols) {
                const std::size_t before = members.size();
                clusterer.members(symbol, members);
                QCOMPARE(static_cast<int>(members.size() - before), symbol.count);
                int late = 0;
                int level = 0;
                for (std::size_t i = before; i < members.size(); ++i) {
                    late += cases.isOverdue(members[i]) ? 1 : 0;
                    level = std::max(level, static_cast<int>(cases.levelOf(members[i])));
                    QCOMPARE(clusterer.symbolOf(members[i]), &symbol);
                }
                QCOMPARE(late, symbol.overdue);
                QCOMPARE(level, static_cast<int>(symbol.level));
            }
            std::ranges::sort(members);
            QVERIFY(std::ranges::adjacent_find(members) == members.end());
        }
    }
    void symbolsDoNotOverlap()
    {
        CaseColumns cases;
        cases.assign(manyCases(4000), kNow);
        CaseClusterer clusterer;
        for (double units = 0.4; units < 100.0; units *= 1.07) {
            clusterer.rebuild(cases.columns(), zoomStepOf(units));
            const std::vector<ClusterSymbol> &symbols = clusterer.symbols();
            for (std::size_t i = 0; i < symbols.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    const double pixels =
                        std::hypot(symbols[i].x - symbols[j].x, symbols[i].y - symbols[j].y) /
                        units;
                    QVERIFY(pixels >= double(symbols[i].radius) + double(symbols[j].radius) - 1e-6);
                }
            }
        }
    }
    void panningNeverRegroups()
    {
        CaseColumns cases;
        cases.assign(manyCases(2000), kNow);
        CaseClusterer clusterer;
        const double units = 7.3;
        clusterer.rebuild(cases.columns(), zoomStepOf(units));
        OverlayFrame frame;
        frame.points = cases.columns();
        frame.cases = clusterer.symbols();
        OverlayPainter painter(MapTheme::Day);
        const QSizeF size(400, 300);
        const QImage still = painted(painter, OverlayView::make(kMiddle, units, size), frame);
        // By whole pixels: the same picture, moved.
        for (const QPoint &by : {QPoint(1, 0), QPoint(-37, 22), QPoint(0, 64)}) {
            const QPointF middle = kMiddle + QPointF(-by.x(), by.y()) * units;
            const QImage moved = painted(painter, OverlayView::make(middle, units, size), frame);
            const QRect both = still.rect() & still.rect().translated(by);
            QCOMPARE(moved.copy(both), still.copy(both.translated(-by)));
        }
        // By parts of a pixel, with the noise of the map's own arithmetic: the same groups.
        for (int i = 1; i < 50; ++i) {
            QCOMPARE(zoomStepOf(units * (1.0 + 1e-9 * i)), clusterer.zoomStep());
            const QPointF middle = kMiddle + QPointF(0.13 * i, -0.41 * i) * units;
            const OverlayView view = OverlayView::make(middle, units, size);
            QVERIFY(std::abs(view.pixelOf(middle.x(), middle.y()).x() - 200.0) < 1e-6);
            painted(painter, view, frame);
        }
        QCOMPARE(clusterer.mergings(), 1);
        QCOMPARE(clusterer.rebuildings(), 1);
        QCOMPARE(painter.atlasesMade(), 1);
    }
    void changesGiveTheSameAsAllAnew()
    {
        QList<Case> all = manyCases(3000);
        CaseColumns cases;
        cases.assign(all.mid(0, 2500), kNow);
        CaseClusterer clusterer;
        clusterer.rebuild(cases.columns(), zoomStepOf(5.0));
        QCOMPARE(sumOf(clusterer.symbols()), 2500);
        const auto change = [&](const Case &subject) {
            if (const auto old = cases.find(subject.id); old != CaseColumns::kNone) {
                clusterer.remove(cases.columns(), old);
            }
            if (const auto now = cases.put(subject, kNow); now != CaseColumns::kNone) {
                clusterer.add(cases.columns(), now);
            }
        };
        for (int i = 0; i < 500; ++i) {
            all[i].state = CaseState::Closed; // ended
            change(all.at(i));
            all[500 + i].level = CaseLevel::Red; // changed
            all[500 + i].place = GeoPoint{116.39, 39.89 + i * 1e-4};
            change(all.at(500 + i));
            change(all.at(2500 + i)); // new
        }
        all[600].place.reset(); // never an invented point
        change(all.at(600));
        QCOMPARE(cases.count(), 2499);
        CaseColumns fresh;
        fresh.assign(all, kNow);
        CaseClusterer anew;
        anew.rebuild(fresh.columns(), zoomStepOf(5.0));
        QVERIFY(sorted(clusterer.symbols()) == sorted(anew.symbols()));
        QCOMPARE(clusterer.rebuildings(), 1);
    }
    void memoryStaysAsItIs()
    {
        const QList<Case> all = manyCases(2000);
        CaseColumns cases;
        cases.assign(all, kNow);
        CaseClusterer clusterer;
        const auto round = [&](int turn) {
            for (int i = 0; i < 200; ++i) {
                Case subject = all.at((turn * 200 + i) % all.size());
                const auto old = cases.find(subject.id);
                subject.state = old == CaseColumns::kNone ? CaseState::Filed : CaseState::Closed;
                if (old != CaseColumns::kNone) {
                    clusterer.remove(cases.columns(), old);
                }
                if (const auto now = cases.put(subject, kNow); now != CaseColumns::kNone) {
                    clusterer.add(cases.columns(), now);
                }
            }
            if (clusterer.isWorn()) {
                clusterer.rebuild(cases.columns(), clusterer.zoomStep());
            }
            (void)clusterer.symbols();
        };
        clusterer.rebuild(cases.columns(), zoomStepOf(2.0));
        for (int turn = 0; turn < 40; ++turn) {
            round(turn);
        }
        const std::size_t rows = cases.capacity();
        const std::size_t groups = clusterer.capacity();
        for (int turn = 0; turn < 400; ++turn) {
            round(turn);
        }
        QCOMPARE(cases.capacity(), rows); // rows of ended cases are used again
        QCOMPARE(clusterer.capacity(), groups);
    }
    void filters()
    {
        CaseColumns cases;
        const QList<Case> all = manyCases(970);
        cases.assign(all, kNow);
        const auto shown = [&](const CaseFilter &filter) {
            cases.setFilter(filter, kNow);
            CaseClusterer clusterer;
            clusterer.rebuild(cases.columns(), zoomStepOf(3.0));
            return std::pair(cases.shownCount(), sumOf(clusterer.symbols()));
        };
        const auto expected = [&](const auto &matches) {
            const int count = static_cast<int>(std::ranges::count_if(all, matches));
            return std::pair(count, count);
        };
        QCOMPARE(shown({}), std::pair(970, 970));
        QCOMPARE(shown(filterOf({CaseLevel::Red, CaseLevel::Orange})),
                 expected([](const Case &c) { return c.level >= CaseLevel::Orange; }));
        QCOMPARE(shown(filterOf({}, {CaseState::Handling})),
                 expected([](const Case &c) { return c.state == CaseState::Handling; }));
        CaseFilter late;
        late.overdueOnly = true;
        QCOMPARE(shown(late), expected([](const Case &c) { return isOverdue(c, kNow); }));
        CaseFilter young;
        young.youngerThan = std::chrono::hours(2);
        QCOMPARE(shown(young), std::pair(120, 120));
        // The filter holds for what comes later, and is said to have changed only if it did.
        Case old = all.first();
        old.reportedAt = kNow - std::chrono::hours(3);
        QVERIFY(!cases.isShown(cases.put(old, kNow)));
        QVERIFY(!cases.setFilter(young, kNow));
        QVERIFY(cases.setFilter({}, kNow));
    }
    void timeAloneMakesLate()
    {
        Case subject = manyCases(2).at(1); // due in an hour and a minute
        CaseColumns cases;
        cases.assign({subject}, kNow);
        QVERIFY(cases.refresh(kNow + std::chrono::minutes(61)).empty());
        const std::vector<CaseColumns::Index> first{0};
        QCOMPARE(cases.refresh(kNow + std::chrono::minutes(62),
                               [&](auto index) { QVERIFY(!cases.isOverdue(index)); }),
                 first);
        QVERIFY(cases.isOverdue(0));
        QVERIFY(cases.refresh(kNow + std::chrono::minutes(63)).empty());
        subject.handledAt = kNow; // in time, and judged by that
        cases.put(subject, kNow + std::chrono::hours(9));
        QVERIFY(!cases.isOverdue(0));
    }
    void whatTimeChangesGivesTheSameAsAllAnew()
    {
        CaseColumns cases;
        CaseFilter young;
        young.youngerThan = std::chrono::hours(30);
        cases.setFilter(young, kNow);
        const QList<Case> all = manyCases(3000); // one a minute back, due within eleven hours
        cases.assign(all, kNow);
        CaseClusterer clusterer;
        clusterer.rebuild(cases.columns(), zoomStepOf(5.0));
        std::size_t changes = 0;
        for (int minute = 30; minute < 900; minute += 90) {
            const Instant now = kNow + std::chrono::minutes(minute);
            const auto shown = [&](auto index) { return cases.isShown(index); };
            const std::vector<CaseColumns::Index> changed =
                cases.refresh(now, [&](CaseColumns::Index index) {
                    if (shown(index)) {
                        clusterer.remove(cases.columns(), index);
                    }
                });
            for (const CaseColumns::Index index : changed) {
                if (shown(index)) {
                    clusterer.add(cases.columns(), index);
                }
            }
            changes += changed.size();
            CaseColumns fresh;
            fresh.setFilter(young, now);
            fresh.assign(all, now);
            CaseClusterer anew;
            anew.rebuild(fresh.columns(), zoomStepOf(5.0));
            QVERIFY(sorted(clusterer.symbols()) == sorted(anew.symbols()));
        }
        QVERIFY(changes > 1000);
        QCOMPARE(clusterer.rebuildings(), 1);
    }
    void sortsByUrgency()
    {
        QList<Case> all = manyCases(4); // the first is red and late, the others blue, each older
        all[3].dueAt = kNow - std::chrono::minutes(1);
        CaseColumns cases;
        cases.assign(all, kNow);
        std::vector<CaseColumns::Index> order{1, 2, 3, 0};
        cases.sortByUrgency(order);
        QCOMPARE(order, (std::vector<CaseColumns::Index>{0, 3, 2, 1}));
    }
    void writesLargeNumbers()
    {
        QCOMPARE(countText(9999, true), u"9999"_s);
        QCOMPARE(countText(10'000, true), u"1万"_s);
        QCOMPARE(countText(12'999, true), u"1.2万"_s);
        QCOMPARE(countText(123'456, true), u"12万"_s);
        QCOMPARE(countText(10'000, false), u"10k"_s);
        QCOMPARE(overdueStepsOf(0, 10), 0);
        QCOMPARE(overdueStepsOf(1, 1000), 1);
        QCOMPARE(overdueStepsOf(10, 10), kOverdueSteps);
    }
    void spreadsMembersApart()
    {
        for (int count = 2; count <= kMostSpread; ++count) {
            const std::vector<QPointF> offsets = spreadOffsets(count);
            QCOMPARE(static_cast<int>(offsets.size()), count);
            Spread spread;
            for (const QPointF &offset : offsets) {
                spread.members.push_back({0, {}, offset});
            }
            for (int i = 0; i < count; ++i) {
                QCOMPARE(spread.memberAt(offsets[static_cast<std::size_t>(i)]), i);
                for (int j = 0; j < i; ++j) {
                    const QPointF way =
                        offsets[static_cast<std::size_t>(i)] - offsets[static_cast<std::size_t>(j)];
                    QVERIFY(std::hypot(way.x(), way.y()) >= 34.0);
                }
            }
            QCOMPARE(spread.memberAt({spread.reach() + 5.0, 0}), -1);
            QVERIFY(spread.reach() < 110.0);
        }
    }
    void paintsOnlyWhatIsSeen()
    {
        CaseColumns cases;
        cases.assign(manyCases(2000), kNow);
        CaseClusterer clusterer;
        clusterer.rebuild(cases.columns(), zoomStepOf(2.0));
        OverlayFrame frame;
        frame.points = cases.columns();
        frame.cases = clusterer.symbols();
        OverlayPainter painter(MapTheme::Night);
        const OverlayView view = OverlayView::make(kMiddle, 2.0, {300, 200});
        const QImage whole = painted(painter, view, frame);
        QVERIFY(painter.symbolsPainted() > 10);
        QVERIFY(painter.symbolsPainted() < static_cast<int>(clusterer.symbols().size()));
        // A part painted by itself is the same part.
        QImage part(300, 200, QImage::Format_ARGB32_Premultiplied);
        part.fill(Qt::white);
        const QRect box(120, 80, 40, 30);
        QPainter onto(&part);
        onto.setClipRect(box);
        painter.paint(onto, view, frame, box);
        onto.end();
        QCOMPARE(part.copy(box), whole.copy(box));
    }
    void findsSymbolsByPlace()
    {
        CaseColumns cases;
        QList<Case> all = manyCases(4000);
        all[0].place = GeoPoint{-170.0, 89.0}; // far away, and no reason for a million strips
        cases.assign(all, kNow);
        CaseClusterer clusterer;
        std::mt19937 random(5);
        std::uniform_real_distribution<double> share(0.0, 1.0);
        for (const double units : {0.02, 0.5, 3.0, 40.0, 1e6}) {
            clusterer.rebuild(cases.columns(), zoomStepOf(units));
            const std::vector<ClusterSymbol> &symbols = clusterer.symbols();
            const SymbolIndex &index = clusterer.index();
            for (int i = 0; i < 200; ++i) {
                const QSizeF size = QSizeF(share(random), share(random)) * 6000.0;
                const QPointF corner(kMiddle.x() - 6000.0 * share(random),
                                     kMiddle.y() - 6000.0 * share(random));
                const QRectF box = i == 0 ? QRectF(-3e7, -3e8, 6e7, 6e8) : QRectF(corner, size);
                std::vector<std::int32_t> found;
                index.find(box, found);
                std::ranges::sort(found);
                std::vector<std::int32_t> expected;
                for (std::size_t j = 0; j < symbols.size(); ++j) {
                    if (box.contains(symbols[j].x, symbols[j].y)) {
                        expected.push_back(static_cast<std::int32_t>(j));
                    }
                }
                QCOMPARE(found, expected);
            }
        }
        clusterer.rebuild({}, 0);
        std::vector<std::int32_t> none;
        clusterer.index().find(QRectF(-3e7, -3e8, 6e7, 6e8), none);
        QVERIFY(none.empty());
    }
    void looksAtLittleMoreThanIsExposed()
    {
        CaseColumns cases;
        cases.assign(manyCases(100'000), kNow);
        CaseClusterer clusterer;
        const double units = 0.3;
        clusterer.rebuild(cases.columns(), zoomStepOf(units));
        OverlayFrame frame;
        frame.points = cases.columns();
        frame.cases = clusterer.symbols();
        QVERIFY(frame.cases.size() > 10'000);
        OverlayPainter painter(MapTheme::Day);
        const std::array boxes{QRectF(100, 100, 60, 60), QRectF(1500, 900, 60, 60)};
        for (const double rotation : {0.0, 30.0}) {
            const OverlayView view =
                OverlayView::make(kMiddle, units, QSizeF(1920, 1080), rotation);
            frame.index = &clusterer.index();
            const QImage found = painted(painter, view, frame);
            QVERIFY(painter.symbolsPainted() > 300);
            // A turned map is looked for in the box around it.
            QVERIFY(painter.symbolsVisited() <=
                    (rotation == 0.0 ? painter.symbolsPainted() + 64 : 5000));
            // Two boxes far apart are two boxes.
            QImage bits = found;
            QPainter onto(&bits);
            onto.setClipRegion(QRegion(100, 100, 60, 60) + QRegion(1500, 900, 60, 60));
            onto.fillRect(bits.rect(), Qt::white);
            painter.paint(onto, view, frame, boxes);
            onto.end();
            QVERIFY(painter.symbolsVisited() <= painter.symbolsPainted() + 64);
            QVERIFY(painter.symbolsPainted() < 64);
            QCOMPARE(bits, found);
            frame.index = nullptr;
            QCOMPARE(found, painted(painter, view, frame));
            QCOMPARE(painter.symbolsVisited(), static_cast<qint64>(frame.cases.size()));
        }
    }
    void levelsHaveTheColoursOfAllScreens()
    {
        for (const CaseLevel level :
             {CaseLevel::Blue, CaseLevel::Yellow, CaseLevel::Orange, CaseLevel::Red}) {
            QCOMPARE(levelColor(level, MapTheme::Day).rgba(), levelFillRgb(level, Daylight::Day));
            QCOMPARE(levelColor(level, MapTheme::Night).rgba(),
                     levelFillRgb(level, Daylight::Night));
        }
    }
    void paintsSharplyAtAnyDensity()
    {
        Case subject = manyCases(1).first();
        subject.place = GeoPoint{116.40, 39.90};
        CaseColumns cases;
        cases.assign({subject}, kNow);
        CaseClusterer clusterer;
        clusterer.rebuild(cases.columns(), zoomStepOf(1.0));
        OverlayFrame frame;
        frame.points = cases.columns();
        frame.cases = clusterer.symbols();
        OverlayPainter painter(MapTheme::Day);
        const OverlayView view = OverlayView::make(kMiddle, 1.0, {60, 60});
        for (const int density : {1, 2, 3}) {
            QImage image(60 * density, 60 * density, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            image.setDevicePixelRatio(density);
            QPainter onto(&image);
            painter.paint(onto, view, frame, view.area);
            onto.end();
            // A red square with straight edges: its middle is red, and it is as wide as it should.
            const QColor red = levelColor(CaseLevel::Red, MapTheme::Day);
            int width = 0;
            for (int x = 0; x < image.width(); ++x) {
                width += image.pixelColor(x, image.height() / 2 + 7 * density) == red ? 1 : 0;
            }
            QVERIFY2(std::abs(width - 18 * density) <= 2 * density,
                     qPrintable(QString::number(width)));
        }
    }
    void paintsForPaper()
    {
        auto snapshot = std::make_shared<OverlaySnapshot>();
        snapshot->cases.assign(manyCases(500), kNow);
        const CaseOverlayPainter paper(snapshot, MapTheme::Day);
        QImage pictures[2];
        for (QImage &picture : pictures) {
            picture = QImage(1240, 877, QImage::Format_RGB32);
            picture.fill(Qt::white);
            QPainter onto(&picture);
            const double height = 9000.0 * 877 / 1240;
            paper.paint(onto,
                        {kMiddle.x() - 4500.0, kMiddle.y() - height / 2, 9000.0, height},
                        picture.size(),
                        300.0);
        }
        QCOMPARE(pictures[0], pictures[1]);
        QImage blank = pictures[0];
        blank.fill(Qt::white);
        QVERIFY(pictures[0] != blank);
        QVERIFY(snapshot->cases.count() == 500);
    }
};

static const TestRegistration<TestCaseOverlay> registration;

} // namespace gridward

#include "test_caseoverlay.moc"
