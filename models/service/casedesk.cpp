// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/casedesk.h"

#include "models/domain/rights.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseDesk)
};

constexpr qsizetype kLongestText = 4000;
constexpr std::chrono::minutes kClockDifference{2};

Error refused(const QString &message)
{
    return Error{ErrorCode::Refused, message, {}};
}

Error missing(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

Error lacksRight(const User &user, CaseAction action)
{
    return refused(Words::tr("%1 (role %2) lacks the permission “%3”.")
                       .arg(user.name, user.role, toId(action)));
}

/** 1e-7 degrees is a centimetre: what an instrument can say, and the same text on every machine. */
GeoPoint rounded(const GeoPoint &place)
{
    return {std::round(place.longitude * 1e7) / 1e7, std::round(place.latitude * 1e7) / 1e7};
}

} // namespace

CaseDesk::CaseDesk(Store &store, const Clock &clock, QString origin)
    : mStore(store)
    , mClock(clock)
    , mOrigin(std::move(origin))
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
        return refused(Words::tr("There is no user “%1” in this store.").arg(wanted));
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
    const Result<void> done = mStore.transaction([&]() -> Result<void> {
        Result<Case> result = work();
        if (!result) {
            return result.error();
        }
        outcome = std::move(result).value();
        return {};
    });
    return done ? Result<Case>(outcome) : Result<Case>(done.error());
}

Result<Case> CaseDesk::report(const ReportDraft &draft, const User &user)
{
    // What needs no lock comes before it: the right to do it, and the grids.
    if (!mayDo(user.role, CaseAction::Report)) {
        return lacksRight(user, CaseAction::Report);
    }
    if (draft.place) {
        if (const Result<void> grids = readGrids(); !grids) {
            return grids.error();
        }
    }
    return inTransaction([&] { return registerReport(draft, user); });
}

Result<Case> CaseDesk::registerReport(const ReportDraft &draft, const User &user)
{
    if (draft.text.trimmed().isEmpty() || draft.text.size() > kLongestText) {
        return missing(
            Words::tr("Say in 1 to %1 characters what the problem is.").arg(kLongestText));
    }
    Case subject;
    subject.classKey = {mStore.info().scheme, draft.kind, draft.classCode};
    const Result<std::optional<CatalogueEntry>> entry = mStore.catalogueEntry(subject.classKey);
    if (!entry) {
        return entry.error();
    }
    if (!entry.value()) {
        return missing(Words::tr("There is no class %1 (%2) in the catalogue %3.")
                           .arg(draft.classCode, toId(draft.kind), mStore.info().scheme));
    }
    if (draft.place) {
        if (!isValid(*draft.place)) {
            return missing(Words::tr("The place must be longitude, latitude in degrees."));
        }
        const Result<QString> grid = gridOf(rounded(*draft.place), subject);
        if (!grid) {
            return grid.error();
        }
    }
    subject.level = draft.level;
    subject.source = draft.source;
    subject.text = draft.text.trimmed();
    subject.address = draft.address.trimmed();

    CaseStep step;
    step.action = CaseAction::Report;
    step.at = mClock.now();
    step.actor = user.name;
    step.origin = mOrigin;
    step.to = firstState(draft.source);
    step.facts = factsOf(subject);
    step.attachments = draft.attachments;
    return mStore.cases().add(CaseId::makeRandom(step.at), step);
}

Result<void> CaseDesk::readGrids()
{
    const Result<StoreMark> mark = mStore.mark();
    if (!mark) {
        return mark.error();
    }
    const qint64 edition = mark.value().tables.value(u"grids"_s);
    if (!mLocator || edition != mEdition) {
        const Result<QList<UnitGrid>> grids = mStore.grids();
        if (!grids) {
            return grids.error();
        }
        QList<GridOutline> outlines;
        mGrids.clear();
        for (const UnitGrid &grid : grids.value()) {
            outlines.append({grid.code, grid.outline});
            mGrids.insert(grid.code, {grid.community, grid.street});
        }
        Result<std::shared_ptr<const GridLocator>> locator = GridLocator::build(outlines);
        if (!locator) {
            return locator.error();
        }
        mLocator = std::move(locator).value();
        mEdition = edition;
    }
    return {};
}

Result<QString> CaseDesk::gridOf(const GeoPoint &place, Case &into)
{
    if (const Result<void> read = readGrids(); !read) {
        return read.error();
    }
    const std::optional<QString> grid = mLocator->locate(place);
    if (!grid) {
        return missing(
            Words::tr("%1 lies in no grid of this district. Longitude comes first; check "
                      "the place.")
                .arg(toDisplayText(place)));
    }
    into.place = place;
    into.grid = *grid;
    into.community = mGrids.value(*grid).community;
    into.street = mGrids.value(*grid).street;
    return *grid;
}

Result<QString> CaseDesk::gridAt(const GeoPoint &place)
{
    if (const Result<void> read = readGrids(); !read) {
        return read.error();
    }
    return mLocator->locate(rounded(place)).value_or(QString());
}

Result<void> CaseDesk::mayWorkOn(const Case &subject, const User &user) const
{
    if (user.role == "handler"_L1 && !user.actsForAllUnits && subject.unit != user.organisation) {
        return refused(
            Words::tr("Case %1 is not with the unit of %2.").arg(subject.number, user.name));
    }
    return maySee(subject, user);
}

Result<void> CaseDesk::maySee(const Case &subject, const User &user) const
{
    if (!user.division.isEmpty() && !subject.street.startsWith(user.division) &&
        !subject.community.startsWith(user.division)) {
        return refused(Words::tr("Case %1 lies outside the area of %2 (%3).")
                           .arg(subject.number, user.name, user.division));
    }
    return {};
}

Result<Case> CaseDesk::act(const CaseId &id, const ActionRequest &request, const User &user)
{
    if (!mayDo(user.role, request.action)) {
        return lacksRight(user, request.action);
    }
    return inTransaction([&] { return takeStep(id, request, user); });
}

Result<Case> CaseDesk::takeStep(const CaseId &id, const ActionRequest &request, const User &user)
{
    const Result<Case> found = mStore.cases().find(id);
    if (!found) {
        return found;
    }
    const Case &subject = found.value();
    if (const Result<void> allowed = mayWorkOn(subject, user); !allowed) {
        return allowed.error();
    }
    if (request.expectedVersion && *request.expectedVersion != subject.version) {
        return Error{ErrorCode::Conflict,
                     Words::tr("Somebody else was first: case %1 is at version %2 now, not %3.")
                         .arg(subject.number)
                         .arg(subject.version)
                         .arg(*request.expectedVersion),
                     {}};
    }
    const std::optional<Transition> step = transition(subject.state, request.action);
    if (!step) {
        return refused(hasTransition(request.action)
                           ? Words::tr("“%1” is not possible while case %2 is “%3”.")
                                 .arg(toId(request.action), subject.number, toId(subject.state))
                           : Words::tr("This version does not know the step “%1” yet.")
                                 .arg(toId(request.action)));
    }
    if (step->needsReason && request.note.trimmed().isEmpty()) {
        return missing(Words::tr("“%1” needs a reason (--note).").arg(toId(request.action)));
    }
    if (step->needsTarget && request.target.isEmpty()) {
        return missing(
            Words::tr("“%1” needs a unit or a person (--to).").arg(toId(request.action)));
    }
    const Result<QJsonObject> facts = factsFor(subject, *step, request);
    if (!facts) {
        return facts.error();
    }
    const Result<Instant> now = momentAfter(subject);
    if (!now) {
        return now.error();
    }
    CaseStep event;
    event.action = request.action;
    event.at = now.value();
    event.actor = user.name;
    event.origin = mOrigin;
    event.to = step->to;
    event.note = request.note.trimmed();
    event.facts = facts.value();
    event.attachments = request.attachments;
    return mStore.cases().append(id, request.expectedVersion.value_or(subject.version), event);
}

Result<Instant> CaseDesk::momentAfter(const Case &subject)
{
    const Result<QList<CaseEvent>> events = mStore.cases().events(subject.id);
    if (!events) {
        return events.error();
    }
    const Instant now = mClock.now();
    const Instant last = events.value().isEmpty() ? now : events.value().last().at;
    // Clocks of two desks differ by seconds; beyond that somebody claims a wrong time.
    if (now + kClockDifference < last) {
        return refused(Words::tr("The last step of case %1 was at %2; this one cannot be earlier.")
                           .arg(subject.number, toIsoText(last)));
    }
    return std::max(now, last);
}

QList<ActionOffer> CaseDesk::offers(const Case &subject, const User &user) const
{
    QList<ActionOffer> offers;
    const Result<void> seen = mayWorkOn(subject, user);
    for (const QString &id : caseActionIds()) {
        const CaseAction action = caseActionFromId(id).value_or(CaseAction::Report);
        if (action == CaseAction::Report || !hasTransition(action)) {
            continue;
        }
        ActionOffer offer{action, false, {}};
        if (!transition(subject.state, action)) {
            offer.reason =
                Words::tr("not possible while the case is “%1”").arg(toId(subject.state));
        } else if (!mayDo(user.role, action)) {
            offer.reason = lacksRight(user, action).message;
        } else if (!seen) {
            offer.reason = seen.error().message;
        } else {
            offer.allowed = true;
        }
        offers.append(offer);
    }
    return offers;
}

Result<QJsonObject>
CaseDesk::factsFor(const Case &subject, const Transition &step, const ActionRequest &request)
{
    switch (step.action) {
    case CaseAction::File:
        return filingFacts(subject, request);
    case CaseAction::Dispatch:
        return dispatchFacts(subject, request);
    case CaseAction::Assign: {
        const Result<std::optional<Person>> person = mStore.person(request.target);
        if (!person) {
            return person.error();
        }
        if (!person.value()) {
            return missing(Words::tr("There is no person “%1”.").arg(request.target));
        }
        return QJsonObject{{QLatin1String(fact::kPerson), request.target}};
    }
    case CaseAction::Check:
        return checkFacts(subject, request);
    default:
        return QJsonObject();
    }
}

Result<QJsonObject> CaseDesk::checkFacts(const Case &subject, const ActionRequest &request)
{
    // Without any named, all closing conditions are confirmed.
    QStringList met = request.met;
    if (met.isEmpty() && !subject.standard.isEmpty()) {
        met.append(subject.standard);
    }
    for (const QString &condition : met) {
        if (condition != subject.standard) {
            return missing(Words::tr("Case %1 was not filed under the condition “%2”.")
                               .arg(subject.number, condition));
        }
    }
    return met.isEmpty()
               ? QJsonObject()
               : QJsonObject{{QLatin1String(fact::kMet), QJsonArray::fromStringList(met)}};
}

Result<std::optional<FilingStandard>> CaseDesk::standardOf(const Case &subject, const QString &id)
{
    const Result<QList<FilingStandard>> standards = mStore.filingStandards(subject.classKey);
    if (!standards) {
        return standards.error();
    }
    for (const FilingStandard &standard : standards.value()) {
        if (id.isEmpty() || standard.id == id) {
            return std::optional(standard);
        }
    }
    if (!id.isEmpty()) {
        return missing(
            Words::tr("Class %1 has no filing condition “%2”.").arg(subject.classKey.code, id));
    }
    return std::optional<FilingStandard>();
}

Result<QJsonObject> CaseDesk::filingFacts(const Case &subject, const ActionRequest &request)
{
    const Result<std::optional<FilingStandard>> standard = standardOf(subject, request.standard);
    if (!standard) {
        return standard.error();
    }
    QJsonObject facts;
    if (standard.value()) {
        facts.insert(QLatin1String(fact::kStandard), standard.value()->id);
    }
    return facts;
}

Result<QJsonObject> CaseDesk::dispatchFacts(const Case &subject, const ActionRequest &request)
{
    const Result<QList<Organisation>> units = mStore.organisations();
    if (!units) {
        return units.error();
    }
    const auto unit = std::ranges::find(units.value(), request.target, &Organisation::code);
    if (unit == units.value().end() || !unit->handles) {
        return missing(
            Words::tr("There is no handling unit “%1”. “gridward case … actions” proposes "
                      "some.")
                .arg(request.target));
    }
    QJsonObject facts{{QLatin1String(fact::kUnit), unit->code}};
    const Result<std::optional<FilingStandard>> standard = standardOf(subject, subject.standard);
    if (!standard) {
        return standard.error();
    }
    if (standard.value()) {
        facts.insert(QLatin1String(fact::kDueAt),
                     toIsoText(mClock.now() + clockLimit(*standard.value())));
    }
    return facts;
}

Result<QList<UnitProposal>> CaseDesk::proposals(const Case &subject)
{
    const Result<QList<FilingStandard>> standards = mStore.filingStandards(subject.classKey);
    const Result<QList<Organisation>> units = mStore.organisations();
    const Result<QHash<QString, int>> load = mStore.cases().openByUnit();
    if (!standards || !units || !load) {
        return !standards ? standards.error() : !units ? units.error() : load.error();
    }
    QStringList kinds;
    for (const FilingStandard &standard : standards.value()) {
        if (subject.standard.isEmpty() || standard.id == subject.standard) {
            kinds.append(standard.unitKind);
        }
    }
    struct Ranked
    {
        UnitProposal proposal;
        int rank;
    };
    QList<Ranked> ranked;
    for (const Organisation &unit : units.value()) {
        const bool near = !unit.division.isEmpty() && subject.street.startsWith(unit.division);
        const bool elsewhere = !unit.division.isEmpty() && !near;
        if (!unit.handles || elsewhere) {
            continue;
        }
        const bool fits = kinds.contains(unit.kind);
        UnitProposal proposal{unit, load.value().value(unit.code), {}};
        proposal.reason = fits && near ? Words::tr("handles this class in this street")
                          : fits       ? Words::tr("handles this class in the whole district")
                          : near       ? Words::tr("serves this street")
                                       : Words::tr("serves the whole district");
        ranked.append({proposal, (fits ? 0 : 2) + (near ? 0 : 1)});
    }
    std::ranges::stable_sort(ranked, [](const Ranked &a, const Ranked &b) {
        return a.rank != b.rank ? a.rank < b.rank : a.proposal.openCases < b.proposal.openCases;
    });
    QList<UnitProposal> result;
    for (const Ranked &entry : ranked) {
        result.append(entry.proposal);
    }
    return result;
}

} // namespace gridward
