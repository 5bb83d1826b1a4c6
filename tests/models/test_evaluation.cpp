// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a store: whose they are, what is behind them, and how much is read for them.
#include "models/service/evaluationdesk.h"
#include "models/store/accessstore.h"
#include "tests/support/smalldesk.h"
#include "tests/support/sqlwork.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const auto kStreet = u"110101001"_s;

EvaluationOrder orderOf(const QString &period, EvaluationLevel level)
{
    return {Period::fromText(period).value(), level, true};
}

} // namespace

class TestEvaluation : public QObject
{
    Q_OBJECT

    StoreMaker mMaker;
    SmallDesk mSmall;

    void act(const CaseId &id, CaseAction action, const QString &role, const QString &target = {})
    {
        mSmall.later(std::chrono::minutes(1));
        ActionRequest request;
        request.action = action;
        request.note = u"why"_s;
        request.target = target;
        const Result<Case> done = mSmall.desk->act(id, request, userOf(role));
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    }
    CaseId report()
    {
        mSmall.later(std::chrono::minutes(1));
        return mSmall.desk->report(SmallDesk::draft(), userOf(u"acceptor"_s)).value().id;
    }
    Result<Evaluation> evaluate(const EvaluationOrder &order)
    {
        return readEvaluation(*mSmall.store, order, mSmall.clock.now());
    }

private slots:
    void initTestCase_data() { addStoreKinds(); }
    void init()
    {
        QFETCH_GLOBAL(QString, kind);
        QVERIFY(mSmall.open(mMaker.empty(kind)));
    }
    void cleanup() { QCOMPARE(mSmall.findings(), QStringList()); }

    void milestonesAreThoseOfTheLog()
    {
        const CaseId id = report();
        act(id, CaseAction::File, u"filer"_s);
        act(id, CaseAction::Return, u"dispatcher"_s); // by the desk: no unit sent it back
        act(id, CaseAction::File, u"filer"_s);
        QCOMPARE(mSmall.store->cases().milestones(id).value().returns, 0);
        act(id, CaseAction::Dispatch, u"dispatcher"_s, u"U1"_s);
        act(id, CaseAction::Withdraw, u"dispatcher"_s); // as if it had never been
        CaseMilestones kept = mSmall.store->cases().milestones(id).value();
        QCOMPARE(kept, milestonesOf(id, mSmall.store->cases().events(id).value()).value());
        QCOMPARE(kept.filedBy, u"filer1"_s);
        QVERIFY(kept.filingDueAt);
        QVERIFY(!kept.dispatchedAt);
        QCOMPARE(kept.dispatchedBy, QString());
        act(id, CaseAction::Dispatch, u"dispatcher"_s, u"U2"_s);
        act(id, CaseAction::Return, u"handler"_s);
        act(id, CaseAction::Dispatch, u"dispatcher"_s, u"U1"_s);
        act(id, CaseAction::Handle, u"handler"_s);
        act(id, CaseAction::Rework, u"checker"_s);
        act(id, CaseAction::Handle, u"handler"_s);
        act(id, CaseAction::Check, u"checker"_s);
        act(id, CaseAction::Close, u"filer"_s);
        kept = mSmall.store->cases().milestones(id).value();
        QCOMPARE(kept, milestonesOf(id, mSmall.store->cases().events(id).value()).value());
        QCOMPARE(kept.returns, 1);
        QCOMPARE(kept.reworks, 1);
        QCOMPARE(kept.closedBy, u"filer1"_s);
        QCOMPARE(kept.checkedBy, u"checker1"_s);
    }
    void aPartOfTheWorkHandsNothingIn()
    {
        const CaseId id = report();
        act(id, CaseAction::File, u"filer"_s);
        ActionRequest request;
        request.action = CaseAction::Dispatch;
        request.target = u"U1,U2"_s; // the lead, and who helps
        QVERIFY(mSmall.desk->act(id, request, userOf(u"dispatcher"_s)));
        ActionRequest part;
        part.action = CaseAction::Handle;
        part.target = u"U2"_s;
        const Result<Case> done = mSmall.desk->act(id, part, userOf(u"handler"_s));
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        // The lead still has it, and its limit goes on.
        QCOMPARE(done.value().state, CaseState::AtUnit);
        QCOMPARE(done.value().handledAt, std::optional<Instant>());
        QVERIFY(!mSmall.store->cases().milestones(id).value().handledAt);
        mSmall.later(std::chrono::days(30));
        const Evaluation evaluation =
            evaluate(orderOf(u"2026-11-21"_s, EvaluationLevel::District)).value();
        const auto place = evaluation.definitions.indexOf(definitionOf(Indicator::OverdueOpen));
        QCOMPARE(evaluation.all.figures.at(place)->part, 1);
    }
    void eachFigureIsItsList()
    {
        const QString today = u"2026-11-21"_s;
        const CaseId closed = report();
        act(closed, CaseAction::File, u"filer"_s);
        act(closed, CaseAction::Dispatch, u"dispatcher"_s, u"U1"_s);
        act(closed, CaseAction::Handle, u"handler"_s);
        act(closed, CaseAction::Check, u"checker"_s);
        act(closed, CaseAction::Close, u"filer"_s);
        const CaseId waiting = report();
        act(waiting, CaseAction::File, u"filer"_s);
        (void)report();
        for (const QString &id : evaluationLevelIds()) {
            const EvaluationOrder order = orderOf(today, *evaluationLevelFromId(id));
            const Evaluation evaluation = evaluate(order).value();
            QCOMPARE(evaluation.visited, 3);
            for (qsizetype place = 0; place < evaluation.definitions.size(); ++place) {
                const IndicatorDefinition &one = *evaluation.definitions.at(place);
                for (const EvaluationRow &row : evaluation.rows) {
                    if (!row.figures.at(place)) {
                        continue;
                    }
                    FigureKey key{one.indicator, one.definition, row.code, FigureSide::Whole};
                    const auto listed = [&] {
                        return readCasesBehind(*mSmall.store, order, key, mSmall.clock.now(), 100)
                            .value();
                    };
                    QCOMPARE(listed().total, row.figures.at(place)->whole);
                    QCOMPARE(listed().isPart.count(true), row.figures.at(place)->part);
                    key.side = FigureSide::Part;
                    QCOMPARE(listed().cases.size(), row.figures.at(place)->part);
                    key.side = FigureSide::Rest;
                    QCOMPARE(listed().cases.size(),
                             row.figures.at(place)->whole - row.figures.at(place)->part);
                }
            }
        }
        // So many of the newest.
        const FigureKey all{Indicator::Filing, Definition::Standard, {}, FigureSide::Whole};
        const FigureCases newest = readCasesBehind(*mSmall.store,
                                                   orderOf(today, EvaluationLevel::District),
                                                   all,
                                                   mSmall.clock.now(),
                                                   2)
                                       .value();
        QCOMPARE(newest.total, 3);
        QCOMPARE(newest.cases.size(), 2);
        QCOMPARE(newest.cases.last().id, waiting);
        // Tomorrow's figures know nothing of today's cases.
        QCOMPARE(evaluate(orderOf(u"2026-11-22"_s, EvaluationLevel::District)).value().visited, 0);
    }
    void isOfWhatTheUserSees()
    {
        (void)report();
        User street = userOf(u"street"_s);
        street.division = kStreet;
        User elsewhere = street;
        elsewhere.name = u"street2"_s;
        elsewhere.division = u"110101002"_s;
        User handler = userOf(u"handler"_s);
        QVERIFY(mSmall.store->write(QList<User>{street, elsewhere, handler}));
        const EvaluationOrder order = orderOf(u"2026-11"_s, EvaluationLevel::Grid);
        mSmall.store->actAs(street, mSmall.clock.now());
        QCOMPARE(evaluate(order).value().visited, 1);
        QCOMPARE(evaluate(order).value().rows.size(), 4);
        mSmall.store->actAs(elsewhere, mSmall.clock.now());
        QCOMPARE(evaluate(order).value().visited, 0);
        QCOMPARE(evaluate(order).value().rows.size(), 0); // no zeros of grids that are not theirs
        const EvaluationOrder units = orderOf(u"2026-11"_s, EvaluationLevel::Department);
        QCOMPARE(evaluate(units).value().rows.size(), 0); // nor of units
        mSmall.store->actAs(handler, mSmall.clock.now());
        QCOMPARE(evaluate(order).error().code, ErrorCode::Refused);
        QCOMPARE(readCasesBehind(*mSmall.store, order, {}, mSmall.clock.now(), 10).error().code,
                 ErrorCode::Refused);
        mSmall.store->actAs(std::nullopt, mSmall.clock.now());
    }
    void whoHandlesNothingIsNotEvaluated()
    {
        const Organisation office{u"U9"_s, {}, u"编制办"_s, u"Office"_s, u"other"_s, {}, false};
        QVERIFY(mSmall.store->write(QList<Organisation>{office}) && mSmall.store->publish());
        const Evaluation units =
            evaluate(orderOf(u"2026-11"_s, EvaluationLevel::Department)).value();
        QVERIFY(units.row(u"U1"_s) != nullptr); // no case yet, but it handles
        QVERIFY(units.row(u"U9"_s) == nullptr);
    }
    void readsThePeriodAlone()
    {
        QFETCH_GLOBAL(QString, kind);
        const std::unique_ptr<SqlStore> store = mMaker.empty(kind);
        QVERIFY(fillSmallDistrict(*store));
        QVERIFY(addCases(*store, 50)); // on 21 November
        const EvaluationOrder order = orderOf(u"2026-11-21"_s, EvaluationLevel::Grid);
        const auto stepsFor = [&] {
            const SqlWork work(store->connection());
            const Result<Evaluation> evaluation = readEvaluation(*store, order, testStart());
            return evaluation && evaluation.value().visited == 50 ? work.steps() : qint64{-1};
        };
        (void)stepsFor(); // statements are prepared
        const qint64 few = stepsFor();
        QVERIFY(few > 0);
        QVERIFY(addCases(*store, 3'000, 60 * 24 * 3)); // three days later
        // The tree of rows is a little deeper; sixty times as many cases are in it.
        const qint64 many = stepsFor();
        QVERIFY2(many > 0 && many <= few + few / 10, qPrintable(QString::number(many)));
    }
    void readsTheCasesBehindAFigureInPieces()
    {
        QFETCH_GLOBAL(QString, kind);
        const std::unique_ptr<SqlStore> store = mMaker.empty(kind);
        QVERIFY(fillSmallDistrict(*store));
        QVERIFY(addCases(*store, 5'000));
        const EvaluationOrder order = orderOf(u"2026-11"_s, EvaluationLevel::Grid);
        FigureCasesReader reader(order, FigureKey{}, testStart(), 1'200);
        int pieces = 1;
        for (;; ++pieces) {
            const Result<bool> more = reader.readOn(*store);
            QVERIFY(more);
            if (!more.value()) {
                break;
            }
        }
        QCOMPARE(pieces, 2 + 3); // 4,000 and 1,000 looked at; 500, 500 and 200 read
        QCOMPARE(reader.result().total, 5'000);
        QCOMPARE(reader.result().cases.size(), 1'200);
        QCOMPARE(reader.result().isPart.size(), 1'200);
        const QList<Case> &cases = reader.result().cases;
        QVERIFY(std::ranges::is_sorted(cases, std::ranges::greater(), &Case::reportedAt));
        const Result<FigureCases> stopped =
            readCasesBehind(*store, order, FigureKey{}, testStart(), 10, [] { return false; });
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
    }
    void aChangedMilestoneIsFound()
    {
        QFETCH_GLOBAL(QString, kind);
        const std::unique_ptr<SqlStore> store = mMaker.empty(kind);
        QVERIFY(fillSmallDistrict(*store));
        QVERIFY(addCases(*store, 3));
        QVERIFY(
            store->connection().execute(u"UPDATE case_milestones SET returns = 1 WHERE case_id = "
                                        "(SELECT min(case_id) FROM case_milestones)"_s));
        const QList<CheckFinding> findings = checkStore(*store, [](int) { return true; }).value();
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().kind, u"milestones"_s);
    }
};
static const TestRegistration<TestEvaluation> sRegistration;

} // namespace gridward

#include "test_evaluation.moc"
