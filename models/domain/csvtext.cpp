// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/csvtext.h"

using namespace Qt::StringLiterals;

namespace gridward {

QByteArray csvExact(QString text)
{
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') ||
        text.contains(u'\r')) {
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    }
    return text.toUtf8();
}

QByteArray csvCell(const QString &text)
{
    const bool isFormula = !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front());
    return csvExact(isFormula ? u'\'' + text : text);
}

QByteArray csvLine(const QStringList &cells)
{
    QByteArrayList line;
    for (const QString &cell : cells) {
        line.append(csvCell(cell));
    }
    return csvLine(line);
}

QByteArray csvLine(const QByteArrayList &cells)
{
    return cells.join(',') + "\r\n";
}

} // namespace gridward
