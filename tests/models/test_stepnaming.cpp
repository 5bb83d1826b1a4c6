// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lifecycle.h"
#include "models/domain/stepnaming.h"
#include "tests/support/testregistry.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace gridward {

class TestStepNaming : public QObject
{
    Q_OBJECT
private slots:
    void namings()
    {
        QCOMPARE(stepNamingIds(), QStringList({u"four"_s, u"five"_s, u"six"_s, u"seven"_s}));
        const QList<StepNaming> namings = stepNamings();
        QCOMPARE(namings.size(), stepNamingIds().size());
        for (qsizetype i = 0; i < namings.size(); ++i) {
            const StepNaming &naming = namings.at(i);
            QCOMPARE(naming.id, stepNamingIds().at(i));
            QCOMPARE(naming.labels.size(), i + 4);
            QCOMPARE(naming.labelsEn.size(), i + 4);
            QVERIFY(!naming.labels.contains(QString()));
            QVERIFY(!naming.labelsEn.contains(QString()));
            QCOMPARE(stepNaming(naming.id), naming);
        }
        QVERIFY(!stepNaming(u"eight"_s));
        QVERIFY(!stepNaming(QString()));
        QCOMPARE(stepNaming(u"six"_s)->labels.join(u'—'),
                 u"采集上报—指挥派遣—处置反馈—任务核查—入库评价—结单归档"_s);
    }
    void everyStateHasAStepAndEveryStepAState()
    {
        for (const StepNaming &naming : stepNamings()) {
            QSet<int> steps;
            for (const QString &id : caseStateIds()) {
                const int step = naming.stepOf(*caseStateFromId(id));
                QVERIFY2(step >= 0 && step < naming.labels.size(), qPrintable(id));
                steps.insert(step);
            }
            QCOMPARE(steps.size(), naming.labels.size());
        }
        QCOMPARE(caseStateIds().size(), 16); // a new one belongs into the table
    }
    void neverFallsOnTheWay_data()
    {
        QTest::addColumn<QList<CaseState>>("way");
        using S = CaseState;
        QTest::newRow("from a citizen, verified") << QList<CaseState>{S::Registered,
                                                                      S::Verifying,
                                                                      S::PendingFiling,
                                                                      S::Filed,
                                                                      S::AtUnit,
                                                                      S::Handling,
                                                                      S::FedBack,
                                                                      S::Checking,
                                                                      S::PendingClose,
                                                                      S::Closed,
                                                                      S::Archived};
        QTest::newRow("from the grid, straight") << QList<CaseState>{
            S::Reported, S::Filed, S::AtUnit, S::FedBack, S::PendingClose, S::Closed, S::Archived};
    }
    void neverFallsOnTheWay()
    {
        QFETCH(QList<CaseState>, way);
        for (const StepNaming &naming : stepNamings()) {
            QCOMPARE(naming.stepOf(way.first()), 0);
            QCOMPARE(naming.stepOf(way.last()), naming.labels.size() - 1);
            for (qsizetype i = 1; i < way.size(); ++i) {
                QVERIFY2(naming.stepOf(way.at(i - 1)) <= naming.stepOf(way.at(i)),
                         qPrintable(naming.id + u' ' + toId(way.at(i))));
            }
        }
    }
    /** Only what sends a case back may take it back on the screen. */
    void onlySetbacksGoBack()
    {
        const QList<CaseAction> setbacks{
            CaseAction::Return, CaseAction::Rework, CaseAction::Reopen, CaseAction::Verify};
        for (const StepNaming &naming : stepNamings()) {
            for (const QString &id : caseStateIds()) {
                for (const Transition &step : transitionsFrom(*caseStateFromId(id))) {
                    const bool back = naming.stepOf(step.to) < naming.stepOf(step.from);
                    const bool voided = step.to == CaseState::Void;
                    QVERIFY2(!back || voided || setbacks.contains(step.action),
                             qPrintable(naming.id + u' ' + id + u' ' + toId(step.action)));
                }
            }
        }
    }
    void someStates()
    {
        const auto label = [](const char *naming, CaseState state) {
            const StepNaming found = *stepNaming(QString::fromLatin1(naming));
            return found.labels.at(found.stepOf(state));
        };
        QCOMPARE(label("four", CaseState::Suspended), u"派遣"_s);
        QCOMPARE(label("five", CaseState::Filed), u"任务派遣"_s);
        QCOMPARE(label("five", CaseState::Rework), u"处置反馈"_s);
        QCOMPARE(label("six", CaseState::PendingClose), u"入库评价"_s);
        QCOMPARE(label("seven", CaseState::FedBack), u"反馈"_s);
        QCOMPARE(label("seven", CaseState::Refused), u"立案"_s);
    }
};

static const TestRegistration<TestStepNaming> registration;

} // namespace gridward

#include "test_stepnaming.moc"
