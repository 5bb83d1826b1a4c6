// SPDX-License-Identifier: GPL-3.0-or-later
// Opening files to the first complete map: our MapView beside bare QGIS doing the least that shows
// the same layers (a layer each and one sequential rendering). Median of five, in one process, in
// turn.
#include "gis/engine/mapengine.h"
#include "gis/map/mapview.h"

#include <qgscoordinatetransform.h>
#include <qgsmaprenderersequentialjob.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QWidget>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace gridward;

namespace {

constexpr int kRuns = 5;
constexpr QSize kSize(1920, 1080);

struct Times
{
    double wall = 0.0;   ///< milliseconds
    double thread = 0.0; ///< milliseconds of CPU on this (the GUI) thread
};

double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double median(std::array<double, kRuns> values)
{
    std::ranges::sort(values);
    return values[kRuns / 2];
}

Times ours(MapEngine &engine, const QStringList &files)
{
    engine.clear();
    QElapsedTimer wall;
    wall.start();
    const double before = threadMilliseconds();
    MapView map(engine, MapMode::Interactive);
    map.widget()->resize(kSize);
    map.widget()->show();
    QEventLoop loop;
    QObject::connect(&map, &MapPort::pictureCompleted, &loop, [&] {
        if (map.layerCount() == files.size()) {
            loop.quit();
        }
    });
    map.addFiles(files);
    loop.exec();
    return {static_cast<double>(wall.nsecsElapsed()) / 1e6, threadMilliseconds() - before};
}

Times peer(MapEngine &engine, const QStringList &files)
{
    engine.clear();
    QElapsedTimer wall;
    wall.start();
    const double before = threadMilliseconds();
    std::vector<std::unique_ptr<QgsVectorLayer>> layers;
    QList<QgsMapLayer *> shown;
    QgsRectangle extent;
    QgsMapSettings settings;
    settings.setDestinationCrs(engine.project()->crs());
    settings.setOutputSize(kSize);
    for (const QString &file : files) {
        layers.push_back(std::make_unique<QgsVectorLayer>(file, file));
        shown.append(layers.back().get());
        const QgsCoordinateTransform toMap(
            layers.back()->crs(), settings.destinationCrs(), engine.project()->transformContext());
        extent.combineExtentWith(toMap.transformBoundingBox(layers.back()->extent()));
    }
    settings.setLayers(shown);
    settings.setExtent(extent);
    QgsMapRendererSequentialJob job(settings);
    job.start();
    job.waitForFinished();
    if (job.renderedImage().isNull()) {
        std::fprintf(stderr, "the peer drew nothing\n");
        std::exit(1);
    }
    return {static_cast<double>(wall.nsecsElapsed()) / 1e6, threadMilliseconds() - before};
}

} // namespace

int main(int argc, char **argv)
{
    const std::unique_ptr<QApplication> application = MapEngine::createApplication(argc, argv);
    const QTemporaryDir profile;
    Result<std::unique_ptr<MapEngine>> started = MapEngine::start(profile.path());
    if (!started || argc < 2) {
        std::fprintf(stderr, "usage: bench_map FOLDER\n");
        return 1;
    }
    const std::unique_ptr<MapEngine> engine = std::move(started).value();
    QStringList files;
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    for (const QString &name : folder.entryList({u"*.geojson"_s})) {
        files.append(folder.filePath(name));
    }
    std::array<double, kRuns> ourWall{};
    std::array<double, kRuns> peerWall{};
    std::array<double, kRuns> ourThread{};
    (void)ours(*engine, files); // warms files and fonts for both
    (void)peer(*engine, files);
    for (std::size_t run = 0; run < kRuns; ++run) {
        const Times one = ours(*engine, files);
        const Times other = peer(*engine, files);
        ourWall.at(run) = one.wall;
        ourThread.at(run) = one.thread;
        peerWall.at(run) = other.wall;
    }
    std::printf("files to first complete map, %lld layers, 1920x1080, median of %d\n",
                static_cast<long long>(files.size()),
                kRuns);
    std::printf("  ours (with labels, window and panel) %8.1f ms, of it GUI thread %.1f ms CPU\n",
                median(ourWall),
                median(ourThread));
    std::printf("  bare QGIS (plain symbols, no window) %8.1f ms\n", median(peerWall));
    std::printf("  ratio ours / bare QGIS               %8.2f\n",
                median(ourWall) / median(peerWall));
    return 0;
}
