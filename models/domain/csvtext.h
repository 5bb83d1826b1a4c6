// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QStringList>

namespace gridward {

// Lines of CSV files after RFC 4180, UTF-8; cells are quoted where they must be.

/** A cell as it is. */
[[nodiscard]] QByteArray csvExact(QString text);
/** A cell that no spreadsheet takes for a formula. */
[[nodiscard]] QByteArray csvCell(const QString &text);
/** A line of such cells, with its end. */
[[nodiscard]] QByteArray csvLine(const QStringList &cells);
[[nodiscard]] QByteArray csvLine(const QByteArrayList &cells);

} // namespace gridward
