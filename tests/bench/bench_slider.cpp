// SPDX-License-Identifier: GPL-3.0-or-later
// How long the heat map takes to follow a slider: a million cases, 1280 x 960 cells of 20 m.
#include "gis/engine/mapengine.h"
#include "gis/heat/placedheat.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace gridward;

namespace {

/** In heaps, as cases lie: half of them within a few streets of forty corners. */
CasePoints cases(int count)
{
    QRandomGenerator random(7);
    CasePoints points;
    const GeoExtent ground{116.20, 39.80, 116.498, 39.972};
    std::vector<std::pair<double, double>> corners;
    for (int i = 0; i < 40; ++i) {
        corners.emplace_back(random.generateDouble(), random.generateDouble());
    }
    for (int i = 0; i < count; ++i) {
        double x = random.generateDouble();
        double y = random.generateDouble();
        if (i % 2 == 0) {
            const auto &corner = corners.at(static_cast<std::size_t>(i / 2 % 40));
            x = std::clamp(corner.first + 0.05 * (x - 0.5), 0.0, 1.0);
            y = std::clamp(corner.second + 0.05 * (y - 0.5), 0.0, 1.0);
        }
        points.longitudes.append(ground.west + x * (ground.east - ground.west));
        points.latitudes.append(ground.south + y * (ground.north - ground.south));
    }
    return points;
}

} // namespace

int main(int argc, char **argv)
{
    const std::unique_ptr<QApplication> application = MapEngine::createApplication(argc, argv);
    QTemporaryDir profile;
    const Result<std::unique_ptr<MapEngine>> engine = MapEngine::start(profile.path());
    if (!engine) {
        return 1;
    }
    QElapsedTimer spent;
    spent.start();
    HeatInput input;
    input.points = cases(1'000'000);
    input.ground = GeoExtent{116.20, 39.80, 116.498, 39.972};
    const auto never = [] { return false; };
    spent.restart();
    const auto placed = PlacedHeat::place(input, never).value();
    std::printf("placing 1,000,000 cases, once: %lld ms\n",
                static_cast<long long>(spent.elapsed()));
    for (const KernelShape shape : {KernelShape::Quartic, KernelShape::Gaussian}) {
        std::vector<double> times;
        HeatGrid grid;
        HeatOrder order;
        order.recipe.shape = shape;
        for (int step = 0; step < 20; ++step) {
            order.recipe.bandwidth = 300.0 + 50.0 * step;
            spent.restart();
            const Result<HeatSurfaces> made =
                makeHeatSurfaces(*placed, {order, {}, true}, never, [](double) {});
            times.push_back(static_cast<double>(spent.nsecsElapsed()) / 1.0e6);
            grid = made.value().first.grid;
        }
        const double first = times.front();
        std::ranges::sort(times);
        std::printf("coarse %s, %d x %d cells: first %.0f ms, median %.0f ms, longest %.0f ms\n",
                    qPrintable(codeOf(shape)),
                    grid.columns,
                    grid.rows,
                    first,
                    times.at(times.size() / 2),
                    times.back());
        spent.restart();
        const Result<HeatSurfaces> exact =
            makeHeatSurfaces(*placed, {order, {}, false}, never, [](double) {});
        std::printf("exact %s, %d x %d cells: %lld ms\n",
                    qPrintable(codeOf(shape)),
                    exact.value().first.grid.columns,
                    exact.value().first.grid.rows,
                    static_cast<long long>(spent.elapsed()));
    }
    return 0;
}
