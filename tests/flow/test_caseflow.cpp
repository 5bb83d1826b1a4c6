// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/geopackagestore.h"
#include "tests/support/flowwindow.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/reportform.h"
#include "ui/workspaces/mapworkspace.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

/**
 * One case from report to close through the real main window, on a real GeoPackage, while another
 * process watches the file.
 */
class TestCaseFlow : public QObject
{
    Q_OBJECT

    QTemporaryDir mFolder;
    FlowWindow mSession;
    QProcess mPeer;
    QByteArray mTold;

    [[nodiscard]] QString path() const { return mFolder.filePath(u"flow.gpkg"_s); }

    template <typename T>
    [[nodiscard]] T *find(const QString &name)
    {
        return mSession->window().findChild<T *>(name);
    }

    /** The queues have one each; this is the one beside the map. */
    [[nodiscard]] CasePanel *mapPanel()
    {
        return find<QWidget>(u"mapWorkspace"_s)->findChild<CasePanel *>(u"casePanel"_s);
    }
    [[nodiscard]] qsizetype timesTold(const QString &id)
    {
        mTold += mPeer.readAllStandardOutput();
        return mTold.count("told " + id.toUtf8());
    }

    /** Works as this user and takes the step by its button; every window and the peer follow. */
    bool take(const CaseId &id, const QString &user, CaseAction action)
    {
        mSession->district().setUser(user);
        if (!QTest::qWaitFor([&] { return mSession->district().user().name == user; }, 10'000)) {
            return false;
        }
        auto *panel = mapPanel();
        panel->showCase(id);
        const QString name = u"act-"_s + toId(action);
        if (!QTest::qWaitFor([&] {
                const auto *button = panel->findChild<QAbstractButton *>(name);
                return button != nullptr && button->isVisible() && button->isEnabled();
            })) {
            return false;
        }
        const qsizetype before = timesTold(id.toText());
        QTest::mouseClick(panel->findChild<QAbstractButton *>(name), Qt::LeftButton);
        auto *send = panel->findChild<QAbstractButton *>(u"sendAction"_s);
        if (send != nullptr && send->isVisible()) {
            auto *met = panel->findChild<QCheckBox *>(u"closingConditionMet"_s);
            if (met != nullptr && met->isVisible()) {
                met->setChecked(true);
            }
            if (!send->isEnabled()) { // something is to be chosen first
                auto *rows = panel->findChild<QAbstractItemView *>(u"choiceRows"_s);
                if (rows == nullptr || rows->model()->rowCount() == 0) {
                    return false;
                }
                rows->setCurrentIndex(rows->model()->index(0, 0));
            }
            QTest::mouseClick(send, Qt::LeftButton);
        }
        return QTest::qWaitFor([&] { return timesTold(id.toText()) > before; }, 10'000);
    }
    [[nodiscard]] CaseState stateOf(const CaseId &id)
    {
        const Case *subject = mSession->cases().find(id);
        return subject != nullptr ? subject->state : CaseState::Closed;
    }
    [[nodiscard]] int rowsOf(const QString &table)
    {
        return find<QTableView>(table)->model()->rowCount();
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
        for (const char *role :
             {"acceptor", "filer", "dispatcher", "handler", "checker", "supervisor", "admin"}) {
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
        mPeer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        mPeer.start(QApplication::applicationDirPath() + u"/storepeer"_s, {path()});
        QVERIFY(mPeer.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT((mTold += mPeer.readAllStandardOutput()).contains("open"), 20'000);
        mSession->window().resize(1440, 900);
        mSession->window().show();
        mSession->store().open(path());
        QTRY_COMPARE_WITH_TIMEOUT(mSession->district().state(), StoreState::Live, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!mSession->isBusy(), 20'000);
    }

    void fromReportToClose()
    {
        MainWindow &window = mSession->window();
        mSession->district().setUser(u"acceptor1"_s);
        QTRY_COMPARE(mSession->district().user().name, u"acceptor1"_s);
        // Both queues are open while it happens.
        window.showScreen(u"supervision"_s);
        window.showScreen(u"dispatch"_s);
        window.showScreen(u"map"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!mSession->isBusy(), 20'000);
        QVERIFY(mSession->cases().all().isEmpty());

        // Report at a clicked place.
        auto *tool = find<QAction>(u"toolReport"_s);
        QVERIFY(tool && tool->isEnabled());
        tool->trigger();
        // Other desks have a map of their own.
        auto *canvas =
            window.findChild<MapWorkspace *>()->findChild<QAbstractScrollArea *>(u"mapCanvas"_s);
        QVERIFY(canvas);
        QWidget *ground = canvas->viewport();
        const QPoint spot = ground->rect().center() + QPoint(40, 30);
        QTest::mouseClick(ground, Qt::LeftButton, {}, spot);
        auto *form = find<ReportForm>(u"reportForm"_s);
        QVERIFY(form);
        QTRY_VERIFY(form->isVisible());
        auto *send = form->findChild<QAbstractButton *>(u"reportSend"_s);
        QVERIFY(!send->isEnabled());
        auto *classField = form->findChild<QLineEdit *>(u"choiceField"_s);
        QVERIFY(classField && send);
        auto *classes = form->findChild<QAbstractItemView *>(u"choiceRows"_s);
        QTRY_VERIFY(classes->model()->rowCount() > 0);
        const CatalogueEntry entry = smallCatalogue().first();
        QTest::keyClicks(classField, entry.key.code);
        QTRY_VERIFY(classes->model()->rowCount() >= 1);
        QTest::keyClick(classField, Qt::Key_Return);
        QTest::keyClicks(form->findChild<QPlainTextEdit *>(u"reportText"_s), u"a broken lamp"_s);
        QTRY_VERIFY(send->isEnabled());
        QTest::keyClick(form->findChild<QPlainTextEdit *>(u"reportText"_s),
                        Qt::Key_Return,
                        Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(mSession->cases().all().size(), 1, 10'000);
        const Case reported = mSession->cases().all().cbegin().value();
        QVERIFY(!reported.grid.isEmpty());
        QCOMPARE(reported.text, u"a broken lamp"_s);
        const CaseId id = reported.id;
        QTRY_COMPARE_WITH_TIMEOUT(timesTold(id.toText()), 1, 10'000);
        QTRY_VERIFY(mapPanel()->isVisible());

        // File, dispatch, handle, check, close: each by who may, each seen by all.
        QVERIFY(take(id, u"filer1"_s, CaseAction::File));
        QTRY_COMPARE(stateOf(id), CaseState::Filed);
        QTRY_COMPARE(rowsOf(u"caseTable-dispatch"_s), 1);
        QVERIFY(take(id, u"dispatcher1"_s, CaseAction::Dispatch));
        QTRY_COMPARE(stateOf(id), CaseState::AtUnit);
        QTRY_COMPARE(rowsOf(u"caseTable-dispatch"_s), 0);
        QVERIFY(mSession->cases().find(id)->dueAt.has_value());
        QVERIFY(take(id, u"handler1"_s, CaseAction::Handle));
        QTRY_COMPARE(stateOf(id), CaseState::FedBack);
        QTRY_COMPARE(rowsOf(u"caseTable-check"_s), 1);
        QVERIFY(take(id, u"checker1"_s, CaseAction::Check));
        QTRY_COMPARE(stateOf(id), CaseState::PendingClose);
        QVERIFY(take(id, u"filer1"_s, CaseAction::Close));
        QTRY_VERIFY(mSession->cases().all().isEmpty());
        QTRY_COMPARE(rowsOf(u"caseTable-check"_s), 0);
        QCOMPARE(timesTold(id.toText()), 6); // every step once, in the other program too
    }
    void anotherProgramsCaseAppears()
    {
        mPeer.write("one\n");
        QTRY_COMPARE_WITH_TIMEOUT(mSession->cases().all().size(), 1, 10'000);
        QTRY_VERIFY(find<QLabel>(u"statusDistrict"_s)->text().contains(u"1 open"_s));
    }
    void nobodyMayDoWhatIsNotTheirs()
    {
        const CaseId id = mSession->cases().all().cbegin().value().id;
        mSession->district().setUser(u"checker1"_s);
        QTRY_COMPARE(mSession->district().user().name, u"checker1"_s);
        auto *panel = mapPanel();
        panel->showCase(id);
        QTRY_VERIFY(panel->findChild<QAbstractButton *>(u"act-verify"_s) != nullptr ||
                    panel->findChild<QAbstractButton *>(u"whyNot"_s)->isVisible());
        QVERIFY(panel->findChild<QAbstractButton *>(u"act-file"_s) == nullptr);
    }

    void cleanupTestCase()
    {
        mPeer.closeWriteChannel();
        QVERIFY(mPeer.waitForFinished(20'000));
        mSession.reset();
    }
};

static const TestRegistration<TestCaseFlow> kRegistered;

} // namespace gridward

#include "test_caseflow.moc"
