// SPDX-License-Identifier: GPL-3.0-or-later
// The page of month-end sampling: draws what is asked for, and offers nobody their own cases.
#include "models/service/samplingport.h"
#include "models/view/sampledcasemodel.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/testregistry.h"
#include "ui/supervision/samplingpage.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Samplings without a store. */
class FakeSampling final : public SamplingPort
{
public:
    QFuture<Result<QList<Sampling>>> samplings() override
    {
        return FakeDistrict::answer<QList<Sampling>>(all);
    }
    QFuture<Result<QList<SampledCase>>> cases(qint64 id) override
    {
        asked.append(id);
        return FakeDistrict::answer<QList<SampledCase>>(drawn);
    }
    QFuture<Result<Sampling>> draw(const SamplingOrder &order) override
    {
        orders.append(order);
        return FakeDistrict::answer<Sampling>(outcome);
    }
    QFuture<Result<QList<SampledCase>>> record(const RecheckOrder &order) override
    {
        results.append(order);
        for (SampledCase &one : drawn) {
            if (one.subject.id == order.subject) {
                one.recheck = Recheck{order.result, order.note, u"c1"_s, {}, Instant{}, {}};
            }
        }
        return FakeDistrict::answer<QList<SampledCase>>(drawn);
    }

    QList<Sampling> all;
    QList<SampledCase> drawn;
    Result<Sampling> outcome = Sampling{};
    QList<qint64> asked;
    QList<SamplingOrder> orders;
    QList<RecheckOrder> results;
};

} // namespace

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
        mSampling->all = {one};
        mSampling->drawn = {{1, aCase(1), 2, {}, {}, false}, {2, aCase(2), 2, {}, {}, true}};
    }
    void cleanup() { mPage.reset(); }
    void drawsWhatIsAskedFor()
    {
        show(u"supervisor"_s);
        // The month that runs is not over: the first to choose is the one before.
        QCOMPARE(part<QComboBox>("samplingMonth").itemText(0), u"2026-10"_s);
        QCOMPARE(part<QComboBox>("samplingMonth").count(), 12);
        part<QLineEdit>("samplingCount").setText(u"5%"_s);
        part<QComboBox>("samplingStrata").setCurrentIndex(1);
        part<QPushButton>("samplingDraw").click();
        QCOMPARE(mSampling->orders.size(), 1);
        QCOMPARE(mSampling->orders.first().month, u"2026-10"_s);
        QCOMPARE(mSampling->orders.first().size, SamplingSize({0, 5}));
        QCOMPARE(mSampling->orders.first().strata, SamplingStrata::Street);
        QVERIFY(!mSampling->orders.first().seed);
        QCOMPARE(mSampling->orders.first().area, QString());
        QSignalSpy told(mPage.get(), &SamplingPage::messageRequested);
        part<QLineEdit>("samplingCount").setText(u"many"_s);
        part<QPushButton>("samplingDraw").click();
        QCOMPARE(mSampling->orders.size(), 1);
        QCOMPARE(told.size(), 1);
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
        QVERIFY(!part<QPushButton>("recheck-refuted").isEnabled());
        QVERIFY(!part<QPushButton>("recheck-missing").isEnabled());
        part<QLineEdit>("samplingNote").setText(u"垃圾还在"_s);
        QVERIFY(part<QPushButton>("recheck-missing").isEnabled());
        part<QPushButton>("recheck-refuted").click();
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
