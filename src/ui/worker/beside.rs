//! Writing a file beside another, to be moved into its place once it is whole.

use std::io;
use std::path::Path;
use tempfile::{Builder, NamedTempFile};

/// A new file in the folder of another: a full disk or a break leaves what was there. Others may read it as they may any file
/// that the user makes; files made for a moment are for the user alone otherwise.
pub(super) fn beside(file: &Path) -> io::Result<NamedTempFile> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = Builder::new();
    builder.prefix(".dateline-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // What the user's mask takes away is taken away from this.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_may_be_read_as_any_other_file() {
        let folder = tempfile::tempdir().unwrap();
        let (plain, moved) = (folder.path().join("plain"), folder.path().join("moved"));
        std::fs::write(&plain, "a").unwrap();
        beside(&moved).unwrap().persist(&moved).unwrap();
        let permissions = |path: &Path| std::fs::metadata(path).unwrap().permissions();
        assert_eq!(permissions(&moved), permissions(&plain));
    }
}
