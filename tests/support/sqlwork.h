// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/sqlconnection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <libpq-fe.h>
#include <sqlite3.h>

namespace gridward {

/**
 * Counts the work of a connection while it lives; it grows with every row that is visited, and does
 * not wobble. In a file: the steps of SQLite's virtual machine. On a server: the rows that the
 * scans of its plans took, with those they left out, also inside of functions; a connection that is
 * not the administrator's needs a database that tells plans to all (tellPlansTo()).
 */
class SqlWork
{
public:
    explicit SqlWork(SqlConnection &connection)
        : mConnection(connection)
    {
        if (connection.isServer()) {
            tellPlans(true);
            PQsetNoticeReceiver(server(), &SqlWork::take, this);
        } else {
            sqlite3_progress_handler(file(), kGrain, &SqlWork::count, &mTicks);
        }
    }
    SqlWork(const SqlWork &) = delete;
    SqlWork &operator=(const SqlWork &) = delete;
    ~SqlWork()
    {
        if (mConnection.isServer()) {
            PQsetNoticeReceiver(
                server(), [](void *, const PGresult *) {}, nullptr);
            tellPlans(false);
        } else {
            sqlite3_progress_handler(file(), 0, nullptr, nullptr);
        }
    }

    /** From now on new connections to this database can be counted, whoever they belong to. */
    [[nodiscard]] static bool tellPlansTo(SqlConnection &administrator)
    {
        return administrator
            .execute(QStringLiteral(
                "DO $$ BEGIN "
                "EXECUTE format('ALTER DATABASE %1$I SET session_preload_libraries = "
                "auto_explain', "
                "current_database()); "
                "EXECUTE format('ALTER DATABASE %1$I SET auto_explain.log_analyze = on', "
                "current_database()); "
                "EXECUTE format('ALTER DATABASE %1$I SET auto_explain.log_timing = off', "
                "current_database()); "
                "EXECUTE format('ALTER DATABASE %1$I SET auto_explain.log_nested_statements = "
                "on', current_database()); "
                "EXECUTE format('ALTER DATABASE %1$I SET auto_explain.log_format = json', "
                "current_database()); "
                "EXECUTE format('ALTER DATABASE %1$I SET auto_explain.log_min_duration = 0', "
                "current_database()); END $$"))
            .isOk();
    }

    [[nodiscard]] qint64 steps() const { return mTicks * (mConnection.isServer() ? 1 : kGrain); }
    /** Statements with a plan; of a server alone. */
    [[nodiscard]] int statements() const { return mStatements; }

private:
    static constexpr int kGrain = 10;

    [[nodiscard]] sqlite3 *file() const { return static_cast<sqlite3 *>(mConnection.handle()); }
    [[nodiscard]] PGconn *server() const { return static_cast<PGconn *>(mConnection.handle()); }
    void tellPlans(bool isOn)
    {
        QStringList settings{isOn ? QStringLiteral("SET client_min_messages = log")
                                  : QStringLiteral("SET client_min_messages = warning")};
        const Result<QVariant> may =
            mConnection.scalar(QStringLiteral("SELECT current_setting('is_superuser') = 'on'"));
        if (may && may.value().toBool()) {
            settings = plansOf(isOn) + settings;
        }
        for (const QString &setting : settings) {
            if (const Result<void> set = mConnection.execute(setting); !set) {
                qFatal("%s: %s", qPrintable(setting), qPrintable(set.error().detail));
            }
        }
    }
    static QStringList plansOf(bool isOn)
    {
        return {QStringLiteral("LOAD 'auto_explain'"),
                QStringLiteral("SET auto_explain.log_analyze = on"),
                QStringLiteral("SET auto_explain.log_timing = off"),
                QStringLiteral("SET auto_explain.log_nested_statements = on"),
                QStringLiteral("SET auto_explain.log_format = json"),
                isOn ? QStringLiteral("SET auto_explain.log_min_duration = 0")
                     : QStringLiteral("SET auto_explain.log_min_duration = -1")};
    }
    static int count(void *ticks)
    {
        ++*static_cast<qint64 *>(ticks);
        return 0;
    }
    static void take(void *self, const PGresult *notice)
    {
        const QByteArray text(PQresultErrorField(notice, PG_DIAG_MESSAGE_PRIMARY));
        const qsizetype plan = text.indexOf('{');
        if (!text.startsWith("duration:") || plan < 0) {
            return;
        }
        auto *work = static_cast<SqlWork *>(self);
        ++work->mStatements;
        work->add(QJsonDocument::fromJson(text.mid(plan)).object().value("Plan").toObject());
    }
    void add(const QJsonObject &node)
    {
        if (node.value("Node Type").toString().endsWith("Scan")) {
            const double rows = node.value("Actual Rows").toDouble() +
                                node.value("Rows Removed by Filter").toDouble() +
                                node.value("Rows Removed by Index Recheck").toDouble();
            mTicks += static_cast<qint64>(rows * node.value("Actual Loops").toDouble());
        }
        for (const QJsonValue &part : node.value("Plans").toArray()) {
            add(part.toObject());
        }
    }

    SqlConnection &mConnection;
    qint64 mTicks = 0;
    int mStatements = 0;
};

} // namespace gridward
