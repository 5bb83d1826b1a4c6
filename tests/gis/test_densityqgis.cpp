// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/densitysum.h"
#include "tests/support/qgisdensity.h"
#include "tests/support/testregistry.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace gridward::test {

namespace {

struct PeerKernel
{
    const char *name;
    KernelShape shape;
    QgsKernelDensityEstimation::KernelShape theirs;
};
constexpr std::array kPeerKernels{
    PeerKernel{"uniform", KernelShape::Uniform, QgsKernelDensityEstimation::KernelUniform},
    PeerKernel{"triangular", KernelShape::Triangular, QgsKernelDensityEstimation::KernelTriangular},
    PeerKernel{
        "epanechnikov", KernelShape::Epanechnikov, QgsKernelDensityEstimation::KernelEpanechnikov},
    PeerKernel{"quartic", KernelShape::Quartic, QgsKernelDensityEstimation::KernelQuartic},
    PeerKernel{"triweight", KernelShape::Triweight, QgsKernelDensityEstimation::KernelTriweight}};

constexpr double kPixel = 20.0;
constexpr double kRadius = 400.0;

DensityPoints scattered(std::size_t count, bool weighted)
{
    std::mt19937_64 chance(11);
    std::uniform_real_distribution<double> along(0.0, 3000.0);
    std::uniform_real_distribution<double> down(0.0, 2200.0);
    std::uniform_real_distribution<double> weight(0.1, 5.0);
    DensityPoints points;
    for (std::size_t i = 0; i < count; ++i) {
        points.eastings.push_back(448'000.0 + along(chance));
        points.northings.push_back(4'416'000.0 + down(chance));
        if (weighted) {
            points.weights.push_back(weight(chance));
        }
    }
    return points;
}

} // namespace

/** The engine beside QGIS's own heat maps: raw values on the cells that QGIS chooses. */
class TestDensityQgis : public QObject
{
    Q_OBJECT
private slots:
    void agreesWithQgis_data();
    void agreesWithQgis();
};

void TestDensityQgis::agreesWithQgis_data()
{
    QTest::addColumn<int>("kernel");
    QTest::addColumn<bool>("weighted");
    QTest::addColumn<bool>("centred");
    for (int kernel = 0; kernel < static_cast<int>(kPeerKernels.size()); ++kernel) {
        for (const bool weighted : {false, true}) {
            for (const bool centred : {false, true}) {
                QTest::addRow("%s%s%s",
                              kPeerKernels.at(static_cast<std::size_t>(kernel)).name,
                              weighted ? ", weighted" : "",
                              centred ? ", in the middle of rows" : "")
                    << kernel << weighted << centred;
            }
        }
    }
}

void TestDensityQgis::agreesWithQgis()
{
    QFETCH(const int, kernel);
    QFETCH(const bool, weighted);
    QFETCH(const bool, centred);
    const PeerKernel &peer = kPeerKernels.at(static_cast<std::size_t>(kernel));
    DensityPoints points = scattered(700, weighted);
    if (centred) {
        // From the middle of one row to the middle of another, the radius whole cells: the points
        // are in the middle of QGIS's rows, where its two ways of counting them agree.
        for (double &northing : points.northings) {
            northing = std::floor(northing / kPixel) * kPixel + kPixel / 2.0;
        }
    }
    const auto [south, north] = std::ranges::minmax(points.northings);
    const auto [west, east] = std::ranges::minmax(points.eastings);
    // Half a row more above and below, or the middle of a row would be its edge.
    const double margin = centred ? kPixel / 2.0 : 0.0;
    const QgsRectangle extent(west, south - margin, east, north + margin);
    const QgisDensity theirs = densityByQgis(points, extent, kRadius, kPixel, peer.theirs);
    QVERIFY2(theirs.error.isEmpty(), qPrintable(theirs.error));
    if (!centred) {
        // QGIS measures from rows counted from the south but writes to rows counted from the north.
        for (double &northing : points.northings) {
            northing = placedByQgis(northing, theirs.grid, extent.yMinimum() - kRadius);
        }
    }
    const DensityKernel ours{peer.shape, kRadius};
    std::vector<double> values(static_cast<std::size_t>(theirs.grid.cells()));
    QVERIFY(DensitySum(points, ours).fill(theirs.grid, values));
    double worst = 0.0;
    std::size_t compared = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        // QGIS's raw kernels are 1 at the point, not a density: no factor in front of them.
        const double raw = values[i] / kernelValue(ours, 0.0);
        const double expected = std::max(static_cast<double>(theirs.values[i]), 0.0); // -9999: none
        // A point whose weight is lost in a float beside others cannot be told from no point.
        if (raw > 1.0e-3) {
            worst = std::max(worst, std::abs(expected / raw - 1.0));
            ++compared;
        } else {
            worst = std::max(worst, std::abs(expected - raw));
        }
    }
    qInfo("%.1e in %zu cells", worst, compared);
    QVERIFY(compared > values.size() / 2);
    QVERIFY2(worst <= 1.0e-5, qPrintable(QString::number(worst)));
}

static const TestRegistration<TestDensityQgis> sRegistration;

} // namespace gridward::test

#include "test_densityqgis.moc"
