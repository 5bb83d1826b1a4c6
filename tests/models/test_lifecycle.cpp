// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/catalogue.h"
#include "models/domain/district.h"
#include "models/domain/lifecycle.h"
#include "models/domain/rights.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

class TestLifeCycle : public QObject
{
    Q_OBJECT
private slots:
    void plainPath()
    {
        CaseState state = firstState(CaseSource::Patrol);
        QCOMPARE(state, CaseState::Reported);
        for (const CaseAction action : {CaseAction::File,
                                        CaseAction::Dispatch,
                                        CaseAction::Handle,
                                        CaseAction::Check,
                                        CaseAction::Close,
                                        CaseAction::Archive}) {
            const std::optional<Transition> step = transition(state, action);
            QVERIFY2(step, qPrintable(toId(action)));
            state = step->to;
        }
        QCOMPARE(state, CaseState::Archived);
    }
    void everyOpenStateLeadsToAnEnd()
    {
        for (const QString &id : caseStateIds()) {
            const CaseState start = *caseStateFromId(id);
            if (!isOpen(start) || start == CaseState::Suspended) {
                continue;
            }
            QList<CaseState> reached{start};
            for (qsizetype i = 0; i < reached.size(); ++i) {
                for (const Transition &step : transitionsFrom(reached.at(i))) {
                    if (!reached.contains(step.to)) {
                        reached.append(step.to);
                    }
                }
            }
            QVERIFY2(reached.contains(CaseState::Closed), qPrintable(id));
        }
    }
    void refuses_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("action");
        QTest::newRow("close before check") << u"fed-back"_s << u"close"_s;
        QTest::newRow("dispatch before filing") << u"reported"_s << u"dispatch"_s;
        QTest::newRow("handle before dispatch") << u"filed"_s << u"handle"_s;
        QTest::newRow("after the end") << u"void"_s << u"file"_s;
        QTest::newRow("dispatch twice") << u"at-unit"_s << u"dispatch"_s;
    }
    void refuses()
    {
        QFETCH(QString, state);
        QFETCH(QString, action);
        QVERIFY(!transition(*caseStateFromId(state), *caseActionFromId(action)));
    }
    void gridCodes()
    {
        const GridCodeTemplate standard = GridCodeTemplate::standard();
        QCOMPARE(standard.length(), 15);
        QVERIFY(standard.matches(u"110101001001003"_s));
        QVERIFY(!standard.matches(u"11010100100100x"_s));
        QVERIFY(!standard.matches(u"1101010010010031"_s));
        QCOMPARE(standard.communityOf(u"110101001001003"_s), u"110101001001"_s);
        const std::optional<GridCodeTemplate> other = GridCodeTemplate::parse(u"6+4+3+3"_s);
        QVERIFY(other);
        QCOMPARE(other->length(), 16);
        QCOMPARE(other->text(), u"6+4+3+3"_s);
        QVERIFY(!GridCodeTemplate::parse(u"15"_s));
        QVERIFY(!GridCodeTemplate::parse(u"6+x"_s));
    }
    void limits()
    {
        FilingStandard standard;
        standard.limitValue = 2;
        standard.limitUnit = LimitUnit::UrgentHour;
        QCOMPARE(clockLimit(standard), std::chrono::milliseconds(7'200'000));
        standard.limitUnit = LimitUnit::WorkingDay;
        QCOMPARE(clockLimit(standard), std::chrono::milliseconds(172'800'000));
    }
};

static const TestRegistration<TestLifeCycle> registration;

} // namespace gridward

#include "test_lifecycle.moc"
