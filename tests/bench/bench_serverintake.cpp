// SPDX-License-Identifier: GPL-3.0-or-later
// bench_serverintake [SECONDS]: how many reports a second a server takes in durably, from eight
// programs' connections, against pgbench with as many clients that runs the same transaction
// written by hand: the same tables, the same guards, the same number of questions. Median of five.
#include "models/store/postgisstore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <barrier>
#include <chrono>
#include <cstdio>
#include <memory>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace gridward;

namespace {

constexpr int kClients = 8;
constexpr int kRounds = 5;
constexpr int kSeconds = 5;
constexpr double kFloor = 0.7;

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

/** Reports a second. Connecting is not counted, on either side. */
double ours(const QString &name, int seconds)
{
    using Clock = std::chrono::steady_clock;
    std::atomic_int done = 0;
    std::atomic_int failed = 0;
    Clock::time_point start;
    Clock::time_point end;
    std::barrier together(kClients, [&]() noexcept {
        start = Clock::now();
        end = start + std::chrono::seconds(seconds);
    });
    std::vector<std::thread> clients;
    for (int i = 0; i < kClients; ++i) {
        clients.emplace_back([&] {
            const Result<std::unique_ptr<Store>> store = openStore(name);
            together.arrive_and_wait();
            while (store && Clock::now() < end) {
                const Instant now = SystemClock().now();
                const bool isIn =
                    store.value()->cases().add(CaseId::makeRandom(now), reportStep(now)).isOk();
                ++(isIn ? done : failed);
            }
            failed += store ? 0 : 1;
        });
    }
    for (std::thread &client : clients) {
        client.join();
    }
    const std::chrono::duration<double> took = Clock::now() - start;
    return failed == 0 ? done / took.count() : 0.0;
}

/** The row of a table that holds a report, as values of an INSERT: what differs is put in. */
QString insertLike(SqlConnection &connection,
                   const QString &table,
                   const QString &key,
                   const QHash<QString, QString> &own)
{
    QStringList columns;
    QStringList values;
    Result<SqlStatement> prepared = connection.prepare(
        u"SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0 "
        "AND NOT attisdropped ORDER BY attnum"_s);
    if (!prepared) {
        return {};
    }
    {
        SqlStatement statement = std::move(prepared).value();
        if (!statement.bind(table).run()) {
            return {};
        }
        while (statement.next()) {
            columns.append(statement.text(0));
        }
    }
    // What the server fills in by itself is left to it.
    const QStringList servers{u"tx"_s, u"login"_s};
    const bool hasOwnId = own.contains(u"id"_s);
    columns.removeIf([&](const QString &column) {
        return servers.contains(column) || (column == "id"_L1 && !hasOwnId);
    });
    for (const QString &column : std::as_const(columns)) {
        if (own.contains(column)) {
            values.append(own.value(column));
            continue;
        }
        const Result<QVariant> value =
            connection.scalar(u"SELECT quote_nullable(%1::text) FROM %2 ORDER BY %3 LIMIT 1"_s.arg(
                column, table, key));
        values.append(value ? value.value().toString() : u"NULL"_s);
    }
    return u"INSERT INTO gridward.%1 (%2) VALUES (%3);"_s.arg(
        table, columns.join(u", "_s), values.join(u", "_s));
}

QString script(SqlConnection &connection)
{
    const Result<QVariant> day =
        connection.scalar(u"SELECT left(number, 14) FROM cases ORDER BY id LIMIT 1"_s);
    const Result<QVariant> first = connection.scalar(u"SELECT min(id) FROM cases"_s);
    const QString lines = u"\\set id %1 + random(1, 80000000000000)\n"
                          "BEGIN;\n"
                          "SELECT gridward.gridward_next_number('%2') AS n \\gset\n"
                          "SELECT 1 FROM gridward.cases WHERE id = :id;\n"
                          "%3\n%4\n%5\n"
                          "COMMIT;\n"_s;
    return lines.arg(
        first.value().toString(),
        day.value().toString(),
        insertLike(
            connection,
            u"cases"_s,
            u"id"_s,
            {{u"id"_s, u":id"_s},
             {u"uuid"_s, u"'case-' || :id"_s},
             {u"number"_s, u"'%1' || lpad((:n)::text, 7, '0')"_s.arg(day.value().toString())}}),
        insertLike(connection, u"case_milestones"_s, u"case_id"_s, {{u"case_id"_s, u":id"_s}}),
        insertLike(connection, u"events"_s, u"case_id"_s, {{u"case_id"_s, u":id"_s}}));
}

/** Transactions a second; nothing if it failed. */
double pgbench(const QString &name, const QString &file, int seconds)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGOPTIONS"_s, u"-c search_path=gridward,public"_s);
    process.setProcessEnvironment(environment);
    process.start(u"/usr/lib/postgresql/15/bin/pgbench"_s,
                  {u"-n"_s,
                   u"-M"_s,
                   u"prepared"_s,
                   u"-c"_s,
                   QString::number(kClients),
                   u"-j"_s,
                   u"2"_s,
                   u"-T"_s,
                   QString::number(seconds),
                   u"-f"_s,
                   file,
                   name});
    process.waitForFinished(seconds * 1000 + 60'000);
    const QString said = QString::fromUtf8(process.readAll());
    static const QRegularExpression kRate(u"tps = ([0-9.]+)"_s);
    static const QRegularExpression kFailed(u"failed transactions: [1-9]|aborted"_s);
    const QRegularExpressionMatch rate = kRate.match(said);
    if (!rate.hasMatch() || kFailed.match(said).hasMatch()) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(said));
        return 0.0;
    }
    return rate.captured(1).toDouble();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int seconds = argc > 1 ? QByteArray(argv[1]).toInt() : kSeconds;
    PrivateServer::configure(u"-c max_connections=100 -c shared_buffers=512MB"_s);
    StoreMaker maker;
    const QString name = maker.make(u"server"_s);
    Result<std::unique_ptr<PostgisStore>> first = PostgisStore::open(name);
    const Instant now = SystemClock().now();
    if (!first || !fillSmallDistrict(*first.value()) ||
        !first.value()->cases().add(CaseId::makeRandom(now), reportStep(now))) {
        return 1;
    }
    QTemporaryDir folder;
    QFile file(folder.filePath(u"report.sql"_s));
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(script(first.value()->connection()).toUtf8()) < 0) {
        return 1;
    }
    file.close();
    std::vector<double> own;
    std::vector<double> peer;
    std::vector<double> ratios;
    for (int round = 0; round < kRounds; ++round) {
        own.push_back(ours(name, seconds));
        peer.push_back(pgbench(name, file.fileName(), seconds));
        if (own.back() <= 0.0 || peer.back() <= 0.0) {
            return 1;
        }
        ratios.push_back(own.back() / peer.back());
    }
    std::printf("intake on a server, %d clients: %.0f reports a second, pgbench %.0f: ratio %.2f "
                "(floor %.1f)\n",
                kClients,
                median(own),
                median(peer),
                median(ratios),
                kFloor);
    return median(ratios) >= kFloor ? 0 : 1;
}
