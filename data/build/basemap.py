"""Builds assets/basemap.pmtiles: land, coast, borders and names of the world, as vector tiles;
and data/extents.csv: how wide countries and first-level divisions are.

Run by basemap.sh, which fetches the pinned sources. Reads
  world_map.gpkg  Natural Earth 1:10m countries, first-level divisions, disputed lines (public domain)
  gazetteer.csv   this project's places: names and rank of towns (data/README.md)
  names_fr.csv    beside it: their names in French
and takes the names of countries in French and English from CLDR, by way of Babel.

Borders are the edges two divisions share, coasts those that one division has alone: lines drawn from them meet exactly,
and each is drawn once. Divisions and countries get their name at the point farthest from their edges.
"""

import csv
import json
import math
import sqlite3
import subprocess
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import shapely
from babel import Locale
from pmtiles.convert import mbtiles_to_pmtiles
from shapely import wkb
from shapely.geometry import LineString, MultiLineString, Point, mapping
from shapely.ops import linemerge, polylabel

WORLD = shapely.box(-180, -85.05, 180, 85.05)
MAX_ZOOM = 8
# Tile layer, first zoom, last zoom of each file of features. Zooms are those of 512-pixel tiles.
FILES = {
    "land": ("land", 0, MAX_ZOOM),
    "coast": ("coast", 0, MAX_ZOOM),
    "border_country": ("border", 0, MAX_ZOOM),
    "border_disputed": ("border", 0, MAX_ZOOM),
    "border_province": ("border", 3, MAX_ZOOM),
    "place_country": ("place", 0, MAX_ZOOM),
    "place_country_small": ("place", 3, MAX_ZOOM),
    "place_province": ("place", 4, MAX_ZOOM),
    "place_city_0": ("place", 1, MAX_ZOOM),
    "place_city_1": ("place", 3, MAX_ZOOM),
    "place_city_2": ("place", 4, MAX_ZOOM),
    "place_city_3": ("place", 6, MAX_ZOOM),
    "place_city_4": ("place", 7, MAX_ZOOM),
}
# A town is of the first rank whose population it reaches; capitals of countries are of rank 0, of provinces of rank 2 at least.
CITY_RANKS = (3_000_000, 1_000_000, 300_000, 100_000, 0)
# So many countries, the largest, are named from the first zoom on; capitals of less people wait with the smaller ones.
LARGE_COUNTRIES = 110
LARGE_CAPITAL = 300_000


def geometry(blob):
    """A GeoPackage geometry: a header whose length its flags tell, then WKB."""
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    return wkb.loads(blob[8 + envelope :])


def segments(line):
    points = [(round(x, 6), round(y, 6)) for x, y in line.coords]
    for a, b in zip(points, points[1:]):
        if a != b:
            yield (a, b) if a < b else (b, a)


def merged(edges):
    """The edges joined into lines as long as they run without a fork."""
    if not edges:
        return []
    lines = linemerge(MultiLineString([LineString(edge) for edge in sorted(edges)]))
    lines = shapely.intersection(lines, WORLD)
    parts = lines.geoms if hasattr(lines, "geoms") else [lines]
    return [part for part in parts if part.geom_type == "LineString" and not part.is_empty]


def borders(divisions, disputed):
    owners = defaultdict(set)
    for index, (*_, shape) in enumerate(divisions):
        for polygon in shape.geoms:
            for ring in (polygon.exterior, *polygon.interiors):
                for segment in segments(ring):
                    owners[segment].add(index)
    disputed = {segment for shape in disputed for line in shape.geoms for segment in segments(line)}
    classes = {"coast": set(), "border_country": set(), "border_province": set(), "border_disputed": disputed}
    for segment, indices in owners.items():
        if segment in disputed:
            continue
        if len(indices) == 1:
            classes["coast"].add(segment)
        elif len({divisions[index][2] for index in indices}) > 1:
            classes["border_country"].add(segment)
        else:
            classes["border_province"].add(segment)
    return classes


def key(name):
    plain = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in plain if c.isalnum())


def point_feature(point, name_fr=None, **properties):
    if name_fr and name_fr != properties["name"]:
        properties["name_fr"] = name_fr
    return {"type": "Feature", "properties": properties, "geometry": mapping(Point(round(point.x, 5), round(point.y, 5)))}


def middle(shape):
    """The point of the largest part that is farthest from its edges."""
    largest = max(shape.geoms, key=lambda part: part.area) if hasattr(shape, "geoms") else shape
    return polylabel(largest.simplify(0.01), tolerance=0.05) if largest.area > 0.01 else largest.representative_point()


def country_places(countries):
    english, french = (Locale.parse(code).territories for code in ("en", "fr"))
    rows = []
    for code, name, shape in countries:
        rows.append((-shape.area, code, english.get(code, name), french.get(code, name), middle(shape)))
    return [
        point_feature(point, kind="country", name=name, name_fr=name_fr)
        for _, _, name, name_fr, point in sorted(rows, key=lambda row: row[:2])
    ]


class Shapes:
    """Which shape is that of a row of the gazetteer: the one of its country and name, else the one it lies in."""

    def __init__(self, divisions, countries):
        self.divisions = divisions
        self.countries = {code: shape for code, _, shape in countries}
        self.by_name = {(code, key(name or "")): index for index, (name, code, _, _) in enumerate(divisions)}
        self.tree = shapely.STRtree([shape for *_, shape in divisions])

    def named(self, row):
        """The one of its country and name; none of a division younger than the map."""
        for name in [row["name"], *row["aliases"].split("|")]:
            index = self.by_name.get((row["country"], key(name)))
            if index is not None and key(name):
                return self.divisions[index][3]
        return None

    def of(self, row):
        if row["kind"] == "country":
            return self.countries.get(row["country"])
        named = self.named(row)
        if named is not None:
            return named
        point = Point(float(row["longitude"]), float(row["latitude"]))
        for index in self.tree.query(point, predicate="intersects"):
            if self.divisions[index][1] == row["country"]:
                return self.divisions[index][3]
        return None


def radius_km(shape):
    """Of a circle as large as the shape, by way of the cylindrical projection that keeps areas."""
    area = shapely.transform(shape, lambda xy: [(math.radians(x), math.sin(math.radians(y))) for x, y in xy]).area
    return 6371.0 * math.sqrt(area / math.pi)


def write_extents(rows, shapes, target):
    with target.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["id", "radius_km"])
        for row in rows:
            shape = shapes.of(row) if row["kind"] in ("country", "province") else None
            if shape is not None:
                writer.writerow([row["id"], round(radius_km(shape), 1)])


def french_names():
    """French name of places by id, where it is another than the gazetteer's."""
    with (Path(__file__).parents[1] / "names_fr.csv").open(encoding="utf-8", newline="") as source:
        return {row["id"]: row["french"] for row in csv.DictReader(source)}


def gazetteer_places(rows, shapes):
    """Provinces at the middle of their shape, or where the gazetteer has them, and towns by rank."""
    french = french_names()
    places = defaultdict(list)
    capitals = {"country": set(), "province": set()}
    kinds = {row["id"]: row["kind"] for row in rows}
    for row in rows:
        for relation in row["relations"].split("|"):
            of = kinds.get(relation.removeprefix("capital_of:"))
            if relation.startswith("capital_of:") and of in capitals:
                capitals[of].add(row["id"])
    for row in rows:
        point = Point(float(row["longitude"]), float(row["latitude"]))
        shape = shapes.of(row) if row["kind"] == "province" else None
        if shape is not None:
            named = shapes.named(row)
            feature = point_feature(point if named is None else middle(named), french.get(row["id"]), kind="province", name=row["name"])
            places["place_province"].append((-shape.area, row["id"], feature))
        if row["kind"] == "city":
            population = int(row["population"] or 0)
            rank = next(index for index, least in enumerate(CITY_RANKS) if population >= least)
            if row["id"] in capitals["country"]:
                rank = 0
            elif row["id"] in capitals["province"]:
                rank = min(rank, 2)
            kind = "capital" if row["id"] in capitals["country"] else f"city-{rank}"
            feature = point_feature(point, french.get(row["id"]), kind=kind, name=row["name"])
            level = 1 if kind == "capital" and population < LARGE_CAPITAL else rank
            places[f"place_city_{level}"].append((-population, row["id"], feature))
    return {name: [feature for *_, feature in sorted(rows, key=lambda row: row[:2])] for name, rows in places.items()}


def write(folder, name, features):
    with (folder / f"{name}.geojsonl").open("w", encoding="utf-8") as out:
        for feature in features:
            out.write(json.dumps(feature, ensure_ascii=False) + "\n")


def tiles(folder, names, target):
    """GDAL cuts the features into tiles, one layer of its input a file."""
    union = folder / "all.vrt"
    layers = "".join(
        f'<OGRVRTLayer name="{name}"><SrcDataSource>{folder / name}.geojsonl</SrcDataSource></OGRVRTLayer>' for name in names
    )
    union.write_text(f"<OGRVRTDataSource>{layers}</OGRVRTDataSource>")
    layout = {
        name: {"target_name": FILES[name][0], "minzoom": FILES[name][1], "maxzoom": FILES[name][2]} for name in names
    }
    mbtiles = folder / "basemap.mbtiles"
    mbtiles.unlink(missing_ok=True)
    options = ["NAME=dateline basemap", f"CONF={json.dumps(layout)}", "MINZOOM=0", f"MAXZOOM={MAX_ZOOM}", "EXTENT=4096",
               "SIMPLIFICATION=3", "SIMPLIFICATION_MAX_ZOOM=1.5", "MAX_SIZE=5000000", "BUFFER=64", "COMPRESS=YES"]
    command = ["ogr2ogr", "-f", "MVT", str(mbtiles), str(union)]
    for option in options:
        command += ["-dsco", option]
    subprocess.run(command, check=True)
    with sqlite3.connect(mbtiles) as base:
        # What touches the date line also lands in a column past the last, which no map asks for.
        base.execute("delete from tiles where tile_column not between 0 and (1 << zoom_level) - 1"
                     " or tile_row not between 0 and (1 << zoom_level) - 1")
    target.unlink(missing_ok=True)
    mbtiles_to_pmtiles(str(mbtiles), str(target), MAX_ZOOM)


def main(world_map, gazetteer, folder, target, extents):
    folder.mkdir(parents=True, exist_ok=True)
    base = sqlite3.connect(world_map)
    divisions = [(name, code, sovereign, geometry(blob)) for name, code, sovereign, blob in
                 base.execute("select name, iso_a2, adm0_a3, geom from states_provinces order by fid")]
    countries = [(code, name, geometry(blob)) for code, name, blob in
                 base.execute("select iso_a2, NAME, geom from countries order by fid")]
    disputed = [geometry(blob) for (blob,) in base.execute("select geom from disputed_borders order by fid")]
    features = {"land": []}
    for _, _, shape in countries:
        clipped = shapely.intersection(shapely.make_valid(shape), WORLD)
        features["land"].append({"type": "Feature", "properties": {}, "geometry": mapping(clipped)})
    for name, edges in borders(divisions, disputed).items():
        kind = name.removeprefix("border_")
        features[name] = [{"type": "Feature", "properties": {"kind": kind}, "geometry": mapping(line)} for line in merged(edges)]
    names = country_places(countries)
    features["place_country"], features["place_country_small"] = names[:LARGE_COUNTRIES], names[LARGE_COUNTRIES:]
    with gazetteer.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    shapes = Shapes(divisions, countries)
    features |= gazetteer_places(rows, shapes)
    write_extents(rows, shapes, extents)
    for name, rows in features.items():
        print(f"{name}: {len(rows)} features", file=sys.stderr)
        write(folder, name, rows)
    tiles(folder, [name for name in FILES if features.get(name)], target)
    print(f"{target}: {target.stat().st_size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:6]))
