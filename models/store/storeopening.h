// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/sqlstore.h"

#include <QString>

#include <memory>

namespace gridward {

/**
 * Opens a store by what a user calls it: a file, or the address of a server. Errors: as
 * StoreLocation::parse(), GeoPackageStore::open() and PostgisStore::open(). Blocks; the store then
 * lives on the thread that called.
 */
[[nodiscard]] Result<std::unique_ptr<Store>> openStore(const QString &name);

/**
 * Makes a store in a file or a database. Nobody finds it there until it is published; let go before
 * that, nothing is left of it. Errors: as GeoPackageStore::create() and PostgisStore::create().
 */
[[nodiscard]] Result<std::unique_ptr<SqlStore>> createStore(const QString &name,
                                                            const StoreInfo &info);

} // namespace gridward
