// SPDX-License-Identifier: GPL-3.0-or-later
// The changing half of the staff keeper.
#include "models/domain/audit.h"
#include "models/domain/permission.h"
#include "models/service/staffkeeper.h"
#include "models/store/accessstore.h"
#include "models/store/auditstore.h"
#include "models/store/staffstore.h"
#include "models/store/storeguard.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StaffKeeper)
};

Error noSuch(const QString &message)
{
    return Error{ErrorCode::NotFound, message, {}};
}

QJsonValue dayOrNull(QDate day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

/** Writes and notes it in the audit log, together. */
Result<void> change(Store &store,
                    const StaffActor &actor,
                    const QString &subject,
                    const QJsonObject &facts,
                    const std::function<Result<void>()> &work)
{
    return store.transaction([&]() -> Result<void> {
        if (Result<void> done = work(); !done) {
            return done;
        }
        return store.audit().append(
            {actor.now, actor.user.name, actor.origin, AuditKind::Configuration, subject, facts});
    });
}

/** Whom the organisation serves; empty: the whole district. */
Result<QString> areaOf(Store &store, const QString &organisation)
{
    const Result<QList<Organisation>> all = store.organisations();
    if (!all) {
        return all.error();
    }
    const auto found = std::ranges::find(all.value(), organisation, &Organisation::code);
    if (found == all.value().end()) {
        return noSuch(Words::tr("There is no organisation “%1”.").arg(organisation));
    }
    return found->division;
}

/** Whom the employer of a person serves; empty: the whole district, or nobody's employer. */
Result<QString> areaOfPerson(Store &store, const QString &id)
{
    const Result<Person> person = knownPerson(store, id);
    if (!person) {
        return person.error();
    }
    const Result<QString> area = areaOf(store, person.value().organisation);
    return area || area.error().code != ErrorCode::NotFound ? area : Result<QString>(QString());
}

QJsonObject factsOf(const Duty &duty)
{
    return {{u"person"_s, duty.person},
            {u"role"_s, duty.role},
            {u"from"_s, dayOrNull(duty.from)},
            {u"to"_s, dayOrNull(duty.to)}};
}

bool overlap(const Duty &one, const Duty &other)
{
    return (!one.to.isValid() || other.from <= one.to) &&
           (!other.to.isValid() || one.from <= other.to);
}

/** A grid or division that there is. */
Result<void> checkArea(Store &store, const QString &area)
{
    const Result<std::optional<UnitGrid>> grid = store.grid(area);
    const Result<std::optional<Division>> division = store.division(area);
    if (!grid || !division) {
        return grid ? division.error() : grid.error();
    }
    return grid.value() || division.value()
               ? Result<void>()
               : Result<void>(
                     noSuch(Words::tr("“%1” is no code of a grid or division of the district.")
                                .arg(area)));
}

/** The first one that failed. */
Result<void> allOf(std::initializer_list<std::function<Result<void>()>> steps)
{
    for (const auto &step : steps) {
        if (Result<void> done = step(); !done) {
            return done;
        }
    }
    return {};
}

} // namespace

Result<void>
mayAt(Store &store, const User &user, Thing thing, const QString &action, const QString &area)
{
    if (user.name.isEmpty() && !store.acting()) {
        return {}; // the program itself
    }
    const Result<std::shared_ptr<const AccessRules>> rules = store.access().rules();
    const Result<std::optional<UnitGrid>> grid = store.grid(area);
    if (!rules || !grid) {
        return rules ? grid.error() : rules.error();
    }
    Spot spot;
    spot.community = area; // a division of whatever level: its ancestors are looked up
    if (grid.value()) {
        spot = {grid.value()->street, grid.value()->community, area, {}, {}};
    }
    const std::optional<Denied> denied = rules.value()->denied(user, thing, action, spot);
    return denied ? Result<void>(deniedError(user, *denied)) : Result<void>();
}

Result<void> assignDuty(Store &store, const StaffActor &actor, const Duty &duty)
{
    const auto check = [&]() -> Result<void> {
        if (const Result<Person> person = knownPerson(store, duty.person); !person) {
            return person.error();
        }
        const Result<QList<Duty>> held = store.staff().dutiesOf(duty.person);
        if (!held) {
            return held.error();
        }
        const bool isTwice = std::ranges::any_of(held.value(), [&](const Duty &other) {
            return other.role == duty.role && other.area == duty.area && overlap(other, duty);
        });
        return isTwice ? Result<void>(Error{
                             ErrorCode::Conflict,
                             Words::tr("That person has this role there at that time already."),
                             {}})
                       : Result<void>();
    };
    return allOf({[&] { return checkDuty(duty); },
                  [&] { return mayAt(store, actor.user, Thing::Staff, u"change"_s, duty.area); },
                  [&] { return checkArea(store, duty.area); },
                  check,
                  [&] {
                      return change(store, actor, u"duty "_s + duty.area, factsOf(duty), [&] {
                          return store.write(QList<Duty>{duty});
                      });
                  }});
}

Result<void> endDuty(Store &store, const StaffActor &actor, const Duty &duty, QDate last)
{
    Duty ended = duty;
    ended.to = last;
    const auto check = [&]() -> Result<void> {
        const Result<QList<Duty>> held = store.staff().dutiesOf(duty.person);
        if (!held) {
            return held.error();
        }
        const bool isThere = std::ranges::any_of(held.value(), [&](const Duty &other) {
            return other.role == duty.role && other.area == duty.area && other.from == duty.from;
        });
        return isThere ? Result<void>()
                       : Result<void>(noSuch(Words::tr("There is no such duty any more.")));
    };
    return allOf({[&] { return checkDuty(ended); },
                  [&] { return mayAt(store, actor.user, Thing::Staff, u"change"_s, duty.area); },
                  check,
                  [&] {
                      return change(store, actor, u"duty "_s + duty.area, factsOf(ended), [&] {
                          return store.write(QList<Duty>{ended});
                      });
                  }});
}

Result<void> enterLeave(Store &store, const StaffActor &actor, const Leave &leave)
{
    const Result<QString> area = areaOfPerson(store, leave.person);
    if (!area) {
        return area.error();
    }
    const auto check = [&]() -> Result<void> {
        QList<Leave> others;
        for (const QString &id : {leave.person, leave.deputy}) {
            if (id.isEmpty()) {
                continue;
            }
            if (const Result<Person> person = knownPerson(store, id); !person) {
                return person.error();
            }
            const Result<QList<Leave>> known = store.staff().leavesOf(id);
            if (!known) {
                return known.error();
            }
            others += known.value();
        }
        return checkLeave(leave, others);
    };
    return allOf({[&] { return mayAt(store, actor.user, Thing::Staff, u"change"_s, area.value()); },
                  check,
                  [&] {
                      return change(store,
                                    actor,
                                    u"leave "_s + leave.person,
                                    {{u"kind"_s, toId(leave.kind)},
                                     {u"from"_s, dayOrNull(leave.from)},
                                     {u"to"_s, dayOrNull(leave.to)},
                                     {u"deputy"_s, leave.deputy}},
                                    [&] { return store.staff().write(QList<Leave>{leave}); });
                  }});
}

Result<void> enterShift(Store &store, const StaffActor &actor, const Shift &shift)
{
    return allOf({[&] { return checkShift(shift); },
                  [&] { return mayAt(store, actor.user, Thing::Roster, u"change"_s, shift.area); },
                  [&] { return checkArea(store, shift.area); },
                  [&]() -> Result<void> {
                      const Result<Person> person = knownPerson(store, shift.person);
                      return person ? Result<void>() : Result<void>(person.error());
                  },
                  [&] {
                      return change(store,
                                    actor,
                                    u"shift %1 %2"_s.arg(shift.post, shift.area),
                                    {{u"person"_s, shift.person},
                                     {u"from"_s, toIsoText(shift.from)},
                                     {u"to"_s, toIsoText(shift.to)}},
                                    [&] { return store.write(QList<Shift>{shift}); });
                  }});
}

namespace {

Result<void> writeHandover(Store &store, const StaffActor &actor, const Handover &handover)
{
    return change(store,
                  actor,
                  u"hand-over %1 %2"_s.arg(handover.post, handover.area),
                  {{u"from"_s, handover.fromPerson},
                   {u"to"_s, handover.toPerson},
                   {u"at"_s, toIsoText(handover.at)},
                   {u"acknowledged"_s, handover.acknowledged.has_value()}},
                  [&] { return store.staff().write(QList<Handover>{handover}); });
}

} // namespace

Result<void> enterHandover(Store &store, const StaffActor &actor, const Handover &handover)
{
    const auto mayHandOver = [&] {
        return mayAt(store, actor.user, Thing::Roster, u"hand-over"_s, handover.area);
    };
    const auto known = [&]() -> Result<void> {
        for (const QString &id : {handover.fromPerson, handover.toPerson}) {
            if (const Result<Person> person = knownPerson(store, id); !person) {
                return person.error();
            }
        }
        return {};
    };
    return allOf({[&] { return checkHandover(handover); },
                  mayHandOver,
                  known,
                  [&] { return writeHandover(store, actor, handover); }});
}

Result<void> acknowledge(Store &store, const StaffActor &actor, const Handover &handover)
{
    if (Result<void> may = mayAt(store, actor.user, Thing::Roster, u"hand-over"_s, handover.area);
        !may) {
        return may;
    }
    const Result<QList<Handover>> known =
        store.staff().handovers(handover.at, handover.at + Instant::duration(1));
    if (!known) {
        return known.error();
    }
    const auto found = std::ranges::find_if(known.value(), [&](const Handover &one) {
        return one.post == handover.post && one.area == handover.area &&
               one.fromPerson == handover.fromPerson;
    });
    if (found == known.value().end()) {
        return noSuch(Words::tr("There is no such hand-over."));
    }
    if (found->acknowledged) {
        return Error{
            ErrorCode::Conflict,
            Words::tr("%1 has acknowledged this hand-over already.").arg(found->acknowledgedBy),
            {}};
    }
    Handover taken = *found;
    taken.acknowledged = actor.now;
    taken.acknowledgedBy = actor.user.name;
    return writeHandover(store, actor, taken);
}

Result<void> enterPerson(Store &store, const StaffActor &actor, const Person &person)
{
    if (person.id.trimmed().isEmpty() || person.name.trimmed().isEmpty()) {
        return Error{ErrorCode::InvalidInput, Words::tr("Somebody needs an id and a name."), {}};
    }
    const Result<QString> area = areaOf(store, person.organisation);
    if (!area) {
        return area.error();
    }
    return allOf(
        {[&] { return mayAt(store, actor.user, Thing::Staff, u"change"_s, area.value()); },
         [&]() -> Result<void> {
             // Whoever moves somebody must be allowed to take them away, too.
             const Result<std::optional<Person>> known = store.person(person.id);
             const Result<QString> before = known && known.value() ? areaOfPerson(store, person.id)
                                                                   : Result<QString>(area.value());
             return !known    ? Result<void>(known.error())
                    : !before ? Result<void>(before.error())
                              : mayAt(store, actor.user, Thing::Staff, u"change"_s, before.value());
         },
         [&] {
             return change(store,
                           actor,
                           u"person "_s + person.id,
                           {{u"organisation"_s, person.organisation},
                            {u"skills"_s, person.skills},
                            {u"languages"_s, person.languages}},
                           [&] { return store.write(QList<Person>{person}); });
         }});
}

Result<void> enterPost(Store &store, const StaffActor &actor, const Post &post)
{
    const Result<QString> area = areaOf(store, post.organisation);
    if (!area) {
        return area.error();
    }
    if (post.code.isEmpty() || post.name.isEmpty() || post.headCount < 1) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("A post needs a code, a name and a head count of one or more."),
                     {}};
    }
    return allOf({[&] { return mayAt(store, actor.user, Thing::Staff, u"change"_s, area.value()); },
                  [&] {
                      return change(store,
                                    actor,
                                    u"post %1 %2"_s.arg(post.code, post.organisation),
                                    {{u"head_count"_s, post.headCount},
                                     {u"roles"_s, post.roles.join(u',')},
                                     {u"to"_s, dayOrNull(post.to)}},
                                    [&] { return store.staff().write(QList<Post>{post}); });
                  }});
}

Result<void> enterHolding(Store &store, const StaffActor &actor, const PostHolding &holding)
{
    const Result<QString> area = areaOf(store, holding.organisation);
    const Result<Person> person = knownPerson(store, holding.person);
    if (!area || !person) {
        return area ? person.error() : area.error();
    }
    if (!holding.from.isValid() || (holding.to.isValid() && holding.to < holding.from)) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("Say from which day on; the last day may not lie before it."),
                     {}};
    }
    return allOf({[&] { return mayAt(store, actor.user, Thing::Staff, u"change"_s, area.value()); },
                  [&] {
                      return change(
                          store,
                          actor,
                          u"post %1 %2"_s.arg(holding.post, holding.organisation),
                          {{u"person"_s, holding.person},
                           {u"from"_s, dayOrNull(holding.from)},
                           {u"to"_s, dayOrNull(holding.to)}},
                          [&] { return store.staff().write(QList<PostHolding>{holding}); });
                  }});
}

Result<void>
enterStaffingNeeds(Store &store, const StaffActor &actor, const QList<StaffingNeed> &needs)
{
    for (const StaffingNeed &need : needs) {
        if (need.role.isEmpty() || need.count < 0 ||
            (!need.level.isEmpty() && !gridLevelFromId(need.level))) {
            return Error{ErrorCode::InvalidInput,
                         Words::tr("A need names a role, a level of grids or none, and a number."),
                         {}};
        }
    }
    return allOf(
        {[&] { return mayAt(store, actor.user, Thing::Staff, u"change"_s, store.info().district); },
         [&] {
             return change(
                 store, actor, u"staffing needs"_s, {{u"roles"_s, rolesOf(needs).join(u',')}}, [&] {
                     return store.staff().write(needs);
                 });
         }});
}

Result<void>
enterCoverageNeeds(Store &store, const StaffActor &actor, const QList<CoverageNeed> &needs)
{
    for (const CoverageNeed &need : needs) {
        if (need.post.isEmpty() || need.scope.isEmpty() || need.count < 1 || need.fromMinute < 0 ||
            need.fromMinute >= 1440 || need.toMinute < 0 || need.toMinute > 1440) {
            return Error{ErrorCode::InvalidInput,
                         Words::tr("A need names a post, where it is, how many cover it and from "
                                   "when to when."),
                         {}};
        }
    }
    return allOf(
        {[&] {
             return mayAt(store, actor.user, Thing::Roster, u"change"_s, store.info().district);
         },
         [&] {
             return change(store, actor, u"coverage needs"_s, {{u"posts"_s, needs.size()}}, [&] {
                 return store.staff().write(needs);
             });
         }});
}

} // namespace gridward
