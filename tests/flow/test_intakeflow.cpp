// SPDX-License-Identifier: GPL-3.0-or-later
// The call desk in the real window on a real store: the program is killed in the middle of a form,
// and a call goes from the first key to the filing list by the keyboard alone.
#include "models/store/geopackagestore.h"
#include "tests/support/deskwindow.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/intakeform.h"
#include "ui/panels/similarpanel.h"
#include "ui/workspaces/filingqueue.h"

#include <QLabel>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

class TestIntakeFlow : public QObject
{
    Q_OBJECT

    QTemporaryDir mFolder;
    DeskWindow mWindow;
    bool mStopped = false; ///< each step stands on those before it

    [[nodiscard]] QString path(const QString &name) const { return mFolder.filePath(name); }
    [[nodiscard]] QList<Case> cases()
    {
        const auto all = mWindow.session().district().newest(10);
        return QTest::qWaitFor([&] { return all.isFinished(); }, 5'000) && all.result()
                   ? all.result().value()
                   : QList<Case>();
    }

private slots:
    void init() { QVERIFY2(!mStopped, "a step before this one has failed"); }
    void cleanup() { mStopped = mStopped || QTest::currentTestFailed(); }
    void initTestCase()
    {
        Result<std::unique_ptr<GeoPackageStore>> created =
            GeoPackageStore::create(path(u"flow.gpkg"_s), smallInfo());
        QVERIFY(created);
        std::unique_ptr<GeoPackageStore> made = std::move(created).value();
        QVERIFY(fillSmallDistrict(*made));
        QVERIFY(made->write(smallAddresses()));
        QVERIFY(made->write(smallComponents()));
        QVERIFY(made->write(QList<User>{{u"filer1"_s, {}, u"filer"_s, {}, {}, false}}));
        QVERIFY(made->publish());
    }
    void aKilledProgramLosesNothing()
    {
        QProcess typer;
        typer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        typer.start(QApplication::applicationDirPath() + u"/desktyper"_s,
                    {path(u"flow.gpkg"_s), path(u"typer"_s)});
        QVERIFY(typer.waitForStarted());
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += typer.readAllStandardOutput()).contains("typed"), 60'000);
        typer.kill();
        QVERIFY(typer.waitForFinished());
        QCOMPARE(typer.exitStatus(), QProcess::CrashExit);

        QVERIFY(mWindow.open(path(u"flow.gpkg"_s), path(u"profile"_s), u"acceptor1"_s));
        IntakeForm &form = mWindow.desk().form();
        QTRY_COMPARE(form.words(), u"bags in front of num"_s);
        QTRY_VERIFY(form.chosenClass().has_value());
        QCOMPARE(form.chosenClass()->key.code, u"06010"_s);
        QCOMPARE(form.address(), u"多福巷2号"_s);
        QCOMPARE(form.place(), std::optional(smallAddresses().at(1).place));
        const auto *notice = form.findChild<QLabel *>(u"caseNotice"_s);
        QVERIFY(notice->isVisible() && notice->text().contains(u"Restored"_s));
    }
    void goesOnWhereItWas()
    {
        QVERIFY(mWindow.settle());
        DeskWindow::key(Qt::Key_F2);
        DeskWindow::key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(cases().size(), 1);
        QTRY_VERIFY(mWindow.desk().form().content().isEmpty());
        const Case made = cases().first();
        QCOMPARE(made.text, u"bags in front of num"_s);
        QCOMPARE(made.source, CaseSource::Hotline);
        QCOMPARE(made.grid, smallGrids().first().code);
        const auto drafts = [&] {
            const auto kept = mWindow.session().district().askStore<QList<FormDraft>>(
                [](Store &store) { return store.drafts().drafts(); });
            return QTest::qWaitFor([&] { return kept.isFinished(); }, 5'000) && kept.result()
                       ? kept.result().value().size()
                       : -1;
        };
        QTRY_COMPARE(drafts(), 0);
    }
    void theSecondCallJoinsTheFirst()
    {
        DeskWindow::key(Qt::Key_F2);
        DeskWindow::type(u"多福巷2号"_s);
        QVERIFY(mWindow.settle());
        DeskWindow::key(Qt::Key_Return);
        QTRY_COMPARE(mWindow.desk().similar().count(), 1);
        DeskWindow::type(u"暴露"_s);
        DeskWindow::key(Qt::Key_Return);
        DeskWindow::type(u"still there"_s);
        QVERIFY(mWindow.settle());
        DeskWindow::key(Qt::Key_F8);
        QTRY_COMPARE(cases().size(), 2);
        const Case second = cases().first();
        const Case first = cases().last();
        QCOMPARE(second.text, u"still there"_s);
        QCOMPARE(second.mergedInto, first.id.toText());
        QCOMPARE(second.state, CaseState::Void);
    }
    void theCallIsFiled()
    {
        mWindow.session().district().setUser(u"filer1"_s);
        QTRY_COMPARE(mWindow.session().district().user().name, u"filer1"_s);
        QVERIFY(mWindow.settle());
        DeskWindow::key(Qt::Key_F3);
        FilingQueue &filing = mWindow.desk().filing();
        QTRY_COMPARE(filing.count(u"awaiting"_s), 1);
        QTRY_VERIFY(filing.panel().shownCase().has_value());
        QTRY_VERIFY(!mWindow.session().district().isBusy());
        DeskWindow::key(Qt::Key_F5);
        QTRY_VERIFY(filing.panel().isBusy());
        DeskWindow::key(Qt::Key_Return, Qt::ControlModifier);
        const auto firstState = [&] {
            const QList<Case> all = cases();
            return all.isEmpty() ? CaseState::Archived : all.last().state;
        };
        QTRY_COMPARE(firstState(), CaseState::Filed);
        QTRY_COMPARE(filing.count(u"awaiting"_s), 0);
    }
    void cleanupTestCase() { mWindow.close(); }
};
static const TestRegistration<TestIntakeFlow> sRegistration;

} // namespace gridward

#include "test_intakeflow.moc"
