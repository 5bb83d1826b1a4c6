// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/walldesk.h"

#include "models/service/piecewise.h"
#include "models/service/wallqueries.h"
#include "models/service/wallreaders.h"

namespace gridward {

WallDesk::WallDesk(DistrictService &district, QObject *parent)
    : WallPort(parent)
    , mDistrict(district)
{
}

QFuture<Result<WallRhythm>> WallDesk::rhythm()
{
    return mDistrict.askStore<WallRhythm>(
        [now = mDistrict.clock().now(), at = mDistrict.asOf()](Store &store) {
            return readWallRhythm(store, now, at);
        });
}

QFuture<Result<WallEvents>> WallDesk::lastEvents(int limit)
{
    return mDistrict.askStore<WallEvents>(
        [limit, now = mDistrict.clock().now(), at = mDistrict.asOf()](Store &store) {
            return readWallEvents(store, limit, now, at);
        });
}

QFuture<Result<WallStreets>> WallDesk::streets()
{
    return readInPieces<WallStreetsReader, WallStreets>(
        mDistrict,
        this,
        WallStreetsReader(mDistrict.clock().now(), mDistrict.asOf()),
        [](const WallStreetsReader &read) { return read.result(); });
}

QFuture<Result<WallIncident>> WallDesk::incident(const CaseId &id)
{
    return mDistrict.askStore<WallIncident>(
        [id, now = mDistrict.clock().now(), at = mDistrict.asOf()](Store &store) {
            return readWallIncident(store, id, now, at);
        });
}

QFuture<Result<WallDuty>> WallDesk::duty()
{
    return mDistrict.askStore<WallDuty>([now = mDistrict.clock().now(), at = mDistrict.asOf()](
                                            Store &store) { return readWallDuty(store, now, at); });
}

QFuture<Result<WallMonth>> WallDesk::month()
{
    return readInPieces<WallMonthReader, WallMonth>(
        mDistrict,
        this,
        WallMonthReader(mDistrict.clock().now(), mDistrict.asOf()),
        [](const WallMonthReader &read) { return read.result(); });
}

} // namespace gridward
