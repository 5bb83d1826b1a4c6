// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace gridward {

/** A file of the simulation could not be used: says which file and line, and what to do. */
[[nodiscard]] Error simulationFault(const QString &path, int line, const QString &detail);

/**
 * A table of the demo data in memory: CSV after RFC 4180 with a header row, UTF-8. Reading a cell
 * that does not fit is remembered with its line, so that a reader asks once at its end: fault().
 */
class SimulationTable
{
public:
    /** NotFound without the file, Unreadable if it is no such table or lacks one of the columns. */
    [[nodiscard]] static Result<SimulationTable> read(const QString &path,
                                                      const QStringList &columns);

    [[nodiscard]] qsizetype rowCount() const { return mRows.size(); }
    [[nodiscard]] QString text(qsizetype row, const QString &column) const;
    [[nodiscard]] double number(qsizetype row, const QString &column);
    [[nodiscard]] int integer(qsizetype row, const QString &column);
    /** Remembers that this row is wrong, and why. */
    void reject(qsizetype row, const QString &detail);
    /** The first thing that was wrong. */
    [[nodiscard]] Result<void> fault() const { return mFault; }

private:
    struct Row
    {
        int line = 0;
        QStringList cells;
    };
    [[nodiscard]] bool parse(const QString &text);

    QString mPath;
    QHash<QString, qsizetype> mColumns;
    QList<Row> mRows;
    Result<void> mFault;
};

} // namespace gridward
