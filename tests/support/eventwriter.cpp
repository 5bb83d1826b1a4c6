// SPDX-License-Identifier: GPL-3.0-or-later
// eventwriter STORE RATE SECONDS [OPEN]: another program on a demo store that writes RATE events a
// second: open cases go from hand to hand, every twentieth event is a new case at the place of an
// old one. With OPEN it first registers cases until so many are open, and says "ready". Prints how
// many events it wrote.
#include "models/store/geopackagestore.h"

#include <QCoreApplication>
#include <QStringList>

#include <chrono>
#include <cstdio>
#include <thread>

namespace {

using namespace gridward;

constexpr int kTicks = 20;  ///< transactions a second
constexpr int kHands = 500; ///< cases that go from hand to hand

bool mayGoRound(const Case &subject)
{
    return subject.state == CaseState::AtUnit || subject.state == CaseState::Handling ||
           subject.state == CaseState::Rework || subject.state == CaseState::FedBack;
}

/** What comes next, round and round. */
CaseStep nextStep(const Case &subject, Instant now)
{
    CaseStep step;
    step.at = now;
    step.actor = QStringLiteral("bench");
    step.origin = QStringLiteral("eventwriter");
    const bool handled = subject.state == CaseState::FedBack;
    step.action = handled ? CaseAction::Rework : CaseAction::Handle;
    step.note = handled ? QStringLiteral("not done") : QString();
    step.to = handled ? CaseState::Rework : CaseState::FedBack;
    return step;
}

CaseStep reportLike(const Case &subject, Instant now)
{
    Case report = subject;
    report.number.clear();
    report.reportedAt.reset();
    CaseStep step;
    step.action = CaseAction::Report;
    step.at = now;
    step.actor = QStringLiteral("bench");
    step.origin = QStringLiteral("eventwriter");
    step.to = CaseState::Reported;
    step.facts = factsOf(report);
    return step;
}

Result<void> writeSome(Store &store, QList<Case> &cases, int count, qint64 &turn)
{
    return store.transaction([&]() -> Result<void> {
        for (int i = 0; i < count; ++i, ++turn) {
            Case &subject = cases[static_cast<qsizetype>(turn * 7919) % cases.size()];
            const Instant now = SystemClock().now();
            const Result<Case> written =
                turn % 20 == 0
                    ? store.cases().add(CaseId::makeRandom(now), reportLike(subject, now))
                    : store.cases().append(subject.id, subject.version, nextStep(subject, now));
            if (!written) {
                return written.error();
            }
            if (turn % 20 != 0) {
                subject = written.value();
            }
        }
        return {};
    });
}

Result<void> fill(Store &store, const QList<Case> &cases, int wanted)
{
    Result<std::unique_ptr<CaseBatch>> begun = store.cases().beginBatch();
    if (!begun) {
        return begun.error();
    }
    const Instant now = SystemClock().now();
    for (qsizetype i = cases.size(); i < wanted; ++i) {
        Case like = cases.at(i % cases.size());
        // Not on top of each other, but near.
        like.place->longitude += 1e-6 * static_cast<double>((i * 37) % 997 - 498);
        like.place->latitude += 1e-6 * static_cast<double>((i * 53) % 991 - 495);
        const Instant at = now - std::chrono::milliseconds(i * 60);
        const Result<bool> added =
            begun.value()->add(CaseId::makeRandom(at), {reportLike(like, at)});
        if (!added) {
            return added.error();
        }
    }
    return begun.value()->commit();
}

int fail(const Error &error)
{
    std::fprintf(stderr, "%s %s\n", qUtf8Printable(error.message), qUtf8Printable(error.detail));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    Result<std::unique_ptr<GeoPackageStore>> opened = GeoPackageStore::open(arguments.value(1));
    if (!opened) {
        return fail(opened.error());
    }
    Store &store = *opened.value();
    QList<Case> cases;
    CaseQuery query;
    query.openOnly = true;
    query.limit = 1000;
    // On a store that was filled before, the newest are with no unit yet.
    while (cases.size() < kHands) {
        const Result<QList<Case>> page = store.cases().list(query);
        if (!page) {
            return fail(page.error());
        }
        if (page.value().isEmpty()) {
            break;
        }
        query.before = page.value().last().id;
        cases.append(page.value());
        cases.removeIf([](const Case &subject) { return !subject.place || !mayGoRound(subject); });
    }
    if (cases.isEmpty()) {
        std::fputs("no open case is with a unit\n", stderr);
        return 1;
    }
    if (const int wanted = arguments.value(4).toInt(); wanted > 0) {
        if (const Result<void> filled = fill(store, cases, wanted); !filled) {
            return fail(filled.error());
        }
        std::puts("ready");
        std::fflush(stdout);
    }
    const int rate = arguments.value(2).toInt();
    qint64 turn = 1;
    const auto start = std::chrono::steady_clock::now();
    for (int tick = 0; tick < arguments.value(3).toInt() * kTicks; ++tick) {
        if (const Result<void> written = writeSome(store, cases, rate / kTicks, turn); !written) {
            return fail(written.error());
        }
        std::this_thread::sleep_until(start +
                                      std::chrono::milliseconds(1000 / kTicks) * (tick + 1));
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("%lld events in %.1f s\n", static_cast<long long>(turn - 1), took.count());
    return 0;
}
