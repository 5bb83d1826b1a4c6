// SPDX-License-Identifier: GPL-3.0-or-later
// Durable intake: one transaction a report, beside bare SQLite that writes the same rows as
// durably.
#include "models/service/casedesk.h"
#include "models/store/geopackagestore.h"
#include "tests/support/storebuilders.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>
#include <sqlite3.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace gridward;

namespace {

constexpr int kReports = 2000;
constexpr int kRounds = 5;

/** Reports through the desk: rights, class, grid, number, chain and all. */
double oursPerSecond(const QString &path)
{
    Result<std::unique_ptr<GeoPackageStore>> made = GeoPackageStore::create(path, smallInfo());
    const std::unique_ptr<GeoPackageStore> store = std::move(made).value();
    if (!fillSmallDistrict(*store) || !store->publish()) {
        return 0.0;
    }
    const SystemClock clock;
    CaseDesk desk(*store, clock, u"bench"_s);
    const User user = desk.user(u"acceptor1"_s).value();
    ReportDraft draft;
    draft.classCode = u"06010"_s;
    draft.place = GeoPoint{116.305, 39.905};
    draft.text = u"门前有暴露垃圾，约2平方米，请清理。"_s;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < kReports; ++i) {
        if (!desk.report(draft, user)) {
            return 0.0;
        }
    }
    return kReports / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
}

void run(sqlite3 *database, const char *sql)
{
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        std::fprintf(stderr, "%s\n", sqlite3_errmsg(database));
        std::exit(1);
    }
}

/** The rows that ours left, written again by the C interface into the same tables. */
double barePerSecond(const QString &ours, const QString &path)
{
    QFile::remove(path);
    sqlite3 *database = nullptr;
    sqlite3_open(path.toUtf8().constData(), &database);
    run(database, ("ATTACH '" + ours.toUtf8() + "' AS ours").constData());
    // The same tables and indexes, without what the GeoPackage says about them.
    sqlite3_stmt *schema = nullptr;
    sqlite3_prepare_v2(database,
                       "SELECT sql FROM ours.sqlite_master WHERE tbl_name IN ('cases', 'events') "
                       "AND sql IS NOT NULL AND type <> 'trigger' ORDER BY type DESC",
                       -1,
                       &schema,
                       nullptr);
    while (sqlite3_step(schema) == SQLITE_ROW) {
        run(database, reinterpret_cast<const char *>(sqlite3_column_text(schema, 0)));
    }
    sqlite3_finalize(schema);
    run(database, "PRAGMA journal_mode=WAL");
    run(database, "PRAGMA synchronous=FULL");
    run(database, "PRAGMA cache_size=-65536");
    run(database, "CREATE TEMP TABLE c AS SELECT * FROM ours.cases");
    run(database, "CREATE TEMP TABLE e AS SELECT * FROM ours.events");
    run(database, "DETACH ours");
    sqlite3_stmt *rows = nullptr;
    sqlite3_stmt *logs = nullptr;
    sqlite3_stmt *insertCase = nullptr;
    sqlite3_stmt *insertEvent = nullptr;
    const auto prepare = [&](const char *sql, sqlite3_stmt **statement) {
        if (sqlite3_prepare_v2(database, sql, -1, statement, nullptr) != SQLITE_OK) {
            std::fprintf(stderr, "%s\n", sqlite3_errmsg(database));
            std::exit(1);
        }
    };
    sqlite3_stmt *begin = nullptr;
    sqlite3_stmt *commit = nullptr;
    prepare("BEGIN IMMEDIATE", &begin);
    prepare("COMMIT", &commit);
    prepare("SELECT * FROM c ORDER BY id", &rows);
    prepare("SELECT * FROM e ORDER BY id", &logs);
    const QByteArray marks =
        QByteArray("?") + QByteArray(", ?").repeated(sqlite3_column_count(rows) - 1);
    const QByteArray eventMarks =
        QByteArray("?") + QByteArray(", ?").repeated(sqlite3_column_count(logs) - 1);
    prepare(("INSERT INTO cases VALUES (" + marks + ")").constData(), &insertCase);
    prepare(("INSERT INTO events VALUES (" + eventMarks + ")").constData(), &insertEvent);
    // Everything in memory before the clock starts: the peer only writes.
    using Row = std::vector<sqlite3_value *>;
    const auto readAll = [](sqlite3_stmt *from) {
        std::vector<Row> all;
        while (sqlite3_step(from) == SQLITE_ROW) {
            Row row;
            for (int i = 0; i < sqlite3_column_count(from); ++i) {
                row.push_back(sqlite3_value_dup(sqlite3_column_value(from, i)));
            }
            all.push_back(row);
        }
        sqlite3_reset(from);
        return all;
    };
    const std::vector<Row> cases = readAll(rows);
    const std::vector<Row> events = readAll(logs);
    const auto write = [](const Row &row, sqlite3_stmt *to) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            sqlite3_bind_value(to, static_cast<int>(i) + 1, row.at(i));
        }
        sqlite3_step(to);
        sqlite3_reset(to);
    };
    int written = 0;
    QElapsedTimer timer;
    timer.start();
    for (std::size_t i = 0; i < cases.size(); ++i) {
        sqlite3_step(begin);
        sqlite3_reset(begin);
        write(cases.at(i), insertCase);
        write(events.at(i), insertEvent);
        sqlite3_step(commit);
        sqlite3_reset(commit);
        ++written;
    }
    const double rate = written / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
    for (const std::vector<Row> &table : {cases, events}) {
        for (const Row &row : table) {
            std::ranges::for_each(row, sqlite3_value_free);
        }
    }
    for (sqlite3_stmt *statement : {rows, logs, insertCase, insertEvent, begin, commit}) {
        sqlite3_finalize(statement);
    }
    sqlite3_close(database);
    return written == kReports ? rate : 0.0;
}

double median(std::array<double, kRounds> values)
{
    std::ranges::sort(values);
    return values.at(kRounds / 2);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    // On a disk, not in memory: a durable write must mean something.
    QTemporaryDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) + u"/bench-XXXXXX"_s
                                  : QString(u"bench-XXXXXX"_s));
    std::array<double, kRounds> ours{};
    std::array<double, kRounds> bare{};
    std::array<double, kRounds> ratios{};
    for (std::size_t i = 0; i < kRounds; ++i) {
        const QString path = folder.filePath(u"ours%1.gpkg"_s.arg(i));
        ours.at(i) = oursPerSecond(path);
        bare.at(i) = barePerSecond(path, folder.filePath(u"bare%1.db"_s.arg(i)));
        ratios.at(i) = ours.at(i) / bare.at(i);
    }
    std::printf(
        "durable intake, one transaction a report, %d reports, median of %d\n", kReports, kRounds);
    std::printf("  ours (desk, number, chain, indexes)  %8.0f reports/s\n", median(ours));
    std::printf("  bare SQLite, the same rows           %8.0f reports/s\n", median(bare));
    std::printf("  ratio                                %8.2f (aim: 0.7 or more)\n",
                median(ratios));
    return median(ours) > 0.0 && median(bare) > 0.0 ? 0 : 1;
}
