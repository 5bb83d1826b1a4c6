// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

class TestCommandLine : public QObject
{
    Q_OBJECT
private slots:
    void orders()
    {
        QVERIFY(std::holds_alternative<OpenOrder>(parseCommandLine({}).value()));
        QVERIFY(std::holds_alternative<VersionOrder>(parseCommandLine({u"--version"_s}).value()));
        QVERIFY(std::holds_alternative<HelpOrder>(
            parseCommandLine({u"render"_s, u"--help"_s}).value()));
        QVERIFY(std::holds_alternative<ListScreensOrder>(
            parseCommandLine({u"render"_s, u"--list-screens"_s}).value()));
        const auto open = std::get<OpenOrder>(parseCommandLine({u"open"_s, u"a.gpkg"_s}).value());
        QCOMPARE(open.sources, QStringList{u"a.gpkg"_s});
    }
    void play()
    {
        const auto orderOf = [](const QString &line) { return parseCommandLine(line.split(u' ')); };
        const Result<Order> order =
            orderOf(u"open a.gpkg --live --speed 3600 --from 2026-11-20T08:00:00Z"_s);
        QVERIFY(order);
        const auto &open = std::get<OpenOrder>(order.value());
        QVERIFY(open.live && open.isPlayed());
        QCOMPARE(open.speed, std::optional(3600.0));
        QCOMPARE(open.from, instantFromIso(u"2026-11-20T08:00:00Z"));
        QVERIFY(!std::get<OpenOrder>(orderOf(u"open a.gpkg --live"_s).value()).isPlayed());
        for (const QString &line : {u"open a.gpkg --live --speed 0.5"_s,
                                    u"open a.gpkg --live --speed 3601"_s,
                                    u"open a.gpkg --live --speed fast"_s,
                                    u"open a.gpkg --live --from yesterday"_s,
                                    u"open a.gpkg --speed 10"_s,
                                    u"open a.gpkg --from 2026-11-20T08:00:00Z"_s,
                                    u"open --live --speed 10"_s}) {
            QVERIFY2(!orderOf(line), qPrintable(line));
        }
    }
    void render()
    {
        const Result<Order> order = parseCommandLine(
            u"render a.gpkg b.tif --screen map --size 3840x2160 --scale 2 --lang en --theme night --out o.png --json"_s
                .split(u' '));
        QVERIFY(order);
        const auto &render = std::get<RenderOrder>(order.value());
        QCOMPARE(render.sources, (QStringList{u"a.gpkg"_s, u"b.tif"_s}));
        QCOMPARE(render.size, QSize(3840, 2160));
        QCOMPARE(render.scale, 2.0);
        QCOMPARE(render.theme, ThemeName::Night);
        QVERIFY(render.json);
    }
    void every()
    {
        const auto order =
            parseCommandLine(u"render a.gpkg --screen map --every 5m --out-dir d"_s.split(u' '));
        QVERIFY(order);
        QCOMPARE(std::get<RenderOrder>(order.value()).every, std::chrono::seconds(300));
    }
    void wrong_data()
    {
        QTest::addColumn<QString>("words");
        for (const QString &words :
             {u"dance"_s,
              u"render"_s,
              u"render a.gpkg --out o.png"_s,
              u"render a.gpkg --screen nothing --out o.png"_s,
              u"render a.gpkg --screen map"_s,
              u"render a.gpkg --screen map --out o.png --size 10x10"_s,
              u"render a.gpkg --screen map --out o.png --size 99999x99999"_s,
              u"render a.gpkg --screen map --out o.png --size big"_s,
              u"render a.gpkg --screen map --out o.png --scale 0"_s,
              u"render a.gpkg --screen map --out o.png --lang xx"_s,
              u"render a.gpkg --screen map --out o.png --theme dusk"_s,
              u"render a.gpkg --screen map --every 5m"_s,
              u"render a.gpkg --screen map --out o.png --every 0s --out-dir d"_s,
              u"render a.gpkg --screen map --out o.png --at now"_s,
              u"render a.gpkg --screen map --every 600h --out-dir d"_s,
              u"render a.gpkg --screen map --out o.png -scale 2"_s,
              u"render a.gpkg --screen map --out o.png --size 320x240 --scale 2"_s,
              u"open --screen nothing"_s}) {
            QTest::newRow(qPrintable(words)) << words;
        }
    }
    void wrong()
    {
        QFETCH(QString, words);
        const Result<Order> order = parseCommandLine(words.split(u' '));
        QVERIFY(!order);
        QCOMPARE(order.error().code, ErrorCode::InvalidInput);
        QVERIFY(!order.error().message.isEmpty());
    }
};
static const TestRegistration<TestCommandLine> sRegistration;

} // namespace gridward

#include "test_commandline.moc"
