// SPDX-License-Identifier: GPL-3.0-or-later
// The workspace `triage`: many rows at once, by the keyboard.
#include "tests/support/testregistry.h"
#include "tests/support/triagebench.h"
#include "ui/panels/choicelist.h"
#include "ui/panels/maskedline.h"
#include "ui/triage/triageform.h"
#include "ui/triage/triageimport.h"
#include "ui/triage/triagetable.h"
#include "ui/triage/triageworkspace.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gridward {

class TestTriage : public QObject
{
    Q_OBJECT

    using Bench = TriageBench;

private slots:
    void aRowIsChosenFromTheStart()
    {
        Bench b;
        b.open();
        QCOMPARE(b.table().selectedIds(), QList<InboxId>{{1}});
        b.press(b.table(), Qt::Key_K);
        QTRY_VERIFY(b.form().isVisible());
    }

    void theKeyboardIsWithTheRowsEvenWhereThereAreNone()
    {
        Bench b;
        b.inbox.items[5].text = u"独一无二的地锁"_s;
        b.open();
        b.workspace->findChild<QPushButton *>(u"lane1"_s)->setFocus();
        b.workspace->hide();
        b.workspace->show(); // as when one comes back by Ctrl+3
        const auto keyboard = [&] { return b.workspace->window()->focusWidget(); };
        QTRY_COMPARE(keyboard(), &b.table());
        b.press(*keyboard(), Qt::Key_5);
        QTRY_COMPARE(b.workspace->rows().rowCount(), 0);
        QCOMPARE(keyboard(), &b.table());
        QVERIFY(b.table().isVisible());
        b.press(*keyboard(), Qt::Key_1);
        QTRY_COMPARE(b.workspace->rows().rowCount(), 6);
        // What was looked for is dealt with: the others come back, and the keys with them.
        b.press(*keyboard(), Qt::Key_Slash);
        Bench::type(*keyboard(), u"地锁"_s);
        b.press(*keyboard(), Qt::Key_Return);
        QTRY_COMPARE(b.workspace->rows().rowCount(), 1);
        b.press(*keyboard(), Qt::Key_R);
        Bench::type(*keyboard(), u"外区"_s);
        b.press(*keyboard(), Qt::Key_Return);
        QTRY_COMPARE(b.workspace->rows().rowCount(), 5);
        QCOMPARE(keyboard(), &b.table());
        QVERIFY(b.workspace->findChild<QLineEdit *>(u"triageFind"_s)->text().isEmpty());
        // And Esc takes the words away from wherever one is.
        b.press(*keyboard(), Qt::Key_Slash);
        Bench::type(*keyboard(), u"没有"_s);
        b.press(*keyboard(), Qt::Key_Return);
        QTRY_COMPARE(b.workspace->rows().rowCount(), 0);
        b.press(*keyboard(), Qt::Key_Escape);
        QTRY_COMPARE(b.workspace->rows().rowCount(), 5);
    }

    void goesOnToTheNextRow()
    {
        Bench b;
        b.open();
        b.table().selectIds({{5}});
        b.press(b.table(), Qt::Key_R);
        b.press(b.field(), Qt::Key_1);
        b.press(b.field(), Qt::Key_Return);
        QTRY_COMPARE(b.workspace->rows().rowCount(), 5);
        QCOMPARE(b.table().currentRow(), InboxId{6});
        QCOMPARE(b.table().selectedIds(), QList<InboxId>{{6}});
        b.table().selectIds({{2}, {3}});
        b.press(b.table(), Qt::Key_R);
        b.press(b.field(), Qt::Key_1);
        b.press(b.field(), Qt::Key_Return);
        QTRY_COMPARE(b.workspace->rows().rowCount(), 3);
        QCOMPARE(b.table().selectedIds(), QList<InboxId>{{4}});
    }

    void enterImportsAndShowsWhatCame()
    {
        Bench b;
        b.open();
        b.table().selectIds({{3}});
        InboxImportReport report;
        report.rows.added = 2;
        report.batch = u"rows.csv 2026-11-20 08:08:23"_s;
        b.inbox.report = report;
        b.workspace->previewFile(u"/data/rows.csv"_s);
        auto *preview = b.workspace->findChild<TriageImport *>();
        QTRY_VERIFY(preview->isVisible());
        for (qint64 id = 7; id <= 8; ++id) {
            InboxItem come = inboxRow(id, u"新来的第%1件"_s.arg(id * 7919));
            come.batch = report.batch;
            b.inbox.items.append(come);
        }
        b.inbox.newest = 8;
        b.press(*preview->findChild<QPushButton *>(u"triageImportAccept"_s),
                Qt::Key_Return,
                Qt::ControlModifier);
        QTRY_COMPARE(b.inbox.imported.size(), 1);
        auto *batch = b.workspace->findChild<QComboBox *>(u"triageBatch"_s);
        QTRY_COMPARE(batch->currentData().toString(), report.batch);
        QCOMPARE(b.table().currentRow(), InboxId{7});
        QCOMPARE(b.workspace->rows().countInBatch(InboxLane::Waiting), 2);
        const auto *lane = b.workspace->findChild<QPushButton *>(u"lane1"_s);
        QVERIFY2(lane->text().endsWith(u" 2"_s), qPrintable(lane->text()));
        QTRY_COMPARE(b.workspace->window()->focusWidget(), &b.table());
    }

    void aClassIsFoundByItsInitials()
    {
        Bench b;
        b.open();
        b.press(b.table(), Qt::Key_K);
        QTRY_VERIFY(b.form().isVisible());
        const auto *choices = b.form().findChild<ChoiceList *>();
        QTRY_VERIFY(choices->visibleCount() > 0);
        for (const auto &[typed, found] : {std::pair{u"zsrm"_s, u"matter:06028"_s},
                                           std::pair{u"bllj"_s, u"matter:06010"_s},
                                           std::pair{u"06028"_s, u"matter:06028"_s}}) {
            b.field().clear();
            Bench::type(b.field(), typed);
            QCOMPARE(choices->current(), found);
        }
        Bench::type(b.field(), u"xyz"_s);
        QCOMPARE(choices->current(), QString());
    }

    void noReasonIsMarkedBeforeSomebodyChoosesOne()
    {
        Bench b;
        b.open();
        b.table().selectIds({{1}});
        b.press(b.table(), Qt::Key_R);
        QVERIFY(b.form().findChild<ChoiceList *>()->visibleCount() >= 5);
        QVERIFY(!b.form().findChild<QPushButton *>(u"triageAccept"_s)->isEnabled());
        b.press(b.field(), Qt::Key_Return);
        b.press(b.field(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(b.inbox.given.isEmpty());
        QVERIFY(b.form().isVisible());
        b.press(b.field(), Qt::Key_2);
        const QString second = b.form().findChild<ChoiceList *>()->currentTitle();
        QVERIFY(!second.isEmpty());
        b.press(b.field(), Qt::Key_1, Qt::AltModifier);
        QVERIFY(b.form().findChild<ChoiceList *>()->currentTitle() != second);
        b.press(b.field(), Qt::Key_2, Qt::AltModifier);
        b.press(b.field(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(b.inbox.given.size(), 1);
        QCOMPARE(b.inbox.given.first().first().text, second);
        // A digit of one's own words is one of them.
        b.press(b.table(), Qt::Key_R);
        Bench::type(b.field(), u"第"_s);
        b.press(b.field(), Qt::Key_2);
        QCOMPARE(b.field().text(), u"第2"_s);
    }

    void onlyASuggestionHasAQuestionMark()
    {
        Bench b;
        b.inbox.items[1].address = u"多福巷附近"_s;
        b.open();
        const auto isProposed = [&](int row) {
            return b.workspace->rows()
                .index(row, static_cast<int>(InboxModel::Column::Place))
                .data(InboxModel::ProposedRole)
                .toBool();
        };
        QVERIFY(isProposed(0));
        QVERIFY(!isProposed(1));
    }

    void classifiesSeveralAtOnce()
    {
        Bench b;
        b.open();
        b.table().selectIds({b.workspace->rows().idAt(0)});
        b.press(b.table(), Qt::Key_Down, Qt::ShiftModifier);
        b.press(b.table(), Qt::Key_K);
        QTRY_VERIFY(b.form().isVisible());
        Bench::type(b.field(), u"噪声"_s);
        QTRY_COMPARE(b.form().findChild<ChoiceList *>()->current(), u"matter:06028"_s);
        b.press(b.field(), Qt::Key_Return);
        QTRY_VERIFY(!b.form().isVisible());
        QCOMPARE(b.inbox.given.size(), 1);
        QCOMPARE(b.inbox.given.first().size(), 2);
        QCOMPARE(b.inbox.given.first().last().chosen->code, u"06028"_s);
        QCOMPARE(b.workspace->rows().count(InboxLane::NeedsClass), 4);
    }

    void takesWhatIsProposedForEach()
    {
        Bench b;
        b.open();
        b.table().selectAll();
        b.press(b.table(), Qt::Key_L);
        QTRY_COMPARE(b.form().findChild<ChoiceList *>()->current(), u"proposed"_s);
        b.press(b.field(), Qt::Key_Return);
        QTRY_COMPARE(b.inbox.given.size(), 1);
        QCOMPARE(b.inbox.given.first().size(), 1); // one of them has a proposal
        QCOMPARE(b.inbox.given.first().first().place, (GeoPoint{116.3, 39.9}));
    }

    void aTypedPointIsAPlace()
    {
        Bench b;
        b.open();
        b.table().selectIds({b.workspace->rows().idAt(1)});
        b.press(b.table(), Qt::Key_L);
        Bench::type(b.field(), u"116.41,39.93"_s);
        QTRY_COMPARE(b.form().findChild<ChoiceList *>()->current(), u"typed"_s);
        b.press(b.field(), Qt::Key_Return);
        QTRY_COMPARE(b.inbox.given.size(), 1);
        QCOMPARE(b.inbox.given.first().first().place, (GeoPoint{116.41, 39.93}));
    }

    void groupsAndMergesWhatIsAlike()
    {
        Bench b;
        b.open();
        b.press(b.table(), Qt::Key_4); // possible duplicates
        QTRY_COMPARE(b.workspace->rows().rowCount(), 2);
        b.table().selectIds({b.workspace->rows().idAt(0)});
        b.press(b.table(), Qt::Key_G);
        QCOMPARE(b.table().selectedIds(), (QList<InboxId>{{3}, {4}}));
        b.press(b.table(), Qt::Key_M);
        QTRY_COMPARE(b.form().findChild<ChoiceList *>()->current(), u"together"_s);
        b.press(b.field(), Qt::Key_Return);
        QTRY_COMPARE(b.inbox.given.size(), 1);
        QCOMPARE(b.inbox.given.first().first().leader, InboxId{3});
        QCOMPARE(b.workspace->rows().followers({3}), 1);
        QCOMPARE(b.workspace->rows().count(InboxLane::Waiting), 5);
    }

    void refusesWithAReasonAndTakesItBack()
    {
        Bench b;
        b.open();
        b.table().selectIds({b.workspace->rows().idAt(2)});
        b.press(b.table(), Qt::Key_R);
        Bench::type(b.field(), u"外区"_s);
        b.press(b.field(), Qt::Key_Return);
        QTRY_COMPARE(b.workspace->rows().count(InboxLane::Done), 1);
        QCOMPARE(b.inbox.items.at(2).reason, u"外区"_s);
        b.press(b.table(), Qt::Key_U);
        QTRY_COMPARE(b.workspace->rows().count(InboxLane::Done), 0);
        QVERIFY(b.inbox.items.at(2).isWaiting());
        // Once: what was taken back is not taken back.
        QVERIFY(!b.workspace->findChild<QPushButton *>(u"triageKeyU"_s)->isEnabled());
    }

    void undoGivesBackWhatWasThereBefore()
    {
        Bench b;
        b.inbox.items[1].chosenClass = InboxClass{CaseKind::Matter, u"06010"_s};
        b.open();
        b.table().selectIds({b.workspace->rows().idAt(1)});
        b.press(b.table(), Qt::Key_K);
        Bench::type(b.field(), u"06028"_s);
        QTRY_COMPARE(b.form().findChild<ChoiceList *>()->current(), u"matter:06028"_s);
        b.press(b.field(), Qt::Key_Return);
        QTRY_COMPARE(b.inbox.items.at(1).chosenClass->code, u"06028"_s);
        b.press(b.table(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(b.inbox.items.at(1).chosenClass->code, u"06010"_s);
    }

    void registersTheReadyOnes()
    {
        Bench b;
        for (const int place : {0, 4}) {
            b.inbox.items[place].chosenClass = InboxClass{CaseKind::Matter, u"06010"_s};
            b.inbox.items[place].place = GeoPoint{116.3 + place * 0.01, 39.9};
        }
        b.open();
        b.press(b.table(), Qt::Key_5); // ready
        QTRY_COMPARE(b.workspace->rows().rowCount(), 2);
        b.press(b.table(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(b.workspace->rows().count(InboxLane::Done), 2);
        QCOMPARE(b.inbox.given.first().size(), 2);
        QVERIFY(!b.messages.isEmpty());
    }

    void whoIsLateIsToldAndKeepsWhatWasTyped()
    {
        Bench b;
        b.open();
        b.table().selectIds({b.workspace->rows().idAt(2)});
        b.press(b.table(), Qt::Key_R);
        Bench::type(b.field(), u"很长的一个理由"_s);
        b.inbox.changeElsewhere({3}, [](InboxItem &item) { item.address = u"别处"_s; });
        b.press(b.field(), Qt::Key_Return);
        QTRY_VERIFY(!b.messages.isEmpty());
        QVERIFY(b.messages.last().contains(u"somebody was first"_s));
        QVERIFY2(b.form().isVisible(), qPrintable(b.messages.join(u'|')));
        QCOMPARE(b.field().text(), u"很长的一个理由"_s);
        // By now the row is known as it stands: the same again goes through.
        QTRY_COMPARE(b.workspace->rows().find({3})->version, 2);
        b.press(b.field(), Qt::Key_Return);
        QTRY_COMPARE(b.inbox.items.at(2).state, InboxState::Refused);
    }

    void followsWhatOthersDo()
    {
        Bench b;
        b.open();
        b.inbox.changeElsewhere({6}, [](InboxItem &item) { item.state = InboxState::Registered; });
        emit b.inbox.changed();
        QTRY_COMPARE(b.workspace->rows().count(InboxLane::Waiting), 5);
    }

    void stopsOnDemand()
    {
        Bench b;
        b.inbox.isHeld = true;
        b.inbox.items[0].chosenClass = InboxClass{CaseKind::Matter, u"06010"_s};
        b.inbox.items[0].place = GeoPoint{116.3, 39.9};
        b.open();
        b.table().selectIds({b.workspace->rows().idAt(0)});
        b.press(b.table(), Qt::Key_Return, Qt::ControlModifier);
        auto *stop = b.workspace->findChild<QPushButton *>(u"triageStop"_s);
        QTRY_VERIFY(stop->isVisible());
        QVERIFY(!b.workspace->findChild<QPushButton *>(u"triageKeyK"_s)->isEnabled());
        QVERIFY(!b.workspace->findChild<QPushButton *>(u"triageKeyK"_s)->toolTip().isEmpty());
        stop->click();
        QCOMPARE(b.inbox.stops, 1);
    }

    void aDroppedFileIsShownBeforeItIsWritten()
    {
        Bench b;
        InboxPreview preview;
        preview.report.columns = {{u"text"_s, u"诉求内容"_s}};
        preview.rows = {inboxRow(0, u"一件事"_s)};
        b.inbox.shown = preview;
        b.open();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/tmp/dump.csv"_s)});
        QDragEnterEvent enter(
            QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(b.workspace.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(b.workspace.get(), &drop);
        auto *import = b.workspace->findChild<TriageImport *>();
        QTRY_VERIFY2(import->isVisible(), qPrintable(b.messages.join(u'|')));
        QVERIFY(b.inbox.imported.isEmpty());
        import->findChild<QPushButton *>(u"triageImportAccept"_s)->click();
        QTRY_COMPARE(b.inbox.imported.size(), 1);
        QCOMPARE(b.inbox.imported.first(), (std::pair{u"/tmp/dump.csv"_s, u"12345"_s}));
        QTRY_VERIFY(!import->isVisible());
    }

    void whoMayNotImportIsToldWhy()
    {
        Bench b;
        b.district.who.role = u"acceptor"_s;
        b.district.who.division = u"110101001"_s; // of one street: the rows may be others'
        b.open();
        b.workspace->previewFile(u"/tmp/x.csv"_s);
        QCOMPARE(b.messages.size(), 1);
        QVERIFY(!b.workspace->findChild<TriageImport *>()->isVisible());
    }

    void aPreviewThatFailsSaysWhy()
    {
        Bench b;
        b.inbox.shown = Error{ErrorCode::InvalidInput, u"no column of text"_s, {}};
        b.open();
        b.workspace->previewFile(u"/tmp/x.csv"_s);
        QTRY_COMPARE(b.messages.size(), 1);
        QVERIFY(!b.workspace->findChild<TriageImport *>()->isVisible());
    }

    void ctrlEnterInAFormIsTheForms()
    {
        Bench b;
        b.inbox.items[4].chosenClass = InboxClass{CaseKind::Matter, u"06010"_s};
        b.inbox.items[4].place = GeoPoint{116.3, 39.9};
        b.open();
        b.table().selectIds({{5}}); // ready: behind the form Ctrl+Enter would register it
        b.press(b.table(), Qt::Key_R);
        Bench::type(b.field(), u"外区"_s);
        QVERIFY(!b.workspace->findChild<QPushButton *>(u"triageRegister"_s)->isEnabled());
        b.press(b.field(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(b.inbox.given.size(), 1);
        QCOMPARE(b.inbox.given.first().first().kind, InboxOrder::Kind::Refuse);
        QTRY_VERIFY(!b.form().isVisible());
        // And from the table while a form is open: nothing.
        b.table().selectIds({{1}});
        b.press(b.table(), Qt::Key_R);
        b.press(b.table(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.inbox.given.size(), 1);
    }

    void enterWhileSearchingTakesWhatWasTypedLast()
    {
        Bench b;
        b.open();
        PlaceCandidate old;
        old.kind = PlaceCandidate::Kind::Address;
        old.id = u"old"_s;
        old.title = u"旧地址"_s;
        old.place = GeoPoint{116.1, 39.1};
        b.intake.candidates = QList{old};
        b.table().selectIds({{2}});
        b.press(b.table(), Qt::Key_L);
        Bench::type(b.field(), u"旧"_s);
        QTRY_COMPARE(b.form().findChild<ChoiceList *>()->current(), u"1 old"_s);
        PlaceCandidate fresh = old;
        fresh.id = u"fresh"_s;
        fresh.place = GeoPoint{116.2, 39.2};
        b.intake.candidates = QList{fresh};
        Bench::type(b.field(), u"新"_s);
        b.press(b.field(), Qt::Key_Return); // at once, before anything was asked
        QTRY_COMPARE(b.inbox.given.size(), 1);
        QCOMPARE(b.inbox.given.first().first().place, fresh.place);
    }

    void aPointThatWasTypedIsNotOverwrittenByALateAnswer()
    {
        Bench b;
        b.open();
        PlaceCandidate late;
        late.kind = PlaceCandidate::Kind::Address;
        late.id = u"late"_s;
        late.place = GeoPoint{116.1, 39.1};
        b.intake.candidates = QList{late};
        b.table().selectIds({{2}});
        b.press(b.table(), Qt::Key_L);
        Bench::type(b.field(), u"116.41,39.93"_s);
        b.press(b.field(), Qt::Key_Return);
        QTRY_COMPARE(b.inbox.given.size(), 1);
        QCOMPARE(b.inbox.given.first().first().place, (GeoPoint{116.41, 39.93}));
    }

    void theMiddleOfAStreetIsNoPlace()
    {
        Bench b;
        b.open();
        PlaceCandidate street;
        street.kind = PlaceCandidate::Kind::Division;
        street.id = u"110101001"_s;
        street.title = u"一街道"_s;
        street.place = GeoPoint{116.31, 39.91};
        b.intake.candidates = QList{street};
        b.table().selectIds({{2}});
        b.press(b.table(), Qt::Key_L);
        Bench::type(b.field(), u"一街道"_s);
        b.press(b.field(), Qt::Key_Return);
        QTRY_VERIFY(b.intake.located.contains(u"一街道"_s));
        QTest::qWait(0);
        QVERIFY(b.inbox.given.isEmpty());
        QCOMPARE(b.form().findChild<ChoiceList *>()->visibleCount(), 0);
    }

    void aRowWhoseLeaderEndedIsInItsLanes()
    {
        Bench b;
        b.inbox.items[1].leader = {1};
        b.inbox.items[4].leader = {77}; // not here: it has ended, or is another's
        b.open();
        QCOMPARE(b.workspace->rows().count(InboxLane::Waiting), 5);
        b.inbox.changeElsewhere({1}, [](InboxItem &item) {
            item.state = InboxState::Refused;
            item.reason = u"外区"_s;
        });
        emit b.inbox.changed();
        QTRY_COMPARE(b.workspace->rows().count(InboxLane::Done), 1);
        QCOMPARE(b.workspace->rows().count(InboxLane::Waiting), 5);
        QCOMPARE(b.workspace->rows().count(InboxLane::NeedsPlace), 5);
        QVERIFY(b.workspace->rows().rowOf({2}) >= 0);
    }

    void rowsThatMayBeKnownAreRegisteredOneByOne()
    {
        Bench b;
        for (const int place : {2, 3, 4}) { // two of them say the same
            b.inbox.items[place].chosenClass = InboxClass{CaseKind::Matter, u"06028"_s};
            b.inbox.items[place].place = GeoPoint{116.3 + place / 2 * 0.01, 39.9};
        }
        b.inbox.items[3].place = b.inbox.items[2].place;
        b.open();
        b.press(b.table(), Qt::Key_5); // ready
        QTRY_COMPARE(b.workspace->rows().rowCount(), 3);
        b.press(b.table(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(b.inbox.given.size(), 1);
        QCOMPARE(b.inbox.given.first().size(), 1);
        QCOMPARE(b.inbox.given.first().first().id, InboxId{5});
        QVERIFY2(b.messages.last().contains(u"2 "_s), qPrintable(b.messages.last()));
        QTRY_COMPARE(b.workspace->rows().rowCount(), 2);
        b.table().selectIds({{3}});
        b.press(b.table(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(b.inbox.given.size(), 2);
        QCOMPARE(b.inbox.given.last().size(), 1);
        QCOMPARE(b.inbox.given.last().first().id, InboxId{3});
    }

    void whatCouldNotBeReadIsSaidAndReadAgain()
    {
        Bench b;
        b.open();
        auto *trouble = b.workspace->findChild<QLabel *>(u"triageTrouble"_s);
        QVERIFY(!trouble->isVisible());
        b.inbox.failing = Error{ErrorCode::Internal, u"disk asleep"_s, {}};
        emit b.district.userChanged();
        QTRY_VERIFY(b.workspace->isSettled());
        QCOMPARE(b.workspace->rows().rowCount(), 0);
        b.inbox.failing.reset();
        emit b.district.stateChanged(StoreState::Live);
        QTRY_COMPARE(b.workspace->rows().rowCount(), 6);
        QVERIFY(!trouble->isVisible());
    }

    void endedRowsStandNewestFirstAndAreCountedByTheStore()
    {
        Bench b;
        b.inbox.olderDone = 7000;
        for (const int place : {0, 2, 4}) {
            b.inbox.items[place].state = InboxState::Refused;
            b.inbox.items[place].reason = u"外区"_s;
        }
        b.open();
        b.inbox.failing = Error{ErrorCode::Internal, u"disk asleep"_s, {}};
        b.press(b.table(), Qt::Key_6);
        QTRY_VERIFY(!b.messages.isEmpty());
        b.inbox.failing.reset();
        QVERIFY(b.workspace->showScene(u"done"_s)); // asked for again
        QTRY_COMPARE(b.workspace->rows().rowCount(), 3);
        QVERIFY(b.inbox.listed.last().newestFirst);
        QCOMPARE(b.workspace->rows().idAt(0), InboxId{5});
        QCOMPARE(b.workspace->rows().rowOf({1}), 2);
        const QString label = b.workspace->findChild<QPushButton *>(u"lane6"_s)->text();
        QVERIFY2(label.contains(u"7003"_s) || label.contains(u"7,003"_s), qPrintable(label));
        QVERIFY(b.workspace->findChild<QLabel *>(u"triageTrouble"_s)->isVisible());
        // One that was refused long ago is taken back.
        b.table().selectIds({{3}});
        QTRY_VERIFY(b.workspace->findChild<QPushButton *>(u"triageKeyU"_s)->isEnabled());
        b.press(b.table(), Qt::Key_U);
        QTRY_VERIFY(b.inbox.items.at(2).isWaiting());
        QTRY_COMPARE(b.workspace->rows().rowCount(), 2);
        QCOMPARE(b.workspace->rows().idAt(0), InboxId{5});
        QCOMPARE(b.workspace->rows().idAt(1), InboxId{1});
    }

    void theBatchStaysWhenTheLanguageChanges()
    {
        Bench b;
        b.inbox.items[5].batch = u"c"_s;
        b.open();
        auto *batch = b.workspace->findChild<QComboBox *>(u"triageBatch"_s);
        QTRY_COMPARE(batch->count(), 3);
        batch->setCurrentIndex(2);
        emit batch->activated(2);
        QTRY_COMPARE(b.workspace->rows().rowCount(), 1);
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(b.workspace.get(), &change);
        QCOMPARE(batch->currentData().toString(), u"c"_s);
        QCOMPARE(b.workspace->rows().rowCount(), 1);
    }

    void aCallerIsOpenedForAPurposeAndMaskedAgain()
    {
        Bench b;
        b.inbox.items[1].hasCaller = true;
        b.inbox.caller = Caller{u"哨兵某某"_s, u"10009876543"_s, true};
        b.open();
        auto *line = b.workspace->findChild<MaskedLine *>();
        QVERIFY(!line->isVisible()); // nobody was entered for the first row
        b.table().selectIds({{2}});
        QTRY_VERIFY(line->isVisible());
        emit line->openWanted(Purpose::CallBack);
        QTRY_VERIFY(line->isOpen());
        QCOMPARE(b.inbox.opened.size(), 1);
        QCOMPARE(b.inbox.opened.first(), (std::pair{InboxId{2}, Purpose::CallBack}));
        b.table().selectIds({{3}});
        QTRY_VERIFY(!line->isOpen());
    }

    void whatAnotherUserBeganIsNotMixedIn()
    {
        Bench b;
        b.inbox.isHeld = true;
        b.open();
        b.table().selectIds({{3}});
        b.press(b.table(), Qt::Key_R);
        Bench::type(b.field(), u"外区"_s);
        b.press(b.field(), Qt::Key_Return);
        QTRY_COMPARE(b.inbox.held.size(), 1);
        b.district.setUser(u"acceptor2"_s);
        QTRY_COMPARE(b.workspace->rows().rowCount(), 6);
        InboxItem after = b.inbox.items.at(2);
        after.state = InboxState::Refused;
        const InboxOrder order = b.inbox.held.first();
        b.inbox.held.clear();
        emit b.inbox.finished({{order, after, std::nullopt}});
        QCOMPARE(b.workspace->rows().rowCount(), 6);
        QVERIFY(!b.workspace->findChild<QPushButton *>(u"triageKeyU"_s)->isEnabled());
    }
};

static const TestRegistration<TestTriage> sRegistration;

} // namespace gridward

#include "test_triage.moc"
