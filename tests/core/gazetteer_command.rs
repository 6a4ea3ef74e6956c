//! `dateline gazetteer …`, as a user calls it.

use dateline::gazetteer::Gazetteer;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

const DUMP: &str =
    "1\tKhwaja Gawhar\tKhwaja Gawhar\t\t35.1\t63.4\tP\tPPL\tAF\t\t02\t\t\t\t120\t\t900\tAsia/Kabul\t2020-01-01\n";

fn run(arguments: &[&Path]) -> ExitCode {
    let words = ["dateline", "gazetteer"].map(Path::new);
    dateline::cli::run(words.iter().chain(arguments).map(|word| word.as_os_str().to_owned()))
}

#[test]
fn an_import_is_used_beside_the_embedded_places() {
    let folder = tempfile::tempdir().unwrap();
    let (dump, index) = (folder.path().join("AF.txt"), folder.path().join("AF.places"));
    fs::write(&dump, DUMP).unwrap();
    assert_eq!(run(&["import".as_ref(), &dump]), ExitCode::SUCCESS);
    let (gazetteer, problems) = Gazetteer::embedded().with_file(fs::read(&index).unwrap(), "AF.places");
    assert_eq!(problems, []);
    assert!(gazetteer.by_key("gn1").is_some());
    assert_eq!(run(&["lookup".as_ref(), "Khwaja Gauhar".as_ref(), "--gazetteer".as_ref(), &index]), ExitCode::SUCCESS);
}

#[test]
fn an_import_that_fails_leaves_the_old_index() {
    let folder = tempfile::tempdir().unwrap();
    let (dump, index) = (folder.path().join("AF.txt"), folder.path().join("AF.places"));
    fs::write(&dump, DUMP).unwrap();
    run(&["import".as_ref(), &dump]);
    let before = fs::read(&index).unwrap();
    fs::write(&dump, "this is no dump\n").unwrap();
    assert_eq!(run(&["import".as_ref(), &dump]), ExitCode::FAILURE);
    assert_eq!(fs::read(&index).unwrap(), before);
}

#[test]
fn what_an_interrupted_import_left_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let (dump, part) = (folder.path().join("AF.txt"), folder.path().join("AF.places.part"));
    fs::write(&dump, DUMP).unwrap();
    fs::write(&part, "half of an index").unwrap();
    assert_eq!(run(&["import".as_ref(), &dump]), ExitCode::SUCCESS);
    assert!(!part.exists());
}

#[test]
fn a_cut_index_is_told_and_the_embedded_places_stay() {
    let folder = tempfile::tempdir().unwrap();
    let dump = folder.path().join("AF.txt");
    fs::write(&dump, DUMP).unwrap();
    run(&["import".as_ref(), &dump]);
    let mut bytes = fs::read(folder.path().join("AF.places")).unwrap();
    bytes.truncate(bytes.len() / 2);
    let (gazetteer, problems) = Gazetteer::embedded().with_file(bytes, "AF.places");
    assert_eq!(problems.len(), 1);
    assert_eq!(gazetteer.len(), Gazetteer::embedded().len());
}

#[test]
fn a_check_fails_where_the_file_has_faults() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.csv");
    let header = "id,name,kind,country,admin1,latitude,longitude,population,aliases,relations\n";
    fs::write(&file, format!("{header}my-1,Here,city,AF,AF-BDG,35,63.5,,,\n")).unwrap();
    assert_eq!(run(&["check".as_ref(), &file]), ExitCode::SUCCESS);
    fs::write(&file, format!("{header}my-1,Here,city,AF,AF-BDG,5,63.5,,,\n")).unwrap();
    assert_eq!(run(&["check".as_ref(), &file]), ExitCode::FAILURE);
    assert_eq!(run(&["check".as_ref(), &folder.path().join("none.csv")]), ExitCode::FAILURE);
}
