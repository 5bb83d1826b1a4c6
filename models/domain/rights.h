// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseevent.h"

#include <QString>
#include <QStringList>

namespace gridward {

/** The roles of domain reference 2.5 and the local owner of a store without accounts. */
[[nodiscard]] QStringList roleIds();

/** May somebody in this role take this step of a case? Unknown roles may nothing. */
[[nodiscard]] bool mayDo(const QString &role, CaseAction action);

} // namespace gridward
