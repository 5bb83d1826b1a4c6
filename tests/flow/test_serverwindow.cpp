// SPDX-License-Identifier: GPL-3.0-or-later
// The real window on a server that stands still, cannot be reached, or dies, while somebody works
// at it: the window itself never waits.
#include "tests/support/flowwindow.h"
#include "tests/support/guibeat.h"
#include "tests/support/silentrelay.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"
#include "ui/notify/messagebar.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/workspaces/dispatchworkspace.h"

#include <QApplication>
#include <QEventLoop>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;

namespace gridward {

class TestServerWindow : public QObject
{
    Q_OBJECT

    static constexpr int kLongest = 60'000; ///< milliseconds; a loaded machine is no error
    static constexpr double kLimit = 50.0;  ///< milliseconds that a window may wait
    /** A disk may be busy; a server that is gone would be waited for eight times as long as this.
     */
    static constexpr double kFails = 250.0;
    static constexpr int kCases = 40;

    QTemporaryDir mFolder;
    StoreMaker mMaker;
    PrivateServer *mServer = nullptr;
    std::unique_ptr<SilentRelay> mRelay;
    FlowWindow mSession;
    std::unique_ptr<GuiBeat> mGui;
    std::unique_ptr<IdleBeat> mIdle;
    QString mName;
    QString mFar; ///< the same, over the relay

    [[nodiscard]] DispatchWorkspace &desk() const
    {
        return *mSession->window().findChild<DispatchWorkspace *>();
    }
    [[nodiscard]] StoreState state() const { return mSession->district().state(); }
    /** Runs the loop as the program does: QTest's own sleeps between looks. */
    bool waitFor(const std::function<bool()> &condition, int most = kLongest) const
    {
        QEventLoop loop;
        QElapsedTimer elapsed;
        elapsed.start();
        bool isSo = false;
        QTimer look;
        connect(&look, &QTimer::timeout, &loop, [&] {
            isSo = condition();
            if (isSo || elapsed.elapsed() > most) {
                loop.quit();
            }
        });
        look.start(20);
        loop.exec();
        return isSo;
    }
    /** What somebody does who has not noticed: a little of everything that asks the store. */
    void workForAWhile() const
    {
        for (const QUuid &key : mSession->cases().all().keys().first(3)) {
            const CaseId id(key);
            desk().showCase(id);
            (void)waitFor([] { return false; }, 100);
            desk().panel().startAction(CaseAction::Return);
            (void)waitFor([] { return false; }, 100);
        }
        auto *line = desk().findChild<QLineEdit *>(u"commandLine"_s);
        desk().startCommand();
        line->clear();
        QTest::keyClicks(line, u"d 1 U1"_s);
        (void)waitFor([] { return false; }, 300);
        QTest::keyClick(line, Qt::Key_Return);
        for (const char *screen : {"map", "street", "supervision", "dispatch"}) {
            mSession->window().showScreen(QString::fromLatin1(screen));
            (void)waitFor([] { return false; }, 200);
        }
    }
    /** Done on a thread of its own, for it takes its time. */
    bool elsewhere(const std::function<bool(PrivateServer &, SilentRelay &)> &order) const
    {
        std::atomic_bool isDone = false;
        bool isOk = false;
        std::thread thread([&] {
            isOk = order(*mServer, *mRelay);
            isDone = true;
        });
        const bool isOver = waitFor([&] { return isDone.load(); });
        thread.join();
        return isOver && isOk;
    }
    /** What is shown when the server is gone, and after it came back. */
    void goesThrough(const char *what,
                     const std::function<bool(PrivateServer &, SilentRelay &)> &breaks,
                     const std::function<bool(PrivateServer &, SilentRelay &)> &mends)
    {
        const qsizetype cases = mSession->cases().all().size();
        QVERIFY(cases > 0);
        mGui->beat().reset();
        mIdle->beat().reset();
        QVERIFY(elsewhere(breaks));
        workForAWhile();
        QVERIFY2(waitFor([&] { return state() == StoreState::Stale; }), what);
        QVERIFY(!mSession->window().messages().currentText().isEmpty());
        // It stays as it is, and can be looked at.
        workForAWhile();
        QCOMPARE(mSession->cases().all().size(), cases);
        QVERIFY(elsewhere(mends));
        QVERIFY2(waitFor([&] { return state() == StoreState::Live; }), what);
        QVERIFY2(waitFor([&] { return !mSession->isBusy(); }), what);
        const Beat &gui = mGui->beat();
        const Beat &idle = mIdle->beat();
        std::printf(
            "%s: the window waited %.1f ms at the most (limit %.0f ms; a thread with nothing to "
            "do waited %.1f ms) and "
            "worked %.1f ms at a stretch; %d beats\n",
            what,
            gui.waitedMilliseconds(),
            kLimit,
            idle.waitedMilliseconds(),
            gui.workedMilliseconds(),
            gui.count());
        // Whatever asked the server itself would have waited for seconds.
        QVERIFY(gui.count() > 100);
        QVERIFY2(gui.waitedMilliseconds() <= kFails + idle.waitedMilliseconds(), what);
        // What was typed meanwhile was refused, not kept in secret; and now it can be done.
        QCOMPARE(mSession->cases().all().size(), cases);
    }

private slots:
    void initTestCase()
    {
        mServer = PrivateServer::instance();
        QVERIFY(mServer != nullptr);
        mName = mMaker.make(u"server"_s);
        {
            const Result<std::unique_ptr<Store>> store = openStore(mName);
            QVERIFY(store && fillSmallDistrict(*store.value()));
            QVERIFY(addCases(*store.value(), kCases));
            User user;
            user.role = u"dispatcher"_s;
            user.name = u"dispatcher1"_s;
            user.actsForAllUnits = false;
            QVERIFY(store.value()->write(QList<User>{user}));
        }
        QVERIFY(mSession.make(mFolder.filePath(u"profile"_s), MapMode::Interactive));
        mSession->window().resize(1920, 1080);
        mSession->window().show();
        mSession->window().activateWindow();
        mRelay = std::make_unique<SilentRelay>(mServer->folder() + u"/.s.PGSQL.5432"_s);
        QVERIFY(mRelay->port() > 0);
        mFar = mName;
        mFar.replace(u"host="_s + mServer->folder(),
                     u"host=127.0.0.1&sslmode=disable&port=%1"_s.arg(mRelay->port()));
        DistrictSeat seat;
        seat.user = u"dispatcher1"_s;
        seat.keepsHouse = true;
        mSession->store().open(mFar, seat);
        QVERIFY(waitFor([&] { return state() == StoreState::Live; }));
        // Every screen has been looked at once: what is made then is no matter of the server.
        for (const QString &screen : MainWindow::screens()) {
            mSession->window().showScreen(screen);
            QVERIFY2(waitFor([&] { return !mSession->isBusy(); }), qPrintable(screen));
        }
        mSession->window().showScreen(u"dispatch"_s);
        desk().showQueue(u"dispatch"_s);
        QVERIFY(waitFor([&] { return desk().table().queue().rowCount() > 0; }));
        mGui = std::make_unique<GuiBeat>();
        mIdle = std::make_unique<IdleBeat>();
    }
    void cleanup() { mServer->signal(SIGCONT); }

    void theServerStandsStill()
    {
        goesThrough(
            "SIGSTOP",
            [](PrivateServer &server, SilentRelay &) {
                server.signal(SIGSTOP);
                return true;
            },
            [](PrivateServer &server, SilentRelay &) {
                server.signal(SIGCONT);
                return true;
            });
    }
    void theLineIsCut()
    {
        goesThrough(
            "cut",
            [](PrivateServer &, SilentRelay &line) {
                line.cut();
                return true;
            },
            [](PrivateServer &, SilentRelay &line) {
                line.mend();
                return true;
            });
    }
    void theServerDies()
    {
        goesThrough(
            "kill -9",
            [](PrivateServer &server, SilentRelay &) { return server.killAll(); },
            [](PrivateServer &server, SilentRelay &) { return server.control({u"start"_s}); });
    }
    void aShortOutageLeavesNoErrorBehind()
    {
        // Told within the same moment as its end: it must not come back after that.
        MainWindow &window = mSession->window();
        mServer->signal(SIGSTOP);
        QVERIFY(waitFor([&] { return state() == StoreState::Stale; }));
        mServer->signal(SIGCONT);
        QVERIFY(waitFor([&] { return state() == StoreState::Live; }));
        QVERIFY(waitFor([&] { return !window.messages().currentText().isEmpty(); }));
        while (!window.messages().currentText().isEmpty()) {
            QVERIFY2(window.messages().currentText().contains(u"answers again"_s),
                     qPrintable(window.messages().currentText()));
            window.messages().closeCurrent();
        }
    }
    void aWindowThatWasThereBeforeItsServer()
    {
        QVERIFY(elsewhere([](PrivateServer &server, SilentRelay &) { return server.killAll(); }));
        DistrictSeat seat;
        seat.user = u"dispatcher1"_s;
        mSession->store().open(mFar, seat);
        QVERIFY(waitFor([&] { return state() == StoreState::Failed; }));
        QVERIFY(elsewhere(
            [](PrivateServer &server, SilentRelay &) { return server.control({u"start"_s}); }));
        QVERIFY(waitFor([&] { return state() == StoreState::Live; })); // nobody opened it again
        QVERIFY(waitFor([&] { return !mSession->cases().all().isEmpty(); }));
    }
    void aWallSaysSoInItsHead()
    {
        // Nobody is there to close a message, which would cover what is shown.
        MainWindow &window = mSession->window();
        window.showScreen(u"wall"_s);
        window.setBare(true);
        while (!window.messages().currentText().isEmpty()) {
            window.messages().closeCurrent();
        }
        mServer->signal(SIGSTOP);
        QVERIFY(waitFor([&] { return state() == StoreState::Stale; }));
        QCOMPARE(window.messages().currentText(), QString());
        mServer->signal(SIGCONT);
        QVERIFY(waitFor([&] { return state() == StoreState::Live; }));
        QCOMPARE(window.messages().currentText(), QString());
    }
    void cleanupTestCase()
    {
        mGui.reset();
        mIdle.reset();
        mSession.reset();
        mRelay.reset();
    }
};

static const TestRegistration<TestServerWindow> kRegistered;

} // namespace gridward

#include "test_serverwindow.moc"
