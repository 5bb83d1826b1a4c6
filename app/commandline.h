// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/service/secret.h"
#include "ui/theme/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

namespace gridward {

/** `gridward render …`, checked. */
struct RenderOrder
{
    QStringList sources; ///< stores or files, as given
    QString screen;
    QSize size;         ///< of the picture, in its own pixels
    double scale = 1.0; ///< picture pixels for one logical pixel
    QString language;   ///< empty: the preferred one
    ThemeName theme = ThemeName::Day;
    QString out; ///< the PNG; empty when outDir is given
    std::optional<std::chrono::seconds> every;
    QString outDir;
    int keep = 0; ///< pictures in outDir at the most; 0: all
    bool json = false;
    std::optional<Instant> at; ///< the moment to draw a store at; later events do not count
    QString user;              ///< in whose name
    std::optional<Secret> password = {}; ///< that proves it, in a real store
    QString scene;                       ///< page of the screen; empty: the first one
};

/** `gridward` and `gridward open …`. */
struct OpenOrder
{
    QStringList sources;
    QString screen = {};
    bool live = false; ///< a demo goes on by itself
    QString user = {}; ///< empty: whoever signs in
    std::optional<Secret> password = {};
    std::optional<double> speed = {}; ///< of the clock of a demo that goes on
    std::optional<Instant> from = {}; ///< when that clock starts; nothing: where the demo stands

    /** The window has a clock of its own. */
    [[nodiscard]] bool isPlayed() const { return speed.has_value() || from.has_value(); }
};

struct HelpOrder
{
    QString command; ///< empty: all of them
};

struct VersionOrder
{
};

/** `gridward render --list-screens`: for scripts that draw them all. */
struct ListScreensOrder
{
};

/** A command that opens no window and draws nothing: see app/commands. */
struct HeadlessOrder
{
    QString command;
    QStringList arguments;
};

using Order =
    std::variant<OpenOrder, RenderOrder, HelpOrder, VersionOrder, ListScreensOrder, HeadlessOrder>;

/** Reads the arguments (without the program's name). InvalidInput with what is wrong and what would
 * do. */
[[nodiscard]] Result<Order> parseCommandLine(const QStringList &arguments);

/** What `gridward --help` and `gridward COMMAND --help` print. */
[[nodiscard]] QString helpText(const QString &command);

} // namespace gridward
