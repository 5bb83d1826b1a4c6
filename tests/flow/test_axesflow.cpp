// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/steprunner.h"
#include "models/store/geopackagestore.h"
#include "tests/support/flowwindow.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"
#include "ui/panels/casepanel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

/**
 * Nobody judges their own work from any screen: the real window on a real GeoPackage, every panel
 * of a case in it, and what the screens send when they are gone round. docs/axes.md.
 */
class TestAxesFlow : public QObject
{
    Q_OBJECT

    QTemporaryDir mFolder;
    FlowWindow mSession;

    [[nodiscard]] QString path() const { return mFolder.filePath(u"axes.gpkg"_s); }
    bool workAs(const QString &user) const
    {
        mSession->district().setUser(user);
        return QTest::qWaitFor([&] { return mSession->district().user().name == user; }, 10'000) &&
               QTest::qWaitFor([&] { return !mSession->isBusy(); }, 10'000);
    }
    /** The error's detail, or "done". */
    [[nodiscard]] QString act(const CaseId &id, CaseAction action, const QString &target = {}) const
    {
        ActionRequest request;
        request.action = action;
        request.target = target;
        request.note = u"why"_s;
        QString told;
        mSession->district()
            .act(id, request)
            .then(&mSession->district(),
                  [&](const Result<Case> &done) { told = done ? u"done"_s : done.error().detail; });
        return QTest::qWaitFor([&] { return !told.isNull(); }, 10'000) ? told : u"no answer"_s;
    }
    /** Dispatched by `dispatcher`, handled by handler1. */
    [[nodiscard]] CaseId handled(const QString &dispatcher) const
    {
        ReportDraft draft;
        draft.classCode = smallCatalogue().first().key.code;
        draft.kind = smallCatalogue().first().key.kind;
        draft.text = u"门前有暴露垃圾"_s;
        draft.source = CaseSource::Hotline;
        draft.place = smallAddresses().first().place;
        std::optional<CaseId> id;
        if (!workAs(u"acceptor1"_s)) {
            return {};
        }
        mSession->district().report(draft).then(
            &mSession->district(), [&](const Result<Case> &made) { id = made.value().id; });
        const bool there =
            QTest::qWaitFor([&] { return id && mSession->cases().find(*id) != nullptr; }, 10'000);
        const bool worked = there && workAs(u"filer1"_s) &&
                            act(*id, CaseAction::File) == "done"_L1 && workAs(dispatcher) &&
                            act(*id, CaseAction::Dispatch, u"U1"_s) == "done"_L1 &&
                            workAs(u"handler1"_s) && act(*id, CaseAction::Handle) == "done"_L1;
        return worked ? *id : CaseId{};
    }
    [[nodiscard]] static bool isRead(const CasePanel &panel, const CaseId &id)
    {
        return QTest::qWaitFor(
            [&] {
                return panel.shownCase() == id && panel.file() &&
                       panel.refusalOf(CaseAction::Check).has_value();
            },
            10'000);
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
        const auto add = [&](const QString &name, const QString &role, const QString &person = {}) {
            User user;
            user.name = name;
            user.role = role;
            user.person = person;
            user.actsForAllUnits = role == "handler"_L1;
            users.append(user);
        };
        for (const char *role :
             {"acceptor", "filer", "dispatcher", "handler", "checker", "admin"}) {
            add(QString::fromLatin1(role) + u'1', QString::fromLatin1(role));
        }
        add(u"worker"_s, u"dispatcher"_s, u"P9"_s);
        add(u"twin"_s, u"checker"_s, u"P9"_s);
        QVERIFY(made->write(users));
        QVERIFY(made->publish());
        made.reset();
        QVERIFY(mSession.make(mFolder.filePath(u"profile"_s)));
        mSession->window().resize(1600, 900);
        mSession->window().show();
        mSession->store().open(path());
        QTRY_COMPARE_WITH_TIMEOUT(mSession->district().state(), StoreState::Live, 20'000);
        for (const QString &screen : MainWindow::screens()) {
            if (screen != "wall"_L1 && screen != "analysis"_L1) { // which have no case to act on
                mSession->window().showScreen(screen);
            }
        }
        QTRY_VERIFY_WITH_TIMEOUT(!mSession->isBusy(), 20'000);
    }
    void cleanupTestCase() { mSession.reset(); }

    /** Every panel of a case there is, on whatever screen: the step is not offered, nor taken. */
    void noScreenOffersIt()
    {
        const CaseId id = handled(u"worker"_s);
        QVERIFY(!id.value.isNull());
        const QList<CasePanel *> panels = mSession->window().findChildren<CasePanel *>();
        QVERIFY(panels.size() >= 5); // map, dispatch, street, supervision, leader …
        for (const QString &user : {u"twin"_s, u"checker1"_s}) {
            QVERIFY(workAs(user));
            const bool may = user == "checker1"_L1;
            for (CasePanel *panel : panels) {
                panel->showCase(id);
                QVERIFY(isRead(*panel, id));
                // Not another user's offers that are still there.
                QTRY_COMPARE_WITH_TIMEOUT(
                    panel->refusalOf(CaseAction::Check)->isEmpty(), may, 10'000);
                auto *button = panel->findChild<QAbstractButton *>(u"act-check"_s);
                QCOMPARE(button != nullptr && button->isEnabled(), may);
                if (!may) {
                    panel->startAction(CaseAction::Check);
                    QVERIFY(!panel->isBusy());
                }
            }
        }
        // Forced past the screens.
        QVERIFY(workAs(u"twin"_s));
        QCOMPARE(act(id, CaseAction::Check), u"own-work"_s);
        // And in a run of several, as batches, drags and the command line take steps.
        const CaseId others = handled(u"dispatcher1"_s);
        QVERIFY(!others.value.isNull());
        QVERIFY(workAs(u"twin"_s));
        StepRunner runner(mSession->district());
        QSignalSpy finished(&runner, &StepRunner::finished);
        QList<StepOrder> orders;
        for (const CaseId &one : {id, others}) {
            StepOrder order;
            order.id = one;
            order.request.action = CaseAction::Check;
            orders.append(order);
        }
        QVERIFY(runner.start(orders));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
        QCOMPARE(runner.outcomes().size(), 2);
        QVERIFY(runner.outcomes().at(0).error);
        QCOMPARE(runner.outcomes().at(0).error->detail, u"own-work"_s);
        QVERIFY(!runner.outcomes().at(1).error);
        QVERIFY(workAs(u"checker1"_s));
        QCOMPARE(act(id, CaseAction::Check), u"done"_s);
    }
};

static const TestRegistration<TestAxesFlow> registration;

} // namespace gridward

#include "test_axesflow.moc"
