// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/densitysum.h"
#include "tests/support/doubledouble.h"
#include "tests/support/testregistry.h"

#include <algorithm>
#include <limits>
#include <random>

namespace gridward::test {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/** Half of them scattered over a ground of `side` metres, half in a few tight knots. */
DensityPoints mixedPoints(std::size_t count, double side, bool weighted, unsigned seed = 7)
{
    std::mt19937_64 chance(seed);
    std::uniform_real_distribution<double> place(0.0, side);
    std::normal_distribution<double> near(0.0, side / 60.0);
    std::uniform_real_distribution<double> weight(0.1, 5.0);
    std::vector<std::pair<double, double>> knots;
    for (int i = 0; i < 5; ++i) {
        knots.emplace_back(place(chance), place(chance));
    }
    DensityPoints points;
    for (std::size_t i = 0; i < count; ++i) {
        const auto &knot = knots.at(i % knots.size());
        const bool isKnot = i % 2 == 0;
        points.eastings.push_back(448'000.0 + (isKnot ? knot.first + near(chance) : place(chance)));
        points.northings.push_back(4'416'000.0 +
                                   (isKnot ? knot.second + near(chance) : place(chance)));
        if (weighted) {
            points.weights.push_back(weight(chance));
        }
    }
    return points;
}

CellGrid gridOver(double side, double cell)
{
    const auto cells = static_cast<qint64>(side / cell);
    return {448'000.0, 4'416'000.0 + static_cast<double>(cells) * cell, cell, cells, cells - 3};
}

DoubleDouble
exactAt(const DensityPoints &points, const DensityKernel &kernel, double easting, double northing)
{
    DoubleDouble sum;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const DoubleDouble share = exactKernel(kernel.shape,
                                               kernel.bandwidth,
                                               easting - points.eastings[i],
                                               northing - points.northings[i]);
        sum = sum + share * DoubleDouble(points.weights.empty() ? 1.0 : points.weights[i]);
    }
    return sum;
}

/** The worst relative difference where the density is above 1e-6 of its peak. */
double worstDifference(const std::vector<double> &values,
                       const CellGrid &grid,
                       const DensityPoints &points,
                       const DensityKernel &kernel)
{
    // Cells may all be far from the points: nothing is below what a kernel's own peak can tell.
    const double peak = std::max(*std::ranges::max_element(values), kernelValue(kernel, 0.0));
    double worst = 0.0;
    for (qint64 row = 0; row < grid.rows; ++row) {
        for (qint64 column = 0; column < grid.columns; ++column) {
            const double value = values[static_cast<std::size_t>(row * grid.columns + column)];
            if ((row * 7 + column * 3) % 29 != 0) {
                continue; // so many are plenty
            }
            const double exact =
                exactAt(points, kernel, grid.centreEasting(column), grid.centreNorthing(row))
                    .value();
            if (exact > 1.0e-6 * peak) {
                worst = std::max(worst, std::abs(value - exact) / exact);
            } else if (std::abs(value - exact) > 1.0e-14 * peak) {
                worst = std::max(worst, 1.0);
            }
        }
    }
    return worst;
}

std::vector<double> filled(const DensitySum &sum,
                           const CellGrid &grid,
                           DensityMethod method = DensityMethod::Cheapest,
                           int threads = 0)
{
    std::vector<double> values(static_cast<std::size_t>(grid.cells()), kNaN);
    AnalysisControl control;
    control.threads = threads;
    return sum.fill(grid, values, control, method) ? values : std::vector<double>();
}

} // namespace

/** The engine of heat maps against sums in twice the precision. */
class TestDensitySum : public QObject
{
    Q_OBJECT
private slots:
    void equalsTheDirectSum_data();
    void equalsTheDirectSum();
    void keepsFewPointsBesideACrowd();
    void keepsTheWeight_data();
    void keepsTheWeight();
    void isTheSameForAnyThreads();
    void asksAtPlaces();
    void takesEachItsOwnBandwidth();
    void standsOddInput();
    void reachesAllWindows();
    void stopsWhenAsked();
};

void TestDensitySum::equalsTheDirectSum_data()
{
    QTest::addColumn<KernelShape>("shape");
    QTest::addColumn<double>("bandwidth");
    QTest::addColumn<DensityMethod>("method");
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("weighted");
    // From less than a cell of 20 m to more than the ground of 1,600 m; from many points to a
    // cell to few, so that all sizes of blocks are used.
    for (const KernelShape shape : allKernelShapes()) {
        for (const double bandwidth : {7.0, 35.0, 150.0, 401.0, 2000.0}) {
            for (const bool weighted : {false, true}) {
                for (const int count : {60, 1500, 6000}) {
                    if (count == 6000 && bandwidth != 150.0) {
                        continue;
                    }
                    const bool isGaussian = shape == KernelShape::Gaussian;
                    for (const DensityMethod method :
                         {DensityMethod::Points,
                          isGaussian ? DensityMethod::Separable : DensityMethod::Tiles}) {
                        QTest::addRow("%s %g m %d %s %s",
                                      qPrintable(codeOf(shape)),
                                      bandwidth,
                                      count,
                                      weighted ? "weighted" : "plain",
                                      method == DensityMethod::Points ? "points" : "quick")
                            << shape << bandwidth << method << count << weighted;
                    }
                }
            }
        }
    }
}

void TestDensitySum::equalsTheDirectSum()
{
    QFETCH(const KernelShape, shape);
    QFETCH(const double, bandwidth);
    QFETCH(const DensityMethod, method);
    QFETCH(const int, count);
    QFETCH(const bool, weighted);
    const DensityKernel kernel{shape, bandwidth};
    const DensityPoints points = mixedPoints(static_cast<std::size_t>(count), 1600.0, weighted);
    const CellGrid grid = gridOver(1600.0, 20.0);
    const std::vector<double> values = filled(DensitySum(points, kernel), grid, method);
    QVERIFY(*std::ranges::min_element(values) >= 0.0);
    const double worst = worstDifference(values, grid, points, kernel);
    QVERIFY2(worst <= 1.0e-9, qPrintable(QString::number(worst)));
}

void TestDensitySum::keepsFewPointsBesideACrowd()
{
    // A running sum would carry what a crowd has left in its last digits over to its neighbour.
    for (const KernelShape shape : allKernelShapes()) {
        const DensityKernel kernel{shape, shape == KernelShape::Gaussian ? 60.0 : 400.0};
        DensityPoints points;
        for (int i = 0; i < 200'000; ++i) {
            points.eastings.push_back(448'400.0 + i % 100 * 0.01);
            points.northings.push_back(4'416'800.0 + i / 100 * 0.001);
        }
        points.eastings.push_back(449'301.0);
        points.northings.push_back(4'416'803.0);
        const CellGrid grid = gridOver(1600.0, 20.0);
        const std::vector<double> values = filled(DensitySum(points, kernel), grid);
        const double peak = *std::ranges::max_element(values);
        for (const qint64 column : {58, 62, 65, 70}) {
            const qint64 row = 38;
            const double exact =
                exactAt(points, kernel, grid.centreEasting(column), grid.centreNorthing(row))
                    .value();
            const double value = values[static_cast<std::size_t>(row * grid.columns + column)];
            QVERIFY2(exact < 1.0e-6 * peak || std::abs(value - exact) <= 1.0e-9 * exact,
                     qPrintable(codeOf(shape)));
            if (shape != KernelShape::Gaussian) {
                QVERIFY2(std::abs(value - exact) <= 1.0e-9 * exact, qPrintable(codeOf(shape)));
            }
        }
    }
}

void TestDensitySum::keepsTheWeight_data()
{
    QTest::addColumn<KernelShape>("shape");
    for (const KernelShape shape : allKernelShapes()) {
        QTest::addRow("%s", qPrintable(codeOf(shape))) << shape;
    }
}

void TestDensitySum::keepsTheWeight()
{
    QFETCH(const KernelShape, shape);
    // Points lie at least their reach inside, and the bandwidth is at least 10 cells.
    const double bandwidth = 200.0;
    const double reach = supportRadius({shape, bandwidth});
    DensityPoints points = mixedPoints(3000, 1600.0, true);
    double total = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        points.eastings[i] = std::clamp(points.eastings[i], 448'000.0, 449'600.0);
        points.northings[i] = std::clamp(points.northings[i], 4'416'000.0, 4'417'600.0);
        total += points.weights[i];
    }
    const double margin = std::ceil(reach / 20.0) * 20.0;
    CellGrid grid;
    grid.west = 448'000.0 - margin;
    grid.north = 4'417'600.0 + margin;
    grid.size = 20.0;
    grid.columns = grid.rows = static_cast<qint64>((1600.0 + 2.0 * margin) / 20.0);
    const std::vector<double> values = filled(DensitySum(points, {shape, bandwidth}), grid);
    double mass = 0.0;
    for (const double value : values) {
        mass += value * grid.size * grid.size;
    }
    QVERIFY2(std::abs(mass / total - 1.0) <= 1.0e-3, qPrintable(QString::number(mass / total)));
}

void TestDensitySum::isTheSameForAnyThreads()
{
    const DensityPoints points = mixedPoints(5000, 1600.0, true);
    const CellGrid grid = gridOver(1600.0, 10.0);
    for (const DensityMethod method :
         {DensityMethod::Points, DensityMethod::Tiles, DensityMethod::Separable}) {
        const DensitySum sum(
            points,
            {method == DensityMethod::Separable ? KernelShape::Gaussian : KernelShape::Quartic,
             90.0});
        const std::vector<double> one = filled(sum, grid, method, 1);
        for (const int threads : {2, 5}) {
            QVERIFY(filled(sum, grid, method, threads) == one);
        }
    }
}

void TestDensitySum::asksAtPlaces()
{
    for (const KernelShape shape : allKernelShapes()) {
        const DensityKernel kernel{shape, 120.0};
        const DensityPoints points = mixedPoints(800, 1600.0, true);
        std::vector<double> values(points.size());
        QVERIFY(DensitySum(points, kernel).at(points.eastings, points.northings, values));
        for (std::size_t i = 0; i < points.size(); ++i) {
            const double exact =
                exactAt(points, kernel, points.eastings[i], points.northings[i]).value();
            QVERIFY(std::abs(values[i] - exact) <= 1.0e-12 * exact);
        }
    }
}

void TestDensitySum::takesEachItsOwnBandwidth()
{
    const DensityPoints points = mixedPoints(700, 1600.0, true);
    std::vector<double> bandwidths;
    for (std::size_t i = 0; i < points.size(); ++i) {
        bandwidths.push_back(30.0 + static_cast<double>(i % 90) * 4.0);
    }
    const CellGrid grid = gridOver(1600.0, 20.0);
    for (const KernelShape shape : allKernelShapes()) {
        const std::vector<double> values = filled(DensitySum(points, shape, bandwidths), grid);
        for (const qint64 cell : {0, 1234, 3210, 5555}) {
            DoubleDouble exact;
            for (std::size_t i = 0; i < points.size(); ++i) {
                exact =
                    exact +
                    exactKernel(shape,
                                bandwidths[i],
                                grid.centreEasting(cell % grid.columns) - points.eastings[i],
                                grid.centreNorthing(cell / grid.columns) - points.northings[i]) *
                        DoubleDouble(points.weights[i]);
            }
            QVERIFY(std::abs(values[static_cast<std::size_t>(cell)] - exact.value()) <=
                    1.0e-10 * exact.value());
        }
    }
}

void TestDensitySum::standsOddInput()
{
    const CellGrid grid = gridOver(400.0, 20.0);
    const auto isEmpty = [](const std::vector<double> &values) {
        return std::ranges::all_of(values, [](double value) { return value == 0.0; });
    };
    for (const KernelShape shape : allKernelShapes()) {
        const DensityKernel kernel{shape, 50.0};
        QVERIFY(isEmpty(filled(DensitySum({}, kernel), grid)));
        const DensitySum odd({{kNaN, 448'100.0, 448'100.0, 448'100.0, 9.0e9},
                              {4'416'100.0, kNaN, 4'416'100.0, 4'416'100.0, 4'416'100.0},
                              {1.0, 1.0, 0.0, kNaN, 1.0}},
                             kernel);
        QCOMPARE(odd.pointCount(), 1U);
        QCOMPARE(odd.leftOut(), 4U);
        QVERIFY(isEmpty(filled(odd, grid))); // the one that counts is far away
        // Many at one place are one with their weight.
        const DensityPoints same{
            std::vector<double>(1000, 448'203.0), std::vector<double>(1000, 4'416'207.0), {}};
        const std::vector<double> many = filled(DensitySum(same, kernel), grid);
        const std::vector<double> one =
            filled(DensitySum({{448'203.0}, {4'416'207.0}, {1000.0}}, kernel), grid);
        for (std::size_t i = 0; i < one.size(); ++i) {
            QVERIFY(std::abs(many[i] - one[i]) <= 1.0e-10 * one[i]);
        }
        QVERIFY(filled(DensitySum(same, kernel), CellGrid{0.0, 0.0, 20.0, 0, 0}).empty());
    }
}

void TestDensitySum::reachesAllWindows()
{
    // Larger than one window in both directions: its parts must fit without a seam.
    const CellGrid grid{448'000.0, 4'450'000.0, 20.0, 4500, 1300};
    DensityPoints points;
    for (const double easting : {448'000.0 + 4096 * 20.0, 448'000.0 + 4090 * 20.0}) {
        for (const double northing : {4'450'000.0 - 1024 * 20.0, 4'450'000.0 - 1030 * 20.0}) {
            points.eastings.push_back(easting + 3.0);
            points.northings.push_back(northing - 4.0);
        }
    }
    for (const KernelShape shape : allKernelShapes()) {
        const DensityKernel kernel{shape, shape == KernelShape::Gaussian ? 100.0 : 700.0};
        const DensitySum sum(points, kernel);
        const std::vector<double> values = filled(sum, grid);
        const double peak = *std::ranges::max_element(values);
        for (qint64 row = 980; row < 1075; ++row) {
            for (qint64 column = 4050; column < 4140; ++column) {
                const double exact =
                    exactAt(points, kernel, grid.centreEasting(column), grid.centreNorthing(row))
                        .value();
                const double value = values[static_cast<std::size_t>(row * grid.columns + column)];
                QVERIFY(std::abs(value - exact) <= std::max(1.0e-9 * exact, 1.0e-15 * peak));
            }
        }
    }
}

void TestDensitySum::stopsWhenAsked()
{
    const CellGrid grid = gridOver(1600.0, 4.0);
    for (const KernelShape shape : allKernelShapes()) {
        const DensitySum sum(mixedPoints(2000, 1600.0, false), {shape, 100.0});
        std::vector<double> values(static_cast<std::size_t>(grid.cells()));
        double last = 0.0;
        AnalysisControl control;
        control.threads = 1;
        control.progress = [&last](double share) {
            QVERIFY(share >= last && share <= 1.0);
            last = share;
        };
        control.isCancelled = [&last] { return last > 0.3; };
        QVERIFY(!sum.fill(grid, values, control));
        QVERIFY(last > 0.3 && last < 0.7);
        control.isCancelled = {};
        QVERIFY((last = 0.0) == 0.0 && sum.fill(grid, values, control));
        QCOMPARE(last, 1.0);
    }
}

static const TestRegistration<TestDensitySum> sRegistration;

} // namespace gridward::test

#include "test_densitysum.moc"
