// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/permissionmodel.h"

#include "models/view/accesswords.h"

using namespace Qt::StringLiterals;

namespace gridward {

void PermissionModel::setPermissions(const Permissions &permissions)
{
    QStringList roles;
    for (const RoleInfo &role : permissions.roles()) {
        roles.append(role.id);
    }
    if (!mRows.isEmpty() && roles == mRoles) {
        mPermissions = permissions;
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    mPermissions = permissions;
    mRoles = roles;
    mRows.clear();
    for (const Thing thing : allThings()) {
        mRows.append({thing, {}});
        for (const QString &action : actionsOn(thing)) {
            mRows.append({thing, action});
        }
    }
    endResetModel();
}

void PermissionModel::retranslate()
{
    if (mRows.isEmpty()) {
        return;
    }
    emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

std::optional<Grant> PermissionModel::grantAt(const QModelIndex &index) const
{
    const Row row = mRows.value(index.row());
    if (!index.isValid() || row.action.isEmpty()) {
        return std::nullopt;
    }
    const QString role = mRoles.value(index.column());
    return Grant{role, row.thing, row.action, mPermissions.reach(role, row.thing, row.action)};
}

int PermissionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mRows.size());
}

int PermissionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mRoles.size());
}

QVariant PermissionModel::data(const QModelIndex &index, int role) const
{
    const std::optional<Grant> grant = grantAt(index);
    if (role == IsHeadingRole) {
        return !grant.has_value();
    }
    if (!grant) {
        return {};
    }
    const Reach given = Permissions::standard().reach(grant->role, grant->thing, grant->action);
    const QString who = access_words::roleWord(mPermissions, grant->role);
    switch (role) {
    case Qt::DisplayRole:
        return access_words::word(grant->reach);
    case Qt::TextAlignmentRole:
        return Qt::AlignCenter;
    case Qt::ToolTipRole:
        return given == grant->reach ? tr("%1: %2 – %3")
                                           .arg(who,
                                                access_words::word(grant->thing, grant->action),
                                                access_words::word(grant->reach))
                                     : tr("%1: %2 – %3 (the program gives: %4)")
                                           .arg(who,
                                                access_words::word(grant->thing, grant->action),
                                                access_words::word(grant->reach),
                                                access_words::word(given));
    case Qt::AccessibleTextRole:
        return u"%1, %2: %3"_s.arg(
            who, access_words::word(grant->thing, grant->action), access_words::word(grant->reach));
    case ReachRole:
        return static_cast<int>(grant->reach);
    case IsChangedRole:
        return given != grant->reach;
    default:
        return {};
    }
}

QVariant PermissionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal) {
        return role == Qt::DisplayRole ? access_words::roleWord(mPermissions, mRoles.value(section))
                                       : QVariant();
    }
    const Row row = mRows.value(section);
    if (role == Qt::DisplayRole) {
        return row.action.isEmpty() ? access_words::word(row.thing)
                                    : u"    "_s + access_words::word(row.thing, row.action);
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    }
    return {};
}

Qt::ItemFlags PermissionModel::flags(const QModelIndex &index) const
{
    return grantAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace gridward
