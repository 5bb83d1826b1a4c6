// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heatfile/heatwords.h"

#include "gis/heat/heatmeasure.h"
#include "gis/heatfile/filterwords.h"
#include "models/view/spantext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QTimeZone>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatFile)
};

constexpr qsizetype kDayDigits = 10; ///< "2026-11-20"

QString number(double value)
{
    return QString::number(value, 'g', 15);
}

/** Grouped the same way in both languages. */
QString count(qint64 value)
{
    return QLocale(QLocale::English).toString(value);
}

QString weightText(double value)
{
    const QLocale numbers(QLocale::English);
    return value == std::floor(value) ? numbers.toString(value, 'f', 0)
                                      : numbers.toString(value, 'f', 2);
}

/** As ordered, or else of which days the cases are, where that is known. */
QString periodWords(const HeatmapJob &job, const StudyFacts &facts)
{
    // A store stands for a district, whose zone its sheets name below; a file has none.
    const bool isOfStore = !job.look.stamp.isEmpty();
    const QTimeZone zone =
        isOfStore ? QTimeZone(job.look.stamp.timeZone.toLatin1()) : QTimeZone::utc();
    const auto told = [isOfStore](const QString &words) {
        return !isOfStore && words.contains(u':') ? words + u" UTC"_s : words;
    };
    const StudyOrder &study = job.study;
    if (study.compare != HeatCompare::Off && study.from && study.to && study.otherFrom &&
        study.otherTo) {
        const QString one = told(spanText(*study.from, *study.to, zone));
        const QString other = told(spanText(*study.otherFrom, *study.otherTo, zone));
        return study.compare == HeatCompare::Ratio ? Words::tr("%1 by %2").arg(one, other)
                                                   : Words::tr("%1 less %2").arg(one, other);
    }
    if (study.from && study.to) {
        return told(spanText(*study.from, *study.to, zone));
    }
    if (study.from || study.to) {
        return study.from ? Words::tr("from %1").arg(told(momentText(*study.from, zone)))
                          : Words::tr("until before %1").arg(told(momentText(*study.to, zone)));
    }
    if (!facts.first || !facts.last) {
        return {};
    }
    const auto day = [&zone](Instant moment) { return momentText(moment, zone).first(kDayDigits); };
    const QString first = day(*facts.first);
    const QString last = day(*facts.last);
    return Words::tr("cases of %1").arg(first == last ? first : first + u" – "_s + last);
}

/** Those that have no part in the surface. */
qint64 leftOut(const ReadCounts &points, const HeatStudy &study)
{
    return points.withoutPlace + points.otherShapes + points.noNumbers + points.withoutTime +
           points.withoutWeight + study.facts().farOff + study.facts().notPlaced;
}

/** Adds the sentence with the number, unless that is 0. */
void tell(QStringList &remarks, qint64 number, const QString &words)
{
    if (number > 0) {
        remarks.append(words.arg(count(number)));
    }
}

QStringList factLines(const HeatmapJob &job, const ReadCounts &points, const HeatStudy &study)
{
    const StudyFacts &facts = study.facts();
    const QString onMap = count(facts.points - facts.outside);
    QStringList lines{job.study.compare != HeatCompare::Off
                          ? Words::tr("Cases on the map: %1, of the other period: %2")
                                .arg(count(facts.points), count(facts.compared))
                      : job.isAtlas ? Words::tr("Cases on all sheets together: %1").arg(onMap)
                                    : Words::tr("Cases on the map: %1").arg(onMap)};
    if (!job.points.weightField.isEmpty()) {
        lines.append(
            Words::tr("Sum of their weights (%1): %2")
                .arg(job.points.weightField, weightText(study.surfaceFacts().totalWeight)));
    }
    const qint64 without = leftOut(points, study);
    if (without > 0) {
        lines.append(Words::tr("Without a usable place, time or weight: %1").arg(count(without)));
    }
    lines.append(methodWords(study.recipe(), study.surfaceFacts().bandwidth, study.recipe().cell));
    if (study.surfaceFacts().edge) {
        lines.append(Words::tr("Corrected at the border"));
    }
    if (study.recipe().halfLifeDays > 0.0) {
        lines.append(
            Words::tr("A case counts half after %1 days").arg(number(study.recipe().halfLifeDays)));
    }
    lines.append(study.plane().name);
    return lines;
}

} // namespace

RasterNotes notesOf(const HeatmapJob &job, const ReadCounts &points, const HeatStudy &study)
{
    const QJsonObject facts = factsOf(job, points, study);
    RasterNotes notes{{u"TITLE"_s, job.look.title},
                      {u"TIFFTAG_IMAGEDESCRIPTION"_s, job.look.title},
                      {u"TIFFTAG_SOFTWARE"_s, u"Gridward " GRIDWARD_VERSION ""_s}};
    for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
        const QJsonValue value = fact.value();
        const QString text = value.isDouble() ? number(value.toDouble())
                             : value.isBool() ? (value.toBool() ? u"YES"_s : u"NO"_s)
                                              : value.toString();
        notes.emplace_back(fact.key().toUpper(), text);
    }
    if (!job.look.stamp.isEmpty()) {
        notes.emplace_back(u"TIFFTAG_ARTIST"_s, job.look.stamp.who());
        notes.emplace_back(u"MADE_BY"_s, job.look.stamp.who());
        notes.emplace_back(u"MADE_AT"_s, job.look.stamp.when());
    }
    std::erase_if(notes, [](const auto &note) { return note.second.isEmpty(); });
    return notes;
}

QJsonObject factsOf(const HeatmapJob &job, const ReadCounts &points, const HeatStudy &study)
{
    const HeatRecipe &recipe = study.recipe();
    const SurfaceFacts &surface = study.surfaceFacts();
    const StudyFacts &facts = study.facts();
    const CellGrid &grid = study.grid();
    QJsonObject object{{u"unit"_s, gdalUnit(recipe.unit)},
                       {u"kernel"_s, codeOf(recipe.shape)},
                       {u"bandwidth_rule"_s, codeOf(recipe.rule)},
                       {u"bandwidth_metres"_s, surface.bandwidth},
                       {u"least_bandwidth_metres"_s, surface.leastBandwidth},
                       {u"greatest_bandwidth_metres"_s, surface.greatestBandwidth},
                       {u"cell_metres"_s, grid.size},
                       {u"columns"_s, grid.columns},
                       {u"rows"_s, grid.rows},
                       {u"west"_s, grid.west},
                       {u"north"_s, grid.north},
                       {u"crs"_s, study.plane().code},
                       {u"half_life_days"_s, recipe.halfLifeDays},
                       {u"edge_corrected"_s, surface.edge.has_value()},
                       {u"source"_s, job.source},
                       {u"layer"_s, points.layer},
                       {u"selection"_s, job.selection},
                       {u"weight_field"_s, job.points.weightField},
                       {u"cases"_s, static_cast<qint64>(surface.points)},
                       {u"total_weight"_s, surface.totalWeight},
                       {u"cases_outside"_s, facts.outside},
                       {u"cases_far_off"_s, facts.farOff + facts.notPlaced},
                       {u"cases_without_place"_s, points.withoutPlace},
                       {u"cases_no_points"_s, points.otherShapes},
                       {u"cases_not_finite"_s, points.noNumbers},
                       {u"cases_without_time"_s, points.withoutTime},
                       {u"cases_outside_period"_s, points.outsidePeriod},
                       {u"cases_without_weight"_s, points.withoutWeight},
                       {u"fewest_personal"_s, job.study.fewest},
                       {u"hidden_cells"_s, facts.hidden},
                       {u"highest"_s, facts.highest},
                       {u"integral"_s, facts.integral},
                       {u"simulated_data"_s, job.look.simulated}};
    if (job.study.from) {
        object.insert(u"period_from"_s, toIsoText(*job.study.from));
    }
    if (job.study.to) {
        object.insert(u"period_to"_s, toIsoText(*job.study.to));
    }
    if (facts.first && facts.last) {
        object.insert(u"first_case"_s, toIsoText(*facts.first));
        object.insert(u"last_case"_s, toIsoText(*facts.last));
    }
    if (job.study.compare != HeatCompare::Off && job.study.otherFrom && job.study.otherTo) {
        const bool isRatio = job.study.compare == HeatCompare::Ratio;
        object.insert(u"unit"_s, isRatio ? u"ratio"_s : gdalUnit(recipe.unit));
        object.insert(u"compared_by"_s, isRatio ? u"ratio"_s : u"difference"_s);
        object.insert(u"compared_from"_s, toIsoText(*job.study.otherFrom));
        object.insert(u"compared_to"_s, toIsoText(*job.study.otherTo));
        object.insert(u"compared_cases"_s, facts.compared);
        object.insert(u"lowest"_s, facts.lowest);
    }
    if (surface.edge) {
        object.insert(u"edge_bound"_s, surface.edge->bound);
    }
    return object;
}

void complete(HeatLook &look,
              const HeatmapJob &job,
              const ReadCounts &points,
              const HeatStudy &study)
{
    if (look.title.isEmpty()) {
        look.title = job.study.compare == HeatCompare::Difference
                         ? Words::tr("More and fewer cases: %1").arg(job.source)
                     : job.study.compare == HeatCompare::Ratio
                         ? Words::tr("Times as many cases: %1").arg(job.source)
                         : Words::tr("Heat map: %1").arg(job.source);
    }
    if (look.about.isEmpty()) {
        QStringList about{look.district ? look.district->name : QString(),
                          periodWords(job, study.facts()),
                          filterWords(job.selection, look.district ? &*look.district : nullptr)};
        about.removeAll(QString());
        look.about = about.join(u" · "_s);
    }
    look.measure = measureWords(study.recipe().unit, job.study.compare);
    if (!job.points.weightField.isEmpty()) {
        look.measure = Words::tr("%1, each counted by “%2”", "density, field of weights")
                           .arg(look.measure, job.points.weightField);
    }
    if (study.facts().hidden > 0 && job.study.compare == HeatCompare::Ratio) {
        look.hidden = Words::tr("Fewer than %1 personal cases in reach, or too few to compare: not "
                                "shown")
                          .arg(job.study.fewest);
    } else if (study.facts().hidden > 0) {
        look.hidden =
            Words::tr("Fewer than %1 personal cases in reach: not shown").arg(job.study.fewest);
    } else if (study.facts().hasUnknown && !study.surfaceFacts().edge) {
        look.hidden = Words::tr("Too few in reach: not known");
    }
    look.facts = factLines(job, points, study);
    if (look.made.isEmpty()) {
        look.made = look.stamp.line();
    }
    QStringList foot{
        Words::tr("Source: %1").arg(job.source), look.foot, u"Gridward " GRIDWARD_VERSION ""_s};
    foot.removeAll(QString());
    look.foot = foot.join(u" · "_s);
}

QStringList remarksOn(const ReadCounts &points)
{
    QStringList remarks;
    tell(remarks, points.withoutPlace, Words::tr("%1 without a place were left out."));
    tell(remarks, points.otherShapes, Words::tr("%1 are no points and were left out."));
    tell(remarks,
         points.noNumbers,
         Words::tr("%1 with a coordinate that is no number were left out."));
    tell(remarks, points.withoutTime, Words::tr("%1 without a time were left out."));
    tell(remarks,
         points.withoutWeight,
         Words::tr("%1 whose weight is no number from 0 upwards were left out."));
    return remarks;
}

QStringList remarksOn(const ReadCounts &points, const HeatStudy &study)
{
    const StudyFacts &facts = study.facts();
    QStringList remarks = remarksOn(points);
    const auto tell = [&remarks](qint64 number, const QString &words) {
        gridward::tell(remarks, number, words);
    };
    tell(facts.notPlaced, Words::tr("%1 have no place on this plane and were left out."));
    tell(facts.farOff,
         Words::tr("%1 lie far off from all others and were left out; --extent brings "
                   "them in."));
    if (facts.outside > 0 && facts.outside == facts.points + facts.compared) {
        remarks.append(Words::tr("All of them lie outside of --extent, which is in the metres of "
                                 "%1: the map shows none.")
                           .arg(study.plane().name));
    } else {
        tell(facts.outside,
             Words::tr("%1 lie outside of the cells; they count where they reach in."));
    }
    tell(facts.hidden, Words::tr("%1 cells were left blank: too few personal cases in reach."));
    if (points.isStamped) {
        remarks.append(Words::tr("Times say no zone and were taken as they stand, as UTC."));
    }
    if (!study.plane().remark.isEmpty()) {
        remarks.append(study.plane().remark);
    }
    if (study.surfaceFacts().bandwidth < study.grid().size) {
        remarks.append(Words::tr("The bandwidth is shorter than a cell: cases between the centres "
                                 "of cells may not show. Take smaller cells by --cell."));
    }
    if (facts.points == 0) {
        remarks.append(Words::tr("No case counts: every cell is 0."));
    }
    return remarks;
}

} // namespace gridward
