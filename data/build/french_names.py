#!/usr/bin/env python3
"""Writes data/names_fr.csv: the French name of each place of data/gazetteer.csv that is called otherwise in French.

    pip install Babel==2.18.0
    python3 data/build/french_names.py

Names come from place_names_fr.csv, kept by hand, then from CLDR: all countries, and the cities that time zones are called by.
Run it after gazetteer.py and before basemap.sh, which names the map by it.
"""

import csv
import unicodedata
from pathlib import Path

from babel import Locale

BUILD = Path(__file__).parent
DATA = BUILD.parent
# Towns of fewer people are not those that CLDR means, unless they are a capital.
LARGE_CITY = 300_000


def key(name):
    plain = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in plain if c.isalnum())


def city_names():
    """French name by folded English name: the cities CLDR names its time zones by."""
    english, french = (Locale.parse(code).time_zones for code in ("en", "fr"))
    names = {}
    for zone, fields in french.items():
        own = english.get(zone, {}).get("city") or zone.split("/")[-1].replace("_", " ")
        # A name with something in brackets tells two cities apart, which a map does by where they are.
        if "city" in fields and not any(sign in fields["city"] for sign in "(["):
            names[key(own)] = fields["city"]
    return names


def read(path):
    with path.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def french_name(row, by_hand, countries, cities):
    if row["id"] in by_hand:
        return by_hand[row["id"]]
    if row["kind"] == "country":
        return countries.get(row["country"])
    is_known = int(row["population"] or 0) >= LARGE_CITY or "capital_of:" in row["relations"]
    return cities.get(key(row["name"])) if row["kind"] == "city" and is_known else None


def main():
    by_hand = {row["id"]: row["name"] for row in read(BUILD / "place_names_fr.csv")}
    countries, cities = Locale.parse("fr").territories, city_names()
    with (DATA / "names_fr.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["id", "name", "french"])
        for row in read(DATA / "gazetteer.csv"):
            name = french_name(row, by_hand, countries, cities)
            if name and name != row["name"].strip():
                writer.writerow([row["id"], row["name"].strip(), name.replace("'", "’")])


if __name__ == "__main__":
    main()
