// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenkeeper.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QLoggingCategory>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(screenLog, "gridward.app.screen")

const QString kService = u"org.freedesktop.ScreenSaver"_s;
const QString kPath = u"/org/freedesktop/ScreenSaver"_s;

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

} // namespace

ScreenKeeper::ScreenKeeper(QObject *parent)
    : QObject(parent)
    , mWatcher(new QDBusServiceWatcher(
          kService, QDBusConnection::sessionBus(), QDBusServiceWatcher::WatchForOwnerChange, this))
{
    connect(mWatcher,
            &QDBusServiceWatcher::serviceOwnerChanged,
            this,
            [this](const QString &, const QString &, const QString &owner) {
                if (std::exchange(mCookie, std::nullopt)) {
                    emit heldChanged(); // it went, and what it was asked with it
                }
                if (!owner.isEmpty()) {
                    ask();
                }
            });
}

ScreenKeeper::~ScreenKeeper()
{
    release();
}

void ScreenKeeper::setHeld(bool held)
{
    if (held == mWanted) {
        return;
    }
    mWanted = held;
    if (held) {
        ask();
    } else {
        release();
    }
}

void ScreenKeeper::ask()
{
    if (!mWanted || mAsked || mCookie || !QDBusConnection::sessionBus().isConnected()) {
        return;
    }
    mAsked = true;
    QDBusMessage message = call(u"Inhibit"_s);
    message << u"org.gridward.Gridward"_s << tr("The wall is shown");
    auto *answer =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        mAsked = false;
        const QDBusPendingReply<uint> reply = *answer;
        if (reply.isError()) {
            qCInfo(screenLog).noquote()
                << "no screen saver was held off:" << reply.error().message();
            return;
        }
        mCookie = reply.value();
        if (mWanted) {
            emit heldChanged();
        } else {
            release(); // the wall went meanwhile
        }
    });
}

void ScreenKeeper::release()
{
    if (const std::optional<uint> cookie = std::exchange(mCookie, std::nullopt)) {
        QDBusMessage message = call(u"UnInhibit"_s);
        message << *cookie;
        QDBusConnection::sessionBus().send(message);
        emit heldChanged();
    }
}

} // namespace gridward
