// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitstatus.h"

#include <QStringList>

namespace gridward {

/** `gridward case STORE folder ID --out FILE.pdf …`; needs a QGuiApplication: paper has fonts. */
[[nodiscard]] ExitStatus runFolder(const QStringList &arguments);

} // namespace gridward
