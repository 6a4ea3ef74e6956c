//! [`Edits`]: a collection while corrections are laid over it.

use super::anchor::Anchor;
use super::change::Change;
use super::chosen_place::ChosenPlace;
use super::mention_edit::{new_mention, set_day, set_place};
use super::resolve::{Finder, Lost};
use super::subject::Subject;
use crate::collection::{Annotation, Aspect, Mark, Marks};
use crate::document::Document;
use crate::event::{Constraints, Mention, MentionIndex};
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::reason::Phrase;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a user said of two tellings.
#[derive(Clone, Copy, Debug)]
enum Tie {
    Apart,
    One,
}

/// A part of a correction that is without effect.
#[derive(Clone, Debug)]
pub(super) struct LostPart {
    pub(super) entry: u32,
    pub(super) document: String,
    pub(super) why: Lost,
}

/// What corrections change. Tellings keep their indices until all are laid over.
#[derive(Debug)]
pub(super) struct Edits<'a> {
    pub(super) annotations: Vec<Arc<Annotation>>,
    pub(super) mentions: Vec<Arc<Mention>>,
    pub(super) dismissed: BTreeSet<MentionIndex>,
    pub(super) marks: Marks,
    pub(super) lost: Vec<LostPart>,
    ties: Vec<(Tie, MentionIndex, MentionIndex)>,
    pub(super) finder: Finder<'a>,
    gazetteer: &'a Gazetteer,
}

impl<'a> Edits<'a> {
    /// Begins with what was read, and the events that users told themselves in their places.
    pub(super) fn new(
        documents: &'a [Document],
        annotations: Vec<Arc<Annotation>>,
        mentions: Vec<Arc<Mention>>,
        gazetteer: &'a Gazetteer,
        changes: &[(u32, &Change)],
    ) -> Self {
        let finder = Finder::new(documents);
        let mut edits = Self {
            annotations,
            mentions: Vec::new(),
            dismissed: BTreeSet::new(),
            marks: Marks::default(),
            lost: Vec::new(),
            ties: Vec::new(),
            finder,
            gazetteer,
        };
        let mut all: Vec<(Arc<Mention>, Option<u32>)> = mentions.into_iter().map(|mention| (mention, None)).collect();
        let read = all.len();
        for &(entry, change) in changes {
            all.extend(edits.told(entry, change).map(|mention| (Arc::new(mention), Some(entry))));
        }
        if all.len() > read {
            all.sort_by_key(|(mention, _)| (mention.document, mention.trigger, mention.kind));
        }
        for (number, (mention, entry)) in (0..).zip(all) {
            edits.mentions.push(mention);
            if let Some(entry) = entry {
                edits.marks.mark_mention(MentionIndex(number), Mark { aspect: Aspect::Event, entry });
            }
        }
        edits
    }

    /// Lays one correction over what the earlier ones left.
    pub(super) fn make(&mut self, entry: u32, change: &Change) {
        match change {
            Change::Place { of, to } => self.place(entry, of, to.as_ref()),
            Change::Name { of, scope, to } => self.name(entry, of, *scope, to.as_ref()),
            Change::Day { of, to } => self.each(entry, Aspect::Day, of, |mention| {
                set_day(mention, to.clone());
            }),
            Change::Kind { of, to } => self.each(entry, Aspect::Kind, of, |mention| {
                mention.reason.add(Phrase::KindWas(mention.kind.name().into()));
                mention.kind = *to;
            }),
            Change::Certainty { of, to } => self.each(entry, Aspect::Certainty, of, |mention| {
                mention.reason.add(Phrase::CertaintyWas(mention.certainty.name().into()));
                mention.certainty = *to;
            }),
            Change::Figure { of, words, from, to } => self.figure(entry, of, words, *from, to.as_ref()),
            Change::NotAnEvent { of } => {
                let found = self.found(entry, of);
                self.dismissed.extend(found);
            }
            // It is among the tellings from the beginning.
            Change::NewEvent { .. } => {}
            Change::Split { of, from } => self.split(entry, of, from),
            Change::Join { one, other } => self.join(entry, one, other),
        }
    }

    /// What was said of tellings being one event, where they have other indices now.
    pub(super) fn constraints(&self, number: impl Fn(MentionIndex) -> Option<MentionIndex>) -> Constraints {
        let mut constraints = Constraints::default();
        for &(tie, one, other) in &self.ties {
            let (Some(one), Some(other)) = (number(one), number(other)) else { continue };
            match tie {
                Tie::Apart => constraints.split(one, other),
                Tie::One => constraints.join(one, other),
            }
        }
        constraints
    }

    /// A telling to be changed: no longer shared with the collection that was read.
    pub(super) fn mention_mut(&mut self, index: MentionIndex) -> Option<&mut Mention> {
        self.mentions.get_mut(index.0 as usize).map(Arc::make_mut)
    }

    fn found(&mut self, entry: u32, subject: &Subject) -> Vec<MentionIndex> {
        let (found, lost) = self.finder.subject(subject, &self.mentions);
        self.lost.extend(lost.into_iter().map(|(document, why)| LostPart { entry, document, why }));
        found
    }

    pub(super) fn lose(&mut self, entry: u32, anchor: &Anchor, why: Lost) {
        self.lost.push(LostPart { entry, document: anchor.document.clone(), why });
    }

    fn each(&mut self, entry: u32, aspect: Aspect, subject: &Subject, edit: impl Fn(&mut Mention)) {
        for index in self.found(entry, subject) {
            if let Some(mention) = self.mention_mut(index) {
                edit(mention);
                self.marks.mark_mention(index, Mark { aspect, entry });
            }
        }
    }

    /// The place's row; a loss where the gazetteer could not take it.
    pub(super) fn chosen(
        &mut self,
        entry: u32,
        anchor: Option<&Anchor>,
        to: Option<&ChosenPlace>,
    ) -> Result<Option<PlaceId>, ()> {
        let Some(place) = to else { return Ok(None) };
        let found = self.gazetteer.by_key(place.key());
        if found.is_none() {
            let document = anchor.map(|anchor| anchor.document.clone()).unwrap_or_default();
            self.lost.push(LostPart { entry, document, why: Lost::Place(place.key().to_owned()) });
        }
        found.map(Some).ok_or(())
    }

    fn place(&mut self, entry: u32, of: &Subject, to: Option<&ChosenPlace>) {
        let anchor = of.anchors().first().map(|mention| &mention.trigger);
        let Ok(place) = self.chosen(entry, anchor, to) else { return };
        let gazetteer = self.gazetteer;
        self.each(entry, Aspect::Place, of, |mention| set_place(mention, place, gazetteer));
    }

    fn split(&mut self, entry: u32, of: &Subject, from: &Subject) {
        let (going, staying) = (self.found(entry, of), self.found(entry, from));
        for &one in &going {
            for &other in staying.iter().filter(|&&other| other != one) {
                self.ties.push((Tie::Apart, one, other));
                self.marks.mark_mention(other, Mark { aspect: Aspect::Sameness, entry });
            }
            self.marks.mark_mention(one, Mark { aspect: Aspect::Sameness, entry });
        }
    }

    /// Ties the first of each event to all of the other, so that one telling split off later leaves the rest together.
    fn join(&mut self, entry: u32, one: &Subject, other: &Subject) {
        let (one, other) = (self.found(entry, one), self.found(entry, other));
        let (Some(&first), Some(&second)) = (one.first(), other.first()) else { return };
        let ties = other.iter().map(|&index| (first, index)).chain(one.iter().map(|&index| (index, second)));
        let ties: BTreeSet<(MentionIndex, MentionIndex)> = ties.filter(|(one, other)| one != other).collect();
        for (one, other) in ties {
            self.ties.push((Tie::One, one, other));
        }
        for index in one.into_iter().chain(other) {
            self.marks.mark_mention(index, Mark { aspect: Aspect::Sameness, entry });
        }
    }

    /// The telling that a user made of words.
    fn told(&mut self, entry: u32, change: &Change) -> Option<Mention> {
        let Change::NewEvent { words, kind, certainty, place, day } = change else { return None };
        let (document, span) = match self.finder.passage(words) {
            Ok(found) => found,
            Err(why) => {
                self.lose(entry, words, why);
                return None;
            }
        };
        let place = self.chosen(entry, Some(words), place.as_ref()).ok()?;
        Some(new_mention(document, span, *kind, *certainty, place, day.clone()))
    }
}

/// New indices of tellings once some are gone.
pub(super) fn renumbered(count: usize, gone: &BTreeSet<MentionIndex>) -> BTreeMap<MentionIndex, MentionIndex> {
    let all = (0..u32::try_from(count).unwrap_or(u32::MAX)).map(MentionIndex);
    all.filter(|index| !gone.contains(index)).zip((0..).map(MentionIndex)).collect()
}
