// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/densitycurves.h"

#include "tests/bench/densitychart.h"
#include "tests/bench/densitytiming.h"
#include "tests/support/qgisdensity.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <limits>

using namespace Qt::StringLiterals;

namespace gridward::bench {

namespace {

constexpr int kRuns = 3;
constexpr std::array kMethods{
    DensityMethod::Points, DensityMethod::Tiles, DensityMethod::Separable};
constexpr double kNever = std::numeric_limits<double>::infinity();
/** Slower by less does not matter to anybody, and is noise. */
constexpr double kSameMilliseconds = 2.0;
/** The limit of a choice, wide enough for noise; what is aimed at is 1.5. */
constexpr double kWorstChoice = 2.0;
/** What would take longer on its next step is left out, CPU milliseconds. */
constexpr double kLongest = 5'000.0;
constexpr double kLongRun = 500.0;

const char *nameOf(DensityMethod method)
{
    return method == DensityMethod::Points  ? "points"
           : method == DensityMethod::Tiles ? "tiles"
                                            : "separable";
}

bool fits(DensityMethod method, KernelShape shape)
{
    return method == DensityMethod::Points ||
           (method == DensityMethod::Separable) == (shape == KernelShape::Gaussian);
}

/** Once if it takes long: then it is steady. */
double cpuOfRuns(const std::function<void()> &work)
{
    const double first = medianOf(1, work).cpu;
    return first > kLongRun ? first : medianOf(kRuns, work).cpu;
}

double cpuOf(const DensityCase &one, KernelShape shape, DensityMethod method)
{
    const DensitySum sum(one.points, {shape, one.radius});
    std::vector<double> values(static_cast<std::size_t>(one.grid.cells()));
    return cpuOfRuns([&] { (void)sum.fill(one.grid, values, {}, method); });
}

/** One row of the table; how much slower the chosen method is than the best. */
double printChoice(const DensityCase &one, KernelShape shape)
{
    const DensityMethod chosen = DensitySum(one.points, {shape, one.radius}).cheapestFor(one.grid);
    double best = kNever;
    double taken = kNever;
    QString times;
    for (const DensityMethod method : kMethods) {
        if (!fits(method, shape)) {
            continue;
        }
        const double cpu = cpuOf(one, shape, method);
        best = std::min(best, cpu);
        if (method == chosen) {
            taken = cpu;
        }
        times += u"  %1 %2"_s.arg(QLatin1String(nameOf(method))).arg(cpu, 8, 'f', 2);
    }
    const double slower = taken - best < kSameMilliseconds ? 1.0 : taken / best;
    std::printf("  %-12s %8zu points %5g m %5lld x %4lld: %s, takes %s%s\n",
                qPrintable(codeOf(shape)),
                one.points.size(),
                one.radius,
                static_cast<long long>(one.grid.columns),
                static_cast<long long>(one.grid.rows),
                qPrintable(times),
                nameOf(chosen),
                slower > 1.0 ? qPrintable(u", %1 times the best"_s.arg(slower, 0, 'f', 2)) : "");
    std::fflush(stdout);
    return slower;
}

/** A way to make a surface: CPU milliseconds of a case. */
struct Way
{
    QString name;
    QString colour;
    std::function<double(const DensityCase &)> cpu;
};

double cpuOfSweep(const DensityCase &one, SweepForm form)
{
    const SweepInput input = sweepInputOf(one, 0);
    std::vector<double> values(static_cast<std::size_t>(one.grid.cells()));
    double best = kNever;
    for (const SweepKind &kind : sweepKinds()) {
        const bool isRow = kind.form != SweepForm::Moments;
        // Sorted by column, or in parts, they are slower, see bench_density.
        if (!kind.isSorted && kind.columnsAtOnce == 0 && isRow == (form != SweepForm::Moments)) {
            best = std::min(best, cpuOfRuns([&] { sweep(input, kind, values); }));
        }
    }
    return best;
}

/** Of few points, scaled: QGIS is linear in them. */
double cpuOfQgis(const DensityCase &one)
{
    const double cells = std::pow(2.0 * one.radius / one.grid.size + 1.0, 2.0);
    const auto count = std::min<std::size_t>(
        one.points.size(), static_cast<std::size_t>(std::clamp(1.0e7 / cells, 5.0, 2000.0)));
    DensityPoints some;
    some.eastings.assign(one.points.eastings.begin(),
                         one.points.eastings.begin() + static_cast<std::ptrdiff_t>(count));
    some.northings.assign(one.points.northings.begin(),
                          one.points.northings.begin() + static_cast<std::ptrdiff_t>(count));
    const QgsRectangle extent(
        0.0, 0.0, static_cast<double>(one.grid.columns) * one.grid.size, one.grid.north);
    const test::QgisDensity made = test::densityByQgis(
        some, extent, one.radius, one.grid.size, QgsKernelDensityEstimation::KernelQuartic);
    return made.cpuSeconds * 1.0e3 * static_cast<double>(one.points.size()) /
           static_cast<double>(count);
}

std::vector<Way> allWays()
{
    const auto ours = [](DensityMethod method) {
        return
            [method](const DensityCase &one) { return cpuOf(one, KernelShape::Quartic, method); };
    };
    return {{u"QGIS (scaled)"_s, u"#777777"_s, cpuOfQgis},
            {u"ours by points"_s, u"#56b4e9"_s, ours(DensityMethod::Points)},
            {u"sweep line by moments"_s,
             u"#d55e00"_s,
             [](const DensityCase &one) { return cpuOfSweep(one, SweepForm::Moments); }},
            {u"sweep line by rows"_s,
             u"#cc79a7"_s,
             [](const DensityCase &one) { return cpuOfSweep(one, SweepForm::Row); }},
            {u"ours by tiles"_s, u"#009e73"_s, ours(DensityMethod::Tiles)},
            {u"ours as chosen"_s, u"#000000"_s, ours(DensityMethod::Cheapest)}};
}

/** Measures a panel; `steps` are cases with the value that they stand at. */
Panel measured(const QString &title,
               const QString &across,
               const std::vector<std::pair<double, std::function<DensityCase()>>> &steps,
               QString &table)
{
    Panel panel{title, across, {}};
    const std::vector<Way> ways = allWays();
    for (const Way &way : ways) {
        panel.curves.push_back({way.name, way.colour, {}});
    }
    double before = 0.0;
    for (const auto &[at, make] : steps) {
        const DensityCase one = make();
        for (std::size_t i = 0; i < ways.size(); ++i) {
            std::vector<std::pair<double, double>> &points = panel.curves[i].points;
            const bool isQgis = i == 0;
            if (!isQgis && !points.empty() &&
                (points.back().first < before ||
                 points.back().second * std::pow(at / before, 1.5) > kLongest)) {
                continue;
            }
            points.emplace_back(at, ways[i].cpu(one));
            table += u"%1,%2,%3,%4\n"_s.arg(across, QString::number(at), ways[i].name)
                         .arg(points.back().second, 0, 'f', 3);
            std::printf("  %s %g: %s %.1f ms CPU\n",
                        qPrintable(across),
                        at,
                        qPrintable(ways[i].name),
                        points.back().second);
            std::fflush(stdout);
        }
        before = at;
    }
    return panel;
}

bool write(const QString &path, const QString &text)
{
    QFile file(path);
    const QByteArray bytes = text.toUtf8();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

DensityCase uniformCase(std::size_t count, double cell, double radius)
{
    DensityCase one;
    one.grid =
        benchGrid(static_cast<qint64>(25'600.0 / cell), static_cast<qint64>(19'200.0 / cell), cell);
    one.points = uniformPoints(count, one.grid);
    one.radius = radius;
    return one;
}

} // namespace

bool printChoices()
{
    std::printf(" what the cost model takes, CPU ms of all cores\n");
    double worst = 1.0;
    for (const KernelShape shape : {KernelShape::Quartic,
                                    KernelShape::Uniform,
                                    KernelShape::Triangular,
                                    KernelShape::Gaussian}) {
        for (const std::size_t count : {300U, 10'000U, 300'000U}) {
            for (const double radius : {30.0, 150.0, 800.0}) {
                for (const double cell : {100.0, 20.0}) {
                    // By points, a wide Gaussian on many cells takes minutes: not the question.
                    if (shape == KernelShape::Gaussian &&
                        static_cast<double>(count) * radius * radius > 1.0e9) {
                        continue;
                    }
                    DensityCase one = uniformCase(count, cell, radius);
                    worst = std::max(worst, printChoice(one, shape));
                }
            }
        }
    }
    std::printf("  at worst %.2f times the best\n", worst);
    return worst <= kWorstChoice;
}

bool drawCurves(const QString &folder)
{
    QString table = u"varied,value,way,CPU milliseconds\n"_s;
    std::vector<std::pair<double, std::function<DensityCase()>>> counts;
    for (const double count : {1e4, 3e4, 1e5, 3e5, 1e6, 3e6, 1e7}) {
        counts.emplace_back(
            count, [count] { return uniformCase(static_cast<std::size_t>(count), 20.0, 1000.0); });
    }
    std::vector<std::pair<double, std::function<DensityCase()>>> cells;
    for (const double cell : {160.0, 80.0, 40.0, 20.0, 10.0, 5.0}) {
        cells.emplace_back(25'600.0 / cell * 19'200.0 / cell,
                           [cell] { return uniformCase(1'000'000, cell, 1000.0); });
    }
    std::vector<std::pair<double, std::function<DensityCase()>>> radii;
    for (const double radius : {100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0}) {
        radii.emplace_back(radius, [radius] { return uniformCase(1'000'000, 20.0, radius); });
    }
    std::printf(" cost curves\n");
    std::vector<Panel> panels;
    panels.push_back(
        measured(u"1280 × 960 cells of 20 m, radius 1 km"_s, u"points"_s, counts, table));
    panels.push_back(
        measured(u"1,000,000 points on 25.6 × 19.2 km, radius 1 km"_s, u"cells"_s, cells, table));
    panels.push_back(
        measured(u"1,000,000 points, 1280 × 960 cells of 20 m"_s, u"radius (m)"_s, radii, table));
    const QDir to(folder);
    return write(to.filePath(u"density-cost.csv"_s), table) &&
           write(to.filePath(u"density-cost.svg"_s),
                 chartOf(panels,
                         u"CPU time of a heat map in milliseconds, all cores together (quartic "
                         "kernel, points scattered evenly, %1)"_s.arg(
                             QLatin1String(sweepInstructions()))));
}

} // namespace gridward::bench
