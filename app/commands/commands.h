// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitstatus.h"

#include <QString>
#include <QStringList>

namespace gridward {

/** The commands that open no window and draw nothing; they need a QCoreApplication only. */
[[nodiscard]] QStringList headlessCommands();

/** Runs one of them with the arguments behind its name. */
[[nodiscard]] ExitStatus runHeadless(const QString &command, const QStringList &arguments);

/** What `gridward COMMAND --help` prints for one of them. */
[[nodiscard]] QString headlessHelp(const QString &command);

[[nodiscard]] ExitStatus runDemo(const QStringList &arguments);
[[nodiscard]] ExitStatus runInit(const QStringList &arguments);
[[nodiscard]] ExitStatus runImport(const QStringList &arguments);
[[nodiscard]] ExitStatus runExport(const QStringList &arguments);
[[nodiscard]] ExitStatus runReplay(const QStringList &arguments);
[[nodiscard]] ExitStatus runCase(const QStringList &arguments);
[[nodiscard]] ExitStatus runInbox(const QStringList &arguments);
[[nodiscard]] ExitStatus runCatalogue(const QStringList &arguments);
[[nodiscard]] ExitStatus runPersonal(const QStringList &arguments);
[[nodiscard]] ExitStatus runAdmin(const QStringList &arguments);
[[nodiscard]] ExitStatus runSample(const QStringList &arguments);
[[nodiscard]] ExitStatus runStaff(const QStringList &arguments);
/** Needs a QGuiApplication: paper has fonts. */
[[nodiscard]] ExitStatus runStreet(const QStringList &arguments);
/** Needs a QGuiApplication: paper has fonts. */
[[nodiscard]] ExitStatus runEvaluate(const QStringList &arguments);
/** Needs a QApplication of the map engine's. */
[[nodiscard]] ExitStatus runHeatmap(const QStringList &arguments);
[[nodiscard]] ExitStatus runCheck(const QStringList &arguments);
[[nodiscard]] ExitStatus runMigrate(const QStringList &arguments);

} // namespace gridward
