// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"

#include <QAbstractListModel>
#include <QList>

#include <optional>

namespace gridward {

/**
 * What a search found, grouped by kind under a heading each; the groups stand in the order in which
 * their first hit came. Rows as in rowrole.h. GUI thread.
 */
class SearchHitModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setHits(const QList<SearchHit> &hits);
    /** The headings anew, in the language of the moment. */
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int wanted) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /** Nothing for a heading. */
    [[nodiscard]] std::optional<SearchHit> hitAt(int row) const;
    /** The next row that can be chosen in that direction (1 or -1); -1 if there is none. */
    [[nodiscard]] int choosableFrom(int row, int step) const;

private:
    struct Row
    {
        bool heading = false;
        SearchHit hit; ///< of a heading: only its kind
    };
    QList<Row> mRows;
};

} // namespace gridward
