// SPDX-License-Identifier: GPL-3.0-or-later
// The wall while its store is taken away and brought back, twenty times of each kind of store: it
// says so within three seconds, asks nobody anything, and goes on by itself with what is true then.
#include "models/service/districtpicture.h"
#include "models/view/livecases.h"
#include "tests/support/flowwindow.h"
#include "tests/support/guibeat.h"
#include "tests/support/silentrelay.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"
#include "ui/notify/messagebar.h"
#include "ui/wall/wallcounter.h"
#include "ui/wall/walltitle.h"
#include "ui/workspaces/wallworkspace.h"

#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTimeZone>

#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gridward {

class TestWallCutoff : public QObject
{
    Q_OBJECT

    static constexpr int kRounds = 20;
    static constexpr int kLongest = 60'000; ///< milliseconds; a loaded machine is no error
    static constexpr int kLimit = 3000;     ///< milliseconds until it has to be said
    static constexpr int kCases = 30;
    using Step = std::function<bool()>;

    QTemporaryDir mFolder;
    StoreMaker mMaker;
    PrivateServer *mServer = nullptr;
    std::unique_ptr<SilentRelay> mRelay;
    FlowWindow mSession;
    std::unique_ptr<IdleBeat> mIdle;
    QString mName; ///< by which others reach the store
    int mNext = kCases;
    qint64 mSaid = 0; ///< milliseconds, the longest …
    qint64 mBack = 0;
    QList<int> mOpen;   ///< descriptors
    QStringList mAsked; ///< whatever asked or told somebody something

    [[nodiscard]] StoreState state() const { return mSession->district().state(); }
    [[nodiscard]] WallNotice &notice() const
    {
        return *mSession->window().findChild<WallNotice *>(u"wallNotice"_s);
    }
    [[nodiscard]] bool isMarked() const
    {
        return state() == StoreState::Stale && notice().isVisible();
    }
    /** What the wall says is open. */
    [[nodiscard]] int shownOpen() const
    {
        return mSession->window().findChild<WallCounter *>(u"openCounter"_s)->number().value_or(-1);
    }
    /** The same, read by a program that has nothing to do with the wall. */
    [[nodiscard]] int reallyOpen() const
    {
        const std::unique_ptr<SqlStore> store = StoreMaker::again(mName);
        const Result<DistrictPicture> picture =
            store ? readDistrictPicture(*store, std::nullopt) : Result<DistrictPicture>(Error{});
        return picture ? static_cast<int>(picture.value().openCases.size()) : -2;
    }
    void lookForQuestions()
    {
        const QList<QWidget *> windows = QApplication::topLevelWidgets();
        for (const QWidget *window : windows) {
            if (window->isVisible() && qobject_cast<const QDialog *>(window) != nullptr) {
                mAsked.append(window->windowTitle() + u" (a dialog)"_s);
            }
        }
        if (QApplication::activeModalWidget() != nullptr ||
            QApplication::activePopupWidget() != nullptr) {
            mAsked.append(u"something modal"_s);
        }
        if (!mSession->window().messages().currentText().isEmpty()) {
            mAsked.append(mSession->window().messages().currentText());
        }
    }
    bool waitFor(const std::function<bool()> &condition)
    {
        QEventLoop loop;
        QElapsedTimer elapsed;
        elapsed.start();
        bool isSo = false;
        QTimer look;
        connect(&look, &QTimer::timeout, &loop, [&] {
            lookForQuestions();
            isSo = condition();
            if (isSo || elapsed.elapsed() > kLongest) {
                loop.quit();
            }
        });
        look.start(10);
        loop.exec();
        return isSo;
    }
    [[nodiscard]] bool othersAdd(const QString &name)
    {
        const std::unique_ptr<SqlStore> store = StoreMaker::again(name);
        return store && addCases(*store, 1, mNext++);
    }
    /** A copy as the manual has it made, with one case more. */
    [[nodiscard]] QString copyWithMore()
    {
        const QString copy = mFolder.filePath(u"copy%1.gpkg"_s.arg(mNext));
        {
            const std::unique_ptr<SqlStore> store = StoreMaker::again(mName);
            if (!store || !store->connection().execute(u"VACUUM INTO '%1'"_s.arg(copy))) {
                return {};
            }
        }
        return othersAdd(copy) ? copy : QString();
    }
    [[nodiscard]] static bool move(const QString &from, const QString &to)
    {
        return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) ==
               0;
    }

    void open(const QString &name)
    {
        DistrictSeat seat;
        seat.user = u"leader1"_s;
        mSession->store().open(name, seat);
        QVERIFY(waitFor([&] { return state() == StoreState::Live; }));
        MainWindow &window = mSession->window();
        window.showScreen(u"wall"_s);
        QVERIFY(window.findChild<WallWorkspace *>()->showScene(u"situation"_s));
        window.setBare(true);
        while (!window.messages().currentText().isEmpty()) {
            window.messages().closeCurrent();
        }
        mAsked.clear();
        QVERIFY(waitFor([&] { return shownOpen() == reallyOpen() && shownOpen() > 0; }));
    }
    void goesThrough(const char *what, const Step &breaks, const Step &mends)
    {
        const int before = shownOpen();
        const Instant believed = mSession->district().believedAt();
        QElapsedTimer time;
        mIdle->beat().reset();
        time.start();
        QVERIFY2(breaks(), what);
        QVERIFY2(waitFor([&] { return isMarked(); }), what);
        mSaid = std::max(mSaid, time.elapsed());
        // Of a clock that runs no faster than the machine: a thread that does nothing else.
        QVERIFY2(mIdle->beat().count() <= kLimit / Beat::kEvery,
                 qPrintable(u"%1: %2 ms"_s.arg(QString::fromLatin1(what)).arg(time.elapsed())));
        QCOMPARE(shownOpen(), before); // the last picture stays
        const Instant until = mSession->district().believedAt();
        QVERIFY(until >= believed && until <= SystemClock().now());
        const QString said = QDateTime::fromMSecsSinceEpoch(
                                 until.time_since_epoch().count(),
                                 QTimeZone(mSession->district().info().timeZone.toLatin1()))
                                 .toString(u"HH:mm:ss"_s);
        QVERIFY2(notice().text().contains(said), qPrintable(notice().text() + u' ' + said));
        QVERIFY2(mends(), what);
        time.start();
        QVERIFY2(waitFor([&] { return state() == StoreState::Live && !notice().isVisible(); }),
                 what);
        mBack = std::max(mBack, time.elapsed());
        isTrue(what);
    }
    /** What is shown is what is there, also after somebody wrote. */
    void isTrue(const char *what)
    {
        QVERIFY2(waitFor([&] { return shownOpen() == reallyOpen(); }),
                 qPrintable(u"%1: shown %2, there %3"_s.arg(QString::fromLatin1(what))
                                .arg(shownOpen())
                                .arg(reallyOpen())));
        const int before = shownOpen();
        QVERIFY(othersAdd(mName));
        QVERIFY2(waitFor([&] { return shownOpen() == before + 1; }), what);
        QVERIFY2(mAsked.isEmpty(), qPrintable(mAsked.join(u"; "_s)));
    }
    void tell(const char *kind) const
    {
        std::printf("%s: %d rounds, said after %lld ms at the most (limit %d ms), back %lld ms "
                    "after the store at the most\n",
                    kind,
                    kRounds,
                    static_cast<long long>(mSaid),
                    kLimit,
                    static_cast<long long>(mBack));
    }

    void fileRound(int round)
    {
        const QString aside = mFolder.filePath(u"aside"_s);
        const QString folder = QFileInfo(mName).absolutePath();
        switch (round % 5) {
        case 0:
            goesThrough(
                "moved away and back",
                [&] { return move(mName, aside); },
                [&] { return move(aside, mName); });
            break;
        case 1:
            goesThrough(
                "its folder moved away and back",
                [&] { return move(folder, aside); },
                [&] { return move(aside, folder); });
            break;
        case 2: {
            // Gone and there again at once: the copy must not be taken for it, nor for its journal.
            const QString copy = copyWithMore();
            QVERIFY(!copy.isEmpty());
            const int before = shownOpen();
            QVERIFY(move(copy, mName));
            QVERIFY(waitFor([&] { return shownOpen() == before + 1; }));
            QVERIFY(waitFor([&] { return state() == StoreState::Live; }));
            isTrue("replaced by a copy");
            break;
        }
        case 3: {
            const QString copy = copyWithMore();
            QVERIFY(!copy.isEmpty());
            goesThrough(
                "deleted, and restored from a copy",
                [&] {
                    return QFile::remove(mName) && QFile::remove(mName + u"-wal"_s) &&
                           QFile::remove(mName + u"-shm"_s);
                },
                [&] { return move(copy, mName); });
            break;
        }
        default:
            lockedRound();
        }
    }
    void lockedRound()
    {
        // Whoever holds these bytes lets nobody read: SQLite's own order of locks (os_unix.c).
        const int index =
            ::open(QFile::encodeName(mName + u"-shm"_s).constData(), O_RDWR | O_CLOEXEC);
        QVERIFY(index >= 0);
        const auto lock = [index](short type) {
            struct flock bytes = {};
            bytes.l_type = type;
            bytes.l_whence = SEEK_SET;
            bytes.l_start = 120;
            bytes.l_len = 8;
            return fcntl(index, F_OFD_SETLK, &bytes) == 0;
        };
        goesThrough(
            "locked",
            [&] { return waitFor([&] { return lock(F_WRLCK); }); },
            [&] { return lock(F_UNLCK); });
        mOpen.append(index); // closing it would drop the locks of this process
    }

private slots:
    void initTestCase()
    {
        mServer = PrivateServer::instance();
        QVERIFY(mServer != nullptr);
        QVERIFY(mSession.make(mFolder.filePath(u"profile"_s), MapMode::Interactive));
        mSession->window().resize(1920, 1080);
        mSession->window().show();
        mIdle = std::make_unique<IdleBeat>();
    }
    void cleanup()
    {
        mServer->signal(SIGCONT);
        mSaid = mBack = 0;
    }
    void aFile()
    {
        make(u"file"_s);
        open(mName);
        for (int round = 0; round < kRounds && !QTest::currentTestFailed(); ++round) {
            fileRound(round);
        }
        tell("GeoPackage");
    }
    void aServer()
    {
        make(u"server"_s);
        mRelay = std::make_unique<SilentRelay>(mServer->folder() + u"/.s.PGSQL.5432"_s);
        QVERIFY(mRelay->port() > 0);
        QString far = mName;
        far.replace(u"host="_s + mServer->folder(),
                    u"host=127.0.0.1&sslmode=disable&port=%1"_s.arg(mRelay->port()));
        open(far);
        for (int round = 0; round < kRounds && !QTest::currentTestFailed(); ++round) {
            serverRound(round);
        }
        tell("PostGIS");
    }
    void cleanupTestCase()
    {
        mSession.reset();
        mRelay.reset();
        for (const int descriptor : std::as_const(mOpen)) {
            ::close(descriptor);
        }
    }

private:
    void make(const QString &kind)
    {
        mName = mMaker.make(kind);
        const std::unique_ptr<SqlStore> store = StoreMaker::again(mName);
        QVERIFY(store && fillSmallDistrict(*store) && addCases(*store, kCases));
        User leader;
        leader.name = u"leader1"_s;
        leader.role = u"leader"_s;
        QVERIFY(store->write(QList<User>{leader}));
        mNext = kCases;
    }

    void serverRound(int round)
    {
        switch (round % 4) {
        case 0:
            goesThrough(
                "killed and started",
                [&] { return mServer->killAll(); },
                [&] { return mServer->control({u"start"_s}); });
            break;
        case 1:
            goesThrough(
                "the line is cut",
                [&] {
                    mRelay->cut();
                    return true;
                },
                [&] {
                    mRelay->mend();
                    return true;
                });
            break;
        case 2:
            goesThrough(
                "it stands still",
                [&] {
                    mServer->signal(SIGSTOP);
                    return true;
                },
                [&] {
                    mServer->signal(SIGCONT);
                    return true;
                });
            break;
        default: {
            // May be over before anybody has seen it; what is shown must be true after it.
            const std::unique_ptr<SqlStore> other = StoreMaker::again(mName);
            QVERIFY(other && endOthers(other->connection()));
            QVERIFY(waitFor([&] { return state() == StoreState::Live; }));
            isTrue("connections closed");
        }
        }
    }
};

static const TestRegistration<TestWallCutoff> kRegistered;

} // namespace gridward

#include "test_wallcutoff.moc"
