// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/alarmdesk.h"

#include "models/service/districtservice.h"
#include "models/store/draftstore.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const auto kForm = u"alarm"_s;
const auto kWatched = u"alarm-watch"_s;
const auto kLevel = u"level"_s;
const auto kAcknowledged = u"acknowledged"_s;

FormDraft noteOf(const Alarm &alarm, Instant at)
{
    return {kForm,
            alarm.id.toText(),
            at,
            {{kLevel, toId(alarm.level)}, {kAcknowledged, alarm.acknowledged}}};
}

std::optional<Alarm> alarmOf(const FormDraft &note)
{
    const std::optional<CaseId> id = CaseId::fromText(note.about);
    const std::optional<CaseLevel> level = caseLevelFromId(note.content.value(kLevel).toString());
    if (note.form != kForm || !id || !level) {
        return std::nullopt;
    }
    return Alarm{*id, *level, note.content.value(kAcknowledged).toBool()};
}

/** Which of them are remembered at that level, and which are still to be told. */
Result<AlarmPort::Claim> compare(Store &store, const QList<Alarm> &alarms)
{
    const Result<QList<Alarm>> before = knownAlarms(store);
    if (!before) {
        return before.error();
    }
    QHash<QUuid, Alarm> known;
    for (const Alarm &one : before.value()) {
        known.insert(one.id.value, one);
    }
    AlarmPort::Claim claim;
    for (const Alarm &alarm : alarms) {
        const auto there = known.constFind(alarm.id.value);
        if (there != known.constEnd() && there->level >= alarm.level) {
            claim.known.append(*there);
        } else {
            claim.told.append({alarm.id, alarm.level, false});
        }
    }
    return claim;
}

Result<std::optional<Instant>> watchedUntil(Store &store, const QString &seat)
{
    const Result<QList<FormDraft>> notes = store.drafts().drafts(kWatched);
    if (!notes) {
        return notes.error();
    }
    for (const FormDraft &note : notes.value()) {
        if (note.about == seat) {
            return std::optional(note.savedAt);
        }
    }
    return std::optional<Instant>();
}

Result<void> write(Store &store, const QList<Alarm> &alarms, Instant now)
{
    for (const Alarm &alarm : alarms) {
        if (Result<void> saved = store.drafts().save(noteOf(alarm, now)); !saved) {
            return saved;
        }
    }
    return {};
}

} // namespace

Result<QList<Alarm>> knownAlarms(Store &store)
{
    const Result<QList<FormDraft>> notes = store.drafts().drafts(kForm);
    if (!notes) {
        return notes.error();
    }
    QList<Alarm> alarms;
    for (const FormDraft &note : notes.value()) {
        if (const std::optional<Alarm> alarm = alarmOf(note)) {
            alarms.append(*alarm);
        }
    }
    return alarms;
}

Result<AlarmPort::Memory> alarmMemory(Store &store, const QString &seat)
{
    const Result<QList<Alarm>> known = knownAlarms(store);
    if (!known) {
        return known.error();
    }
    const Result<std::optional<Instant>> watched = watchedUntil(store, seat);
    if (!watched) {
        return watched.error();
    }
    return AlarmPort::Memory{known.value(), watched.value()};
}

Result<bool> noteAlarmsWatched(Store &store, const QString &seat, Instant until)
{
    const Result<void> done = store.transaction([&]() -> Result<void> {
        const Result<std::optional<Instant>> before = watchedUntil(store, seat);
        if (!before) {
            return before.error();
        }
        if (before.value() >= until) { // at another desk, whose clock is ahead
            return {};
        }
        return store.drafts().save({kWatched, seat, until, {}});
    });
    return done ? Result<bool>(true) : Result<bool>(done.error());
}

Result<AlarmPort::Claim> claimAlarms(Store &store, const QList<Alarm> &alarms, Instant now)
{
    // Most are known already: those are only read, and keep nobody from writing.
    const Result<AlarmPort::Claim> seen = compare(store, alarms);
    if (!seen || seen.value().told.isEmpty()) {
        return seen;
    }
    AlarmPort::Claim claim = seen.value();
    // One transaction: of two seats that ask at once the second one finds what the first wrote.
    const Result<void> done = store.transaction([&]() -> Result<void> {
        const Result<AlarmPort::Claim> again = compare(store, claim.told);
        if (!again) {
            return again.error();
        }
        claim.told = again.value().told;
        claim.known += again.value().known;
        return write(store, claim.told, now);
    });
    return done ? Result<AlarmPort::Claim>(claim) : Result<AlarmPort::Claim>(done.error());
}

Result<bool> acknowledgeAlarms(Store &store, const QList<Alarm> &alarms, Instant now)
{
    const Result<void> done = store.transaction([&]() -> Result<void> {
        QList<Alarm> seen = alarms;
        for (Alarm &alarm : seen) {
            alarm.acknowledged = true;
        }
        return write(store, seen, now);
    });
    return done ? Result<bool>(true) : Result<bool>(done.error());
}

AlarmDesk::AlarmDesk(DistrictService &district, QObject *parent)
    : AlarmPort(parent)
    , mDistrict(district)
{
}

QFuture<Result<QList<Alarm>>> AlarmDesk::known()
{
    return mDistrict.askStore<QList<Alarm>>([](Store &store) { return knownAlarms(store); });
}

QFuture<Result<AlarmPort::Memory>> AlarmDesk::memory(const QString &seat)
{
    return mDistrict.askStore<Memory>([seat](Store &store) { return alarmMemory(store, seat); });
}

void AlarmDesk::noteWatched(const QString &seat, Instant until)
{
    const QFuture<Result<bool>> done = mDistrict.askStore<bool>(
        [seat, until](Store &store) { return noteAlarmsWatched(store, seat, until); });
    Q_UNUSED(done) // the next one says more
}

QFuture<Result<AlarmPort::Claim>> AlarmDesk::claim(const QList<Alarm> &alarms)
{
    return mDistrict.askStore<Claim>([alarms, now = mDistrict.clock().now()](Store &store) {
        return claimAlarms(store, alarms, now);
    });
}

QFuture<Result<bool>> AlarmDesk::acknowledge(const QList<Alarm> &alarms)
{
    return mDistrict.askStore<bool>([alarms, now = mDistrict.clock().now()](Store &store) {
        return acknowledgeAlarms(store, alarms, now);
    });
}

void AlarmDesk::forget(const QList<CaseId> &ids)
{
    const QFuture<Result<bool>> done = mDistrict.askStore<bool>([ids](Store &store) {
        const Result<void> removed = store.transaction([&]() -> Result<void> {
            for (const CaseId &id : ids) {
                if (Result<void> gone = store.drafts().remove(kForm, id.toText()); !gone) {
                    return gone;
                }
            }
            return {};
        });
        return removed ? Result<bool>(true) : Result<bool>(removed.error());
    });
    Q_UNUSED(done) // what stays is one row too much, and is found at the next start
}

} // namespace gridward
