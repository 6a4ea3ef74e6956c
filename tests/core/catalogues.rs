//! The catalogues of `data/ui` and `data/reasons` hold every text that the program asks for.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn every_text_asked_for_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let catalogue =
        ["data/ui/en.ftl", "data/reasons/en.ftl"].map(|file| fs::read_to_string(root.join(file)).unwrap()).concat();
    let keys: BTreeSet<&str> = catalogue.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key).collect();
    let mut asked = 0;
    let mut folders = ["ui", "wording", "export"].map(|folder| root.join("src").join(folder)).to_vec();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let code = fs::read_to_string(&path).unwrap();
            for call in ["texts.get(\"", "texts.with(\"", "texts.count(\""] {
                for rest in code.split(call).skip(1) {
                    let key = rest.split('"').next().unwrap();
                    assert!(keys.contains(key), "{} asks for {key}", path.display());
                    asked += 1;
                }
            }
        }
    }
    assert!(asked > 30, "only {asked} texts were asked for: is the search still right?");
}

#[test]
fn no_text_has_the_name_of_another() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let files = ["ui", "reasons", "faults"]
        .into_iter()
        .flat_map(|part| ["en", "fr"].map(|tongue| format!("{part}/{tongue}.ftl")));
    for file in files {
        let catalogue = fs::read_to_string(root.join(&file)).unwrap();
        let mut seen = BTreeSet::new();
        let names = catalogue.lines().filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()));
        for (name, _) in names.filter_map(|line| line.split_once(" =")) {
            assert!(seen.insert(name), "{file} has {name} twice");
        }
        assert!(seen.len() > 10, "{file} has only {seen:?}: is the search still right?");
    }
}
