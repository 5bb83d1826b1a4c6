// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/district.h"
#include "models/domain/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <map>
#include <utility>
#include <vector>

namespace gridward {

inline constexpr int kHoursOfWeek = 168;

/** A centre line of the schematic road network. */
struct RoadLine
{
    QString roadClass; ///< expressway, arterial, secondary, branch, hutong
    QString name;      ///< empty for a short lane
    double width = 0.0;
    std::vector<GeoPoint> line;
};

/** A park, a water or a city block: a ring without holes. */
struct AreaOutline
{
    QString kind;
    QString name;
    std::vector<GeoPoint> ring;
};

/** Where components of a class stand. */
enum class ComponentSpacing { Along, Block, Area };

struct ComponentShare
{
    QString code;
    double weight = 0.0;
    ComponentSpacing spacing = ComponentSpacing::Along;
};

struct PlaceTemplate
{
    QString kind;
    QString name; ///< with {area}
    int risk = 1;
    int checkInterval = 30; ///< days
    bool isArea = false;
    int count = 0;
};

struct ResourceTemplate
{
    QString kind;
    QString name; ///< with {area} and {n}
    int count = 0;
};

struct ClassShare
{
    QString code; ///< a matter of the default scheme
    double weight = 0.0;
};

struct SourceShare
{
    CaseSource source = CaseSource::Patrol;
    double weight = 0.0;
};

struct LevelShare
{
    CaseLevel level = CaseLevel::Blue;
    double weight = 0.0;
    QStringList classes; ///< the only ones that may have the level; empty: any
};

/** How long a stage of a case takes: log-normal. */
struct StageTime
{
    double medianMinutes = 10.0;
    double sigma = 0.8;
    bool working = false; ///< runs in working time only
};

struct TextTemplate
{
    QString text; ///< with {place} and {detail}
    QString detailSet;
};

struct NameShare
{
    QString name;
    double weight = 0.0;
};

/** What the rows of the inbox are told with. */
struct InboxTexts
{
    QStringList openings;                       ///< before what is told; may be empty
    QStringList places;                         ///< that nobody can find
    QStringList unclear;                        ///< with {place}: of no class
    QStringList again;                          ///< before what was told already
    QList<std::pair<QString, QString>> refused; ///< text → why
};

/** How much busier or calmer days are than expected. */
struct DayNoise
{
    double size = 20.0;  ///< of the negative binomial
    double memory = 0.3; ///< correlation of one day with the next
};

/** What the demo is simulated from: the files of resources/demo and resources/catalogue. */
struct SimulationData
{
    QList<Division> divisions; ///< with outlines, parents first
    QList<UnitGrid> grids;     ///< with outlines, by code
    std::vector<RoadLine> roads;
    std::vector<AreaOutline> areas;

    QList<CatalogueEntry> catalogue;
    QList<FilingStandard> standards;
    QList<Organisation> organisations; ///< `division` is not yet set

    QList<ComponentShare> components;
    QList<PlaceTemplate> places;
    QList<ResourceTemplate> resources;
    QList<NameShare> surnames;
    QList<NameShare> givenNames;

    QList<ClassShare> classes;
    QList<SourceShare> sources;
    QList<LevelShare> levels;
    QHash<QString, StageTime> stages;
    QHash<QString, double> rates;
    std::map<QString, std::array<double, kHoursOfWeek>> hours; ///< set → shares, Monday 0 h first
    std::map<QString, std::array<double, 12>> months;          ///< set → shares
    DayNoise dayNoise;
    std::vector<std::pair<double, double>> handlingRatio; ///< quantile, part of the limit
    QHash<QString, QList<TextTemplate>> texts;            ///< by matter code
    QHash<QString, QStringList> details;                  ///< by set
    InboxTexts inbox;
};

/**
 * Reads all of it. NotFound or Unreadable for a file that is missing or wrong, with the file, the
 * line and what to do. Takes a tenth of a second; any thread.
 */
[[nodiscard]] Result<SimulationData> readSimulationData(const QString &dataFolder,
                                                        const QString &catalogueFolder);

/** The outlines among them: divisions, grids, roads and areas. */
[[nodiscard]] Result<void> readSimulationOutlines(const QString &dataFolder, SimulationData &data);

} // namespace gridward
