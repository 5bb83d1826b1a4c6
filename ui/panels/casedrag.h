// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseid.h"

#include <QList>
#include <QStringList>

class QMimeData;

namespace gridward {

/** What cases are while they are dragged. GUI thread. */
namespace case_drag {

/** Ids, one a line; the numbers are there as plain text for every other program. */
inline constexpr auto kMimeType = "application/x-gridward-cases";

/** The caller owns it. */
[[nodiscard]] QMimeData *makeMimeData(const QList<CaseId> &ids, const QStringList &numbers);
/** Empty if no cases are dragged; a line that is no id is left out. */
[[nodiscard]] QList<CaseId> casesIn(const QMimeData &data);

} // namespace case_drag

} // namespace gridward
