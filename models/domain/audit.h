// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace gridward {

/** What the audit log is kept of. */
enum class AuditKind : std::uint8_t {
    SignIn,
    SignInRefused,
    SignOut, ///< by hand, or because the session ended
    Password,
    Account,    ///< a user was added, changed, disabled, got or lost a post
    Permission, ///< a role or what it may do was changed
    PersonalOpened,
    PersonalChanged, ///< a caller or household was entered, changed or removed
    Export,
    Print,
    Import,
    Configuration, ///< catalogue, rules, calendars, grids, staff, roster, settings
    BackUp,
};

/**
 * Something that has to be written down besides what is in the log of a case: who did what to what,
 * when and from where. Entries carry no masked value: they say that it was opened, not what it is.
 */
struct AuditEntry
{
    Instant at;
    QString actor;  ///< user name
    QString origin; ///< station or program
    AuditKind kind = AuditKind::SignIn;
    QString subject;   ///< what it is about: a user, a role, a case number, a file
    QJsonObject facts; ///< what else, such as the purpose; short

    bool operator==(const AuditEntry &) const = default;
};

/** An entry as the log holds it. */
struct AuditRecord
{
    qint64 sequence = 0; ///< from 1 without gaps
    AuditEntry entry;
    QByteArray hash; ///< see auditHash()

    bool operator==(const AuditRecord &) const = default;
};

[[nodiscard]] QString toId(AuditKind kind);
[[nodiscard]] std::optional<AuditKind> auditKindFromId(QStringView id);
[[nodiscard]] QStringList auditKindIds();

/** SHA-256 over the hash before it (empty at first), the sequence number and the whole entry. */
[[nodiscard]] QByteArray
auditHash(const QByteArray &previous, qint64 sequence, const AuditEntry &entry);

} // namespace gridward
