// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/sqlstore.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace gridward {

/**
 * A private PostgreSQL cluster of this process, on a socket in a temporary folder; started when it
 * is first asked for and gone with the process. Never the system's.
 */
class PrivateServer
{
public:
    PrivateServer(const PrivateServer &) = delete;
    PrivateServer &operator=(const PrivateServer &) = delete;
    ~PrivateServer();

    /** The one of this process; null if it could not be started, which is told. */
    [[nodiscard]] static PrivateServer *instance();
    /** Before it is first asked for: how it is set up, as options of "postgres", instead of as fast
     * as a test that loses nothing but itself can have it. */
    static void configure(const QString &settings);

    /** A database of this name, with nothing in it or as a copy of another one. */
    [[nodiscard]] bool makeDatabase(const QString &name, const QString &from = {}) const;
    [[nodiscard]] QString url(const QString &database) const;
    [[nodiscard]] QString folder() const { return mFolder.path(); }
    /** The server and all that serves its connections. */
    [[nodiscard]] QList<qint64> processes() const;
    /** Sends all of them a signal. */
    void signal(int number) const;
    /** As if the machine had lost its power; false if they do not go. */
    [[nodiscard]] bool killAll() const;
    /** From now on that login has to prove itself. */
    [[nodiscard]] bool asksForPasswordOf(const QString &login) const;
    /** Whether a control of the cluster (pg_ctl: "stop -m immediate", "start") went well. */
    [[nodiscard]] bool control(const QStringList &order) const;

private:
    PrivateServer() = default;
    [[nodiscard]] static QString &settings();
    [[nodiscard]] bool start();
    /** Has somebody else stop it as soon as this process is gone, however it ends. */
    [[nodiscard]] bool watch() const;

    QTemporaryDir mFolder{QStringLiteral("/tmp/gridward-pg-XXXXXX")};
};

/** Ends all other connections to the database of this one, as a restart of the server would. */
[[nodiscard]] bool endOthers(SqlConnection &connection);

/** The kinds of store that the contract is run on, as rows of a test with a column `kind`. */
void addStoreKinds();
/** Those of them that several programs can have open. */
void addSharedStoreKinds();

/**
 * All that the files of a store hold, also where nothing reads it any more. Of one in memory: what
 * they would hold; of a server's: those of the database, not its journal.
 */
[[nodiscard]] QByteArray contentOf(SqlStore &store);

/** Makes empty stores of a kind, each its own and published; files go with the maker's folder. */
class StoreMaker
{
public:
    /** Of smallInfo() or another one; null if that failed, which is told. */
    [[nodiscard]] std::unique_ptr<SqlStore> empty(const QString &kind);
    [[nodiscard]] std::unique_ptr<SqlStore> empty(const QString &kind, const StoreInfo &info);
    /** The name of one that can be shared; empty if that failed. */
    [[nodiscard]] QString make(const QString &kind);
    /** One that has been made, once more; null if that failed, which is told. */
    [[nodiscard]] static std::unique_ptr<SqlStore> again(const QString &name);

private:
    QTemporaryDir mFolder;
    int mCount = 0;
};

} // namespace gridward
