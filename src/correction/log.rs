//! [`Log`]: every correction, undoing and redoing, in the order in which they were made. Nothing in it is ever changed.

use super::change::Change;
use super::moment::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What an entry does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// Corrects something.
    Correct(Box<Change>),
    /// Takes the entry of that number back.
    Undo {
        /// The number.
        entry: u32,
    },
    /// Brings the entry of that number into force again.
    Redo {
        /// The number.
        entry: u32,
    },
    /// What can no longer be read of a damaged file: it keeps its number, and changes nothing.
    Lost,
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    pub when: Moment,
    /// Who.
    pub who: String,
    /// What was done.
    pub act: Act,
    /// What was there before, in words.
    pub before: String,
    /// What the user says of it.
    pub note: String,
}

impl Entry {
    /// One that a damaged file no longer gives.
    #[must_use]
    pub fn lost() -> Self {
        let (who, before, note) = Default::default();
        Self { when: Moment::from_unix_seconds(0), who, act: Act::Lost, before, note }
    }
}

/// All entries; an entry's number is its place, from 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    entries: Vec<Entry>,
    /// Corrections in force, the one that came into force last at the end.
    done: Vec<u32>,
    /// Corrections that can be redone, the one undone last at the end.
    undone: Vec<u32>,
}

impl Log {
    /// A log of entries as they were made.
    #[must_use]
    pub fn of(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut log = Self::default();
        for entry in entries {
            log.push(entry);
        }
        log
    }

    /// Adds an entry and gives its number. One that undoes or redoes what cannot be is kept, and changes nothing.
    pub fn push(&mut self, entry: Entry) -> u32 {
        let number = self.next_number();
        match &entry.act {
            Act::Correct(_) => {
                self.done.push(number);
                self.undone.clear();
            }
            Act::Undo { entry } => move_entry(*entry, &mut self.done, &mut self.undone),
            Act::Redo { entry } => move_entry(*entry, &mut self.undone, &mut self.done),
            Act::Lost => {}
        }
        self.entries.push(entry);
        number
    }

    /// The number that the next entry gets.
    #[must_use]
    pub fn next_number(&self) -> u32 {
        u32::try_from(self.entries.len() + 1).unwrap_or(u32::MAX)
    }

    /// All entries with their numbers, the oldest first.
    pub fn entries(&self) -> impl Iterator<Item = (u32, &Entry)> {
        (1..).zip(&self.entries)
    }

    /// The entry of that number.
    #[must_use]
    pub fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.get(number.checked_sub(1)? as usize)
    }

    /// What undoing takes back next.
    #[must_use]
    pub fn undo(&self) -> Option<Act> {
        self.done.last().map(|&entry| Act::Undo { entry })
    }

    /// What redoing brings back next; nothing once something else was corrected.
    #[must_use]
    pub fn redo(&self) -> Option<Act> {
        self.undone.last().map(|&entry| Act::Redo { entry })
    }

    /// Whether the correction of that number is in force.
    #[must_use]
    pub fn is_in_force(&self, number: u32) -> bool {
        self.done.contains(&number)
    }

    /// The corrections in force, the oldest first.
    pub fn in_force(&self) -> impl Iterator<Item = (u32, &Change)> {
        let numbers: BTreeSet<u32> = self.done.iter().copied().collect();
        numbers.into_iter().filter_map(|number| Some((number, own_change(self.entry(number)?)?)))
    }

    /// The change that an entry made, took back or brought back; none where it is of no correction.
    #[must_use]
    pub fn change_of<'a>(&'a self, entry: &'a Entry) -> Option<&'a Change> {
        match &entry.act {
            Act::Correct(change) => Some(change.as_ref()),
            Act::Undo { entry } | Act::Redo { entry } => self.entry(*entry).and_then(own_change),
            Act::Lost => None,
        }
    }
}

fn own_change(entry: &Entry) -> Option<&Change> {
    match &entry.act {
        Act::Correct(change) => Some(change.as_ref()),
        Act::Undo { .. } | Act::Redo { .. } | Act::Lost => None,
    }
}

fn move_entry(number: u32, from: &mut Vec<u32>, to: &mut Vec<u32>) {
    if let Some(position) = from.iter().rposition(|&other| other == number) {
        from.remove(position);
        to.push(number);
    }
}

#[cfg(test)]
mod tests {
    use super::super::Subject;
    use super::*;
    use crate::event::EventKind;

    fn entry(act: Act) -> Entry {
        Entry { when: Moment::from_unix_seconds(0), who: "A".into(), act, before: String::new(), note: String::new() }
    }

    fn correct() -> Act {
        Act::Correct(Box::new(Change::Kind { of: Subject::default(), to: EventKind::Clash }))
    }

    fn in_force(log: &Log) -> Vec<u32> {
        log.in_force().map(|(number, _)| number).collect()
    }

    #[test]
    fn undo_takes_back_the_last_and_redo_brings_it_back() {
        let mut log = Log::of([entry(correct()), entry(correct())]);
        log.push(entry(log.undo().unwrap()));
        assert_eq!((in_force(&log), log.redo()), (vec![1], Some(Act::Redo { entry: 2 })));
        log.push(entry(log.undo().unwrap()));
        log.push(entry(log.redo().unwrap()));
        assert_eq!(in_force(&log), [1]);
        log.push(entry(log.redo().unwrap()));
        assert_eq!((in_force(&log), log.redo()), (vec![1, 2], None));
    }

    #[test]
    fn what_was_undone_cannot_be_redone_after_another_correction() {
        let mut log = Log::of([entry(correct()), entry(Act::Undo { entry: 1 })]);
        assert!(log.redo().is_some());
        log.push(entry(correct()));
        assert_eq!((in_force(&log), log.redo()), (vec![3], None));
    }

    #[test]
    fn an_older_correction_can_be_undone_by_itself_and_comes_back_in_its_place() {
        let mut log = Log::of([entry(correct()), entry(correct()), entry(Act::Undo { entry: 1 })]);
        assert_eq!(in_force(&log), [2]);
        log.push(entry(Act::Redo { entry: 1 }));
        assert_eq!(in_force(&log), [1, 2]);
    }

    #[test]
    fn undoing_what_is_not_there_changes_nothing() {
        let log = Log::of([entry(Act::Undo { entry: 9 }), entry(correct()), entry(Act::Undo { entry: 0 })]);
        assert_eq!(in_force(&log), [2]);
        assert_eq!(log.entries().count(), 3);
    }
}
