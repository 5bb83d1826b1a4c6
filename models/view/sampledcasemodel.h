// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sampling.h"
#include "models/service/districtnames.h"

#include <QAbstractTableModel>

namespace gridward {

/** The cases of a sampling, in the order of the draw, and what was found at them. GUI thread. */
class SampledCaseModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Place, Number, Class, Address, Unit, Closed, Result };
    static constexpr int kColumns = 7;

    using QAbstractTableModel::QAbstractTableModel;

    void setCases(const QList<SampledCase> &cases,
                  const DistrictNames &names,
                  bool english,
                  Instant now);
    [[nodiscard]] const QList<SampledCase> &cases() const { return mCases; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const SampledCase &one, Column column) const;

    QList<SampledCase> mCases;
    DistrictNames mNames;
    bool mEnglish = false;
    Instant mNow;
};

} // namespace gridward
