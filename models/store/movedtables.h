// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/store/sqlconnection.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace gridward {

/** A table that is taken along when a whole store moves. */
struct MovedTable
{
    enum class Way {
        InBatches,
        /** In one transaction, as its rows refer to others of the same table. */
        AtOnce,
        /**
         * What signing in itself writes: the next try of a move begins with it anew, for who has to
         * prove who they are has changed it by that.
         */
        EachTry,
    };
    const char *name;
    Way way = Way::InBatches;
    const char *key = "id"; ///< a whole number, unique, never NULL
};

/** All of them, each behind those it refers to. */
[[nodiscard]] const std::vector<MovedTable> &movedTables();
/**
 * Tables that are knowingly left: of a kind of store alone, or made from what was taken along. A
 * name that ends with "*" stands for all that begin so.
 */
[[nodiscard]] const QStringList &derivedTables();

/** What a column holds, whatever a kind of store calls it. */
enum class MovedKind { Number, Real, Text, Time, Date, Bytes, Shape };

struct MovedColumn
{
    QString name;
    MovedKind kind = MovedKind::Text;

    bool operator==(const MovedColumn &) const = default;
};

/** Those of a table that are taken along, by name. Internal if one is of a type unheard of. */
[[nodiscard]] Result<QList<MovedColumn>> movedColumns(SqlConnection &connection,
                                                      const MovedTable &table);

/**
 * A row as it is the same in every kind of store. Its text has each column, by name: "-" for NULL,
 * otherwise the length in bytes in decimal, a colon and the value. Numbers are decimal, flags 0 or
 * 1; real numbers the shortest decimal that is read back the same; texts UTF-8; times ISO 8601,
 * UTC, with milliseconds; days ISO 8601; bytes themselves; shapes well-known binary.
 */
class MovedRow
{
public:
    struct Field
    {
        qsizetype at = 0;
        qsizetype size = 0;
        bool isNull = true;
    };

    void clear();
    void addNull();
    void add(QByteArrayView value);

    [[nodiscard]] const QByteArray &text() const { return mText; }
    [[nodiscard]] const std::vector<Field> &fields() const { return mFields; }
    [[nodiscard]] QByteArrayView value(const Field &field) const
    {
        return QByteArrayView(mText).sliced(field.at, field.size);
    }

private:
    QByteArray mText;
    std::vector<Field> mFields;
};

/**
 * What rows in the order of their keys amount to: 32 zero bytes of no rows, and with each row the
 * SHA-256 of the hash before it and of the row's text. It can be gone on with.
 */
struct MovedChain
{
    qint64 lastKey = -std::numeric_limits<qint64>::max(); ///< below every key
    qint64 rows = 0;
    QByteArray hash = QByteArray(32, '\0');

    void add(qint64 key, const MovedRow &row);
};

/** Reads the rows of a table forward, one at a time; the connection does nothing else meanwhile. */
class MovedReader
{
public:
    MovedReader() = default;
    MovedReader(const MovedReader &) = delete;
    MovedReader &operator=(const MovedReader &) = delete;
    virtual ~MovedReader() = default;

    /** Rows behind one key, up to another. */
    [[nodiscard]] static Result<std::unique_ptr<MovedReader>>
    open(SqlConnection &connection,
         const MovedTable &table,
         const QList<MovedColumn> &columns,
         qint64 behind,
         qint64 upTo = std::numeric_limits<qint64>::max());

    /** The next row and its key; false behind the last one. Unreadable: what no store writes. */
    [[nodiscard]] virtual Result<bool> next(qint64 &key, MovedRow &row) = 0;
};

/**
 * Writes rows into a table, inside a transaction of the caller: begin(), add() …, finish(). Let go
 * before the transaction ends; without finish() that one has to be rolled back.
 */
class MovedWriter
{
public:
    MovedWriter() = default;
    MovedWriter(const MovedWriter &) = delete;
    MovedWriter &operator=(const MovedWriter &) = delete;
    virtual ~MovedWriter() = default;

    [[nodiscard]] static std::unique_ptr<MovedWriter>
    make(SqlConnection &connection, const MovedTable &table, const QList<MovedColumn> &columns);

    [[nodiscard]] virtual Result<void> begin() = 0;
    [[nodiscard]] virtual Result<void> add(const MovedRow &row) = 0;
    /** On a server the rows are there, or refused, only now. */
    [[nodiscard]] virtual Result<void> finish() = 0;
};

} // namespace gridward
