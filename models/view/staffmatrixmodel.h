// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/staffkeeper.h"

#include <QAbstractTableModel>

#include <optional>

namespace gridward {

/** Which rows of the matrix are shown: all that is set must hold. */
struct StaffMatrixFilter
{
    QString street;        ///< its code
    QString text;          ///< part of the name or code of a grid, or of somebody's name in it
    bool onlyGaps = false; ///< something is vacant, or nobody acts for somebody on leave

    bool operator==(const StaffMatrixFilter &) const = default;
};

/**
 * The staffing matrix as a table: a row for each grid below rows that name its street and its
 * community, a column for each role behind the one with the name. GUI thread.
 */
class StaffMatrixModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        StateRole = Qt::UserRole + 1, ///< id of a CellState
        HeadingRole,                  ///< 1: street, 2: community, 0: grid
        GapsRole,   ///< how many are vacant: of a cell, or of a column below a heading
        CodeRole,   ///< of the grid or division
        DetailRole, ///< second line of a cell: who acts, since when it is vacant
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const StaffingPicture &picture);
    void setFilter(const StaffMatrixFilter &filter);
    [[nodiscard]] const StaffingPicture &picture() const { return mPicture; }
    /** The words anew, in another language. */
    void retranslate();

    /** Nothing for a heading. */
    [[nodiscard]] const StaffCell *cellAt(const QModelIndex &index) const;
    [[nodiscard]] const UnitGrid *gridAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &grid, const QString &role) const;
    [[nodiscard]] QString nameOf(const QString &person) const;
    /** Vacant cells and cells of people away for whom nobody acts, of all rows that are shown. */
    [[nodiscard]] int vacant() const { return mVacant; }
    [[nodiscard]] int unmanned() const { return mUnmanned; }
    [[nodiscard]] int gridCount() const { return mGridCount; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line
    {
        int heading = 0;   ///< as HeadingRole
        QString code;      ///< of the division of a heading
        qsizetype row = 0; ///< of the matrix
        QList<int> gaps;   ///< of a heading, by role
    };

    void arrange();
    [[nodiscard]] bool isShown(qsizetype row) const;
    [[nodiscard]] QString divisionName(const QString &code) const;
    [[nodiscard]] QVariant cellData(const StaffCell &cell, int role) const;
    [[nodiscard]] QString cellText(const StaffCell &cell) const;
    [[nodiscard]] QString cellDetail(const StaffCell &cell) const;

    StaffingPicture mPicture;
    StaffMatrixFilter mFilter;
    QList<Line> mLines;
    QList<int> mGaps; ///< by role, of all rows that are shown
    QHash<QString, QString> mDivisions;
    int mVacant = 0;
    int mUnmanned = 0;
    int mGridCount = 0;
};

} // namespace gridward
