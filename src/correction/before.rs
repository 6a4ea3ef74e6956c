//! [`before()`]: what there is now of what a change is about, in words, for the log.

use super::anchor::Anchor;
use super::change::Change;
use super::figure::Figure;
use super::log::Log;
use super::resolve::Finder;
use super::subject::Subject;
use crate::collection::Collection;
use crate::event::{ClaimKind, Mention};
use crate::gazetteer::{Gazetteer, PlaceId};

/// What a change would change, in words: `Kunduz`, `2021-07-07`. Several values are parted by semicolons.
#[must_use]
pub fn before(change: &Change, collection: &Collection, gazetteer: &Gazetteer) -> String {
    let now = Now { collection, gazetteer, finder: Finder::new(&collection.documents) };
    match change {
        Change::Place { of, .. } => now.each(of, |mention| now.place(mention.place.as_ref().map(|place| place.place))),
        Change::Day { of, .. } => now.each(of, Now::day),
        Change::Kind { of, .. } => now.each(of, |mention| mention.kind.name().to_owned()),
        Change::Certainty { of, .. } => now.each(of, |mention| mention.certainty.name().to_owned()),
        Change::Name { of, .. } => now.name(of),
        Change::Figure { words, from, .. } => from.and_then(|what| now.figure(words, what)).unwrap_or_default(),
        Change::NotAnEvent { of } => now.each(of, |mention| now.told(mention)),
        Change::NewEvent { .. } => "no event".to_owned(),
        Change::Split { of, from } => {
            format!("one event of {} tellings", of.anchors().len() + from.anchors().len())
        }
        Change::Join { one, other } => {
            [one, other].map(|subject| now.each(subject, |mention| now.told(mention))).join(" | ")
        }
    }
}

/// The places that the tellings and names of a log's corrections had when they were read.
#[must_use]
pub fn places_before(log: &Log, read: &Collection) -> Vec<PlaceId> {
    let finder = Finder::new(&read.documents);
    let of_subject = |subject: &Subject| -> Vec<PlaceId> {
        let (found, _) = finder.subject(subject, &read.mentions);
        let told = found.iter().filter_map(|index| read.mentions.get(index.0 as usize)?.place.as_ref());
        told.map(|place| place.place).collect()
    };
    let of_change = |change: &Change| match change {
        Change::Place { of, .. } | Change::NotAnEvent { of } => of_subject(of),
        Change::Join { one, other } => [of_subject(one), of_subject(other)].concat(),
        Change::Name { of, .. } => place_of_name(of, read, &finder).into_iter().collect(),
        _ => Vec::new(),
    };
    log.entries().filter_map(|(_, entry)| log.change_of(entry)).flat_map(of_change).collect()
}

fn place_of_name(name: &Anchor, collection: &Collection, finder: &Finder<'_>) -> Option<PlaceId> {
    let (document, span) = finder.passage(name).ok()?;
    let annotation = collection.annotations.get(document.0 as usize)?;
    annotation.toponyms.iter().find(|toponym| toponym.span.overlaps(span))?.place
}

struct Now<'a> {
    collection: &'a Collection,
    gazetteer: &'a Gazetteer,
    finder: Finder<'a>,
}

impl Now<'_> {
    /// What each telling says, once each.
    fn each(&self, subject: &Subject, say: impl Fn(&Mention) -> String) -> String {
        let (found, _) = self.finder.subject(subject, &self.collection.mentions);
        let mut said: Vec<String> = Vec::new();
        for mention in found.iter().filter_map(|index| self.collection.mentions.get(index.0 as usize)) {
            let words = say(mention);
            if !said.contains(&words) {
                said.push(words);
            }
        }
        said.join("; ")
    }

    fn place(&self, place: Option<PlaceId>) -> String {
        place.map_or("no place", |place| self.gazetteer.place(place).name).to_owned()
    }

    fn day(mention: &Mention) -> String {
        mention.when.as_ref().map_or_else(|| "no day".to_owned(), ToString::to_string)
    }

    fn told(&self, mention: &Mention) -> String {
        let place = self.place(mention.place.as_ref().map(|place| place.place));
        format!("{} at {place}, {}", mention.kind.name(), Self::day(mention))
    }

    fn name(&self, name: &Anchor) -> String {
        self.place(place_of_name(name, self.collection, &self.finder))
    }

    fn figure(&self, words: &Anchor, what: ClaimKind) -> Option<String> {
        let (document, span) = self.finder.passage(words).ok()?;
        let mut mentions = self.collection.mentions.iter().filter(|mention| mention.document == document);
        let claim = mentions
            .find_map(|mention| mention.claims.iter().find(|claim| claim.what == what && claim.span.overlaps(span)))?;
        Some(Figure::of(claim).to_string())
    }
}
