#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare.py GRIDWARD STORE PERIOD ASOF: the program's figures against recount.sql."""
import collections, datetime, json, os, re, sqlite3, subprocess, sys, zoneinfo

LEVELS = ("district", "street", "community", "grid", "department", "post", "person")
POSTED = {"filing", "filing_other", "in_time_filing", "dispatch", "accurate_dispatch",
          "accurate_dispatch_other", "handling", "handling_other", "in_time_handling",
          "in_time_handling_other", "rework", "overdue_open", "closing", "closing_other",
          "in_time_closing", "in_time_closing_other"}
here = os.path.dirname(os.path.abspath(__file__))
gridward, store, period, asof = sys.argv[1:5]


def utc(text):
    at = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return at.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.") + "%03dZ" % (
        at.microsecond // 1000)


def bounds(text, zone):
    """From the first midnight of a period to the midnight behind its last day, as UTC texts."""
    day = datetime.date
    if ".." in text:
        first, last = map(day.fromisoformat, text.split(".."))
        after = last + datetime.timedelta(1)
    elif m := re.fullmatch(r"(\d{4})-W(\d\d)", text):
        first = day.fromisocalendar(int(m[1]), int(m[2]), 1)
        after = first + datetime.timedelta(7)
    elif m := re.fullmatch(r"(\d{4})-Q(\d)", text):
        first = day(int(m[1]), 3 * int(m[2]) - 2, 1)
        after = day(int(m[1]) + int(m[2]) // 4, 3 * int(m[2]) % 12 + 1, 1)
    elif m := re.fullmatch(r"(\d{4})-(\d\d)", text):
        first = day(int(m[1]), int(m[2]), 1)
        after = day(int(m[1]) + int(m[2]) // 12, int(m[2]) % 12 + 1, 1)
    elif re.fullmatch(r"\d{4}", text):
        first, after = day(int(text), 1, 1), day(int(text) + 1, 1, 1)
    else:
        first = day.fromisoformat(text)
        after = first + datetime.timedelta(1)
    return [utc(datetime.datetime(d.year, d.month, d.day, tzinfo=zone).isoformat())
            for d in (first, after)]


db = sqlite3.connect("file:%s?mode=ro" % os.path.abspath(store), uri=True)
db.execute("PRAGMA query_only = 1")
zone = zoneinfo.ZoneInfo(db.execute(
    "SELECT value FROM gridward_store WHERE key = 'time_zone'").fetchone()[0])
theirs, whole_district, spans = {}, {}, set()
compared = differ = 0
for level in LEVELS:
    run = subprocess.run(
        [gridward, "evaluate", store, "--period", period, "--at", asof, "--by", level, "--both",
         "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300)
    if run.returncode:
        sys.exit("%s: exit status %d: %s" % (level, run.returncode, run.stderr.decode()))
    answer = json.loads(run.stdout)
    spans.add((answer["from"], answer["to"]))
    for row in answer["rows"]:
        for name, figure in row["figures"].items():
            key = (level, row["code"], name)
            if key in theirs:
                print("listed twice:", *key)
                differ += 1
            theirs[key] = figure
    whole_district[level] = answer["all"]["figures"]

if spans != {tuple(bounds(period, zone))}:
    print("period: the program counts", spans, "expected", bounds(period, zone))
    differ += 1
start, end = sorted(spans)[0]
ours = {}
with open(os.path.join(here, "milestones.sql")) as sql:
    milestones = sql.read()
with open(os.path.join(here, "recount.sql")) as sql:
    for level, code, name, part, number, hours in db.execute(
            milestones + sql.read(), {"from": start, "to": end, "asof": utc(asof)}):
        ours[level, code, name] = (part, number, hours)
district = db.execute("SELECT value FROM gridward_store WHERE key = 'district'").fetchone()[0]


def off(key, mine, figure):
    """What differs, as a text, or None."""
    theirs_whole = figure.get("denominator", 0) if figure else 0
    if mine is None and not theirs_whole:
        return None
    if mine is None:
        return "only the program: %s" % json.dumps(figure)
    if not theirs_whole:
        return "only the recount: %r" % (mine,)
    part, number, hours = mine
    wrong = number != theirs_whole
    if key[2].endswith("_hours"):
        wrong = wrong or abs(figure.get("hours", 1e99) - hours) > 1e-6
    else:
        wrong = (wrong or figure.get("numerator") != part
                 or abs(figure.get("percent", 1e99) - 100 * part / number) > 1e-6)
    return "program %s, recount %r" % (json.dumps(figure), mine) if wrong else None


by_level = collections.Counter()
for key in sorted(set(ours) | set(theirs)):
    if key not in ours and not theirs[key].get("denominator"):
        continue
    compared += 1
    by_level[key[0]] += 1
    if text := off(key, ours.get(key), theirs.get(key)):
        differ += 1
        print("%s %r %s: %s" % (*key, text))
# the sum that the program gives beside the rows is the district's figure
for level in LEVELS:
    for name in sorted({k[2] for k in ours if k[0] == "district"} | set(whole_district[level])):
        if level in ("post", "person") and name not in POSTED:
            continue
        key = ("all (by %s)" % level, "", name)
        compared += 1
        by_level["all"] += 1
        if text := off(key, ours.get(("district", district, name)), whole_district[level].get(name)):
            differ += 1
            print("%s %s: %s" % (key[0], name, text))

# the milestones of the whole store
found = db.execute(milestones + "SELECT * FROM milestone ORDER BY case_id",
                   {"from": "", "to": "~", "asof": utc(asof)})
columns = [c[0] for c in found.description]
mine = {row[0]: row for row in found}
stored = {row[0]: row for row in db.execute(
    "SELECT %s FROM case_milestones ORDER BY case_id" % ", ".join(columns))}
more = set(c[1] for c in db.execute("PRAGMA table_info(case_milestones)")) - set(columns)
if more:
    print("case_milestones has columns that indicators.md does not name:", *sorted(more))
wrong, cells = collections.defaultdict(list), 0
for case in sorted(set(mine) | set(stored)):
    if case not in mine or case not in stored:
        wrong["(row)"].append((case, case in stored, case in mine))
        continue
    cells += len(columns) - 1
    for column, a, b in zip(columns, stored[case], mine[case]):
        if a != b:
            wrong[column].append((case, a, b))
for column, cases in wrong.items():
    print("milestones: %s: %d differ; case, program, recount:" % (column, len(cases)))
    for case, a, b in cases[:5]:
        uuid = db.execute("SELECT uuid FROM cases WHERE id = ?", (case,)).fetchone()[0]
        print("   ", uuid, repr(a), repr(b))
bad_cells = sum(map(len, wrong.values()))
print("%s as of %s (%s to %s)" % (period, asof, start, end))
print("figures: %d compared (%s), %d differ" % (
    compared, ", ".join("%s %d" % (k, by_level[k]) for k in (*LEVELS, "all")), differ))
print("milestones: %d cases, %d values compared, %d differ" % (
    len(set(mine) | set(stored)), cells, bad_cells))
sys.exit(1 if differ or bad_cells else 0)
