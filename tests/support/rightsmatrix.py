# SPDX-License-Identifier: GPL-3.0-or-later
"""rightsmatrix.py PERMISSIONS.txt ROLE: statements for psql as the user u-ROLE, one for each permission
and place, with what is to become of them. Answers lines "not ok …" and, last, how many held. A line
of the matrix that is neither tried nor said to have no statement of its own is an error."""

import sys

PLACES = ("own", "unit", "division", "elsewhere")
REACHES = ("none", "own", "unit", "division", "district")

# What is a matter of the program alone: what can be read can be printed and taken out, and what
# everybody's program needs to decide, it reads.
PROGRAM_ONLY = {
    "case:print", "case:export", "division:export", "division:print", "place:export", "staff:export",
    "roster:export", "catalogue:export", "statistics:export", "statistics:print", "audit:export",
    "catalogue:see", "rules:see", "role:see", "store:back-up",
}
EVERYWHERE = {  # what lies nowhere: the statement, and whether it looks for a row
    "case:import": ("SELECT public.test_report(2, 'somebody', 'x1')", False),
    "division:change": ("UPDATE divisions SET name = name; UPDATE grids SET name = name WHERE code = ''", False),
    "place:change": (
        "UPDATE components SET name = name WHERE code = ''; UPDATE key_places SET name = name WHERE place_id = '';"
        "UPDATE addresses SET text = text WHERE address_id = ''; UPDATE resources SET name = name WHERE kind = ''",
        False),
    "catalogue:change": (
        "UPDATE catalogue SET note = note WHERE code = ''; UPDATE filing_standards SET valid_to = valid_to "
        "WHERE code = ''", False),
    "rules:change": ("INSERT INTO gridward_rule_books (version, content) VALUES (9999, '{}')", False),
    "account:see": ("SELECT 1 FROM gridward_logins WHERE \"user\" <> session_user::text", True),
    "account:change": (
        "UPDATE users SET disabled = 0 WHERE name = ''; INSERT INTO user_posts (\"user\", role) "
        "VALUES (session_user, 'admin')", False),
    "role:change": (
        "INSERT INTO gridward_grants (role, thing, action, reach) VALUES ('x', 'case', 'file', 'district')", False),
    "audit:see": ("SELECT 1 FROM audit_log WHERE actor = 'test'", True),
    "store:change": ("UPDATE gridward_store SET value = value WHERE key = 'name'", False),
    "staff:see": ("SELECT 1 FROM people WHERE person_id = 'p-a'", True),
    "roster:see": ("SELECT 1 FROM shifts WHERE post = 'duty'", True),
}
THERE = {  # what lies in a street (%(street)s) with its unit
    "case:sample": (
        "INSERT INTO samplings (month, area, strata, size, seed, method, population, population_hash, "
        "population_list, drawn, drawn_by, drawn_at) VALUES ('2099-02', %(street)s, 'none', '1', '1', 't', 0, '', "
        "'', 0, session_user, now())", False),
    "case:report": ("SELECT public.test_report(%(place)s)", False),
    "staff:change": ("UPDATE people SET skills = skills WHERE person_id = %(person)s;"
                     "INSERT INTO duties (person, role, area, valid_from) VALUES "
                     "(%(person)s, 'x', %(street)s, '2099-01-01')", False),
    "roster:change": ("INSERT INTO shifts (person, post, area, starts_at, ends_at) VALUES "
                      "(%(person)s, 'x', %(street)s, now(), now())", False),
    "roster:hand-over": ("INSERT INTO handovers (post, area, from_person, to_person, at) VALUES "
                         "('x', %(street)s, 'p-a', 'p-b', now())", False),
    "statistics:see": ("SELECT gridward_count_households(%(grid)s, '')", False),
}
OF_CASE = {  # %(id)s, %(uuid)s and %(number)s are of the case at the place
    "case:see": ("SELECT 1 FROM cases WHERE id = %(id)s", True),
    "case:recheck": (
        "INSERT INTO sampling_results (sampling_case_id, result, done_by, done_at) SELECT s.id, 'confirmed', "
        "session_user, now() FROM public.test_samples AS s WHERE s.case_id = %(id)s", True),
    "personal:open": (
        "SELECT public.test_note('personal-opened', %(number)s); SELECT 1 FROM personal_callers "
        "WHERE case_id = %(uuid)s", True),
    "personal:change": ("SELECT gridward_put_caller(%(uuid)s, 'Li Si', '', 1)", False),
    "personal:import": ("SELECT gridward_put_caller(%(uuid)s, 'Li Si', '', 1)", False),
}
# The right to bring them in is one to write them; who may open them counts them.
ALSO = {"personal:change": "personal:import", "personal:import": "personal:change",
        "statistics:see": "personal:open"}


def table(path):
    reaches = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            words = line.split()
            if len(words) == 3 and not line.startswith("#"):
                for role in words[2].split(","):
                    reaches[words[0], role] = words[1]
    return reaches


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def meant(reach, place):
    return REACHES.index(reach) >= PLACES.index(place) + 1


def main():
    reaches = table(sys.argv[1])
    role = sys.argv[2]
    permissions = sorted({permission for permission, _ in reaches})
    checks = []  # permission, place, SQL expression, seeks, wanted

    def reach(permission):
        both = [reaches.get((one, role), "none") for one in (permission, ALSO.get(permission)) if one]
        return max(both, key=REACHES.index)

    def of_case(place, key):
        return f"(SELECT {key} FROM public.test_cases WHERE role = {quoted(role)} AND spot = {quoted(place)})"

    for permission in permissions:
        if permission in PROGRAM_ONLY:
            continue
        if permission in EVERYWHERE:
            sql, seeks = EVERYWHERE[permission]
            # In one street only there is nothing of what lies nowhere, but for seeing somewhere.
            allowed = reach(permission) == "district"
            checks.append((permission, "everywhere", quoted(sql), seeks, allowed))
        elif permission in THERE:
            sql, seeks = THERE[permission]
            for place, spot in ((1, "division"), (2, "elsewhere")):
                allowed = meant(reach(permission), spot)
                if permission == "statistics:see":  # numbers are told for any part: see docs/store.md
                    allowed = reach(permission) != "none"
                values = {"place": str(place), "person": quoted("p-" + "ab"[place - 1])}
                for key in ("street", "grid"):
                    values[key] = f"(SELECT {key} FROM public.test_places WHERE place = {place})"
                checks.append((permission, spot, quoted(sql % values), seeks, allowed))
        elif permission in OF_CASE or permission.startswith("case:"):
            sql, seeks = OF_CASE.get(permission, (
                f"SELECT public.test_step(%(id)s, %(uuid)s, {quoted(permission[5:])})", False))
            for place in PLACES:
                values = {key: of_case(place, key) for key in ("id", "uuid", "number")}
                checks.append((permission, place, quoted(sql % values), seeks, meant(reach(permission), place)))
        else:
            sys.exit(f"{permission}: no statement tries this line of the matrix")
    unknown = (PROGRAM_ONLY | set(EVERYWHERE) | set(THERE) | set(OF_CASE)) - set(permissions)
    if unknown:
        sys.exit(f"not in the matrix: {', '.join(sorted(unknown))}")
    print("SET search_path TO gridward, public;")
    print("CREATE TEMP TABLE answers (permission text, place text, wanted text, got text);")
    for permission, place, sql, seeks, allowed in checks:
        wanted = "done" if allowed else "denied"
        print(f"INSERT INTO answers VALUES ({quoted(permission)}, {quoted(place)}, '{wanted}', "
              f"public.test_try({sql}, {str(seeks).lower()}));")
    print("SELECT 'not ok ' || permission || ' ' || place || ': ' || wanted || ' wanted, ' || got "
          "FROM answers WHERE wanted <> got;")
    print(f"SELECT 'held ' || count(*) || ' of {len(checks)}' FROM answers WHERE wanted = got;")


main()
