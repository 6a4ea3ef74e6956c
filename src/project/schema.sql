-- A project: an OGC GeoPackage 1.3 with the layer `events`, and beside it what the program keeps for itself.

CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL,
    srs_id INTEGER PRIMARY KEY,
    organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL,
    definition TEXT NOT NULL,
    description TEXT
);
INSERT INTO gpkg_spatial_ref_sys VALUES
    ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
    ('WGS 84 geodetic', 4326, 'EPSG', 4326,
     'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
     'longitude and latitude in degrees');

CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY,
    data_type TEXT NOT NULL,
    identifier TEXT UNIQUE,
    description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    min_x DOUBLE,
    min_y DOUBLE,
    max_x DOUBLE,
    max_y DOUBLE,
    srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL,
    column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL,
    z TINYINT NOT NULL,
    m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);

-- What is on the map: written anew from what was read and corrected.
CREATE TABLE events (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom POINT,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    acled_event_type TEXT NOT NULL,
    acled_sub_event_type TEXT NOT NULL,
    plover TEXT NOT NULL,
    place_id TEXT NOT NULL,
    place TEXT NOT NULL,
    place_kind TEXT NOT NULL,
    country TEXT NOT NULL,
    place_precision TEXT NOT NULL,
    edtf TEXT NOT NULL,
    -- The first and the last second of the days: map programs compare times, and a day alone is to them the midnight it begins with.
    start_time DATETIME,
    end_time DATETIME,
    start_day DATE,
    end_day DATE,
    day_precision TEXT NOT NULL,
    day_reason TEXT NOT NULL,
    actors TEXT NOT NULL,
    killed_lowest INTEGER,
    killed_highest INTEGER,
    documents TEXT NOT NULL,
    quotes TEXT NOT NULL,
    reason TEXT NOT NULL,
    corrected TEXT NOT NULL
);
CREATE TABLE mentions (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_id TEXT,
    document TEXT NOT NULL,
    kind TEXT NOT NULL,
    certainty TEXT NOT NULL,
    place_id TEXT,
    place TEXT,
    edtf TEXT,
    quote TEXT NOT NULL,
    quote_start INTEGER NOT NULL,
    quote_end INTEGER NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    speaker TEXT,
    reason TEXT NOT NULL,
    corrected TEXT NOT NULL
);
CREATE TABLE claims (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_id TEXT NOT NULL,
    document TEXT NOT NULL,
    what TEXT NOT NULL,
    low INTEGER NOT NULL,
    high INTEGER,
    whom TEXT,
    claimant TEXT,
    words TEXT NOT NULL,
    words_start INTEGER NOT NULL,
    words_end INTEGER NOT NULL
);

-- Reports, in reading order. A report has one text and one or several sources.
CREATE TABLE documents (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    title TEXT,
    language TEXT,
    stated TEXT,
    published TEXT,
    hash TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX documents_by_hash ON documents (hash);
CREATE TABLE sources (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (fid) ON DELETE CASCADE,
    source TEXT NOT NULL UNIQUE
);
CREATE INDEX sources_by_document ON sources (document);

-- The log of corrections: rows are added, none is changed. `act` is what the program reads; the rest is for people.
CREATE TABLE corrections (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    made_at DATETIME NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    value_before TEXT NOT NULL,
    value_after TEXT NOT NULL,
    note TEXT NOT NULL,
    act TEXT NOT NULL
);

-- The folders and files that were read in, to be looked at again.
CREATE TABLE inputs (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    path TEXT NOT NULL UNIQUE
);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
    ('events', 'features', 'events', 'What happened: one point an event', 4326),
    ('mentions', 'attributes', 'mentions', 'Who tells it: one row a telling', NULL),
    ('claims', 'attributes', 'claims', 'How many: one row a figure', NULL),
    ('documents', 'attributes', 'documents', 'The reports', NULL),
    ('sources', 'attributes', 'sources', 'Where the reports were read from', NULL),
    ('corrections', 'attributes', 'corrections', 'What was corrected, by whom and when', NULL),
    ('inputs', 'attributes', 'inputs', 'The folders and files that were read in', NULL);
INSERT INTO gpkg_geometry_columns VALUES ('events', 'geom', 'POINT', 4326, 0, 0);

-- The program's own: schema, view, and what need not be worked out again.
CREATE TABLE dateline_state (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
);
CREATE TABLE dateline_readings (
    document INTEGER PRIMARY KEY REFERENCES documents (fid) ON DELETE CASCADE,
    reading_key TEXT NOT NULL,
    reading BLOB NOT NULL,
    joined BLOB
);

CREATE VIRTUAL TABLE dateline_words USING fts5 (
    title, text, content = 'documents', content_rowid = 'fid', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER dateline_words_of_new AFTER INSERT ON documents BEGIN
    INSERT INTO dateline_words (rowid, title, text) VALUES (new.fid, new.title, new.text);
END;
CREATE TRIGGER dateline_words_of_gone AFTER DELETE ON documents BEGIN
    INSERT INTO dateline_words (dateline_words, rowid, title, text) VALUES ('delete', old.fid, old.title, old.text);
END;
CREATE TRIGGER dateline_words_of_changed AFTER UPDATE OF title, text ON documents BEGIN
    INSERT INTO dateline_words (dateline_words, rowid, title, text) VALUES ('delete', old.fid, old.title, old.text);
    INSERT INTO dateline_words (rowid, title, text) VALUES (new.fid, new.title, new.text);
END;
