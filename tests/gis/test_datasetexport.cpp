// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/export/datasetexport.h"
#include "gis/import/areareader.h"
#include "tests/support/gridpartition.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstring>
#include <ogrsf_frmts.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::milliseconds;

GeoPoint at(double column, double row)
{
    return {116.4 + column * 0.001, 39.9 + row * 0.001};
}

Ring square(double column, double row)
{
    return {at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1)};
}

QList<UnitGrid> grids()
{
    QList<UnitGrid> result;
    for (int number = 1; number <= 3; ++number) {
        UnitGrid grid;
        grid.code = u"11010100100100%1"_s.arg(number);
        grid.name = u"第%1网格, \"a\""_s.arg(number);
        grid.community = u"110101001001"_s;
        grid.street = u"110101001"_s;
        grid.type = number == 2 ? GridType::Crowded : GridType::Residential;
        grid.level = number == 2 ? GridLevel::Key : GridLevel::Daily;
        grid.residents = 100 * number;
        grid.households = 40 * number;
        grid.validFrom = QDate(2026, 1, number);
        grid.outline = polygonWkb({square(number, 0)});
        result.append(grid);
    }
    result[2].outline = multiPolygonWkb({{square(3, 0)}, {square(5, 0)}});
    return result;
}

Case caseNumber(int number)
{
    Case one;
    one.id = CaseId::make(
        Instant(milliseconds(1'790'000'000'000 + number)), 7, static_cast<quint64>(number));
    one.number = u"1101012026112100%1"_s.arg(number, 3, 10, '0'_L1);
    one.version = 2;
    one.state = number % 2 == 0 ? CaseState::Filed : CaseState::Closed;
    one.classKey = {defaultScheme(), CaseKind::Matter, u"06010"_s};
    one.text = number == 1 ? u"=1+1, 垃圾\n第二行"_s : QString();
    one.street = u"110101001"_s;
    if (number != 3) {
        one.place = at(number, 0.123456789);
    }
    one.reportedAt = Instant(milliseconds(1'790'000'000'123));
    return one;
}

QList<CaseEvent> eventsOf(const Case &one)
{
    CaseEvent first;
    first.sequence = 1;
    first.at = *one.reportedAt;
    first.actor = u"acceptor1"_s;
    first.to = CaseState::Registered;
    first.facts = R"({"text":"垃圾"})";
    first.hash = chainHash({}, one.id, first);
    CaseEvent second = first;
    second.sequence = 2;
    second.action = CaseAction::File;
    second.from = CaseState::Registered;
    second.to = one.state;
    second.hash = chainHash(first.hash, one.id, second);
    return {first, second};
}

CaseFeed cases(int count)
{
    return [count](const std::function<bool(const Case &, const QList<CaseEvent> &)> &visit) {
        for (int number = 1; number <= count; ++number) {
            const Case one = caseNumber(number);
            if (!visit(one, eventsOf(one))) {
                break;
            }
        }
        return Result<void>();
    };
}

/** What OGR reads from a file: a map for each feature, by the field's name. */
struct Read
{
    QString layer;
    QByteArray geometryColumn;
    QStringList fields;
    QList<QHash<QString, QString>> rows;
    QList<QByteArray> shapes; ///< WKB
};

Read readBack(const QString &path)
{
    Read result;
    const CPLConfigOptionSetter headers("OGR_XLSX_HEADERS", "FORCE", false);
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    if (!dataset || dataset->GetLayerCount() != 1) {
        return result;
    }
    OGRLayer *layer = dataset->GetLayer(0);
    result.layer = QString::fromUtf8(layer->GetName());
    result.geometryColumn = layer->GetGeometryColumn();
    const OGRFeatureDefn *definition = layer->GetLayerDefn();
    for (int field = 0; field < definition->GetFieldCount(); ++field) {
        result.fields.append(QString::fromUtf8(definition->GetFieldDefn(field)->GetNameRef()));
    }
    for (const auto &feature : layer) {
        QHash<QString, QString> row;
        for (int field = 0; field < result.fields.size(); ++field) {
            if (feature->IsFieldSetAndNotNull(field)) {
                row.insert(result.fields.at(field),
                           QString::fromUtf8(feature->GetFieldAsString(field)));
            }
        }
        result.rows.append(row);
        QByteArray wkb;
        if (const OGRGeometry *geometry = feature->GetGeometryRef(); geometry != nullptr) {
            wkb.resize(static_cast<qsizetype>(geometry->WkbSize()));
            geometry->exportToWkb(
                wkbNDR, reinterpret_cast<unsigned char *>(wkb.data()), wkbVariantIso);
        }
        result.shapes.append(wkb);
    }
    return result;
}

GeoPoint pointOf(const QByteArray &wkb)
{
    GeoPoint point;
    if (wkb.size() >= 21) {
        std::memcpy(&point.longitude, wkb.constData() + 5, sizeof(double));
        std::memcpy(&point.latitude, wkb.constData() + 13, sizeof(double));
    }
    return point;
}

GeoPoint middleOf(const QByteArray &wkb)
{
    OGRGeometry *geometry = nullptr;
    OGRGeometryFactory::createFromWkb(
        wkb.constData(), nullptr, &geometry, static_cast<std::size_t>(wkb.size()));
    const OGRGeometryUniquePtr owned(geometry);
    OGREnvelope box;
    geometry->getEnvelope(&box);
    return {(box.MinX + box.MaxX) / 2.0, (box.MinY + box.MaxY) / 2.0};
}

bool isNear(const GeoPoint &a, const GeoPoint &b)
{
    return std::abs(a.longitude - b.longitude) < 1e-9 && std::abs(a.latitude - b.latitude) < 1e-9;
}

} // namespace

#define GRIDWARD_TAKE(name, expression)                                                            \
    const auto name##Result = expression;                                                          \
    QVERIFY2(name##Result, name##Result ? "" : qPrintable(name##Result.error().message));          \
    const auto &name = name##Result.value()

class TestDatasetExport : public QObject
{
    Q_OBJECT
private slots:
    void init() { mFolder = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        // Nothing unfinished is left behind.
        const QStringList left =
            QDir(mFolder->path()).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
    }

    void gridsGoAndComeBack_data()
    {
        QTest::addColumn<QString>("extension");
        for (const QString &extension : {u".gpkg"_s, u".geojson"_s, u".shp"_s, u".fgb"_s}) {
            QTest::newRow(qPrintable(extension)) << extension;
        }
    }
    void gridsGoAndComeBack()
    {
        QFETCH(QString, extension);
        const QList<UnitGrid> list = grids();
        const QString file = path(u"out"_s + extension);
        GRIDWARD_TAKE(report, exportGrids(feedOf(list), {file, {}, {}}));
        QCOMPARE(report.written, 3);
        const Read read = readBack(file);
        if (extension != ".shp"_L1) {
            QCOMPARE(read.layer, u"grids"_s);
        }
        if (extension == ".gpkg"_L1) {
            QCOMPARE(read.geometryColumn, "geom"_ba);
        }
        GRIDWARD_TAKE(again, readGrids(file, {}));
        QVERIFY(again.refused.isEmpty());
        QCOMPARE(again.grids.size(), 3);
        for (qsizetype place = 0; place < 3; ++place) {
            UnitGrid one = again.grids.at(place);
            one.area = list.at(place).area;
            // Shapefiles wind their rings the other way.
            if (extension == ".shp"_L1) {
                QVERIFY(isNear(middleOf(one.outline), middleOf(list.at(place).outline)));
                one.outline = list.at(place).outline;
            }
            QCOMPARE(one.code, list.at(place).code);
            QCOMPARE(one.name, list.at(place).name);
            QCOMPARE(one.outline, list.at(place).outline);
            QVERIFY(one == list.at(place));
        }
    }

    void gridsAsTable()
    {
        const QList<UnitGrid> list = grids();
        for (const QString &extension : {u".csv"_s, u".xlsx"_s}) {
            const QString file = path(u"grids"_s + extension);
            GRIDWARD_TAKE(report, exportGrids(feedOf(list), {file, {}, {}}));
            QCOMPARE(report.notes.size(), 1);
            const Read read = readBack(file);
            QCOMPARE(read.rows.size(), 3);
            QCOMPARE(read.rows.at(1).value(u"code"_s), list.at(1).code);
            QCOMPARE(read.rows.at(1).value(u"name"_s), list.at(1).name);
            QVERIFY(read.rows.at(1).value(u"lon"_s).toDouble() > 116.4);
        }
    }

    void places()
    {
        KeyPlace area;
        area.id = u"a"_s;
        area.kind = u"square"_s;
        area.name = u"广场"_s;
        area.isArea = true;
        area.shape = polygonWkb({square(2, 0)});
        KeyPlace point = area;
        point.id = u"p"_s;
        point.isArea = false;
        point.shape = QByteArray::fromHex("0101000000") + QByteArray(16, '\0');
        const QList<KeyPlace> list{area, point};
        for (const QString &extension : exportExtensions()) {
            const QString file = path(u"places"_s + extension);
            GRIDWARD_TAKE(report, exportPlaces(feedOf(list), {file, {}, {}}));
            QCOMPARE(report.written, 2);
            const Read read = readBack(file);
            QCOMPARE(read.rows.size(), 2);
            QCOMPARE(read.layer, u"places"_s);
            if (extension != ".csv"_L1 && extension != ".xlsx"_L1) {
                const QByteArray kind = read.shapes.at(0).left(2).toHex();
                QVERIFY(kind == "0101" || kind == "01e9"); // a point, or one with a height
                const GeoPoint inside = pointOf(read.shapes.at(0));
                QVERIFY(inside.longitude > at(2, 0).longitude &&
                        inside.longitude < at(3, 0).longitude);
            }
            if (extension != ".kml"_L1 && extension != ".shp"_L1) {
                QVERIFY(read.rows.at(0).value(u"outline"_s).startsWith(u"POLYGON"_s));
            }
        }
    }

    void components()
    {
        Component lamp;
        lamp.code = u"11010101037000002"_s;
        lamp.classCode = u"01037"_s;
        lamp.name = u"路灯"_s;
        lamp.place = at(1, 1);
        for (const QString &extension : exportExtensions()) {
            const QString file = path(u"components"_s + extension);
            GRIDWARD_TAKE(report, exportComponents(feedOf(QList{lamp}), {file, {}, {}}));
            QCOMPARE(report.written, 1);
            const Read read = readBack(file);
            QCOMPARE(read.rows.size(), 1);
            QCOMPARE(read.layer, u"components"_s);
            QCOMPARE(read.rows.at(0).value(u"code"_s), lamp.code);
        }
    }

    void casesGoAndComeBack_data()
    {
        QTest::addColumn<QString>("extension");
        for (const QString &extension : exportExtensions()) {
            QTest::newRow(qPrintable(extension)) << extension;
        }
    }
    void casesGoAndComeBack()
    {
        QFETCH(QString, extension);
        const QString file = path(u"cases"_s + extension);
        GRIDWARD_TAKE(report, exportCases(cases(4), {file, {}, {}}));
        const bool dropsOne = extension == ".fgb"_L1; // number 3, which has no place
        QCOMPARE(report.written, dropsOne ? 3 : 4);
        QCOMPARE(report.withoutPlace, dropsOne ? 0 : 1);
        QCOMPARE(report.leftOut, dropsOne ? 1 : 0);
        const Read read = readBack(file);
        QCOMPARE(read.rows.size(), report.written);
        const bool isShort = extension == ".shp"_L1;
        const QString reported = isShort ? u"reported"_s : u"reported_at"_s;
        QCOMPARE(report.notes.isEmpty(), !isShort && !dropsOne);
        for (qsizetype place = 0; place < read.rows.size(); ++place) {
            const Case one = caseNumber(static_cast<int>(place) + (dropsOne && place == 2 ? 2 : 1));
            const QHash<QString, QString> &row = read.rows.at(place);
            QCOMPARE(row.value(u"id"_s), one.id.toText());
            QCOMPARE(row.value(u"number"_s), one.number);
            QCOMPARE(row.value(u"class"_s), u"06010"_s);
            QCOMPARE(row.value(u"state"_s), toId(one.state));
            QCOMPARE(row.value(u"text"_s), one.text);
            QCOMPARE(row.value(u"version"_s).toInt(), 2);
            const QString time = row.value(reported);
            if (time.contains(u'/')) {
                QVERIFY2(time == "2026/09/21 14:13:20.123+00"_L1, qPrintable(time));
            } else {
                QCOMPARE(time, toIsoText(*one.reportedAt));
            }
            if (extension != ".csv"_L1 && extension != ".xlsx"_L1) {
                QCOMPARE(read.shapes.at(place).isEmpty(), !one.place.has_value());
                QVERIFY(!one.place || isNear(pointOf(read.shapes.at(place)), *one.place));
            }
            QCOMPARE(row.value(u"lon"_s).isEmpty(), !one.place.has_value());
        }
    }

    void events()
    {
        for (const QString &extension : {u".csv"_s, u".gpkg"_s, u".geojson"_s, u".xlsx"_s}) {
            const QString file = path(u"events"_s + extension);
            GRIDWARD_TAKE(report, exportEvents(cases(3), {file, {}, {}}));
            QCOMPARE(report.written, 6);
            const Read read = readBack(file);
            QCOMPARE(read.rows.size(), 6);
            QCOMPARE(read.layer, u"events"_s);
            QCOMPARE(read.fields.size(), 12);
            const Case one = caseNumber(1);
            QCOMPARE(read.rows.at(0).value(u"case_id"_s), one.id.toText());
            QCOMPARE(read.rows.at(1).value(u"action"_s), u"file"_s);
            QCOMPARE(read.rows.at(1).value(u"facts"_s), u"{\"text\":\"垃圾\"}"_s);
            QCOMPARE(read.rows.at(1).value(u"hash"_s),
                     QString::fromLatin1(eventsOf(one).at(1).hash.toHex()));
        }
        for (const QString &extension : {u".shp"_s, u".fgb"_s, u".kml"_s}) {
            QCOMPARE(exportEvents(cases(1), {path(u"e"_s + extension), {}, {}}).error().code,
                     ErrorCode::Unsupported);
        }
    }

    void condition()
    {
        ExportOptions options{
            path(u"c.csv"_s), u"state = 'filed' AND reported_at >= '2026-01-01'"_s, {}};
        GRIDWARD_TAKE(report, exportCases(cases(5), options));
        QCOMPARE(report.written, 2);
        QCOMPARE(report.passedOver, 3);
        options.where = u"stat = 'filed'"_s;
        const Error error = exportCases(cases(5), options).error();
        QCOMPARE(error.code, ErrorCode::InvalidInput);
        QVERIFY2(error.message.contains(u"stat"_s), qPrintable(error.message));
        QVERIFY(!error.detail.isEmpty());
        options.where = u"state = = 1"_s;
        QCOMPARE(exportCases(cases(5), options).error().code, ErrorCode::InvalidInput);
        QCOMPARE(readBack(options.file).rows.size(), 2); // still the first one
    }

    void wrongFiles()
    {
        const Error unknown = exportCases(cases(1), {path(u"c.doc"_s), {}, {}}).error();
        QCOMPARE(unknown.code, ErrorCode::InvalidInput);
        QVERIFY(unknown.message.contains(u".gpkg"_s) && unknown.message.contains(u".kml"_s));
        QCOMPARE(exportCases(cases(1), {path(u"no/c.csv"_s), {}, {}}).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(exportCases(cases(1), {path(u".csv"_s), {}, {}}).error().code,
                 ErrorCode::InvalidInput);
    }

    void neverHalfAFile()
    {
        const QString file = path(u"old.geojson"_s);
        GRIDWARD_TAKE(first, exportCases(cases(2), {file, {}, {}}));
        QCOMPARE(first.written, 2);
        // The feed fails.
        const CaseFeed failing = [](const auto &visit) -> Result<void> {
            const Case one = caseNumber(1);
            if (!visit(one, eventsOf(one))) {
                return {};
            }
            return Error{ErrorCode::Unreadable, u"store"_s, {}};
        };
        QCOMPARE(exportCases(failing, {file, {}, {}}).error().message, u"store"_s);
        QCOMPARE(readBack(file).rows.size(), 2);
        // The user stops it.
        const ExportOptions stopped{file, {}, [] { return true; }};
        QCOMPARE(exportCases(cases(3000), stopped).error().code, ErrorCode::Cancelled);
        QCOMPARE(readBack(file).rows.size(), 2);
        // It succeeds.
        QVERIFY(exportCases(cases(4), {file, {}, {}}));
        QCOMPARE(readBack(file).rows.size(), 4);
    }

    void upperCaseExtension()
    {
        const QString file = path(u"OUT.GPKG"_s);
        QVERIFY(exportCases(cases(2), {file, {}, {}}));
        QVERIFY(QFile::exists(file));
        QCOMPARE(readBack(file).rows.size(), 2);
    }

    void nothing()
    {
        for (const QString &extension : exportExtensions()) {
            const QString file = path(u"none"_s + extension);
            GRIDWARD_TAKE(report, exportCases(cases(0), {file, {}, {}}));
            QCOMPARE(report.written, 0);
            QVERIFY(QFile::exists(file));
        }
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return mFolder->filePath(name); }

    std::unique_ptr<QTemporaryDir> mFolder;
};
static const TestRegistration<TestDatasetExport> sRegistration;

} // namespace gridward

#include "test_datasetexport.moc"
