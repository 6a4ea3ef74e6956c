//! The layers of ARCHITECTURE.md: no module uses one above it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Layer of each module, and the modules that it must not use though the layer would allow it.
const LAYERS: &[(&str, u8, &[&str])] = &[
    ("span", 0, &[]),
    ("day", 0, &[]),
    ("edtf", 0, &[]),
    ("fold", 0, &[]),
    ("reason", 0, &[]),
    ("problem", 0, &[]),
    ("basemap", 1, &[]),
    ("document", 1, &[]),
    ("gazetteer", 1, &[]),
    ("language", 1, &[]),
    ("corpus", 2, &[]),
    ("toponym", 2, &["timex"]),
    ("timex", 2, &["toponym", "gazetteer"]),
    ("event", 3, &[]),
    ("marker", 4, &["collection", "store"]),
    ("wording", 4, &["collection", "store"]),
    ("collection", 4, &[]),
    ("store", 4, &[]),
    ("correction", 5, &["pipeline", "export", "project"]),
    ("pipeline", 5, &[]),
    ("export", 5, &[]),
    ("project", 5, &[]),
    ("view_state", 6, &["pipeline", "export", "project"]),
    ("ui", 7, &[]),
    ("cli", 7, &[]),
];

/// Words that only the named modules may hold: the core knows no window, no file and no clock.
const RESERVED: &[(&str, &[&str])] = &[
    ("egui", &["ui"]),
    ("eframe", &["ui"]),
    ("walkers", &["ui"]),
    ("std::fs", &["corpus", "export", "project", "ui", "cli", "gazetteer"]),
    ("SystemTime", &["ui", "cli"]),
    ("Instant::now", &["ui", "cli"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Top module of a source file: `src/event/kind.rs` is `event`.
fn module_of(path: &Path, root: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap();
    let first = relative.components().next().unwrap().as_os_str().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

/// What a source imports of ours: the word after each `crate::`.
fn imports(source: &str) -> Vec<String> {
    let code: String =
        source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let names = rest.strip_prefix('{').map_or(rest, |list| list.split('}').next().unwrap());
        let braced = rest.starts_with('{');
        for name in if braced { names.split(',').collect() } else { vec![names] } {
            found.push(name.trim().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect());
        }
    }
    found
}

#[test]
fn no_module_uses_one_above_its_layer() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let layers: BTreeMap<&str, (u8, &[&str])> =
        LAYERS.iter().map(|&(name, layer, barred)| (name, (layer, barred))).collect();
    let mut files = Vec::new();
    sources(&root, &mut files);
    assert!(files.len() > 10, "the sources were not found");
    let mut faults = Vec::new();
    for path in files {
        let module = module_of(&path, &root);
        let source = fs::read_to_string(&path).unwrap();
        for (word, owners) in RESERVED {
            let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
            if !owners.contains(&module.as_str()) && module != "main" && code.clone().any(|line| line.contains(word)) {
                faults.push(format!("{} speaks of {word}", path.display()));
            }
        }
        if module == "lib" || module == "main" {
            continue;
        }
        let Some(&(layer, barred)) = layers.get(module.as_str()) else {
            faults.push(format!("{module} has no layer in this test"));
            continue;
        };
        for used in imports(&source) {
            let Some(&(other, _)) = layers.get(used.as_str()) else { continue };
            if used != module && (other > layer || barred.contains(&used.as_str())) {
                faults.push(format!("{} uses {used} (layer {other} from {layer})", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn imports_are_found_in_lists_and_alone() {
    assert_eq!(
        imports("use crate::{span::Span, edtf};\nlet x = crate::ui::f();\n// crate::cli"),
        ["span", "edtf", "ui"]
    );
}
