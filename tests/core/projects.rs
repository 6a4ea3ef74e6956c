//! The project file: what is done in it stays, and whatever lies in its place is a line.

use dateline::collection::Collection;
use dateline::corpus::Corpus;
use dateline::correction::{Act, Change, Entry, Moment, Subject, apply};
use dateline::document::Document;
use dateline::event::EventKind;
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::{Engine, Progress};
use dateline::problem::Fault;
use dateline::project::{Added, Damage, Project, ProjectError, ReadOnly, Target};
use rusqlite::Connection;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::bundled(Gazetteer::embedded().clone()).unwrap());

#[expect(clippy::unnecessary_wraps, reason = "the project asks for an engine that may not be there")]
fn engine() -> Result<&'static Engine, String> {
    Ok(&*ENGINE)
}

/// The collection of a project, and how many of its reports had to be read.
fn read(project: &mut Project) -> (Collection, usize) {
    let count = AtomicUsize::new(0);
    let watch = |progress: Progress| {
        count.fetch_max(progress.total, Ordering::Relaxed);
        ControlFlow::Continue(())
    };
    let collection = project.collection(Gazetteer::embedded(), engine, &watch).unwrap().unwrap();
    (collection, count.into_inner())
}

fn corpus(reports: &[(&str, &str)]) -> Corpus {
    let documents = reports.iter().map(|(id, text)| Document::new(*id, *text)).collect();
    Corpus { documents, problems: Vec::new() }
}

fn kind(read: &Collection, to: EventKind) -> Entry {
    let of = Subject::event(read, &read.events[0]);
    let act = Act::Correct(Box::new(Change::Kind { of, to }));
    let when = Moment::from_unix_seconds(1_625_650_201);
    Entry { when, who: "Ada".into(), act, before: "clash".into(), note: "as the mayor told it".into() }
}

/// A folder with a project of the bundled reports in it, closed.
fn bundled() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dateline");
    let mut project = Project::create(&path).unwrap();
    project.add(&Corpus::bundled()).unwrap();
    let (collection, count) = read(&mut project);
    assert_eq!(count, 5);
    project.write_layers(&collection, Gazetteer::embedded()).unwrap();
    project.close().unwrap();
    (folder, path)
}

#[track_caller]
fn check_refused(path: &Path, expected: &str) {
    let error = Project::open(path).unwrap_err().to_string();
    assert!(error.contains(expected), "{error}");
}

#[test]
fn a_project_opens_with_what_was_read_and_nothing_is_read_again() {
    let (_folder, path) = bundled();
    let mut project = Project::open(&path).unwrap();
    let (collection, count) = read(&mut project);
    let fresh = ENGINE.read_all(Corpus::bundled());
    assert_eq!(count, 0);
    assert_eq!((&collection.mentions, &collection.events), (&fresh.mentions, &fresh.events));
    assert_eq!((&collection.annotations, &collection.problems), (&fresh.annotations, &fresh.problems));
}

#[test]
fn corrections_are_in_the_file_with_who_when_and_what_was_before() {
    let (_folder, path) = bundled();
    let mut project = Project::open(&path).unwrap();
    let (collection, _) = read(&mut project);
    let entry = kind(&collection, EventKind::Protest);
    assert_eq!(project.record(entry.clone()).unwrap(), 1);
    let undo = Entry { act: project.log().undo().unwrap(), ..entry.clone() };
    assert_eq!(project.record(undo.clone()).unwrap(), 2);
    drop(project);
    let mut project = Project::open(&path).unwrap();
    assert_eq!(project.log().entries().collect::<Vec<_>>(), [(1, &entry), (2, &undo)]);
    let redo = Entry { act: project.log().redo().unwrap(), ..entry };
    project.record(redo).unwrap();
    let corrected = apply(&collection, Gazetteer::embedded(), project.log());
    assert!(corrected.collection.events.iter().any(|event| event.kind == EventKind::Protest));
    project.write_layers(&corrected.collection, &corrected.gazetteer).unwrap();
    project.close().unwrap();
    let rows = Connection::open(&path).unwrap();
    let row = "SELECT made_at || ' ' || who || ' ' || what || ' ' || value_before || ' ' || value_after FROM corrections WHERE fid = 1";
    let told: String = rows.query_row(row, [], |row| row.get(0)).unwrap();
    assert_eq!(told, "2021-07-07T09:30:01.000Z Ada kind clash protest");
    let marked = "SELECT count(*) FROM events WHERE corrected = 'kind' AND kind = 'protest'";
    assert_eq!(rows.query_row(marked, [], |row| row.get::<_, i64>(0)).unwrap(), 1);
}

#[test]
fn the_same_text_twice_is_one_report_with_two_sources() {
    let folder = tempfile::tempdir().unwrap();
    let mut project = Project::create(&folder.path().join("a.dateline")).unwrap();
    let text = "Fighters attacked the city of Kunduz on 7 July 2021.";
    let added = project.add(&corpus(&[("a.txt", text), ("b.txt", text), ("c.txt", "Nothing happened.")])).unwrap();
    assert_eq!(added, Added { new: 2, copies: 1, ..Added::default() });
    assert_eq!(project.sources("a.txt").unwrap(), ["a.txt", "b.txt"]);
    let (collection, _) = read(&mut project);
    assert_eq!((collection.documents.len(), collection.events.len()), (2, 1));
}

#[test]
fn a_changed_report_is_read_again_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let mut project = Project::create(&folder.path().join("a.dateline")).unwrap();
    let (kunduz, herat) =
        ("Fighters attacked the city of Kunduz on 7 July 2021.", "A bomb exploded in Herat on 9 July 2021.");
    project.add(&corpus(&[("a.txt", kunduz), ("b.txt", herat)])).unwrap();
    assert_eq!(read(&mut project).1, 2);
    assert_eq!(project.add(&corpus(&[("a.txt", kunduz), ("b.txt", herat)])).unwrap().same, 2);
    assert_eq!(read(&mut project).1, 0);
    let moved = herat.replace("Herat", "Ghazni");
    let added = project.add(&corpus(&[("a.txt", kunduz), ("b.txt", &moved)])).unwrap();
    assert_eq!(added, Added { changed: 1, same: 1, ..Added::default() });
    let (collection, count) = read(&mut project);
    assert_eq!(count, 1);
    let fresh = ENGINE.read_all(corpus(&[("a.txt", kunduz), ("b.txt", &moved)]));
    assert_eq!((collection.annotations, collection.events), (fresh.annotations, fresh.events));
}

#[test]
fn a_copy_that_is_edited_goes_its_own_way() {
    let folder = tempfile::tempdir().unwrap();
    let mut project = Project::create(&folder.path().join("a.dateline")).unwrap();
    project.add(&corpus(&[("a.txt", "One."), ("b.txt", "One.")])).unwrap();
    project.add(&corpus(&[("b.txt", "Two.")])).unwrap();
    let texts: Vec<String> = project.documents().unwrap().documents.into_iter().map(|report| report.text).collect();
    assert_eq!(texts, ["One.", "Two."]);
    assert_eq!(project.sources("a.txt").unwrap(), ["a.txt"]);
}

#[test]
fn rows_of_two_tables_with_one_number_are_two_reports() {
    let folder = tempfile::tempdir().unwrap();
    let table = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, format!("{{\"id\":\"1\",\"text\":\"{text}\"}}\n")).unwrap();
        path
    };
    let (one, two) = (table("one.jsonl", "One."), table("two.jsonl", "Two."));
    let mut project = Project::create(&folder.path().join("a.dateline")).unwrap();
    project.add(&Corpus::read(&[one])).unwrap();
    assert_eq!(project.add(&Corpus::read(std::slice::from_ref(&two))).unwrap().new, 1);
    assert_eq!(project.add(&Corpus::read(&[two])).unwrap().same, 1);
    assert_eq!(project.documents().unwrap().documents.len(), 2);
}

#[test]
fn what_was_read_by_another_program_is_read_again() {
    let (_folder, path) = bundled();
    Connection::open(&path).unwrap().execute_batch("UPDATE dateline_readings SET reading_key = 'older'").unwrap();
    assert_eq!(read(&mut Project::open(&path).unwrap()).1, 5);
}

#[test]
fn altered_readings_are_not_believed() {
    let (_folder, path) = bundled();
    let alter = "UPDATE dateline_readings SET reading = zeroblob(length(reading)) WHERE document = 3";
    Connection::open(&path).unwrap().execute_batch(alter).unwrap();
    let (collection, count) = read(&mut Project::open(&path).unwrap());
    assert_eq!(count, 1);
    assert_eq!(collection.events, ENGINE.read_all(Corpus::bundled()).events);
}

#[test]
fn words_are_found_without_regard_to_case_and_accents() {
    let (_folder, path) = bundled();
    let project = Project::open(&path).unwrap();
    let found = |words: &str| project.search(words, 10).unwrap().len();
    assert!(found("taliban") > 1);
    assert_eq!(found("PROVINCE badghis"), found("province Badghis"));
    assert_eq!(found("armée"), found("ARMEE"));
    assert!(found("armee") > 1);
    assert_eq!((found("\"'*("), found("zzzzz")), (0, 0));
}

#[test]
fn a_second_window_is_told_and_reads_only() {
    let (_folder, path) = bundled();
    let first = Project::open(&path).unwrap();
    let mut second = Project::open(&path).unwrap();
    assert_eq!(second.read_only(), Some(&ReadOnly::InUse));
    let (collection, count) = read(&mut second);
    assert_eq!(count, 0);
    let error = second.record(kind(&collection, EventKind::Clash)).unwrap_err();
    assert!(error.to_string().contains("open in another window"), "{error}");
    drop(first);
    assert_eq!(Project::open(&path).unwrap().read_only(), None);
}

#[test]
fn a_protected_file_is_read_and_can_be_saved_elsewhere() {
    let (folder, path) = bundled();
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).unwrap();
    let mut project = Project::open(&path).unwrap();
    assert_eq!(project.read_only(), Some(&ReadOnly::File));
    assert_eq!(read(&mut project).0.documents.len(), 5);
    let elsewhere = folder.path().join("b.dateline");
    project.save_as(&elsewhere, Target::New).unwrap();
    assert!(matches!(project.save_as(&elsewhere, Target::New), Err(ProjectError::Exists)));
    project.save_as(&elsewhere, Target::Replace).unwrap();
    assert_eq!(read(&mut Project::open(&elsewhere).unwrap()).1, 0);
}

#[test]
fn a_project_of_the_first_schema_gets_the_times_and_the_style_that_map_programs_read() {
    let (_folder, path) = bundled();
    let first = "ALTER TABLE events DROP COLUMN start_time; ALTER TABLE events DROP COLUMN end_time; DROP TABLE layer_styles; \
                 DELETE FROM gpkg_contents WHERE table_name = 'layer_styles'; \
                 UPDATE dateline_state SET value = '1' WHERE name = 'schema'";
    Connection::open(&path).unwrap().execute_batch(first).unwrap();
    let project = Project::open(&path).unwrap();
    assert_eq!(project.read_only(), None);
    assert!(matches!(project.notice(), Some(Fault::BroughtUpToDate { .. })));
    let tables = Connection::open(&path).unwrap();
    let count = |sql: &str| tables.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    let all = count("SELECT count(*) FROM events WHERE start_day IS NOT NULL");
    assert!(all > 10);
    assert_eq!(count("SELECT count(*) FROM events WHERE start_time = start_day || 'T00:00:00.000Z'"), all);
    assert_eq!(count("SELECT count(*) FROM layer_styles WHERE f_table_name = 'events' AND useAsDefault"), 1);
}

#[test]
fn a_newer_project_is_read_and_not_written() {
    let (_folder, path) = bundled();
    let newer = "UPDATE dateline_state SET value = '9' WHERE name = 'schema'";
    Connection::open(&path).unwrap().execute_batch(newer).unwrap();
    let mut project = Project::open(&path).unwrap();
    assert_eq!(project.read_only(), Some(&ReadOnly::Newer(9)));
    assert_eq!(read(&mut project).0.documents.len(), 5);
}

#[test]
fn a_correction_that_only_a_newer_program_knows_is_no_damage() {
    let (_folder, path) = bundled();
    let newer = "UPDATE dateline_state SET value = '9' WHERE name = 'schema'; \
                 INSERT INTO corrections (made_at, who, what, value_before, value_after, note, act) \
                 VALUES ('2026-01-01T00:00:00.000Z', 'Ada', 'hue', '', '', '', '{\"act\":\"hue\"}')";
    Connection::open(&path).unwrap().execute_batch(newer).unwrap();
    let project = Project::open(&path).unwrap();
    assert_eq!(project.read_only(), Some(&ReadOnly::Newer(9)));
    assert_eq!(project.log().entry(1).map(|entry| &entry.act), Some(&Act::Lost));
}

#[test]
fn other_files_are_a_line_each() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    check_refused(&folder.path().join("none.dateline"), "cannot be opened");
    check_refused(&file("empty.dateline", b""), "it is empty");
    check_refused(&file("text.dateline", b"Les talibans ont attaqu\xc3\xa9."), "no SQLite file");
    check_refused(folder.path(), "");
    let other = folder.path().join("other.dateline");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    check_refused(&other, "an SQLite file of another program");
    Connection::open(&other).unwrap().execute_batch("PRAGMA application_id = 1196444487").unwrap();
    check_refused(&other, "a GeoPackage of another program");
}

#[test]
fn a_project_that_is_cut_says_how_much_is_there() {
    let (_folder, path) = bundled();
    let whole = fs::read(&path).unwrap();
    for length in [whole.len() - 1, whole.len() / 2, 5000, 512, 99] {
        fs::write(&path, &whole[..length]).unwrap();
        check_refused(&path, &format!("cut short: {length} of"));
    }
}

#[test]
fn any_byte_altered_is_a_line_or_does_no_harm() {
    let (_folder, path) = bundled();
    let whole = fs::read(&path).unwrap();
    for number in 0..60 {
        let mut bytes = whole.clone();
        let at = (number * 7919 * 31) % bytes.len();
        for byte in bytes.iter_mut().skip(at).take(64) {
            *byte = byte.wrapping_add(113);
        }
        fs::write(&path, &bytes).unwrap();
        // What matters is that no panic comes: many a byte is in no use, or in a text.
        if let Ok(mut project) = Project::open(&path) {
            let _ = project.collection(Gazetteer::embedded(), engine, &|_| ControlFlow::Continue(()));
            let _ = project.search("taliban", 10);
        }
    }
}

#[test]
fn a_project_deleted_while_open_is_told_and_can_be_saved_elsewhere() {
    let (folder, path) = bundled();
    let mut project = Project::open(&path).unwrap();
    let (collection, _) = read(&mut project);
    project.record(kind(&collection, EventKind::Protest)).unwrap();
    fs::remove_file(&path).unwrap();
    let error = project.record(kind(&collection, EventKind::Clash)).unwrap_err();
    assert!(matches!(error, ProjectError::Gone), "{error}");
    assert_eq!(project.log().entries().count(), 1);
    let elsewhere = folder.path().join("b.dateline");
    project.save_as(&elsewhere, Target::New).unwrap();
    assert_eq!(Project::open(&elsewhere).unwrap().log().entries().count(), 1);
}

#[test]
fn another_program_that_looks_in_takes_nothing_away() {
    let (_folder, path) = bundled();
    let mut first = Project::open(&path).unwrap();
    let (collection, _) = read(&mut first);
    first.record(kind(&collection, EventKind::Protest)).unwrap();
    // A second window of the same program opens and closes it, then another program does.
    drop(Project::open(&path).unwrap());
    drop(Project::open(&path).unwrap());
    let other = std::process::Command::new(env!("CARGO_BIN_EXE_dateline"));
    let output = { other }.args(["project", "log"]).arg(&path).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 1);
    first.record(kind(&collection, EventKind::Clash)).unwrap();
    let second = Project::open(&path).unwrap();
    assert_eq!((second.log().entries().count(), second.read_only()), (2, Some(&ReadOnly::InUse)));
}

#[test]
fn a_folder_that_holds_its_own_project_is_read_without_a_word_about_it() {
    let (folder, path) = bundled();
    fs::write(folder.path().join("a.txt"), "Nothing happened.").unwrap();
    let open = Project::open(&path).unwrap();
    let corpus = Corpus::read(&[folder.path().to_path_buf()]);
    assert_eq!((corpus.documents.len(), corpus.problems), (1, Vec::new()));
    drop(open);
}

#[test]
fn a_view_is_kept() {
    let (_folder, path) = bundled();
    let mut project = Project::open(&path).unwrap();
    assert_eq!(project.view().unwrap(), None);
    project.set_view("{\"zoom\":5}").unwrap();
    drop(project);
    assert_eq!(Project::open(&path).unwrap().view().unwrap().as_deref(), Some("{\"zoom\":5}"));
}

#[test]
fn a_project_is_not_made_over_another_file() {
    let (_folder, path) = bundled();
    assert!(matches!(Project::create(&path), Err(ProjectError::Exists)));
    assert_eq!(read(&mut Project::open(&path).unwrap()).0.documents.len(), 5);
}

#[test]
fn a_report_of_a_table_is_missed_only_once_the_table_is_gone() {
    let (folder, path) = bundled();
    let table = folder.path().join("july#2.jsonl");
    fs::write(&table, "{\"id\":\"a#1\",\"text\":\"Kunduz fell.\"}\n{\"id\":\"b\",\"text\":\"Herat fell.\"}\n").unwrap();
    let mut project = Project::open(&path).unwrap();
    assert_eq!(project.add(&Corpus::read(std::slice::from_ref(&table))).unwrap().new, 2);
    assert_eq!(project.missing_sources().unwrap(), []);
    fs::remove_file(&table).unwrap();
    assert_eq!(project.missing_sources().unwrap().len(), 2);
}

/// The number of a table's first page, and the size of pages.
fn root_page(path: &Path, table: &str) -> (usize, usize) {
    let connection = Connection::open(path).unwrap();
    let root: i64 =
        connection.query_row("SELECT rootpage FROM sqlite_schema WHERE name = ?1", [table], |row| row.get(0)).unwrap();
    let size: i64 = connection.query_row("PRAGMA page_size", [], |row| row.get(0)).unwrap();
    (usize::try_from(root).unwrap(), usize::try_from(size).unwrap())
}

/// Writes over the head of a page: what lies on it can no longer be found.
fn damage_page(path: &Path, page: usize, size: usize) {
    let mut bytes = fs::read(path).unwrap();
    let start = (page - 1) * size;
    bytes[start..start + 12].fill(0xA5);
    fs::write(path, bytes).unwrap();
}

#[test]
fn damage_in_a_table_that_opening_does_not_read_is_found() {
    for table in ["events", "mentions", "claims", "dateline_words_data"] {
        let (_folder, path) = bundled();
        assert_eq!(Damage::find(&path).unwrap(), None);
        let (page, size) = root_page(&path, table);
        damage_page(&path, page, size);
        assert!(Project::open(&path).unwrap().read_only().is_none(), "{table}");
        let damage = Damage::find(&path).unwrap().unwrap();
        assert_eq!((damage.tables, damage.reports), (vec![table.to_owned()], Vec::new()));
    }
}

/// The tables that a project open for reading only says are damaged.
#[track_caller]
fn damaged_tables(project: &Project) -> &[String] {
    let Some(ReadOnly::Damaged(damage)) = project.read_only() else { panic!("{:?}", project.read_only()) };
    &damage.tables
}

#[test]
fn corrections_that_can_be_read_hold_where_others_are_damaged() {
    let (_folder, path) = bundled();
    let mut project = Project::open(&path).unwrap();
    let (collection, _) = read(&mut project);
    for to in [EventKind::Clash, EventKind::Protest, EventKind::Arrest] {
        project.record(kind(&collection, to)).unwrap();
    }
    project.close().unwrap();
    Connection::open(&path).unwrap().execute("UPDATE corrections SET act = '{\"act\":' WHERE fid = 2", []).unwrap();
    let project = Project::open(&path).unwrap();
    assert_eq!(damaged_tables(&project), ["corrections"]);
    let held: Vec<u32> = project.log().in_force().map(|(number, _)| number).collect();
    assert_eq!(held, [1, 3]);
    assert_eq!(project.log().entry(2).map(|entry| &entry.act), Some(&Act::Lost));

    let saved = path.with_file_name("saved.dateline");
    project.save_as(&saved, Target::New).unwrap();
    let saved = Project::open(&saved).unwrap();
    assert_eq!(saved.read_only(), None, "a copy has what could be read, and is whole");
    assert_eq!(saved.log(), project.log());
}

#[test]
fn a_project_whose_list_of_corrections_is_lost_opens_for_reading_only_with_its_reports() {
    let (_folder, path) = bundled();
    let mut project = Project::open(&path).unwrap();
    let (collection, _) = read(&mut project);
    project.record(kind(&collection, EventKind::Clash)).unwrap();
    project.close().unwrap();
    let (page, size) = root_page(&path, "corrections");
    damage_page(&path, page, size);
    let mut project = Project::open(&path).unwrap();
    assert_eq!(damaged_tables(&project), ["corrections"]);
    assert_eq!(project.log().entry(1).map(|entry| &entry.act), Some(&Act::Lost));
    assert_eq!(read(&mut project).0.documents.len(), 5);
}

#[test]
fn reports_on_a_damaged_page_are_counted_and_the_others_are_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dateline");
    let reports: Vec<(String, String)> = (0..40)
        .map(|number| {
            (format!("{number}.txt"), format!("{number}. The Taliban took Kunduz on 7 July 2021. ").repeat(20))
        })
        .collect();
    let reports: Vec<(&str, &str)> = reports.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
    let mut project = Project::create(&path).unwrap();
    project.add(&corpus(&reports)).unwrap();
    project.close().unwrap();
    let whole = fs::read(&path).unwrap();
    let (root, size) = root_page(&path, "documents");
    let mut times = 0;
    for page in (root + 1)..=whole.len() / size {
        damage_page(&path, page, size);
        let of_reports =
            Damage::find(&path).is_ok_and(|damage| damage.is_some_and(|damage| damage.tables == ["documents"]));
        if of_reports && times < 3 {
            let mut project = Project::open(&path).unwrap();
            let (collection, _) = read(&mut project);
            let lost = 40 - collection.documents.len();
            if lost == 0 {
                // A page of an index: all reports are there without it.
                fs::write(&path, &whole).unwrap();
                continue;
            }
            assert!(lost < 40, "all are lost with a page");
            let told = Fault::LostReports { count: lost.to_string() };
            assert_eq!(collection.problems[0].message, told.into());
            assert!(matches!(project.read_only(), Some(ReadOnly::Damaged(_))));
            times += 1;
        }
        fs::write(&path, &whole).unwrap();
    }
    assert_eq!(times, 3);
}

#[test]
fn a_text_that_is_not_the_one_taken_in_is_told_and_what_was_read_of_it_is_not_believed() {
    let (_folder, path) = bundled();
    let connection = Connection::open(&path).unwrap();
    connection.execute("UPDATE documents SET text = replace(text, 'les ', 'LES ') WHERE fid = 2", []).unwrap();
    // And one that is no text any more.
    connection.execute("UPDATE documents SET text = CAST(x'41ff42' AS TEXT) WHERE fid = 4", []).unwrap();
    drop(connection);
    let mut project = Project::open(&path).unwrap();
    let (collection, _) = read(&mut project);
    let altered = [1, 3].map(|index: usize| collection.documents[index].id.clone());
    let told: Vec<&str> = collection
        .problems
        .iter()
        .filter(|problem| problem.message == Fault::AlteredText.into())
        .map(|problem| problem.source.as_str())
        .collect();
    assert_eq!(told, altered);
    assert!(
        collection
            .mentions
            .iter()
            .all(|mention| !mention.quote.of(&collection.documents[mention.document.0 as usize].text).is_empty())
    );
    let damage = Damage { tables: Vec::new(), reports: altered.to_vec() };
    assert_eq!(project.read_only(), Some(&ReadOnly::Damaged(damage)));
    assert!(matches!(project.record(kind(&collection, EventKind::Protest)), Err(ProjectError::ReadOnly(_))));
}
