// SPDX-License-Identifier: GPL-3.0-or-later
// Streets and units against each other.
#include "models/domain/language.h"
#include "models/view/wall/wallcontent.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WallContent)
};

WallFigure shareOf(const QString &id, const Figure &figure, Instant asOf)
{
    WallFigure share;
    share.id = id;
    share.value = figure.value(false);
    share.part = figure.part;
    share.whole = figure.whole;
    share.unit = WallUnit::PerCent;
    share.period = WallPeriod::Last30Days;
    share.asOf = asOf;
    return share;
}

} // namespace

RankContent
streetsOf(const WallStreets &streets, const OpenTallies &tallies, const WallWording &wording)
{
    const WallWords &words = wording.words;
    RankContent content;
    content.head = {Words::tr("Streets by open cases"), {}, streets.asOf};
    content.inTime = shareOf(u"streets.in_time"_s, streets.inTime, streets.asOf);
    for (const WallStreet &street : streets.streets) {
        const OpenTallies::Tally tally = tallies.streets.value(street.code);
        RankContent::Row row;
        row.code = street.code;
        row.name = words.names.division(street.code);
        row.open = countFigure(u"streets.open:"_s + street.code, tally.open, words.now);
        row.overdue = countFigure(u"streets.overdue:"_s + street.code, tally.overdue, words.now);
        row.inTime = shareOf(u"streets.in_time:"_s + street.code, street.inTime, streets.asOf);
        const auto days = static_cast<int>(street.registered.size());
        for (int i = 0; i < days; ++i) {
            row.days.append(countFigure(
                u"streets.registered:%1:%2"_s.arg(
                    street.code, streets.today.addDays(i + 1 - days).toString(Qt::ISODate)),
                street.registered.at(i),
                streets.asOf,
                WallPeriod::Last14Days));
        }
        content.rows.append(row);
    }
    std::ranges::stable_sort(
        content.rows, [](const RankContent::Row &one, const RankContent::Row &other) {
            return std::tie(*other.open.value, *other.overdue.value, one.code) <
                   std::tie(*one.open.value, *one.overdue.value, other.code);
        });
    return content;
}

LinesContent unitsOf(const OpenTallies &tallies, Instant asOf, const WallWording &wording)
{
    LinesContent content;
    content.head = {Words::tr("Load of the units"), wall_words::periodText(WallPeriod::Now), asOf};
    content.empty = Words::tr("No unit has an open case.");
    QList<std::tuple<int, int, QString>> units; // sorted by these
    for (auto unit = tallies.units.cbegin(); unit != tallies.units.cend(); ++unit) {
        if (!unit.key().isEmpty()) {
            units.append({-unit->open, -unit->overdue, unit.key()});
        }
    }
    std::ranges::sort(units);
    for (const auto &[open, overdue, code] : std::as_const(units)) {
        WallLine line;
        line.key = code;
        line.title = wording.words.names.unit(code, isEnglish());
        line.rightPlain = Words::tr("%1 open").arg(wall_words::countText(-open));
        if (overdue != 0) {
            line.right = Words::tr("%1 overdue").arg(wall_words::countText(-overdue));
        }
        line.tone = WallTone::Alarm;
        content.lines.append(line);
        content.figures.append(countFigure(u"units.open:"_s + code, -open, asOf));
        content.figures.append(countFigure(u"units.overdue:"_s + code, -overdue, asOf));
    }
    return content;
}

} // namespace gridward
