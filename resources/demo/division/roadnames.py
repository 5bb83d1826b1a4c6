# SPDX-License-Identifier: GPL-3.0-or-later
"""Names for the schematic roads: main roads by the pair of streets, the rest after communities."""

from names import number, stem

EDGE = ""
RING = {("110101004", "110101010"): "北二环路", ("110101005", "110101010"): "北二环路",
        ("110101005", "110101009"): "东二环路", ("110101006", "110101009"): "东二环路",
        (EDGE, "110101006"): "东二环路", (EDGE, "110101007"): "东二环路",
        (EDGE, "110101008"): "东二环路", ("110101016", "110101017"): "南二环路",
        ("110101014", "110101017"): "南二环路", ("110101015", "110101017"): "南二环路",
        ("110101009", "110101010"): "北二环路", (EDGE, "110101005"): "北二环路",
        (EDGE, "110101014"): "东南二环路"}
# Side parts of borders that belong to the ring road.
RING_CORNER = {("110101013", "110101014"): "东二环路"}
# Edges of the district whose northern side is the ring road.
RING_NORTH_SIDE = {(EDGE, "110101017")}
MAIN = {("110101003", "110101004"): "鼓楼东大街", ("110101002", "110101003"): "地安门东大街",
        ("110101005", "110101006"): "东四十条", ("110101004", "110101005"): "雍和宫大街",
        ("110101003", "110101005"): "东四北大街", ("110101002", "110101006"): "东四北大街",
        ("110101002", "110101005"): "东四北大街",
        ("110101006", "110101007"): "朝阳门内大街", ("110101001", "110101007"): "东四南大街",
        ("110101001", "110101002"): "五四大街", ("110101001", "110101006"): "东四西大街",
        ("110101001", "110101008"): "东单北大街", ("110101007", "110101008"): "金宝街",
        ("110101001", "110101011"): "前门东大街", ("110101001", "110101012"): "崇文门西大街",
        ("110101008", "110101012"): "崇文门东大街", ("110101008", "110101013"): "北京站东街",
        ("110101011", "110101012"): "前门东路", ("110101012", "110101013"): "花市大街",
        ("110101011", "110101016"): "珠市口东大街", ("110101012", "110101016"): "珠市口东大街",
        ("110101012", "110101015"): "崇文门外大街", ("110101013", "110101014"): "广渠门内大街",
        ("110101013", "110101015"): "广渠门内大街", ("110101014", "110101015"): "光明路",
        ("110101015", "110101016"): "天坛东路"}
TAILS = ("社区", "北里", "南里", "西里", "东区", "西区", "中区", "南区", "里", "巷", "街", "路")


def short(name):
    """The part of a community name that a road can be called after."""
    base = stem(name)
    for tail in TAILS:
        if base.endswith(tail) and len(base) - len(tail) >= 2:
            return base[:-len(tail)]
    return base


class Names:
    """Hands out names and never the same one twice for different lines of one kind."""

    def __init__(self):
        self.used = set(RING.values()) | set(MAIN.values())

    def take(self, options):
        for name in options:
            if name not in self.used:
                self.used.add(name)
                return name
        return ""

    def street(self, bases, flat, major):
        """A community border: 大街 or 街 from west to east, 路 from north to south."""
        ends = ("大街", "街", "北街", "南街", "横街") if flat else ("路", "东路", "西路", "中路", "小街")
        if not major and flat:
            ends = ends[1:]
        return self.take(b + e for e in ends for b in bases)

    def lane(self, base, flat, place):
        """A grid border, called after the side of the community it lies on."""
        ends = ("北巷", "南巷", "横巷") if flat else ("东巷", "西巷", "中巷")
        order = ends if place > 0 else (ends[1], ends[0], ends[2])
        more = ["%s%s%s" % (base, side, number(k) + "巷") for k in range(1, 9)
                for side in ("北" if flat else "东",)]
        return self.take([base + e for e in order] + more)

    def hutong(self, base, flat, old):
        """Numbered lanes; in the old town those from west to east are 条, as in 东四十条."""
        kind = "条" if flat and old and not base.endswith("条") else "巷"
        kind = kind if flat or not old else "夹道"
        return self.take("%s%s%s" % (base, number(k), kind) for k in range(1, 60))
