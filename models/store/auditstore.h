// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/audit.h"
#include "models/domain/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gridward {

/** Which entries of the audit log: all that is set must hold. Newest first. */
struct AuditQuery
{
    std::optional<AuditKind> kind;
    QString actor;
    QString text; ///< part of actor, subject or facts
    std::optional<Instant> from;
    std::optional<Instant> to;    ///< before this moment
    std::optional<qint64> before; ///< sequence numbers below this one: for reading on
    int limit = 200;
};

/** The audit log of a store: append-only and chained. Thread and errors: as Store. */
class AuditStore
{
public:
    AuditStore() = default;
    AuditStore(const AuditStore &) = delete;
    AuditStore &operator=(const AuditStore &) = delete;
    virtual ~AuditStore() = default;

    /** Chains and writes the entry; inside a transaction with what it tells of, or not at all. */
    [[nodiscard]] virtual Result<void> append(const AuditEntry &entry) = 0;
    [[nodiscard]] virtual Result<QList<AuditRecord>> list(const AuditQuery &query) = 0;
    /** What is wrong with the chain; empty: nothing. Reads all of it. */
    [[nodiscard]] virtual Result<QStringList> findings() = 0;
};

} // namespace gridward
