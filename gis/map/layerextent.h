// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgsrectangle.h>

#include <QList>

class QgsMapLayer;
class QgsProject;

namespace gridward {

/**
 * The box around what these layers hold, in the project's coordinate system; null if none of them
 * says where it is. What lies beyond the ends of web Mercator does not stretch it. GUI thread.
 */
[[nodiscard]] QgsRectangle extentOf(const QList<QgsMapLayer *> &layers, const QgsProject &project);

} // namespace gridward
