// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/storedplace.h"
#include "models/service/simulation/demodistrict.h"
#include "models/service/simulation/demogeometry.h"
#include "models/service/simulation/localtime.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kComponents = 20'000;
constexpr int kAddresses = 5'000;
constexpr int kTries = 60;
constexpr double kNumberEvery = 12.0; ///< metres of a road from one house number to the next
constexpr double kBesideRoad = 2.0;   ///< metres from the edge of the carriageway

/** Whole numbers with this sum, in proportion to the weights (largest remainders). */
std::vector<int> apportion(const std::vector<double> &weights, int sum)
{
    double total = 0.0;
    for (const double weight : weights) {
        total += weight;
    }
    std::vector<int> counts;
    std::vector<std::pair<double, std::size_t>> rest;
    int given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double share = total > 0.0 ? weights[i] * sum / total : 0.0;
        counts.push_back(static_cast<int>(share));
        given += counts.back();
        rest.emplace_back(std::floor(share) - share, i);
    }
    std::ranges::sort(rest);
    for (std::size_t i = 0; i < rest.size() && given < sum; ++i, ++given) {
        ++counts[rest[i].second];
    }
    return counts;
}

/** Puts things into the district: along its roads, in its blocks and parks, in its communities. */
class PlaceMaker
{
public:
    PlaceMaker(const SimulationData &data, DemoDistrict &district);
    void addAddresses();
    void addComponents();
    void addKeyPlaces();
    void addResources();

private:
    struct Spot
    {
        GeoPoint place;
        int grid = -1;
    };
    [[nodiscard]] Spot spotAt(const GeoPoint &point) const;
    [[nodiscard]] Spot beside(const RoadLine &road, double metres, RandomStream &random) const;
    [[nodiscard]] std::vector<Spot> along(int count, RandomStream &random) const;
    [[nodiscard]] Spot inArea(bool parks, RandomStream &random) const;
    [[nodiscard]] Spot inGrid(int grid, RandomStream &random) const;
    [[nodiscard]] Spot inCommunity(const QString &community, RandomStream &random) const;
    void addClass(const ComponentShare &share, int count);
    [[nodiscard]] QByteArray areaAround(const Spot &spot, RandomStream &random) const;
    [[nodiscard]] QList<const Division *> shuffledCommunities(RandomStream &random) const;
    [[nodiscard]] static QString areaName(const Division &community);

    const SimulationData &mData;
    DemoDistrict &mDistrict;
    std::vector<double> mRoadEnds; ///< weighted length of all roads up to the end of each
    std::vector<std::size_t> mBlocks;
    std::vector<std::size_t> mParks;
    AliasTable mBlockTable;
    AliasTable mParkTable;
};

PlaceMaker::PlaceMaker(const SimulationData &data, DemoDistrict &district)
    : mData(data)
    , mDistrict(district)
{
    double end = 0.0;
    for (const RoadLine &road : data.roads) {
        const double density = road.roadClass == "hutong"_L1 ? 0.5 : 1.0;
        end += lineLength(road.line) * density;
        mRoadEnds.push_back(end);
    }
    std::vector<double> blockSizes;
    std::vector<double> parkSizes;
    for (std::size_t i = 0; i < data.areas.size(); ++i) {
        const AreaOutline &area = data.areas[i];
        if (area.kind == "block"_L1) {
            mBlocks.push_back(i);
            blockSizes.push_back(ringArea(area.ring));
        } else if (area.kind == "park"_L1) {
            mParks.push_back(i);
            parkSizes.push_back(ringArea(area.ring));
        }
    }
    mBlockTable = AliasTable(blockSizes);
    mParkTable = AliasTable(parkSizes);
}

PlaceMaker::Spot PlaceMaker::spotAt(const GeoPoint &point) const
{
    const GeoPoint place = asStored(point);
    return {place, mDistrict.gridAt(place)};
}

PlaceMaker::Spot PlaceMaker::beside(const RoadLine &road, double metres, RandomStream &random) const
{
    const double side = road.width / 2.0 + kBesideRoad * random.uniform(0.5, 1.5);
    return spotAt(pointAlong(road.line, metres, random.chance(0.5) ? side : -side));
}

std::vector<PlaceMaker::Spot> PlaceMaker::along(int count, RandomStream &random) const
{
    std::vector<Spot> spots;
    const double total = mRoadEnds.back();
    const double step = total / std::max(count, 1);
    double next = random.uniform(0.0, step);
    for (int i = 0; i < count; ++i, next += step) { // evenly, as lamps stand, but not to the metre
        double wanted = std::clamp(next + random.uniform(-0.25, 0.25) * step, 0.0, total);
        Spot spot;
        for (int attempt = 0; attempt < kTries && spot.grid < 0; ++attempt) {
            const auto road = static_cast<std::size_t>(
                std::min(std::ranges::lower_bound(mRoadEnds, wanted), mRoadEnds.end() - 1) -
                mRoadEnds.begin());
            const double begin = road == 0 ? 0.0 : mRoadEnds[road - 1];
            const double weighted = mRoadEnds[road] - begin;
            const double part = weighted > 0.0 ? (wanted - begin) / weighted : 0.0;
            const RoadLine &line = mData.roads[road];
            spot = beside(line, part * lineLength(line.line), random);
            wanted = random.uniform(0.0, total); // beyond the district's border: anywhere else
        }
        if (spot.grid >= 0) {
            spots.push_back(spot);
        }
    }
    return spots;
}

PlaceMaker::Spot PlaceMaker::inArea(bool parks, RandomStream &random) const
{
    const bool usesParks = parks && !mParks.empty();
    for (int attempt = 0; attempt < kTries; ++attempt) {
        const std::size_t area =
            usesParks ? mParks[mParkTable.pick(random)] : mBlocks[mBlockTable.pick(random)];
        if (const auto point = randomInside(mData.areas[area].ring, random)) {
            if (const Spot spot = spotAt(*point); spot.grid >= 0) {
                return spot;
            }
        }
    }
    return inGrid(static_cast<int>(random.pickOf(mDistrict.grids.size())), random);
}

PlaceMaker::Spot PlaceMaker::inGrid(int grid, RandomStream &random) const
{
    for (int attempt = 0; attempt < kTries; ++attempt) {
        const auto point =
            randomInside(mDistrict.gridRings[static_cast<std::size_t>(grid)], random);
        if (point) {
            if (const Spot spot = spotAt(*point); spot.grid == grid) {
                return spot;
            }
        }
    }
    return spotAt(mDistrict.gridRings[static_cast<std::size_t>(grid)].front());
}

PlaceMaker::Spot PlaceMaker::inCommunity(const QString &community, RandomStream &random) const
{
    const QList<int> grids = mDistrict.gridsOf(community);
    const int grid = grids.isEmpty() ? 0 : grids.at(random.pickOf(grids.size()));
    return inGrid(grid, random);
}

void PlaceMaker::addAddresses()
{
    RandomStream random(mDistrict.seed, u"addresses");
    std::map<QString, double> lengths; // of the roads of one name up to now
    QList<Address> all;
    for (const RoadLine &road : mData.roads) {
        if (road.name.isEmpty() || road.roadClass == "expressway"_L1) {
            continue;
        }
        double &begin = lengths[road.name];
        const double length = lineLength(road.line);
        const int first = static_cast<int>(std::ceil(begin / kNumberEvery));
        const int last = static_cast<int>(std::floor((begin + length) / kNumberEvery));
        for (int place = std::max(first, 1); place <= last; ++place) {
            for (const int side : {-1, 1}) { // odd numbers on the left, even ones on the right
                const double off = side * (road.width / 2.0 + random.uniform(3.0, 9.0));
                const double metres = place * kNumberEvery - begin + random.uniform(-3.0, 3.0);
                const Spot spot = spotAt(pointAlong(road.line, metres, off));
                const int number = 2 * place - (side < 0 ? 1 : 0);
                if (spot.grid >= 0) {
                    all.append({QString(),
                                QString(),
                                road.name,
                                QString::number(number),
                                mDistrict.grids.at(spot.grid).code,
                                spot.place});
                }
            }
        }
        begin += length;
    }
    const double keep =
        std::min(1.0, static_cast<double>(kAddresses) / static_cast<double>(all.size()));
    QSet<QString> known;
    double due = random.uniform();
    for (Address &address : all) { // every so many, so that all roads keep some
        due += keep;
        if (due < 1.0) {
            continue;
        }
        const QString spoken = mDistrict.name + address.road + address.number + u'号';
        if (known.contains(spoken)) {
            continue;
        }
        due -= 1.0;
        known.insert(spoken);
        address.text = spoken;
        address.id =
            u"%1A%2"_s.arg(mDistrict.code).arg(mDistrict.addresses.size() + 1, 6, 10, QChar(u'0'));
        mDistrict.addresses.append(address);
    }
}

void PlaceMaker::addComponents()
{
    std::vector<double> weights;
    for (const ComponentShare &share : mData.components) {
        weights.push_back(share.weight);
    }
    const std::vector<int> counts = apportion(weights, kComponents);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        addClass(mData.components.at(static_cast<qsizetype>(i)), counts[i]);
    }
}

void PlaceMaker::addClass(const ComponentShare &share, int count)
{
    RandomStream random(mDistrict.seed, u"components", share.code.toInt());
    const ClassKey key{defaultScheme(), CaseKind::Component, share.code};
    const auto entry = std::ranges::find(mDistrict.catalogue, key, &CatalogueEntry::key);
    const auto standard = std::ranges::find(mDistrict.standards, key, &FilingStandard::key);
    const QString name = entry != mDistrict.catalogue.end() ? entry->name : share.code;
    const bool ruled = standard != mDistrict.standards.end();
    std::vector<Spot> spots;
    if (share.spacing == ComponentSpacing::Along) {
        spots = along(count, random);
    } else {
        for (int i = 0; i < count; ++i) {
            spots.push_back(inArea(share.spacing == ComponentSpacing::Area, random));
        }
    }
    const QDate today = localDate(mDistrict.at);
    static const QStringList kSources{
        u"field survey"_s, u"topographic map"_s, u"base data"_s, u"other"_s};
    const AliasTable sources({0.7, 0.12, 0.15, 0.03});
    static const QStringList kStates{
        u"intact"_s, u"damaged"_s, u"lost"_s, u"abandoned"_s, u"removed"_s};
    const AliasTable states({0.965, 0.02, 0.006, 0.004, 0.005});
    int sequence = 0;
    for (const Spot &spot : spots) {
        const UnitGrid &grid = mDistrict.grids.at(spot.grid);
        Component component;
        component.code = mDistrict.code + share.code + u"%1"_s.arg(++sequence, 6, 10, QChar(u'0'));
        component.scheme = defaultScheme();
        component.classCode = share.code;
        component.name = name;
        if (ruled) {
            component.supervisor = mDistrict.unitFor(standard->supervisor, grid.street);
            component.maintainer = mDistrict.unitFor(standard->unitKind, grid.street);
            component.owner = random.chance(0.75) ? component.supervisor : component.maintainer;
        }
        component.grid = grid.code;
        component.state = kStates.at(static_cast<qsizetype>(states.pick(random)));
        component.surveyed = today.addDays(-30 - random.pickOf(700));
        component.changed = component.state == "intact"_L1 ? component.surveyed
                                                           : today.addDays(-1 - random.pickOf(30));
        component.source = kSources.at(static_cast<qsizetype>(sources.pick(random)));
        component.place = spot.place;
        mDistrict.components.append(component);
    }
}

QList<const Division *> PlaceMaker::shuffledCommunities(RandomStream &random) const
{
    QList<const Division *> communities;
    for (const Division &division : std::as_const(mDistrict.divisions)) {
        if (division.level == "community"_L1) {
            communities.append(&division);
        }
    }
    for (qsizetype i = communities.size() - 1; i > 0; --i) {
        communities.swapItemsAt(i, random.pickOf(i + 1));
    }
    return communities;
}

QString PlaceMaker::areaName(const Division &community)
{
    return community.name.endsWith(u"社区"_s) ? community.name.chopped(2) : community.name;
}

QByteArray PlaceMaker::areaAround(const Spot &spot, RandomStream &random) const
{
    const auto &outline = mDistrict.gridRings[static_cast<std::size_t>(spot.grid)];
    constexpr int kCorners = 6;
    double radius = random.uniform(25.0, 60.0);
    for (int attempt = 0; attempt < 8; ++attempt, radius *= 0.7) {
        const double turn = random.uniform(0.0, std::numbers::pi);
        std::vector<GeoPoint> ring;
        for (int corner = 0; corner < kCorners; ++corner) {
            const double angle = turn + 2.0 * std::numbers::pi * corner / kCorners;
            const double reach = radius * random.uniform(0.75, 1.0);
            ring.push_back(
                asStored(moved(spot.place, {reach * std::cos(angle), reach * std::sin(angle)})));
        }
        if (liesInside(ring, outline)) {
            return polygonBytes(ring);
        }
    }
    return {};
}

void PlaceMaker::addKeyPlaces()
{
    RandomStream random(mDistrict.seed, u"key places");
    const QDate today = localDate(mDistrict.at);
    for (const PlaceTemplate &kind : mData.places) {
        const QList<const Division *> communities = shuffledCommunities(random);
        for (int i = 0; i < kind.count && !communities.isEmpty(); ++i) {
            const Division &community = *communities.at(i % communities.size());
            KeyPlace place;
            place.isArea = kind.isArea;
            Spot spot = inCommunity(community.code, random);
            place.shape = kind.isArea ? areaAround(spot, random) : pointBytes(spot.place);
            for (int attempt = 0; attempt < kTries && place.shape.isEmpty(); ++attempt) {
                spot = inCommunity(community.code, random);
                place.shape = areaAround(spot, random);
            }
            if (place.shape.isEmpty()) {
                place.shape = pointBytes(spot.place);
                place.isArea = false;
            }
            place.id = u"%1K%2"_s.arg(mDistrict.code)
                           .arg(mDistrict.keyPlaces.size() + 1, 4, 10, QChar(u'0'));
            place.kind = kind.kind;
            place.name = QString(kind.name).replace("{area}"_L1, areaName(community));
            place.grid = mDistrict.grids.at(spot.grid).code;
            place.risk = kind.risk;
            // One in ten has not been checked in time.
            const int since = static_cast<int>(random.pickOf(kind.checkInterval)) +
                              (random.chance(0.1) ? kind.checkInterval : 0);
            place.lastCheck = today.addDays(-since);
            place.nextCheck = place.lastCheck.addDays(kind.checkInterval);
            if (kind.isArea) {
                place.patrolRule = kind.checkInterval <= 3   ? u"daily"_s
                                   : kind.checkInterval <= 7 ? u"weekly"_s
                                                             : u"monthly"_s;
            }
            mDistrict.keyPlaces.append(place);
        }
    }
}

/** Which kind of unit owns a kind of resource, and how much of what it holds at the least and most.
 */
struct ResourceRule
{
    const char16_t *kind;
    const char16_t *unitKind;
    int least;
    int most;
};
constexpr std::array kResourceRules{
    ResourceRule{u"team", u"subdistrict-office", 8, 30},
    ResourceRule{u"patrol-car", u"enforcement", 4, 5},
    ResourceRule{u"sprinkler", u"sanitation", 1, 1},
    ResourceRule{u"sweeper", u"sanitation", 1, 1},
    ResourceRule{u"bucket-truck", u"lighting", 1, 1},
    ResourceRule{u"pump", u"drainage", 1, 1},
    ResourceRule{u"material-store", u"emergency", 200, 2000},
    ResourceRule{u"hydrant", u"water", 1, 1},
    ResourceRule{u"shelter", u"subdistrict-office", 300, 5000},
    ResourceRule{u"camera", u"public-security", 1, 1},
    ResourceRule{u"aed", u"health", 1, 1},
    ResourceRule{u"police-post", u"public-security", 4, 10},
    ResourceRule{u"fire-mini-station", u"fire", 3, 8},
};

void PlaceMaker::addResources()
{
    RandomStream random(mDistrict.seed, u"resources");
    for (const ResourceTemplate &kind : mData.resources) {
        const QList<const Division *> communities = shuffledCommunities(random);
        for (int i = 0; i < kind.count && !communities.isEmpty(); ++i) {
            const Division &community = *communities.at(i % communities.size());
            const Spot spot = inCommunity(community.code, random);
            const UnitGrid &grid = mDistrict.grids.at(spot.grid);
            Resource resource;
            resource.id = u"%1R%2"_s.arg(mDistrict.code)
                              .arg(mDistrict.resources.size() + 1, 4, 10, QChar(u'0'));
            resource.kind = kind.kind;
            resource.name = QString(kind.name)
                                .replace("{area}"_L1, areaName(community))
                                .replace("{n}"_L1, QString::number(i + 1));
            resource.grid = grid.code;
            resource.place = spot.place;
            resource.capacity = 1;
            for (const ResourceRule &rule : kResourceRules) {
                if (kind.kind == QStringView(rule.kind)) {
                    resource.organisation =
                        mDistrict.unitFor(QString::fromUtf16(rule.unitKind), grid.street);
                    resource.capacity =
                        rule.least + static_cast<int>(random.pickOf(rule.most - rule.least + 1));
                }
            }
            mDistrict.resources.append(resource);
        }
    }
}

} // namespace

void addDemoPlaces(const SimulationData &data, DemoDistrict &district)
{
    PlaceMaker maker(data, district);
    maker.addAddresses();
    maker.addComponents();
    maker.addKeyPlaces();
    maker.addResources();
}

} // namespace gridward
