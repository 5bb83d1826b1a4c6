// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/staffmatrixmodel.h"

#include "models/view/staffwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kStreet = 1;
constexpr int kCommunity = 2;

bool isGap(const StaffCell &cell)
{
    return cell.state == CellState::Vacant || cell.state == CellState::Away;
}

} // namespace

void StaffMatrixModel::show(const StaffingPicture &picture)
{
    beginResetModel();
    mPicture = picture;
    mDivisions.clear();
    for (const Division &division : picture.divisions) {
        mDivisions.insert(division.code, division.name);
    }
    arrange();
    endResetModel();
}

void StaffMatrixModel::setFilter(const StaffMatrixFilter &filter)
{
    if (filter != mFilter) {
        beginResetModel();
        mFilter = filter;
        arrange();
        endResetModel();
    }
}

void StaffMatrixModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!mLines.isEmpty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

bool StaffMatrixModel::isShown(qsizetype row) const
{
    const UnitGrid &grid = mPicture.grids.at(row);
    const QList<StaffCell> &cells = mPicture.matrix.rows.at(row).cells;
    if (!mFilter.street.isEmpty() && grid.street != mFilter.street) {
        return false;
    }
    if (mFilter.onlyGaps && std::ranges::none_of(cells, isGap)) {
        return false;
    }
    if (mFilter.text.isEmpty() || grid.name.contains(mFilter.text) ||
        grid.code.contains(mFilter.text)) {
        return true;
    }
    return std::ranges::any_of(cells, [&](const StaffCell &cell) {
        return std::ranges::any_of(cell.holders, [&](const StaffHolder &holder) {
            return nameOf(holder.duty.person).contains(mFilter.text) ||
                   (holder.acting && nameOf(*holder.acting).contains(mFilter.text));
        });
    });
}

void StaffMatrixModel::arrange()
{
    mLines.clear();
    mVacant = mUnmanned = mGridCount = 0;
    const QList<int> none(mPicture.matrix.roles.size(), 0);
    mGaps = none;
    qsizetype street = -1;
    qsizetype community = -1;
    for (qsizetype row = 0; row < mPicture.grids.size(); ++row) {
        if (!isShown(row)) {
            continue;
        }
        const UnitGrid &grid = mPicture.grids.at(row);
        if (street < 0 || mLines.at(street).code != grid.street) {
            street = mLines.size();
            mLines.append({kStreet, grid.street, -1, none});
            community = -1;
        }
        if (community < 0 || mLines.at(community).code != grid.community) {
            community = mLines.size();
            mLines.append({kCommunity, grid.community, -1, none});
        }
        mLines.append({0, {}, row, {}});
        ++mGridCount;
        const QList<StaffCell> &cells = mPicture.matrix.rows.at(row).cells;
        for (qsizetype place = 0; place < cells.size(); ++place) {
            const int missing = cells.at(place).missing();
            mLines[street].gaps[place] += missing;
            mLines[community].gaps[place] += missing;
            mGaps[place] += missing;
            mVacant += missing;
            mUnmanned += cells.at(place).state == CellState::Away ? 1 : 0;
        }
    }
}

const StaffCell *StaffMatrixModel::cellAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.column() < 1 || mLines.at(index.row()).heading != 0) {
        return nullptr;
    }
    return &mPicture.matrix.rows.at(mLines.at(index.row()).row).cells.at(index.column() - 1);
}

const UnitGrid *StaffMatrixModel::gridAt(const QModelIndex &index) const
{
    if (!index.isValid() || mLines.at(index.row()).heading != 0) {
        return nullptr;
    }
    return &mPicture.grids.at(mLines.at(index.row()).row);
}

QModelIndex StaffMatrixModel::indexOf(const QString &grid, const QString &role) const
{
    const qsizetype column = mPicture.matrix.roles.indexOf(role) + 1;
    for (int row = 0; row < mLines.size(); ++row) {
        if (mLines.at(row).heading == 0 && mPicture.grids.at(mLines.at(row).row).code == grid) {
            return index(row, static_cast<int>(column));
        }
    }
    return {};
}

QString StaffMatrixModel::nameOf(const QString &person) const
{
    const auto found = mPicture.people.constFind(person);
    return found == mPicture.people.constEnd() ? person : found->name;
}

QString StaffMatrixModel::divisionName(const QString &code) const
{
    return mDivisions.value(code, code);
}

int StaffMatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mLines.size());
}

int StaffMatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mPicture.matrix.roles.size()) + 1;
}

QString StaffMatrixModel::cellText(const StaffCell &cell) const
{
    QStringList names;
    for (const StaffHolder &holder : cell.holders) {
        names.append(nameOf(holder.duty.person));
    }
    if (cell.state == CellState::Vacant) {
        names.append(cell.missing() == 1 ? tr("vacant") : tr("%n vacant", nullptr, cell.missing()));
    }
    return names.join(tr(", "));
}

QString StaffMatrixModel::cellDetail(const StaffCell &cell) const
{
    if (cell.state == CellState::Vacant && cell.vacantSince.isValid()) {
        return tr("since %1").arg(staff_words::dayText(cell.vacantSince));
    }
    for (const StaffHolder &holder : cell.holders) {
        if (holder.leave && !holder.acting) {
            return tr("away, nobody acts");
        }
    }
    for (const StaffHolder &holder : cell.holders) {
        if (holder.leave) {
            return tr("away, %1 acts").arg(nameOf(*holder.acting));
        }
    }
    return {};
}

QVariant StaffMatrixModel::cellData(const StaffCell &cell, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(cell);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString detail = cellDetail(cell);
        const QString text = staff_words::roleWord(cell.role) + u": "_s + cellText(cell);
        return detail.isEmpty() ? text : text + u" ("_s + detail + u')';
    }
    case StateRole:
        return toId(cell.state);
    case GapsRole:
        return cell.missing();
    case DetailRole:
        return cellDetail(cell);
    default:
        return {};
    }
}

QVariant StaffMatrixModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Line &line = mLines.at(index.row());
    if (role == HeadingRole) {
        return line.heading;
    }
    if (role == CodeRole) {
        return line.heading == 0 ? mPicture.grids.at(line.row).code : line.code;
    }
    if (line.heading == 0 && index.column() > 0) {
        return cellData(mPicture.matrix.rows.at(line.row).cells.at(index.column() - 1), role);
    }
    if (index.column() == 0 && (role == Qt::DisplayRole || role == Qt::ToolTipRole)) {
        const QString name =
            line.heading == 0 ? mPicture.grids.at(line.row).name : divisionName(line.code);
        return role == Qt::DisplayRole || line.heading != 0
                   ? name
                   : name + u'\n' + mPicture.grids.at(line.row).code;
    }
    if (line.heading != 0 && index.column() > 0) {
        const int gaps = line.gaps.at(index.column() - 1);
        if (role == GapsRole) {
            return gaps;
        }
        if (role == Qt::DisplayRole && gaps > 0) {
            return tr("%n vacant", nullptr, gaps);
        }
    }
    return {};
}

QVariant StaffMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const int gaps = section == 0 ? mVacant : mGaps.value(section - 1);
    if (role == GapsRole) {
        return gaps;
    }
    if (role == Qt::DisplayRole) {
        return section == 0 ? tr("Grid")
                            : staff_words::roleWord(mPicture.matrix.roles.at(section - 1));
    }
    if (role == Qt::ToolTipRole) {
        return tr("%n vacant", nullptr, gaps);
    }
    return {};
}

Qt::ItemFlags StaffMatrixModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    if (mLines.at(index.row()).heading != 0) {
        return Qt::ItemIsEnabled;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace gridward
