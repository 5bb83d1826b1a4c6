// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/serverline.h"
#include "models/store/sqlstore.h"

#include <QSet>

#include <functional>
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
     * here, as others may be using it. Refused for a login that is no user of the store.
     */
    [[nodiscard]] static Result<std::unique_ptr<PostgisStore>> open(const QString &url);
    /**
     * Begins a store in a database, which an administrator has made for it; without publish()
     * nothing is left of it but the roles of the cluster. Conflict if there is one already; then
     * and after an error the database is as it was. Refused for a login that may not make roles.
     */
    [[nodiscard]] static Result<std::unique_ptr<PostgisStore>> create(const QString &url,
                                                                      const StoreInfo &info);
    /**
     * A store that another one is being copied into (see UnfinishedStore): only these make and open
     * it, for open() it is NotFound. `begin` marks it so, in the transaction that makes it.
     */
    [[nodiscard]] static Result<std::unique_ptr<PostgisStore>>
    createUnfinished(const QString &url, const std::function<Result<void>(SqlConnection &)> &begin);
    [[nodiscard]] static Result<std::unique_ptr<PostgisStore>> openUnfinished(const QString &url);

    /**
     * Applies what a database lacks of this program's schema, and writes its standard rights anew:
     * what was done, by name. Refused for who is no member of the owner; Unsupported where the
     * schema is newer. Seats that are open go on with the old one, and stop when they ask next.
     */
    [[nodiscard]] static Result<QStringList> bringUpToDate(const QString &url);

    ~PostgisStore() override;

    [[nodiscard]] Result<void> publish() override;
    [[nodiscard]] Result<StoreMark> mark() override;
    [[nodiscard]] StoreWatch *watch() override;
    [[nodiscard]] bool isCutOff() const override { return mConnection.isBroken(); }
    [[nodiscard]] Result<void> reconnect() override;
    [[nodiscard]] Result<QStringList> integrityFindings() override;

private:
    PostgisStore() = default;

    [[nodiscard]] static Result<std::unique_ptr<PostgisStore>> openAs(const QString &url,
                                                                      bool isUnfinished);
    [[nodiscard]] static Result<std::unique_ptr<PostgisStore>>
    createWith(const QString &url, const std::function<Result<void>(PostgisStore &)> &fill);
    /** Opens the connection; the server is one that a store can live on. */
    [[nodiscard]] Result<void> reach(const QString &url);
    [[nodiscard]] Result<void> checkServer();
    /** Connects: NotFound if no store is there. */
    [[nodiscard]] Result<void> connectTo(const QString &url);
    [[nodiscard]] Result<bool> hasStore();
    [[nodiscard]] Result<void> checkVersion();
    /** Others are to be woken from now on, whenever something was committed. */
    void wakeOthers();
    [[nodiscard]] ServerLine &line();
    /** Refused for a login of the server that is no user here. */
    [[nodiscard]] Result<void> checkLogin();
    /** What a role may is in the program: the server has a copy to decide by. */
    [[nodiscard]] Result<void> writeStandardGrants();
    /** Tables whose rows everybody sees, and rights that are not this program's. */
    [[nodiscard]] QStringList missingRights();
    [[nodiscard]] Result<QSet<QString>> namesOf(const QString &sql);

    QString mUrl;        ///< with the password
    bool mIsNew = false; ///< created and not published
    StoreMark mMark;
    QString mSnapshot;                 ///< what was committed when the mark was taken
    std::unique_ptr<ServerLine> mLine; ///< from when it is first needed
};

} // namespace gridward
