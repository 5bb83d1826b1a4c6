// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtservice.h"
#include "models/service/staffport.h"

#include <QTimer>

namespace gridward {

/** The staff of the district that is open. GUI thread. */
class StaffDesk final : public StaffPort
{
    Q_OBJECT
public:
    /** The district outlives it. */
    explicit StaffDesk(DistrictService &district, QObject *parent = nullptr);

    QFuture<Result<StaffingPicture>> staffing(QDate day) override;
    QFuture<Result<RosterPicture>> roster(QDate first, int days) override;
    QFuture<Result<OrganisationPicture>> organisation() override;
    QFuture<Result<QList<Person>>> people(const PeopleQuery &query) override;
    QFuture<Result<PersonFile>> person(const QString &id) override;
    QFuture<Result<void>> assign(const Duty &duty) override;
    QFuture<Result<void>> end(const Duty &duty, QDate last) override;
    QFuture<Result<void>> enter(const Leave &leave) override;
    QFuture<Result<void>> enter(const Shift &shift) override;
    QFuture<Result<void>> enter(const Handover &handover) override;
    QFuture<Result<void>> acknowledge(const Handover &handover) override;
    QFuture<Result<void>> enter(const Person &person) override;
    QFuture<Result<void>> enter(const Post &post) override;
    [[nodiscard]] QDate today() const override;
    [[nodiscard]] const QList<UncoveredSpan> &uncovered() const override { return mUncovered; }

private:
    [[nodiscard]] StaffActor actor() const;
    [[nodiscard]] QFuture<Result<void>> write(std::function<Result<void>(Store &)> work);
    void lookAhead();
    void take(const QList<UncoveredSpan> &spans);
    void awaitMidnight();

    DistrictService &mDistrict;
    QList<UncoveredSpan> mUncovered;
    QTimer mMidnight; ///< leave and duties begin and end with the day
    QTimer mLook;     ///< time passes, and other hours come within the next 24
};

} // namespace gridward
