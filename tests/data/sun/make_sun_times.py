#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes sun-times.csv: rising and setting of the sun by PyEphem (Debian: python3-ephem), whose
# positions are those of the libastro of XEphem. Conventional: upper edge, refraction 34', sea level.
import csv
import datetime
import sys

import ephem

PLACES = [
    ("Beijing", "39.93", "116.42"),
    ("Zurich", "47.37", "8.54"),
    ("Boston", "42.36", "-71.06"),
    ("Singapore", "1.29", "103.85"),
    ("Sydney", "-33.87", "151.21"),
    ("Tromso", "69.65", "18.96"),
]
DAYS = [(1, 5), (2, 14), (3, 20), (4, 30), (6, 21), (8, 8), (9, 23), (11, 7), (12, 22)]


def moments(latitude, longitude, day):
    observer = ephem.Observer()
    observer.lat, observer.lon = latitude, longitude
    observer.pressure = 0
    observer.horizon = "-0:50"
    observer.date = ephem.Date(day)
    for kind, find in (("rise", observer.next_rising), ("set", observer.next_setting)):
        try:
            yield kind, find(ephem.Sun(), use_center=True).datetime()
        except (ephem.AlwaysUpError, ephem.NeverUpError):
            yield kind, None


out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(["place", "latitude", "longitude", "from", "kind", "moment"])
for name, latitude, longitude in PLACES:
    for month, number in DAYS:
        day = datetime.datetime(2026, month, number)
        for kind, moment in moments(latitude, longitude, day):
            text = moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else ""
            out.writerow([name, latitude, longitude, day.strftime("%Y-%m-%dT%H:%M:%SZ"), kind, text])
