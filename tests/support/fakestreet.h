// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/alarmport.h"
#include "models/service/streetport.h"
#include "tests/support/fakedistrict.h"
#include "ui/notify/alarmoutputs.h"

namespace gridward {

/** A street office without a store. */
class FakeStreet final : public StreetPort
{
    Q_OBJECT
public:
    QFuture<Result<StreetOffice>> office(const QString &street) override
    {
        offices.append(street);
        return FakeDistrict::answer<StreetOffice>(theOffice);
    }
    QFuture<Result<Standing>> standing(const QString &street) override
    {
        standings.append(street);
        return FakeDistrict::answer<Standing>(theStanding);
    }

    Result<StreetOffice> theOffice = StreetOffice{};
    Result<Standing> theStanding = Standing{};
    QStringList offices;
    QStringList standings;
};

/** What is remembered of alarms, in memory: as AlarmDesk has it, for one user at several seats. */
class FakeAlarms final : public AlarmPort
{
    Q_OBJECT
public:
    QFuture<Result<QList<Alarm>>> known() override
    {
        return FakeDistrict::answer<QList<Alarm>>(kept.values());
    }
    QFuture<Result<Memory>> memory(const QString &seat) override
    {
        const auto until = watched.constFind(seat);
        return FakeDistrict::answer<Memory>(Memory{
            kept.values(), until == watched.constEnd() ? std::nullopt : std::optional(*until)});
    }
    void noteWatched(const QString &seat, Instant until) override { watched.insert(seat, until); }
    QFuture<Result<Claim>> claim(const QList<Alarm> &alarms) override
    {
        Claim claim;
        for (const Alarm &alarm : alarms) {
            const auto there = kept.constFind(alarm.id.value);
            if (there != kept.constEnd() && there->level >= alarm.level) {
                claim.known.append(*there);
            } else {
                kept.insert(alarm.id.value, alarm);
                claim.told.append(alarm);
            }
        }
        return FakeDistrict::answer<Claim>(claim);
    }
    QFuture<Result<bool>> acknowledge(const QList<Alarm> &alarms) override
    {
        for (const Alarm &alarm : alarms) {
            kept.insert(alarm.id.value, {alarm.id, alarm.level, true});
        }
        return FakeDistrict::answer<bool>(true);
    }
    void forget(const QList<CaseId> &ids) override
    {
        for (const CaseId &id : ids) {
            kept.remove(id.value);
        }
    }

    QHash<QUuid, Alarm> kept;
    QHash<QString, Instant> watched;
};

/** Counts what would be heard. */
class FakeSound final : public AlarmSound
{
public:
    void play(CaseLevel level, int volume) override { played.append({level, volume}); }

    QList<std::pair<CaseLevel, int>> played;
};

/** Keeps what the desktop would be told. */
class FakeNotifier final : public AlarmNotifier
{
public:
    void notify(const QString &title, const QString &text, bool isUrgent) override
    {
        told.append({title, text});
        urgent = isUrgent;
    }

    QList<std::pair<QString, QString>> told;
    bool urgent = false;
};

} // namespace gridward
