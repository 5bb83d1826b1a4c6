// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/gridlocator.h"
#include "tests/support/gridpartition.h"
#include "tests/support/testregistry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <geos_c.h>
#include <limits>
#include <random>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Locator = std::shared_ptr<const GridLocator>;

Ring box(double west, double south, double east, double north)
{
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}

GridOutline grid(const QString &code, const QList<Ring> &rings)
{
    return {code, polygonWkb(rings)};
}

/** The locator; the test ends if there is none. */
Locator built(const QList<GridOutline> &outlines)
{
    const Result<Locator> result = GridLocator::build(outlines);
    if (!result) {
        qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    }
    return result.value();
}

/** The code, or "-". */
QString at(const Locator &locator, double longitude, double latitude)
{
    return locator->locate(GeoPoint{longitude, latitude}).value_or(u"-"_s);
}

/** Outlines read by GEOS alone, to compare with; smallest code first. */
class BruteForce
{
public:
    explicit BruteForce(QList<GridOutline> outlines)
        : mContext(GEOS_init_r())
    {
        std::ranges::sort(outlines, {}, &GridOutline::code);
        GEOSWKBReader *reader = GEOSWKBReader_create_r(mContext);
        for (const GridOutline &outline : std::as_const(outlines)) {
            const auto *bytes = reinterpret_cast<const unsigned char *>(outline.wkb.constData());
            mGeometries.push_back(GEOSWKBReader_read_r(
                mContext, reader, bytes, static_cast<std::size_t>(outline.wkb.size())));
            mPrepared.push_back(GEOSPrepare_r(mContext, mGeometries.back()));
        }
        GEOSWKBReader_destroy_r(mContext, reader);
    }
    ~BruteForce()
    {
        for (std::size_t place = 0; place < mGeometries.size(); ++place) {
            GEOSPreparedGeom_destroy_r(mContext, mPrepared[place]);
            GEOSGeom_destroy_r(mContext, mGeometries[place]);
        }
        GEOS_finish_r(mContext);
    }
    Q_DISABLE_COPY_MOVE(BruteForce)

    [[nodiscard]] int indexOf(const GeoPoint &point) const
    {
        GEOSGeometry *geometry =
            GEOSGeom_createPointFromXY_r(mContext, point.longitude, point.latitude);
        const auto covers = [this, geometry](const GEOSPreparedGeometry *grid) {
            return GEOSPreparedCovers_r(mContext, grid, geometry) == 1;
        };
        const auto found = std::ranges::find_if(mPrepared, covers);
        GEOSGeom_destroy_r(mContext, geometry);
        return found == mPrepared.end() ? -1 : static_cast<int>(found - mPrepared.begin());
    }

private:
    GEOSContextHandle_t mContext;
    std::vector<GEOSGeometry *> mGeometries;
    std::vector<const GEOSPreparedGeometry *> mPrepared;
};

std::vector<GeoPoint> randomPoints(std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    const auto uniform = [&random] { return static_cast<double>(random()) / 4294967296.0; };
    std::vector<GeoPoint> points(count);
    for (GeoPoint &point : points) {
        point = {116.295 + 0.21 * uniform(), 39.795 + 0.21 * uniform()};
    }
    return points;
}

/** Corners of all outlines of irregularPartition() and points along and beside their edges. */
std::vector<GeoPoint> pointsAtBorders(const QList<GridOutline> &outlines)
{
    const double far = std::numeric_limits<double>::infinity();
    std::vector<GeoPoint> points;
    for (const GridOutline &outline : outlines) {
        constexpr qsizetype kHeadSize = 13; // byte order, type, one ring, number of points
        std::vector<GeoPoint> ring(static_cast<std::size_t>(outline.wkb.size() - kHeadSize) /
                                   sizeof(GeoPoint));
        std::memcpy(
            ring.data(), outline.wkb.constData() + kHeadSize, ring.size() * sizeof(GeoPoint));
        for (std::size_t place = 1; place < ring.size(); ++place) {
            const GeoPoint &from = ring[place - 1];
            const GeoPoint &to = ring[place];
            points.push_back(from);
            for (const double part : {0.5, 0.25, 1.0 / 3.0, 0.1, 0.9}) {
                const GeoPoint on{from.longitude + part * (to.longitude - from.longitude),
                                  from.latitude + part * (to.latitude - from.latitude)};
                points.push_back(on);
                points.push_back({std::nextafter(on.longitude, far), on.latitude});
                points.push_back({on.longitude, std::nextafter(on.latitude, -far)});
            }
        }
    }
    return points;
}

std::vector<int> located(const Locator &locator, const std::vector<GeoPoint> &points)
{
    std::vector<int> indexes(points.size(), -2);
    locator->locate(points, indexes);
    return indexes;
}

} // namespace

class TestGridLocator : public QObject
{
    Q_OBJECT
private slots:
    void nothing()
    {
        const Locator locator = built({});
        QVERIFY(locator->codes().isEmpty());
        QCOMPARE(locator->indexOf({0.0, 0.0}), -1);
        QCOMPARE(locator->locate(GeoPoint{116.4, 39.9}), std::nullopt);
    }

    void holeWithIsland()
    {
        const Locator locator = built({
            grid(u"ring"_s, {box(0, 0, 10, 10), box(2, 2, 8, 8)}),
            grid(u"island"_s, {box(4, 4, 6, 6)}),
        });
        QCOMPARE(locator->codes(), QStringList({u"island"_s, u"ring"_s}));
        QCOMPARE(at(locator, 1, 5), u"ring"_s);
        QCOMPARE(at(locator, 3, 5), u"-"_s);
        QCOMPARE(at(locator, 5, 5), u"island"_s);
        QCOMPARE(locator->indexOf({5, 5}), 0);
        QCOMPARE(locator->indexOf({1, 5}), 1);
        // The borders of both, the hole's among them, belong to them.
        QCOMPARE(at(locator, 2, 5), u"ring"_s);
        QCOMPARE(at(locator, 8, 8), u"ring"_s);
        QCOMPARE(at(locator, 4, 5), u"island"_s);
    }

    void holeFilled()
    {
        const Locator locator = built({
            grid(u"b"_s, {box(0, 0, 10, 10), box(2, 2, 8, 8)}),
            grid(u"a"_s, {box(2, 2, 8, 8)}),
        });
        QCOMPARE(at(locator, 5, 5), u"a"_s);
        QCOMPARE(at(locator, 2, 5), u"a"_s);
        QCOMPARE(at(locator, 8, 2), u"a"_s);
        QCOMPARE(at(locator, std::nextafter(2.0, 0.0), 5), u"b"_s);
    }

    void severalParts()
    {
        const Locator locator = built({
            {u"m"_s, multiPolygonWkb({{box(0, 0, 1, 1)}, {box(5, 5, 9, 9), box(6, 6, 8, 8)}})},
            grid(u"n"_s, {box(1, 0, 5, 1)}),
        });
        QCOMPARE(at(locator, 0.5, 0.5), u"m"_s);
        QCOMPARE(at(locator, 5.5, 7), u"m"_s);
        QCOMPARE(at(locator, 7, 7), u"-"_s);
        QCOMPARE(at(locator, 6, 7), u"m"_s);
        QCOMPARE(at(locator, 1, 0.5), u"m"_s);
        QCOMPARE(at(locator, 3, 0.5), u"n"_s);
        QCOMPARE(at(locator, 3, 3), u"-"_s);
    }

    /** Three dimensions and an SRID do no harm. */
    void otherWkb()
    {
        const QByteArray polygon = polygonWkb({box(0, 0, 1, 1)});
        const QByteArray withSrid = QByteArray::fromHex("0103000020E6100000") + polygon.mid(5);
        const Locator locator = built({{u"s"_s, withSrid}});
        QCOMPARE(at(locator, 0.5, 0.5), u"s"_s);
        QByteArray solid = QByteArray::fromHex("01EB0300000100000005000000");
        for (const GeoPoint &point : box(0, 0, 1, 1) + Ring{{0, 0}}) {
            const std::array coordinates{point.longitude, point.latitude, 50.0};
            solid.append(reinterpret_cast<const char *>(coordinates.data()), sizeof(coordinates));
        }
        QCOMPARE(at(built({{u"z"_s, solid}}), 0.5, 0.5), u"z"_s);
    }

    void sharedEdges()
    {
        // c | d over a | b; all edges are upright or level, all coordinates are not exact.
        const double middle = 116.4 + 0.1 / 3;
        const double centre = 39.9 + 0.1 / 7;
        const Locator locator = built({
            grid(u"d"_s, {box(middle, centre, 116.5, 40.0)}),
            grid(u"c"_s, {box(116.4, centre, middle, 40.0)}),
            grid(u"b"_s, {box(middle, 39.9, 116.5, centre)}),
            grid(u"a"_s, {box(116.4, 39.9, middle, centre)}),
        });
        for (int step = 1; step < 1000; ++step) {
            const double part = step / 1000.0;
            const double west = 116.4 + part * (middle - 116.4);
            const double east = middle + part * (116.5 - middle);
            const double south = 39.9 + part * (centre - 39.9);
            const double north = centre + part * (40.0 - centre);
            QCOMPARE(at(locator, west, centre), u"a"_s);
            QCOMPARE(at(locator, east, centre), u"b"_s);
            QCOMPARE(at(locator, middle, south), u"a"_s);
            QCOMPARE(at(locator, middle, north), u"c"_s);
            QCOMPARE(at(locator, 116.4, north), u"c"_s);
            QCOMPARE(at(locator, 116.5, south), u"b"_s);
            QCOMPARE(at(locator, west, 39.9), u"a"_s);
            QCOMPARE(at(locator, east, 40.0), u"d"_s);
            QCOMPARE(at(locator, std::nextafter(middle, 180.0), south), u"b"_s);
            QCOMPARE(at(locator, east, std::nextafter(centre, 90.0)), u"d"_s);
            QCOMPARE(at(locator, std::nextafter(116.5, 180.0), south), u"-"_s);
            QCOMPARE(at(locator, west, std::nextafter(39.9, 0.0)), u"-"_s);
        }
        QCOMPARE(at(locator, middle, centre), u"a"_s);
    }

    /** Two triangles and the oblique edge between them: on it, and beside it by one last bit. */
    void obliqueEdge_data()
    {
        QTest::addColumn<double>("longitude");
        QTest::addColumn<double>("latitude");
        QTest::newRow("gentle") << 116.41 + 0.1 / 3 << 39.91 + 0.01 / 7;
        QTest::newRow("steep") << 116.4 + 0.001 / 3 << 40.0 - 0.1 / 7;
        QTest::newRow("diagonal") << 116.4 + 0.1 / 3 << 39.9 + 0.1 / 3;
    }
    void obliqueEdge()
    {
        QFETCH(double, longitude);
        QFETCH(double, latitude);
        const GeoPoint from{116.4, 39.9};
        const GeoPoint to{longitude, latitude};
        const GridOutline above = grid(u"2"_s, {{from, to, {from.longitude, to.latitude}}});
        const GridOutline below = grid(u"1"_s, {{to, from, {to.longitude, from.latitude}}});
        const Locator both = built({above, below});
        const Locator onlyAbove = built({above});
        const Locator onlyBelow = built({below});
        int onBoth = 0;
        for (int step = 0; step <= 4096; ++step) {
            const double part = step / 4096.0;
            const GeoPoint on{from.longitude + part * (to.longitude - from.longitude),
                              from.latitude + part * (to.latitude - from.latitude)};
            for (const double side : {0.0, 180.0, -180.0}) {
                GeoPoint point = on;
                if (side != 0.0) {
                    point.longitude = std::nextafter(point.longitude, side);
                }
                if (point.longitude < from.longitude || point.longitude > to.longitude) {
                    continue;
                }
                const bool isAbove = onlyAbove->indexOf(point) == 0;
                const bool isBelow = onlyBelow->indexOf(point) == 0;
                QVERIFY2(isAbove || isBelow, qPrintable(toDisplayText(point)));
                QCOMPARE(both->indexOf(point), isBelow ? 0 : 1);
                // On both only where GEOS says that it lies exactly on the line.
                GEOSContextHandle_t context = GEOS_init_r();
                const int turn = GEOSOrientationIndex_r(context,
                                                        from.longitude,
                                                        from.latitude,
                                                        to.longitude,
                                                        to.latitude,
                                                        point.longitude,
                                                        point.latitude);
                GEOS_finish_r(context);
                QCOMPARE(isAbove, turn >= 0);
                QCOMPARE(isBelow, turn <= 0);
                onBoth += isAbove && isBelow ? 1 : 0;
            }
        }
        QVERIFY(onBoth >= 2);
    }

    /** Each point on or beside a border is in one grid, and that does not depend on the order. */
    void bordersOfPartition()
    {
        QList<GridOutline> outlines = irregularPartition(12, 10, 7);
        const std::vector<GeoPoint> points = pointsAtBorders(outlines);
        const Locator locator = built(outlines);
        const std::vector<int> indexes = located(locator, points);
        const BruteForce geos(outlines);
        int outside = 0;
        for (std::size_t place = 0; place < points.size(); ++place) {
            QCOMPARE(indexes[place], geos.indexOf(points[place]));
            outside += indexes[place] < 0 ? 1 : 0;
        }
        // Only beside the outer border can a point be in none.
        QVERIFY(outside > 0);
        QVERIFY(outside < static_cast<int>(points.size()) / 10);
        std::mt19937 random(3);
        for (int time = 0; time < 3; ++time) {
            std::ranges::shuffle(outlines, random);
            const Locator shuffled = built(outlines);
            QCOMPARE(shuffled->codes(), locator->codes());
            QVERIFY(located(shuffled, points) == indexes);
        }
    }

    /** Within a partition no point is missed, down to the last bit beside its inner borders. */
    void noGaps()
    {
        const QList<GridOutline> outlines = irregularPartition(12, 10, 8);
        const Locator locator = built(outlines);
        for (const GeoPoint &point : pointsAtBorders(outlines)) {
            if (point.longitude > 116.31 && point.longitude < 116.49 && point.latitude > 39.81 &&
                point.latitude < 39.99) {
                QVERIFY2(locator->indexOf(point) >= 0, qPrintable(toDisplayText(point)));
            }
        }
    }

    void sharedCorners()
    {
        const GeoPoint hub{116.4 + 0.1 / 3, 39.9 + 0.1 / 7};
        // 2, 3, 4 and 40 grids around one corner, the smallest code last.
        for (const int count : {2, 3, 4, 40}) {
            QList<GridOutline> outlines;
            QList<GeoPoint> rim;
            for (int place = 0; place < count * 2; ++place) {
                const double angle = 3.14159265 * place / count;
                rim.append({hub.longitude + 0.01 * std::cos(angle),
                            hub.latitude + 0.01 * std::sin(angle)});
            }
            for (int place = 0; place < count; ++place) {
                outlines.append(grid(u"%1"_s.arg(count - place, 3, 10, '0'_L1),
                                     {{hub,
                                       rim.at(2 * place),
                                       rim.at(2 * place + 1),
                                       rim.at((2 * place + 2) % (2 * count))}}));
            }
            const Locator locator = built(outlines);
            QCOMPARE(locator->indexOf(hub), 0);
            const BruteForce geos(outlines);
            for (const GeoPoint &point : std::as_const(rim)) {
                QCOMPARE(locator->indexOf(point), geos.indexOf(point));
                QVERIFY(locator->indexOf(point) >= 0);
                for (const double part : {0.5, 1e-3, 1e-6, 1e-9, 1e-12}) {
                    const GeoPoint near{hub.longitude + part * (point.longitude - hub.longitude),
                                        hub.latitude + part * (point.latitude - hub.latitude)};
                    QCOMPARE(locator->indexOf(near), geos.indexOf(near));
                    QVERIFY(locator->indexOf(near) >= 0);
                }
            }
        }
    }

    /** Two grids end in the middle of a third one's edge. */
    void junctions()
    {
        const Locator level = built({
            grid(u"3"_s, {box(0.1, 0.1, 0.9, 0.3)}),
            grid(u"2"_s, {box(0.1, 0.3, 0.7, 0.8)}),
            grid(u"1"_s, {box(0.7, 0.3, 0.9, 0.8)}),
        });
        QCOMPARE(at(level, 0.7, 0.3), u"1"_s);
        QCOMPARE(at(level, 0.6, 0.3), u"2"_s);
        QCOMPARE(at(level, 0.8, 0.3), u"1"_s);
        QCOMPARE(at(level, 0.7, std::nextafter(0.3, 0.0)), u"3"_s);
        // The same on an oblique edge, with the junction exactly on it.
        const Locator oblique = built({
            grid(u"3"_s, {{{0, 0}, {8, 4}, {8, 0}}}),
            grid(u"2"_s, {{{0, 0}, {4, 2}, {4, 8}, {0, 8}}}),
            grid(u"1"_s, {{{4, 2}, {8, 4}, {8, 8}, {4, 8}}}),
        });
        QCOMPARE(at(oblique, 4, 2), u"1"_s);
        QCOMPARE(at(oblique, 2, 1), u"2"_s);
        QCOMPARE(at(oblique, 6, 3), u"1"_s);
        QCOMPARE(at(oblique, 4, 5), u"1"_s);
        QCOMPARE(at(oblique, 4, std::nextafter(2.0, 0.0)), u"3"_s);
    }

    void outside_data()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinity = std::numeric_limits<double>::infinity();
        QTest::addColumn<double>("longitude");
        QTest::addColumn<double>("latitude");
        QTest::newRow("near") << 116.29 << 39.9;
        QTest::newRow("antipodes") << -63.6 << -39.9;
        QTest::newRow("swapped") << 39.9 << 116.4;
        QTest::newRow("no longitude") << nan << 39.9;
        QTest::newRow("no latitude") << 116.4 << nan;
        QTest::newRow("nothing") << nan << nan;
        QTest::newRow("infinite") << infinity << 39.9;
        QTest::newRow("minus infinite") << 116.4 << -infinity;
        QTest::newRow("largest") << std::numeric_limits<double>::max() << 39.9;
    }
    void outside()
    {
        QFETCH(double, longitude);
        QFETCH(double, latitude);
        const Locator locator = built(irregularPartition(3, 3, 1));
        QCOMPARE(locator->indexOf({longitude, latitude}), -1);
        QCOMPARE(locator->locate(GeoPoint{longitude, latitude}), std::nullopt);
    }

    void bruteForce_data()
    {
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("rows");
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("even") << 20 << 20;
        QTest::newRow("tall grids") << 60 << 3;
        QTest::newRow("flat grids") << 2 << 70;
    }
    void bruteForce()
    {
        QFETCH(int, columns);
        QFETCH(int, rows);
        const QList<GridOutline> outlines = irregularPartition(columns, rows, 11);
        const Locator locator = built(outlines);
        const BruteForce geos(outlines);
        const std::vector<GeoPoint> points = randomPoints(20'000, 5);
        const std::vector<int> indexes = located(locator, points);
        for (std::size_t place = 0; place < points.size(); ++place) {
            QCOMPARE(indexes[place], geos.indexOf(points[place]));
            QCOMPARE(locator->indexOf(points[place]), indexes[place]);
        }
    }

    /** A grid far away makes the first cells so coarse that they are divided. */
    void crowdedCells()
    {
        QList<GridOutline> outlines = irregularPartition(20, 20, 13);
        outlines.append(grid(u"0 null island"_s, {box(-0.001, -0.001, 0.001, 0.001)}));
        outlines.append(grid(u"9 all"_s, {box(-10, -10, 130, 50)}));
        const Locator locator = built(outlines);
        const BruteForce geos(outlines);
        std::vector<GeoPoint> points = randomPoints(20'000, 6);
        const std::vector<GeoPoint> corners = pointsAtBorders(outlines.first(50));
        points.insert(points.end(), corners.begin(), corners.end());
        points.push_back({0, 0});
        points.push_back({1, 1});
        for (const GeoPoint &point : points) {
            QCOMPARE(locator->indexOf(point), geos.indexOf(point));
        }
    }

    /** Grids that lie upon each other, many of them the same, and some of them tiny. */
    void overlaps()
    {
        QList<GridOutline> outlines;
        std::mt19937 random(17);
        const auto uniform = [&random] { return static_cast<double>(random()) / 4294967296.0; };
        for (int place = 0; place < 300; ++place) {
            const double west = 116.3 + 0.15 * uniform();
            const double south = 39.8 + 0.15 * uniform();
            const double size = place % 3 == 0 ? 1e-7 : 0.05 * uniform();
            outlines.append(
                grid(u"%1"_s.arg(place),
                     {{{west, south}, {west + size, south + size / 3}, {west, south + size}}}));
            outlines.append({u"again %1"_s.arg(place), outlines.at(0).wkb});
        }
        const Locator locator = built(outlines);
        const BruteForce geos(outlines);
        std::vector<GeoPoint> points = randomPoints(5'000, 7);
        const std::vector<GeoPoint> corners = pointsAtBorders(outlines);
        points.insert(points.end(), corners.begin(), corners.end());
        for (const GeoPoint &point : points) {
            QCOMPARE(locator->indexOf(point), geos.indexOf(point));
        }
    }

    /** Degrees around 0 and ±180, where the last bits are very small and very large. */
    void otherPlaces()
    {
        const Locator locator = built({
            grid(u"a"_s, {{{-180, -90}, {0, 0}, {-180, 90}}}),
            grid(u"b"_s, {{{180, 90}, {0, 0}, {180, -90}}}),
            grid(u"c"_s, {{{0, 0}, {1e-12, 1e-12}, {0, 1e-12}}}),
        });
        QCOMPARE(at(locator, 0, 0), u"a"_s);
        QCOMPARE(at(locator, -180, 90), u"a"_s);
        QCOMPARE(at(locator, 180, -90), u"b"_s);
        QCOMPARE(at(locator, 1e-13, 5e-14), u"b"_s);
        QCOMPARE(at(locator, 1e-13, 5e-13), u"c"_s);
        QCOMPARE(at(locator, 1e-13, -1e-13), u"-"_s);
        QCOMPARE(at(locator, 2e-12, 2e-12), u"-"_s);
        QCOMPARE(at(locator, 4, 2), u"b"_s);
        QCOMPARE(at(locator, -1e-300, 0), u"a"_s);
    }

    void refused_data()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QTest::addColumn<QByteArray>("wkb");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("not WKB") << QByteArrayLiteral("POLYGON ((0 0, 1 0, 1 1, 0 0))");
        QTest::newRow("cut off") << polygonWkb({box(0, 0, 1, 1)}).chopped(9);
        QTest::newRow("a point") << QByteArray::fromHex(
            "010100000000000000000000000000000000000000");
        QTest::newRow("empty polygon") << polygonWkb({});
        QTest::newRow("empty multipolygon") << multiPolygonWkb({});
        QTest::newRow("bow tie") << polygonWkb({{{0, 0}, {1, 1}, {1, 0}, {0, 1}}});
        QTest::newRow("hole outside") << polygonWkb({box(0, 0, 1, 1), box(2, 2, 3, 3)});
        QTest::newRow("two points") << polygonWkb({{{0, 0}, {1, 1}}});
        QTest::newRow("no area") << polygonWkb({{{0, 0}, {1, 1}, {2, 2}}});
        QTest::newRow("overlapping parts")
            << multiPolygonWkb({{box(0, 0, 2, 2)}, {box(1, 1, 3, 3)}});
        QTest::newRow("not a number") << polygonWkb({{{0, 0}, {nan, 0}, {1, 1}}});
        QTest::newRow("metres") << polygonWkb({box(500000, 300000, 500100, 300100)});
        QTest::newRow("swapped") << polygonWkb({box(39.9, 116.3, 40.0, 116.4)});
    }
    void refused()
    {
        QFETCH(QByteArray, wkb);
        const Result<Locator> result =
            GridLocator::build({grid(u"good"_s, {box(0, 0, 1, 1)}), {u"11010100Z"_s, wkb}});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
        QVERIFY2(result.error().message.contains(u"“11010100Z”"_s),
                 qPrintable(result.error().message));
    }
    void duplicate()
    {
        const Result<Locator> result = GridLocator::build({grid(u"X1"_s, {box(0, 0, 1, 1)}),
                                                           grid(u"X2"_s, {box(1, 0, 2, 1)}),
                                                           grid(u"X1"_s, {box(2, 0, 3, 1)})});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
        QVERIFY(result.error().message.contains(u"“X1”"_s));
    }

    void severalThreads()
    {
        const QList<GridOutline> outlines = irregularPartition(30, 30, 19);
        const Locator locator = built(outlines);
        std::vector<GeoPoint> points = randomPoints(20'000, 8);
        const std::vector<GeoPoint> corners = pointsAtBorders(outlines);
        points.insert(points.end(), corners.begin(), corners.end());
        const std::vector<int> expected = located(locator, points);
        std::array<std::vector<int>, 4> indexes;
        {
            std::vector<std::jthread> threads;
            for (std::vector<int> &own : indexes) {
                threads.emplace_back([&own, &points, locator] { own = located(locator, points); });
            }
        }
        for (const std::vector<int> &own : indexes) {
            QVERIFY(own == expected);
        }
    }
};
static const TestRegistration<TestGridLocator> sRegistration;

} // namespace gridward

#include "test_gridlocator.moc"
