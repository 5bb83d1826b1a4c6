// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"

#include <QFuture>

#include <memory>

namespace gridward {

struct ShownSurface;

/**
 * What an exact surface was made of and what came out. Places go in as metres of the ground's zone,
 * in whatever order they came. Found beside the GUI thread.
 */
[[nodiscard]] QFuture<Result<HeatFingerprint>>
fingerprintOf(const std::shared_ptr<const ShownSurface> &shown);

} // namespace gridward
