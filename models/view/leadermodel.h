// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/leadermatter.h"
#include "models/service/districtnames.h"

#include <QAbstractListModel>

#include <optional>

namespace gridward {

/**
 * What needs a leader's decision, under a heading for each kind: what and where, since when and who
 * is on it, and what is asked of the leader. The roles of rowrole.h, and those below. GUI thread.
 */
class LeaderModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        Ask = Qt::UserRole + 100,
        Number, ///< of the case
        Warning ///< its clock tells that nobody reports from the scene
    };

    using QAbstractListModel::QAbstractListModel;

    /** They must be in the order of comesBefore(). */
    void setMatters(const QList<LeaderMatter> &matters,
                    const DistrictNames &names,
                    bool english,
                    Instant now);
    [[nodiscard]] const QList<LeaderMatter> &matters() const { return mMatters; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int wanted) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /** Null for a heading. */
    [[nodiscard]] const LeaderMatter *matterAt(int row) const;

private:
    /** Headings have no matter. */
    struct Row
    {
        LeaderMatter::Kind kind = LeaderMatter::Kind::Red;
        qsizetype matter = -1;

        bool operator==(const Row &) const = default;
    };
    [[nodiscard]] QString heading(LeaderMatter::Kind kind) const;
    [[nodiscard]] QString facts(const LeaderMatter &matter) const;
    [[nodiscard]] QString ask(const LeaderMatter &matter) const;

    QList<LeaderMatter> mMatters;
    QList<Row> mRows;
    DistrictNames mNames;
    bool mEnglish = false;
    Instant mNow;
};

} // namespace gridward
