// SPDX-License-Identifier: GPL-3.0-or-later
// The case of a takeover, its clocks, who was called and what is near it.
#include "models/domain/language.h"
#include "models/view/casewords.h"
#include "models/view/deadlinewords.h"
#include "models/view/staffwords.h"
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

/** "120 m", "1.4 km". */
QString distanceText(double metres)
{
    constexpr double kKilometre = 1000.0;
    constexpr double kStep = 10.0;
    return metres < kKilometre
               ? Words::tr("%1 m").arg(std::lround(metres / kStep) * std::lround(kStep))
               : Words::tr("%1 km").arg(metres / kKilometre, 0, 'f', 1);
}

/** Names where they may be shown, else how many there are. */
QString
peopleText(const QStringList &ids, const QHash<QString, QString> &names, const WallWording &wording)
{
    if (!wording.showsNames) {
        return ids.isEmpty() ? QString()
                             : Words::tr("%n person(s)", nullptr, static_cast<int>(ids.size()));
    }
    QStringList all;
    for (const QString &id : ids) {
        all.append(names.value(id, id));
    }
    return all.join(Words::tr(", "));
}

TileHead headOf(const WallIncident &incident, const QString &title)
{
    return {title, {}, incident.asOf};
}

/** The stages have clocks of their own: which one it is has to be said. */
QString clockOf(const Case &subject, const QString &clock, Instant now)
{
    const bool isOfHandling = subject.dueAt && !subject.handledAt &&
                              (!isUnwatched(subject, now) || isOverdue(subject, now));
    return isOfHandling ? Words::tr("%1: %2").arg(deadline_words::word(Stage::Handle), clock)
                        : clock;
}

/** Who stays at the scene of an orange or red case, or that nobody does. */
void tellScene(IncidentContent &content, const WallIncident &incident, const WallWording &wording)
{
    const std::optional<CaseScene> &scene = incident.record.process.scene;
    if (!scene) {
        return;
    }
    if (scene->released) {
        content.scene =
            Words::tr("Scene released %1").arg(wording.words.timeText(*scene->released));
        return;
    }
    if (scene->person.isEmpty()) {
        content.scene = Words::tr("Nobody is at the scene yet");
        content.sceneTone = WallTone::Alarm;
        return;
    }
    const QString who = wording.showsNames ? incident.people.value(scene->person, scene->person)
                                           : Words::tr("Somebody");
    const bool isMissed = isUnwatched(incident.record.subject, wording.words.now);
    content.scene = isMissed ? Words::tr("%1 at the scene, not heard of since %2")
                                   .arg(who, wording.words.timeText(scene->lastSeen))
                             : Words::tr("%1 at the scene, last heard of %2")
                                   .arg(who, wording.words.timeText(scene->lastSeen));
    content.sceneTone = isMissed ? WallTone::Alarm : WallTone::Good;
}

} // namespace

IncidentContent incidentOf(const WallIncident &incident, const WallWording &wording)
{
    const Case &subject = incident.record.subject;
    const WallRow row = wording.words.row(subject);
    IncidentContent content;
    content.head = headOf(incident, {});
    content.isThere = true;
    content.level = subject.level;
    content.levelWord = row.levelWord;
    content.title = row.title;
    content.place = row.place;
    content.address = addressOf(subject);
    if (!incident.keyPlaces.isEmpty()) {
        const WallNear &nearest = incident.keyPlaces.first();
        content.near = Words::tr("%1 from %2").arg(distanceText(nearest.metres), nearest.name);
    }
    const Instant since = subject.reportedAt.value_or(subject.id.registeredAt());
    content.since = Words::tr("Since %1, %2")
                        .arg(wording.words.timeText(since),
                             Words::tr("for %1").arg(wall_words::ageText(std::max(
                                 std::chrono::milliseconds(0), wording.words.now - since))));
    content.clock = clockOf(subject, row.clock, wording.words.now);
    content.isLate = row.overdue;
    content.unit = row.unit;
    content.people = subject.person.isEmpty()
                         ? QString()
                         : peopleText({subject.person}, incident.people, wording);
    tellScene(content, incident, wording);
    return content;
}

LinesContent stagesOf(const WallIncident &incident, const WallWording &wording)
{
    LinesContent content;
    content.head = headOf(incident, Words::tr("Clocks of the stages"));
    content.empty = Words::tr("No stage has begun.");
    const auto clocks = clocksAt(incident.record, wording.words.now);
    const auto hasBegun = [](const StageClock &clock) {
        return clock.running.count() > 0 || clock.due;
    };
    // The whole of it runs beside all others and is the last of them.
    const auto present = std::find_if(clocks.rbegin() + 1, clocks.rend(), hasBegun);
    for (std::size_t i = 0; i < clocks.size(); ++i) {
        const StageClock &clock = clocks.at(i);
        if (!hasBegun(clock)) {
            continue;
        }
        // Another stage has begun since.
        const bool isOver = present != clocks.rend() && &clock < &*present;
        WallLine line;
        line.key = QString::number(i);
        line.title = deadline_words::word(static_cast<Stage>(i));
        line.right = case_words::durationText(clock.running);
        if (clock.left && clock.left->count() < 0) {
            // A stage that began again is late since its first limit, whoever had it meanwhile.
            line.rightDetail =
                -*clock.left <= clock.running
                    ? Words::tr("%1 over").arg(case_words::durationText(-*clock.left))
                    : Words::tr("late; begun again since");
            line.tone = WallTone::Alarm;
        } else if (clock.left) {
            line.rightDetail =
                isOver ? Words::tr("in time")
                       : Words::tr("%1 left").arg(case_words::durationText(*clock.left));
        } else if (clock.due && !isOver) {
            line.rightDetail = Words::tr("until %1").arg(wording.words.endText(*clock.due));
            line.tone = *clock.due < wording.words.now ? WallTone::Alarm : WallTone::Plain;
        }
        if (clock.limit) {
            line.detail = Words::tr("limit: %1").arg(case_words::limitText(*clock.limit));
        }
        content.lines.append(line);
    }
    return content;
}

LinesContent calledOf(const WallIncident &incident, const WallWording &wording)
{
    LinesContent content;
    content.head = headOf(incident, Words::tr("Called and arrived"));
    content.empty = Words::tr("No department has been called.");
    for (const CaseCall &call : incident.record.process.calls) {
        WallLine line;
        line.key = call.department;
        line.title = wording.words.names.unit(call.department, isEnglish());
        line.detail = Words::tr("called %1").arg(wording.words.timeText(call.called));
        if (call.arrived) {
            line.right = Words::tr("arrived %1").arg(wording.words.timeText(*call.arrived));
            line.rightDetail =
                Words::tr("after %1").arg(wall_words::ageText(*call.arrived - call.called));
            line.tone = WallTone::Good;
        } else {
            line.right = call.answered
                             ? Words::tr("answered %1").arg(wording.words.timeText(*call.answered))
                             : Words::tr("no answer yet");
            line.rightDetail = Words::tr("for %1").arg(wall_words::ageText(
                std::max(std::chrono::milliseconds(0), wording.words.now - call.called)));
            line.tone = call.answered ? WallTone::Warning : WallTone::Alarm;
        }
        content.lines.append(line);
    }
    return content;
}

LinesContent nearOf(const WallIncident &incident, const WallWording &wording)
{
    struct Found
    {
        const WallNear *thing;
        QString title;
        QString detail;
    };
    QList<Found> all;
    for (const WallNear &resource : incident.resources) {
        all.append({&resource, resource.name, case_words::resourceKindWord(resource.kind)});
    }
    for (const WallNear &place : incident.keyPlaces) {
        all.append({&place, place.name, case_words::placeKindWord(place.kind)});
    }
    for (const WallNear &person : incident.staff) {
        const QString post = staff_words::roleWord(person.kind);
        const QString seen = person.seen
                                 ? Words::tr("seen %1").arg(wording.words.timeText(*person.seen))
                                 : QString();
        all.append(
            {&person, wording.showsNames ? u"%1 · %2"_s.arg(post, person.name) : post, seen});
    }
    std::ranges::stable_sort(all, [](const Found &one, const Found &other) {
        return one.thing->metres < other.thing->metres;
    });
    LinesContent content;
    content.head = headOf(incident, Words::tr("Near it, in a straight line"));
    content.empty = Words::tr("Nothing is known within %1.").arg(distanceText(kNearMetres));
    for (const Found &found : std::as_const(all)) {
        WallLine line;
        line.key = found.thing->id;
        line.title = found.title;
        line.detail = found.detail;
        line.right = distanceText(found.thing->metres);
        content.lines.append(line);
    }
    return content;
}

} // namespace gridward
