// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/areareader.h"
#include "gis/import/cellmaker.h"
#include "gis/import/geos.h"
#include "gis/import/placereader.h"
#include "gis/import/staffreader.h"
#include "models/domain/coordinates.h"
#include "tests/support/gridpartition.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <cpl_conv.h>
#include <ogrsf_frmts.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const QString kCommunity = u"110101001001"_s;

GeoPoint at(double column, double row)
{
    return {116.4 + column * 0.001, 39.9 + row * 0.001};
}

Ring square(double column, double row)
{
    return {at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1)};
}

/** Latitude first, as the careless write it. */
Ring exchanged(Ring ring)
{
    for (GeoPoint &point : ring) {
        std::swap(point.longitude, point.latitude);
    }
    return ring;
}

QString code(int number)
{
    return u"%1%2"_s.arg(kCommunity).arg(number, 3, 10, '0'_L1);
}

/** Text of one encoding in another: GDAL's. */
QByteArray recoded(const QString &text, const char *encoding)
{
    char *bytes = CPLRecode(text.toUtf8().constData(), "UTF-8", encoding);
    const QByteArray result(bytes);
    CPLFree(bytes);
    return result;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/** A map file to be written. */
struct MapFile
{
    const char *driver = "GPKG";
    int epsg = 4326; ///< of the file; the outlines are given in degrees; 0: none named
    bool isTransformed = false;
    QByteArrayList options; ///< of the layer
    QList<QByteArray> columns;
    struct Feature
    {
        QByteArrayList values; ///< in the file's encoding
        QByteArray wkb;
    };
    QList<Feature> features;
};

void writeMap(const QString &path, const MapFile &map)
{
    GDALAllRegister();
    GDALDriver *driver = GetGDALDriverManager()->GetDriverByName(map.driver);
    const GDALDatasetUniquePtr dataset(
        driver->Create(path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
    QVERIFY(dataset);
    OGRSpatialReference degrees;
    OGRSpatialReference system;
    degrees.importFromEPSG(4326);
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (map.epsg != 0) {
        system.importFromEPSG(map.epsg);
    }
    CPLStringList options;
    for (const QByteArray &option : map.options) {
        options.AddString(option.constData());
    }
    OGRLayer *layer = dataset->CreateLayer(
        "grids", map.epsg != 0 ? &system : nullptr, wkbUnknown, options.List());
    QVERIFY(layer != nullptr);
    for (const QByteArray &column : map.columns) {
        OGRFieldDefn field(column.constData(), OFTString);
        field.SetWidth(60);
        QCOMPARE(layer->CreateField(&field), OGRERR_NONE);
    }
    const std::unique_ptr<OGRCoordinateTransformation> transformation(
        map.isTransformed ? OGRCreateCoordinateTransformation(&degrees, &system) : nullptr);
    for (const MapFile::Feature &one : map.features) {
        OGRFeature feature(layer->GetLayerDefn());
        for (int column = 0; column < one.values.size(); ++column) {
            feature.SetField(column, one.values.at(column).constData());
        }
        OGRGeometry *geometry = nullptr;
        if (!one.wkb.isEmpty()) {
            OGRGeometryFactory::createFromWkb(
                one.wkb.constData(), nullptr, &geometry, static_cast<std::size_t>(one.wkb.size()));
            if (transformation) {
                geometry->transform(transformation.get());
            }
            feature.SetGeometryDirectly(geometry);
        }
        QCOMPARE(layer->CreateFeature(&feature), OGRERR_NONE);
    }
}

/** Two clean neighbours with GB column names. */
MapFile twoGrids()
{
    MapFile map;
    map.columns = {"SZDYWGBSM", "WGMC", "SZSQMC", "SZJDMC"};
    for (int number = 1; number <= 2; ++number) {
        map.features.append({{code(number).toUtf8(), "网格", "多福巷社区", "东华门街道"},
                             polygonWkb({square(number, 0)})});
    }
    return map;
}

GeoPoint firstPoint(const QByteArray &wkb)
{
    OGRGeometry *geometry = nullptr;
    OGRGeometryFactory::createFromWkb(
        wkb.constData(), nullptr, &geometry, static_cast<std::size_t>(wkb.size()));
    const OGRGeometryUniquePtr owned(geometry);
    OGRPoint point;
    geometry->toPolygon()->getExteriorRing()->getPoint(0, &point);
    return {point.getX(), point.getY()};
}

double metresApart(const GeoPoint &a, const GeoPoint &b)
{
    return 111320.0 * std::hypot((a.longitude - b.longitude) * std::cos(a.latitude * M_PI / 180.0),
                                 a.latitude - b.latitude);
}

std::shared_ptr<const GridLocator> locator()
{
    return GridLocator::build(
               {{code(1), polygonWkb({square(1, 0)})}, {code(2), polygonWkb({square(2, 0)})}})
        .value();
}

} // namespace

#define GRIDWARD_TAKE(name, expression)                                                            \
    const auto name##Result = expression;                                                          \
    QVERIFY2(name##Result, name##Result ? "" : qPrintable(name##Result.error().message));          \
    const auto &name = name##Result.value()

class TestGridImport : public QObject
{
    Q_OBJECT
private slots:
    void cleanup() { mFolder = std::make_unique<QTemporaryDir>(); }
    void initTestCase() { mFolder = std::make_unique<QTemporaryDir>(); }

    void coordinateSystems_data()
    {
        QTest::addColumn<int>("epsg");
        QTest::addColumn<bool>("isNoted");
        QTest::newRow("4326") << 4326 << false;
        QTest::newRow("4490") << 4490 << true;
        QTest::newRow("utm") << 32650 << true;
        QTest::newRow("cgcs gauss-krueger") << 4548 << true;
        QTest::newRow("web mercator") << 3857 << true;
    }
    void coordinateSystems()
    {
        QFETCH(int, epsg);
        QFETCH(bool, isNoted);
        MapFile map = twoGrids();
        map.epsg = epsg;
        map.isTransformed = true;
        writeMap(path(u"g.gpkg"_s), map);
        GRIDWARD_TAKE(report, readGrids(path(u"g.gpkg"_s), {}));
        QCOMPARE(report.grids.size(), 2);
        QVERIFY(metresApart(firstPoint(report.grids.at(0).outline), at(1, 0)) < 0.01);
        QVERIFY(report.partition.findings.isEmpty());
        QVERIFY(std::abs(report.grids.at(0).area - 9481.0) < 20.0);
        // The two notes on type and level are always there.
        QCOMPARE(report.notes.size(), isNoted ? 3 : 2);
        QCOMPARE(report.divisions.size(), 3);
        QCOMPARE(report.divisions.at(0).code, u"110101"_s);
        QCOMPARE(report.divisions.at(1).name, u"东华门街道"_s);
        QCOMPARE(report.divisions.at(2).name, u"多福巷社区"_s);
        QCOMPARE(report.divisions.at(2).parent, u"110101001"_s);
        QVERIFY(!report.divisions.at(0).outline.isEmpty());
        QVERIFY(std::abs(report.divisions.at(2).area - report.grids.at(0).area -
                         report.grids.at(1).area) < 0.01);
    }

    void shifted()
    {
        MapFile map = twoGrids();
        for (MapFile::Feature &feature : map.features) {
            Ring ring = square(&feature == &map.features.first() ? 1 : 2, 0);
            for (GeoPoint &point : ring) {
                point = fromWgs84(point, CoordinateSystem::Gcj02);
            }
            feature.wkb = polygonWkb({ring});
        }
        writeMap(path(u"g.geojson"_s), {"GeoJSON", 4326, false, {}, map.columns, map.features});
        AreaReadOptions options;
        options.source.crs = u"gcj02"_s;
        GRIDWARD_TAKE(report, readGrids(path(u"g.geojson"_s), options));
        QVERIFY(metresApart(firstPoint(report.grids.at(0).outline), at(1, 0)) < 0.01);
        QVERIFY(report.partition.findings.isEmpty());
        options.source.crs = u"nonsense"_s;
        QCOMPARE(readGrids(path(u"g.geojson"_s), options).error().code, ErrorCode::InvalidInput);
    }

    void noSystem()
    {
        MapFile map = twoGrids();
        map.driver = "ESRI Shapefile";
        map.epsg = 0;
        map.options = {"ENCODING=UTF-8"};
        writeMap(path(u"degrees.shp"_s), map);
        GRIDWARD_TAKE(report, readGrids(path(u"degrees.shp"_s), {}));
        QCOMPARE(report.grids.size(), 2);
        QVERIFY(report.notes.join(u' ').contains(u"assumed"_s));

        for (MapFile::Feature &feature : map.features) {
            feature.wkb = polygonWkb({{{444000, 4416000}, {444100, 4416000}, {444100, 4416100}}});
        }
        writeMap(path(u"metres.shp"_s), map);
        const Result<GridReadReport> failed = readGrids(path(u"metres.shp"_s), {});
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::InvalidInput);
        QVERIFY(failed.error().message.contains(u"--crs"_s));
        AreaReadOptions options;
        options.source.crs = u"EPSG:32650"_s;
        QVERIFY(readGrids(path(u"metres.shp"_s), options));
    }

    void gbkShapefile_data()
    {
        QTest::addColumn<QByteArray>("declared");
        QTest::addColumn<QString>("option");
        QTest::newRow("code page file") << "ENCODING=CP936"_ba << QString();
        QTest::newRow("says nothing") << "ENCODING="_ba << QString();
        QTest::newRow("option") << "ENCODING="_ba << u"GBK"_s;
    }
    void gbkShapefile()
    {
        QFETCH(QByteArray, declared);
        QFETCH(QString, option);
        MapFile map = twoGrids();
        map.driver = "ESRI Shapefile";
        map.options = {declared};
        if (declared == "ENCODING=") {
            for (MapFile::Feature &feature : map.features) {
                for (QByteArray &value : feature.values) {
                    value = recoded(QString::fromUtf8(value), "GBK");
                }
            }
        }
        writeMap(path(u"gbk.shp"_s), map);
        AreaReadOptions options;
        options.source.encoding = option;
        GRIDWARD_TAKE(report, readGrids(path(u"gbk.shp"_s), options));
        QCOMPARE(report.grids.value(0).name, u"网格"_s);
        QCOMPARE(report.divisions.value(2).name, u"多福巷社区"_s);
    }

    void chineseHeadersAndValues()
    {
        MapFile map;
        map.columns = {
            "网格编码", "网格名称", "社区", "网格类型", "网格等级", "人口数", "启用日期"};
        map.features = {
            {{code(1).toUtf8(), "一", "多福巷社区", "商务商业", "重点关注", "12", "20240301"},
             polygonWkb({square(0, 0)})}};
        writeMap(path(u"zh.gpkg"_s), map);
        GRIDWARD_TAKE(report, readGrids(path(u"zh.gpkg"_s), {}));
        QCOMPARE(report.grids.size(), 1);
        const UnitGrid &grid = report.grids.first();
        QCOMPARE(grid.type, GridType::Business);
        QCOMPARE(grid.level, GridLevel::Key);
        QCOMPARE(grid.community, kCommunity);
        QCOMPARE(grid.street, u"110101001"_s);
        QCOMPARE(grid.residents, 12);
        QCOMPARE(grid.validFrom, QDate(2024, 3, 1));
        QCOMPARE(report.divisions.last().name, u"多福巷社区"_s);
    }

    void refusals()
    {
        MapFile map;
        map.columns = {"code", "type"};
        const QByteArray good = polygonWkb({square(0, 0)});
        map.features = {
            {{code(1).toUtf8(), ""}, good},
            {{"12345", ""}, good},
            {{code(1).toUtf8(), ""}, polygonWkb({square(1, 0)})},
            {{code(2).toUtf8(), "castle"}, good},
            {{code(3).toUtf8(), ""}, {}},
            {{code(4).toUtf8(), ""}, polygonWkb({{at(0, 0), at(1, 1), at(1, 0), at(0, 1)}})},
            {{code(5).toUtf8(), ""}, polygonWkb({{{39.9, 116.4}, {39.9, 116.5}, {39.8, 116.4}}})},
            {{"310101001001001", ""}, good}};
        writeMap(path(u"bad.gpkg"_s), map);
        AreaReadOptions options;
        options.district = u"110101"_s;
        options.source.crs = u"EPSG:4326"_s;
        GRIDWARD_TAKE(report, readGrids(path(u"bad.gpkg"_s), options));
        QCOMPARE(report.read, 8);
        QCOMPARE(report.grids.size(), 1);
        QCOMPARE(report.refused.size(), 7);
        for (qsizetype place = 0; place < report.refused.size(); ++place) {
            QCOMPARE(report.refused.at(place).number, place + 2);
            QVERIFY(report.refused.at(place).reason.endsWith(u'.'));
        }
        QVERIFY(report.refused.at(1).reason.contains(u"feature 1"_s));
        QVERIFY(report.refused.at(2).reason.contains(u"castle"_s));
        QVERIFY(report.refused.at(5).reason.contains(u"exchanged"_s));
    }

    void oneFeatureAstray_data()
    {
        QTest::addColumn<QByteArray>("driver");
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("epsg");
        QTest::newRow("geopackage") << "GPKG"_ba << u"one.gpkg"_s << 4326;
        QTest::newRow("geojson") << "GeoJSON"_ba << u"one.geojson"_s << 4326;
        QTest::newRow("shapefile") << "ESRI Shapefile"_ba << u"one.shp"_s << 4490;
        QTest::newRow("no system") << "ESRI Shapefile"_ba << u"one.shp"_s << 0;
    }
    void oneFeatureAstray()
    {
        QFETCH(QByteArray, driver);
        QFETCH(QString, file);
        QFETCH(int, epsg);
        MapFile map = twoGrids();
        map.driver = driver.constData();
        map.epsg = epsg;
        map.options =
            driver == "ESRI Shapefile" ? QByteArrayList{"ENCODING=UTF-8"} : QByteArrayList();
        const QByteArrayList rest = map.features.first().values.mid(1);
        const auto add = [&](int number, const Ring &ring) {
            map.features.append({QByteArrayList{code(number).toUtf8()} + rest, polygonWkb({ring})});
        };
        add(3, exchanged(square(3, 0)));
        add(4, square(3, 0));
        Ring corner = square(4, 0);
        std::swap(corner[2].longitude, corner[2].latitude);
        add(5, corner);
        add(6, {{0, 0}, {0.001, 0}, {0.001, 0.001}, {0, 0.001}});
        add(7, square(4, 0));
        writeMap(path(file), map);
        GRIDWARD_TAKE(report, readGrids(path(file), {}));
        QCOMPARE(report.read, 7);
        QCOMPARE(report.grids.size(), 4);
        QVERIFY(report.partition.findings.isEmpty());
        QCOMPARE(report.refused.size(), 3);
        QCOMPARE(report.refused.at(0).number, 3);
        QCOMPARE(report.refused.at(0).code, code(3));
        QVERIFY(report.refused.at(0).reason.contains(u"exchanged"_s));
        QVERIFY(report.refused.at(1).reason.contains(u"exchanged"_s));
        QVERIFY(report.refused.at(2).reason.contains(u"never set"_s));
        QCOMPARE(report.refused.at(2).code, code(6));
    }

    void unsetInTheWest()
    {
        // Here the origin lies within the bounds of the whole file.
        MapFile map = twoGrids();
        for (MapFile::Feature &feature : map.features) {
            Ring ring = square(&feature == &map.features.first() ? 1 : 2, 0);
            for (GeoPoint &point : ring) {
                point.longitude -= 187.0;
            }
            feature.wkb = polygonWkb({ring});
        }
        map.features.append({{code(3).toUtf8()}, polygonWkb({{{0, 0}, {0.001, 0}, {0, 0.001}}})});
        writeMap(path(u"west.gpkg"_s), map);
        GRIDWARD_TAKE(report, readGrids(path(u"west.gpkg"_s), {}));
        QCOMPARE(report.grids.size(), 2);
        QCOMPARE(report.refused.value(0).number, 3);
    }

    void otherKindsWithOneAstray()
    {
        MapFile map;
        map.driver = "GeoJSON";
        map.columns = {"code", "name", "kind", "text"};
        for (int number = 1; number <= 2; ++number) {
            const Ring ring = square(number, 0);
            map.features.append({{code(number).toUtf8(), "一", "school", "某街1号"},
                                 polygonWkb({number == 1 ? exchanged(ring) : ring})});
        }
        writeMap(path(u"one.geojson"_s), map);
        GRIDWARD_TAKE(divisions, readDivisions(path(u"one.geojson"_s), {}));
        QCOMPARE(divisions.divisions.size(), 1);
        QVERIFY(divisions.refused.value(0).reason.contains(u"exchanged"_s));
        GRIDWARD_TAKE(places, readPlaces(path(u"one.geojson"_s), {}));
        QCOMPARE(places.places.size(), 1);
        QVERIFY(places.refused.value(0).reason.contains(u"exchanged"_s));
        GRIDWARD_TAKE(found, readAddresses(path(u"one.geojson"_s), {}));
        QCOMPARE(found.places.size(), 1);
        QCOMPARE(found.refused.value(0).number, 1);
    }

    void mostFeaturesAstray()
    {
        MapFile map = twoGrids();
        for (MapFile::Feature &feature : map.features) {
            feature.wkb = polygonWkb({exchanged(square(1, 0))});
        }
        for (const char *driver : {"GPKG", "GeoJSON", "ESRI Shapefile"}) {
            map.driver = driver;
            map.options = map.driver == "ESRI Shapefile"_ba ? QByteArrayList{"ENCODING=UTF-8"}
                                                            : QByteArrayList();
            const QString file = path(u"swapped."_s + QLatin1String(driver).right(4));
            writeMap(file, map);
            const Error error = readGrids(file, {}).error();
            QCOMPARE(error.code, ErrorCode::InvalidInput);
            QVERIFY2(error.message.contains(u"exchanged"_s), qPrintable(error.message));
            QVERIFY(error.message.contains(u"39.90, 116.40"_s));
            QVERIFY(!error.message.contains(u"--crs"_s));
        }
        for (MapFile::Feature &feature : map.features) {
            feature.wkb = polygonWkb({{{444000, 4416000}, {444100, 4416000}, {444100, 4416100}}});
        }
        map.driver = "GeoJSON";
        map.options.clear();
        writeMap(path(u"metres.geojson"_s), map);
        const QString metres = readGrids(path(u"metres.geojson"_s), {}).error().message;
        QVERIFY2(metres.contains(u"GeoJSON"_s) && !metres.contains(u"--crs"_s), qPrintable(metres));
        map.driver = "GPKG";
        writeMap(path(u"metres.gpkg"_s), map);
        QVERIFY(readGrids(path(u"metres.gpkg"_s), {}).error().message.contains(u"--crs"_s));
        write(path(u"swapped.csv"_s), "kind,name,lon,lat\nschool,一小,39.9,116.4\n");
        const QString table = readPlaces(path(u"swapped.csv"_s), {}).error().message;
        QVERIFY2(table.contains(u"exchanged"_s) && !table.contains(u"--crs"_s), qPrintable(table));
    }

    void wholeFileErrors()
    {
        QCOMPARE(readGrids(path(u"none.gpkg"_s), {}).error().code, ErrorCode::NotFound);
        write(path(u"junk.gpkg"_s), "junk");
        QCOMPARE(readGrids(path(u"junk.gpkg"_s), {}).error().code, ErrorCode::Unsupported);
        MapFile map = twoGrids();
        map.columns = {"a", "b", "c", "d"};
        writeMap(path(u"columns.gpkg"_s), map);
        const Error error = readGrids(path(u"columns.gpkg"_s), {}).error();
        QCOMPARE(error.code, ErrorCode::InvalidInput);
        QVERIFY(error.message.contains(u"SZDYWGBSM"_s) && error.message.contains(u"a, b, c, d"_s));
        AreaReadOptions options;
        options.source.mapping.insert(u"code"_s, u"A"_s);
        QVERIFY(readGrids(path(u"columns.gpkg"_s), options));
        options.source.layer = u"other"_s;
        QVERIFY(readGrids(path(u"columns.gpkg"_s), options).error().message.contains(u"grids"_s));
    }

    void badPartition()
    {
        MapFile map = twoGrids();
        map.features[1].wkb = polygonWkb({square(1.5, 0)});
        writeMap(path(u"overlap.gpkg"_s), map);
        AreaReadOptions options;
        GRIDWARD_TAKE(report, readGrids(path(u"overlap.gpkg"_s), options));
        QCOMPARE(report.partition.findings.value(0).kind, PartitionFindingKind::Overlap);
        options.refusesBadPartition = true;
        QCOMPARE(readGrids(path(u"overlap.gpkg"_s), options).error().code, ErrorCode::Refused);
    }

    void cellsFromCsv()
    {
        QByteArray csv = "id,Latitude,LONGITUDE\n";
        for (int row = 0; row < 30; ++row) {
            const GeoPoint point = at(row, row % 7);
            csv += QByteArray::number(row) + ',' + QByteArray::number(point.latitude, 'f', 6) +
                   ',' + QByteArray::number(point.longitude, 'f', 6) + '\n';
        }
        csv += "30,0,0\n31,,\n32,10.5,20.5\n";
        write(path(u"p.csv"_s), csv);
        CellOptions options;
        options.extentOf = path(u"p.csv"_s);
        options.metres = 50.0;
        options.district = u"110101"_s;
        GRIDWARD_TAKE(report, makeCells(options));
        QCOMPARE(report.epsg, 32650);
        QCOMPARE(report.ignored, 2);
        // 29 columns of 85 m and 6 rows of 111 m, and a part of a cell at each end.
        QVERIFY2(report.grids.size() >= 50 * 14 && report.grids.size() <= 52 * 16,
                 qPrintable(QString::number(report.grids.size())));
        QCOMPARE(report.divisions.at(0).code, u"110101"_s);
        QCOMPARE(report.divisions.at(1).code, u"110101001"_s);
        QVERIFY(report.divisions.size() > 2);
        QList<PartitionArea> areas;
        QList<GridOutline> outlines;
        for (const UnitGrid &grid : report.grids) {
            areas.append({grid.code, grid.community, grid.outline});
            outlines.append({grid.code, grid.outline});
        }
        PartitionOptions check;
        for (const Division &division : report.divisions) {
            check.parents.append({division.code, division.parent, division.outline});
        }
        const PartitionReport partition = checkPartition(areas, check);
        QVERIFY2(partition.findings.isEmpty(), qPrintable(partition.findings.value(0).message));
        QVERIFY(std::abs(partition.squareMetres.first() - 2500.0) < 0.1);
        const auto grids = GridLocator::build(outlines);
        QVERIFY(grids);
        for (int row = 0; row < 30; ++row) {
            QVERIFY(grids.value()->locate(at(row, row % 7)));
        }
    }

    void cellsThatCannotBe()
    {
        write(path(u"p.csv"_s), "x,y\n116.3,39.8\n116.5,40.0\n116.4,39.9\n");
        CellOptions options;
        options.extentOf = path(u"p.csv"_s);
        options.metres = 10.0;
        options.district = u"110101"_s;
        const Error small = makeCells(options).error();
        QCOMPARE(small.code, ErrorCode::InvalidInput);
        QVERIFY2(small.message.contains(u"Take 65 m"_s), qPrintable(small.message));
        options.metres = 65.0;
        QVERIFY(makeCells(options));
        options.district = u"1101"_s;
        QCOMPARE(makeCells(options).error().code, ErrorCode::InvalidInput);
        options.district = u"110101"_s;
        write(path(u"p.csv"_s), "p,q\n1,2\n");
        QVERIFY(makeCells(options).error().message.contains(u"p, q"_s));
        write(path(u"p.csv"_s), "x,y\n444000,4416000\n445000,4417000\n");
        QVERIFY(makeCells(options).error().message.contains(u"--crs"_s));
        options.source.crs = u"EPSG:32650"_s;
        QVERIFY(makeCells(options));
    }

    void cellsOfOtherTemplates()
    {
        write(path(u"p.csv"_s), "x,y\n116.39,39.9\n116.4,39.91\n");
        CellOptions options;
        options.extentOf = path(u"p.csv"_s);
        options.metres = 100.0;
        options.district = u"110101"_s;
        for (const QString &text : {u"6+4+3+3"_s, u"6+3+2"_s, u"6+3+3+2"_s}) {
            options.codeTemplate = GridCodeTemplate::parse(text).value();
            GRIDWARD_TAKE(report, makeCells(options));
            QSet<QString> codes;
            for (const UnitGrid &grid : report.grids) {
                QVERIFY(options.codeTemplate.matches(grid.code));
                QCOMPARE(options.codeTemplate.communityOf(grid.code), grid.community);
                codes.insert(grid.code);
            }
            QCOMPARE(codes.size(), report.grids.size());
        }
    }

    void components()
    {
        QByteArray csv = "GLBJBSM,GLBJMC,ZGBMDM,SZDYWGBSM,GLBJZT,CSRQ,SJLY,经度,纬度\r\n";
        const auto row = [&csv](const QByteArray &component,
                                const QByteArray &name,
                                const QString &grid,
                                const QByteArray &state,
                                const GeoPoint &place) {
            csv += component + ',' + name + ",110101-01," + grid.toUtf8() + ',' + state +
                   ",20200405,实地普查," + QByteArray::number(place.longitude, 'f', 6) + ',' +
                   QByteArray::number(place.latitude, 'f', 6) + "\r\n";
        };
        row("11010101001000001", "井盖", code(1), "完好", at(1.5, 0.5));
        row("1101010101000002", "\"旧\r\n码\"", code(1), "破损", at(2.5, 0.5)); // wrong grid
        row("11010199999000003", "x", code(1), "完好", at(1.5, 0.5)); // unknown class, line 5
        row("123", "x", code(1), "完好", at(1.5, 0.5));
        row("11010101001000004", "x", code(1), "融化", at(1.5, 0.5));
        row("11010101001000005", "x", code(1), "", at(9.5, 0.5)); // outside
        row("11010101001000001", "x", code(1), "", at(1.5, 0.5)); // again
        csv += "11010101001000006,x,,,,2020-13-01,,116.4015,39.9005\r\n";
        csv += "11010101001000007,x,,,,,,east,39.9005\r\n";
        write(path(u"c.csv"_s), csv);
        PlaceReadOptions options;
        options.grids = locator();
        options.district = u"110101"_s;
        options.classes = {u"01001"_s};
        options.legacyClasses = {u"0101"_s};
        GRIDWARD_TAKE(report, readComponents(path(u"c.csv"_s), options));
        QCOMPARE(report.read, 9);
        QCOMPARE(report.places.size(), 2);
        const Component &first = report.places.at(0);
        QCOMPARE(first.scheme, defaultScheme());
        QCOMPARE(first.classCode, u"01001"_s);
        QCOMPARE(first.state, u"intact"_s);
        QCOMPARE(first.source, u"field survey"_s);
        QCOMPARE(first.surveyed, QDate(2020, 4, 5));
        QCOMPARE(first.supervisor, u"110101-01"_s);
        QCOMPARE(first.grid, code(1));
        const Component &second = report.places.at(1);
        QCOMPARE(second.scheme, u"GBT30428.2-2013"_s);
        QCOMPARE(second.classCode, u"0101"_s);
        QCOMPARE(second.state, u"damaged"_s);
        QCOMPARE(second.grid, code(2));
        QCOMPARE(report.corrected, QList<GridCorrection>({{2, second.code, code(1), code(2)}}));
        QCOMPARE(report.refused.size(), 7);
        QCOMPARE(report.refused.at(0).number, 3);
        QCOMPARE(report.refused.at(0).line, 5);
        QVERIFY(report.refused.at(0).reason.contains(u"99999"_s));
        QVERIFY(report.refused.at(2).reason.contains(u"融化"_s));
        QVERIFY(report.refused.at(4).reason.contains(u"row 1"_s));
    }

    void addresses()
    {
        write(path(u"a.csv"_s),
              "标准地址,门牌号,经度,纬度\n东四北大街1号,1,116.4015,39.9005\n,2,116.4015,39.9005\n");
        PlaceReadOptions options;
        options.grids = locator();
        GRIDWARD_TAKE(report, readAddresses(path(u"a.csv"_s), options));
        QCOMPARE(report.places.size(), 1);
        QCOMPARE(report.places.first().grid, code(1));
        QCOMPARE(report.refused.value(0).line, 3);
        GRIDWARD_TAKE(again, readAddresses(path(u"a.csv"_s), options));
        QCOMPARE(again.places, report.places); // the id too
    }

    void keyPlaces()
    {
        MapFile map;
        map.columns = {"id", "kind", "name", "risk"};
        const GeoPoint school = at(1.2, 0.5);
        map.features = {{{"s1", "school", "一小", "2"}, polygonWkb({square(2, 0)})},
                        {{"s2", "school", "二小", "7"}, polygonWkb({square(2, 0)})}};
        writeMap(path(u"k.gpkg"_s), map);
        PlaceReadOptions options;
        options.grids = locator();
        GRIDWARD_TAKE(report, readPlaces(path(u"k.gpkg"_s), options));
        QCOMPARE(report.places.size(), 1);
        QVERIFY(report.places.first().isArea);
        QCOMPARE(report.places.first().grid, code(2));
        QCOMPARE(report.refused.size(), 1);
        write(path(u"k.csv"_s),
              u"kind,name,lon,lat\nschool,三小,%1,%2\n"_s.arg(school.longitude, 0, 'f', 6)
                  .arg(school.latitude, 0, 'f', 6)
                  .toUtf8());
        GRIDWARD_TAKE(points, readPlaces(path(u"k.csv"_s), options));
        QCOMPARE(points.places.size(), 1);
        QVERIFY(!points.places.first().isArea);
        QCOMPARE(points.places.first().grid, code(1));
        // An area that a table of our own holds as text stays an area; without its outline it is
        // refused, not turned into a point.
        const Geos geos;
        const QByteArray shape = polygonWkb({square(2, 0)});
        write(path(u"a.csv"_s),
              u"id,kind,name,lon,lat,is_area,outline\na1,park,一园,%1,%2,1,\"%3\"\n"
              "a2,park,二园,%1,%2,1,\n"_s.arg(school.longitude, 0, 'f', 6)
                  .arg(school.latitude, 0, 'f', 6)
                  .arg(geos.toText(geos.read(shape).get()))
                  .toUtf8());
        GRIDWARD_TAKE(areas, readPlaces(path(u"a.csv"_s), options));
        QCOMPARE(areas.places.size(), 1);
        QVERIFY(areas.places.first().isArea);
        QCOMPARE(areas.places.first().shape, shape);
        QCOMPARE(areas.places.first().grid, code(2));
        QCOMPARE(areas.refused.size(), 1);
        QVERIFY(areas.refused.first().reason.contains(u"outline"_s));
    }

    void staff()
    {
        write(path(u"s.csv"_s),
              u"人员编号,姓名,单位,岗位,网格编码,起始日期,结束日期,电话\n"
              "p1,张三,org,网格管理员,%1,2025-01-01,,123\n"
              "p1,张三,org,网格消防员,%2,2025/1/1,2026-01-01,123\n"
              "p1,李四,org,manager,%1,,,\n"
              "p2,王五,org,dragon,%1,,,\n"
              "p3,赵六,org,police,999,,,\n"_s.arg(code(1), code(2))
                  .toUtf8());
        StaffReadOptions options;
        options.areas = {code(1), code(2)};
        GRIDWARD_TAKE(report, readStaff(path(u"s.csv"_s), options));
        QCOMPARE(report.people.size(), 1);
        QCOMPARE(report.duties.size(), 2);
        QCOMPARE(report.duties.at(0).role, u"manager"_s);
        QCOMPARE(report.duties.at(1).to, QDate(2026, 1, 1));
        QCOMPARE(report.refused.size(), 3);
        QCOMPARE(report.refused.at(1).line, 5);
    }

    void separators_data()
    {
        QTest::addColumn<QString>("separator");
        QTest::newRow("comma") << u","_s;
        QTest::newRow("semicolon") << u";"_s;
        QTest::newRow("tab") << u"\t"_s;
    }
    void separators()
    {
        QFETCH(QString, separator);
        QString text = u"id,name,role,area\np1,张三,manager,1\n"_s;
        write(path(u"s.csv"_s), text.replace(u',', separator).toUtf8());
        GRIDWARD_TAKE(report, readStaff(path(u"s.csv"_s), {}));
        QCOMPARE(report.people.value(0).name, u"张三"_s);
    }

    void staffSheet()
    {
        // All text: GDAL alone would take the header for a row.
        GDALAllRegister();
        MapFile map;
        map.driver = "XLSX";
        map.columns = {"id", "name", "role", "area"};
        map.features = {{{"p1", "张三", "manager", code(1).toUtf8()}, {}}};
        writeMap(path(u"s.xlsx"_s), map);
        GRIDWARD_TAKE(report, readStaff(path(u"s.xlsx"_s), {}));
        QCOMPARE(report.people.size(), 1);
        QCOMPARE(report.duties.value(0).area, code(1));
    }

    void textOfAnotherEncoding()
    {
        const QByteArray gbk =
            recoded(u"人员编号,姓名,岗位,网格编码\np1,张三,网格管理员,1\n"_s, "GBK");
        write(path(u"gbk.csv"_s), gbk);
        const Error error = readStaff(path(u"gbk.csv"_s), {}).error();
        QCOMPARE(error.code, ErrorCode::InvalidInput);
        QVERIFY2(error.message.contains(u"GBK"_s) && error.message.contains(u"encoding"_s),
                 qPrintable(error.message));
        StaffReadOptions options;
        options.source.encoding = u"GBK"_s;
        GRIDWARD_TAKE(report, readStaff(path(u"gbk.csv"_s), options));
        QCOMPARE(report.people.value(0).name, u"张三"_s);
        write(path(u"cols.csv"_s), "id,name\n1,2\n");
        const Error missing = readStaff(path(u"cols.csv"_s), {}).error();
        QVERIFY(missing.message.contains(u"role"_s) && missing.message.contains(u"id, name"_s));
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return mFolder->filePath(name); }

    std::unique_ptr<QTemporaryDir> mFolder;
};
static const TestRegistration<TestGridImport> sRegistration;

} // namespace gridward

#include "test_gridimport.moc"
