-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is overdue in one street and of one class: read by when it ran out, whatever the number of
-- open cases around it.

CREATE INDEX cases_open_street_class_due ON cases(street, class_code, due_at) WHERE is_open = 1;
