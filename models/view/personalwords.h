// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/personal.h"

#include <QString>
#include <QStringList>

/** The words of the interface for callers and households, in the language of the moment. GUI
 * thread. */
namespace gridward::personal_words {

[[nodiscard]] QString word(Purpose purpose);
[[nodiscard]] QString word(ServiceNeed need);
/** "12", "fewer than 5", "not told". */
[[nodiscard]] QString countText(const CellCount &count, int smallest = kSmallestCell);
/** What an opened value says: a line for each part that is there. */
[[nodiscard]] QStringList lines(const Caller &caller);
[[nodiscard]] QStringList lines(const Household &household);

} // namespace gridward::personal_words
