//! [`Memory`]: what names can stand for, kept from one report to the next, since reports of one pile name the same places.

use super::sense::{Sense, senses_of};
use crate::gazetteer::{Gazetteer, NameMatch, NameWalk};
use rustc_hash::FxHashMap;

/// Entries of each table beyond which it begins anew: a pile without end must not fill the memory.
const MOST: usize = 1 << 15;

/// What names can stand for, kept from one report to the next. Nothing that is found depends on what it holds.
#[derive(Clone, Debug)]
pub struct Memory<'g> {
    gazetteer: &'g Gazetteer,
    /// Walks over the names that begin with a word, past that word; `None` where there is no such name.
    begun: FxHashMap<Box<str>, Option<NameWalk<'g>>>,
    senses: FxHashMap<NameMatch, Box<[Sense]>>,
}

impl<'g> Memory<'g> {
    /// One that holds nothing yet.
    #[must_use]
    pub fn new(gazetteer: &'g Gazetteer) -> Self {
        Self { gazetteer, begun: FxHashMap::default(), senses: FxHashMap::default() }
    }

    pub(super) fn gazetteer(&self) -> &'g Gazetteer {
        self.gazetteer
    }

    /// The walk over the names that begin with a folded word, past that word.
    pub(super) fn begin(&mut self, folded: &str) -> Option<NameWalk<'g>> {
        if let Some(&known) = self.begun.get(folded) {
            return known;
        }
        let mut walk = self.gazetteer.walk();
        let begun = walk.step(folded).then_some(walk);
        if self.begun.len() >= MOST {
            self.begun.clear();
        }
        self.begun.insert(folded.into(), begun);
        begun
    }

    /// What a name can stand for before anything of a report is known.
    pub(super) fn senses(&mut self, name: NameMatch) -> Vec<Sense> {
        if let Some(known) = self.senses.get(&name) {
            return known.to_vec();
        }
        let senses = senses_of(name, self.gazetteer);
        if self.senses.len() >= MOST {
            self.senses.clear();
        }
        self.senses.insert(name, senses.as_slice().into());
        senses
    }
}
