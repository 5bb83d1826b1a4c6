// SPDX-License-Identifier: GPL-3.0-or-later
// storewriter STORE: registers cases and files them, for ever, and tells each only when the store
// has acknowledged it. Made to be killed.
#include "tests/support/storebuilders.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace gridward;
    const QCoreApplication application(argc, argv);
    Result<std::unique_ptr<Store>> opened =
        openStore(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    if (!opened) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(opened.error().message));
        return 1;
    }
    const std::unique_ptr<Store> store = std::move(opened).value();
    for (;;) {
        const Instant now = SystemClock().now();
        const Result<Case> added = store->cases().add(CaseId::makeRandom(now), reportStep(now));
        if (!added) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(added.error().message));
            return 1;
        }
        std::printf("%s 1\n", qPrintable(added.value().id.toText()));
        std::fflush(stdout);
        const Result<Case> filed = store->cases().append(
            added.value().id, 1, stepOf(CaseAction::File, CaseState::Filed, now));
        if (filed) {
            std::printf("%s 2\n", qPrintable(added.value().id.toText()));
            std::fflush(stdout);
        }
    }
}
