// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/casedesk.h"

#include "models/store/accessstore.h"
#include "models/store/storeguard.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseDesk)
};

constexpr std::chrono::minutes kClockDifference{2};

Error refused(const QString &message)
{
    return Error{ErrorCode::Refused, message, {}};
}

Error missing(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

/** Which permission a user lacks: as it is granted where somebody types it, else in words. */
Error lacksRight(const User &user, CaseAction action, const CaseWording &wording)
{
    const QString permission =
        wording.namesOptions ? u"case:"_s + toId(action) : wording.action(action);
    return Error{ErrorCode::Refused,
                 Words::tr("%1 (role %2) lacks the permission “%3”.")
                     .arg(user.name, wording.role(user.role), permission),
                 toId(StepRefusal::LacksRight)};
}

/** What needs nothing looked up: rights, state, axes, unit, what was left out. */
std::optional<Refused> refusedOutright(const CaseRecord &record,
                                       const ActionRequest &request,
                                       const Actor &actor,
                                       const Rules &rules,
                                       Instant now)
{
    StepRequest bare;
    bare.action = request.action;
    bare.target = request.target;
    bare.note = request.note;
    bare.reached = request.reached;
    const std::variant<CaseStep, Refused> decision = decide(record, bare, actor, rules, now);
    const Refused *no = std::get_if<Refused>(&decision);
    if (no == nullptr) {
        return std::nullopt;
    }
    switch (no->why) {
    case StepRefusal::LacksRight:
    case StepRefusal::NotByThisRole:
    case StepRefusal::NotNow:
    case StepRefusal::OwnWork:
    case StepRefusal::OtherUnit:
    case StepRefusal::NeedsReason:
        return *no;
    case StepRefusal::NeedsTarget: // cases are split without naming classes too
        return request.action == CaseAction::Split ? std::nullopt : std::optional(*no);
    default:
        return std::nullopt;
    }
}

/** A request that leaves nothing out, to learn what else speaks against a step. */
StepRequest probeOf(CaseAction action, const CaseRecord &record, bool hasOpenChildren, Instant now)
{
    StepRequest probe;
    probe.action = action;
    probe.note = u"?"_s;
    probe.until = now + std::chrono::days(1);
    probe.hasOpenChildren = hasOpenChildren;
    const std::optional<Transition> row = transition(record.subject.state, action);
    if (row && row->needsTarget) {
        probe.target = u"?"_s;
    }
    return probe;
}

} // namespace

Actor actorOf(const User &user)
{
    return {user.name,
            user.person,
            user.organisation,
            roleFromId(user.role).value_or(Role::Analyst),
            user.actsForAllUnits};
}

Actor actorOf(const User &user, CaseAction action, CaseState state)
{
    Actor actor = actorOf(user);
    if (mayDo(user.role, action)) {
        return actor;
    }
    for (const QString &id : roleIds()) {
        const Role role = *roleFromId(id);
        const bool fits = action == CaseAction::Report
                              ? reporters().contains(role)
                              : transition(state, action, role).has_value();
        if (fits && role != Role::Owner) {
            actor.role = role;
            actor.actsForAllUnits = true; // how far it reaches was looked at already
            break;
        }
    }
    return actor;
}

CaseDesk::CaseDesk(Store &store, const Clock &clock, QString origin, CaseWording wording)
    : mStore(store)
    , mClock(clock)
    , mOrigin(std::move(origin))
    , mWording(std::move(wording))
    , mRules(store)
{
}

Result<User> CaseDesk::user(const QString &name)
{
    const Result<QList<User>> users = mStore.users();
    if (!users) {
        return users.error();
    }
    if (users.value().isEmpty() && name.isEmpty()) {
        User owner;
        owner.name = u"owner"_s;
        owner.role = u"owner"_s;
        return owner;
    }
    const QString wanted = name.isEmpty() ? u"admin1"_s : name;
    const auto found = std::ranges::find(users.value(), wanted, &User::name);
    if (found == users.value().end()) {
        return refused(Words::tr("There is no user “%1” in this store. “gridward admin user STORE "
                                 "list” names those it has.")
                           .arg(wanted));
    }
    return *found;
}

Result<Case> CaseDesk::find(const QString &name)
{
    if (const std::optional<CaseId> id = CaseId::fromText(name)) {
        return mStore.cases().find(*id);
    }
    return mStore.cases().findNumber(name);
}

Result<QList<Case>> CaseDesk::list(const CaseQuery &query)
{
    Result<QList<Case>> cases = mStore.cases().list(query);
    if (!cases || !cases.value().isEmpty()) {
        return cases;
    }
    const Result<bool> street = query.street.isEmpty() ? true : isStreet(query.street);
    const Result<bool> classCode = query.classCode.isEmpty() ? true : isClass(query.classCode);
    if (!street || !classCode) {
        return street ? classCode.error() : street.error();
    }
    if (!street.value()) {
        return missing(Words::tr("There is no street “%1” in this store. Name the code of one.")
                           .arg(query.street));
    }
    if (!classCode.value()) {
        return missing(Words::tr("There is no class “%1” in the catalogue %2. Name the code of a "
                                 "class, such as 06010.")
                           .arg(query.classCode, mStore.info().scheme));
    }
    return cases;
}

Result<bool> CaseDesk::isStreet(const QString &code)
{
    const Result<QList<Division>> divisions = mStore.divisions();
    if (!divisions) {
        return divisions.error();
    }
    const auto is = [&](const Division &one) {
        return one.level == "street"_L1 && one.code == code;
    };
    if (std::ranges::any_of(divisions.value(), is)) {
        return true;
    }
    // Cases may have been imported before the divisions.
    CaseQuery there;
    there.street = code;
    return hasCase(there);
}

Result<bool> CaseDesk::isClass(const QString &code)
{
    for (const CaseKind kind : {CaseKind::Matter, CaseKind::Component}) {
        const Result<std::optional<CatalogueEntry>> entry =
            mStore.catalogueEntry({mStore.info().scheme, kind, code});
        if (!entry || entry.value()) {
            return entry ? Result<bool>(true) : Result<bool>(entry.error());
        }
    }
    // Imported cases may have classes of another catalogue.
    CaseQuery there;
    there.classCode = code;
    return hasCase(there);
}

Result<bool> CaseDesk::hasCase(const CaseQuery &query)
{
    CaseQuery one = query;
    one.limit = 1;
    const Result<QList<Case>> cases = mStore.cases().list(one);
    return cases ? Result<bool>(!cases.value().isEmpty()) : Result<bool>(cases.error());
}

Result<Case> CaseDesk::inTransaction(const std::function<Result<Case>()> &work)
{
    // What was read to decide is still true when it is written; and the store locks once, not
    // often.
    Case outcome;
    const Result<void> done = mStore.stepTransaction([&]() -> Result<void> {
        Result<Case> result = work();
        if (!result) {
            return result.error();
        }
        outcome = std::move(result).value();
        return {};
    });
    return done ? Result<Case>(outcome) : Result<Case>(done.error());
}

Result<void> CaseDesk::maySee(const Case &subject, const User &user)
{
    const Result<std::shared_ptr<const AccessRules>> rules = mStore.access().rules();
    if (!rules) {
        return rules.error();
    }
    const std::optional<Denied> denied =
        rules.value()->denied(user, Thing::Case, u"see"_s, spotOf(subject));
    if (!denied) {
        return {};
    }
    if (denied->has != Reach::Unit && denied->has != Reach::Own) {
        return unseenError(user, *denied, subject.number);
    }
    // Assisting units, called departments and reporters are not in the row.
    const AsProgram program(mStore);
    const Result<CaseRecord> record = mStore.cases().record(subject.id);
    return record ? maySee(record.value(), user) : Result<void>(record.error());
}

Result<void> CaseDesk::maySee(const CaseRecord &record, const User &user)
{
    const Result<std::shared_ptr<const AccessRules>> rules = mStore.access().rules();
    if (!rules) {
        return rules.error();
    }
    const Result<Spot> spot = spotFor(mStore, *rules.value(), user, record, u"see"_s);
    if (!spot) {
        return spot.error();
    }
    const std::optional<Denied> denied =
        rules.value()->denied(user, Thing::Case, u"see"_s, spot.value());
    return denied ? Result<void>(unseenError(user, *denied, record.subject.number))
                  : Result<void>();
}

Result<void> CaseDesk::checkPermitted(CaseAction action, const User &user)
{
    const Result<std::shared_ptr<const AccessRules>> rules = mStore.access().rules();
    if (!rules) {
        return rules.error();
    }
    return rules.value()->denied(user, Thing::Case, toId(action))
               ? Result<void>(lacksRight(user, action, mWording))
               : Result<void>();
}

Result<void> CaseDesk::checkPermitted(CaseAction action, const CaseRecord &record, const User &user)
{
    const Result<std::shared_ptr<const AccessRules>> rules = mStore.access().rules();
    if (!rules) {
        return rules.error();
    }
    const Result<Spot> spot = spotFor(mStore, *rules.value(), user, record, toId(action));
    if (!spot) {
        return spot.error();
    }
    const std::optional<Denied> denied =
        rules.value()->denied(user, Thing::Case, toId(action), spot.value());
    if (!denied) {
        return {};
    }
    if (denied->has == Reach::None) {
        return lacksRight(user, action, mWording);
    }
    if (denied->has == Reach::Unit) {
        return refusalError(
            {StepRefusal::OtherUnit, {}}, record.subject, action, actorOf(user), mWording);
    }
    return deniedError(user, *denied);
}

Result<Case> CaseDesk::act(const CaseId &id, const ActionRequest &request, const User &user)
{
    if (const Result<void> permitted = checkPermitted(request.action, user); !permitted) {
        return permitted.error();
    }
    return inTransaction([&] { return takeStep(id, request, user); });
}

/** The record, after what the program had to do by itself: nobody acts on a stale suspension. */
Result<CaseRecord> CaseDesk::settled(const CaseId &id)
{
    Result<CaseRecord> record = mStore.cases().record(id);
    while (record && record.value().subject.nextAt &&
           *record.value().subject.nextAt <= mClock.now()) {
        const Result<Rules> rules = mRules.of(record.value(), mClock.now());
        if (!rules) {
            return rules.error();
        }
        std::optional<CaseStep> step = dueStep(record.value(), rules.value(), mClock.now());
        if (!step) {
            break;
        }
        step->origin = mOrigin;
        const AsProgram program(mStore);
        const Result<Case> done = mStore.cases().append(id, record.value().subject.version, *step);
        if (!done) {
            return done.error();
        }
        record = mStore.cases().record(id);
    }
    return record;
}

Result<int> CaseDesk::runDue(int most)
{
    // What is due is due for everybody, whoever sits here, and when nobody does.
    const AsProgram program(mStore);
    // Mostly there is nothing to do: then nobody has to wait for a lock, neither we nor they.
    const Result<QList<CaseId>> due = mStore.cases().due(mClock.now(), most);
    if (!due || due.value().isEmpty()) {
        return due ? Result<int>(0) : Result<int>(due.error());
    }
    int count = 0;
    const Result<void> done = mStore.stepTransaction([&]() -> Result<void> {
        for (const CaseId &id : due.value()) {
            if (const Result<CaseRecord> record = settled(id); !record) {
                return record.error();
            }
            ++count;
        }
        return {};
    });
    return done ? Result<int>(count) : Result<int>(done.error());
}

QString CaseDesk::naming()
{
    const Result<Rules> rules = mRules.at(mClock.now());
    return rules ? rules.value().book.naming : QString();
}

Result<DeadlineExplanation> CaseDesk::explain(const CaseId &id, Instant at)
{
    const Result<QList<CaseEvent>> events = mStore.cases().events(id);
    if (!events) {
        return events.error();
    }
    const Result<RuleLibrary> library = mRules.library();
    if (!library) {
        return library.error();
    }
    return explainDeadline(id, events.value(), library.value(), at);
}

Result<Case> CaseDesk::takeStep(const CaseId &id, const ActionRequest &request, const User &user)
{
    // A unit that handed a case back sees it no longer: what it may take back is what it saw.
    std::optional<AsProgram> takingBack;
    if (request.action == CaseAction::Withdraw) {
        const Result<bool> own = isOwnLastStep(id, user);
        if (!own) {
            return own.error();
        }
        if (own.value()) {
            takingBack.emplace(mStore);
        }
    }
    const Result<Case> found = mStore.cases().find(id);
    if (!found) {
        return found;
    }
    const Result<void> seen = takingBack ? Result<void>() : maySee(found.value(), user);
    if (!seen) {
        return seen.error();
    }
    if (request.expectedVersion && *request.expectedVersion != found.value().version) {
        return Error{ErrorCode::Conflict,
                     Words::tr("Somebody else was first: case %1 is at version %2 now, not %3.")
                         .arg(found.value().number)
                         .arg(found.value().version)
                         .arg(*request.expectedVersion),
                     {}};
    }
    if (const Result<void> kept = mRules.keep(); !kept) {
        return kept.error();
    }
    const Result<CaseRecord> record = settled(id);
    if (!record) {
        return record.error();
    }
    const Result<Instant> now = momentAfter(record.value());
    const Result<Rules> rules = now ? mRules.at(now.value()) : Result<Rules>(now.error());
    if (!rules) {
        return rules.error();
    }
    const Case &subject = record.value().subject;
    const Result<Actor> who = actorFor(user, request.action, record.value());
    if (!who) {
        return who.error();
    }
    const Actor &actor = who.value();
    const auto refusal = [&](const Refused &refused) {
        return refusalError(refused, subject, request.action, actorOf(user), mWording);
    };
    // Rights and state come before what was left out or does not exist.
    const std::optional<Refused> outright =
        refusedOutright(record.value(), request, actor, rules.value(), now.value());
    if (outright && !isMissingInput(outright->why)) {
        return refusal(*outright);
    }
    const Result<void> permitted =
        takingBack ? Result<void>() : checkPermitted(request.action, record.value(), user);
    if (!permitted) {
        return permitted.error();
    }
    if (outright) {
        return refusal(*outright);
    }
    Result<StepRequest> wanted = lookUp(record.value(), request);
    if (!wanted) {
        return wanted.error();
    }
    StepRequest step = std::move(wanted).value();
    if (request.action == CaseAction::Split) {
        Result<QStringList> children =
            addChildren(record.value(), request, actor, rules.value(), now.value());
        if (!children) {
            return children.error();
        }
        step.children = std::move(children).value();
    }
    std::variant<CaseStep, Refused> decision =
        decide(record.value(), step, actor, rules.value(), now.value());
    if (const Refused *refused = std::get_if<Refused>(&decision)) {
        return refusal(*refused);
    }
    CaseStep &event = std::get<CaseStep>(decision);
    event.origin = mOrigin;
    event.attachments = request.attachments;
    Result<Case> after = mStore.cases().append(id, subject.version, event);
    if (!after) {
        return after;
    }
    if (request.action == CaseAction::Merge) {
        if (const Result<void> told = tellSurvivor(after.value(), event); !told) {
            return told.error();
        }
    }
    if (const Result<void> told = tellBundle(subject, after.value(), actor, event); !told) {
        return told.error();
    }
    return after;
}

Result<bool> CaseDesk::isOwnLastStep(const CaseId &id, const User &user)
{
    StepRequest last;
    {
        const AsProgram program(mStore);
        const Result<CaseRecord> record = mStore.cases().record(id);
        const Result<void> looked =
            record ? lookUpLastStep(last, record.value()) : Result<void>(record.error());
        if (!looked) {
            return looked.error();
        }
    }
    if (!last.undone || !last.before || last.undone->actor != user.name) {
        return false;
    }
    return maySee(*last.before, user).isOk() &&
           checkPermitted(CaseAction::Withdraw, *last.before, user).isOk();
}

Result<Instant> CaseDesk::momentAfter(const CaseRecord &record)
{
    const Instant now = mClock.now();
    Instant last = record.process.lastAt.value_or(now);
    if (!record.process.lastAt) { // imported: its last event is only in the log
        const Result<QList<CaseEvent>> events = mStore.cases().events(record.subject.id);
        if (!events) {
            return events.error();
        }
        last = events.value().isEmpty() ? now : events.value().last().at;
    }
    // Clocks of two desks differ by seconds; beyond that somebody claims a wrong time.
    if (now + kClockDifference < last) {
        return refused(Words::tr("The last step of case %1 was at %2; this one cannot be earlier.")
                           .arg(record.subject.number, toIsoText(last)));
    }
    return std::max(now, last);
}

Result<QList<ActionOffer>> CaseDesk::offers(const CaseRecord &record, const User &user)
{
    const Instant now = mClock.now();
    const Result<Rules> rules = mRules.at(now);
    const Result<bool> openChildren = hasOpenChildren(record);
    if (!rules || !openChildren) {
        return rules ? openChildren.error() : rules.error();
    }
    const Result<void> seen = maySee(record, user);
    QList<ActionOffer> offers;
    for (const QString &id : caseActionIds()) {
        const CaseAction action = caseActionFromId(id).value_or(CaseAction::Report);
        if (action == CaseAction::Report || !hasTransition(action)) {
            continue;
        }
        const Result<Actor> actor = actorFor(user, action, record);
        const Result<void> permitted = checkPermitted(action, record, user);
        StepRequest probe = probeOf(action, record, openChildren.value(), now);
        const Result<void> lookedUp =
            action == CaseAction::Withdraw ? lookUpLastStep(probe, record) : Result<void>();
        if (!actor || !lookedUp) {
            return actor ? lookedUp.error() : actor.error();
        }
        const std::variant<CaseStep, Refused> decision =
            decide(record, probe, actor.value(), rules.value(), now);
        const Refused *no = std::get_if<Refused>(&decision);
        ActionOffer offer{action, false, {}, StepRefusal::NotNow, Effect::Move};
        if (const std::optional<Transition> row = transition(
                record.subject.state, action, actor.value().role, record.process.request.answers)) {
            offer.effect = row->effect;
        }
        if (no != nullptr && !isMissingInput(no->why)) {
            offer.why = no->why;
            offer.reason = no->why == StepRefusal::LacksRight
                               ? lacksRight(user, action, mWording).message
                               : refusalText(*no, record.subject, action, actorOf(user), mWording);
        } else if (!permitted) {
            offer.why = permitted.error().detail == toId(StepRefusal::OtherUnit)
                            ? StepRefusal::OtherUnit
                            : StepRefusal::LacksRight;
            offer.reason = permitted.error().message;
        } else if (!seen) {
            offer.why = StepRefusal::LacksRight;
            offer.reason = seen.error().message;
        } else {
            offer.allowed = true;
        }
        offers.append(offer);
    }
    return offers;
}

Result<QList<UnitProposal>> CaseDesk::proposals(const Case &subject)
{
    return ResponsibilityDesk(mStore).unitsFor(subject, mClock.now());
}

} // namespace gridward
