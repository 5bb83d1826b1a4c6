// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notify/alarmoutputs.h"

#include <QtGlobal>

#include <memory>

class QSystemTrayIcon;

namespace gridward {

/**
 * Notifications of the desktop: by org.freedesktop.Notifications on the session bus, or by an icon
 * in its tray where there is no such service. A new one takes the place of the one before. GUI
 * thread; never waits for the desktop.
 */
class DesktopNotifier final : public AlarmNotifier
{
public:
    DesktopNotifier();
    ~DesktopNotifier() override;

    void notify(const QString &title, const QString &text, bool urgent) override;

private:
    void notifyByTray(const QString &title, const QString &text, bool urgent);

    struct Shown
    {
        uint id = 0; ///< of the last one, to be replaced
    };
    std::shared_ptr<Shown> mShown;
    std::unique_ptr<QSystemTrayIcon> mTray;
};

} // namespace gridward
