// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/serverline.h"
#include "models/store/sqlstore.h"

#include <memory>

namespace gridward {

/**
 * A store on a PostgreSQL server (15 or newer) with PostGIS (3.3 or newer), for many seats at once;
 * everything lies in the schema "gridward" of one database. Thread: as Store.
 */
class PostgisStore final : public SqlStore
{
public:
    /**
     * Opens the store of a database; `url` as SqlConnection::openServer(). NotFound where there is
     * none, Unsupported where its schema is older or newer than the program's: nothing is migrated
     * here, as others may be using it.
     */
    [[nodiscard]] static Result<std::unique_ptr<PostgisStore>> open(const QString &url);
    /**
     * Begins a store in a database, which an administrator has made for it; without publish()
     * nothing is left of it. Conflict if there is one already; then and after an error the database
     * is as it was.
     */
    [[nodiscard]] static Result<std::unique_ptr<PostgisStore>> create(const QString &url,
                                                                      const StoreInfo &info);

    ~PostgisStore() override;

    [[nodiscard]] Result<void> publish() override;
    [[nodiscard]] Result<StoreMark> mark() override;
    [[nodiscard]] StoreWatch *watch() override;
    [[nodiscard]] bool isCutOff() const override { return mConnection.isBroken(); }
    [[nodiscard]] Result<void> reconnect() override;
    [[nodiscard]] Result<QStringList> integrityFindings() override;

private:
    PostgisStore() = default;

    [[nodiscard]] Result<void> checkServer();
    [[nodiscard]] Result<bool> hasStore();
    [[nodiscard]] Result<void> checkVersion();
    [[nodiscard]] QStringList missingGuards();
    /** Others are to be woken from now on, whenever something was committed. */
    void wakeOthers();
    [[nodiscard]] ServerLine &line();

    QString mUrl;        ///< with the password
    bool mIsNew = false; ///< created and not published
    StoreMark mMark;
    QString mSnapshot;                 ///< what was committed when the mark was taken
    std::unique_ptr<ServerLine> mLine; ///< from when it is first needed
};

} // namespace gridward
