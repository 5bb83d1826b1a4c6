// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/district.h"

#include <QList>
#include <QString>

namespace gridward {

/** The organisation of that code and all below it, itself first; none for an unknown code. */
[[nodiscard]] QList<Organisation> withThoseBelow(const QList<Organisation> &all,
                                                 const QString &code);

} // namespace gridward
