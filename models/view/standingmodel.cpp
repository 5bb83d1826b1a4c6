// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/standingmodel.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gridward {

namespace standing_words {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Standing)
};

} // namespace

QString title(Figure figure)
{
    switch (figure) {
    case Figure::Registered:
        return Words::tr("Registered");
    case Figure::Closed:
        return Words::tr("Closed");
    case Figure::InTime:
        return Words::tr("Closed in time");
    case Figure::OverdueOpen:
        return Words::tr("Overdue, not closed");
    case Figure::Returned:
        return Words::tr("Returned");
    case Figure::Reworked:
        return Words::tr("Rework");
    }
    return {};
}

QString formula(Figure figure)
{
    switch (figure) {
    case Figure::Registered:
        return Words::tr("Cases in the street that were registered in the month. All the other "
                         "figures are of these cases, as they stand now.");
    case Figure::Closed:
        return Words::tr("Those that are closed or archived.");
    case Figure::InTime:
        return Words::tr("In-time closing = closed without the handling limit ever having passed ÷ "
                         "due to close. Due to close = closed, or open with the limit ever "
                         "having passed. Cases exempted by an appeal are left out.");
    case Figure::OverdueOpen:
        return Words::tr(
            "Those that are open and whose handling limit has ever passed, whoever has "
            "them now; without those exempted by an appeal. The queue “Overdue or "
            "due soon” counts what is with the office now, whenever it was registered.");
    case Figure::Returned:
        return Words::tr("Those that a unit sent back at least once.");
    case Figure::Reworked:
        return Words::tr("Those that were sent back for rework at least once. Rework rate = these "
                         "÷ handed in at least once.");
    }
    return {};
}

QString value(Figure figure, const StandingFigures &figures)
{
    switch (figure) {
    case Figure::Registered:
        return QLocale().toString(figures.registered);
    case Figure::Closed:
        return QLocale().toString(figures.closed);
    case Figure::InTime: {
        const std::optional<double> rate = figures.inTimeRate();
        return rate ? Words::tr("%1 %").arg(QLocale().toString(*rate * 100.0, 'f', 1)) : u"–"_s;
    }
    case Figure::OverdueOpen:
        return QLocale().toString(figures.overdueOpen);
    case Figure::Returned:
        return QLocale().toString(figures.returned);
    case Figure::Reworked:
        return QLocale().toString(figures.reworked);
    }
    return {};
}

} // namespace standing_words

void StandingModel::setStanding(const Standing &standing, const DistrictNames &names)
{
    beginResetModel();
    mRows = standing.communities;
    mNames.clear();
    for (const StandingRow &row : std::as_const(mRows)) {
        mNames.append(row.community.isEmpty() ? QString() : names.division(row.community));
    }
    endResetModel();
}

void StandingModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, standing_words::kFigures);
    if (!mRows.isEmpty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, standing_words::kFigures));
    }
}

int StandingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mRows.size());
}

int StandingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : standing_words::kFigures + 1;
}

QVariant StandingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (index.column() == 0) {
        const QString &name = mNames.at(index.row());
        return name.isEmpty() ? tr("In no community") : name;
    }
    const auto figure = static_cast<standing_words::Figure>(index.column() - 1);
    const StandingRow &row = mRows.at(index.row());
    return tr("%1 (%2)").arg(standing_words::value(figure, row.now),
                             standing_words::value(figure, row.before));
}

QVariant StandingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section > standing_words::kFigures) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (section == 0) {
        return role == Qt::DisplayRole ? QVariant(tr("Community")) : QVariant();
    }
    const auto figure = static_cast<standing_words::Figure>(section - 1);
    if (role == Qt::ToolTipRole) {
        return standing_words::formula(figure);
    }
    return role == Qt::DisplayRole ? QVariant(standing_words::title(figure)) : QVariant();
}

} // namespace gridward
