// SPDX-License-Identifier: GPL-3.0-or-later
// storeracer STORE CASE: another program that wants the same case. For each version it reads from
// its input it takes a step based on that version, and prints "won" or "CODE MESSAGE".
#include "tests/support/storebuilders.h"

#include <QCoreApplication>

#include <cstdio>
#include <iostream>

int main(int argc, char **argv)
{
    using namespace gridward;
    const QCoreApplication application(argc, argv);
    Result<std::unique_ptr<Store>> opened =
        openStore(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    const std::optional<CaseId> id = CaseId::fromText(QString::fromLatin1(argc > 2 ? argv[2] : ""));
    if (!opened || !id) {
        std::fputs("no store or no case\n", stderr);
        return 1;
    }
    const std::unique_ptr<Store> store = std::move(opened).value();
    std::puts("open");
    std::fflush(stdout);
    for (int version = 0; std::cin >> version;) {
        const Result<Case> moved = store->cases().append(*id, version, urgeStep(u"racer"));
        if (moved) {
            std::puts("won");
        } else {
            std::printf("%d %s\n",
                        static_cast<int>(moved.error().code),
                        qUtf8Printable(moved.error().message));
        }
        std::fflush(stdout);
    }
    return 0;
}
