//! The report files of a folder.

use crate::problem::{Fault, Problem};
use std::path::{Path, PathBuf};

/// Extensions of the files that are read from a folder.
const REPORTS: [&str; 8] = ["txt", "text", "md", "html", "htm", "jsonl", "ndjson", "csv"];

/// Extensions that people keep beside their reports and that are passed over without a word.
const BESIDE: [&str; 9] =
    ["json", "dateline", "dateline-lock", "dateline-wal", "dateline-shm", "gpkg", "ini", "db", "lnk"];

/// All report files under a folder, by path, and a problem for each that cannot be listed or is of another kind.
pub(super) fn files_in(folder: &Path) -> (Vec<PathBuf>, Vec<Problem>) {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    collect(folder, &mut files, &mut problems);
    (files, problems)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>, problems: &mut Vec<Problem>) {
    let listed = match std::fs::read_dir(folder) {
        Ok(listed) => listed,
        Err(error) => return problems.push(Problem::failure(folder.to_string_lossy(), Fault::from(error))),
    };
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in listed {
        match entry {
            Ok(entry) => paths.push(entry.path()),
            Err(error) => problems.push(Problem::failure(folder.to_string_lossy(), Fault::from(error))),
        }
    }
    paths.sort();
    for path in paths {
        let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
        // A linked folder may lead back to where we are; linked files are read.
        let is_folder = path.is_dir();
        if hidden || (is_folder && path.is_symlink()) {
            continue;
        }
        if is_folder {
            collect(&path, files, problems);
        } else if REPORTS.contains(&extension(&path).as_str()) {
            files.push(path);
        } else if !BESIDE.contains(&extension(&path).as_str()) {
            problems.push(Problem::notice(path.to_string_lossy(), Fault::PassedOver));
        }
    }
}

/// Lower-case extension, empty where there is none.
pub(super) fn extension(path: &Path) -> String {
    path.extension().map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default()
}
