// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/cataloguediff.h"
#include "models/service/cataloguekeeper.h"
#include "tests/support/memorystore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Kind = CatalogueChange::Kind;

const QDate kDay(2026, 11, 21);

CatalogueEntry entryOf(const QString &code, const QString &scheme = defaultScheme())
{
    CatalogueEntry entry;
    entry.key = {scheme, CaseKind::Matter, code};
    entry.majorCode = code.left(2);
    entry.majorName = u"市容环境类"_s;
    entry.name = u"事项 "_s + code;
    entry.validFrom = QDate(2026, 7, 1);
    return entry;
}

FilingStandard standardOf(const QString &code, int number)
{
    FilingStandard standard;
    standard.id = u"M%1-%2"_s.arg(code).arg(number);
    standard.key = entryOf(code).key;
    standard.condition = u"存在"_s;
    standard.limitValue = 4;
    standard.limitUnit = LimitUnit::WorkingHour;
    standard.closingCondition = u"已清理"_s;
    standard.unitKind = u"sanitation"_s;
    standard.supervisor = u"dept-city-management"_s;
    standard.validFrom = QDate(2026, 7, 1);
    return standard;
}

/** Two classes of the new edition with three conditions, one of the old. */
CatalogueContent content()
{
    return {{entryOf(u"06010"_s), entryOf(u"06011"_s), entryOf(u"0110"_s, legacyScheme())},
            {standardOf(u"06010"_s, 1), standardOf(u"06010"_s, 2), standardOf(u"06011"_s, 1)}};
}

CatalogueState stateOf(const CatalogueContent &from)
{
    return {from.classes, from.standards, {}};
}

CatalogueDiff compared(const CatalogueWorkbook &workbook, const CatalogueState &store)
{
    return compareCatalogue(store, workbook, {{u"110101001"_s}, {}}, kDay);
}

qsizetype placeOf(CatalogueSheet sheet, const char *column)
{
    const std::span<const SheetColumn> columns = columnsOf(sheet);
    return std::ranges::find(columns,
                             QByteArray(column),
                             [](const SheetColumn &one) { return QByteArray(one.id); }) -
           columns.begin();
}

void set(QList<SheetRow> &rows, qsizetype row, CatalogueSheet sheet, const char *column, QString to)
{
    rows[row].cells[placeOf(sheet, column)] = std::move(to);
}

} // namespace

class TestCatalogueDiff : public QObject
{
    Q_OBJECT
private slots:
    void theSameIsNoChange()
    {
        const CatalogueDiff diff = compared(workbookOf(content()), stateOf(content()));
        QVERIFY(diff.changes.isEmpty() && diff.faults.isEmpty() && diff.notes.isEmpty());
        QCOMPARE(diff.read, 6);
        QCOMPARE(diff.unchanged, 6);
        QVERIFY(diff.classes.isEmpty() && diff.standards.isEmpty());
    }
    void anEmptyStoreBecomesTheSame()
    {
        CatalogueContent all = content();
        all.standards[0].version = 3;
        all.standards[1].area = u"110101001"_s;
        all.standards[1].source = u"区办法\n第3条"_s;
        all.classes[0].validFrom = {};
        all.classes[2].note = u"derived: x"_s;
        const CatalogueDiff diff = compared(workbookOf(all), {});
        QVERIFY(diff.faults.isEmpty());
        QCOMPARE(diff.classes.size(), 3);
        QCOMPARE((CatalogueContent{diff.classes, diff.standards}), [&] {
            std::ranges::sort(all.classes, {}, [](const auto &one) { return one.key.scheme; });
            return all;
        }());
        QCOMPARE(workbookOf({diff.classes, diff.standards}), workbookOf(all));
    }
    void aChangedLimitIsANewVersion()
    {
        CatalogueWorkbook workbook = workbookOf(content());
        set(workbook.standards, 1, CatalogueSheet::Standards, "limit_value", u"6"_s);
        set(workbook.standards, 1, CatalogueSheet::Standards, "limit_unit", u"紧急小时"_s);
        const CatalogueDiff diff = compared(workbook, stateOf(content()));
        QCOMPARE(diff.changes.size(), 1);
        const CatalogueChange &change = diff.changes.first();
        QCOMPARE(change.kind, Kind::Changed);
        QCOMPARE(change.condition, u"M06010-2"_s);
        QCOMPARE(change.version, 2);
        QCOMPARE(change.row, 3);
        QCOMPARE(change.cells,
                 QList<CellChange>({{u"limit_value"_s, u"4"_s, u"6"_s},
                                    {u"limit_unit"_s, u"working-hour"_s, u"urgent-hour"_s}}));
        FilingStandard old = standardOf(u"06010"_s, 2);
        FilingStandard made = old;
        old.validTo = kDay;
        made.version = 2;
        made.limitValue = 6;
        made.limitUnit = LimitUnit::UrgentHour;
        made.validFrom = kDay;
        QCOMPARE(diff.standards, QList<FilingStandard>({old, made}));
        QVERIFY(diff.classes.isEmpty());
    }
    void datesAndVersionsAreOursToKeep()
    {
        CatalogueWorkbook workbook = workbookOf(content());
        set(workbook.classes, 0, CatalogueSheet::Classes, "valid_from", u"2020-01-01"_s);
        set(workbook.standards, 0, CatalogueSheet::Standards, "valid_from", {});
        set(workbook.standards, 0, CatalogueSheet::Standards, "version", u"9"_s);
        QCOMPARE(compared(workbook, stateOf(content())).unchanged, 6);
    }
    void whatIsNotListedEnds()
    {
        CatalogueWorkbook workbook = workbookOf(content());
        workbook.classes.removeLast();   // 06011
        workbook.standards.removeLast(); // its condition
        workbook.standards.removeAt(1);  // M06010-2
        const CatalogueDiff diff = compared(workbook, stateOf(content()));
        QCOMPARE(diff.count(CatalogueSheet::Classes, Kind::Ended), 1);
        QCOMPARE(diff.count(CatalogueSheet::Standards, Kind::Ended), 2);
        QCOMPARE(diff.classes.first().validTo, kDay);
        QCOMPARE(diff.standards.at(0).validTo, kDay);
        QCOMPARE(diff.standards.at(0).version, 1);
        // With the class its conditions end, though the sheet of standards does not speak.
        workbook.standards.clear();
        QCOMPARE(
            compared(workbook, stateOf(content())).count(CatalogueSheet::Standards, Kind::Ended),
            1);
    }
    void otherSchemesAreLeftAlone()
    {
        CatalogueWorkbook workbook = workbookOf(content());
        workbook.classes.removeIf(
            [](const SheetRow &row) { return row.cells.first() == legacyScheme(); });
        const CatalogueDiff diff = compared(workbook, stateOf(content()));
        QVERIFY(diff.changes.isEmpty());
        QCOMPARE(diff.notes.size(), 1);
        QVERIFY(diff.notes.first().contains(legacyScheme()));
    }
    void nothingEndsWhileARowIsRefused()
    {
        CatalogueWorkbook workbook = workbookOf(content());
        workbook.classes.removeLast();
        workbook.standards.removeLast();
        set(workbook.standards, 0, CatalogueSheet::Standards, "limit_unit", u"fortnight"_s);
        set(workbook.standards, 1, CatalogueSheet::Standards, "limit_value", u"5"_s);
        const CatalogueDiff diff = compared(workbook, stateOf(content()));
        QCOMPARE(diff.faults.size(), 1);
        QCOMPARE(diff.faults.first().sheet, CatalogueSheet::Standards);
        QCOMPARE(diff.faults.first().row, 2);
        QCOMPARE(diff.faults.first().column, u"limit_unit"_s);
        QVERIFY(diff.faults.first().message.contains(u"fortnight"_s));
        QCOMPARE(diff.changes.size(), 1); // the good row is taken
        QCOMPARE(diff.accepted(), 3);
    }
    void whatCannotBeTaken_data()
    {
        QTest::addColumn<bool>("isClass");
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QString>("value");
        QTest::newRow("no scheme") << true << QByteArray("scheme") << QString();
        QTest::newRow("unknown kind") << true << QByteArray("kind") << u"thing"_s;
        QTest::newRow("long code") << true << QByteArray("code") << u"060100"_s;
        QTest::newRow("short code") << true << QByteArray("code") << u"610"_s;
        QTest::newRow("letters") << true << QByteArray("code") << u"0601A"_s;
        QTest::newRow("no name") << true << QByteArray("name") << QString();
        QTest::newRow("long name") << true << QByteArray("name") << QString(201, u'长');
        QTest::newRow("other major") << true << QByteArray("major_code") << u"07"_s;
        QTest::newRow("local perhaps") << true << QByteArray("local") << u"maybe"_s;
        QTest::newRow("no day") << true << QByteArray("valid_from") << u"2026-02-30"_s;
        QTest::newRow("class of its own") << false << QByteArray("code") << u"06099"_s;
        QTest::newRow("no id") << false << QByteArray("condition_id") << QString();
        QTest::newRow("id twice") << false << QByteArray("condition_id") << u"M06010-2"_s;
        QTest::newRow("no condition") << false << QByteArray("condition") << QString();
        QTest::newRow("zero") << false << QByteArray("limit_value") << u"0"_s;
        QTest::newRow("half") << false << QByteArray("limit_value") << u"0.5"_s;
        QTest::newRow("huge") << false << QByteArray("limit_value") << u"100001"_s;
        QTest::newRow("word") << false << QByteArray("limit_value") << u"four"_s;
        QTest::newRow("no unit") << false << QByteArray("limit_unit") << QString();
        QTest::newRow("area abroad") << false << QByteArray("area") << u"990000"_s;
        QTest::newRow("mandatory") << false << QByteArray("mandatory") << u"2"_s;
        QTest::newRow("version") << false << QByteArray("version") << u"-1"_s;
    }
    void whatCannotBeTaken()
    {
        QFETCH(bool, isClass);
        QFETCH(QByteArray, column);
        QFETCH(QString, value);
        CatalogueWorkbook workbook = workbookOf(content());
        const CatalogueSheet sheet = isClass ? CatalogueSheet::Classes : CatalogueSheet::Standards;
        // The last row: what stands twice is told of the second.
        QList<SheetRow> &rows = isClass ? workbook.classes : workbook.standards;
        set(rows, rows.size() - 1, sheet, column.constData(), value);
        const CatalogueDiff diff = compared(workbook, stateOf(content()));
        QCOMPARE(diff.faults.size(), 1);
        QCOMPARE(diff.faults.first().sheet, sheet);
        QCOMPARE(diff.faults.first().row, rows.last().number);
        QCOMPARE(diff.faults.first().column, QString::fromLatin1(column));
        QVERIFY(diff.changes.isEmpty());
    }
    void aClassTwice()
    {
        CatalogueWorkbook workbook = workbookOf(content());
        workbook.classes.append(workbook.classes.last());
        workbook.classes.last().number = 99;
        const CatalogueDiff diff = compared(workbook, stateOf(content()));
        QCOMPARE(diff.faults.size(), 1);
        QCOMPARE(diff.faults.first().row, 99);
        QVERIFY(diff.faults.first().message.contains(u"4"_s)); // where it stands already
    }
    void eightConditionsAndNoMore()
    {
        CatalogueContent many = content();
        many.standards.clear();
        for (int number = 1; number <= 9; ++number) {
            many.standards.append(standardOf(u"06010"_s, number));
        }
        const CatalogueDiff nine = compared(workbookOf(many), {});
        QCOMPARE(nine.faults.size(), 1);
        QCOMPARE(nine.faults.first().row, 10);
        QCOMPARE(nine.standards.size(), 8);
        many.standards.last().area = u"110101001"_s; // counted apart
        QVERIFY(compared(workbookOf(many), {}).faults.isEmpty());
        // Those that would have made room stay while a row is refused, and count.
        CatalogueWorkbook workbook = workbookOf(content());
        workbook.standards = workbookOf(many).standards.mid(2); // without -1 and -2
        set(workbook.standards, 0, CatalogueSheet::Standards, "limit_unit", u"?"_s);
        const CatalogueDiff refused = compared(workbook, stateOf(content()));
        QCOMPARE(refused.count(CatalogueSheet::Standards, Kind::Ended), 0);
        QCOMPARE(refused.count(CatalogueSheet::Standards, Kind::Added), 6);
    }
    void whatComesBackGoesOnCounting()
    {
        CatalogueContent now = content();
        CatalogueState store = stateOf(now);
        store.classes[1].validTo = QDate(2026, 10, 1);
        store.standards.removeLast();
        store.ended.insert(u"M06011-1"_s, 4);
        const CatalogueDiff diff = compared(workbookOf(now), store);
        QCOMPARE(diff.count(CatalogueSheet::Classes, Kind::Added), 1);
        QCOMPARE(diff.count(CatalogueSheet::Standards, Kind::Added), 1);
        QCOMPARE(diff.standards.first().version, 5);
        QCOMPARE(diff.standards.first().validFrom, kDay);
        QVERIFY(diff.classes.first().isInForce());
    }
    void spreadsheetHabits()
    {
        CatalogueWorkbook workbook = workbookOf(content());
        const auto put = [&](const char *column, const QString &to) {
            set(workbook.standards, 0, CatalogueSheet::Standards, column, to);
        };
        set(workbook.classes, 1, CatalogueSheet::Classes, "code", u"6010"_s);
        set(workbook.classes, 1, CatalogueSheet::Classes, "major_code", u"6"_s);
        set(workbook.classes, 1, CatalogueSheet::Classes, "local", u"否"_s);
        set(workbook.classes, 0, CatalogueSheet::Classes, "code", u"110"_s);
        put("code", u"6.01E3"_s);
        put("kind", u"事项"_s);
        put("limit_value", u"4.0"_s);
        put("limit_unit", u"工作小时"_s);
        put("mandatory", u"TRUE"_s);
        put("valid_from", u"2026/7/1"_s);
        put("version", u"1.0"_s);
        const CatalogueDiff diff = compared(workbook, stateOf(content()));
        QVERIFY(diff.faults.isEmpty());
        QVERIFY(diff.changes.isEmpty());
        QCOMPARE(diff.notes.size(), 2); // one of each sheet, with the row
        QVERIFY(diff.notes.first().contains(u"2"_s));
    }
    void saysWhatLooksOdd()
    {
        CatalogueWorkbook workbook = workbookOf(content());
        set(workbook.standards, 0, CatalogueSheet::Standards, "handling_unit_kind", u"dragons"_s);
        set(workbook.standards, 1, CatalogueSheet::Standards, "supervising_department", {});
        workbook.standards.removeLast();
        workbook.notes.append(u"from the file"_s);
        const CatalogueDiff diff = compareCatalogue(
            stateOf(content()), workbook, {{}, {u"sanitation"_s, u"dept-city-management"_s}}, kDay);
        QVERIFY(diff.faults.isEmpty());
        QCOMPARE(diff.notes.size(), 4);
        QCOMPARE(diff.notes.at(0), u"from the file"_s);
        QVERIFY(diff.notes.at(1).contains(u"3"_s));       // the row that leaves something open
        QVERIFY(diff.notes.at(2).contains(u"dragons"_s)); // nobody of that kind
        QVERIFY(diff.notes.at(3).contains(u"06011"_s));   // a class without a condition
    }
    void tellsOfAWorkbookThatIsOlderThanTheStore()
    {
        CatalogueContent newer = content();
        newer.standards[0].version = 2;
        newer.standards[0].limitValue = 2;
        CatalogueWorkbook workbook = workbookOf(content());
        const CatalogueDiff diff = compared(workbook, stateOf(newer));
        QCOMPARE(diff.changes.size(), 1);
        QCOMPARE(diff.changes.first().version, 3);
        QCOMPARE(diff.notes.size(), 1);
    }
    void importsIntoAStore()
    {
        MemoryStore store;
        QVERIFY(store.write(content().classes) && store.write(content().standards));
        const CatalogueOrder order{u"c.xlsx"_s, u"admin1"_s, testStart(), {}};
        CatalogueWorkbook workbook = workbookOf(readCatalogue(store).value());
        const SheetRow second = workbook.standards.takeAt(1);
        QVERIFY(previewCatalogue(store, workbook, order).value().changes.size() == 1);
        QVERIFY(store.filingStandardVersions(u"M06010-2"_s).value().first().isInForce());
        QVERIFY(importCatalogue(store, workbook, order));
        QCOMPARE(store.filingStandardVersions(u"M06010-2"_s).value().first().validTo, kDay);
        // It comes back: not the old one, but a version of its own.
        workbook.standards.insert(1, second);
        const Result<CatalogueDiff> back = importCatalogue(store, workbook, order);
        QVERIFY(back);
        QCOMPARE(back.value().changes.first().version, 2);
        QCOMPARE(store.filingStandardVersions(u"M06010-2"_s).value().size(), 2);
        QCOMPARE(store.importRuns().value().size(), 2);
        QCOMPARE(store.importRuns().value().last().accepted, 1);
        QCOMPARE(store.importRuns().value().last().actor, u"admin1"_s);
    }
};

static const TestRegistration<TestCatalogueDiff> registration;

} // namespace gridward

#include "test_cataloguediff.moc"
