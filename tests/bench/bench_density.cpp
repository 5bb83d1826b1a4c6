// SPDX-License-Identifier: GPL-3.0-or-later
// bench_density [FOLDER]: a heat map of 1,000,000 points, 1280 × 960 cells of 20 m, quartic, 1 km:
// our engine beside QGIS and beside sweep lines (densitysweep.h), and which method the cost model
// takes. With FOLDER the cost over points, cells and radius goes there as density-cost.csv and
// .svg.
#include "tests/bench/densitycurves.h"
#include "tests/bench/densitytiming.h"
#include "tests/support/qgisdensity.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace gridward;
using namespace gridward::bench;

namespace {

constexpr int kRuns = 5;
constexpr std::size_t kPoints = 1'000'000;

void print(const QString &name, const Timing &timing, const QString &beside = {})
{
    std::printf("  %-52s %9.1f ms, %9.1f ms CPU%s\n",
                qPrintable(name),
                timing.wall,
                timing.cpu,
                qPrintable(beside));
    std::fflush(stdout);
}

QString ratioTo(const Timing &ours, const Timing &theirs)
{
    return QStringLiteral(": %1 times ours by CPU, %2 by wall")
        .arg(theirs.cpu / ours.cpu, 0, 'f', 2)
        .arg(theirs.wall / ours.wall, 0, 'f', 2);
}

/** Ours; the values are left in `values`. */
Timing timeOurs(const DensityCase &one, std::vector<double> &values, Timing &making)
{
    const DensityKernel kernel{KernelShape::Quartic, one.radius};
    values.assign(static_cast<std::size_t>(one.grid.cells()), 0.0);
    making = medianOf(kRuns, [&] { const DensitySum sum(one.points, kernel); });
    const DensitySum sum(one.points, kernel);
    return medianOf(kRuns, [&] { (void)sum.fill(one.grid, values); });
}

void compareWithSweeps(const DensityCase &one,
                       const Timing &ours,
                       const std::vector<double> &values)
{
    const SweepInput input = sweepInputOf(one, 0);
    std::vector<double> theirs(values.size());
    for (const SweepKind &kind : sweepKinds()) {
        const Timing timing = medianOf(kRuns, [&] { sweep(input, kind, theirs); });
        print(
            QStringLiteral("sweep line, %1").arg(QLatin1String(kind.name)),
            timing,
            ratioTo(ours, timing) +
                QStringLiteral(", error %1")
                    .arg(
                        worstError(theirs, values, {KernelShape::Quartic, one.radius}), 0, 'g', 2));
    }
}

/** QGIS adds point by point: its time is told for fewer points and scaled. */
void compareWithQgis(const DensityCase &one, const Timing &ours, const Timing &making)
{
    for (const std::size_t count : {10'000, 20'000}) {
        DensityPoints some;
        some.eastings.assign(one.points.eastings.begin(),
                             one.points.eastings.begin() + static_cast<std::ptrdiff_t>(count));
        some.northings.assign(one.points.northings.begin(),
                              one.points.northings.begin() + static_cast<std::ptrdiff_t>(count));
        QString error;
        Timing timing = medianOf(kRuns, [&] {
            const QgsRectangle extent(
                0.0, 0.0, static_cast<double>(one.grid.columns) * one.grid.size, one.grid.north);
            error = test::densityByQgis(some,
                                        extent,
                                        one.radius,
                                        one.grid.size,
                                        QgsKernelDensityEstimation::KernelQuartic)
                        .error;
        });
        if (!error.isEmpty()) {
            std::printf("  QGIS: %s\n", qPrintable(error));
            return;
        }
        print(QStringLiteral("QGIS, %L1 points, one thread (it has no more)").arg(count), timing);
        const double scale = static_cast<double>(one.points.size()) / static_cast<double>(count);
        timing.wall *= scale;
        timing.cpu *= scale;
        print(QStringLiteral("  scaled to %L1").arg(one.points.size()),
              timing,
              ratioTo({ours.wall + making.wall, ours.cpu + making.cpu}, timing) +
                  QStringLiteral(" with our sorting"));
    }
}

void compare(const char *name, const DensityCase &one, bool withQgis)
{
    std::vector<double> values;
    Timing making;
    const Timing ours = timeOurs(one, values, making);
    std::printf("%s\n", name);
    print(QStringLiteral("ours, to sort the points, once"), making);
    print(QStringLiteral("ours, a surface of them"), ours);
    compareWithSweeps(one, ours, values);
    if (withQgis) {
        compareWithQgis(one, ours, making);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    std::printf("a heat map of %zu points, 1280 x 960 cells of 20 m, quartic, 1 km, %s, all cores, "
                "median of %d\n",
                kPoints,
                sweepInstructions(),
                kRuns);
    DensityCase one;
    one.grid = benchGrid(1280, 960, 20.0);
    one.points = uniformPoints(kPoints, one.grid);
    compare(" points all over the ground", one, true);
    QString source;
    one.points = clusteredPoints(kPoints, one.grid, source);
    compare(qPrintable(QStringLiteral(" points in clusters (%1)").arg(source)), one, false);
    const bool isWell = printChoices();
    if (argc > 1 && !drawCurves(QString::fromLocal8Bit(argv[1]))) {
        std::fprintf(stderr, "%s cannot be written to\n", argv[1]);
        return 1;
    }
    return isWell ? 0 : 1;
}
