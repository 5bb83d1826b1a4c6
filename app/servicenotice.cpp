// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/servicenotice.h"

#include <QLoggingCategory>

#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(noticeLog, "gridward.app.service")

constexpr qint64 kMicroseconds = 1000; ///< in a millisecond

} // namespace

ServiceNotice::ServiceNotice(QObject *parent)
    : QObject(parent)
    , mSocket(qgetenv("NOTIFY_SOCKET"))
{
    const qint64 limit = qgetenv("WATCHDOG_USEC").toLongLong() / kMicroseconds;
    // A watchdog that is meant for the process that started this one is none of its business.
    const QByteArray watched = qgetenv("WATCHDOG_PID");
    const bool isMine = watched.isEmpty() || watched.toLongLong() == ::getpid();
    if (limit > 0 && isMine && !mSocket.isEmpty()) {
        mAlive.setInterval(static_cast<int>(limit / 3)); // two may come late
        connect(&mAlive, &QTimer::timeout, this, [this] { (void)tell("WATCHDOG=1"); });
        mAlive.start();
    }
}

void ServiceNotice::tellReady()
{
    if (!mSocket.isEmpty() && !tell("READY=1")) {
        qCWarning(noticeLog) << "the service manager at" << mSocket << "does not listen";
    }
}

bool ServiceNotice::tell(const QByteArray &message) const
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (mSocket.isEmpty() || mSocket.size() >= static_cast<qsizetype>(sizeof address.sun_path)) {
        return false;
    }
    std::memcpy(address.sun_path, mSocket.constData(), static_cast<std::size_t>(mSocket.size()));
    if (address.sun_path[0] == '@') {
        address.sun_path[0] = '\0'; // a name without a file
    }
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0) {
        return false;
    }
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) +
                                               static_cast<std::size_t>(mSocket.size()));
    const ssize_t sent = ::sendto(socket,
                                  message.constData(),
                                  static_cast<std::size_t>(message.size()),
                                  MSG_NOSIGNAL | MSG_DONTWAIT,
                                  reinterpret_cast<const sockaddr *>(&address),
                                  length);
    ::close(socket);
    return sent == message.size();
}

} // namespace gridward
