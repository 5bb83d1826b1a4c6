// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

#include <functional>

namespace gridward {

/**
 * What the process of a HeatChild does: takes its order from the file, which is gone by then, and
 * writes what it asks for. GUI thread with QGIS started. Free of Qgs names on purpose. Errors as
 * takeHandover(), writeHandedOver().
 */
[[nodiscard]] Result<void> makeHandedOver(const QString &file,
                                          const std::function<void(double)> &progress);

} // namespace gridward
