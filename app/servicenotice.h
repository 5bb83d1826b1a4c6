// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

namespace gridward {

/**
 * Tells the service manager that started the program, if one did, that it is ready and then that it
 * is alive, from the event loop of the GUI thread: a wall that hangs is started again. Speaks the
 * protocol of sd_notify(3): datagrams to $NOTIFY_SOCKET, as often as $WATCHDOG_USEC asks for.
 * Without those variables it does nothing. GUI thread.
 */
class ServiceNotice final : public QObject
{
    Q_OBJECT
public:
    explicit ServiceNotice(QObject *parent = nullptr);

    /** The program shows what it is there for. */
    void tellReady();

private:
    /** False if nobody listens. */
    [[nodiscard]] bool tell(const QByteArray &message) const;

    QByteArray mSocket;
    QTimer mAlive;
};

} // namespace gridward
