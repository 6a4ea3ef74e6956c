//! [`Scratch`]: corrections of reports that are in no project, kept in the user's own folder until they are.
//!
//! The file is a project like any other. It is made with the first correction, and each further one is in it before it is shown;
//! it stays when the window closes, however it closes, and is offered again at the next start.

mod left;

pub(super) use left::Left;

use super::open_project::OpenProject;
use crate::collection::Collection;
use crate::corpus::Corpus;
use crate::correction::Log;
use crate::project::{EXTENSION, PlaceFile, Project, ProjectError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The file of the corrections that are made now, shared with the threads that write to it.
#[derive(Clone, Debug, Default)]
pub(super) struct Scratch {
    /// Where such files lie; none where the system names no folder.
    folder: Option<PathBuf>,
    /// Where the reports were read from.
    inputs: Vec<PathBuf>,
    kept: Arc<Mutex<Option<Kept>>>,
}

#[derive(Debug)]
struct Kept {
    project: OpenProject,
    /// The reports that are in it.
    read: Arc<Collection>,
}

impl Scratch {
    /// Kept in a folder beside other things of the user's.
    pub(super) fn in_folder(data: Option<&Path>) -> Self {
        Self { folder: data.map(|data| data.join("scratch")), ..Self::default() }
    }

    /// Corrections of other reports come from now on; those made before stay in their file.
    pub(super) fn set_aside(&mut self, inputs: &[PathBuf]) {
        self.inputs = inputs.to_vec();
        self.kept = Arc::default();
    }

    /// Goes on in a file of this folder that was opened.
    pub(super) fn take_over(&mut self, project: OpenProject, read: Arc<Collection>, inputs: &[PathBuf]) {
        self.inputs = inputs.to_vec();
        self.kept = Arc::new(Mutex::new(Some(Kept { project, read })));
    }

    /// Whether a file is one of those kept here.
    pub(super) fn holds(&self, file: &Path) -> bool {
        let real = |path: &Path| std::fs::canonicalize(path).ok();
        let folder = self.folder.as_deref().and_then(real);
        folder.is_some() && file.parent().and_then(real) == folder
    }

    /// Brings the file up to the log: when this returns, all of it is on the disk.
    pub(super) fn keep(&self, read: &Arc<Collection>, log: &Log, places: &[PlaceFile]) -> Result<(), ProjectError> {
        let mut kept = self.lock();
        let kept = match kept.take() {
            Some(there) if there.is_there() => kept.insert(there),
            // Made anew where it was taken away.
            _ => kept.insert(Kept { project: self.create(read, places)?, read: Arc::clone(read) }),
        };
        if !Arc::ptr_eq(&kept.read, read) {
            kept.project.lock().add(&reports(read))?;
            kept.read = Arc::clone(read);
        }
        kept.project.catch_up(log)
    }

    fn create(&self, read: &Collection, places: &[PlaceFile]) -> Result<OpenProject, ProjectError> {
        let none = || io::Error::new(io::ErrorKind::NotFound, "the system names no folder for what is yours");
        let folder = self.folder.as_deref().ok_or_else(none)?;
        std::fs::create_dir_all(folder)?;
        let file =
            tempfile::Builder::new().prefix("corrections-").suffix(&format!(".{EXTENSION}")).tempfile_in(folder)?;
        // Only its name is wanted, which nobody else has.
        let path = file.path().to_path_buf();
        drop(file);
        let mut project = Project::create(&path)?;
        project.add(&reports(read))?;
        project.remember_inputs(&self.inputs)?;
        project.keep_place_files(places)?;
        Ok(OpenProject::of(project))
    }

    /// Removes the file: what was in it is in a project now.
    pub(super) fn discard(&mut self) {
        let kept = self.lock().take();
        if let Some(Kept { project, .. }) = kept {
            left::remove(project.path());
        }
        self.kept = Arc::default();
    }

    /// The corrections that were left behind last, and are open nowhere; files in which none is in force are removed.
    pub(super) fn left(&self) -> Option<Left> {
        let own = self.lock().as_ref().map(|kept| kept.project.path().to_path_buf());
        let entries = std::fs::read_dir(self.folder.as_deref()?).ok()?;
        let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.sort();
        files.retain(|file| file.extension().is_some_and(|ending| ending == EXTENSION) && Some(file) != own.as_ref());
        files.iter().filter_map(|file| left::left_in(file)).max_by_key(Left::order)
    }

    fn lock(&self) -> MutexGuard<'_, Option<Kept>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn is_there(&self) -> bool {
        self.project.path().exists()
    }
}

fn reports(read: &Collection) -> Corpus {
    Corpus { documents: read.documents.to_vec(), problems: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correction::{Act, Change, Entry, Moment, Subject};
    use crate::event::EventKind;

    fn log(count: i64) -> Log {
        Log::of((1..=count).map(|second| Entry {
            when: Moment::from_unix_seconds(second),
            who: "Ada".into(),
            act: Act::Correct(Box::new(Change::Kind { of: Subject::default(), to: EventKind::Protest })),
            before: String::new(),
            note: String::new(),
        }))
    }

    fn bundled() -> Arc<Collection> {
        Arc::new(Collection { documents: Corpus::bundled().documents.into(), ..Collection::default() })
    }

    #[test]
    fn corrections_are_left_behind_with_their_reports_and_offered_once_nobody_has_them_open() {
        let folder = tempfile::tempdir().unwrap();
        let next = Scratch::in_folder(Some(folder.path()));
        let scratch = Scratch::in_folder(Some(folder.path()));
        let read = bundled();
        scratch.keep(&read, &log(1), &[]).unwrap();
        scratch.keep(&read, &log(2), &[]).unwrap();
        assert_eq!(next.left(), None, "it is open");
        drop(scratch);
        let left = next.left().unwrap();
        assert!(matches!(&left, Left::Corrections { count: 2, when, .. } if when.unix_seconds() == 2), "{left:?}");
        assert!(next.holds(left.file()));
        let project = Project::open(left.file()).unwrap();
        assert_eq!(project.documents().unwrap().documents.len(), read.documents.len());
        drop(project);
        left.discard();
        assert_eq!(next.left(), None);
        assert_eq!(std::fs::read_dir(folder.path().join("scratch")).unwrap().count(), 0);
    }

    #[test]
    fn what_was_set_aside_stays_and_the_last_is_offered_first() {
        let folder = tempfile::tempdir().unwrap();
        let mut scratch = Scratch::in_folder(Some(folder.path()));
        let read = bundled();
        scratch.keep(&read, &log(3), &[]).unwrap();
        scratch.set_aside(&[]);
        scratch.keep(&read, &log(1), &[]).unwrap();
        let left = scratch.left().unwrap();
        assert!(matches!(left, Left::Corrections { count: 3, .. }), "{left:?}");
        scratch.discard();
        assert_eq!(scratch.left().as_ref(), Some(&left));
    }

    #[test]
    fn a_file_that_was_taken_away_is_made_anew_and_one_without_corrections_goes() {
        let folder = tempfile::tempdir().unwrap();
        let scratch = Scratch::in_folder(Some(folder.path()));
        let read = bundled();
        scratch.keep(&read, &log(1), &[]).unwrap();
        std::fs::remove_dir_all(folder.path().join("scratch")).unwrap();
        scratch.keep(&read, &log(2), &[]).unwrap();
        drop(scratch);
        let scratch = Scratch::in_folder(Some(folder.path()));
        assert!(matches!(scratch.left(), Some(Left::Corrections { count: 2, .. })));
        scratch.left().unwrap().discard();
        scratch.keep(&read, &Log::default(), &[]).unwrap();
        drop(scratch);
        assert_eq!(Scratch::in_folder(Some(folder.path())).left(), None);
        assert_eq!(std::fs::read_dir(folder.path().join("scratch")).unwrap().count(), 0);
    }

    #[test]
    fn where_nothing_can_be_written_it_says_why() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, "").unwrap();
        for data in [None, Some(file.as_path())] {
            let error = Scratch::in_folder(data).keep(&bundled(), &log(1), &[]).unwrap_err();
            assert!(matches!(error, ProjectError::File(_)), "{error}");
        }
    }

    #[test]
    fn a_file_that_cannot_be_opened_is_named() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("scratch")).unwrap();
        std::fs::write(folder.path().join("scratch/a.dateline"), "not a database").unwrap();
        let left = Scratch::in_folder(Some(folder.path())).left();
        assert!(matches!(left, Some(Left::Unreadable { .. })), "{left:?}");
    }
}
