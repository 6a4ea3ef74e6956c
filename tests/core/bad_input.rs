//! Bad input is a line that names file and reason; the rest goes on.

use dateline::corpus::Corpus;
use dateline::export::problem_line;
use std::fs;
use std::path::PathBuf;

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn read(folder: &tempfile::TempDir) -> Corpus {
    Corpus::read(&[folder.path().to_path_buf()])
}

#[test]
fn good_reports_are_read_beside_bad_ones() {
    let folder = folder(&[
        ("a.txt", "Des combats ont eu lieu à Kunduz.".as_bytes()),
        ("empty.txt", b""),
        ("latin.txt", b"Des combats \xe0 T\xe9h\xe9ran."),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0"),
        ("deep/b.txt", b"Fighting in Kunduz."),
        ("scan.pdf", b"%PDF-1.4"),
    ]);
    let corpus = read(&folder);
    let ids: Vec<&str> = corpus.documents.iter().map(|document| document.id.as_str()).collect();
    assert_eq!(ids, ["a.txt", "deep/b.txt", "latin.txt"]);
    assert_eq!(corpus.documents[2].text, "Des combats à Téhéran.");
    let problems: Vec<String> = corpus.problems.iter().map(problem_line).collect();
    for (file, word) in [
        ("empty.txt", "empty"),
        ("latin.txt", "Windows-1252"),
        ("picture.txt", "a picture"),
        ("scan.pdf", "passed over"),
    ] {
        assert!(problems.iter().any(|line| line.contains(file) && line.contains(word)), "{file}: {problems:?}");
    }
    assert_eq!(problems.len(), 4, "{problems:?}");
}

#[test]
fn a_missing_path_and_an_empty_folder_are_each_a_line() {
    let folder = folder(&[]);
    let corpus = Corpus::read(&[PathBuf::from("/no/such/place"), folder.path().to_path_buf()]);
    assert_eq!(corpus.problems.len(), 2);
    assert!(problem_line(&corpus.problems[0]).contains("no such file or folder"));
    assert!(problem_line(&corpus.problems[1]).contains("no report in this folder"));
}

#[test]
fn reports_of_one_name_from_two_folders_keep_apart() {
    let (one, two) = (folder(&[("a.txt", b"Un texte.")]), folder(&[("a.txt", b"Un autre.")]));
    let corpus = Corpus::read(&[one.path().to_path_buf(), two.path().to_path_buf()]);
    assert_ne!(corpus.documents[0].id, corpus.documents[1].id);
}

#[test]
fn a_sidecar_states_the_day_of_publication() {
    let folder = folder(&[
        ("a.txt", b"Un texte."),
        ("a.json", b"{\"published\":\"2021-07-12\"}"),
        ("b.txt", b"Deux."),
        ("b.json", b"["),
    ]);
    let corpus = read(&folder);
    assert_eq!(corpus.documents[0].stated.as_ref().unwrap().to_string(), "2021-07-12");
    assert_eq!(corpus.documents[1].stated, None);
    assert!(corpus.problems[0].to_string().contains("b.json"));
}
