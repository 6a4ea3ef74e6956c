//! [`Grounds`]: what the place, the day and the oneness of an event rest on, one sentence each, with the words behind it.

use crate::event::{Mention, PlaceHow, WhenHow};
use crate::reason::{DocumentIndex, Reason};
use crate::span::Span;
use crate::store::{EventIndex, EventStore, Passage};
use crate::timex::Timex;
use crate::timex::period;
use crate::toponym::Toponym;
use crate::ui::place_name::name_of;
use crate::ui::texts::Texts;
use crate::wording::dates::set_words;
use crate::wording::reasons::{Audience, reason_words};

/// Places that a name could stand for as well, listed at most.
const MOST_CANDIDATES: usize = 4;

/// What a reader may ask of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Question {
    Here,
    Day,
    One,
}

impl Question {
    pub(super) const ALL: [Self; 3] = [Self::Here, Self::Day, Self::One];

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Here => "why-here-question",
            Self::Day => "why-day-question",
            Self::One => "why-one-question",
        }
    }
}

/// One sentence of an answer.
#[derive(Debug, PartialEq)]
pub(super) struct Ground {
    pub(super) sentence: String,
    pub(super) evidence: Vec<Passage>,
}

/// The answer to one question.
#[derive(Debug)]
pub(super) struct Grounds {
    pub(super) question: Question,
    pub(super) grounds: Vec<Ground>,
}

impl Grounds {
    /// `None` where there is nothing to ask: an event told once is one event.
    pub(super) fn of(question: Question, store: &EventStore, index: EventIndex, texts: &Texts) -> Option<Self> {
        let mut answer = Self { question, grounds: Vec::new() };
        let event = store.event(index)?;
        match question {
            Question::Here => {
                for (_, mention) in store.mentions_of(index) {
                    answer.place(store, mention, texts);
                }
            }
            Question::Day => {
                let told = store.mentions_of(index).count();
                if told > 1 || event.when.is_none() {
                    answer.reason(&event.when_reason, DocumentIndex(0), texts);
                }
                for (_, mention) in store.mentions_of(index) {
                    answer.day(store, mention, texts);
                }
            }
            Question::One if event.mentions.len() > 1 => answer.reason(&event.reason, DocumentIndex(0), texts),
            Question::One => {}
        }
        (!answer.grounds.is_empty()).then_some(answer)
    }

    fn place(&mut self, store: &EventStore, mention: &Mention, texts: &Texts) {
        let Some(place) = &mention.place else { return };
        let how = texts.get(match place.how {
            PlaceHow::Named => "why-how-named",
            PlaceHow::Described => "why-how-described",
            PlaceHow::FromContext => "why-how-context",
            PlaceHow::ByHand => "why-how-by-hand",
        });
        self.add(&how, vec![Passage { document: mention.document, span: place.span }]);
        let toponym = place.toponym.and_then(|index| store.annotation(mention.document)?.toponyms.get(index as usize));
        let Some(toponym) = toponym else { return };
        self.reason(&toponym.reason, mention.document, texts);
        let others = other_places(toponym, store, texts);
        if !others.is_empty() {
            self.add(&texts.with("why-candidates", [("places", others.into())]), Vec::new());
        }
    }

    fn day(&mut self, store: &EventStore, mention: &Mention, texts: &Texts) {
        let Some(found) = store.annotation(mention.document) else { return };
        let timex = mention.timex.and_then(|index| found.timexes.get(index as usize));
        let how = match mention.when_how {
            WhenHow::Named => "why-when-named",
            WhenHow::FromContext => "why-when-context",
            WhenHow::Publication if timex.is_some() => "why-when-said",
            WhenHow::Publication if period::of(&found.timexes).is_some() => "why-when-period",
            WhenHow::Publication => "why-when-publication",
            WhenHow::OtherReport => "why-when-other",
            WhenHow::ByHand => "why-how-by-hand",
        };
        let span = timex.map_or(mention.trigger, |timex: &Timex| timex.span);
        self.add(&texts.get(how), vec![Passage { document: mention.document, span }]);
        if let Some(timex) = timex {
            self.reason(&timex.reason, mention.document, texts);
        }
        self.reason(&mention.reason, mention.document, texts);
        let published = &found.publication;
        if !published.reason.is_empty() {
            let reason = reason_words(&published.reason, texts, Audience::Reader);
            let values = [("days", set_words(&published.inferred, texts).into()), ("reason", reason.into())];
            self.add(&texts.with("why-published", values), passages(&published.reason, mention.document));
        }
    }

    fn reason(&mut self, reason: &Reason, here: DocumentIndex, texts: &Texts) {
        if !reason.is_empty() {
            self.add(&reason_words(reason, texts, Audience::Reader), passages(reason, here));
        }
    }

    /// The same sentence of two tellings is said once, with the words of both.
    fn add(&mut self, words: &str, evidence: Vec<Passage>) {
        let sentence = sentence(words);
        let known = self.grounds.iter_mut().find(|ground| ground.sentence == sentence);
        let Some(ground) = known else {
            let mut ground = Ground { sentence, evidence: Vec::new() };
            ground.rest_on(evidence);
            self.grounds.push(ground);
            return;
        };
        ground.rest_on(evidence);
    }
}

impl Ground {
    fn rest_on(&mut self, evidence: Vec<Passage>) {
        for passage in evidence.into_iter().filter(|passage| passage.span != Span::default()) {
            if !self.evidence.contains(&passage) {
                self.evidence.push(passage);
            }
        }
    }
}

fn passages(reason: &Reason, here: DocumentIndex) -> Vec<Passage> {
    let place = |document: Option<DocumentIndex>| document.unwrap_or(here);
    reason.evidence.iter().map(|words| Passage { document: place(words.document), span: words.span }).collect()
}

/// `Kunduz (district) 0.41, …`: what else the name could stand for, likeliest first.
fn other_places(toponym: &Toponym, store: &EventStore, texts: &Texts) -> String {
    let others = toponym.candidates.iter().filter(|candidate| Some(candidate.place) != toponym.place);
    let named = others.filter_map(|candidate| {
        let place = store.place_by_id(candidate.place)?;
        let kind = texts.get(&format!("place-kind-{}", place.kind.name()));
        Some(format!("{} ({kind}, {}) {:.2}", name_of(place, texts), place.country, candidate.score))
    });
    named.take(MOST_CANDIDATES).collect::<Vec<_>>().join(", ")
}

/// Reasons are kept lower case and without a full stop; here they are sentences.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    let stop = if words.ends_with(['.', '…', '!', '?']) { "" } else { "." };
    format!("{first}{}{stop}", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn a_reason_becomes_a_sentence() {
        assert_eq!(sentence("“mardi” is the day it came out"), "“mardi” is the day it came out.");
        assert_eq!(sentence("études closes."), "Études closes.");
    }
}
