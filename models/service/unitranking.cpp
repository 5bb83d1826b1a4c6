// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/unitranking.h"

#include "models/service/ranking.h"
#include "models/service/responsibilityscene.h"
#include "models/store/store.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace gridward {

using namespace ranking;

namespace {

using Scene = ResponsibilityScene;

constexpr qsizetype kMostSeen = 50;

const QString kStreetOffice = u"subdistrict-office"_s;

/** What stands where it is and sends nobody: that one of them is near says nothing. */
bool sendsSomebody(const Resource &resource)
{
    static const QSet<QString> fixed{u"hydrant"_s, u"camera"_s, u"aed"_s, u"shelter"_s};
    return !fixed.contains(resource.kind);
}

/** What is known of the people and vehicles of a unit. */
struct Crew
{
    int onDuty = 0;
    std::optional<double> metres; ///< to the nearest of them

    void isSeenAt(double distance) { metres = std::min(metres.value_or(kUnknown), distance); }
};
using Crews = QHash<QString, Crew>; ///< by code of the unit

/** The people seen nearest to the place, and those whose turn it is; each once. */
QStringList aroundIn(const Scene &scene)
{
    QList<std::pair<double, QString>> seen;
    if (scene.place) {
        for (auto one = scene.seen.cbegin(); one != scene.seen.cend(); ++one) {
            seen.append({groundDistance(*scene.place, one->place), one.key()});
        }
    }
    const qsizetype most = std::min(kMostSeen, seen.size());
    std::ranges::partial_sort(seen, seen.begin() + most);
    QStringList people;
    for (const auto &[metres, person] : std::as_const(seen).first(most)) {
        people.append(person);
    }
    for (auto shift = scene.shiftEnds.cbegin(); shift != scene.shiftEnds.cend(); ++shift) {
        if (!people.contains(shift.key())) {
            people.append(shift.key());
        }
    }
    return people;
}

Result<Crews> readCrews(Store &store, const Scene &scene)
{
    Crews crews;
    for (const QString &id : aroundIn(scene)) {
        const Result<std::optional<Person>> person = store.person(id);
        if (!person) {
            return person.error();
        }
        if (person.value() && !person.value()->organisation.isEmpty()) {
            Crew &crew = crews[person.value()->organisation];
            ++crew.onDuty;
            if (const std::optional<double> metres = scene.metresTo(id)) {
                crew.isSeenAt(*metres);
            }
        }
    }
    if (!scene.place) {
        return crews;
    }
    const Result<QList<Resource>> resources = store.resources();
    if (!resources) {
        return resources.error();
    }
    for (const Resource &resource : resources.value()) {
        if (!resource.organisation.isEmpty() && sendsSomebody(resource)) {
            crews[resource.organisation].isSeenAt(groundDistance(*scene.place, resource.place));
        }
    }
    return crews;
}

/** What makes a unit responsible: smaller is better, from the first to the last. */
struct Fit
{
    enum Rank { Handles, Office, General, Own, Others };
    Rank rank = Others;
    qsizetype standard = 0; ///< depth of the best standard that fits
    bool unnamed = true;    ///< it names the kind, not the unit
    qsizetype depth = 0;    ///< of the area that the unit serves
    ReasonCode code = ReasonCode::District;
};

/** The best standard that names the unit or its kind: how deep, and whether the kind alone. */
std::optional<std::pair<qsizetype, bool>> bestStandard(const Scene &scene, const Organisation &unit)
{
    std::optional<std::pair<qsizetype, bool>> best;
    for (const Scene::Standard &one : scene.standards) {
        const bool named = one.unitKind == unit.code;
        if (named || (!unit.kind.isEmpty() && one.unitKind == unit.kind)) {
            const std::pair found(one.depth, !named);
            best = std::min(best.value_or(found), found);
        }
    }
    return best;
}

/** Nothing for a unit that handles nothing, or serves another part of the district. */
std::optional<Fit> fitOf(const Scene &scene, const Organisation &unit)
{
    Fit fit;
    fit.depth = scene.depthOf(unit.division);
    if (!unit.handles || fit.depth < 0) {
        return std::nullopt;
    }
    const bool own = fit.depth < scene.areas.size();
    const bool street = own && scene.areas.at(fit.depth).level == Scene::Level::Street;
    const auto byArea = [&](ReasonCode community, ReasonCode ofStreet, ReasonCode district) {
        return !own ? district : street ? ofStreet : community;
    };
    if (const auto standard = bestStandard(scene, unit)) {
        fit.rank = Fit::Handles;
        fit.standard = standard->first;
        fit.unnamed = standard->second;
        const bool here = fit.standard < scene.areas.size();
        fit.code = here && !fit.unnamed ? ReasonCode::NamedHere
                   : here               ? ReasonCode::ClassHere
                   : !fit.unnamed       ? ReasonCode::Named
                                        : byArea(ReasonCode::ClassCommunity,
                                           ReasonCode::ClassStreet,
                                           ReasonCode::ClassDistrict);
        return fit;
    }
    fit.rank = own && unit.kind == kStreetOffice ? Fit::Office
               : unit.kind.isEmpty()             ? Fit::General
               : own                             ? Fit::Own
                                                 : Fit::Others;
    fit.code = byArea(ReasonCode::Community, ReasonCode::Street, ReasonCode::District);
    return fit;
}

struct RankedUnit
{
    UnitProposal proposal;
    Fit fit;
    Crew crew;

    [[nodiscard]] auto key() const
    {
        return std::tuple(fit.rank,
                          fit.standard,
                          fit.unnamed,
                          fit.depth,
                          crew.onDuty == 0,
                          stepsOf(crew.metres),
                          proposal.openCases,
                          proposal.unit.code);
    }
};

QList<Reason> reasonsOf(const RankedUnit &one, bool nobodyHandles, bool hasClass)
{
    ReasonCode code = one.fit.code;
    if (nobodyHandles && (one.fit.rank == Fit::Office || one.fit.rank == Fit::General)) {
        code = one.fit.rank == Fit::Office ? ReasonCode::OfficeInstead : ReasonCode::GeneralInstead;
    }
    QList<Reason> reasons{responsibility(code, one.fit.rank == Fit::Handles || !hasClass)};
    if (one.crew.onDuty > 0) {
        reasons.append({ReasonCode::PeopleOnDuty, static_cast<double>(one.crew.onDuty)});
    }
    addDistance(reasons, one.crew.metres);
    return reasons;
}

} // namespace

Result<QList<UnitProposal>> rankUnits(Store &store, const Scene &scene)
{
    const Result<QList<Organisation>> units = store.organisations();
    const Result<QHash<QString, int>> load = store.cases().openByUnit();
    const Result<Crews> crews = readCrews(store, scene);
    if (!units || !load || !crews) {
        return !units ? units.error() : !load ? load.error() : crews.error();
    }
    QList<RankedUnit> ranked;
    for (const Organisation &unit : units.value()) {
        if (const std::optional<Fit> fit = fitOf(scene, unit)) {
            ranked.append({{unit, load.value().value(unit.code), {}, {}},
                           *fit,
                           crews.value().value(unit.code)});
        }
    }
    std::ranges::sort(ranked, {}, &RankedUnit::key);
    const bool nobodyHandles =
        scene.hasClass() && (ranked.isEmpty() || ranked.first().fit.rank != Fit::Handles);
    QList<UnitProposal> proposals;
    for (RankedUnit &one : ranked) {
        one.proposal.reasons = reasonsOf(one, nobodyHandles, scene.hasClass());
        proposals.append(std::move(one.proposal));
    }
    addLoad(proposals);
    for (UnitProposal &one : proposals) {
        one.reason = reasonsText(one.reasons);
    }
    return proposals;
}

} // namespace gridward
