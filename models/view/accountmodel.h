// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/accessdesk.h"
#include "models/service/districtnames.h"

#include <QAbstractTableModel>

#include <optional>

namespace gridward {

/** The accounts of a store, a row each. Values only; reset when they are read anew. GUI thread. */
class AccountModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Name, Person, Role, Area, Unit, Posts, State };
    using QAbstractTableModel::QAbstractTableModel;

    void setPicture(const AccessPicture &picture, const DistrictNames &names, QDate today);
    void retranslate();
    [[nodiscard]] std::optional<User> userAt(int row) const;
    [[nodiscard]] int rowOf(const QString &name) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const User &user, Column column) const;

    AccessPicture mPicture;
    DistrictNames mNames;
    QDate mToday;
};

} // namespace gridward
