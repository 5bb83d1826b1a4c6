// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/livecases.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/testregistry.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/choicelist.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/dispatchworkspace.h"
#include "ui/workspaces/supervisionworkspace.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

class TestDispatch : public QObject
{
    Q_OBJECT

    static constexpr Instant kNow{std::chrono::hours{24 * 365 * 56} + 24h};

    template <typename Workspace>
    struct Bench
    {
        LiveCases live;
        FakeDistrict district;
        std::unique_ptr<Workspace> workspace;

        explicit Bench(const QList<Case> &open)
        {
            district.time.set(kNow);
            district.who.role = u"owner"_s;
            CaseFile file;
            for (const Case &one : open) {
                if (one.state == CaseState::Filed) {
                    file.subject = one;
                    break;
                }
            }
            file.offers = {{CaseAction::Dispatch, true, {}}};
            UnitProposal proposal;
            proposal.unit.code = u"U1"_s;
            proposal.unit.name = u"City management"_s;
            file.proposals = {proposal};
            district.file = file;
            workspace = std::make_unique<Workspace>(district, live);
            workspace->setTheme(theme(ThemeName::Night));
            workspace->resize(1286, 700);
            workspace->show();
            live.reset(open);
            QCoreApplication::processEvents();
        }
        [[nodiscard]] QString text(const QString &name) const
        {
            return workspace->template findChild<QLabel *>(name)->text();
        }
        [[nodiscard]] QString button(const QString &name) const
        {
            return workspace->template findChild<QPushButton *>(name)->text();
        }
    };
    static QList<Case> some()
    {
        return {aCase(1).state(CaseState::Reported),
                aCase(2),
                aCase(3).level(CaseLevel::Red).street(u"110101002"_s),
                aCase(4).level(CaseLevel::Orange),
                aCase(5).state(CaseState::AtUnit).due(kNow - 1h),
                aCase(6).state(CaseState::FedBack).due(kNow).handled(kNow - 1h)};
    }

private slots:
    void queuesAndCounts()
    {
        Bench<DispatchWorkspace> b(some());
        QCOMPARE(b.workspace->shownQueue(), u"dispatch"_s);
        QTRY_COMPARE(b.button(u"queue-dispatch"_s), u"Awaiting dispatch  3"_s);
        QCOMPARE(b.workspace->count(u"filing"_s), 1);
        QCOMPARE(b.workspace->count(u"units"_s), 1);
        QCOMPARE(b.workspace->count(u"open"_s), 6);
        // Most urgent first, and shown at once.
        QTRY_COMPARE(b.workspace->panel().shownCase(), Case(aCase(3)).id);
        b.live.update({aCase(9), aCase(2).state(CaseState::Void)});
        QTRY_COMPARE(b.button(u"queue-dispatch"_s), u"Awaiting dispatch  3"_s);
        QCOMPARE(b.workspace->count(u"open"_s), 6);
        QVERIFY(b.workspace->showCase(Case(aCase(5)).id));
        QVERIFY(b.workspace->shownQueue() != "dispatch"_L1);
        QVERIFY(!b.workspace->showCase(Case(aCase(99)).id));
    }
    void keysMoveAndDispatch()
    {
        Bench<DispatchWorkspace> b(some());
        CaseTable &table = b.workspace->table();
        QTRY_COMPARE(table.currentCase(), Case(aCase(3)).id);
        QTest::keyClick(&table, Qt::Key_J);
        QCOMPARE(table.currentCase(), Case(aCase(4)).id);
        QTRY_COMPARE(b.workspace->panel().shownCase(), Case(aCase(4)).id);
        QTest::keyClick(&table, Qt::Key_K);
        QTest::keyClick(&table, Qt::Key_K);
        QCOMPARE(table.currentCase(), Case(aCase(3)).id);
        QTest::keyClick(&table, Qt::Key_D);
        QTRY_VERIFY(b.workspace->panel().isBusy());
        QVERIFY(b.district.acts.isEmpty()); // it asks first
        auto *units = b.workspace->panel().findChild<ChoiceList *>();
        QTest::keyClick(units->field(), Qt::Key_Return);
        QCOMPARE(b.district.acts.size(), 1);
        QCOMPARE(b.district.acts.first().first, Case(aCase(3)).id);
        QCOMPARE(b.district.acts.first().second.target, u"U1"_s);
        // The change comes back through the feed, and the queue goes on.
        b.live.update({aCase(3).state(CaseState::AtUnit)});
        QTRY_COMPARE(b.workspace->panel().shownCase(), Case(aCase(4)).id);
    }
    void whatIsBeingEnteredStays()
    {
        Bench<DispatchWorkspace> b(some());
        QTRY_VERIFY(b.workspace->panel().shownCase());
        b.workspace->panel().startAction(CaseAction::Dispatch);
        const CaseId shown = *b.workspace->panel().shownCase();
        QTest::keyClick(&b.workspace->table(), Qt::Key_J);
        QCoreApplication::processEvents();
        QCOMPARE(b.workspace->panel().shownCase(), shown);
    }
    void theQueueWaitsAndSaysWhy()
    {
        Bench<DispatchWorkspace> b(some());
        CasePanel &panel = b.workspace->panel();
        QTRY_VERIFY(panel.shownCase());
        panel.startAction(CaseAction::Dispatch);
        QVERIFY(panel.isBusy());
        const CaseId shown = *panel.shownCase();
        // Somebody else dispatches it meanwhile.
        Case taken = aCase(3).state(CaseState::AtUnit);
        taken.version += 1;
        CaseFile file;
        file.subject = taken;
        file.offers = {{CaseAction::Dispatch, false, u"not possible"_s}};
        b.district.file = file;
        b.live.update({taken});
        QTRY_VERIFY(panel.isInConflict());
        QVERIFY(panel.isBusy());
        QCOMPARE(panel.shownCase(), shown); // an Enter on its way lands on no other case
        QVERIFY(panel.findChild<QLabel *>(u"conflictHeading"_s)->text().contains(taken.number));
        QTest::keyClick(panel.findChild<QWidget *>(u"conflictView"_s), Qt::Key_Escape);
        QTRY_COMPARE(panel.shownCase(), Case(aCase(4)).id);
    }
    void severalGoToOneUnit()
    {
        Bench<DispatchWorkspace> b(some());
        QSignalSpy messages(b.workspace.get(), &QueueWorkspace::messageRequested);
        b.workspace->table().selectAll();
        QTRY_VERIFY(b.workspace->findChild<QPushButton *>(u"sendBatch"_s)->isEnabled());
        QTest::keyClick(&b.workspace->table(), Qt::Key_D);
        b.workspace->findChild<QPushButton *>(u"sendBatch"_s)->click();
        QCOMPARE(b.district.acts.size(), 3);
        QCOMPARE(b.district.acts.at(1).second.target, u"U1"_s);
        QCOMPARE(b.district.acts.at(1).second.expectedVersion, 2);
        QCOMPARE(messages.count(), 1);
        QCOMPARE(messages.at(0).at(0).value<Message>().level, Message::Level::Success);
        b.district.acted = Error{ErrorCode::Conflict, u"somebody was first"_s, {}};
        b.workspace->findChild<QPushButton *>(u"sendBatch"_s)->click();
        const auto message = messages.value(1).value(0).value<Message>();
        QCOMPARE(message.level, Message::Level::Warning);
        QVERIFY(message.text.contains(u"somebody else was first"_s));
    }
    void filtersAndEmptyStates()
    {
        Bench<DispatchWorkspace> b(some());
        auto *find = b.workspace->findChild<QLineEdit *>(u"queueFind"_s);
        QTest::keyClick(&b.workspace->table(), Qt::Key_Slash);
        QCOMPARE(b.workspace->focusWidget(), find);
        QTest::keyClicks(find, u"nowhere"_s);
        QTRY_COMPARE(b.workspace->count(u"open"_s), 0);
        QTRY_COMPARE(b.text(u"emptyTitle"_s), u"No case matches"_s);
        QTest::keyClick(find, Qt::Key_Escape);
        QTRY_COMPARE(b.workspace->count(u"open"_s), 6);
        b.workspace->findChild<QToolButton *>(u"queueLevel-red"_s)->click();
        QCOMPARE(b.workspace->count(u"dispatch"_s), 1);
        b.workspace->clearFilters();
        QCOMPARE(b.workspace->count(u"dispatch"_s), 3);
        b.live.reset({});
        QTRY_COMPARE(b.text(u"emptyTitle"_s), u"Nothing awaits dispatch"_s);
        QTRY_VERIFY(!b.workspace->panel().shownCase());
        b.district.storeState = StoreState::Opening;
        emit b.district.stateChanged(StoreState::Opening);
        QCOMPARE(b.text(u"emptyTitle"_s), u"Reading the cases …"_s);
    }
    void saysThatItIsOld()
    {
        Bench<DispatchWorkspace> b(some());
        auto *stale = b.workspace->findChild<QLabel *>(u"staleNotice"_s);
        QVERIFY(stale->isHidden());
        b.district.storeState = StoreState::Stale;
        emit b.district.stateChanged(StoreState::Stale);
        QVERIFY(!stale->isHidden());
        b.district.storeState = StoreState::Live;
        emit b.district.stateChanged(StoreState::Live);
        QVERIFY(stale->isHidden());
    }
    void showsThePartOfTheUser()
    {
        Bench<DispatchWorkspace> b(some());
        b.district.who.division = u"110101002"_s;
        b.district.setUser(u"street2"_s);
        QTRY_COMPARE(b.workspace->count(u"open"_s), 1);
    }
    void supervisionShowsWhatIsLateAndWhatWaits()
    {
        Bench<SupervisionWorkspace> b(some());
        QCOMPARE(b.workspace->count(u"overdue"_s), 1);
        QCOMPARE(b.workspace->count(u"check"_s), 1);
        QTRY_COMPARE(b.workspace->table().currentCase(), Case(aCase(6)).id);
        QTest::keyClick(&b.workspace->table(), Qt::Key_4);
        QCOMPARE(b.workspace->shownQueue(), u"overdue"_s);
        QTRY_COMPARE(b.workspace->panel().shownCase(), Case(aCase(5)).id);
    }
    void columnsFitEveryWidth()
    {
        Bench<DispatchWorkspace> b(some());
        for (const int width : {1000, 1286, 1920, 3840}) {
            b.workspace->resize(width, 700);
            QCoreApplication::processEvents();
            const CaseTable &table = b.workspace->table();
            QVERIFY2(table.horizontalHeader()->length() <= table.viewport()->width() + 1,
                     qPrintable(QString::number(width)));
        }
    }
};
static const TestRegistration<TestDispatch> sRegistration;

} // namespace gridward

#include "test_dispatch.moc"
