// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/permission.h"

#include <QAbstractTableModel>
#include <QList>

#include <optional>

namespace gridward {

/**
 * The table of rights: a row for each permission below a heading for its kind of thing, a column
 * for each role. Shows; what is changed is asked for by grantRequested() and comes back with the
 * next setPermissions(). GUI thread.
 */
class PermissionModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        ReachRole = Qt::UserRole, ///< int of Reach; none for headings
        IsChangedRole,            ///< differs from what the program gives
        IsHeadingRole,
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setPermissions(const Permissions &permissions);
    /** The words anew, in the language of the moment. */
    void retranslate();
    /** What a cell grants now; nothing for a heading. */
    [[nodiscard]] std::optional<Grant> grantAt(const QModelIndex &index) const;
    [[nodiscard]] QString roleAt(int column) const { return mRoles.value(column); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        Thing thing = Thing::Case;
        QString action; ///< empty: the heading

        bool operator==(const Row &) const = default;
    };
    Permissions mPermissions;
    QList<Row> mRows;
    QStringList mRoles;
};

} // namespace gridward
