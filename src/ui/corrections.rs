//! [`Corrections`]: the log of corrections while the window is open, and what was read before them.

use super::former_places::FormerPlaces;
use crate::collection::Collection;
use crate::correction::{Act, Change, Entry, Log, Moment, before, telling};
use crate::gazetteer::Gazetteer;
use crate::store::{EventIndex, EventStore};
use crate::view_state::CorrectCommand;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The log, and what it is laid over.
#[derive(Debug, Default)]
pub(super) struct Corrections {
    /// As read, before any correction; kept once there is one.
    read: Option<Arc<Collection>>,
    log: Log,
    /// Entries of which a part finds its words no longer.
    lost: BTreeSet<u32>,
    /// Whether the store shown lacks the last entries.
    is_waiting: bool,
    /// The change of an event that is to be shown once it is there: one told by hand, or whose correction was taken back.
    to_show: Option<Change>,
    former_places: FormerPlaces,
}

impl Corrections {
    pub(super) fn log(&self) -> &Log {
        &self.log
    }

    /// How many corrections are in force.
    pub(super) fn in_force(&self) -> usize {
        self.log.in_force().count()
    }

    pub(super) fn is_waiting(&self) -> bool {
        self.is_waiting
    }

    /// The places that the log calls by their names.
    pub(super) fn former_places(&self) -> &FormerPlaces {
        &self.former_places
    }

    /// Whether a part of the entry is without effect.
    pub(super) fn is_lost(&self, entry: u32) -> bool {
        self.lost.contains(&entry)
    }

    /// Whether a store made of that reading for a log of that length is the one waited for.
    pub(super) fn is_answer(&self, read: &Arc<Collection>, next_number: u32) -> bool {
        self.is_of(read) && self.log.next_number() == next_number
    }

    /// Whether that is what the corrections are laid over.
    pub(super) fn is_of(&self, read: &Arc<Collection>) -> bool {
        self.read.as_ref().is_some_and(|own| Arc::ptr_eq(own, read))
    }

    /// What was read, before any correction; none where nothing was corrected, and what is shown is as it was read.
    pub(super) fn kept_read(&self) -> Option<Arc<Collection>> {
        self.read.clone()
    }

    /// What was read, before any correction.
    pub(super) fn read(&mut self, shown: &EventStore) -> Arc<Collection> {
        Arc::clone(self.read.get_or_insert_with(|| shown.shared_collection()))
    }

    /// The corrections of a project that was opened.
    pub(super) fn load(read: Arc<Collection>, log: Log, lost: BTreeSet<u32>, gazetteer: &Gazetteer) -> Self {
        let former_places = FormerPlaces::of(&log, &read, gazetteer);
        Self { read: Some(read), log, lost, is_waiting: false, to_show: None, former_places }
    }

    /// The same reports, read anew or as a project has them: the corrections are to be laid over those.
    pub(super) fn move_to(&mut self, read: Arc<Collection>) -> (Arc<Collection>, Log) {
        self.read = Some(Arc::clone(&read));
        self.is_waiting = true;
        (read, self.log.clone())
    }

    /// Something else is still to be laid over what was read.
    pub(super) fn wait(&mut self) {
        self.is_waiting = true;
    }

    /// The store is there; gives the event to select.
    pub(super) fn settle(
        &mut self,
        lost: BTreeSet<u32>,
        store: &EventStore,
        gazetteer: &Gazetteer,
    ) -> Option<EventIndex> {
        self.lost = lost;
        self.is_waiting = false;
        if let Some(read) = &self.read {
            self.former_places = FormerPlaces::of(&self.log, read, gazetteer);
        }
        let told = telling(&self.to_show.take()?, store.collection())?;
        store.facets().event_of(told)
    }

    /// Other reports were read, or the same ones anew: the log is kept. Gives what is to be laid over what, where there is any.
    pub(super) fn read_anew(&mut self, read: &EventStore) -> Option<(Arc<Collection>, Log)> {
        self.read = None;
        self.lost.clear();
        self.to_show = None;
        self.is_waiting = self.in_force() > 0;
        if !self.is_waiting {
            return None;
        }
        let collection = read.shared_collection();
        self.read = Some(Arc::clone(&collection));
        Some((collection, self.log.clone()))
    }

    /// Adds an entry to the log once it is kept. Gives what is to be laid over what; `None` where nothing changes.
    ///
    /// # Errors
    /// Why it is not kept; the log is then as it was.
    pub(super) fn take<E>(
        &mut self,
        command: CorrectCommand,
        shown: &EventStore,
        gazetteer: &Gazetteer,
        keep: impl FnOnce(Entry) -> Result<(), E>,
    ) -> Result<Option<(Arc<Collection>, Log)>, E> {
        let Some((act, note)) = self.act(command) else { return Ok(None) };
        let read = self.read(shown);
        let was = match &act {
            Act::Correct(change) => before(change, shown.collection(), gazetteer),
            Act::Undo { .. } | Act::Redo { .. } | Act::Lost => String::new(),
        };
        let entry = Entry { when: now(), who: user(), act, before: was, note };
        keep(entry.clone())?;
        let change = self.log.change_of(&entry);
        let is_to_show =
            matches!(entry.act, Act::Undo { .. } | Act::Redo { .. }) || matches!(change, Some(Change::NewEvent { .. }));
        self.to_show = change.filter(|_| is_to_show).cloned();
        self.log.push(entry);
        self.is_waiting = true;
        Ok(Some((read, self.log.clone())))
    }

    /// What a command does, with the note; `None` where there is nothing to do.
    fn act(&self, command: CorrectCommand) -> Option<(Act, String)> {
        Some(match command {
            CorrectCommand::Make(change, note) => (Act::Correct(change), note),
            CorrectCommand::Undo => (self.log.undo()?, String::new()),
            CorrectCommand::Redo => (self.log.redo()?, String::new()),
            CorrectCommand::TakeBack(entry) => (Act::Undo { entry }, String::new()),
            CorrectCommand::Pick(_) | CorrectCommand::Picked(_) => return None,
        })
    }
}

/// Who sits here, as the system calls them.
fn user() -> String {
    ["USER", "USERNAME", "LOGNAME"].into_iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default()
}

#[expect(clippy::disallowed_methods, reason = "the shell reads the clock")]
fn now() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Moment::from_unix_seconds(i64::try_from(since.as_secs()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::correction::{Subject, apply};
    use crate::event::EventKind;
    use crate::pipeline::Engine;
    use crate::ui::index;

    #[test]
    fn corrections_outlive_a_second_reading_of_the_reports() {
        let gazetteer = Gazetteer::embedded();
        let engine = Engine::bundled(gazetteer.clone()).unwrap();
        let store = index(engine.read_all(Corpus::bundled()), gazetteer);
        let mut corrections = Corrections::default();
        assert!(corrections.read_anew(&store).is_none());
        let told = store.events().find_map(|event| store.event(event)).unwrap();
        let of = Subject::event(store.collection(), told);
        let change = Change::Kind { of, to: EventKind::Protest };
        let command = CorrectCommand::Make(Box::new(change), String::new());
        corrections.take(command.clone(), &store, gazetteer, |_| Err(())).unwrap_err();
        assert_eq!(corrections.in_force(), 0, "what is not kept is not made");
        corrections.take(command, &store, gazetteer, |_| Ok::<(), ()>(())).unwrap().unwrap();
        let (read, log) = corrections.read_anew(&store).unwrap();
        let corrected = apply(&read, gazetteer, &log);
        assert!(corrected.lost.is_empty());
        assert!(corrected.collection.events.iter().any(|event| event.kind == EventKind::Protest));
    }

    #[test]
    fn an_event_whose_correction_is_taken_back_is_shown_again() {
        let gazetteer = Gazetteer::embedded();
        let engine = Engine::bundled(gazetteer.clone()).unwrap();
        let store = index(engine.read_all(Corpus::bundled()), gazetteer);
        let event =
            store.events().find(|&event| store.event(event).is_some_and(|told| told.mentions.len() > 1)).unwrap();
        let of = Subject::event(store.collection(), store.event(event).unwrap());
        let mut corrections = Corrections::default();
        let mut after = |command: CorrectCommand, shown: &EventStore| {
            let (read, log) = corrections.take(command, shown, gazetteer, |_| Ok::<(), ()>(())).unwrap().unwrap();
            let corrected = apply(&read, gazetteer, &log);
            let store = index(corrected.collection, gazetteer);
            let shown = corrections.settle(corrected.lost, &store, gazetteer);
            (store, shown)
        };
        let (without, shown) = after(CorrectCommand::Make(Box::new(Change::NotAnEvent { of }), String::new()), &store);
        assert_eq!(shown, None);
        let (again, shown) = after(CorrectCommand::Undo, &without);
        let name_of =
            |store: &EventStore, event| store.event(event).map(|event| (event.kind, event.place, event.mentions.len()));
        assert_eq!(shown.and_then(|shown| name_of(&again, shown)), name_of(&store, event));
    }
}
