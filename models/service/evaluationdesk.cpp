// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/evaluationdesk.h"

#include "models/domain/language.h"
#include "models/service/auditdesk.h"
#include "models/service/districtservice.h"
#include "models/store/accessstore.h"

#include <QCoreApplication>
#include <QPromise>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EvaluationDesk)
};

constexpr int kPiece = 4000; ///< cases: some twenty milliseconds of the store's thread

QList<const IndicatorDefinition *> definitionsFor(bool both)
{
    if (!both) {
        return standardDefinitions();
    }
    QList<const IndicatorDefinition *> all;
    for (const IndicatorDefinition &one : indicatorDefinitions()) {
        all.append(&one);
    }
    return all;
}

/** Those divisions that lie in the user's part, which may be all of the district. */
QSet<QString> divisionsSeen(const QList<Division> &all, const std::optional<User> &user)
{
    QSet<QString> seen;
    for (const Division &one : all) { // parents come before children
        const bool isPart = !user || user->division.isEmpty() || user->division == one.code ||
                            seen.contains(one.parent);
        if (isPart) {
            seen.insert(one.code);
        }
    }
    return seen;
}

using Names = QList<std::pair<QString, QString>>;

Result<Names> areaNames(Store &store, EvaluationLevel level)
{
    const Result<QList<Division>> divisions = store.divisions();
    if (!divisions) {
        return divisions.error();
    }
    const QSet<QString> seen = divisionsSeen(divisions.value(), store.acting());
    Names names;
    if (level == EvaluationLevel::Grid) {
        const Result<QList<UnitGrid>> grids = store.grids();
        if (!grids) {
            return grids.error();
        }
        for (const UnitGrid &grid : grids.value()) {
            if (seen.contains(grid.community) || seen.contains(grid.street)) {
                names.append({grid.code, grid.name});
            }
        }
        return names;
    }
    const QString wanted = toId(level);
    for (const Division &one : divisions.value()) {
        if (one.level == wanted && seen.contains(one.code)) {
            names.append({one.code, one.name});
        }
    }
    return names;
}

Names departmentNames(const QList<Organisation> &organisations, bool isEnglish)
{
    Names names;
    for (const Organisation &one : organisations) {
        if (one.handles) {
            names.append({one.code, isEnglish && !one.nameEn.isEmpty() ? one.nameEn : one.name});
        }
    }
    return names;
}

Result<EvaluationFrame> readFrame(Store &store, EvaluationLevel level, Instant asOf)
{
    const Result<QList<Organisation>> organisations = store.organisations();
    if (!organisations) {
        return organisations.error();
    }
    EvaluationFrame frame;
    frame.ground.asOf = asOf;
    for (const Organisation &one : organisations.value()) {
        if (!one.division.isEmpty()) {
            frame.ground.divisionOfUnit.insert(one.code, one.division);
        }
    }
    frame.district = store.info().district;
    frame.timeZone = store.info().timeZone;
    frame.isEnglish = isEnglish();
    switch (level) {
    case EvaluationLevel::District:
        frame.expected = {{frame.district, store.info().name}};
        break;
    case EvaluationLevel::Street:
    case EvaluationLevel::Community:
    case EvaluationLevel::Grid: {
        const Result<Names> areas = areaNames(store, level);
        if (!areas) {
            return areas.error();
        }
        frame.expected = areas.value();
        break;
    }
    case EvaluationLevel::Department: {
        // Who sees a part of the district has no figure of the units elsewhere.
        const bool seesAll = !store.acting() || store.acting()->division.isEmpty();
        const Names names = departmentNames(organisations.value(), frame.isEnglish);
        for (const auto &[code, name] : names) {
            frame.names.insert(code, name);
        }
        frame.expected = seesAll ? names : Names();
        break;
    }
    case EvaluationLevel::Post:
    case EvaluationLevel::Person:
        break;
    }
    for (const auto &[code, name] : std::as_const(frame.expected)) {
        frame.names.insert(code, name);
    }
    return frame;
}

/** Persons by their id, accounts without a person by their name. */
Result<void> namePeople(Store &store, QHash<QString, QString> &names, const Evaluation &evaluation)
{
    for (const EvaluationRow &row : evaluation.rows) {
        if (row.code.isEmpty() || names.contains(row.code)) {
            continue;
        }
        const Result<std::optional<Person>> person = store.person(row.code);
        if (!person) {
            return person.error();
        }
        names.insert(row.code, person.value() ? person.value()->name : row.code);
    }
    return {};
}

} // namespace

EvaluationReader::EvaluationReader(QList<Period> periods,
                                   EvaluationLevel level,
                                   bool bothDefinitions,
                                   Instant asOf)
    : mPeriods(std::move(periods))
    , mLevel(level)
    , mBothDefinitions(bothDefinitions)
    , mAsOf(asOf)
{
}

Result<void> EvaluationReader::begin(Store &store)
{
    Result<EvaluationFrame> frame = readFrame(store, mLevel, mAsOf);
    if (!frame) {
        return frame.error();
    }
    mFrame = std::move(frame).value();
    const QTimeZone zone(mFrame.timeZone.toLatin1());
    for (const Period &period : std::as_const(mPeriods)) {
        Evaluator evaluator(
            mLevel, definitionsFor(mBothDefinitions), mFrame.ground, mFrame.district);
        for (const auto &[code, name] : std::as_const(mFrame.expected)) {
            evaluator.expect(code);
        }
        mEvaluators.push_back(std::move(evaluator));
        mEnds.push_back(period.end(zone));
    }
    mQuery = {mPeriods.first().begin(zone), mEnds.back(), std::nullopt};
    return {};
}

Result<bool> EvaluationReader::readOn(Store &store)
{
    if (const Result<void> may = checkPermitted(store, Thing::Statistics, u"see"_s); !may) {
        return may.error();
    }
    if (mEvaluators.empty()) {
        if (const Result<void> begun = begin(store); !begun) {
            return begun.error();
        }
    }
    int seen = 0;
    const Result<void> visited =
        store.cases().visitEvaluated(mQuery, [&](const EvaluatedCase &subject) {
            mQuery.after = subject.id;
            if (subject.reportedAt >= mQuery.from && subject.reportedAt < mQuery.to) {
                const auto period = std::ranges::upper_bound(mEnds, subject.reportedAt);
                mEvaluators[static_cast<std::size_t>(period - mEnds.begin())].add(subject);
            }
            return ++seen < kPiece;
        });
    if (!visited) {
        return visited.error();
    }
    if (seen == kPiece) {
        return true;
    }
    if (mLevel == EvaluationLevel::Person) {
        for (const Evaluator &evaluator : mEvaluators) {
            const Result<void> named = namePeople(store, mFrame.names, evaluator.result());
            if (!named) {
                return named.error();
            }
        }
    }
    return false;
}

QList<Evaluation> EvaluationReader::results() const
{
    QList<Evaluation> results;
    for (std::size_t place = 0; place < mEvaluators.size(); ++place) {
        Evaluation evaluation = mEvaluators[place].result();
        evaluation.period = mPeriods.at(static_cast<qsizetype>(place));
        for (EvaluationRow &row : evaluation.rows) {
            row.name = mFrame.names.value(row.code, row.code);
        }
        results.append(evaluation);
    }
    return results;
}

Result<Evaluation> readEvaluation(Store &store,
                                  const EvaluationOrder &order,
                                  Instant asOf,
                                  const std::function<bool()> &goOn)
{
    EvaluationReader reader({order.period}, order.level, order.bothDefinitions, asOf);
    for (;;) {
        const Result<bool> more = reader.readOn(store);
        if (!more) {
            return more.error();
        }
        if (!more.value()) {
            return reader.results().first();
        }
        if (!goOn()) {
            return Error{ErrorCode::Cancelled, Words::tr("The evaluation was stopped."), {}};
        }
    }
}

Result<FigureCases> readCasesBehind(
    Store &store, const EvaluationOrder &order, const FigureKey &figure, Instant asOf, int limit)
{
    if (const Result<void> may = checkPermitted(store, Thing::Statistics, u"see"_s); !may) {
        return may.error();
    }
    const IndicatorDefinition *definition = definitionOf(figure.indicator, figure.definition);
    if (definition == nullptr) {
        return Error{
            ErrorCode::InvalidInput,
            Words::tr("There is no second definition of “%1”.").arg(toId(figure.indicator)),
            {}};
    }
    const Result<EvaluationFrame> frame = readFrame(store, order.level, asOf);
    if (!frame) {
        return frame.error();
    }
    const QTimeZone zone(frame.value().timeZone.toLatin1());
    const EvaluationGround &ground = frame.value().ground;
    const EvaluatedQuery query{order.period.begin(zone), order.period.end(zone), std::nullopt};
    FigureCases found;
    QList<std::pair<CaseId, bool>> all;
    const Result<void> visited =
        store.cases().visitEvaluated(query, [&](const EvaluatedCase &subject) {
            if (subject.reportedAt < query.from || subject.reportedAt >= query.to ||
                !definition->isWhole(subject, ground)) {
                return true;
            }
            const bool isPart = definition->isPart(subject, ground);
            const std::optional<QString> unit =
                unitOf(*definition, subject, order.level, frame.value().district);
            const bool isWanted =
                figure.side == FigureSide::Whole || isPart == (figure.side == FigureSide::Part);
            if ((!figure.unit || unit == figure.unit) && isWanted) {
                all.append({subject.id, isPart});
            }
            return true;
        });
    if (!visited) {
        return visited.error();
    }
    found.total = all.size();
    for (auto one = all.crbegin(); one != all.crend() && found.cases.size() < limit; ++one) {
        const Result<Case> subject = store.cases().find(one->first);
        if (!subject) {
            return subject.error();
        }
        found.cases.append(subject.value());
        found.isPart.append(one->second);
    }
    return found;
}

template <typename T>
struct EvaluationDesk::Reading
{
    EvaluationReader reader;
    std::function<T(const QList<Evaluation> &)> finish;
    QPromise<Result<T>> answer;
};

EvaluationDesk::EvaluationDesk(DistrictService &district, QObject *parent)
    : EvaluationPort(parent)
    , mDistrict(district)
{
}

template <typename T>
void EvaluationDesk::readOn(const std::shared_ptr<Reading<T>> &reading)
{
    mDistrict.askStore<bool>([reading](Store &store) { return reading->reader.readOn(store); })
        .then(this, [this, reading](const Result<bool> &more) {
            if (more && more.value()) {
                readOn(reading);
                return;
            }
            reading->answer.addResult(more ? Result<T>(reading->finish(reading->reader.results()))
                                           : Result<T>(more.error()));
            reading->answer.finish();
        });
}

template <typename T>
QFuture<Result<T>> EvaluationDesk::start(std::shared_ptr<Reading<T>> reading)
{
    reading->answer.start();
    QFuture<Result<T>> future = reading->answer.future();
    readOn(reading);
    return future;
}

QFuture<Result<Evaluation>> EvaluationDesk::evaluate(const EvaluationOrder &order)
{
    return start(std::make_shared<Reading<Evaluation>>(Reading<Evaluation>{
        EvaluationReader(
            {order.period}, order.level, order.bothDefinitions, mDistrict.clock().now()),
        [](const QList<Evaluation> &all) { return all.first(); },
        {}}));
}

QFuture<Result<QList<TrendPoint>>> EvaluationDesk::trend(const EvaluationOrder &order,
                                                         const std::optional<QString> &unit)
{
    const auto finish = [unit](const QList<Evaluation> &all) {
        QList<TrendPoint> points;
        for (const Evaluation &one : all) {
            const EvaluationRow *row = unit ? one.row(*unit) : &one.all;
            points.append({one.period, row != nullptr ? *row : EvaluationRow{}});
        }
        return points;
    };
    return start(std::make_shared<Reading<QList<TrendPoint>>>(Reading<QList<TrendPoint>>{
        EvaluationReader(
            order.period.parts(), order.level, order.bothDefinitions, mDistrict.clock().now()),
        finish,
        {}}));
}

QFuture<Result<FigureCases>>
EvaluationDesk::casesBehind(const EvaluationOrder &order, const FigureKey &figure, int limit)
{
    return mDistrict.askStore<FigureCases>(
        [order, figure, limit, now = mDistrict.clock().now()](Store &store) {
            return readCasesBehind(store, order, figure, now, limit);
        });
}

} // namespace gridward
