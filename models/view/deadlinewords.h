// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deadline.h"

#include <QStringList>

namespace gridward {

[[nodiscard]] QStringList deadlineLines(const DeadlineExplanation &explanation);

} // namespace gridward
