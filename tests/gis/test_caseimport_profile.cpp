// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/caseprofile.h"
#include "gis/import/caserow.h"
#include "gis/import/localtime.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

class TestCaseImportProfile : public QObject
{
    Q_OBJECT

    QTemporaryDir mFolder;

    static QString profiles()
    {
        return QString::fromUtf8(GRIDWARD_TEST_DATA) + u"/../../resources/profiles"_s;
    }

private slots:
    void ours_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("boston") << u"boston-311"_s;
        QTest::newRow("taipei") << u"taipei-1999"_s;
        QTest::newRow("zurich") << u"zurich-zwn"_s;
    }
    void ours()
    {
        QFETCH(QString, name);
        const Result<CaseProfile> found = CaseProfile::find(name, {u"/nowhere"_s, profiles()});
        QVERIFY2(found.isOk(), found ? "" : qPrintable(found.error().message));
        const CaseProfile &profile = found.value();
        QCOMPARE(profile.name, name);
        QCOMPARE(profile.externalSource, name);
        QCOMPARE(profile.scheme, u"local:"_s + name);
        QVERIFY(!profile.licence.isEmpty() && !profile.attribution.isEmpty());
        QVERIFY(!profile.classes.rules.isEmpty());
        QVERIFY(profile.required.contains(profile.reportedColumn));
        const Result<CaseProfile> byPath =
            CaseProfile::find(profiles() + u'/' + name + u".json"_s, {});
        QVERIFY(byPath.isOk());
    }

    void notThere()
    {
        const Result<CaseProfile> found = CaseProfile::find(u"paris"_s, {profiles()});
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::NotFound);
        QVERIFY(found.error().message.contains(u"boston-311, taipei-1999, zurich-zwn"_s));
    }

    void wrong_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QStringList>("said");
        const auto row =
            [](const char *name, const char *from, const char *to, const QStringList &said) {
                QTest::newRow(name) << QByteArray(from) << QByteArray(to) << said;
            };
        row("no json", "{", "{,", {u"line 1"_s});
        row("unknown key", "\"id\":", "\"idd\":1,\"id\":", {u"“idd”"_s, u"time_zone"_s});
        row("missing", "\"id\":\"row\",", "", {u"“id”"_s, u"must be a text"_s});
        row("zone", "Europe/Zurich", "Europe/Zuerich", {u"“time_zone”"_s, u"Asia/Shanghai"_s});
        row("format", "yyyy-MM-dd", "YYYY-QQ", {u"“time_formats”"_s, u"yyyy MM"_s});
        row("nested", "\"x\":\"e\"", "\"x\":5", {u"“position.x”"_s});
        row("word",
            "\"accept\"",
            "\"maybe\"",
            {u"“position.outside_grids”"_s, u"accept, refuse"_s});
        row("extent", "[8.4,", "[9.4,", {u"“position.extent”"_s, u"west, south, east, north"_s});
        row("source", "\"app\"", "\"pigeon\"", {u"“source.default”"_s, u"patrol, hotline, app"_s});
        row("rule", "[\"A\"]", "[\"A\",\"B\"]", {u"“class.map[0].values”"_s});
        row("state", "\"closed\"", "\"done\"", {u"“status.map[0].to”"_s, u"open, closed, void"_s});
        row("scheme", "local:z", "mine", {u"“scheme”"_s, u"local:"_s});
        row("delimiter", ":\",\"", ":\"::\"", {u"“delimiter”"_s});
    }
    void wrong()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QStringList, said);
        const QByteArray sound =
            R"({"name":"z","licence":"CC0","external_source":"z","scheme":"local:z","required":["date"],)"
            R"("delimiter":",","id":"row","time_zone":"Europe/Zurich","time_formats":["yyyy-MM-dd"],)"
            R"("times":{"reported":"date"},"position":{"crs":"EPSG:2056","x":"e","y":"n",)"
            R"("outside_grids":"accept","extent":[8.4,47,9,48]},)"
            R"("class":{"columns":["c"],"map":[{"values":["A"],"code":"01001"}]},)"
            R"("source":{"default":"app"},"status":{"map":[{"to":"closed"}]}})";
        const auto read = [&](const QByteArray &bytes) {
            QFile file(mFolder.filePath(u"profile.json"_s));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
                qFatal("no room for test files");
            }
            file.close();
            return CaseProfile::fromFile(file.fileName());
        };
        QVERIFY(read(sound).isOk());
        QByteArray bad = sound;
        bad.replace(bad.indexOf(from), from.size(), to);
        const Result<CaseProfile> refused = read(bad);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QVERIFY(refused.error().message.contains(u"profile.json"_s));
        for (const QString &part : said) {
            QVERIFY2(refused.error().message.contains(part), qPrintable(refused.error().message));
        }
    }

    void localTime_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QByteArray>("local");
        QTest::addColumn<QString>("utc");
        QTest::addColumn<int>("kind");
        const auto row =
            [](const char *zone, const char *local, const char *utc, LocalTime::Kind kind) {
                QTest::newRow(local) << QString::fromLatin1(zone) << QByteArray(local)
                                     << QString::fromLatin1(utc) << static_cast<int>(kind);
            };
        using Kind = LocalTime::Kind;
        const char *boston = "America/New_York";
        row(boston, "2011-07-01 01:32:33", "2011-07-01T05:32:33.000Z", Kind::Plain);
        row(boston, "2011-12-01 01:32:33", "2011-12-01T06:32:33.000Z", Kind::Plain);
        row(boston, "2011-11-06 00:59:59", "2011-11-06T04:59:59.000Z", Kind::Plain);
        row(boston, "2011-11-06 01:00:00", "2011-11-06T05:00:00.000Z", Kind::Twice);
        row(boston, "2011-11-06 01:59:59", "2011-11-06T05:59:59.000Z", Kind::Twice);
        row(boston, "2011-11-06 02:00:00", "2011-11-06T07:00:00.000Z", Kind::Plain);
        row(boston, "2012-03-11 01:59:59", "2012-03-11T06:59:59.000Z", Kind::Plain);
        row(boston, "2012-03-11 02:00:00", "2012-03-11T07:00:00.000Z", Kind::Never);
        row(boston, "2012-03-11 02:59:59", "2012-03-11T07:00:00.000Z", Kind::Never);
        row(boston, "2012-03-11 03:00:00", "2012-03-11T07:00:00.000Z", Kind::Plain);
        row("Asia/Taipei", "2021-01-01 00:03:00", "2020-12-31T16:03:00.000Z", Kind::Plain);
        row("Europe/Zurich", "2016-03-27 02:30:00", "2016-03-27T01:00:00.000Z", Kind::Never);
        row("Europe/Zurich", "2016-10-30 02:30:00", "2016-10-30T00:30:00.000Z", Kind::Twice);
        row("Pacific/Apia", "2011-12-30 12:00:00", "2011-12-30T10:00:00.000Z", Kind::Never);
        row("Pacific/Kiritimati", "2020-01-01 00:00:00", "2019-12-31T10:00:00.000Z", Kind::Plain);
    }
    void localTime()
    {
        QFETCH(QString, zone);
        QFETCH(QByteArray, local);
        QFETCH(QString, utc);
        QFETCH(int, kind);
        LocalTime time(zone);
        QVERIFY(time.isValid());
        const auto moment = TimeFormat::parse(u"yyyy-MM-dd HH:mm:ss"_s)->read(local);
        QVERIFY(moment);
        const LocalTime::Found found = time.toUtc(moment->local);
        QCOMPARE(toIsoText(found.at), utc);
        QCOMPARE(static_cast<int>(found.kind), kind);
    }

    void orderIsKept()
    {
        LocalTime time(u"America/New_York"_s);
        Instant before{};
        const LocalMoment start = std::chrono::local_days(std::chrono::year(2011) / 1 / 1);
        for (int minute = 0; minute < 366 * 24 * 60; minute += 7) {
            const Instant at = time.toUtc(start + std::chrono::minutes(minute)).at;
            QVERIFY(at >= before);
            before = at;
        }
    }

    void formats_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("utc");
        const auto row = [](const char *format, const char *text, const char *utc) {
            QTest::newRow(text) << QString::fromLatin1(format) << QByteArray(text)
                                << QString::fromLatin1(utc);
        };
        row("yyyy-MM-ddTHH:mm:ss", "2021-01-01T00:03:00", "2021-01-01T00:03:00.000Z");
        row("M/d/yyyy h:mm AP", "7/1/2011 12:05 AM", "2011-07-01T00:05:00.000Z");
        row("M/d/yyyy h:mm AP", "7/1/2011 12:05 pm", "2011-07-01T12:05:00.000Z");
        row("M/d/yyyy h:mm AP", "7/1/2011 13:05 PM", "");
        row("dd.MM.yyyy HH:mm:ss.zzz", "01.07.2011 23:59:59.123", "2011-07-01T23:59:59.123Z");
        row("yyyy-MM-dd", "2011-02-29", "");
        row("yyyy-MM-dd", "2012-02-29", "2012-02-29T00:00:00.000Z");
        row("yyyy-MM-dd", "2012-02-29x", "");
        row("yyyy-MM-dd", "2012-2-29", "");
        row("yyyy-MM-dd HH:mm", "2012-02-28 24:00", "");
        row("iso", "2021-01-01T08:00:00+08:00", "2021-01-01T00:00:00.000Z");
        row("iso", "2021-01-01 08:00", "2021-01-01T08:00:00.000Z");
        row("iso", "yesterday", "");
    }
    void formats()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, text);
        QFETCH(QString, utc);
        const std::optional<TimeFormat> known = TimeFormat::parse(format);
        QVERIFY(known);
        const std::optional<TimeFormat::Moment> moment = known->read(text);
        QCOMPARE(moment.has_value(), !utc.isEmpty());
        if (moment) {
            const Instant at = moment->absolute.value_or(Instant(moment->local.time_since_epoch()));
            QCOMPARE(toIsoText(at), utc);
            QCOMPARE(moment->absolute.has_value(), text.contains('+'));
        }
    }

    void slugs()
    {
        QCOMPARE(slugOf(u"Street Light Outages"_s), u"street-light-outages"_s);
        QCOMPARE(slugOf(u" BPS_ "_s), u"bps"_s);
        QCOMPARE(slugOf(u"VBZ/ÖV"_s), u"vbz-öv"_s);
        QCOMPARE(slugOf(u"人孔蓋(含周邊)破損"_s), u"人孔蓋-含周邊-破損"_s);
        QCOMPARE(slugOf(u"…"_s), QString());
    }
};
static const TestRegistration<TestCaseImportProfile> sRegistration;

} // namespace gridward

#include "test_caseimport_profile.moc"
