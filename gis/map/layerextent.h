// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgsrectangle.h>

#include <QList>

#include <optional>

class QgsMapLayer;
class QgsProject;

namespace gridward {

/**
 * The box around what these layers hold, in the project's coordinate system; null if none of them
 * says where it is. What lies beyond the ends of web Mercator does not stretch it. GUI thread.
 */
[[nodiscard]] QgsRectangle extentOf(const QList<QgsMapLayer *> &layers, const QgsProject &project);

/**
 * The view for these layers, with a margin: of the whole earth if they do not say where they are;
 * nothing then for a map that shows something `already`.
 */
[[nodiscard]] std::optional<QgsRectangle>
framedExtentOf(const QList<QgsMapLayer *> &layers, const QgsProject &project, bool already);

/** Those of the layers that hold areas; all of them if none does. */
[[nodiscard]] QList<QgsMapLayer *> areaLayersOf(const QList<QgsMapLayer *> &layers);

} // namespace gridward
