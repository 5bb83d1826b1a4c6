// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/district.h"

#include <QAbstractTableModel>
#include <QHash>

namespace gridward {

/** People with their organisation, skills and languages, in the order given. GUI thread. */
class PeopleModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Name, Organisation, Phone, Skills, Languages };
    static constexpr int kColumns = 5;

    using QAbstractTableModel::QAbstractTableModel;

    void show(const QList<Person> &people);
    void append(const QList<Person> &people);
    void setOrganisations(const QHash<QString, QString> &names);
    void retranslate();
    [[nodiscard]] const Person *personAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &person) const;
    [[nodiscard]] const QList<Person> &people() const { return mPeople; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Person> mPeople;
    QHash<QString, QString> mOrganisations;
};

} // namespace gridward
