// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtpicture.h"

#include <QString>

namespace gridward {

/**
 * A condition in words, for a sheet: of fields that must each have one value "Source: hotline ·
 * Street: 安定门街道", of anything else "Filter: " and the condition as it stands. Empty for an
 * empty one. `district`, of a store, knows its streets by their codes; null: of a file, whose
 * fields keep their names. Any thread.
 */
[[nodiscard]] QString filterWords(const QString &condition, const DistrictPicture *district);

} // namespace gridward
