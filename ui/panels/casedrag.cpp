// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/casedrag.h"

#include <QMimeData>

#include <memory>

using namespace Qt::StringLiterals;

namespace gridward::case_drag {

QMimeData *makeMimeData(const QList<CaseId> &ids, const QStringList &numbers)
{
    QStringList texts;
    texts.reserve(ids.size());
    for (const CaseId &id : ids) {
        texts.append(id.toText());
    }
    auto data = std::make_unique<QMimeData>();
    data->setData(QLatin1String(kMimeType), texts.join(u'\n').toUtf8());
    data->setText(numbers.join(u'\n'));
    return data.release();
}

QList<CaseId> casesIn(const QMimeData &data)
{
    QList<CaseId> ids;
    const QString texts = QString::fromUtf8(data.data(QLatin1String(kMimeType)));
    for (const QString &text : texts.split(u'\n', Qt::SkipEmptyParts)) {
        if (const std::optional<CaseId> id = CaseId::fromText(text.trimmed())) {
            ids.append(*id);
        }
    }
    return ids;
}

} // namespace gridward::case_drag
