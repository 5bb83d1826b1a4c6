#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""wall.py WALLFIGURES STORE MOMENT...: what the wall is answered at each moment, as things stood then,
against the queries of wall/*.sql. The last moment given is also asked as the present."""
import collections, datetime, glob, os, sqlite3, subprocess, sys, zoneinfo

here = os.path.dirname(os.path.abspath(__file__))
wallfigures, store = sys.argv[1:3]
ISO = "%Y-%m-%dT%H:%M:%S.000Z"


def sql_of(*path):
    with open(os.path.join(here, *path), encoding="utf-8") as file:
        return file.read()


def statements(text):
    """Each by itself: nothing in these files has a semicolon within."""
    lines = [line for line in text.splitlines() if not line.strip().startswith("--")]
    return [one for one in "\n".join(line.split(" -- ")[0] for line in lines).split(";") if one.strip()]


def program(moment, *how):
    run = subprocess.run([wallfigures, store, moment, *how], capture_output=True, timeout=500, check=False)
    if run.returncode:
        sys.exit("%s: exit status %d: %s" % (moment, run.returncode, run.stderr.decode()))
    rows = [line.split(",", 1) for line in run.stdout.decode().splitlines()]
    return {name: value for name, value in rows}


def opened():
    return sqlite3.connect("file:%s?mode=ro" % os.path.abspath(store), uri=True)


def a_month_before(at, zone):
    """The same hour of the same day of the month before; the end of that month if it has no such day."""
    local = at.astimezone(zone)
    first = local.date().replace(day=1)
    day = (first - datetime.timedelta(1)).replace(day=1) + (local.date() - first)
    before = datetime.datetime.combine(min(day, first), datetime.time(), zone) if day >= first else \
        datetime.datetime.combine(day, local.time(), zone)
    return before.astimezone(datetime.timezone.utc)


def recount(moment):
    db = opened()
    zone = zoneinfo.ZoneInfo(db.execute(
        "SELECT value FROM gridward_store WHERE key = 'time_zone'").fetchone()[0])
    at = datetime.datetime.fromisoformat(moment.replace("Z", "+00:00"))
    today = at.astimezone(zone).date()
    first = today.replace(day=1)
    before = (first - datetime.timedelta(1)).replace(day=1)
    utc = lambda day: datetime.datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(
        datetime.timezone.utc).strftime(ISO)
    hours = at.astimezone(zone).utcoffset() // datetime.timedelta(hours=1)
    day = datetime.timedelta(1)
    values = {"moment": at.strftime(ISO), "tomorrow": (at + day).strftime(ISO), "today": today.isoformat(),
              "zone": "%+d hours" % hours, "back": "%+d hours" % -hours,
              "before_first": before.isoformat(), "before_moment": a_month_before(at, zone).strftime(ISO)}
    # Things as they stood a month ago, for what this month is compared with.
    earlier = opened()
    for connection, then in ((db, values["moment"]), (earlier, values["before_moment"])):
        for one in statements(sql_of("wall", "then.sql")):
            connection.execute(one, {**values, "moment": then})
    counted = {}
    for path in sorted(glob.glob(os.path.join(here, "wall", "*.sql"))):
        if os.path.basename(path) != "then.sql":
            counted.update((name, str(value)) for name, value in db.execute(
                statements(sql_of("wall", os.path.basename(path)))[0], values))
    # The indicators have a recount of their own.
    whole = sql_of("milestones.sql") + sql_of("recount.sql")

    def indicators(begin, end, connection=db, asof=values["moment"]):
        return connection.execute(whole, {"from": utc(begin), "to": utc(end + day), "asof": asof})

    def tell(name, part, number, length):
        if length is None:
            counted[name + ":part"] = str(part)
        else:
            counted[name + ":part"] = str(number)
            counted[name + ":hours"] = "%.4f" % length
        counted[name + ":whole"] = str(number)

    same_days = (before, min(before + (today - first), first - day))
    for name, rows in (("now", indicators(first, today)),
                       ("before", indicators(*same_days, earlier, values["before_moment"]))):
        for level, _, indicator, part, number, length in rows:
            if level == "district" and not indicator.endswith("_other"):
                tell("month.%s:%s" % (name, indicator), part, number, length)
    shares = {}
    for level, code, indicator, part, number, _ in indicators(today - 29 * day, today):
        if indicator == "in_time_handling" and level == "district":
            tell("streets.in_time", part, number, None)
        elif indicator == "in_time_handling" and level == "street" and code:
            tell("streets.in_time:" + code, part, number, None)
            shares[code] = (part, number)
    ranked = [part / number for part, number in shares.values() if number >= 5]
    for code, (part, number) in shares.items():
        place = 1 + sum(other > part / number for other in ranked)
        counted["streets.rank:" + code] = str(place if number >= 5 else 0)
    return counted


def same(name, one, other):
    if one == other:
        return True
    if ":hours" in name or "usual:" in name or "km2:" in name:
        return one is not None and other is not None and abs(float(one) - float(other)) < 2e-4
    # What nobody counted at all: no row here, none of none there.
    return (one is None and other == "0") or (other is None and one == "0")


compared = differ = 0
seen, wrong = set(), collections.Counter()
for moment in sys.argv[3:]:
    wanted = recount(moment)
    for how in (("--then",), ()) if moment == sys.argv[-1] else (("--then",),):
        told = {name: value for name, value in program(moment, *how).items()
                if not name.startswith("incident.")}
        for name in sorted(set(wanted) | set(told)):
            compared += 1
            seen.add(name.split(":")[0])
            if not same(name, wanted.get(name), told.get(name)):
                differ += 1
                wrong[name.split(":")[0]] += 1
                if wrong[name.split(":")[0]] <= 5:
                    print("%s %s%s: program %s, recount %s" % (
                        moment, name, "" if how else " (now)", told.get(name), wanted.get(name)))
FAMILIES = {"situation.open", "situation.overdue", "situation.urgent", "situation.to_check", "situation.today",
            "situation.usual", "situation.event", "streets.open", "streets.overdue", "streets.registered",
            "streets.in_time", "streets.rank", "units.open", "units.overdue", "duty.there", "duty.needed",
            "duty.vacant", "duty.seen", "duty.gaps", "month.now", "month.before", "month.cases_now",
            "month.cases_before", "month.km2"}
if FAMILIES - seen:
    print("never compared:", *sorted(FAMILIES - seen))
    differ += 1
if wrong:
    print("wrong:", ", ".join("%s %d" % one for one in sorted(wrong.items())))
print("%d figures compared, %d differ" % (compared, differ))
sys.exit(1 if differ else 0)
