// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/simulation/demodistrict.h"
#include "models/service/simulation/randomstream.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include <array>
#include <deque>
#include <vector>

namespace gridward {

/** A matter class as the simulation needs it. */
struct DraftClass
{
    QString code;
    double weight = 0.0;
    std::vector<int> standards;  ///< places in the drafter's standards
    std::vector<double> levels;  ///< weight of each CaseLevel
    std::vector<int> components; ///< that such a case can be about
    AliasTable componentTable;
    AliasTable levelTable;
    int setting = 0; ///< which of the settings it happens in: see the drafter
    QList<TextTemplate> texts;
};

/** What happened, where: a case before anybody touched it. */
struct CaseDraft
{
    Instant at;
    CaseSource source = CaseSource::Patrol;
    CaseLevel level = CaseLevel::Blue;
    int classIndex = 0;
    int standard = 0;
    int grid = 0;
    int anchor = 0;     ///< the address or key place that it is told by
    int component = -1; ///< −1: about none
    GeoPoint place;
};

/**
 * Draws what happens where. Some grids, and in them some addresses and components, see far more
 * than others; some cases repeat one of the last day nearby. Const, so that threads may share it.
 */
class CaseDrafter
{
public:
    CaseDrafter(const SimulationData &data, const DemoDistrict &district);

    /** Class, level, filing standard and place. `at` and `source` are the caller's. */
    void draw(CaseDraft &draft, RandomStream &random) const;
    /** The same with a class that may have this level. False if no class may. */
    [[nodiscard]] bool draw(CaseDraft &draft, CaseLevel level, RandomStream &random) const;
    /** Near an earlier case, of the same class. */
    void repeat(CaseDraft &draft, const CaseDraft &earlier, RandomStream &random) const;

    /** The case as it is reported. */
    [[nodiscard]] Case subjectOf(const CaseDraft &draft, RandomStream &random) const;

    [[nodiscard]] const FilingStandard &standard(int index) const
    {
        return mStandards[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const std::vector<FilingStandard> &standards() const { return mStandards; }
    [[nodiscard]] double limitHours(int standard) const
    {
        return mLimits[static_cast<std::size_t>(standard)];
    }
    /** Handling limits in hours, with the weight of the cases that have them. */
    [[nodiscard]] std::vector<std::pair<double, double>> limitMix() const;

private:
    struct Anchor
    {
        GeoPoint place;
        int grid = 0;
        QString address; ///< in full
        QString spoken;  ///< in a sentence
        double weight = 1.0;
    };
    static constexpr std::size_t kSettings = 4;

    void addStandards(const SimulationData &data);
    void addClasses(const SimulationData &data);
    void setLevels(const SimulationData &data);
    void addAnchors();
    void addComponents();
    void weighAnchors();
    void drawRest(CaseDraft &draft, RandomStream &random) const;
    void drawPlace(CaseDraft &draft, RandomStream &random) const;

    const DemoDistrict &mDistrict;
    QHash<QString, QStringList> mDetails;
    std::vector<FilingStandard> mStandards;
    std::vector<double> mLimits;
    std::vector<DraftClass> mClasses;
    AliasTable mClassTable;
    std::array<AliasTable, 4> mClassOfLevel;
    std::vector<Anchor> mAnchors;
    std::array<AliasTable, kSettings> mAnchorTables;
    std::vector<int> mAnchorOfComponent;
    std::vector<double> mGridWeights;
};

} // namespace gridward
