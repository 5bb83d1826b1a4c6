// SPDX-License-Identifier: GPL-3.0-or-later
// How surfaces are ordered, compared, stepped through and asked about.
#include "gis/engine/mapengine.h"
#include "gis/heat/analysisview.h"
#include "gis/heat/heatmeasure.h"
#include "gis/heat/heatramp.h"
#include "gis/heat/heatraster.h"
#include "gis/heat/placedheat.h"
#include "tests/support/testregistry.h"

#include <QColor>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const auto kFrom = u"2026-11-01T00:00:00Z"_s;

Instant start()
{
    return instantFromIso(kFrom).value();
}

/** So many cases over two kilometres, an hour apart, of a period of thirty days. */
CasePoints scattered(int count, quint32 seed = 7)
{
    QRandomGenerator random(seed);
    CasePoints points;
    points.from = start();
    points.to = start() + std::chrono::days(30);
    const auto between = std::chrono::milliseconds(points.to - points.from) / (count + 1);
    for (int i = 0; i < count; ++i) {
        points.longitudes.append(116.30 + random.generateDouble() * 0.02);
        points.latitudes.append(39.90 + random.generateDouble() * 0.02);
        points.ids.append(
            CaseId::make(start() + between * (i + 1), 0, static_cast<quint64>(i + 1)));
    }
    return points;
}

HeatInput inputOf(const CasePoints &points)
{
    HeatInput input;
    input.points = points;
    input.ground = GeoExtent{116.30, 39.90, 116.32, 39.92};
    return input;
}

Result<HeatSurfaces> surfacesOf(PlacedHeat &placed,
                                const HeatOrder &order,
                                bool isCoarse = false,
                                const HeatPlay &play = {})
{
    return makeHeatSurfaces(
        placed, {order, play, isCoarse}, [] { return false; }, [](double) {});
}

std::shared_ptr<PlacedHeat> placed(const HeatInput &input)
{
    return PlacedHeat::place(input, [] { return false; }).value();
}

/** CIE lightness on white, from 0 to 100. */
double lightnessOf(quint32 argb)
{
    const QColor colour = QColor::fromRgb(onWhite(argb));
    const auto linear = [](float channel) {
        const double c = static_cast<double>(channel);
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const double light = 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
                         0.0722 * linear(colour.blueF());
    return light <= 0.008856 ? 903.3 * light : 116.0 * std::cbrt(light) - 16.0;
}

} // namespace

class TestHeatDesk : public QObject
{
    Q_OBJECT
    QTemporaryDir mProfile;
    std::unique_ptr<MapEngine> mEngine;

private slots:
    void initTestCase()
    {
        mEngine = MapEngine::start(mProfile.filePath(u"profile"_s)).value();
        qRegisterMetaType<HeatSpot>();
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }
    void cleanupTestCase() { mEngine.reset(); }

    void aDragLeavesOneExactSurface()
    {
        AnalysisView view(*mEngine, MapMode::Headless);
        view.widget()->resize(480, 360);
        view.widget()->show();
        QSignalSpy completed(&view, &AnalysisPort::surfaceCompleted);
        QSignalSpy coarse(&view, &AnalysisPort::coarseShown);
        view.setPoints(scattered(20000));
        QVERIFY(completed.wait(60000));
        QCOMPARE(view.work().exact, 1);
        const int before = view.work().coarse;
        coarse.clear();
        HeatOrder order;
        for (int step = 1; step <= 50; ++step) {
            order.recipe.bandwidth = 300.0 + 20.0 * step;
            view.setHeat(order);
            QTest::qWait(10); // as a hand moves
        }
        QVERIFY(completed.wait(60000));
        QTRY_VERIFY_WITH_TIMEOUT(!view.isBusy(), 60000);
        QCOMPARE(view.work().exact, 2);
        QCOMPARE(completed.size(), 2);
        QCOMPARE(completed.last().first().value<HeatFacts>().radiusMetres, 1300.0);
        QCOMPARE(view.work().mostAtOnce, 1);
        QVERIFY(view.work().coarse - before >= 2); // there was something to see on the way
        QCOMPARE(coarse.size(), view.work().coarse - before);
    }
    void coarseIsNearTheExactOne()
    {
        const auto heat = placed(inputOf(scattered(5000)));
        HeatOrder order;
        const HeatSurface exact = surfacesOf(*heat, order).value().first;
        const HeatSurface coarse = surfacesOf(*heat, order, true).value().first;
        QCOMPARE(coarse.grid.pixel, 4.0 * exact.grid.pixel);
        QCOMPARE(coarse.facts.cases, exact.facts.cases);
        double worst = 0.0;
        for (int row = 0; row < coarse.grid.rows; ++row) {
            for (int column = 0; column < coarse.grid.columns; ++column) {
                // The centre of a coarse cell is a corner of four exact ones.
                const int x = 4 * column + 2;
                const int y = 4 * row + 2;
                if (x >= exact.grid.columns || y >= exact.grid.rows) {
                    continue;
                }
                const auto at = [&](int c, int r) {
                    return static_cast<double>(
                        exact.values.at(static_cast<std::size_t>(r * exact.grid.columns + c)));
                };
                const double mean = (at(x, y) + at(x - 1, y) + at(x, y - 1) + at(x - 1, y - 1)) / 4;
                const double seen = static_cast<double>(
                    coarse.values.at(static_cast<std::size_t>(row * coarse.grid.columns + column)));
                worst = std::max(worst, std::abs(seen - mean));
            }
        }
        QVERIFY2(worst < 0.05 * exact.facts.highest, qPrintable(QString::number(worst)));
    }
    void aSpotKnowsItsCases()
    {
        const CasePoints points = scattered(2000);
        const auto heat = placed(inputOf(points));
        const GeoPoint here{116.31, 39.91};
        const HeatSpot spot = heat->near(here, {}, 300.0);
        QVERIFY(spot.count > 20 && spot.count == spot.nearest.size());
        QVERIFY(std::ranges::is_sorted(spot.nearest, std::less<double>(), &NearCase::metres));
        // Against degrees, whose lengths here are known: 85.4 km and 111.0 km within 0.3 %.
        int within = 0;
        for (qsizetype i = 0; i < points.ids.size(); ++i) {
            const double metres = std::hypot((points.longitudes.at(i) - here.longitude) * 85'390.0,
                                             (points.latitudes.at(i) - here.latitude) * 111'030.0);
            const bool isNear = std::ranges::any_of(
                spot.nearest, [&](const NearCase &one) { return one.id == points.ids.at(i); });
            within += metres < 300.0 ? 1 : 0;
            if (std::abs(metres - 300.0) > 1.5) {
                QCOMPARE(isNear, metres < 300.0);
            }
        }
        QVERIFY(std::abs(within - spot.count) <= 2);
    }
    void clickingTellsTheCases()
    {
        AnalysisView view(*mEngine, MapMode::Headless);
        view.widget()->resize(480, 360);
        view.widget()->show();
        QSignalSpy completed(&view, &AnalysisPort::surfaceCompleted);
        QSignalSpy spots(&view, &AnalysisPort::spotChosen);
        view.chooseMiddle(); // nothing is there yet to be asked about
        view.setPoints(scattered(500));
        QVERIFY(completed.wait(60000));
        QTRY_VERIFY_WITH_TIMEOUT(!view.isBusy(), 60000);
        view.chooseMiddle();
        QVERIFY(spots.wait(10000));
        QCOMPARE(spots.size(), 1);
        const auto spot = spots.first().first().value<HeatSpot>();
        QVERIFY(spot.count > 0 && spot.value && *spot.value > 0.0);
        QCOMPARE(spot.reach, 300.0);
    }
    void differenceAndRatio()
    {
        HeatInput input = inputOf(scattered(4000, 7));
        input.compared = scattered(1000, 8);
        const auto heat = placed(input);
        HeatOrder order;
        order.layout = HeatLayout::SideBySide;
        const HeatSurfaces two = surfacesOf(*heat, order).value();
        QVERIFY(two.other);
        QCOMPARE(two.other->grid, two.first.grid);
        QCOMPARE(two.other->breaks, two.first.breaks); // the same colour is the same value
        QCOMPARE(two.other->facts.cases, 1000);
        order.compare = HeatCompare::Difference;
        const HeatSurface less = surfacesOf(*heat, order).value().first;
        order.compare = HeatCompare::Ratio;
        const HeatSurface by = surfacesOf(*heat, order).value().first;
        QCOMPARE(less.facts.compared, 1000);
        int known = 0;
        for (std::size_t i = 0; i < less.values.size(); ++i) {
            const double a = static_cast<double>(two.first.values[i]);
            const double b = static_cast<double>(two.other->values[i]);
            QVERIFY(std::abs(static_cast<double>(less.values[i]) - (a - b)) <
                    1.0e-3 * (a + b) + 1e-6);
            // Five cases of the other period in reach, weighted as the kernel does: of a quartic
            // the peak is 3 / (pi h²).
            const double inReach = b / 1.0e6 / (3.0 / (std::numbers::pi * 300.0 * 300.0));
            const double ratio = static_cast<double>(by.values[i]);
            if (std::abs(inReach - 5.0) < 1.0e-3) {
                continue;
            }
            QCOMPARE(ratio == kHeatNoData, inReach < 5.0);
            if (inReach > 5.0) {
                ++known;
                QVERIFY(std::abs(ratio - a / b) < 1.0e-4 * (a / b));
            }
        }
        QVERIFY(known > 1000 && by.facts.hasUnknown && !less.facts.hasUnknown);
        // Less and more have colours of their own, on both sides of nothing.
        const QList<HeatStop> stops = heatStops(less.breaks, false, order.ramp, MapTheme::Day);
        QCOMPARE(stops.first().value, -stops.last().value);
        QVERIFY(QColor::fromRgb(stops.first().argb).blue() >
                QColor::fromRgb(stops.first().argb).red());
        QVERIFY(QColor::fromRgb(stops.last().argb).red() >
                QColor::fromRgb(stops.last().argb).blue());
    }
    void stepsShareTheirScale()
    {
        const auto heat = placed(inputOf(scattered(3000)));
        HeatPlay play;
        for (int day = 0; day <= 30; day += 10) {
            play.bounds.append(start() + std::chrono::days(day));
        }
        qint64 cases = 0;
        double highest = 0.0;
        std::vector<double> breaks;
        for (play.step = 0; play.step < 3; ++play.step) {
            const HeatSurface one = surfacesOf(*heat, {}, false, play).value().first;
            QVERIFY(one.facts.cases > 900 && one.facts.cases < 1100);
            cases += one.facts.cases;
            highest = std::max(highest, one.facts.highest);
            QVERIFY(breaks.empty() || breaks == one.breaks);
            breaks = one.breaks;
        }
        QCOMPARE(cases, 3000);
        QVERIFY(breaks.back() > 0.9 * highest && breaks.back() < 2.0 * highest);
    }
    void weightsOfTheDenominatorCount()
    {
        HeatInput input = inputOf(scattered(300));
        input.denominator = scattered(1000, 5);
        HeatOrder order;
        order.recipe.unit = HeatUnit::PerTenThousand;
        order.recipe.leastDenominator = 2.0;
        order.per = Denominator::Residents;
        const HeatSurface single = surfacesOf(*placed(input), order).value().first;
        input.denominator.weights.fill(50.0, input.denominator.longitudes.size());
        order.recipe.leastDenominator *= 50.0; // the same cells are known
        for (const bool isCoarse : {false, true}) {
            const HeatSurface many = surfacesOf(*placed(input), order, isCoarse).value().first;
            QCOMPARE(many.facts.per, Denominator::Residents);
            const double ratio = single.facts.highest / many.facts.highest;
            QVERIFY2(isCoarse ? ratio > 30.0 && ratio < 80.0 : std::abs(ratio - 50.0) < 0.001,
                     qPrintable(QString::number(ratio)));
        }
        QVERIFY(measureWords(HeatUnit::PerTenThousand, HeatCompare::Off, order.per)
                    .contains(u"10,000 residents"_s));
    }
    void unitsThatLackSomethingSaySo_data()
    {
        QTest::addColumn<int>("unit");
        QTest::addColumn<bool>("edge");
        QTest::newRow("no period")
            << static_cast<int>(HeatUnit::PerSquareKilometreAndMonth) << false;
        QTest::newRow("no denominator") << static_cast<int>(HeatUnit::PerTenThousand) << false;
        QTest::newRow("no border") << static_cast<int>(HeatUnit::PerSquareKilometre) << true;
    }
    void unitsThatLackSomethingSaySo()
    {
        QFETCH(int, unit);
        QFETCH(bool, edge);
        CasePoints points = scattered(10);
        points.to = points.from;
        HeatOrder order;
        order.recipe.unit = static_cast<HeatUnit>(unit);
        order.recipe.isEdgeCorrected = edge;
        const Result<HeatSurfaces> made = surfacesOf(*placed(inputOf(points)), order);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::InvalidInput);
        QVERIFY(made.error().message.contains(u"hoose"_s) ||
                made.error().message.contains(u"Switch"_s));
    }
    void rampsKeepTheirOrderInGrey_data()
    {
        QTest::addColumn<int>("ramp");
        for (const HeatRamp ramp :
             {HeatRamp::Viridis, HeatRamp::Magma, HeatRamp::Cividis, HeatRamp::Greys}) {
            QTest::addRow("%d", static_cast<int>(ramp)) << static_cast<int>(ramp);
        }
    }
    void rampsKeepTheirOrderInGrey()
    {
        QFETCH(int, ramp);
        const auto colours = static_cast<HeatRamp>(ramp);
        for (const bool isClassed : {false, true}) {
            const QList<HeatStop> stops =
                heatStops({0.0, 1.0, 2.0, 3.0, 4.0, 5.0}, isClassed, colours, MapTheme::Day);
            QVERIFY(stops.size() > 10);
            for (qsizetype i = 1; i < stops.size(); ++i) {
                QVERIFY(stops.at(i).value > stops.at(i - 1).value);
                QVERIFY2(lightnessOf(stops.at(i).argb) <= lightnessOf(stops.at(i - 1).argb) + 0.01,
                         qPrintable(QString::number(i)));
            }
            QVERIFY(lightnessOf(stops.first().argb) - lightnessOf(stops.last().argb) > 50.0);
        }
    }
};

static const TestRegistration<TestHeatDesk> sRegistration;

} // namespace gridward

#include "test_heatdesk.moc"
