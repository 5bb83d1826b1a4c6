// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/systemmonitors.h"

#include <QGuiApplication>
#include <QScreen>

namespace gridward {

SystemMonitors::SystemMonitors(QObject *parent)
    : MonitorsPort(parent)
{
    for (QScreen *screen : QGuiApplication::screens()) {
        follow(screen);
    }
    connect(qGuiApp, &QGuiApplication::screenAdded, this, [this](QScreen *screen) {
        follow(screen);
        emit changed();
    });
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &SystemMonitors::changed);
    connect(qGuiApp, &QGuiApplication::primaryScreenChanged, this, &SystemMonitors::changed);
}

void SystemMonitors::follow(QScreen *screen)
{
    connect(screen, &QScreen::geometryChanged, this, &SystemMonitors::changed);
}

QList<WallMonitor> SystemMonitors::monitors() const
{
    QList<WallMonitor> monitors;
    for (const QScreen *screen : QGuiApplication::screens()) { // the main one comes first
        if (!screen->geometry().isEmpty()) { // Qt keeps one while all are unplugged
            monitors.append({screen->name(), screen->geometry()});
        }
    }
    return monitors;
}

} // namespace gridward
