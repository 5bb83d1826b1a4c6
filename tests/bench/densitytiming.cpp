// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/densitytiming.h"

#include <QProcess>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <ctime>
#include <random>

using namespace Qt::StringLiterals;

namespace gridward::bench {

namespace {

double cpuMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/** Places of the reports of Zürich, metres; empty without them. */
std::vector<std::pair<double, double>> zurichPlaces()
{
    const QString folder = qEnvironmentVariable("GRIDWARD_DATA");
    std::vector<std::pair<double, double>> places;
    if (folder.isEmpty()) {
        return places;
    }
    QProcess zcat;
    zcat.start(u"zcat"_s, {folder + u"/zurich-zwn/reports.csv.gz"_s});
    zcat.waitForFinished();
    for (const QByteArray &line : zcat.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> cells = line.split(',');
        if (cells.size() == 4 && cells.at(2).toDouble() > 0.0) {
            places.emplace_back(cells.at(2).toDouble(), cells.at(3).toDouble());
        }
    }
    return places;
}

/** 40 knots of 100 to 1,500 metres and a fifth scattered, about 0, 0. */
std::vector<std::pair<double, double>> simulatedPlaces(const CellGrid &grid)
{
    std::mt19937_64 chance(5);
    const double wide = static_cast<double>(grid.columns) * grid.size / 4.0;
    const double high = static_cast<double>(grid.rows) * grid.size / 4.0;
    std::uniform_real_distribution<double> along(-wide, wide);
    std::uniform_real_distribution<double> down(-high, high);
    std::uniform_real_distribution<double> spread(100.0, 1500.0);
    std::vector<std::pair<double, double>> places;
    for (int knot = 0; knot < 40; ++knot) {
        const double east = along(chance);
        const double north = down(chance);
        std::normal_distribution<double> near(0.0, spread(chance));
        for (int i = 0; i < 800; ++i) {
            places.emplace_back(east + near(chance), north + near(chance));
        }
    }
    for (int i = 0; i < 8000; ++i) {
        places.emplace_back(along(chance), down(chance));
    }
    return places;
}

constexpr auto kSweepKinds = std::to_array<SweepKind>(
    {{"moments", SweepForm::Moments, false},
     {"moments, sorted by column", SweepForm::Moments, true},
     {"row polynomials", SweepForm::Row, false},
     {"row polynomials, sorted by column", SweepForm::Row, true},
     {"row polynomials, four and one", SweepForm::RowFour, false},
     {"row polynomials, four and one, sorted", SweepForm::RowFour, true},
     {"moments, 256 columns at a time", SweepForm::Moments, false, 256},
     {"row polynomials, 256 columns at a time", SweepForm::Row, false, 256},
     {"row polynomials, four and one, 640 columns", SweepForm::RowFour, false, 640},
     {"row polynomials, four and one, 64 columns", SweepForm::RowFour, false, 64}});

} // namespace

Timing medianOf(int runs, const std::function<void()> &work)
{
    std::vector<double> wall;
    std::vector<double> cpu;
    for (int run = 0; run < runs; ++run) {
        const double before = cpuMilliseconds();
        const auto start = std::chrono::steady_clock::now();
        work();
        wall.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                .count());
        cpu.push_back(cpuMilliseconds() - before);
    }
    return {median(wall), median(cpu)};
}

CellGrid benchGrid(qint64 columns, qint64 rows, double size)
{
    return {0.0, static_cast<double>(rows) * size, size, columns, rows};
}

DensityPoints uniformPoints(std::size_t count, const CellGrid &grid)
{
    std::mt19937_64 chance(1);
    std::uniform_real_distribution<double> along(0.0,
                                                 static_cast<double>(grid.columns) * grid.size);
    std::uniform_real_distribution<double> down(0.0, grid.north);
    DensityPoints points;
    for (std::size_t i = 0; i < count; ++i) {
        points.eastings.push_back(along(chance));
        points.northings.push_back(down(chance));
    }
    return points;
}

DensityPoints clusteredPoints(std::size_t count, const CellGrid &grid, QString &source)
{
    std::vector<std::pair<double, double>> places = zurichPlaces();
    source = places.empty() ? u"simulated"_s : u"Zürich"_s;
    if (places.empty()) {
        places = simulatedPlaces(grid);
    }
    std::pair<double, double> middle;
    for (const auto &[east, north] : places) {
        middle.first += east / static_cast<double>(places.size());
        middle.second += north / static_cast<double>(places.size());
    }
    std::mt19937_64 chance(3);
    std::normal_distribution<double> near(0.0, 30.0);
    DensityPoints points;
    for (std::size_t i = 0; i < count; ++i) {
        const auto &[east, north] = places[chance() % places.size()];
        points.eastings.push_back(east - middle.first + near(chance) +
                                  0.5 * static_cast<double>(grid.columns) * grid.size);
        points.northings.push_back(north - middle.second + near(chance) + 0.5 * grid.north);
    }
    return points;
}

SweepInput sweepInputOf(const DensityCase &one, int threads)
{
    SweepInput input;
    const CellGrid &grid = one.grid;
    for (std::size_t i = 0; i < one.points.size(); ++i) {
        input.x.push_back((one.points.eastings[i] - grid.west) / grid.size - 0.5);
        input.y.push_back((grid.north - one.points.northings[i]) / grid.size - 0.5);
    }
    input.radius = one.radius / grid.size;
    input.columns = static_cast<int>(grid.columns);
    input.rows = static_cast<int>(grid.rows);
    input.threads = threads;
    return input;
}

std::span<const SweepKind> sweepKinds()
{
    return kSweepKinds;
}

double worstError(const std::vector<double> &theirs,
                  const std::vector<double> &ours,
                  const DensityKernel &kernel)
{
    const double factor = kernelValue(kernel, 0.0);
    const double peak = *std::ranges::max_element(ours);
    double worst = 0.0;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        if (ours[i] > 1.0e-6 * peak) {
            worst = std::max(worst, std::abs(theirs[i] * factor / ours[i] - 1.0));
        }
    }
    return worst;
}

} // namespace gridward::bench
