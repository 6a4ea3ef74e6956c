//! [`Reports`]: what there is to read.

use crate::corpus::Corpus;
use crate::edtf::DateSet;
use crate::project;
use std::path::PathBuf;

/// Reports to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reports {
    /// Those that come with the program.
    Bundled,
    /// Files and folders.
    Paths(Vec<PathBuf>),
    /// Files and folders, all published on one day where they do not say otherwise.
    Published(Vec<PathBuf>, DateSet),
}

impl Reports {
    /// The files and folders.
    pub(in crate::ui) fn paths(&self) -> &[PathBuf] {
        match self {
            Self::Bundled => &[],
            Self::Paths(paths) | Self::Published(paths, _) => paths,
        }
    }

    /// The project, where one is among them.
    pub(in crate::ui) fn project(&self) -> Option<&PathBuf> {
        self.paths().iter().find(|path| project::is_project(path))
    }

    /// The same of other files and folders.
    pub(in crate::ui) fn at(&self, paths: Vec<PathBuf>) -> Self {
        match self {
            Self::Published(_, day) => Self::Published(paths, day.clone()),
            Self::Bundled | Self::Paths(_) => Self::Paths(paths),
        }
    }

    /// What is there now.
    pub(super) fn corpus(&self) -> Corpus {
        match self {
            Self::Bundled => Corpus::bundled(),
            Self::Paths(paths) => Corpus::read(paths),
            Self::Published(paths, day) => {
                let mut corpus = if paths.is_empty() { Corpus::bundled() } else { Corpus::read(paths) };
                corpus.state_publication(day);
                corpus
            }
        }
    }
}
