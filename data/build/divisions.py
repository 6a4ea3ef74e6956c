"""First-level divisions of Natural Earth: their ids, names and points, and which one a town lies in."""

import collections
import csv
import os
import re
from dataclasses import dataclass

import shapely
from shapely import STRtree

import sources
from spellings import fold, usable

HERE = os.path.dirname(os.path.abspath(__file__))
# Natural Earth draws these first-level divisions in no country, or in one that has since been recognised apart.
STRAY_COUNTRY = {"Somaliland": "SO", "Northern Cyprus": "CY", "Dhekelia": "CY", "Akrotiri": "CY", "Guantanamo Bay USNB": "CU",
                 "Cocos (Keeling) Islands": "CC", "Christmas Island": "CX", "Clipperton Island": "FR",
                 "Baykonur lease in Qyzylorda": "KZ", "Kashmir": "", "Spratly Islands": ""}
# What GeoNames and Yahoo's names call a division, which reports leave out.
DIVISION_WORD = (
    r"(estado|provincia|provincie|province|provinsi|region|regiao|región|region|departamento|departement|département|"
    r"county|district|prefecture|oblast|oblast'|kray|krai|respublika|republic|republik|land|laen|län|lan|fylke|amt|"
    r"muhafazat|mohafazat|mintaqat|wilayat|vilayet|vilayat|viloyati|welayaty|velayat|ostan|ostan-e|ustan|tinh|thanh pho|"
    r"khett|changwat|aimag|aymag|canton|zupanija|opcina|obshtina|distrito|parish|governorate|state|division|department|"
    r"municipality|municipio|autonomous|wilaya|kunta|maakunta|judet|județul|judetul|raionul|megye|ili|il|territory|"
    r"voblasts'|voblasts|ken|fu|do|sheng|shi|si|zizhiqu)")
BEFORE = re.compile(rf"^{DIVISION_WORD}(\s+(de la|de los|de|du|del|dell'|di|do|da|dos|of|-e))?\s+", re.I)
AFTER = re.compile(rf"[\s-]+{DIVISION_WORD}$", re.I)


def slug(name):
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def bare(name):
    """A division's name without the word for the division."""
    shorter = AFTER.sub("", BEFORE.sub("", name))
    return shorter if len(shorter) > 2 else name


# Names that say no more than where in its country a division lies, or what it is: alone they are no names.
PLAIN = set("""northern southern eastern western central north south east west northeast northwest southeast southwest northeastern
northwestern southeastern southwestern north-east north-west south-east south-west nord sud est ouest centre nord-est nord-ouest sud-est
sud-ouest capital federal city coast west-coast maritime littoral oriental islands highland lakes unity bay free union especial gulf rivers
plateau plateaux mountain islands delta cascade down bet apes savanes norte sur este oeste oriente occidente central-coast valley
midlands copperbelt national metropolitan district upper lower middle""".split())


def distinct(name, country):
    """The name, with its country's code where it alone is plain, and the fuller names that reports use then."""
    if slug(name) not in PLAIN:
        return name, []
    kinds = ["Province", "Region", "State", "District", "Department"]
    return f"{name} ({country})", [f"{name} {kind}" for kind in kinds] + [f"{kind} {name}" for kind in ["région", "région du", "province", "département"]]


@dataclass
class Division:
    """A first-level division: its point as (latitude, longitude), its shape in degrees."""

    id: str
    name: str
    country: str
    point: tuple
    aliases: list
    shape: object


def wanted_id(row, country, us_states, taken):
    """US-TX for a state of the United States, else the country and the name; a number parts namesakes."""
    if country == "US":
        code = next((state["code"] for state in us_states if fold(state["name"]) == fold(row["name"])), None)
        if code:
            return f"US-{code}"
    base = f"{country or 'XX'}-{slug(row['name'])}"
    wanted, n = base, 2
    while wanted in taken:
        wanted, n = f"{base}-{n}", n + 1
    return wanted


def read(world_map):
    """All first-level divisions, in the order of the file."""
    with open(os.path.join(HERE, "division_codes.csv"), encoding="utf-8", newline="") as file:
        codes = {row["fid"]: row["id"] for row in csv.DictReader(file)}
    us_states = sources.geonames("us_states")
    divisions, taken = [], set()
    for row in sources.layer(world_map, "states_provinces"):
        country = STRAY_COUNTRY.get(row["name"], row["iso_a2"])
        row["name"] = row["name"] or f"{row['admin']} (unnamed division)"
        row_id = codes.pop(str(row["fid"]), None) or wanted_id(row, country, us_states, taken)
        taken.add(row_id)
        english = (row["woe_label"] or "").split(",")[0]
        names = [row["woe_name"], english, bare(english), row["gn_name"], bare(row["gn_name"] or "")]
        shown, fuller = distinct(row["name"], country)
        aliases = [name for name in usable([name for name in names if name], shown) if slug(name) not in PLAIN] + fuller
        divisions.append(Division(row_id, shown, country, sources.inner_point(row["shape"]), aliases, row["shape"]))
    assert not codes, f"no such division: {codes}"
    return divisions


class Finder:
    """The first-level division that a point lies in, or the nearest of its country within NEAR_DEGREES."""

    NEAR_DEGREES = 0.3

    def __init__(self, divisions):
        self.divisions = divisions
        self.tree = STRtree([division.shape for division in divisions])

    def find_all(self, places):
        """The ids of the divisions of many (latitude, longitude, country), empty where there is none."""
        points = shapely.points([(longitude, latitude) for latitude, longitude, _ in places])
        found = [""] * len(places)
        for place, division in sorted(zip(*(pair.tolist() for pair in self.tree.query(points, predicate="within")))):
            if self.divisions[division].country == places[place][2] and not found[place]:
                found[place] = self.divisions[division].id
        for place, row_id in enumerate(found):
            if not row_id:
                found[place] = self.nearest(points[place], places[place][2])
        return found

    def nearest(self, point, country):
        around = [self.divisions[i] for i in self.tree.query(point.buffer(self.NEAR_DEGREES)).tolist()]
        near = sorted((d.shape.distance(point), d.id) for d in around if d.country == country)
        return near[0][1] if near and near[0][0] <= self.NEAR_DEGREES else ""


# Of the towns that share GeoNames' code of a division, so many lie in one shape where the two mean the same division.
SAME = 0.85


def across_the_border(rows, found, finder):
    """Moves towns that the map's coarse borders leave in a neighbouring division to that of their GeoNames code: Columbus is in Georgia."""
    shares = collections.defaultdict(collections.Counter)
    for town, row_id in zip(rows, found):
        shares[town["countrycode"], town["admin1code"]][row_id] += 1
    shapes = {division.id: division.shape for division in finder.divisions}
    for i, town in enumerate(rows):
        counts = shares[town["countrycode"], town["admin1code"]]
        told, most = counts.most_common(1)[0]
        if told in ("", found[i]) or most < SAME * counts.total():
            continue
        if shapes[told].distance(shapely.Point(town["longitude"], town["latitude"])) <= Finder.NEAR_DEGREES:
            found[i] = told
    return found


def towns(finder):
    """All towns of GeoNames cities500 by geonameid, each with the id of its division under 'admin1'."""
    rows = sorted(sources.geonames("cities500"), key=lambda town: town["geonameid"])
    found = finder.find_all([(town["latitude"], town["longitude"], town["countrycode"]) for town in rows])
    for town, admin1 in zip(rows, across_the_border(rows, found, finder)):
        town["admin1"] = admin1
    return rows
