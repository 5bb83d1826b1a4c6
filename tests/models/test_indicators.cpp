// SPDX-License-Identifier: GPL-3.0-or-later
// What each indicator makes of one case, told as a script that the real rules play.
#include "models/domain/casemilestones.h"
#include "models/evaluation/evaluationtable.h"
#include "models/evaluation/evaluator.h"
#include "tests/support/casehistory.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

EvaluatedCase evaluated(const CaseHistory &history)
{
    const Case &row = history.record.subject;
    EvaluatedCase subject;
    subject.id = row.id;
    subject.state = row.state;
    subject.source = row.source;
    subject.level = row.level;
    subject.street = row.street;
    subject.community = row.community;
    subject.grid = row.grid;
    subject.unit = row.unit;
    subject.person = row.person;
    subject.reportedAt = row.reportedAt.value_or(Instant{});
    subject.dueAt = row.dueAt;
    subject.handledAt = row.handledAt;
    subject.closedAt = row.closedAt;
    subject.overdueAt = row.overdueAt;
    subject.exempt = row.exempt;
    subject.isDuplicate = !row.mergedInto.isEmpty();
    subject.milestones = milestonesOf(row.id, history.events).value();
    return subject;
}

QList<const IndicatorDefinition *> everyDefinition()
{
    QList<const IndicatorDefinition *> all;
    for (const IndicatorDefinition &one : indicatorDefinitions()) {
        all.append(&one);
    }
    return all;
}

/** "filing 1/1", of those ratios for which the case is in the denominator. */
QStringList ratiosOf(const EvaluatedCase &subject, Instant asOf, const QString &served = {})
{
    EvaluationGround ground;
    ground.asOf = asOf;
    ground.divisionOfUnit.insert(u"U1"_s, served);
    Evaluator evaluator(EvaluationLevel::District, everyDefinition(), ground, u"110101"_s);
    evaluator.add(subject);
    const Evaluation evaluation = evaluator.result();
    QStringList told;
    for (qsizetype place = 0; place < evaluation.definitions.size(); ++place) {
        const IndicatorDefinition &one = *evaluation.definitions.at(place);
        const Figure figure = *evaluation.all.figures.at(place);
        if (!one.isTime && figure.whole > 0) {
            told.append(u"%1 %2"_s.arg(columnId(one)).arg(figure.part));
        }
    }
    return told;
}

const auto kHandledInTime = u"2026-11-20 15:50 report\n"
                            "2026-11-20 15:55 file 4 working-hour\n"
                            "2026-11-20 16:05 dispatch U1\n"
                            "2026-11-20 16:10 accept\n"
                            "2026-11-20 17:00 handle\n"_s;

} // namespace

class TestIndicators : public QObject
{
    Q_OBJECT

private slots:
    void ofOneCase_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("asOf");
        QTest::addColumn<QStringList>("told");

        QTest::newRow("registered") << u"2026-11-20 15:50 report\n"_s << u"2026-11-20 16:00"_s
                                    << QStringList{u"filing 0"_s,
                                                   u"filing_other 0"_s,
                                                   u"patrol_found 0"_s,
                                                   u"patrol_found_other 0"_s};
        QTest::newRow("found by a patrol")
            << u"2026-11-20 15:50 report patrol\n"_s << u"2026-11-20 16:00"_s
            << QStringList{u"filing 0"_s,
                           u"filing_other 0"_s,
                           u"patrol_found 1"_s,
                           u"patrol_found_other 1"_s};
        QTest::newRow("filed in time, not dispatched")
            << u"2026-11-20 15:50 report\n2026-11-20 16:05 file 4 working-hour\n"_s
            << u"2026-11-20 18:00"_s
            << QStringList{u"filing 1"_s,
                           u"filing_other 1"_s,
                           u"in_time_filing 1"_s,
                           u"dispatch 0"_s,
                           u"patrol_found 0"_s,
                           u"patrol_found_other 0"_s};
        QTest::newRow("filed late")
            << u"2026-11-20 15:50 report\n2026-11-20 16:06 file 4 working-hour\n"_s
            << u"2026-11-20 18:00"_s
            << QStringList{u"filing 1"_s,
                           u"filing_other 1"_s,
                           u"in_time_filing 0"_s,
                           u"dispatch 0"_s,
                           u"patrol_found 0"_s,
                           u"patrol_found_other 0"_s};
        QTest::newRow("void") << u"2026-11-20 15:50 report\n2026-11-20 15:55 void\n"_s
                              << u"2026-11-20 18:00"_s
                              << QStringList{u"filing 0"_s,
                                             u"filing_other 0"_s,
                                             u"patrol_found 0"_s,
                                             u"patrol_found_other 0"_s};
        // Four working hours from 15:55: until 09:55 of Monday, as 18:00 ends the day on Friday.
        QTest::newRow("at a unit in time") << u"2026-11-20 15:50 report\n"
                                              "2026-11-20 15:55 file 4 working-hour\n"
                                              "2026-11-20 15:55 dispatch U1\n"_s
                                           << u"2026-11-23 09:55"_s
                                           << QStringList{u"filing 1"_s,
                                                          u"filing_other 1"_s,
                                                          u"in_time_filing 1"_s,
                                                          u"dispatch 1"_s,
                                                          u"accurate_dispatch 1"_s,
                                                          u"accurate_dispatch_other 1"_s,
                                                          u"handling_other 0"_s,
                                                          u"patrol_found 0"_s,
                                                          u"patrol_found_other 0"_s};
        QTest::newRow("at a unit, late") << u"2026-11-20 15:50 report\n"
                                            "2026-11-20 15:55 file 4 working-hour\n"
                                            "2026-11-20 15:55 dispatch U1\n"_s
                                         << u"2026-11-23 09:56"_s
                                         << QStringList{u"filing 1"_s,
                                                        u"filing_other 1"_s,
                                                        u"in_time_filing 1"_s,
                                                        u"dispatch 1"_s,
                                                        u"accurate_dispatch 1"_s,
                                                        u"accurate_dispatch_other 1"_s,
                                                        u"handling 0"_s,
                                                        u"handling_other 0"_s,
                                                        u"in_time_handling 0"_s,
                                                        u"in_time_closing_other 0"_s,
                                                        u"overdue_open 1"_s,
                                                        u"patrol_found 0"_s,
                                                        u"patrol_found_other 0"_s};
        QTest::newRow("returned by the unit") << u"2026-11-20 15:50 report\n"
                                                 "2026-11-20 15:55 file 4 working-hour\n"
                                                 "2026-11-20 15:56 dispatch U1\n"
                                                 "2026-11-20 16:00 return\n"_s
                                              << u"2026-11-20 16:01"_s
                                              << QStringList{u"filing 1"_s,
                                                             u"filing_other 1"_s,
                                                             u"in_time_filing 1"_s,
                                                             u"dispatch 1"_s,
                                                             u"accurate_dispatch 0"_s,
                                                             u"accurate_dispatch_other 1"_s,
                                                             u"handling_other 0"_s,
                                                             u"patrol_found 0"_s,
                                                             u"patrol_found_other 0"_s};
        QTest::newRow("handed in") << kHandledInTime << u"2026-11-20 17:10"_s
                                   << QStringList{u"filing 1"_s,
                                                  u"filing_other 1"_s,
                                                  u"in_time_filing 1"_s,
                                                  u"dispatch 1"_s,
                                                  u"accurate_dispatch 1"_s,
                                                  u"accurate_dispatch_other 1"_s,
                                                  u"handling 1"_s,
                                                  u"handling_other 1"_s,
                                                  u"in_time_handling 1"_s,
                                                  u"in_time_handling_other 1"_s,
                                                  u"closing 0"_s,
                                                  u"rework 0"_s,
                                                  u"patrol_found 0"_s,
                                                  u"patrol_found_other 0"_s};
        QTest::newRow("in rework")
            << kHandledInTime + u"2026-11-20 17:10 rework\n"_s << u"2026-11-20 17:20"_s
            << QStringList{u"filing 1"_s,
                           u"filing_other 1"_s,
                           u"in_time_filing 1"_s,
                           u"dispatch 1"_s,
                           u"accurate_dispatch 1"_s,
                           u"accurate_dispatch_other 0"_s,
                           u"handling 1"_s,
                           u"handling_other 1"_s,
                           u"in_time_handling 1"_s,
                           u"in_time_handling_other 1"_s,
                           u"rework 1"_s,
                           u"patrol_found 0"_s,
                           u"patrol_found_other 0"_s};
        QTest::newRow("closed by the target")
            << kHandledInTime + u"2026-11-20 17:10 check\n2026-11-20 17:20 close\n"_s
            << u"2026-12-20 17:20"_s
            << QStringList{u"filing 1"_s,
                           u"filing_other 1"_s,
                           u"in_time_filing 1"_s,
                           u"dispatch 1"_s,
                           u"accurate_dispatch 1"_s,
                           u"accurate_dispatch_other 1"_s,
                           u"handling 1"_s,
                           u"handling_other 1"_s,
                           u"in_time_handling 1"_s,
                           u"in_time_handling_other 1"_s,
                           u"closing 1"_s,
                           u"closing_other 1"_s,
                           u"in_time_closing 1"_s,
                           u"in_time_closing_other 1"_s,
                           u"rework 0"_s,
                           u"overdue_open 0"_s,
                           u"solved_in_community 1"_s,
                           u"solved_in_community_other 1"_s,
                           u"patrol_found 0"_s,
                           u"patrol_found_other 0"_s};
        // Handed in before the target, but closed behind it: the two definitions part.
        QTest::newRow("closed behind the target")
            << kHandledInTime + u"2026-11-20 17:10 check\n2026-11-24 17:20 close\n"_s
            << u"2026-12-20 17:20"_s
            << QStringList{u"filing 1"_s,
                           u"filing_other 1"_s,
                           u"in_time_filing 1"_s,
                           u"dispatch 1"_s,
                           u"accurate_dispatch 1"_s,
                           u"accurate_dispatch_other 1"_s,
                           u"handling 1"_s,
                           u"handling_other 1"_s,
                           u"in_time_handling 1"_s,
                           u"in_time_handling_other 1"_s,
                           u"closing 1"_s,
                           u"closing_other 1"_s,
                           u"in_time_closing 0"_s,
                           u"in_time_closing_other 1"_s,
                           u"rework 0"_s,
                           u"overdue_open 0"_s,
                           u"solved_in_community 1"_s,
                           u"solved_in_community_other 1"_s,
                           u"patrol_found 0"_s,
                           u"patrol_found_other 0"_s};
    }
    void ofOneCase()
    {
        QFETCH(QString, script);
        QFETCH(QString, asOf);
        CaseHistory history;
        QVERIFY2(history.play(script), qPrintable(history.refusal));
        EvaluatedCase subject = evaluated(history);
        subject.community = u"110101001001"_s;
        QTEST(ratiosOf(subject, cn(asOf), u"110101001001"_s), "told");
    }
    void ofAnUpheldAppeal()
    {
        CaseHistory history;
        QVERIFY(history.play(kHandledInTime + u"2026-11-20 17:10 check\n"
                                              "2026-11-20 17:20 close\n"_s));
        EvaluatedCase subject = evaluated(history);
        subject.overdueAt = subject.dueAt;
        subject.exempt = true;
        const QStringList told = ratiosOf(subject, cn(u"2026-12-20 12:00"_s));
        for (const QString &left : {u"in_time_handling"_s,
                                    u"in_time_handling_other"_s,
                                    u"in_time_closing"_s,
                                    u"in_time_closing_other"_s,
                                    u"overdue_open"_s}) {
            QVERIFY2(!told.contains(left + u" 0"_s) && !told.contains(left + u" 1"_s),
                     qPrintable(left));
        }
        QVERIFY(told.contains(u"closing 1"_s));
    }
    void ofAStreetsUnit()
    {
        CaseHistory history;
        QVERIFY(history.play(kHandledInTime + u"2026-11-20 17:10 check\n"
                                              "2026-11-20 17:20 close\n"_s));
        EvaluatedCase subject = evaluated(history);
        subject.street = u"110101001"_s;
        subject.community = u"110101001001"_s;
        const QStringList told = ratiosOf(subject, cn(u"2026-12-20 12:00"_s), u"110101001"_s);
        QVERIFY(told.contains(u"solved_in_community 0"_s));
        QVERIFY(told.contains(u"solved_in_community_other 1"_s));
        // A unit of the whole district is of no community, also where nobody knows the community.
        subject.community.clear();
        subject.street.clear();
        QVERIFY(ratiosOf(subject, cn(u"2026-12-20 12:00"_s))
                    .contains(u"solved_in_community_other 0"_s));
    }
    void whatGoesToAnotherUnitWasNotDispatchedRightly()
    {
        const IndicatorDefinition &accurate = *definitionOf(Indicator::AccurateDispatch);
        EvaluatedCase subject;
        subject.state = CaseState::Handling;
        QVERIFY(accurate.isWhole(subject, {}) && accurate.isPart(subject, {}));
        subject.milestones.transfers = 1;
        QVERIFY(accurate.isWhole(subject, {}) && !accurate.isPart(subject, {}));
        subject.milestones.transfers = 0;
        subject.milestones.returns = 1;
        QVERIFY(!accurate.isPart(subject, {}));
    }
    void timesAreMedians()
    {
        Evaluator evaluator(EvaluationLevel::Street, standardDefinitions(), {}, u"110101"_s);
        for (const int minutes : {30, 60, 90, 600}) {
            EvaluatedCase subject;
            subject.street = u"S"_s;
            subject.milestones.lookedAt = subject.reportedAt + std::chrono::minutes(minutes);
            evaluator.add(subject);
        }
        evaluator.add(EvaluatedCase()); // nobody has looked at it
        const Evaluation evaluation = evaluator.result();
        const auto place = evaluation.definitions.indexOf(definitionOf(Indicator::FirstLook));
        QCOMPARE(evaluation.row(u"S"_s)->figures.at(place)->hours, std::optional(1.25));
        QCOMPARE(evaluation.row(u"S"_s)->figures.at(place)->whole, 4);
        QCOMPARE(evaluation.row(u""_s)->figures.at(place)->hours, std::optional<double>());
    }
    void fewCasesAreNotRanked()
    {
        Evaluator evaluator(EvaluationLevel::Street, standardDefinitions(), {}, u"110101"_s);
        const auto add = [&](const QString &street, int count, int filed) {
            for (int i = 0; i < count; ++i) {
                EvaluatedCase subject;
                subject.street = street;
                subject.state = i < filed ? CaseState::Filed : CaseState::Registered;
                evaluator.add(subject);
            }
        };
        add(u"A"_s, 10, 5);
        add(u"B"_s, 5, 5);
        add(u"C"_s, 4, 4); // as good as B, but over too few
        add(u"D"_s, 10, 5);
        add(u"E"_s, 10, 1);
        add(QString(), 10, 10); // of no street
        const Evaluation evaluation = evaluator.result();
        QCOMPARE(evaluation.ranks(0),
                 (QList<std::optional<int>>{std::nullopt, 2, 1, std::nullopt, 2, 4}));
    }
    void lowerIsBetterWhereItIs()
    {
        Evaluator evaluator(EvaluationLevel::Street, standardDefinitions(), {}, u"110101"_s);
        for (int i = 0; i < 10; ++i) {
            EvaluatedCase subject;
            subject.street = i % 2 == 0 ? u"A"_s : u"B"_s;
            subject.state = CaseState::Closed;
            subject.milestones.reworks = i % 2;
            evaluator.add(subject);
        }
        const Evaluation evaluation = evaluator.result();
        const auto place = evaluation.definitions.indexOf(definitionOf(Indicator::Rework));
        QCOMPARE(evaluation.ranks(place), (QList<std::optional<int>>{1, 2}));
    }
    void postsAndPersonsAreJudgedByTheirOwnSteps()
    {
        EvaluatedCase subject;
        subject.state = CaseState::Closed;
        subject.unit = u"U1"_s;
        subject.person = u"p-handler"_s;
        subject.milestones.reportedBy = u"p-acceptor"_s;
        subject.milestones.dispatchedBy = u"p-dispatcher"_s;
        subject.milestones.handledBy = u"p-handler"_s;
        subject.milestones.closedBy = u"p-filer"_s;
        Evaluator persons(EvaluationLevel::Person, standardDefinitions(), {}, u"110101"_s);
        persons.add(subject);
        const Evaluation byPerson = persons.result();
        const auto wholeOf = [](const Evaluation &evaluation,
                                const QString &code,
                                Indicator which) {
            const auto place = evaluation.definitions.indexOf(definitionOf(which));
            const EvaluationRow *row = evaluation.row(code);
            return row != nullptr && row->figures.at(place) ? row->figures.at(place)->whole : -1;
        };
        QCOMPARE(wholeOf(byPerson, u"p-acceptor"_s, Indicator::Filing), 1);
        QCOMPARE(wholeOf(byPerson, u"p-acceptor"_s, Indicator::Closing), 0);
        QCOMPARE(wholeOf(byPerson, u"p-dispatcher"_s, Indicator::AccurateDispatch), 1);
        QCOMPARE(wholeOf(byPerson, u"p-handler"_s, Indicator::Rework), 1);
        QCOMPARE(wholeOf(byPerson, u"p-filer"_s, Indicator::Closing), 1);
        QCOMPARE(wholeOf(byPerson, u"p-filer"_s, Indicator::PatrolFound), -1); // nobody's step

        Evaluator posts(EvaluationLevel::Post, standardDefinitions(), {}, u"110101"_s);
        posts.add(subject);
        const Evaluation byPost = posts.result();
        QCOMPARE(wholeOf(byPost, u"dispatcher"_s, Indicator::Dispatch), 1);
        QCOMPARE(wholeOf(byPost, u"dispatcher"_s, Indicator::Closing), -1);
        QCOMPARE(wholeOf(byPost, u"filer"_s, Indicator::Closing), 1);
    }
    void everyDefinitionIsPrinted()
    {
        for (const IndicatorDefinition &one : indicatorDefinitions()) {
            const IndicatorWords words = wordsOf(one);
            QVERIFY2(!words.name.isEmpty() && !words.whole.isEmpty() && !words.part.isEmpty(),
                     qPrintable(columnId(one)));
            if (one.definition == Definition::Other) {
                const IndicatorWords first = wordsOf(*definitionOf(one.indicator));
                QVERIFY(words.whole != first.whole || words.part != first.part);
            }
        }
    }
    void codesAreExactInCsv()
    {
        Evaluator evaluator(
            EvaluationLevel::Department, {definitionOf(Indicator::Filing)}, {}, u"110101"_s);
        for (const QString &unit : {u"007"_s, u"Parks, \"& Recreation\""_s, u"-9"_s}) {
            for (int i = 0; i < 3; ++i) {
                EvaluatedCase subject;
                subject.unit = unit;
                subject.state = i < 2 ? CaseState::Filed : CaseState::Registered;
                evaluator.add(subject);
            }
        }
        QCOMPARE(csvOf(figuresTable(evaluator.result(), {})),
                 QByteArray("code,filing\r\n"
                            "-9,66.67\r\n"
                            "007,66.67\r\n"
                            "\"Parks, \"\"& Recreation\"\"\",66.67\r\n"));
    }
};
static const TestRegistration<TestIndicators> sRegistration;

} // namespace gridward

#include "test_indicators.moc"
