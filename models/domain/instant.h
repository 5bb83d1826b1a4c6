// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

namespace gridward {

/** A moment, UTC, to the millisecond: what the store keeps and the rules count with. */
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/** "2026-11-21T07:06:03.000Z": GeoPackage's DATETIME, the only form in which a store holds times.
 */
[[nodiscard]] QString toIsoText(Instant instant);

/**
 * Reads ISO 8601 with `Z` or an offset; a date alone is its midnight in UTC, a time without an
 * offset is taken as UTC. Nothing for what is no such moment (30 February, 25 o'clock).
 */
[[nodiscard]] std::optional<Instant> instantFromIso(QStringView text);

/** Where the present comes from. Rules and services ask it, so that deadlines can be tested. */
class Clock
{
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    /** May be called from any thread. */
    [[nodiscard]] virtual Instant now() const = 0;
};

/** The computer's clock. */
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
};

/** A clock that stands where it was put: for `--at`, drills and tests. */
class FixedClock final : public Clock
{
public:
    explicit FixedClock(Instant instant)
        : mNow(instant)
    {
    }
    [[nodiscard]] Instant now() const override { return mNow; }
    /** Not while another thread asks. */
    void set(Instant instant) { mNow = instant; }

private:
    Instant mNow;
};

} // namespace gridward
