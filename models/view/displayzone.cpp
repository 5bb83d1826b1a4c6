// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/displayzone.h"

#include "models/domain/dutyroster.h"
#include "models/service/districtport.h"

namespace gridward {

namespace {

QTimeZone &zoneOfTheMoment()
{
    static QTimeZone sZone; // none: the computer's
    return sZone;
}

int &yearsToldBy()
{
    static int sCount = 0;
    return sCount;
}

} // namespace

YearsTold::YearsTold()
{
    ++yearsToldBy();
}

YearsTold::~YearsTold()
{
    --yearsToldBy();
}

bool YearsTold::areTold()
{
    return yearsToldBy() > 0;
}

void setDisplayZone(const QTimeZone &zone)
{
    zoneOfTheMoment() = zone;
}

QTimeZone displayZone()
{
    const QTimeZone &zone = zoneOfTheMoment();
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

QDateTime inDisplayZone(Instant moment)
{
    const qint64 milliseconds = moment.time_since_epoch().count();
    const QTimeZone &zone = zoneOfTheMoment();
    return zone.isValid() ? QDateTime::fromMSecsSinceEpoch(milliseconds, zone)
                          : QDateTime::fromMSecsSinceEpoch(milliseconds);
}

DisplayZoneKeeper::DisplayZoneKeeper(DistrictPort &district, QObject *parent)
    : QObject(parent)
{
    const auto follow = [&district] { setDisplayZone(timeZoneNamed(district.info().timeZone)); };
    connect(&district, &DistrictPort::userChanged, this, follow);
    connect(&district, &DistrictPort::districtChanged, this, follow);
}

} // namespace gridward
