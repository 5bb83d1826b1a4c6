// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtservice.h"
#include "models/service/unitport.h"

#include <QTimer>

namespace gridward {

/** Blocks; on the store's thread. What UnitPort::picture() is at a moment. */
[[nodiscard]] Result<UnitPicture> readUnits(Store &store, Instant now, const QTimeZone &zone);

/** The units of the district that is open. Reads once for all that changes in a moment. GUI thread.
 */
class UnitDesk final : public UnitPort
{
    Q_OBJECT
public:
    /** The district outlives it. */
    explicit UnitDesk(DistrictService &district, QObject *parent = nullptr);

    [[nodiscard]] const UnitPicture &picture() const override { return mPicture; }
    QFuture<Result<Person>> person(const QString &id) override;

private:
    void want(std::chrono::milliseconds within);
    void read();
    void forget();

    DistrictService &mDistrict;
    QString mUser; ///< whose picture it is
    UnitPicture mPicture;
    QTimer mSoon;
    QTimer mAhead; ///< before the picture ends
    int mQuestion = 0;
};

} // namespace gridward
