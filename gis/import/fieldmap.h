// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>

namespace gridward {

/** The names by which files call one of our fields. */
struct FieldNames
{
    const char *field; ///< ours
    bool isNeeded;
    const char *names; ///< others, the likelier first, with spaces between
};

/** Which column of a file holds which of our fields. A plain value. */
class FieldMap
{
public:
    /**
     * Finds the columns, in any case, spaces, hyphens and underscores ignored. InvalidInput, naming
     * the columns that are missing and those that were found, if a needed field or a column named
     * in `mapping` is not there.
     */
    [[nodiscard]] static Result<FieldMap> match(const QString &file,
                                                const QStringList &columns,
                                                std::span<const FieldNames> fields,
                                                const QHash<QString, QString> &mapping);

    /** Column number, -1 if the file has none for this field. */
    [[nodiscard]] int column(QLatin1StringView field) const;
    [[nodiscard]] bool has(QLatin1StringView field) const { return column(field) >= 0; }

private:
    QHash<QString, int> mColumns;
};

/** The English, GB and Chinese words of a value, the first being our id. */
struct ValueNames
{
    const char *id;
    const char *names; ///< with spaces between
};

/** Our id for what a file says; nothing if it is no word of the list. */
[[nodiscard]] std::optional<QString> idFromWord(const QString &word,
                                                std::span<const ValueNames> values);

/** A date as files have it: 20260305, 2026-03-05, 2026/3/5 (with a time behind or not),
 * 2026年3月5日. */
[[nodiscard]] std::optional<QDate> dateFromText(const QString &text);

} // namespace gridward
