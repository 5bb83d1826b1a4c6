// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/wallport.h"
#include "tests/support/fakedistrict.h"

namespace gridward {

/** Answers at once with what a test put there. */
class FakeWall final : public WallPort
{
    Q_OBJECT
public:
    QFuture<Result<WallRhythm>> rhythm() override
    {
        ++rhythmAsked;
        return FakeDistrict::answer<WallRhythm>(rhythmAnswer);
    }
    QFuture<Result<WallEvents>> lastEvents(int) override
    {
        ++eventsAsked;
        return FakeDistrict::answer<WallEvents>(eventsAnswer);
    }
    QFuture<Result<WallStreets>> streets() override
    {
        ++streetsAsked;
        return FakeDistrict::answer<WallStreets>(streetsAnswer);
    }
    QFuture<Result<WallIncident>> incident(const CaseId &id) override
    {
        incidentsAsked.append(id);
        return FakeDistrict::answer<WallIncident>(incidentAnswer);
    }
    QFuture<Result<WallDuty>> duty() override
    {
        ++dutyAsked;
        return FakeDistrict::answer<WallDuty>(dutyAnswer);
    }
    QFuture<Result<WallMonth>> month() override
    {
        ++monthAsked;
        return FakeDistrict::answer<WallMonth>(monthAnswer);
    }

    Result<WallRhythm> rhythmAnswer = WallRhythm{};
    Result<WallEvents> eventsAnswer = WallEvents{};
    Result<WallStreets> streetsAnswer = WallStreets{};
    Result<WallIncident> incidentAnswer = WallIncident{};
    Result<WallDuty> dutyAnswer = WallDuty{};
    Result<WallMonth> monthAnswer = WallMonth{};
    int rhythmAsked = 0;
    int eventsAsked = 0;
    int streetsAsked = 0;
    QList<CaseId> incidentsAsked;
    int dutyAsked = 0;
    int monthAsked = 0;
};

} // namespace gridward
