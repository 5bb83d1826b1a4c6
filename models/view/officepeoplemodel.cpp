// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/officepeoplemodel.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

void OfficePeopleModel::setPeople(const QList<OfficePerson> &people,
                                  const QHash<QString, OfficeLoad> &loads)
{
    mOrder = {people, loads};
    QList<Row> rows;
    Row all;
    qsizetype idle = 0;
    for (const OfficePerson &person : people) {
        const OfficeLoad load = loads.value(person.person.id);
        const bool isIdle = load.open == 0 && load.handled == 0 && !person.isOnDuty;
        idle += isIdle ? 1 : 0;
        rows.append({person, load, isIdle});
        all.load.open += load.open;
        all.load.overdue += load.overdue;
        all.load.handled += load.handled;
    }
    std::ranges::stable_sort(rows, [](const Row &one, const Row &other) {
        if (one.load.overdue != other.load.overdue) {
            return one.load.overdue > other.load.overdue;
        }
        if (one.load.open != other.load.open) {
            return one.load.open > other.load.open;
        }
        if (one.person.isOnDuty != other.person.isOnDuty) {
            return one.person.isOnDuty;
        }
        return !one.isIdle && other.isIdle;
    });
    mIdle = static_cast<int>(idle);
    if (mFoldsIdle) {
        rows.removeIf([](const Row &one) { return one.isIdle; });
    }
    if (!people.isEmpty()) {
        rows.prepend(all);
    }
    const auto idOf = [](const Row &row) { return row.person.person.id; };
    if (std::ranges::equal(rows, mRows, {}, idOf, idOf)) {
        mRows = rows;
        if (!mRows.isEmpty()) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
        }
        return;
    }
    beginResetModel();
    mRows = rows;
    endResetModel();
}

void OfficePeopleModel::setIdleFolded(bool folded)
{
    if (folded != mFoldsIdle) {
        mFoldsIdle = folded;
        const auto [people, loads] = mOrder;
        setPeople(people, loads);
    }
}

void OfficePeopleModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!mRows.isEmpty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    }
}

int OfficePeopleModel::rowOf(const QString &person) const
{
    for (qsizetype row = 0; row < mRows.size(); ++row) {
        if (mRows.at(row).person.person.id == person) {
            return static_cast<int>(row);
        }
    }
    return -1;
}

int OfficePeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mRows.size());
}

int OfficePeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant OfficePeopleModel::text(const Row &row, Column column) const
{
    switch (column) {
    case Column::Name:
        return row.person.person.id.isEmpty() ? tr("All") : row.person.person.name;
    case Column::Open:
        return QLocale().toString(row.load.open);
    case Column::Overdue:
        return QLocale().toString(row.load.overdue);
    case Column::Handled:
        return QLocale().toString(row.load.handled);
    }
    return {};
}

QString OfficePeopleModel::toolTip(const Row &row) const
{
    if (row.person.person.id.isEmpty()) {
        return tr("Shows the cases of everybody again.");
    }
    QStringList lines{row.person.isAway     ? tr("%1 is on leave.").arg(row.person.person.name)
                      : row.person.isOnDuty ? tr("%1 is on duty now.").arg(row.person.person.name)
                                            : tr("%1 is not on duty.").arg(row.person.person.name)};
    if (!row.person.person.workPhone.isEmpty()) {
        lines.append(tr("At work: %1").arg(row.person.person.workPhone));
    }
    return lines.join(u'\n');
}

QVariant OfficePeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = mRows.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return toolTip(row);
    case Qt::AccessibleTextRole:
        return column == Column::Name && row.person.isOnDuty
                   ? tr("%1, on duty").arg(row.person.person.name)
                   : text(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (column == Column::Name ? Qt::AlignLeft : Qt::AlignRight));
    case PersonRole:
        return row.person.person.id;
    case DutyRole:
        return row.person.isOnDuty;
    case AwayRole:
        return row.person.isAway;
    case IdleRole:
        return row.isIdle;
    case LateRole:
        return row.load.overdue > 0;
    default:
        return {};
    }
}

QVariant OfficePeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) {
        return {};
    }
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (column == Column::Name ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role == Qt::ToolTipRole) {
        switch (column) {
        case Column::Name:
            return tr("A dot stands before who is on duty now.");
        case Column::Open:
            return tr("Open cases of this street that they are in charge of and have not handed "
                      "in.");
        case Column::Overdue:
            return tr("Those of them whose handling limit has passed.");
        case Column::Handled:
            return tr("Cases that they were in charge of and that were handed in this month; of "
                      "those registered this month or the month before.");
        }
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Column::Name:
        return tr("Person");
    case Column::Open:
        return tr("Open");
    case Column::Overdue:
        return tr("Overdue");
    case Column::Handled:
        return tr("Done");
    }
    return {};
}

} // namespace gridward
