# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the big open places of the demo lie, as boxes in EPSG:32650 (west, south, east, north).

Roughly where the real ones are; the division is drawn so that its lines follow their sides.
"""

PARKS = [
    ("110101016", "天坛公园", (448560.0, 4413880.0, 449660.0, 4414980.0)),
    ("110101014", "龙潭公园", (451060.0, 4413900.0, 451760.0, 4414480.0)),
    ("110101010", "地坛公园", (449560.0, 4422420.0, 450060.0, 4423000.0)),
    ("110101010", "青年湖公园", (448330.0, 4422420.0, 448740.0, 4422790.0)),
    ("110101001", "故宫", (447880.0, 4417980.0, 448590.0, 4418960.0)),
]

# Lakes: park, centre, half width, half height.
LAKES = [
    ("龙潭湖", (451420.0, 4414170.0), 210.0, 120.0),
    ("青年湖", (448530.0, 4422600.0), 105.0, 80.0),
]


def boxes_of(street):
    return [box for code, _, box in PARKS if code == street]


def inside(box, x, y):
    return (x > box[0]) & (x < box[2]) & (y > box[1]) & (y < box[3])
