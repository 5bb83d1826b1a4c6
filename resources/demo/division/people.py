# SPDX-License-Identifier: GPL-3.0-or-later
"""Simulated people, kinds and levels. Smooth fields over the plane make neighbours alike."""

import math

import numpy as np

import parks
from pattern import contains
from topology import area

STEP = 12.0
TYPE_SHARE = (("crowded", 0.08), ("business", 0.16), ("enterprise", 0.14))
LEVEL_SHARE = (("comprehensive", 0.04), ("key", 0.11), ("general", 0.25))
LIVED_IN = {"residential": 1.0, "business": 0.72, "enterprise": 0.78, "crowded": 0.65}
LAND_USE = {"residential": "R", "business": "B", "enterprise": "A", "crowded": "B"}

# Places that draw crowds or trade, in EPSG:32650, with reach in metres.
CROWDS = [(448250, 4418480, 420), (449450, 4418200, 280), (450700, 4417050, 330),
          (449100, 4414450, 520), (448550, 4413200, 300), (450400, 4421950, 240),
          (448650, 4421000, 250), (451400, 4414200, 330), (449800, 4422700, 280),
          (448500, 4416450, 260), (451500, 4420200, 240), (450050, 4416500, 240)]
TRADES = [(449400, 4418000, 600), (450950, 4418000, 550), (451650, 4421100, 520),
          (449850, 4416400, 480), (448500, 4416400, 420), (450700, 4422000, 400),
          (450900, 4420300, 450), (448800, 4412700, 420), (449700, 4423300, 420)]
OFFICES = [(448900, 4417200, 700), (451000, 4420000, 500), (448000, 4423300, 600),
           (450300, 4414900, 500), (450000, 4419700, 450), (448800, 4419900, 350)]


class Field:
    """A smooth random surface with mean 0 and standard deviation about 1."""

    def __init__(self, rng, shortest, longest, count=14):
        turn = rng.uniform(0, 2 * math.pi, count)
        waves = 2 * math.pi / rng.uniform(shortest, longest, count)
        self.kx, self.ky = waves * np.cos(turn), waves * np.sin(turn)
        self.phase = rng.uniform(0, 2 * math.pi, count)
        self.scale = math.sqrt(2 / count)

    def at(self, x, y):
        x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        waves = np.cos(np.multiply.outer(x, self.kx) + np.multiply.outer(y, self.ky) + self.phase)
        return self.scale * waves.sum(axis=-1)


def pull(places, x, y):
    """How strongly the nearest of some places is felt: 1 at its centre, 0 far away."""
    return max(math.exp(-((x - px) ** 2 + (y - py) ** 2) / reach ** 2) for px, py, reach in places)


def sample(rng, ring, street, field, population):
    """Points over a street: x, y, share of its people, share of its area."""
    xs, ys = zip(*ring)
    x, y = np.meshgrid(np.arange(min(xs), max(xs), STEP), np.arange(min(ys), max(ys), STEP))
    xy = np.column_stack([x.ravel(), y.ravel()])
    xy = xy + rng.uniform(-STEP / 3, STEP / 3, xy.shape)
    xy = xy[contains(ring, xy)]
    density = np.exp(0.33 * field.at(xy[:, 0], xy[:, 1]))
    for box in parks.boxes_of(street):
        density[parks.inside(box, xy[:, 0], xy[:, 1])] *= 0.03
    return np.column_stack([xy, density / density.sum(), np.full(len(xy), 1 / len(xy))])


def apportion(total, weights):
    """Whole numbers in proportion to the weights that add up to the total."""
    exact = np.asarray(weights, dtype=float) * total / sum(weights)
    whole = np.floor(exact).astype(int)
    rest = np.argsort(whole - exact, kind="stable")[:total - int(whole.sum())]
    whole[rest] += 1
    return [int(n) for n in whole]


def grid_numbers(loads, total, low=2, high=6):
    """How many grids each community gets, in proportion to load and within bounds."""
    numbers = [low] * len(loads)
    while sum(numbers) < total:
        free = [i for i, n in enumerate(numbers) if n < high]
        best = max(free, key=lambda i: loads[i] / (numbers[i] + 0.5))
        numbers[best] += 1
    return numbers


def centre(ring):
    twice = 2 * area(ring)
    x = y = 0.0
    ox, oy = ring[0]
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        cross = (ax - ox) * (by - oy) - (bx - ox) * (ay - oy)
        x += (ax + bx - 2 * ox) * cross
        y += (ay + by - 2 * oy) * cross
    return ox + x / (3 * twice), oy + y / (3 * twice)


def ranked(scores, shares, rest):
    """Names by rank of score: the first shares of the list take the first names."""
    names = [rest] * len(scores)
    for name, share in shares:
        free = [i for i, n in enumerate(names) if n == rest]
        free.sort(key=lambda i: -scores[i][name])
        for i in free[:round(share * len(scores))]:
            names[i] = name
    return names


def grid_types(rng, grids):
    fields = {name: Field(rng, 500, 1500) for name, _ in TYPE_SHARE}
    pulls = {"crowded": CROWDS, "business": TRADES, "enterprise": OFFICES}
    strength = {"crowded": 4.0, "business": 2.4, "enterprise": 1.6}
    scores = []
    for grid in grids:
        x, y = grid["centre"]
        score = {n: float(f.at(x, y)) * 0.6 + strength[n] * pull(pulls[n], x, y)
                 for n, f in fields.items()}
        score["crowded"] += 6.0 * grid["park"]
        scores.append(score)
    for grid, name in zip(grids, ranked(scores, TYPE_SHARE, "residential")):
        grid["type"] = name


def grid_levels(rng, grids):
    """One field of how much there is to watch; crowds and trade add to it."""
    field = Field(rng, 900, 2600)
    extra = {"crowded": 1.1, "business": 0.6, "enterprise": -0.2, "residential": 0.0}
    scores = []
    for grid in grids:
        x, y = grid["centre"]
        value = float(field.at(x, y)) + extra[grid["type"]] - 1.2 * grid["park"]
        value += float(rng.normal(0, 0.1))
        scores.append({name: value for name, _ in LEVEL_SHARE})
    for grid, name in zip(grids, ranked(scores, LEVEL_SHARE, "daily")):
        grid["level"] = name


def land_use(grid):
    """Class letter after the national land classes: R, A, B, or G for a grid that is a park."""
    return "G" if grid["park"] > 0.6 else LAND_USE[grid["type"]]


def settle_people(rng, street_population, communities):
    """Residents and households of the grids of one street; the sums are exact."""
    loads = [c["people"] for c in communities]
    for community, people in zip(communities, apportion(street_population, loads)):
        community["population"] = people
        grids = community["grids"]
        weights = [g["people"] * LIVED_IN[g["type"]] + 1e-9 for g in grids]
        for grid, number in zip(grids, apportion(people, weights)):
            grid["residents"] = number
            grid["households"] = int(round(number / rng.uniform(2.35, 2.85)))
