// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps a wall on the screen: the service manager is told that it lives, and the screen saver
// is held off.
#include "app/screenkeeper.h"
#include "app/servicenotice.h"
#include "tests/support/testregistry.h"

#include <QDBusConnection>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <array>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** A service manager's end. */
class NoticeSocket
{
public:
    explicit NoticeSocket(const QByteArray &name)
        : mSocket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
        if (name.startsWith('@')) {
            address.sun_path[0] = '\0';
        }
        const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) +
                                                   static_cast<std::size_t>(name.size()));
        mIsBound = ::bind(mSocket, reinterpret_cast<const sockaddr *>(&address), length) == 0;
    }
    ~NoticeSocket() { ::close(mSocket); }
    NoticeSocket(const NoticeSocket &) = delete;
    NoticeSocket &operator=(const NoticeSocket &) = delete;

    [[nodiscard]] bool isBound() const { return mIsBound; }
    /** All that came since the last call. */
    [[nodiscard]] QByteArrayList told() const
    {
        QByteArrayList all;
        std::array<char, 200> buffer{};
        for (;;) {
            const ssize_t size = ::recv(mSocket, buffer.data(), buffer.size(), 0);
            if (size <= 0) {
                return all;
            }
            all.append(QByteArray(buffer.data(), size));
        }
    }

private:
    int mSocket;
    bool mIsBound = false;
};

} // namespace

/** The desktop's service, as far as a wall asks it. */
class ScreenSaverStub final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")
public slots:
    uint Inhibit(const QString &application, const QString &reason)
    {
        asked.append(application + u": "_s + reason);
        return ++last;
    }
    void UnInhibit(uint cookie) { released.append(cookie); }

public:
    QStringList asked;
    QList<uint> released;
    uint last = 40;
};

class TestWallService : public QObject
{
    Q_OBJECT

    QProcess mBus;
    bool mHasBus = false;

    [[nodiscard]] static QDBusConnection stubConnection()
    {
        return QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"),
                                             u"stub"_s);
    }
    [[nodiscard]] static bool serve(QDBusConnection bus, ScreenSaverStub &stub)
    {
        return bus.registerObject(
                   u"/org/freedesktop/ScreenSaver"_s, &stub, QDBusConnection::ExportAllSlots) &&
               bus.registerService(u"org.freedesktop.ScreenSaver"_s);
    }

private slots:
    void initTestCase()
    {
        const QString daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        if (daemon.isEmpty()) {
            return;
        }
        // Before anything in this process asks for the session bus: one of its own.
        mBus.start(daemon, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        mHasBus = mBus.waitForStarted() && mBus.waitForReadyRead();
        qputenv("DBUS_SESSION_BUS_ADDRESS", mBus.readLine().trimmed());
    }
    void cleanupTestCase()
    {
        mBus.kill();
        mBus.waitForFinished();
    }
    void cleanup()
    {
        qunsetenv("NOTIFY_SOCKET");
        qunsetenv("WATCHDOG_USEC");
        qunsetenv("WATCHDOG_PID");
    }

    void tellsThatItIsReadyAndAlive_data()
    {
        QTest::addColumn<bool>("isAbstract");
        QTest::newRow("file") << false;
        QTest::newRow("abstract") << true;
    }
    void tellsThatItIsReadyAndAlive()
    {
        QFETCH(bool, isAbstract);
        const QTemporaryDir folder;
        const QByteArray name =
            isAbstract ? "@gridward-test-" + QByteArray::number(QCoreApplication::applicationPid())
                       : folder.filePath(u"notify"_s).toLocal8Bit();
        const NoticeSocket manager(name);
        QVERIFY(manager.isBound());
        qputenv("NOTIFY_SOCKET", name);
        qputenv("WATCHDOG_USEC", "300000");
        ServiceNotice notice;
        notice.tellReady();
        QCOMPARE(manager.told(), QByteArrayList{"READY=1"});
        QByteArrayList told;
        QTRY_VERIFY((told += manager.told()).size() >= 2);
        QCOMPARE(told.first(), QByteArray("WATCHDOG=1"));
        (void)manager.told();
        QThread::msleep(500); // it hangs: nothing is told
        QVERIFY(manager.told().isEmpty());
    }
    void nobodyListens()
    {
        QTest::failOnWarning(QRegularExpression(u"."_s));
        ServiceNotice alone;
        alone.tellReady();
        qputenv("NOTIFY_SOCKET", "/no/such/place");
        ServiceNotice notice;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"does not listen"_s));
        notice.tellReady();
        qputenv("NOTIFY_SOCKET", QByteArray(300, 'x'));
        ServiceNotice tooLong;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"does not listen"_s));
        tooLong.tellReady();
    }
    void theWatchdogOfAnotherProcessIsNotFed()
    {
        const QTemporaryDir folder;
        const QByteArray name = folder.filePath(u"notify"_s).toLocal8Bit();
        const NoticeSocket manager(name);
        qputenv("NOTIFY_SOCKET", name);
        qputenv("WATCHDOG_USEC", "60000");
        qputenv("WATCHDOG_PID", "1");
        const ServiceNotice notice;
        QTest::qWait(200);
        QVERIFY(manager.told().isEmpty());
    }

    void theScreenSaverIsHeldOffWhileAWallIsShown()
    {
        if (!mHasBus) {
            QSKIP("dbus-daemon is not installed");
        }
        QDBusConnection bus = stubConnection();
        ScreenSaverStub stub;
        QVERIFY(serve(bus, stub));
        ScreenKeeper keeper;
        keeper.setHeld(true);
        keeper.setHeld(true);
        QTRY_VERIFY(keeper.isHeld());
        QCOMPARE(stub.asked.size(), 1);
        QVERIFY2(stub.asked.first().startsWith(u"org.gridward.Gridward: "_s),
                 qPrintable(stub.asked.first()));

        // The desktop's service ends and comes again: it is asked once more.
        QVERIFY(bus.unregisterService(u"org.freedesktop.ScreenSaver"_s));
        QTRY_VERIFY(!keeper.isHeld());
        QVERIFY(bus.registerService(u"org.freedesktop.ScreenSaver"_s));
        QTRY_VERIFY(keeper.isHeld());
        QCOMPARE(stub.asked.size(), 2);

        keeper.setHeld(false);
        QTRY_COMPARE(stub.released, QList<uint>{42});
        QVERIFY(!keeper.isHeld());
        bus.unregisterService(u"org.freedesktop.ScreenSaver"_s);
        bus.unregisterObject(u"/org/freedesktop/ScreenSaver"_s);
    }
    void aDesktopWithoutOneIsLeftAlone()
    {
        if (!mHasBus) {
            QSKIP("dbus-daemon is not installed");
        }
        ScreenKeeper keeper;
        keeper.setHeld(true);
        QTest::qWait(200);
        QVERIFY(!keeper.isHeld());
        // It starts later.
        QDBusConnection bus = stubConnection();
        ScreenSaverStub stub;
        QVERIFY(serve(bus, stub));
        QTRY_VERIFY(keeper.isHeld());
    }
};
static const TestRegistration<TestWallService> sRegistration;

} // namespace gridward

#include "test_wallservice.moc"
