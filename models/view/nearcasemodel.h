// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"

#include <QAbstractListModel>

namespace gridward {

/**
 * The cases about a spot, nearest first, in two lines each: class and distance; number, when it was
 * reported, and where. Rows as in rowrole.h. GUI thread.
 */
class NearCaseModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /** Cases that are not told (not there, or not to be seen) are left out. */
    void setCases(const QList<NearCase> &near,
                  const QList<Case> &cases,
                  const DistrictNames &names,
                  bool english,
                  Instant now);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int wanted) const override;
    [[nodiscard]] std::optional<CaseId> caseAt(int row) const;
    /** "350 m" or "1.2 km" */
    [[nodiscard]] static QString distanceText(double metres);

private:
    struct Row
    {
        Case subject;
        double metres = 0.0;
    };
    QList<Row> mRows;
    DistrictNames mNames;
    bool mEnglish = false;
    Instant mNow;
};

} // namespace gridward
