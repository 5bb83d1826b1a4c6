// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/caseimport.h"
#include "gis/import/csvrecordreader.h"
#include "tests/support/memorystore.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstring>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const Instant kNow = *instantFromIso(u"2026-11-21T07:00:00Z"_s);

QString data(const QString &name)
{
    return QString::fromUtf8(GRIDWARD_TEST_DATA) + u"/cases/"_s + name;
}

QString resources()
{
    return QString::fromUtf8(GRIDWARD_TEST_DATA) + u"/../../resources/"_s;
}

CaseProfile profileOf(const QString &name)
{
    Result<CaseProfile> found = CaseProfile::find(name, {resources() + u"profiles"_s});
    return found ? std::move(found).value() : CaseProfile();
}

QByteArray boxWkb(double west, double south, double east, double north)
{
    QByteArray wkb;
    const auto put = [&](const auto &value) {
        char bytes[sizeof(value)];
        std::memcpy(bytes, &value, sizeof(value));
        wkb.append(bytes, sizeof(value));
    };
    put(quint8(1));
    put(quint32(3));
    put(quint32(1));
    put(quint32(5));
    for (const auto &[x, y] : {std::pair(west, south),
                               std::pair(east, south),
                               std::pair(east, north),
                               std::pair(west, north),
                               std::pair(west, south)}) {
        put(x);
        put(y);
    }
    return wkb;
}

UnitGrid gridOf(const QString &code, const QByteArray &outline)
{
    UnitGrid grid;
    grid.code = code;
    grid.community = code.left(12);
    grid.street = code.left(9);
    grid.outline = outline;
    return grid;
}

Division
divisionOf(const QString &code, const QString &parent, const QString &level, const QString &name)
{
    Division division;
    division.code = code;
    division.parent = parent;
    division.level = level;
    division.name = name;
    return division;
}

/** With the classes of the standard, a grid over half of Boston, one over Zürich, and Taipei's
 * tree. */
std::unique_ptr<MemoryStore> makeStore()
{
    auto store = std::make_unique<MemoryStore>();
    QList<CatalogueEntry> classes;
    const std::unique_ptr<CsvRecordReader> reader =
        std::move(CsvRecordReader::open(resources() + u"catalogue/gbt47678.5-2026.csv"_s, {}))
            .value();
    CsvRawRecord record;
    while (reader->next(record).value()) {
        CatalogueEntry entry;
        entry.key = {QString::fromUtf8(record.fields[0]),
                     *caseKindFromId(QString::fromUtf8(record.fields[1])),
                     QString::fromUtf8(record.fields[2])};
        classes.append(entry);
    }
    const bool written =
        store->write(classes).isOk() &&
        store
            ->write({gridOf(u"250001001001001"_s, boxWkb(-71.2, 42.2, -71.07, 42.42)),
                     gridOf(u"410001001001001"_s, boxWkb(8.5, 47.3, 8.54, 47.5))},
                    u"test"_s,
                    {},
                    kNow)
            .isOk() &&
        store
            ->write({divisionOf(u"630000"_s, {}, u"district"_s, u"臺北市"_s),
                     divisionOf(u"630040"_s, u"630000"_s, u"street"_s, u"中山區"_s),
                     divisionOf(u"630030"_s, u"630000"_s, u"street"_s, u"大安區"_s),
                     divisionOf(u"6300400014"_s, u"630040"_s, u"community"_s, u"大直里"_s),
                     divisionOf(u"X1"_s, u"630040"_s, u"community"_s, u"同名里"_s),
                     divisionOf(u"X2"_s, u"630030"_s, u"community"_s, u"同名里"_s)})
            .isOk();
    return written ? std::move(store) : nullptr;
}

} // namespace

class TestCaseImport : public QObject
{
    Q_OBJECT

    QTemporaryDir mFolder;

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(mFolder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("no room for test files");
        }
        return file.fileName();
    }
    CaseImportOptions options(const QString &file, const QString &profile) const
    {
        CaseImportOptions options;
        options.file = file;
        options.profile = profileOf(profile);
        options.actor = u"importer"_s;
        options.origin = u"test"_s;
        options.now = kNow;
        options.refusedFile = mFolder.filePath(u"refused.csv"_s);
        return options;
    }
    static CaseImportReport run(Store &store, const CaseImportOptions &options)
    {
        Result<CaseImportReport> report = importCases(store, options, {});
        if (!report) {
            qWarning("%s", qPrintable(report.error().message));
        }
        return report ? std::move(report).value() : CaseImportReport();
    }
    static QList<Case> all(Store &store)
    {
        QList<Case> rows;
        const Result<void> visited =
            store.cases().visitAll([&](const Case &row, const QList<CaseEvent> &events) {
                const Result<Case> again = replay(row.id, events);
                rows.append(again ? again.value() : Case());
                return row == rows.back();
            });
        return visited ? rows : QList<Case>();
    }
    static Case byExternal(Store &store, const QString &id)
    {
        for (const Case &row : all(store)) {
            if (row.externalId == id) {
                return row;
            }
        }
        return {};
    }
    QByteArray zurich(const QByteArray &rows) const { return "date,service_code,e,n\n" + rows; }
    QByteArray boston(const QByteArray &rows) const
    {
        return "case_id,opened_at,target_at,closed_at,on_time,status,closure_code,subject,reason,"
               "type,"
               "queue,department,neighborhood,lat,lon,source\n" +
               rows;
    }

private slots:
    void boston()
    {
        const auto store = makeStore();
        const CaseImportOptions given = options(data(u"boston-311.csv"_s), u"boston-311"_s);
        const CaseImportReport report = run(*store, given);
        QCOMPARE(report.read, 230);
        QCOMPARE(report.accepted, 230);
        QCOMPARE(report.refused, 0);
        QVERIFY(report.refusedFile.isEmpty() && !QFile::exists(given.refusedFile));
        QCOMPARE(report.onTimeCompared, 133);
        QCOMPARE(report.onTimeEqual, 133);
        QVERIFY(report.outsideGrids > 10 && report.outsideGrids < 220);
        QVERIFY(report.unknownTargets.isEmpty());

        const QList<Case> cases = all(*store);
        QCOMPARE(cases.size(), 230);
        const auto count = [&](CaseState state) {
            return std::ranges::count(cases, state, &Case::state);
        };
        QCOMPARE(count(CaseState::Void), 31);
        QCOMPARE(count(CaseState::Closed), 153);
        QCOMPARE(count(CaseState::AtUnit) + count(CaseState::Filed), 46);

        const Case one = byExternal(*store, u"101000298564"_s);
        QCOMPARE(one.externalSource, u"boston-311"_s);
        QCOMPARE(toIsoText(*one.reportedAt), u"2011-07-07T19:32:07.000Z"_s);
        QCOMPARE(one.filedAt, one.reportedAt);
        QCOMPARE(one.dispatchedAt, one.reportedAt);
        QCOMPARE(toIsoText(*one.dueAt), u"2013-01-02T20:32:05.000Z"_s); // winter time
        QCOMPARE(toIsoText(*one.closedAt), u"2012-10-05T12:05:06.000Z"_s);
        QCOMPARE(one.state, CaseState::Closed);
        QCOMPARE(one.classKey, (ClassKey{defaultScheme(), CaseKind::Matter, u"04002"_s}));
        QCOMPARE(one.text, u"Tree Maintenance Requests (Trees; PARK_Tree Maintenance Request)"_s);
        QCOMPARE(one.address, u"East Boston, Boston"_s);
        QCOMPARE(one.unit, u"PARK"_s);
        QCOMPARE(one.source, CaseSource::Hotline);
        QCOMPARE(*one.place, (GeoPoint{-71.0048, 42.3889}));
        QVERIFY(one.grid.isEmpty());
        const Result<QList<CaseEvent>> events = store->cases().events(one.id);
        QVERIFY(events.isOk());
        QCOMPARE(events.value().size(), 1);
        QCOMPARE(events.value().front().action, CaseAction::Import);
        QCOMPARE(events.value().front().at, kNow);
        QCOMPARE(events.value().front().note, u"Resolved"_s);

        const Case open = byExternal(*store, u"101000296096"_s);
        QCOMPARE(open.state, CaseState::AtUnit);
        QCOMPARE(open.classKey,
                 (ClassKey{u"local:boston-311"_s, CaseKind::Matter, u"housing/breathe-easy"_s}));
        QCOMPARE(open.grid, u"250001001001001"_s);
        QCOMPARE(open.street, u"250001001"_s);
        const Result<QList<CatalogueEntry>> local = store->catalogue(u"local:boston-311"_s);
        QVERIFY(local.isOk());
        QCOMPARE(local.value().size(), report.newClasses);
        const Result<std::optional<CatalogueEntry>> entry = store->catalogueEntry(open.classKey);
        QCOMPARE(entry.value()->name, u"Breathe Easy"_s);
        QCOMPARE(entry.value()->majorName, u"Housing"_s);
        QVERIFY(entry.value()->local);
        QCOMPARE(store->organisations().value().size(), report.newUnits);
        QCOMPARE(store->importRuns().value().size(), 1);
        QCOMPARE(store->importRuns().value().front().fileHash, report.fileHash);

        const CaseImportReport again = run(*store, given);
        QCOMPARE(again.known, 230);
        QCOMPARE(again.accepted, 0);
        QCOMPARE(again.newClasses, 0);
        QCOMPARE(again.newUnits, 0);
        QCOMPARE(all(*store), cases);
    }

    void taipei()
    {
        const auto store = makeStore();
        const CaseImportReport report =
            run(*store, options(data(u"taipei-1999.csv"_s), u"taipei-1999"_s));
        QCOMPARE(report.read, 405);
        QCOMPARE(report.accepted, 405);
        QCOMPARE(report.withoutPlace, 405);
        QVERIFY(report.withoutArea > 0 && report.withoutArea < 405);
        const Case one = byExternal(*store, u"2019052200067"_s);
        QCOMPARE(one.community, u"6300400014"_s);
        QCOMPARE(one.street, u"630040"_s);
        QVERIFY(!one.place && one.grid.isEmpty());
        QCOMPARE(one.address, u"中山區大直里北安路"_s);
        QCOMPARE(one.text, u"大型廢棄物清運聯繫"_s);
        QCOMPARE(toIsoText(*one.reportedAt), u"2019-05-22T01:30:00.000Z"_s);
        QCOMPARE(one.state, CaseState::Registered);
        QCOMPARE(one.source, CaseSource::Hotline);
        QCOMPARE(one.classKey.code, u"06035"_s);
        QCOMPARE(run(*store, options(data(u"taipei-1999.csv"_s), u"taipei-1999"_s)).known, 405);
    }

    void places() // by code, by name, by a name that is there twice, by district only, by nothing
    {
        const auto store = makeStore();
        const QByteArray head =
            "case_id,item,district,village_id,village,neighbourhood,road,received_at\n";
        run(*store,
            options(write(u"t.csv"_s,
                          head + "1,x,中山區,6300400014,改名里,,,2020-01-01T00:00:00\n"
                                 "2,x,中山區,999,大直里,,,2020-01-01T00:00:00\n"
                                 "3,x,大安區,,同名里,,,2020-01-01T00:00:00\n"
                                 "4,x,文山區,,同名里,,,2020-01-01T00:00:00\n"
                                 "5,x,大安區,,,,,2020-01-01T00:00:00\n"
                                 "6,x,,,,,,2020-01-01T00:00:00\n"),
                    u"taipei-1999"_s));
        QStringList areas;
        for (int i = 1; i <= 6; ++i) {
            const Case row = byExternal(*store, QString::number(i));
            areas.append(row.community + u'/' + row.street);
        }
        QCOMPARE(areas,
                 QStringList({u"6300400014/630040"_s,
                              u"6300400014/630040"_s,
                              u"X2/630030"_s,
                              u"/"_s,
                              u"/630030"_s,
                              u"/"_s}));
    }

    void zurich()
    {
        const auto store = makeStore();
        const CaseImportReport report =
            run(*store, options(data(u"zurich-zwn.csv"_s), u"zurich-zwn"_s));
        QCOMPARE(report.read, 300);
        QCOMPARE(report.accepted, 300); // equal rows are told apart by their number
        QCOMPARE(report.withoutPlace, 0);
        QVERIFY(report.outsideGrids > 0 && report.outsideGrids < 300);
        for (const Case &row : all(*store)) {
            QVERIFY(row.place->longitude > 8.4 && row.place->longitude < 8.65);
            QVERIFY(row.place->latitude > 47.3 && row.place->latitude < 47.45);
        }
        QCOMPARE(run(*store, options(data(u"zurich-zwn.csv"_s), u"zurich-zwn"_s)).known, 300);
    }

    void projection() // against swisstopo's published example: LV95 of the old Bern observatory
    {
        const auto store = makeStore();
        run(*store,
            options(write(u"z.csv"_s, zurich("2020-01-01,Graffiti,2600000,1200000\n")),
                    u"zurich-zwn"_s));
        const QList<Case> rows = all(*store);
        QCOMPARE(rows.size(), 1);
        QVERIFY(std::abs(rows.front().place->longitude - 7.438632) < 1e-5);
        QVERIFY(std::abs(rows.front().place->latitude - 46.951083) < 1e-5);
        QCOMPARE(toIsoText(*rows.front().reportedAt), u"2019-12-31T23:00:00.000Z"_s);
    }

    void chinesePositions()
    {
        const auto store = makeStore();
        CaseImportOptions given = options(
            write(u"g.csv"_s, zurich("2020-01-01,Graffiti,116.404,39.915\n")), u"zurich-zwn"_s);
        given.crs = u"gcj02"_s;
        run(*store, given);
        const QList<Case> rows = all(*store);
        QCOMPARE(rows.size(), 1);
        QVERIFY(std::abs(rows.front().place->longitude - 116.397756) < 1e-5);
        QVERIFY(std::abs(rows.front().place->latitude - 39.913596) < 1e-5);
        given.crs = u"mars"_s;
        const Result<CaseImportReport> refused = importCases(*store, given, {});
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"mars"_s));
        given.crs = u"EPSG:1"_s;
        QVERIFY(!importCases(*store, given, {}));
    }

    void refusals_data()
    {
        QTest::addColumn<bool>("isBoston");
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("part");
        const auto zurichRow =
            [](const char *name, const char *row, const char *kind, const char *part) {
                QTest::newRow(name) << false << QByteArray(row) << QString::fromLatin1(kind)
                                    << QString::fromUtf8(part);
            };
        const auto bostonRow = [](const char *name,
                                  const QByteArray &times,
                                  const QByteArray &place,
                                  const char *kind,
                                  const char *part) {
            QTest::newRow(name) << true << "9," + times + ",,s,r,t,q,PWDx,n," + place + ",Twitter"
                                << QString::fromLatin1(kind) << QString::fromUtf8(part);
        };
        const char *sound = "2011-07-01 01:00:00,,,,Open";
        zurichRow("swapped", "2020-01-01,Graffiti,1248930,2679329", "swapped", "“e” is 1248930");
        zurichRow(
            "far", "2020-01-01,Graffiti,9679329,1248930", "position", "no place in EPSG:2056");
        zurichRow(
            "absent", "2020-01-01,Graffiti,,1248930", "position", "“e” is “” and “n” is “1248930”");
        zurichRow("zero", "2020-01-01,Graffiti,0,0.0", "position", "0 and 0");
        zurichRow("words", "2020-01-01,Graffiti,here,1", "position", "“e” is “here”");
        zurichRow("day", "2020-02-30,Graffiti,2679329,1248930", "time", "“date” is “2020-02-30”");
        zurichRow("no day", ",Graffiti,2679329,1248930", "time", "“date” is empty");
        zurichRow("old", "0001-01-01,Graffiti,2679329,1248930", "time", "1970");
        zurichRow("fields", "2020-01-01,Graffiti,2679329", "damaged", "3 fields");
        zurichRow("quote", "2020-01-01,\"Graffiti,2679329,1248930", "damaged", "never closed");
        bostonRow("in bounds, swapped",
                  sound,
                  "-71.07,42.3",
                  "swapped",
                  "“lon” is 42.3 and “lat” is -71.07");
        bostonRow("out of bounds", sound, "142,200", "position", "no place in EPSG:4326");
        bostonRow(
            "status", "2011-07-01 01:00:00,,,,Lost", "42.3,-71.07", "status", "“status” is “Lost”");
        bostonRow("closed never",
                  "2011-07-01 01:00:00,,,,Closed",
                  "42.3,-71.07",
                  "status",
                  "“closed_at” is empty");
        bostonRow("open, closed",
                  "2011-07-01 01:00:00,,2011-07-02 01:00:00,,Open",
                  "42.3,-71.07",
                  "status",
                  "has a time");
        bostonRow("backwards",
                  "2011-07-01 01:00:00,,2011-06-02 01:00:00,,Closed",
                  "42.3,-71.07",
                  "time",
                  "before it was reported");
        bostonRow("due",
                  "2011-07-01 01:00:00,soon,,,Open",
                  "42.3,-71.07",
                  "time",
                  "“target_at” is “soon”");
    }
    void refusals()
    {
        QFETCH(bool, isBoston);
        QFETCH(QByteArray, row);
        QFETCH(QString, kind);
        QFETCH(QString, part);
        const QByteArray good =
            isBoston ? "1,2011-07-01 01:00:00,,,,Open,,s,r,t,q,PWDx,n,42.3,-71.07,Twitter\n"
                     : "2020-01-01,Graffiti,2679329,1248930\n";
        const QByteArray rows = good + row + "\n";
        const auto store = makeStore();
        const CaseImportOptions given =
            options(write(u"bad.csv"_s, isBoston ? boston(rows) : zurich(rows)),
                    isBoston ? u"boston-311"_s : u"zurich-zwn"_s);
        const CaseImportReport report = run(*store, given);
        QCOMPARE(report.accepted, 1);
        QCOMPARE(report.refused, 1);
        QCOMPARE(report.refusedByKind.keys(), QStringList{kind});
        QCOMPARE(report.firstRefused.front().line, 3);
        const QString reason = report.firstRefused.front().reason;
        QVERIFY2(reason.contains(part), qPrintable(reason));
        QFile file(report.refusedFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray quotedRow = '"' + QByteArray(row).replace('"', "\"\"") + '"';
        QCOMPARE(file.readAll(),
                 "line,reason,record\n3,\"" + reason.toUtf8() + "\"," + quotedRow + "\n");
        QVERIFY(file.remove());
    }

    void outsideGrids()
    {
        const auto store = makeStore();
        CaseImportOptions given = options(
            write(u"o.csv"_s, zurich("2020-01-01,Graffiti,2600000,1200000\n")), u"zurich-zwn"_s);
        given.refuseOutside = true;
        const CaseImportReport refused = run(*store, given);
        QCOMPARE(refused.refusedByKind.value(u"outside-grids"_s), 1);
        given.refuseOutside = false;
        QCOMPARE(run(*store, given).outsideGrids, 1);
    }

    void twiceInTheFile()
    {
        const auto store = makeStore();
        const QByteArray row =
            "7,2011-07-01 01:00:00,,,,Open,,s,r,t,q,No Q,n,42.3,-71.07,Twitter\n";
        const CaseImportReport report =
            run(*store, options(write(u"d.csv"_s, boston(row + row)), u"boston-311"_s));
        QCOMPARE(report.accepted, 1);
        QCOMPARE(report.known, 1);
        const Case one = byExternal(*store, u"7"_s);
        QCOMPARE(one.state, CaseState::Filed); // nobody has it
        QVERIFY(one.unit.isEmpty() && !one.dispatchedAt);

        const CaseImportReport same =
            run(*store,
                options(write(u"e.csv"_s,
                              zurich("2020-01-01,Graffiti,2679329,1248930\n"
                                     "2020-01-01,\"Graffiti\",2679329,1248930\n")),
                        u"zurich-zwn"_s));
        QCOMPARE(same.accepted, 2);
    }

    void theSameIdEverywhere()
    {
        const auto first = makeStore();
        const auto second = std::make_unique<MemoryStore>();
        const QString file = data(u"boston-311.csv"_s);
        run(*first, options(file, u"boston-311"_s));
        const CaseImportReport report = run(*second, options(file, u"boston-311"_s));
        const QList<Case> here = all(*first);
        const QList<Case> there = all(*second);
        QVERIFY(std::ranges::equal(here, there, {}, &Case::id, &Case::id));
        // That store has no catalogue: the set's own classes, and it is said.
        QVERIFY(!report.unknownTargets.isEmpty());
        QVERIFY(std::ranges::all_of(
            there, [](const Case &one) { return one.classKey.scheme == u"local:boston-311"_s; }));
    }

    void clocks()
    {
        const auto store = makeStore();
        const CaseImportReport report = run(
            *store,
            options(
                write(
                    u"c.csv"_s,
                    boston("1,2011-11-06 01:30:00,,,,Open,,s,r,t,q,PWDx,n,42.3,-71.07,Twitter\n"
                           "2,2011-07-01 01:00:00,2012-03-11 02:30:00,2012-03-11 03:10:00,OVERDUE,"
                           "Closed,,s,r,t,q,PWDx,n,42.3,-71.07,Twitter\n"
                           "3,2011-07-01 01:00:00,2012-03-11 02:30:00,2012-03-11 03:10:00,ONTIME,"
                           "Closed,,s,r,t,q,PWDx,n,42.3,-71.07,Twitter\n")),
                u"boston-311"_s));
        QCOMPARE(report.clockTwice, 1);
        QCOMPARE(report.clockNever, 2);
        QCOMPARE(report.onTimeCompared, 2);
        QCOMPARE(report.onTimeEqual, 1);
        QCOMPARE(report.firstUnequal, QList<qint64>{4});
    }

    void header()
    {
        const auto store = makeStore();
        Result<CaseImportReport> report =
            importCases(*store, options(write(u"h.csv"_s, "date,e,n,x\n"), u"zurich-zwn"_s), {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::InvalidInput);
        QVERIFY(report.error().message.contains(u"service_code"_s));
        QVERIFY(report.error().message.contains(u"date, e, n, x"_s));
        for (const auto &[delimiter, name] :
             {std::pair(';', u"“;”"_s), std::pair('\t', u"“\\t”"_s)}) {
            const QByteArray line = zurich({}).replace(',', delimiter);
            report = importCases(*store, options(write(u"h.csv"_s, line), u"zurich-zwn"_s), {});
            QVERIFY(!report);
            QVERIFY2(report.error().message.contains(name), qPrintable(report.error().message));
        }
        const CaseImportReport empty =
            run(*store, options(write(u"h.csv"_s, zurich({})), u"zurich-zwn"_s));
        QCOMPARE(empty.read, 0);
    }

    void gbk()
    {
        const auto store = makeStore();
        const QByteArray head =
            "case_id,item,district,village_id,village,neighbourhood,road,received_at\n";
        CaseImportOptions given =
            options(write(u"gbk.csv"_s, head + "1,\xc2\xb7\xb5\xc6,,,,,,2020-01-01T00:00:00\n"),
                    u"taipei-1999"_s);
        const Result<CaseImportReport> refused = importCases(*store, given, {});
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"line 2"_s));
        given.encoding = u"GBK"_s;
        QCOMPARE(run(*store, given).accepted, 1);
        QCOMPARE(byExternal(*store, u"1"_s).text, u"路灯"_s);
    }

    void nothingKept()
    {
        const auto store = makeStore();
        QByteArray rows;
        for (int i = 0; i < 5000; ++i) {
            rows += "2020-01-01,Graffiti," + QByteArray::number(2679000 + i) + ",1248930\n";
        }
        const CaseImportOptions given =
            options(write(u"many.csv"_s, zurich("bad\n" + rows)), u"zurich-zwn"_s);
        const Result<CaseImportReport> stopped = importCases(
            *store, given, [](int percent, qint64 count) { return percent < 0 || count < 2000; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY(all(*store).isEmpty());
        QVERIFY(store->catalogue(u"local:zurich-zwn"_s).value().isEmpty());
        QVERIFY(store->importRuns().value().isEmpty());
        QVERIFY(!QFile::exists(given.refusedFile));
        QCOMPARE(run(*store, given).accepted, 5000);
    }

    void manyBadLines()
    {
        const auto store = makeStore();
        QByteArray rows;
        for (int i = 0; i < 100'000; ++i) {
            rows += "bad\n";
        }
        const CaseImportReport report =
            run(*store, options(write(u"bad.csv"_s, zurich(rows)), u"zurich-zwn"_s));
        QCOMPARE(report.refused, 100'000);
        QCOMPARE(report.firstRefused.size(), 1000);
        QFile file(report.refusedFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 100'001);
    }

    void besideTheInput()
    {
        const auto store = makeStore();
        CaseImportOptions given = options(write(u"set.csv"_s, zurich("bad\n")), u"zurich-zwn"_s);
        given.refusedFile.clear();
        QCOMPARE(run(*store, given).refusedFile, mFolder.filePath(u"set.refused.csv"_s));
        given.refusedFile = mFolder.filePath(u"no/such/folder.csv"_s);
        QVERIFY(!importCases(*store, given, {}));
    }
};
static const TestRegistration<TestCaseImport> sRegistration;

} // namespace gridward

#include "test_caseimport.moc"
