// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

namespace gridward {

/** Where data lie: a file (a store's GeoPackage or any map file), or a networked store. */
struct StoreLocation
{
    enum class Kind { File, Postgres };

    Kind kind = Kind::File;
    QString text; ///< the absolute path, or the URL as given (it may hold a password: never log it)

    bool operator==(const StoreLocation &) const = default;

    /**
     * Reads what a user wrote on the command line. A `postgresql://` or `postgres://` URL is a
     * networked store, `file:` URLs and everything else are paths. NotFound if there is no such
     * file, Unreadable if it may not be read, InvalidInput for an empty text or another scheme.
     */
    [[nodiscard]] static Result<StoreLocation> parse(const QString &text);
};

/** Whether what a user wrote is the address of a server. */
[[nodiscard]] bool isServerAddress(const QString &name);
/** The address of a server with another login, whatever login it had. */
[[nodiscard]] QString withLogin(const QString &url, const QString &user, const QString &password);
/** For people and logs: a password is for nobody's eyes. */
[[nodiscard]] QString withoutPassword(const QString &url);
/** The login that an address names; empty if that is said elsewhere, or nowhere. */
[[nodiscard]] QString loginOf(const QString &url);

} // namespace gridward
