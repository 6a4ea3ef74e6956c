//! The user's own folder: what outlives the window there is in no project.

use std::path::PathBuf;

/// Where programs keep what is the user's, by the custom of the system; `None` where it names no such folder.
pub(super) fn data_folder() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = if cfg!(windows) {
        named("APPDATA")
    } else if cfg!(target_os = "macos") {
        named("HOME").map(|home| home.join("Library/Application Support"))
    } else {
        named("XDG_DATA_HOME").or_else(|| named("HOME").map(|home| home.join(".local/share")))
    };
    folder.map(|folder| folder.join("dateline"))
}
