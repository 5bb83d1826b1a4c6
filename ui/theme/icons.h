// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace gridward {

struct Theme;

/** The icon `name` from our resources in the text colour of the theme (accent when checked). */
[[nodiscard]] QIcon themedIcon(const QString &name, const Theme &theme);

} // namespace gridward
