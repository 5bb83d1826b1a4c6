// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/casemime.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace gridward {

bool hasCases(const QMimeData *data)
{
    return data != nullptr && data->hasFormat(QLatin1String(kCaseMime));
}

QList<CaseId> casesOf(const QMimeData *data)
{
    QList<CaseId> cases;
    if (hasCases(data)) {
        const QString text = QString::fromUtf8(data->data(QLatin1String(kCaseMime)));
        for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
            if (const std::optional<CaseId> id = CaseId::fromText(line.trimmed())) {
                cases.append(*id);
            }
        }
    }
    return cases;
}

QByteArray caseMimeData(const QList<CaseId> &cases)
{
    QStringList lines;
    for (const CaseId &id : cases) {
        lines.append(id.toText());
    }
    return lines.join(u'\n').toUtf8();
}

} // namespace gridward
