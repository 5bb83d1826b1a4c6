#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# heatmap.sh PROGRAM SOURCE_DIR: densities of any points as values, maps and tables, opened by GDAL,
# which nobody here wrote, and compared with a sum over all points written anew in Python.
set -eu
program=$1
source=$2
scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
export HOME="$scratch/home" LC_ALL=en_US.UTF-8 LANG=en_US.UTF-8 TZ=UTC
unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME || true
mkdir "$HOME"
cd "$scratch"
. "$source/tests/support/expect.sh"
ulimit -c 0
AT=2026-11-20T08:00:00Z
heatmap() { "$program" heatmap "$@"; }
# told NAME PATTERN: what went to standard error.
told() { check "$1: $(tail -1 err)" "grep -q -- '$2' err"; }
# The python of the system, which has GDAL beside it.
py() { /usr/bin/python3 "$@"; }

py - <<'END_PY'
import random
r = random.Random(7)
with open('points.csv', 'w') as f, open('degrees.csv', 'w') as g:
    f.write('e,n,weight,when,kind\n')
    g.write('lon,lat\n')
    for i in range(600):
        f.write('%.2f,%.2f,%d,2026-%02d-01T12:00:00Z,%s\n' % (
            2680000 + r.gauss(0, 900), 1250000 + r.gauss(0, 700), 1 + i % 4, 1 + i % 12, 'ab'[i % 2]))
        g.write('%.6f,%.6f\n' % (8.5 + r.gauss(0, 0.01), 47.4 + r.gauss(0, 0.01)))
    g.write(',\nnan,47\n60,10\n')
open('empty.csv', 'w').write('e,n\n')
open('one.csv', 'w').write('e,n\n2680000,1250000\n')
open('same.csv', 'w').write('e,n\n' + '2680000,1250000\n' * 50)
open('noplaces.csv', 'w').write('a,b\n1,2\n')
open('mixed.geojson', 'w').write('{"type":"FeatureCollection","features":[' + ','.join([
    '{"type":"Feature","properties":{},"geometry":{"type":"MultiPoint","coordinates":[[8.5,47.4],[8.501,47.4],[8.5,47.401]]}}',
    '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[8.502,47.4]}}',
    '{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[8.5,47.4],[8.6,47.4]]}}',
    '{"type":"Feature","properties":{},"geometry":null}']) + ']}')
END_PY
PLANE="--crs EPSG:2056"
BOX="--extent 2677000,1247500,2683000,1252500"

# Values, against a sum over all points.
expect 0 "values" heatmap points.csv $PLANE $BOX --cell 50 --out v.tif --json
cp out v.json
expect 0 "the same as a table" heatmap points.csv $PLANE $BOX --cell 50 --out v.csv
expect 0 "weighted, some of them" heatmap points.csv $PLANE $BOX --cell 50 --weight weight \
    --where "kind = 'a'" --from 2026-03-01 --to 2026-09-01 --kernel gaussian --bandwidth 200 --all --out w.csv
py - <<'END_PY' || failed=$((failed + 1))
import csv, json, math, sys
from osgeo import gdal
gdal.UseExceptions()
points = list(csv.DictReader(open('points.csv')))
bad = []
def at(e, n, kernel):
    return 1e6 * math.fsum(w * kernel(math.hypot(x - e, y - n)) for x, y, w in chosen)
chosen = [(float(p['e']), float(p['n']), 1.0) for p in points]
quartic = lambda d: 3 / math.pi / 300**2 * (1 - (d / 300)**2)**2 if d < 300 else 0.0
rows = [tuple(map(float, r.values())) for r in csv.DictReader(open('v.csv'))]
if not rows:
    bad.append('no rows')
for e, n, v in rows[::37]:
    if abs(at(e, n, quartic) - v) > 1e-9 * v + 1e-9:
        bad.append('quartic at %s %s: %s, not %s' % (e, n, v, at(e, n, quartic)))
file = gdal.Open('v.tif')
west, size, _, north, _, _ = file.GetGeoTransform()
cells = file.ReadAsArray()
if (file.RasterXSize, file.RasterYSize, west, north, size) != (120, 100, 2677000, 1252500, 50):
    bad.append('the grid')
positive = int((cells > 0).sum())
if positive != len(rows):
    bad.append('%d cells above 0, %d in the table' % (positive, len(rows)))
import struct
for e, n, v in rows:
    got = float(cells[int((north - n) / size), int((e - west) / size)])
    if got != struct.unpack('f', struct.pack('f', v))[0]:
        bad.append('read back %s, not %s' % (got, v))
band = file.GetRasterBand(1)
notes = file.GetMetadata()
if band.GetNoDataValue() is None or band.GetUnitType() != 'cases/km2' or band.DataType != gdal.GDT_Float32:
    bad.append('nodata, unit or type')
if file.GetSpatialRef().GetAuthorityCode(None) != '2056':
    bad.append('coordinate system')
for key, value in (('KERNEL', 'quartic'), ('BANDWIDTH_METRES', '300'), ('CASES', '600'), ('CELL_METRES', '50')):
    if notes.get(key) != value:
        bad.append('%s is %s' % (key, notes.get(key)))
if json.load(open('v.json'))['cases'] != 600:
    bad.append('JSON')
chosen = [(float(p['e']), float(p['n']), float(p['weight'])) for p in points
          if p['kind'] == 'a' and '2026-03' <= p['when'] < '2026-09']
gauss = lambda d: math.exp(-d * d / 2 / 200**2) / (2 * math.pi * 200**2)
rows = [tuple(map(float, r.values())) for r in csv.DictReader(open('w.csv'))]
if len(rows) != 12000:
    bad.append('%d of all cells' % len(rows))
top = max(v for _, _, v in rows)
for e, n, v in rows[::331]:
    if abs(at(e, n, gauss) - v) > 1e-9 * v + 1e-9 * top:
        bad.append('gaussian at %s %s: %s, not %s' % (e, n, v, at(e, n, gauss)))
print('\n'.join(bad[:20]), file=sys.stderr)
sys.exit(bool(bad))
END_PY
check "a cloud optimised GeoTIFF" 'py -m osgeo_utils.samples.validate_cloud_optimized_geotiff v.tif >cog 2>&1 || { cat cog >&2; false; }'

# The plane.
expect 0 "degrees" heatmap degrees.csv --out g.tif --json
check "the UTM zone of their middle" 'grep -q "\"crs\":\"EPSG:32632\"" out'
check "a place far off is told of" 'grep -q "\"cases_far_off\":1" out'
check "and one without, and one that is no number" 'grep -q "\"cases_without_place\":2" out'
check "and make no map of the world" 'py -c "import json; j=json.load(open(\"out\")); exit(j[\"columns\"] > 1000)"'
expect 2 "no coordinate system" heatmap points.csv --out no.tif
told "names --crs" "--crs"
expect 2 "degrees as a plane" heatmap degrees.csv --crs EPSG:4326 --out no.tif
told "asks for metres" "metres"
expect 2 "feet as a plane" heatmap degrees.csv --crs EPSG:2249 --out no.tif
expect 2 "no such system" heatmap degrees.csv --crs EPSG:1 --out no.tif
expect 0 "points of several kinds" heatmap mixed.geojson --out m.tif --json
check "several in one count each" 'grep -q "\"cases\":4" out'
check "a line and nothing are told of" 'grep -q "\"cases_no_points\":1" out && grep -q "\"cases_without_place\":1" out'

# Limits.
expect 2 "nothing" heatmap empty.csv $PLANE --out no.tif
told "says that there is no point" "no point"
expect 0 "nothing, with an extent" heatmap empty.csv $PLANE $BOX --out e.tif --json
check "is 0 everywhere" 'grep -q "\"highest\":0[,.]" out'
printf 'e,n,much\n2600000,1200000,few\n2600100,1200100,many\n' > words.csv
expect 2 "weights that are words" heatmap words.csv $PLANE --weight much --lang en --out no.tif
told "says how many and why" "2 whose weight is no number"
expect 0 "one point" heatmap one.csv $PLANE --out 1.tif --json
expect 0 "identical points" heatmap same.csv $PLANE --out 50.tif --json
expect 0 "by a rule that finds no spread" heatmap same.csv $PLANE --bandwidth scott --out 50.tif --json
check "falls back" 'grep -q "\"bandwidth_metres\":300" out'
expect 0 "outside of the extent" heatmap points.csv $PLANE --extent 2600000,1200000,2601000,1201000 --lang en --out o.tif --json
told "says that nothing is in it" "All of them lie outside of --extent"
check "all of them" 'grep -q "\"cases_outside\":600" out && grep -q "\"highest\":0[,.]" out'
expect 0 "a bandwidth below a cell" heatmap points.csv $PLANE --bandwidth 10 --cell 100 --out s.tif
told "says so" "shorter than a cell"
expect 0 "a bandwidth above the district" heatmap points.csv $PLANE $BOX --bandwidth 100000 --cell 100 --out l.tif
expect 2 "more cells than anybody has" heatmap points.csv $PLANE --cell 0.001 --out no.tif
told "names --cell" "--cell"
expect 2 "a bandwidth as wide as the earth" heatmap points.csv $PLANE --bandwidth 99999999 --lang en --out no.tif
told "names --bandwidth" "--bandwidth"
check "and not --cell" '! grep -q -- "--cell" err'
expect 2 "an unknown field" heatmap points.csv $PLANE --where "nothing = 1" --lang en --out no.tif
told "ends its sentences once" "field. Fields are: e, n, weight, when, kind\.$"
for wrong in "--kernel round" "--bandwidth 0" "--bandwidth -5" "--bandwidth wide" "--cell 0" "--extent 1,2,3" \
    "--extent 5,5,1,1" "--unit per-mile" "--weight nothing" "--where nothing=1" "--where ((" "--time nothing" \
    "--from yesterday" "--paper A9" "--nothing 1" "--unit per-10000" "--lang xx" "--edge district" "--layer nothing" \
    "--size 1x1" "--ramp rainbow" "--k 0"; do
    # shellcheck disable=SC2086
    expect 2 "$wrong" heatmap points.csv $PLANE --out no.tif $wrong
done
expect 2 "no ending" heatmap points.csv $PLANE --out no.xyz
expect 2 "no columns with places" heatmap noplaces.csv $PLANE --out no.tif
expect 3 "no such file" heatmap nowhere.csv --out no.tif
expect 1 "no map data" heatmap "$program" --out no.tif
expect 3 "no such folder" heatmap points.csv $PLANE --out nowhere/no.tif
expect 4 "over its own input" heatmap points.csv $PLANE --out points.csv
if [ "$(id -u)" != 0 ]; then
    mkdir closed && chmod a-w closed
    expect 1 "a folder that cannot be written" heatmap points.csv $PLANE --out closed/no.tif
fi
# A limit on the size of files stands for a full disk: writing fails in the middle.
for ending in tif csv; do
    (trap '' XFSZ; ulimit -f 64; heatmap points.csv $PLANE --cell 2 --all --out full.$ending >out 2>err) && failed=$((failed + 1))
    check "$ending: no half a file" '[ ! -e full.$ending ]'
done
check "and nothing else is left" '[ -z "$(ls -d .gridward-* no.* 2>/dev/null)" ]'

# Ctrl+C.
"$program" heatmap points.csv $PLANE --cell 0.25 --bandwidth 2000 --out stopped.tif >out 2>stopping &
working=$!
waited=0
until grep -qs "heat map" stopping || [ "$waited" -ge 300 ]; do
    sleep 0.1
    waited=$((waited + 1))
done
kill -INT $working
status=0
wait $working || status=$?
check "stopped: 1, not $status" '[ "$status" = 1 ]'
check "nothing is left of it" '[ -z "$(ls -d .gridward-* stopped.* 2>/dev/null)" ]'

# Several windows, and less memory than all cells would take.
expect 0 "tiled" heatmap points.csv $PLANE --cell 1 --extent 2677000,1247500,2683500,1252500 --out t.tif
py - <<'END_PY' || failed=$((failed + 1))
import sys
from osgeo import gdal
small, large = gdal.Open('v.tif'), gdal.Open('t.tif')
a = small.ReadAsArray()
bad = 0
# The centre of a cell of 50 m lies on the corner of four of 1 m: their mean is close to it.
for row in range(0, 100, 3):
    for column in range(0, 120, 7):
        four = large.ReadAsArray(50 * column + 24, 50 * row + 24, 2, 2)
        bad += abs(float(four.mean()) - float(a[row, column])) > 1e-3 * float(a.max())
print(bad, 'cells differ between windows', file=sys.stderr) if bad else None
sys.exit(bool(bad))
END_PY

# The same bytes, whatever the day and the number of threads.
for ending in tif csv png pdf svg gpkg qgz; do
    mkdir -p one two
    expect 0 "$ending by one thread" heatmap points.csv $PLANE --threads 1 --out one/x.$ending
    sleep 1
    expect 0 "$ending by two" heatmap points.csv $PLANE --threads 2 --out two/x.$ending
    check "$ending has the same bytes" 'cmp one/x.$ending two/x.$ending'
done
check "the picture knows its place" 'gdalinfo one/x.png | grep -q "EPSG\",2056" && [ "$(wc -l <one/x.pgw)" = 6 ]'
check "a sheet" 'pdfinfo one/x.pdf | grep -q "A4" && pdftotext one/x.pdf - | grep -q "points.csv"'
check "its scale bar has whole kilometres" 'pdftotext one/x.pdf - | grep -Eqx "[1-9][0-9]* km"'
expect 0 "A0" heatmap points.csv $PLANE --paper A0 --title "Faults in spring" --lang en --out a0.pdf
check "is A0" 'pdfinfo a0.pdf | grep -q "^Page size: .*A0"'
check "with its title" 'pdftotext a0.pdf - | grep -q "Faults in spring"'
# The longest title of all is on a sheet of A4 to its last word.
expect 0 "a long title" heatmap points.csv $PLANE --lang en --out titled.pdf --title "Noise complaints in the evening \
hours by citizens and patrols, quarterly report of the urban management centre of the district, third revision"
check "is whole" 'pdftotext titled.pdf - | tr "\n" " " | grep -q "citizens and patrols, quarterly report of the urban management centre of the district, third revision"'
expect 0 "times of a file" heatmap points.csv $PLANE --lang en --at $AT --from 2026-01-01T06:30:00Z --to 2026-12-01 \
    --where "kind = 'a'" --out times.pdf
check "have their zone" 'pdftotext times.pdf - >words; grep -q "2026-01-01 06:30 .* 2026-12-01 00:00 UTC" words && grep -q "Made 2026-11-20 08:00:00 +00:00 UTC" words'
check "and what was chosen is told" 'grep -q "kind: a$" words'
expect 0 "a condition of another kind" heatmap points.csv $PLANE --lang en --where "weight > 2" --out times.pdf
check "is told as it stands" 'pdftotext times.pdf - | grep -q "Filter: weight > 2"'
expect 0 "in Chinese" heatmap points.csv $PLANE --lang zh_CN --out zh.svg
check "has a Chinese scale bar" 'grep -q "公里" zh.svg'
check "has Chinese words" 'grep -q "个案件" zh.svg || grep -q "案件" zh.svg'
check "GeoPackage is valid" 'py -m osgeo_utils.samples.validate_gpkg one/x.gpkg >valid 2>&1 || { cat valid >&2; false; }'
py - <<'END_PY' || failed=$((failed + 1))
import csv, sys
from osgeo import ogr
ogr.UseExceptions()
package = ogr.Open('one/x.gpkg')
names = sorted(package.GetLayer(i).GetName() for i in range(package.GetLayerCount()))
bad = []
if names != ['cells', 'classes', 'layer_styles']:
    bad.append(str(names))
table = {(float(r['easting']), float(r['northing'])): float(r['value']) for r in csv.DictReader(open('one/x.csv'))}
cells = package.GetLayerByName('cells')
if cells.GetFeatureCount() != len(table):
    bad.append('%d squares, %d rows' % (cells.GetFeatureCount(), len(table)))
for feature in cells:
    middle = feature.GetGeometryRef().Centroid()
    value = table.get((round(middle.GetX(), 3), round(middle.GetY(), 3)), -1.0)
    if abs(feature.GetField('value') - value) > 1e-6 * value:
        bad.append('%s is %s' % (middle.ExportToWkt(), feature.GetField('value')))
styles = package.GetLayerByName('layer_styles')
if sorted(f.GetField('f_table_name') for f in styles) != ['cells', 'classes']:
    bad.append('styles')
if package.GetLayerByName('classes').GetFeatureCount() == 0:
    bad.append('no classes')
print('\n'.join(bad[:20]), file=sys.stderr)
sys.exit(bool(bad))
END_PY

# Two periods: their difference and their ratio.
FIRST="--from 2026-01-01 --to 2026-07-01"
OTHER="--from 2026-07-01 --to 2027-01-01"
BOTH="$FIRST --against-from 2026-07-01 --against-to 2027-01-01"
# shellcheck disable=SC2086
{
expect 0 "the first" heatmap points.csv $PLANE $BOX --cell 50 $FIRST --out first.tif
expect 0 "the other" heatmap points.csv $PLANE $BOX --cell 50 $OTHER --out other.tif
expect 0 "the difference" heatmap points.csv $PLANE $BOX --cell 50 $BOTH --compare difference --out less.tif --json
check "says so" 'grep -q "\"compared_by\":\"difference\"" out && grep -q "\"compared_cases\":300" out'
expect 0 "the ratio" heatmap points.csv $PLANE $BOX --cell 50 $BOTH --compare ratio --out by.tif
expect 0 "the difference as a table" heatmap points.csv $PLANE $BOX --cell 50 $BOTH --compare difference --out less.csv
}
py - <<'END_PY' || failed=$((failed + 1))
import csv, math, sys
from osgeo import gdal
gdal.UseExceptions()
read = lambda name: gdal.Open(name).ReadAsArray().astype(float)
a, b, less, by = read('first.tif'), read('other.tif'), read('less.tif'), read('by.tif')
bad = []
if abs(less - (a - b)).max() > 1e-5 * a.max():
    bad.append('the difference is off by %s' % abs(less - (a - b)).max())
if not (less.min() < 0 < less.max()):
    bad.append('no two signs')
ratio = gdal.Open('by.tif') # a band goes with its file
nodata = ratio.GetRasterBand(1).GetNoDataValue()
known = by != nodata
# Five cases right beneath the peak of the kernel are the least.
least = 5 * 3 / math.pi / 300**2 * 1e6
if (known != (b >= least)).sum() > 2 or not known.any() or known.all():
    bad.append('%d cells known, %d expected' % (known.sum(), (b >= least).sum()))
if abs(by[known] - a[known] / b[known]).max() > 1e-4:
    bad.append('the ratio is off')
rows = list(csv.DictReader(open('less.csv')))
if len(rows) != int((less != 0).sum()) or min(float(r['value']) for r in rows) >= 0:
    bad.append('%d rows, %d cells' % (len(rows), (less != 0).sum()))
for name, how in (('less.tif', 'difference'), ('by.tif', 'ratio')):
    file = gdal.Open(name)
    notes = file.GetMetadata()
    if notes.get('COMPARED_BY') != how or not notes.get('COMPARED_FROM', '').startswith('2026-07-01'):
        bad.append('%s: %s' % (name, notes))
print('\n'.join(bad), file=sys.stderr)
sys.exit(bool(bad))
END_PY
for ending in tif csv png pdf svg gpkg qgz; do
    for how in difference ratio; do
        # shellcheck disable=SC2086
        expect 0 "$how as $ending" heatmap points.csv $PLANE $BOTH --compare $how --out one/$how.$ending --lang en
    done
done
# shellcheck disable=SC2086
expect 0 "the same again" heatmap points.csv $PLANE $BOTH --compare difference --threads 1 --lang en --out two/difference.pdf
check "has the same bytes" 'cmp one/difference.pdf two/difference.pdf'
# shellcheck disable=SC2086
expect 0 "a sheet of all there is" heatmap points.csv $PLANE $BOX --time when --paper A4 --lang en --out one/all.pdf --json
check "says which days that is" 'pdftotext one/all.pdf - | tr ‒ – | grep -q "cases of 2026-01-01 – 2026-12-01"'
check "and to programs" 'grep -q "\"first_case\":\"2026-01-01T12:00:00.000Z\"" out && grep -q "\"last_case\":\"2026-12-01T12:00:00.000Z\"" out'
check "a sheet with both periods" 'pdftotext one/difference.pdf - | tr ‒ – | grep -q "2026-01-01 – 2026-06-30 less 2026-07-01 – 2026-12-31"'
check "and its measure" 'pdftotext one/difference.pdf - | grep -q "more or fewer" && pdftotext one/ratio.pdf - | grep -q "Times as many"'
py - <<'END_PY' || failed=$((failed + 1))
import sys
from osgeo import ogr
ogr.UseExceptions()
bad = []
for how, least in (('difference', -1e9), ('ratio', 0.0)):
    package = ogr.Open('one/%s.gpkg' % how)
    values = [f.GetField('value') for f in package.GetLayerByName('cells')]
    lows = [f.GetField('low') for f in package.GetLayerByName('classes')]
    if not values or not lows or min(values) < least:
        bad.append(how)
    if how == 'difference' and (min(values) >= 0 or min(lows) >= 0 or max(lows) <= 0):
        bad.append('no two signs: %s' % lows)
print('\n'.join(bad), file=sys.stderr)
sys.exit(bool(bad))
END_PY

# Classes: so many, or these.
expect 0 "classes by hand" heatmap points.csv $PLANE --classes 7,31,77 --lang en --out classes.pdf
check "are in the legend" 'pdftotext classes.pdf - >words; for n in 0 7 31 77; do grep -qx "$n" words || exit 1; done'
expect 0 "four of them" heatmap points.csv $PLANE --classes 4 --lang en --out four.pdf
check "are four of a round width" 'pdftotext four.pdf - >words; for n in 50 100 150 200; do grep -qx "$n" words || exit 1; done; ! grep -qx 250 words'
expect 0 "quantiles" heatmap points.csv $PLANE --classes 5 --class-method quantiles --out classes.gpkg
expect 0 "natural breaks" heatmap points.csv $PLANE --classes 5 --class-method natural --out natural.qgz
# shellcheck disable=SC2086
expect 0 "of a difference" heatmap points.csv $PLANE $BOTH --compare difference --classes 5 --out less.png
for wrong in "--classes 1" "--classes many" "--classes 5,3" "--classes 5,5" "--class-method equal" \
    "--classes 5 --class-method nice" "--compare difference" "--compare sum $BOTH" "$BOTH" \
    "--compare ratio $BOTH --classes 5" "--compare difference $BOTH --classes 0,5,9" \
    "--compare ratio $FIRST --against-from 2026-07-01" \
    "--compare ratio $FIRST --against-from 2026-08-01 --against-to 2026-07-01"; do
    # shellcheck disable=SC2086
    expect 2 "$wrong" heatmap points.csv $PLANE --out no.pdf $wrong
done
expect 2 "classes of values" heatmap points.csv $PLANE --classes 5 --out no.tif
told "which files have none" "values of a .tif have none"

# A sheet in a frame that somebody drew in QGIS.
sed 's/id="title" position="12,10,mm" positionOnPage="12,10,mm"/id="title" position="12,14,mm" positionOnPage="12,14,mm"/' \
    "$source/resources/print/heatsheet.qpt" >own.qpt
expect 0 "an own template" heatmap points.csv $PLANE --template own.qpt --title "Ours" --out own.pdf
check "has its title" 'pdftotext own.pdf - | grep -q "Ours" && ! cmp -s own.pdf one/x.pdf'
expect 0 "on larger paper" heatmap points.csv $PLANE --template own.qpt --paper A2 --out own2.pdf
check "is A2" 'pdfinfo own2.pdf | grep -q "^Page size: .*A2"'
for id in title subtitle map scale-bar north legend-title legend parameters sources date simulated; do
    sed "s/id=\"$id\"/id=\"other\"/" own.qpt >without.qpt
    expect 2 "a template without $id" heatmap points.csv $PLANE --template without.qpt --out no.pdf
    told "names $id" "“$id”"
done
sed 's/id="map"/id="other"/; s/id="title"/id="map"/; s/id="other"/id="title"/' own.qpt >changed.qpt
expect 2 "a title that is a map" heatmap points.csv $PLANE --template changed.qpt --out no.pdf
echo no >broken.qpt
expect 2 "no template" heatmap points.csv $PLANE --template broken.qpt --out no.pdf
expect 3 "no such template" heatmap points.csv $PLANE --template nowhere.qpt --out no.pdf
expect 2 "a template of values" heatmap points.csv $PLANE --template own.qpt --out no.tif
check "and nothing was written" '[ -z "$(ls -d .gridward-* no.* 2>/dev/null)" ]'

# Weights are told apart from cases.
expect 0 "weights on a sheet" heatmap points.csv $PLANE --weight weight --lang en --out w.pdf
check "are summed there" 'pdftotext w.pdf - | grep -q "Cases on the map: 600" && pdftotext w.pdf - | grep -q "Sum of their weights (weight): 1,500"'

# A store: who may, what is noted, and what nobody is to see.
expect 0 "a demo" "$program" demo --out d.gpkg --at $AT --days 60 --open 300 --cases 1500 --seed 4
expect 0 "a store" heatmap d.gpkg --at $AT --as analyst1 --where "source = 'hotline'" --edge district --out h.tif --json
cp out h.json
expect 0 "the same cases, nobody hidden" "$program" export d.gpkg cases hot.gpkg --where "source = 'hotline'"
expect 0 "as a file" heatmap hot.gpkg --kernel uniform --bandwidth 300 --crs EPSG:32650 --out u.tif
expect 0 "a store by a uniform kernel" heatmap d.gpkg --at $AT --where "source = 'hotline'" --kernel uniform --crs EPSG:32650 --out k.tif --json
check "cells were hidden" 'py -c "import json; exit(json.load(open(\"out\"))[\"hidden_cells\"] == 0)"'
py - <<'END_PY' || failed=$((failed + 1))
import math, sys
from osgeo import gdal
hidden, all_cells = gdal.Open('k.tif'), gdal.Open('u.tif')
a, b = hidden.ReadAsArray(), all_cells.ReadAsArray()
if a.shape != b.shape:
    sys.exit('grids differ: %s %s' % (a.shape, b.shape))
cases = b / 1e6 * math.pi * 300**2
few = cases < 4.5
known = a != hidden.GetRasterBand(1).GetNoDataValue()
if (known & few).any() or (~known & ~few).any():
    sys.exit('%d shown, %d hidden wrongly' % ((known & few).sum(), (~known & ~few).sum()))
END_PY
# shellcheck disable=SC2086
{
FIRST="--from 2026-10-21 --to 2026-11-20"
OTHER="--from 2026-09-21 --to 2026-10-21"
STORE="d.gpkg --at $AT --kernel uniform --crs EPSG:32650 --extent 445000,4410000,456000,4426000 --cell 100"
expect 0 "one period of the store" heatmap $STORE $FIRST --out p.tif
expect 0 "the other one" heatmap $STORE $OTHER --out q.tif
expect 0 "their difference" heatmap $STORE $FIRST --against-from 2026-09-21 --against-to 2026-10-21 --compare difference --out r.tif
expect 0 "on a sheet" heatmap $STORE $FIRST --lang en --out r.pdf
check "what is hidden is hatched" 'pdftotext r.pdf - | grep -q "Fewer than 5 personal cases in reach: not shown"'
}
py - <<'END_PY' || failed=$((failed + 1))
import sys
from osgeo import gdal
def known(name):
    file = gdal.Open(name)
    return file.ReadAsArray() != file.GetRasterBand(1).GetNoDataValue()
p, q, r = known('p.tif'), known('q.tif'), known('r.tif')
if (r != (p & q)).any() or not r.any() or r.all():
    sys.exit('%d cells of a difference are known, %d of both periods' % (r.sum(), (p & q).sum()))
END_PY
# Times are taken as they stand, not as the day they lie in; days begin at midnight of the district.
expect 0 "a store, by times" heatmap d.gpkg --at $AT --as analyst1 --from 2026-11-10T06:00:00Z --to 2026-11-19T07:30:00Z \
    --out times.tif --json
check "to the minute" 'grep -q "\"period_from\": *\"2026-11-10T06:00:00.000Z\"" out && grep -q "\"period_to\": *\"2026-11-19T07:30:00.000Z\"" out'
expect 0 "a store, by days" heatmap d.gpkg --at $AT --as analyst1 --from 2026-11-10 --to 2026-11-19 --out days.tif --json
check "of the district" 'grep -q "\"period_from\": *\"2026-11-09T16:00:00.000Z\"" out'
expect 0 "periods of other lengths, one not over" heatmap d.gpkg --at $AT --as analyst1 --from 2026-11-01 --to 2026-12-01 \
    --against-from 2026-10-01 --against-to 2026-10-08 --compare difference --lang en --out odd.tif
told "says so" "not as long as each other"
told "says that it is not over" "not over yet"
expect 2 "a ratio to nothing" heatmap d.gpkg --at $AT --as analyst1 --from 2026-11-01 --to 2026-11-19 \
    --against-from 2020-10-01 --against-to 2020-10-08 --compare ratio --lang en --out no.tif
told "says what to do" "no case in the period to compare with"
expect 0 "nobody hidden, by the number" heatmap d.gpkg --at $AT --as analyst1 --k 1 --where "source = 'hotline'" --out k1.tif --json
check "nothing is hidden" 'py -c "import json; exit(json.load(open(\"out\"))[\"hidden_cells\"] != 0)"'
expect 0 "it was noted" "$program" admin audit d.gpkg list --limit 20 --json
check "in the audit log" 'grep -q heat-map out'
expect 4 "who may not take statistics along" heatmap d.gpkg --at $AT --as handler1 --out no.tif
expect 4 "over the store itself" heatmap one.csv $PLANE --out d.gpkg
expect 2 "an unknown field" heatmap d.gpkg --at $AT --where "nothing = 1" --out no.tif
told "names the fields" "reported_at"
check "nothing was written" '[ ! -e no.tif ]'
expect 0 "an atlas" heatmap d.gpkg --at $AT --atlas street --out atlas.pdf
check "has a sheet for each street" '[ "$(pdfinfo atlas.pdf | sed -n "s/^Pages: *//p")" = 17 ]'
check "that counts for all of them" 'pdftotext -f 3 -l 3 atlas.pdf - | tr -d "\n" | grep -qE "Cases on all sheets together|各图幅合计"'
check "with its name above all" 'pdftotext -f 3 -l 3 atlas.pdf - | head -1 | grep -q "街道$"'
check "and its number" 'pdftotext -f 3 -l 3 atlas.pdf - | grep -q " 3 / 17"'
check "and all 17 names are on the map of a sheet" \
    '[ "$(pdftotext r.pdf - | grep -o "街道" | wc -l)" = 17 ]'
expect 3 "pictures into no folder" heatmap d.gpkg --at $AT --every week --from 2026-11-01 --to 2026-11-15 --out-dir nowhere --lang en
told "says what to do" "There is no folder"
# Whatever a library says at start may stand there too; what counts is that no case was read.
check "is told before anything is read: $(cat err)" '! grep -q "reading cases" err'
mkdir year
expect 0 "a picture for each month" heatmap points.csv $PLANE --every month --from 2026-01-01 --to 2026-05-01 \
    --out-dir year --size 320x240 --json
check "four of them" '[ "$(ls year/*.png | wc -l)" = 4 ] && [ -e year/heat-2026-04-01.png ]'
check "in the same colours" 'grep -q "\"scale\":" out'
for wrong in "--every year --out-dir year" "--every month" "--out-dir year"; do
    # shellcheck disable=SC2086
    expect 2 "$wrong" heatmap points.csv $PLANE --from 2026-01-01 --to 2026-05-01 $wrong
done
expect 2 "an atlas of a file" heatmap points.csv $PLANE --atlas street --out no.pdf

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
