// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sampling.h"
#include "models/service/districtnames.h"

#include <QByteArray>
#include <QString>
#include <QTimeZone>

namespace gridward {

/** Words for what a second look found, in the language of the program. */
[[nodiscard]] QString recheckWord(RecheckResult result);

/**
 * The sheet of a sampling as CSV (UTF-8 with its mark, RFC 4180): a line for each case with place,
 * class, unit and closing, and what was found; empty columns are for whoever goes there. Pure.
 */
[[nodiscard]] QByteArray samplingSheet(const Sampling &sampling,
                                       const QList<SampledCase> &cases,
                                       const DistrictNames &names,
                                       const QTimeZone &zone,
                                       bool english);

} // namespace gridward
