// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/wall/wallmonitors.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace gridward {

class MainWindow;
class WallWorkspace;

/** The monitors of the desktop, which are plugged in and out while the program runs. */
class MonitorsPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /** The main one first; none while all of them are unplugged. */
    [[nodiscard]] virtual QList<WallMonitor> monitors() const = 0;

signals:
    void changed();
};

/**
 * Puts a wall onto the monitors while the main window shows nothing but it: one window, or one for
 * each of them. Follows when monitors come and go: windows of those that went are hidden and come
 * back with them. Ends when the window is a desk again. GUI thread.
 */
class WallStage final : public QObject
{
    Q_OBJECT
public:
    /** Both outlive it. */
    WallStage(MainWindow &window, MonitorsPort &monitors, QObject *parent = nullptr);

    void setRule(const MonitorRule &rule);
    /** Turns the window into a wall. */
    void begin();
    /** The walls beside the one of the main window, those of unplugged monitors too. */
    [[nodiscard]] const QList<QPointer<WallWorkspace>> &others() const { return mOthers; }

private:
    void arrange();
    void end();
    void put(QWidget &window, const WallWindow &where);

    MainWindow &mWindow;
    MonitorsPort &mMonitors;
    MonitorRule mRule;
    QTimer mSettle; ///< a monitor that comes moves others: once they rest
    QList<QPointer<WallWorkspace>> mOthers;
    QList<WallWindow> mArranged;
    bool mIsOn = false;
};

} // namespace gridward
