// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/staffkeeper.h"

#include <QAbstractTableModel>

namespace gridward {

/** A turn or a gap as it lies in a day of the roster. */
struct RosterBar
{
    double from = 0.0; ///< share of the day, 0 to 1
    double to = 1.0;
    int lane = 0;   ///< turns at the same time lie below one another
    QString text;   ///< who is on duty, or how many are missing
    QString detail; ///< with hours, for a tool tip
    bool isGap = false;
    bool isDeputy = false; ///< somebody acts for whose turn it is

    bool operator==(const RosterBar &) const = default;
};

/**
 * Some days of the duty roster as a table: a row for each post and area, a column for each day
 * behind the one with the name. Cells hold bars (BarsRole). GUI thread.
 */
class RosterModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        BarsRole = Qt::UserRole + 1, ///< QList<RosterBar>
        LanesRole,                   ///< how many lanes the row has
        DetailRole,                  ///< second line of the first column: the area
        TodayRole,                   ///< of a column: is it today?
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const RosterPicture &picture);
    void retranslate();
    [[nodiscard]] const RosterPicture &picture() const { return mPicture; }
    [[nodiscard]] const CoveredPost *postAt(const QModelIndex &index) const;
    [[nodiscard]] QDate dayAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const CoveredPost &post, QDate day) const;
    /** The turns of that post that touch that day. */
    [[nodiscard]] QList<Shift> shiftsAt(const QModelIndex &index) const;
    [[nodiscard]] QString nameOf(const QString &person) const;
    [[nodiscard]] QString areaName(const QString &code) const;
    /** "08:00", or with the day if that is another. */
    [[nodiscard]] QString clockText(Instant moment, QDate day) const;
    /** "20 Nov 08:00" by the district's clock. */
    [[nodiscard]] QString timeText(Instant moment) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QList<RosterBar> barsOf(const CoveredPost &post, QDate day) const;
    void addTurns(QList<RosterBar> &bars, const CoveredPost &post, QDate day) const;
    void addGaps(QList<RosterBar> &bars, const CoveredPost &post, QDate day) const;
    [[nodiscard]] RosterBar barFor(Instant from, Instant to, QDate day) const;

    RosterPicture mPicture;
    QTimeZone mZone;
    LeaveBook mLeaves;
    QList<QList<QList<RosterBar>>> mBars; ///< by row and day
};

} // namespace gridward

Q_DECLARE_METATYPE(gridward::RosterBar)
