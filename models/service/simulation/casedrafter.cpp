// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/casedrafter.h"

#include "models/domain/caseevent.h"
#include "models/domain/storedplace.h"
#include "models/service/simulation/demogeometry.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kAtTheDoor = 0.45;   ///< share of cases exactly at an address
constexpr double kScatter = 18.0;     ///< metres, median, of the others
constexpr double kRepeatReach = 40.0; ///< metres
constexpr int kAnchorsOfEmptyGrid = 3;
constexpr int kTries = 12;

/** Settings of matters: everywhere, at shops, at homes, on the road. */
enum Setting { Everywhere, Shops, Homes, Roads };

constexpr std::array kShopClasses{u"06002",
                                  u"06019",
                                  u"06027",
                                  u"06029",
                                  u"06030",
                                  u"06043",
                                  u"07002",
                                  u"07003",
                                  u"07006",
                                  u"09001",
                                  u"09004",
                                  u"09005",
                                  u"09006",
                                  u"09015",
                                  u"09020",
                                  u"09021",
                                  u"09022"};
constexpr std::array kHomeClasses{u"06001",
                                  u"06005",
                                  u"06007",
                                  u"06009",
                                  u"06010",
                                  u"06011",
                                  u"06017",
                                  u"06020",
                                  u"06021",
                                  u"06034",
                                  u"06035",
                                  u"06036",
                                  u"06038",
                                  u"06040",
                                  u"06041",
                                  u"06042",
                                  u"09012"};
constexpr std::array kRoadClasses{u"06003",
                                  u"06012",
                                  u"06013",
                                  u"06014",
                                  u"06016",
                                  u"06049",
                                  u"06050",
                                  u"06051",
                                  u"06052",
                                  u"08011",
                                  u"08012",
                                  u"09009",
                                  u"09010",
                                  u"09011",
                                  u"09019",
                                  u"10001",
                                  u"10002"};

/** How much a setting is found in a type of grid: residential, business, enterprise, crowded. */
constexpr std::array<std::array<double, 4>, 4> kSettingOfType{
    {{1.0, 1.2, 0.7, 1.3}, {0.5, 2.2, 0.4, 1.8}, {1.2, 0.4, 0.3, 0.6}, {0.8, 1.2, 1.0, 1.3}}};
/** Daily, general, key and comprehensive grids. */
constexpr std::array kWeightOfLevel{0.9, 1.2, 1.8, 2.4};

int settingOf(const QString &code)
{
    const auto has = [&](const auto &list) {
        return std::ranges::any_of(
            list, [&](const char16_t *entry) { return code == QStringView(entry); });
    };
    return has(kShopClasses)   ? Shops
           : has(kHomeClasses) ? Homes
           : has(kRoadClasses) ? Roads
                               : Everywhere;
}

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

CaseDrafter::CaseDrafter(const SimulationData &data, const DemoDistrict &district)
    : mDistrict(district)
    , mDetails(data.details)
{
    addStandards(data);
    addClasses(data);
    setLevels(data);
    RandomStream random(district.seed, u"grid weights");
    for (const UnitGrid &grid : district.grids) {
        const double people = std::sqrt(grid.residents + 400.0);
        mGridWeights.push_back(people * kWeightOfLevel[static_cast<std::size_t>(grid.level)] *
                               random.logNormal(1.0, 0.55));
    }
    addAnchors();
    weighAnchors();
    addComponents();
}

void CaseDrafter::addStandards(const SimulationData &data)
{
    for (const FilingStandard &standard : data.standards) {
        if (standard.key.scheme == defaultScheme() && standard.key.kind == CaseKind::Matter) {
            mStandards.push_back(standard);
            mLimits.push_back(
                std::chrono::duration<double, std::chrono::hours::period>(clockLimit(standard))
                    .count());
        }
    }
}

void CaseDrafter::addClasses(const SimulationData &data)
{
    QHash<QString, int> places;
    std::vector<double> weights;
    for (const ClassShare &share : data.classes) {
        DraftClass entry;
        entry.code = share.code;
        entry.weight = share.weight;
        entry.setting = settingOf(share.code);
        entry.texts = data.texts.value(share.code);
        if (entry.texts.isEmpty()) { // the fallback of the demo data's README
            const ClassKey key{defaultScheme(), CaseKind::Matter, share.code};
            const auto found = std::ranges::find(data.catalogue, key, &CatalogueEntry::key);
            const QString name = found != data.catalogue.end() ? found->name : share.code;
            entry.texts.append({u"{place}发现%1，请处理。"_s.arg(name), QString()});
        }
        places.insert(share.code, static_cast<int>(mClasses.size()));
        weights.push_back(share.weight);
        mClasses.push_back(entry);
    }
    for (std::size_t i = 0; i < mStandards.size(); ++i) {
        const int place = places.value(mStandards[i].key.code, -1);
        if (place >= 0) {
            mClasses[at(place)].standards.push_back(static_cast<int>(i));
        }
    }
    mClassTable = AliasTable(weights);
}

void CaseDrafter::setLevels(const SimulationData &data)
{
    for (DraftClass &entry : mClasses) {
        entry.levels.assign(4, 0.0);
    }
    double restricted = 0.0; // of all weight, what levels of a few classes take
    for (const LevelShare &share : data.levels) {
        double total = 0.0;
        std::vector<double> weights;
        for (const DraftClass &entry : mClasses) {
            const bool may = share.classes.isEmpty() || share.classes.contains(entry.code);
            weights.push_back(may ? entry.weight : 0.0);
            total += weights.back();
        }
        const auto level = static_cast<std::size_t>(share.level);
        mClassOfLevel[level] = total > 0.0 ? AliasTable(weights) : AliasTable();
        restricted += share.classes.isEmpty() ? 0.0 : share.weight;
        for (std::size_t i = 0; i < mClasses.size() && total > 0.0; ++i) {
            if (!share.classes.isEmpty() && weights[i] > 0.0) {
                mClasses[i].levels[level] = share.weight / total;
            }
        }
    }
    for (DraftClass &entry : mClasses) { // what is left of a class is shared by the open levels
        double left = 1.0;
        for (const double weight : entry.levels) {
            left -= weight;
        }
        for (const LevelShare &share : data.levels) {
            if (share.classes.isEmpty()) {
                entry.levels[static_cast<std::size_t>(share.level)] =
                    std::max(left, 0.0) * share.weight / std::max(1.0 - restricted, 1e-6);
            }
        }
        entry.levelTable = AliasTable(entry.levels);
    }
}

void CaseDrafter::addAnchors()
{
    RandomStream random(mDistrict.seed, u"anchors");
    std::vector<int> count(at(static_cast<int>(mDistrict.grids.size())), 0);
    const auto add = [&](const Anchor &anchor) {
        mAnchors.push_back(anchor);
        ++count[at(anchor.grid)];
    };
    for (const Address &address : mDistrict.addresses) {
        add({address.place,
             mDistrict.gridAt(address.place),
             address.text,
             address.road + address.number + u'号',
             random.logNormal(1.0, 1.0)});
    }
    for (const KeyPlace &place : mDistrict.keyPlaces) {
        const GeoPoint middle = asStored(DemoDistrict::placeOf(place));
        if (const int grid = mDistrict.gridAt(middle); grid >= 0) {
            add({middle, grid, place.name, place.name + u"附近"_s, random.logNormal(2.0, 0.8)});
        }
    }
    for (int grid = 0; grid < static_cast<int>(count.size()); ++grid) {
        for (int i = 0; i < kAnchorsOfEmptyGrid && count[at(grid)] < kAnchorsOfEmptyGrid; ++i) {
            const auto point = randomInside(mDistrict.gridRings[at(grid)], random);
            if (point && mDistrict.gridAt(asStored(*point)) == grid) {
                const QString name = mDistrict.grids.at(grid).name;
                add({asStored(*point), grid, name, name + u"内"_s, random.logNormal(1.0, 1.0)});
            }
        }
    }
}

void CaseDrafter::weighAnchors()
{
    std::vector<double> sums(mGridWeights.size(), 0.0);
    for (const Anchor &anchor : mAnchors) {
        sums[at(anchor.grid)] += anchor.weight;
    }
    for (std::size_t setting = 0; setting < kSettings; ++setting) {
        std::vector<double> weights;
        for (const Anchor &anchor : mAnchors) {
            const auto type = static_cast<std::size_t>(mDistrict.grids.at(anchor.grid).type);
            weights.push_back(mGridWeights[at(anchor.grid)] * kSettingOfType[setting][type] *
                              anchor.weight / sums[at(anchor.grid)]);
        }
        mAnchorTables[setting] = AliasTable(weights);
    }
}

void CaseDrafter::addComponents()
{
    NearestPoints near;
    for (std::size_t i = 0; i < mAnchors.size(); ++i) {
        near.add(mAnchors[i].place, static_cast<int>(i));
    }
    QHash<QString, int> classOf;
    for (std::size_t i = 0; i < mClasses.size(); ++i) {
        classOf.insert(mClasses[i].code, static_cast<int>(i));
    }
    RandomStream random(mDistrict.seed, u"component weights");
    std::vector<std::vector<double>> weights(mClasses.size());
    for (int i = 0; i < static_cast<int>(mDistrict.components.size()); ++i) {
        const Component &component = mDistrict.components.at(i);
        const int anchor = near.nearest(component.place);
        mAnchorOfComponent.push_back(std::max(anchor, 0));
        const int place = classOf.value(component.classCode, -1);
        const int grid = mDistrict.gridAt(component.place);
        const double weight = random.logNormal(1.0, 1.1);
        if (place >= 0 && grid >= 0) {
            mClasses[at(place)].components.push_back(i);
            weights[at(place)].push_back(weight * std::sqrt(mGridWeights[at(grid)]));
        }
    }
    for (std::size_t i = 0; i < mClasses.size(); ++i) {
        mClasses[i].componentTable = AliasTable(weights[i]);
    }
}

void CaseDrafter::draw(CaseDraft &draft, RandomStream &random) const
{
    draft.classIndex = static_cast<int>(mClassTable.pick(random));
    draft.level = static_cast<CaseLevel>(mClasses[at(draft.classIndex)].levelTable.pick(random));
    drawRest(draft, random);
    drawPlace(draft, random);
}

bool CaseDrafter::draw(CaseDraft &draft, CaseLevel level, RandomStream &random) const
{
    const AliasTable &classes = mClassOfLevel[static_cast<std::size_t>(level)];
    if (classes.isEmpty()) {
        return false;
    }
    draft.classIndex = static_cast<int>(classes.pick(random));
    draft.level = level;
    drawRest(draft, random);
    drawPlace(draft, random);
    return true;
}

void CaseDrafter::repeat(CaseDraft &draft, const CaseDraft &earlier, RandomStream &random) const
{
    draft.classIndex = earlier.classIndex;
    draft.level = static_cast<CaseLevel>(mClasses[at(draft.classIndex)].levelTable.pick(random));
    drawRest(draft, random);
    draft.component = earlier.component;
    draft.anchor = earlier.anchor;
    draft.place = earlier.place;
    draft.grid = earlier.grid;
    if (earlier.component < 0) {
        const double angle = random.uniform(0.0, 2.0 * std::numbers::pi);
        const double reach = random.uniform(0.0, kRepeatReach);
        const GeoPoint place =
            asStored(moved(earlier.place, {reach * std::cos(angle), reach * std::sin(angle)}));
        if (const int grid = mDistrict.gridAt(place); grid >= 0) {
            draft.place = place;
            draft.grid = grid;
        }
    }
}

void CaseDrafter::drawRest(CaseDraft &draft, RandomStream &random) const
{
    const std::vector<int> &standards = mClasses[at(draft.classIndex)].standards;
    draft.standard =
        standards[at(static_cast<int>(random.pickOf(static_cast<qsizetype>(standards.size()))))];
    if (draft.level >= CaseLevel::Orange) { // what is urgent falls under the shortest limit
        draft.standard =
            std::ranges::min(standards, {}, [&](int standard) { return mLimits[at(standard)]; });
    }
}

void CaseDrafter::drawPlace(CaseDraft &draft, RandomStream &random) const
{
    const DraftClass &entry = mClasses[at(draft.classIndex)];
    if (!entry.components.empty()) {
        draft.component = entry.components[entry.componentTable.pick(random)];
        draft.anchor = mAnchorOfComponent[at(draft.component)];
        draft.place = mDistrict.components.at(draft.component).place;
        draft.grid = mDistrict.gridAt(draft.place);
        return;
    }
    draft.component = -1;
    draft.anchor = static_cast<int>(mAnchorTables[at(entry.setting)].pick(random));
    const Anchor &anchor = mAnchors[at(draft.anchor)];
    draft.place = anchor.place;
    draft.grid = anchor.grid;
    const bool isThere = random.chance(kAtTheDoor);
    for (int i = 0; i < kTries && !isThere; ++i) {
        const double angle = random.uniform(0.0, 2.0 * std::numbers::pi);
        const double reach = random.logNormal(kScatter, 0.7);
        const GeoPoint place =
            asStored(moved(anchor.place, {reach * std::cos(angle), reach * std::sin(angle)}));
        if (const int grid = mDistrict.gridAt(place); grid >= 0) {
            draft.place = place;
            draft.grid = grid;
            return;
        }
    }
}

Case CaseDrafter::subjectOf(const CaseDraft &draft, RandomStream &random) const
{
    const DraftClass &entry = mClasses[at(draft.classIndex)];
    const UnitGrid &grid = mDistrict.grids.at(draft.grid);
    const Anchor &anchor = mAnchors[at(draft.anchor)];
    const TextTemplate &words = entry.texts.at(random.pickOf(entry.texts.size()));
    Case subject;
    subject.text = words.text;
    subject.text.replace("{place}"_L1, anchor.spoken);
    if (const auto details = mDetails.constFind(words.detailSet); details != mDetails.cend()) {
        subject.text.replace("{detail}"_L1, details->at(random.pickOf(details->size())));
    }
    subject.address = anchor.address;
    subject.classKey = {defaultScheme(), CaseKind::Matter, entry.code};
    subject.community = grid.community;
    subject.grid = grid.code;
    subject.street = grid.street;
    subject.place = draft.place;
    subject.level = draft.level;
    subject.source = draft.source;
    if (draft.component >= 0) {
        subject.component = mDistrict.components.at(draft.component).code;
    }
    return subject;
}

std::vector<std::pair<double, double>> CaseDrafter::limitMix() const
{
    std::vector<std::pair<double, double>> sorted;
    for (const DraftClass &entry : mClasses) {
        for (const int standard : entry.standards) {
            sorted.emplace_back(mLimits[at(standard)],
                                entry.weight / static_cast<double>(entry.standards.size()));
        }
    }
    std::ranges::sort(sorted);
    std::vector<std::pair<double, double>> mix;
    for (const auto &[limit, weight] : sorted) {
        if (mix.empty() || mix.back().first != limit) {
            mix.emplace_back(limit, 0.0);
        }
        mix.back().second += weight;
    }
    return mix;
}

} // namespace gridward
