// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/casetablemodel.h"
#include "models/view/casewords.h"
#include "tests/support/testregistry.h"
#include "ui/panels/casetablefit.h"
#include "ui/panels/columnfit.h"

#include <QFontMetrics>
#include <QTest>

namespace gridward {

class TestColumnFit : public QObject
{
    Q_OBJECT

    static constexpr int kText = 2;
    const QList<ColumnFit> mColumns{
        {0, 50, 50, 60, 0}, {1, 100, 180, 300, 2}, {kText, 150, 200, 400, 0}, {3, 80, 100, 120, 1}};

    static int sum(const QHash<int, int> &widths)
    {
        int all = 0;
        for (const int width : widths) {
            all += width;
        }
        return all;
    }

private slots:
    void clocksAreReadWhole()
    {
        using namespace std::chrono_literals;
        const QFont body;
        QFont bold(body);
        bold.setWeight(QFont::DemiBold);
        const Instant now{std::chrono::days(20'000)};
        int room = 0;
        for (const ColumnFit &one : caseColumnFits(body, body)) {
            room = one.column == static_cast<int>(CaseTableModel::Column::Remaining) ? one.least
                                                                                     : room;
        }
        QVERIFY(room > 0);
        // At a desk, at a unit, suspended, handed back; short and for weeks.
        using Minutes = std::chrono::minutes;
        for (const Minutes due :
             {Minutes(-59min), Minutes(-23h), Minutes(-503h), Minutes(59min), Minutes(480h)}) {
            Case desk;
            desk.stageDueAt = now + due;
            Case unit = desk;
            unit.dueAt = now + due;
            unit.state = CaseState::Handling;
            Case suspended = unit;
            suspended.suspendedUntil = now + 40 * 24h;
            Case handled = unit;
            handled.handledAt = now;
            for (const Case &one : {desk, unit, suspended, handled}) {
                const QString said = case_words::tickingClockText(one, now);
                QVERIFY2(QFontMetrics(bold).horizontalAdvance(said) + 16 <= room, qPrintable(said));
            }
        }
    }
    void usesAllRoomAndNoMore_data()
    {
        QTest::addColumn<int>("room");
        for (const int room : {380, 400, 530, 700, 880, 2000}) {
            QTest::addRow("%d", room) << room;
        }
    }
    void usesAllRoomAndNoMore()
    {
        QFETCH(int, room);
        const QHash<int, int> widths = columnWidths(mColumns, room, kText);
        QCOMPARE(widths.size(), 4);
        QCOMPARE(sum(widths), room);
        for (const ColumnFit &one : mColumns) {
            QVERIFY(widths.value(one.column) >= one.least);
            QVERIFY(one.column == kText || widths.value(one.column) <= one.most);
        }
    }
    void sparesTheHighestFirst()
    {
        QVERIFY(!columnWidths(mColumns, 379, kText).contains(1));
        QVERIFY(columnWidths(mColumns, 379, kText).contains(3));
        QVERIFY(!columnWidths(mColumns, 279, kText).contains(3));
    }
    void keepsWhatCannotBeSpared()
    {
        const QHash<int, int> widths = columnWidths(mColumns, 10, kText);
        QCOMPARE(widths.value(0), 50);
        QCOMPARE(widths.value(kText), 150);
        QCOMPARE(widths.size(), 2);
    }
    void givesEachWhatIsGoodBeforeMore()
    {
        const QHash<int, int> widths = columnWidths(mColumns, 530, kText);
        for (const ColumnFit &one : mColumns) {
            QCOMPARE(widths.value(one.column), one.good);
        }
    }
};

static const TestRegistration<TestColumnFit> kRegistered;

} // namespace gridward

#include "test_columnfit.moc"
