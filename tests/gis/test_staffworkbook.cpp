// SPDX-License-Identifier: GPL-3.0-or-later
// Staff as a workbook: what is written is read, in both formats, and is what was there.
#include "gis/export/workbookwriter.h"
#include "gis/import/workbookreader.h"
#include "models/domain/dutyroster.h"
#include "models/domain/staffworkbook.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const QTimeZone kZone("Asia/Shanghai");

StaffContent content()
{
    const QDate day(2026, 11, 20);
    const Instant eight = startOfDay(day, kZone) + std::chrono::hours(8);
    return {{{u"U1"_s, {}, u"指挥中心"_s, u"Centre"_s, {}, {}, false},
             {u"U2"_s, u"U1"_s, u"一街道办"_s, {}, u"subdistrict-office"_s, u"110101001"_s, true}},
            {{u"00017"_s, u"王敏"_s, u"U2"_s, u"010-5550"_s, u"driver"_s, u"zh-CN"_s},
             {u"P2"_s, u"O’Neill, \"Pat\""_s, {}, {}, {}, {}}},
            {{u"street"_s, u"U2"_s, u"值班岗"_s, {}, 2, {u"a"_s, u"b"_s}, day, {}}},
            {{u"street"_s, u"U2"_s, u"00017"_s, day, {}}},
            {{u"00017"_s, u"manager"_s, u"110101001001001"_s, day, day.addDays(9)}},
            {{u"00017"_s, day, day.addDays(2), LeaveKind::Sick, u"P2"_s, u"两行\n的备注"_s}},
            {{u"P2"_s, u"street"_s, u"110101001"_s, eight, eight + std::chrono::hours(8)}}};
}

} // namespace

class TestStaffWorkbook : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir mFolder;
    QString path(const QString &name) const { return mFolder.filePath(name); }

private slots:
    void outInOut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("xlsx") << u"staff.xlsx"_s;
        QTest::newRow("ods") << u"staff.ods"_s;
    }
    void outInOut()
    {
        QFETCH(QString, name);
        const SheetRows rows = workbookOf(content(), kZone);
        const AboutSheet about{u"说明 about"_s, {{u"made_by"_s, u"admin1"_s}}};
        const Result<void> written = writeSheets(staffSheets(), rows.sheets, about, path(name));
        QVERIFY2(written,
                 written ? "" : qPrintable(written.error().message + written.error().detail));
        const Result<SheetRows> read = readSheets(path(name), staffSheets(), u"staff"_s);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read.value().sheets, rows.sheets);
        QCOMPARE(countSheets(path(name), staffSheets()), static_cast<int>(kStaffSheets));
        const QSet<QString> areas{u"110101001"_s, u"110101001001001"_s};
        const StaffDiff same = compareStaff(content(), read.value(), areas, kZone);
        QCOMPARE(same.faults, QList<StaffFault>{});
        QCOMPARE(same.unchanged, same.read);
        // Into nothing it makes all of it again, and that gives the same cells.
        const StaffDiff made = compareStaff({}, read.value(), areas, kZone);
        QCOMPARE(made.faults, QList<StaffFault>{});
        QCOMPARE(workbookOf(made.write, kZone).sheets, rows.sheets);
    }
    void onlyPeopleAreNeeded()
    {
        const SheetRows rows = workbookOf(content(), kZone);
        const QList<SheetForm> forms = staffSheets();
        QVERIFY(writeSheets({forms.at(1)}, {rows.sheets.at(1)}, {}, path(u"people.xlsx"_s)));
        const Result<SheetRows> read = readSheets(path(u"people.xlsx"_s), forms, u"staff"_s);
        QVERIFY(read);
        QCOMPARE(read.value().sheets.at(1), rows.sheets.at(1));
        QVERIFY(read.value().sheets.at(4).isEmpty());
        QCOMPARE(countSheets(path(u"people.xlsx"_s), forms), 1); // may be the plain table
        QVERIFY(writeSheets({forms.at(4)}, {rows.sheets.at(4)}, {}, path(u"duties.xlsx"_s)));
        QCOMPARE(readSheets(path(u"duties.xlsx"_s), forms, u"staff"_s).error().code,
                 ErrorCode::InvalidInput);
    }
    void whatIsNoWorkbookIsRefused()
    {
        QFile file(path(u"staff.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("person,name\n1,2\n");
        file.close();
        QCOMPARE(countSheets(path(u"staff.csv"_s), staffSheets()), 0);
        QCOMPARE(writeSheets(staffSheets(), {}, {}, path(u"staff.csv"_s)).error().code,
                 ErrorCode::InvalidInput);
    }
};

static const TestRegistration<TestStaffWorkbook> registration;

} // namespace gridward

#include "test_staffworkbook.moc"
