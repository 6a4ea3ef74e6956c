#!/usr/bin/env bash
# Builds assets/basemap.pmtiles and data/extents.csv from pinned sources. Needs gdal-bin, dpkg-deb, apt-get, python3 with venv.
# Usage: data/build/basemap.sh [WORK FOLDER]   what is fetched stays there, and is used again.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=${1:-$(mktemp -d)}
mkdir -p "$work"

# Natural Earth 1:10m as QGIS ships it (public domain): countries, first-level divisions, disputed lines.
qgis=qgis-common_3.22.16+dfsg-1_all.deb
map_sum=ff5cceefc4b27abea094fa82459d8aef9417023236c326a666978b62ffe85db2
if [ ! -f "$work/world_map.gpkg" ]; then
    (cd "$work" && apt-get download qgis-common=3.22.16+dfsg-1)
    dpkg-deb --fsys-tarfile "$work/$qgis" | tar -xO ./usr/share/qgis/resources/data/world_map.gpkg > "$work/world_map.gpkg"
fi
echo "$map_sum  $work/world_map.gpkg" | sha256sum --check --quiet

if [ ! -d "$work/venv" ]; then
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install --quiet pmtiles==3.8.1 shapely==2.2.0 Babel==2.18.0
fi
"$work/venv/bin/python" data/build/basemap.py \
    "$work/world_map.gpkg" data/gazetteer.csv "$work/features" assets/basemap.pmtiles data/extents.csv
