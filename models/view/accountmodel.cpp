// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/accountmodel.h"

#include "models/domain/language.h"
#include "models/view/accesswords.h"

#include <QCollator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

void AccountModel::setPicture(const AccessPicture &picture, const DistrictNames &names, QDate today)
{
    beginResetModel();
    mPicture = picture;
    mNames = names;
    mToday = today;
    QCollator order;
    order.setNumericMode(true); // handler2 before handler10
    std::ranges::sort(mPicture.users, [&order](const User &one, const User &other) {
        return order.compare(one.name, other.name) < 0;
    });
    endResetModel();
}

void AccountModel::retranslate()
{
    beginResetModel();
    endResetModel();
}

std::optional<User> AccountModel::userAt(int row) const
{
    return row >= 0 && row < mPicture.users.size() ? std::optional(mPicture.users.at(row))
                                                   : std::nullopt;
}

int AccountModel::rowOf(const QString &name) const
{
    const auto found = std::ranges::find(mPicture.users, name, &User::name);
    return found == mPicture.users.end() ? -1 : static_cast<int>(found - mPicture.users.begin());
}

int AccountModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mPicture.users.size());
}

int AccountModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::State) + 1;
}

QString AccountModel::text(const User &user, Column column) const
{
    const bool english = isEnglish();
    switch (column) {
    case Column::Name:
        return user.name;
    case Column::Person:
        return mPicture.people.value(user.person);
    case Column::Role:
        return access_words::roleWord(mPicture.permissions, user.role);
    case Column::Area: {
        const QString path = mNames.path(user.division);
        return path.isEmpty() ? tr("Whole district") : path;
    }
    case Column::Unit:
        return user.actsForAllUnits          ? tr("All units")
               : user.organisation.isEmpty() ? QString()
                                             : mNames.unit(user.organisation, english);
    case Column::Posts: {
        const auto count = std::ranges::count_if(mPicture.posts, [&](const UserPost &post) {
            return post.user == user.name && post.holdsOn(mToday);
        });
        return count == 0 ? QString() : tr("%n more", nullptr, static_cast<int>(count));
    }
    case Column::State:
        return user.isDisabled ? tr("Disabled") : tr("Active");
    }
    return {};
}

QVariant AccountModel::data(const QModelIndex &index, int role) const
{
    const std::optional<User> user = userAt(index.row());
    if (!user || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    return text(*user, static_cast<Column>(index.column()));
}

QVariant AccountModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Column::Name:
        return tr("Account");
    case Column::Person:
        return tr("Person");
    case Column::Role:
        return tr("Role");
    case Column::Area:
        return tr("Area");
    case Column::Unit:
        return tr("Unit");
    case Column::Posts:
        return tr("Further posts");
    case Column::State:
        return tr("State");
    }
    return {};
}

} // namespace gridward
