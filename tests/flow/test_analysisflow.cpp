// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/geopackagestore.h"
#include "tests/support/flowwindow.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"
#include "ui/dialogs/analysesdialog.h"
#include "ui/workspaces/analysisworkspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

/**
 * An analysis under a name, from the window to the store and back: the same cases give the same
 * map to the last bit, and other cases are told of. The real window on a real GeoPackage.
 */
class TestAnalysisFlow : public QObject
{
    Q_OBJECT

    QTemporaryDir mFolder;
    FlowWindow mSession;

    [[nodiscard]] QString path() const { return mFolder.filePath(u"analysis.gpkg"_s); }
    [[nodiscard]] bool workAs(const QString &user) const
    {
        mSession->district().setUser(user);
        return QTest::qWaitFor([&] { return mSession->district().user().name == user; }, 10'000);
    }
    [[nodiscard]] bool report(int count) const
    {
        for (int i = 0; i < count; ++i) {
            ReportDraft draft;
            draft.classCode = smallCatalogue().first().key.code;
            draft.kind = smallCatalogue().first().key.kind;
            draft.text = u"门前有暴露垃圾"_s;
            draft.source = CaseSource::Hotline;
            draft.place = smallAddresses().first().place;
            draft.place->longitude += 0.0001 * i;
            bool done = false;
            mSession->district().report(draft).then(
                &mSession->district(), [&](const Result<Case> &made) { done = bool(made); });
            if (!QTest::qWaitFor([&] { return done; }, 10'000)) {
                return false;
            }
        }
        return true;
    }
    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return workspace()->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] AnalysisWorkspace *workspace() const
    {
        return mSession->window().findChild<AnalysisWorkspace *>();
    }
    [[nodiscard]] bool isReady() const
    {
        return QTest::qWaitFor(
            [&] { return workspace()->state() == AnalysisWorkspace::State::Ready; }, 20'000);
    }
    /** Leaves a picture to be looked at, where GRIDWARD_SHOTS names a folder for it. */
    static void lookAt(QWidget &widget, const QString &name)
    {
        if (const QString shots = qEnvironmentVariable("GRIDWARD_SHOTS"); !shots.isEmpty()) {
            QVERIFY(widget.grab().save(shots + u'/' + name + u".png"_s));
        }
    }
    static void lookAtPicture(const QImage &picture, const QString &name)
    {
        if (const QString shots = qEnvironmentVariable("GRIDWARD_SHOTS"); !shots.isEmpty()) {
            QVERIFY(picture.save(shots + u'/' + name));
        }
    }
    /** What is said of the saved analysis that was opened. */
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto *told = part<QLabel>("analysisSaved");
        return QTest::qWaitFor([&] { return told->isVisible() && told->text().contains(words); },
                               20'000);
    }
    /** Opens the dialog, whose list has been read. */
    [[nodiscard]] AnalysesDialog *dialog(int rows) const
    {
        part<QPushButton>("analysesButton")->click();
        auto *made = workspace()->findChild<AnalysesDialog *>();
        const bool there =
            made != nullptr &&
            QTest::qWaitFor([&] { return made->findChild<QTableWidget *>()->rowCount() == rows; },
                            10'000);
        return there ? made : nullptr;
    }

    struct Told
    {
        int status = -1;
        QString words;
    };
    /** `gridward heatmap` as a process of its own. */
    [[nodiscard]] static Told run(const QStringList &arguments)
    {
        QProcess process;
        const QStringList all =
            QStringList{u"heatmap"_s} + arguments + QStringList{u"--lang"_s, u"en"_s};
        process.start(QStringLiteral(GRIDWARD_PROGRAM), all);
        if (!process.waitForFinished(120'000)) {
            process.kill();
            process.waitForFinished();
            return {-1, u"not finished"_s};
        }
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardError())};
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
        for (const char *role : {"acceptor", "analyst", "admin"}) {
            User user;
            user.name = QString::fromLatin1(role) + u'1';
            user.role = QString::fromLatin1(role);
            users.append(user);
        }
        QVERIFY(made->write(users));
        QVERIFY(made->publish());
        made.reset();
        QVERIFY(mSession.make(mFolder.filePath(u"profile"_s)));
        mSession->setExportProgram(QStringLiteral(GRIDWARD_PROGRAM));
        mSession->window().resize(1600, 900);
        mSession->window().show();
        mSession->store().open(path());
        QTRY_COMPARE_WITH_TIMEOUT(mSession->district().state(), StoreState::Live, 20'000);
        QVERIFY(workAs(u"acceptor1"_s));
        QVERIFY(report(12));
        QVERIFY(workAs(u"analyst1"_s));
        mSession->window().showScreen(u"analysis"_s);
        QVERIFY(isReady());
    }
    void cleanupTestCase() { mSession.reset(); }

    void savedAndOpenedAgain()
    {
        part<QComboBox>("analysisPeriod")->setCurrentIndex(4); // from the first to the last day
        part<QComboBox>("heatKernel")->setCurrentIndex(2);
        part<QSpinBox>("radiusMetres")->setValue(450);
        part<QComboBox>("compareWith")->setCurrentIndex(1);
        part<QComboBox>("compareShow")->setCurrentIndex(2);
        // The other period is read by itself: what it is compared with may come after the first
        // map.
        QTRY_VERIFY_WITH_TIMEOUT(
            part<QLabel>("analysisDetails")->text().contains(u"of the other period"_s), 20'000);
        QVERIFY(isReady());
        const QString count = part<QLabel>("analysisCount")->text();
        QVERIFY(count.contains(u"12"_s));
        QVERIFY(!part<QLabel>("analysisSaved")->isVisible());
        AnalysesDialog *save = dialog(0);
        QVERIFY(save != nullptr);
        save->findChild<QLineEdit *>(u"analysisName"_s)->setText(u"暴露垃圾，十一月"_s);
        save->findChild<QPushButton *>(u"analysisSave"_s)->click();
        auto *told = part<QLabel>("analysisSaved");
        QTRY_VERIFY_WITH_TIMEOUT(told->isVisible(), 10'000);
        QVERIFY2(told->text().contains(u"to the last bit"_s), qPrintable(told->text()));

        // Something else is looked at: it is not the saved one any more.
        part<QSpinBox>("radiusMetres")->setValue(900);
        part<QComboBox>("heatKernel")->setCurrentIndex(0);
        part<QComboBox>("compareWith")->setCurrentIndex(0);
        part<QComboBox>("analysisPeriod")->setCurrentIndex(0);
        part<QCheckBox>("analysisOpenOnly")->setChecked(true);
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && !told->isVisible(), 20'000);

        AnalysesDialog *open = dialog(1);
        QVERIFY(open != nullptr);
        lookAt(*open, u"analyses"_s);
        QTest::keyClick(open->findChild<QTableWidget *>(), Qt::Key_Return);
        QVERIFY2(says(u"to the last bit"_s), qPrintable(told->text()));
        QCOMPARE(part<QLabel>("analysisCount")->text(), count);
        QCOMPARE(part<QSpinBox>("radiusMetres")->value(), 450);
        QCOMPARE(part<QComboBox>("heatKernel")->currentIndex(), 2);
        QCOMPARE(part<QComboBox>("compareShow")->currentIndex(), 2);
        QVERIFY(!part<QCheckBox>("analysisOpenOnly")->isChecked());
        QVERIFY(part<QComboBox>("analysisPeriod")->currentText().contains(u"As saved"_s));
    }
    void otherCasesAreToldOf()
    {
        QVERIFY(workAs(u"acceptor1"_s));
        QVERIFY(report(1)); // in the period that was saved: it ends with this day
        QVERIFY(workAs(u"analyst1"_s));
        mSession->window().showScreen(u"analysis"_s);
        QVERIFY(isReady());
        AnalysesDialog *open = dialog(1);
        QVERIFY(open != nullptr);
        QTest::keyClick(open->findChild<QTableWidget *>(), Qt::Key_Return);
        auto *told = part<QLabel>("analysisSaved");
        QVERIFY2(says(u"Other cases than then: 1 event"_s), qPrintable(told->text()));
        lookAt(*workspace(), u"other-cases"_s);
        QVERIFY(part<QLabel>("analysisCount")->text().contains(u"13"_s));
        QVERIFY(told->property("alert").toBool());
    }
    void deletedOnlyWhenAskedTwice()
    {
        AnalysesDialog *open = dialog(1);
        QVERIFY(open != nullptr);
        auto *table = open->findChild<QTableWidget *>();
        QTest::keyClick(table, Qt::Key_Delete);
        QTest::qWait(100);
        QCOMPARE(table->rowCount(), 1);
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 0, 10'000);
        open->close();
    }
    void aPictureOfEachStep()
    {
        const QTemporaryDir folder;
        part<QComboBox>("compareWith")->setCurrentIndex(0);
        part<QComboBox>("analysisPeriod")->setCurrentIndex(2); // thirty days
        part<QComboBox>("playStep")->setCurrentIndex(2); // weeks, in most of which there is no case
        QTest::qWait(300);
        auto *slider = part<QSlider>("playSlider");
        slider->setValue(slider->maximum());
        QTest::qWait(300);
        QVERIFY(isReady());
        const int steps = slider->maximum() + 1;
        QVERIFY(steps >= 4);
        QSignalSpy ended(workspace(), &AnalysisWorkspace::exported);
        workspace()->exportSteps(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 120'000);
        const auto error = ended.first().at(1).value<std::optional<Error>>();
        QVERIFY2(!error, error ? qPrintable(error->message + error->detail) : "");
        const QStringList files = QDir(folder.path()).entryList({u"*.png"_s}, QDir::Files);
        QCOMPARE(files.size(), steps);
        QSet<QByteArray> different;
        for (const QString &name : files) {
            const QImage picture(folder.filePath(name));
            QVERIFY2(picture.width() * picture.height() > 8'000'000, qPrintable(name)); // A4
            lookAtPicture(picture, name);
            different.insert(
                QCryptographicHash::hash(QByteArrayView(picture.constBits(), picture.sizeInBytes()),
                                         QCryptographicHash::Sha256));
        }
        QCOMPARE(different.size(), steps); // each has its own period on it
        QCOMPARE(slider->value(), slider->maximum());
        part<QComboBox>("playStep")->setCurrentIndex(0);
        QVERIFY(isReady());
    }
    void theCommandMakesTheSameMap()
    {
        part<QComboBox>("compareWith")->setCurrentIndex(0);
        QTest::qWait(300);
        QVERIFY(isReady());
        AnalysesDialog *save = dialog(0);
        QVERIFY(save != nullptr);
        save->findChild<QLineEdit *>(u"analysisName"_s)->setText(u"每周"_s);
        save->findChild<QPushButton *>(u"analysisSave"_s)->click();
        QVERIFY(says(u"to the last bit"_s));
        const QString there = mFolder.filePath(u"command.csv"_s);
        const Told told = run({path(), u"--analysis"_s, u"每周"_s, u"--out"_s, there});
        QVERIFY2(told.status == 0, qPrintable(told.words));
        QVERIFY2(told.words.contains(u"to the last bit"_s), qPrintable(told.words));
        QFile table(there);
        QVERIFY(table.open(QIODevice::ReadOnly));
        QVERIFY(table.readAll().count('\n') > 100);

        const Told sheet = run({path(),
                                u"--analysis"_s,
                                u"每周"_s,
                                u"--paper"_s,
                                u"a3"_s,
                                u"--out"_s,
                                mFolder.filePath(u"sheet.pdf"_s)});
        QVERIFY2(sheet.status == 0, qPrintable(sheet.words));
        QVERIFY(QFileInfo(mFolder.filePath(u"sheet.pdf"_s)).size() > 10'000);

        // A project with its values and areas; GRIDWARD_SHOTS keeps it, to be opened in QGIS.
        const QString kept = qEnvironmentVariable("GRIDWARD_SHOTS", mFolder.path());
        const QString project = kept + u"/weekly.qgz"_s;
        const Told qgis = run({path(), u"--analysis"_s, u"每周"_s, u"--out"_s, project});
        QVERIFY2(qgis.status == 0, qPrintable(qgis.words));
        for (const char *ending : {"qgz", "tif", "gpkg"}) {
            QVERIFY(QFileInfo(kept + u"/weekly."_s + QLatin1String(ending)).size() > 1000);
        }

        const QString none = mFolder.filePath(u"none.csv"_s);
        const Told unknown = run({path(), u"--analysis"_s, u"unknown"_s, u"--out"_s, none});
        QCOMPARE(unknown.status, 1);
        QVERIFY2(unknown.words.contains(u"unknown"_s), qPrintable(unknown.words));
        const Told mixed =
            run({path(), u"--analysis"_s, u"每周"_s, u"--bandwidth"_s, u"300"_s, u"--out"_s, none});
        QCOMPARE(mixed.status, 2);
        QVERIFY2(mixed.words.contains(u"bandwidth"_s), qPrintable(mixed.words));
        const Told nobody =
            run({path(), u"--analysis"_s, u"每周"_s, u"--as"_s, u"acceptor1"_s, u"--out"_s, none});
        QVERIFY2(nobody.status == 4 || nobody.status == 1, qPrintable(nobody.words));
        QVERIFY(!QFileInfo::exists(none));
    }
};

static const TestRegistration<TestAnalysisFlow> registration;

} // namespace gridward

#include "test_analysisflow.moc"
