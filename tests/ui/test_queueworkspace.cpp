// SPDX-License-Identifier: GPL-3.0-or-later
// The table and the workspace of queues as somebody at the desk uses them.
#include "models/store/geopackagestore.h"
#include "models/view/livecases.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakememory.h"
#include "tests/support/testregistry.h"
#include "ui/dialogs/heatdialog.h"
#include "ui/dialogs/queueviewsdialog.h"
#include "ui/panels/casedrag.h"
#include "ui/panels/casetable.h"
#include "ui/panels/stagestrip.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/dispatchworkspace.h"
#include "ui/workspaces/supervisionworkspace.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPaintEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

class TestQueueWorkspace : public QObject
{
    Q_OBJECT

    static constexpr Instant kNow{std::chrono::hours{24 * 365 * 56} + 24h};

    struct Bench
    {
        LiveCases live;
        FakeDistrict district;
        FakeMemory memory;
        std::unique_ptr<DispatchWorkspace> workspace;

        explicit Bench(const QList<Case> &open)
        {
            district.time.set(kNow);
            district.who.name = u"dispatcher1"_s;
            district.who.role = u"dispatcher"_s;
            make();
            live.reset(open);
            QCoreApplication::processEvents();
        }
        void make()
        {
            workspace = std::make_unique<DispatchWorkspace>(district, live);
            workspace->setTheme(theme(ThemeName::Day));
            workspace->setMemory(memory);
            workspace->resize(1286, 700);
            workspace->show();
            workspace->activateWindow();
            QCoreApplication::processEvents();
        }
        template <typename T>
        [[nodiscard]] T *part(const QString &name) const
        {
            return workspace->findChild<T *>(name);
        }
        [[nodiscard]] int asked() const
        {
            return static_cast<int>(district.asked.size() + district.searched.size() +
                                    district.pointQueries.size() + district.reports.size() +
                                    district.acts.size()) +
                   district.newestAsked + district.rhythmAsked;
        }
    };
    /** Paint events of a viewport, and how high they are together. */
    class PaintCounter : public QObject
    {
    public:
        explicit PaintCounter(QWidget *watched) { watched->installEventFilter(this); }
        int height = 0;

    protected:
        bool eventFilter(QObject *, QEvent *event) override
        {
            if (event->type() == QEvent::Paint) {
                for (const QRect &rect : static_cast<QPaintEvent *>(event)->region()) {
                    height += rect.height();
                    qWarning() << rect;
                }
            }
            return false;
        }
    };
    static QList<Case> many(int count)
    {
        QList<Case> open;
        for (int i = 0; i < count; ++i) {
            open.append(aCase(i).due(kNow + std::chrono::hours{i + 2} + 30min + 30s));
        }
        return open;
    }

private slots:
    void onlyVisibleClocksTickAndNothingIsAsked()
    {
        QList<Case> open = many(500);
        open[0] = aCase(0).due(kNow + 10min);  // to the second
        open[1] = aCase(1).due(kNow + 90min);  // to the minute
        open[400] = aCase(400).due(kNow + 1h); // first in the order, but see below
        Bench b(open);
        CaseTable &table = b.workspace->table();
        QTRY_VERIFY(table.queue().isFilled());
        QVERIFY(table.isTicking());
        table.tick(); // it knows now what stands there
        const int asked = b.asked();
        QSignalSpy data(&table.queue(), &QAbstractItemModel::dataChanged);
        const qint64 visits = table.queue().visits();
        qint64 cells = table.cellsTicked();
        b.district.time.set(kNow + 1s);
        table.tick();
        // Under an hour: cases 0 and 400. The one of 90 minutes says "1 h 29 min" now.
        QCOMPARE(table.cellsTicked() - cells, 3);
        cells = table.cellsTicked();
        b.district.time.set(kNow + 2s);
        table.tick();
        QCOMPARE(table.cellsTicked() - cells, 2);
        QCOMPARE(table.model()
                     ->index(0, static_cast<int>(CaseTableModel::Column::Remaining))
                     .data()
                     .toString(),
                 u"9 min 58 s left"_s);
        QCOMPARE(data.size(), 0);
        QCOMPARE(b.asked(), asked);
        QCOMPARE(table.queue().visits(), visits);
        // Out of view: no cell of theirs.
        table.scrollToBottom();
        QCoreApplication::processEvents();
        b.district.time.set(kNow + 3s);
        table.tick();
        b.district.time.set(kNow + 4s);
        cells = table.cellsTicked();
        table.tick();
        QCOMPARE(table.cellsTicked(), cells);
        QVERIFY(table.isTicking());
        b.workspace->hide();
        QVERIFY(!table.isTicking());
        b.workspace->show();
        QVERIFY(table.isTicking());
    }
    void oneEventPaintsItsRow()
    {
        Bench b(many(200));
        CaseTable &table = b.workspace->table();
        QTRY_VERIFY(table.queue().isFilled());
        QVERIFY(QTest::qWaitForWindowExposed(b.workspace.get()));
        QCoreApplication::processEvents();
        PaintCounter painted(table.viewport());
        b.live.update({aCase(7).due(kNow + 9h + 30min + 30s).text(u"before"_s)});
        QTRY_VERIFY(painted.height > 0); // the window has come to rest
        painted.height = 0;
        b.live.update({aCase(5).due(kNow + 7h + 30min + 30s).text(u"changed"_s)});
        QTRY_VERIFY(painted.height > 0);
        QVERIFY2(painted.height <= 2 * table.rowHeight(0),
                 qPrintable(QString::number(painted.height)));
    }
    void allOfThemCanBeChosenAndDragged()
    {
        Bench b(many(12'000));
        CaseTable &table = b.workspace->table();
        QVERIFY(!table.queue().isFilled());
        QTest::keyClick(&table, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(table.selectedCount(), 12'000);
        QCOMPARE(table.selectedCases().size(), 12'000);
        QTRY_VERIFY(table.queue().isFilled());
        QCOMPARE(table.selectedCount(), 12'000);
        QVERIFY(table.selectionModel()->selection().size() <= 4); // ranges, not rows
        const std::unique_ptr<QMimeData> dragged(table.dragData());
        QCOMPARE(case_drag::casesIn(*dragged).size(), 12'000);
        QCOMPARE(case_drag::casesIn(*dragged), table.selectedCases());
        QTest::keyClick(&table, Qt::Key_J);
        QCOMPARE(table.selectedCases().size(), 1);
        const std::unique_ptr<QMimeData> one(table.dragData());
        QCOMPARE(one->text(), table.queue().find(table.currentCase())->number);
        QVERIFY(table.dragEnabled());
    }
    void singleRowsByKeyboard()
    {
        Bench b(many(10));
        CaseTable &table = b.workspace->table();
        table.setFocus();
        QTRY_COMPARE(table.selectedCases().size(), 1);
        QTest::keyClick(&table, Qt::Key_Down, Qt::ControlModifier);
        QTest::keyClick(&table, Qt::Key_Down, Qt::ControlModifier);
        QTest::keyClick(&table, Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(table.selectedCases(), (QList{Case(aCase(0)).id, Case(aCase(2)).id}));
        QTest::keyClick(&table, Qt::Key_J, Qt::ShiftModifier); // from here on, and no others
        QCOMPARE(table.selectedCases(), (QList{Case(aCase(2)).id, Case(aCase(3)).id}));
        QSignalSpy withdraw(&table, &CaseTable::withdrawAsked);
        QTest::keyClick(&table, Qt::Key_U);
        QCOMPARE(withdraw.size(), 1);
        QSignalSpy keys(b.workspace.get(), &QueueWorkspace::keysRequested);
        QTest::keyClick(&table, Qt::Key_Question, Qt::ShiftModifier);
        QCOMPARE(keys.size(), 1);
    }
    void shiftChoosesFromWhereOneStands()
    {
        Bench b(many(12));
        CaseTable &table = b.workspace->table();
        table.setFocus();
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
            QTest::keyClick(&table, key, with);
        };
        const auto rows = [&] {
            QList<int> chosen;
            for (const CaseId &id : table.selectedCases()) {
                chosen.append(table.queue().rowOf(id));
            }
            return chosen;
        };
        press(Qt::Key_Home);
        for (int i = 0; i < 5; ++i) {
            press(Qt::Key_Down);
        }
        press(Qt::Key_Home);
        press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(rows(), (QList<int>{0, 1}));
        press(Qt::Key_J);
        press(Qt::Key_J);
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_J, Qt::ShiftModifier);
        QCOMPARE(rows(), (QList<int>{3, 4, 5}));
        press(Qt::Key_Up, Qt::ShiftModifier); // one too many
        QCOMPARE(rows(), (QList<int>{3, 4}));
        press(Qt::Key_End);
        press(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(rows(), (QList<int>{10, 11}));
        press(Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(rows().size(), 12);
        // With the mouse from a row that was reached by keyboard.
        table.selectCase(table.queue().idAt(2));
        QTest::mouseClick(table.viewport(),
                          Qt::LeftButton,
                          Qt::ShiftModifier,
                          table.visualRect(table.queue().index(4, 0)).center());
        QCOMPARE(rows(), (QList<int>{2, 3, 4}));
    }
    void theCurrentCaseStaysWhenTheOrderChanges()
    {
        Bench b(many(3000));
        CaseTable &table = b.workspace->table();
        const CaseId chosen = Case(aCase(2000)).id;
        QVERIFY(table.selectCase(chosen));
        table.sortBy(static_cast<int>(CaseTableModel::Column::Level), Qt::DescendingOrder);
        QCOMPARE(table.currentCase(), chosen);
        QCOMPARE(table.selectedCases(), QList{chosen});
        QTest::keyClick(&table, Qt::Key_H);
        QCOMPARE(table.queue().sortColumn(), CaseFilterProxy::kByHeat);
        QTest::keyClick(&table, Qt::Key_H);
        QCOMPARE(table.queue().sortColumn(), CaseFilterProxy::kByUrgency);
    }
    void stagesCountAndFilter()
    {
        Bench b({aCase(1).state(CaseState::Reported),
                 aCase(2),
                 aCase(3),
                 aCase(4).state(CaseState::AtUnit),
                 aCase(5).state(CaseState::Rework),
                 aCase(6).state(CaseState::Suspended),
                 aCase(7).state(CaseState::Checking)});
        auto *strip = b.part<StageStrip>(u"stageStrip"_s);
        QTRY_COMPARE(strip->count(CaseStage::Dispatch), 2);
        QCOMPARE(strip->count(CaseStage::Filing), 1);
        QCOMPARE(strip->count(CaseStage::AtUnits), 2);
        QCOMPARE(strip->count(CaseStage::Handling), 1);
        QCOMPARE(strip->count(CaseStage::Checking), 1);
        QCOMPARE(strip->count(CaseStage::Closing), 0);
        b.part<QPushButton>(u"stage-checking"_s)->click();
        QCOMPARE(b.workspace->shownQueue(), u"open"_s); // no other queue has it
        QCOMPARE(b.workspace->count(u"open"_s), 1);
        QTRY_COMPARE(b.workspace->count(u"dispatch"_s), 0);
        QCOMPARE(strip->count(CaseStage::Dispatch), 2); // counters do not follow filters
        b.part<QPushButton>(u"stage-checking"_s)->click();
        QCOMPARE(b.workspace->count(u"open"_s), 7);
        b.part<QPushButton>(u"stage-handling"_s)->click();
        QCOMPARE(b.workspace->count(u"open"_s), 1);
        b.workspace->clearFilters();
        QCOMPARE(b.workspace->count(u"open"_s), 7);
    }
    void filtersByClassUnitAndOverdue()
    {
        Case other = aCase(3).state(CaseState::AtUnit).unit(u"U2"_s);
        other.classKey.code = u"06020"_s;
        Bench b({aCase(1).state(CaseState::AtUnit).unit(u"U1"_s).due(kNow - 1h),
                 aCase(2).state(CaseState::AtUnit).unit(u"U1"_s),
                 other});
        b.workspace->showQueue(u"open"_s);
        b.workspace->filterUnit(u"U1"_s);
        QCOMPARE(b.workspace->count(u"open"_s), 2);
        QVERIFY(b.part<QPushButton>(u"queueUnit"_s)->isVisible());
        b.part<QToolButton>(u"queueOverdue"_s)->click();
        QCOMPARE(b.workspace->count(u"open"_s), 1);
        b.part<QPushButton>(u"queueUnit"_s)->click();
        b.part<QToolButton>(u"queueOverdue"_s)->click();
        auto *classes = b.part<QLineEdit>(u"queueClass"_s);
        classes->setFocus();
        QTest::keyClicks(classes, u"0602"_s); // what is typed takes the place of what was there
        QTest::keyClick(classes, Qt::Key_Return);
        QCOMPARE(b.workspace->count(u"open"_s), 1);
        QVERIFY2(classes->text().contains(u"06020"_s), qPrintable(classes->text()));
        QVERIFY(b.workspace->table().hasFocus());
        classes->setFocus();
        classes->selectAll();
        QTest::keyClicks(classes, u"zzz"_s); // chooses nothing
        QTest::keyClick(classes, Qt::Key_Return);
        QCOMPARE(b.workspace->count(u"open"_s), 1);
        QVERIFY(classes->text().contains(u"06020"_s));
        classes->setFocus();
        classes->selectAll();
        QTest::keyClicks(classes, u"/"_s); // no class is written so: it finds words, as anywhere
        QVERIFY(b.part<QLineEdit>(u"queueFind"_s)->hasFocus());
        QCOMPARE(b.workspace->count(u"open"_s), 1);
        QVERIFY(classes->text().contains(u"06020"_s));
        classes->setFocus();
        classes->selectAll();
        QTest::keyClick(classes, Qt::Key_Delete); // all classes again
        QCOMPARE(b.workspace->count(u"open"_s), 3);
        QTest::keyClick(classes, Qt::Key_Escape); // the list
        QTest::keyClick(classes, Qt::Key_Escape);
        QVERIFY(b.workspace->table().hasFocus());
        b.workspace->clearFilters();
        QCOMPARE(b.workspace->count(u"open"_s), 3);
        auto *find = b.part<QLineEdit>(u"queueFind"_s);
        find->setText(u"!overdue Problem"_s);
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(b.workspace->count(u"open"_s), 1);
        find->setText(u"@U2"_s); // nobody has that name
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(b.workspace->count(u"open"_s), 0);
    }
    void requestsHaveTheirQueue()
    {
        Case asks = aCase(1).state(CaseState::Handling).unit(u"U1"_s).due(kNow + 1h);
        asks.request = RequestKind::Extend;
        Bench b({asks, aCase(2).state(CaseState::Handling).unit(u"U1"_s).due(kNow + 2h)});
        b.workspace->showQueue(u"requests"_s);
        QCOMPARE(b.workspace->count(u"requests"_s), 1);
        const CaseTableModel &cases = b.workspace->table().queue().cases();
        QCOMPARE(cases.text(asks, CaseTableModel::Column::State), u"Extension asked"_s);
        b.workspace->filterUnit(u"U2"_s);
        QCOMPARE(b.workspace->count(u"requests"_s), 0);
        b.workspace->clearFilters();
        asks.request = RequestKind::None; // it was decided on
        b.live.update({asks});
        QCOMPARE(b.workspace->count(u"requests"_s), 0);
    }
    void theStreetIsNotSaidWhereThereIsOne()
    {
        Bench b(many(3));
        const CaseTableModel &cases = b.workspace->table().queue().cases();
        const auto head = [&] {
            return cases.headerData(static_cast<int>(CaseTableModel::Column::Place), Qt::Horizontal)
                .toString();
        };
        QCOMPARE(head(), u"Street and grid"_s);
        b.district.who.division = u"110101001"_s;
        b.district.setUser(u"street1"_s);
        b.workspace->clearFilters();
        QCoreApplication::processEvents();
        QCOMPARE(head(), u"Grid"_s);
    }
    void viewsAreSavedAndComeBack()
    {
        Bench b(many(5));
        QVERIFY(b.workspace->views().size() >= 3); // those of the role
        b.workspace->showQueue(u"open"_s);
        b.part<QToolButton>(u"queueLevel-red"_s)->click();
        b.workspace->table().sortBy(static_cast<int>(CaseTableModel::Column::Number),
                                    Qt::DescendingOrder);
        b.workspace->chooseStage(CaseStage::Dispatch);
        b.workspace->editViews();
        auto *dialog = b.part<QueueViewsDialog>(u"queueViewsDialog"_s);
        // The list has the keys of the hint, though the name has the keyboard.
        QTest::keyClick(dialog->findChild<QLineEdit *>(u"viewName"_s), Qt::Key_Down);
        QVERIFY(dialog->focusWidget() == dialog->findChild<QListWidget *>(u"viewList"_s));
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"viewName"_s), u"Mine"_s);
        QTest::keyClick(dialog->findChild<QLineEdit *>(u"viewName"_s), Qt::Key_Return);
        const qsizetype last = b.workspace->views().size();
        QCOMPARE(b.workspace->views().last().name, u"Mine"_s);
        const QueueView mine = b.workspace->views().last();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        b.workspace->clearFilters();
        b.workspace->showQueue(u"dispatch"_s);
        b.make(); // another day
        QCOMPARE(b.workspace->views().size(), last);
        QVERIFY(b.workspace->views().last() == mine);
        b.workspace->table().setFocus();
        QTest::keyClick(&b.workspace->table(),
                        static_cast<Qt::Key>(Qt::Key_0 + last),
                        Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(b.workspace->shownQueue(), u"open"_s);
        QCOMPARE(b.workspace->count(u"open"_s), 0); // none is red
        QCOMPARE(b.workspace->table().queue().sortColumn(),
                 static_cast<int>(CaseTableModel::Column::Number));
        QCOMPARE(b.workspace->table().queue().sortOrder(), Qt::DescendingOrder);
        b.workspace->editViews();
        dialog = b.part<QueueViewsDialog>(u"queueViewsDialog"_s);
        auto *list = dialog->findChild<QListWidget *>(u"viewList"_s);
        list->setCurrentRow(static_cast<int>(last) - 1);
        list->currentItem()->setText(u"Ours"_s);
        QCOMPARE(b.workspace->views().last().name, u"Ours"_s);
        list->currentItem()->setText(b.workspace->views().first().name); // taken
        QCOMPARE(b.workspace->views().last().name, u"Ours"_s);
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(b.workspace->views().size(), last - 1);
        // Somebody else has their own.
        b.district.setUser(u"dispatcher2"_s);
        QVERIFY(b.workspace->views() != QList{mine});
        QCOMPARE(queueViewsFromText(toText({mine})), QList{mine});
        QVERIFY(queueViewsFromText(u"rubbish {"_s).isEmpty());
    }
    void aDeletedViewComesBack()
    {
        QueueView one;
        one.name = u"one"_s;
        QueueView two;
        two.name = u"two"_s;
        QueueViewsDialog dialog({one, two}, {});
        auto *list = dialog.findChild<QListWidget *>(u"viewList"_s);
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(dialog.views().size(), 1);
        QVERIFY(dialog.findChild<QLabel *>(u"viewHint"_s)->text().contains(u"“one”"_s));
        QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(dialog.views(), (QList<QueueView>{one, two}));
        QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier); // nothing more
        QCOMPARE(dialog.views().size(), 2);
    }
    void columnsAreKept()
    {
        Bench b(many(5));
        CaseTable *table = &b.workspace->table();
        table->horizontalHeader()->moveSection(1, 3);
        table->horizontalHeader()->resizeSection(static_cast<int>(CaseTableModel::Column::Class),
                                                 222);
        const QueueColumns columns = table->columns();
        QCOMPARE(columns.widths.value(static_cast<int>(CaseTableModel::Column::Class)), 222);
        b.make();
        table = &b.workspace->table();
        QVERIFY(table->columns() == columns);
        QCOMPARE(table->horizontalHeader()->visualIndex(1), 3);
        QCOMPARE(table->columnWidth(static_cast<int>(CaseTableModel::Column::Class)), 222);
        QVERIFY(queueColumnsFromText(toText(columns)) == columns);
    }
    void whatWaitsTooLongIsCountedAndComesFirst()
    {
        // 24 hours old, but for one that has just been reported.
        Bench b({CaseBuilder(1, kNow - 4min), aCase(2), aCase(3).level(CaseLevel::Red)});
        auto *hot = b.part<QPushButton>(u"queueHot"_s);
        QTRY_COMPARE(hot->text(), u"2 wait(s) too long"_s);
        hot->click();
        QCOMPARE(b.workspace->table().queue().idAt(0), Case(aCase(3)).id);
        QCOMPARE(b.workspace->table().queue().rowCount(), 2); // as many as it said
        QCOMPARE(b.part<QToolButton>(u"queueOrder"_s)->text(), u"Waiting too long first"_s);
        hot->click();
        QCOMPARE(b.workspace->table().queue().rowCount(), 3);
        QCOMPARE(b.part<QToolButton>(u"queueOrder"_s)->text(), u"Most urgent first"_s);
        hot->click();
        const auto tip = b.workspace->table()
                             .model()
                             ->index(0, static_cast<int>(CaseTableModel::Column::Level))
                             .data(Qt::ToolTipRole)
                             .toString();
        QVERIFY2(tip.contains(u"waits too long"_s), qPrintable(tip));
        b.workspace->editHeatLimits();
        auto *dialog = b.part<HeatDialog>(u"heatDialog"_s);
        QCOMPARE(dialog->findChild<QSpinBox *>(u"heat-red"_s)->value(), 1);
        dialog->findChild<QSpinBox *>(u"heat-blue"_s)->setValue(2);
        dialog->accept();
        QCOMPARE(b.memory.limits.of(CaseLevel::Blue), 2min);
        QTRY_COMPARE(hot->text(), u"3 wait(s) too long"_s);
        QTRY_COMPARE(b.workspace->table().queue().rowCount(), 3);
    }
    void theNextCaseComesAfterTheOneThatLeaves()
    {
        Bench b(many(5));
        CaseTable &table = b.workspace->table();
        QVERIFY(table.selectCase(Case(aCase(2)).id));
        b.live.update({aCase(2).state(CaseState::AtUnit)});
        QTRY_COMPARE(table.currentCase(), Case(aCase(3)).id);
        QCOMPARE(table.selectedCases(), QList{Case(aCase(3)).id});
        QVERIFY(table.selectCase(Case(aCase(4)).id)); // the last one
        b.live.update({aCase(4).state(CaseState::AtUnit)});
        QTRY_COMPARE(table.selectedCases(), QList{Case(aCase(3)).id});
    }
    void aFilterBeginsWithTheFirst()
    {
        QList<Case> open = many(300);
        for (int i = 100; i < 110; ++i) {
            open[i].text = u"needle"_s;
        }
        Bench b(open);
        CaseTable &table = b.workspace->table();
        QVERIFY(table.selectCase(open.at(50).id));
        auto *find = b.part<QLineEdit>(u"queueFind"_s);
        find->setText(u"needle"_s);
        QTest::keyClick(find, Qt::Key_Return);
        QTRY_COMPARE(table.queue().rowCount(), 10);
        QTRY_COMPARE(table.selectedCases(), QList{open.at(100).id});
        QCOMPARE(table.currentIndex().row(), 0);
    }
    void whatIsReadAnewKeepsTheChoice()
    {
        QList<Case> open = many(600);
        Bench b(open);
        CaseTable &table = b.workspace->table();
        QTRY_VERIFY(table.queue().isFilled());
        QVERIFY(table.selectCase(open.at(40).id));
        QTest::keyClick(&table, Qt::Key_J, Qt::ShiftModifier);
        for (int i = 100; i < 500; ++i) {
            open[i].text = u"written elsewhere"_s;
        }
        open.removeAt(3);
        b.live.renew(open);
        QCoreApplication::processEvents();
        QCOMPARE(table.selectedCases(), (QList{open.at(39).id, open.at(40).id}));
        QCOMPARE(table.currentCase(), open.at(40).id);
    }
    void theQueueHasTheKeyboardFromTheStart()
    {
        Bench b({});
        QWidget *nothing = b.part<QWidget>(u"queueNothing"_s);
        QVERIFY(nothing->hasFocus());
        b.live.reset(many(3));
        QTRY_VERIFY(b.workspace->table().hasFocus());
        QCOMPARE(b.workspace->table().currentIndex().row(), 0);
        // Somewhere else in between, as another workspace in the same window.
        b.part<QLineEdit>(u"queueFind"_s)->setFocus();
        b.workspace->hide();
        b.workspace->show();
        QTRY_COMPARE(b.workspace->focusWidget(), &b.workspace->table());
    }
    void anEmptyQueueIsLeftByEnter()
    {
        Bench b(many(3));
        auto *find = b.part<QLineEdit>(u"queueFind"_s);
        find->setFocus();
        find->setText(u"nowhere"_s);
        QTest::keyClick(find, Qt::Key_Return);
        QWidget *nothing = b.part<QWidget>(u"queueNothing"_s);
        QTRY_VERIFY(nothing->isVisible());
        QTRY_VERIFY(nothing->hasFocus());
        QTest::keyClick(nothing, Qt::Key_Return);
        QTRY_VERIFY(b.workspace->table().hasFocus());
        QCOMPARE(b.workspace->count(u"dispatch"_s), 3);
    }
    void noKeyIsLostWhereNothingMatches()
    {
        Bench b({aCase(1).state(CaseState::Reported), aCase(2), aCase(3)});
        b.workspace->chooseStage(CaseStage::Filing);
        QWidget *nothing = b.part<QWidget>(u"queueNothing"_s);
        const auto press = [&](Qt::Key key) {
            QVERIFY(b.workspace->isAncestorOf(b.workspace->focusWidget()));
            QVERIFY(b.workspace->focusWidget()->isVisible());
            QTest::keyClick(b.workspace->focusWidget(), key);
        };
        QTRY_VERIFY(b.workspace->table().hasFocus());
        // A queue that has none of this stage: all of its cases.
        press(Qt::Key_2);
        QTRY_COMPARE(b.workspace->table().queue().rowCount(), 2);
        QVERIFY(!b.part<QPushButton>(u"queueClear"_s)->isVisible());
        b.workspace->chooseStage(CaseStage::Dispatch);
        QVERIFY(b.part<QPushButton>(u"queueClear"_s)->isVisible());
        press(Qt::Key_Escape);
        QVERIFY(!b.part<QPushButton>(u"queueClear"_s)->isVisible());
        b.workspace->filterUnit(u"U9"_s);
        QTRY_VERIFY(nothing->hasFocus());
        press(Qt::Key_Slash);
        QTest::keyClicks(b.workspace->focusWidget(), u"words"_s);
        QTest::qWait(400); // the fingers rest: it is looked for
        press(Qt::Key_Escape);
        QTest::qWait(50);
        press(Qt::Key_1);
        QCOMPARE(b.workspace->shownQueue(), u"filing"_s);
        QTRY_VERIFY(nothing->hasFocus());
        press(Qt::Key_Return);
        QTRY_VERIFY(b.workspace->table().hasFocus());
    }
    void whatComesFirstIsChosen()
    {
        QList<Case> open = many(300);
        Bench b(open);
        CaseTable &table = b.workspace->table();
        QVERIFY(table.selectCase(open.at(250).id));
        QTest::keyClick(&table, Qt::Key_H);
        QTRY_COMPARE(table.selectedCases(), QList{table.queue().idAt(0)});
        QTest::keyClick(&table, Qt::Key_End);
        QCOMPARE(table.currentIndex().row(), 299);
        QTest::keyClick(&table, Qt::Key_H);
        QTRY_COMPARE(table.currentIndex().row(), 0);
        QVERIFY(table.selectCase(open.at(250).id));
        b.workspace->showView(0); // to dispatch, the hottest first
        QTRY_COMPARE(table.selectedCases(), QList{table.queue().idAt(0)});
        QTest::keyClick(&table, Qt::Key_End);
        QTest::keyClick(&table, Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(table.selectedCount(), 300);
        QTest::keyClick(&table, Qt::Key_Home);
        QCOMPARE(table.selectedCases(), QList{table.queue().idAt(0)});
    }
    void lettersWorkFromEveryButton()
    {
        Bench b(many(3));
        auto *views = b.part<QToolButton>(u"queueViews"_s);
        views->setFocus();
        QTest::keyClick(views, Qt::Key_5);
        QCOMPARE(b.workspace->shownQueue(), u"open"_s);
        QTest::keyClick(views, Qt::Key_End);
        QCOMPARE(b.workspace->table().currentIndex().row(), 2);
        QTest::keyClick(views, Qt::Key_Home);
        QCOMPARE(b.workspace->table().currentIndex().row(), 0);
        views->setFocus();
        QTest::keyClick(views, Qt::Key_Slash);
        auto *find = b.part<QLineEdit>(u"queueFind"_s);
        QVERIFY(find->hasFocus());
        QTest::keyClick(find, Qt::Key_4); // here it is a sign like every other
        QTest::keyClick(find, Qt::Key_H);
        QCOMPARE(find->text(), u"4h"_s);
        auto *street = b.part<QComboBox>(u"queueStreet"_s);
        street->setFocus();
        QTest::keyClick(street, Qt::Key_2);
        QCOMPARE(b.workspace->shownQueue(), u"open"_s); // it looks for a street
    }
    void partOfANameMeansAllThatHaveIt()
    {
        StoreInfo info;
        info.district = u"110101"_s;
        const std::unique_ptr<GeoPackageStore> store =
            GeoPackageStore::create(u":memory:"_s, info).value();
        QList<Organisation> units;
        for (const auto &[code, name] : {std::pair{u"U1"_s, u"东城区环卫一中心"_s},
                                         std::pair{u"U2"_s, u"东城区环卫二中心"_s},
                                         std::pair{u"U3"_s, u"城管三中队"_s}}) {
            Organisation unit;
            unit.code = code;
            unit.name = name;
            unit.handles = true;
            units.append(unit);
        }
        QVERIFY(store->write(units).isOk());
        Bench b({aCase(1).state(CaseState::AtUnit).unit(u"U1"_s),
                 aCase(2).state(CaseState::AtUnit).unit(u"U2"_s),
                 aCase(3).state(CaseState::AtUnit).unit(u"U3"_s)});
        b.district.districtNames = DistrictNames::read(*store).value();
        emit b.district.districtChanged();
        b.workspace->showQueue(u"open"_s);
        auto *find = b.part<QLineEdit>(u"queueFind"_s);
        auto *matches = b.part<QLabel>(u"queueMatches"_s);
        const auto type = [&](const QString &words) {
            find->setText(words);
            QTest::keyClick(find, Qt::Key_Return);
            return b.workspace->count(u"open"_s);
        };
        QCOMPARE(type(u"@环卫"_s), 2);
        QCOMPARE(matches->text(), u"2 unit(s)"_s);
        QVERIFY(matches->toolTip().contains(u"环卫二中心"_s));
        QCOMPARE(type(u"@hw"_s), 2); // by its initials
        QCOMPARE(type(u"@东城区环卫一中心"_s), 1);
        QCOMPARE(type(u"@U3"_s), 1);
        QCOMPARE(type(u"@cgsz"_s), 1);
        QCOMPARE(type(u"@环卫 @城管"_s), 3);
        QCOMPARE(type(u"@nobody"_s), 0);
        QCOMPARE(matches->text(), u"no such unit"_s);
        QCOMPARE(type({}), 3);
        QVERIFY(!matches->isVisible());
    }
};
static const TestRegistration<TestQueueWorkspace> sRegistration;

} // namespace gridward

#include "test_queueworkspace.moc"
