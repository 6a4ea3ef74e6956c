//! Tellings as a user has them.

use crate::edtf::DateSet;
use crate::event::{Certainty, EventKind, Mention, MentionPlace, PlaceHow, TimeRelation, WhenHow};
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::reason::{DocumentIndex, Phrase, Reason, Statement};
use crate::span::Span;

/// A telling that a user made of words.
pub(super) fn new_mention(
    document: DocumentIndex,
    span: Span,
    kind: EventKind,
    certainty: Certainty,
    place: Option<PlaceId>,
    day: Option<DateSet>,
) -> Mention {
    let place = place.map(|place| MentionPlace { place, how: PlaceHow::ByHand, near: false, span, toponym: None });
    Mention {
        document,
        quote: span,
        trigger: span,
        kind,
        certainty,
        place,
        ends: Vec::new(),
        when: day,
        when_how: WhenHow::ByHand,
        timex: None,
        relation: TimeRelation::At,
        by_night: false,
        retellings: Vec::new(),
        actors: Vec::new(),
        claims: Vec::new(),
        speaker: None,
        reason: Reason::new(Statement::ToldByHand),
    }
}

/// Another place, with the one that was read as a reason.
pub(super) fn set_place(mention: &mut Mention, place: Option<PlaceId>, gazetteer: &Gazetteer) {
    let before = mention.place.as_ref().map(|told| gazetteer.place(told.place).named());
    mention.reason.add(Phrase::PlaceWas(before));
    let span = mention.place.as_ref().map_or(mention.trigger, |told| told.span);
    mention.place = place.map(|place| MentionPlace { place, how: PlaceHow::ByHand, near: false, span, toponym: None });
}

/// Another day, with the one that was read as a reason.
pub(super) fn set_day(mention: &mut Mention, day: Option<DateSet>) {
    let before = std::mem::replace(&mut mention.when, day);
    mention.reason.add(Phrase::DayWas(before.map(Box::new)));
    mention.when_how = WhenHow::ByHand;
    mention.timex = None;
    mention.relation = TimeRelation::At;
}
