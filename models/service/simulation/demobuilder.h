// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/store/store.h"

#include <QString>

#include <functional>

namespace gridward {

/** What demo to make. */
struct DemoOptions
{
    Instant at; ///< the demo's "now": nothing in it is later, but the duty roster
    int days = 90;
    int open = 1500;
    qint64 cases = -1; ///< exactly so many; −1: about 240 a day
    qint64 seed = 1;
    QString dataFolder;      ///< resources/demo
    QString catalogueFolder; ///< resources/catalogue
};

/** How much of everything was written. */
struct DemoReport
{
    qint64 divisions = 0;
    qint64 grids = 0;
    qint64 organisations = 0;
    qint64 people = 0;
    qint64 duties = 0;
    qint64 shifts = 0;
    qint64 positions = 0;
    qint64 keyPlaces = 0;
    qint64 components = 0;
    qint64 addresses = 0;
    qint64 resources = 0;
    qint64 users = 0;
    qint64 catalogue = 0;
    qint64 standards = 0;
    qint64 cases = 0;
    qint64 events = 0;
    qint64 open = 0;
    qint64 households = 0;
    qint64 callers = 0;
    qint64 auditEntries = 0; ///< of the last working hours
    qint64 inbox = 0;        ///< rows that came in, ended or not

    bool operator==(const DemoReport &) const = default;
};

/**
 * Fills an empty store with the simulated district and its cases, in three transactions: first what
 * stands still, then the cases, then who called, the inbox and the audit log. The store is used on
 * the calling thread only; a second thread makes the cases, at most some hundreds ahead. `progress`
 * (0 to 100, may be empty) says false to stop: Cancelled, and the store is to be thrown away. Other
 * errors: of the data and of the store.
 */
[[nodiscard]] Result<DemoReport> buildDemo(Store &store,
                                           const DemoOptions &options,
                                           const std::function<bool(int percent)> &progress);

} // namespace gridward
