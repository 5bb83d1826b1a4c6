// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/auditport.h"
#include "models/store/store.h"

namespace gridward {

class DistrictService;

/** Who does something that is noted, from where and when. */
struct AuditActor
{
    QString user;
    QString origin;
    Instant at;
};

// All of these block; on the store's thread.

/** Refused if the user whom the store works for may do that nowhere; fine for the program. */
[[nodiscard]] Result<void> checkPermitted(Store &store, Thing thing, const QString &action);

/** What something carries that this user makes now. */
[[nodiscard]] Result<Stamp> stampOf(Store &store, const AuditActor &by);

/** Notes in the audit log that something left the program. The permission was asked before. */
[[nodiscard]] Result<void> noteExport(Store &store, const OutputNote &note, const AuditActor &by);

/** Asks for the permission, notes it, and gives the stamp. */
[[nodiscard]] Result<Stamp> allowOutput(Store &store, const OutputNote &note, const AuditActor &by);

/** The chain of the log as it stands. Needs "audit:see". */
[[nodiscard]] Result<AuditCheck> checkAudit(Store &store);

/**
 * Writes the entries that the query finds, newest first, to a CSV file (UTF-8, RFC 4180) whole or
 * not at all, and the stamp to FILE.meta.json; notes it. Needs "audit:export". Says how many.
 */
[[nodiscard]] Result<qint64>
exportAudit(Store &store, AuditQuery query, const QString &file, const AuditActor &by);

/** Writes a stamp beside a file of a format that has no place for it: FILE.meta.json. */
[[nodiscard]] Result<void> writeStampBeside(const QString &file, const Stamp &stamp);

/** Answers AuditPort from the store of a district, as its present user. GUI thread. */
class AuditDesk final : public AuditPort
{
    Q_OBJECT
public:
    /** The district outlives it. */
    explicit AuditDesk(DistrictService &district, QObject *parent = nullptr);

    QFuture<Result<QList<AuditRecord>>> list(const AuditQuery &query) override;
    QFuture<Result<AuditCheck>> check() override;
    QFuture<Result<qint64>> exportLog(const AuditQuery &query, const QString &file) override;
    QFuture<Result<Stamp>> noteOutput(const OutputNote &note) override;

private:
    [[nodiscard]] AuditActor actor() const;

    DistrictService &mDistrict;
};

} // namespace gridward
