// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/evaluationdesk.h"

#include "models/domain/language.h"
#include "models/service/auditdesk.h"
#include "models/service/casethen.h"
#include "models/service/piecewise.h"
#include "models/store/accessstore.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

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

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EvaluationDesk)
};

constexpr int kPiece = 4000;        ///< cases: some twenty milliseconds of the store's thread
constexpr int kPieceThen = 150;     ///< the same, when the log of each has to be read
constexpr qsizetype kFetched = 500; ///< cases read in full, in about the same time

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
        mBegins.push_back(period.begin(zone));
        mEnds.push_back(period.end(zone));
    }
    mQuery = {mPeriods.first().begin(zone), mEnds.back(), std::nullopt};
    return {};
}

void EvaluationReader::take(const EvaluatedCase &subject)
{
    const auto ends = std::ranges::upper_bound(mEnds, subject.reportedAt);
    const auto period = static_cast<std::size_t>(ends - mEnds.begin());
    if (period < mEnds.size() && subject.reportedAt >= mBegins[period]) {
        mEvaluators[period].add(subject);
        if (mWatcher) {
            mWatcher(subject, static_cast<qsizetype>(period));
        }
    }
}

Result<int> EvaluationReader::readPiece(Store &store)
{
    int seen = 0;
    const Result<void> visited =
        store.cases().visitEvaluated(mQuery, [&](const EvaluatedCase &subject) {
            mQuery.after = subject.id;
            take(subject);
            return ++seen < kPiece;
        });
    return visited ? Result<int>(seen) : visited.error();
}

Result<int> EvaluationReader::readPieceThen(Store &store, Instant at)
{
    QList<CaseId> piece;
    const Result<void> visited =
        store.cases().visitEvaluated(mQuery, [&](const EvaluatedCase &subject) {
            piece.append(subject.id);
            return piece.size() < kPieceThen;
        });
    if (!visited) {
        return visited.error();
    }
    for (const CaseId &id : std::as_const(piece)) {
        mQuery.after = id;
        const Result<std::optional<EvaluatedCase>> then = evaluatedAt(store, id, at);
        if (!then) {
            return then.error();
        }
        if (then.value()) {
            take(*then.value());
        }
    }
    return static_cast<int>(piece.size());
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
    const Result<int> seen = mThen ? readPieceThen(store, *mThen) : readPiece(store);
    if (!seen) {
        return seen.error();
    }
    if (seen.value() == (mThen ? kPieceThen : kPiece)) {
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
        QHash<QString, int> bearers;
        for (EvaluationRow &row : evaluation.rows) {
            row.name = mFrame.names.value(row.code, row.code);
            ++bearers[row.name];
        }
        for (EvaluationRow &row : evaluation.rows) {
            if (bearers.value(row.name) > 1 && row.name != row.code) {
                row.name += u" (%1)"_s.arg(row.code); // people of one name are not one person
            }
        }
        results.append(evaluation);
    }
    return results;
}

namespace {

template <typename Reader>
Result<void> readAll(Reader &reader, Store &store, const std::function<bool()> &goOn)
{
    for (;;) {
        const Result<bool> more = reader.readOn(store);
        if (!more) {
            return more.error();
        }
        if (!more.value()) {
            return {};
        }
        if (!goOn()) {
            return Error{ErrorCode::Cancelled, Words::tr("The evaluation was stopped."), {}};
        }
    }
}

} // namespace

FigureCasesReader::FigureCasesReader(const EvaluationOrder &order,
                                     const FigureKey &figure,
                                     Instant asOf,
                                     int limit)
    : mOrder(order)
    , mFigure(figure)
    , mAsOf(asOf)
    , mLimit(limit)
{
}

Result<void> FigureCasesReader::begin(Store &store)
{
    const IndicatorDefinition *definition = definitionOf(mFigure.indicator, mFigure.definition);
    if (definition == nullptr) {
        return Error{
            ErrorCode::InvalidInput,
            Words::tr("There is no second definition of “%1”.").arg(toId(mFigure.indicator)),
            {}};
    }
    Result<EvaluationFrame> frame = readFrame(store, mOrder.level, mAsOf);
    if (!frame) {
        return frame.error();
    }
    mFrame = std::move(frame).value();
    const QTimeZone zone(mFrame.timeZone.toLatin1());
    mQuery = {mOrder.period.begin(zone), mOrder.period.end(zone), std::nullopt};
    mDefinition = definition;
    return {};
}

Result<bool> FigureCasesReader::look(Store &store)
{
    int seen = 0;
    const Result<void> visited =
        store.cases().visitEvaluated(mQuery, [&](const EvaluatedCase &subject) {
            mQuery.after = subject.id;
            if (subject.reportedAt >= mQuery.from && subject.reportedAt < mQuery.to &&
                mDefinition->isWhole(subject, mFrame.ground)) {
                const bool isPart = mDefinition->isPart(subject, mFrame.ground);
                const bool isWanted = mFigure.side == FigureSide::Whole ||
                                      isPart == (mFigure.side == FigureSide::Part);
                const std::optional<QString> unit =
                    unitOf(*mDefinition, subject, mOrder.level, mFrame.district);
                if (isWanted && (!mFigure.unit || unit == mFigure.unit)) {
                    mBehind.append({subject.id, isPart});
                }
            }
            return ++seen < kPiece;
        });
    if (!visited) {
        return visited.error();
    }
    mLooked = seen < kPiece;
    mFound.total = mBehind.size();
    return !mLooked || (mLimit > 0 && !mBehind.isEmpty());
}

Result<bool> FigureCasesReader::fetch(Store &store)
{
    const qsizetype until = std::min<qsizetype>(mLimit, mFound.cases.size() + kFetched);
    while (mFound.cases.size() < until && !mBehind.isEmpty()) {
        const auto [id, isPart] = mBehind.takeLast();
        const Result<Case> subject = store.cases().find(id);
        if (!subject && subject.error().code == ErrorCode::NotFound) {
            --mFound.total; // went out of sight since it was looked at
            continue;
        }
        if (!subject) {
            return subject.error();
        }
        mFound.cases.append(subject.value());
        mFound.isPart.append(isPart);
    }
    return mFound.cases.size() < mLimit && !mBehind.isEmpty();
}

Result<bool> FigureCasesReader::readOn(Store &store)
{
    if (const Result<void> may = checkPermitted(store, Thing::Statistics, u"see"_s); !may) {
        return may.error();
    }
    if (mDefinition == nullptr) {
        if (const Result<void> begun = begin(store); !begun) {
            return begun.error();
        }
    }
    return mLooked ? fetch(store) : look(store);
}

Result<Evaluation> readEvaluation(Store &store,
                                  const EvaluationOrder &order,
                                  Instant asOf,
                                  const std::function<bool()> &goOn)
{
    EvaluationReader reader({order.period}, order.level, order.bothDefinitions, asOf);
    const Result<void> read = readAll(reader, store, goOn);
    return read ? Result<Evaluation>(reader.results().first()) : read.error();
}

Result<FigureCases> readCasesBehind(Store &store,
                                    const EvaluationOrder &order,
                                    const FigureKey &figure,
                                    Instant asOf,
                                    int limit,
                                    const std::function<bool()> &goOn)
{
    FigureCasesReader reader(order, figure, asOf, limit);
    const Result<void> read = readAll(reader, store, goOn);
    return read ? Result<FigureCases>(reader.result()) : read.error();
}

EvaluationDesk::EvaluationDesk(DistrictService &district, QObject *parent)
    : EvaluationPort(parent)
    , mDistrict(district)
{
}

QFuture<Result<Evaluation>> EvaluationDesk::evaluate(const EvaluationOrder &order)
{
    return readInPieces<EvaluationReader, Evaluation>(
        mDistrict,
        this,
        {{order.period}, order.level, order.bothDefinitions, mDistrict.clock().now()},
        [](const EvaluationReader &read) { return read.results().first(); });
}

QFuture<Result<QList<TrendPoint>>> EvaluationDesk::trend(const EvaluationOrder &order,
                                                         const std::optional<QString> &unit)
{
    return readInPieces<EvaluationReader, QList<TrendPoint>>(
        mDistrict,
        this,
        {order.period.parts(), order.level, order.bothDefinitions, mDistrict.clock().now()},
        [unit](const EvaluationReader &read) {
            QList<TrendPoint> points;
            for (const Evaluation &one : read.results()) {
                const EvaluationRow *row = unit ? one.row(*unit) : &one.all;
                points.append({one.period, row != nullptr ? *row : EvaluationRow{}});
            }
            return points;
        });
}

QFuture<Result<FigureCases>>
EvaluationDesk::casesBehind(const EvaluationOrder &order, const FigureKey &figure, int limit)
{
    return readInPieces<FigureCasesReader, FigureCases>(
        mDistrict,
        this,
        {order, figure, mDistrict.clock().now(), limit},
        [](const FigureCasesReader &read) { return read.result(); });
}

} // namespace gridward
