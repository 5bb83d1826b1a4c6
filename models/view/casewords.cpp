// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/casewords.h"

#include "models/view/caseheat.h"
#include "models/view/displayzone.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>

#include <array>

using namespace Qt::StringLiterals;

namespace gridward::case_words {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseWords)
};

struct NamedWord
{
    const char *id;
    const char *text; ///< source text of a translation
};

template <std::size_t N>
QString wordOf(const std::array<NamedWord, N> &words, const QString &id)
{
    for (const NamedWord &entry : words) {
        if (id == QLatin1String(entry.id)) {
            return Words::tr(entry.text);
        }
    }
    return id;
}

constexpr std::array kStates{
    NamedWord{"registered", QT_TRANSLATE_NOOP("CaseWords", "Registered")},
    NamedWord{"reported", QT_TRANSLATE_NOOP("CaseWords", "Reported")},
    NamedWord{"verifying", QT_TRANSLATE_NOOP("CaseWords", "Verifying")},
    NamedWord{"pending-filing", QT_TRANSLATE_NOOP("CaseWords", "Awaiting filing")},
    NamedWord{"refused", QT_TRANSLATE_NOOP("CaseWords", "Not accepted")},
    NamedWord{"void", QT_TRANSLATE_NOOP("CaseWords", "Void")},
    NamedWord{"filed", QT_TRANSLATE_NOOP("CaseWords", "Awaiting dispatch")},
    NamedWord{"at-unit", QT_TRANSLATE_NOOP("CaseWords", "At the unit")},
    NamedWord{"handling", QT_TRANSLATE_NOOP("CaseWords", "Being handled")},
    NamedWord{"suspended", QT_TRANSLATE_NOOP("CaseWords", "Suspended")},
    NamedWord{"fed-back", QT_TRANSLATE_NOOP("CaseWords", "Handed in")},
    NamedWord{"checking", QT_TRANSLATE_NOOP("CaseWords", "Being checked")},
    NamedWord{"rework", QT_TRANSLATE_NOOP("CaseWords", "Rework")},
    NamedWord{"pending-close", QT_TRANSLATE_NOOP("CaseWords", "Awaiting closing")},
    NamedWord{"closed", QT_TRANSLATE_NOOP("CaseWords", "Closed")},
    NamedWord{"archived", QT_TRANSLATE_NOOP("CaseWords", "Archived")}};

constexpr std::array kLevels{NamedWord{"blue", QT_TRANSLATE_NOOP("CaseWords", "Blue")},
                             NamedWord{"yellow", QT_TRANSLATE_NOOP("CaseWords", "Yellow")},
                             NamedWord{"orange", QT_TRANSLATE_NOOP("CaseWords", "Orange")},
                             NamedWord{"red", QT_TRANSLATE_NOOP("CaseWords", "Red")}};

constexpr std::array kSources{NamedWord{"patrol", QT_TRANSLATE_NOOP("CaseWords", "Patrol")},
                              NamedWord{"hotline", QT_TRANSLATE_NOOP("CaseWords", "Hotline")},
                              NamedWord{"app", QT_TRANSLATE_NOOP("CaseWords", "Residents' app")},
                              NamedWord{"video", QT_TRANSLATE_NOOP("CaseWords", "Video")},
                              NamedWord{"leader", QT_TRANSLATE_NOOP("CaseWords", "Leader")},
                              NamedWord{"department", QT_TRANSLATE_NOOP("CaseWords", "Department")},
                              NamedWord{"sensor", QT_TRANSLATE_NOOP("CaseWords", "Sensor")}};

constexpr std::array kRequests{
    NamedWord{"extend", QT_TRANSLATE_NOOP("CaseWords", "Extension asked")},
    NamedWord{"suspend", QT_TRANSLATE_NOOP("CaseWords", "Suspension asked")},
    NamedWord{"appeal", QT_TRANSLATE_NOOP("CaseWords", "Appeal lodged")}};

constexpr std::array kKinds{NamedWord{"matter", QT_TRANSLATE_NOOP("CaseWords", "Matter")},
                            NamedWord{"component", QT_TRANSLATE_NOOP("CaseWords", "Component")}};

constexpr std::array kActions{
    NamedWord{"report", QT_TRANSLATE_NOOP("CaseWords", "Report")},
    NamedWord{"import", QT_TRANSLATE_NOOP("CaseWords", "Import")},
    NamedWord{"verify", QT_TRANSLATE_NOOP("CaseWords", "Verify")},
    NamedWord{"file", QT_TRANSLATE_NOOP("CaseWords", "File")},
    NamedWord{"refuse", QT_TRANSLATE_NOOP("CaseWords", "Refuse")},
    NamedWord{"void", QT_TRANSLATE_NOOP("CaseWords", "Make void")},
    NamedWord{"dispatch", QT_TRANSLATE_NOOP("CaseWords", "Dispatch")},
    NamedWord{"accept", QT_TRANSLATE_NOOP("CaseWords", "Accept")},
    NamedWord{"return", QT_TRANSLATE_NOOP("CaseWords", "Return")},
    NamedWord{"assign", QT_TRANSLATE_NOOP("CaseWords", "Assign")},
    NamedWord{"handle", QT_TRANSLATE_NOOP("CaseWords", "Handle")},
    NamedWord{"feedback", QT_TRANSLATE_NOOP("CaseWords", "Feed back")},
    NamedWord{"suspend", QT_TRANSLATE_NOOP("CaseWords", "Suspend")},
    NamedWord{"resume", QT_TRANSLATE_NOOP("CaseWords", "Resume")},
    NamedWord{"extend", QT_TRANSLATE_NOOP("CaseWords", "Extend")},
    NamedWord{"check", QT_TRANSLATE_NOOP("CaseWords", "Check passed")},
    NamedWord{"rework", QT_TRANSLATE_NOOP("CaseWords", "Send to rework")},
    NamedWord{"close", QT_TRANSLATE_NOOP("CaseWords", "Close")},
    NamedWord{"archive", QT_TRANSLATE_NOOP("CaseWords", "Archive")},
    NamedWord{"reopen", QT_TRANSLATE_NOOP("CaseWords", "Reopen")},
    NamedWord{"appeal", QT_TRANSLATE_NOOP("CaseWords", "Appeal")},
    NamedWord{"merge", QT_TRANSLATE_NOOP("CaseWords", "Merge")},
    NamedWord{"split", QT_TRANSLATE_NOOP("CaseWords", "Split")},
    NamedWord{"transfer", QT_TRANSLATE_NOOP("CaseWords", "Transfer")},
    NamedWord{"urge", QT_TRANSLATE_NOOP("CaseWords", "Urge")},
    NamedWord{"call", QT_TRANSLATE_NOOP("CaseWords", "Call in a department")},
    NamedWord{"answer", QT_TRANSLATE_NOOP("CaseWords", "Answer")},
    NamedWord{"arrive", QT_TRANSLATE_NOOP("CaseWords", "Arrive")},
    NamedWord{"checkin", QT_TRANSLATE_NOOP("CaseWords", "Check in")},
    NamedWord{"handover", QT_TRANSLATE_NOOP("CaseWords", "Hand over")},
    NamedWord{"release", QT_TRANSLATE_NOOP("CaseWords", "Release")},
    NamedWord{"supervise", QT_TRANSLATE_NOOP("CaseWords", "Supervise")},
    NamedWord{"callback", QT_TRANSLATE_NOOP("CaseWords", "Call back")},
    NamedWord{"entrust", QT_TRANSLATE_NOOP("CaseWords", "Send a collector")},
    NamedWord{"withdraw", QT_TRANSLATE_NOOP("CaseWords", "Take back")}};

constexpr std::array kGridTypes{
    NamedWord{"residential", QT_TRANSLATE_NOOP("CaseWords", "Residential")},
    NamedWord{"business", QT_TRANSLATE_NOOP("CaseWords", "Commercial and business")},
    NamedWord{"enterprise", QT_TRANSLATE_NOOP("CaseWords", "Firms and institutions")},
    NamedWord{"crowded", QT_TRANSLATE_NOOP("CaseWords", "Crowded places")}};

constexpr std::array kGridLevels{
    NamedWord{"daily", QT_TRANSLATE_NOOP("CaseWords", "Daily management")},
    NamedWord{"general", QT_TRANSLATE_NOOP("CaseWords", "General prevention")},
    NamedWord{"key", QT_TRANSLATE_NOOP("CaseWords", "Key attention")},
    NamedWord{"comprehensive", QT_TRANSLATE_NOOP("CaseWords", "Comprehensive governance")}};

constexpr std::array kRoles{
    NamedWord{"acceptor", QT_TRANSLATE_NOOP("CaseWords", "Call taker")},
    NamedWord{"filer", QT_TRANSLATE_NOOP("CaseWords", "Filing officer")},
    NamedWord{"dispatcher", QT_TRANSLATE_NOOP("CaseWords", "Dispatcher")},
    NamedWord{"handler", QT_TRANSLATE_NOOP("CaseWords", "Handler")},
    NamedWord{"street", QT_TRANSLATE_NOOP("CaseWords", "Street supervisor")},
    NamedWord{"checker", QT_TRANSLATE_NOOP("CaseWords", "Checker")},
    NamedWord{"supervisor", QT_TRANSLATE_NOOP("CaseWords", "Supervisor")},
    NamedWord{"analyst", QT_TRANSLATE_NOOP("CaseWords", "Analyst")},
    NamedWord{"leader", QT_TRANSLATE_NOOP("CaseWords", "Leader in charge")},
    NamedWord{"admin", QT_TRANSLATE_NOOP("CaseWords", "Administrator")},
    NamedWord{"owner", QT_TRANSLATE_NOOP("CaseWords", "Owner of this store")}};

/** The seven forces of a grid (SEED-019) and the others of SEED-020 and SEED-028. */
constexpr std::array kPosts{
    NamedWord{"manager", QT_TRANSLATE_NOOP("CaseWords", "Grid manager")},
    NamedWord{"assistant", QT_TRANSLATE_NOOP("CaseWords", "Grid assistant")},
    NamedWord{"police", QT_TRANSLATE_NOOP("CaseWords", "Grid police officer")},
    NamedWord{"supervisor", QT_TRANSLATE_NOOP("CaseWords", "Grid inspector")},
    NamedWord{"judicial", QT_TRANSLATE_NOOP("CaseWords", "Grid judicial officer")},
    NamedWord{"fire", QT_TRANSLATE_NOOP("CaseWords", "Grid fire officer")},
    NamedWord{"party-secretary", QT_TRANSLATE_NOOP("CaseWords", "Grid party secretary")},
    NamedWord{"head", QT_TRANSLATE_NOOP("CaseWords", "Grid head")},
    NamedWord{"guide", QT_TRANSLATE_NOOP("CaseWords", "Grid guide")},
    NamedWord{"monitor", QT_TRANSLATE_NOOP("CaseWords", "Grid monitor")},
    NamedWord{"volunteer", QT_TRANSLATE_NOOP("CaseWords", "Volunteer")},
    NamedWord{"duty-officer", QT_TRANSLATE_NOOP("CaseWords", "Officer on duty")}};

constexpr std::array kResourceKinds{
    NamedWord{"team", QT_TRANSLATE_NOOP("CaseWords", "Response team")},
    NamedWord{"patrol-car", QT_TRANSLATE_NOOP("CaseWords", "Patrol car")},
    NamedWord{"sprinkler", QT_TRANSLATE_NOOP("CaseWords", "Street sprinkler")},
    NamedWord{"sweeper", QT_TRANSLATE_NOOP("CaseWords", "Street sweeper")},
    NamedWord{"bucket-truck", QT_TRANSLATE_NOOP("CaseWords", "Bucket truck")},
    NamedWord{"pump", QT_TRANSLATE_NOOP("CaseWords", "Drainage pump")},
    NamedWord{"material-store", QT_TRANSLATE_NOOP("CaseWords", "Emergency store")},
    NamedWord{"hydrant", QT_TRANSLATE_NOOP("CaseWords", "Hydrant")},
    NamedWord{"shelter", QT_TRANSLATE_NOOP("CaseWords", "Emergency shelter")},
    NamedWord{"camera", QT_TRANSLATE_NOOP("CaseWords", "Camera")},
    NamedWord{"aed", QT_TRANSLATE_NOOP("CaseWords", "Defibrillator (AED)")},
    NamedWord{"police-post", QT_TRANSLATE_NOOP("CaseWords", "Police post")},
    NamedWord{"fire-mini-station", QT_TRANSLATE_NOOP("CaseWords", "Small fire station")}};

constexpr std::array kPlaceKinds{
    NamedWord{"construction-site", QT_TRANSLATE_NOOP("CaseWords", "Construction site")},
    NamedWord{"elderly-home", QT_TRANSLATE_NOOP("CaseWords", "Home for the elderly")},
    NamedWord{"gas-regulating", QT_TRANSLATE_NOOP("CaseWords", "Gas regulating station")},
    NamedWord{"gas-station", QT_TRANSLATE_NOOP("CaseWords", "Filling station")},
    NamedWord{"hospital", QT_TRANSLATE_NOOP("CaseWords", "Hospital")},
    NamedWord{"hotel", QT_TRANSLATE_NOOP("CaseWords", "Hotel")},
    NamedWord{"library", QT_TRANSLATE_NOOP("CaseWords", "Library")},
    NamedWord{"mall", QT_TRANSLATE_NOOP("CaseWords", "Shopping centre")},
    NamedWord{"market", QT_TRANSLATE_NOOP("CaseWords", "Market")},
    NamedWord{"museum", QT_TRANSLATE_NOOP("CaseWords", "Museum")},
    NamedWord{"office-tower", QT_TRANSLATE_NOOP("CaseWords", "Office tower")},
    NamedWord{"park", QT_TRANSLATE_NOOP("CaseWords", "Park")},
    NamedWord{"pedestrian-street", QT_TRANSLATE_NOOP("CaseWords", "Pedestrian street")},
    NamedWord{"refuse-station", QT_TRANSLATE_NOOP("CaseWords", "Refuse station")},
    NamedWord{"residential-gate", QT_TRANSLATE_NOOP("CaseWords", "Gate of a residential area")},
    NamedWord{"restaurant-street", QT_TRANSLATE_NOOP("CaseWords", "Restaurant street")},
    NamedWord{"school", QT_TRANSLATE_NOOP("CaseWords", "School")},
    NamedWord{"square", QT_TRANSLATE_NOOP("CaseWords", "Square")},
    NamedWord{"station", QT_TRANSLATE_NOOP("CaseWords", "Station")},
    NamedWord{"substation", QT_TRANSLATE_NOOP("CaseWords", "Substation")},
    NamedWord{"supermarket", QT_TRANSLATE_NOOP("CaseWords", "Supermarket")},
    NamedWord{"temple", QT_TRANSLATE_NOOP("CaseWords", "Temple")},
    NamedWord{"theatre", QT_TRANSLATE_NOOP("CaseWords", "Theatre")},
    NamedWord{"toilet", QT_TRANSLATE_NOOP("CaseWords", "Public toilet")},
    NamedWord{"transport-hub", QT_TRANSLATE_NOOP("CaseWords", "Transport hub")},
    NamedWord{"underpass", QT_TRANSLATE_NOOP("CaseWords", "Underpass")}};

} // namespace

QString word(CaseState state)
{
    return wordOf(kStates, toId(state));
}

QString word(CaseLevel level)
{
    return wordOf(kLevels, toId(level));
}

QString word(CaseSource source)
{
    return wordOf(kSources, toId(source));
}

QString word(CaseKind kind)
{
    return wordOf(kKinds, toId(kind));
}

QString word(RequestKind request)
{
    return wordOf(kRequests, toId(request));
}

QString word(CaseAction action)
{
    return wordOf(kActions, toId(action));
}

QString word(GridType type)
{
    return wordOf(kGridTypes, toId(type));
}

QString word(GridLevel level)
{
    return wordOf(kGridLevels, toId(level));
}

QString roleWord(const QString &role)
{
    return wordOf(kRoles, role);
}

QString actorWord(const QString &actor)
{
    return actor == "system"_L1 ? Words::tr("the system") : actor;
}

QString postWord(const QString &post)
{
    return wordOf(kPosts, post);
}

QString placeKindWord(const QString &kind)
{
    return wordOf(kPlaceKinds, kind);
}

QString resourceKindWord(const QString &kind)
{
    return wordOf(kResourceKinds, kind);
}

QString timeText(Instant moment, Instant now)
{
    const QDateTime local = inDisplayZone(moment);
    const bool sameYear = local.date().year() == inDisplayZone(now).date().year();
    const bool isShort = sameYear && !YearsTold::areTold();
    return local.toString(isShort ? u"MM-dd HH:mm"_s : u"yyyy-MM-dd HH:mm"_s);
}

QString endText(Instant moment, Instant now)
{
    if (inDisplayZone(moment).time() != QTime(0, 0)) {
        return timeText(moment, now);
    }
    // Whoever was given the 23rd reads the 23rd, not the first minute of the day after it.
    const QDate day = inDisplayZone(moment - std::chrono::milliseconds(1)).date();
    const bool sameYear = day.year() == inDisplayZone(now).date().year();
    return day.toString(sameYear ? u"MM-dd"_s : u"yyyy-MM-dd"_s) + u" 24:00"_s;
}

QString sinceText(Instant moment, Instant now)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(now - moment).count();
    if (minutes < 0 || minutes >= 60) {
        return timeText(moment, now);
    }
    return minutes == 0 ? Words::tr("just now")
                        : Words::tr("%n minute(s) ago", nullptr, static_cast<int>(minutes));
}

QString limitText(const Limit &limit)
{
    switch (limit.unit) {
    case LimitUnit::UrgentMinute:
        return Words::tr("%n minute(s), round the clock", nullptr, limit.value);
    case LimitUnit::UrgentHour:
        return Words::tr("%n hour(s), round the clock", nullptr, limit.value);
    case LimitUnit::UrgentDay:
        return Words::tr("%n day(s), round the clock", nullptr, limit.value);
    case LimitUnit::WorkingHour:
        return Words::tr("%n working hour(s)", nullptr, limit.value);
    case LimitUnit::WorkingDay:
        return Words::tr("%n working day(s)", nullptr, limit.value);
    case LimitUnit::NaturalDay:
        return Words::tr("%n calendar day(s)", nullptr, limit.value);
    }
    return {};
}

QString limitText(const FilingStandard &standard)
{
    return limitText(standard.limit());
}

QString durationText(std::chrono::milliseconds duration)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(duration).count();
    const auto hours = minutes / 60;
    const auto days = hours / 24;
    if (days > 0) {
        return Words::tr("%1 d %2 h").arg(days).arg(hours % 24);
    }
    return hours > 0 ? Words::tr("%1 h %2 min").arg(hours).arg(minutes % 60)
                     : Words::tr("%1 min").arg(minutes);
}

QString tickingDurationText(std::chrono::milliseconds duration)
{
    if (duration >= std::chrono::hours(1) || duration < std::chrono::milliseconds(0)) {
        return durationText(duration);
    }
    const auto seconds = std::chrono::floor<std::chrono::seconds>(duration).count();
    return Words::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

namespace {

using DurationWords = QString (*)(std::chrono::milliseconds);

/** `brief`: what the state beside it says is left out. */
QString clockWords(const Case &subject, Instant now, DurationWords duration, bool brief)
{
    // Nobody answers from an urgent scene: that goes before every other clock.
    if (subject.sceneDueAt && now > *subject.sceneDueAt && isOpen(subject.state)) {
        const QString since = duration(now - *subject.sceneDueAt);
        // Due from the report on: there was nobody yet who could have missed it.
        return *subject.sceneDueAt <= subject.reportedAt
                   ? Words::tr("nobody on the scene: %1").arg(since)
                   : Words::tr("check-in missed: %1").arg(since);
    }
    if (!subject.dueAt) {
        if (!subject.stageDueAt || !isOpen(subject.state)) {
            return Words::tr("no limit yet");
        }
        return now > *subject.stageDueAt
                   ? Words::tr("desk %1 overdue").arg(duration(now - *subject.stageDueAt))
                   : Words::tr("desk %1 left").arg(duration(*subject.stageDueAt - now));
    }
    if (subject.suspendedUntil && isOverdue(subject, now)) {
        const QString late = durationText(now - *subject.dueAt); // no second of it hurries anybody
        return brief ? Words::tr("%1 late, suspended").arg(late)
                     : Words::tr("%1 overdue, suspended until %2")
                           .arg(late, timeText(*subject.suspendedUntil, now));
    }
    if (subject.suspendedUntil) {
        return Words::tr("suspended until %1").arg(timeText(*subject.suspendedUntil, now));
    }
    const Instant end = subject.handledAt.value_or(now);
    if (end > *subject.dueAt) {
        return Words::tr("%1 overdue").arg(duration(end - *subject.dueAt));
    }
    return subject.handledAt ? Words::tr("handed in on time")
                             : Words::tr("%1 left").arg(duration(*subject.dueAt - now));
}

} // namespace

QString checkText(const Case &subject, Instant now)
{
    if (!waitsForCheck(subject.state) || !subject.stageDueAt) {
        return {};
    }
    return now > *subject.stageDueAt
               ? Words::tr("check %1 overdue").arg(durationText(now - *subject.stageDueAt))
               : Words::tr("check %1 left").arg(durationText(*subject.stageDueAt - now));
}

QString clockText(const Case &subject, Instant now)
{
    return clockWords(subject, now, durationText, false);
}

QString tickingClockText(const Case &subject, Instant now)
{
    return clockWords(subject, now, tickingDurationText, true);
}

} // namespace gridward::case_words
