// SPDX-License-Identifier: GPL-3.0-or-later
// The workspace of the leaders: what it shows, that it follows, and that time alone asks nothing.
#include "models/view/leadermodel.h"
#include "models/view/livecases.h"
#include "models/view/rowrole.h"
#include "tests/support/fakeleader.h"
#include "tests/support/testregistry.h"
#include "ui/leader/leaderworkspace.h"
#include "ui/panels/casepanel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>

using namespace Qt::StringLiterals;

namespace gridward {

class TestLeader : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<FakeDistrict> mDistrict;
    std::unique_ptr<LiveCases> mLive;
    std::unique_ptr<FakeLeader> mLeader;
    std::unique_ptr<LeaderWorkspace> mWorkspace;

    Case open(int number, CaseLevel level = CaseLevel::Yellow)
    {
        Case subject;
        subject.id = CaseId::make(mDistrict->time.now(), 1, number);
        subject.number = u"%1"_s.arg(number);
        subject.version = 3;
        subject.state = CaseState::Handling;
        subject.level = level;
        subject.unit = u"U1"_s;
        subject.address = u"和平里 %1 号"_s.arg(number);
        subject.reportedAt = mDistrict->time.now() - std::chrono::minutes(number);
        return subject;
    }
    static LeaderFacts escalated(const Case &subject, int percent)
    {
        LeaderFacts facts;
        facts.id = subject.id;
        facts.version = subject.version;
        facts.escalation = Escalation{percent, *subject.reportedAt};
        return facts;
    }
    QListView &list() const { return *mWorkspace->findChild<QListView *>(u"leaderList"_s); }
    QString title() const { return mWorkspace->findChild<QLabel *>(u"emptyTitle"_s)->text(); }
    QStringList numbers() const
    {
        QStringList found;
        for (const LeaderMatter &one : mWorkspace->model().matters()) {
            found.append(one.subject.number);
        }
        return found;
    }
    void show()
    {
        mWorkspace->resize(1200, 700);
        mWorkspace->show();
        QTRY_VERIFY(mWorkspace->isVisible() && mWorkspace->isSettled());
    }

private slots:
    void init()
    {
        mDistrict = std::make_unique<FakeDistrict>();
        mDistrict->time.set(*instantFromIso(u"2026-11-20T08:00:00Z"_s));
        mLive = std::make_unique<LiveCases>();
        mLeader = std::make_unique<FakeLeader>();
        mWorkspace = std::make_unique<LeaderWorkspace>(*mDistrict, *mLive, mLeader.get());
        new QAbstractItemModelTester(const_cast<LeaderModel *>(&mWorkspace->model()),
                                     QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     mWorkspace.get());
    }
    void cleanup()
    {
        mWorkspace.reset();
        mLeader.reset();
        mLive.reset();
        mDistrict.reset();
    }
    void saysThatNothingNeedsThem()
    {
        mLive->reset({open(1), open(2)});
        show();
        QTRY_COMPARE(mWorkspace->model().rowCount(), 0);
        QTRY_VERIFY(title().contains(u"Nothing needs you"_s));
        QVERIFY(!list().isVisible());
        QVERIFY(!mWorkspace->panel().isVisible());
    }
    void showsWhatNeedsADecisionAndNothingElse()
    {
        const Case late = open(2);
        const Case later = open(3);
        Case called = open(4);
        LeaderFacts whistle;
        whistle.id = called.id;
        whistle.version = 3;
        whistle.waiting = {{u"U7"_s, u"dispatcher1"_s, *called.reportedAt, {}, {}}};
        mLeader->all = QList<LeaderFacts>{escalated(late, 150), escalated(later, 200), whistle};
        mLive->reset({open(1, CaseLevel::Red), late, later, called, open(5), open(6)});
        show();
        QTRY_COMPARE(numbers(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
        // A heading above each kind, which cannot be chosen.
        QCOMPARE(mWorkspace->model().rowCount(), 7);
        QVERIFY(!mWorkspace->model().index(0).flags().testFlag(Qt::ItemIsSelectable));
        const QModelIndex escalation = mWorkspace->model().index(3);
        // A rung that was passed, not what is used up by now: that is much more.
        QVERIFY(escalation.data(LeaderModel::Ask).toString().contains(u"passed 150 %"_s));
        // The number has a place of its own: no long name of a unit cuts it off.
        QCOMPARE(escalation.data(LeaderModel::Number).toString(), u"2"_s);
        QVERIFY(!escalation.data(role(RowRole::Detail)).toString().endsWith(u"2"_s));
        // The first one is open beside it, though it was read after the page was shown.
        QTRY_COMPARE(mWorkspace->chosen(),
                     std::optional(mWorkspace->model().matters().at(0).subject.id));
    }
    void theKeysGoUpAndDown()
    {
        mLive->reset({open(1, CaseLevel::Red), open(2, CaseLevel::Red)});
        show();
        QTRY_COMPARE(numbers(), (QStringList{u"2"_s, u"1"_s}));
        const auto chosenNumber = [&] {
            return mWorkspace->model().matterAt(list().currentIndex().row())->subject.number;
        };
        QTRY_COMPARE(chosenNumber(), u"2"_s);
        QTest::keyClick(&list(), Qt::Key_J);
        QCOMPARE(chosenNumber(), u"1"_s);
        QTest::keyClick(&list(), Qt::Key_J);
        QCOMPARE(chosenNumber(), u"1"_s);
        QTest::keyClick(&list(), Qt::Key_K);
        QCOMPARE(chosenNumber(), u"2"_s);
        QTest::keyClick(&list(), Qt::Key_K); // not onto the heading
        QCOMPARE(chosenNumber(), u"2"_s);
        // Over the heading of the next kind, and back.
        const Case late = open(3);
        mLeader->all = QList<LeaderFacts>{escalated(late, 150)};
        mLive->update({late});
        QTRY_COMPARE(numbers(), (QStringList{u"2"_s, u"1"_s, u"3"_s}));
        QTest::keyClick(&list(), Qt::Key_J);
        QTest::keyClick(&list(), Qt::Key_J);
        QCOMPARE(chosenNumber(), u"3"_s);
        QTest::keyClick(&list(), Qt::Key_K);
        QCOMPARE(chosenNumber(), u"1"_s);
    }
    void theListHasTheKeysAsSoonAsItIsThere()
    {
        mWorkspace->resize(1200, 700);
        mWorkspace->show(); // nothing is known yet
        mWorkspace->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(mWorkspace.get()));
        QVERIFY(!list().isVisible());
        mLive->reset({open(1, CaseLevel::Red), open(2, CaseLevel::Red)});
        QTRY_VERIFY(list().hasFocus());
        QTest::keyClick(mWorkspace->focusWidget(), Qt::Key_J);
        QCOMPARE(list().currentIndex().row(), 2);
    }
    void theKeysWorkBesideTheListToo()
    {
        mLive->reset({open(1, CaseLevel::Red), open(2, CaseLevel::Red)});
        show();
        mWorkspace->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(mWorkspace.get()));
        QTRY_COMPARE(list().currentIndex().row(), 1);
        auto *link = new QLabel(u"<a href='x'>x</a>"_s, &mWorkspace->panel());
        link->setTextInteractionFlags(Qt::TextBrowserInteraction);
        link->show();
        link->setFocus();
        QTest::keyClick(link, Qt::Key_J);
        QCOMPARE(list().currentIndex().row(), 2);
        QTest::keyClick(link, Qt::Key_K);
        QCOMPARE(list().currentIndex().row(), 1);
        QVERIFY(!list().hasFocus());
        QTest::keyClick(link, Qt::Key_Escape);
        QVERIFY(list().hasFocus());
    }
    void aMissedCheckInIsMarked()
    {
        Case silent = open(1, CaseLevel::Red);
        silent.sceneDueAt = mDistrict->time.now() - std::chrono::minutes(1);
        mLive->reset({silent, open(2, CaseLevel::Red)});
        show();
        QTRY_COMPARE(numbers(), (QStringList{u"2"_s, u"1"_s}));
        QVERIFY(!mWorkspace->model().index(1).data(LeaderModel::Warning).toBool());
        QVERIFY(mWorkspace->model().index(2).data(LeaderModel::Warning).toBool());
    }
    void followsWhatChanges()
    {
        const Case red = open(1, CaseLevel::Red);
        Case quiet = open(2);
        mLive->reset({red, quiet});
        show();
        QTRY_COMPARE(numbers(), QStringList{u"1"_s});
        QCOMPARE(mLeader->pressingAsked, 1);
        // The ladder comes to the leaders: only that case is asked for.
        ++quiet.version;
        LeaderFacts facts = escalated(quiet, 150);
        mLeader->all = QList<LeaderFacts>{facts};
        mLive->update({quiet});
        QTRY_COMPARE(numbers(), (QStringList{u"1"_s, u"2"_s}));
        QCOMPARE(mLeader->pressingAsked, 1);
        QCOMPARE(mLeader->asked, (QList<QList<CaseId>>{{quiet.id}}));
        // It ends: it is gone at once, and nobody asks for it.
        Case closed = quiet;
        ++closed.version;
        closed.state = CaseState::Closed;
        mLive->update({closed});
        QCOMPARE(numbers(), QStringList{u"1"_s});
        Case ended = red;
        ended.state = CaseState::Closed;
        mLive->update({ended});
        QVERIFY(numbers().isEmpty());
        QTRY_VERIFY(title().contains(u"Nothing needs you"_s));
        QCOMPARE(mLeader->asked.size(), 1);
    }
    /** Whoever is at another screen asks nothing; who comes back sees what is now. */
    void asksNothingWhileItIsNotLookedAt()
    {
        mLive->reset({open(1)});
        QCOMPARE(mLeader->pressingAsked, 0);
        show();
        QCOMPARE(mLeader->pressingAsked, 1);
        mWorkspace->hide();
        Case changed = open(1);
        ++changed.version;
        mLeader->all = QList<LeaderFacts>{escalated(changed, 200)};
        mLive->update({changed});
        QTest::qWait(0);
        QVERIFY(mLeader->asked.isEmpty());
        mWorkspace->show();
        QTRY_COMPARE(numbers(), QStringList{u"1"_s});
        QCOMPARE(mLeader->pressingAsked, 2);
    }
    void anOlderAnswerTakesNothingBack()
    {
        const Case late = open(2);
        mLeader->all = QList<LeaderFacts>{escalated(late, 200)};
        mLive->reset({late});
        show();
        QTRY_COMPARE(numbers(), QStringList{u"2"_s});
        LeaderFacts older = escalated(late, 150);
        older.version = late.version - 1;
        mLeader->all = QList<LeaderFacts>{older};
        mLive->update({late});
        QTRY_COMPARE(mLeader->asked.size(), 1);
        QTRY_VERIFY(mWorkspace->isSettled());
        QCOMPARE(mWorkspace->model().matters().first().percent, 200);
    }
    void whatEndedIsForgotten()
    {
        const Case late = open(2);
        mLeader->all = QList<LeaderFacts>{escalated(late, 200)};
        mLive->reset({late});
        show();
        QTRY_COMPARE(numbers(), QStringList{u"2"_s});
        Case closed = late;
        closed.state = CaseState::Closed;
        mLive->update({closed});
        QVERIFY(numbers().isEmpty());
        // Opened again: what was escalated then is not what is asked now.
        mLeader->all = QList<LeaderFacts>{};
        mLive->update({late});
        QVERIFY(numbers().isEmpty());
    }
    void whoSitsDownNextSeesNothingOfTheOneBefore()
    {
        const Case late = open(2);
        mLeader->all = QList<LeaderFacts>{escalated(late, 200)};
        mLive->reset({late});
        show();
        QTRY_COMPARE(numbers(), QStringList{u"2"_s});
        mLeader->all = Error{ErrorCode::Refused, u"not yours"_s, {}};
        mDistrict->setUser(u"other"_s);
        QTRY_VERIFY(mWorkspace->isSettled());
        QVERIFY(numbers().isEmpty());
    }
    /** Asked by the one before, answered when somebody else has sat down at another screen. */
    void anAnswerToTheOneBeforeIsNotShown()
    {
        const Case late = open(2);
        mLeader->all = QList<LeaderFacts>{escalated(late, 200)};
        mLeader->late = true;
        mLive->reset({late});
        mWorkspace->show();
        QCOMPARE(mLeader->waiting.size(), 1);
        mWorkspace->hide();
        mDistrict->setUser(u"other"_s);
        mLeader->waiting.takeFirst()();
        QCoreApplication::processEvents();
        mWorkspace->show(); // their own is being read
        QVERIFY(numbers().isEmpty());
        mLeader->waiting.takeFirst()();
        QTRY_COMPARE(numbers(), QStringList{u"2"_s});
    }
    void saysWhatCouldNotBeRead()
    {
        mLeader->all = Error{ErrorCode::Unreachable, u"The store is locked."_s, {}};
        show();
        QTRY_COMPARE(mWorkspace->findChild<QLabel *>(u"emptyText"_s)->text(),
                     u"The store is locked."_s);
    }
    void whatIsChosenStaysChosen()
    {
        mLive->reset({open(1, CaseLevel::Red), open(3, CaseLevel::Red)});
        show();
        QTest::keyClick(&list(), Qt::Key_J);
        const std::optional<CaseId> chosen = mWorkspace->chosen();
        QCOMPARE(chosen, std::optional(open(1).id));
        mLive->update({open(2, CaseLevel::Red)});
        QTRY_COMPARE(numbers(), (QStringList{u"3"_s, u"2"_s, u"1"_s}));
        QCOMPARE(mWorkspace->chosen(), chosen);
        QCOMPARE(mWorkspace->model().matterAt(list().currentIndex().row())->subject.number, u"1"_s);
    }
};

static const TestRegistration<TestLeader> registration;

} // namespace gridward

#include "test_leader.moc"
