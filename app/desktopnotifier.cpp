// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopnotifier.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QSystemTrayIcon>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const auto kService = u"org.freedesktop.Notifications"_s;
constexpr uchar kNormal = 1;
constexpr uchar kCritical = 2;
constexpr int kDesktopDecides = -1;

} // namespace

DesktopNotifier::DesktopNotifier()
    : mShown(std::make_shared<Shown>())
{
}

DesktopNotifier::~DesktopNotifier() = default;

void DesktopNotifier::notify(const QString &title, const QString &text, bool urgent)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        notifyByTray(title, text, urgent);
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(
        kService, u"/org/freedesktop/Notifications"_s, kService, u"Notify"_s);
    const QVariantMap hints{
        {u"urgency"_s, QVariant::fromValue(urgent ? kCritical : kNormal)},
        {u"category"_s, u"im.received"_s},
        {u"desktop-entry"_s, u"org.gridward.Gridward"_s},
        {u"suppress-sound"_s, true}}; // the program has its own tones, and its own way to mute them
    call << u"Gridward"_s << mShown->id << u"org.gridward.Gridward"_s << title
         << text.toHtmlEscaped() << QStringList() << hints << kDesktopDecides;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), qApp);
    QObject::connect(watcher,
                     &QDBusPendingCallWatcher::finished,
                     watcher,
                     [shown = std::weak_ptr(mShown), watcher] {
                         const QDBusPendingReply<uint> reply = *watcher;
                         if (const auto there = shown.lock(); there && !reply.isError()) {
                             there->id = reply.value();
                         }
                         watcher->deleteLater();
                     });
}

void DesktopNotifier::notifyByTray(const QString &title, const QString &text, bool urgent)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable()) {
        return; // the strip in the window says it
    }
    if (!mTray) {
        mTray = std::make_unique<QSystemTrayIcon>(QApplication::windowIcon());
        mTray->show();
    }
    mTray->showMessage(
        title, text, urgent ? QSystemTrayIcon::Critical : QSystemTrayIcon::Information);
}

} // namespace gridward
