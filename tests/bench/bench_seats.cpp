// SPDX-License-Identifier: GPL-3.0-or-later
// bench_seats [SECONDS [SEATS]]: fifty seats on one server, each a process with a login of its own,
// and others who write 200 events a second: how long after the server has acknowledged an event
// each seat was told of it and has read the case, whether any was missed or told twice, and what
// the server read for it. A private cluster that keeps what it acknowledged on the disk.
#include "models/store/accountstore.h"
#include "models/store/postgisstore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace gridward;

namespace {

constexpr int kSeats = 50;
constexpr int kSeconds = 120;
constexpr int kWriters = 4;
constexpr int kRate = 200;    ///< events a second, of all writers together
constexpr int kCases = 2'000; ///< closed ones in the store beforehand
constexpr int kLimit = 250;   ///< milliseconds

using Clock = std::chrono::steady_clock;
using Event = std::pair<QString, int>; ///< case and version

qint64 nanoseconds()
{
    return std::chrono::nanoseconds(Clock::now().time_since_epoch()).count();
}

/** What the server has read and answered so far. */
struct Work
{
    qint64 rows = 0;
    qint64 statements = 0;
};

Work workOf(SqlConnection &connection)
{
    Work work;
    const auto ask = [&connection](const QString &sql) {
        const Result<QVariant> answer = connection.scalar(sql);
        return answer ? answer.value().toLongLong() : -1;
    };
    (void)connection.execute(u"SELECT pg_stat_clear_snapshot()"_s);
    work.rows =
        ask(u"SELECT tup_fetched FROM pg_stat_database WHERE datname = current_database()"_s);
    work.statements =
        ask(u"SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()"_s);
    return work;
}

QString seatName(int number)
{
    return u"seat.%1"_s.arg(number);
}

/** The address for a login. The private cluster believes it; what it may is looked after as ever.
 */
QString addressFor(const QString &name, const QString &login)
{
    return QString(name).replace(u"user=gridward_admin"_s, u"user="_s + login);
}

/** Users with logins: every third seat is a street office's; and those who write. */
bool addPeople(Store &store, int seats)
{
    QList<User> users;
    const auto add = [&users](const QString &name, const QString &role, const QString &division) {
        User user;
        user.name = name;
        user.role = role;
        user.division = division;
        users.append(user);
    };
    for (int i = 0; i < seats; ++i) {
        add(seatName(i),
            i % 3 == 0   ? u"street"_s
            : i % 3 == 1 ? u"dispatcher"_s
                         : u"supervisor"_s,
            i % 3 == 0 ? smallDivisions().at(1).code : QString());
    }
    for (int i = 0; i < kWriters; ++i) {
        add(u"acceptor.%1"_s.arg(i), u"acceptor"_s, {});
        add(u"supervisor.%1"_s.arg(i), u"supervisor"_s, {});
    }
    if (!store.write(users)) {
        return false;
    }
    return std::ranges::all_of(users, [&](const User &user) {
        return store.accounts().writeLogin(user.name, "a-Long-enough-password-7").isOk();
    });
}

/** Writes at its pace; what was acknowledged, and when. */
void write(const QString &name,
           int who,
           int seconds,
           QHash<Event, qint64> &acknowledged,
           std::mutex &mutex,
           std::atomic_int &failures)
{
    const QString acceptor = u"acceptor.%1"_s.arg(who);
    const QString supervisor = u"supervisor.%1"_s.arg(who);
    const Result<std::unique_ptr<Store>> reports = openStore(addressFor(name, acceptor));
    const Result<std::unique_ptr<Store>> urges = openStore(addressFor(name, supervisor));
    if (!reports || !urges) {
        ++failures;
        return;
    }
    const auto pace = std::chrono::microseconds(1'000'000 * kWriters / kRate);
    const Clock::time_point start = Clock::now();
    CaseId last;
    for (int i = 0; i < seconds * kRate / kWriters; ++i) {
        std::this_thread::sleep_until(start + i * pace + who * pace / kWriters);
        const bool isNew = i % 2 == 0;
        const Instant now = SystemClock().now();
        CaseStep report = reportStep(now);
        report.actor = acceptor;
        const Result<Case> done =
            isNew ? reports.value()->cases().add(CaseId::makeRandom(now), report)
                  : urges.value()->cases().append(last, 1, urgeStep(supervisor));
        const qint64 at = nanoseconds();
        if (!done) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(done.error().message));
            ++failures;
            return;
        }
        last = done.value().id;
        const std::lock_guard lock(mutex);
        acknowledged.insert({last.toText(), done.value().version}, at);
    }
}

double at(std::vector<double> &sorted, double part)
{
    return sorted.empty()
               ? -1.0
               : sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int seconds = argc > 1 ? QByteArray(argv[1]).toInt() : kSeconds;
    const int seats = argc > 2 ? QByteArray(argv[2]).toInt() : kSeats;
    PrivateServer::configure(u"-c max_connections=300 -c shared_buffers=512MB"_s);
    StoreMaker maker;
    const QString name = maker.make(u"server"_s);
    {
        const Result<std::unique_ptr<Store>> store = openStore(name);
        if (!store || !fillSmallDistrict(*store.value()) || !addCases(*store.value(), kCases) ||
            !addPeople(*store.value(), seats)) {
            return 1;
        }
    }
    QTemporaryDir folder;
    std::vector<std::unique_ptr<QProcess>> programs;
    for (int i = 0; i < seats; ++i) {
        programs.push_back(std::make_unique<QProcess>());
        QProcess &program = *programs.back();
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QCoreApplication::applicationDirPath() + u"/seatpeer"_s,
                      {addressFor(name, seatName(i)), folder.filePath(QString::number(i))});
    }
    for (const std::unique_ptr<QProcess> &program : programs) {
        if (!program->waitForReadyRead(120'000) || program->readLine() != "open\n") {
            std::fputs("a seat did not open\n", stderr);
            return 1;
        }
    }
    Result<std::unique_ptr<PostgisStore>> watcher = PostgisStore::open(name);
    if (!watcher) {
        return 1;
    }
    SqlConnection &connection = watcher.value()->connection();
    const Work before = workOf(connection);
    QHash<Event, qint64> acknowledged;
    std::mutex mutex;
    std::atomic_int failures = 0;
    std::vector<std::thread> writers;
    for (int who = 0; who < kWriters; ++who) {
        writers.emplace_back(
            [&, who] { write(name, who, seconds, acknowledged, mutex, failures); });
    }
    for (std::thread &writer : writers) {
        writer.join();
    }
    std::this_thread::sleep_for(std::chrono::seconds(3));
    const Work after = workOf(connection);
    for (const std::unique_ptr<QProcess> &program : programs) {
        program->closeWriteChannel();
    }
    std::vector<double> told;
    std::vector<double> read;
    qint64 missed = 0;
    qint64 doubled = 0;
    for (int i = 0; i < seats; ++i) {
        if (!programs[static_cast<std::size_t>(i)]->waitForFinished(60'000)) {
            return 1;
        }
        QHash<Event, int> times;
        QHash<QString, QList<std::pair<int, qint64>>> seen;
        QFile file(folder.filePath(QString::number(i)));
        if (!file.open(QIODevice::ReadOnly)) {
            return 1;
        }
        while (!file.atEnd()) {
            const QList<QByteArray> words = file.readLine().trimmed().split(' ');
            const QString id = QString::fromLatin1(words.at(1));
            const int version = words.at(2).toInt();
            const qint64 when = words.at(3).toLongLong();
            if (words.at(0) == "told") {
                const auto known = acknowledged.constFind({id, version});
                if (known != acknowledged.constEnd()) {
                    told.push_back(static_cast<double>(when - *known) / 1e6);
                }
                ++times[{id, version}];
            } else {
                seen[id].append({version, when});
            }
        }
        for (auto event = acknowledged.cbegin(); event != acknowledged.cend(); ++event) {
            const int count = times.value(event.key());
            missed += count == 0 ? 1 : 0;
            doubled += std::max(0, count - 1);
            const auto &reads = seen[event.key().first];
            const auto first = std::ranges::find_if(
                reads, [&](const auto &one) { return one.first >= event.key().second; });
            if (first == reads.end()) {
                ++missed;
            } else {
                read.push_back(static_cast<double>(first->second - event.value()) / 1e6);
            }
        }
    }
    std::ranges::sort(told);
    std::ranges::sort(read);
    const auto events = static_cast<double>(acknowledged.size());
    std::printf("seats: %d processes, %.0f events in %d s (%d failed)\n",
                seats,
                events,
                seconds,
                failures.load());
    std::printf("  told of it      median %6.1f ms, 99 of 100 %6.1f ms, all %6.1f ms\n",
                at(told, 0.5),
                at(told, 0.99),
                at(told, 1.0));
    std::printf("  read the case   median %6.1f ms, 99 of 100 %6.1f ms (limit %d), all %6.1f ms\n",
                at(read, 0.5),
                at(read, 0.99),
                kLimit,
                at(read, 1.0));
    std::printf("  missed %lld, told twice %lld\n",
                static_cast<long long>(missed),
                static_cast<long long>(doubled));
    std::printf("  of the server: %.2f rows and %.3f transactions for each event and seat\n",
                static_cast<double>(after.rows - before.rows) / events / seats,
                static_cast<double>(after.statements - before.statements) / events / seats);
    return missed == 0 && doubled == 0 && failures == 0 ? 0 : 1;
}
