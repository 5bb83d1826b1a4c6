// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/logmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

LogModel::LogModel(int capacity, QObject *parent)
    : QAbstractTableModel(parent)
    , mCapacity(std::max(1, capacity))
{
}

void LogModel::append(const QList<LogLine> &lines)
{
    if (lines.isEmpty()) {
        return;
    }
    const QList<LogLine> kept = lines.size() > mCapacity ? lines.last(mCapacity) : lines;
    const qsizetype surplus = mLines.size() + kept.size() - mCapacity;
    if (surplus > 0) {
        beginRemoveRows({}, 0, static_cast<int>(surplus) - 1);
        mLines.remove(0, surplus);
        endRemoveRows();
    }
    const int first = static_cast<int>(mLines.size());
    beginInsertRows({}, first, first + static_cast<int>(kept.size()) - 1);
    mLines.append(kept);
    endInsertRows();
}

void LogModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!mLines.isEmpty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mLines.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 4;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const LogLine &line = mLines.at(index.row());
    if (role == LevelRole) {
        return static_cast<int>(line.level);
    }
    if (role == Qt::ToolTipRole) {
        return line.text;
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(index.column())) {
    case Column::Time:
        return line.time.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
    case Column::Level:
        switch (line.level) {
        case LogLine::Level::Debug:
            return tr("Debug");
        case LogLine::Level::Info:
            return tr("Info");
        case LogLine::Level::Warning:
            return tr("Warning");
        case LogLine::Level::Critical:
            return tr("Error");
        }
        return {};
    case Column::Category:
        return line.category;
    case Column::Text:
        return line.text;
    }
    return {};
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Column::Time:
        return tr("Time");
    case Column::Level:
        return tr("Level");
    case Column::Category:
        return tr("Source");
    case Column::Text:
        return tr("Message");
    }
    return {};
}

} // namespace gridward
