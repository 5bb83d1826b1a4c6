// SPDX-License-Identifier: GPL-3.0-or-later
// bench_serverqueue URL: what a street office's seat asks all day of a store on a server, with a
// login of its own and all that its rights cost, beside the same questions of the superuser, whom
// no rule concerns: the time, median of five, and the rows that the server's plans read for it.
// Adds the user "bench.street" to the store: of a copy.
#include "models/store/accountstore.h"
#include "models/store/sqlstore.h"
#include "models/store/storeopening.h"
#include "tests/support/sqlwork.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace gridward;

namespace {

constexpr std::size_t kRuns = 5;
constexpr double kLimit = 20.0; ///< milliseconds
const QString kLogin = u"bench.street"_s;

using Question = std::function<bool(Store &)>;

int failed(const Error &error)
{
    std::fprintf(stderr, "%s %s\n", qUtf8Printable(error.message), qUtf8Printable(error.detail));
    return 1;
}

double medianOf(Store &store, const Question &ask)
{
    std::array<double, kRuns> times{};
    for (double &time : times) {
        QElapsedTimer elapsed;
        elapsed.start();
        if (!ask(store)) {
            return -1.0;
        }
        time = static_cast<double>(elapsed.nsecsElapsed()) / 1e6;
    }
    std::ranges::sort(times);
    return times[kRuns / 2];
}

/** The street with the newest open case, and a login that is for it. */
Result<User> makeLogin(SqlStore &store)
{
    CaseQuery open;
    open.openOnly = true;
    open.limit = 1;
    const Result<QList<Case>> newest = store.cases().list(open);
    if (!newest || newest.value().isEmpty()) {
        return newest ? Error{ErrorCode::NotFound, u"no open case"_s, {}} : newest.error();
    }
    User user;
    user.name = kLogin;
    user.role = u"street"_s;
    user.division = newest.value().first().street;
    Result<void> made = store.write(QList<User>{user});
    if (made && !SqlWork::tellPlansTo(store.connection())) {
        made = Error{ErrorCode::Internal, u"auto_explain cannot be loaded"_s, {}};
    }
    if (made) {
        made = store.connection().execute(
            u"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '%1') "
            "THEN CREATE ROLE \"%1\" LOGIN IN ROLE gridward_seat; END IF; "
            "EXECUTE format('GRANT CONNECT ON DATABASE %I TO \"%1\"', current_database()); END $$"_s
                .arg(kLogin));
    }
    if (!made) {
        return made.error();
    }
    return user;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString url = QCoreApplication::arguments().value(1);
    Result<std::unique_ptr<Store>> all = openStore(url);
    if (!all) {
        return failed(all.error());
    }
    auto &whole = static_cast<SqlStore &>(*all.value());
    const Result<User> user = makeLogin(whole);
    if (!user) {
        return failed(user.error());
    }
    Result<std::unique_ptr<Store>> mine =
        openStore(QString(url).replace(u"user=gridward_admin"_s, u"user="_s + kLogin));
    if (!mine) {
        return failed(mine.error());
    }
    auto &seat = static_cast<SqlStore &>(*mine.value());
    seat.actAs(user.value(), SystemClock().now());

    CaseQuery street;
    street.street = user.value().division;
    street.openOnly = true;
    const Result<QList<Case>> first = seat.cases().list(street);
    if (!first || first.value().isEmpty()) {
        return first ? 1 : failed(first.error());
    }
    const Case one = first.value().first();
    CaseQuery ofClass = street;
    ofClass.classCode = one.classKey.code;
    CaseQuery late = street;
    late.overdueAt = SystemClock().now();
    CaseQuery closed = street;
    closed.openOnly = false;
    const auto listing = [](const CaseQuery &query) {
        return [query](Store &store) {
            const Result<QList<Case>> list = store.cases().list(query);
            return list && !list.value().isEmpty();
        };
    };
    const std::array<std::pair<const char *, Question>, 7> questions{{
        {"its open cases, the newest hundred", listing(street)},
        {"those of a class", listing(ofClass)},
        {"those that are late", listing(late)},
        {"its cases, open and closed, the newest hundred", listing(closed)},
        {"a case by its number",
         [&one](Store &store) { return store.cases().findNumber(one.number).isOk(); }},
        {"the log of a case", [&one](Store &store) { return store.cases().events(one.id).isOk(); }},
        {"what is new",
         [](Store &store) {
             const Result<LogPosition> end = store.cases().lastPosition();
             return end && store.cases().changesAfter(end.value(), 100).isOk();
         }},
    }};
    const Result<qint64> count = whole.cases().countRegistered(Instant{}, SystemClock().now());
    std::printf("the queue of a street office among %lld cases on a server, median of five\n",
                count ? static_cast<long long>(count.value()) : -1LL);
    bool isAnswered = true;
    for (const auto &[name, ask] : questions) {
        if (!ask(seat) || !ask(whole)) { // plans and rights are known from then on
            std::fprintf(stderr, "%s: no answer\n", name);
            return 1;
        }
        const double own = medianOf(seat, ask);
        const double peer = medianOf(whole, ask);
        const SqlWork work(seat.connection());
        (void)ask(seat);
        std::printf("  %-48s %7.2f ms, %6lld rows read (limit %.0f ms; without rights %.2f ms, "
                    "%.1f times)\n",
                    name,
                    own,
                    static_cast<long long>(work.steps()),
                    kLimit,
                    peer,
                    own / peer);
        isAnswered = isAnswered && own >= 0.0 && peer >= 0.0;
    }
    return isAnswered ? 0 : 1;
}
