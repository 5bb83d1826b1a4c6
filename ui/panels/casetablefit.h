// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/queuefilter.h"
#include "ui/panels/columnfit.h"

#include <QFont>
#include <QList>

namespace gridward {

/** The number of a case in a table that has little room. */
enum class NumberFit {
    Spared, ///< the first to go
    Kept,   ///< goes after the time of the report
    Short,  ///< its last digits, which stay when unit, place and state go
};

/**
 * How the columns of a table of cases share its width. Those whose words are few (level, state,
 * clock …) are as wide as the longest of them is in the language of the moment, so that all other
 * room goes to what is written freely. `header` and `body` are the fonts they are painted with;
 * `namesPeople`: who is in charge stands there by name, and a name is short; `watch`: what stands
 * there instead of the limit; `number`: how it is held on to. GUI thread.
 */
[[nodiscard]] QList<ColumnFit> caseColumnFits(const QFont &header,
                                              const QFont &body,
                                              bool namesPeople = false,
                                              Watch watch = Watch::None,
                                              NumberFit number = NumberFit::Spared);

} // namespace gridward
