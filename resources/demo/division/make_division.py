#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the demo district after Dongcheng: 17 streets, 169 communities, 589 unit grids.

    make_division.py SOURCE-FOLDER OUTPUT-FOLDER

Same inputs, same outputs: the seed is fixed. See README.md beside this file.
"""

import sys
from pathlib import Path

import numpy as np
from shapely.geometry import Point, Polygon

# The folder is data that is installed as it lies, so no caches are left in it.
sys.dont_write_bytecode = True
import basemap
import names
import parks
import people
import streets
import topology
import writing
from pattern import COMMUNITY, GRID, Cutter, Division, Piece

SEED = 110101
GRIDS = 589
# Wanted width and height of city blocks: flat hutong blocks in the north, larger ones in the south.
HUTONG, OLD, MODERN = (165.0, 62.0), (130.0, 85.0), (135.0, 125.0)
BLOCK_SIZE = {"110101002": HUTONG, "110101003": HUTONG, "110101004": HUTONG, "110101005": HUTONG,
              "110101006": HUTONG, "110101007": HUTONG, "110101001": OLD, "110101008": OLD,
              "110101011": (75.0, 120.0)}
# Axis of each street in degrees from east; old Beijing lies about a degree off the meridian.
AXIS = {"110101009": 1.5, "110101010": 0.5, "110101011": -2.0, "110101014": -1.0,
        "110101017": 2.5}
# The second ring road crosses this street between two corners of its neighbours.
RING_STREET = "110101013"
RING_ROAD = [(451280.0, 4416930.0), (451310.0, 4416820.0), (451390.0, 4416600.0),
             (451560.0, 4416350.0), (451790.0, 4416130.0), (451905.0, 4415980.0),
             (451935.0, 4415900.0)]


def street_pieces(rng, outlines):
    field = people.Field(rng, 500, 1900)
    pieces = {}
    for code, outline in outlines.items():
        ring = [topology.snapped(p) for p in topology.ring_ccw(outline)]
        pieces[code] = Piece(ring, people.sample(rng, ring, code, field, 1))
    return pieces


def cutter_for(rng, street):
    axis = AXIS.get(street, 0.6) + rng.normal(0, 0.4)
    return Cutter(rng, street, np.radians(axis))


def divide_streets(rng, division, pieces, rows):
    """Communities of all streets as (street, piece, cutter), not yet named."""
    count = {code: sum(r["parent"] == code for r in rows) for code in pieces}
    result = []
    for code, piece in pieces.items():
        cutter = cutter_for(rng, code)
        if code == RING_STREET:
            parts = division.divide_along(cutter, piece, RING_ROAD, count[code], code)
        else:
            parts = division.divide(cutter, piece, COMMUNITY, count[code], code)
        result += [{"street": code, "piece": p, "cutter": cutter} for p in parts]
    return result


def community_loads(communities, rows):
    """Half people, half area, both measured against the whole district."""
    population = {r["code"]: int(r["population"]) for r in rows if r["level"] == "street"}
    total = sum(population.values())
    district = sum(c["piece"].area for c in communities)
    for c in communities:
        c["people"] = float(c["piece"].points[:, 2].sum()) * population[c["street"]]
        c["load"] = 0.5 * c["people"] / total + 0.5 * c["piece"].area / district
    return [c["load"] for c in communities]


def divide_communities(division, communities, numbers):
    for community, number in zip(communities, numbers):
        cutter, piece = community["cutter"], community["piece"]
        cutter.angle += cutter.rng.normal(0, np.radians(0.5))
        owner = community["code"]
        parts = division.divide(cutter, piece, GRID, number, owner)
        community["grids"] = [{"piece": p, "community": owner} for p in parts]


def divide_grids(division, communities):
    for community in communities:
        size = BLOCK_SIZE.get(community["street"], MODERN)
        for grid in community["grids"]:
            grid["blocks"] = division.blocks(community["cutter"], grid["piece"], size,
                                             community["code"])


def faces_of_blocks(edges, communities):
    """Polygonize once and give each face to the block it was drawn as."""
    blocks = [(b, g) for c in communities for g in c["grids"] for b in g["blocks"]]
    faces = topology.faces_from(edges)
    if len(faces) != len(blocks):
        raise SystemExit("%d faces for %d blocks" % (len(faces), len(blocks)))
    points = np.array([Polygon(f).representative_point().coords[0] for f in faces])
    for grid in (g for c in communities for g in c["grids"]):
        grid["faces"] = []
    for block, grid in blocks:
        west, south, east, north = block.shape.bounds
        near = np.flatnonzero((points[:, 0] > west) & (points[:, 0] < east)
                              & (points[:, 1] > south) & (points[:, 1] < north))
        own = [k for k in near if block.shape.contains(Point(points[k]))]
        if len(own) != 1:
            raise SystemExit("a block has %d faces" % len(own))
        grid["faces"].append(faces[own[0]])
    return faces


def unite(communities):
    """Rings of grids, communities, streets and the district, each from the level below."""
    by_street = {}
    for community in communities:
        for grid in community["grids"]:
            grid["ring"] = topology.union_ring(grid["faces"])
            grid["centre"] = people.centre(grid["ring"])
            grid["park"] = park_share(grid, community["street"])
            grid["people"] = float(grid["piece"].points[:, 2].sum())
        community["ring"] = topology.union_ring([g["ring"] for g in community["grids"]])
        by_street.setdefault(community["street"], []).append(community["ring"])
    rings = {code: topology.union_ring(parts) for code, parts in by_street.items()}
    return rings, topology.union_ring(list(rings.values()))


def park_share(grid, street):
    xy = grid["piece"].points[:, :2]
    shares = [parks.inside(box, xy[:, 0], xy[:, 1]).mean() for box in parks.boxes_of(street)]
    return float(max(shares, default=0.0))


def number_grids(community):
    """Rows from north to south, in a row from west to east."""
    grids = sorted(community["grids"], key=lambda g: -g["centre"][1])
    height = np.mean([abs(topology.area(g["ring"])) ** 0.5 for g in grids])
    rows = []
    for grid in grids:
        if rows and rows[-1][0]["centre"][1] - grid["centre"][1] < 0.5 * height:
            rows[-1].append(grid)
        else:
            rows.append([grid])
    ordered = [g for row in rows for g in sorted(row, key=lambda g: g["centre"][0])]
    for number, grid in enumerate(ordered, 1):
        grid["code"] = "%s%03d" % (community["code"], number)
        grid["name"] = names.grid_name(community["name"], number)
        grid["street"] = community["street"]
    community["grids"] = ordered


def populate(rng, communities, rows):
    grids = [g for c in communities for g in c["grids"]]
    people.grid_types(rng, grids)
    people.grid_levels(rng, grids)
    for row in (r for r in rows if r["level"] == "street"):
        own = [c for c in communities if c["street"] == row["code"]]
        people.settle_people(rng, int(row["population"]), own)


def make(source, target):
    rng = np.random.default_rng(SEED)
    rows = streets.read_divisions(source)
    outlines, arcs = streets.clean_streets(source)
    division = Division()
    pieces = street_pieces(rng, outlines)
    communities = divide_streets(rng, division, pieces, rows)
    names.name_communities(communities, pieces, rows)
    communities.sort(key=lambda c: c["code"])
    numbers = people.grid_numbers(community_loads(communities, rows), GRIDS)
    divide_communities(division, communities, numbers)
    divide_grids(division, communities)
    lines = topology.noded([list(a) for a in arcs] + [d["line"] for d in division.lines])
    edges = topology.edges_of(lines)
    faces = faces_of_blocks(edges, communities)
    rings, district = unite(communities)
    for community in communities:
        number_grids(community)
    populate(rng, communities, rows)
    writing.write_division(target, rows, communities, rings, district)
    basemap.write(target, rows, communities, rings, lines, len(arcs), division.lines, faces)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    make(Path(sys.argv[1]), Path(sys.argv[2]))
