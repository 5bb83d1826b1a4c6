// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/casebuilder.h"
#include "tests/support/testregistry.h"
#include "tests/support/windowbench.h"
#include "ui/casepage/caseworkspace.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/logwindow.h"
#include "ui/notify/alarmcentre.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/choicelist.h"
#include "ui/shell/workspacehost.h"
#include "ui/signin/deskguard.h"
#include "ui/supervision/samplingpage.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/dispatchworkspace.h"
#include "ui/workspaces/mapworkspace.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QStatusBar>
#include <QToolButton>
#include <QTranslator>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

class TestMainWindow : public QObject
{
    Q_OBJECT
    using Bench = WindowBench;

private slots:
    void aLockedDeskTellsNothing()
    {
        Bench f;
        f.district.who.name = u"zhang"_s;
        f.window.setDistrict(u"东城区"_s, false, 5);
        f.window.show();
        f.window.tearOff(u"dispatch"_s);
        f.window.tearOff(u"wall"_s);
        auto *host = f.window.findChild<WorkspaceHost *>();
        const QString wall = host->windowOf(u"wall"_s)->windowTitle();
        QVERIFY(f.window.windowTitle().contains(u"东城区"_s));
        f.action(u"lockDesk"_s)->trigger();
        QVERIFY(f.window.guard()->isLocked());
        QVERIFY(!f.window.windowTitle().contains(u"东城区"_s));
        QVERIFY(!host->windowOf(u"dispatch"_s)->windowTitle().contains(u"东城区"_s));
        QCOMPARE(host->windowOf(u"wall"_s)->windowTitle(), wall); // it is for all to see
        QVERIFY(f.window.findChild<SignInCover *>() != nullptr);
        QVERIFY(host->windowOf(u"dispatch"_s)->findChild<SignInCover *>() != nullptr);
        QVERIFY(host->windowOf(u"wall"_s)->findChild<SignInCover *>() == nullptr);
        f.window.setDistrict(u"东城区"_s, false, 5); // the district goes on living
        QVERIFY(!f.window.windowTitle().contains(u"东城区"_s));
        // A torn-off window that is closed meanwhile gives nothing free.
        host->windowOf(u"dispatch"_s)->close();
        QVERIFY(!host->isEnabled());
        QVERIFY(!f.window.centralWidget()->isEnabled());
    }
    /** It is a window without a parent, so that the page of a case can come before it. */
    void theSamplingIsNotLeftOpenAtALockedDesk()
    {
        Bench f;
        f.district.who.name = u"zhang"_s;
        f.district.who.role = u"supervisor"_s;
        f.window.show();
        f.window.showScreen(u"supervision"_s);
        f.window.findChild<QPushButton *>(u"supervision-sampling"_s)->click();
        QPointer<SamplingPage> sampling;
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *page = qobject_cast<SamplingPage *>(window)) {
                sampling = page;
            }
        }
        QVERIFY(sampling && sampling->isVisible());
        f.window.guard()->lock();
        QVERIFY(!sampling || !sampling->isVisible());
        QTRY_VERIFY(!sampling);
    }
    void aBareWallIsNotLocked()
    {
        Bench f;
        f.district.who.name = u"zhang"_s;
        f.window.show();
        f.window.showScreen(u"wall"_s);
        f.window.setBare(true);
        f.window.guard()->lock();
        QVERIFY(f.window.centralWidget()->isEnabled());
        QVERIFY(f.window.findChild<SignInCover *>() == nullptr);
        f.window.showScreen(u"map"_s);
        QVERIFY(!f.window.centralWidget()->isEnabled());
        QVERIFY(f.window.findChild<SignInCover *>() != nullptr);
    }
    void scenesOfSigningIn()
    {
        Bench f;
        f.window.show();
        for (const QString &scene :
             {u"sign-in"_s, u"lock"_s, u"first-start"_s, u"choose-user"_s, u"change-password"_s}) {
            QVERIFY2(f.window.showScene(scene), qUtf8Printable(scene));
            QVERIFY(f.window.guard()->isCovered());
        }
        QVERIFY(!f.window.showScene(u"no such page"_s));
    }
    void buildsAWorkspaceWhenItIsLookedAt()
    {
        Bench f;
        QCOMPARE(f.wallMaps, 0);
        for (const QString &screen : MainWindow::screens()) {
            QVERIFY(f.window.showScreen(screen));
            QString name = u"show"_s + screen;
            name[4] = name.at(4).toUpper();
            QVERIFY(f.action(name)->isChecked());
            QVERIFY(!f.action(name)->shortcut().isEmpty());
        }
        QVERIFY(f.window.showScreen(u"wall"_s));
        QVERIFY(f.window.showScreen(u"analysis"_s));
        QCOMPARE(f.wallMaps, 1); // once, however often
        QCOMPARE(f.analyses, 1);
        QVERIFY(!f.window.showScreen(u"none"_s));
    }
    void goesWithItsTornOffWindows()
    {
        auto f = std::make_unique<Bench>();
        f->window.show();
        for (const QString &screen : MainWindow::screens()) {
            f->window.tearOff(screen);
        }
        f.reset(); // must not touch what is half gone
    }
    void tornOffWindowsAreThereAgain()
    {
        QHash<QString, QString> kept;
        {
            Bench f;
            f.window.show();
            f.window.tearOff(u"supervision"_s);
            f.window.keepTornOff();
            kept = f.memory.texts;
        }
        Bench f;
        f.memory.texts = kept;
        f.window.show();
        const auto *host = f.window.findChild<WorkspaceHost *>();
        QVERIFY(host->tornOffPages().isEmpty());
        f.window.restoreTornOff();
        QCOMPARE(host->tornOffPages(), QStringList{u"supervision"_s});
    }
    void aTornOffWindowHasOneF11()
    {
        Bench f;
        f.window.show();
        f.window.tearOff(u"dispatch"_s);
        QWidget *torn = f.window.findChild<WorkspaceHost *>()->windowOf(u"dispatch"_s);
        torn->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(torn));
        QTest::keyClick(torn, Qt::Key_F11);
        QTRY_VERIFY(torn->isFullScreen());
    }
    void fitsALaptop()
    {
        Bench f;
        f.window.resize(1366, 768);
        f.window.show();
        QTRY_COMPARE(f.window.size(), QSize(1366, 768));
        const QWidget *about = f.window.findChild<QToolButton *>(u"showAboutButton"_s);
        const QWidget *status = f.window.statusBar();
        QTRY_VERIFY(status->geometry().bottom() < 768);
        QTRY_VERIFY(about->mapTo(&f.window, about->rect().bottomLeft()).y() <
                    status->geometry().top());
        f.window.resize(1366, 1440);
        QTRY_COMPARE(f.window.findChild<QToolButton *>(u"showAboutButton"_s)->toolButtonStyle(),
                     Qt::ToolButtonTextUnderIcon);
    }
    void everyScreenFitsALowScreen_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addRow("zh") << u"zh_CN"_s;
        QTest::addRow("en") << u"en"_s;
    }
    void everyScreenFitsALowScreen()
    {
        QFETCH(QString, language);
        const QString before = qApp->styleSheet();
        QTranslator words;
        QVERIFY(words.load(u":/translations/gridward_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&words);
        QLocale::setDefault(QLocale(language));
        applyTheme(*qApp, theme(ThemeName::Day));
        {
            Bench f;
            f.district.who.name = u"a.supervisor.with.a.rather.long.name@eastern-district"_s;
            f.district.who.role = u"dispatcher"_s;
            emit f.district.userChanged();
            f.window.setDistrict(u"A district whose name is as long as they come"_s, true, 58'900);
            f.window.setOpenCases(1'500'000);
            emit f.map.cursorMoved(GeoPoint{116.4, 39.9});
            emit f.map.scaleChanged(1'250'000.0);
            f.window.resize(1280, 720);
            f.window.show();
            for (const QString &screen : MainWindow::screens()) {
                f.window.showScreen(screen);
                QCoreApplication::processEvents();
                const QSize needed = f.window.minimumSizeHint();
                QVERIFY2(
                    needed.width() <= 1280 && needed.height() <= 720,
                    qPrintable(
                        u"%1: %2 x %3"_s.arg(screen).arg(needed.width()).arg(needed.height())));
                QCOMPARE(f.window.size(), QSize(1280, 720));
            }
            f.window.showScreen(u"map"_s);
            QCoreApplication::processEvents();
            const auto *rail = f.window.findChild<QWidget *>(u"workspaceRail"_s);
            QList<QRect> places;
            for (const QToolButton *button : rail->findChildren<QToolButton *>()) {
                const QRect at(button->mapTo(rail, QPoint(0, 0)), button->size());
                QVERIFY2(rail->rect().contains(at) && button->width() >= 24 &&
                             button->height() >= 32,
                         qPrintable(button->objectName()));
                QVERIFY2(std::ranges::none_of(
                             places, [&at](const QRect &other) { return other.intersects(at); }),
                         qPrintable(button->objectName()));
                places.append(at);
            }
            QCOMPARE(places.size(), MainWindow::screens().size() + 6);
        }
        qApp->setStyleSheet(before);
        QCoreApplication::removeTranslator(&words);
        QLocale::setDefault(QLocale::c());
    }
    void everyMessageIsShownOnce()
    {
        Bench f;
        const Message message{Message::Level::Info, u"hello"_s};
        emit f.window.findChild<MapWorkspace *>()->messageRaised(message);
        QCOMPARE(f.window.messages().count(), 1);
        f.window.messages().closeCurrent();
        f.window.showScreen(u"dispatch"_s);
        emit f.window.findChild<DispatchWorkspace *>()->messageRequested(message);
        QCOMPARE(f.window.messages().count(), 1);
    }
    void takesACaseFromAQueueToTheMapAndToItsPage()
    {
        Bench f;
        f.window.showScreen(u"dispatch"_s);
        const CaseId id = CaseId::make(Instant{}, 1, 2);
        f.window.showCaseOnMap(id);
        QVERIFY(f.action(u"showMap"_s)->isChecked());
        QCOMPARE(f.map.shown.last(), std::pair(MapThing::Case, id.toText()));
        QVERIFY(f.district.asked.contains(id));
        f.window.showScreen(u"dispatch"_s);
        f.window.findChild<DispatchWorkspace *>()->panel().showCase(id);
        f.action(u"showCase"_s)->trigger();
        auto *page = f.window.findChild<CaseWorkspace *>();
        QVERIFY(page != nullptr && page->shownCase() == id);
        emit page->left();
        QVERIFY(f.action(u"showDispatch"_s)->isChecked());
    }
    void anAlarmIsShownWhereOneWorks()
    {
        Bench f;
        f.window.show();
        f.window.showScreen(u"dispatch"_s);
        const Case known = aCase(1).level(CaseLevel::Red);
        f.cases.reset({aCase(2), known});
        auto *host = f.window.findChild<WorkspaceHost *>();
        auto *desk = f.window.findChild<DispatchWorkspace *>();
        QTRY_COMPARE(desk->table().queue().rowCount(), 2);
        emit f.window.alarms().caseRequested(known.id);
        QCOMPARE(host->currentPage(), u"dispatch"_s);
        QCOMPARE(desk->table().currentCase(), known.id);
        emit f.window.alarms().caseRequested(Case(aCase(9)).id); // in no queue
        QCOMPARE(host->currentPage(), u"map"_s);
    }
    void theWallHasColoursOfItsOwn()
    {
        Bench f;
        QSignalSpy desk(&f.window, &MainWindow::themeChosen);
        QSignalSpy wall(&f.window, &MainWindow::wallThemeChosen);
        f.window.showScreen(u"wall"_s);
        QCOMPARE(f.wallMap.theme, MapTheme::Night);
        QCOMPARE(f.map.theme, MapTheme::Day);
        f.action(u"switchTheme"_s)->trigger();
        QCOMPARE(wall.count(), 1);
        QCOMPARE(desk.count(), 0);
        f.window.setWallTheme(theme(ThemeName::Day));
        QCOMPARE(f.wallMap.theme, MapTheme::Day);
    }
    void saysAsWhomOneWorks()
    {
        Bench f;
        f.district.storeInfo.purpose = u"demo"_s;
        User one;
        one.name = u"dispatcher1"_s;
        one.role = u"dispatcher"_s;
        User other;
        other.name = u"street1"_s;
        other.role = u"street"_s;
        f.district.known = {one, other};
        f.district.who = one;
        emit f.district.userChanged();
        auto *button = f.window.findChild<QToolButton *>(u"statusUser"_s);
        QVERIFY(button->isEnabled() && button->text().contains(u"dispatcher1"_s));
        auto *users = f.window.findChild<ChoiceList *>(u"seatUsers"_s);
        button->click();
        QCOMPARE(users->visibleCount(), 2);
        QCOMPARE(users->current(), u"dispatcher1"_s);
        const QWidget *popup = f.window.findChild<QWidget *>(u"seatPopup"_s);
        QVERIFY(popup->isVisible());
        QVERIFY(button->screen()->availableGeometry().contains(popup->geometry()));
        QTest::keyClicks(users->field(), u"street"_s); // typing finds
        QCOMPARE(users->visibleCount(), 1);
        QTest::keyClick(users->field(), Qt::Key_Return);
        QCOMPARE(f.district.user().name, u"street1"_s);
        QVERIFY(!popup->isVisible());
        f.district.storeInfo.purpose = u"real"_s;
        emit f.district.userChanged();
        button->click();
        QVERIFY(users->isHidden() && users->visibleCount() == 0); // nobody may claim to be somebody
        QVERIFY(!f.window.findChild<QToolButton *>(u"lockDeskInSeat"_s)->isHidden());
        f.window.findChild<QWidget *>(u"seatPopup"_s)->hide();
    }
    void theSeatMenuStaysOnTheScreen()
    {
        Bench f;
        f.district.storeInfo.purpose = u"demo"_s;
        for (int i = 0; i < 120; ++i) {
            User one;
            one.name = u"handler%1"_s.arg(i);
            one.role = u"handler"_s;
            f.district.known.append(one);
        }
        f.district.who = f.district.known.first();
        emit f.district.userChanged();
        f.window.show();
        auto *button = f.window.findChild<QToolButton *>(u"statusUser"_s);
        const QRect room = button->screen()->availableGeometry();
        for (const QPoint &at : {room.bottomRight() - QPoint(600, 400), room.topLeft()}) {
            f.window.move(at);
            QCoreApplication::processEvents();
            button->click();
            const QWidget *popup = f.window.findChild<QWidget *>(u"seatPopup"_s);
            const QRect shown = popup->geometry();
            QVERIFY2(room.contains(shown),
                     qPrintable(u"%1, %2: %3 x %4"_s.arg(shown.x())
                                    .arg(shown.y())
                                    .arg(shown.width())
                                    .arg(shown.height())));
            f.window.findChild<QWidget *>(u"seatPopup"_s)->hide();
        }
    }
    void saysWhenTheStoreIsStale()
    {
        Bench f;
        const auto *state = f.window.findChild<QLabel *>(u"statusStore"_s);
        emit f.district.stateChanged(StoreState::Live);
        QVERIFY(state->text().contains(u"Live"_s));
        f.district.storeState = StoreState::Stale;
        emit f.district.stateChanged(StoreState::Stale);
        QVERIFY(state->text().contains(u"Not updated"_s));
        QCOMPARE(state->property("state").toString(), u"stale"_s);
    }
    void saysThatADistrictIsSimulated()
    {
        Bench f;
        auto *badge = f.window.findChild<QLabel *>(u"simulatedBadge"_s);
        QVERIFY(badge->isHidden());
        f.window.setDistrict(u"东城区"_s, true, 589);
        f.window.setOpenCases(1500);
        QVERIFY(!badge->isHidden());
        QVERIFY(!badge->text().isEmpty());
        const QString state = f.window.findChild<QLabel *>(u"statusDistrict"_s)->text();
        QVERIFY(state.contains(u"589"_s) && state.contains(u"1,500"_s));
        f.window.setDistrict(u"真实区"_s, false, 1);
        QVERIFY(badge->isHidden());
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void droppedFilesReachTheMap()
    {
        Bench b;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/data/a.gpkg"_s), QUrl(u"https://example.org/b"_s)});
        QWidget *workspace = &b.window;
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(workspace, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(workspace, &drop);
        QCOMPARE(b.map.asked, QStringList{u"/data/a.gpkg"_s});

        QMimeData text;
        text.setText(u"just words"_s);
        QDragEnterEvent other({10, 10}, Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
        other.ignore();
        QApplication::sendEvent(workspace, &other);
        QVERIFY(!other.isAccepted());
    }
    void saysThatAStepWaitsToBeSent()
    {
        Bench b;
        Case subject;
        subject.id = CaseId::make(Instant(std::chrono::milliseconds(1'000'000)), 1, 2);
        subject.number = u"1101012026112000017"_s;
        b.cases.reset({subject});
        b.drafts.keep(u"step"_s, subject.id.toText(), {});
        b.district.setUser(u"street1"_s);
        QTRY_VERIFY2(b.window.messages().currentText().contains(subject.number),
                     qPrintable(b.window.messages().currentText()));
        b.window.messages().findChild<QPushButton *>(u"messageAction"_s)->click();
        QVERIFY(b.window.messages().currentText().isEmpty());
    }
    void saysWhatBecameOfFiles()
    {
        Bench b;
        emit b.map.filesAdded({{u"Unit grids"_s}, {}, {}});
        QCOMPARE(b.window.messages().count(), 0); // the district's own are no news
        b.window.openFiles({u"/data/a.gpkg"_s});
        emit b.map.filesAdded({{u"a"_s}, {}, {}});
        QVERIFY(!b.window.messages().currentText().isEmpty());
        emit b.map.filesAdded(
            {{}, {Error{ErrorCode::Unreadable, u"broken"_s, u"detail"_s}}, {u"guess"_s}});
        QCOMPARE(b.window.messages().currentText(), u"broken"_s);
        b.window.messages().closeCurrent();
        QCOMPARE(b.window.messages().currentText(), u"guess"_s);
        QTest::keyClick(&b.window, Qt::Key_Escape);
        QCOMPARE(b.window.messages().count(), 0);
    }
    void statusFollowsTheMap()
    {
        Bench b;
        emit b.map.cursorMoved(GeoPoint{116.4, 39.9});
        QCOMPARE(b.label(u"statusPlace"_s), u"116.400000° E  39.900000° N"_s);
        emit b.map.cursorMoved(std::nullopt);
        QCOMPARE(b.label(u"statusPlace"_s), QString());
        emit b.map.scaleChanged(24876.0);
        QVERIFY2(b.label(u"statusScale"_s).endsWith(u"1:25,000"_s),
                 qPrintable(b.label(u"statusScale"_s)));
        emit b.map.scaleChanged(0.0);
        QCOMPARE(b.label(u"statusScale"_s), QString());
    }
    void actionsFollowTheLayers()
    {
        Bench b;
        QVERIFY(!b.action(u"zoomAll"_s)->isEnabled());
        b.map.layers = 2;
        emit b.map.layerCountChanged(2);
        QVERIFY(b.action(u"zoomAll"_s)->isEnabled());
        b.action(u"zoomAll"_s)->trigger();
        b.action(u"zoomIn"_s)->trigger();
        b.action(u"zoomOut"_s)->trigger();
        QCOMPARE(b.map.zoomedToAll, 1);
        QCOMPARE(b.map.zoomedIn, 1);
        QCOMPARE(b.map.zoomedOut, 1);
    }
    void emptyStateGoesWithTheFirstLayer()
    {
        Bench b;
        auto *empty = b.window.findChild<QWidget *>(u"emptyState"_s);
        QVERIFY(!empty->isHidden());
        b.window.resize(1000, 700);
        b.window.show();
        QTRY_COMPARE(empty->size(), b.mapWidget->size());
        QVERIFY(empty->width() > 400);
        b.map.layers = 1;
        emit b.map.layerCountChanged(1);
        QVERIFY(empty->isHidden());
    }
    void languageChangesWithoutRestart()
    {
        Bench b;
        const QString english = b.action(u"openFiles"_s)->text();
        QLocale::setDefault(QLocale(u"zh_CN"_s));
        QTranslator words;
        QVERIFY(words.load(u":/translations/gridward_zh_CN.qm"_s));
        QCoreApplication::installTranslator(&words);
        QCoreApplication::sendPostedEvents();
        QTRY_COMPARE(b.action(u"openFiles"_s)->text(), u"添加文件"_s);
        QSignalSpy chosen(&b.window, &MainWindow::languageChosen);
        b.action(u"switchLanguage"_s)->trigger();
        QCOMPARE(chosen.value(0).value(0).toString(), u"en"_s);
        QCoreApplication::removeTranslator(&words);
        QLocale::setDefault(QLocale::c());
        QTRY_COMPARE(b.action(u"openFiles"_s)->text(), english);
    }
    void themeReachesTheMap()
    {
        Bench b;
        QSignalSpy chosen(&b.window, &MainWindow::themeChosen);
        b.action(u"switchTheme"_s)->trigger();
        QCOMPARE(chosen.value(0).value(0).value<ThemeName>(), ThemeName::Night);
        b.window.setTheme(theme(ThemeName::Night));
        QCOMPARE(b.map.theme, MapTheme::Night);
    }
    void everyActionHasWords()
    {
        Bench b;
        int seen = 0;
        for (const QAction *action : b.window.actions()) {
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
            QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->objectName()));
            ++seen;
        }
        QVERIFY(seen >= 8);
    }
    void screensExist()
    {
        Bench b;
        for (const QString &screen : MainWindow::screens()) {
            QVERIFY(b.window.showScreen(screen));
        }
        QVERIFY(!b.window.showScreen(u"nothing"_s));
    }
    void logAndAboutOpen()
    {
        Bench b;
        b.log.append({{QDateTime::currentDateTimeUtc(), LogLine::Level::Info, u"c"_s, u"t"_s}});
        b.window.showLog();
        QVERIFY(b.window.findChild<LogWindow *>() != nullptr);
        b.window.showAbout();
        QVERIFY(b.window.findChild<AboutDialog *>() != nullptr);
    }
};
static const TestRegistration<TestMainWindow> sRegistration;

} // namespace gridward

#include "test_mainwindow.moc"
