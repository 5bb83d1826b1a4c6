#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measure what the demo is simulated from: measure.py DATA_FOLDER OUT_FOLDER

DATA_FOLDER holds the sets taipei-1999, boston-311, zurich-zwn and houston-crime-2010. The two files
made by hand, category-map.csv and class-mix-ingredients.csv, are read from beside this script.
"""

import csv
import datetime
import glob
import gzip
import math
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
BOSTON_FILE = ("boston-311", "cases-2011-07_10.csv.gz")
BOOKINGS = "Schedule a Bulk Item Pickup"
QUANTILES = (1, 5, 10, 25, 50, 75, 90, 95, 99)
BLEND = (("published", 0.20), ("assumed", 0.65), ("taipei-1999", 0.10), ("boston-311", 0.05))
MONTH_DAYS = (31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAY = datetime.timedelta(days=1)


def read(*path):
    with gzip.open(os.path.join(*path), "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def write(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def stamp(text):
    return datetime.datetime.strptime(text, "%Y-%m-%d %H:%M:%S")


def shares(counts):
    """Shares with six decimals that sum to exactly one: the largest takes the rounding."""
    total = sum(counts.values())
    millionths = {key: round(value * 1e6 / total) for key, value in counts.items()}
    largest = max(sorted(millionths, key=str), key=lambda key: millionths[key])
    millionths[largest] += 1000000 - sum(millionths.values())
    return {key: "%.6f" % (value / 1e6) for key, value in millionths.items()}


def quantile(values, percent):
    """Linear between the order statistics; values are sorted."""
    position = (len(values) - 1) * percent / 100.0
    low = int(position)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (position - low)


def covered_days(daily, first, last):
    """Where a source has 50 and more cases a day, a day without any is a gap in the source."""
    busy = sum(daily.values()) / len(daily) >= 50
    days = [first + DAY * i for i in range((last - first).days + 1)]
    return [day for day in days if day in daily or not busy]


def day_to_day(daily):
    """Poisson fit of (month of that year) x (weekday): mean, dispersion, lag-1 autocorrelation."""
    first, last = min(daily), max(daily)
    days = covered_days(daily, first, last)
    counts = [daily.get(day, 0) for day in days]
    month = {(day.year, day.month): 1.0 for day in days}
    week = {number: 1.0 for number in range(1, 8)}
    for _ in range(50):
        for effect, key_of, other in (
                (month, lambda d: (d.year, d.month), lambda d: week[d.isoweekday()]),
                (week, lambda d: d.isoweekday(), lambda d: month[(d.year, d.month)])):
            seen = dict.fromkeys(effect, 0.0)
            base = dict.fromkeys(effect, 0.0)
            for day, number in zip(days, counts):
                seen[key_of(day)] += number
                base[key_of(day)] += other(day)
            for key in effect:
                effect[key] = seen[key] / base[key] if base[key] else 0.0
    expected = [month[(d.year, d.month)] * week[d.isoweekday()] for d in days]
    free = len(days) - len(month) - 6
    residuals = [(n - m) / math.sqrt(m) for n, m in zip(counts, expected)]
    dispersion = sum(r * r for r in residuals) / free
    squares = sorted(r * r for r in residuals)
    keep = int(len(squares) * 0.99)
    calm = sum(squares[:keep]) / (free * 0.99)
    centre = sum(residuals) / len(residuals)
    spread = sum((r - centre) ** 2 for r in residuals)
    pairs = [(a - centre) * (b - centre)
             for a, b, d, e in zip(residuals, residuals[1:], days, days[1:]) if e - d == DAY]
    lag = (sum(pairs) / len(pairs)) / (spread / len(residuals))
    mean = sum(counts) / len(counts)
    # Negative binomial size k of variance = mean + mean^2 / k, by moments over all days.
    extra = sum((n - m) ** 2 - m for n, m in zip(counts, expected)) * len(days) / free
    size = sum(m * m for m in expected) / extra if extra > 0 else 0.0
    return len(days), mean, dispersion, calm, size, lag


def pairs_near(points, metres, seconds):
    """Which of the (kind, x, y, time) have another of their kind within metres and seconds."""
    cells = {}
    for index, (kind, x, y, _) in enumerate(points):
        cells.setdefault((kind, int(x // metres), int(y // metres)), []).append(index)
    for members in cells.values():
        members.sort(key=lambda i: points[i][3])
    hit = 0
    for kind, x, y, time in points:
        column, row = int(x // metres), int(y // metres)
        found = 0
        for cell in ((kind, column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1)):
            for other in cells.get(cell, ()):
                _, x2, y2, time2 = points[other]
                if time2 < time - seconds:
                    continue
                if time2 > time + seconds:
                    break
                if (x - x2) ** 2 + (y - y2) ** 2 <= metres * metres:
                    found += 1  # the first is the case itself
                    if found > 1:
                        break
            if found > 1:
                break
        hit += found > 1
    return hit / len(points)


def concentration(source, places, points, note):
    counts = {}
    for place in places:
        counts[place] = counts.get(place, 0) + 1
    rows = []
    for name, low, high in (("1", 1, 1), ("2", 2, 2), ("3-5", 3, 5), ("6-10", 6, 10),
                            (">10", 11, 10 ** 9)):
        share = sum(k for k in counts.values() if low <= k <= high) / len(places)
        rows.append([source, "share of cases at points with k cases", name, "%.4f" % share, note])
    near = pairs_near(points, 50.0, 86400)
    rows.append([source, "share of cases with another of the same type within 50 m and 24 h", "",
                 "%.4f" % near, note])
    rows.append([source, "cases", "", len(places), note])
    rows.append([source, "points", "", len(counts), note])
    return rows


def handling_row(reason, cases):
    closed = [c for c in cases if c["closed_at"]]
    judged = [c for c in cases if c["on_time"]]
    hours = sorted((stamp(c["closed_at"]) - stamp(c["opened_at"])).total_seconds() / 3600
                   for c in closed)
    ratios = []
    for case in closed:
        if case["target_at"]:
            opened = stamp(case["opened_at"])
            limit = (stamp(case["target_at"]) - opened).total_seconds()
            if limit > 0:
                ratios.append((stamp(case["closed_at"]) - opened).total_seconds() / limit)
    ratios.sort()
    row = [reason, len(cases), len(closed), len(ratios),
           "%.4f" % (sum(c["on_time"] == "ONTIME" for c in judged) / len(judged)) if judged else "",
           "%.4f" % (1 - len(closed) / len(cases))]
    row += ["%.3f" % quantile(hours, q) if len(hours) >= 20 else "" for q in QUANTILES]
    row += ["%.4f" % quantile(ratios, q) if len(ratios) >= 20 else "" for q in QUANTILES]
    for code in ("Resolved", "Scheduled", "Noted", "Duplicate", "Invalid", "Referred", ""):
        row.append("%.4f" % (sum(c["closure_code"] == code for c in cases) / len(cases)))
    return row


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: measure.py DATA_FOLDER OUT_FOLDER")
    data, out = sys.argv[1:]
    hours, months, daily, categories = {}, {}, {}, {}

    def add(source, when, category):
        key = (when.isoweekday(), when.hour)
        table = hours.setdefault(source, {})
        table[key] = table.get(key, 0) + 1
        table = daily.setdefault(source, {})
        table[when.date()] = table.get(when.date(), 0) + 1
        if category is not None:
            table = categories.setdefault(source, {})
            table[category] = table.get(category, 0) + 1

    for path in sorted(glob.glob(os.path.join(data, "taipei-1999", "cases-*.csv.gz"))):
        for row in read(path):
            text = row["received_at"]
            when = datetime.datetime(int(text[0:4]), int(text[5:7]), int(text[8:10]),
                                     int(text[11:13]))
            add("taipei-1999", when, row["item"])

    boston = list(read(data, *BOSTON_FILE))
    for row in boston:
        add("boston-311", stamp(row["opened_at"]), row["type"])

    for row in read(data, "houston-crime-2010", "incidents-01_05.csv.gz"):
        utc = datetime.datetime.strptime(row["time_utc"], "%Y-%m-%dT%H:%M:%SZ")
        behind = (utc.hour - int(row["hour_local"])) % 24
        add("houston-crime-2010", utc - datetime.timedelta(hours=behind), None)

    zurich = list(read(data, "zurich-zwn", "reports.csv.gz"))
    daily["zurich-zwn"] = {}
    for row in zurich:
        day = datetime.date.fromisoformat(row["date"])
        daily["zurich-zwn"][day] = daily["zurich-zwn"].get(day, 0) + 1

    rows = []
    for source in ("taipei-1999", "boston-311", "houston-crime-2010"):
        full = {(d, h): hours[source].get((d, h), 0) for d in range(1, 8) for h in range(24)}
        part = shares(full)
        rows += [[source, d, h, part[(d, h)]] for d, h in sorted(full)]
    write(out, "hour-of-week.csv", ["source", "weekday", "hour", "share"], rows)

    rows = []
    for source, first, last in (("taipei-1999", 2016, 2023), ("zurich-zwn", 2016, 2023)):
        days = covered_days(daily[source], datetime.date(first, 1, 1),
                            datetime.date(last, 12, 31))
        rate = {}
        for month in range(1, 13):
            mine = [daily[source].get(day, 0) for day in days if day.month == month]
            rate[month] = sum(mine) / len(mine)
        months = {month: rate[month] * MONTH_DAYS[month - 1] for month in rate}
        part = shares(months)
        rows += [[source, month, part[month]] for month in months]
    write(out, "month-of-year.csv", ["source", "month", "share"], rows)

    rows = []
    for source in ("taipei-1999", "boston-311", "zurich-zwn", "houston-crime-2010"):
        number, mean, dispersion, calm, size, lag = day_to_day(daily[source])
        rows.append([source, number, "%.2f" % mean, "%.3f" % dispersion, "%.3f" % calm,
                     "%.2f" % size, "%.3f" % lag])
    write(out, "day-to-day.csv",
          ["source", "days", "mean", "variance_to_mean", "variance_to_mean_calm_99",
           "negative_binomial_size", "lag1_autocorrelation"], rows)

    mapped = {}
    with open(os.path.join(HERE, "category-map.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            mapped[(row["source"], row["category"])] = row
    rows = []
    blend = {name: {} for name, _ in BLEND}
    for source in ("taipei-1999", "boston-311"):
        part = shares(categories[source])
        for category, number in sorted(categories[source].items(), key=lambda i: (-i[1], i[0])):
            goal = mapped.get((source, category), {})
            key = (goal.get("mapped_scheme", ""), goal.get("mapped_kind", ""),
                   goal.get("mapped_code", ""))
            rows.append([source, category, number, part[category], *key])
            if key[2] and goal["in_blend"] == "1":
                blend[source][key] = blend[source].get(key, 0) + number
    write(out, "category-mix.csv", ["source", "category", "count", "share", "mapped_scheme",
                                    "mapped_kind", "mapped_code"], rows)

    with open(os.path.join(HERE, "class-mix-ingredients.csv"), encoding="utf-8",
              newline="") as file:
        for row in csv.DictReader(file):
            key = (row["scheme"], row["kind"], row["code"])
            for name in ("published", "assumed"):
                if float(row[name]) > 0:
                    blend[name][key] = float(row[name])
    weights = {}
    for name, factor in BLEND:
        total = sum(blend[name].values())
        for key, value in blend[name].items():
            weights[key] = weights.get(key, 0.0) + factor * value / total
    part = shares(weights)
    write(out, "demo-class-mix.csv", ["scheme", "kind", "code", "weight"],
          [[*key, part[key]] for key in sorted(weights, key=lambda k: (-weights[k], k))])

    reasons = {}
    for row in boston:
        reasons.setdefault(row["reason"], []).append(row)
    rows = [handling_row("(overall)", boston),
            handling_row("(overall without bookings)",
                         [c for c in boston if c["type"] != BOOKINGS])]
    for reason in sorted(reasons, key=lambda r: (-len(reasons[r]), r)):
        if len(reasons[reason]) >= 50:
            rows.append(handling_row(reason, reasons[reason]))
    write(out, "handling-times.csv",
          ["reason", "n", "closed", "with_target", "on_time_share", "open_share"]
          + ["hours_q%02d" % q for q in QUANTILES] + ["ratio_q%02d" % q for q in QUANTILES]
          + ["resolved_share", "scheduled_share", "noted_share", "duplicate_share",
             "invalid_share", "referred_share", "no_code_share"], rows)

    def boston_points(cases):
        east = 111320 * math.cos(math.radians(42.32))
        return [(c["type"], float(c["lon"]) * east, float(c["lat"]) * 110950,
                 (stamp(c["opened_at"]) - datetime.datetime(2011, 1, 1)).total_seconds())
                for c in cases]

    placed = [c for c in boston if c["lat"]]
    tally = {}
    for case in placed:
        tally[(case["lat"], case["lon"])] = tally.get((case["lat"], case["lon"]), 0) + 1
    default = max(sorted(tally), key=lambda p: tally[p])
    real = [c for c in placed if (c["lat"], c["lon"]) != default and c["type"] != BOOKINGS]
    rows = concentration("boston-311", [(c["lat"], c["lon"]) for c in placed],
                         boston_points(placed), "all cases with a point")
    rows += concentration("boston-311", [(c["lat"], c["lon"]) for c in real], boston_points(real),
                          "without the default point and bulky waste bookings")
    rows += concentration(
        "zurich-zwn", [(r["e"], r["n"]) for r in zurich],
        [(r["service_code"], float(r["e"]), float(r["n"]),
          datetime.date.fromisoformat(r["date"]).toordinal() * 86400) for r in zurich],
        "dates only: 24 h means the same day or the next")
    write(out, "repeat-places.csv", ["source", "measure", "k", "value", "note"], rows)


if __name__ == "__main__":
    main()
