// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/alarmport.h"

namespace gridward {

class DistrictService;
class Store;

// These block; on the store's thread, as the user whom the store works for. What is remembered lies
// among the user's own notes (DraftStore), a row a case and one a seat: it is nobody else's
// business, no part of the district, and telling it to the store wakes no screen.

[[nodiscard]] Result<QList<Alarm>> knownAlarms(Store &store);
[[nodiscard]] Result<AlarmPort::Memory> alarmMemory(Store &store, const QString &seat);
[[nodiscard]] Result<bool> noteAlarmsWatched(Store &store, const QString &seat, Instant until);
[[nodiscard]] Result<AlarmPort::Claim>
claimAlarms(Store &store, const QList<Alarm> &alarms, Instant now);
[[nodiscard]] Result<bool> acknowledgeAlarms(Store &store, const QList<Alarm> &alarms, Instant now);

/** Remembers alarms in the store of a district. GUI thread. */
class AlarmDesk final : public AlarmPort
{
    Q_OBJECT
public:
    /** The district outlives it. */
    explicit AlarmDesk(DistrictService &district, QObject *parent = nullptr);

    QFuture<Result<QList<Alarm>>> known() override;
    QFuture<Result<Memory>> memory(const QString &seat) override;
    void noteWatched(const QString &seat, Instant until) override;
    QFuture<Result<Claim>> claim(const QList<Alarm> &alarms) override;
    QFuture<Result<bool>> acknowledge(const QList<Alarm> &alarms) override;
    void forget(const QList<CaseId> &ids) override;

private:
    DistrictService &mDistrict;
};

} // namespace gridward
