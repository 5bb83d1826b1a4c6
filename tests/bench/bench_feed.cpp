// SPDX-License-Identifier: GPL-3.0-or-later
// bench_feed FOLDER: how long after another program has registered a case this one is told of it,
// with further programs looking at the same file, and what looking costs while nothing happens.
#include "models/store/geopackagestore.h"
#include "models/store/storethread.h"
#include "tests/support/storebuilders.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <memory>
#include <optional>
#include <sqlite3.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace gridward;

namespace {

constexpr int kCases = 2000; ///< in the store beforehand
constexpr int kRounds = 5;
constexpr int kChanges = 20; ///< a round
constexpr int kOthers = 3;   ///< programs that only look
constexpr int kIdleSeconds = 2;
constexpr int kLimit = 250; ///< milliseconds

double milliseconds()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(now).count();
}

void pause(int howLong)
{
    QEventLoop loop;
    QTimer::singleShot(howLong, &loop, &QEventLoop::quit);
    loop.exec();
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

/** Milliseconds from another program's asking the store, and from its answer, to our signal. */
struct Delay
{
    double asked = 0.0;
    double acknowledged = 0.0;
};

std::optional<Delay> measure(StoreThread &thread, QProcess &writer)
{
    // At any moment between two looks.
    pause(QRandomGenerator::global()->bounded(120));
    QEventLoop loop;
    double told = 0.0;
    QString id;
    QObject::connect(&thread,
                     &StoreThread::casesChanged,
                     &loop,
                     [&](const QList<gridward::CaseChange> &changes) {
                         told = milliseconds();
                         id = changes.first().id.toText();
                         loop.quit();
                     });
    QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
    writer.write("\n");
    loop.exec();
    while (writer.canReadLine() || writer.waitForReadyRead(1000)) {
        const QByteArrayList words = writer.readLine().trimmed().split(' ');
        if (words.value(0) == "written") {
            if (words.value(1) != id.toLatin1()) {
                return std::nullopt;
            }
            return Delay{told - words.value(2).toDouble() / 1e6,
                         told - words.value(3).toDouble() / 1e6};
        }
    }
    return std::nullopt;
}

int countStatement(unsigned /*kind*/, void *counter, void * /*statement*/, void * /*text*/)
{
    ++*static_cast<std::atomic_int *>(counter);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTemporaryDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) + u"/bench-XXXXXX"_s
                                  : QString(u"bench-XXXXXX"_s));
    const QString path = folder.filePath(u"feed.gpkg"_s);
    {
        Result<std::unique_ptr<GeoPackageStore>> made = GeoPackageStore::create(path, smallInfo());
        if (!made || !fillSmallDistrict(*made.value()) || !addCases(*made.value(), kCases) ||
            !made.value()->publish()) {
            return 1;
        }
    }
    std::atomic_int statements = 0;
    StoreThread thread;
    if (!thread.open([&path] { return openStore(path); }).result()) {
        return 1;
    }
    std::vector<std::unique_ptr<QProcess>> programs;
    for (int i = 0; i <= kOthers; ++i) {
        programs.push_back(std::make_unique<QProcess>());
        QProcess &program = *programs.back();
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        if (i > 0) {
            program.setStandardOutputFile(QProcess::nullDevice());
        }
        program.start(QCoreApplication::applicationDirPath() + u"/storepeer"_s, {path});
        if (!program.waitForStarted()) {
            return 1;
        }
    }
    QProcess &writer = *programs.front();
    if (!writer.waitForReadyRead(10'000) || writer.readLine() != "open\n") {
        return 1;
    }

    std::vector<double> medians;
    std::vector<double> acknowledged;
    double longest = 0.0;
    for (int round = 0; round < kRounds; ++round) {
        std::vector<double> delays;
        for (int i = 0; i < kChanges; ++i) {
            const std::optional<Delay> delay = measure(thread, writer);
            if (!delay) {
                std::fputs("a change was not told\n", stderr);
                return 1;
            }
            delays.push_back(delay->asked);
            acknowledged.push_back(delay->acknowledged);
            longest = std::max(longest, delay->asked);
        }
        medians.push_back(median(delays));
    }

    const Result<bool> traced =
        thread
            .run<bool>([&statements](Store &store) -> Result<bool> {
                auto &own = static_cast<GeoPackageStore &>(store);
                auto *database = static_cast<sqlite3 *>(own.connection().handle());
                return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, countStatement, &statements) ==
                       SQLITE_OK;
            })
            .result();
    if (!traced || !traced.value()) {
        return 1;
    }
    statements = 0;
    const std::clock_t before = std::clock();
    pause(kIdleSeconds * 1000);
    const double work = static_cast<double>(std::clock() - before) * 1e3 / CLOCKS_PER_SEC;
    const int idle = statements;

    for (const std::unique_ptr<QProcess> &program : programs) {
        program->closeWriteChannel();
        program->waitForFinished();
    }
    std::printf("change feed between programs on one file, %d of them, %d changes a round, "
                "%d rounds\n",
                kOthers + 2,
                kChanges,
                kRounds);
    std::printf("  from the start of the write, median      %6.1f ms (limit %d ms)\n",
                median(medians),
                kLimit);
    std::printf(
        "  from the start of the write, the longest %6.1f ms (limit %d ms)\n", longest, kLimit);
    std::printf("  from the acknowledgement, median         %6.1f ms\n", median(acknowledged));
    std::printf("  while nothing happens                    %6.1f statements/s, %.1f ms of "
                "processor/s\n",
                static_cast<double>(idle) / kIdleSeconds,
                work / kIdleSeconds);
    return longest <= kLimit ? 0 : 1;
}
