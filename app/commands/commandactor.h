// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/commandio.h"
#include "models/domain/audit.h"
#include "models/domain/permission.h"
#include "models/service/secret.h"

#include <QJsonObject>

#include <memory>
#include <optional>

namespace gridward {

/** Who a command says it runs as, and what proves it. */
struct ActorClaim
{
    QString user; ///< of --as; empty: nobody in particular
    std::optional<Secret> password;
};

/** Options that every command takes which opens a store, to be put behind its own. */
[[nodiscard]] QList<OptionSpec> withActor(QList<OptionSpec> options);

/**
 * What --as, --password-file and --password-fd say. The password is the first line. InvalidInput if
 * it cannot be read, or there are two of them, or one for nobody.
 */
[[nodiscard]] Result<ActorClaim> actorClaim(const CommandArguments &arguments);

/** The first line of it; InvalidInput if there is none. */
[[nodiscard]] Result<Secret> passwordInFile(const QString &path);
[[nodiscard]] Result<Secret> passwordFromDescriptor(int descriptor);
/** The first line of the file or descriptor that one of two options names; one of them is there. */
[[nodiscard]] Result<Secret>
passwordOption(const CommandArguments &arguments, const char *fileOption, const char *fdOption);

/**
 * As whom the command runs: on a server who logged in; the claim on demo and drill stores (admin1
 * if none is made); elsewhere who proves it by a password, or the local owner while nobody has one.
 * From here on the store works for that user, at that moment. Refused for everybody else.
 */
[[nodiscard]] Result<User> actFor(Store &store, const ActorClaim &claim, Instant now);
[[nodiscard]] Result<User> actFor(Store &store, const CommandArguments &arguments, Instant now);

/** The store that a command names, working for whoever runs it, at the moment of --at or now. */
struct CommandSeat
{
    std::unique_ptr<Store> store;
    std::unique_ptr<Clock> clock;
    User user;
};
[[nodiscard]] Result<CommandSeat> openSeat(const CommandArguments &arguments);

/** Refused unless the user whom the store works for may do that somewhere. */
[[nodiscard]] Result<void> requireRight(Store &store, Thing thing, const QString &action);

/** Whoever the store works for, on this computer's command line, did that. */
[[nodiscard]] Result<void>
noteInAudit(Store &store, AuditKind kind, const QString &subject, const QJsonObject &facts);

/** An export into a file: without the note there is no file, for it is taken away again. */
[[nodiscard]] Result<void> noteExport(Store &store, const QString &file, const QJsonObject &facts);

/** How the command line of this computer is called in the audit log. */
[[nodiscard]] QString commandOrigin();

} // namespace gridward
