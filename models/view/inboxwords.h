// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/** What people read about rows of the inbox, in the present language. GUI thread. */
namespace gridward::inbox_words {

/** Why rows are refused most often, in the order of their keys. */
[[nodiscard]] QStringList usualReasons();
/**
 * A reason as it was stored: one of the usual ones in the present language, whatever it was written
 * in; any other as it is.
 */
[[nodiscard]] QString reasonText(const QString &stored);

} // namespace gridward::inbox_words
