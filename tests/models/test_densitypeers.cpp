// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/bandwidth.h"
#include "models/analysis/edgecorrection.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward::test {

namespace {

/** The standard deviation in tests/data/density/reference.R; spatstat's bandwidths are such. */
constexpr double kSigma = 151.3;

/** Of a pixel there: the window's 3,900 × 4,000 m are 1024 pixels each way. */
const double kHalfDiagonal = 0.5 * std::hypot(3900.0, 4000.0) / 1024.0;

constexpr double kNoise = 1.0e-12;

/** Numbers by the name of their column; empty if there is no such file. */
class Table
{
public:
    explicit Table(const QString &name)
    {
        // `make peers` has it made anew elsewhere.
        const QString other = qEnvironmentVariable("GRIDWARD_DENSITY_PEERS");
        const QString folder = other.isEmpty() || name == u"points.csv"
                                   ? QString::fromUtf8(GRIDWARD_TEST_DATA "/density")
                                   : other;
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly)) {
            return;
        }
        mHeads = QString::fromUtf8(file.readLine()).trimmed().split(u',');
        while (!file.atEnd()) {
            const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(u',');
            for (qsizetype i = 0; i < mHeads.size() && i < cells.size(); ++i) {
                mColumns[mHeads.at(i)].push_back(cells.at(i).toDouble());
            }
        }
    }

    [[nodiscard]] const std::vector<double> &column(const QString &name) const
    {
        static const std::vector<double> kNone;
        const auto found = mColumns.find(name);
        return found == mColumns.end() ? kNone : *found;
    }

private:
    QStringList mHeads;
    QHash<QString, std::vector<double>> mColumns;
};

DensityPoints pointsOf(const Table &table, bool weighted)
{
    return {table.column(u"e"_s),
            table.column(u"n"_s),
            weighted ? table.column(u"weight"_s) : std::vector<double>()};
}

struct PeerKernel
{
    const char *name;
    KernelShape shape;
};
constexpr std::array kPeerKernels{PeerKernel{"gaussian", KernelShape::Gaussian},
                                  PeerKernel{"epanechnikov", KernelShape::Epanechnikov},
                                  PeerKernel{"quartic", KernelShape::Quartic},
                                  PeerKernel{"disc", KernelShape::Uniform}};

void addKernels()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<KernelShape>("shape");
    for (const PeerKernel &kernel : kPeerKernels) {
        QTest::newRow(kernel.name) << QString::fromLatin1(kernel.name) << kernel.shape;
    }
}

DensityKernel kernelOf(KernelShape shape, double deviation)
{
    return {shape, bandwidthForDeviation(shape, deviation)};
}

/** Of a cell of its own around the place: so fill() is asked, not at(). */
double cellValue(const Table &points, const DensityKernel &kernel, double easting, double northing)
{
    double value = -1.0;
    const bool isFilled = DensitySum(pointsOf(points, false), kernel)
                              .fill({easting - 2.0, northing + 2.0, 4.0, 1, 1}, {&value, 1});
    return isFilled ? value : -1.0;
}

} // namespace

/** The engine beside the R package spatstat.explore; see tests/data/density/README.md. */
class TestDensityPeers : public QObject
{
    Q_OBJECT
private slots:
    void agreesAtThePoints_data() { addKernels(); }
    void agreesAtThePoints();
    void agreesInPixels_data() { addKernels(); }
    void agreesInPixels();
    void agreesOnTheLikelihood();
    void agreesAtTheEdge_data() { addKernels(); }
    void agreesAtTheEdge();
    void agreesOnBandwidths();
};

void TestDensityPeers::agreesAtThePoints()
{
    QFETCH(const QString, name);
    QFETCH(const KernelShape, shape);
    const Table points(u"points.csv"_s);
    const Table theirs(u"at-points.csv"_s);
    QCOMPARE(theirs.column(u"e"_s), points.column(u"e"_s));
    QVERIFY(points.column(u"e"_s).size() > 400);
    for (const bool weighted : {false, true}) {
        const std::vector<double> &expected =
            theirs.column(weighted ? name + u".weighted"_s : name);
        const DensitySum sum(pointsOf(points, weighted), kernelOf(shape, kSigma));
        std::vector<double> values(points.column(u"e"_s).size());
        QVERIFY(sum.at(points.column(u"e"_s), points.column(u"n"_s), values));
        QCOMPARE(expected.size(), values.size());
        double worst = 0.0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            worst = std::max(worst, std::abs(values[i] / expected[i] - 1.0));
        }
        QVERIFY2(worst <= 1.0e-9, qPrintable(QString::number(worst)));
        qInfo("%s%s: %.1e", qPrintable(name), weighted ? ", weighted" : "", worst);
    }
}

void TestDensityPeers::agreesInPixels()
{
    QFETCH(const QString, name);
    QFETCH(const KernelShape, shape);
    const Table points(u"points.csv"_s);
    const Table pixels(u"pixels.csv"_s);
    const std::vector<double> &expected = pixels.column(name + u".none"_s);
    QVERIFY(expected.size() > 200);
    const DensityKernel kernel = kernelOf(shape, kSigma);
    const double peak = *std::ranges::max_element(expected);
    double worst = 0.0;
    double worstOfPeak = 0.0;
    std::size_t compared = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const double easting = pixels.column(u"e"_s)[i];
        const double northing = pixels.column(u"n"_s)[i];
        const double value = cellValue(points, kernel, easting, northing);
        if (shape == KernelShape::Uniform) {
            // spatstat moves points by half a pixel's diagonal, and this kernel has a step: those
            // surely within it and those perhaps within it are the bounds, but for the
            // noise of a Fourier transform.
            const auto within = [&](double radius) {
                return cellValue(points, {shape, radius}, easting, northing) *
                       std::pow(radius / kernel.bandwidth, 2.0);
            };
            QVERIFY(expected[i] >=
                    0.995 * within(kernel.bandwidth - kHalfDiagonal) - kNoise * peak);
            QVERIFY(expected[i] <=
                    1.005 * within(kernel.bandwidth + kHalfDiagonal) + kNoise * peak);
            worstOfPeak = std::max(worstOfPeak, std::abs(value - expected[i]) / peak);
            continue;
        }
        worstOfPeak = std::max(worstOfPeak, std::abs(value - expected[i]) / peak);
        if (expected[i] > 0.1 * peak) {
            worst = std::max(worst, std::abs(value / expected[i] - 1.0));
            ++compared;
        }
    }
    qInfo("%s: %.2e of the value, %.2e of the peak", qPrintable(name), worst, worstOfPeak);
    if (shape == KernelShape::Uniform) {
        return;
    }
    QVERIFY(compared > 50);
    QVERIFY2(worstOfPeak <= 0.01, qPrintable(QString::number(worstOfPeak)));
    QVERIFY2(worst <= 0.01, qPrintable(QString::number(worst)));
}

void TestDensityPeers::agreesOnTheLikelihood()
{
    // Leaving a point out is taking away what it adds to itself.
    const Table points(u"points.csv"_s);
    const Table theirs(u"loglikelihood.csv"_s);
    const std::vector<double> &sigmas = theirs.column(u"sigma"_s);
    const std::vector<double> &expected = theirs.column(u"loglikelihood"_s);
    QVERIFY(sigmas.size() >= 30);
    for (std::size_t i = 0; i < sigmas.size(); ++i) {
        if (sigmas[i] < 100.0) {
            // A lonely point's neighbours are then beyond the 1e-16 of the peak that we sum to.
            continue;
        }
        const DensityKernel kernel{KernelShape::Gaussian, sigmas[i]};
        std::vector<double> values(points.column(u"e"_s).size());
        QVERIFY(DensitySum(pointsOf(points, false), kernel)
                    .at(points.column(u"e"_s), points.column(u"n"_s), values));
        double sum = 0.0;
        for (const double value : values) {
            sum += std::log(value - kernelValue(kernel, 0.0));
        }
        QVERIFY2(std::abs(sum / expected[i] - 1.0) <= 1.0e-9,
                 qPrintable(u"%1: %2, not %3"_s.arg(sigmas[i])
                                .arg(sum, 0, 'g', 17)
                                .arg(expected[i], 0, 'g', 17)));
    }
}

void TestDensityPeers::agreesAtTheEdge()
{
    QFETCH(const QString, name);
    QFETCH(const KernelShape, shape);
    const Table points(u"points.csv"_s);
    const Table pixels(u"pixels.csv"_s);
    const Table window(u"window.csv"_s);
    // Their share of the kernel, as the quotient of theirs without and with: no point is in it.
    const std::vector<double> &plain = pixels.column(name + u".none"_s);
    const std::vector<double> &corrected = pixels.column(name + u".uniform"_s);
    GroundRings ground(1);
    for (std::size_t i = 0; i < window.column(u"e"_s).size(); ++i) {
        ground.front().push_back({window.column(u"e"_s)[i], window.column(u"n"_s)[i]});
    }
    const EdgeShares shares(ground, kernelOf(shape, kSigma));
    const double peak = *std::ranges::max_element(plain);
    double worst = 0.0;
    double least = 1.0;
    std::size_t compared = 0;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (plain[i] < 0.01 * peak) {
            continue; // the noise of a Fourier transform, divided by itself
        }
        double share = 0.0;
        QVERIFY(
            shares.fill({pixels.column(u"e"_s)[i] - 2.0, pixels.column(u"n"_s)[i] + 2.0, 4.0, 1, 1},
                        {&share, 1}));
        worst = std::max(worst, std::abs(share * corrected[i] / plain[i] - 1.0));
        least = std::min(least, share);
        ++compared;
    }
    qInfo("%s: %.2e of the share, bound %.2e", qPrintable(name), worst, shares.quadrature().bound);
    QVERIFY(compared > 100 && least < 0.6);
    QVERIFY2(worst <= 0.01, qPrintable(QString::number(worst)));
}

void TestDensityPeers::agreesOnBandwidths()
{
    const DensityPoints points = pointsOf(Table(u"points.csv"_s), false);
    const std::vector<double> theirs = Table(u"bandwidths.csv"_s).column(u"sigma"_s);
    QCOMPARE(theirs.size(), 5U);
    const AxisValues scott = scottDeviations(points);
    QVERIFY(std::abs(scott.easting / theirs[0] - 1.0) <= 1.0e-9);
    QVERIFY(std::abs(scott.northing / theirs[1] - 1.0) <= 1.0e-9);
    HeatRecipe recipe;
    recipe.shape = KernelShape::Gaussian;
    recipe.rule = BandwidthRule::Likelihood;
    // They take the best of 30 steps of 14 % each; we look between them.
    const double likely = chooseBandwidth(points, recipe)->metres;
    QVERIFY2(std::abs(std::log(likely / theirs[3])) <= std::log(1.15),
             qPrintable(QString::number(likely)));
    recipe.rule = BandwidthRule::Adaptive;
    recipe.bandwidth = kSigma;
    const std::vector<double> ours = chooseBandwidth(points, recipe)->ofEach;
    const std::vector<double> each = Table(u"adaptive.csv"_s).column(u"noedge"_s);
    QCOMPARE(ours.size(), each.size());
    for (std::size_t i = 0; i < each.size(); ++i) {
        QVERIFY(std::abs(ours[i] / each[i] - 1.0) <= 0.01); // their pilot is read from pixels
    }
}

static const TestRegistration<TestDensityPeers> sRegistration;

} // namespace gridward::test

#include "test_densitypeers.moc"
