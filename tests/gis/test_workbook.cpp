// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/export/workbookwriter.h"
#include "gis/import/workbookreader.h"
#include "models/domain/cataloguediff.h"
#include "models/service/cataloguekeeper.h"
#include "models/service/simulation/simulationdata.h"
#include "models/store/geopackagestore.h"
#include "tests/support/memorystore.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QString resource(const QString &name)
{
    return QStringLiteral(GRIDWARD_TEST_DATA) + u"/../../resources/"_s + name;
}

QStringList ids(CatalogueSheet sheet)
{
    QStringList list;
    for (const SheetColumn &column : columnsOf(sheet)) {
        list.append(QString::fromLatin1(column.id));
    }
    return list;
}

/** A sheet as a spreadsheet program may leave it: numbers where they are wished for. */
struct Sheet
{
    QString name;
    QStringList headers;
    QList<QVariantList> rows;
};

bool writeSheets(const QString &path, const QList<Sheet> &sheets, const char *driver = "XLSX")
{
    GDALAllRegister();
    GDALDatasetUniquePtr dataset(GetGDALDriverManager()->GetDriverByName(driver)->Create(
        path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
    for (const Sheet &sheet : sheets) {
        OGRLayer *layer =
            dataset->CreateLayer(sheet.name.toUtf8().constData(), nullptr, wkbNone, nullptr);
        for (qsizetype column = 0; column < sheet.headers.size(); ++column) {
            const QVariant first =
                sheet.rows.isEmpty() ? QVariant() : sheet.rows.first().value(column);
            const OGRFieldType type = first.typeId() == QMetaType::Int     ? OFTInteger
                                      : first.typeId() == QMetaType::QDate ? OFTDate
                                                                           : OFTString;
            OGRFieldDefn field(sheet.headers.at(column).toUtf8().constData(), type);
            if (layer->CreateField(&field) != OGRERR_NONE) {
                return false;
            }
        }
        for (const QVariantList &row : sheet.rows) {
            OGRFeature feature(layer->GetLayerDefn());
            for (int column = 0; column < row.size(); ++column) {
                const QVariant &cell = row.at(column);
                if (cell.typeId() == QMetaType::QDate) {
                    const QDate day = cell.toDate();
                    feature.SetField(column, day.year(), day.month(), day.day());
                } else if (!cell.toString().isEmpty()) {
                    feature.SetField(column, cell.toString().toUtf8().constData());
                }
            }
            if (layer->CreateFeature(&feature) != OGRERR_NONE) {
                return false;
            }
        }
    }
    return true;
}

Sheet classSheet()
{
    return {u"classes"_s,
            ids(CatalogueSheet::Classes),
            {{defaultScheme(), u"matter"_s, u"06010"_s, u"06"_s, {}, u"暴露垃圾"_s}}};
}

Sheet standardSheet()
{
    return {u"standards"_s,
            ids(CatalogueSheet::Standards),
            {{defaultScheme(),
              u"matter"_s,
              u"06010"_s,
              u"M06010-1"_s,
              {},
              u"存在"_s,
              {},
              u"4"_s,
              u"working-hour"_s,
              u"已清理"_s,
              {},
              {},
              u"sanitation"_s,
              u"dept-city-management"_s}}};
}

} // namespace

class TestWorkbook : public QObject
{
    Q_OBJECT
private slots:
    void init() { mFolder = std::make_unique<QTemporaryDir>(); }

    void comesBackAsItWas()
    {
        const Result<SimulationData> data =
            readSimulationData(resource(u"demo"_s), resource(u"catalogue"_s));
        QVERIFY(data);
        // What is hard to carry: line breaks, what looks like a formula, signs of XML, zeros,
        // areas.
        CatalogueContent content{data.value().catalogue, data.value().standards};
        content.classes[0].name = u"=1+1 <&> \"供水\"\n第二行 😀𠮷"_s;
        content.classes[1].note = u"'007"_s;
        content.classes[2].validFrom = QDate(2026, 7, 1);
        content.standards[0].version = 7;
        content.standards[0].area = u"110101001001"_s;
        content.standards[1].condition = u"_x000D_ http://x.y 0012"_s;
        MemoryStore store;
        QVERIFY(store.write(
            QList<Division>{{u"110101001001"_s, {}, u"community"_s, u"一社区"_s, 0, 0.0, {}}}));
        QVERIFY(store.write(content.classes) && store.write(content.standards));
        QVERIFY(writeWorkbook(workbookOf(readCatalogue(store).value()), file()));
        const QByteArray bytes = bytesOf(file());

        // Into an empty store, and out of it again.
        const QString path = mFolder->filePath(u"s.gpkg"_s);
        const Result<std::unique_ptr<GeoPackageStore>> made =
            GeoPackageStore::create(path, store.info());
        QVERIFY(made);
        GeoPackageStore &other = *made.value();
        QVERIFY(other.write(store.divisions().value()));
        const Result<CatalogueWorkbook> read = readWorkbook(file());
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QVERIFY(read.value().notes.isEmpty());
        const Result<CatalogueDiff> diff =
            importCatalogue(other, read.value(), {u"c.xlsx"_s, {}, SystemClock().now(), {}});
        QVERIFY2(diff, diff ? "" : qPrintable(diff.error().message));
        QVERIFY2(diff.value().faults.isEmpty(),
                 diff.value().faults.isEmpty() ? ""
                                               : qPrintable(diff.value().faults.first().message));
        QCOMPARE(diff.value().classes.size(), 153 + 250 + 223);
        QCOMPARE(other.schemes().value(), store.schemes().value());
        for (const QString &scheme : store.schemes().value()) {
            QCOMPARE(other.catalogue(scheme).value(), store.catalogue(scheme).value());
        }
        QCOMPARE(other.allFilingStandards().value(), store.allFilingStandards().value());
        QFile::remove(file());
        QVERIFY(writeWorkbook(workbookOf(readCatalogue(other).value()), file()));
        QCOMPARE(bytesOf(file()), bytes);
    }
    void replacesAFileAndLeavesNothingElse()
    {
        write("a letter");
        QVERIFY(writeWorkbook({}, file()));
        QCOMPARE(
            QDir(mFolder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList({u"c.xlsx"_s}));
        const Result<CatalogueWorkbook> read = readWorkbook(file());
        QVERIFY2(read, read ? "" : qPrintable(read.error().message)); // headers and no row
        QVERIFY(read.value().classes.isEmpty() && read.value().standards.isEmpty());
    }
    void cannotBeWritten()
    {
        QCOMPARE(writeWorkbook({}, mFolder->filePath(u"c.csv"_s)).error().code,
                 ErrorCode::InvalidInput);
        QCOMPARE(writeWorkbook({}, mFolder->filePath(u"no/c.xlsx"_s)).error().code,
                 ErrorCode::NotFound);
        QVERIFY(QDir(mFolder->path()).isEmpty());
    }
    void readsWhatASpreadsheetLeaves()
    {
        Sheet classes = classSheet();
        Sheet standards = standardSheet();
        classes.name = u"分类"_s;
        standards.name = u"Standards 立案标准"_s;
        classes.headers[2] = u"编码"_s;
        classes.headers[5] = u" 名称 Name "_s;
        classes.rows.first()[2] = 6010; // a number lost its zero
        classes.rows.first().append(QString());
        classes.rows.first().append(QString());
        classes.rows.first().append(QDate(2026, 7, 1));
        classes.headers.append(u"谁填的"_s);
        classes.rows.append(QVariantList());
        classes.rows.append(QVariantList(3));
        standards.rows.first()[2] = 6010;
        standards.rows.first()[7] = 4;
        classes.rows.append(classSheet().rows.first());
        classes.rows.last()[2] = 6011;
        std::swap(classes.headers[0], classes.headers[1]);
        for (QVariantList &row : classes.rows) {
            if (row.size() > 1) {
                std::swap(row[0], row[1]);
            }
        }
        for (const char *driver : {"XLSX", "ODS"}) {
            const QString path = mFolder->filePath(u"c."_s + QString::fromLatin1(driver).toLower());
            QVERIFY(
                writeSheets(path, {{u"说明"_s, {u"x"_s}, {{u"1"_s}}}, standards, classes}, driver));
            const Result<CatalogueWorkbook> read = readWorkbook(path);
            QVERIFY2(read, read ? "" : qPrintable(read.error().message));
            QCOMPARE(read.value().classes.size(), 2);
            QCOMPARE(read.value().classes.at(0).number, 2);
            QCOMPARE(read.value().classes.at(1).number, 5); // empty rows count, and are passed over
            QCOMPARE(read.value().notes.size(), 1);
            QVERIFY(read.value().notes.first().contains(u"谁填的"_s));
            const CatalogueDiff diff = compareCatalogue({}, read.value(), {}, QDate(2026, 11, 21));
            QVERIFY2(diff.faults.isEmpty(),
                     diff.faults.isEmpty() ? "" : qPrintable(diff.faults.first().message));
            QCOMPARE(diff.classes.first().key.code, u"06010"_s);
            QCOMPARE(diff.classes.first().validFrom, QDate(2026, 7, 1));
            QCOMPARE(diff.standards.first().limitValue, 4);
            QVERIFY(diff.standards.first().closingMandatory);
        }
    }
    void whatIsNoWorkbook_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("letter") << QByteArray("not a zip at all, just words");
        QTest::newRow("zip without anything") << QByteArray("PK\5\6") + QByteArray(18, '\0');
        QTest::newRow("header of a zip") << QByteArray("PK\3\4 and then nothing");
    }
    void whatIsNoWorkbook()
    {
        QFETCH(QByteArray, bytes);
        write(bytes);
        const Result<CatalogueWorkbook> read = readWorkbook(file());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Unsupported);
        QVERIFY(read.error().message.contains(u"c.xlsx"_s));
    }
    void brokenOff()
    {
        QVERIFY(writeSheets(file(), {classSheet(), standardSheet()}));
        const QByteArray whole = bytesOf(file());
        for (qsizetype size = 0; size < whole.size(); size += 97) {
            write(whole.first(size));
            QVERIFY(!readWorkbook(file()));
        }
        // A bit that is another one: read to the end or refused, never crashed or believed by half.
        for (qsizetype place = 30; place < whole.size(); place += 61) {
            QByteArray damaged = whole;
            damaged[place] = static_cast<char>(damaged[place] ^ 0x10);
            write(damaged);
            const Result<CatalogueWorkbook> read = readWorkbook(file());
            QVERIFY(!read || read.value().classes.size() <= 1);
        }
        QCOMPARE(readWorkbook(mFolder->filePath(u"nothing.xlsx"_s)).error().code,
                 ErrorCode::NotFound);
    }
    void sheetsAndColumnsThatAreMissing()
    {
        Sheet classes = classSheet();
        Sheet standards = standardSheet();
        const auto refusal = [&](const QList<Sheet> &sheets) {
            QFile::remove(file());
            if (!writeSheets(file(), sheets)) {
                return u"not written"_s;
            }
            const Result<CatalogueWorkbook> read = readWorkbook(file());
            return !read && read.error().code == ErrorCode::InvalidInput ? read.error().message
                                                                         : u"taken"_s;
        };
        const QString sheet = refusal({classes, {u"Tabelle2"_s, {u"x"_s}, {{u"1"_s}}}});
        QVERIFY2(sheet.contains(u"standards"_s) && sheet.contains(u"Tabelle2"_s),
                 qPrintable(sheet));
        QVERIFY(refusal({classes, standards, {u"分类"_s, {u"x"_s}, {{u"1"_s}}}})
                    .contains(u"classes"_s));
        standards.headers[3] = u"number"_s;
        standards.headers[8] = u"unit"_s;
        const QString columns = refusal({classes, standards});
        QVERIFY2(columns.contains(u"condition_id"_s) && columns.contains(u"limit_unit"_s),
                 qPrintable(columns));
        standards = standardSheet();
        standards.headers[1] = u"编码"_s; // and another one is called code
        QVERIFY(refusal({classes, standards}).contains(u"code"_s));
        QVERIFY(
            refusal({{u"classes"_s, {u"x"_s}, {{u"1"_s}}}, standardSheet()}).contains(u"scheme"_s));
    }
    void ninthConditionUnknownUnitCodeTwice()
    {
        Sheet classes = classSheet();
        Sheet standards = standardSheet();
        classes.rows.append(classes.rows.first());
        for (int number = 2; number <= 9; ++number) {
            standards.rows.append(standards.rows.first());
            standards.rows.last()[3] = u"M06010-%1"_s.arg(number);
        }
        standards.rows.append(standards.rows.first());
        standards.rows.last()[3] = u"M06010-10"_s;
        standards.rows.last()[8] = u"fortnight"_s;
        QVERIFY(writeSheets(file(), {classes, standards}));
        const Result<CatalogueWorkbook> read = readWorkbook(file());
        QVERIFY(read);
        const CatalogueDiff diff = compareCatalogue({}, read.value(), {}, QDate(2026, 11, 21));
        QList<std::pair<qint64, QString>> places;
        for (const SheetFault &fault : diff.faults) {
            places.append({fault.row, fault.column});
        }
        QCOMPARE(places,
                 (QList<std::pair<qint64, QString>>{
                     {3, u"code"_s}, {10, u"condition_id"_s}, {11, u"limit_unit"_s}}));
        QCOMPARE(diff.standards.size(), 8);
    }
    void aHundredThousandRows()
    {
        Sheet classes = classSheet();
        Sheet standards = standardSheet();
        const QVariantList first = classes.rows.takeFirst();
        for (int number = 0; number < 100'000; ++number) {
            QVariantList row = first;
            row[0] = u"local:%1"_s.arg(number / 50'000);
            row[2] = u"L%1"_s.arg(number % 50'000, 5, 10, '0'_L1);
            row[3] = QString();
            classes.rows.append(row);
        }
        standards.rows.first()[0] = u"local:0"_s;
        standards.rows.first()[2] = u"L00000"_s;
        QVERIFY(writeSheets(file(), {classes, standards}));
        const Result<CatalogueWorkbook> tooMany = readWorkbook(file()); // the headers are a row
        QVERIFY(!tooMany);
        QCOMPARE(tooMany.error().code, ErrorCode::InvalidInput);
        classes.rows.removeLast();
        QFile::remove(file());
        QVERIFY(writeSheets(file(), {classes, standards}));
        QElapsedTimer timer;
        timer.start();
        const Result<CatalogueWorkbook> read = readWorkbook(file());
        QVERIFY(read);
        const CatalogueDiff diff = compareCatalogue({}, read.value(), {}, QDate(2026, 11, 21));
        QVERIFY(diff.faults.isEmpty());
        QCOMPARE(diff.classes.size(), 99'999);
        QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
    }
    void theCrosswalkOfTheProgram()
    {
        const QString table = resource(u"catalogue/crosswalk-30428-47678.csv"_s);
        const Result<Crosswalk> crosswalk = readCrosswalk(table);
        QVERIFY2(crosswalk, crosswalk ? "" : qPrintable(crosswalk.error().message));
        const Result<SimulationData> data =
            readSimulationData(resource(u"demo"_s), resource(u"catalogue"_s));
        QVERIFY(data);
        MemoryStore store;
        QVERIFY(store.write(data.value().catalogue));
        const Result<CrosswalkReport> report =
            readCrosswalkReport(store, crosswalk.value(), legacyScheme(), defaultScheme());
        QVERIFY(report);
        QCOMPARE(report.value().byRule.size() + report.value().proposed.size() +
                     report.value().unmapped.size(),
                 126 + 97);
        QStringList unmapped;
        for (const ClassMapping &mapping : report.value().unmapped) {
            unmapped.append(mapping.from.code);
            QVERIFY(!mapping.reason.isEmpty());
        }
        QCOMPARE(unmapped, QStringList({u"0500"_s, u"0600"_s})); // the reference's two majors
        // The rule of the reference: 01-nn to 06-0nn, 02-nn to 07-0nn, and so on.
        for (const ClassMapping &mapping : report.value().byRule) {
            const QString code = mapping.from.code;
            const int shift = mapping.from.kind == CaseKind::Matter ? 5 : 0;
            const QString target =
                u"%1"_s.arg(code.left(2).toInt() + shift, 2, 10, '0'_L1) + u'0' + code.mid(2);
            for (const ClassKey &key : mapping.targets) {
                QCOMPARE(key.code, target);
            }
        }
    }
    void aCrosswalkThatIsNone()
    {
        const auto refusal = [&](const QByteArray &text) {
            QFile csv(mFolder->filePath(u"x.csv"_s));
            if (!csv.open(QIODevice::WriteOnly)) {
                return u"not written"_s;
            }
            csv.write("from_scheme,from_kind,from_code,to_scheme,to_kind,to_code,certainty\n");
            csv.write(text);
            csv.close();
            const Result<Crosswalk> read = readCrosswalk(csv.fileName());
            return read ? u"taken"_s : read.error().message;
        };
        QCOMPARE(refusal("A,matter,1,B,matter,2,rule\nA,matter,3,,,,manual\n"), u"taken"_s);
        QVERIFY(refusal("A,thing,1,B,matter,2,rule\n").contains(u"2"_s));
        QVERIFY(refusal("A,matter,1,B,,2,rule\n").contains(u"2"_s));
        QVERIFY(refusal("A,matter,1,,matter,2,rule\n").contains(u"2"_s));
        QVERIFY(refusal("A,matter,1,B,matter,2,perhaps\n").contains(u"perhaps"_s));
        QVERIFY(refusal("A,matter,1,B,matter,2,rule\nA,matter,1,B,matter,2,rule\n") != "taken"_L1);
    }

private:
    [[nodiscard]] QString file() const { return mFolder->filePath(u"c.xlsx"_s); }
    void write(const QByteArray &bytes) const
    {
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }
    [[nodiscard]] static QByteArray bytesOf(const QString &path)
    {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> mFolder;
};

static const TestRegistration<TestWorkbook> registration;

} // namespace gridward

#include "test_workbook.moc"
