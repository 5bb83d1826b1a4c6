// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <vector>

struct pg_conn;
struct pg_result;

namespace gridward {

/**
 * A statement that a PostgreSQL server has prepared, on the connection that Qt opened. Used through
 * libpq, because Qt's driver writes the values into a text which the server has to read again.
 * Bound from the first parameter on; all rows of the answer are here once it has run. Times are
 * texts in ISO 8601 with milliseconds, geometries EWKB. Thread and errors as SqlConnection.
 */
class ServerStatement
{
public:
    ServerStatement(pg_conn *connection, QByteArray name, QByteArray text);
    ServerStatement(const ServerStatement &) = delete;
    ServerStatement &operator=(const ServerStatement &) = delete;
    ~ServerStatement();

    /** Has the server prepare it; before anything else. */
    [[nodiscard]] Result<void> prepare();

    void bindNull();
    void bindText(const QByteArray &utf8);
    void bindText(const QString &text) { bindText(text.toUtf8()); }
    void bindBytes(const QByteArray &bytes);
    void bind(const QVariant &value);

    [[nodiscard]] Result<void> run();
    /** Forgets values and answer. */
    void finish();
    [[nodiscard]] bool next() { return ++mRow < mRows; }
    [[nodiscard]] qint64 changedRows() const;

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] double real(int column) const;

private:
    struct Value
    {
        QByteArray content;
        bool isNull = true;
        bool isBinary = false;
    };

    pg_conn *mConnection;
    QByteArray mName;
    QByteArray mText;
    std::vector<Value> mValues;
    pg_result *mAnswer = nullptr; ///< owned
    int mRow = -1;
    int mRows = 0;
};

namespace server {

/** PostgreSQL's type of true and false (pg_type.oid), which never changes. */
inline constexpr unsigned kTruth = 16;

/** The text of a statement as the server understands it: marks counted, no SQLite hints. */
[[nodiscard]] QByteArray translated(const QString &sql);
/** Puts a remark of the server into the debug log; for PQsetNoticeReceiver(). */
void takeNotice(void *nothing, const pg_result *notice);
/** A time as the server writes it ("2026-11-20 08:00:00.5+00"), as we do. */
[[nodiscard]] QString isoOf(const QByteArray &time);
/** What an answer that is none means for the user; `connection` says it where there is no answer.
 */
[[nodiscard]] Error errorOf(pg_conn *connection, const pg_result *answer, const QByteArray &sql);

} // namespace server

} // namespace gridward
