// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/caseevent.h"

#include <QString>

#include <optional>

namespace gridward {

class DistrictPort;

/**
 * Why the present user cannot take a step of a case as it stands, by life cycle and permission;
 * nothing if they may. Asks no store: what else the rules say comes with the attempt. GUI thread.
 */
[[nodiscard]] std::optional<QString>
whyNot(const DistrictPort &district, CaseAction action, const Case &subject);

/** "1101…0131: text"; the text alone where it names the case itself. */
[[nodiscard]] QString withNumber(const QString &number, const QString &text);

/** Day and running number of a case, which no other of the year has: "1117-00131"; of a number of
 * another form its last digits. */
[[nodiscard]] QString shortNumber(const QString &number);

} // namespace gridward
