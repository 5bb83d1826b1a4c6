// SPDX-License-Identifier: GPL-3.0-or-later
// A case from the call to the hand-back through every desk of the real window, on a real store, by
// key events alone: nothing here clicks, and nothing calls a step of a case.
#include "models/store/geopackagestore.h"
#include "tests/support/deskwindow.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/street/streetqueue.h"
#include "ui/street/streetworkspace.h"
#include "ui/workspaces/dispatchworkspace.h"
#include "ui/workspaces/filingqueue.h"

#include <QAbstractButton>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

class TestKeyboardFlow : public QObject
{
    Q_OBJECT

    QTemporaryDir mFolder;
    DeskWindow mWindow;
    bool mStopped = false; ///< each step stands on those before it

    [[nodiscard]] Session &session() { return mWindow.session(); }
    [[nodiscard]] MainWindow &window() { return session().window(); }
    /** Somebody else sits down; who that is, is not what is tried here. */
    bool sitDown(const QString &user)
    {
        session().district().setUser(user);
        return QTest::qWaitFor([&] { return session().district().user().name == user; }, 10'000) &&
               quiet();
    }
    bool quiet()
    {
        return QTest::qWaitFor([&] { return !session().isBusy(); }, 20'000);
    }
    [[nodiscard]] const Case *theCase()
    {
        const QHash<QUuid, Case> &all = session().cases().all();
        return all.size() == 1 ? &*all.cbegin() : nullptr;
    }
    [[nodiscard]] CaseState state()
    {
        const Case *subject = theCase();
        return subject != nullptr ? subject->state : CaseState::Archived;
    }
    /** The panel shows the case as it is now: a step can be begun. */
    bool shows(CasePanel &panel)
    {
        return QTest::qWaitFor(
                   [&] {
                       return theCase() != nullptr && panel.file() &&
                              panel.file()->subject.version == theCase()->version;
                   },
                   10'000) &&
               quiet();
    }

private slots:
    void init() { QVERIFY2(!mStopped, "a step before this one has failed"); }
    void cleanup() { mStopped = mStopped || QTest::currentTestFailed(); }
    void initTestCase()
    {
        const QString store = mFolder.filePath(u"keys.gpkg"_s);
        Result<std::unique_ptr<GeoPackageStore>> created =
            GeoPackageStore::create(store, smallInfo());
        QVERIFY(created);
        std::unique_ptr<GeoPackageStore> made = std::move(created).value();
        QVERIFY(fillSmallDistrict(*made));
        QVERIFY(made->write(smallAddresses()));
        Person officer;
        officer.id = u"P7"_s;
        officer.name = u"李明"_s;
        officer.organisation = u"U1"_s;
        QVERIFY(made->write(QList<Person>{officer}));
        const QString street = smallDivisions().at(1).code;
        QVERIFY(made->write(QList<User>{{u"filer1"_s, {}, u"filer"_s, {}, {}, false},
                                        {u"street1"_s, {}, u"street"_s, street, u"U2"_s, false},
                                        {u"handler1"_s, {}, u"handler"_s, {}, u"U1"_s, false}}));
        QVERIFY(made->publish());
        made.reset();
        QVERIFY(mWindow.open(store, mFolder.filePath(u"profile"_s), u"acceptor1"_s));
    }
    void theCallIsTaken()
    {
        DeskWindow::key(Qt::Key_1, Qt::ControlModifier); // from the map to the call desk
        DeskWindow::key(Qt::Key_2, Qt::ControlModifier);
        DeskWindow::key(Qt::Key_F2);
        DeskWindow::type(u"多福巷2号"_s);
        QVERIFY(mWindow.settle());
        DeskWindow::key(Qt::Key_Return);
        DeskWindow::type(u"bllj"_s);
        DeskWindow::key(Qt::Key_Return);
        DeskWindow::type(u"bags at the gate"_s);
        QVERIFY(mWindow.settle());
        DeskWindow::key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(theCase() != nullptr, 10'000);
        QCOMPARE(state(), CaseState::Registered);
        QCOMPARE(theCase()->classKey.code, u"06010"_s);
        QCOMPARE(theCase()->text, u"bags at the gate"_s);
        QCOMPARE(theCase()->address, u"多福巷2号"_s);
    }
    void itIsFiled()
    {
        QVERIFY(sitDown(u"filer1"_s));
        DeskWindow::key(Qt::Key_F3);
        QVERIFY(shows(mWindow.desk().filing().panel()));
        DeskWindow::key(Qt::Key_F5);
        QTRY_VERIFY(mWindow.desk().filing().panel().isBusy());
        DeskWindow::key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(state(), CaseState::Filed, 10'000);
    }
    void itIsDispatched()
    {
        QVERIFY(sitDown(u"dispatcher1"_s));
        DeskWindow::key(Qt::Key_4, Qt::ControlModifier);
        auto *desk = window().findChild<DispatchWorkspace *>();
        QVERIFY(desk != nullptr && quiet());
        QTRY_COMPARE(desk->count(u"dispatch"_s), 1);
        QVERIFY(shows(desk->panel()));
        DeskWindow::key(Qt::Key_D);
        QTRY_VERIFY(desk->panel().isBusy());
        QVERIFY(quiet());
        DeskWindow::key(Qt::Key_Return); // the first proposal
        QTRY_COMPARE_WITH_TIMEOUT(state(), CaseState::AtUnit, 10'000);
        QCOMPARE(theCase()->unit, u"U1"_s); // the one whose duty the condition names
    }
    void aSlipOfTheHandIsTakenBack()
    {
        auto *desk = window().findChild<DispatchWorkspace *>();
        QVERIFY(quiet());
        DeskWindow::key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(state(), CaseState::Filed, 10'000);
        QTRY_COMPARE(desk->count(u"dispatch"_s), 1);
        QVERIFY(shows(desk->panel()));
        DeskWindow::key(Qt::Key_D);
        QTRY_VERIFY(desk->panel().isBusy());
        QVERIFY(quiet());
        DeskWindow::key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(state(), CaseState::AtUnit, 10'000);
    }
    void theStreetNamesAPerson()
    {
        QVERIFY(sitDown(u"street1"_s));
        DeskWindow::key(Qt::Key_5, Qt::ControlModifier);
        auto *street = window().findChild<StreetWorkspace *>();
        QVERIFY(street != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(street->isSettled() && !session().isBusy(), 20'000);
        DeskWindow::key(Qt::Key_5); // all that is open here
        QTRY_COMPARE(street->queue().table().queue().rowCount(), 1);
        QVERIFY(shows(street->queue().panel()));
        DeskWindow::key(Qt::Key_A);
        QTRY_VERIFY(street->queue().panel().isBusy());
        QVERIFY(quiet());
        DeskWindow::key(Qt::Key_Return); // whoever is proposed first
        QTRY_COMPARE_WITH_TIMEOUT(state(), CaseState::Handling, 10'000);
        QCOMPARE(theCase()->person, u"P7"_s);
    }
    void theUnitHandsItBack()
    {
        QVERIFY(sitDown(u"handler1"_s));
        DeskWindow::key(Qt::Key_4, Qt::ControlModifier);
        auto *desk = window().findChild<DispatchWorkspace *>();
        QVERIFY(quiet());
        DeskWindow::key(Qt::Key_3); // what is at the units
        QTRY_COMPARE(desk->count(u"units"_s), 1);
        QVERIFY(shows(desk->panel()));
        DeskWindow::key(Qt::Key_Return); // to what can be done
        QTRY_VERIFY(qobject_cast<QAbstractButton *>(QApplication::focusWidget()) != nullptr);
        DeskWindow::key(Qt::Key_Return); // the first of it: handle
        QTRY_VERIFY(desk->panel().isBusy());
        DeskWindow::key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(state(), CaseState::FedBack, 10'000);
    }
    void allOfItIsInTheLog()
    {
        const auto events = session().district().askStore<QStringList>(
            [id = theCase()->id](Store &store) -> Result<QStringList> {
                QStringList told;
                const Result<QList<CaseEvent>> log = store.cases().events(id);
                if (!log) {
                    return log.error();
                }
                for (const CaseEvent &event : log.value()) {
                    told.append(event.actor + u' ' + toId(event.action));
                }
                return told;
            });
        QTRY_VERIFY(events.isFinished());
        QCOMPARE(events.result().value(),
                 QStringList({u"acceptor1 report"_s,
                              u"filer1 file"_s,
                              u"dispatcher1 dispatch"_s,
                              u"dispatcher1 withdraw"_s,
                              u"dispatcher1 dispatch"_s,
                              u"street1 assign"_s,
                              u"handler1 handle"_s}));
    }
    void cleanupTestCase() { mWindow.close(); }
};

static const TestRegistration<TestKeyboardFlow> kRegistered;

} // namespace gridward

#include "test_keyboardflow.moc"
