-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is responsible here now: the people of a unit, who was seen lately, and how much each person
-- has to do are found without going through all people and all cases.

CREATE INDEX people_organisation ON people(organisation, person_id);
CREATE INDEX staff_positions_at ON staff_positions(at);
CREATE INDEX cases_open_person ON cases(person) WHERE is_open = 1 AND person <> '';
