// SPDX-License-Identifier: GPL-3.0-or-later
// Files of unstructured rows: which columns hold what, and which rows cannot be read.
#include "gis/import/inboxreader.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Read
{
    InboxFileReport report;
    QList<InboxArrival> rows;
    std::optional<Error> error;
};

Read readFile(const QString &file, InboxFileOptions options = {})
{
    Read read;
    options.timeZone = u"Asia/Shanghai"_s;
    const Result<InboxFileReport> report = readInboxFile(
        file,
        options,
        {},
        [&](QList<InboxArrival> &rows) {
            read.rows += rows;
            return true;
        },
        [](int) { return true; });
    if (report) {
        read.report = report.value();
    } else {
        read.error = report.error();
    }
    return read;
}

} // namespace

class TestInboxReader : public QObject
{
    Q_OBJECT
    QTemporaryDir mFolder;

    QString write(const QString &name, const QByteArray &content)
    {
        const QString path = mFolder.filePath(name);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(content);
        }
        return path;
    }

private slots:
    void knowsColumnsByTheirHeaders_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("csv") << u"a.csv"_s
                             << "编号,诉求内容,事发地址,来电时间,来电人,联系电话,经度,纬度\n"
                                "H1,有垃圾,多福巷1号,2026-11-20 15:04:05,王某,138,116.3,39.9\n"_ba;
        QTest::newRow("other words, other order")
            << u"b.csv"_s
            << "手机号,姓名,受理时间,地点,工单内容,工单号,lon,lat\n"
               "138,王某,2026/11/20 15:04:05,多福巷1号,有垃圾,H1,116.3,39.9\n"_ba;
        QTest::newRow("tabs") << u"c.tsv"_s
                              << "id\ttext\taddress\ttime\tcaller\tphone\tx\ty\n"
                                 "H1\t有垃圾\t多福巷1号\t2026-11-20T15:04:05+08:00\t王某\t138\t116."
                                 "3\t39.9\n"_ba;
        QTest::newRow("json lines")
            << u"d.jsonl"_s
            << "{\"id\":\"H1\",\"text\":\"有垃圾\",\"address\":\"多福巷1号\","
               "\"time\":\"2026年11月20日 15时04分05秒\",\"caller\":\"王某\",\"phone\":\"138\","
               "\"longitude\":116.3,\"latitude\":39.9}\n"_ba;
    }
    void knowsColumnsByTheirHeaders()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        const Read read = readFile(write(name, content));
        QVERIFY2(!read.error, qPrintable(read.error ? read.error->message : QString()));
        QCOMPARE(read.rows.size(), 1);
        const InboxArrival &row = read.rows.first();
        QCOMPARE(row.item.number, u"H1"_s);
        QCOMPARE(row.item.text, u"有垃圾"_s);
        QCOMPARE(row.item.address, u"多福巷1号"_s);
        QVERIFY(row.item.receivedAt);
        QCOMPARE(toIsoText(*row.item.receivedAt).left(19), u"2026-11-20T07:04:05"_s);
        QCOMPARE(row.caller, (Caller{u"王某"_s, u"138"_s, true}));
        QCOMPARE(row.item.place, (GeoPoint{116.3, 39.9}));
        QCOMPARE(read.report.columns.size(), 8);
    }

    void readsGbkWithoutBeingTold()
    {
        // 内容,地址 / 有垃圾,多福巷 in GBK
        const QByteArray content =
            QByteArray::fromHex("c4dac8dd2cb5d8d6b70ad3d0c0acbbf82cb6e0b8a3cfef0a");
        const Read read = readFile(write(u"gbk.csv"_s, content));
        QVERIFY(!read.error);
        QCOMPARE(read.rows.first().item.text, u"有垃圾"_s);
        QVERIFY(!read.report.notes.isEmpty());
    }

    void namesTheLinesThatCannotBeRead()
    {
        const Read read = readFile(write(u"bad.csv"_s,
                                         "内容,地址,经度,纬度,时间\n"
                                         "好的,a,116.3,39.9,2026-11-20\n"
                                         ",b,116.3,39.9,2026-11-20\n"
                                         "少一列,c\n"
                                         "坐标不对,d,abc,39.9,2026-11-20\n"
                                         "经纬度反了,e,0,0,2026-11-20\n"
                                         "时间不对,f,116.3,39.9,前天下午\n"_ba));
        QVERIFY(!read.error);
        QCOMPARE(read.report.read, 6);
        QCOMPARE(read.report.refused, 2);
        QCOMPARE(read.report.refusals.at(0).line, 3);
        QCOMPARE(read.report.refusals.at(1).line, 4);
        QVERIFY(!read.report.refusals.at(0).reason.isEmpty());
        QCOMPARE(read.rows.size(), 4);
        // A complaint whose point or time is damaged is a complaint all the same.
        QVERIFY(!read.rows.at(1).item.place);
        QVERIFY(!read.rows.at(2).item.place);
        QVERIFY(!read.rows.at(3).item.receivedAt);
        QCOMPARE(read.rows.at(3).item.toldAt, u"前天下午"_s);
        QCOMPARE(read.report.notes.size() >= 2, true);
    }

    void aDamagedJsonLineIsRefused()
    {
        const Read read = readFile(
            write(u"bad.jsonl"_s, "{\"text\":\"一\"}\n{\"text\":\n\n[1]\n{\"text\":\"二\"}\n"_ba));
        QCOMPARE(read.rows.size(), 2);
        QCOMPARE(read.report.refused, 2);
        QCOMPARE(read.report.refusals.first().line, 2);
        QCOMPARE(read.report.refusals.last().line, 4);
    }

    void asksForTheTextColumn()
    {
        const QString file = write(u"odd.csv"_s, "甲,乙\n有垃圾,多福巷\n"_ba);
        const Read read = readFile(file);
        QVERIFY(read.error);
        QCOMPARE(read.error->code, ErrorCode::InvalidInput);
        QVERIFY(read.error->message.contains(u"甲"_s));
        InboxFileOptions named;
        named.columns = {{u"text"_s, u"甲"_s}, {u"address"_s, u"乙"_s}};
        QCOMPARE(readFile(file, named).rows.first().item.address, u"多福巷"_s);
        named.columns = {{u"text"_s, u"丙"_s}};
        QVERIFY(readFile(file, named).error);
    }

    void convertsCoordinates()
    {
        InboxFileOptions options;
        options.crs = u"gcj02"_s;
        const Read read =
            readFile(write(u"gcj.csv"_s, "内容,经度,纬度\n有垃圾,116.404,39.915\n"_ba), options);
        QVERIFY(read.rows.first().item.place);
        const double shift =
            groundDistance(*read.rows.first().item.place, GeoPoint{116.404, 39.915});
        QVERIFY(shift > 300.0 && shift < 800.0);
    }

    void theHashSaysNothingOfTheCaller()
    {
        const Read one = readFile(write(u"1.csv"_s, "内容,电话\n有垃圾,138\n"_ba));
        const Read two = readFile(write(u"2.csv"_s, "内容,电话\n有垃圾,139\n"_ba));
        QCOMPARE(one.rows.first().rowHash, two.rows.first().rowHash);
        QVERIFY(!one.rows.first().rowHash.isEmpty());
    }

    void stopsWhenToldTo()
    {
        const QString file = write(u"stop.csv"_s, "内容\n有垃圾\n"_ba);
        InboxFileOptions options;
        options.timeZone = u"Asia/Shanghai"_s;
        const Result<InboxFileReport> report = readInboxFile(
            file,
            options,
            {},
            [](QList<InboxArrival> &) { return true; },
            [](int) { return false; });
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        QCOMPARE(readFile(mFolder.filePath(u"none.csv"_s)).error->code, ErrorCode::NotFound);
    }
};

static const TestRegistration<TestInboxReader> sRegistration;

} // namespace gridward

#include "test_inboxreader.moc"
