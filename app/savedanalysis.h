// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitstatus.h"

#include <QStringList>

class QApplication;

namespace gridward {

class Logging;

/** Whether these arguments of `gridward heatmap` ask for an analysis that was saved. */
[[nodiscard]] bool asksForSavedAnalysis(const QStringList &arguments);

/**
 * `gridward heatmap STORE --analysis NAME --out FILE`: the file that the window would write of it.
 * `arguments`: what stands behind "heatmap". Starts QGIS and runs the event loop. GUI thread.
 */
[[nodiscard]] ExitStatus
runSavedAnalysis(QApplication &application, Logging &logging, const QStringList &arguments);

} // namespace gridward
