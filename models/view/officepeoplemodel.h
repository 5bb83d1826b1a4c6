// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/streetport.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

#include <utility>

namespace gridward {

/** What somebody of a street office has to do now, and has done this month. */
struct OfficeLoad
{
    int open = 0;
    int overdue = 0;
    int handled = 0; ///< handed in this month

    bool operator==(const OfficeLoad &) const = default;
};

/**
 * The people of a street office and of the units below it, who is behind first: by overdue cases,
 * then by open ones, then those on duty. The first row is everybody together. Whoever has nothing,
 * has done nothing this month and is not on duty comes last, and can be folded away. GUI thread.
 */
class OfficePeopleModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Name, Open, Overdue, Handled };
    static constexpr int kColumns = 4;
    /** The same for every column of a row. */
    enum Role {
        PersonRole = Qt::UserRole, ///< id; empty for everybody
        DutyRole,                  ///< bool
        AwayRole,                  ///< bool
        LateRole,                  ///< bool: has something overdue
        IdleRole,                  ///< bool: nothing to do, nothing done, and not on duty
    };

    using QAbstractTableModel::QAbstractTableModel;

    /** Rows stay where they are as long as the order is the same. */
    void setPeople(const QList<OfficePerson> &people, const QHash<QString, OfficeLoad> &loads);
    /** Folded: the idle have no rows. They are folded at first. */
    void setIdleFolded(bool folded);
    [[nodiscard]] bool isIdleFolded() const { return mFoldsIdle; }
    /** How many are idle, folded or not. */
    [[nodiscard]] int idleCount() const { return mIdle; }
    /** The language is another now. */
    void retranslate();
    [[nodiscard]] int rowOf(const QString &person) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        OfficePerson person;
        OfficeLoad load;
        bool isIdle = false;
    };
    [[nodiscard]] QVariant text(const Row &row, Column column) const;
    [[nodiscard]] QString toolTip(const Row &row) const;

    QList<Row> mRows;
    std::pair<QList<OfficePerson>, QHash<QString, OfficeLoad>> mOrder; ///< as given, for folding
    bool mFoldsIdle = true;
    int mIdle = 0;
};

} // namespace gridward
