// SPDX-License-Identifier: GPL-3.0-or-later
// A queue of 100,000 open cases (GRIDWARD_BENCH_MILLION=1 adds 500,000): opened, filtered by
// street, class and overdue, its first hundred rows painted; beside QSortFilterProxyModel over the
// same model. With a store as the argument (`gridward demo --cases 1000000 --at
// 2026-11-20T08:00:00Z`) also what is open in it, and its list by street, class and overdue beside
// the same SQL without our index. Time is CPU of this thread; medians of five, in one process, in
// turn.
#include "models/service/districtport.h"
#include "models/store/geopackagestore.h"
#include "models/view/casefilterproxy.h"
#include "models/view/casetablemodel.h"
#include "models/view/livecases.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "ui/panels/casetable.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPixmap>
#include <QSortFilterProxyModel>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <functional>
#include <map>
#include <sqlite3.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace gridward;

namespace {

constexpr std::size_t kRuns = 5;
const Instant kNow = *instantFromIso(u"2026-11-20T08:00:00Z");

double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double median(const std::function<void()> &work, const std::function<void()> &before = {})
{
    std::array<double, kRuns> times{};
    for (double &time : times) {
        if (before) {
            before();
        }
        const double from = threadMilliseconds();
        work();
        time = threadMilliseconds() - from;
    }
    std::ranges::sort(times);
    return times[kRuns / 2];
}

QList<Case> openCases(int count)
{
    QList<Case> open;
    open.reserve(count);
    for (int i = 0; i < count; ++i) {
        const auto random = static_cast<quint32>(i) * 2654435761U;
        Case one =
            aCase(i)
                .street(u"1101010%1"_s.arg(1 + random % 17, 2, 10, QLatin1Char('0')))
                .state(static_cast<CaseState>(std::array{0, 3, 6, 7, 8, 10}.at(random / 17 % 6)))
                .level(static_cast<CaseLevel>(random / 102 % 4))
                .due(kNow + std::chrono::minutes{static_cast<int>(random / 408 % 4000) - 2000});
        one.classKey.code = u"06%1"_s.arg(random / 7 % 40, 3, 10, QLatin1Char('0'));
        open.append(one);
    }
    return open;
}

/** What Qt offers for the same: through all rows for each filter and order. */
class Peer final : public QSortFilterProxyModel
{
public:
    explicit Peer(const CaseTableModel &cases)
        : mCases(cases)
    {
    }
    QueueFilter filter;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        const Case &one = *mCases.find(mCases.idAt(row));
        return (filter.street.isEmpty() || one.street == filter.street) &&
               (!filter.classKey || one.classKey.code == filter.classKey->code) &&
               (!filter.overdueOnly || isOverdue(one, kNow));
    }
    [[nodiscard]] bool lessThan(const QModelIndex &one, const QModelIndex &other) const override
    {
        return *mCases.find(mCases.idAt(one.row()))->dueAt <
               *mCases.find(mCases.idAt(other.row()))->dueAt;
    }

private:
    const CaseTableModel &mCases;
};

void measurePeer(CaseTableModel &cases, const QueueFilter &filter, double opening, double filtering)
{
    static_cast<void>(cases.rowCount()); // its rows are made: the peer starts from there
    const double peerOpening = median([&] {
        Peer peer(cases);
        peer.setSourceModel(&cases);
        peer.sort(0);
    });
    Peer peer(cases);
    peer.setSourceModel(&cases);
    peer.sort(0);
    const double peerFiltering = median(
        [&] {
            peer.filter = filter;
            peer.invalidate();
            static_cast<void>(peer.rowCount());
        },
        [&] {
            peer.filter = {};
            peer.invalidate();
        });
    std::printf("  QSortFilterProxyModel: opened                %9.3f ms  (%.0f times)\n",
                peerOpening,
                peerOpening / opening);
    std::printf("  QSortFilterProxyModel: filtered              %9.3f ms  (%.0f times)\n",
                peerFiltering,
                peerFiltering / filtering);
}

/** The peer takes minutes for half a million. */
void measure(int count, bool withPeer)
{
    LiveCases live;
    FakeDistrict district;
    district.time.set(kNow);
    const QList<Case> open = openCases(count);
    const double reading = median([&] { live.reset(open); });
    CaseTableModel cases(live, district);
    QueueFilter filter;
    filter.street = u"110101001"_s;
    filter.classKey = open.first().classKey;
    for (const Case &one : open) {
        if (one.street == filter.street && isOverdue(one, kNow)) {
            filter.classKey = one.classKey;
            break;
        }
    }
    filter.overdueOnly = true;

    std::unique_ptr<CaseFilterProxy> queue;
    const double opening = median([&] { queue = std::make_unique<CaseFilterProxy>(cases); });
    const double filtering =
        median([&] { queue->setFilter(filter); }, [&] { queue->setFilter({}); });
    queue->setFilter({});
    const qint64 before = queue->visits();
    queue->setFilter(filter);
    const qint64 visits = queue->visits() - before;
    CaseTable table(*queue);
    table.setTheme(theme(ThemeName::Day));
    table.resize(1440, 100 * 32 + 40); // so high that the first hundred rows are seen
    table.ensurePolished();
    QPixmap picture(table.size());
    const double painting = median([&] { table.render(&picture); });

    std::printf("queue of %d open cases, CPU of the GUI thread, median of %zu\n", count, kRuns);
    std::printf("  cases and index read                         %9.3f ms\n", reading);
    std::printf("  opened, first 100 rows                       %9.3f ms\n", opening);
    std::printf("  street + class + overdue, first %3d of %4lld   %9.3f ms  (aim: 20 or less), "
                "%lld lists and rows visited\n",
                std::min(queue->rowCount(), CaseFilterProxy::kFirst),
                static_cast<long long>(queue->count()),
                filtering,
                static_cast<long long>(visits));
    std::printf("  those rows painted                           %9.3f ms\n", painting);
    if (withPeer) {
        measurePeer(cases, filter, opening, filtering);
    }
}

/** What a statement does, all its rows read: milliseconds of CPU and the steps of SQLite's machine.
 */
struct Asked
{
    double milliseconds = 0.0;
    int steps = 0;
};

Asked asked(sqlite3 *database, const QByteArray &sql)
{
    Asked found;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.constData(), -1, &statement, nullptr) != SQLITE_OK) {
        std::fprintf(stderr, "%s\n", sqlite3_errmsg(database));
        std::exit(1);
    }
    found.milliseconds = median([&] {
        sqlite3_reset(statement);
        while (sqlite3_step(statement) == SQLITE_ROW) {
        }
        found.steps = sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1);
    });
    sqlite3_finalize(statement);
    return found;
}

template <typename T>
T orExit(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().message));
        std::exit(1);
    }
    return std::move(result).value();
}

/** All that is open, page by page, as the program reads it at its start. */
QList<Case> readOpen(Store &store)
{
    QList<Case> open;
    CaseQuery query;
    query.openOnly = true;
    query.limit = 5000;
    for (;;) {
        const QList<Case> page = orExit(store.cases().list(query));
        open.append(page);
        if (page.size() < query.limit) {
            return open;
        }
        query.before = page.last().id;
    }
}

/** When half of the limits have run out: the open cases of a large store may all be of today. */
Instant halfRunOut(const QList<Case> &open)
{
    std::vector<Instant> limits;
    for (const Case &one : open) {
        if (one.dueAt) {
            limits.push_back(*one.dueAt);
        }
    }
    std::ranges::sort(limits);
    return limits.empty() ? kNow : limits[limits.size() / 2] + std::chrono::milliseconds(1);
}

/** The store's own list, and the window's queue of what is open in it. */
void measureStore(const QString &path)
{
    const std::unique_ptr<GeoPackageStore> store = orExit(GeoPackageStore::open(path));
    sqlite3 *database = nullptr;
    if (sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr) !=
        SQLITE_OK) {
        std::fprintf(stderr, "%s\n", sqlite3_errmsg(database));
        std::exit(1);
    }
    QList<Case> open;
    const double reading = median([&] { open = readOpen(*store); });
    const Instant at = halfRunOut(open);
    std::map<std::pair<QString, QString>, int> late; // by street and class
    for (const Case &one : std::as_const(open)) {
        if (isOverdue(one, at) && !one.street.isEmpty()) {
            ++late[{one.street, one.classKey.code}];
        }
    }
    if (late.empty()) {
        std::fprintf(stderr, "%s: no open case has a limit\n", qPrintable(path));
        return;
    }
    const auto &[street, code] =
        std::ranges::max_element(late, {}, [](const auto &group) { return group.second; })->first;
    CaseQuery query;
    query.street = street;
    query.classCode = code;
    query.overdueAt = at;
    query.limit = 100;
    QList<Case> found;
    const double listing = median([&] { found = orExit(store->cases().list(query)); });
    const QByteArray where = "WHERE is_open = 1 AND street = '" + query.street.toLatin1() +
                             "' AND class_code = '" + query.classCode.toLatin1() +
                             "' AND due_at < '" + toIsoText(at).toLatin1() +
                             "' AND due_at < coalesce(handled_at, 'Z') ORDER BY id DESC LIMIT 100";
    const Asked peer = asked(database, "SELECT * FROM cases NOT INDEXED " + where);
    const Asked indexed =
        asked(database, "SELECT * FROM cases INDEXED BY cases_open_street_class_due " + where);
    sqlite3_close(database);

    LiveCases live;
    FakeDistrict district;
    district.time.set(at);
    const double filling = median([&] { live.reset(open); });
    CaseTableModel cases(live, district);
    QueueFilter filter;
    filter.street = query.street;
    filter.classKey = found.first().classKey;
    filter.overdueOnly = true;
    std::unique_ptr<CaseFilterProxy> queue;
    const double opening = median([&] { queue = std::make_unique<CaseFilterProxy>(cases); });
    const double filtering =
        median([&] { queue->setFilter(filter); }, [&] { queue->setFilter({}); });
    queue->setFilter({});
    const qint64 before = queue->visits();
    queue->setFilter(filter);

    std::printf(
        "store %s, %lld cases open in it\n", qPrintable(path), static_cast<long long>(open.size()));
    std::printf("  those read from the store                    %9.3f ms (store's thread)\n",
                reading);
    std::printf("  put into the window's index                  %9.3f ms\n", filling);
    std::printf("  queue opened                                 %9.3f ms\n", opening);
    std::printf("  street + class + overdue, %4lld of them       %9.3f ms  (aim: 20 or less), "
                "%lld lists and rows visited\n",
                static_cast<long long>(queue->count()),
                filtering,
                static_cast<long long>(queue->visits() - before));
    std::printf("  the same asked of the store, %4lld found      %9.3f ms, %d steps by the index\n",
                static_cast<long long>(found.size()),
                listing,
                indexed.steps);
    std::printf("  plain SQL without the index                  %9.3f ms, %d steps (%.0f times)\n",
                peer.milliseconds,
                peer.steps,
                peer.milliseconds / listing);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    applyTheme(application, theme(ThemeName::Day));
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    measure(100'000, true);
    if (qEnvironmentVariableIsSet("GRIDWARD_BENCH_MILLION")) {
        measure(500'000, false); // minutes
    }
    if (argc > 1) {
        measureStore(QString::fromLocal8Bit(argv[1]));
    }
    return 0;
}
