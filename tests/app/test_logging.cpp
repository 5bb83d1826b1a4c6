// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logging.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTemporaryDir>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace gridward {

class TestLogging : public QObject
{
    Q_OBJECT
    static QByteArrayList lines(const QString &file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll().trimmed().split('\n') : QByteArrayList();
    }

private slots:
    void writesEveryLineOfEveryThread()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"sub/g.log"_s);
        {
            Logging logging(file);
            std::vector<std::thread> threads;
            for (int t = 0; t < 4; ++t) {
                threads.emplace_back([t] {
                    for (int i = 0; i < 200; ++i) {
                        qInfo("thread %d line %d", t, i);
                    }
                });
            }
            for (std::thread &thread : threads) {
                thread.join();
            }
            qInfo("two\nlines");
            logging.flush();
            QCOMPARE(lines(file).size(), 801);
            QTRY_COMPARE(logging.model().rowCount(), 801);
        }
        QVERIFY(lines(file).last().contains("two | lines"));
    }
    void rotates()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"g.log"_s);
        for (int run = 0; run < 4; ++run) {
            Logging logging(file, 100);
            qInfo("%s", QByteArray(200, 'x').constData());
        }
        QVERIFY(QFileInfo::exists(file));
        QVERIFY(QFileInfo::exists(file + u".1"_s));
        QVERIFY(QFileInfo::exists(file + u".2"_s));
        QVERIFY(!QFileInfo::exists(file + u".3"_s));
        QCOMPARE(lines(file).size(), 1);
    }
    void goesOnWithoutAFile()
    {
        Logging logging(u"/proc/nowhere/g.log"_s);
        qInfo("still here");
        QVERIFY(logging.file().isEmpty());
        QTRY_COMPARE(logging.model().rowCount(), 1);
    }
};
static const TestRegistration<TestLogging> sRegistration;

} // namespace gridward

#include "test_logging.moc"
