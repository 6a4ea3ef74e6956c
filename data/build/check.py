#!/usr/bin/env python3
"""Finds the places of data/gazetteer.csv that do not lie where they are said to.

    python3 data/build/check.py qgis/usr/share/qgis/resources/data/world_map.gpkg

A country's and a division's point lies in its own shape, to BORDER_KM; any other place within NEAR_KM of its country and of its
division, a capital of what it is the capital of. Exits with 1 where something does not.
"""

import csv
import math
import os
import sys

import shapely

import divisions
import gazetteer
import sources

NEAR_KM = 30
# The map's borders are drawn that coarsely: GeoNames' point of the Gambia is one km outside.
BORDER_KM = 10
# GeoNames' point of these lies in the water between their islands.
ISLANDS = {"AS", "CV", "GG", "IO", "KY", "MV", "PF", "PH", "SC", "ST", "TK", "TO", "TT", "VI", "VU"}
ISLANDS_KM = 110
# The map draws the west of Western Sahara in Morocco, and lacks two small islands and the outer Azores.
NOT_ON_THE_MAP = {"gn2462881", "gn2463447", "gn13645663", "UA-snake-island", "x-azores"}


def distance_km(shape, point):
    """From a point to a shape, measured along the meridian and the parallel through the point."""
    (x, y), _ = shapely.shortest_line(shape, point).coords
    return 111.2 * math.hypot((x - point.x) * math.cos(math.radians(point.y)), y - point.y)


def is_land(row):
    return row["kind"] not in ("water", "river", "mountains")


def faults(rows, countries, shapes):
    """(row, what, km) for each place that is elsewhere."""
    by_id = {row["id"]: row for row in rows}
    for row in rows:
        point = shapely.Point(float(row["longitude"]), float(row["latitude"]))
        own = {"country": countries.get(row["country"]), "province": shapes.get(row["id"])}.get(row["kind"])
        if own is not None:
            yield row, "its own shape", distance_km(own, point), ISLANDS_KM if row["country"] in ISLANDS else BORDER_KM
        elif row["country"] and row["country"] in countries and is_land(row):
            yield row, row["country"], distance_km(countries[row["country"]], point), NEAR_KM
        if row["admin1"] in shapes and row["kind"] != "province":
            yield row, row["admin1"], distance_km(shapes[row["admin1"]], point), NEAR_KM
        elif row["admin1"] and row["admin1"] not in by_id:
            yield row, f"an unknown division {row['admin1']}", math.inf, 0
        for area in [r.split(":", 1)[1] for r in row["relations"].split("|") if r.startswith("capital_of:")]:
            if area not in by_id:
                yield row, f"an unknown {area}, of which it is the capital", math.inf, 0
            elif area in shapes or area in countries:
                yield row, f"{area}, of which it is the capital", distance_km(shapes.get(area, countries.get(area)), point), NEAR_KM


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sources.check_versions(sys.argv[1])
    found = divisions.read(sys.argv[1])
    countries = gazetteer.country_shapes(sys.argv[1], found)
    with open(os.path.join(divisions.HERE, os.pardir, "gazetteer.csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = [(row, what, km) for row, what, km, limit in faults(rows, countries, {d.id: d.shape for d in found})
             if km > limit and row["id"] not in NOT_ON_THE_MAP]
    for row, what, km in wrong:
        print(f"{row['id']} {row['name']} ({row['kind']}, {row['country']}) at {row['latitude']},{row['longitude']}: {km:.0f} km from {what}")
    print(f"{len(rows)} places, {len(wrong)} faults")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
