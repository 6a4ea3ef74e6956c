//! A place name that stands for another place, and the events that go along.

use super::anchor::Anchor;
use super::change::Scope;
use super::chosen_place::ChosenPlace;
use super::edits::Edits;
use super::resolve::{Lost, of_document};
use crate::collection::{Aspect, Mark};
use crate::event::MentionIndex;
use crate::fold::fold;
use crate::gazetteer::PlaceId;
use crate::reason::{DocumentIndex, Reason, Statement};
use crate::span::Span;
use std::sync::Arc;

impl Edits<'_> {
    pub(super) fn name(&mut self, entry: u32, of: &Anchor, scope: Scope, to: Option<&ChosenPlace>) {
        let Ok(place) = self.chosen(entry, Some(of), to) else { return };
        let (document, span) = match self.finder.passage(of) {
            Ok(found) => found,
            Err(why) => return self.lose(entry, of, why),
        };
        let names = match scope {
            Scope::Mention => self.names(document, |other, _| other.overlaps(span)),
            Scope::Report => self.same_names(document, &of.words),
            Scope::Reports => {
                let documents = (0..u32::try_from(self.annotations.len()).unwrap_or(u32::MAX)).map(DocumentIndex);
                documents.flat_map(|document| self.same_names(document, &of.words)).collect()
            }
        };
        if names.is_empty() {
            return self.lose(entry, of, Lost::Name(of.words.clone()));
        }
        for (document, toponym) in names {
            self.set_name(entry, document, toponym, place);
        }
    }

    fn same_names(&self, document: DocumentIndex, words: &str) -> Vec<(DocumentIndex, u32)> {
        let wanted = fold(words);
        self.names(document, |_, name| fold(name) == wanted)
    }

    /// The place names of a report that are wanted, by span and words.
    fn names(&self, document: DocumentIndex, is_wanted: impl Fn(Span, &str) -> bool) -> Vec<(DocumentIndex, u32)> {
        let annotation = self.annotations.get(document.0 as usize);
        let text = self.finder.document(document).map_or("", |document| &document.text);
        let toponyms = (0..).zip(annotation.into_iter().flat_map(|annotation| &annotation.toponyms));
        let wanted = toponyms.filter(|(_, toponym)| is_wanted(toponym.span, toponym.span.of(text)));
        wanted.map(|(number, _)| (document, number)).collect()
    }

    /// Another place for a name, and for the events that it placed.
    fn set_name(&mut self, entry: u32, document: DocumentIndex, number: u32, place: Option<PlaceId>) {
        let annotation = self.annotations.get_mut(document.0 as usize).map(Arc::make_mut);
        let Some(toponym) = annotation.and_then(|annotation| annotation.toponyms.get_mut(number as usize)) else {
            return;
        };
        let before = std::mem::replace(&mut toponym.place, place);
        toponym.confidence = 1.0;
        toponym.reason = Reason::new(Statement::CorrectedByHand);
        self.marks.mark_toponym(document, number, entry);
        let placed: Vec<MentionIndex> = of_document(&self.mentions, document)
            .filter(|(_, mention)| {
                let told = mention.place.as_ref();
                told.is_some_and(|told| told.toponym == Some(number) && Some(told.place) == before)
            })
            .map(|(index, _)| index)
            .collect();
        for index in placed {
            if let Some(mention) = self.mention_mut(index) {
                match (&mut mention.place, place) {
                    (Some(told), Some(place)) => told.place = place,
                    (told, _) => *told = None,
                }
                self.marks.mark_mention(index, Mark { aspect: Aspect::Place, entry });
            }
        }
    }
}
