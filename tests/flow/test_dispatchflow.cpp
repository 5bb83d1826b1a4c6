// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/geopackagestore.h"
#include "models/view/unitmodel.h"
#include "tests/support/flowwindow.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/paneldocks.h"
#include "ui/panels/unitspanel.h"
#include "ui/workspaces/dispatchworkspace.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

/**
 * Cases from the call to the hand-back at the real dispatch desk, on a real GeoPackage: by dragging
 * and by the command line, and two desks that race.
 */
class TestDispatchFlow : public QObject
{
    Q_OBJECT

    QTemporaryDir mFolder;
    FlowWindow mSession;

    [[nodiscard]] QString path() const { return mFolder.filePath(u"desk.gpkg"_s); }
    [[nodiscard]] DispatchWorkspace &desk() const
    {
        return *mSession->window().findChild<DispatchWorkspace *>();
    }
    bool workAs(const QString &user) const
    {
        mSession->district().setUser(user);
        return QTest::qWaitFor([&] { return mSession->district().user().name == user; }, 10'000);
    }
    [[nodiscard]] CaseState stateOf(const CaseId &id) const
    {
        const Case *subject = mSession->cases().find(id);
        return subject != nullptr ? subject->state : CaseState::Closed;
    }
    /** A call comes in: the desk of the calls has a test of its own. */
    CaseId call(const QString &text) const
    {
        ReportDraft draft;
        draft.classCode = smallCatalogue().first().key.code;
        draft.kind = smallCatalogue().first().key.kind;
        draft.text = text;
        draft.source = CaseSource::Hotline;
        draft.place = smallAddresses().first().place;
        std::optional<CaseId> id;
        mSession->district().report(draft).then(&mSession->district(),
                                                [&](const Result<Case> &made) {
                                                    if (made) {
                                                        id = made.value().id;
                                                    }
                                                });
        const bool there =
            QTest::qWaitFor([&] { return id && mSession->cases().find(*id) != nullptr; }, 10'000);
        return there ? *id : CaseId{};
    }
    /** Types a line, and waits until the desk knows all that it speaks of. */
    bool type(const QString &line) const
    {
        auto *field = desk().findChild<QLineEdit *>(u"commandLine"_s);
        desk().startCommand();
        field->clear();
        QTest::keyClicks(field, line);
        const bool ready = QTest::qWaitFor([&] { return !mSession->isBusy(); }, 10'000);
        QTest::keyClick(field, Qt::Key_Return);
        return ready;
    }
    [[nodiscard]] int rowOf(const CaseId &id) const { return desk().table().queue().rowOf(id) + 1; }
    bool handle(const CaseId &id) const
    {
        if (!workAs(u"handler1"_s) || !desk().showCase(id)) {
            return false;
        }
        CasePanel &panel = desk().panel();
        if (!QTest::qWaitFor([&] {
                return panel.shownCase() == id && panel.file() &&
                       panel.findChild<QAbstractButton *>(u"act-handle"_s) != nullptr;
            })) {
            return false;
        }
        panel.findChild<QAbstractButton *>(u"act-handle"_s)->click();
        panel.findChild<QAbstractButton *>(u"sendAction"_s)->click();
        return QTest::qWaitFor([&] { return stateOf(id) == CaseState::FedBack; }, 10'000);
    }

private slots:
    void initTestCase()
    {
        Result<std::unique_ptr<GeoPackageStore>> created =
            GeoPackageStore::create(path(), smallInfo());
        QVERIFY(created);
        std::unique_ptr<GeoPackageStore> made = std::move(created).value();
        QVERIFY(fillSmallDistrict(*made));
        QList<User> users;
        for (const char *role : {"acceptor", "filer", "dispatcher", "handler", "admin"}) {
            User user;
            user.role = QString::fromLatin1(role);
            user.name = user.role + u'1';
            user.actsForAllUnits = user.role == "handler"_L1;
            users.append(user);
        }
        QVERIFY(made->write(users));
        QVERIFY(made->publish());
        made.reset();
        QVERIFY(mSession.make(mFolder.filePath(u"profile"_s)));
        mSession->window().resize(1920, 1080);
        mSession->window().show();
        mSession->window().activateWindow();
        mSession->store().open(path());
        QTRY_COMPARE_WITH_TIMEOUT(mSession->district().state(), StoreState::Live, 20'000);
        QVERIFY(workAs(u"acceptor1"_s));
        mSession->window().showScreen(u"dispatch"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!mSession->isBusy(), 20'000);
    }

    void byTheCommandLine()
    {
        const CaseId one = call(u"a broken lamp"_s);
        const CaseId two = call(u"a second lamp"_s);
        QVERIFY(!one.isNull() && !two.isNull());
        QVERIFY(workAs(u"filer1"_s));
        desk().showQueue(u"filing"_s);
        QTRY_COMPARE(desk().table().queue().rowCount(), 2);
        QVERIFY(type(u"f 1-2"_s));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(one), CaseState::Filed, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(two), CaseState::Filed, 10'000);
        QVERIFY(workAs(u"dispatcher1"_s));
        desk().showQueue(u"dispatch"_s);
        QTRY_COMPARE(desk().table().queue().rowCount(), 2);
        QVERIFY(type(u"d %1 sanitation"_s.arg(rowOf(one))));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(one), CaseState::AtUnit, 10'000);
        QCOMPARE(mSession->cases().find(one)->unit, u"U1"_s);
        QVERIFY(handle(one));
        // The other one goes back to where it was filed, with its reason.
        QVERIFY(workAs(u"dispatcher1"_s));
        desk().showQueue(u"dispatch"_s);
        QTRY_COMPARE(desk().table().queue().rowCount(), 1);
        QVERIFY(type(u"r 1 not a lamp"_s));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(two), CaseState::PendingFiling, 10'000);
    }
    void byDragAndDrop()
    {
        QVERIFY(workAs(u"acceptor1"_s));
        const CaseId id = call(u"rubbish"_s);
        QVERIFY(workAs(u"filer1"_s));
        desk().showQueue(u"filing"_s);
        QTRY_VERIFY(rowOf(id) > 0);
        QVERIFY(type(u"f %1"_s.arg(rowOf(id))));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), CaseState::Filed, 10'000);
        QVERIFY(workAs(u"dispatcher1"_s));
        QVERIFY(desk().showCase(id));
        QTableView &units = desk().findChild<UnitsPanel *>()->table();
        QTRY_VERIFY(units.model()->rowCount() > 0);
        desk().docks().showPanel(u"units"_s);
        int row = 0;
        while (units.model()->index(row, 1).data(UnitModel::CodeRole).toString() != "U1"_L1) {
            QVERIFY(++row < units.model()->rowCount());
        }
        QCOMPARE(desk().table().selectedCases(), QList<CaseId>{id});
        QVERIFY(units.isVisible());
        const QPoint place = units.visualRect(units.model()->index(row, 1)).center();
        const std::unique_ptr<QMimeData> data(desk().table().dragData());
        QVERIFY(data);
        QDragEnterEvent enter(place, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(units.viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(place, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(units.viewport(), &drop);
        QVERIFY(drop.isAccepted());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), CaseState::AtUnit, 10'000);
        QVERIFY(mSession->cases().find(id)->dueAt.has_value());
        const auto load = [&] {
            const UnitModel &model = desk().findChild<UnitsPanel *>()->model();
            return model.index(model.rowOf(u"U1"_s), static_cast<int>(UnitModel::Column::Open))
                .data()
                .toString();
        };
        QTRY_COMPARE(load(), u"2"_s); // the one that was handed back is still theirs
        QVERIFY(handle(id));
    }
    void theLoserOfARaceSeesBothVersions()
    {
        QVERIFY(workAs(u"acceptor1"_s));
        const CaseId id = call(u"raced for"_s);
        QVERIFY(workAs(u"filer1"_s));
        desk().showQueue(u"filing"_s);
        QTRY_VERIFY(rowOf(id) > 0);
        QVERIFY(type(u"f %1"_s.arg(rowOf(id))));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), CaseState::Filed, 10'000);
        QVERIFY(workAs(u"dispatcher1"_s));
        QVERIFY(desk().showCase(id));
        QTRY_VERIFY(desk().panel().shownCase() == id && desk().panel().file());
        desk().panel().startAction(CaseAction::Return);
        auto *note = desk().panel().findChild<QPlainTextEdit *>(u"actionNote"_s);
        note->setPlainText(u"typed by the second one"_s);
        // Another seat dispatches it while this one types.
        ActionRequest theirs;
        theirs.action = CaseAction::Dispatch;
        theirs.target = u"U1"_s;
        mSession->district().act(id, theirs);
        QTRY_VERIFY_WITH_TIMEOUT(desk().panel().isInConflict(), 10'000);
        QCOMPARE(note->toPlainText(), u"typed by the second one"_s);
        auto *between = desk().panel().findChild<QLabel *>(u"conflictBetween"_s);
        QVERIFY2(between->text().contains(u"you: Dispatch"_s), qPrintable(between->text()));
        auto *giveUp = desk().panel().findChild<QAbstractButton *>(u"conflictGiveUp"_s);
        giveUp->click();
        QCOMPARE(stateOf(id), CaseState::AtUnit);
    }
    void cleanupTestCase() { mSession.reset(); }
};

static const TestRegistration<TestDispatchFlow> kRegistered;

} // namespace gridward

#include "test_dispatchflow.moc"
