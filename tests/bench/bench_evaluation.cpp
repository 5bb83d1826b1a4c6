// SPDX-License-Identifier: GPL-3.0-or-later
// bench_evaluation STORE RECOUNT_FOLDER: all figures of a month by grid, of a large store
// (`gridward demo --cases 1000000 --days 365 --at 2026-11-20T08:00:00Z`), beside the same figures
// in plain SQL in one statement: over the stored milestones, and from the log alone. Time is CPU of
// this thread and time elapsed; medians of five, in one process, in turn; steps are those of
// SQLite's machine.
#include "models/service/evaluationdesk.h"
#include "models/store/geopackagestore.h"
#include "tests/support/sqlwork.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;
using namespace gridward;

namespace {

constexpr std::size_t kRuns = 5;

struct Time
{
    double cpu = 0.0;
    double elapsed = 0.0;
};

double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

Time median(const std::function<void()> &work)
{
    std::array<double, kRuns> cpu{};
    std::array<double, kRuns> elapsed{};
    for (std::size_t run = 0; run < kRuns; ++run) {
        QElapsedTimer timer;
        timer.start();
        const double from = threadMilliseconds();
        work();
        cpu.at(run) = threadMilliseconds() - from;
        elapsed.at(run) = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }
    std::ranges::sort(cpu);
    std::ranges::sort(elapsed);
    return {cpu.at(kRuns / 2), elapsed.at(kRuns / 2)};
}

[[noreturn]] void fail(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

template <typename T>
T orExit(Result<T> result)
{
    if (!result) {
        fail(result.error().message);
    }
    return std::move(result).value();
}

QByteArray text(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        fail(path + u": "_s + file.errorString());
    }
    return file.readAll();
}

sqlite3_stmt *prepared(sqlite3 *database, const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.constData(), -1, &statement, nullptr) != SQLITE_OK) {
        fail(QString::fromUtf8(sqlite3_errmsg(database)));
    }
    return statement;
}

QByteArray firstText(sqlite3 *database, const QByteArray &sql)
{
    sqlite3_stmt *statement = prepared(database, sql);
    QByteArray found;
    if (sqlite3_step(statement) == SQLITE_ROW) {
        found = reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
    }
    sqlite3_finalize(statement);
    return found;
}

/** The figures of the recount, by grid alone. */
class Peer
{
public:
    Peer(sqlite3 *database, QByteArray milestones, QByteArray recount, const Evaluation &told)
        : mDatabase(database)
    {
        for (const QByteArray &all : {"WHERE ms IS NULL GROUP"_ba, "FROM ranked GROUP"_ba}) {
            if (!recount.contains(all)) {
                fail(u"recount.sql is not as this bench knows it: no "_s + QString::fromUtf8(all));
            }
        }
        recount.replace("WHERE ms IS NULL GROUP", "WHERE ms IS NULL AND level = 'grid' GROUP");
        recount.replace("FROM ranked GROUP", "FROM ranked WHERE level = 'grid' GROUP");
        mStatement = prepared(database, milestones + recount);
        const QTimeZone zone(
            firstText(database, "SELECT value FROM gridward_store WHERE key = 'time_zone'"));
        bind(":from", told.period.begin(zone));
        bind(":to", told.period.end(zone));
        bind(":asof", told.asOf);
    }
    Peer(const Peer &) = delete;
    Peer &operator=(const Peer &) = delete;
    ~Peer() { sqlite3_finalize(mStatement); }

    /** Figures that were counted. */
    qint64 run()
    {
        sqlite3_reset(mStatement);
        qint64 figures = 0;
        while (sqlite3_step(mStatement) == SQLITE_ROW) {
            ++figures;
        }
        mSteps = sqlite3_stmt_status(mStatement, SQLITE_STMTSTATUS_VM_STEP, 1);
        return figures;
    }
    [[nodiscard]] qint64 steps() const { return mSteps; }

private:
    void bind(const char *name, Instant at)
    {
        // Not each of the texts speaks of each of them.
        if (const int place = sqlite3_bind_parameter_index(mStatement, name); place > 0) {
            const QByteArray value = toIsoText(at).toUtf8();
            sqlite3_bind_text(mStatement, place, value.constData(), -1, SQLITE_TRANSIENT);
        }
    }

    sqlite3 *mDatabase;
    sqlite3_stmt *mStatement = nullptr;
    qint64 mSteps = 0;
};

void measurePeer(const char *name, Peer &peer, qint64 figures, double ours)
{
    qint64 found = 0;
    const Time time = median([&] { found = peer.run(); });
    std::printf("  %-44s %9.0f ms, %9.0f ms CPU (%.1f times), %lld steps, %s\n",
                name,
                time.elapsed,
                time.cpu,
                time.cpu / ours,
                static_cast<long long>(peer.steps()),
                found == figures ? "as many figures" : "OTHER FIGURES");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 3) {
        fail(u"bench_evaluation STORE RECOUNT_FOLDER"_s);
    }
    const QString path = QString::fromLocal8Bit(argv[1]);
    const QString folder = QString::fromLocal8Bit(argv[2]) + u'/';
    const std::unique_ptr<GeoPackageStore> store = orExit(GeoPackageStore::open(path));
    sqlite3 *database = nullptr;
    if (sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr) !=
        SQLITE_OK) {
        fail(QString::fromUtf8(sqlite3_errmsg(database)));
    }
    const QString newest =
        QString::fromLatin1(firstText(database, "SELECT max(reported_at) FROM cases"));
    const QByteArray total = firstText(database, "SELECT count(*) FROM cases");
    const QDate month = QDate::fromString(newest.left(10), Qt::ISODate).addMonths(-1);
    EvaluationOrder order;
    order.period = orExit(Period::fromText(month.toString(u"yyyy-MM"_s)));
    order.level = EvaluationLevel::Grid;
    order.bothDefinitions = true;
    const Instant asOf = *instantFromIso(newest);

    Evaluation found;
    const Time ours = median([&] { found = orExit(readEvaluation(*store, order, asOf)); });
    qint64 steps = 0;
    {
        const SqlWork work(store->connection());
        (void)orExit(readEvaluation(*store, order, asOf));
        steps = work.steps();
    }
    qint64 figures = 0;
    for (const EvaluationRow &row : std::as_const(found.rows)) {
        for (const std::optional<Figure> &figure : row.figures) {
            figures += figure && figure->whole > 0 ? 1 : 0;
        }
    }
    std::printf("%s: %s of %s cases, %lld units, %lld definitions, median of %zu\n",
                qPrintable(order.period.toText()),
                qPrintable(QString::number(found.visited)),
                total.constData(),
                static_cast<long long>(found.rows.size()),
                static_cast<long long>(found.definitions.size()),
                kRuns);
    std::printf("  %-44s %9.0f ms, %9.0f ms CPU (aim: 2000 or less), %lld steps, %.0f a case\n",
                "read and counted",
                ours.elapsed,
                ours.cpu,
                static_cast<long long>(steps),
                static_cast<double>(steps) /
                    static_cast<double>(std::max<qint64>(found.visited, 1)));
    const QByteArray recount = text(folder + u"recount.sql"_s);
    const QByteArray stored =
        "WITH cohort AS MATERIALIZED (SELECT * FROM cases WHERE reported_at >= :from AND "
        "reported_at < :to), milestone AS (SELECT * FROM case_milestones)";
    {
        Peer peer(database, stored, recount, found);
        measurePeer("plain SQL over the stored milestones", peer, figures, ours.cpu);
    }
    {
        Peer peer(database, text(folder + u"milestones.sql"_s), recount, found);
        measurePeer("plain SQL from the log", peer, figures, ours.cpu);
    }
    sqlite3_close(database);
    return 0;
}
