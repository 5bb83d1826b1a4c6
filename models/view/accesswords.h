// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/permission.h"
#include "models/service/districtnames.h"

#include <QString>

/**
 * The words of the interface for accounts and rights, in the language of the moment. GUI thread.
 */
namespace gridward::access_words {

[[nodiscard]] QString word(Thing thing);
[[nodiscard]] QString word(Reach reach);
/** What is done to that kind of thing: "see", "file". */
[[nodiscard]] QString word(Thing thing, const QString &action);
/** Of the ten, or as the district called its own. */
[[nodiscard]] QString roleWord(const Permissions &permissions, const QString &role);
/** "Dispatcher · 东华门街道 · 环卫中心": what somebody works as, and for which part. */
[[nodiscard]] QString
postText(const Permissions &permissions, const DistrictNames &names, const User &post);
/** The tier of an area: district, street, community, grid, or what the district calls it. */
[[nodiscard]] QString levelWord(const QString &level);

} // namespace gridward::access_words
