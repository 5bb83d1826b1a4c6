// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/caserowmodel.h"

#include "models/view/casewords.h"
#include "models/view/rowrole.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

CaseRowModel::CaseRowModel(Trailing trailing, QObject *parent)
    : QAbstractListModel(parent)
    , mTrailing(trailing)
{
}

void CaseRowModel::setCases(const QList<Case> &cases,
                            const DistrictNames &names,
                            bool english,
                            Instant now)
{
    const bool same = std::ranges::equal(cases, mCases, {}, &Case::id, &Case::id);
    if (!same) {
        beginResetModel();
    }
    mCases = cases;
    mNames = names;
    mEnglish = english;
    mNow = now;
    if (!same) {
        endResetModel();
    } else if (!mCases.isEmpty()) {
        emit dataChanged(index(0), index(static_cast<int>(mCases.size()) - 1));
    }
}

int CaseRowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mCases.size());
}

QVariant CaseRowModel::data(const QModelIndex &index, int wanted) const
{
    if (!index.isValid() || index.row() >= mCases.size()) {
        return {};
    }
    const Case &subject = mCases.at(index.row());
    const QString where = subject.address.isEmpty() ? mNames.grid(subject.grid) : subject.address;
    switch (wanted) {
    case Qt::DisplayRole:
        return mNames.className(subject.classKey, mEnglish);
    case Qt::ToolTipRole:
        return subject.text;
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3, %4"_s.arg(case_words::word(subject.level),
                                       mNames.className(subject.classKey, mEnglish),
                                       subject.number,
                                       trailing(subject));
    case role(RowRole::Detail): {
        const QString first = mTrailing == Trailing::State && subject.reportedAt
                                  ? case_words::sinceText(*subject.reportedAt, mNow)
                                  : subject.number;
        return where.isEmpty() ? first : u"%1 · %2"_s.arg(first, where);
    }
    case role(RowRole::Trailing):
        return trailing(subject);
    case role(RowRole::Alert):
        return mTrailing == Trailing::Clock && isOverdue(subject, mNow);
    case role(RowRole::Level):
        return toId(subject.level);
    default:
        return {};
    }
}

std::optional<CaseId> CaseRowModel::caseAt(int row) const
{
    return row >= 0 && row < mCases.size() ? std::optional(mCases.at(row).id) : std::nullopt;
}

QString CaseRowModel::trailing(const Case &subject) const
{
    return mTrailing == Trailing::Clock ? case_words::clockText(subject, mNow)
                                        : case_words::word(subject.state);
}

} // namespace gridward
