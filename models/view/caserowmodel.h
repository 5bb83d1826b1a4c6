// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/service/districtnames.h"

#include <QAbstractListModel>
#include <QList>

#include <optional>

namespace gridward {

/**
 * A short list of cases in two lines each: class and clock, number and where; or
 * class and state, when it was reported and where. Rows as in rowrole.h.
 * GUI thread.
 */
class CaseRowModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    /** What stands at the end of the first line. */
    enum class Trailing { Clock, State };

    explicit CaseRowModel(Trailing trailing, QObject *parent = nullptr);

    /** The words of the moment `now`; given again, it keeps what the view has chosen. */
    void setCases(const QList<Case> &cases, const DistrictNames &names, bool english, Instant now);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int wanted) const override;
    [[nodiscard]] std::optional<CaseId> caseAt(int row) const;

private:
    [[nodiscard]] QString trailing(const Case &subject) const;

    Trailing mTrailing;
    QList<Case> mCases;
    DistrictNames mNames;
    bool mEnglish = false;
    Instant mNow;
};

} // namespace gridward
