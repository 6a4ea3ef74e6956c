//! The user's own folder: what outlives the window and is in no project.

use etcetera::BaseStrategy as _;
use std::path::PathBuf;

/// Where programs keep what is the user's, by the custom of the system; `None` where it names no such folder.
pub(super) fn data_folder() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.data_dir().join("dateline"))
}
