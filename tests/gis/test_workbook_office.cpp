// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks as spreadsheet programs save them, which GDAL itself would not write.
#include "gis/import/workbookreader.h"
#include "models/domain/cataloguediff.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>

#include <cpl_vsi.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr const char *kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char *kOffice =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char *kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";

QString text(const QString &place, const QString &words)
{
    return u"<c r=\"%1\" t=\"inlineStr\"><is><t>%2</t></is></c>"_s.arg(place, words);
}

/** A cell that is no text: `type` b, e, str or n; style 1 is a date. */
QString cell(const QString &place, const QString &type, const QString &value, int style = 0)
{
    return u"<c r=\"%1\" t=\"%2\" s=\"%3\"><v>%4</v></c>"_s.arg(place, type).arg(style).arg(value);
}

QString row(int number, const QString &cells)
{
    return u"<row r=\"%1\">%2</row>"_s.arg(number).arg(cells);
}

QString headers(CatalogueSheet sheet)
{
    QString cells;
    char16_t letter = u'A';
    for (const SheetColumn &column : columnsOf(sheet)) {
        cells += text(QChar(letter++) + u"1"_s, QString::fromLatin1(column.id));
    }
    return row(1, cells);
}

void put(const QString &archive, const char *name, const QString &content)
{
    const QByteArray path = "/vsizip/" + archive.toUtf8() + '/' + name;
    const QByteArray bytes = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content.toUtf8();
    VSILFILE *file = VSIFOpenL(path.constData(), "wb");
    QVERIFY(file != nullptr);
    VSIFWriteL(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), file);
    VSIFCloseL(file);
}

/** The smallest workbook that Office opens. */
void save(const QString &path, const QString &classes, const QString &standards)
{
    const QByteArray keepOpen = "/vsizip/" + path.toUtf8();
    VSILFILE *archive = VSIFOpenL(keepOpen.constData(), "wb");
    QVERIFY(archive != nullptr);
    put(path,
        "[Content_Types].xml",
        u"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" ContentType=\"application/"
        "vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/"
        "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"_s);
    put(path,
        "_rels/.rels",
        u"<Relationships xmlns=\"%1\"><Relationship Id=\"r1\" Type=\"%2/officeDocument\" "
        "Target=\"xl/workbook.xml\"/></Relationships>"_s.arg(QLatin1String(kPackage),
                                                             QLatin1String(kOffice)));
    put(path,
        "xl/workbook.xml",
        u"<workbook xmlns=\"%1\" xmlns:r=\"%2\"><sheets>"
        "<sheet name=\"分类 classes\" sheetId=\"1\" r:id=\"r1\"/>"
        "<sheet name=\"立案标准\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>"_s.arg(
            QLatin1String(kMain), QLatin1String(kOffice)));
    put(path,
        "xl/_rels/workbook.xml.rels",
        u"<Relationships xmlns=\"%1\">"
        "<Relationship Id=\"r1\" Type=\"%2/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        "<Relationship Id=\"r2\" Type=\"%2/worksheet\" Target=\"worksheets/sheet2.xml\"/>"
        "<Relationship Id=\"r3\" Type=\"%2/styles\" Target=\"styles.xml\"/>"
        "</Relationships>"_s.arg(QLatin1String(kPackage), QLatin1String(kOffice)));
    put(path,
        "xl/styles.xml",
        u"<styleSheet xmlns=\"%1\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
        "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"_s.arg(
            QLatin1String(kMain)));
    int number = 0;
    for (const QString &sheet : {classes, standards}) {
        const QByteArray name = "xl/worksheets/sheet" + QByteArray::number(++number) + ".xml";
        put(path,
            name.constData(),
            u"<worksheet xmlns=\"%1\"><sheetData>%2</sheetData></worksheet>"_s.arg(
                QLatin1String(kMain), sheet));
    }
    VSIFCloseL(archive);
}

QString garbageClass(int number, const QString &code)
{
    const QString line = QString::number(number);
    return row(number,
               text(u'A' + line, defaultScheme()) + text(u'B' + line, u"matter"_s) + code +
                   text(u'F' + line, u"暴露垃圾"_s) + cell(u'H' + line, u"b"_s, u"0"_s) +
                   cell(u'I' + line, u"n"_s, u"46204"_s, 1)); // 2026-07-01
}

} // namespace

class TestWorkbookOffice : public QObject
{
    Q_OBJECT
private slots:
    void init() { mFolder = std::make_unique<QTemporaryDir>(); }

    void numbersDatesAnswersAndFormulas()
    {
        const QString standard = row(
            3,
            text(u"A3"_s, defaultScheme()) + text(u"B3"_s, u"事项"_s) +
                cell(u"C3"_s, u"n"_s, u"6.0100000000000000E3"_s) + text(u"D3"_s, u"M06010-1"_s) +
                text(u"F3"_s, u" 存在 "_s) + u"<c r=\"H3\"><f>2+2</f><v>4</v></c>"_s +
                u"<c r=\"I3\" t=\"str\"><f>\"working\"&amp;\"-hour\"</f><v>working-hour</v></c>"_s +
                text(u"J3"_s, u"已清理"_s) + cell(u"L3"_s, u"b"_s, u"1"_s) +
                text(u"M3"_s, u"sanitation"_s) + text(u"N3"_s, u"dept-x"_s) +
                cell(u"Q3"_s, u"n"_s, u"46204.5"_s, 1));
        save(file(),
             headers(CatalogueSheet::Classes) + garbageClass(2, cell(u"C2"_s, u"n"_s, u"6010"_s)) +
                 row(3, {}) + row(40, u"<c r=\"B40\"/>"_s),
             headers(CatalogueSheet::Standards) + standard);
        const Result<CatalogueWorkbook> read = readWorkbook(file());
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read.value().classes.size(), 1);
        const CatalogueDiff diff = compareCatalogue({}, read.value(), {}, QDate(2026, 11, 21));
        QVERIFY2(diff.faults.isEmpty(),
                 diff.faults.isEmpty() ? "" : qPrintable(diff.faults.first().message));
        QCOMPARE(diff.classes.first().key.code, u"06010"_s);
        QCOMPARE(diff.classes.first().validFrom, QDate(2026, 7, 1));
        QVERIFY(!diff.classes.first().local);
        const FilingStandard &made = diff.standards.first();
        QCOMPARE(made.key, diff.classes.first().key);
        QCOMPARE(made.condition, u"存在"_s);
        QCOMPARE(toText(made.limit()), u"4 working-hour"_s);
        QVERIFY(made.closingMandatory);
        QCOMPARE(made.validFrom, QDate(2026, 7, 1));
        QCOMPARE(diff.notes.size(), 2); // codes that had lost their zero, in both sheets
    }
    void formulasThatFailed()
    {
        save(file(),
             headers(CatalogueSheet::Classes) + garbageClass(2, cell(u"C2"_s, u"e"_s, u"#REF!"_s)),
             headers(CatalogueSheet::Standards) + row(2, text(u"A2"_s, u"x"_s)));
        const Result<CatalogueWorkbook> read = readWorkbook(file());
        QVERIFY(read);
        const CatalogueReading reading = readCells(read.value(), {});
        QVERIFY(!reading.faults.isEmpty());
        QCOMPARE(reading.faults.first().column, u"code"_s);
        QVERIFY(reading.faults.first().message.contains(u"#REF!"_s));
    }
    void strayCellsFarBelow()
    {
        save(file(),
             headers(CatalogueSheet::Classes) + garbageClass(2, text(u"C2"_s, u"06010"_s)) +
                 row(1'048'576, text(u"A1048576"_s, u"x"_s)),
             headers(CatalogueSheet::Standards));
        const Result<CatalogueWorkbook> read = readWorkbook(file());
        QVERIFY(!read); // GDAL stops there: what comes behind would be lost
        QCOMPARE(read.error().code, ErrorCode::Unreadable);
    }
    void damagedXml()
    {
        save(file(),
             headers(CatalogueSheet::Classes) + u"<row r=\"2\"><c r=\"A2\">"_s,
             headers(CatalogueSheet::Standards));
        const Result<CatalogueWorkbook> read = readWorkbook(file());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Unreadable);
    }

private:
    [[nodiscard]] QString file() const { return mFolder->filePath(u"c.xlsx"_s); }

    std::unique_ptr<QTemporaryDir> mFolder;
};

static const TestRegistration<TestWorkbookOffice> registration;

} // namespace gridward

#include "test_workbook_office.moc"
