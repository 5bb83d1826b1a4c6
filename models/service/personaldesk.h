// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/personalport.h"

namespace gridward {

class DistrictService;

/** Registers a report and its caller in one transaction. Blocks; on the store's thread. */
[[nodiscard]] Result<Case> reportWithCaller(Store &store,
                                            CaseDesk &desk,
                                            const ReportDraft &draft,
                                            const Caller &caller,
                                            const User &user,
                                            const PersonalActor &by);

/** Answers PersonalPort from the store of a district, as its present user. GUI thread. */
class PersonalDesk final : public PersonalPort
{
    Q_OBJECT
public:
    /** The district outlives it. */
    explicit PersonalDesk(DistrictService &district,
                          CaseWording wording = {},
                          QObject *parent = nullptr);

    QFuture<Result<Case>> report(const ReportDraft &draft, const Caller &caller) override;
    QFuture<Result<bool>> hasCaller(const CaseId &id) override;
    QFuture<Result<Caller>> openCaller(const CaseId &id, Purpose purpose) override;
    QFuture<Result<HouseholdCount>> countHouseholds(const QString &grid) override;
    QFuture<Result<QStringList>> householdsIn(const QString &grid) override;
    QFuture<Result<Household>> openHousehold(const QString &id, Purpose purpose) override;

private:
    [[nodiscard]] PersonalActor actor() const;

    DistrictService &mDistrict;
    CaseWording mWording;
};

} // namespace gridward
