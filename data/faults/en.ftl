# Faults of files and of what is in them, English: lower case, no full stop. One line a fault.
fault-no-such-file = no such file or folder
fault-no-permission = may not be read: no permission
fault-cannot-be-read = cannot be read: { $reason }
fault-too-large = too large to be a report ({ $megabytes } MB)
fault-no-report-in-folder = no report in this folder (.txt, .md, .html, .jsonl or .csv)
fault-passed-over = passed over: not a text file (.txt, .md, .html, .jsonl, .csv); save it as text first
fault-empty = empty: nothing to read
fault-no-text = not a text file ({ $kind ->
    [pdf] a PDF
    [archive] a zip archive or an office document
    [picture] a picture
    [program] a program
    [office] an office document
    [zeros] it holds zero bytes
   *[other] its bytes are no letters
}): save it as text first
fault-read-as = read as { $encoding }
fault-read-as-with-losses = read as { $encoding }, with letters that could not be read
fault-not-utf8 = not UTF-8: read as Windows-1252
fault-same-text = the same text as { $report }: one report with two sources
fault-no-longer-there = no longer there
fault-kept-in-project = no longer there; its text is kept in the project

fault-no-folder-to-write-in = its folder is not there, or takes no files
fault-may-not-be-written = may not be written to: no permission
fault-disk-full = the disk is full; what was saved before is safe, this was not saved
fault-cannot-be-written = cannot be written: { $reason }
fault-file-there = there is a file of that name already
fault-no-form-of-that-name = its name has to end in one of these: { $endings }
fault-no-project = not a dateline project
fault-cut-project = the project is cut short: { $have } of { $stated } bytes are there; nothing was changed in it
fault-damaged-project = the project is damaged ({ $reason }); nothing was changed in it
fault-altered-text = its text in the project is damaged, and no longer the one that was read in
fault-lost-reports = { $count } of its reports can no longer be read: their pages in the file are damaged
fault-read-only-project = the project is open for reading only ({ $why ->
    [newer] a newer dateline wrote it
    [in-use] it is open in another window or program
    [damaged] it is damaged
   *[file] the file or its disk may not be written to
}); save it as another file to go on
fault-project-gone = the project was deleted, moved or replaced while open; nothing was written; save it as another file to keep what is open
fault-no-engine = the reports cannot be read: { $reason }
fault-said-by-database = { $reason }; what was saved before is safe
fault-not-stored = cannot be stored: { $reason }
fault-not-brought-up-to-date = the project of schema { $from } cannot be brought up to date; it is as it was: { $reason }
fault-brought-up-to-date = brought up to date; the project as it was is kept as { $kept }
fault-no-unicode-name = the name of the file is no Unicode: { $name }

fault-cannot-be-watched = cannot be watched: { $reason }
fault-no-folder-to-watch = cannot be watched: no such folder
fault-watched-folder-gone = the watched folder is no longer there; what was read from it stays
fault-change-missed = a change may have been missed: { $reason }

fault-no-json-row = not a JSON object with id and text: { $reason }
fault-no-text-column = no column named text: not a table of reports
fault-no-csv = not CSV: { $reason }
fault-bad-row = bad row: { $reason }
fault-no-text-in-row = no text in this row
fault-no-publication-day = published: `{ $published }` is no date (EDTF, such as 2021-07-07); left to inference
fault-no-sidecar = not a sidecar (a JSON object): { $reason }

fault-no-place-header = the first line is not `{ $header }`
fault-columns = { $have } columns where { $wanted } are wanted
fault-no-place-id = the id is empty
fault-no-place-name = the name of `{ $id }` is empty
fault-no-country-code = the country `{ $country }` is no two-letter code of ISO 3166
fault-no-place-kind = the kind `{ $kind }` is none of { $kinds }
fault-no-number = the { $column } `{ $value }` is no number
fault-outside = the { $column } `{ $value }` is outside -{ $limit } to { $limit }
fault-no-relation = the relation `{ $relation }` is none of capital_of:, in:, near: and the id of a place
fault-place-id-again = the id `{ $id }` is stated in line { $line } already
fault-no-place-of-that-key = `{ $key }` is referred to, but is no place
fault-no-index = this is no index of places, or one of another version of dateline
fault-damaged-index = the index of places is cut or altered: { $reason }
fault-too-many-place-files = no more than { $most } files of places can be used at once

fault-a-correction = { $what ->
    [place] place
    [place-name] place name
    [day] day
    [kind] kind
    [certainty] certainty
    [figure] figure
    [not-an-event] not an event
    [new-event] new event
    [split] split
   *[join] join
}
fault-without-effect = correction { $entry } ({ fault-a-correction }) is kept but has no effect
fault-lost-report = { fault-without-effect }: the report is no longer among those read
fault-lost-words = { fault-without-effect }: its words “{ $words }” are no longer in the report
fault-lost-mention = { fault-without-effect }: no event is read from its words “{ $words }” any more
fault-lost-name = { fault-without-effect }: no place name is read from its words “{ $words }” any more
fault-lost-figure = { fault-without-effect }: no such figure is read from its words “{ $words }” any more
fault-lost-place = { fault-without-effect }: its place `{ $place }` cannot be laid over the gazetteer
