// SPDX-License-Identifier: GPL-3.0-or-later
// The workspace `triage`: which row the next key acts on, what is taken back, and what is said.
#include "tests/support/testregistry.h"
#include "tests/support/triagebench.h"
#include "ui/triage/triagehead.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gridward {

class TestTriageSteps : public QObject
{
    Q_OBJECT

    using Bench = TriageBench;

    /** One row is current, selected, in sight and read at the side. */
    static bool isAt(const Bench &b, InboxId id)
    {
        const auto *heading = b.workspace->findChild<QWidget *>(u"triagePanel"_s)
                                  ->findChild<QLabel *>(u"panelHeading"_s);
        const QRect seen = b.table().visualRect(b.table().currentIndex());
        return b.table().currentRow() == id && b.table().selectedIds() == QList<InboxId>{id} &&
               b.table().viewport()->rect().intersects(seen) &&
               heading->text() == u"Row %1"_s.arg(id.value);
    }
    static void refuse(const Bench &b, const QString &why = u"外区"_s)
    {
        b.press(b.table(), Qt::Key_R);
        Bench::type(b.field(), why);
        b.press(b.field(), Qt::Key_Return);
    }
    static void merge(const Bench &b)
    {
        b.press(b.table(), Qt::Key_M);
        b.press(b.field(), Qt::Key_Return);
    }
    static void makeReady(Bench &b, int place)
    {
        b.inbox.items[place].chosenClass = InboxClass{CaseKind::Matter, u"06010"_s};
        b.inbox.items[place].place = GeoPoint{116.3 + place * 0.01, 39.9};
    }

private slots:
    void behindAMergeTheFirstRowIsCurrent()
    {
        Bench b;
        b.open();
        b.table().selectIds({{2}});
        b.press(b.table(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(b.table().currentRow(), InboxId{3});
        merge(b);
        QTRY_COMPARE(b.workspace->rows().rowCount(), 5);
        QTRY_VERIFY(isAt(b, {2}));
        QVERIFY2(b.messages.last().contains(u"row 2"_s) && b.messages.last().contains(u"row 3"_s),
                 qPrintable(b.messages.last()));
        // What is done next is done to the row that is read, and says which one that is.
        b.press(b.table(), Qt::Key_R);
        QCOMPARE(b.form().findChild<QLabel *>(u"formHeading"_s)->text(), u"Refuse row 2"_s);
        b.press(b.field(), Qt::Key_1);
        b.press(b.field(), Qt::Key_Return);
        QTRY_COMPARE(b.inbox.given.size(), 2);
        QCOMPARE(b.inbox.given.last().first().id, InboxId{2});
        QTRY_VERIFY(isAt(b, {4}));
    }

    void whatIsTakenBackIsCurrentAgain()
    {
        Bench b;
        b.open();
        b.table().selectIds({{2}});
        refuse(b);
        QTRY_VERIFY(isAt(b, {3}));
        b.press(b.table(), Qt::Key_U);
        QTRY_VERIFY(isAt(b, {2}));
    }

    void aLaneBeginsWithItsFirstRow()
    {
        Bench b;
        b.inbox.items[0].place = GeoPoint{116.3, 39.9};
        b.open();
        b.press(b.table(), Qt::Key_End);
        QTRY_VERIFY(isAt(b, {6}));
        b.press(b.table(), Qt::Key_2); // needs a place
        QTRY_VERIFY(isAt(b, {2}));
        b.press(b.table(), Qt::Key_Down);
        b.press(b.table(), Qt::Key_1);
        QTRY_VERIFY(isAt(b, {6})); // where it was left
        b.press(b.table(), Qt::Key_2);
        QTRY_VERIFY(isAt(b, {3}));
        b.press(b.table(), Qt::Key_Home);
        QTRY_VERIFY(isAt(b, {2}));
    }

    void aRegistrationIsNotTakenBackNorWhatIsOlder()
    {
        Bench b;
        makeReady(b, 4);
        b.open();
        b.table().selectIds({{2}});
        refuse(b);
        QTRY_COMPARE(b.inbox.given.size(), 1);
        b.table().selectIds({{5}});
        b.press(b.table(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(b.inbox.given.size(), 2);
        QVERIFY2(b.messages.last().contains(u"1101012026112000049"_s),
                 qPrintable(b.messages.last()));
        for (int turn = 0; turn < 2; ++turn) {
            QTRY_VERIFY(b.workspace->isSettled());
            const auto told = b.messages.size();
            b.press(b.table(), Qt::Key_U);
            QTRY_COMPARE(b.messages.size(), told + 1);
            QVERIFY2(b.messages.last().contains(u"not taken back"_s),
                     qPrintable(b.messages.last()));
        }
        QCOMPARE(b.inbox.given.size(), 2);
        QCOMPARE(b.inbox.items.at(1).state, InboxState::Refused);
    }

    void aMergeIsTakenBackBehindARefusal()
    {
        Bench b;
        b.open();
        b.table().selectIds({{3}, {4}});
        merge(b);
        QTRY_COMPARE(b.workspace->rows().rowCount(), 5);
        QTRY_VERIFY(isAt(b, {3}));
        refuse(b);
        QTRY_COMPARE(b.workspace->rows().rowCount(), 4);
        QCOMPARE(b.inbox.items.at(3).state, InboxState::Refused);
        b.press(b.table(), Qt::Key_U);
        b.press(b.table(), Qt::Key_U); // at once
        QTRY_VERIFY2(b.inbox.items.at(3).leader.isNull(), qPrintable(b.messages.join(u'|')));
        QVERIFY(b.inbox.items.at(2).isWaiting() && b.inbox.items.at(3).isWaiting());
        QTRY_COMPARE(b.workspace->rows().rowCount(), 6);
        QVERIFY2(b.messages.last().contains(u"merging of row 4"_s), qPrintable(b.messages.last()));
        QVERIFY2(b.messages.at(b.messages.size() - 2).contains(u"refusal of row 3"_s),
                 qPrintable(b.messages.join(u'|')));
    }

    void whatOthersMadeOfARowIsNotTakenBack()
    {
        Bench b;
        b.open();
        b.table().selectIds({{2}});
        b.press(b.table(), Qt::Key_K);
        Bench::type(b.field(), u"06010"_s);
        b.press(b.field(), Qt::Key_Return);
        QTRY_VERIFY(b.inbox.items.at(1).chosenClass.has_value());
        b.inbox.changeElsewhere({2}, [](InboxItem &item) {
            item.chosenClass = InboxClass{CaseKind::Matter, u"06028"_s};
        });
        emit b.inbox.changed();
        QTRY_COMPARE(b.workspace->rows().find({2})->version, 3);
        b.press(b.table(), Qt::Key_U);
        QTRY_VERIFY2(b.messages.last().contains(u"somebody was first"_s),
                     qPrintable(b.messages.join(u'|')));
        QCOMPARE(b.inbox.items.at(1).chosenClass->code, u"06028"_s);
    }

    void aRunSaysHowManyHadNoProposal()
    {
        Bench b;
        b.open();
        b.table().selectAll();
        b.press(b.table(), Qt::Key_L);
        QTRY_COMPARE(b.form().findChild<ChoiceList *>()->current(), u"proposed"_s);
        b.press(b.field(), Qt::Key_Return);
        QTRY_COMPARE(b.inbox.given.size(), 1);
        QVERIFY2(b.messages.last().contains(u"row 1"_s) && b.messages.last().contains(u"5 row"_s),
                 qPrintable(b.messages.last()));
    }

    void aRowThatCannotBeRegisteredSaysWhy()
    {
        Bench b;
        b.inbox.items[1].chosenClass = InboxClass{CaseKind::Matter, u"06010"_s};
        b.open();
        b.table().selectIds({{2}});
        b.press(b.table(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.messages.size(), 1);
        QVERIFY2(b.messages.last().contains(u"Row 2"_s) &&
                     b.messages.last().contains(u"no place"_s),
                 qPrintable(b.messages.last()));
        b.table().selectIds({{3}, {4}});
        b.press(b.table(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.messages.size(), 2);
        QVERIFY(b.inbox.given.isEmpty());
    }

    void aGridIsAPlaceAsAtTheCallDesk()
    {
        Bench b;
        PlaceCandidate grid;
        grid.kind = PlaceCandidate::Kind::Grid;
        grid.id = u"110101009012002"_s;
        grid.title = u"四块玉社区第一网格"_s;
        grid.grid = grid.id;
        grid.place = GeoPoint{116.4163, 39.8812};
        grid.exact = false;
        b.intake.candidates = QList{grid};
        b.open();
        b.table().selectIds({{2}});
        b.press(b.table(), Qt::Key_L);
        Bench::type(b.field(), u"四块玉"_s);
        b.press(b.field(), Qt::Key_Return);
        QTRY_COMPARE(b.inbox.given.size(), 1);
        QCOMPARE(b.inbox.given.first().first().place, grid.place);
        QCOMPARE(b.intake.located.last(), u"四块玉"_s);
    }

    void nothingMatchesIsSaidOnlyOfWhatWasTyped()
    {
        Bench b;
        b.open();
        b.table().selectIds({{2}});
        b.press(b.table(), Qt::Key_L);
        const auto *choices = b.form().findChild<ChoiceList *>();
        const auto *note = choices->findChild<QLabel *>(u"panelNote"_s);
        QTest::qWait(50);
        QVERIFY2(!note->isVisible(), qPrintable(note->text()));
        Bench::type(b.field(), u"没有的地方"_s);
        QTRY_VERIFY(note->isVisible());
    }

    void whatBecameOfARowStandsInTheListAndBesideIt()
    {
        Bench b;
        for (const int place : {0, 1}) {
            b.inbox.items[place].state = place == 0 ? InboxState::Registered : InboxState::Refused;
        }
        b.inbox.items[0].caseId = u"case"_s;
        b.inbox.items[0].caseNumber = u"1101012026112000049"_s;
        b.inbox.items[1].reason = u"此前已经办结"_s; // as it was written at a Chinese desk
        b.open();
        b.workspace->resize(1366, 768);
        b.press(b.table(), Qt::Key_6);
        QTRY_COMPARE(b.workspace->rows().rowCount(), 2);
        QTRY_VERIFY(isAt(b, {2}));
        const auto column = [](InboxModel::Column of) { return static_cast<int>(of); };
        const int stand = column(InboxModel::Column::Stand);
        QVERIFY(!b.table().isColumnHidden(stand));
        QVERIFY(b.table().isColumnHidden(column(InboxModel::Column::Alike)));
        QVERIFY(b.workspace->rows().index(1, stand).data().toString().contains(
            u"1101012026112000049"_s));
        QCOMPARE(b.workspace->rows().index(0, stand).data().toString(),
                 u"Refused: Settled already"_s);
        b.press(b.table(), Qt::Key_Down);
        QTRY_VERIFY(isAt(b, {1}));
        QStringList facts;
        for (const QLabel *label :
             b.workspace->findChild<QWidget *>(u"triagePanel"_s)->findChildren<QLabel *>()) {
            facts.append(label->text());
        }
        QVERIFY(facts.contains(u"Registered as case 1101012026112000049"_s));
        QVERIFY(!facts.contains(u"nobody was entered"_s));
    }

    void aComponentSaysThatItIsOne()
    {
        Bench b;
        b.inbox.items[0].chosenClass = InboxClass{CaseKind::Component, u"03006"_s};
        b.open();
        const QString name = b.workspace->rows()
                                 .index(0, static_cast<int>(InboxModel::Column::Class))
                                 .data()
                                 .toString();
        QVERIFY2(name.contains(u"component"_s), qPrintable(name));
    }

    void whoTypesForARowThatSomebodyEndedIsTold()
    {
        Bench b;
        b.open();
        b.table().selectIds({{2}});
        b.press(b.table(), Qt::Key_R);
        Bench::type(b.field(), u"很长的理由"_s);
        b.inbox.changeElsewhere({2}, [](InboxItem &item) {
            item.state = InboxState::Refused;
            item.reason = u"外区"_s;
        });
        emit b.inbox.changed();
        const auto *hint = b.form().findChild<QLabel *>(u"panelNote"_s, Qt::FindDirectChildrenOnly);
        QTRY_VERIFY2(hint->text().contains(u"acceptor2"_s), qPrintable(hint->text()));
        // The form is still there, with the keyboard and what was typed: no letter is a step.
        Bench::type(*b.workspace->window()->focusWidget(), u"再写"_s);
        b.press(b.field(), Qt::Key_Return);
        QVERIFY(b.form().isVisible());
        QCOMPARE(b.field().text(), u"很长的理由再写"_s);
        QVERIFY(b.inbox.given.isEmpty());
    }

    void anEmptyLaneSaysWhichRowsThereAreNone()
    {
        Bench b;
        b.open();
        b.press(b.table(), Qt::Key_5);
        const auto *title = b.workspace->findChild<QLabel *>(u"emptyTitle"_s);
        QTRY_COMPARE(title->text(), u"No row is ready to be registered"_s);
    }
};

static const TestRegistration<TestTriageSteps> sRegistration;

} // namespace gridward

#include "test_triagesteps.moc"
