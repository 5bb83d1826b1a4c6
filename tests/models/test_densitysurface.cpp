// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/analysishash.h"
#include "models/analysis/bandwidth.h"
#include "models/analysis/densitysurface.h"
#include "tests/support/testregistry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

using namespace Qt::StringLiterals;

namespace gridward::test {

namespace {

/** A square of 2 km with a hole of 400 m in its south-west. */
GroundRings squareWithHole()
{
    return {{{0.0, 0.0}, {2000.0, 0.0}, {2000.0, 2000.0}, {0.0, 2000.0}},
            {{300.0, 300.0}, {700.0, 300.0}, {700.0, 700.0}, {300.0, 700.0}, {300.0, 300.0}}};
}

double sumOf(const std::vector<double> &values)
{
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    return sum;
}

DensityPoints scattered(std::size_t count)
{
    std::mt19937_64 chance(3);
    std::normal_distribution<double> along(0.0, 300.0);
    std::normal_distribution<double> across(0.0, 100.0);
    DensityPoints points;
    for (std::size_t i = 0; i < count; ++i) {
        points.eastings.push_back(1.0e6 + along(chance));
        points.northings.push_back(4.0e6 + across(chance));
    }
    return points;
}

std::vector<double> valuesOf(const SurfaceInput &input, const CellGrid &grid)
{
    const DensitySurface::Made made = DensitySurface::make(input);
    std::vector<double> values(static_cast<std::size_t>(grid.cells()));
    return made.surface && made.surface->fill(grid, values) ? values : std::vector<double>();
}

} // namespace

/** What turns a density into numbers that mean something. */
class TestDensitySurface : public QObject
{
    Q_OBJECT
private slots:
    void coversTheGround()
    {
        const GroundRings ground = squareWithHole();
        const double area = 2000.0 * 2000.0 - 400.0 * 400.0;
        QVERIFY(std::abs(areaOf(ground) / area - 1.0) < 1.0e-3);
        for (const double spacing : {333.0, 70.0, 9.0}) {
            const DensityPoints nodes = groundNodes(ground, spacing);
            QVERIFY(std::abs(sumOf(nodes.weights) / area - 1.0) < 0.01);
            for (std::size_t i = 0; i < nodes.size(); ++i) {
                QVERIFY(nodes.weights[i] <= spacing * spacing * (1.0 + 1.0e-9));
            }
        }
        QVERIFY(isInside(ground, {100.0, 100.0}));
        QVERIFY(!isInside(ground, {500.0, 500.0}));
        QVERIFY(!isInside(ground, {-1.0, 500.0}));
        QCOMPARE(areaOf({}), 0.0);
        QCOMPARE(groundNodes({}, 10.0).size(), 0U);
    }

    void sharesTheKernelAtTheBorder()
    {
        // On a straight border half of any kernel is outside, at a right corner three quarters.
        const GroundRings ground{{{0.0, 0.0}, {4000.0, 0.0}, {4000.0, 4000.0}, {0.0, 4000.0}}};
        for (const KernelShape shape : allKernelShapes()) {
            const DensityKernel kernel{shape, shape == KernelShape::Gaussian ? 100.0 : 400.0};
            const EdgeShares shares(ground, kernel);
            // The greatest part of a square's error is known beforehand: a promise to be kept.
            const double bound = shares.quadrature().bound;
            QVERIFY2(bound < 0.06, qPrintable(codeOf(shape) + QString::number(bound)));
            const auto at = [&shares](double easting, double northing) {
                const CellGrid cell{easting - 0.5, northing + 0.5, 1.0, 1, 1};
                std::array<double, 1> share{};
                return shares.fill(cell, share) ? share[0] : -1.0;
            };
            QVERIFY(std::abs(at(2000.0, 2000.0) - 1.0) <= bound);
            QVERIFY(std::abs(at(0.001, 2000.0) - 0.5) <= bound);
            QVERIFY(std::abs(at(0.001, 0.001) - 0.25) <= bound);
            QVERIFY(std::isnan(at(-5.0, 2000.0)));
        }
    }

    void correctsTheEdge()
    {
        // An even scatter looks thinner at the border than it is, unless corrected.
        SurfaceInput input;
        for (int i = 0; i < 200; ++i) {
            for (int j = 0; j < 200; ++j) {
                input.points.eastings.push_back(5.0 + i * 10.0);
                input.points.northings.push_back(5.0 + j * 10.0);
            }
        }
        input.ground = {{{0.0, 0.0}, {2000.0, 0.0}, {2000.0, 2000.0}, {0.0, 2000.0}}};
        input.recipe.bandwidth = 200.0;
        const CellGrid grid{-100.0, 2100.0, 50.0, 44, 44};
        const std::vector<double> plain = valuesOf(input, grid);
        QVERIFY(plain.at(2 * 44 + 2) < 4000.0);
        QVERIFY(plain.at(0) > 0.0);
        input.recipe.isEdgeCorrected = true;
        const std::vector<double> corrected = valuesOf(input, grid);
        QVERIFY(std::isnan(corrected.at(0)));
        for (std::size_t row = 2; row < 42; ++row) {
            for (std::size_t column = 2; column < 42; ++column) {
                const double value = corrected.at(row * 44 + column);
                QVERIFY2(std::abs(value / 10'000.0 - 1.0) < 0.01,
                         qPrintable(QString::number(value)));
            }
        }
        input.ground.clear();
        QCOMPARE(DensitySurface::make(input).problem, SurfaceProblem::NoGround);
    }

    void dividesByPeople()
    {
        SurfaceInput input;
        input.points = {{0.0, 0.0, 5000.0}, {0.0, 1.0, 0.0}, {}};
        input.denominator = {{0.0, 5000.0}, {0.5, 0.0}, {4000.0, 30.0}};
        input.recipe.unit = HeatUnit::PerTenThousand;
        const CellGrid grid{-1000.0, 10.0, 20.0, 400, 1};
        const std::vector<double> values = valuesOf(input, grid);
        // 2 cases beside 4,000 people: 5 to 10,000. 1 beside 30 is too few to say anything.
        QVERIFY(std::abs(values.at(50) - 5.0) < 0.01);
        QVERIFY(std::isnan(values.at(300)));
        QVERIFY(std::isnan(values.at(150)));
        input.recipe.leastDenominator = 10.0;
        QVERIFY(std::abs(valuesOf(input, grid).at(300) - 10'000.0 / 30.0) < 0.5);
        input.denominator = {};
        QCOMPARE(DensitySurface::make(input).problem, SurfaceProblem::NoDenominator);
    }

    void countsByMonthAndAge()
    {
        SurfaceInput input;
        input.points = {{0.0}, {0.0}, {}};
        const CellGrid grid{-0.5, 0.5, 1.0, 1, 1};
        const double whole = valuesOf(input, grid).at(0);
        QVERIFY(std::abs(whole - 1.0e6 * 3.0 / (std::numbers::pi * 300.0 * 300.0)) < 1.0e-9);
        input.recipe.unit = HeatUnit::PerSquareKilometreAndMonth;
        QCOMPARE(DensitySurface::make(input).problem, SurfaceProblem::NoPeriod);
        input.months = 3.0;
        QVERIFY(std::abs(valuesOf(input, grid).at(0) * 3.0 / whole - 1.0) < 1.0e-12);
        input.recipe.unit = HeatUnit::PerSquareKilometre;
        input.recipe.halfLifeDays = 10.0;
        input.agesInDays = {30.0};
        QVERIFY(std::abs(valuesOf(input, grid).at(0) * 8.0 / whole - 1.0) < 1.0e-12);
        input.recipe.bandwidth = std::nan("");
        QCOMPARE(DensitySurface::make(input).problem, SurfaceProblem::BadRecipe);
    }

    void choosesTheBandwidth()
    {
        const DensityPoints points = scattered(4000);
        const AxisValues scott = scottDeviations(points);
        const double shrink = std::pow(4000.0, -1.0 / 6.0);
        QVERIFY(std::abs(scott.easting / (300.0 * shrink) - 1.0) < 0.05);
        QVERIFY(std::abs(scott.northing / (100.0 * shrink) - 1.0) < 0.05);
        // Of a normal scatter the range says what the deviation says.
        const AxisValues silverman = silvermanDeviations(points);
        QVERIFY(std::abs(silverman.easting / (0.9 * scott.easting) - 1.0) < 0.05);
        HeatRecipe recipe;
        for (const BandwidthRule rule :
             {BandwidthRule::Scott, BandwidthRule::Silverman, BandwidthRule::Likelihood}) {
            recipe.rule = rule;
            const double metres = chooseBandwidth(points, recipe)->metres;
            const double deviation = metres * standardDeviationOf(recipe.shape);
            // Of a kernel that ends, likelihood asks for more: it must reach from every point to
            // another.
            QVERIFY2(deviation > 25.0 && deviation < 120.0, qPrintable(QString::number(deviation)));
        }
        // The likelihood is greatest where the search says so.
        recipe.rule = BandwidthRule::Likelihood;
        const double best = chooseBandwidth(points, recipe)->metres;
        const auto likelihood = [&](double metres) {
            return likelihoodOf(points, {recipe.shape, metres}).value();
        };
        QVERIFY(likelihood(best) > likelihood(best * 1.1));
        QVERIFY(likelihood(best) > likelihood(best * 0.9));
        // All at one place have no spread: by hand, then.
        const DensityPoints same{{5.0, 5.0, 5.0}, {7.0, 7.0, 7.0}, {}};
        QCOMPARE(chooseBandwidth(same, recipe)->metres, recipe.bandwidth);
        QCOMPARE(chooseBandwidth({}, recipe)->metres, recipe.bandwidth);
    }

    void adaptsTheBandwidth()
    {
        DensityPoints points = scattered(2000);
        points.eastings.push_back(1.0e6 + 5000.0); // alone
        points.northings.push_back(4.0e6);
        HeatRecipe recipe;
        recipe.rule = BandwidthRule::Adaptive;
        recipe.bandwidth = 150.0;
        const std::vector<double> each = chooseBandwidth(points, recipe)->ofEach;
        QCOMPARE(each.size(), points.size());
        QCOMPARE(each.back(), 5.0 * 150.0);
        const double crowd = *std::ranges::min_element(each);
        QVERIFY(crowd < 150.0);
        SurfaceInput input;
        input.points = points;
        input.recipe = recipe;
        const DensitySurface::Made made = DensitySurface::make(input);
        QCOMPARE(made.surface->facts().leastBandwidth, crowd);
        QCOMPARE(made.surface->facts().greatestBandwidth, 750.0);
    }

    void writesItsRecipe()
    {
        HeatRecipe recipe;
        recipe.shape = KernelShape::Triweight;
        recipe.rule = BandwidthRule::Adaptive;
        recipe.unit = HeatUnit::PerTenThousand;
        recipe.bandwidth = 123.456789;
        recipe.halfLifeDays = 7.5;
        recipe.isEdgeCorrected = true;
        QCOMPARE(heatRecipeOf(toJson(recipe)), std::optional(recipe));
        for (const QString &key : toJson(recipe).keys()) {
            QJsonObject less = toJson(recipe);
            less.remove(key);
            QVERIFY2(!heatRecipeOf(less), qPrintable(key));
        }
        QJsonObject wrong = toJson(recipe);
        wrong.insert(u"bandwidth-metres"_s, -5.0);
        QVERIFY(!heatRecipeOf(wrong));
    }

    void knowsItsData()
    {
        const DensityPoints points{{1.0, 2.0, 3.0}, {5.0, 5.0, 4.0}, {1.0, 2.0, 1.0}};
        const DensityPoints turned{{3.0, 2.0, 1.0}, {4.0, 5.0, 5.0}, {1.0, 2.0, 1.0}};
        const DensityPoints plain{{1.0, 2.0, 3.0}, {5.0, 5.0, 4.0}, {}};
        QCOMPARE(hashOf(points), hashOf(turned));
        QVERIFY(hashOf(points) != hashOf(plain));
        QCOMPARE(hashOf(plain), hashOf({plain.eastings, plain.northings, {1.0, 1.0, 1.0}}));
        QCOMPARE(hashOf(DensityPoints()).size(), 32);
        std::vector<float> values(10'000, 1.5F);
        const QByteArray before = hashOf(values);
        values.back() = std::nextafter(1.5F, 2.0F);
        QVERIFY(hashOf(values) != before);
    }

    void stopsWhenAsked()
    {
        SurfaceInput input;
        input.points = scattered(3000);
        input.recipe.rule = BandwidthRule::Likelihood;
        AnalysisControl control;
        control.isCancelled = [] { return true; };
        const DensitySurface::Made made = DensitySurface::make(input, control);
        QVERIFY(!made.surface);
        QCOMPARE(made.problem, SurfaceProblem::Cancelled);
    }
};
static const TestRegistration<TestDensitySurface> sRegistration;

} // namespace gridward::test

#include "test_densitysurface.moc"
