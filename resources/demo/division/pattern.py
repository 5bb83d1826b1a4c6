# SPDX-License-Identifier: GPL-3.0-or-later
"""Division of a street by generated roads: communities first, then grids, then city blocks.

Every step cuts one polygon in two along a slightly irregular line placed so that the load on its
sides stands as the numbers of units they are to hold. Many lines are tried, the best is kept. A
border therefore always runs along a road, and units are compact because unbalanced or thin pieces
lose. Ends of lines prefer places where a road arrives from the other side, so crossings form.
"""

import math
from collections import defaultdict

import numpy as np
from shapely.geometry import LineString, Polygon

import parks
from topology import area, compactness, snapped

SQUARE = math.pi / 4


class Piece:
    """A polygon ring with the sample points in it: x, y, people and area share per point."""

    def __init__(self, ring, points):
        self.ring = ring
        self.points = points
        self.area = area(ring)
        self.shape = Polygon(ring)

    def load(self, weight):
        return float((self.points[:, 2:4] @ np.asarray(weight)).sum())


class Stage:
    """What differs between cutting communities, grids and blocks."""

    def __init__(self, name, weight, tries, slack, snap, park_bonus):
        self.name, self.weight, self.tries = name, weight, tries
        self.slack, self.snap, self.park_bonus = slack, snap, park_bonus


COMMUNITY = Stage("community", (0.75, 0.25), 90, 0.05, 34.0, 1.2)
GRID = Stage("grid", (0.5, 0.5), 70, 0.09, 26.0, 2.5)
BLOCK = Stage("block", (0.0, 1.0), 16, 0.22, 13.0, 2.5)


class Junctions:
    """Ends of the lines drawn so far, found by place."""

    def __init__(self):
        self.cells = defaultdict(list)

    def add(self, point):
        self.cells[self.key(point)].append(point)

    def near(self, point, reach):
        i, j = self.key(point)
        found = [p for a in (-1, 0, 1) for b in (-1, 0, 1) for p in self.cells[(i + a, j + b)]]
        return [p for p in found if math.dist(p, point) < reach]

    @staticmethod
    def key(point):
        return (math.floor(point[0] / 40), math.floor(point[1] / 40))


def contains(ring, xy):
    """Even-odd test for many points at once."""
    odd = np.zeros(len(xy), dtype=bool)
    x, y = xy[:, 0], xy[:, 1]
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        if ay == by:
            continue
        crossed = (ay > y) != (by > y)
        odd ^= crossed & (x < (bx - ax) * (y - ay) / (by - ay) + ax)
    return odd


def profile(rng, length, stage):
    """Offsets of a line from straight, as knots over 0..1: bent, jogged, curved or slanting."""
    kind = rng.random()
    # Lanes bend less than main roads, or they would leave lens-shaped blocks between them.
    calm = 0.45 if stage.name == "block" else 1.0
    scale = min(length * 0.008, 6.0)
    count = 2 + int(length / 260)
    s = np.linspace(0, 1, count + 1)
    s[1:-1] += rng.uniform(-0.25, 0.25, count - 1) / count
    q = rng.normal(0, scale, count + 1)
    if kind < 0.14 and stage.name != "community":
        return jogged(rng, s, q, length)
    if kind < 0.24:
        s = np.linspace(0, 1, 9)
        bow = rng.choice([-1, 1]) * rng.uniform(0.03, 0.075) * length * calm
        q = bow * np.sin(math.pi * s)
    elif kind < 0.31:
        slant = rng.choice([-1, 1]) * rng.uniform(6, 16) * calm
        q = q + (s - 0.5) * length * math.tan(math.radians(slant))
    return s, q


def jogged(rng, s, q, length):
    """A small offset where two lanes meet: one side runs on a few steps beside the other."""
    at = rng.uniform(0.3, 0.7)
    step = rng.choice([-1, 1]) * min(rng.uniform(16, 38), 0.14 * length)
    base = rng.normal(0, min(length * 0.006, 4.0), 4)
    gap = 4.0 / length
    return (np.array([0, at - gap, at + gap, 1.0]),
            np.array([base[0], base[1], base[1] + step, base[2] + step]))


def frame(angle, across):
    """Unit vectors along the cut and across it; 'across' turns the frame a quarter."""
    angle += math.pi / 2 if across else 0.0
    return np.array([math.cos(angle), math.sin(angle)]), np.array([-math.sin(angle), math.cos(angle)])


def extents(piece, angle):
    ring = np.asarray(piece.ring)
    sizes = []
    for across in (False, True):
        s = ring @ frame(angle, across)[0]
        sizes.append(s.max() - s.min())
    return sizes


def quantile_offset(piece, stage, q, fraction):
    """Where along q the wanted share of the load lies below."""
    weight = piece.points[:, 2:4] @ np.asarray(stage.weight)
    order = np.argsort(q)
    total = np.cumsum(weight[order])
    at = np.searchsorted(total, fraction * total[-1])
    return q[order[min(at, len(order) - 1)]]


def drawn(piece, along, normal, knots, place):
    """A polyline across the piece at a place given by a function of the offsets."""
    s_ring = np.asarray(piece.ring) @ along
    low, high = s_ring.min() - 5, s_ring.max() + 5
    s = low + knots[0] * (high - low)
    xy = piece.points[:, :2]
    q = xy @ normal - np.interp(xy @ along, s, knots[1])
    c = place(q)
    return [tuple(along * a + normal * (c + b)) for a, b in zip(s, knots[1])]


def inner_part(piece, line):
    inner = LineString(line).intersection(piece.shape)
    if inner.geom_type != "LineString" or inner.is_empty:
        return None
    coords = [snapped(p) for p in inner.coords]
    return coords if len(set(coords)) == len(coords) else None


def host_edge(ring, point):
    """The edge of the ring a point lies on: its number and the distance."""
    a = np.asarray(ring)
    d = np.roll(a, -1, axis=0) - a
    v = np.asarray(point) - a
    t = np.clip((v * d).sum(1) / (d * d).sum(1), 0, 1)
    far = np.hypot(*(v - t[:, None] * d).T)
    k = int(far.argmin())
    return k, float(far[k])


def turn(ring, k):
    """Interior angle at a vertex in degrees."""
    p, a, b = ring[k], ring[k - 1], ring[(k + 1) % len(ring)]
    to_next = math.atan2(b[1] - p[1], b[0] - p[0])
    to_last = math.atan2(a[1] - p[1], a[0] - p[0])
    return math.degrees(to_last - to_next) % 360


def settle_end(piece, end, junctions, reach):
    """Move an end of a line to a junction or bend close by; None where it falls into a corner."""
    ring = piece.ring
    choices = []
    for k, vertex in enumerate(ring):
        far = math.dist(vertex, end)
        if far < reach:
            if turn(ring, k) < 150:
                return None
            choices.append((far + 3, vertex))
    for point in junctions.near(end, reach):
        if host_edge(ring, point)[1] < 0.002:
            choices.append((math.dist(point, end), point))
    return min(choices)[1] if choices else end


def settle_ends(piece, line, junctions, reach):
    first = settle_end(piece, line[0], junctions, reach)
    last = settle_end(piece, line[-1], junctions, reach)
    if first is None or last is None or first == last:
        return None
    inner = [p for p in line[1:-1] if min(math.dist(p, first), math.dist(p, last)) > 6]
    return [first] + inner + [last]


def cut_ring(ring, line):
    """The two rings on the sides of a line whose ends lie on the ring."""
    full = list(ring)
    for end in (line[0], line[-1]):
        if end not in full:
            full.insert(host_edge(full, end)[0] + 1, end)
    i, j = full.index(line[0]), full.index(line[-1])
    turned = full[i:] + full[:i]
    j = (j - i) % len(full)
    left = turned[j:] + [turned[0]] + line[1:-1]
    right = turned[:j + 1] + line[-2:0:-1]
    return left, right


def end_angle(ring, end, inner):
    """How far from square a line meets the ring at its end: 0 for square, 1 for parallel."""
    k = host_edge(ring, end)[0]
    a, b = ring[k], ring[(k + 1) % len(ring)]
    d1, d2 = (b[0] - a[0], b[1] - a[1]), (inner[0] - end[0], inner[1] - end[1])
    return abs(d1[0] * d2[0] + d1[1] * d2[1]) / (math.hypot(*d1) * math.hypot(*d2))


def form_cost(ring, count):
    """Thin pieces cost; a piece to be cut again may be somewhat longer than a final one."""
    pp = compactness(ring)
    wanted = 0.66 if count == 1 else 0.55
    return (SQUARE - pp) * 0.8 + 6 * max(0.0, wanted - pp) ** 2 + 4 * max(0.0, 0.42 - pp)


def park_cost(piece, rings, boxes):
    """Negative where a line runs along the side of a park that the piece holds in part."""
    gain = 0.0
    for box in boxes:
        xy = piece.points[:, :2]
        share = parks.inside(box, xy[:, 0], xy[:, 1]).mean()
        if not 0.1 < share < 0.9:
            continue
        purity = 0.0
        for ring in rings:
            own = contains(ring, xy)
            if own.sum() == 0:
                return 0.0
            part = parks.inside(box, xy[own, 0], xy[own, 1]).mean()
            purity += own.mean() * abs(part - share) / (share if part < share else 1 - share)
        gain -= max(0.0, purity - 0.45)
    return gain


class Candidate:
    def __init__(self, cost, line, rings, counts):
        self.cost, self.line, self.rings, self.counts = cost, line, rings, counts


class Cutter:
    def __init__(self, rng, street, angle):
        self.rng, self.street, self.angle = rng, street, angle
        self.boxes = parks.boxes_of(street)

    def knife(self, piece, stage, across, fraction):
        angle = self.angle + self.rng.normal(0, math.radians(1.2))
        along, normal = frame(angle, across)
        size = extents(piece, angle)[1 if across else 0]
        knots = profile(self.rng, size, stage)
        wanted = fraction * (1 + self.rng.uniform(-1, 1) * stage.slack)
        return drawn(piece, along, normal, knots,
                     lambda q: quantile_offset(piece, stage, q, wanted))

    def straddles(self, piece):
        xy = piece.points[:, :2]
        return any(0.05 < parks.inside(b, xy[:, 0], xy[:, 1]).mean() < 0.95 for b in self.boxes)

    def park_knives(self, piece, margin=60):
        """Straight lines along the sides of parks that run through the piece."""
        west, south, east, north = piece.shape.bounds
        lines = []
        for box in self.boxes:
            for x in (box[0], box[2]):
                if west + margin < x < east - margin and box[1] < north and box[3] > south:
                    lines.append([(x, south - 9), (x, north + 9)])
            for y in (box[1], box[3]):
                if south + margin < y < north - margin and box[0] < east and box[2] > west:
                    lines.append([(west - 9, y), (east + 9, y)])
        return lines

    def judge(self, piece, stage, line, count, first, junctions):
        """A candidate from a raw line, or None where the line cannot be used."""
        line = inner_part(piece, line)
        line = line and settle_ends(piece, line, junctions, stage.snap)
        if not line:
            return None
        rings = cut_ring(piece.ring, line)
        if min(area(r) for r in rings) < 0.04 * piece.area:
            return None
        share = self.share(piece, stage, rings[0])
        if first is None:
            first = min(count - 1, max(1, round(share * count))) if count else 0
        else:
            # Which ring is the lower side depends on the direction of the line.
            first = min((first, count - first), key=lambda n: abs(n / count - share))
        counts = (first, count - first)
        cost = self.cost(piece, stage, line, rings, counts, share, junctions)
        return Candidate(cost, line, rings, counts)

    @staticmethod
    def share(piece, stage, ring):
        own = contains(ring, piece.points[:, :2])
        weight = piece.points[:, 2:4] @ np.asarray(stage.weight)
        return float(weight[own].sum() / weight.sum())

    def cost(self, piece, stage, line, rings, counts, share, junctions):
        total = sum(counts)
        wanted = counts[0] / total if total else 0.5
        cost = sum(form_cost(r, max(n, 1)) for r, n in zip(rings, counts))
        cost += (2.2 if total else 0.8) * abs(share - wanted) / min(wanted, 1 - wanted)
        for end, inner in ((line[0], line[1]), (line[-1], line[-2])):
            cost += 1.6 * max(0.0, end_angle(piece.ring, end, inner) - 0.3)
            cost -= 0.10 if junctions.near(end, 0.01) else 0.0
        cost += stage.park_bonus * park_cost(piece, rings, self.boxes) if self.boxes else 0.0
        return cost + self.rng.uniform(0, 0.10)

    def directions(self, piece, stage):
        """Chance of cutting east–west: long pieces are cut across their length."""
        along, up = extents(piece, self.angle)
        return 1 / (1 + math.exp(5 * math.log(along / up)))

    def candidates(self, piece, stage, count, junctions):
        chance = self.directions(piece, stage)
        found = []
        for line in self.park_knives(piece):
            found.append(self.judge(piece, stage, line, count, None, junctions))
        for _ in range(stage.tries):
            first = self.first_count(count)
            across = self.rng.random() > chance
            line = self.knife(piece, stage, across, first / count)
            found.append(self.judge(piece, stage, line, count, first, junctions))
        return sorted((c for c in found if c), key=lambda c: c.cost)

    def first_count(self, count):
        half = count // 2
        options = [n for n in (half - 1, half, half, count - half) if 0 < n < count]
        return int(self.rng.choice(options))

    def cut(self, piece, stage, count, junctions):
        """The best usable cut as (line, pieces, counts)."""
        for candidate in self.candidates(piece, stage, count, junctions):
            if all(sound(ring) for ring in candidate.rings):
                for end in (candidate.line[0], candidate.line[-1]):
                    junctions.add(end)
                pieces = [self.part(piece, ring) for ring in candidate.rings]
                return candidate.line, pieces, candidate.counts
        return None

    @staticmethod
    def part(piece, ring):
        return Piece(ring, piece.points[contains(ring, piece.points[:, :2])])


def sound(ring):
    """Valid, and in one part after its rim is taken off: no thin necks or corridors."""
    polygon = Polygon(ring)
    if not polygon.is_valid:
        return False
    core = polygon.buffer(-0.13 * math.sqrt(polygon.area))
    return core.geom_type == "Polygon" and not core.is_empty


class Division:
    """All lines and the tree of pieces of the district."""

    def __init__(self):
        self.lines = []
        self.junctions = Junctions()

    def add(self, line, kind, owner, rank):
        self.lines.append({"line": line, "kind": kind, "owner": owner, "rank": rank})

    def divide(self, cutter, piece, stage, count, owner, rank=0):
        """Cut into the given number of pieces; returns them."""
        if count == 1:
            return [piece]
        found = cutter.cut(piece, stage, count, self.junctions)
        if found is None:
            raise SystemExit("no usable cut for %s in %s" % (stage.name, owner))
        line, pieces, counts = found
        self.add(line, stage.name, owner, rank)
        result = []
        for part, number in zip(pieces, counts):
            result += self.divide(cutter, part, stage, number, owner, rank + 1)
        return result

    def divide_along(self, cutter, piece, line, count, owner):
        """Cut communities with a given first line, an existing main road."""
        found = cutter.judge(piece, COMMUNITY, line, count, None, self.junctions)
        if found is None:
            raise SystemExit("the given line does not cut " + owner)
        self.add(found.line, "ring", owner, 0)
        for end in (found.line[0], found.line[-1]):
            self.junctions.add(end)
        result = []
        for ring, number in zip(found.rings, found.counts):
            part = cutter.part(piece, ring)
            result += self.divide(cutter, part, COMMUNITY, number, owner, 1)
        return result

    def blocks(self, cutter, piece, size, owner, rank=0):
        """Cut into city blocks of about the wanted width and height."""
        along, up = extents(piece, cutter.angle)
        wide, high = along / size[0], up / size[1]
        inside = any(parks.inside(b, *np.array(piece.shape.centroid.coords[0]))
                     and parks.inside(b, *piece.points[:, :2].T).mean() > 0.8
                     for b in cutter.boxes)
        limit = cutter.rng.uniform(1.15, 1.9)
        found = park_cut(cutter, piece, self.junctions) if cutter.straddles(piece) else None
        if not found and (inside or max(wide, high) < limit or piece.area < 7000):
            return [piece]
        found = found or block_cut(cutter, piece, wide > high, self.junctions)
        if found is None:
            return [piece]
        line, pieces, _ = found
        self.add(line, "block", owner, rank)
        return [b for p in pieces for b in self.blocks(cutter, p, size, owner, rank + 1)]


def taken(cutter, piece, found, junctions, smallest, strict):
    """The best of some candidates, with its ends noted."""
    for candidate in sorted((c for c in found if c), key=lambda c: c.cost):
        fine = all(Polygon(r).is_valid and (sound(r) or not strict) for r in candidate.rings)
        if fine and min(area(r) for r in candidate.rings) > smallest:
            for end in (candidate.line[0], candidate.line[-1]):
                junctions.add(end)
            return candidate.line, [cutter.part(piece, r) for r in candidate.rings], None
    return None


def park_cut(cutter, piece, junctions):
    """The side of a park that a grid holds in part comes before any other lane."""
    found = [cutter.judge(piece, BLOCK, line, 0, None, junctions)
             for line in cutter.park_knives(piece, 30)]
    return taken(cutter, piece, found, junctions, 1500, False)


def block_cut(cutter, piece, across, junctions):
    """A block line in the given direction, near the middle."""
    steps = max(2, round(max(extents(piece, cutter.angle)) / 90))
    found = []
    for _ in range(BLOCK.tries):
        near = (steps // 2) / steps if cutter.rng.random() < 0.5 else 0.5
        line = cutter.knife(piece, BLOCK, across, near)
        found.append(cutter.judge(piece, BLOCK, line, 0, None, junctions))
    return taken(cutter, piece, found, junctions, 2500, True)
