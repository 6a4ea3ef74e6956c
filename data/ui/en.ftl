# Interface, English. One line a text; `$count` chooses the plural.
app-name = dateline
search-hint = Place, actor or words in the reports
search-label = Search
open = Open…
open-files = Report files…
open-folder = Folder of reports…
export = Export…
language = Language
theme-dark = Dark
theme-light = Light
theme-label = Light or dark
keys-label = Keys
about-sources = Sources

tab-event = Event
tab-report = Report
tab-list = List ({ $count })

family-fighting = Fighting
family-remote_violence = Remote violence
family-against_civilians = Against civilians
family-moves = Moves
family-diplomacy = Diplomacy
family-civil = Civil
kind-clash = Fighting
kind-capture = Place taken
kind-handover = Handed over
kind-air_strike = Air strike
kind-shelling = Shelling
kind-bombing = Bombing
kind-attack_on_civilians = Attack on civilians
kind-abduction = Abduction
kind-surrender = Surrender
kind-withdrawal = Withdrawal
kind-movement = Movement of forces
kind-agreement = Agreement
kind-talks = Talks
kind-arrest = Arrest
kind-prison_break = Prison break
kind-displacement = People displaced
kind-protest = Protest
kind-other = Other event

kinds = Kinds
kind-row = { $name }, { $count ->
    [one] 1 event
   *[other] { $count } events
}
kind-key = Click to hide or show, double-click for this one alone · key { $key }
places = Places
actors = Actors
reports = Reports
certainties = Certainty
kinds-unfold = Show the kinds of { $name }
kinds-fold = Hide the kinds of { $name }
found = In the reports
found-none = No report holds these words.
only-here = Click to show only this
not-on-map = Not on the map
tray-not-placed = Not placed
tray-not-dated = Not dated
tray-not-events = Not events
tray-problems = Problems
tray-conflicts = Days that disagree
tray-not-placed-about = Told in the reports, but no place was found for them.
tray-not-dated-about = Told in the reports, but on no day that could be worked out.
tray-not-events-about = Planned, denied or only supposed: read as said, never shown as having happened.
tray-problems-about = Files and lines that could not be read, or only with a doubt.
tray-conflicts-about = Reports whose days and those of another cannot both hold; both are kept as they are.
tray-empty = There is none.
clear-filter = Show all
remove-chip = Remove { $name }
hidden-family = without { $name }

step-back = One step back
step-forward = One step on
play = Play
pause = Pause
step-label = Step
step-day = day
step-week = week
step-month = month
step-quarter = quarter
step-year = year
from-label = First day
to-label = Last day
date-error = “{ $text }” is no date. Write 2021-07-07, 7 July 2021, 11/07/2021 or July 2021.
go-to = Go to a date
go-to-hint = 7 July 2021, 2021-07 …
break-name = No event: { $days }. Click to show these days
mode-window = window
mode-cumulative = cumulative
mode-window-about = Only what happened in these days
mode-cumulative-about = All that happened until the last of these days
clock-happened = happened
clock-reported = reported
clock-happened-about = The days on which it happened
clock-reported-about = The days on which reports that tell of it came out
speed = Speed
speed-value = { $steps } / s
loop = Loop
breaks-cut = Show empty stretches
breaks-full = Cut empty stretches
axis-fit = Whole time axis
week-of = Week of { $day }
window-handle-start = First day of the window
window-handle-end = Last day of the window
window-body = Window of days
bar-name = { $days }: { $count ->
    [0] no event
    [one] 1 event
   *[other] { $count } events
}
selected-days = The selected event: { $days }
bar-possible = { $count ->
    [one] 1 of them only perhaps on these days
   *[other] { $count } of them only perhaps on these days
}
events-in-window = { $count ->
    [0] no event
    [one] 1 event
   *[other] { $count } events
}
hint-examples = These reports are examples: “Open…” reads your own.
hint-forward = Drag the window of days below, or press → for the next month.
hint-back = Drag the window of days below, or press ← for the month before.
no-events = No event with a place and a day. Open reports, or drop a folder of them on the window.
empty-days = No event in these days.
empty-next = Next event →
empty-previous = ← Event before

nothing-selected = Click a marker to read what the reports say about it.
nothing-passes = The filter leaves out every event there is here.
nothing-on-clock = The reports tell of events, but none by these dates. See them by the day they were:
nothing-on-map = No event has both a place and a day. What the reports tell is on the left, under “Not on the map”.
nothing-read = What reports say about an event is read here. Open some, or drop a folder of them on the window.
no-place = Place not known
no-day = Day not known
outside-window = Outside the days shown ·
outside-filter = Left out by the filter ·
go-there = go there
somewhere-in = somewhere there; no closer place is told
perhaps = { $percent } % of its possible days lie in the window
quotes = { $quotes ->
    [one] 1 quote
   *[other] { $quotes } quotes
} in { $reports ->
    [one] 1 report
   *[other] { $reports } reports
}
open-in-report = Open in report
copy-citation = Copy citation
copied = Copied.
says = says { $speaker }
certainty-reported = reported
certainty-claimed = claimed
certainty-denied = denied
certainty-planned = planned
certainty-hypothetical = supposed
claims = Figures
claim-number = How many
claim-whom = Whose
claim-by = Says who
claim-report = the report
claim-killed = killed
claim-wounded = wounded
claim-killed_or_wounded = killed or wounded
claim-captured = captured
claim-displaced = displaced
claim-missing = missing
claim-surrendered = surrendered
claim-at-least = { $low } or more
role-target = against
published = Published { $day }
published-unknown = Day of publication not known
boilerplate = Not part of the report
legend-place = place
legend-date = date
legend-event = event
legend-not-event = planned, denied, supposed
legend-boilerplate = page around the report
next-mark = Next event in the report
previous-mark = Last event in the report
all-reports = All reports
no-report = Open a report from a quote, or from this list.

column-day = Day
column-kind = What
column-place = Where
column-reports = Reports

date-unknown = day not known
date-since = since { $day }
date-until = until { $day }
date-about = about { $days }
date-range = { $first } – { $last }
date-one-of = one of { $count } days: { $days }
date-or = or

reading = Reading reports: { $done } of { $total }
reading-start = Reading reports…
cancel = Cancel
reading-cancelled = Reading was cancelled; what was there before is kept.
reading-failed = Nothing could be read: { $reason }
reading-done = { $reports ->
    [one] 1 report
   *[other] { $reports } reports
}, { $events ->
    [one] 1 event
   *[other] { $events } events
}.
reading-problems = { $count ->
    [one] 1 problem on the way.
   *[other] { $count } problems on the way.
}
reading-problems-show = Show
drop-here = Drop reports here to read them
exported = { $count ->
    [one] 1 event
   *[other] { $count } events
} written to { $file }
export-failed = Could not write { $file }: { $reason }
dismiss = Close

keys-title = Keys
keys-step = One step back or on
keys-event = One event back or on
keys-play = Play or pause
keys-ends = First or last event
keys-zoom = Zoom the map
keys-families = Show or hide a family
keys-search = Search
keys-escape = One step back: close, clear, deselect
keys-list = Event, report, list
keys-marks = Next or last event in the report
keys-help = This list

map-name = Map of the events
map-event = { $place }: { $kind }, { $days }, { $reports ->
    [0] from a table
    [one] 1 report
   *[other] { $reports } reports
}
map-stack = { $place }: { $count ->
    [one] 1 event
   *[other] { $count } events
}
map-cluster = { $place } and around: { $count } events at { $places } places
map-area = Somewhere in { $place }
map-near = Near { $place }
map-open = Click to see them one by one
map-closer = Click to come closer
map-more = … and { $count } more
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-fit = All events in view
map-sources = © GeoNames, Natural Earth
map-broken = The map can't be drawn: { $reason }
map-grounds = Map
ground-offline = Offline map of the world
ground-openstreetmap = OpenStreetMap (online)
ground-address = Address of tiles
ground-use = Use
ground-online-about = Online maps fetch what you look at from their server.
ground-file = Map file (.pmtiles)…
ground-retry = Try again
ground-offline-only = Offline map
ground-no-server = A tile address begins with https:// and a server’s name.
ground-no-placeholders = A tile address has {"{"}z{"}"}, {"{"}x{"}"} and {"{"}y{"}"} in it.
ground-no-address = A tile address has no spaces or quotes in it.
map-trouble = { $what }: { $reason } The offline map is shown.
map-not-readable = { $reason }.
map-no-archive = this is no PMTiles archive.
map-damaged = the archive is damaged or cut short.
map-unknown-tiles = its tiles are { $form }, which can’t be drawn here.
map-no-tile = what comes is no map tile.
map-unreachable = the server can’t be reached.
map-stalled = the server does not answer.
map-refused = the server refuses (HTTP { $status }).

why-here-question = Why here?
why-day-question = Why this day?
why-one-question = Why one event?
why-how-named = Named in the sentence
why-how-described = Described in the sentence
why-how-context = What the text around is about
why-how-by-hand = Set by hand
why-when-named = A date in the sentence
why-when-context = The day that the text around is at
why-when-publication = The day the report came out
why-when-period = The days that the report is about, as it tells no other
why-when-said = The day it was said, as the report tells no other
why-when-other = Another report tells the same event
why-published = Published { $days }: { $reason }
why-candidates = Other places of that name: { $places }
why-words-in = “{ $words }” in { $report }
citation-published = published { $day }
citation-bytes = bytes { $start }–{ $end }
claim-versus = { $count } figures that cannot all be right
legend-actor = actor
legend-figure = figure
quote-retold = Told again
solar-month-af-1 = Hamal
solar-month-af-2 = Sawr
solar-month-af-3 = Jawza
solar-month-af-4 = Saratan
solar-month-af-5 = Asad
solar-month-af-6 = Sunbula
solar-month-af-7 = Mizan
solar-month-af-8 = Aqrab
solar-month-af-9 = Qaws
solar-month-af-10 = Jadi
solar-month-af-11 = Dalw
solar-month-af-12 = Hut
solar-month-ir-1 = Farvardin
solar-month-ir-2 = Ordibehesht
solar-month-ir-3 = Khordad
solar-month-ir-4 = Tir
solar-month-ir-5 = Mordad
solar-month-ir-6 = Shahrivar
solar-month-ir-7 = Mehr
solar-month-ir-8 = Aban
solar-month-ir-9 = Azar
solar-month-ir-10 = Dey
solar-month-ir-11 = Bahman
solar-month-ir-12 = Esfand
solar-hijri = Solar Hijri calendar
find-in-report = Find in this report
find-next = Next place
find-previous = Previous place
find-none = not found
find-count = { $at } of { $count }
find-close = Close the search
unreal-about = Not something that happened: not on the map
keys-find = Find in the report
keys-undo = Undo a correction, or redo it
tab-corrections = { $count ->
    [0] Corrections
   *[other] Corrections ({ $count })
}
correct = Correct:
correct-place = place
correct-day = day
correct-kind = kind
correct-certainty = certainty
correct-figures = figures
correct-same = one event?
correct-no-event = not an event
correct-note = Note: why, and where you know it from
correct-name = all mentions of “{ $name }”, in all reports
correct-search = Look for a place by name
correct-search-none = No place of that name is known.
correct-no-place = The place is not known
correct-on-map = Or a point on the map
correct-pick = Click on the map
correct-picking = Now click on the map (Esc: never mind)
correct-own-name = Name of this place
correct-own-no-name = Give this place a name.
correct-own-add = Put it here
correct-day-about = 2021-07-07, 7 July 2021, 11/07/2021, July 2021, or EDTF such as 2021-07-05/2021-07-11
correct-day-field = Day, month or year
correct-day-now = Now: { $day }
moment = { $day } at { $hour }:{ $minute }
correct-day-set = Set this day
correct-no-day = The day is not known
correct-certainty-about = What is denied, planned or supposed is not on the map.
correct-figures-none = No figure was read from its reports.
correct-figure-low = at least
correct-figure-high = at most
correct-figure-save = Save figure
correct-figure-remove = No such figure
correct-figure-error = Whole numbers; the second may be empty, and is not below the first.
correct-split = Told by several quotes
correct-split-off = Split this quote off
correct-join = The same event as
corrected = Corrected: { $parts }
corrected-about = Who, when, and what was before
aspect-place = place
aspect-day = day
aspect-kind = kind
aspect-certainty = certainty
aspect-figures = figures
aspect-event = told by hand
aspect-sameness = one event
undo = Undo
redo = Redo
no-event-now = No longer counted as an event; it stays in the log of corrections.
corrections-none = Nothing was corrected yet. What you correct beside an event is listed here, with what was before; nothing of it is ever lost.
change-place = Place
change-place-name = Place name
change-day = Day
change-kind = Kind
change-certainty = Certainty
change-figure = Figure
change-not-an-event = Not an event
change-new-event = New event
change-split = Split off
change-join = Joined
change-undone = Taken back: { $number } · { $what }
change-redone = Brought back: { $number } · { $what }
change-unreadable = Can no longer be read: the file is damaged
change-lost = Its words, or some of them, are no longer found in the reports.
change-not-in-force = taken back
take-back = Take back
bring-back = Bring back
new-event = New event…
new-event-kind = What happened:
new-event-none = Never mind
new-event-where = Where:
new-event-when = When:
new-event-other-kind = Something else
new-event-other-place = Another place
new-event-add = Add event
new-event-no-kind = Choose first what happened.
new-event-not-placed = Without a place, the event is listed under “Not placed” and is not on the map.
new-event-not-dated = Without a day, the event is listed under “Not dated” and is not on the map.
new-event-in-neither = Without a place and a day, the event is listed under “Not placed” and “Not dated” and is not on the map.
map-corrected = corrected
about = About dateline
about-what = Reads a pile of news reports as a map you can scrub through time.
about-geonames = places and their spellings
about-natural-earth = land, coasts and borders
about-cldr = names of countries and cities
about-census = counties of the United States
about-inter = the letters
about-osm = only where you choose its map
about-network = Nothing is fetched from the network unless you choose an online map.
keys-ends-of-window = Move the end of the window that has the focus, by a day
keys-axis = Time axis closer or farther
keys-mode = Window or cumulative
keys-clock = Happened or reported
keys-pan = Move the map
keys-fit = All events in view
keys-focus = On to the next button, bar or marker; Space presses it
pane-map = Map
pane-details = Event and reports
pane-filters = Filters
menu = Menu
open-project = Project…
save-as = Save as…
keys-save-as = Save as a project
saving = Saving…
saved = Saved as { $file }; corrections are kept there as they are made.
save-failed = Could not save { $file }: { $reason }
save-same = { $file } is open, and saved as you work: choose another name.
project-alone = A project is opened by itself, without other files.
project-read-only = { $name } (read only)
read-only-newer = For reading only: a newer dateline wrote it. Save it as another file to correct it.
read-only-in-use = For reading only: it is open in another window. Save it as another file to correct it.
read-only-file = For reading only: the file or its disk may not be written to. Save it as another file to correct it.
read-only-damaged = Its file is damaged ({ $parts }), and nothing more is written to it. Save what the window shows as another file to go on.
damaged-documents = the reports
damaged-corrections = the list of corrections
damaged-layers = the layers for map programs
damaged-words = the index of words
damaged-readings = what was read from reports
damaged-rest = the view and the settings
damaged-reports = { $count ->
    [one] the text of { $count } report
   *[other] the texts of { $count } reports
}
correction-not-kept = Not corrected, since it could not be saved: { $reason }
corrections-unkept = { $count ->
    [one] 1 correction is in no project yet.
   *[other] { $count } corrections are in no project yet.
}
open-without = Open the other project without them
still-places = at { $count ->
    [one] 1 place
   *[other] { $count } places
}
still-reports = told by { $count ->
    [one] 1 report
   *[other] { $count } reports
}
still-ring = somewhere in the circle
still-unsure = { $count ->
    [one] 1 on a day not known for sure
   *[other] { $count } on days not known for sure
}
still-badge = several events, an arc each
still-beyond = Beyond this map
still-not-placed = { $count ->
    [one] 1 more event of these days is at no known place.
   *[other] { $count } more events of these days are at no known place.
}
still-not-dated = { $count ->
    [one] 1 event is on no known day.
   *[other] { $count } events are on no known day.
}
open-places = Places of your own…
open-recent = Opened before
reading-pace = { $rate } a second, { $seconds } s left
add-or-open = { $count ->
    [one] “{ $name }”:
   *[other] { $count } files or folders:
}
add-to-project = Add to the project
open-alone = Open without the project
news = Reports: { $what }.
news-new = { $count } new
news-changed = { $count } changed
news-gone = { $count } gone
opened = { $name }: { $read }
open-failed = Could not open { $file }: { $reason }
places-taken = { $count ->
    [one] 1 file of places of your own is in use.
   *[other] { $count } files of places of your own are in use.
}
correction-not-in-scratch = Corrected, but kept in no file ({ $reason }): lost when the window closes, unless saved as a project.
left-corrections = { $count ->
    [one] 1 correction of { $day } is in no project yet.
   *[other] { $count } corrections, the last of { $day }, are in no project yet.
}
left-take-up = Take up
left-discard = Discard
left-later = Later
left-unreadable = Corrections in { $file } cannot be opened: { $reason }
reading-weighing = All reports are read; they are weighed against each other…
open-typed = Type a path…
path-no-dialog = No file dialog opens on this system.
path-no-dialog-or-drop = No file dialog opens on this system: drop files on the window, or type where they are.
path-of-reports = Reports, or a folder of them:
path-of-project = Project:
path-of-places = Your own places:
path-of-map = Map file (.pmtiles):
path-of-new-project = Save the project as:
path-of-events = Write the events to (.geojson, .csv, .acled.csv, .gpkg, .kml, .jsonl, .parquet):
path-open = Open
path-write = Save
path-replace = Replace it
path-nothing = Nothing is there.
path-there = There is a file of that name already.
path-no-folder = There is no such folder.
export-events = Events…
export-events-about = All events: for GIS (GeoJSON, GeoPackage), Google Earth (KML), spreadsheets (CSV, also with ACLED’s columns) and programs (JSON Lines, GeoParquet)
export-picture = Picture of the map…
export-picture-about = The days shown, over the offline map, as PNG or SVG
export-animation = Animation through time (GIF)…
export-animation-about = A map for each step that has events, in the part of the time axis that is seen, at the speed of playing
file-name-project = reports
file-name-events = events
file-name-picture = map
file-name-animation = run
path-of-picture = Save the picture as (.png, .svg):
path-of-animation = Save the animation as (.gif):
drawing-start = Drawing the map…
drawing = Drawing maps: { $done } of { $total }
drawing-cancelled = Drawing cancelled; nothing was written.
drawing-nothing = No event that is chosen has both a place and a day: there is nothing to animate.
drawn = { $count ->
    [one] The map is
   *[other] { $count } maps are
} written to { $file }
in-quotes = “{ $words }”
change-no-place = no place
change-no-day = no day
change-no-figure = no figure
change-no-event = no event
change-all-over-report = { $place }, all over the report
change-in-all-reports = { $place }, in all reports
change-of-its-own = an event of its own
change-one-event = one event
change-one-event-of = one event told { $count } times
key-shift = Shift
key-space = Space
key-home = Home
key-end = End
key-ctrl = Ctrl
key-tab = Tab
key-esc = Esc
open-places-about = A table (CSV) with the columns id, name, kind, country … of data/gazetteer.csv, or an index that `dateline gazetteer import` wrote
lunar-month-1 = Muharram
lunar-month-2 = Safar
lunar-month-3 = Rabi I
lunar-month-4 = Rabi II
lunar-month-5 = Jumada I
lunar-month-6 = Jumada II
lunar-month-7 = Rajab
lunar-month-8 = Shaban
lunar-month-9 = Ramadan
lunar-month-10 = Shawwal
lunar-month-11 = Dhu al-Qadah
lunar-month-12 = Dhu al-Hijjah
lunar-hijri = Hijri calendar by the moon (Umm al-Qura); a day more or less where the moon has to be seen
