# SPDX-License-Identifier: GPL-3.0-or-later
"""Seventeen street outlines that meet exactly, made from fifteen that do not.

The fifteen source polygons are trusted; the coarse district outline is used only where they say
nothing, that is for the west side of the two missing streets.
"""

import csv
import json

import pyproj
from shapely.geometry import LineString, Polygon, shape
from shapely.ops import linemerge, polygonize, transform, unary_union

MITRE = 2
SPLIT_FROM, SPLIT_VIA, SPLIT_TO = "110101011", "110101012", "110101015"
NORTHERN, SOUTHERN = "110101012", "110101016"
TO_PLANE = pyproj.Transformer.from_crs(4326, 32650, always_xy=True).transform
TO_DEGREES = pyproj.Transformer.from_crs(32650, 4326, always_xy=True).transform


def read_divisions(folder):
    with open(folder / "divisions-dongcheng.csv", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def largest(geometry):
    parts = list(getattr(geometry, "geoms", [geometry]))
    return Polygon(max(parts, key=lambda p: p.area).exterior)


def grow(geometry, distance):
    return geometry.buffer(distance, join_style=MITRE)


def without_spikes(geometry, width=40):
    """Opening, then closing: takes off spikes and fills notches narrower than the width."""
    opened = grow(grow(geometry, -width / 2), width / 2)
    return largest(grow(grow(opened, width / 2), -width / 2))


def read_sources(folder):
    with open(folder / "subdistricts-wgs84.geojson", encoding="utf-8") as file:
        features = json.load(file)["features"]
    known = {}
    for feature in features:
        code = feature["properties"].get("dongcheng_code")
        if code:
            outline = transform(TO_PLANE, shape(feature["geometry"])).buffer(0)
            known[str(code)] = without_spikes(outline)
    return known


def read_outline(folder):
    with open(folder / "districts-wgs84.geojson", encoding="utf-8") as file:
        for feature in json.load(file)["features"]:
            if str(feature["properties"].get("adcode")) == "110101":
                return transform(TO_PLANE, shape(feature["geometry"])).buffer(0)
    raise SystemExit("no outline of 110101 among the districts")


def corner(polygon, east, north):
    """The vertex farthest in a compass direction, for instance the south-eastern corner."""
    return max(polygon.exterior.coords, key=lambda p: east * p[0] + north * p[1])


def missing_two(known, outline):
    """The hole in the south-west, cut from the corner of Qianmen to the corner of Tiyuguan Road.

    The west side is a straight line between the corners of the neighbours, because the outline
    steps by a hundred metres.
    """
    union = unary_union([grow(p, 8) for p in known.values()])
    gap = largest(grow(grow(outline.difference(union), -60), 60))
    gap = grow(gap, 120).difference(unary_union(list(known.values())))
    west = corner(known[SPLIT_FROM], -1, -1)
    limit = Polygon([west, (west[0] + 4000, west[1] - 250), (west[0] + 4000, west[1] + 2500),
                     (west[0], west[1] + 2500)])
    south = Polygon([west, (west[0] + 60, west[1] - 2600), (west[0] + 4000, west[1] - 2600),
                     (west[0] + 4000, west[1])])
    gap = without_spikes(gap.intersection(limit.union(south)))
    a = corner(known[SPLIT_FROM], 1, -1)
    b = corner(known[SPLIT_TO], -1, 1.2)
    knife = [(a[0] - 300, a[1]), a, b, (b[0] + 900, b[1])]
    north = Polygon(knife + [(b[0] + 900, b[1] + 3000), (a[0] - 300, a[1] + 3000)])
    return {NORTHERN: largest(gap.intersection(north)), SOUTHERN: largest(gap.difference(north))}


def faces_of(parts):
    whole = largest(grow(unary_union([grow(p, 45) for p in parts.values()]), -45))
    whole = without_spikes(whole, 130)
    lines = [p.exterior for p in parts.values()] + [whole.exterior]
    return [f for f in polygonize(unary_union(lines)) if whole.contains(f.representative_point())]


def first_owner(face, parts):
    point = face.representative_point()
    owners = [code for code, p in parts.items() if p.contains(point)]
    # A sliver where two outlines overlap is settled later by its longest side.
    return owners[0] if len(owners) == 1 and face.area > 4000 else None


def settle(faces, owner):
    """Give every face without an owner to the street with which it shares the longest side."""
    while None in owner:
        best = None
        for i, face in enumerate(faces):
            if owner[i] is not None:
                continue
            for j, other in enumerate(faces):
                if owner[j] is None:
                    continue
                shared = face.boundary.intersection(other.boundary).length
                if shared > 0 and (best is None or shared > best[0]):
                    best = (shared, i, owner[j])
        owner[best[1]] = best[2]
    return owner


def merge_nodes(arcs, reach):
    """Junctions closer than the reach become one: two T-junctions ten metres apart are one cross."""
    ends = sorted({p for arc in arcs for p in (arc.coords[0], arc.coords[-1])})
    groups = []
    for end in ends:
        near = [g for g in groups if any(LineString([end, p]).length < reach for p in g)]
        joined = [end] + [p for g in near for p in g]
        groups = [g for g in groups if g not in near] + [joined]
    place = {}
    for group in groups:
        centre = tuple(round(sum(p[k] for p in group) / len(group), 3) for k in (0, 1))
        place.update({p: centre for p in group})
    return place


def simple_arcs(polygons, tolerance, reach):
    merged = linemerge(unary_union([p.exterior for p in polygons]))
    arcs = list(getattr(merged, "geoms", [merged]))
    place = merge_nodes(arcs, reach)
    result = []
    for arc in arcs:
        coords = list(arc.simplify(tolerance).coords)
        inner = [(round(x, 3), round(y, 3)) for x, y in coords[1:-1]]
        ends = place[coords[0]], place[coords[-1]]
        inner = [p for p in inner if min(LineString([p, e]).length for e in ends) > reach / 2]
        line = [ends[0]] + inner + [ends[1]]
        # An arc between two merged junctions is nothing any more.
        if ends[0] != ends[1] or arc.length > 4 * reach:
            result.append(line)
    return result


def clean_streets(folder):
    """Street code to polygon ring, and the shared border lines they are made of."""
    known = read_sources(folder)
    known.update(missing_two(known, read_outline(folder)))
    faces = faces_of(known)
    owner = settle(faces, [first_owner(face, known) for face in faces])
    rough = {c: largest(unary_union([f for f, o in zip(faces, owner) if o == c])) for c in known}
    arcs = simple_arcs(rough.values(), 9, 45)
    polygons = {}
    for face in polygonize(unary_union([LineString(a) for a in arcs])):
        overlap = {c: rough[c].intersection(face).area for c in rough}
        code = max(overlap, key=overlap.get)
        if code in polygons:
            raise SystemExit("two faces for street " + code)
        polygons[code] = Polygon(face.exterior)
    return dict(sorted(polygons.items())), arcs
