// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/sampledcasemodel.h"

#include "models/service/samplingsheet.h"
#include "models/view/casewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

void SampledCaseModel::setCases(const QList<SampledCase> &cases,
                                const DistrictNames &names,
                                bool english,
                                Instant now)
{
    const bool same = cases.size() == mCases.size() &&
                      std::ranges::equal(cases, mCases, [](const auto &one, const auto &other) {
                          return one.subject.id == other.subject.id;
                      });
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
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    }
}

int SampledCaseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mCases.size());
}

int SampledCaseModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString SampledCaseModel::text(const SampledCase &one, Column column) const
{
    const Case &subject = one.subject;
    switch (column) {
    case Column::Place:
        return QString::number(one.place);
    case Column::Number:
        return subject.number;
    case Column::Class:
        return mNames.className(subject.classKey, mEnglish);
    case Column::Address:
        return subject.address.isEmpty() ? mNames.grid(subject.grid) : subject.address;
    case Column::Unit:
        return mNames.unit(subject.unit, mEnglish);
    case Column::Closed:
        return subject.closedAt ? case_words::timeText(*subject.closedAt, mNow) : QString();
    case Column::Result:
        if (one.recheck) {
            const QString found = recheckWord(one.recheck->result);
            return one.recheck->note.isEmpty() ? found : u"%1 · %2"_s.arg(found, one.recheck->note);
        }
        return one.isOwn ? tr("For somebody else") : tr("Waiting");
    }
    return {};
}

QVariant SampledCaseModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= mCases.size() ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    return text(mCases.at(index.row()), static_cast<Column>(index.column()));
}

QVariant SampledCaseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Column::Place:
        return tr("No.");
    case Column::Number:
        return tr("Case");
    case Column::Class:
        return tr("Class");
    case Column::Address:
        return tr("Address");
    case Column::Unit:
        return tr("Unit");
    case Column::Closed:
        return tr("Closed");
    case Column::Result:
        return tr("Another look");
    }
    return {};
}

} // namespace gridward
