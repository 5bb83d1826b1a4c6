// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/dutyroster.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DutyRoster)
};

constexpr int kDay = 1440;     ///< minutes
constexpr int kMostTurns = 16; ///< that somebody is thought to take in a row

/** Somebody covers from one moment to another. */
struct Cover
{
    QString person;
    Instant from;
    Instant to;
};

using CoverByPost = std::map<CoveredPost, QList<Cover>>;

Error invalid(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

Instant momentOf(QDate day, int minute, const QTimeZone &zone)
{
    // By the clock on the wall, also on days when it is changed.
    const QDate whole = day.addDays(minute / kDay);
    const QDateTime time(whole, QTime::fromMSecsSinceStartOfDay(minute % kDay * 60'000), zone);
    return Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

/** Who really covers: turns are cut at midnight, where a leave begins or ends. */
CoverByPost coversOf(const QList<Shift> &shifts, const LeaveBook &leaves, const QTimeZone &zone)
{
    CoverByPost covers;
    for (const Shift &shift : shifts) {
        Instant from = shift.from;
        while (from < shift.to) {
            const QDate day = localDayOf(from, zone);
            const Instant midnight = startOfDay(day.addDays(1), zone);
            const Instant to = std::min(shift.to, std::max(midnight, from + Instant::duration(1)));
            if (const std::optional<QString> acting = leaves.actingFor(shift.person, day)) {
                QList<Cover> &list = covers[{shift.post, shift.area}];
                // A turn over midnight stays one.
                if (!list.isEmpty() && list.last().person == *acting && list.last().to == from) {
                    list.last().to = to;
                } else {
                    list.append({*acting, from, to});
                }
            }
            from = to;
        }
    }
    return covers;
}

/** The windows of a need that touch the period. */
QList<std::pair<Instant, Instant>>
windowsOf(const CoverageNeed &need, const QTimeZone &zone, Instant from, Instant to)
{
    QList<std::pair<Instant, Instant>> windows;
    const int end = need.toMinute > need.fromMinute ? need.toMinute : need.toMinute + kDay;
    const QDate last = localDayOf(to, zone);
    for (QDate day = localDayOf(from, zone).addDays(-1); day <= last; day = day.addDays(1)) {
        if ((need.days & (1 << (day.dayOfWeek() - 1))) == 0) {
            continue;
        }
        const Instant begins = std::max(from, momentOf(day, need.fromMinute, zone));
        const Instant ends = std::min(to, momentOf(day, end, zone));
        if (begins < ends) {
            // Around the clock is one window, not one a day.
            if (!windows.isEmpty() && windows.last().second >= begins) {
                windows.last().second = std::max(windows.last().second, ends);
            } else {
                windows.append({begins, ends});
            }
        }
    }
    return windows;
}

int countBetween(const QList<Cover> &covers, Instant from, Instant to)
{
    std::set<QString> people;
    for (const Cover &cover : covers) {
        if (cover.from <= from && cover.to >= to) {
            people.insert(cover.person);
        }
    }
    return static_cast<int>(people.size());
}

void addGaps(QList<UncoveredSpan> &spans,
             const CoveredPost &where,
             const QList<Cover> &covers,
             int needed,
             const std::pair<Instant, Instant> &window)
{
    std::set<Instant> edges{window.first, window.second};
    for (const Cover &cover : covers) {
        for (const Instant edge : {cover.from, cover.to}) {
            if (edge > window.first && edge < window.second) {
                edges.insert(edge);
            }
        }
    }
    for (auto edge = edges.begin(); std::next(edge) != edges.end(); ++edge) {
        const Instant from = *edge;
        const Instant to = *std::next(edge);
        const int missing = needed - countBetween(covers, from, to);
        if (missing <= 0) {
            continue;
        }
        const bool goesOn = !spans.isEmpty() && spans.last().to == from &&
                            spans.last().missing == missing && spans.last().post == where.post &&
                            spans.last().area == where.area && spans.last().needed == needed;
        if (goesOn) {
            spans.last().to = to;
        } else {
            spans.append({where.post, where.area, from, to, missing, needed});
        }
    }
}

/** When the first of those who cover at the moment leaves. */
std::optional<Instant> firstEnd(const QList<Cover> &covers, Instant moment)
{
    std::optional<Instant> end;
    for (const Cover &cover : covers) {
        if (cover.from <= moment && moment < cover.to) {
            end = end ? std::min(*end, cover.to) : cover.to;
        }
    }
    return end;
}

QList<NextHandover>
handoversAt(const CoveredPost &where, const QList<Cover> &covers, Instant moment)
{
    std::set<QString> before;
    std::set<QString> after;
    for (const Cover &cover : covers) {
        if (cover.from < moment && cover.to >= moment) {
            before.insert(cover.person);
        }
        if (cover.from <= moment && cover.to > moment) {
            after.insert(cover.person);
        }
    }
    QStringList leaving;
    QStringList coming;
    std::ranges::set_difference(before, after, std::back_inserter(leaving));
    std::ranges::set_difference(after, before, std::back_inserter(coming));
    QList<NextHandover> handovers;
    for (qsizetype place = 0; place < leaving.size(); ++place) {
        handovers.append({where.post, where.area, leaving.at(place), coming.value(place), moment});
    }
    return handovers;
}

QStringList areasOf(const CoverageNeed &need, const QList<Division> &divisions)
{
    QStringList areas;
    for (const Division &division : divisions) {
        if (division.level == need.scope || division.code == need.scope) {
            areas.append(division.code);
        }
    }
    return areas;
}

} // namespace

QList<CoverageNeed> standardCoverageNeeds()
{
    return {{u"command-centre"_s, u"district"_s, 2, 0, kDay, 127},
            {u"street"_s, u"street"_s, 1, 0, kDay, 127}};
}

QList<CoveredPost> coveredPosts(const QList<CoverageNeed> &needs, const QList<Division> &divisions)
{
    QList<CoveredPost> posts;
    for (const CoverageNeed &need : needs) {
        for (const QString &area : areasOf(need, divisions)) {
            if (!posts.contains(CoveredPost{need.post, area})) {
                posts.append({need.post, area});
            }
        }
    }
    return posts;
}

QList<UncoveredSpan> uncoveredSpans(const QList<CoverageNeed> &needs,
                                    const QList<Division> &divisions,
                                    const QList<Shift> &shifts,
                                    const LeaveBook &leaves,
                                    const QTimeZone &zone,
                                    Instant from,
                                    Instant to)
{
    const CoverByPost covers = coversOf(shifts, leaves, zone);
    QList<UncoveredSpan> spans;
    for (const CoverageNeed &need : needs) {
        for (const QString &area : areasOf(need, divisions)) {
            const CoveredPost where{need.post, area};
            const auto found = covers.find(where);
            const QList<Cover> there = found == covers.end() ? QList<Cover>() : found->second;
            for (const auto &window : windowsOf(need, zone, from, to)) {
                addGaps(spans, where, there, need.count, window);
            }
        }
    }
    std::ranges::stable_sort(spans, {}, [](const UncoveredSpan &span) {
        return std::tuple(span.post, span.area, span.from);
    });
    return spans;
}

QList<NextHandover> nextHandovers(const QList<Shift> &shifts,
                                  const LeaveBook &leaves,
                                  const QTimeZone &zone,
                                  Instant now)
{
    QList<NextHandover> handovers;
    for (const auto &[where, covers] : coversOf(shifts, leaves, zone)) {
        // Somebody may go on into a turn of their own: then the end of that one is meant.
        Instant moment = now;
        for (int turn = 0; turn < kMostTurns; ++turn) {
            const std::optional<Instant> end = firstEnd(covers, moment);
            if (!end) {
                break; // nobody is there who could hand over
            }
            const QList<NextHandover> there = handoversAt(where, covers, *end);
            handovers += there;
            if (!there.isEmpty()) {
                break;
            }
            moment = *end;
        }
    }
    return handovers;
}

Result<void> checkShift(const Shift &shift)
{
    if (shift.person.isEmpty() || shift.post.isEmpty()) {
        return invalid(Words::tr("Say who takes which post of the roster."));
    }
    if (shift.to < shift.from) {
        return invalid(Words::tr("The turn ends before it begins."));
    }
    if (shift.to - shift.from > std::chrono::hours(48)) {
        return invalid(Words::tr("A turn of more than 48 hours is two turns."));
    }
    return {};
}

Result<void> checkHandover(const Handover &handover)
{
    if (handover.post.isEmpty() || handover.fromPerson.isEmpty() || handover.toPerson.isEmpty()) {
        return invalid(Words::tr("Say which post was handed over, by whom and to whom."));
    }
    if (handover.fromPerson == handover.toPerson) {
        return invalid(Words::tr("Nobody hands over to themselves."));
    }
    return {};
}

QDate localDayOf(Instant moment, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), zone).date();
}

Instant startOfDay(QDate day, const QTimeZone &zone)
{
    return Instant(std::chrono::milliseconds(day.startOfDay(zone).toMSecsSinceEpoch()));
}

QTimeZone timeZoneNamed(const QString &name)
{
    const QTimeZone zone(name.toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace gridward
