# SPDX-License-Identifier: GPL-3.0-or-later
"""GeoJSON output: one feature per line, sorted, each vertex rounded once to eight decimals."""

import json

import topology
from people import land_use
from streets import TO_DEGREES, TO_PLANE

PLACE = {}


def degrees(point):
    """Longitude and latitude of a vertex; every use of one vertex gives the same numbers."""
    if point not in PLACE:
        x, y = TO_DEGREES(*point)
        PLACE[point] = (round(x, 8), round(y, 8))
    return PLACE[point]


def line_of(points):
    return [degrees(p) for p in points]


def ring_of(ring):
    return line_of(ring + ring[:1])


def plane_area(ring):
    """Area in EPSG:32650 of the ring as it is written, that is after rounding."""
    return abs(topology.area([TO_PLANE(*degrees(p)) for p in ring]))


def feature(kind, coordinates, properties):
    return {"type": "Feature", "properties": properties,
            "geometry": {"type": kind, "coordinates": coordinates}}


def polygon(ring, properties):
    return feature("Polygon", [ring_of(ring)], properties)


def write(path, features):
    dump = [json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features]
    head = '{"type":"FeatureCollection","name":"%s","features":[\n' % path.stem
    path.write_text(head + ",\n".join(dump) + "\n]}\n", encoding="utf-8")


def unit(level, code, name, parent, ring, population):
    return polygon(ring, {"level": level, "code": code, "name": name, "parent": parent,
                          "area_m2": round(plane_area(ring), 2), "population": population})


def divisions(rows, communities, rings, district):
    units = []
    population = {r["code"]: int(r["population"]) for r in rows if r["level"] == "street"}
    for row in rows:
        code, name, parent = row["code"], row["name"], row["parent"]
        if row["level"] == "district":
            units.append(unit("district", code, name, parent, district, sum(population.values())))
        elif row["level"] == "street":
            units.append(unit("street", code, name, parent, rings[code], population[code]))
    for c in communities:
        units.append(unit("community", c["code"], c["name"], c["street"], c["ring"],
                          c["population"]))
    return sorted(units, key=lambda u: u["properties"]["code"])


def grid_feature(grid):
    return polygon(grid["ring"], {
        "code": grid["code"], "name": grid["name"], "community": grid["community"],
        "street": grid["street"], "area_m2": round(plane_area(grid["ring"]), 2),
        "residents": grid["residents"], "households": grid["households"], "type": grid["type"],
        "level": grid["level"], "land_use": land_use(grid)})


def write_division(target, rows, communities, rings, district):
    write(target / "dongcheng-divisions.geojson", divisions(rows, communities, rings, district))
    grids = [grid_feature(g) for c in communities for g in c["grids"]]
    write(target / "dongcheng-grids.geojson", sorted(grids, key=lambda f: f["properties"]["code"]))
