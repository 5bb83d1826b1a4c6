// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/personaldesk.h"

#include "models/service/districtservice.h"

#include <utility>

namespace gridward {

Result<Case> reportWithCaller(Store &store,
                              CaseDesk &desk,
                              const ReportDraft &draft,
                              const Caller &caller,
                              const User &user,
                              const PersonalActor &by)
{
    std::optional<Case> reported;
    const Result<void> written = store.transaction([&]() -> Result<void> {
        Result<Case> outcome = desk.report(draft, user);
        if (!outcome) {
            return outcome.error();
        }
        reported = std::move(outcome).value();
        return caller.isEmpty() ? Result<void>()
                                : store.personal().writeCaller(reported->id, caller, by);
    });
    return written ? Result<Case>(*reported) : Result<Case>(written.error());
}

PersonalDesk::PersonalDesk(DistrictService &district, CaseWording wording, QObject *parent)
    : PersonalPort(parent)
    , mDistrict(district)
    , mWording(std::move(wording))
{
}

PersonalActor PersonalDesk::actor() const
{
    return {mDistrict.user().name, mDistrict.origin(), mDistrict.clock().now()};
}

QFuture<Result<Case>> PersonalDesk::report(const ReportDraft &draft, const Caller &caller)
{
    return mDistrict.askStore<Case>([draft,
                                     caller,
                                     by = actor(),
                                     user = mDistrict.user(),
                                     wording = mWording,
                                     &clock = mDistrict.clock()](Store &store) {
        CaseDesk desk(store, clock, by.origin, wording);
        return reportWithCaller(store, desk, draft, caller, user, by);
    });
}

QFuture<Result<bool>> PersonalDesk::hasCaller(const CaseId &id)
{
    return mDistrict.askStore<bool>([id](Store &store) { return store.personal().hasCaller(id); });
}

QFuture<Result<Caller>> PersonalDesk::openCaller(const CaseId &id, Purpose purpose)
{
    return mDistrict.askStore<Caller>([id, purpose, by = actor()](Store &store) {
        return store.personal().openCaller(id, purpose, by);
    });
}

QFuture<Result<HouseholdCount>> PersonalDesk::countHouseholds(const QString &grid)
{
    return mDistrict.askStore<HouseholdCount>(
        [grid](Store &store) { return store.personal().countHouseholds(grid); });
}

QFuture<Result<QStringList>> PersonalDesk::householdsIn(const QString &grid)
{
    return mDistrict.askStore<QStringList>(
        [grid](Store &store) { return store.personal().householdsIn(grid); });
}

QFuture<Result<Household>> PersonalDesk::openHousehold(const QString &id, Purpose purpose)
{
    return mDistrict.askStore<Household>([id, purpose, by = actor()](Store &store) {
        return store.personal().openHousehold(id, purpose, by);
    });
}

} // namespace gridward
