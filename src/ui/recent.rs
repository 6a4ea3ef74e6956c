//! [`Recent`]: the projects and folders that were opened last, kept between runs.

use std::io::Write;
use std::path::{Path, PathBuf};

/// As many as a menu shows at a glance.
const MOST: usize = 8;

/// The last first.
#[derive(Debug, Default)]
pub(super) struct Recent {
    /// Where they are kept; none where there is no such folder.
    file: Option<PathBuf>,
    paths: Vec<PathBuf>,
}

impl Recent {
    /// Those of earlier runs. A list that cannot be read is an empty one.
    pub(super) fn in_folder(data: Option<&Path>) -> Self {
        let file = data.map(|data| data.join("recent.json"));
        let paths = file.as_deref().map(read).unwrap_or_default();
        Self { file, paths }
    }

    pub(super) fn paths(&self) -> &[PathBuf] {
        &self.paths
    }

    /// What was opened just now.
    pub(super) fn add(&mut self, path: &Path) {
        let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        self.change(|paths| {
            paths.retain(|other| *other != path);
            paths.insert(0, path);
            paths.truncate(MOST);
        });
    }

    /// What is no longer there.
    pub(super) fn remove(&mut self, path: &Path) {
        self.change(|paths| paths.retain(|other| other != path));
    }

    /// Other windows change the list too: it is read anew first.
    fn change(&mut self, change: impl FnOnce(&mut Vec<PathBuf>)) {
        if let Some(file) = &self.file {
            self.paths = read(file);
        }
        change(&mut self.paths);
        if let Some(file) = &self.file {
            // A list that cannot be kept is a convenience less, and nothing else.
            let _ = write(file, &self.paths);
        }
    }
}

fn read(file: &Path) -> Vec<PathBuf> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let mut paths: Vec<PathBuf> = serde_json::from_str(&text).unwrap_or_default();
    paths.truncate(MOST);
    paths
}

fn write(file: &Path, paths: &[PathBuf]) -> std::io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    // A name that is no text cannot be kept.
    let names: Vec<&str> = paths.iter().filter_map(|path| path.to_str()).collect();
    beside.write_all(serde_json::to_string(&names)?.as_bytes())?;
    beside.persist(file)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_opened_last_comes_first_once_and_outlives_the_window() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let mut recent = Recent::in_folder(Some(&data));
        for name in ["/a", "/b", "/c", "/a"] {
            recent.add(Path::new(name));
        }
        assert_eq!(Recent::in_folder(Some(&data)).paths(), [Path::new("/a"), Path::new("/c"), Path::new("/b")]);
        let mut other = Recent::in_folder(Some(&data));
        other.add(Path::new("/d"));
        recent.remove(Path::new("/a"));
        assert_eq!(recent.paths(), [Path::new("/d"), Path::new("/c"), Path::new("/b")]);
        for number in 0..20 {
            recent.add(Path::new(&format!("/{number}")));
        }
        assert_eq!(recent.paths().len(), MOST);
    }

    #[test]
    fn a_broken_list_is_empty_and_no_folder_is_no_trouble() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("recent.json"), "[1, ").unwrap();
        assert!(Recent::in_folder(Some(folder.path())).paths().is_empty());
        let mut nowhere = Recent::in_folder(None);
        nowhere.add(Path::new("/a"));
        assert_eq!(nowhere.paths(), [Path::new("/a")]);
    }
}
