#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the catalogue files: check_catalogue.py [FOLDER]; exit status 1 when something is wrong."""

import csv
import os
import re
import sys

NEW = "GBT47678.5-2026"
OLD = "GBT30428.2-2013"
COMPONENTS = {"01": 76, "02": 44, "03": 16, "04": 14, "05": 3}
MATTERS = dict(COMPONENTS, **{"06": 51, "07": 7, "08": 16, "09": 21, "10": 2})
UNITS = {"urgent-hour", "urgent-day", "working-hour", "working-day", "natural-day"}
HEADERS = {
    "gbt47678.5-2026.csv": "scheme,kind,code,major_code,major_name,name,name_en,local",
    "gbt30428.2-2013.csv": "scheme,kind,code,major_code,major_name,name,name_en,local,note",
    "majors.csv": "scheme,kind,major_code,name,name_en",
    "crosswalk-30428-47678.csv":
        "from_scheme,from_kind,from_code,to_scheme,to_kind,to_code,certainty,note",
    "filing-standards-sample.csv":
        "scheme,kind,code,condition_id,condition,condition_en,limit_value,limit_unit,"
        "closing_condition,closing_condition_en,handling_unit_kind,supervising_department,mandatory",
    "handling-units-sample.csv": "key,name,name_en,role",
}

problems = []


def expect(condition, message):
    if not condition:
        problems.append(message)


def load(folder, name):
    with open(os.path.join(folder, name), "rb") as file:
        raw = file.read()
    expect(not raw.startswith(b"\xef\xbb\xbf"), name + ": starts with a byte order mark")
    expect(b"\r" not in raw, name + ": has carriage returns")
    expect(raw.endswith(b"\n"), name + ": last line is not ended")
    lines = raw.decode("utf-8").split("\n")[:-1]
    expect(lines[0] == HEADERS[name], name + ": header is " + lines[0])
    reader = csv.reader(lines)
    header = next(reader)
    rows = []
    for number, row in enumerate(reader, 2):
        expect(len(row) == len(header), "%s:%d: %d fields" % (name, number, len(row)))
        expect(row == [field.strip() for field in row], "%s:%d: outer blanks" % (name, number))
        rows.append(dict(zip(header, row)))
    return rows


def check_classes(name, rows, scheme, digits):
    seen = set()
    for row in rows:
        key = (row["scheme"], row["kind"], row["code"])
        expect(key not in seen, "%s: %s twice" % (name, key))
        seen.add(key)
        expect(row["scheme"] == scheme, "%s: scheme of %s" % (name, key))
        expect(row["kind"] in ("component", "matter"), "%s: kind of %s" % (name, key))
        expect(re.fullmatch(r"[0-9]{%d}" % digits, row["code"]), "%s: code of %s" % (name, key))
        expect(row["code"][:2] == row["major_code"], "%s: major code of %s" % (name, key))
        expect(row["local"] in ("0", "1"), "%s: local of %s" % (name, key))
        for field in ("name", "name_en", "major_name"):
            expect(row[field], "%s: %s of %s is empty" % (name, field, key))
        expect(row["name_en"].isascii(), "%s: English name of %s" % (name, key))
    return seen


def count(rows, kind):
    result = {}
    for row in rows:
        if row["kind"] == kind:
            result[row["major_code"]] = result.get(row["major_code"], 0) + 1
    return result


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    data = {name: load(folder, name) for name in HEADERS}

    new = [row for row in data["gbt47678.5-2026.csv"] if row["local"] == "0"]
    keys = check_classes("new", data["gbt47678.5-2026.csv"], NEW, 5)
    expect(count(new, "component") == COMPONENTS, "components: %s" % count(new, "component"))
    expect(count(new, "matter") == MATTERS, "matters: %s" % count(new, "matter"))
    expect(sum(COMPONENTS.values()) == 153 and sum(MATTERS.values()) == 250, "totals")
    components = {row["code"]: row for row in new if row["kind"] == "component"}
    names = set()
    for row in new:
        expect((row["kind"], row["name"]) not in names,
               "name twice: " + row["name"])
        names.add((row["kind"], row["name"]))
        if row["kind"] == "matter" and row["code"] in components:
            mirror = components[row["code"]]
            expect(row["name"] == mirror["name"] + "异常", "mirrored name of " + row["code"])
            expect(row["name_en"] == mirror["name_en"] + " abnormal", "English of " + row["code"])
    for unused in ("01016", "06031", "07005", "09007"):
        expect((NEW, "matter", unused) not in keys, unused + " is an unused number")

    keys |= check_classes("old", data["gbt30428.2-2013.csv"], OLD, 4)
    for row in data["gbt30428.2-2013.csv"]:
        expect(re.match(r"(confirmed|derived|uncertain): ", row["note"]), "note of " + row["code"])

    majors = set()
    for row in data["majors.csv"]:
        key = (row["scheme"], row["kind"], row["major_code"])
        expect(key not in majors, "majors: %s twice" % (key,))
        majors.add(key)
    for row in data["gbt47678.5-2026.csv"] + data["gbt30428.2-2013.csv"]:
        expect((row["scheme"], row["kind"], row["major_code"]) in majors,
               "majors: none for %s %s %s" % (row["scheme"], row["kind"], row["code"]))

    crossed = set()
    targets = set()
    for row in data["crosswalk-30428-47678.csv"]:
        start = (row["from_scheme"], row["from_kind"], row["from_code"])
        end = (row["to_scheme"], row["to_kind"], row["to_code"])
        expect(start in keys, "crosswalk: no class %s" % (start,))
        expect(end in keys or (end == ("", "", "") and row["certainty"] == "manual"),
               "crosswalk: no class %s" % (end,))
        expect(row["certainty"] in ("rule", "manual"), "crosswalk: certainty of %s" % (start,))
        expect((start, end[1]) not in targets, "crosswalk: %s to two classes of a kind" % (start,))
        targets.add((start, end[1]))
        crossed.add(start)
    for key in keys:
        expect(key[0] != OLD or key in crossed, "crosswalk: nothing for %s" % (key,))

    roles = {}
    for row in data["handling-units-sample.csv"]:
        expect(row["key"] not in roles, "unit kind twice: " + row["key"])
        expect(row["role"] in ("handling", "supervising"), "role of " + row["key"])
        roles[row["key"]] = row["role"]

    ids = set()
    conditions = {}
    used = set()
    for row in data["filing-standards-sample.csv"]:
        key = (row["scheme"], row["kind"], row["code"])
        expect(key in keys, "standards: no class %s" % (key,))
        expect(row["condition_id"] not in ids, "standards: id twice: " + row["condition_id"])
        ids.add(row["condition_id"])
        conditions[key] = conditions.get(key, 0) + 1
        expect(re.fullmatch(r"[1-9][0-9]?", row["limit_value"]), "limit of " + row["condition_id"])
        expect(row["limit_unit"] in UNITS, "limit unit of " + row["condition_id"])
        expect(row["mandatory"] in ("0", "1"), "mandatory of " + row["condition_id"])
        expect(roles.get(row["handling_unit_kind"]) == "handling", "unit of " + row["condition_id"])
        expect(roles.get(row["supervising_department"]) == "supervising",
               "department of " + row["condition_id"])
        used |= {row["handling_unit_kind"], row["supervising_department"]}
        for field in ("condition", "condition_en", "closing_condition", "closing_condition_en"):
            expect(row[field], "standards: %s of %s is empty" % (field, row["condition_id"]))
    for key in keys:
        if key[0] == NEW:
            expect(1 <= conditions.get(key, 0) <= 8,
                   "standards: %s has %d" % (key, conditions.get(key, 0)))
    for key in roles:
        expect(key in used, "unit kind without a class: " + key)

    for problem in problems:
        print(problem, file=sys.stderr)
    print("%d components, %d matters, %d legacy classes, %d crosswalk rows, %d filing conditions, "
          "%d unit kinds: %s" % (
              sum(count(new, "component").values()), sum(count(new, "matter").values()),
              len(data["gbt30428.2-2013.csv"]), len(data["crosswalk-30428-47678.csv"]),
              len(ids), len(roles), "%d problems" % len(problems) if problems else "sound"))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
