// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/wall/wallmonitors.h"
#include "models/view/wall/wallscenes.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Kind = MonitorRule::Kind;

const WallMonitor kLeft{u"HDMI-1"_s, {0, 0, 1920, 1080}};
const WallMonitor kRight{u"DP-2"_s, {1920, 0, 1920, 1080}};
const WallMonitor kFar{u"DP-3"_s, {3840, 0, 3840, 2160}};

QList<WallWindow> windows(const QString &rule, const QList<WallMonitor> &monitors)
{
    return wallWindows(monitorRuleOf(rule).value(), monitors, WallScenes::read().all());
}

} // namespace

class TestWallMonitors : public QObject
{
    Q_OBJECT
private slots:
    void rulesAreRead()
    {
        QCOMPARE(monitorRuleOf(u"one"_s), (MonitorRule{Kind::One, {}, {}}));
        QCOMPARE(monitorRuleOf(u"one:DP-2"_s), (MonitorRule{Kind::One, u"DP-2"_s, {}}));
        QCOMPARE(monitorRuleOf(u"span"_s), (MonitorRule{Kind::Span, {}, {}}));
        QCOMPARE(monitorRuleOf(u"each"_s), (MonitorRule{Kind::Each, {}, {}}));
        QCOMPARE(monitorRuleOf(u"each: HDMI-1 = situation, DP-2=streets + duty"_s),
                 (MonitorRule{
                     Kind::Each,
                     {},
                     {{u"HDMI-1"_s, {u"situation"_s}}, {u"DP-2"_s, {u"streets"_s, u"duty"_s}}}}));
        for (const QString &wrong : {QString(),
                                     u"two"_s,
                                     u"span:DP-2"_s,
                                     u"each:DP-2"_s,
                                     u"each:DP-2="_s,
                                     u"each:=situation"_s,
                                     u"each:DP-2=situation,DP-2=duty"_s,
                                     u"each:DP-2=situation,"_s,
                                     u"each:DP-2=situation+ +duty"_s}) {
            QVERIFY2(!monitorRuleOf(wrong), qPrintable(wrong));
        }
    }
    void oneWindow()
    {
        QVERIFY(windows(u"one"_s, {}).isEmpty());
        QCOMPARE(windows(u"one"_s, {kRight, kLeft}),
                 (QList<WallWindow>{{kRight.name, kRight.place, {}, true, false}})); // the main one
        QCOMPARE(windows(u"one:HDMI-1"_s, {kRight, kLeft}).first().monitor, kLeft.name);
        QCOMPARE(windows(u"one:HDMI-7"_s, {kRight, kLeft}).first().monitor, kRight.name);
        QCOMPARE(windows(u"span"_s, {kLeft, kRight, kFar}),
                 (QList<WallWindow>{{{}, {0, 0, 7680, 2160}, {}, true, true}}));
        QCOMPARE(windows(u"span"_s, {kLeft}),
                 (QList<WallWindow>{{kLeft.name, kLeft.place, {}, true, false}}));
    }
    void oneEach()
    {
        // situation, streets, duty, month take turns; incident has none.
        QCOMPARE(
            windows(u"each"_s, {kFar, kRight, kLeft}),
            (QList<WallWindow>{{kLeft.name, kLeft.place, {u"situation"_s, u"month"_s}, true, false},
                               {kRight.name, kRight.place, {u"streets"_s}, false, false},
                               {kFar.name, kFar.place, {u"duty"_s}, false, false}}));
        QCOMPARE(windows(u"each"_s, {kLeft}).first().scenes,
                 (QStringList{u"situation"_s, u"streets"_s, u"duty"_s, u"month"_s}));
        const QList<WallWindow> given =
            windows(u"each:DP-2=incident,DP-3=month"_s, {kLeft, kRight, kFar});
        QCOMPARE(given.at(0).scenes, (QStringList{u"situation"_s, u"streets"_s, u"duty"_s}));
        QCOMPARE(given.at(1).scenes, QStringList{u"incident"_s});
        QCOMPARE(given.at(2).scenes, QStringList{u"month"_s});
        QVERIFY(!given.at(0).takesOver && given.at(1).takesOver && !given.at(2).takesOver);
    }
    void moreMonitorsThanScenes()
    {
        QList<WallMonitor> six;
        for (int i = 0; i < 6; ++i) {
            six.append({u"DP-%1"_s.arg(i), {i * 1920, 0, 1920, 1080}});
        }
        const QList<WallWindow> all = windows(u"each"_s, six);
        QCOMPARE(all.size(), 6);
        QCOMPARE(all.at(3).scenes, QStringList{u"month"_s});
        QCOMPARE(all.at(4).scenes, QStringList{u"situation"_s});
        QCOMPARE(all.at(5).scenes, QStringList{u"streets"_s});
        // All were given away: who was given nothing shows all of them.
        QCOMPARE(
            windows(u"each:HDMI-1=situation+streets+duty+month"_s, {kLeft, kRight}).at(1).scenes,
            (QStringList{u"situation"_s, u"streets"_s, u"duty"_s, u"month"_s}));
    }
};

static const TestRegistration<TestWallMonitors> sRegistration;

} // namespace gridward

#include "test_wallmonitors.moc"
