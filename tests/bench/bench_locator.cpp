// SPDX-License-Identifier: GPL-3.0-or-later
// bench_locator [FOLDER]: in which of 10,000 grids lie 1,000,000 points? Our locator on one thread.
// With FOLDER the same points and grids are written there for PostGIS (points.copy, grids.copy, in
// hex EWKB) and our results (ours.txt: points found, median wall and CPU milliseconds); see
// postgis_locator.sh.
#include "models/domain/gridlocator.h"
#include "tests/support/gridpartition.h"

#include <QDataStream>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <memory>
#include <random>
#include <vector>

using namespace Qt::StringLiterals;
using namespace gridward;

namespace {

constexpr int kRuns = 5;
constexpr int kLines = 100; ///< grids each way
constexpr std::size_t kPoints = 1'000'000;
constexpr quint32 kSrid = 4326;
constexpr quint32 kHasSrid = 0x20000000;
constexpr quint32 kPoint = 1;

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

std::vector<GeoPoint> randomPoints()
{
    std::mt19937 random(20260101);
    const auto uniform = [&random] { return static_cast<double>(random()) / 4294967296.0; };
    std::vector<GeoPoint> points(kPoints);
    for (GeoPoint &point : points) {
        point.longitude = 116.3 + 0.2 * uniform();
        point.latitude = 39.8 + 0.2 * uniform();
    }
    return points;
}

/** The start of an EWKB geometry, little-endian. */
void writeHead(QDataStream &stream, quint32 type)
{
    stream.setByteOrder(QDataStream::LittleEndian);
    stream << quint8(1) << (type | kHasSrid) << kSrid;
}

bool writeTables(const QDir &folder,
                 const std::vector<GeoPoint> &points,
                 const QList<GridOutline> &grids)
{
    QFile pointFile(folder.filePath(u"points.copy"_s));
    QFile gridFile(folder.filePath(u"grids.copy"_s));
    if (!pointFile.open(QIODevice::WriteOnly) || !gridFile.open(QIODevice::WriteOnly)) {
        return false;
    }
    for (const GeoPoint &point : points) {
        QByteArray ewkb;
        QDataStream stream(&ewkb, QIODevice::WriteOnly);
        writeHead(stream, kPoint);
        stream << point.longitude << point.latitude;
        pointFile.write(ewkb.toHex() + '\n');
    }
    for (const GridOutline &grid : grids) {
        constexpr qsizetype kHeadSize = 5; // byte order and type
        QByteArray ewkb;
        QDataStream stream(&ewkb, QIODevice::WriteOnly);
        writeHead(stream, static_cast<quint32>(grid.wkb.at(1)));
        gridFile.write(grid.code.toLatin1() + '\t' + (ewkb + grid.wkb.mid(kHeadSize)).toHex() +
                       '\n');
    }
    return pointFile.flush() && gridFile.flush();
}

} // namespace

int main(int argc, char **argv)
{
    const QList<GridOutline> grids = irregularPartition(kLines, kLines, 1);
    const std::vector<GeoPoint> points = randomPoints();
    QElapsedTimer wall;
    wall.start();
    const Result<std::shared_ptr<const GridLocator>> built = GridLocator::build(grids);
    const double buildTime = static_cast<double>(wall.nsecsElapsed()) / 1e6;
    if (!built) {
        std::fprintf(stderr, "%s\n", qPrintable(built.error().message));
        return 1;
    }
    const GridLocator &locator = *built.value();
    std::vector<int> indexes(points.size());
    locator.locate(points, indexes); // warms memory
    std::array<double, kRuns> wallTimes{};
    std::array<double, kRuns> threadTimes{};
    for (std::size_t run = 0; run < kRuns; ++run) {
        const double before = threadMilliseconds();
        wall.restart();
        locator.locate(points, indexes);
        wallTimes.at(run) = static_cast<double>(wall.nsecsElapsed()) / 1e6;
        threadTimes.at(run) = threadMilliseconds() - before;
    }
    const auto found = std::ranges::count_if(indexes, [](int index) { return index >= 0; });
    std::printf("the grid of each of %zu points, %lld grids, one thread, median of %d\n",
                points.size(),
                static_cast<long long>(grids.size()),
                kRuns);
    std::printf("  ours, to build the locator         %9.1f ms\n", buildTime);
    std::printf("  ours, %7lld points in a grid      %9.1f ms, %.1f ms CPU\n",
                static_cast<long long>(found),
                median(wallTimes),
                median(threadTimes));
    if (argc < 2) {
        return 0;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    QFile results(folder.filePath(u"ours.txt"_s));
    const QByteArray line = QByteArray::number(static_cast<qlonglong>(found)) + ' ' +
                            QByteArray::number(median(wallTimes)) + ' ' +
                            QByteArray::number(median(threadTimes)) + '\n';
    if (!writeTables(folder, points, grids) || !results.open(QIODevice::WriteOnly) ||
        results.write(line) != line.size()) {
        std::fprintf(stderr, "%s cannot be written to\n", argv[1]);
        return 1;
    }
    return 0;
}
