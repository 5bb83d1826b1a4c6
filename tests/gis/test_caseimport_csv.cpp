// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/csvrecordreader.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** What a reader handed out: a line is "LINE:field|field" or "LINE!reason". */
struct Heard
{
    QStringList header;
    QStringList lines;
    std::optional<Error> error;
};

Heard hear(const QString &path, const CsvRecordFormat &format = {})
{
    Heard heard;
    Result<std::unique_ptr<CsvRecordReader>> opened = CsvRecordReader::open(path, format);
    if (!opened) {
        heard.error = opened.error();
        return heard;
    }
    const std::unique_ptr<CsvRecordReader> reader = std::move(opened).value();
    heard.header = reader->header();
    CsvRawRecord record;
    while (true) {
        const Result<bool> more = reader->next(record);
        if (!more) {
            heard.error = more.error();
            return heard;
        }
        if (!more.value()) {
            return heard;
        }
        QStringList fields;
        for (const QByteArrayView field : record.fields) {
            fields.append(QString::fromUtf8(field));
        }
        heard.lines.append(record.refusal.isEmpty()
                               ? u"%1:%2"_s.arg(record.line).arg(fields.join(u'|'))
                               : u"%1!%2"_s.arg(record.line).arg(record.refusal));
    }
}

QByteArray packed(const QByteArray &text)
{
    QByteArray out(text.size() + 1024, '\0');
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray in = text;
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

} // namespace

class TestCaseImportCsv : public QObject
{
    Q_OBJECT

    QTemporaryDir mFolder;

    QString write(const QByteArray &bytes) const
    {
        QFile file(mFolder.filePath(u"file"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("no room for test files");
        }
        return file.fileName();
    }

private slots:
    void records_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("lines");
        const auto row = [](const char *name, const QByteArray &bytes, const QStringList &lines) {
            QTest::newRow(name) << bytes << lines;
        };
        row("lf", "a,b\n1,2\n3,4\n", {u"2:1|2"_s, u"3:3|4"_s});
        row("crlf", "a,b\r\n1,2\r\n\"3\",4\r\n", {u"2:1|2"_s, u"3:3|4"_s});
        row("bom, no last line end", "\xef\xbb\xbf\"a\",b\n1,", {u"2:1|"_s});
        row("quotes", "a,b\n\"x, y\",\"say \"\"so\"\"\"\n", {u"2:x, y|say \"so\""_s});
        row("break inside", "a,b\n\"x\r\ny\",2\n3,4\n", {u"2:x\r\ny|2"_s, u"4:3|4"_s});
        row("quote inside a bare field", "a,b\n5\" pipe,2\n", {u"2:5\" pipe|2"_s});
        row("empty lines", "a,b\n\n\r\n1,2\n\n", {u"4:1|2"_s});
        row("chinese", "a,b\n路燈,3\n", {u"2:路燈|3"_s});
        row("few and many fields",
            "a,b\n1\n1,2,3\n4,5\n",
            {u"2!has 1 fields, but the header names 2"_s,
             u"3!has 3 fields, but the header names 2"_s,
             u"4:4|5"_s});
        row("unclosed",
            "a,b\n\"1,2\n3,4\n5,6\n",
            {u"2!opens a quote that is never closed"_s, u"3:3|4"_s, u"4:5|6"_s});
        row("text behind a quote",
            "a,b\n\"1\"x,2\n3,4\n",
            {u"2!has text behind a closing quote"_s, u"3:3|4"_s});
        row("zero byte",
            QByteArray("a,b\n1\0,2\n3,4\n", 13),
            {u"2!holds a zero byte"_s, u"3:3|4"_s});
        row("nothing", "a,b\n", {});
    }
    void records()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, lines);
        for (const QByteArray &file :
             {bytes, packed(bytes), packed(bytes.left(5)) + packed(bytes.mid(5))}) {
            const Heard heard = hear(write(file));
            QVERIFY(!heard.error);
            QCOMPARE(heard.header, QStringList({u"a"_s, u"b"_s}));
            QCOMPARE(heard.lines, lines);
        }
    }

    void longRecords()
    {
        const QByteArray big(3 << 20, 'x');
        const QByteArray nearly(CsvRecordReader::kLongestRecord - 4, 'y');
        Heard heard = hear(write("a,b\n1," + big + "\n3,4\n\"" + nearly + "\",5\n6,7\n"));
        QVERIFY(!heard.error);
        QCOMPARE(heard.lines.size(), 4);
        QCOMPARE(heard.lines.at(0), u"2!is longer than 1 MB"_s);
        QCOMPARE(heard.lines.at(1), u"3:3|4"_s);
        QVERIFY(heard.lines.at(2).startsWith(u"4:yyy"_s) && heard.lines.at(2).endsWith(u"|5"_s));
        QCOMPARE(heard.lines.at(3), u"5:6|7"_s);

        // A quote that nobody closes costs its own line, not the rest of the file.
        QByteArray many = "a,b\n\"1,2\n";
        for (int i = 0; i < 300'000; ++i) {
            many += "3,4\n";
        }
        heard = hear(write(many));
        QVERIFY(!heard.error);
        QCOMPARE(heard.lines.size(), 300'001);
        QCOMPARE(heard.lines.front(), u"2!opens a quote that is not closed within 1 MB"_s);
        QCOMPARE(heard.lines.back(), u"300002:3|4"_s);
    }

    void lineNumbersAcrossChunks()
    {
        QByteArray bytes = "a,b\n";
        QStringList lines;
        qint64 line = 2;
        for (int i = 0; i < 20'000; ++i) {
            const bool isBroken = i % 7 == 0;
            bytes += isBroken ? "\"p\nq\"," : "pq,";
            bytes += QByteArray::number(i) + QByteArray(i % 97, '-') + "\n";
            lines.append(u"%1:%2|%3%4"_s.arg(line)
                             .arg(isBroken ? u"p\nq"_s : u"pq"_s)
                             .arg(i)
                             .arg(QString(i % 97, u'-')));
            line += isBroken ? 2 : 1;
        }
        QVERIFY(bytes.size() > (1 << 20));
        QCOMPARE(hear(write(bytes)).lines, lines);
        QCOMPARE(hear(write(packed(bytes))).lines, lines);
    }

    void encodings()
    {
        const QByteArray gbk = "a,b\n1,2\n\xc2\xb7\xb5\xc6,3\n"; // 路灯
        Heard heard = hear(write(gbk));
        QVERIFY(heard.error);
        QCOMPARE(heard.error->code, ErrorCode::InvalidInput);
        QVERIFY(heard.error->message.contains(u"line 3"_s));
        QVERIFY(heard.error->message.contains(u"--encoding GBK"_s));
        for (const QString &name : {u"GBK"_s, u"gb18030"_s, u"GB2312"_s}) {
            QCOMPARE(hear(write(gbk), {',', name}).lines, QStringList({u"2:1|2"_s, u"3:路灯|3"_s}));
        }
        heard = hear(write("a,b\nGr\xfcn,3\n"));
        QVERIFY(heard.error);
        QVERIFY(!heard.error->message.contains(u"GBK"_s));
        QCOMPARE(hear(write("a,b\nGr\xfcn,3\n"), {',', u"ISO-8859-1"_s}).lines,
                 QStringList({u"2:Grün|3"_s}));
        QVERIFY(hear(write("a,b\n"), {',', u"KLINGON"_s}).error->message.contains(u"KLINGON"_s));
        QVERIFY(hear(write("\xff\xfe"
                           "a"))
                    .error->message.contains(u"UTF-16"_s));
        QVERIFY(hear(write("a,b\n\xff\xff,1\n"), {',', u"GBK"_s}).error.has_value());

        // Far from the beginning it is one record that is refused, with its line.
        QByteArray late = "a,b\n";
        for (int i = 0; i < 60'000; ++i) {
            late += "1,2\n";
        }
        heard = hear(write(late + "\xc2\xb7\xb5\xc6,3\n4,5\n"));
        QVERIFY(!heard.error);
        QCOMPARE(heard.lines.at(60'000), u"60002!not UTF-8"_s);
        QCOMPARE(heard.lines.at(60'001), u"60003:4|5"_s);
        heard = hear(write(late + "\xff\xff,3\n4,5\n"), {',', u"GBK"_s});
        QCOMPARE(heard.lines.at(60'000), u"60002!not in the encoding of the file"_s);
    }

    void convertedAcrossChunks()
    {
        QByteArray gbk = "a,b\n";
        QStringList lines;
        for (int i = 0; i < 100'000; ++i) {
            gbk += QByteArray(i % 3, 'x') + "\xc2\xb7\xb5\xc6," + QByteArray::number(i) + "\n";
            lines.append(u"%1:%2路灯|%3"_s.arg(i + 2).arg(QString(i % 3, u'x')).arg(i));
        }
        QCOMPARE(hear(write(gbk), {',', u"GBK"_s}).lines, lines);
    }

    void damagedGzip_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray text = "a,b\n";
        for (int i = 0; i < 200'000; ++i) {
            text += QByteArray::number(i) + ",2\n";
        }
        const QByteArray whole = packed(text);
        QTest::newRow("half") << whole.left(whole.size() / 2);
        QTest::newRow("without its last byte") << whole.chopped(1);
        QTest::newRow("without its trailer") << whole.chopped(8);
        QByteArray flipped = whole;
        flipped[flipped.size() / 2] = static_cast<char>(flipped.at(flipped.size() / 2) ^ 0x10);
        QTest::newRow("a bit") << flipped;
        QByteArray sum = whole;
        sum[sum.size() - 6] = static_cast<char>(sum.at(sum.size() - 6) ^ 1);
        QTest::newRow("check sum") << sum;
        QTest::newRow("more behind") << whole + "more";
        QTest::newRow("second half missing") << whole + whole.left(100);
    }
    void damagedGzip()
    {
        QFETCH(QByteArray, bytes);
        const Heard heard = hear(write(bytes));
        QVERIFY(heard.error);
        QCOMPARE(heard.error->code, ErrorCode::Unreadable);
    }

    void noFile()
    {
        QCOMPARE(hear(mFolder.filePath(u"none"_s)).error->code, ErrorCode::NotFound);
        QCOMPARE(hear(mFolder.path()).error->code, ErrorCode::Unreadable);
        QCOMPARE(hear(write("")).error->code, ErrorCode::InvalidInput);
        QCOMPARE(hear(write("\n\n")).error->code, ErrorCode::InvalidInput);
        QVERIFY(hear(write("a,b,a\n")).error->message.contains(u"“a”"_s));
        QCOMPARE(hear(write("a;b\n1;2\n"), {';', {}}).lines, QStringList({u"2:1|2"_s}));
    }

    void paddedGzip() // as tape and block devices leave it
    {
        QCOMPARE(hear(write(packed("a,b\n1,2\n") + QByteArray(700, '\0'))).lines,
                 QStringList({u"2:1|2"_s}));
    }

    void speed()
    {
        QByteArray text =
            "case_id,item,district,village_id,village,neighbourhood,road,received_at\n";
        const QByteArray line =
            "2021010100001,場所與設施噪音舉發,中山區,6300400019,新庄里,10,德惠街,"
            "2021-01-01T00:03:00\n";
        for (int i = 0; i < 200'000; ++i) {
            text += line;
        }
        const QString path = write(packed(text));
        QElapsedTimer timer;
        timer.start();
        const std::unique_ptr<CsvRecordReader> reader =
            std::move(CsvRecordReader::open(path, {})).value();
        CsvRawRecord record;
        int count = 0;
        while (reader->next(record).value()) {
            ++count;
        }
        QCOMPARE(count, 200'000);
        qInfo("%d records in %lld ms", count, static_cast<long long>(timer.elapsed()));
        QVERIFY(timer.elapsed() < 5000); // 600 ms are wanted; slow test machines and sanitizers
    }
};
static const TestRegistration<TestCaseImportCsv> sRegistration;

} // namespace gridward

#include "test_caseimport_csv.moc"
