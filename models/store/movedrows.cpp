// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a store that moves, through SQLite itself and the copy protocol of PostgreSQL: millions
// of them, which Qt's values would make several times as long.
#include "models/store/ewkb.h"
#include "models/store/geopackageblob.h"
#include "models/store/movedtables.h"
#include "models/store/serverstatement.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstring>
#include <libpq-fe.h>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StoreMove)
};

constexpr qsizetype kSentAtOnce = 64 * 1024; ///< bytes

Error unreadable(const char *table, qint64 key, const QString &column)
{
    return Error{ErrorCode::Unreadable,
                 Words::tr("Row %1 of table “%2” has something in “%3” that no store writes. Let "
                           "“gridward check” look at the store.")
                     .arg(key)
                     .arg(QLatin1String(table), column),
                 {}};
}

Error aboutTable(const char *table, const Error &error)
{
    return Error{error.code,
                 Words::tr("Table “%1”: %2").arg(QLatin1String(table), error.message),
                 error.detail};
}

QString namesOf(const QList<MovedColumn> &columns)
{
    QStringList names;
    for (const MovedColumn &column : columns) {
        names.append(u'"' + column.name + u'"');
    }
    return names.join(u", "_s);
}

qsizetype placeOfKey(const MovedTable &table, const QList<MovedColumn> &columns)
{
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (columns.at(i).name == QLatin1String(table.key)) {
            return i;
        }
    }
    Q_UNREACHABLE();
}

QByteArray shortest(double value)
{
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

Error sqliteError(sqlite3 *database, const char *table)
{
    return aboutTable(
        table,
        SqlConnection::errorFor(QSqlError({},
                                          QString::fromUtf8(sqlite3_errmsg(database)),
                                          QSqlError::StatementError,
                                          QString::number(sqlite3_extended_errcode(database))),
                                QLatin1String(table)));
}

struct Finalizer
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using FileStatement = std::unique_ptr<sqlite3_stmt, Finalizer>;

Result<FileStatement>
prepareIn(SqlConnection &connection, const MovedTable &table, const QString &sql)
{
    auto *database = static_cast<sqlite3 *>(connection.handle());
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.toUtf8().constData(), -1, &statement, nullptr) !=
        SQLITE_OK) {
        return sqliteError(database, table.name);
    }
    return FileStatement(statement);
}

class FileReader final : public MovedReader
{
public:
    FileReader(FileStatement statement, const MovedTable &table, QList<MovedColumn> columns)
        : mStatement(std::move(statement))
        , mTable(table)
        , mColumns(std::move(columns))
        , mKey(static_cast<int>(placeOfKey(table, mColumns)))
    {
    }

    Result<bool> next(qint64 &key, MovedRow &row) override
    {
        const int code = sqlite3_step(mStatement.get());
        if (code == SQLITE_DONE) {
            return false;
        }
        if (code != SQLITE_ROW) {
            return sqliteError(sqlite3_db_handle(mStatement.get()), mTable.name);
        }
        key = sqlite3_column_int64(mStatement.get(), mKey);
        row.clear();
        for (int i = 0; i < mColumns.size(); ++i) {
            if (!take(i, row)) {
                return unreadable(mTable.name, key, mColumns.at(i).name);
            }
        }
        return true;
    }

private:
    [[nodiscard]] bool take(int column, MovedRow &row) const
    {
        sqlite3_stmt *statement = mStatement.get();
        if (sqlite3_column_type(statement, column) == SQLITE_NULL) {
            row.addNull();
            return true;
        }
        switch (mColumns.at(column).kind) {
        case MovedKind::Real:
            row.add(shortest(sqlite3_column_double(statement, column)));
            return true;
        case MovedKind::Bytes:
            row.add(blob(column));
            return true;
        case MovedKind::Shape: {
            const QByteArray wkb = geopackage::toWkb(blob(column).toByteArray());
            row.add(wkb);
            return !wkb.isEmpty();
        }
        default:
            break;
        }
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
        row.add({text, sqlite3_column_bytes(statement, column)});
        return true;
    }
    [[nodiscard]] QByteArrayView blob(int column) const
    {
        const auto *bytes =
            static_cast<const char *>(sqlite3_column_blob(mStatement.get(), column));
        return {bytes, sqlite3_column_bytes(mStatement.get(), column)};
    }

    FileStatement mStatement;
    const MovedTable &mTable;
    QList<MovedColumn> mColumns;
    int mKey;
};

class FileWriter final : public MovedWriter
{
public:
    FileWriter(SqlConnection &connection, const MovedTable &table, QList<MovedColumn> columns)
        : mConnection(connection)
        , mTable(table)
        , mColumns(std::move(columns))
    {
    }

    Result<void> begin() override
    {
        const QString marks = u"?"_s + u", ?"_s.repeated(mColumns.size() - 1);
        Result<FileStatement> prepared =
            prepareIn(mConnection,
                      mTable,
                      u"INSERT INTO \"%1\" (%2) VALUES (%3)"_s.arg(
                          QLatin1String(mTable.name), namesOf(mColumns), marks));
        if (!prepared) {
            return prepared.error();
        }
        mStatement = std::move(prepared).value();
        // What a row refers to may come behind it; by the end of the transaction it is there.
        return mConnection.execute(u"PRAGMA defer_foreign_keys=ON"_s);
    }

    Result<void> add(const MovedRow &row) override
    {
        sqlite3_stmt *statement = mStatement.get();
        for (int i = 0; i < mColumns.size(); ++i) {
            bind(i, row);
        }
        const int code = sqlite3_step(statement);
        Result<void> done =
            code == SQLITE_DONE
                ? Result<void>()
                : Result<void>(sqliteError(sqlite3_db_handle(statement), mTable.name));
        sqlite3_reset(statement);
        return done;
    }

    Result<void> finish() override { return {}; }

private:
    void bind(int column, const MovedRow &row)
    {
        sqlite3_stmt *statement = mStatement.get();
        const MovedRow::Field &field = row.fields().at(static_cast<std::size_t>(column));
        const QByteArrayView value = row.value(field);
        const int size = static_cast<int>(value.size());
        const int place = column + 1;
        if (field.isNull) {
            sqlite3_bind_null(statement, place);
            return;
        }
        switch (mColumns.at(column).kind) {
        case MovedKind::Number:
            sqlite3_bind_int64(statement, place, value.toLongLong());
            break;
        case MovedKind::Real:
            sqlite3_bind_double(statement, place, value.toDouble());
            break;
        case MovedKind::Bytes:
            sqlite3_bind_blob(statement, place, value.data(), size, SQLITE_TRANSIENT);
            break;
        case MovedKind::Shape: {
            const QByteArray blob = geopackage::fromWkb(value.toByteArray(), false);
            sqlite3_bind_blob(statement,
                              place,
                              blob.constData(),
                              static_cast<int>(blob.size()),
                              SQLITE_TRANSIENT);
            break;
        }
        default: // the row lives until the step is done
            sqlite3_bind_text(statement, place, value.data(), size, SQLITE_STATIC);
            break;
        }
    }

    SqlConnection &mConnection;
    const MovedTable &mTable;
    QList<MovedColumn> mColumns;
    FileStatement mStatement;
};

/** "2026-11-20 08:00:00.5+00" as we write it; whatever is finer than a millisecond stays. */
QByteArray timeOf(QByteArrayView told)
{
    constexpr qsizetype kSeconds = 19;
    constexpr qsizetype kMilliseconds = 4; ///< the point, three digits
    QByteArray time = told.first(std::min(told.size(), kSeconds)).toByteArray();
    time.replace(' ', 'T');
    QByteArray fraction = told.sliced(time.size()).toByteArray();
    fraction.truncate(std::max<qsizetype>(fraction.lastIndexOf('+'), 0));
    if (fraction.isEmpty()) {
        fraction = ".";
    }
    return time + fraction.leftJustified(kMilliseconds, '0') + 'Z';
}

class ServerReader final : public MovedReader
{
public:
    ServerReader(PGconn *connection, const MovedTable &table, QList<MovedColumn> columns)
        : mConnection(connection)
        , mTable(table)
        , mColumns(std::move(columns))
        , mKey(placeOfKey(table, mColumns))
    {
    }
    ~ServerReader() override
    {
        if (mIsDone) {
            return;
        }
        if (PGcancel *cancel = PQgetCancel(mConnection); cancel != nullptr) {
            char why[256];
            PQcancel(cancel, why, sizeof why);
            PQfreeCancel(cancel);
        }
        char *line = nullptr;
        while (PQgetCopyData(mConnection, &line, 0) > 0) {
            PQfreemem(line);
        }
        while (PGresult *rest = PQgetResult(mConnection)) {
            PQclear(rest);
        }
    }

    Result<void> begin(const QByteArray &sql)
    {
        PGresult *answer = PQexec(mConnection, sql.constData());
        const bool isOpen = PQresultStatus(answer) == PGRES_COPY_OUT;
        Result<void> done =
            isOpen
                ? Result<void>()
                : Result<void>(aboutTable(mTable.name, server::errorOf(mConnection, answer, sql)));
        PQclear(answer);
        mIsDone = !isOpen;
        return done;
    }

    Result<bool> next(qint64 &key, MovedRow &row) override
    {
        char *line = nullptr;
        const int size = PQgetCopyData(mConnection, &line, 0);
        if (size <= 0) {
            return end();
        }
        const std::unique_ptr<char, decltype(&PQfreemem)> owned(line, &PQfreemem);
        row.clear();
        const char *at = line;
        const char *const lineEnd = line + size - 1; // a line feed
        for (qsizetype i = 0; i < mColumns.size(); ++i) {
            const auto *stop = static_cast<const char *>(
                std::memchr(at, '\t', static_cast<std::size_t>(lineEnd - at)));
            stop = stop == nullptr ? lineEnd : stop;
            const QByteArrayView raw(at, stop - at);
            if (i == mKey) {
                key = raw.toLongLong();
            }
            if (!take(mColumns.at(i).kind, raw, row)) {
                return unreadable(mTable.name, key, mColumns.at(i).name);
            }
            at = std::min(stop + 1, lineEnd);
        }
        return true;
    }

private:
    [[nodiscard]] Result<bool> end()
    {
        mIsDone = true;
        Result<bool> done = false;
        while (PGresult *answer = PQgetResult(mConnection)) {
            if (PQresultStatus(answer) != PGRES_COMMAND_OK) {
                done = aboutTable(mTable.name, server::errorOf(mConnection, answer, "COPY"));
            }
            PQclear(answer);
        }
        return done;
    }

    [[nodiscard]] static bool take(MovedKind kind, QByteArrayView raw, MovedRow &row)
    {
        if (raw == QByteArrayView("\\N")) {
            row.addNull();
            return true;
        }
        switch (kind) {
        case MovedKind::Real:
            row.add(shortest(raw.toDouble()));
            return true;
        case MovedKind::Time:
            row.add(timeOf(raw));
            return true;
        case MovedKind::Bytes: // "\\x" and hexadecimal digits
            row.add(QByteArray::fromHex(QByteArray::fromRawData(raw.data(), raw.size()).mid(3)));
            return true;
        case MovedKind::Shape: {
            const QByteArray wkb = ewkb::toWkb(raw.toByteArray());
            row.add(wkb);
            return !wkb.isEmpty();
        }
        case MovedKind::Text:
            if (raw.contains('\\')) {
                row.add(plain(raw));
                return true;
            }
            break;
        default:
            break;
        }
        row.add(raw);
        return true;
    }

    /** Without the escapes that the copy protocol writes. */
    [[nodiscard]] static QByteArray plain(QByteArrayView raw)
    {
        QByteArray text;
        text.reserve(raw.size());
        for (qsizetype i = 0; i < raw.size(); ++i) {
            if (raw.at(i) != '\\' || i + 1 == raw.size()) {
                text += raw.at(i);
                continue;
            }
            static const QByteArray kLetters("bfnrtv");
            static const QByteArray kMeant("\b\f\n\r\t\v");
            const char letter = raw.at(++i);
            const qsizetype known = kLetters.indexOf(letter);
            text += known < 0 ? letter : kMeant.at(known);
        }
        return text;
    }

    PGconn *mConnection;
    const MovedTable &mTable;
    QList<MovedColumn> mColumns;
    qsizetype mKey;
    bool mIsDone = true;
};

class ServerWriter final : public MovedWriter
{
public:
    ServerWriter(PGconn *connection, const MovedTable &table, QList<MovedColumn> columns)
        : mConnection(connection)
        , mTable(table)
        , mColumns(std::move(columns))
    {
    }

    Result<void> begin() override
    {
        mLines.resize(0);
        mSql = u"COPY gridward.\"%1\" (%2) FROM STDIN"_s
                   .arg(QLatin1String(mTable.name), namesOf(mColumns))
                   .toUtf8();
        PGresult *answer = PQexec(mConnection, mSql.constData());
        Result<void> done =
            PQresultStatus(answer) == PGRES_COPY_IN ? Result<void>() : failed(answer);
        PQclear(answer);
        return done;
    }

    Result<void> add(const MovedRow &row) override
    {
        for (qsizetype i = 0; i < mColumns.size(); ++i) {
            if (i > 0) {
                mLines += '\t';
            }
            const MovedRow::Field &field = row.fields().at(static_cast<std::size_t>(i));
            if (field.isNull) {
                mLines += "\\N";
            } else {
                append(mColumns.at(i).kind, row.value(field));
            }
        }
        mLines += '\n';
        return mLines.size() < kSentAtOnce ? Result<void>() : send();
    }

    Result<void> finish() override
    {
        if (Result<void> sent = send(); !sent) {
            return sent;
        }
        mIsOpen = false;
        Result<void> done =
            PQputCopyEnd(mConnection, nullptr) == 1 ? Result<void>() : failed(nullptr);
        while (PGresult *answer = PQgetResult(mConnection)) {
            if (PQresultStatus(answer) != PGRES_COMMAND_OK) {
                done = failed(answer);
            }
            PQclear(answer);
        }
        return done;
    }

    ~ServerWriter() override
    {
        // Given up half way: the transaction can be rolled back once the copy has ended.
        if (mIsOpen && PQputCopyEnd(mConnection, "given up") == 1) {
            while (PGresult *answer = PQgetResult(mConnection)) {
                PQclear(answer);
            }
        }
    }

private:
    [[nodiscard]] Error failed(const PGresult *answer) const
    {
        return aboutTable(mTable.name, server::errorOf(mConnection, answer, mSql));
    }

    [[nodiscard]] Result<void> send()
    {
        const int sent =
            PQputCopyData(mConnection, mLines.constData(), static_cast<int>(mLines.size()));
        mLines.resize(0);
        return sent == 1 ? Result<void>() : Result<void>(failed(nullptr));
    }

    void append(MovedKind kind, QByteArrayView value)
    {
        switch (kind) {
        case MovedKind::Bytes:
            mLines += "\\\\x";
            mLines += QByteArray::fromRawData(value.data(), value.size()).toHex();
            return;
        case MovedKind::Shape:
            mLines += ewkb::fromWkb(value.toByteArray(), false).toLatin1();
            return;
        case MovedKind::Text:
            for (const char letter : value) {
                switch (letter) {
                case '\\':
                    mLines += "\\\\";
                    break;
                case '\n':
                    mLines += "\\n";
                    break;
                case '\r':
                    mLines += "\\r";
                    break;
                case '\t':
                    mLines += "\\t";
                    break;
                default:
                    mLines += letter;
                    break;
                }
            }
            return;
        default:
            mLines += value;
            return;
        }
    }

    PGconn *mConnection;
    const MovedTable &mTable;
    QList<MovedColumn> mColumns;
    QByteArray mSql;
    QByteArray mLines;
    bool mIsOpen = false; ///< the server waits for rows
};

} // namespace

Result<std::unique_ptr<MovedReader>> MovedReader::open(SqlConnection &connection,
                                                       const MovedTable &table,
                                                       const QList<MovedColumn> &columns,
                                                       qint64 behind,
                                                       qint64 upTo)
{
    const QString sql =
        u"SELECT %1 FROM \"%2\" WHERE \"%3\" > %4 AND \"%3\" <= %5 ORDER BY \"%3\""_s
            .arg(namesOf(columns), QLatin1String(table.name), QLatin1String(table.key))
            .arg(behind)
            .arg(upTo);
    if (!connection.isServer()) {
        Result<FileStatement> statement = prepareIn(connection, table, sql);
        if (!statement) {
            return statement.error();
        }
        return std::unique_ptr<MovedReader>(
            std::make_unique<FileReader>(std::move(statement).value(), table, columns));
    }
    auto reader =
        std::make_unique<ServerReader>(static_cast<PGconn *>(connection.handle()), table, columns);
    if (const Result<void> begun = reader->begin(u"COPY (%1) TO STDOUT"_s.arg(sql).toUtf8());
        !begun) {
        return begun.error();
    }
    return std::unique_ptr<MovedReader>(std::move(reader));
}

std::unique_ptr<MovedWriter> MovedWriter::make(SqlConnection &connection,
                                               const MovedTable &table,
                                               const QList<MovedColumn> &columns)
{
    if (connection.isServer()) {
        return std::make_unique<ServerWriter>(
            static_cast<PGconn *>(connection.handle()), table, columns);
    }
    return std::make_unique<FileWriter>(connection, table, columns);
}

} // namespace gridward
