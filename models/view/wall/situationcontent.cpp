// SPDX-License-Identifier: GPL-3.0-or-later
// What is open and what happened last.
#include "models/view/casewords.h"
#include "models/view/wall/wallcontent.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WallContent)
};

WallFigure countNow(const QString &id, int count, bool isKnown, Instant now)
{
    WallFigure figure = countFigure(id, count, now);
    if (!isKnown) {
        figure.value.reset();
    }
    return figure;
}

} // namespace

OpenTallies talliesOf(const QHash<QUuid, Case> &open, Instant now)
{
    OpenTallies tallies;
    for (const Case &subject : open) {
        const int late = isOverdue(subject, now) ? 1 : 0;
        for (OpenTallies::Tally *tally :
             {&tallies.streets[subject.street], &tallies.units[subject.unit]}) {
            ++tally->open;
            tally->overdue += late;
        }
    }
    return tallies;
}

CountersContent countersOf(const CaseCounts &counts, bool isKnown, const WallWording &wording)
{
    const Instant now = wording.words.now;
    CountersContent content;
    content.head = {Words::tr("Cases"),
                    wall_words::periodText(WallPeriod::Now),
                    isKnown ? std::optional(now) : std::nullopt};
    content.counters = {
        {countNow(u"situation.open"_s, counts.open, isKnown, now),
         Words::tr("Open"),
         WallTone::Plain},
        {countNow(u"situation.overdue"_s, counts.overdue, isKnown, now),
         Words::tr("Overdue"),
         WallTone::Alarm},
        {countNow(u"situation.urgent"_s, counts.urgent, isKnown, now),
         Words::tr("Urgent: orange and red"),
         WallTone::Warning},
        {countNow(u"situation.to_check"_s, counts.waitingForCheck, isKnown, now),
         Words::tr("To check"),
         WallTone::Plain},
    };
    return content;
}

LinesContent eventsOf(const WallEvents &events, const WallWording &wording)
{
    LinesContent content;
    content.head = {Words::tr("Last events"), {}, events.asOf};
    content.empty = Words::tr("Nothing has happened yet.");
    content.isEndless = true;
    QSet<QUuid> told;
    // A log is in the order of writing; imports and late entries are not in that of time.
    QList<WallEvent> all = events.events;
    std::ranges::stable_sort(all, std::ranges::greater(), &WallEvent::at);
    for (const WallEvent &event : std::as_const(all)) {
        if (told.contains(event.subject.id.value)) {
            continue; // what happened to it last says it
        }
        told.insert(event.subject.id.value);
        const WallRow row = wording.words.row(event.subject);
        WallLine line;
        line.key = u"%1/%2"_s.arg(row.id.toString(QUuid::WithoutBraces)).arg(event.sequence);
        line.level = event.subject.level;
        line.title = u"%1 · %2"_s.arg(case_words::word(event.action), row.title);
        line.detail =
            event.subject.unit.isEmpty() ? row.place : u"%1 · %2"_s.arg(row.place, row.unit);
        line.right = wording.words.timeText(event.at);
        line.rightDetail = row.state;
        content.lines.append(line);
    }
    return content;
}

} // namespace gridward
