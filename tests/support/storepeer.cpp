// SPDX-License-Identifier: GPL-3.0-or-later
// storepeer STORE: another program on a store. Registers a case for each line it reads and ends
// with its input. Prints "open" once it looks, "written ID BEFORE AFTER" (nanoseconds of the steady
// clock, which all programs of a machine share) and "told ID" for every event it was told of.
#include "models/store/storethread.h"
#include "tests/support/storebuilders.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>
#include <thread>

namespace {

using namespace gridward;

void print(const QString &line)
{
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

qint64 nanoseconds()
{
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Result<QString> writeCase(Store &store)
{
    const Instant now = SystemClock().now();
    const qint64 before = nanoseconds();
    const Result<Case> added = store.cases().add(CaseId::makeRandom(now), reportStep(now));
    if (!added) {
        return added.error();
    }
    return QStringLiteral("written %1 %2 %3")
        .arg(added.value().id.toText())
        .arg(before)
        .arg(nanoseconds());
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString path = QString::fromLocal8Bit(argc > 1 ? argv[1] : "");
    StoreThread thread;
    QObject::connect(&thread,
                     &StoreThread::casesChanged,
                     &application,
                     [](const QList<gridward::CaseChange> &changes) {
                         for (const CaseChange &change : changes) {
                             print(QStringLiteral("told %1").arg(change.id.toText()));
                         }
                     });
    const auto fail = [](const Error &error) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(error.message));
        QCoreApplication::exit(1);
    };
    thread.open([path] { return openStore(path); })
        .then(&application, [fail](const Result<StoreInfo> &opened) {
            if (opened) {
                print(QStringLiteral("open"));
            } else {
                fail(opened.error());
            }
        });
    std::thread reader([&] {
        for (std::string line; std::getline(std::cin, line);) {
            QMetaObject::invokeMethod(&application, [&] {
                thread.run<QString>(writeCase).then(&application,
                                                    [fail](const Result<QString> &written) {
                                                        if (written) {
                                                            print(written.value());
                                                        } else {
                                                            fail(written.error());
                                                        }
                                                    });
            });
        }
        QMetaObject::invokeMethod(&application, &QCoreApplication::quit);
    });
    const int code = QCoreApplication::exec();
    if (code != 0) {
        std::_Exit(code); // the reader still waits for a line
    }
    reader.join();
    return 0;
}
