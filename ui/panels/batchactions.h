// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseevent.h"

#include <array>

/** What both halves of BatchDispatch go by. */
namespace gridward::batch {

inline constexpr std::array kActions{CaseAction::Dispatch,
                                     CaseAction::File,
                                     CaseAction::Return,
                                     CaseAction::Urge,
                                     CaseAction::Extend,
                                     CaseAction::Suspend};
inline constexpr qsizetype kMostRead = 500; ///< cases that are looked into for requests

} // namespace gridward::batch
