// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/demogeometry.h"
#include "models/service/simulation/simulationdata.h"
#include "models/service/simulation/simulationtable.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SimulationOutlines)
};

/** One feature: properties, and the coordinates of its line or outer ring. */
struct Feature
{
    QJsonObject properties;
    std::vector<GeoPoint> points;

    [[nodiscard]] QString text(QLatin1String key) const { return properties.value(key).toString(); }
    [[nodiscard]] double number(QLatin1String key) const
    {
        return properties.value(key).toDouble();
    }
    [[nodiscard]] int integer(QLatin1String key) const { return properties.value(key).toInt(); }
};

std::vector<GeoPoint> pointsOf(const QJsonArray &coordinates)
{
    std::vector<GeoPoint> points;
    points.reserve(static_cast<std::size_t>(coordinates.size()));
    for (const QJsonValue &value : coordinates) {
        const QJsonArray pair = value.toArray();
        points.push_back({pair.at(0).toDouble(), pair.at(1).toDouble()});
    }
    return points;
}

Error badFeature(const QString &path, qsizetype feature, const QString &detail)
{
    return Error{ErrorCode::Unreadable,
                 Words::tr("Feature %1 of “%2” is not as the simulation needs it. Make the file "
                           "again, or take it from the installation.")
                     .arg(feature + 1)
                     .arg(path),
                 detail};
}

/** Hands every feature to `take`, which says whether it can be used. */
Result<void>
readFeatures(const QString &path, bool areas, const std::function<bool(const Feature &)> &take)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::NotFound,
                     Words::tr("The demo data file “%1” cannot be opened. Install the demo data "
                               "again, or name the folder that holds them.")
                         .arg(path),
                     file.errorString()};
    }
    const QByteArray bytes = file.readAll();
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parsing);
    if (parsing.error != QJsonParseError::NoError) {
        const auto line = bytes.left(parsing.offset).count('\n');
        return simulationFault(path, static_cast<int>(line) + 1, parsing.errorString());
    }
    const QJsonArray features = document.object().value("features"_L1).toArray();
    if (features.isEmpty()) {
        return simulationFault(path, 1, u"no features"_s);
    }
    const std::size_t fewest = areas ? 4 : 2;
    for (qsizetype i = 0; i < features.size(); ++i) {
        const QJsonObject object = features.at(i).toObject();
        const QJsonObject geometry = object.value("geometry"_L1).toObject();
        const QJsonArray coordinates = geometry.value("coordinates"_L1).toArray();
        const bool isWanted =
            geometry.value("type"_L1).toString() == (areas ? u"Polygon"_s : u"LineString"_s);
        const Feature feature{object.value("properties"_L1).toObject(),
                              pointsOf(areas ? coordinates.at(0).toArray() : coordinates)};
        if (!isWanted || feature.points.size() < fewest ||
            !std::ranges::all_of(feature.points, isValid)) {
            return badFeature(path, i, areas ? u"no simple polygon"_s : u"no line"_s);
        }
        if (!take(feature)) {
            return badFeature(path, i, u"properties"_s);
        }
    }
    return {};
}

Result<void> readDivisions(const QString &path, SimulationData &data)
{
    return readFeatures(path, true, [&](const Feature &feature) {
        Division division;
        division.code = feature.text("code"_L1);
        division.level = feature.text("level"_L1);
        division.name = feature.text("name"_L1);
        // The root has no parent here, whatever the city above it is called.
        division.parent = division.level == "district"_L1 ? QString() : feature.text("parent"_L1);
        division.population = feature.integer("population"_L1);
        division.area = feature.number("area_m2"_L1);
        division.outline = multiPolygonBytes(feature.points);
        data.divisions.append(division);
        return !division.code.isEmpty() && !division.level.isEmpty();
    });
}

Result<void> readGrids(const QString &path, SimulationData &data)
{
    return readFeatures(path, true, [&](const Feature &feature) {
        const std::optional<GridType> type = gridTypeFromId(feature.text("type"_L1));
        const std::optional<GridLevel> level = gridLevelFromId(feature.text("level"_L1));
        UnitGrid grid;
        grid.code = feature.text("code"_L1);
        grid.name = feature.text("name"_L1);
        grid.community = feature.text("community"_L1);
        grid.street = feature.text("street"_L1);
        grid.type = type.value_or(GridType::Residential);
        grid.level = level.value_or(GridLevel::Daily);
        grid.area = feature.number("area_m2"_L1);
        grid.residents = feature.integer("residents"_L1);
        grid.households = feature.integer("households"_L1);
        grid.outline = multiPolygonBytes(feature.points);
        data.grids.append(grid);
        return type && level && !grid.code.isEmpty() && !grid.street.isEmpty();
    });
}

} // namespace

Result<void> readSimulationOutlines(const QString &dataFolder, SimulationData &data)
{
    if (Result<void> read = readDivisions(dataFolder + "/dongcheng-divisions.geojson"_L1, data);
        !read) {
        return read;
    }
    if (Result<void> read = readGrids(dataFolder + "/dongcheng-grids.geojson"_L1, data); !read) {
        return read;
    }
    const auto rank = [](const Division &division) {
        return division.level == "district"_L1 ? 0 : division.level == "street"_L1 ? 1 : 2;
    };
    std::ranges::sort(data.divisions, [&](const Division &one, const Division &other) {
        return std::pair(rank(one), one.code) < std::pair(rank(other), other.code);
    });
    std::ranges::sort(data.grids, {}, &UnitGrid::code);
    if (Result<void> read = readFeatures(dataFolder + "/schematic-roads.geojson"_L1,
                                         false,
                                         [&](const Feature &feature) {
                                             data.roads.push_back({feature.text("class"_L1),
                                                                   feature.text("name"_L1),
                                                                   feature.number("width_m"_L1),
                                                                   feature.points});
                                             return true;
                                         });
        !read) {
        return read;
    }
    return readFeatures(
        dataFolder + "/schematic-areas.geojson"_L1, true, [&](const Feature &feature) {
            data.areas.push_back(
                {feature.text("kind"_L1), feature.text("name"_L1), feature.points});
            return true;
        });
}

} // namespace gridward
