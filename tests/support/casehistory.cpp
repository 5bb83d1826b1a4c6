// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/casehistory.h"

#include "models/domain/caseclocks.h"
#include "models/domain/lifecycle.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::milliseconds;
using namespace std::chrono_literals;

constexpr int kChina = 8 * 60 * 60;

struct Deed
{
    const char *word;
    CaseAction action;
    Role role;
};

constexpr Deed kDeeds[] = {{"verify", CaseAction::Verify, Role::Filer},
                           {"accept", CaseAction::Accept, Role::Handler},
                           {"assign", CaseAction::Assign, Role::Street},
                           {"transfer", CaseAction::Transfer, Role::Dispatcher},
                           {"handle", CaseAction::Handle, Role::Handler},
                           {"feedback", CaseAction::Feedback, Role::Handler},
                           {"resume", CaseAction::Resume, Role::Dispatcher},
                           {"check", CaseAction::Check, Role::Checker},
                           {"rework", CaseAction::Rework, Role::Checker},
                           {"close", CaseAction::Close, Role::Filer},
                           {"reopen", CaseAction::Reopen, Role::Filer},
                           {"archive", CaseAction::Archive, Role::Filer},
                           {"void", CaseAction::Void, Role::Filer},
                           {"call", CaseAction::Call, Role::Dispatcher},
                           {"callback", CaseAction::Callback, Role::Checker},
                           {"ask-extend", CaseAction::Extend, Role::Handler}};

CaseEvent eventOf(const CaseStep &step, const Case &before)
{
    CaseEvent event;
    event.sequence = before.version + 1;
    event.action = step.action;
    event.at = step.at;
    event.actor = step.actor;
    event.to = step.to;
    event.note = step.note;
    event.facts = factsText(step.facts);
    if (before.version > 0) {
        event.from = before.state;
    }
    return event;
}

/** Without gaps, each longer than nothing, from the first event on. */
QString tilingFault(const QList<Stretch> &stretches, Instant from, Instant to)
{
    Instant done = from;
    for (const Stretch &stretch : stretches) {
        if (stretch.from != done || stretch.to <= stretch.from) {
            return u"the stretch from %1 does not follow %2"_s.arg(cnText(stretch.from),
                                                                   cnText(done));
        }
        done = stretch.to;
    }
    return done == to ? QString()
                      : u"the stretches end at %1, not %2"_s.arg(cnText(done), cnText(to));
}

/** What the stretches add up to is what the accounts say. */
QString sumFault(const DeadlineExplanation &explanation)
{
    for (const StageAccount &account : explanation.accounts) {
        milliseconds running{};
        milliseconds paused{};
        for (const Stretch &stretch : explanation.stretches) {
            const bool isWhole = account.stage == Stage::Total;
            if (!isWhole && stretch.stage != account.stage) {
                continue;
            }
            const bool isPause =
                stretch.kind == StretchKind::Suspended || stretch.kind == StretchKind::Ended;
            (isPause ? paused : running) += stretch.length();
        }
        if (running != account.running || paused != account.paused) {
            return u"the stretches of %1 do not add up to its account"_s.arg(toId(account.stage));
        }
    }
    return {};
}

} // namespace

Instant cn(const QString &text)
{
    QString iso = text;
    iso.replace(u' ', u'T');
    return instantFromIso(iso + (text.size() > 16 ? u"+08:00"_s : u":00+08:00"_s)).value();
}

QString cnText(const std::optional<Instant> &moment)
{
    if (!moment) {
        return u"–"_s;
    }
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(
        moment->time_since_epoch().count(), Qt::OffsetFromUTC, kChina);
    const bool isWhole = local.time().second() == 0 && local.time().msec() == 0;
    return local.toString(isWhole ? u"yyyy-MM-dd HH:mm"_s : u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

QStringList lines(const QList<Stretch> &stretches)
{
    QStringList lines;
    for (const Stretch &stretch : stretches) {
        const QString stage = stretch.stage ? toId(*stretch.stage) : u"-"_s;
        QStringList words{toId(stretch.kind),
                          stage,
                          cnText(stretch.from).mid(5) + u"…"_s + cnText(stretch.to).mid(5),
                          u'e' + QString::number(stretch.event)};
        words += stretch.unit.isEmpty() ? QStringList() : QStringList(stretch.unit);
        words += stretch.name.isEmpty() ? QStringList() : QStringList(stretch.name);
        lines.append(words.join(u' '));
    }
    return lines;
}

QStringList lines(const QList<DeadlineChange> &changes)
{
    QStringList lines;
    for (const DeadlineChange &change : changes) {
        QStringList words{toId(change.kind),
                          toId(change.stage),
                          u'e' + QString::number(change.event),
                          change.left ? QString::number(*change.left / 1s) : u"-"_s,
                          change.due ? cnText(change.due).mid(5) : u"-"_s};
        words += change.limit ? QStringList(toText(*change.limit)) : QStringList();
        lines.append(words.join(u' '));
    }
    return lines;
}

QStringList linesOf(Stage stage, const QList<DeadlineChange> &changes)
{
    QList<DeadlineChange> own;
    std::ranges::copy_if(changes, std::back_inserter(own), [&](const DeadlineChange &change) {
        return change.stage == stage;
    });
    return lines(own);
}

StageAccount accountOf(const DeadlineExplanation &explanation, Stage stage)
{
    const auto found = std::ranges::find_if(
        explanation.accounts, [&](const StageAccount &account) { return account.stage == stage; });
    return found != explanation.accounts.end() ? *found : StageAccount{};
}

CaseHistory::CaseHistory(const RuleBook &firstBook, const WorkingCalendar &firstCalendar)
{
    useRules(firstBook, firstCalendar);
    record.subject.id = CaseId::make(Instant{std::chrono::days{20'000}}, 1, 1);
}

void CaseHistory::useRules(const RuleBook &newBook, const WorkingCalendar &newCalendar)
{
    book = newBook;
    calendar = newCalendar;
    books.append(book);
    calendars.append(calendar);
}

bool CaseHistory::play(const QString &script)
{
    const QStringList lines = script.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (!line.trimmed().isEmpty() && !playLine(line.simplified())) {
            refusal = line.simplified() + u": "_s + refusal;
            return false;
        }
    }
    return true;
}

bool CaseHistory::playLine(const QString &line)
{
    const Instant at = cn(line.left(16));
    const QString rest = line.mid(17);
    const QString word = rest.section(u' ', 0, 0);
    const QString target = rest.section(u' ', 1);
    StepRequest request;
    request.note = word + u" it"_s;
    if (word == "report"_L1) {
        return report(target.split(u' '), at);
    }
    if (word == "file"_L1) {
        return file(target, at);
    }
    if (word == "dispatch"_L1) {
        return dispatch(target, at);
    }
    if (word == "tick"_L1) {
        return tick(at);
    }
    if (word == "return"_L1) {
        const bool isFiled = record.subject.state == CaseState::Filed;
        return take(CaseAction::Return, isFiled ? Role::Dispatcher : Role::Handler, request, at);
    }
    if (word == "suspend"_L1) {
        request.until = cn(target);
        return take(CaseAction::Suspend, Role::Dispatcher, request, at);
    }
    if (word == "extend"_L1) {
        return take(CaseAction::Extend, Role::Handler, request, at) &&
               take(CaseAction::Extend, Role::Dispatcher, request, at);
    }
    if (word == "deny-extend"_L1) {
        request.grants = false;
        return take(CaseAction::Extend, Role::Dispatcher, request, at);
    }
    const auto *deed = std::ranges::find_if(
        kDeeds, [&](const Deed &entry) { return word == QLatin1String(entry.word); });
    if (deed == std::end(kDeeds)) {
        refusal = u"no such deed"_s;
        return false;
    }
    request.target = target;
    return take(deed->action, deed->role, request, at);
}

bool CaseHistory::report(const QStringList &words, Instant at)
{
    Case subject;
    subject.id = record.subject.id;
    subject.number = u"1101012026112000001"_s;
    subject.classKey = {defaultScheme(), CaseKind::Matter, u"99999"_s};
    subject.source = words.contains("patrol"_L1) ? CaseSource::Patrol : CaseSource::Hotline;
    for (const QString &id : caseLevelIds()) {
        if (words.contains(id)) {
            subject.level = *caseLevelFromId(id);
        }
    }
    const Rules rules{book, calendar};
    return append(reportStep(subject, actor(Role::Acceptor), rules, at));
}

bool CaseHistory::file(const QString &limits, Instant at)
{
    StepRequest request;
    for (const QString &text : limits.split(u',', Qt::SkipEmptyParts)) {
        const Limit limit = limitFromText(text.trimmed()).value();
        FilingStandard standard;
        standard.id = u"M99999-%1"_s.arg(request.standards.size() + 1);
        standard.key = record.subject.classKey;
        standard.condition = u"takes %1"_s.arg(text.trimmed());
        standard.limitValue = limit.value;
        standard.limitUnit = limit.unit;
        request.standards.append(standard);
    }
    return take(CaseAction::File, Role::Filer, request, at);
}

bool CaseHistory::dispatch(const QString &words, Instant at)
{
    StepRequest request;
    request.target = words.section(u" with "_s, 0, 0);
    if (const QString due = words.section(u" with "_s, 1); !due.isEmpty()) {
        Case leading;
        leading.id = CaseId::make(Instant{std::chrono::days{20'000}}, 1, 2);
        leading.number = u"1101012026112000002"_s;
        leading.version = 4;
        leading.state = CaseState::Handling;
        leading.dueAt = cn(due);
        request.leading = leading;
    }
    return take(CaseAction::Dispatch, Role::Dispatcher, request, at);
}

Actor CaseHistory::actor(Role role) const
{
    Actor who;
    who.user = toId(role);
    who.role = role;
    who.organisation = role == Role::Handler ? record.subject.unit : u"CENTRE"_s;
    return who;
}

bool CaseHistory::take(CaseAction action, Role role, StepRequest request, Instant at)
{
    request.action = action;
    const Rules rules{book, calendar};
    const std::variant<CaseStep, Refused> decision =
        decide(record, request, actor(role), rules, at);
    if (const auto *refused = std::get_if<Refused>(&decision)) {
        refusal = toId(refused->why) + u' ' + refused->what;
        return false;
    }
    return append(std::get<CaseStep>(decision));
}

bool CaseHistory::tick(Instant at)
{
    const Rules rules{book, calendar};
    while (const std::optional<CaseStep> step = dueStep(record, rules, at)) {
        if (!append(*step)) {
            return false;
        }
    }
    return true;
}

bool CaseHistory::write(CaseAction action, Instant at, CaseState to, const QJsonObject &facts)
{
    CaseStep step;
    step.action = action;
    step.at = at;
    step.to = to;
    step.facts = facts;
    return append(step);
}

bool CaseHistory::follow(Instant at, Instant due)
{
    CaseStep step;
    step.action = CaseAction::Extend;
    step.at = at;
    step.to = record.subject.state;
    step.facts.insert(QLatin1String(fact::kFollows), u"1101012026112000002"_s);
    ClockTurn turn;
    turn.to = step.to;
    turn.sharedDue = due;
    turnClocks(step.facts, record, turn, book, calendar, at);
    return append(step);
}

bool CaseHistory::append(const CaseStep &step)
{
    const CaseEvent event = eventOf(step, record.subject);
    Result<CaseRecord> after = applyRecord(record, event);
    if (!after) {
        refusal = after.error().message;
        return false;
    }
    record = std::move(after).value();
    events.append(event);
    return true;
}

RuleLibrary CaseHistory::library() const
{
    const auto bookOf = [books = books](int version) -> std::optional<RuleBook> {
        for (const RuleBook &one : books) {
            if (one.version == version) {
                return one;
            }
        }
        return std::nullopt;
    };
    const auto calendarOf = [calendars =
                                 calendars](const QString &key) -> std::optional<WorkingCalendar> {
        for (const WorkingCalendar &one : calendars) {
            if (one.key() == key) {
                return one;
            }
        }
        return std::nullopt;
    };
    return {bookOf, calendarOf};
}

DeadlineExplanation CaseHistory::explain(Instant at) const
{
    return explainDeadline(record.subject.id, events, library(), at).value();
}

QString CaseHistory::contradiction(Instant at) const
{
    const Result<DeadlineExplanation> explained =
        explainDeadline(record.subject.id, events, library(), at);
    const Result<DeadlineExplanation> quick = clockState(record.subject.id, events, library(), at);
    if (!explained || !quick) {
        return explained ? quick.error().message : explained.error().message;
    }
    const DeadlineExplanation &explanation = explained.value();
    DeadlineExplanation same = quick.value();
    same.stretches = explanation.stretches;
    if (same != explanation) {
        return u"the quick way says something else"_s;
    }
    if (!explanation.disagreements.isEmpty()) {
        return explanation.disagreements.join(u'\n');
    }
    QList<CaseEvent> until;
    std::optional<Instant> end;
    for (const CaseEvent &event : events) {
        if (event.at > at) {
            break;
        }
        until.append(event);
        end = isOpen(event.to) ? std::nullopt : end ? end : std::optional(event.at);
    }
    const CaseRecord stored = replayRecord(record.subject.id, until).value();
    if (const QStringList others = differences(explanation, stored); !others.isEmpty()) {
        return others.join(u'\n');
    }
    const Instant start = events.first().at;
    const Instant last = end.value_or(at);
    for (const QList<Stretch> &stretches : {explanation.stretches, quick.value().stretches}) {
        if (QString fault = tilingFault(stretches, start, last); !fault.isEmpty()) {
            return fault;
        }
    }
    const StageAccount &total = explanation.accounts.last();
    if (total.stage != Stage::Total || total.running + total.paused != last - start) {
        return u"the whole is not its parts"_s;
    }
    return sumFault(explanation);
}

QString CaseHistory::contradiction() const
{
    constexpr milliseconds kLater = std::chrono::hours(200);
    for (qsizetype i = 0; i < events.size(); ++i) {
        const Instant at = events.at(i).at;
        const Instant next = i + 1 < events.size() ? events.at(i + 1).at : at + kLater;
        for (const Instant moment : {at, at + (next - at) / 2}) {
            if (const QString fault = contradiction(moment); !fault.isEmpty()) {
                return u"after event %1, at %2: %3"_s.arg(
                    QString::number(events.at(i).sequence), cnText(moment), fault);
            }
        }
    }
    return {};
}

} // namespace gridward
