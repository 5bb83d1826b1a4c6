// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatslot.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

class TestSeatSlot : public QObject
{
    Q_OBJECT
private slots:
    void eachWindowHasOneOfItsOwn()
    {
        const QTemporaryDir folder;
        const QString seats = folder.filePath(u"a/seats"_s);
        auto first = std::make_unique<SeatSlot>(seats, u"desk"_s);
        QCOMPARE(first->name(), u"desk"_s);
        const SeatSlot second(seats, u"desk"_s);
        QCOMPARE(second.name(), u"desk (2)"_s);
        first.reset(); // closed: the next one sits there, and finds its drafts
        const SeatSlot third(seats, u"desk"_s);
        QCOMPARE(third.number(), 1);
    }
    void thatOfACrashedWindowIsTakenOver()
    {
        const QTemporaryDir folder;
        // A lock as a program leaves it behind that is killed: its process is no more.
        QByteArray lines;
        {
            const SeatSlot alive(folder.path(), u"desk"_s);
            QFile lock(folder.filePath(u"desk-1.lock"_s));
            QVERIFY(lock.open(QIODevice::ReadOnly));
            lines = lock.readAll();
        }
        QProcess gone;
        gone.start(u"true"_s, {});
        QVERIFY(gone.waitForStarted());
        const qint64 id = gone.processId();
        QVERIFY(gone.waitForFinished());
        const QByteArray left = QByteArray::number(id) + lines.mid(lines.indexOf('\n'));
        QFile lock(folder.filePath(u"desk-1.lock"_s));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        QCOMPARE(lock.write(left), left.size());
        lock.close();
        const SeatSlot next(folder.path(), u"desk"_s);
        QCOMPARE(next.number(), 1);
    }
    void withoutAFolderOneGoesOn()
    {
        const SeatSlot none(u"/proc/nowhere"_s, u"desk"_s);
        QCOMPARE(none.number(), 0);
        QCOMPARE(none.name(), u"desk"_s);
    }
};
static const TestRegistration<TestSeatSlot> sRegistration;

} // namespace gridward

#include "test_seatslot.moc"
