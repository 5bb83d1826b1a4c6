// SPDX-License-Identifier: GPL-3.0-or-later
// `gridward case STORE report|list|show|actions|act|explain|folder|responsible …`
#include "app/commands/attachmentfiles.h"
#include "app/commands/casequeues.h"
#include "app/commands/commandactor.h"
#include "app/commands/commandio.h"
#include "app/commands/commands.h"
#include "app/commands/foldercommand.h"
#include "app/commands/responsiblecommand.h"
#include "models/domain/dutyroster.h"
#include "models/domain/language.h"
#include "models/service/casedesk.h"
#include "models/service/casejson.h"
#include "models/service/collectorranking.h"
#include "models/service/districtnames.h"
#include "models/service/personaldesk.h"
#include "models/view/deadlinewords.h"
#include "models/view/displayzone.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseCommand)
};

constexpr qint64 kLongestSecret = 1024;
const QString kOrigin = u"cli"_s;

/** What every case command has: a store, a clock and a user. */
struct Desk
{
    std::unique_ptr<Store> store;
    std::unique_ptr<Clock> clock;
    std::unique_ptr<CaseDesk> desk;
    User user;
};

/** `reads`: nothing is written, so that everybody may look at any moment. */
Result<Desk>
openDesk(const CommandArguments &arguments, std::optional<Instant> at, bool reads = false)
{
    Result<std::unique_ptr<Store>> store = openStore(arguments.at(0));
    if (!store) {
        return store.error();
    }
    Desk desk;
    desk.store = std::move(store).value();
    setDisplayZone(timeZoneNamed(desk.store->info().timeZone));
    if (const Result<void> claims = checkClaims(*desk.store, at.has_value() && !reads); !claims) {
        return claims.error();
    }
    if (at) {
        desk.clock = std::make_unique<FixedClock>(*at);
    } else {
        desk.clock = std::make_unique<SystemClock>();
    }
    desk.desk = std::make_unique<CaseDesk>(*desk.store, *desk.clock, kOrigin);
    Result<User> user = actFor(*desk.store, arguments, desk.clock->now());
    if (!user) {
        return user.error();
    }
    desk.user = std::move(user).value();
    return desk;
}

ExitStatus printState(const Case &subject, bool json)
{
    if (json) {
        printJson(QJsonDocument(QJsonObject{{u"id"_s, subject.id.toText()},
                                            {u"number"_s, subject.number},
                                            {u"version"_s, subject.version},
                                            {u"state"_s, toId(subject.state)}}));
    } else {
        printText(u"%1 %2 %3"_s.arg(subject.number, toId(subject.state)).arg(subject.version));
    }
    return ExitStatus::Done;
}

/** `--at` of a report is a place; a second one, or one that is a time, sets the clock. */
Result<std::optional<Instant>> claimedTime(const QStringList &values,
                                           std::optional<GeoPoint> &place)
{
    std::optional<Instant> time;
    for (const QString &value : values) {
        if (const std::optional<GeoPoint> point = placeFrom(value)) {
            place = point;
        } else if (const std::optional<Instant> instant = instantFromIso(value)) {
            time = instant;
        } else {
            return Error{
                ErrorCode::InvalidInput,
                Words::tr("--at “%1” is neither LON,LAT in degrees (longitude first) nor a "
                          "time.")
                    .arg(value),
                {}};
        }
    }
    return time;
}

/** Left out, the rules decide. */
Result<std::optional<CaseLevel>> levelFrom(const CommandArguments &arguments)
{
    if (!arguments.has("level")) {
        return std::optional<CaseLevel>();
    }
    const std::optional<CaseLevel> level = caseLevelFromId(arguments.value("level"));
    if (!level) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("--level must be one of: %1").arg(caseLevelIds().join(u", "_s)),
                     {}};
    }
    return level;
}

/** Never from the command line itself, which every program of this computer can read. */
Result<Caller> callerFrom(const CommandArguments &arguments)
{
    Caller caller;
    for (const auto &[option, value] : {std::pair{"caller-name-file", &caller.name},
                                        std::pair{"caller-phone-file", &caller.phone}}) {
        if (!arguments.has(option)) {
            continue;
        }
        QFile file(arguments.value(option));
        if (!file.open(QIODevice::ReadOnly)) {
            return Error{ErrorCode::InvalidInput,
                         Words::tr("“%1” cannot be read: %2")
                             .arg(arguments.value(option), file.errorString()),
                         {}};
        }
        *value = QString::fromUtf8(file.read(kLongestSecret)).section(u'\n', 0, 0).trimmed();
    }
    return caller;
}

ExitStatus reportCase(const CommandArguments &arguments)
{
    ReportDraft draft;
    const Result<std::optional<Instant>> time = claimedTime(arguments.values("at"), draft.place);
    if (!time) {
        return failWith(time.error());
    }
    const std::optional<CaseKind> kind = caseKindFromId(arguments.value("kind"));
    const std::optional<CaseSource> source = caseSourceFromId(arguments.value("source"));
    const Result<std::optional<CaseLevel>> level = levelFrom(arguments);
    if (!kind) {
        return wrongUsage(Words::tr("--kind must be matter or component."));
    }
    if (!source) {
        return wrongUsage(
            Words::tr("--source must be one of: %1").arg(caseSourceIds().join(u", "_s)));
    }
    if (!level) {
        return wrongUsage(level.error().message);
    }
    Result<Desk> opened = openDesk(arguments, time.value());
    if (!opened) {
        return failWith(opened.error());
    }
    const Desk desk = std::move(opened).value();
    draft.kind = *kind;
    draft.source = *source;
    draft.level = level.value();
    draft.classCode = arguments.value("class");
    draft.text = arguments.value("text");
    draft.address = arguments.value("address");
    if (!draft.place && draft.address.isEmpty()) {
        // Permission first: whoever may not report learns that, not what was missing.
        const Result<Case> refusal = desk.desk->report(ReportDraft{}, desk.user);
        return refusal.error().code == ErrorCode::Refused
                   ? failWith(refusal.error())
                   : wrongUsage(Words::tr("Say where it is: --at LON,LAT (longitude first)."));
    }
    const Result<QList<Attachment>> attachments = attachmentsFrom(arguments.values("attach"));
    if (!attachments) {
        return failWith(attachments.error());
    }
    draft.attachments = attachments.value();
    const Result<Caller> caller = callerFrom(arguments);
    if (!caller) {
        return failWith(caller.error());
    }
    const Result<Case> added = reportWithCaller(*desk.store,
                                                *desk.desk,
                                                draft,
                                                caller.value(),
                                                desk.user,
                                                {desk.user.name, kOrigin, desk.clock->now()});
    return added ? printState(added.value(), arguments.has("json")) : failWith(added.error());
}

ExitStatus listCases(const CommandArguments &arguments)
{
    CaseQuery query;
    if (arguments.has("state")) {
        query.state = caseStateFromId(arguments.value("state"));
        if (!query.state) {
            return wrongUsage(
                Words::tr("--state must be one of: %1").arg(caseStateIds().join(u", "_s)));
        }
    }
    const Result<qint64> limit = arguments.number("limit", 100, 0, 100'000);
    if (!limit) {
        return failWith(limit.error());
    }
    const Result<std::optional<Instant>> at = arguments.time("at");
    if (!at) {
        return failWith(at.error());
    }
    Result<Desk> opened = openDesk(arguments, at.value(), true);
    if (!opened) {
        return failWith(opened.error());
    }
    const Desk desk = std::move(opened).value();
    const Instant now = desk.clock->now();
    query.street = arguments.value("street");
    // Whoever belongs to a street sees that street.
    if (!desk.user.division.isEmpty()) {
        if (!query.street.isEmpty() && query.street != desk.user.division) {
            return failWith(Error{
                ErrorCode::Refused,
                Words::tr("%1 sees the cases of %2 only.").arg(desk.user.name, desk.user.division),
                {}});
        }
        query.street = desk.user.division;
    }
    query.classCode = arguments.value("class");
    query.openOnly = arguments.has("open");
    query.limit = static_cast<int>(limit.value());
    if (arguments.has("overdue")) {
        query.overdueAt = now;
    }
    const Result<QList<Case>> cases = arguments.has("queue")
                                          ? casesInQueue(desk.store->cases(), query, arguments, now)
                                          : desk.desk->list(query);
    if (!cases) {
        return failWith(cases.error());
    }
    QJsonArray json;
    for (const Case &subject : cases.value()) {
        if (arguments.has("json")) {
            json.append(toJson(subject, now));
        } else {
            printText(u"%1  %2  %3  %4  %5"_s.arg(subject.number,
                                                  toId(subject.state),
                                                  subject.classKey.code,
                                                  subject.street,
                                                  subject.text));
        }
    }
    if (arguments.has("json")) {
        printJson(QJsonDocument(json));
    }
    return ExitStatus::Done;
}

ExitStatus showCase(const Desk &desk, const Case &subject, bool json)
{
    const Instant now = desk.clock->now();
    const Result<QList<CaseEvent>> events = desk.store->cases().events(subject.id);
    const Result<CaseRecord> record = desk.store->cases().record(subject.id);
    if (!events || !record) {
        return failWith(events ? record.error() : events.error());
    }
    if (!json) {
        printText(u"%1  %2  %3\n%4"_s.arg(
            subject.number, toId(subject.state), subject.classKey.code, subject.text));
        for (const CaseEvent &event : events.value()) {
            printText(u"%1  %2  %3  %4  %5"_s.arg(event.sequence)
                          .arg(toIsoText(event.at), toId(event.action), event.actor, event.note));
        }
        return ExitStatus::Done;
    }
    printJson(QJsonDocument(
        caseShowJson(record.value(), events.value(), now, desk.store->info().isSimulated())));
    return ExitStatus::Done;
}

QStringList
linesOf(const DeadlineExplanation &explanation, const DistrictNames &names, const QString &timeZone)
{
    deadline_words::Names told;
    told.unit = [&names](const QString &code) { return names.unit(code, isEnglish()); };
    return QStringList{deadline_words::headline(explanation)} +
           deadline_words::deadlineLines(explanation, told) +
           QStringList{Words::tr("Times are those of %1.").arg(timeZone)};
}

ExitStatus explainCase(const Desk &desk, const Case &subject, const CommandArguments &arguments)
{
    const Result<DeadlineExplanation> explained = desk.desk->explain(subject.id, desk.clock->now());
    if (!explained) {
        return failWith(explained.error());
    }
    if (arguments.has("json")) {
        printJson(QJsonDocument(toJson(explained.value())));
        return ExitStatus::Done;
    }
    const Result<DistrictNames> names = DistrictNames::read(*desk.store);
    if (!names) {
        return failWith(names.error());
    }
    for (const QString &line :
         linesOf(explained.value(), names.value(), desk.store->info().timeZone)) {
        printText(line);
    }
    return ExitStatus::Done;
}

ExitStatus showActions(const Desk &desk, const Case &subject, bool json)
{
    QJsonArray allowed;
    QJsonArray refused;
    const Result<CaseRecord> record = desk.store->cases().record(subject.id);
    const Result<QList<ActionOffer>> offers = record ? desk.desk->offers(record.value(), desk.user)
                                                     : Result<QList<ActionOffer>>(record.error());
    if (!offers) {
        return failWith(offers.error());
    }
    for (const ActionOffer &offer : offers.value()) {
        if (!json) {
            printText(offer.allowed ? toId(offer.action)
                                    : u"(%1: %2)"_s.arg(toId(offer.action), offer.reason));
        } else if (offer.allowed) {
            allowed.append(QJsonObject{{u"action"_s, toId(offer.action)}});
        } else {
            refused.append(QJsonObject{{u"action"_s, toId(offer.action)},
                                       {u"why"_s, toId(offer.why)},
                                       {u"reason"_s, offer.reason}});
        }
    }
    if (!json) {
        return ExitStatus::Done;
    }
    QJsonArray proposals;
    if (transition(subject.state, CaseAction::Dispatch)) {
        const Result<QList<UnitProposal>> units = desk.desk->proposals(subject);
        if (!units) {
            return failWith(units.error());
        }
        for (const UnitProposal &proposal : units.value()) {
            proposals.append(toJson(proposal));
        }
    }
    const Result<QJsonArray> assignees = assigneesOf(*desk.store, subject, desk.clock->now());
    if (!assignees) {
        return failWith(assignees.error());
    }
    QJsonArray collectors;
    if (isSendable(subject.state)) {
        const Result<QList<PersonProposal>> near =
            rankCollectors(*desk.store, record.value(), desk.clock->now());
        if (!near) {
            return failWith(near.error());
        }
        for (const PersonProposal &one : near.value()) {
            collectors.append(toJson(one));
        }
    }
    printJson(QJsonDocument(QJsonObject{{u"id"_s, subject.id.toText()},
                                        {u"version"_s, subject.version},
                                        {u"state"_s, toId(subject.state)},
                                        {u"assignees"_s, assignees.value()},
                                        {u"collectors"_s, collectors},
                                        {u"allowed"_s, allowed},
                                        {u"refused"_s, refused},
                                        {u"proposals"_s, proposals}}));
    return ExitStatus::Done;
}

/** Yes or no to what was asked for, or what a call-back heard. */
Result<std::optional<bool>> answerFrom(const CommandArguments &arguments,
                                       const char *option,
                                       const QString &yes,
                                       const QString &no)
{
    const QString said = arguments.value(option);
    if (!arguments.has(option)) {
        return std::optional<bool>();
    }
    if (said != yes && said != no) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("--%1 must be %2 or %3.").arg(QLatin1String(option), yes, no),
                     {}};
    }
    return std::optional(said == yes);
}

/** A moment, or a day: then its first one in the district. */
Result<std::optional<Instant>> untilFrom(const CommandArguments &arguments, const Store &store)
{
    if (!arguments.has("until")) {
        return std::optional<Instant>();
    }
    const QString text = arguments.value("until");
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.isValid() && text.size() == 10) {
        const QTimeZone zone(store.info().timeZone.toLatin1());
        const QDateTime start = day.startOfDay(zone.isValid() ? zone : QTimeZone::utc());
        return std::optional(Instant(std::chrono::milliseconds(start.toMSecsSinceEpoch())));
    }
    const std::optional<Instant> until = instantFromIso(text);
    if (!until) {
        return Error{
            ErrorCode::InvalidInput,
            Words::tr("--until “%1” is neither a day such as 2026-12-01 nor a time.").arg(text),
            {}};
    }
    return until;
}

Result<ActionRequest>
requestFrom(CaseAction action, const CommandArguments &arguments, const Store &store)
{
    ActionRequest request;
    request.action = action;
    request.target = arguments.value("to");
    request.note = arguments.value("note");
    request.standard = arguments.value("standard");
    request.met = arguments.values("met");
    request.bundle = arguments.value("bundle");
    const Result<std::optional<CaseLevel>> level = levelFrom(arguments);
    const Result<std::optional<bool>> decision =
        answerFrom(arguments, "decision", u"grant"_s, u"deny"_s);
    // Whoever was not reached has said neither.
    request.reached = arguments.value("satisfied") != "not-reached"_L1;
    const Result<std::optional<bool>> satisfied =
        request.reached ? answerFrom(arguments, "satisfied", u"yes"_s, u"no"_s)
                        : Result<std::optional<bool>>(std::optional<bool>());
    const Result<std::optional<Instant>> until = untilFrom(arguments, store);
    for (const Error *error : {level ? nullptr : &level.error(),
                               decision ? nullptr : &decision.error(),
                               satisfied ? nullptr : &satisfied.error(),
                               until ? nullptr : &until.error()}) {
        if (error != nullptr) {
            return *error;
        }
    }
    request.level = level.value();
    request.grants = decision.value().value_or(true);
    request.satisfied = satisfied.value();
    request.until = until.value();
    if (arguments.has("expect-version")) {
        const Result<qint64> version = arguments.number("expect-version", 0, 1, 1'000'000);
        if (!version) {
            return version.error();
        }
        request.expectedVersion = static_cast<int>(version.value());
    }
    return request;
}

ExitStatus actOnCase(const Desk &desk, const Case &subject, const CommandArguments &arguments)
{
    const std::optional<CaseAction> action = caseActionFromId(arguments.at(3));
    if (!action || *action == CaseAction::Report || *action == CaseAction::Import) {
        return wrongUsage(Words::tr("There is no step “%1”.").arg(arguments.at(3)));
    }
    // The right it lacks is told first, before anything that was left out or does not fit.
    if (const Result<void> permitted = desk.desk->checkPermitted(*action, desk.user); !permitted) {
        return failWith(permitted.error());
    }
    Result<ActionRequest> wanted = requestFrom(*action, arguments, *desk.store);
    if (!wanted) {
        return wrongUsage(wanted.error().message);
    }
    ActionRequest request = std::move(wanted).value();
    const Result<QList<Attachment>> attachments = attachmentsFrom(arguments.values("attach"));
    if (!attachments) {
        return failWith(attachments.error());
    }
    request.attachments = attachments.value();
    const Result<Case> after = desk.desk->act(subject.id, request, desk.user);
    return after ? printState(after.value(), arguments.has("json")) : failWith(after.error());
}

ExitStatus oneCase(const QString &verb, const CommandArguments &arguments)
{
    const Result<std::optional<Instant>> at = arguments.time("at");
    if (!at) {
        return failWith(at.error());
    }
    Result<Desk> opened = openDesk(arguments, at.value(), verb != "act"_L1);
    if (!opened) {
        return failWith(opened.error());
    }
    const Desk desk = std::move(opened).value();
    const Result<Case> subject = desk.desk->find(arguments.at(2));
    if (!subject) {
        say(subject.error().message);
        // The store answered; only the case is not there.
        return subject.error().code == ErrorCode::NotFound ? ExitStatus::Failed
                                                           : statusOf(subject.error());
    }
    if (const Result<void> seen = desk.desk->maySee(subject.value(), desk.user); !seen) {
        return failWith(seen.error());
    }
    const bool json = arguments.has("json");
    if (verb == "show"_L1) {
        return showCase(desk, subject.value(), json);
    }
    if (verb == "explain"_L1) {
        return explainCase(desk, subject.value(), arguments);
    }
    return verb == "actions"_L1 ? showActions(desk, subject.value(), json)
                                : actOnCase(desk, subject.value(), arguments);
}

} // namespace

ExitStatus runCase(const QStringList &arguments)
{
    struct Verb
    {
        const char *name;
        QList<OptionSpec> options;
        int count;
    };
    static const QList<Verb> verbs{{"report",
                                    {{"kind", "K", "matter"},
                                     {"class", "C"},
                                     {"at", "LON,LAT"},
                                     {"text", "T"},
                                     {"address", "A"},
                                     {"source", "S", "patrol"},
                                     {"level", "L"},
                                     {"attach", "FILE"},
                                     {"caller-name-file", "F"},
                                     {"caller-phone-file", "F"},
                                     {"json"}},
                                    2},
                                   {"list",
                                    {{"state", "S"},
                                     {"street", "CODE"},
                                     {"class", "C"},
                                     {"overdue"},
                                     {"open"},
                                     {"queue", "Q"},
                                     {"band", "B"},
                                     {"closed"},
                                     {"limit", "N"},
                                     {"at", "TIME"},
                                     {"json"}},
                                    2},
                                   {"show", {{"at", "TIME"}, {"json"}}, 3},
                                   {"actions", {{"at", "TIME"}, {"json"}}, 3},
                                   {"explain", {{"at", "TIME"}, {"json"}}, 3},
                                   {"act",
                                    {{"to", "ID"},
                                     {"note", "T"},
                                     {"met", "COND"},
                                     {"standard", "ID"},
                                     {"attach", "FILE"},
                                     {"until", "DATE"},
                                     {"decision", "grant|deny"},
                                     {"satisfied", "yes|no|not-reached"},
                                     {"level", "L"},
                                     {"bundle", "ID"},
                                     {"expect-version", "N"},
                                     {"at", "TIME"},
                                     {"json"}},
                                    4}};
    const QString name = arguments.value(1);
    if (name == "responsible"_L1) {
        return runResponsible(arguments);
    }
    if (name == "folder"_L1) {
        return runFolder(arguments);
    }
    for (const Verb &verb : verbs) {
        if (name != QLatin1String(verb.name)) {
            continue;
        }
        const Result<CommandArguments> parsed =
            CommandArguments::parse(arguments, withActor(verb.options), verb.count, verb.count);
        if (!parsed) {
            return wrongUsage(parsed.error().message);
        }
        if (name == "report"_L1) {
            return reportCase(parsed.value());
        }
        return name == "list"_L1 ? listCases(parsed.value()) : oneCase(name, parsed.value());
    }
    return wrongUsage(Words::tr("Say what to do: gridward case STORE "
                                "report|list|show|actions|act|explain|folder|responsible"));
}

} // namespace gridward
