#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the demo district from its files alone and print figures; exit 1 if a check fails.

    check_division.py OUTPUT-FOLDER SOURCE-FOLDER
"""

import csv
import json
import math
import sys
from collections import Counter
from pathlib import Path

import pyproj
from shapely.geometry import Polygon
from shapely.ops import unary_union

TO_PLANE = pyproj.Transformer.from_crs(4326, 32650, always_xy=True).transform
TYPES = {"residential", "business", "enterprise", "crowded"}
LEVELS = {"daily", "general", "key", "comprehensive"}
FILES = ("dongcheng-divisions", "dongcheng-grids", "schematic-roads", "schematic-areas")
failed = []


def check(fine, text):
    print(("ok    " if fine else "FAIL  ") + text)
    if not fine:
        failed.append(text)


def load(folder, name):
    with open(folder / (name + ".geojson"), encoding="utf-8") as file:
        return json.load(file)["features"]


class Unit:
    """A feature with its ring as written and in the plane."""

    def __init__(self, feature):
        self.__dict__.update(feature["properties"])
        self.rings = feature["geometry"]["coordinates"]
        self.simple = feature["geometry"]["type"] == "Polygon" and len(self.rings) == 1
        self.ring = [tuple(p) for p in self.rings[0]]
        self.shape = Polygon([TO_PLANE(*p) for p in self.ring])

    def compactness(self):
        return 4 * math.pi * self.shape.area / self.shape.length ** 2


def directed(units):
    return Counter((a, b) for u in units for a, b in zip(u.ring, u.ring[1:]))


def check_edges(label, units, outer):
    """Every edge has one partner the other way round, or is an edge of the outer ring."""
    edges, border = directed(units), directed(outer)
    double = sum(n > 1 for n in edges.values())
    lone = {e for e in edges if (e[1], e[0]) not in edges}
    check(double == 0 and lone == set(border),
          "%s: %d directed edges, %d used twice, %d without partner, %d on the border, %d differ"
          % (label, len(edges), double, len(lone), len(border), len(lone ^ set(border))))


def check_shapes(label, units, smallest):
    check(all(u.simple for u in units), "%s: %d simple polygons without holes" % (label, len(units)))
    bad = [u.code for u in units if not (u.shape.is_valid and Polygon(u.ring).is_valid)]
    check(not bad, "%s: valid in degrees and in metres %s" % (label, bad[:3] or ""))
    check(all(u.shape.exterior.is_ccw for u in units), label + ": rings run counter-clockwise")
    low = min(units, key=lambda u: u.shape.area)
    check(low.shape.area >= smallest, "%s: smallest %.0f m² (%s), largest %.0f m²" % (
        label, low.shape.area, low.code, max(u.shape.area for u in units)))
    off = max(abs(u.shape.area - u.area_m2) for u in units)
    check(off < 0.02, "%s: area_m2 as measured, worst difference %.4f m²" % (label, off))


def check_partition(label, units, whole):
    total = sum(u.shape.area for u in units)
    union = unary_union([u.shape for u in units])
    parts = union.geom_type == "Polygon" and len(union.interiors) == 0
    differ = max(abs(total - union.area), abs(total - whole.shape.area))
    check(parts and differ < 0.5, "%s: sum %.3f, union %.3f, district %.3f m², one part, no hole" % (
        label, total, union.area, whole.shape.area))
    overlap = worst_overlap(units)
    check(overlap < 0.01, "%s: worst overlap of two units %.6f m²" % (label, overlap))


def worst_overlap(units):
    ordered = sorted(units, key=lambda u: u.shape.bounds[0])
    worst = 0.0
    for i, a in enumerate(ordered):
        for b in ordered[i + 1:]:
            if b.shape.bounds[0] > a.shape.bounds[2]:
                break
            if a.shape.bounds[1] <= b.shape.bounds[3] and b.shape.bounds[1] <= a.shape.bounds[3]:
                worst = max(worst, a.shape.intersection(b.shape).area)
    return worst


def check_nested(label, children, parents, key):
    """The union of the children of each parent is the parent, edge by edge."""
    wrong, by_parent = [], {}
    for child in children:
        by_parent.setdefault(getattr(child, key), []).append(child)
    for parent in parents:
        own = directed(by_parent.get(parent.code, []))
        rim = {e for e in own if (e[1], e[0]) not in own}
        if rim != set(directed([parent])):
            wrong.append(parent.code)
    check(not wrong and len(by_parent) == len(parents),
          "%s: every one is exactly the union of its parts %s" % (label, wrong[:3] or ""))


def check_order(label, units):
    codes = [u.code for u in units]
    check(codes == sorted(set(codes)), label + ": sorted by code, codes unique")


def check_codes(levels, grids, rows):
    real = {r["code"]: r for r in rows}
    found = {u.code: u for units in levels.values() for u in units}
    names = all(u.name == real[c]["name"].removesuffix("居委会") for c, u in found.items() if c in real)
    check(set(found) == set(real) and names, "codes and names are those of the source")
    fit = all(g.code[:12] == g.community and g.code[:9] == g.street and len(g.code) == 15
              for g in grids)
    count = Counter(g.community for g in grids)
    runs = all(sorted(int(g.code[12:]) for g in grids if g.community == c)
               == list(range(1, n + 1)) for c, n in list(count.items()))
    check(fit and runs, "grid codes are community code and running number")
    check(min(count.values()) >= 2 and max(count.values()) <= 6,
          "grids per community: %s" % dict(sorted(Counter(count.values()).items())))


def check_people(levels, grids, rows):
    for community in levels["community"]:
        if community.population != sum(g.residents for g in grids if g.community == community.code):
            failed.append("population of " + community.code)
    for street in levels["street"]:
        own = [c.population for c in levels["community"] if c.parent == street.code]
        source = next(int(r["population"]) for r in rows if r["code"] == street.code)
        if not street.population == sum(own) == source:
            failed.append("population of " + street.code)
    whole = levels["district"][0].population
    check(whole == sum(s.population for s in levels["street"]) and not failed,
          "population adds up on all levels: %d people, %d households" % (
              whole, sum(g.households for g in grids)))


def shares(units, key, allowed):
    count = Counter(getattr(u, key) for u in units)
    check(set(count) == allowed, key + ": " + ", ".join(
        "%s %.1f%%" % (k, 100 * n / len(units)) for k, n in count.most_common()))


def alike(grids, key):
    """Share of neighbouring pairs with the same value, to see that values lie together."""
    owner = {(a, b): g for g in grids for a, b in zip(g.ring, g.ring[1:])}
    pairs = {(min(g.code, o.code), max(g.code, o.code)): getattr(g, key) == getattr(o, key)
             for (a, b), g in owner.items() if (o := owner.get((b, a)))}
    count = Counter(getattr(g, key) for g in grids)
    chance = sum((n / len(grids)) ** 2 for n in count.values())
    print("      %s: %.0f%% of neighbours alike, %.0f%% by chance" % (
        key, 100 * sum(pairs.values()) / len(pairs), 100 * chance))


def check_form(label, units, mean, low):
    values = [u.compactness() for u in units]
    check(sum(values) / len(values) > mean and min(values) > low,
          "%s: Polsby–Popper mean %.3f, smallest %.3f (%s)" % (
              label, sum(values) / len(values), min(values),
              min(units, key=Unit.compactness).code))


def spread(values):
    mean = sum(values) / len(values)
    return math.sqrt(sum((v - mean) ** 2 for v in values) / len(values)) / mean


def print_balance(label, units, parent, people):
    groups = {}
    for unit in units:
        groups.setdefault(getattr(unit, parent), []).append(unit)
    size = sorted(spread([u.shape.area for u in g]) for g in groups.values())
    load = sorted(spread([getattr(u, people) for u in g]) for g in groups.values())
    print("      %s: spread inside one parent, median and worst: area %.2f %.2f, people %.2f %.2f"
          % (label, size[len(size) // 2], size[-1], load[len(load) // 2], load[-1]))


def check_streets(streets, rows):
    worst = (0, "")
    for street in streets:
        wanted = next(float(r["area_km2"]) for r in rows if r["code"] == street.code)
        worst = max(worst, (abs(street.shape.area / 1e6 / wanted - 1), street.code))
    check(worst[0] < 0.15, "street areas against published ones: worst %.1f%% (%s)" % (
        100 * worst[0], worst[1]))


def check_schematic(folder):
    roads, areas = load(folder, "schematic-roads"), load(folder, "schematic-areas")
    for label, features, key in (("roads", roads, "class"), ("areas", areas, "kind")):
        print("      %s: %d features, %s" % (label, len(features), dict(Counter(
            f["properties"][key] for f in features))))
    small = [f for f in areas if f["geometry"]["type"] != "Polygon" or Polygon(
        [TO_PLANE(*p) for p in f["geometry"]["coordinates"][0]]).area < 200]
    invalid = [f for f in areas if not Polygon(f["geometry"]["coordinates"][0],
                                               f["geometry"]["coordinates"][1:]).is_valid]
    check(not small and not invalid, "areas: valid polygons, none under 200 m²")
    return roads


def check_roads(roads, grids):
    """Every grid border lies on a road line, edge by edge; paths in parks are left out."""
    on_road = {frozenset(e) for f in roads for e in zip(
        map(tuple, f["geometry"]["coordinates"]), map(tuple, f["geometry"]["coordinates"][1:]))}
    length = Counter()
    for grid in grids:
        for a, b in zip(grid.ring, grid.ring[1:]):
            length[frozenset((a, b)) in on_road] += math.dist(TO_PLANE(*a), TO_PLANE(*b))
    share = length[True] / (length[True] + length[False])
    check(share > 0.9, "%.1f%% of the length of grid borders runs along roads" % (100 * share))


def points(geometry):
    if geometry["type"] == "LineString":
        return geometry["coordinates"]
    return [p for ring in geometry["coordinates"] for p in ring]


def check_files(folder):
    sizes = {n: (folder / (n + ".geojson")).stat().st_size for n in FILES}
    check(sum(sizes.values()) <= 4 << 20, "sizes: %s, together %d bytes" % (
        ", ".join("%s %d" % s for s in sizes.items()), sum(sizes.values())))
    digits = all(p == [round(p[0], 8), round(p[1], 8)]
                 for n in FILES for f in load(folder, n) for p in points(f["geometry"]))
    check(digits, "coordinates have at most eight decimals")


def main(folder, source):
    with open(source / "divisions-dongcheng.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    units = [Unit(f) for f in load(folder, FILES[0])]
    grids = [Unit(f) for f in load(folder, FILES[1])]
    levels = {n: [u for u in units if u.level == n] for n in ("district", "street", "community")}
    count = [len(v) for v in levels.values()] + [len(grids)]
    check(count == [1, 17, 169, 589], "units: %s" % count)
    check_order("divisions", units)
    check_order("grids", grids)
    whole = levels["district"][0]
    named = (("streets", levels["street"], 500000), ("communities", levels["community"], 10000),
             ("grids", grids, 5000))
    check_shapes("district", [whole], 1e7)
    for label, group, smallest in named:
        check_shapes(label, group, smallest)
        check_partition(label, group, whole)
        check_edges(label, group, [whole])
    check_nested("communities", grids, levels["community"], "community")
    check_nested("streets", levels["community"], levels["street"], "parent")
    check_nested("district", levels["street"], [whole], "parent")
    check_codes(levels, grids, rows)
    check_streets(levels["street"], rows)
    check_people(levels, grids, rows)
    check_form("communities", levels["community"], 0.5, 0.2)
    check_form("grids", grids, 0.5, 0.2)
    print_balance("communities", levels["community"], "parent", "population")
    print_balance("grids", grids, "community", "residents")
    shares(grids, "type", TYPES)
    alike(grids, "type")
    shares(grids, "level", LEVELS)
    alike(grids, "level")
    check_roads(check_schematic(folder), grids)
    check_files(folder)
    print("%d checks failed" % len(failed) if failed else "all checks passed")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
