// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace gridward {

/** What a row of two lines consists of, beside the title (Qt::DisplayRole). */
enum class RowRole {
    Detail = Qt::UserRole + 1, ///< the second line
    Trailing,                  ///< a short text at the end of the first line
    Alert,                     ///< true: the trailing text is bad news
    Level,                     ///< id of a CaseLevel whose mark stands before the title
    Icon,                      ///< name of an icon that stands there instead
    Heading,                   ///< true: the row names those below it and cannot be chosen
};

[[nodiscard]] constexpr int role(RowRole which)
{
    return static_cast<int>(which);
}

} // namespace gridward
