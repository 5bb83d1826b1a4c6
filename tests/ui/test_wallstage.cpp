// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/support/windowbench.h"
#include "ui/shell/wallstage.h"
#include "ui/shell/workspacerail.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/wallworkspace.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

class FakeMonitors final : public MonitorsPort
{
public:
    [[nodiscard]] QList<WallMonitor> monitors() const override { return mThere; }
    void plug(const QList<WallMonitor> &there)
    {
        mThere = there;
        emit changed();
    }

private:
    QList<WallMonitor> mThere;
};

const WallMonitor kLeft{u"HDMI-1"_s, {0, 0, 640, 360}};
const WallMonitor kRight{u"DP-2"_s, {640, 0, 640, 360}};

struct WallOnMonitors
{
    WindowBench bench;
    FakeMonitors monitors;
    WallStage stage{bench.window, monitors};

    WallOnMonitors(const QString &rule, const QList<WallMonitor> &there)
    {
        monitors.plug(there);
        stage.setRule(monitorRuleOf(rule).value());
        bench.window.showScreen(u"wall"_s);
    }
    [[nodiscard]] MainWindow &window() { return bench.window; }
    [[nodiscard]] WallWorkspace &other() const { return *stage.others().first(); }
};

} // namespace

class TestWallStage : public QObject
{
    Q_OBJECT
private slots:
    void oneMonitorIsFilled()
    {
        WallOnMonitors f(u"one:DP-2"_s, {kLeft, kRight});
        f.stage.begin();
        QVERIFY(f.window().isFullScreen());
        QVERIFY(f.window().isBareWall());
        QVERIFY(f.stage.others().isEmpty());
        QCOMPARE(f.bench.wallMaps, 1);
    }
    void eachMonitorHasItsPanels()
    {
        WallOnMonitors f(u"each:HDMI-1=duty,DP-2=streets+month"_s, {kLeft, kRight});
        f.stage.begin();
        QCOMPARE(f.stage.others().size(), 1);
        QCOMPARE(f.bench.wallMaps, 2); // each has its own map
        QVERIFY(f.other().isVisible() && f.other().isFullScreen() && f.other().isWindow());
        QCOMPARE(f.window().wall()->shown().scene, u"duty"_s);
        QCOMPARE(f.other().shown().scene, u"streets"_s);
        QCOMPARE(f.other().cursor().shape(), Qt::BlankCursor);
        // Theme and options are of all of them.
        WallOptions options;
        options.showsNames = true;
        f.window().setWallOptions(options);
        QCOMPARE(f.other().options(), options);
        QCOMPARE(f.other().shown().scene, u"streets"_s);
    }
    void urgentCasesTakeOneOfThemOver()
    {
        WallOnMonitors f(u"each"_s, {kLeft, kRight});
        f.bench.district.storeState = StoreState::Live;
        f.stage.begin();
        Case red;
        red.id = CaseId::make(f.bench.district.clock().now(), 1, 1);
        red.state = CaseState::Handling;
        red.level = CaseLevel::Red;
        red.place = GeoPoint{116.3, 39.9};
        f.bench.cases.update({red});
        f.window().wall()->tick();
        f.other().tick();
        QCOMPARE(f.window().wall()->shown().scene, u"incident"_s);
        QVERIFY(f.other().shown().scene != u"incident"_s);
    }
    void monitorsComeAndGo()
    {
        WallOnMonitors f(u"each"_s, {kLeft});
        f.stage.begin();
        QVERIFY(f.stage.others().isEmpty());
        f.monitors.plug({kLeft, kRight});
        QTRY_COMPARE(f.stage.others().size(), 1);
        QVERIFY(f.other().isVisible());
        const QString shown = f.other().shown().scene;
        for (int round = 0; round < 3; ++round) {
            f.monitors.plug({kLeft});
            QTRY_VERIFY(!f.other().isVisible());
            QVERIFY(f.window().isVisible());
            f.monitors.plug({kRight, kLeft});
            QTRY_VERIFY(f.other().isVisible());
        }
        QCOMPARE(f.other().shown().scene, shown);
        QCOMPARE(f.bench.wallMaps, 2); // the same window came back
        f.monitors.plug({});           // all at once, as when the power of the wall is cut
        QTest::qWait(400);
        QVERIFY(f.window().isVisible() && f.window().isBareWall());
        f.monitors.plug({kLeft, kRight});
        QTest::qWait(400);
        QVERIFY(f.window().isVisible() && f.other().isVisible());
    }
    void onePictureOverAll()
    {
        WallOnMonitors f(u"span"_s, {kLeft, kRight});
        f.stage.begin();
        QCOMPARE(f.window().geometry(), QRect(0, 0, 1280, 360));
        QVERIFY(f.window().windowFlags().testFlag(Qt::FramelessWindowHint));
        QVERIFY(f.window().isVisible() && f.window().isBareWall());
        QVERIFY(f.stage.others().isEmpty());
        // Esc makes a desk of it again, with its frame.
        QTest::keyClick(&f.window(), Qt::Key_Escape);
        QVERIFY(!f.window().isBareWall());
        QVERIFY(!f.window().windowFlags().testFlag(Qt::FramelessWindowHint));
        QVERIFY(f.window().isVisible() && !f.window().isFullScreen());
    }
    void aDeskHasNoWallsBesideIt()
    {
        WallOnMonitors f(u"each"_s, {kLeft, kRight});
        f.window().show();
        QTest::qWait(400);
        QVERIFY(f.stage.others().isEmpty());
        f.bench.action(u"fullScreen"_s)->trigger();
        QTRY_COMPARE(f.stage.others().size(), 1);
        QVERIFY(f.other().isVisible());
        QTest::keyClick(&f.window(), Qt::Key_Escape);
        QVERIFY(!f.other().isVisible());
        QVERIFY(!f.window().isFullScreen());
        QVERIFY(f.window().findChild<WorkspaceRail *>()->isVisible());
        // Another screen in full is no wall.
        f.window().showScreen(u"map"_s);
        f.bench.action(u"fullScreen"_s)->trigger();
        QTest::qWait(400);
        QVERIFY(f.window().isFullScreen() && !f.other().isVisible());
    }
};

static const TestRegistration<TestWallStage> sRegistration;

} // namespace gridward

#include "test_wallstage.moc"
