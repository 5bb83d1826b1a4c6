// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wallsettings.h"
#include "models/settings/settings.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gridward {

class TestWallSettings : public QObject
{
    Q_OBJECT
private slots:
    void theme_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("moment");
        QTest::addColumn<bool>("isDay");
        const QString noon = u"2026-11-20T04:00:00Z"_s; // 12:00 in Beijing
        const QString evening = u"2026-11-20T10:00:00Z"_s;
        const QString early = u"2026-11-20T22:59:00Z"_s; // 06:59: the sun rises at 07:01
        QTest::newRow("day") << u"day"_s << evening << true;
        QTest::newRow("night") << u"night"_s << noon << false;
        QTest::newRow("sun at noon") << u"sun"_s << noon << true;
        QTest::newRow("sun in the evening") << u"sun"_s << evening << false;
        QTest::newRow("sun not up yet") << u"sun"_s << early << false;
        QTest::newRow("hours") << u"06:30-20:00"_s << evening << true;
        QTest::newRow("before the hours") << u"07:00-20:00"_s << early << false;
        QTest::newRow("over midnight") << u"18:00-07:00"_s << early << true;
        QTest::newRow("over midnight, noon") << u"18:00-07:00"_s << noon << false;
        QTest::newRow("the end is not in it") << u"06:30-18:00"_s << evening << false;
    }
    void theme()
    {
        QFETCH(QString, setting);
        QFETCH(QString, moment);
        QFETCH(bool, isDay);
        QVERIFY(isWallTheme(setting));
        const ThemeName name = wallThemeAt(
            setting, *instantFromIso(moment), GeoPoint{116.42, 39.93}, QTimeZone("Asia/Shanghai"));
        QCOMPARE(name == ThemeName::Day, isDay);
    }
    void withoutAPlaceItIsNight()
    {
        QCOMPARE(
            wallThemeAt(
                u"sun"_s, *instantFromIso(u"2026-11-20T04:00:00Z"), std::nullopt, QTimeZone::utc()),
            ThemeName::Night);
    }
    void whatIsNoTheme()
    {
        for (const QString &wrong :
             {u"dusk"_s, u"06:30"_s, u"25:00-26:00"_s, u"06:00-06:00"_s, QString()}) {
            QVERIFY2(!isWallTheme(wrong), qPrintable(wrong));
        }
    }
    void optionsAreRead()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.ini"_s);
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("[wall]\ndistance_cm=1200\nscreen_height_mm=690\nstaff_names=true\n"
                       "takeover_from=none\n");
        }
        Settings settings(path);
        const WallOptions options = wallOptions(settings);
        QCOMPARE(options.sight.metres, 12.0);
        QCOMPARE(options.sight.heightMillimetres, 690.0);
        QVERIFY(options.showsNames);
        QVERIFY(!options.takeover.from);
        QVERIFY(options.ownScenes.endsWith(u"/gridward/wall"_s));
        keepWallState(settings, "{\"turn\":\"duty\"}");
        QCOMPARE(wallState(settings), QByteArray("{\"turn\":\"duty\"}"));

        const Settings none{QString()};
        QCOMPARE(wallOptions(none).sight, WallSight{});
        QCOMPARE(wallOptions(none).takeover.from, CaseLevel::Orange);
    }
};
static const TestRegistration<TestWallSettings> sRegistration;

} // namespace gridward

#include "test_wallsettings.moc"
