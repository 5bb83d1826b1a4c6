// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/permission.h"
#include "models/domain/stamp.h"
#include "models/store/auditstore.h"

#include <QFuture>
#include <QObject>
#include <QString>
#include <QStringList>

namespace gridward {

/** Something that leaves the program: a file or a sheet of paper. */
struct OutputNote
{
    AuditKind kind = AuditKind::Export; ///< or Print
    Thing thing = Thing::Case;
    QString what;     ///< id: "cases", "grids", "map", "heat-map", "audit" …
    QString file;     ///< where to; the log keeps its name, not its folder
    qint64 rows = -1; ///< that were written; −1: not yet known, or no rows
};

/** How the chain of the audit log stands. */
struct AuditCheck
{
    qint64 last = 0; ///< number of the last entry that was looked at
    QStringList findings;
};

/**
 * The audit log as the screens see it. Answers come as futures on the GUI thread, where this lives.
 * Errors: as AuditStore; Refused without the permission.
 */
class AuditPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual QFuture<Result<QList<AuditRecord>>> list(const AuditQuery &query) = 0;
    /** Reads all of the log. */
    [[nodiscard]] virtual QFuture<Result<AuditCheck>> check() = 0;
    /** Writes what the query finds to a CSV file, with its stamp beside it; says how many rows. */
    [[nodiscard]] virtual QFuture<Result<qint64>> exportLog(const AuditQuery &query,
                                                            const QString &file) = 0;
    /**
     * To be asked before anything leaves the program: refused if the user may not, else it is in
     * the log and the answer is what the thing has to carry.
     */
    [[nodiscard]] virtual QFuture<Result<Stamp>> noteOutput(const OutputNote &note) = 0;
};

} // namespace gridward
