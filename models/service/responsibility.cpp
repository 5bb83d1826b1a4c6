// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/responsibility.h"

#include "models/domain/lifecycle.h"
#include "models/domain/organisationtree.h"
#include "models/service/ranking.h"
#include "models/service/responsibilityscene.h"
#include "models/service/unitranking.h"
#include "models/store/store.h"

#include <QHash>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace gridward {

using namespace ranking;

namespace {

using Scene = ResponsibilityScene;

constexpr qsizetype kMostStaff = 20;
constexpr int kMostOfUnit = 500;

/** Among posts that weigh the same. */
int orderOf(const QString &role)
{
    static const QStringList order{u"manager"_s,
                                   u"head"_s,
                                   u"assistant"_s,
                                   u"monitor"_s,
                                   u"guide"_s,
                                   u"police"_s,
                                   u"supervisor"_s,
                                   u"fire"_s,
                                   u"judicial"_s,
                                   u"party-secretary"_s,
                                   u"duty-officer"_s,
                                   u"street"_s,
                                   u"volunteer"_s};
    const qsizetype place = order.indexOf(role);
    return static_cast<int>(place < 0 ? order.size() : place);
}

/** Somebody before they are ranked. */
struct Candidate
{
    Person person;
    QString role = {};
    std::optional<ReasonCode> post = {};
    qsizetype depth = 0; ///< of the area of the post
    int openCases = 0;
    bool isBelow = false; ///< of a unit below the one that has the case: its own come first
    QString absent = {};  ///< whose post it is, by name, when they only act for them
};

ReasonCode postOf(const Scene &scene, const QString &role, Scene::Level level)
{
    if (level == Scene::Level::Street) {
        return ReasonCode::PostInStreet;
    }
    if (scene.isForceOfClass(role)) {
        return ReasonCode::PostForClass;
    }
    if (level == Scene::Level::Community) {
        return ReasonCode::PostInCommunity;
    }
    return role == "manager"_L1 || role == "head"_L1 ? ReasonCode::PostForGrid
                                                     : ReasonCode::PostInGrid;
}

/** Of several posts of one person the one that counts most stays. */
void take(QHash<QString, Candidate> &holders, const Candidate &post)
{
    const auto known = holders.constFind(post.person.id);
    const auto weight = [](const Candidate &one) {
        return std::tuple(*one.post, one.depth, !one.absent.isEmpty(), orderOf(one.role));
    };
    if (known == holders.constEnd() || weight(post) < weight(*known)) {
        holders.insert(post.person.id, post);
    }
}

/** Who does the work of the person that day, with whose post it is; nothing if nobody does. */
Result<std::optional<Candidate>> actingFor(Store &store, const Scene &scene, const Person &person)
{
    const std::optional<QString> acting = scene.leaves.actingFor(person.id, scene.day);
    if (!acting) {
        return std::optional<Candidate>();
    }
    if (*acting == person.id) {
        return std::optional(Candidate{person});
    }
    const Result<std::optional<Person>> deputy = store.person(*acting);
    if (!deputy) {
        return deputy.error();
    }
    if (!deputy.value()) {
        return std::optional<Candidate>();
    }
    Candidate candidate{*deputy.value()};
    candidate.absent = person.name;
    return std::optional(candidate);
}

/**
 * Everybody with a post at the place that day, each with the one that counts most; instead of those
 * on leave whoever acts for them.
 */
Result<QHash<QString, Candidate>> readHolders(Store &store, const Scene &scene)
{
    QHash<QString, Candidate> holders;
    for (qsizetype depth = 0; depth < scene.areas.size(); ++depth) {
        const Scene::Area &area = scene.areas.at(depth);
        const Result<QList<Duty>> duties = store.duties(area.code, scene.day);
        const Result<QList<Person>> people = store.people(area.code, scene.day);
        if (!duties || !people) {
            return duties ? people.error() : duties.error();
        }
        for (const Duty &duty : duties.value()) {
            const auto person = std::ranges::find(people.value(), duty.person, &Person::id);
            // The people of a street's units come with their unit, not with the street.
            if (person == people.value().end() ||
                (area.level == Scene::Level::Street && duty.role == "handler"_L1)) {
                continue;
            }
            Result<std::optional<Candidate>> acting = actingFor(store, scene, *person);
            if (!acting) {
                return acting.error();
            }
            if (acting.value()) {
                Candidate post = *acting.value();
                post.role = duty.role;
                post.post = postOf(scene, duty.role, area.level);
                post.depth = depth;
                take(holders, post);
            }
        }
    }
    return holders;
}

struct RankedPerson
{
    PersonProposal proposal;
    std::tuple<int, qsizetype, bool, bool, int, double, double, int, int, QString> key;
};

RankedPerson rank(const Scene &scene, const Candidate &candidate, bool forPlace)
{
    const QStringList skills = scene.skillsOf(candidate.person);
    const std::optional<double> metres = scene.metresTo(candidate.person.id);
    const std::optional<Reason> duty = scene.dutyOf(candidate.person.id);
    const auto fewer = -static_cast<double>(skills.size());
    const double steps = stepsOf(metres);
    const bool idle = !duty || !duty->good;
    // Nobody's post comes behind all posts.
    const int post = static_cast<int>(candidate.post.value_or(ReasonCode::OnShift));
    RankedPerson ranked{{candidate.person, candidate.role, candidate.openCases, {}}, {}};
    // For a place the post counts before everything; among a unit's people it is duty that does.
    ranked.key = {forPlace ? post : 0,
                  forPlace ? candidate.depth : 0,
                  candidate.isBelow,
                  idle,
                  forPlace ? 0 : post,
                  forPlace ? steps : fewer,
                  forPlace ? fewer : steps,
                  candidate.openCases,
                  orderOf(candidate.role),
                  candidate.person.id};
    QList<Reason> &reasons = ranked.proposal.reasons;
    if (candidate.post) {
        reasons.append(responsibility(*candidate.post, *candidate.post <= ReasonCode::PostInGrid));
    }
    if (!candidate.absent.isEmpty()) {
        reasons.append({ReasonCode::Deputy, 0.0, true, {}, candidate.absent});
    }
    if (duty) {
        reasons.append(*duty);
    }
    addDistance(reasons, metres);
    if (!skills.isEmpty()) {
        reasons.append({ReasonCode::Skills, static_cast<double>(skills.size()), true, skills});
    }
    return ranked;
}

Result<QList<PersonProposal>> rankPeople(Store &store,
                                         const Scene &scene,
                                         const QList<Candidate> &candidates,
                                         bool forPlace,
                                         qsizetype most)
{
    QStringList ids;
    for (const Candidate &one : candidates) {
        ids.append(one.person.id);
    }
    const Result<QHash<QString, int>> load = store.cases().openByPerson(ids);
    if (!load) {
        return load.error();
    }
    QList<RankedPerson> ranked;
    for (Candidate one : candidates) {
        one.openCases = load.value().value(one.person.id);
        ranked.append(rank(scene, one, forPlace));
    }
    std::ranges::sort(ranked, {}, &RankedPerson::key);
    QList<PersonProposal> proposals;
    for (const RankedPerson &one : std::as_const(ranked).first(std::min(most, ranked.size()))) {
        proposals.append(one.proposal);
    }
    addLoad(proposals);
    return proposals;
}

/** The people of a unit and then of those below it, so many at the most. */
Result<QList<Person>> peopleBelow(Store &store, const QString &unit)
{
    const Result<QList<Organisation>> all = store.organisations();
    if (!all) {
        return all.error();
    }
    QStringList codes{unit}; // also one that stands in no table
    for (const Organisation &one : withThoseBelow(all.value(), unit)) {
        if (one.code != unit) {
            codes.append(one.code);
        }
    }
    QList<Person> people;
    for (const QString &code : std::as_const(codes)) {
        const int left = kMostOfUnit - static_cast<int>(people.size());
        if (left <= 0) {
            break;
        }
        const Result<QList<Person>> some = store.peopleOf(code, left);
        if (!some) {
            return some.error();
        }
        people += some.value();
    }
    return people;
}

QString nameOf(const Scene &scene, const QString &code)
{
    const auto area = std::ranges::find(scene.areas, code, &Scene::Area::code);
    return area == scene.areas.end() ? QString() : area->name;
}

} // namespace

bool isAssignable(const Case &subject)
{
    return !subject.unit.isEmpty() && transition(subject.state, CaseAction::Assign).has_value();
}

bool PersonProposal::isOnDuty() const
{
    return std::ranges::any_of(
        reasons, [](const Reason &one) { return one.kind() == ReasonKind::OnDuty && one.good; });
}

int ResponsibleHere::onDuty() const
{
    return static_cast<int>(std::ranges::count_if(staff, &PersonProposal::isOnDuty));
}

ResponsibilityDesk::ResponsibilityDesk(Store &store, GridFinder gridAt)
    : mStore(store)
    , mGridAt(std::move(gridAt))
{
}

Result<ResponsibleHere> ResponsibilityDesk::at(const GeoPoint &place,
                                               const ClassKey &key,
                                               const QString &standard,
                                               Instant now)
{
    const Result<QString> code = mGridAt ? mGridAt(place) : Result<QString>(QString());
    if (!code) {
        return code.error();
    }
    const Result<std::optional<UnitGrid>> grid = mStore.grid(code.value());
    if (!grid) {
        return grid.error();
    }
    if (!grid.value()) {
        return ResponsibleHere(); // outside, where nobody is
    }
    Case subject;
    subject.classKey = key;
    subject.standard = standard;
    subject.place = place;
    subject.grid = grid.value()->code;
    subject.community = grid.value()->community;
    subject.street = grid.value()->street;
    const Result<Scene> scene = Scene::read(mStore, subject, now);
    if (!scene) {
        return scene.error();
    }
    const Result<QHash<QString, Candidate>> holders = readHolders(mStore, scene.value());
    Result<QList<UnitProposal>> units = rankUnits(mStore, scene.value());
    if (!holders || !units) {
        return holders ? units.error() : holders.error();
    }
    Result<QList<PersonProposal>> staff =
        rankPeople(mStore, scene.value(), holders.value().values(), true, kMostStaff);
    if (!staff) {
        return staff.error();
    }
    return ResponsibleHere{subject.grid,
                           grid.value()->name,
                           subject.community,
                           nameOf(scene.value(), subject.community),
                           subject.street,
                           nameOf(scene.value(), subject.street),
                           std::move(staff).value(),
                           std::move(units).value()};
}

Result<QList<UnitProposal>> ResponsibilityDesk::unitsFor(const Case &subject, Instant now)
{
    const Result<Scene> scene = Scene::read(mStore, subject, now);
    return scene ? rankUnits(mStore, scene.value()) : Result<QList<UnitProposal>>(scene.error());
}

Result<QList<PersonProposal>> ResponsibilityDesk::peopleFor(const Case &subject, Instant now)
{
    if (subject.unit.isEmpty()) {
        return QList<PersonProposal>();
    }
    const Result<Scene> scene = Scene::read(mStore, subject, now);
    const Result<QList<Person>> people = peopleBelow(mStore, subject.unit);
    if (!scene || !people) {
        return scene ? people.error() : scene.error();
    }
    const Result<QHash<QString, Candidate>> holders = readHolders(mStore, scene.value());
    if (!holders) {
        return holders.error();
    }
    QList<Candidate> candidates;
    for (const Person &person : people.value()) {
        if (!scene.value().leaves.isAway(person.id, scene.value().day)) {
            Candidate one = holders.value().value(person.id, Candidate{person});
            one.isBelow = person.organisation != subject.unit;
            candidates.append(one);
        }
    }
    return rankPeople(mStore, scene.value(), candidates, false, kMostOfUnit);
}

} // namespace gridward
