# SPDX-License-Identifier: GPL-3.0-or-later
"""Planar topology on a millimetre lattice: noding, faces, and unions of faces by cancelling edges.

Nothing here overlays two polygons. A union is what is left of the directed edges of its faces
after opposite ones cancel, so neighbours on every level hold the same vertices.
"""

import math
from collections import defaultdict

from shapely.geometry import LineString, Polygon
from shapely.ops import polygonize, unary_union

CELL = 40.0
REACH = 0.0025


def snapped(point):
    return (round(point[0], 3), round(point[1], 3))


def vertex_index(lines):
    cells = defaultdict(set)
    for line in lines:
        for x, y in line:
            cells[(math.floor(x / CELL), math.floor(y / CELL))].add((x, y))
    return cells


def cells_along(a, b):
    """The cells a segment passes, and those beside them."""
    steps = max(1, math.ceil(math.dist(a, b) / (CELL / 2)))
    found = set()
    for k in range(steps + 1):
        x = math.floor((a[0] + (b[0] - a[0]) * k / steps) / CELL)
        y = math.floor((a[1] + (b[1] - a[1]) * k / steps) / CELL)
        found.update((x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
    return found


def vertices_on(a, b, cells):
    """The vertices that lie on the open segment within rounding, in order from a."""
    length = math.dist(a, b)
    ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
    hits = []
    for cell in cells_along(a, b):
        for p in cells.get(cell, ()):
            dx, dy = p[0] - a[0], p[1] - a[1]
            along = dx * ux + dy * uy
            if p != a and p != b and 0 < along < length and abs(dx * uy - dy * ux) < REACH:
                hits.append((along, p))
    return [p for _, p in sorted(hits)]


def noded(lines):
    """The same lines with a vertex wherever a vertex of another line lies on them."""
    cells = vertex_index(lines)
    result = []
    for line in lines:
        full = [line[0]]
        for a, b in zip(line, line[1:]):
            full += vertices_on(a, b, cells) + [b]
        result.append(full)
    return result


def edges_of(lines):
    """Undirected edge to the number of the line it belongs to; the first line wins."""
    edges = {}
    for number, line in enumerate(lines):
        for a, b in zip(line, line[1:]):
            edges.setdefault((min(a, b), max(a, b)), number)
    return edges


def faces_from(edges):
    segments = [LineString(edge) for edge in edges]
    if len(unary_union(segments).geoms) != len(edges):
        raise SystemExit("the linework still crosses itself between vertices")
    return [ring_ccw(face) for face in polygonize(segments)]


def ring_ccw(polygon):
    ring = list(polygon.exterior.coords)[:-1]
    return ring if polygon.exterior.is_ccw else ring[::-1]


def directed(ring):
    return zip(ring, ring[1:] + ring[:1])


def union_ring(rings):
    """The outer ring of a connected union of faces; fails where it is not one simple ring."""
    edges = {edge for ring in rings for edge in directed(ring)}
    border = {a: b for a, b in edges if (b, a) not in edges}
    count = sum((b, a) not in edges for a, b in edges)
    start = min(border)
    ring, point = [start], border[start]
    while point != start and len(ring) <= count:
        ring.append(point)
        point = border[point]
    if len(ring) != count:
        raise SystemExit("a union of faces is not one simple ring near %r" % (start,))
    return ring


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in directed(ring)) / 2


def perimeter(ring):
    return sum(math.dist(a, b) for a, b in directed(ring))


def compactness(ring):
    """Polsby–Popper: 1 for a circle, 0.785 for a square."""
    return 4 * math.pi * abs(area(ring)) / perimeter(ring) ** 2
