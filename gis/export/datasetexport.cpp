// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/export/datasetexport.h"

#include "gis/export/datasetwriter.h"
#include "gis/import/geos.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Type = ExportField::Type;
using Geometry = ExportSchema::Geometry;

constexpr quint32 kPoint = 1;
/** Bytes of a long text in a Shapefile; what is longer is cut. */
constexpr int kLong = 254;

QVariant timeOf(const std::optional<Instant> &instant)
{
    return instant ? QVariant(toIsoText(*instant)) : QVariant();
}

QByteArray pointWkb(const GeoPoint &point)
{
    QByteArray wkb;
    QDataStream stream(&wkb, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream << quint8(1) << kPoint << point.longitude << point.latitude;
    return wkb;
}

/** A point inside; nothing if the shape is damaged or empty. */
std::optional<GeoPoint> pointInside(const Geos &geos, const GEOSGeometry *shape)
{
    const Geos::Geometry inner =
        geos.own(shape != nullptr ? GEOSPointOnSurface_r(geos.handle(), shape) : nullptr);
    GeoPoint point;
    if (!inner || GEOSisEmpty_r(geos.handle(), inner.get()) != 0 ||
        GEOSGeomGetX_r(geos.handle(), inner.get(), &point.longitude) != 1 ||
        GEOSGeomGetY_r(geos.handle(), inner.get(), &point.latitude) != 1) {
        return std::nullopt;
    }
    return point;
}

ExportSchema gridSchema(bool isTable)
{
    ExportSchema schema{"grids",
                        Geometry::Area,
                        {{"code", "code"},
                         {"name", "name", Type::Text, kLong},
                         {"community", "community"},
                         {"street", "street"},
                         {"type", "type"},
                         {"level", "level"},
                         {"area_m2", "area_m2", Type::Real},
                         {"residents", "residents", Type::Integer},
                         {"households", "households", Type::Integer},
                         {"organisation", "organisati", Type::Text, kLong},
                         {"valid_from", "valid_from", Type::Date},
                         {"valid_to", "valid_to", Type::Date}}};
    if (isTable) {
        schema.fields += QList<ExportField>{{"lon", "lon", Type::Real}, {"lat", "lat", Type::Real}};
    }
    return schema;
}

const ExportSchema &placeSchema()
{
    static const ExportSchema kSchema{"places",
                                      Geometry::Point,
                                      {{"id", "id"},
                                       {"kind", "kind"},
                                       {"name", "name", Type::Text, kLong},
                                       {"grid", "grid"},
                                       {"risk", "risk", Type::Integer},
                                       {"last_check", "last_check", Type::Date},
                                       {"next_check", "next_check", Type::Date},
                                       {"patrol_rule", "patrol_rul"},
                                       {"is_area", "is_area", Type::Integer},
                                       {"lon", "lon", Type::Real},
                                       {"lat", "lat", Type::Real},
                                       {"outline", "outline", Type::Text, kLong}}};
    return kSchema;
}

const ExportSchema &componentSchema()
{
    static const ExportSchema kSchema{"components",
                                      Geometry::Point,
                                      {{"code", "code"},
                                       {"scheme", "scheme"},
                                       {"class", "class"},
                                       {"name", "name", Type::Text, kLong},
                                       {"supervisor", "supervisor"},
                                       {"owner", "owner", Type::Text, kLong},
                                       {"maintainer", "maintainer", Type::Text, kLong},
                                       {"grid", "grid"},
                                       {"state", "state"},
                                       {"surveyed", "surveyed", Type::Date},
                                       {"changed", "changed", Type::Date},
                                       {"source", "source"},
                                       {"lon", "lon", Type::Real},
                                       {"lat", "lat", Type::Real}}};
    return kSchema;
}

const ExportSchema &caseSchema()
{
    static const ExportSchema kSchema{"cases",
                                      Geometry::Point,
                                      {{"id", "id"},
                                       {"number", "number"},
                                       {"version", "version", Type::Integer},
                                       {"state", "state"},
                                       {"scheme", "scheme"},
                                       {"kind", "kind"},
                                       {"class", "class"},
                                       {"level", "level"},
                                       {"source", "source"},
                                       {"text", "text", Type::Text, kLong},
                                       {"address", "address", Type::Text, kLong},
                                       {"lon", "lon", Type::Real},
                                       {"lat", "lat", Type::Real},
                                       {"grid", "grid"},
                                       {"community", "community"},
                                       {"street", "street"},
                                       {"component", "component"},
                                       {"unit", "unit"},
                                       {"person", "person"},
                                       {"standard", "standard"},
                                       {"reported_at", "reported", Type::Time},
                                       {"filed_at", "filed", Type::Time},
                                       {"dispatched_at", "dispatched", Type::Time},
                                       {"due_at", "due", Type::Time},
                                       {"handled_at", "handled", Type::Time},
                                       {"checked_at", "checked", Type::Time},
                                       {"closed_at", "closed", Type::Time},
                                       {"external_source", "ext_source"},
                                       {"external_id", "ext_id"}}};
    return kSchema;
}

const ExportSchema &eventSchema()
{
    static const ExportSchema kSchema{"events",
                                      Geometry::None,
                                      {{"case_id", "case_id"},
                                       {"case_number", "case_numbe"},
                                       {"sequence", "sequence", Type::Integer},
                                       {"action", "action"},
                                       {"at", "at", Type::Time},
                                       {"actor", "actor"},
                                       {"origin", "origin"},
                                       {"state_before", "state_befo"},
                                       {"state_after", "state_afte"},
                                       {"note", "note", Type::Text, kLong},
                                       {"facts", "facts", Type::Text, kLong},
                                       {"hash", "hash"}}};
    return kSchema;
}

QVariantList valuesOf(const Case &one)
{
    return {one.id.toText(),
            one.number,
            one.version,
            toId(one.state),
            one.classKey.scheme,
            toId(one.classKey.kind),
            one.classKey.code,
            toId(one.level),
            toId(one.source),
            one.text,
            one.address,
            one.place ? QVariant(one.place->longitude) : QVariant(),
            one.place ? QVariant(one.place->latitude) : QVariant(),
            one.grid,
            one.community,
            one.street,
            one.component,
            one.unit,
            one.person,
            one.standard,
            timeOf(one.reportedAt),
            timeOf(one.filedAt),
            timeOf(one.dispatchedAt),
            timeOf(one.dueAt),
            timeOf(one.handledAt),
            timeOf(one.checkedAt),
            timeOf(one.closedAt),
            one.externalSource,
            one.externalId};
}

QVariantList valuesOf(const Case &subject, const CaseEvent &event)
{
    return {subject.id.toText(),
            subject.number,
            event.sequence,
            toId(event.action),
            toIsoText(event.at),
            event.actor,
            event.origin,
            event.from ? QVariant(toId(*event.from)) : QVariant(),
            toId(event.to),
            event.note,
            QString::fromUtf8(event.facts),
            QString::fromLatin1(event.hash.toHex())};
}

bool isTable(const QString &file)
{
    return file.endsWith(".csv"_L1, Qt::CaseInsensitive) ||
           file.endsWith(".xlsx"_L1, Qt::CaseInsensitive);
}

/** Opens the writer, lets `feed` hand rows to it, and closes it. */
template <typename Run>
Result<ExportReport> exported(const ExportSchema &schema, const ExportOptions &options, Run feed)
{
    Result<std::unique_ptr<DatasetWriter>> writer = DatasetWriter::open(schema, options);
    if (!writer) {
        return writer.error();
    }
    if (Result<void> fed = feed(*writer.value()); !fed) {
        return fed.error();
    }
    return writer.value()->finish();
}

} // namespace

Result<ExportReport> exportGrids(const Feed<UnitGrid> &grids, const ExportOptions &options)
{
    const bool withPoint = isTable(options.file);
    const Geos geos;
    return exported(gridSchema(withPoint), options, [&](DatasetWriter &writer) {
        return grids([&](const UnitGrid &grid) {
            QVariantList values{grid.code,
                                grid.name,
                                grid.community,
                                grid.street,
                                toId(grid.type),
                                toId(grid.level),
                                grid.area,
                                grid.residents,
                                grid.households,
                                grid.organisation,
                                grid.validFrom,
                                grid.validTo};
            if (withPoint) {
                const std::optional<GeoPoint> point =
                    pointInside(geos, geos.read(grid.outline).get());
                values.append(point ? QVariant(point->longitude) : QVariant());
                values.append(point ? QVariant(point->latitude) : QVariant());
            }
            return writer.add(values, grid.outline);
        });
    });
}

Result<ExportReport> exportPlaces(const Feed<KeyPlace> &places, const ExportOptions &options)
{
    const Geos geos;
    return exported(placeSchema(), options, [&](DatasetWriter &writer) {
        return places([&](const KeyPlace &place) {
            const Geos::Geometry shape = geos.read(place.shape);
            const std::optional<GeoPoint> point = pointInside(geos, shape.get());
            return writer.add(
                {place.id,
                 place.kind,
                 place.name,
                 place.grid,
                 place.risk,
                 place.lastCheck,
                 place.nextCheck,
                 place.patrolRule,
                 place.isArea ? 1 : 0,
                 point ? QVariant(point->longitude) : QVariant(),
                 point ? QVariant(point->latitude) : QVariant(),
                 place.isArea && shape ? QVariant(geos.toText(shape.get())) : QVariant()},
                point ? pointWkb(*point) : QByteArray());
        });
    });
}

Result<ExportReport> exportComponents(const Feed<Component> &components,
                                      const ExportOptions &options)
{
    return exported(componentSchema(), options, [&](DatasetWriter &writer) {
        return components([&](const Component &one) {
            return writer.add({one.code,
                               one.scheme,
                               one.classCode,
                               one.name,
                               one.supervisor,
                               one.owner,
                               one.maintainer,
                               one.grid,
                               one.state,
                               one.surveyed,
                               one.changed,
                               one.source,
                               one.place.longitude,
                               one.place.latitude},
                              pointWkb(one.place));
        });
    });
}

Result<ExportReport> exportCases(const CaseFeed &cases, const ExportOptions &options)
{
    return exported(caseSchema(), options, [&](DatasetWriter &writer) {
        return cases([&](const Case &one, const QList<CaseEvent> & /*events*/) {
            return writer.add(valuesOf(one), one.place ? pointWkb(*one.place) : QByteArray());
        });
    });
}

Result<ExportReport> exportEvents(const CaseFeed &cases, const ExportOptions &options)
{
    return exported(eventSchema(), options, [&](DatasetWriter &writer) {
        return cases([&](const Case &one, const QList<CaseEvent> &events) {
            return std::ranges::all_of(events, [&](const CaseEvent &event) {
                return writer.add(valuesOf(one, event), {});
            });
        });
    });
}

} // namespace gridward
