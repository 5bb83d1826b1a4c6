// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evaluation/evaluator.h"

#include <algorithm>
#include <utility>

namespace gridward {

namespace {

constexpr double kPerCent = 100.0;

/** Of an even number: the mean of the two in the middle. */
std::optional<double> medianOf(std::vector<double> values)
{
    if (values.empty()) {
        return std::nullopt;
    }
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

} // namespace

std::optional<double> Figure::value(bool isTime) const
{
    if (isTime) {
        return hours;
    }
    return whole > 0
               ? std::optional(kPerCent * static_cast<double>(part) / static_cast<double>(whole))
               : std::nullopt;
}

const EvaluationRow *Evaluation::row(const QString &code) const
{
    // Asked for every cell of a table of hundreds of units.
    const auto found = std::ranges::lower_bound(rows, code, {}, &EvaluationRow::code);
    return found == rows.end() || found->code != code ? nullptr : &*found;
}

QList<std::optional<int>> Evaluation::ranks(qsizetype figure) const
{
    const IndicatorDefinition &definition = *definitions.at(figure);
    const auto valueOf = [&](const EvaluationRow &row) -> std::optional<double> {
        const std::optional<Figure> &one = row.figures.at(figure);
        const bool counts = one && one->whole >= kFewestRanked && !row.code.isEmpty();
        return counts ? one->value(definition.isTime) : std::nullopt;
    };
    QList<std::optional<double>> own;
    std::vector<double> best; // the best first
    for (const EvaluationRow &row : rows) {
        own.append(valueOf(row));
        if (own.last()) {
            best.push_back(definition.lowerIsBetter ? *own.last() : -*own.last());
        }
    }
    std::ranges::sort(best);
    QList<std::optional<int>> places;
    for (const std::optional<double> &value : std::as_const(own)) {
        if (!value) {
            places.append(std::nullopt);
            continue;
        }
        const double wanted = definition.lowerIsBetter ? *value : -*value;
        const auto better = std::ranges::lower_bound(best, wanted) - best.begin();
        places.append(static_cast<int>(better) + 1);
    }
    return places;
}

std::optional<QString> unitOf(const IndicatorDefinition &definition,
                              const EvaluatedCase &subject,
                              EvaluationLevel level,
                              const QString &district)
{
    switch (level) {
    case EvaluationLevel::District:
        return district;
    case EvaluationLevel::Street:
        return subject.street;
    case EvaluationLevel::Community:
        return subject.community;
    case EvaluationLevel::Grid:
        return subject.grid;
    case EvaluationLevel::Department:
        return subject.unit;
    case EvaluationLevel::Post:
        return definition.post != nullptr ? std::optional(QString::fromLatin1(definition.post))
                                          : std::nullopt;
    case EvaluationLevel::Person:
        return definition.person != nullptr ? std::optional(definition.person(subject))
                                            : std::nullopt;
    }
    return std::nullopt;
}

Evaluator::Evaluator(EvaluationLevel level,
                     QList<const IndicatorDefinition *> definitions,
                     EvaluationGround ground,
                     QString district)
    : mLevel(level)
    , mDefinitions(std::move(definitions))
    , mGround(std::move(ground))
    , mDistrict(std::move(district))
{
    mAll.tallies.resize(static_cast<std::size_t>(mDefinitions.size()));
}

Evaluator::Count &Evaluator::countOf(const QString &code)
{
    const auto known = mPlaces.constFind(code);
    if (known != mPlaces.constEnd()) {
        return mCounts[static_cast<std::size_t>(*known)];
    }
    mPlaces.insert(code, static_cast<qsizetype>(mCounts.size()));
    Count count;
    count.tallies.resize(static_cast<std::size_t>(mDefinitions.size()));
    mCounts.push_back(std::move(count));
    return mCounts.back();
}

void Evaluator::count(Count &into,
                      std::size_t definition,
                      const EvaluatedCase &subject,
                      bool isPart)
{
    Tally &tally = into.tallies[definition];
    ++tally.whole;
    tally.part += isPart ? 1 : 0;
    const IndicatorDefinition &one = *mDefinitions.at(static_cast<qsizetype>(definition));
    if (one.hours != nullptr) {
        if (const std::optional<double> hours = one.hours(subject, mGround)) {
            tally.hours.push_back(*hours);
        }
    }
    if (into.last != mVisited) {
        into.last = mVisited;
        ++into.cases;
    }
}

void Evaluator::add(const EvaluatedCase &subject)
{
    ++mVisited;
    for (std::size_t place = 0; place < static_cast<std::size_t>(mDefinitions.size()); ++place) {
        const IndicatorDefinition &one = *mDefinitions.at(static_cast<qsizetype>(place));
        if (!one.isWhole(subject, mGround)) {
            continue;
        }
        const bool isPart = one.isPart(subject, mGround);
        count(mAll, place, subject, isPart);
        if (const std::optional<QString> unit = unitOf(one, subject, mLevel, mDistrict)) {
            count(countOf(*unit), place, subject, isPart);
        }
    }
}

EvaluationRow Evaluator::rowOf(const QString &code, const Count &count) const
{
    EvaluationRow row;
    row.code = code;
    row.cases = count.cases;
    for (std::size_t place = 0; place < count.tallies.size(); ++place) {
        const Tally &tally = count.tallies[place];
        const IndicatorDefinition &one = *mDefinitions.at(static_cast<qsizetype>(place));
        const bool isOther = mLevel == EvaluationLevel::Post && &count != &mAll &&
                             (one.post == nullptr || code != QLatin1String(one.post));
        const bool isNobodys =
            mLevel == EvaluationLevel::Person && &count != &mAll && one.person == nullptr;
        row.figures.append(
            isOther || isNobodys
                ? std::nullopt
                : std::optional(Figure{tally.part, tally.whole, medianOf(tally.hours)}));
    }
    return row;
}

Evaluation Evaluator::result() const
{
    Evaluation result;
    result.level = mLevel;
    result.asOf = mGround.asOf;
    result.definitions = mDefinitions;
    result.visited = mVisited;
    for (auto place = mPlaces.cbegin(); place != mPlaces.cend(); ++place) {
        result.rows.append(rowOf(place.key(), mCounts[static_cast<std::size_t>(place.value())]));
    }
    std::ranges::sort(result.rows, {}, &EvaluationRow::code);
    result.all = rowOf({}, mAll);
    result.all.cases = mVisited;
    return result;
}

} // namespace gridward
