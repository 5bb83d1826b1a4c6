# SPDX-License-Identifier: GPL-3.0-or-later
"""Schematic base map of the same lines: roads by class, parks, water, and the blocks between."""

import math

import numpy as np
from shapely.geometry import LineString, MultiLineString, Polygon
from shapely.geometry.polygon import orient
from shapely.ops import linemerge, unary_union

import parks
import roadnames
import topology
import writing

WIDTH = {"expressway": 56.0, "arterial": 38.0, "secondary": 26.0, "branch": 13.0, "hutong": 6.0}
OLD_TOWN = {"1101010%02d" % n for n in (1, 2, 3, 4, 5, 6, 7, 8, 11)}
ORDER = ("expressway", "arterial", "secondary", "branch", "hutong")
MOAT_OFFSET, MOAT_WIDTH = 58.0, 26.0
SMALLEST_PARK = 5000


def owners(rings):
    """Directed edge to the name of the ring it belongs to."""
    return {edge: name for name, ring in rings.items() for edge in topology.directed(ring)}


def pair_of(line, sides):
    a, b = line[0], line[1]
    return tuple(sorted((sides.get((a, b), ""), sides.get((b, a), ""))))


def length(line):
    return sum(math.dist(a, b) for a, b in zip(line, line[1:]))


def at_corners(line, sharp=55, shortest=150):
    """A line cut where it turns a corner, for a road has one name as far as it goes straight."""
    parts = [[line[0]]]
    for a, b, c in zip(line, line[1:], line[2:]):
        parts[-1].append(b)
        turn = math.degrees(math.atan2(c[1] - b[1], c[0] - b[0])
                            - math.atan2(b[1] - a[1], b[0] - a[0]))
        rest = line[line.index(b):]
        if (abs((turn + 180) % 360 - 180) > sharp
                and length(parts[-1]) > shortest and length(rest) > shortest):
            parts.append([b])
    parts[-1].append(line[-1])
    return parts


def is_flat(line):
    return abs(line[-1][0] - line[0][0]) > abs(line[-1][1] - line[0][1])


class Roads:
    def __init__(self, rows, communities, rings):
        self.label = {r["code"]: r["name"] for r in rows}
        self.label.update({c["code"]: c["name"] for c in communities})
        self.street_sides = owners(rings)
        self.community_sides = owners({c["code"]: c["ring"] for c in communities})
        self.centre = {c["code"]: c["piece"].shape.centroid.coords[0] for c in communities}
        self.names = roadnames.Names()
        self.roads = []

    def add(self, kind, name, line):
        self.roads.append({"class": kind, "name": name, "line": line, "width": WIDTH[kind]})

    def border(self, line):
        """A street border or the edge of the district."""
        parts = sorted(at_corners(line), key=length, reverse=True)
        if pair_of(line, self.street_sides) in roadnames.RING_NORTH_SIDE:
            top = max((p for p in parts if is_flat(p)), key=lambda p: min(q[1] for q in p))
            self.add("expressway", "南二环路", top)
            parts.remove(top)
        self.border_part(parts[0])
        for part in parts[1:]:
            self.border_part(part, True)

    def border_part(self, line, side=False):
        """A straight part; a side part round a corner does not take the name of the main one."""
        pair = pair_of(line, self.street_sides)
        if side and pair in roadnames.RING_CORNER:
            return self.add("expressway", roadnames.RING_CORNER[pair], line)
        if pair in roadnames.RING:
            return self.add("expressway", roadnames.RING[pair], line)
        if pair in roadnames.MAIN and not side:
            return self.add("arterial", roadnames.MAIN[pair], line)
        base = roadnames.short(self.label[pair[1]])
        kind = "arterial" if pair[0] else "secondary"
        self.add(kind, self.names.street([base], is_flat(line), True), line)

    def bases(self, line):
        """Short names of the communities beside a line, the one with the longest side first."""
        reach = {}
        for a, b in zip(line, line[1:]):
            for edge in ((a, b), (b, a)):
                code = self.community_sides.get(edge)
                if code:
                    reach[code] = reach.get(code, 0) + math.dist(a, b)
        return [roadnames.short(self.label[c]) for c in sorted(reach, key=lambda c: (-reach[c], c))]

    def community(self, entry, line):
        far = length(line)
        major = entry["rank"] == 0 and far > 850
        kind = "arterial" if major else "secondary" if far > 380 else "branch"
        self.add(kind, self.names.street(self.bases(line), is_flat(line), kind != "branch"), line)

    def lane(self, entry, line):
        code = entry["owner"]
        base, flat = roadnames.short(self.label[code]), is_flat(line)
        old = code[:9] in OLD_TOWN
        middle, centre = line[len(line) // 2], self.centre[code]
        place = middle[1] - centre[1] if flat else middle[0] - centre[0]
        kind = "branch" if entry["rank"] == 0 or not old else "hutong"
        self.add(kind, self.names.lane(base, flat, place), line)

    def hutongs(self, entries):
        """Lanes between blocks, numbered from north to south and from west to east."""
        entries.sort(key=lambda e: (e[0]["owner"], -e[1][0][1], e[1][0][0]))
        for entry, line in entries:
            old = entry["owner"][:9] in OLD_TOWN
            base = roadnames.short(self.label[entry["owner"]])
            kind = "hutong" if old or length(line) < 240 else "branch"
            # Short links between lanes have no name of their own.
            name = self.names.hutong(base, is_flat(line), old) if length(line) > 95 else ""
            self.add(kind, name, line)


def all_roads(roads, lines, arc_count, entries):
    for line in lines[:arc_count]:
        roads.border(line)
    rest = list(zip(entries, lines[arc_count:]))
    for entry, line in rest:
        if entry["kind"] == "ring":
            roads.add("expressway", "东二环路", line)
        elif entry["kind"] == "community":
            roads.community(entry, line)
    for entry, line in rest:
        if entry["kind"] == "grid":
            roads.lane(entry, line)
    roads.hutongs([r for r in rest if r[0]["kind"] == "block"])
    return roads.roads


def park_faces(faces):
    """Name of each big park to the numbers of its faces."""
    result = {}
    for _, name, (west, south, east, north) in parks.PARKS:
        box = Polygon([(west, south), (east, south), (east, north), (west, north)])
        near = []
        for k, face in enumerate(faces):
            shape = Polygon(face)
            if shape.intersects(box) and shape.intersection(box).area > 0.6 * shape.area:
                near.append(k)
        result[name] = near
    return result


def without_park_paths(roads, faces, by_park):
    """Cut out what runs inside a park; a line may fall into several parts."""
    hidden = set()
    for numbers in by_park.values():
        edges = {e for k in numbers for e in topology.directed(faces[k])}
        hidden.update(e for e in edges if (e[1], e[0]) in edges)
    result = []
    for road in roads:
        run = []
        for a, b in zip(road["line"], road["line"][1:]):
            if (a, b) in hidden:
                result += [dict(road, line=run)] if run else []
                run = []
            else:
                run = (run or [a]) + [b]
        result += [dict(road, line=run)] if run else []
    return result


def road_widths(roads):
    return {frozenset(e): r["width"] for r in roads for e in zip(r["line"], r["line"][1:])}


def largest(geometry):
    return max(getattr(geometry, "geoms", [geometry]), key=lambda g: g.area)


def set_back(ring, widths):
    """The ground inside a ring that its roads leave free."""
    by_width = {}
    for a, b in topology.directed(ring):
        by_width.setdefault(widths.get(frozenset((a, b)), 4.0), []).append((a, b))
    strips = [MultiLineString(edges).buffer(width / 2, cap_style=3, join_style=2)
              for width, edges in by_width.items()]
    return largest(Polygon(ring).difference(unary_union(strips))).simplify(0.4)


def chain(roads_sides, lines, wanted):
    """The border lines of some pairs of streets as one line from west to east."""
    parts = [LineString(l) for l in lines if wanted(pair_of(l, roads_sides), l)]
    merged = linemerge(parts)
    line = max(getattr(merged, "geoms", [merged]), key=lambda g: g.length)
    coords = list(line.coords)
    return LineString(coords if coords[0][0] < coords[-1][0] else coords[::-1])


def moat(line, side):
    offset = line.parallel_offset(MOAT_OFFSET, side, join_style=2)
    offset = max(getattr(offset, "geoms", [offset]), key=lambda g: g.length)
    return largest(offset.simplify(4).buffer(MOAT_WIDTH / 2, cap_style=2, join_style=1,
                                             resolution=3)).simplify(0.5)


def moats(sides, arcs):
    south = {p for p, n in roadnames.RING.items() if n == "南二环路"}
    north = {p for p, n in roadnames.RING.items() if n == "北二环路"}
    def on_south(pair, line):
        edge = pair == ("", "110101014") or pair == ("", "110101015")
        return pair in south or edge
    return [("南护城河", moat(chain(sides, arcs, on_south), "right")),
            ("北护城河", moat(chain(sides, arcs, lambda p, l: p in north), "left"))]


def lake(rng, centre, wide, high):
    turn = np.linspace(0, 2 * math.pi, 36, endpoint=False)
    wobble = 1 + 0.13 * np.sin(2 * turn + rng.uniform(0, 6)) + 0.09 * np.sin(
        3 * turn + rng.uniform(0, 6))
    return Polygon(zip(centre[0] + wide * wobble * np.cos(turn),
                       centre[1] + high * wobble * np.sin(turn)))


def waters(rng, sides, arcs, big):
    result = moats(sides, arcs)
    for name, centre, wide, high in parks.LAKES:
        result.append((name, lake(rng, centre, wide, high)))
    palace = big["故宫"]
    result.append(("筒子河", palace.buffer(-14, join_style=2).difference(
        palace.buffer(-52, join_style=2))))
    return result


def pocket_parks(rng, faces, taken, wet, count=16):
    """A few single blocks, well apart, that are small parks."""
    chosen = []
    for k in rng.permutation(len(faces)):
        size = abs(topology.area(faces[k]))
        fit = 6000 < size < 15000 and topology.compactness(faces[k]) > 0.6
        spot = Polygon(faces[k]).centroid
        apart = all(spot.distance(s) > 900 for _, s in chosen) and spot.distance(wet) > 150
        if k not in taken and fit and apart:
            chosen.append((int(k), spot))
        if len(chosen) == count:
            break
    return [k for k, _ in chosen]


def write_roads(target, roads):
    roads.sort(key=lambda r: (ORDER.index(r["class"]), r["name"], r["line"][0]))
    writing.write(target / "schematic-roads.geojson", [
        writing.feature("LineString", writing.line_of(r["line"]), {
            "class": r["class"], "name": r["name"], "width_m": r["width"]}) for r in roads])


def area_features(kind, name, shape):
    """Polygons of one area; pieces under 200 m² are left out."""
    result = []
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type == "Polygon" and part.area > 220:
            part = orient(part)
            rings = [writing.line_of([topology.snapped(p) for p in r.coords])
                     for r in [part.exterior, *part.interiors]]
            properties = {"kind": kind, "name": name} if name else {"kind": kind}
            result.append(writing.feature("Polygon", rings, properties))
    return result


def park_name(face, sides, maker):
    code = next(sides[e] for e in topology.directed(face) if e in sides)
    base = roadnames.short(maker.label[code])
    return maker.names.take([base + "街心公园", base + "口袋公园", base + "小公园"])


def grid_sides(communities):
    return {e: c["code"] for c in communities for g in c["grids"] for f in g["faces"]
            for e in topology.directed(f)}


def write(target, rows, communities, rings, lines, arc_count, entries, faces):
    rng = np.random.default_rng(2)
    maker = Roads(rows, communities, rings)
    by_park = park_faces(faces)
    roads = without_park_paths(all_roads(maker, lines, arc_count, entries), faces, by_park)
    write_roads(target, roads)
    widths = road_widths(roads)
    big = {name: set_back(topology.union_ring([faces[k] for k in numbers]), widths)
           for name, numbers in by_park.items()}
    water = waters(rng, maker.street_sides, lines[:arc_count], big)
    taken = {k for numbers in by_park.values() for k in numbers}
    wet = unary_union([s for _, s in water])
    pockets = pocket_parks(rng, faces, taken, wet)
    sides = grid_sides(communities)
    features = [f for n, s in big.items() for f in area_features("park", n, s)]
    for k in pockets:
        name = park_name(faces[k], sides, maker)
        features += area_features("park", name, set_back(faces[k], widths))
    features += [f for n, s in water for f in area_features("water", n, s)]
    for k, face in enumerate(faces):
        if k not in taken and k not in pockets:
            features += area_features("block", "", set_back(face, widths).difference(wet))
    features.sort(key=lambda f: (f["properties"]["kind"], f["properties"].get("name", ""),
                                 f["geometry"]["coordinates"][0][0]))
    writing.write(target / "schematic-areas.geojson", features)
