// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storeopening.h"

#include "models/store/geopackagestore.h"
#include "models/store/postgisstore.h"
#include "models/store/storelocation.h"

namespace gridward {

namespace {

template <typename As, typename Made>
Result<std::unique_ptr<As>> as(Result<std::unique_ptr<Made>> made)
{
    return made ? Result<std::unique_ptr<As>>(std::move(made).value())
                : Result<std::unique_ptr<As>>(made.error());
}

} // namespace

Result<std::unique_ptr<Store>> openStore(const QString &name)
{
    const Result<StoreLocation> location = StoreLocation::parse(name);
    if (!location) {
        return location.error();
    }
    return location.value().kind == StoreLocation::Kind::Postgres
               ? as<Store>(PostgisStore::open(location.value().text))
               : as<Store>(GeoPackageStore::open(location.value().text));
}

Result<std::unique_ptr<SqlStore>> createStore(const QString &name, const StoreInfo &info)
{
    // A file need not be there yet: only an address says what it is.
    return isServerAddress(name) ? as<SqlStore>(PostgisStore::create(name, info))
                                 : as<SqlStore>(GeoPackageStore::create(name, info));
}

} // namespace gridward
