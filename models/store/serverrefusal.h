// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

#include <optional>

struct pg_conn;

namespace gridward::server {

/**
 * Why a server did not let a connection in: SignInNeeded for a password that is missing or wrong,
 * Refused where it does not let that login in at all; nothing if it said neither, or nothing. The
 * connection was to be told with the codes of errors (PQsetErrorVerbosity: VERBOSE or SQLSTATE).
 * `why`: what the server said, in its words.
 */
[[nodiscard]] std::optional<Error> refusalBy(const pg_conn *connection, const QString &why);

/** The same of an address that could not be connected to, by trying once more: for words without a
 * code, as Qt tells them. Takes seconds at the most. */
[[nodiscard]] std::optional<Error> refusalOf(const QString &url, const QString &why);

} // namespace gridward::server
