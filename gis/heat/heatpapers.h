// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gridward {

/** "A4" to "A0": the sheets that a heat map can be put on. */
[[nodiscard]] QStringList paperNames();

} // namespace gridward
