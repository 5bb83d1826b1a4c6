// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/deadlinewords.h"

namespace gridward {

QStringList deadlineLines(const DeadlineExplanation &explanation)
{
    return {explanation.number};
}

} // namespace gridward
