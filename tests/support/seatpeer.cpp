// SPDX-License-Identifier: GPL-3.0-or-later
// seatpeer STORE FILE: a seat without windows, as many of which as one likes. Prints "open" when it
// has the district; when its input ends, writes what it was told and what it read to FILE, one line
// each: "told ID VERSION TIME" and "read ID VERSION TIME" (nanoseconds of the steady clock, which
// all programs of a machine share).
#include "models/service/districtservice.h"
#include "models/store/storeopening.h"

#include <QCoreApplication>
#include <QFile>

#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>
#include <thread>

namespace {

using namespace gridward;

qint64 nanoseconds()
{
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

class Notes
{
public:
    void add(const char *what, const CaseId &id, int version, qint64 at)
    {
        mText += what;
        mText += ' ' + id.toText().toLatin1() + ' ' + QByteArray::number(version) + ' ' +
                 QByteArray::number(at) + '\n';
    }
    [[nodiscard]] bool write(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(mText) == mText.size();
    }

private:
    QByteArray mText;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString name = QString::fromLocal8Bit(argc > 1 ? argv[1] : "");
    const QString output = QString::fromLocal8Bit(argc > 2 ? argv[2] : "");
    Notes notes;
    const SystemClock clock;
    DistrictService district(clock, QStringLiteral("seatpeer"));
    QObject::connect(&district,
                     &DistrictService::eventsTold,
                     &application,
                     [&](const QList<gridward::CaseChange> &changes) {
                         const qint64 now = nanoseconds();
                         for (const CaseChange &change : changes) {
                             notes.add("told", change.id, change.version, now);
                         }
                     });
    QObject::connect(&district,
                     &DistrictService::casesRead,
                     &application,
                     [&](const QList<gridward::Case> &cases) {
                         const qint64 now = nanoseconds();
                         for (const Case &one : cases) {
                             notes.add("read", one.id, one.version, now);
                         }
                     });
    QObject::connect(&district, &DistrictService::failed, &application, [](const Error &error) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(error.message));
        QCoreApplication::exit(1);
    });
    QObject::connect(
        &district, &DistrictService::pictureRead, &application, [first = true]() mutable {
            if (std::exchange(first, false)) {
                std::puts("open");
                std::fflush(stdout);
            }
        });
    district.open([name] { return openStore(name); });
    std::thread reader([] {
        for (std::string line; std::getline(std::cin, line);) {
        }
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit);
    });
    const int code = QCoreApplication::exec();
    if (code != 0) {
        std::_Exit(code); // the reader still waits for its end
    }
    reader.join();
    return notes.write(output) ? 0 : 1;
}
