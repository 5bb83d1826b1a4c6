// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseevent.h"

#include <QList>
#include <QStringList>

namespace gridward {

/** The files as evidence; InvalidInput names the one that cannot be read or is too large. */
[[nodiscard]] Result<QList<Attachment>> attachmentsFrom(const QStringList &paths);

} // namespace gridward
