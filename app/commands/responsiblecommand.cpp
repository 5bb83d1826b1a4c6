// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/responsiblecommand.h"

#include "app/commands/commandactor.h"
#include "models/service/casedesk.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseCommand)
};

QJsonArray reasonsJson(const QList<Reason> &reasons)
{
    QJsonArray json;
    for (const Reason &reason : reasons) {
        json.append(QJsonObject{{u"kind"_s, toId(reason.kind())},
                                {u"value"_s, reason.value},
                                {u"good"_s, reason.good},
                                {u"text"_s, reasonText(reason)}});
    }
    return json;
}

/** What was asked: where, about what, when. */
struct Question
{
    GeoPoint place;
    ClassKey key;
    std::optional<Instant> at;
};

/** One `--at` is the place, another one may be a time. */
Result<Question> questionFrom(const CommandArguments &arguments)
{
    Question question;
    bool placed = false;
    for (const QString &value : arguments.values("at")) {
        if (const std::optional<GeoPoint> place = placeFrom(value)) {
            question.place = *place;
            placed = true;
        } else if (const std::optional<Instant> time = instantFromIso(value)) {
            question.at = time;
        } else {
            return Error{
                ErrorCode::InvalidInput,
                Words::tr("--at “%1” is neither LON,LAT in degrees (longitude first) nor a "
                          "time.")
                    .arg(value),
                {}};
        }
    }
    if (!placed) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("Say where it is: --at LON,LAT (longitude first)."),
                     {}};
    }
    const std::optional<CaseKind> kind = caseKindFromId(arguments.value("kind"));
    if (!kind) {
        return Error{ErrorCode::InvalidInput, Words::tr("--kind must be matter or component."), {}};
    }
    question.key.kind = *kind;
    question.key.code = arguments.value("class");
    return question;
}

/** InvalidInput for a class that the catalogue does not have. */
Result<void> checkClass(Store &store, const ClassKey &key)
{
    const Result<std::optional<CatalogueEntry>> entry = store.catalogueEntry(key);
    if (!entry) {
        return entry.error();
    }
    if (!key.code.isEmpty() && !entry.value()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("There is no class %1 (%2) in the catalogue %3.")
                         .arg(key.code, toId(key.kind), key.scheme),
                     {}};
    }
    return {};
}

/** Refused for a place outside of the user's part of the district. */
Result<void> maySee(const ResponsibleHere &here, const User &user)
{
    if (here.grid.isEmpty() || user.division.isEmpty() || here.street.startsWith(user.division) ||
        here.community.startsWith(user.division)) {
        return {};
    }
    return Error{ErrorCode::Refused,
                 Words::tr("%1 sees who is responsible in %2 only.").arg(user.name, user.division),
                 {}};
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

void printHere(const ResponsibleHere &here)
{
    printText(
        QStringList{here.grid, here.gridName, here.communityName, here.streetName}.join(u"  "_s));
    for (const PersonProposal &one : here.staff) {
        printText(u"%1  %2  %3  %4"_s.arg(
            one.person.id, one.person.name, one.role, reasonsText(one.reasons)));
    }
    for (const UnitProposal &one : here.units) {
        printText(u"%1  %2  %3"_s.arg(one.unit.code, one.unit.name, one.reason));
    }
}

void printHereJson(const ResponsibleHere &here, const Question &question, const Store &store)
{
    QJsonArray staff;
    for (const PersonProposal &one : here.staff) {
        staff.append(toJson(one));
    }
    QJsonArray units;
    for (const UnitProposal &one : here.units) {
        units.append(toJson(one));
    }
    printJson(QJsonDocument(QJsonObject{{u"lon"_s, question.place.longitude},
                                        {u"lat"_s, question.place.latitude},
                                        {u"class"_s, textOrNull(question.key.code)},
                                        {u"grid"_s, textOrNull(here.grid)},
                                        {u"grid_name"_s, textOrNull(here.gridName)},
                                        {u"community"_s, textOrNull(here.community)},
                                        {u"community_name"_s, textOrNull(here.communityName)},
                                        {u"street"_s, textOrNull(here.street)},
                                        {u"street_name"_s, textOrNull(here.streetName)},
                                        {u"on_duty"_s, here.onDuty()},
                                        {u"staff"_s, staff},
                                        {u"units"_s, units},
                                        {u"simulated"_s, store.info().isSimulated()}}));
}

ExitStatus answer(const CommandArguments &arguments)
{
    Result<Question> asked = questionFrom(arguments);
    if (!asked) {
        return failWith(asked.error());
    }
    Question question = std::move(asked).value();
    Result<std::unique_ptr<Store>> opened = openStore(arguments.at(0));
    if (!opened) {
        return failWith(opened.error());
    }
    const std::unique_ptr<Store> store = std::move(opened).value();
    if (const Result<void> claims = checkClaims(*store, question.at.has_value()); !claims) {
        return failWith(claims.error());
    }
    const FixedClock clock(question.at.value_or(SystemClock().now()));
    CaseDesk desk(*store, clock, u"cli"_s);
    const Result<User> user = actFor(*store, arguments, clock.now());
    if (!user) {
        return failWith(user.error());
    }
    question.key.scheme = store->info().scheme;
    if (const Result<void> known = checkClass(*store, question.key); !known) {
        return failWith(known.error());
    }
    const auto gridAt = [&desk](const GeoPoint &place) { return desk.gridAt(place); };
    const Result<ResponsibleHere> here =
        ResponsibilityDesk(*store, gridAt).at(question.place, question.key, {}, clock.now());
    if (!here) {
        return failWith(here.error());
    }
    if (const Result<void> seen = maySee(here.value(), user.value()); !seen) {
        return failWith(seen.error());
    }
    if (here.value().grid.isEmpty()) {
        say(Words::tr("%1 lies in no grid of this district: nobody is responsible there.")
                .arg(toDisplayText(question.place)));
    }
    if (arguments.has("json")) {
        printHereJson(here.value(), question, *store);
    } else if (!here.value().grid.isEmpty()) {
        printHere(here.value());
    }
    return ExitStatus::Done;
}

} // namespace

QJsonObject toJson(const UnitProposal &proposal)
{
    return {{u"unit"_s, proposal.unit.code},
            {u"name"_s, proposal.unit.name},
            {u"open"_s, proposal.openCases},
            {u"reason"_s, proposal.reason},
            {u"reasons"_s, reasonsJson(proposal.reasons)}};
}

QJsonObject toJson(const PersonProposal &proposal)
{
    return {{u"person"_s, proposal.person.id},
            {u"name"_s, proposal.person.name},
            {u"role"_s, textOrNull(proposal.role)},
            {u"open"_s, proposal.openCases},
            {u"on_duty"_s, proposal.isOnDuty()},
            {u"reasons"_s, reasonsJson(proposal.reasons)}};
}

Result<QJsonArray> assigneesOf(Store &store, const Case &subject, Instant now)
{
    QJsonArray json;
    if (isAssignable(subject)) {
        const Result<QList<PersonProposal>> people =
            ResponsibilityDesk(store).peopleFor(subject, now);
        if (!people) {
            return people.error();
        }
        for (const PersonProposal &one : people.value()) {
            json.append(toJson(one));
        }
    }
    return json;
}

ExitStatus runResponsible(const QStringList &given)
{
    const Result<CommandArguments> parsed = CommandArguments::parse(
        given,
        withActor({{"at", "LON,LAT"}, {"class", "C"}, {"kind", "K", "matter"}, {"json"}}),
        2,
        2);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    return answer(parsed.value());
}

} // namespace gridward
