// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/district.h"

#include <QString>

namespace gridward {

/**
 * What a division is called: its name, and as long as nobody has given it one its level with its
 * code ("Street 110101001"), in the language of the moment. Any thread.
 */
[[nodiscard]] QString calledName(const Division &division);

} // namespace gridward
