// SPDX-License-Identifier: GPL-3.0-or-later
// How a month does against the one before.
#include "models/view/wall/wallcontent.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WallContent)
};

constexpr int kFewestCases = 5; ///< of both periods: below that a change says nothing
constexpr double kSurely = 2.0; ///< standard deviations of the difference of two Poisson counts
constexpr double kLeastPoints = 0.1; ///< what a figure shows: less is no difference

/** How surely it changed: 0 for what may be chance alone. */
double changeOf(const WallArea &area)
{
    const int sum = area.now + area.before;
    return sum < kFewestCases ? 0.0 : (area.now - area.before) / std::sqrt(1.0 * sum);
}

QString rangeText(const Period &period)
{
    return u"%1 – %2"_s.arg(period.first.toString(u"MM-dd"_s), period.last.toString(u"MM-dd"_s));
}

WallFigure figureOf(const QString &id, const Figure &figure, bool isTime, Instant asOf)
{
    WallFigure made;
    made.id = id;
    made.value = figure.value(isTime);
    made.part = figure.part;
    made.whole = figure.whole;
    made.unit = isTime ? WallUnit::Hours : WallUnit::PerCent;
    made.period = WallPeriod::ThisMonth;
    made.asOf = asOf;
    return made;
}

} // namespace

IndicatorsContent indicatorsOf(const WallMonth &month, const WallWording & /*wording*/)
{
    IndicatorsContent content;
    content.head = {Words::tr("Indicators"),
                    Words::tr("this month, %1").arg(rangeText(month.period)),
                    month.asOf};
    content.against = Words::tr("against %1").arg(rangeText(month.before));
    for (qsizetype i = 0; i < month.present.definitions.size(); ++i) {
        const IndicatorDefinition &definition = *month.present.definitions.at(i);
        const std::optional<Figure> now = month.present.all.figures.value(i);
        const std::optional<Figure> before = month.previous.all.figures.value(i);
        if (!now) {
            continue;
        }
        IndicatorsContent::Row row;
        const QString id = toId(definition.indicator);
        row.name = wordsOf(definition).name;
        row.now = figureOf(u"month.now:"_s + id, *now, definition.isTime, month.asOf);
        row.before = figureOf(u"month.before:"_s + id,
                              before.value_or(Figure{}),
                              definition.isTime,
                              month.asOfBefore);
        row.target = definition.target;
        if (row.now.value && row.before.value) {
            const double change = *row.now.value - *row.before.value;
            if (std::abs(change) >= kLeastPoints) {
                row.isBetter = (change < 0) == definition.lowerIsBetter;
            }
        }
        content.rows.append(row);
    }
    return content;
}

LinesContent changedAreasOf(const WallMonth &month, bool risen, const WallWording &wording)
{
    QList<WallArea> areas = month.areas;
    areas.removeIf([risen](const WallArea &area) {
        const double change = changeOf(area);
        return risen ? change < kSurely : change > -kSurely;
    });
    std::ranges::stable_sort(areas, [](const WallArea &one, const WallArea &other) {
        return std::abs(one.now - one.before) > std::abs(other.now - other.before);
    });
    LinesContent content;
    content.head = {
        risen ? Words::tr("Where cases became more") : Words::tr("Where they became fewer"),
        Words::tr("%1 against %2").arg(rangeText(month.period), rangeText(month.before)),
        month.asOf};
    content.empty = risen ? Words::tr("Nowhere surely more than in the same days of last month.")
                          : Words::tr("Nowhere surely fewer than in the same days of last month.");
    for (const WallArea &area : std::as_const(areas)) {
        const int change = area.now - area.before;
        WallLine line;
        line.key = area.code;
        const QString path = wording.words.names.path(area.code);
        line.title = path.isEmpty() ? area.name : path;
        line.detail =
            area.squareKilometres > 0.0
                ? Words::tr("%1 cases/km²").arg(area.now / area.squareKilometres, 0, 'f', 0)
                : QString();
        line.right = u"%1%2"_s.arg(change > 0 ? u"+"_s : u"−"_s).arg(std::abs(change));
        line.rightDetail = Words::tr("%1 → %2 cases").arg(area.before).arg(area.now);
        line.tone = risen ? WallTone::Alarm : WallTone::Good;
        content.lines.append(line);
        for (const auto &[name, count] :
             {std::pair(u"now"_s, area.now), {u"before"_s, area.before}}) {
            content.figures.append(countFigure(u"month.cases_%1:%2"_s.arg(name, area.code),
                                               count,
                                               month.asOf,
                                               WallPeriod::ThisMonth));
        }
    }
    return content;
}

} // namespace gridward
