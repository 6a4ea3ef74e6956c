//! [`FilesBeside`]: the scratch files of an import.

use crate::gazetteer::{Scratch, ScratchFile};
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Scratch files in the folder of the index, which has to have room for them.
#[derive(Debug)]
pub(super) struct FilesBeside<'a> {
    output: &'a Path,
    made: u32,
}

impl<'a> FilesBeside<'a> {
    pub(super) fn new(output: &'a Path) -> Self {
        Self { output, made: 0 }
    }
}

impl Scratch for FilesBeside<'_> {
    fn file(&mut self) -> io::Result<Box<dyn ScratchFile>> {
        self.made += 1;
        let path = beside(self.output, &format!(".scratch{}", self.made));
        let file = File::options().read(true).write(true).create(true).truncate(true).open(&path)?;
        // Where a system lets go of an open file's name, an interrupted import leaves nothing.
        let _ = fs::remove_file(&path);
        Ok(Box::new(Vanishing { file, path }))
    }
}

/// A file that goes when it is dropped.
struct Vanishing {
    file: File,
    path: PathBuf,
}

impl Drop for Vanishing {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

impl Read for Vanishing {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.file.read(bytes)
    }
}

impl Write for Vanishing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for Vanishing {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// `name` with more behind it, in the same folder.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(suffix);
    path.with_file_name(name)
}
