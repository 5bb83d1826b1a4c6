// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/wall/wallscene.h"

#include <QHash>
#include <QList>
#include <QRect>
#include <QString>
#include <QStringList>

#include <optional>

namespace gridward {

/** A monitor of the desktop. */
struct WallMonitor
{
    QString name; ///< as the desktop calls it: "HDMI-1"
    QRect place;  ///< on the desktop, in its logical pixels

    bool operator==(const WallMonitor &) const = default;
};

/**
 * How a wall uses the monitors. As text (the setting `wall/monitors`): "one" or "one:HDMI-1" for a
 * single one (the main monitor, or that one while it is plugged in), "span" for one picture over
 * all of them, "each" for one wall on each, which share the scenes; "each:HDMI-1=situation,
 * DP-2=streets+duty" says which scenes are on which.
 */
struct MonitorRule
{
    enum class Kind { One, Span, Each };
    Kind kind = Kind::One;
    QString monitor;                    ///< of One; empty: the main one
    QHash<QString, QStringList> panels; ///< of Each: scenes by monitor

    bool operator==(const MonitorRule &) const = default;
};
/** Nothing for what is no such rule. */
[[nodiscard]] std::optional<MonitorRule> monitorRuleOf(const QString &text);

/** A window of a wall. */
struct WallWindow
{
    QString monitor;       ///< on which it fills the screen
    QRect place;           ///< on the desktop
    QStringList scenes;    ///< that take turns in it; empty: all
    bool takesOver = true; ///< urgent cases are shown in it
    bool spans = false;    ///< it lies over several monitors

    bool operator==(const WallWindow &) const = default;
};

/**
 * The windows of a wall, the main one first; none without monitors. Of monitors that nothing was
 * said about, from left to right and from top to bottom, each gets its share of the scenes that
 * take turns and are on no other one; where there are fewer scenes than monitors, some are shown
 * twice. One window alone is taken over by urgent cases: the one that was given the scene
 * "incident", or else the first.
 */
[[nodiscard]] QList<WallWindow> wallWindows(const MonitorRule &rule,
                                            const QList<WallMonitor> &monitors,
                                            const QList<WallScene> &scenes);

} // namespace gridward
