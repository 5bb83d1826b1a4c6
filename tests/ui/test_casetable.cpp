// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/casefilterproxy.h"
#include "models/view/casetablemodel.h"
#include "models/view/livecases.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QItemSelectionModel>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

class TestCaseTable : public QObject
{
    Q_OBJECT

    using Column = CaseTableModel::Column;
    static constexpr Instant kNow{std::chrono::hours{24 * 365 * 56} + 24h};

    struct Bench
    {
        LiveCases live;
        FakeDistrict district;
        std::unique_ptr<CaseTableModel> cases;
        std::unique_ptr<CaseFilterProxy> queue;

        explicit Bench(const QList<Case> &open = {})
        {
            district.time.set(kNow);
            live.reset(open);
            cases = std::make_unique<CaseTableModel>(live, district);
            queue = std::make_unique<CaseFilterProxy>(*cases);
        }
        [[nodiscard]] QStringList numbers() const
        {
            QStringList numbers;
            for (int row = 0; row < queue->rowCount(); ++row) {
                numbers.append(QString::number(queue->caseAt(row)->number.last(7).toInt()));
            }
            return numbers;
        }
    };
    /** Every signal by which a model tells of rows. */
    struct RowSpies
    {
        QSignalSpy inserted, removed, moved, layout, data, reset;

        explicit RowSpies(QAbstractItemModel &model)
            : inserted(&model, &QAbstractItemModel::rowsInserted)
            , removed(&model, &QAbstractItemModel::rowsRemoved)
            , moved(&model, &QAbstractItemModel::rowsMoved)
            , layout(&model, &QAbstractItemModel::layoutChanged)
            , data(&model, &QAbstractItemModel::dataChanged)
            , reset(&model, &QAbstractItemModel::modelReset)
        {
        }
        [[nodiscard]] qsizetype all() const
        {
            return inserted.count() + removed.count() + moved.count() + layout.count() +
                   data.count() + reset.count();
        }
    };
    static Case changed(Case subject, CaseState state)
    {
        subject.state = state;
        ++subject.version;
        return subject;
    }

private slots:
    void rowsAppearChangeAndVanish()
    {
        Bench b({aCase(1), aCase(2), aCase(3), aCase(4)});
        const QAbstractItemModelTester sourceTester(b.cases.get());
        const QAbstractItemModelTester queueTester(b.queue.get());
        const QPersistentModelIndex last = b.queue->index(3, 0);
        const QPersistentModelIndex lastInSource =
            b.cases->index(b.cases->rowOf(Case(aCase(4)).id), 0);
        RowSpies spies(*b.queue);
        b.live.update({changed(aCase(2), CaseState::Closed),
                       changed(aCase(3), CaseState::AtUnit),
                       aCase(9),
                       changed(aCase(3), CaseState::AtUnit)}); // told twice
        QCOMPARE(b.numbers(), (QStringList{u"1"_s, u"3"_s, u"4"_s, u"9"_s}));
        QCOMPARE(spies.reset.count(), 0);
        QCOMPARE(spies.removed.count(), 1);
        QCOMPARE(spies.inserted.count(), 1);
        QCOMPARE(b.queue->idAt(last.row()), Case(aCase(4)).id); // indexes follow their case
        QCOMPARE(b.cases->idAt(lastInSource.row()), Case(aCase(4)).id);
        b.live.update({changed(aCase(77), CaseState::Closed)}); // never was open here
        QCOMPARE(b.cases->rowCount(), 4);
        b.live.reset({aCase(5)});
        QCOMPARE(spies.reset.count(), 1);
        QCOMPARE(b.numbers(), QStringList{u"5"_s});
        b.live.update({changed(aCase(5), CaseState::Void)});
        QCOMPARE(b.queue->rowCount(), 0);
    }
    void mostUrgentFirst()
    {
        Bench b({aCase(1).due(kNow + 3h),
                 aCase(2).due(kNow - 5h),
                 aCase(3),
                 aCase(4).level(CaseLevel::Red),
                 aCase(5).due(kNow - 9h),
                 aCase(6).due(kNow).handled(kNow - 2h),
                 aCase(7).due(kNow).handled(kNow - 4h)});
        QCOMPARE(b.numbers(),
                 (QStringList{u"5"_s, u"2"_s, u"1"_s, u"4"_s, u"3"_s, u"7"_s, u"6"_s}));
        b.queue->sort(static_cast<int>(Column::Number), Qt::DescendingOrder);
        QCOMPARE(b.numbers().first(), u"7"_s);
        b.queue->sort(static_cast<int>(Column::Level), Qt::DescendingOrder);
        QCOMPARE(b.numbers().first(), u"4"_s);
    }
    void aChangedLimitMovesTheRow()
    {
        Bench b({aCase(1).due(kNow + 1h), aCase(2).due(kNow + 2h), aCase(3).due(kNow + 3h)});
        const QAbstractItemModelTester tester(b.queue.get());
        QItemSelectionModel selection(b.queue.get());
        selection.select(b.queue->index(0, 0),
                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
        RowSpies spies(*b.queue);
        b.live.update({aCase(1).due(kNow + 9h)});
        QCOMPARE(b.numbers(), (QStringList{u"2"_s, u"3"_s, u"1"_s}));
        QCOMPARE(spies.moved.count(), 1);
        QVERIFY(selection.isRowSelected(2));
        QVERIFY(!selection.isRowSelected(0));
        b.live.update({aCase(1).due(kNow + 2h + 1min)});
        QCOMPARE(b.numbers(), (QStringList{u"2"_s, u"1"_s, u"3"_s}));
        b.live.update({aCase(1).due(kNow + 2h + 2min)}); // its place stays
        QCOMPARE(spies.moved.count(), 2);
    }
    void filters_data()
    {
        QTest::addColumn<QueueFilter>("filter");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, auto set, const QStringList &expected) {
            QueueFilter filter;
            set(filter);
            QTest::newRow(name) << filter << expected;
        };
        const QStringList all{u"1"_s, u"2"_s, u"3"_s, u"4"_s};
        row(
            "none", [](QueueFilter &) {}, all);
        row("state", [](QueueFilter &f) { f.states = {CaseState::AtUnit}; }, {u"2"_s});
        row("level", [](QueueFilter &f) { f.levels = {CaseLevel::Red}; }, {u"3"_s});
        row("street", [](QueueFilter &f) { f.street = u"110101002"_s; }, {u"4"_s});
        row("division", [](QueueFilter &f) { f.division = u"110101002001"_s; }, {u"4"_s});
        row("unit", [](QueueFilter &f) { f.unit = u"U1"_s; }, {u"2"_s});
        row("overdue", [](QueueFilter &f) { f.overdueOnly = true; }, {u"1"_s});
        row("number", [](QueueFilter &f) { f.text = u"0000003"_s; }, {u"3"_s});
        row("words", [](QueueFilter &f) { f.text = u"LAMP  dark"_s; }, {u"2"_s});
        row(
            "class code", [](QueueFilter &f) { f.text = u"06010"_s; }, all);
        row("address", [](QueueFilter &f) { f.text = u"road 4"_s; }, {u"4"_s});
        row("nothing", [](QueueFilter &f) { f.text = u"xyz"_s; }, {});
    }
    void filters()
    {
        QFETCH(QueueFilter, filter);
        QFETCH(QStringList, expected);
        Bench b({aCase(1).due(kNow - 1h),
                 aCase(2).state(CaseState::AtUnit).unit(u"U1"_s).text(u"Dark lamp"_s),
                 aCase(3).level(CaseLevel::Red),
                 aCase(4).street(u"110101002"_s)});
        const QAbstractItemModelTester tester(b.queue.get());
        QSignalSpy resets(b.queue.get(), &QAbstractItemModel::modelReset);
        b.queue->setFilter(filter);
        QStringList found = b.numbers();
        found.sort();
        QCOMPARE(found, expected);
        b.queue->setFilter({});
        QCOMPARE(b.queue->rowCount(), 4);
        QCOMPARE(resets.count(), 0);
    }
    void theMinuteMovesTheClocks()
    {
        Bench b({aCase(1).due(kNow + 30s), aCase(2).due(kNow + 1h)});
        const QAbstractItemModelTester tester(b.queue.get());
        CaseFilterProxy overdue(*b.cases);
        QueueFilter filter;
        filter.overdueOnly = true;
        overdue.setFilter(filter);
        QCOMPARE(overdue.rowCount(), 0);
        RowSpies spies(*b.queue);
        b.district.time.set(kNow + 1min);
        b.cases->refreshClocks();
        QCOMPARE(overdue.rowCount(), 1);
        QCOMPARE(spies.all(), 1);
        const QModelIndex from = spies.data.at(0).at(0).toModelIndex();
        const QModelIndex to = spies.data.at(0).at(1).toModelIndex();
        QCOMPARE(from.column(), static_cast<int>(Column::Remaining));
        QCOMPARE(to.column(), static_cast<int>(Column::Reported));
        QCOMPARE(to.row(), 1);
        QVERIFY(overdue.index(0, static_cast<int>(Column::Remaining))
                    .data()
                    .toString()
                    .contains(u"overdue"_s));
    }
    void manyCasesCostFewSignals()
    {
        constexpr int kCases = 100'000;
        QList<Case> open;
        open.reserve(kCases);
        for (int i = 0; i < kCases; ++i) {
            open.append(aCase(i).due(kNow + std::chrono::minutes{(i * 7919) % 100'000}));
        }
        Bench b(open);
        QCOMPARE(b.queue->count(), kCases);
        QTRY_COMPARE(b.queue->rowCount(), kCases); // the rest comes in slices
        QItemSelectionModel selection(b.queue.get());
        selection.select(b.queue->index(500, 0), QItemSelectionModel::Select);
        const CaseId chosen = b.queue->idAt(500);
        RowSpies source(*b.cases);
        RowSpies rows(*b.queue);
        QList<Case> burst;
        for (int i = 0; i < 3000; ++i) {
            Case one = open.at(i * 31);
            burst.append(one.id == chosen
                             ? one
                             : changed(one, i % 3 == 0 ? CaseState::Closed : CaseState::AtUnit));
            burst.append(aCase(kCases + i));
        }
        b.live.update(burst);
        QVERIFY2(source.all() <= 5, qPrintable(QString::number(source.all())));
        QVERIFY2(rows.all() <= 8, qPrintable(QString::number(rows.all())));
        QCOMPARE(rows.reset.count() + source.reset.count(), 0);
        QCOMPARE(b.queue->rowCount(), kCases + 3000 - 1000);
        QCOMPARE(b.queue->rowCount(), b.cases->rowCount());
        QCOMPARE(b.queue->idAt(selection.selectedIndexes().value(0).row()), chosen);
        // A few changes are told one by one, whatever the number of rows.
        const qsizetype before = rows.all();
        b.live.update({changed(aCase(1), CaseState::AtUnit), aCase(kCases + 9999)});
        QVERIFY(rows.all() - before <= 3);
    }
};
static const TestRegistration<TestCaseTable> sRegistration;

} // namespace gridward

#include "test_casetable.moc"
