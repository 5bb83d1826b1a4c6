// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/peoplemodel.h"

#include "models/view/staffwords.h"

#include <algorithm>

namespace gridward {

void PeopleModel::show(const QList<Person> &people)
{
    beginResetModel();
    mPeople = people;
    endResetModel();
}

void PeopleModel::append(const QList<Person> &people)
{
    if (!people.isEmpty()) {
        const int first = static_cast<int>(mPeople.size());
        beginInsertRows({}, first, first + static_cast<int>(people.size()) - 1);
        mPeople += people;
        endInsertRows();
    }
}

void PeopleModel::setOrganisations(const QHash<QString, QString> &names)
{
    mOrganisations = names;
    retranslate();
}

void PeopleModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!mPeople.isEmpty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    }
}

const Person *PeopleModel::personAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < mPeople.size() ? &mPeople.at(index.row()) : nullptr;
}

QModelIndex PeopleModel::indexOf(const QString &person) const
{
    const auto found = std::ranges::find(mPeople, person, &Person::id);
    return found == mPeople.end() ? QModelIndex()
                                  : index(static_cast<int>(found - mPeople.begin()), 0);
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mPeople.size());
}

int PeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const Person &person = mPeople.at(index.row());
    switch (static_cast<Column>(index.column())) {
    case Column::Name:
        return person.name;
    case Column::Organisation:
        return mOrganisations.value(person.organisation, person.organisation);
    case Column::Phone:
        return person.workPhone;
    case Column::Skills:
        return staff_words::skillsText(person.skills);
    case Column::Languages:
        return staff_words::languagesText(person.languages);
    }
    return {};
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Column::Name:
        return tr("Name");
    case Column::Organisation:
        return tr("Organisation");
    case Column::Phone:
        return tr("Phone at work");
    case Column::Skills:
        return tr("Skills");
    case Column::Languages:
        return tr("Languages");
    }
    return {};
}

} // namespace gridward
