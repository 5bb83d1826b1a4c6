// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/shell/workspacehost.h"

#include <QAction>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace gridward {

class TestWorkspaceHost : public QObject
{
    Q_OBJECT
    struct Bench
    {
        WorkspaceHost host;
        QWidget *map = new QWidget;
        QWidget *wall = new QWidget;

        Bench()
        {
            host.addPage(u"map"_s, map);
            host.addPage(u"wall"_s, wall, TornOffStyle::Wall);
            host.setTitle(u"map"_s, u"Map"_s);
            host.setTitle(u"wall"_s, u"Wall"_s);
            host.setDistrict(u"东城区"_s);
            host.resize(800, 600);
            host.show();
        }
        [[nodiscard]] QWidget *shown() const
        {
            return host.findChild<QStackedWidget *>()->currentWidget();
        }
    };

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void showsPages()
    {
        Bench b;
        QSignalSpy changed(&b.host, &WorkspaceHost::currentPageChanged);
        QCOMPARE(b.host.pages(), (QStringList{u"map"_s, u"wall"_s}));
        QCOMPARE(b.host.currentPage(), u"map"_s);
        QVERIFY(b.host.showPage(u"wall"_s));
        QCOMPARE(b.shown(), b.wall);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!b.host.showPage(u"nothing"_s));
        QCOMPARE(b.host.currentPage(), u"wall"_s);
        QCOMPARE(b.host.page(u"map"_s), b.map);
    }
    void tearsOffAndPutsBack()
    {
        Bench b;
        QSignalSpy torn(&b.host, &WorkspaceHost::tornOffChanged);
        b.host.tearOff(u"map"_s);
        QVERIFY(b.host.isTornOff(u"map"_s));
        QCOMPARE(b.host.tornOffPages(), QStringList{u"map"_s});
        QWidget *window = b.host.windowOf(u"map"_s);
        QVERIFY(window->isWindow() && window->isVisible());
        QCOMPARE(b.map->window(), window);
        QVERIFY(b.map->isVisible());
        QCOMPARE(window->windowTitle(), u"Map – 东城区 – Gridward"_s);
        QVERIFY(!window->testAttribute(Qt::WA_QuitOnClose));
        QCOMPARE(b.shown()->objectName(), u"tornOffPlaceholder"_s);
        QVERIFY(b.shown()->findChild<QLabel *>()->text().contains(u"Map"_s));
        b.host.tearOff(u"map"_s); // once is enough
        QCOMPARE(torn.size(), 1);

        b.shown()->findChild<QPushButton *>(u"bringBack"_s)->click();
        QVERIFY(!b.host.isTornOff(u"map"_s));
        QCOMPARE(b.shown(), b.map);
        QCOMPARE(b.map->window(), &b.host);
        QVERIFY(b.map->isVisible());
        QCOMPARE(torn.size(), 2);
        QCOMPARE(b.host.findChild<QStackedWidget *>()->count(), 2);
    }
    void closingPutsBack()
    {
        Bench b;
        QSignalSpy geometry(&b.host, &WorkspaceHost::geometryChanged);
        b.host.tearOff(u"map"_s);
        const QPointer<QWidget> window = b.host.windowOf(u"map"_s);
        window->close();
        QVERIFY(!b.host.isTornOff(u"map"_s));
        QCOMPARE(b.map->window(), &b.host);
        QCOMPARE(geometry.size(), 1);
        QVERIFY(!geometry.first().at(1).toByteArray().isEmpty());
        QTRY_VERIFY(!window);
    }
    void keepsItsPlace()
    {
        Bench b;
        b.host.tearOff(u"map"_s);
        b.host.windowOf(u"map"_s)->setGeometry(120, 80, 500, 400);
        b.host.putBack(u"map"_s);
        const QByteArray geometry = b.host.geometryOf(u"map"_s);
        Bench other;
        other.host.setGeometryOf(u"map"_s, geometry);
        other.host.tearOff(u"map"_s);
        QCOMPARE(other.host.windowOf(u"map"_s)->size(), QSize(500, 400));
        other.host.putAllBack();
        QVERIFY(other.host.tornOffPages().isEmpty());
    }
    void f11AndEscape()
    {
        Bench b;
        b.host.tearOff(u"map"_s);
        QWidget *window = b.host.windowOf(u"map"_s);
        QVERIFY(!window->isFullScreen());
        window->findChild<QAction *>(u"toggleFullScreen"_s)->trigger();
        QVERIFY(window->isFullScreen());
        QTest::keyClick(window, Qt::Key_Escape);
        QVERIFY(!window->isFullScreen());
        QTest::keyClick(window, Qt::Key_Escape); // nothing more: it stays open
        QVERIFY(b.host.isTornOff(u"map"_s));
        QCOMPARE(window->findChild<QAction *>(u"toggleFullScreen"_s)->shortcut(),
                 QKeySequence(Qt::Key_F11));
    }
    void wallOpensFullScreenWithoutPointer()
    {
        Bench b;
        b.host.tearOff(u"wall"_s);
        QWidget *window = b.host.windowOf(u"wall"_s);
        QVERIFY(window->isFullScreen());
        QCOMPARE(window->cursor().shape(), Qt::BlankCursor);
        QTest::keyClick(window, Qt::Key_Escape);
        QCOMPARE(window->cursor().shape(), Qt::ArrowCursor);
        // The page that shows is another one: nothing changes in the main window.
        QCOMPARE(b.shown(), b.map);
        QVERIFY(b.host.showPage(u"wall"_s));
        QCOMPARE(b.shown()->objectName(), u"tornOffPlaceholder"_s);
    }
    void sharedShortcutsWork()
    {
        Bench b;
        QAction action;
        action.setShortcut(Qt::CTRL | Qt::Key_K);
        b.host.setSharedActions({&action});
        b.host.tearOff(u"map"_s);
        QVERIFY(b.host.windowOf(u"map"_s)->actions().contains(&action));
        QAction other;
        b.host.setSharedActions({&other});
        QVERIFY(!b.host.windowOf(u"map"_s)->actions().contains(&action));
        QVERIFY(b.host.windowOf(u"map"_s)->actions().contains(&other));
    }
    void titlesFollow()
    {
        Bench b;
        b.host.tearOff(u"map"_s);
        b.host.setTitle(u"map"_s, u"地图"_s);
        b.host.setDistrict({});
        QCOMPARE(b.host.windowOf(u"map"_s)->windowTitle(), u"地图 – Gridward"_s);
        QVERIFY(b.shown()->findChild<QLabel *>()->text().contains(u"地图"_s));
    }
    void goesWithTornOffPages()
    {
        QPointer<QWidget> map;
        QPointer<QWidget> window;
        {
            Bench b;
            map = b.map;
            b.host.tearOff(u"map"_s);
            window = b.host.windowOf(u"map"_s);
        }
        QVERIFY(!map && !window);
    }
};
static const TestRegistration<TestWorkspaceHost> sRegistration;

} // namespace gridward

#include "test_workspacehost.moc"
