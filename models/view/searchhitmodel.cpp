// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/searchhitmodel.h"

#include "models/view/casewords.h"
#include "models/view/rowrole.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QString iconOf(SearchHit::Kind kind)
{
    switch (kind) {
    case SearchHit::Kind::Case:
        return u"case"_s;
    case SearchHit::Kind::Grid:
        return u"grid"_s;
    case SearchHit::Kind::Division:
        return u"division"_s;
    case SearchHit::Kind::Address:
        return u"pin"_s;
    case SearchHit::Kind::KeyPlace:
        return u"place"_s;
    case SearchHit::Kind::Person:
        return u"person"_s;
    }
    return {};
}

QString headingOf(SearchHit::Kind kind)
{
    switch (kind) {
    case SearchHit::Kind::Case:
        return SearchHitModel::tr("Cases");
    case SearchHit::Kind::Grid:
        return SearchHitModel::tr("Unit grids");
    case SearchHit::Kind::Division:
        return SearchHitModel::tr("Divisions");
    case SearchHit::Kind::Address:
        return SearchHitModel::tr("Addresses");
    case SearchHit::Kind::KeyPlace:
        return SearchHitModel::tr("Key places");
    case SearchHit::Kind::Person:
        return SearchHitModel::tr("People");
    }
    return {};
}

QString detailOf(const SearchHit &hit)
{
    return hit.kind == SearchHit::Kind::KeyPlace ? case_words::placeKindWord(hit.detail)
                                                 : hit.detail;
}

} // namespace

void SearchHitModel::setHits(const QList<SearchHit> &hits)
{
    beginResetModel();
    mRows.clear();
    QList<SearchHit::Kind> kinds;
    for (const SearchHit &hit : hits) {
        if (!kinds.contains(hit.kind)) {
            kinds.append(hit.kind);
        }
    }
    for (const SearchHit::Kind kind : std::as_const(kinds)) {
        Row heading{true, {}};
        heading.hit.kind = kind;
        mRows.append(heading);
        for (const SearchHit &hit : hits) {
            if (hit.kind == kind) {
                mRows.append({false, hit});
            }
        }
    }
    endResetModel();
}

void SearchHitModel::retranslate()
{
    if (!mRows.isEmpty()) {
        emit dataChanged(index(0), index(static_cast<int>(mRows.size()) - 1));
    }
}

int SearchHitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mRows.size());
}

QVariant SearchHitModel::data(const QModelIndex &index, int wanted) const
{
    if (!index.isValid() || index.row() >= mRows.size()) {
        return {};
    }
    const Row &row = mRows.at(index.row());
    if (wanted == role(RowRole::Heading)) {
        return row.heading;
    }
    if (row.heading) {
        return wanted == Qt::DisplayRole ? headingOf(row.hit.kind) : QVariant();
    }
    switch (wanted) {
    case Qt::DisplayRole:
        return row.hit.title;
    case Qt::AccessibleTextRole:
        return u"%1 – %2 – %3"_s.arg(headingOf(row.hit.kind), row.hit.title, detailOf(row.hit));
    case role(RowRole::Detail):
        return detailOf(row.hit);
    case role(RowRole::Icon):
        return iconOf(row.hit.kind);
    default:
        return {};
    }
}

Qt::ItemFlags SearchHitModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    return hitAt(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                              : Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

std::optional<SearchHit> SearchHitModel::hitAt(int row) const
{
    if (row < 0 || row >= mRows.size() || mRows.at(row).heading) {
        return std::nullopt;
    }
    return mRows.at(row).hit;
}

int SearchHitModel::choosableFrom(int row, int step) const
{
    for (int at = row + step; at >= 0 && at < mRows.size(); at += step) {
        if (!mRows.at(at).heading) {
            return at;
        }
    }
    return -1;
}

} // namespace gridward
