#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the simulation files against themselves and the catalogue.

check_simulation.py [FOLDER [CATALOGUE_FOLDER]]; exit status 1 when something is wrong.
"""

import csv
import os
import re
import sys

NEW = "GBT47678.5-2026"
HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = {"patrol", "hotline", "app", "video", "leader", "department", "sensor"}
STAGES = ["accept", "verify", "file", "dispatch", "accept-unit", "handle", "feedback", "check",
          "close"]
DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015: no I, O, S, V, Z
BODY = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"  # GB 11714

problems = []


def expect(condition, message):
    if not condition:
        problems.append(message)


def load(folder, name):
    with open(os.path.join(folder, name), "rb") as file:
        raw = file.read()
    expect(not raw.startswith(b"\xef\xbb\xbf") and b"\r" not in raw and raw.endswith(b"\n"),
           name + ": byte order mark, carriage return or no last line end")
    rows = list(csv.DictReader(raw.decode("utf-8").splitlines()))
    expect(rows and all(None not in row and None not in row.values() for row in rows),
           name + ": empty, or a row with too many or too few fields")
    return rows


def sums_to_one(name, rows, field, by):
    sums = {}
    for row in rows:
        expect(float(row[field]) >= 0, "%s: negative %s" % (name, field))
        key = tuple(row[part] for part in by)
        sums[key] = sums.get(key, 0.0) + float(row[field])
    for key, value in sums.items():
        expect(abs(value - 1) < 1e-6, "%s: %s of %s sums to %f" % (name, field, key, value))


def credit_code_is_valid(code):
    if len(code) != 18 or any(char not in DIGITS for char in code):
        return False
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    rest = 11 - sum(BODY.index(c) * w for c, w in zip(code[8:16], weights)) % 11
    if code[16] != {10: "X", 11: "0"}.get(rest, str(rest)):
        return False
    total = sum(DIGITS.index(char) * pow(3, i, 31) for i, char in enumerate(code[:17]))
    return code[17] == DIGITS[(31 - total % 31) % 31]


def placeholders(text):
    return set(re.findall(r"\{([^}]*)\}", text))


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else HERE
    catalogue = sys.argv[2] if len(sys.argv) > 2 else os.path.join(HERE, "..", "..", "catalogue")
    classes = {(r["scheme"], r["kind"], r["code"])
               for r in load(catalogue, "gbt47678.5-2026.csv")}
    kinds = {r["key"]: r for r in load(catalogue, "handling-units-sample.csv")}

    rows = load(folder, "hour-of-week.csv")
    expect(len(rows) == 3 * 7 * 24, "hour-of-week: %d rows" % len(rows))
    sums_to_one("hour-of-week", rows, "share", ["source"])
    rows = load(folder, "month-of-year.csv")
    expect(len(rows) == 24, "month-of-year: %d rows" % len(rows))
    sums_to_one("month-of-year", rows, "share", ["source"])
    for row in load(folder, "day-to-day.csv"):
        expect(float(row["mean"]) > 0 and float(row["variance_to_mean"]) > 0,
               "day-to-day: " + row["source"])

    rows = load(folder, "category-mix.csv")
    sums_to_one("category-mix", rows, "share", ["source"])
    known = {(r["source"], r["category"]) for r in load(folder, "category-map.csv")}
    looked = {}
    for row in rows + load(folder, "category-map.csv"):
        key = (row["mapped_scheme"], row["mapped_kind"], row["mapped_code"])
        expect(key in classes or key == ("", "", ""), "category: no class %s" % (key,))
    for row in rows:
        if (row["source"], row["category"]) in known:
            looked[row["source"]] = looked.get(row["source"], 0.0) + float(row["share"])
    for source, share in looked.items():
        expect(share >= 0.99, "category-map: only %f of %s looked at" % (share, source))
    present = {(r["source"], r["category"]) for r in rows}
    expect(known <= present, "category-map: not in the data: %s" % sorted(known - present))

    mix = load(folder, "demo-class-mix.csv")
    sums_to_one("demo-class-mix", mix, "weight", [])
    demo = {(r["scheme"], r["kind"], r["code"]) for r in mix if float(r["weight"]) > 0}
    expect(len(demo) >= 60 and len(demo) == len(mix), "demo-class-mix: %d classes" % len(demo))
    expect(demo <= classes, "demo-class-mix: no class %s" % sorted(demo - classes))
    for row in load(folder, "class-mix-ingredients.csv"):
        expect((row["scheme"], row["kind"], row["code"]) in demo,
               "class-mix-ingredients: " + row["code"])

    for row in load(folder, "handling-times.csv"):
        expect(int(row["n"]) >= 50, "handling-times: few cases: " + row["reason"])
        for start in ("hours_q", "ratio_q"):
            steps = [float(v) for k, v in row.items() if k.startswith(start) and v]
            expect(steps == sorted(steps), "handling-times: %s of %s" % (start, row["reason"]))
        codes = sum(float(v) for k, v in row.items()
                    if k.endswith("_share") and k not in ("on_time_share", "open_share"))
        expect(abs(codes - 1) < 0.001, "handling-times: closure codes of " + row["reason"])
    places = {}
    for row in load(folder, "repeat-places.csv"):
        if row["k"]:
            key = (row["source"], row["note"])
            places[key] = places.get(key, 0.0) + float(row["value"])
    for key, value in places.items():
        expect(abs(value - 1) < 0.001, "repeat-places: %s sums to %f" % (key, value))

    sets = {r["detail_set"] for r in load(folder, "details.csv")}
    texts = {}
    for row in load(folder, "texts.csv"):
        key = (NEW, row["kind"], row["code"])
        expect(key in classes, "texts: no class %s" % (key,))
        used = placeholders(row["text_template"])
        expect("place" in used and used <= {"place", "detail"}, "texts: " + row["text_template"])
        expect(("detail" in used) == (row["detail_set"] in sets)
               and ("detail" in used) == bool(row["detail_set"]), "texts: set of " + row["code"])
        texts.setdefault(key, set()).add(row["text_template"])
    for row in load(folder, "inbox.csv"):
        expect(row["part"] in {"opening", "place", "unclear", "again", "refused"},
               "inbox: part " + row["part"])
        expect(placeholders(row["text"]) == ({"place"} if row["part"] == "unclear" else set()),
               "inbox: " + row["text"])
        expect(bool(row["reason"]) == (row["part"] == "refused"), "inbox: reason of " + row["text"])
    for key in demo:
        expect(3 <= len(texts.get(key, ())) <= 6,
               "texts: %d for %s" % (len(texts.get(key, ())), key))

    for name, field in (("surnames.csv", "surname"), ("given-names.csv", "given_name")):
        rows = load(folder, name)
        expect(len({(r[field], r.get("gender")) for r in rows}) == len(rows), name + ": twice")
        expect(all(int(r["weight"]) > 0 and r["pinyin"] for r in rows), name + ": weight, pinyin")

    organisations = load(folder, "organisations.csv")
    codes = {r["code"] for r in organisations}
    expect(len(codes) == len(organisations), "organisations: code twice")
    expect(len({r["name"] for r in organisations}) == len(organisations), "organisations: name")
    for row in organisations:
        expect(credit_code_is_valid(row["code"]), "organisations: code " + row["code"])
        expect(row["code"][8:11] == "DEM" and row["simulated"] == "1",
               "organisations: not marked simulated: " + row["code"])
        expect(row["parent"] in codes or not row["parent"], "organisations: parent")
        expect(row["unit_kind"] in kinds or not row["unit_kind"], "organisations: kind")
    present = {r["unit_kind"] for r in organisations}
    expect(set(kinds) <= present, "organisations: none of %s" % sorted(set(kinds) - present))
    teams = sum(r["unit_kind"] == "enforcement" for r in organisations)
    expect(teams == 17, "organisations: %d street teams" % teams)
    for row in organisations:
        if row["unit_kind"].startswith("dept-"):
            expect(row["name"].endswith(kinds[row["unit_kind"]]["name"]),
                   "organisations: name of " + row["unit_kind"])

    count = 0
    for row in load(folder, "places.csv"):
        expect(placeholders(row["name"]) == placeholders(row["name_en"]) == {"area"},
               "places: " + row["name"])
        expect(row["risk_grade"] in "1234" and row["shape"] in ("point", "area"),
               "places: " + row["name"])
        expect(int(row["check_interval_days"]) > 0, "places: interval of " + row["name"])
        count += int(row["count"])
    expect(180 <= count <= 220, "places: %d" % count)
    count = 0
    for row in load(folder, "resources.csv"):
        used = placeholders(row["name"])
        expect(used == placeholders(row["name_en"]) and {"area"} <= used <= {"area", "n"},
               "resources: " + row["name"])
        count += int(row["count"])
    expect(135 <= count <= 165, "resources: %d" % count)

    components = load(folder, "component-mix.csv")
    seen = {r["code"] for r in components}
    expect(len(seen) == len(components) >= 80, "component-mix: %d classes" % len(seen))
    for row in components:
        expect((row["scheme"], "component", row["code"]) in classes,
               "component-mix: " + row["code"])
        expect(int(row["weight"]) > 0 and row["spacing"] in ("along", "block", "area"),
               "component-mix: " + row["code"])

    rows = load(folder, "sources.csv")
    sums_to_one("sources", rows, "weight", [])
    expect({r["source"] for r in rows} == SOURCES, "sources")
    rows = load(folder, "levels.csv")
    sums_to_one("levels", rows, "weight", [])
    expect([r["level"] for r in rows] == ["blue", "yellow", "orange", "red"], "levels")
    for row in rows:
        for code in row["classes"].split():
            expect((NEW, "matter", code) in demo, "levels: %s is not in the mix" % code)
    rows = load(folder, "stage-times.csv")
    expect([r["stage"] for r in rows] == STAGES, "stage-times")
    for row in rows:
        expect(row["clock"] in ("clock", "working", "limit"), "stage-times: " + row["stage"])
        expect(row["clock"] == "limit" or float(row["median_minutes"]) > 0, "stage-times: median")
    for row in load(folder, "rates.csv"):
        expect(0 < float(row["value"]) < 1, "rates: " + row["rate"])
        expect(row["basis"] in ("measured", "published", "assumed"), "rates: " + row["rate"])

    for problem in problems:
        print(problem, file=sys.stderr)
    print("%d demo classes, %d classes with texts, %d organisations, %d component classes: %s" % (
        len(demo), len(texts), len(organisations), len(components),
        "%d problems" % len(problems) if problems else "sound"))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
