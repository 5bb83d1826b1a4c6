// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"

#include <QString>

namespace gridward {

/**
 * The group that a class belongs to, in the language of the moment: "Street order". A group that is
 * a district's own is called as its catalogue has it. GUI thread.
 */
[[nodiscard]] QString groupWord(const CatalogueEntry &entry);

} // namespace gridward
