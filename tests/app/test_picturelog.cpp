// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picturelog.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace gridward {

class TestPictureLog : public QObject
{
    Q_OBJECT

    static QDateTime at(int minute)
    {
        return {QDate(2026, 11, 20), QTime(16, minute), QTimeZone("Asia/Shanghai")};
    }
    static void touch(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    static void writtenAt(const QString &path, const QDateTime &moment)
    {
        touch(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(moment, QFileDevice::FileModificationTime));
    }
    static QStringList picturesIn(const QTemporaryDir &folder)
    {
        return QDir(folder.path()).entryList({u"*.png"_s}, QDir::Files, QDir::Name);
    }

private slots:
    void namesSayWhatAndWhen()
    {
        const QTemporaryDir folder;
        const PictureLog log(folder.path(), u"wall"_s);
        const QString first = log.pathFor(at(0), u"situation"_s);
        QCOMPARE(first, folder.filePath(u"wall-situation-20261120-160000.png"_s));
        touch(first);
        QCOMPARE(log.pathFor(at(0), u"situation"_s),
                 folder.filePath(u"wall-situation-20261120-160000-2.png"_s));
        QCOMPARE(log.pathFor(at(0), {}), folder.filePath(u"wall-20261120-160000.png"_s));
    }
    void figuresStandBeside()
    {
        const QTemporaryDir folder;
        const PictureLog log(folder.path(), u"wall"_s);
        QVERIFY(log.add(u"/x/a.png"_s, at(0), u"month"_s, CaseCounts{1503, 12, 3, {}, 40}));
        QVERIFY(log.add(u"/x/b.png"_s, at(1), u"duty"_s, std::nullopt));
        QFile file(folder.filePath(u"log.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
                 "time,picture,scene,open,overdue,urgent,to_check\r\n"
                 "2026-11-20T16:00:00+08:00,a.png,month,1503,12,3,40\r\n"
                 "2026-11-20T16:01:00+08:00,b.png,duty,,,,\r\n"_ba);
        // Nothing is written, and it is said where.
        const Result<void> none =
            PictureLog(folder.filePath(u"none"_s), u"wall"_s).add({}, at(2), {}, std::nullopt);
        QVERIFY(!none && none.error().message.contains(u"none/log.csv"_s));
    }
    void theOldestGo()
    {
        const QTemporaryDir folder;
        const PictureLog log(folder.path(), u"wall"_s, 2);
        const QStringList others{u"wall-photo.png"_s, u"map-20261120-150000.png"_s};
        for (const QString &other : others) {
            touch(folder.filePath(other));
        }
        for (const auto &[minute, scene] :
             {std::pair(0, u"streets"_s), std::pair(1, u"duty"_s), std::pair(2, u"month"_s)}) {
            const QString path = log.pathFor(at(minute), scene);
            writtenAt(path, at(minute));
            QVERIFY(log.add(path, at(minute), scene, std::nullopt));
        }
        QCOMPARE(picturesIn(folder),
                 QStringList({others.at(1),
                              u"wall-duty-20261120-160100.png"_s,
                              u"wall-month-20261120-160200.png"_s,
                              others.at(0)}));
        QFile file(folder.filePath(u"log.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 4); // lines stay
    }
    void theHourThatRepeatsIsNoOlder()
    {
        const QTemporaryDir folder;
        const PictureLog log(folder.path(), u"map"_s, 2);
        // Summer time ends at one o'clock UTC: 02:50 comes before 02:00.
        const QTimeZone zone("Europe/Berlin");
        const QDateTime first(QDate(2026, 10, 25), QTime(0, 40), Qt::UTC);
        for (const int minutes : {0, 10, 20}) {
            const QDateTime moment = first.addSecs(minutes * 60).toTimeZone(zone);
            const QString path = log.pathFor(moment, {});
            writtenAt(path, moment);
            QVERIFY(log.add(path, moment, {}, std::nullopt));
        }
        QCOMPARE(picturesIn(folder),
                 QStringList({u"map-20261025-020000.png"_s, u"map-20261025-025000.png"_s}));
    }
    void theTenthOfASecondIsNewerThanTheSecond()
    {
        const QTemporaryDir folder;
        const PictureLog log(folder.path(), u"map"_s, 2);
        QString path;
        for (int i = 0; i < 10; ++i) {
            path = log.pathFor(at(0), {});
            writtenAt(path, at(0)); // the file system does not tell them apart
        }
        QVERIFY(log.add(path, at(0), {}, std::nullopt));
        QCOMPARE(picturesIn(folder),
                 QStringList({u"map-20261120-160000-10.png"_s, u"map-20261120-160000-9.png"_s}));
    }
    void theOneJustWrittenStays()
    {
        const QTemporaryDir folder;
        const PictureLog log(folder.path(), u"map"_s, 1);
        for (const int minute : {5, 4, 3}) { // the clock of the computer is put back
            const QString path = log.pathFor(at(minute), {});
            writtenAt(path, at(minute));
            QVERIFY(log.add(path, at(minute), {}, std::nullopt));
            QCOMPARE(picturesIn(folder), QStringList(QFileInfo(path).fileName()));
        }
    }
};

static const TestRegistration<TestPictureLog> sRegistration;

} // namespace gridward

#include "test_picturelog.moc"
