// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/standing.h"
#include "models/service/districtnames.h"

#include <QAbstractTableModel>

namespace gridward {

/** The figures of a month, in words. */
namespace standing_words {

enum class Figure { Registered, Closed, InTime, OverdueOpen, Returned, Reworked };
inline constexpr int kFigures = 6;

[[nodiscard]] QString title(Figure figure);
/** What is counted, and how. */
[[nodiscard]] QString formula(Figure figure);
/** "12", "93.7 %", "–" for a rate of nothing. */
[[nodiscard]] QString value(Figure figure, const StandingFigures &figures);

} // namespace standing_words

/** The month of each community of a street: a row each, this month and the one before. */
class StandingModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /** The names outlive it. */
    void setStanding(const Standing &standing, const DistrictNames &names);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<StandingRow> mRows;
    QStringList mNames; ///< of the communities
};

} // namespace gridward
