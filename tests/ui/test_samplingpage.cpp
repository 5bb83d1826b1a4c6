// SPDX-License-Identifier: GPL-3.0-or-later
// The page of month-end sampling: draws what is asked for, and offers nobody their own cases.
#include "models/view/sampledcasemodel.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakesampling.h"
#include "tests/support/testregistry.h"
#include "ui/panels/photostrip.h"
#include "ui/supervision/samplingpage.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

class TestSamplingPage : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<FakeDistrict> mDistrict;
    std::unique_ptr<FakeSampling> mSampling;
    std::unique_ptr<SamplingPage> mPage;

    template <typename T>
    T &part(const char *name) const
    {
        return *mPage->findChild<T *>(QString::fromLatin1(name));
    }
    void show(const QString &role)
    {
        mDistrict->who.role = role;
        mPage = std::make_unique<SamplingPage>(*mDistrict, *mSampling);
        new QAbstractItemModelTester(const_cast<SampledCaseModel *>(&mPage->model()),
                                     QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     mPage.get());
        mPage->show();
        mPage->activateWindow(); // or no shortcut works
        QVERIFY(QTest::qWaitForWindowActive(mPage.get()));
        QTRY_VERIFY(mPage->isSettled());
    }

private slots:
    void init()
    {
        mDistrict = std::make_unique<FakeDistrict>();
        mDistrict->time.set(*instantFromIso(u"2026-11-20T08:00:00Z"_s));
        mSampling = std::make_unique<FakeSampling>();
        Sampling one;
        one.id = 3;
        one.month = u"2026-10"_s;
        one.population = 40;
        one.drawn = 2;
        one.seed = u"42"_s;
        one.user = u"s1"_s;
        one.at = *instantFromIso(u"2026-11-02T08:00:00Z"_s);
        mSampling->all = {one};
        mSampling->drawn = {{1, aCase(1), 2, {}, {}, false}, {2, aCase(2), 2, {}, {}, true}};
    }
    void cleanup() { mPage.reset(); }
    // What cannot be undone.
    void drawsWhatIsAskedForBySecondAct()
    {
        show(u"supervisor"_s);
        // The month that runs is not over: the first to choose is the one before.
        QCOMPARE(part<QComboBox>("samplingMonth").itemText(0), u"2026-10"_s);
        QCOMPARE(part<QComboBox>("samplingMonth").count(), 12);
        part<QLineEdit>("samplingCount").setText(u"5%"_s);
        part<QComboBox>("samplingStrata").setCurrentIndex(1);
        part<QPushButton>("samplingDraw").click();
        QVERIFY(mSampling->orders.isEmpty()); // it says what it will do
        QVERIFY(part<QLabel>("samplingDrawText").isVisible());
        QVERIFY(part<QLabel>("samplingDrawText").text().contains(u"5%"_s));
        QVERIFY(part<QLabel>("samplingDrawText").text().contains(u"2026-10"_s));
        part<QPushButton>("samplingDrawNow").click();
        QCOMPARE(mSampling->orders.size(), 1);
        QCOMPARE(mSampling->orders.first().month, u"2026-10"_s);
        QCOMPARE(mSampling->orders.first().size, SamplingSize({0, 5}));
        QCOMPARE(mSampling->orders.first().strata, SamplingStrata::Street);
        QVERIFY(mSampling->orders.first().area.isEmpty());
        QVERIFY(!mSampling->orders.first().seed);
        QTRY_VERIFY(!part<QPushButton>("samplingDrawNow").isVisible());
        part<QLineEdit>("samplingCount").setText(u"many"_s);
        part<QPushButton>("samplingDraw").click();
        QVERIFY(!part<QPushButton>("samplingDrawNow").isEnabled());
        QTest::keyClick(mPage.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(mSampling->orders.size(), 1);
    }
    void drawsFromAPartWithASeed()
    {
        show(u"supervisor"_s);
        part<QComboBox>("samplingArea").addItem(u"一街道"_s, u"110101001"_s);
        part<QComboBox>("samplingArea").setCurrentIndex(1);
        part<QLineEdit>("samplingSeed").setText(u" 42 "_s);
        part<QPushButton>("samplingDraw").click();
        QVERIFY(part<QLabel>("samplingDrawText").text().contains(u"一街道"_s));
        QTest::keyClick(mPage.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(mSampling->orders.size(), 1);
        QCOMPARE(mSampling->orders.first().area, u"110101001"_s);
        QCOMPARE(mSampling->orders.first().seed.value_or(QString()), u"42"_s);
    }
    void escapeTakesTheChoiceBackThenCloses()
    {
        show(u"supervisor"_s);
        part<QPushButton>("samplingDraw").click();
        QTest::keyClick(mPage.get(), Qt::Key_Escape);
        QVERIFY(!part<QPushButton>("samplingDrawNow").isVisible());
        QVERIFY(mPage->isVisible());
        part<QPushButton>("recheck-confirmed").click();
        QVERIFY(part<QPushButton>("recheck-confirmed").isChecked());
        QTest::keyClick(mPage.get(), Qt::Key_Escape);
        QVERIFY(!part<QPushButton>("recheck-confirmed").isChecked());
        QTest::keyClick(mPage.get(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(mSampling->orders.isEmpty() && mSampling->results.isEmpty());
        QTest::keyClick(mPage.get(), Qt::Key_Escape);
        QVERIFY(!mPage->isVisible());
    }
    void whatWasChosenForOneCaseIsNotStoredWithAnother()
    {
        mSampling->drawn.append({3, aCase(3), 2, {}, {}, false});
        show(u"checker"_s);
        part<QLineEdit>("samplingNote").setText(u"垃圾还在"_s);
        part<QPushButton>("recheck-refuted").click();
        mPage->findChild<QTableView *>()->selectRow(2);
        QVERIFY(!part<QPushButton>("recheck-refuted").isChecked());
        QVERIFY(part<QLineEdit>("samplingNote").text().isEmpty());
        QTest::keyClick(mPage.get(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(mSampling->results.isEmpty());
        // What was typed is still there when one comes back.
        mPage->findChild<QTableView *>()->selectRow(0);
        QCOMPARE(part<QLineEdit>("samplingNote").text(), u"垃圾还在"_s);
    }

    // What is looked at.
    void twoDrawsOfAMonthReadDifferently()
    {
        Sampling other = mSampling->all.first();
        other.id = 4;
        mSampling->all.append(other);
        show(u"checker"_s);
        const auto &choice = part<QComboBox>("samplingChoice");
        QVERIFY(choice.itemText(0) != choice.itemText(1));
        QVERIFY(choice.itemText(1).contains(u'4'));
        QVERIFY(choice.itemText(1).contains(u"2026-11-02"_s));
    }
    void enterOpensThePageOfACase()
    {
        show(u"checker"_s);
        QSignalSpy asked(mPage.get(), &SamplingPage::caseRequested);
        auto *table = mPage->findChild<QTableView *>();
        QTest::keyClick(table, Qt::Key_Return);
        QTest::keyClick(mPage.get(), Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.first().first().value<CaseId>(), Case(aCase(1)).id);
    }
    void writesTheSheet()
    {
        show(u"supervisor"_s);
        QVERIFY(part<QPushButton>("samplingSheet").isVisible());
        mPage->writeSheet(u"/nowhere/d.gpkg"_s);
        QCOMPARE(mSampling->sheets.size(), 1);
        QCOMPARE(mSampling->sheets.first().first, 3);
        QCOMPARE(mSampling->sheets.first().second, u"/nowhere/d.gpkg.csv"_s);
        QTRY_VERIFY(mPage->messages().currentText().contains(u"d.gpkg.csv"_s));
    }
    void picturesGoWithTheResult()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"after.png"_s);
        QImage picture(8, 8, QImage::Format_RGB32);
        picture.fill(Qt::green);
        QVERIFY(picture.save(path));
        show(u"checker"_s);
        mPage->findChild<PhotoStrip *>()->addFiles({path});
        part<QPushButton>("recheck-confirmed").click();
        QTRY_VERIFY(part<QPushButton>("samplingStore").isEnabled());
        part<QPushButton>("samplingStore").click();
        QCOMPARE(mSampling->results.size(), 1);
        QCOMPARE(mSampling->results.first().evidence.size(), 1);
        QVERIFY(mPage->findChild<PhotoStrip *>()->paths().isEmpty());
    }
    void whoSeesAPartDrawsFromItAndSeesWhatWasDrawn()
    {
        mDistrict->who.division = u"110101001"_s;
        Sampling newest = mSampling->all.first();
        newest.id = 5;
        mSampling->outcome = newest;
        show(u"supervisor"_s);
        QCOMPARE(mSampling->asked, QList<qint64>{3});
        mSampling->all.append(newest);
        part<QPushButton>("samplingDraw").click();
        part<QPushButton>("samplingDrawNow").click();
        QTRY_COMPARE(mSampling->orders.size(), 1);
        QTRY_VERIFY(mPage->isSettled());
        QCOMPARE(mSampling->orders.first().area, u"110101001"_s);
        QCOMPARE(mSampling->asked, (QList<qint64>{3, 5}));
    }
    void whoMayNotDrawIsNotOfferedIt()
    {
        show(u"checker"_s);
        QVERIFY(!part<QPushButton>("samplingDraw").isVisible());
        QVERIFY(part<QPushButton>("recheck-confirmed").isVisible());
        show(u"leader"_s);
        QVERIFY(!part<QPushButton>("samplingDraw").isVisible());
        QVERIFY(!part<QPushButton>("recheck-confirmed").isVisible());
    }
    void aReasonIsNeededUnlessItIsConfirmed()
    {
        show(u"checker"_s);
        QTRY_VERIFY(part<QPushButton>("recheck-confirmed").isEnabled());
        part<QPushButton>("recheck-refuted").click();
        QVERIFY(mSampling->results.isEmpty());
        QVERIFY(!part<QPushButton>("samplingStore").isEnabled());
        part<QLineEdit>("samplingNote").setText(u"垃圾还在"_s);
        QVERIFY(part<QPushButton>("samplingStore").isEnabled());
        QVERIFY(part<QLabel>("samplingResultText").isVisible());
        QTest::keyClick(&part<QLineEdit>("samplingNote"), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(mSampling->results.size(), 1);
        QCOMPARE(mSampling->results.first().sampling, 3);
        QCOMPARE(mSampling->results.first().result, RecheckResult::Refuted);
        QCOMPARE(mSampling->results.first().note, u"垃圾还在"_s);
        // It is final.
        QTRY_VERIFY(!part<QPushButton>("recheck-confirmed").isEnabled());
        QVERIFY(!part<QLineEdit>("samplingNote").isEnabled());
        QVERIFY(part<QLineEdit>("samplingNote").text().isEmpty()); // no reason for the next one
    }
    void nobodyIsOfferedTheirOwn()
    {
        show(u"checker"_s);
        mPage->findChild<QTableView *>()->selectRow(1);
        for (const char *name : {"recheck-confirmed", "recheck-refuted", "recheck-missing"}) {
            QVERIFY(!part<QPushButton>(name).isEnabled());
        }
        QVERIFY(part<QLabel>("samplingHint").text().contains(u"somebody else"_s));
        part<QLineEdit>("samplingNote").setText(u"x"_s);
        QVERIFY(!part<QPushButton>("recheck-refuted").isEnabled());
    }
};

static const TestRegistration<TestSamplingPage> registration;

} // namespace gridward

#include "test_samplingpage.moc"
