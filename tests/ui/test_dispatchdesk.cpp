// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/livecases.h"
#include "models/view/unitmodel.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakedrafts.h"
#include "tests/support/fakemap.h"
#include "tests/support/fakememory.h"
#include "tests/support/fakeunits.h"
#include "tests/support/testregistry.h"
#include "ui/panels/batchdispatch.h"
#include "ui/panels/casedrag.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/choicelist.h"
#include "ui/panels/paneldocks.h"
#include "ui/panels/unitspanel.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/dispatchworkspace.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QDockWidget>
#include <QDropEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

class TestDispatchDesk : public QObject
{
    Q_OBJECT

    static constexpr Instant kNow{std::chrono::hours{24 * 365 * 56} + 24h};

    struct Bench
    {
        LiveCases live;
        FakeDistrict district;
        FakeUnits units;
        FakeDrafts drafts;
        QPointer<FakeMap> map;
        FakeMemory memory;
        std::unique_ptr<DispatchWorkspace> workspace;
        std::unique_ptr<QSignalSpy> messages;

        explicit Bench(const QList<Case> &open = some())
        {
            district.time.set(kNow);
            district.who.name = u"dispatcher1"_s;
            district.who.role = u"owner"_s;
            UnitPicture picture;
            QList<UnitProposal> proposals;
            for (const auto &[code, name] : {std::pair{u"U1"_s, u"City management"_s},
                                             std::pair{u"U2"_s, u"Water company"_s}}) {
                Organisation unit;
                unit.code = code;
                unit.name = name;
                unit.handles = true;
                picture.units.append(unit);
                UnitProposal one;
                one.unit = unit;
                proposals.append(one);
            }
            units.shown = picture;
            CaseFile file;
            file.subject = open.first();
            file.proposals = proposals;
            for (const Transition &step : transitionsFrom(CaseState::Filed)) {
                file.offers.append({step.action, true, {}});
            }
            district.file = file;
            live.reset(open);
            make();
        }
        void make()
        {
            workspace.reset();
            DispatchWorkspace::Desk desk;
            desk.units = &units;
            desk.drafts = &drafts;
            desk.makeMap = [this] {
                map = new FakeMap;
                auto *widget = new QWidget;
                map->setParent(widget);
                return DeskMap::Made{map, widget};
            };
            desk.memory = &memory;
            workspace = std::make_unique<DispatchWorkspace>(district, live, desk);
            messages =
                std::make_unique<QSignalSpy>(workspace.get(), &QueueWorkspace::messageRequested);
            workspace->setTheme(theme(ThemeName::Day));
            workspace->resize(1824, 960);
            workspace->show();
            workspace->activateWindow();
            QCoreApplication::processEvents();
        }
        static QList<Case> some()
        {
            return {aCase(1), aCase(2), aCase(3), aCase(4).state(CaseState::AtUnit).unit(u"U2"_s)};
        }
        template <typename T>
        [[nodiscard]] T *find(const QString &name) const
        {
            return workspace->findChild<T *>(name);
        }
        [[nodiscard]] Message lastMessage() const
        {
            return messages->isEmpty() ? Message{}
                                       : messages->last().at(0).template value<Message>();
        }
        [[nodiscard]] QString said() const { return find<QLabel>(u"commandSaid"_s)->text(); }
        void type(const QString &line) const
        {
            workspace->startCommand();
            find<QLineEdit>(u"commandLine"_s)->clear();
            QTest::keyClicks(find<QLineEdit>(u"commandLine"_s), line);
        }
        void press(Qt::Key key) const { QTest::keyClick(find<QLineEdit>(u"commandLine"_s), key); }
        /** Drops cases there as a drag would. */
        static bool drop(QWidget *target, const QPoint &place, const QList<CaseId> &cases)
        {
            const std::unique_ptr<QMimeData> data(case_drag::makeMimeData(cases, {}));
            QDragEnterEvent enter(
                place, Qt::CopyAction | Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(target, &enter);
            QDropEvent drop(
                place, Qt::CopyAction | Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(target, &drop);
            return enter.isAccepted() && drop.isAccepted();
        }
        [[nodiscard]] QPoint placeOf(const QString &unit) const
        {
            const QTableView &table = workspace->findChild<UnitsPanel *>()->table();
            for (int row = 0; row < table.model()->rowCount(); ++row) {
                const QModelIndex index = table.model()->index(row, 1);
                if (index.data(UnitModel::CodeRole).toString() == unit) {
                    return table.visualRect(index).center();
                }
            }
            return {-1, -1};
        }
    };

private slots:
    void mimeKeepsTheCases()
    {
        const QList<CaseId> cases{Case(aCase(1)).id, Case(aCase(2)).id};
        const std::unique_ptr<QMimeData> data(case_drag::makeMimeData(cases, {}));
        const auto type = QLatin1String(case_drag::kMimeType);
        data->setData(type, data->data(type) + "\nno id\n");
        QCOMPARE(case_drag::casesIn(*data), cases);
        QVERIFY(case_drag::casesIn(QMimeData()).isEmpty());
    }
    void casesDroppedOnAUnitGoThere()
    {
        Bench b;
        auto *panel = b.workspace->findChild<UnitsPanel *>();
        QWidget *viewport = panel->table().viewport();
        const QList<CaseId> two{Case(aCase(1)).id, Case(aCase(2)).id};
        QVERIFY(Bench::drop(viewport, b.placeOf(u"U2"_s), two));
        QCOMPARE(b.district.acts.size(), 2);
        QCOMPARE(b.district.acts.first().second.target, u"U2"_s);
        QCOMPARE(b.district.acts.first().second.expectedVersion, 2);
        QCOMPARE(b.lastMessage().level, Message::Level::Success);
        QVERIFY(b.lastMessage().action);
        // Beside every unit nothing is done, and that is said.
        QVERIFY(Bench::drop(viewport, QPoint(5, viewport->height() - 2), two));
        QCOMPARE(b.district.acts.size(), 2);
        QCOMPARE(b.lastMessage().level, Message::Level::Info);
        // What cannot go is not sent, and said.
        Bench::drop(viewport, b.placeOf(u"U1"_s), {Case(aCase(4)).id});
        QCOMPARE(b.district.acts.size(), 2);
        QCOMPARE(b.lastMessage().level, Message::Level::Warning);
        QVERIFY(b.lastMessage().text.contains(u"At the unit"_s));
    }
    void enterInTheUnitsSendsTheChosen()
    {
        Bench b;
        auto *find = b.find<QLineEdit>(u"unitFind"_s);
        QTRY_VERIFY(!b.workspace->table().selectedCases().isEmpty());
        QTest::keyClicks(find, u"water"_s);
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(b.district.acts.size(), 1);
        QCOMPARE(b.district.acts.first().second.target, u"U2"_s);
    }
    void losersOfARaceAreTold()
    {
        Bench b;
        b.district.acted = Error{ErrorCode::Conflict, u"somebody was first"_s, {}};
        CaseFile file = b.district.file.value();
        file.subject = aCase(1).state(CaseState::AtUnit).unit(u"U1"_s);
        file.subject.version = 3;
        CaseEvent theirs;
        theirs.sequence = 3;
        theirs.action = CaseAction::Dispatch;
        theirs.actor = u"dispatcher2"_s;
        file.events = {theirs};
        b.district.file = file;
        b.type(u"d 1 water"_s);
        b.press(Qt::Key_Return);
        QCOMPARE(b.district.acts.size(), 1);
        auto *between = b.find<QLabel>(u"conflictBetween"_s);
        const QList<QLabel *> all = b.workspace->findChildren<QLabel *>(u"conflictBetween"_s);
        QVERIFY(std::ranges::any_of(all, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"dispatcher2: Dispatch"_s);
        }));
        QVERIFY(between != nullptr);
        QCOMPARE(b.workspace->command().line(), u"d 1 water"_s); // still there
        QVERIFY(b.said().contains(u"first"_s));
        // Who it was and what they did: what the store says of versions means nothing to people.
        QVERIFY2(b.said().contains(u"dispatcher2: Dispatch"_s), qPrintable(b.said()));
    }
    void theCommandLineSaysWhatItWillDo()
    {
        Bench b;
        const QString first = Case(aCase(1)).number.last(5);
        QTest::keyClick(&b.workspace->table(), Qt::Key_F4);
        QVERIFY(b.find<QLineEdit>(u"commandLine"_s)->hasFocus());
        b.type(u"d 1-2 c"_s);
        QVERIFY2(b.said().startsWith(u"Which unit?"_s), qPrintable(b.said()));
        b.press(Qt::Key_Return);
        QVERIFY(b.district.acts.isEmpty()); // never guessed
        b.type(u"d 1-2 city"_s);
        QVERIFY2(b.said().startsWith(u"Enter: Dispatch → City management"_s), qPrintable(b.said()));
        QVERIFY2(b.said().contains(first), qPrintable(b.said()));
        QVERIFY(b.district.acts.isEmpty());
        b.press(Qt::Key_Return);
        QCOMPARE(b.district.acts.size(), 2);
        QCOMPARE(b.district.acts.at(1).second.target, u"U1"_s);
        QVERIFY(b.workspace->command().line().isEmpty());
        b.type(u"d 1 zzz"_s);
        b.press(Qt::Key_Return);
        QCOMPARE(b.district.acts.size(), 2);
        QVERIFY(b.said().contains(u"zzz"_s));
        b.press(Qt::Key_Escape);
        QVERIFY(b.workspace->table().hasFocus());
    }
    void whatThePreviewSaysIsDone()
    {
        Bench b;
        b.type(u"d 1 water"_s);
        const CaseId shown = b.workspace->table().queue().idAt(0);
        // Another one comes and takes the first row.
        b.live.update({aCase(9).level(CaseLevel::Red)});
        QVERIFY(b.workspace->table().queue().idAt(0) != shown);
        b.press(Qt::Key_Return);
        QCOMPARE(b.district.acts.value(0).first, shown);
    }
    void onlyWhatMayBeDone()
    {
        Bench b;
        b.type(u"n 1 no reason"_s); // filed already
        QVERIFY2(b.said().contains(u"Not possible: not while"_s), qPrintable(b.said()));
        b.press(Qt::Key_Return);
        QVERIFY(b.district.acts.isEmpty());
        b.district.who.role = u"analyst"_s;
        b.district.setUser(u"analyst1"_s);
        b.type(u"d 1 water"_s);
        QVERIFY2(b.said().contains(u"not as analyst1 (Analyst)"_s), qPrintable(b.said()));
    }
    void tabCompletesAndArrowsRemember()
    {
        Bench b;
        b.type(u"d 1 wa"_s);
        b.press(Qt::Key_Tab);
        QCOMPARE(b.workspace->command().line(), u"d 1 Water company"_s);
        b.press(Qt::Key_Return);
        b.type(u"r 1 Mr Zhang moved"_s);
        b.press(Qt::Key_Return);
        QCOMPARE(b.district.acts.size(), 2);
        QCOMPARE(b.district.acts.at(1).second.note, u"Mr Zhang moved"_s);
        b.press(Qt::Key_Up);
        QCOMPARE(b.workspace->command().line(), u"r 1 Mr Zhang moved"_s);
        b.press(Qt::Key_Up);
        QCOMPARE(b.workspace->command().line(), u"d 1 Water company"_s);
        b.press(Qt::Key_Escape);
        // After a restart the reason is gone, the commands are not.
        b.make();
        QCOMPARE(b.workspace->command().history(),
                 (QStringList{u"d 1 Water company"_s, u"退 1"_s}));
        QVERIFY(!b.memory.kept(DeskMemory::kSeat, u"dispatch/history"_s).contains(u"Zhang"_s));
    }
    void ownStepsAreTakenBack()
    {
        Bench b;
        Case after = aCase(1).state(CaseState::AtUnit);
        after.version = 3;
        b.district.acted = after;
        b.type(u"d 1-2 water"_s);
        b.press(Qt::Key_Return);
        QCOMPARE(b.district.acts.size(), 2);
        b.type(u"undo"_s);
        QVERIFY2(b.said().contains(u"Water company"_s), qPrintable(b.said()));
        b.press(Qt::Key_Escape);
        QTest::keyClick(&b.workspace->table(), Qt::Key_U);
        QCOMPARE(b.district.acts.size(), 4); // the run as one
        QCOMPARE(b.district.acts.at(2).second.action, CaseAction::Withdraw);
        QCOMPARE(b.district.acts.at(2).second.expectedVersion, 3);
        // There is nothing behind it.
        QTest::keyClick(b.workspace.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(b.district.acts.size(), 4);
        QVERIFY(b.lastMessage().text.contains(u"no step"_s));
        // What can no longer be taken back says why.
        b.type(u"d 1 water"_s);
        b.press(Qt::Key_Return);
        b.district.acted = Error{ErrorCode::Refused, u"the unit has accepted it"_s, {}};
        b.lastMessage().action();
        QVERIFY(b.lastMessage().text.contains(u"the unit has accepted it"_s));
    }
    void batchStepsSayHowManyCan()
    {
        Bench b;
        QVERIFY(b.workspace->showQueue(u"open"_s));
        b.workspace->table().selectAll();
        auto *dispatch = b.find<QPushButton>(u"batch-dispatch"_s);
        QTRY_VERIFY(dispatch->isVisible());
        QVERIFY2(dispatch->text().endsWith(u"3/4"_s), qPrintable(dispatch->text()));
        QVERIFY(dispatch->toolTip().contains(u"At the unit"_s));
        auto *file = b.find<QPushButton>(u"batch-file"_s);
        QVERIFY(!file->isEnabled());
        QVERIFY(file->toolTip().contains(u"not while"_s));
        // For the keyboard in words; steps with one reason in one line.
        QStringList notes;
        for (const QLabel *label :
             b.workspace->findChild<BatchDispatch *>()->findChildren<QLabel *>(u"panelNote"_s)) {
            notes.append(label->text());
        }
        QVERIFY2(notes.join(u'\n').contains(u"File: not while the case is “"_s),
                 qPrintable(notes.join(u'\n')));
        b.find<QPushButton>(u"batch-return"_s)->click();
        auto *send = b.find<QPushButton>(u"sendBatch"_s);
        QVERIFY(!send->isEnabled()); // a reason is needed
        b.find<QPlainTextEdit>(u"batchNote"_s)->setPlainText(u"wrong class"_s);
        QVERIFY(send->isEnabled());
        send->click();
        QCOMPARE(b.district.acts.size(), 4); // filed ones and the one at the unit: the owner may
        QCOMPARE(b.district.acts.first().second.note, u"wrong class"_s);
    }
    void whatOthersTookIsSaidAndReported()
    {
        Bench b;
        b.workspace->table().selectAll();
        auto *back = b.find<QPushButton>(u"batch-return"_s);
        QTRY_VERIFY(back->isVisible());
        QVERIFY2(back->text().endsWith(u"3/3"_s), qPrintable(back->text()));
        back->click();
        b.find<QPlainTextEdit>(u"batchNote"_s)->setPlainText(u"wrong class"_s);
        auto *left = b.find<QLabel>(u"batchLeft"_s);
        QVERIFY(!left->isVisible());
        // Somebody else returns one, which is in this queue no more.
        Case gone = aCase(2).state(CaseState::PendingFiling);
        gone.version = 3;
        b.live.update({gone});
        QTRY_VERIFY(left->isVisible());
        QVERIFY2(left->text().contains(gone.number.right(5)), qPrintable(left->text()));
        QVERIFY2(back->text().endsWith(u"2/3"_s), qPrintable(back->text()));
        // Another one: of three chosen cases one is left, and what was typed stays.
        Case other = aCase(3).state(CaseState::PendingFiling);
        other.version = 3;
        b.live.update({other});
        QTRY_VERIFY2(back->text().endsWith(u"1/3"_s), qPrintable(back->text()));
        QVERIFY(b.find<QPlainTextEdit>(u"batchNote"_s)->isVisible());
        b.district.acted = Error{ErrorCode::Conflict, u"somebody was first"_s, {}};
        b.find<QPushButton>(u"sendBatch"_s)->click();
        // Those two are tried on what they were, so that nothing of the others is gone over.
        QCOMPARE(b.district.acts.size(), 3);
        QCOMPARE(b.district.acts.last().second.expectedVersion, 2);
        QCOMPARE(b.district.acts.last().second.note, u"wrong class"_s);
        auto *failures = b.find<QListWidget>(u"runFailures"_s);
        QTRY_VERIFY(failures->isVisible());
        QCOMPARE(failures->count(), 3);
    }
    void ownStepsAreNoLoss()
    {
        Bench b;
        b.workspace->table().selectAll();
        auto *send = b.find<QPushButton>(u"sendBatch"_s);
        QTRY_VERIFY(send->isVisible() && send->isEnabled());
        Case after = aCase(1).state(CaseState::AtUnit);
        after.version = 3;
        b.district.acted = after;
        send->click();
        b.live.update({after}); // the feed brings it
        QTest::qWait(50);
        QVERIFY(!b.find<QLabel>(u"batchLeft"_s)->isVisible());
        // Who takes one out of the choice has lost none.
        b.workspace->table().selectAll();
        QCoreApplication::processEvents();
        b.workspace->table().selectionModel()->select(b.workspace->table().queue().index(0, 0),
                                                      QItemSelectionModel::Deselect |
                                                          QItemSelectionModel::Rows);
        QCoreApplication::processEvents();
        QVERIFY(!b.find<QLabel>(u"batchLeft"_s)->isVisible());
    }
    void onlyWhatOneMayIsOffered()
    {
        Bench b;
        b.district.who.role = u"dispatcher"_s;
        emit b.district.userChanged();
        QVERIFY(b.workspace->showQueue(u"open"_s));
        b.workspace->table().selectAll();
        auto *back = b.find<QPushButton>(u"batch-return"_s);
        QTRY_VERIFY(back->isVisible());
        QVERIFY(!b.find<QPushButton>(u"batch-file"_s)->isVisible());
    }
    void whereNoneCanGoNoUnitIsLookedFor()
    {
        Bench b({aCase(1).state(CaseState::Registered), aCase(2).state(CaseState::Registered)});
        b.district.who.role = u"dispatcher"_s;
        emit b.district.userChanged();
        QVERIFY(b.workspace->showQueue(u"open"_s));
        b.workspace->table().selectAll();
        auto *dispatch = b.find<QPushButton>(u"batch-dispatch"_s);
        QTRY_VERIFY(dispatch->isVisible());
        QVERIFY2(dispatch->text().endsWith(u"0/2"_s), qPrintable(dispatch->text()));
        auto *batch = b.workspace->findChild<BatchDispatch *>();
        QVERIFY(!batch->findChild<ChoiceList *>()->isVisible());
        for (const QLabel *label : batch->findChildren<QLabel *>()) {
            QVERIFY(!label->isVisible() || !label->text().contains(u"of that name"_s));
        }
    }
    void theStepsStandInAsFewRowsAsFit()
    {
        Bench b;
        QWidget around; // a panel of a dock
        auto *column = new QVBoxLayout(&around);
        column->setContentsMargins(0, 0, 0, 0);
        auto *inside = new BatchDispatch(b.district, b.live);
        column->addWidget(inside);
        BatchDispatch &batch = *inside;
        batch.setCases({Case(aCase(1)).id, Case(aCase(2)).id});
        const auto rows = [&batch] {
            QSet<int> tops;
            for (const QPushButton *button : batch.findChildren<QPushButton *>()) {
                if (button->objectName().startsWith(u"batch-"_s) && !button->isHidden()) {
                    tops.insert(button->y());
                }
            }
            return tops.size();
        };
        around.resize(1200, 600);
        around.show();
        QTRY_COMPARE(rows(), 1);
        around.resize(380, 600); // what was one row does not hold it
        QTRY_COMPARE(rows(), 2);
    }
    void whoGoesElsewhereIsCounted()
    {
        Case near = aCase(1).street(u"110101001"_s);
        Case far = aCase(2).street(u"110101002"_s);
        Bench b({near, far});
        CaseFile file = b.district.file.value();
        for (UnitProposal &one : file.proposals) {
            one.unit.division = one.unit.code == u"U1"_s ? u"110101001"_s : QString();
        }
        b.district.file = file;
        b.workspace->table().selectAll();
        QTRY_VERIFY(b.find<QPushButton>(u"sendBatch"_s)->isEnabled());
        auto *batch = b.workspace->findChild<BatchDispatch *>();
        const auto notes = [batch] {
            QStringList all;
            for (const QLabel *label : batch->findChildren<QLabel *>(u"panelNote"_s)) {
                all.append(label->text());
            }
            return all.join(u'\n');
        };
        QVERIFY2(notes().contains(u"1 of the cases lie outside"_s), qPrintable(notes()));
        batch->findChild<ChoiceList *>()->setCurrent(u"U2"_s); // serves the whole district
        QVERIFY2(!notes().contains(u"outside"_s), qPrintable(notes()));
    }
    void theUnitsSayWhatEnterDoes()
    {
        Bench b;
        QVERIFY(b.workspace->showQueue(u"open"_s));
        auto *panel = b.workspace->findChild<UnitsPanel *>();
        const auto hint = [panel] { return panel->findChild<QLabel *>(u"panelNote"_s)->text(); };
        QVERIFY(b.workspace->showCase(Case(aCase(1)).id));
        QTRY_VERIFY2(hint().contains(u"Enter or a double click"_s), qPrintable(hint()));
    }
    void batchCountsAreWhatTheDeskDoes()
    {
        QList<Case> open = Bench::some();
        Bench b(open);
        b.district.who.role = u"dispatcher"_s;
        emit b.district.userChanged();
        QVERIFY(b.workspace->showQueue(u"open"_s));
        b.workspace->table().selectAll();
        auto *back = b.find<QPushButton>(u"batch-return"_s);
        QTRY_VERIFY(back->isVisible());
        // From a unit only the unit itself returns a case.
        QVERIFY2(back->text().endsWith(u"3/4"_s), qPrintable(back->text()));
        QVERIFY2(back->toolTip().contains(u"while the case is"_s), qPrintable(back->toolTip()));
        // Nobody has asked for more time.
        auto *extend = b.find<QPushButton>(u"batch-extend"_s);
        QTRY_VERIFY2(extend->toolTip().contains(u"nothing was asked for"_s),
                     qPrintable(extend->toolTip()));
        QVERIFY(!extend->isEnabled());
        // Somebody does.
        CaseFile file = b.district.file.value();
        file.process.request.kind = CaseRequest::Kind::Extend;
        file.offers = {{CaseAction::Extend, true, {}}};
        b.district.file = file;
        b.live.update({open.at(3)});
        QTRY_VERIFY2(extend->text().endsWith(u"1/4"_s), qPrintable(extend->text()));
        extend->click();
        auto *send = b.find<QPushButton>(u"sendBatch"_s);
        QVERIFY2(send->text().startsWith(u"Grant the extension"_s), qPrintable(send->text()));
        b.find<QComboBox>(u"batchAnswer"_s)->setCurrentIndex(1);
        QVERIFY2(send->text().startsWith(u"Deny the extension"_s), qPrintable(send->text()));
        QSignalSpy messages(b.workspace.get(), &DispatchWorkspace::messageRequested);
        send->click();
        QCOMPARE(b.district.acts.size(), 1);
        QCOMPARE(b.district.acts.first().first, open.at(3).id);
        QVERIFY(!b.district.acts.first().second.grants);
        QVERIFY(messages.last().at(0).value<Message>().text.contains(u"Extension denied"_s));
    }
    void aReasonIsAskedForWhereTheKeyboardIs()
    {
        Bench b;
        b.workspace->table().selectAll();
        auto *back = b.find<QPushButton>(u"batch-return"_s);
        QTRY_VERIFY(back->isVisible());
        back->click();
        auto *note = b.find<QPlainTextEdit>(u"batchNote"_s);
        QTRY_VERIFY(note->hasFocus());
        QTest::keyClicks(note, u"wrong class"_s);
        // Rows move under it: the same cases are chosen in another order.
        b.workspace->table().sortBy(static_cast<int>(CaseTableModel::Column::Number),
                                    Qt::DescendingOrder);
        QCoreApplication::processEvents();
        QVERIFY(back->isChecked());
        QCOMPARE(note->toPlainText(), u"wrong class"_s);
        QVERIFY(note->hasFocus());
    }
    void panelsHaveRoom()
    {
        Bench b;
        b.workspace->resize(1400, 760); // as a window begins, before it has its size
        QCoreApplication::processEvents();
        b.workspace->resize(1824, 960);
        auto *map = b.find<QDockWidget>(u"dock-map"_s);
        QTRY_VERIFY2(map->width() >= 360, qPrintable(QString::number(map->width())));
        PanelDocks &docks = b.workspace->docks();
        docks.setFloating(u"map"_s, true);
        // As far as the monitor goes, which is 800 × 800 here.
        QVERIFY2(map->width() >= 640 && map->height() >= 480,
                 qPrintable(QString::number(map->width())));
        QVERIFY(map->screen()->availableGeometry().contains(map->geometry().center()));
        const QRect place = map->geometry();
        // The window closes, and what is outside of it goes with it.
        QCloseEvent close;
        QCoreApplication::sendEvent(b.workspace.get(), &close);
        map->close();
        b.make();
        map = b.find<QDockWidget>(u"dock-map"_s);
        QVERIFY(b.workspace->docks().isFloating(u"map"_s));
        QTRY_VERIFY(map->isVisible());
        QCOMPARE(map->geometry().size(), place.size());
    }
    void theMapIsInStep()
    {
        Bench b;
        b.workspace->docks().showPanel(u"map"_s);
        QTRY_VERIFY(b.map);
        MapPick pick;
        pick.cases = {Case(aCase(4)).id};
        emit b.map->picked(pick);
        QCOMPARE(b.workspace->shownQueue(), u"units"_s); // the queue that has it
        QCOMPARE(b.workspace->table().currentCase(), Case(aCase(4)).id);
        pick.cases = {Case(aCase(2)).id, Case(aCase(3)).id};
        b.workspace->showQueue(u"dispatch"_s);
        emit b.map->picked(pick);
        QCOMPARE(b.workspace->table().selectedCases().size(), 2);
    }
    void choosingARowShowsItThere()
    {
        Case placed = aCase(1);
        placed.place = GeoPoint{116.4, 39.9};
        Bench b({placed});
        b.workspace->docks().showPanel(u"map"_s);
        QTRY_VERIFY(b.map);
        QTRY_COMPARE(b.map->shown.size(), 1);
        QCOMPARE(b.map->shown.first().second, placed.id.toText());
    }
    void casesDroppedOnSomebodyOnTheMapAskFirst()
    {
        Bench b;
        b.workspace->docks().showPanel(u"map"_s);
        QTRY_VERIFY(b.map);
        QWidget *there = qobject_cast<QWidget *>(b.map->parent());
        const QList<CaseId> two{Case(aCase(1)).id, Case(aCase(2)).id};
        QVERIFY(Bench::drop(there, {10, 10}, two)); // nobody stands there
        QVERIFY(b.lastMessage().text.contains(u"Nobody on duty"_s));
        b.map->under.person = u"P1"_s;
        b.units.found = Person{u"P1"_s, u"Zhao"_s, u"U1"_s, {}, {}, {}};
        QVERIFY(Bench::drop(there, {10, 10}, two));
        QVERIFY(b.district.acts.isEmpty());
        auto *go = b.find<QPushButton>(u"dropDo"_s);
        QVERIFY(go->isVisible());
        QTest::keyClick(go, Qt::Key_Escape);
        QVERIFY(!go->isVisible());
        QVERIFY(b.district.acts.isEmpty());
        Bench::drop(there, {10, 10}, two);
        go->click();
        QCOMPARE(b.district.acts.size(), 2);
        QCOMPARE(b.district.acts.first().second.target, u"U1"_s);
        b.units.found = Person{u"P9"_s, u"Sun"_s, u"nobody"_s, {}, {}, {}};
        Bench::drop(there, {10, 10}, two);
        QVERIFY(b.lastMessage().text.contains(u"Sun belongs to no unit"_s));
    }
    void panelsComeBackWhereTheyWere()
    {
        Bench b;
        PanelDocks &docks = b.workspace->docks();
        QVERIFY(!docks.isFloating(u"units"_s));
        docks.setFloating(u"units"_s, true);
        b.find<QDockWidget>(u"dock-units"_s)->move(120, 90);
        docks.save();
        b.make();
        QVERIFY(b.workspace->docks().isFloating(u"units"_s));
        QVERIFY(!b.workspace->docks().isFloating(u"case"_s));
        // While the desk is locked nothing of it shows.
        auto *out = b.find<QDockWidget>(u"dock-units"_s);
        QVERIFY(out->isVisible());
        b.workspace->setCovered(true);
        QVERIFY(!out->isVisible());
        b.workspace->setCovered(false);
        QVERIFY(out->isVisible());
        // The monitor is gone: the panel is back in the window.
        b.workspace.reset();
        QString &kept = b.memory.texts[DeskMemory::kSeat + u"|dispatch/panels"_s];
        QVERIFY(!kept.isEmpty());
        kept.replace(u"\"units\":\"%1\""_s.arg(QGuiApplication::primaryScreen()->name()),
                     u"\"units\":\"unplugged\""_s);
        b.make();
        QVERIFY(!b.workspace->docks().isFloating(u"units"_s));
        b.workspace->docks().setFloating(u"map"_s, true);
        b.workspace->docks().bringAllBack();
        QVERIFY(!b.workspace->docks().isFloating(u"map"_s));
    }
    void aClosedPanelStaysClosed()
    {
        Bench b;
        auto *map = b.find<QDockWidget>(u"dock-map"_s);
        QVERIFY(map->isVisible());
        map->findChild<QToolButton *>(u"panelClose"_s)->click();
        QVERIFY(!map->isVisible());
        // Kept by itself: nobody closes the window of a program that is killed.
        const QString key = DeskMemory::kSeat + u"|dispatch/panels"_s;
        QTRY_VERIFY(b.memory.texts.value(key).contains(u"\"moved\":true"_s));
        const QString kept = b.memory.texts.value(key);
        b.workspace.reset();
        b.memory.texts[key] = kept;
        b.make();
        QVERIFY(!b.find<QDockWidget>(u"dock-map"_s)->isVisible());
        QVERIFY(b.find<QDockWidget>(u"dock-units"_s)->isVisible());
        b.workspace->docks().arrangeUsually();
        QVERIFY(b.find<QDockWidget>(u"dock-map"_s)->isVisible());
    }
    void aStepThatWasBegunIsStillThere()
    {
        Bench b;
        QTRY_VERIFY(b.workspace->panel().file());
        QTRY_COMPARE(b.workspace->panel().shownCase(), Case(aCase(1)).id);
        b.workspace->panel().startAction(CaseAction::Dispatch);
        auto *note = b.find<QPlainTextEdit>(u"actionNote"_s);
        note->setPlainText(u"take the big car"_s);
        QCOMPARE(b.drafts.kept_.size(), 1);
        // The program is killed and starts anew.
        b.make();
        note = b.find<QPlainTextEdit>(u"actionNote"_s);
        QTRY_VERIFY(note->isVisible());
        QCOMPARE(note->toPlainText(), u"take the big car"_s);
        QVERIFY(!b.workspace->panel().isBusy()); // one can go on and come back
        b.find<QPushButton>(u"sendAction"_s)->click();
        QCOMPARE(b.district.acts.value(0).second.note, u"take the big car"_s);
        QVERIFY(b.drafts.kept_.isEmpty());
    }
    void rowsAreNumbered()
    {
        Bench b;
        const QHeaderView *numbers = b.workspace->table().verticalHeader();
        QVERIFY(numbers->isVisible());
        QVERIFY(numbers->width() > 20);
    }
};
static const TestRegistration<TestDispatchDesk> sRegistration;

} // namespace gridward

#include "test_dispatchdesk.moc"
