// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <QList>

#include <array>
#include <optional>

namespace gridward {

/** Where open cases stand, as a desk counts them: every open state belongs to exactly one. */
enum class CaseStage { Filing, Dispatch, AtUnits, Handling, Checking, Closing };

inline constexpr std::array kCaseStages{CaseStage::Filing,
                                        CaseStage::Dispatch,
                                        CaseStage::AtUnits,
                                        CaseStage::Handling,
                                        CaseStage::Checking,
                                        CaseStage::Closing};

[[nodiscard]] QList<CaseState> statesOf(CaseStage stage);
/** In the language of the moment. GUI thread. */
[[nodiscard]] QString word(CaseStage stage);
/** "filing", "dispatch" … for views that are kept. */
[[nodiscard]] QString toId(CaseStage stage);
[[nodiscard]] std::optional<CaseStage> caseStageFromId(QStringView id);

} // namespace gridward
