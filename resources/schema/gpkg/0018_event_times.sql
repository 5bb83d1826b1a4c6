-- SPDX-License-Identifier: GPL-3.0-or-later
-- What happened last, by when it happened: histories are also written one case behind the other.

CREATE INDEX events_at ON events(at);
