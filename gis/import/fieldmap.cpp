// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/fieldmap.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FieldMap)
};

QString folded(const QString &name)
{
    QString result;
    for (const QChar character : name) {
        if (!character.isSpace() && character != u'_' && character != u'-') {
            result.append(character.toLower());
        }
    }
    return result;
}

int find(const QStringList &foldedColumns, const FieldNames &field)
{
    const QStringList names = QStringList{QString::fromLatin1(field.field)} +
                              QString::fromUtf8(field.names).split(u' ', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        const qsizetype column = foldedColumns.indexOf(folded(name));
        if (column >= 0) {
            return static_cast<int>(column);
        }
    }
    return -1;
}

} // namespace

Result<FieldMap> FieldMap::match(const QString &file,
                                 const QStringList &columns,
                                 std::span<const FieldNames> fields,
                                 const QHash<QString, QString> &mapping)
{
    QStringList foldedColumns;
    for (const QString &column : columns) {
        foldedColumns.append(folded(column));
    }
    FieldMap result;
    QStringList missing;
    for (const FieldNames &field : fields) {
        const QString name = QString::fromLatin1(field.field);
        const QString mapped = mapping.value(name);
        const int column = mapped.isEmpty()
                               ? find(foldedColumns, field)
                               : static_cast<int>(foldedColumns.indexOf(folded(mapped)));
        if (column >= 0) {
            result.mColumns.insert(name, column);
        } else if (!mapped.isEmpty()) {
            missing.append(mapped);
        } else if (field.isNeeded) {
            const QString other = QString::fromUtf8(field.names).section(u' ', 0, 0);
            missing.append(other.isEmpty() ? name : u"%1 (%2)"_s.arg(name, other));
        }
    }
    if (!missing.isEmpty()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” lacks these columns: %2. It has: %3. Rename its columns.")
                         .arg(file, missing.join(u", "_s), columns.join(u", "_s)),
                     {}};
    }
    return result;
}

int FieldMap::column(QLatin1StringView field) const
{
    return mColumns.value(QString(field), -1);
}

std::optional<QString> idFromWord(const QString &word, std::span<const ValueNames> values)
{
    const QString wanted = folded(word);
    for (const ValueNames &value : values) {
        const QString id = QString::fromLatin1(value.id);
        if (wanted == folded(id)) {
            return id;
        }
        for (const QString &name : QString::fromUtf8(value.names).split(u' ', Qt::SkipEmptyParts)) {
            if (wanted == folded(name)) {
                return id;
            }
        }
    }
    return std::nullopt;
}

std::optional<QDate> dateFromText(const QString &text)
{
    static const QRegularExpression kPlain(u"^(\\d{4})(\\d{2})(\\d{2})$"_s);
    static const QRegularExpression kParted(
        u"^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?([ T].*)?$"_s);
    const QString trimmed = text.trimmed();
    QRegularExpressionMatch match = kPlain.match(trimmed);
    if (!match.hasMatch()) {
        match = kParted.match(trimmed);
    }
    const QDate date(
        match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    return match.hasMatch() && date.isValid() ? std::optional(date) : std::nullopt;
}

} // namespace gridward
