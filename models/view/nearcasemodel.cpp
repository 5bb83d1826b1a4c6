// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/nearcasemodel.h"

#include "models/view/casewords.h"
#include "models/view/rowrole.h"

#include <QHash>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

void NearCaseModel::setCases(const QList<NearCase> &near,
                             const QList<Case> &cases,
                             const DistrictNames &names,
                             bool english,
                             Instant now)
{
    QHash<QUuid, const Case *> byId;
    for (const Case &one : cases) {
        byId.insert(one.id.value, &one);
    }
    beginResetModel();
    mRows.clear();
    for (const NearCase &one : near) {
        if (const Case *subject = byId.value(one.id.value)) {
            mRows.append({*subject, one.metres});
        }
    }
    mNames = names;
    mEnglish = english;
    mNow = now;
    endResetModel();
}

int NearCaseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mRows.size());
}

QVariant NearCaseModel::data(const QModelIndex &index, int wanted) const
{
    if (!index.isValid() || index.row() >= mRows.size()) {
        return {};
    }
    const Row &row = mRows.at(index.row());
    const Case &subject = row.subject;
    const QString where = subject.address.isEmpty() ? mNames.grid(subject.grid) : subject.address;
    const QString since =
        subject.reportedAt ? case_words::timeText(*subject.reportedAt, mNow) : QString();
    switch (wanted) {
    case Qt::DisplayRole:
        return mNames.className(subject.classKey, mEnglish);
    case Qt::ToolTipRole:
    case role(RowRole::Detail): {
        QStringList parts{subject.number, since, where};
        parts.removeAll(QString());
        return parts.join(u" · "_s);
    }
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3, %4, %5"_s.arg(mNames.className(subject.classKey, mEnglish),
                                           distanceText(row.metres),
                                           subject.number,
                                           since,
                                           where);
    case role(RowRole::Trailing):
        return distanceText(row.metres);
    case role(RowRole::Level):
        return toId(subject.level);
    default:
        return {};
    }
}

std::optional<CaseId> NearCaseModel::caseAt(int row) const
{
    return row >= 0 && row < mRows.size() ? std::optional(mRows.at(row).subject.id) : std::nullopt;
}

QString NearCaseModel::distanceText(double metres)
{
    return metres < 999.5 ? tr("%1 m").arg(std::lround(metres))
                          : tr("%1 km").arg(metres / 1000.0, 0, 'f', 1);
}

} // namespace gridward
