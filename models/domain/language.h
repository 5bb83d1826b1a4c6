// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace gridward {

// What depends on the language of the screens (QLocale's default) beside the translated words. Any
// thread.

/** Of two names of a thing the English one is shown: in every language but Chinese. */
[[nodiscard]] bool isEnglish();
/** Words one behind the other, as the language separates them: “a, b”, “甲、乙”. */
[[nodiscard]] QString listed(const QStringList &words);

} // namespace gridward
