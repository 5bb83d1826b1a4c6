// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/densitysum.h"

#include <QByteArray>

#include <span>

namespace gridward {

/** SHA-256 of the points in whatever order they come: the same for the same places and weights. */
[[nodiscard]] QByteArray hashOf(const DensityPoints &points);

/** SHA-256 of values as a file holds them, little-endian: the same for the same bytes. */
[[nodiscard]] QByteArray hashOf(std::span<const float> values);

} // namespace gridward
