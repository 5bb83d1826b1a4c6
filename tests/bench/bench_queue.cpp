// SPDX-License-Identifier: GPL-3.0-or-later
// A queue of 100,000 open cases (GRIDWARD_BENCH_MILLION=1 adds 500,000): opened, filtered by
// street, class and overdue, its first hundred rows painted; beside QSortFilterProxyModel over the
// same model. With a store as the argument also its list by street, class and overdue, beside the
// same SQL without our index. Time is CPU of this thread; medians of five, in one process, in turn.
#include "models/service/districtport.h"
#include "models/view/casefilterproxy.h"
#include "models/view/casetablemodel.h"
#include "models/view/livecases.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "ui/panels/casetable.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QPixmap>
#include <QSortFilterProxyModel>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <functional>
#include <sqlite3.h>

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

/** Milliseconds of a statement, all rows read. */
double asked(sqlite3 *database, const char *sql)
{
    return median([&] {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK) {
            std::fprintf(stderr, "%s\n", sqlite3_errmsg(database));
            return;
        }
        while (sqlite3_step(statement) == SQLITE_ROW) {
        }
        sqlite3_finalize(statement);
    });
}

void measureStore(const char *path)
{
    sqlite3 *database = nullptr;
    if (sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) {
        return;
    }
    const double ours = asked(
        database,
        "SELECT * FROM cases INDEXED BY cases_open_street_class_due WHERE is_open = 1 AND street = "
        "'110101001' AND class_code = '06010' AND due_at < '2026-11-20T08:00:00.000Z' AND due_at < "
        "coalesce(handled_at, 'Z') ORDER BY id DESC LIMIT 100");
    const double plain = asked(
        database,
        "SELECT * FROM cases NOT INDEXED WHERE is_open = 1 AND street = '110101001' AND class_code "
        "= '06010' AND due_at < '2026-11-20T08:00:00.000Z' AND due_at < coalesce(handled_at, 'Z') "
        "ORDER BY id DESC LIMIT 100");
    std::printf("store %s, street + class + overdue, newest first, first 100\n", path);
    std::printf("  by our index                                 %9.3f ms  (aim: 20 or less)\n",
                ours);
    std::printf("  plain SQL without it                         %9.3f ms  (%.0f times)\n",
                plain,
                plain / ours);
    sqlite3_close(database);
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
    if (argc > 1 && QFile::exists(QString::fromLocal8Bit(argv[1]))) {
        measureStore(argv[1]);
    }
    return 0;
}
