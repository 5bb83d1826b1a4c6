// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/overlay/casecolumns.h"
#include "models/service/districtport.h"

#include <QList>
#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace gridward {

/** Staff on duty in columns, projected once. A value; any one thread. */
class StaffPoints
{
public:
    void assign(const QList<StaffMark> &staff);

    [[nodiscard]] PointColumns columns() const
    {
        return {mX, mY, mNothing, mNothing, mNothing, mShown};
    }
    [[nodiscard]] const std::vector<QString> &names() const { return mNames; }
    [[nodiscard]] QPointF placeAt(std::size_t row) const { return {mX[row], mY[row]}; }
    /** The person of this row is shown there, EPSG:3857. */
    void move(std::size_t row, QPointF place)
    {
        mX[row] = place.x();
        mY[row] = place.y();
    }
    [[nodiscard]] QString personAt(std::int32_t index) const
    {
        return mPersons[static_cast<std::size_t>(index)];
    }
    /** EPSG:3857; nothing for who is not on duty. */
    [[nodiscard]] std::optional<QPointF> placeOf(const QString &person) const;

private:
    std::vector<double> mX;
    std::vector<double> mY;
    std::vector<std::uint8_t> mNothing; ///< zeros: staff have neither level nor limit
    std::vector<std::uint8_t> mShown;
    std::vector<QString> mNames;
    std::vector<QString> mPersons;
};

} // namespace gridward
