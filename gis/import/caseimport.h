// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/caseprofile.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/store/store.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace gridward {

/** Which file of cases to take, how, and in whose name. */
struct CaseImportOptions
{
    QString file; ///< CSV, or CSV packed by gzip
    CaseProfile profile;
    std::optional<QString> crs; ///< wins over the profile's
    QString encoding;           ///< wins over the profile's, if it is not empty
    QString actor;
    QString origin; ///< the station or program
    Instant now;
    QString refusedFile; ///< where refused lines go; empty: FILE.refused.csv beside the input
    bool refuseOutside = false; ///< refuse points outside every grid, whatever the profile says
};

/** A line that was not taken, and why. */
struct RefusedLine
{
    qint64 line = 0;
    QString reason;

    bool operator==(const RefusedLine &) const = default;
};

/** What an import did. */
struct CaseImportReport
{
    qint64 read = 0; ///< records: accepted + known + refused
    qint64 accepted = 0;
    qint64 known = 0; ///< were in the store already, or came twice
    qint64 refused = 0;
    qint64 withoutPlace = 0;   ///< accepted without a point
    qint64 withoutArea = 0;    ///< … of these, those without community and street
    qint64 outsideGrids = 0;   ///< accepted with a point in no grid
    qint64 clockTwice = 0;     ///< had a time in the hour when clocks go back: the first was taken
    qint64 clockNever = 0;     ///< … that clocks pass over: the moment of change was taken
    qint64 onTimeCompared = 0; ///< sound rows with the set's word, a due and an end time
    qint64 onTimeEqual = 0;    ///< … where isOverdue() says the same
    QMap<QString, qint64> refusedByKind; ///< ids of CaseRefusal
    QList<RefusedLine> firstRefused;     ///< at most 1000
    QList<qint64> firstUnequal;          ///< lines whose word differs from ours; at most 1000
    QString refusedFile;                 ///< has them all; empty if there are none
    qint64 newClasses = 0;               ///< categories met, entered in the set's own scheme
    qint64 newUnits = 0;
    QStringList unknownTargets; ///< mapped classes that the store lacks: the own scheme was used
    QByteArray fileHash;
};

/** Told how far it is; returning false stops the import. On the calling thread. */
using CaseImportProgress = std::function<bool(int percent, qint64 rows)>;

/**
 * Takes the cases of a file into the store: all that are acceptable, in one transaction, or, on any
 * error, none. A row that is not acceptable never stops it; it goes to the file of refused lines as
 * `line,reason,record`. Errors: those of reading the file (NotFound, Unreadable, InvalidInput) and
 * of the store; Cancelled if `progress` said so. On the store's thread.
 */
[[nodiscard]] Result<CaseImportReport>
importCases(Store &store, const CaseImportOptions &options, const CaseImportProgress &progress);

/** The profile as the options want it: their system, encoding and strictness put in. */
[[nodiscard]] CaseProfile effectiveProfile(const CaseImportOptions &options);

} // namespace gridward
