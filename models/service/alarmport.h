// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/result.h"

#include <QFuture>
#include <QList>
#include <QObject>

#include <optional>

namespace gridward {

/** An orange or red case that somebody has to be told of. */
struct Alarm
{
    CaseId id;
    CaseLevel level = CaseLevel::Orange;
    bool acknowledged = false;

    bool operator==(const Alarm &) const = default;
};

/**
 * Which alarms the present user was told of, at whatever seat, and which of them were acknowledged:
 * remembered in the store. GUI thread.
 */
class AlarmPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /** All that are remembered of the present user. */
    [[nodiscard]] virtual QFuture<Result<QList<Alarm>>> known() = 0;
    /** What somebody finds who sits down. */
    struct Memory
    {
        QList<Alarm> known;
        std::optional<Instant> watchedUntil; ///< nothing: was never there
    };
    /** `seat` says as what the present user sits there: a role and a part of the district. */
    [[nodiscard]] virtual QFuture<Result<Memory>> memory(const QString &seat) = 0;
    /** What had come by then was told to the present user. An earlier moment changes nothing. */
    virtual void noteWatched(const QString &seat, Instant until) = 0;
    /**
     * This seat is about to tell these. The answer is what is remembered of each: one that was not
     * told at this level yet is taken for this seat, and is the only answer that equals what was
     * asked and is in `told`.
     */
    struct Claim
    {
        QList<Alarm> told;  ///< by this seat, now: make them heard
        QList<Alarm> known; ///< told before, here or elsewhere
    };
    [[nodiscard]] virtual QFuture<Result<Claim>> claim(const QList<Alarm> &alarms) = 0;
    /** Somebody has seen them. */
    [[nodiscard]] virtual QFuture<Result<bool>> acknowledge(const QList<Alarm> &alarms) = 0;
    /** Their cases have ended. */
    virtual void forget(const QList<CaseId> &ids) = 0;
};

} // namespace gridward
