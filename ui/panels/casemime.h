// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseid.h"

#include <QList>

class QMimeData;

namespace gridward {

/** Cases on their way from a queue to whatever takes them: a line of UTF-8 for each id. */
inline constexpr const char *kCaseMime = "application/x-gridward-cases";

[[nodiscard]] bool hasCases(const QMimeData *data);
/** Empty if it holds none; a line that is no id is left out. */
[[nodiscard]] QList<CaseId> casesOf(const QMimeData *data);
/** What casesOf() reads. */
[[nodiscard]] QByteArray caseMimeData(const QList<CaseId> &cases);

} // namespace gridward
