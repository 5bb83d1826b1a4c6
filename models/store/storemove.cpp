// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storemove.h"

#include "models/domain/caseevent.h"
#include "models/store/unfinishedstore.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StoreMove)
};

constexpr qint64 kBytesAtOnce = 32 << 20; ///< of one transaction: evidence is large
constexpr qint64 kRowsBetweenWords = 2000;
constexpr qsizetype kMostFindings = 100;
constexpr double kMillisecondsOfSecond = 1000.0;
constexpr qint64 kTimesRead = 3; ///< every row: copied, and read again on both sides
const QString kSource = u""_s;   ///< under which the state of the source is noted

Error notAsItWas(const QString &what)
{
    return Error{ErrorCode::Conflict,
                 Words::tr("A copy was begun there, but %1. Two states are never mixed: begin anew "
                           "with --anew, which takes that copy away.")
                     .arg(what),
                 {}};
}

Result<qint64> ask(SqlConnection &connection, const QString &sql)
{
    const Result<QVariant> asked = connection.scalar(sql);
    return asked ? Result<qint64>(asked.value().toLongLong()) : Result<qint64>(asked.error());
}

QString nameOf(const MovedTable &table)
{
    return QString::fromLatin1(table.name);
}

} // namespace

bool MoveReport::isEqual() const
{
    return findings.isEmpty() && !tables.isEmpty() &&
           std::ranges::all_of(tables, &MovedProof::isEqual);
}

StoreMove::StoreMove(SqlStore &from, Progress progress, qint64 rowsAtOnce)
    : mFrom(from)
    , mProgress(std::move(progress))
    , mRowsAtOnce(rowsAtOnce)
{
}

Result<MoveReport> StoreMove::run(const QString &name)
{
    Result<std::unique_ptr<UnfinishedStore>> opened = UnfinishedStore::open(name);
    if (!opened) {
        return opened.error();
    }
    const std::unique_ptr<UnfinishedStore> to = std::move(opened).value();
    mReport = {};
    mDone = 0;
    const Result<void> moved = mFrom.snapshot([&] { return move(*to); });
    if (!moved) {
        return moved.error();
    }
    const Result<qint64> now =
        ask(mFrom.connection(), u"SELECT coalesce(max(id), 0) FROM events"_s);
    const auto last = to->noted().constFind(u"events"_s);
    mReport.hasGoneOn =
        now && last != to->noted().constEnd() && last->rows > 0 && now.value() != last->lastKey;
    if (mReport.isEqual()) {
        if (const Result<void> completed = to->complete(); !completed) {
            return completed.error();
        }
    }
    return mReport;
}

Result<void> StoreMove::move(UnfinishedStore &to)
{
    QElapsedTimer timer;
    timer.start();
    if (Result<void> prepared = prepare(to); !prepared) {
        return prepared;
    }
    for (const MovedTable &table : movedTables()) {
        if (Result<void> copied = copy(to, table); !copied) {
            return copied;
        }
    }
    if (Result<void> settled = to.settle(); !settled) {
        return settled;
    }
    mReport.copySeconds = static_cast<double>(timer.restart()) / kMillisecondsOfSecond;
    if (Result<void> proved = prove(to); !proved) {
        return proved;
    }
    mReport.proofSeconds = static_cast<double>(timer.elapsed()) / kMillisecondsOfSecond;
    return {};
}

Result<void> StoreMove::prepare(UnfinishedStore &to)
{
    SqlConnection &from = mFrom.connection();
    mAll = 0;
    for (const MovedTable &table : movedTables()) {
        const Result<qint64> rows = ask(from, u"SELECT count(*) FROM %1"_s.arg(nameOf(table)));
        if (!rows) {
            return rows.error();
        }
        const bool isLog = nameOf(table) == "events"_L1; // read once more, case by case
        mAll += rows.value() * (isLog ? kTimesRead + 1 : kTimesRead);
    }
    mReport.wasResumed = to.noted().contains(kSource);
    if (mReport.wasResumed) {
        for (const Result<void> &step : {checkBegun(to), forgetEachTry(to)}) {
            if (!step) {
                return step;
            }
        }
    } else {
        const Result<qint64> first = ask(from, u"SELECT coalesce(min(id), -1) FROM cases"_s);
        const Result<qint64> last = ask(from, u"SELECT coalesce(max(id), -1) FROM cases"_s);
        const Result<qint64> position = ask(from, u"SELECT coalesce(max(id), 0) FROM events"_s);
        if (!first || !last || !position) {
            return !first ? first.error() : !last ? last.error() : position.error();
        }
        MovedChain source;
        source.lastKey = position.value();
        Result<void> begun = to.connection().transaction([&]() -> Result<void> {
            Result<void> room =
                first.value() < 0 ? Result<void>() : to.makeRoom(first.value(), last.value());
            return room ? to.note(kSource, source) : room;
        });
        if (!begun) {
            return begun;
        }
    }
    return to.liftGuards();
}

/** What was copied must be what is there: row by row, as far as it was copied. */
Result<void> StoreMove::checkBegun(UnfinishedStore &to)
{
    const qint64 before = to.noted().value(kSource).lastKey;
    const Result<qint64> now =
        ask(mFrom.connection(), u"SELECT coalesce(max(id), 0) FROM events"_s);
    if (!now) {
        return now.error();
    }
    if (now.value() != before) {
        return notAsItWas(
            Words::tr("the store was written to since (its log was at %1 and is at %2)")
                .arg(before)
                .arg(now.value()));
    }
    for (const MovedTable &table : movedTables()) {
        const auto noted = to.noted().constFind(nameOf(table));
        if (noted == to.noted().constEnd() || table.way == MovedTable::Way::EachTry) {
            continue;
        }
        const Result<MovedChain> there = chainOf(mFrom.connection(),
                                                 table,
                                                 Words::tr("comparing %1").arg(nameOf(table)),
                                                 noted->lastKey);
        if (!there) {
            return there.error();
        }
        if (there.value().rows != noted->rows || there.value().hash != noted->hash) {
            return notAsItWas(
                Words::tr("table “%1” of the store is not what was copied").arg(nameOf(table)));
        }
    }
    return {};
}

Result<void> StoreMove::forgetEachTry(UnfinishedStore &to)
{
    return to.connection().transaction([&]() -> Result<void> {
        for (const MovedTable &table : movedTables()) {
            if (table.way != MovedTable::Way::EachTry) {
                continue;
            }
            if (Result<void> gone = to.connection().execute(u"DELETE FROM %1"_s.arg(nameOf(table)));
                !gone) {
                return gone;
            }
            if (Result<void> noted = to.note(nameOf(table), {}); !noted) {
                return noted;
            }
        }
        return {};
    });
}

Result<void> StoreMove::copy(UnfinishedStore &to, const MovedTable &table)
{
    const Result<QList<MovedColumn>> columns = movedColumns(mFrom.connection(), table);
    const Result<QList<MovedColumn>> there = movedColumns(to.connection(), table);
    if (!columns || !there) {
        return columns ? there.error() : columns.error();
    }
    if (columns.value() != there.value() || columns.value().isEmpty()) {
        return Error{
            ErrorCode::Internal,
            Words::tr("Table “%1” has other columns in the copy than in the store; nothing more "
                      "was copied. Begin anew with --anew, by one version of Gridward.")
                .arg(nameOf(table)),
            {}};
    }
    MovedChain chain = to.noted().value(nameOf(table));
    const Result<std::unique_ptr<MovedReader>> reader =
        MovedReader::open(mFrom.connection(), table, columns.value(), chain.lastKey);
    if (!reader) {
        return reader.error();
    }
    const QString words = Words::tr("copying %1").arg(nameOf(table));
    const bool isAtOnce = table.way == MovedTable::Way::AtOnce;
    bool hasMore = true;
    while (hasMore) {
        const qint64 before = chain.rows;
        const Result<void> done = to.connection().transaction(
            [&]() -> Result<void> {
                // Let go before the transaction ends, however it ends.
                const std::unique_ptr<MovedWriter> writer =
                    MovedWriter::make(to.connection(), table, columns.value());
                if (Result<void> begun = writer->begin(); !begun) {
                    return begun;
                }
                MovedRow row;
                qint64 key = 0;
                qint64 bytes = 0;
                while (isAtOnce || (chain.rows - before < mRowsAtOnce && bytes < kBytesAtOnce)) {
                    const Result<bool> next = reader.value()->next(key, row);
                    if (!next) {
                        return next.error();
                    }
                    hasMore = next.value();
                    if (!hasMore) {
                        break;
                    }
                    if (Result<void> added = writer->add(row); !added) {
                        return added;
                    }
                    chain.add(key, row);
                    bytes += row.text().size();
                }
                Result<void> finished = writer->finish();
                return finished ? to.note(nameOf(table), chain) : finished;
            },
            WriteLock::Rows);
        const Result<void> told = done ? tell(chain.rows - before, words) : done;
        if (!told) {
            return told;
        }
    }
    return {};
}

Result<MovedChain> StoreMove::chainOf(SqlConnection &connection,
                                      const MovedTable &table,
                                      const QString &words,
                                      qint64 upTo)
{
    const Result<QList<MovedColumn>> columns = movedColumns(connection, table);
    if (!columns) {
        return columns.error();
    }
    MovedChain chain;
    const Result<std::unique_ptr<MovedReader>> reader =
        MovedReader::open(connection, table, columns.value(), chain.lastKey, upTo);
    if (!reader) {
        return reader.error();
    }
    MovedRow row;
    qint64 key = 0;
    while (true) {
        const Result<bool> next = reader.value()->next(key, row);
        if (!next) {
            return next.error();
        }
        if (!next.value()) {
            return chain;
        }
        chain.add(key, row);
        if (chain.rows % kRowsBetweenWords == 0) {
            if (const Result<void> told = tell(kRowsBetweenWords, words); !told) {
                return told.error();
            }
        }
    }
}

Result<void> StoreMove::prove(UnfinishedStore &to)
{
    for (const MovedTable &table : movedTables()) {
        const QString words = Words::tr("proving %1").arg(nameOf(table));
        const Result<MovedChain> here = chainOf(mFrom.connection(), table, words);
        const Result<MovedChain> there =
            here ? chainOf(to.connection(), table, words) : Result<MovedChain>(here.error());
        if (!there) {
            return there.error();
        }
        mReport.tables.append({nameOf(table), here.value(), there.value()});
    }
    if (Result<void> chains = proveChains(to.store()); !chains) {
        return chains;
    }
    if (Result<void> told = tell(0, Words::tr("looking at the copy as a whole")); !told) {
        return told;
    }
    const Result<QStringList> findings = to.store().integrityFindings();
    if (!findings) {
        return findings.error();
    }
    mReport.findings += findings.value();
    return {};
}

Result<void> StoreMove::proveChains(SqlStore &store)
{
    Result<void> stopped;
    qint64 steps = 0;
    const Result<void> visited =
        store.cases().visitAll([&](const Case &subject, const QList<CaseEvent> &events) {
            QByteArray hash;
            for (const CaseEvent &event : events) {
                hash = chainHash(hash, subject.id, event);
                if (hash == event.hash) {
                    continue;
                }
                if (mReport.findings.size() < kMostFindings) {
                    mReport.findings.append(
                        Words::tr("The log of case %1 is broken at step %2, in the copy as in the "
                                  "store if the tables are equal: let “gridward check” look at it.")
                            .arg(subject.number)
                            .arg(event.sequence));
                }
                break;
            }
            ++mReport.chains;
            steps += events.size();
            if (steps > kRowsBetweenWords) {
                stopped = tell(std::exchange(steps, 0), Words::tr("counting logs of cases anew"));
            }
            return stopped.isOk();
        });
    return stopped ? visited : stopped;
}

Result<void> StoreMove::tell(qint64 rows, const QString &words)
{
    constexpr int kAll = 99; // the last step is no row
    mDone += rows;
    const qint64 percent = std::min<qint64>(kAll, mDone * kAll / std::max<qint64>(mAll, 1));
    return mProgress(static_cast<int>(percent), words)
               ? Result<void>()
               : Result<void>(Error{ErrorCode::Cancelled,
                                    Words::tr("Stopped. What was copied is kept: run the same "
                                              "command again to go on."),
                                    {}});
}

} // namespace gridward
