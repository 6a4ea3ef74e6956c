//! [`telling()`]: where the events of a collection tell what a change is about.

use super::anchor::Anchor;
use super::change::Change;
use super::resolve::{Finder, of_document};
use super::subject::MentionAnchor;
use crate::collection::Collection;
use crate::event::MentionIndex;

/// The first telling that a change is about: of those there are in the collection now.
#[must_use]
pub fn telling(change: &Change, collection: &Collection) -> Option<MentionIndex> {
    let finder = Finder::new(&collection.documents);
    let told = |anchor: &MentionAnchor| finder.mention(anchor, &collection.mentions).ok();
    match change {
        Change::Place { of, .. }
        | Change::Day { of, .. }
        | Change::Kind { of, .. }
        | Change::Certainty { of, .. }
        | Change::NotAnEvent { of }
        | Change::Split { of, .. }
        | Change::Join { one: of, .. } => of.anchors().iter().find_map(told),
        Change::Figure { of, .. } => told(of),
        Change::Name { of: words, .. } | Change::NewEvent { words, .. } => told_around(words, &finder, collection),
    }
}

/// The first telling whose quote holds the words; one that is these words goes before others.
fn told_around(words: &Anchor, finder: &Finder<'_>, collection: &Collection) -> Option<MentionIndex> {
    let (document, span) = finder.passage(words).ok()?;
    let around = of_document(&collection.mentions, document).filter(|(_, mention)| mention.quote.covers(span));
    around.min_by_key(|(index, mention)| (mention.quote != span, *index)).map(|(index, _)| index)
}
