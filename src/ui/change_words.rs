//! Corrections in words: what something was and what it is to be, in the reader's language.
//!
//! The log says what was before in the words of files, in English; those are read again here.

use super::dates::set_words;
use super::event_panel::what_key;
use super::texts::Texts;
use super::trays::certainty_key;
use crate::correction::{Change, ChosenPlace, Figure, Scope};
use crate::edtf::DateSet;
use crate::event::EventKind;
use crate::wording::places::place_name;

/// What it is to be: `Kaboul`, `dimanche 15 août 2021`.
pub(super) fn after_words(change: &Change, texts: &Texts) -> String {
    let named = |place: &ChosenPlace| place_name(place.key(), place.name(), texts.language()).to_owned();
    let place = |place: &Option<ChosenPlace>| place_words(place.as_ref().map(named).as_deref(), texts);
    let day =
        |day: &Option<DateSet>| day.as_ref().map_or_else(|| texts.get("change-no-day"), |day| set_words(day, texts));
    match change {
        Change::Place { to, .. } | Change::Name { to, scope: Scope::Mention, .. } => place(to),
        Change::Name { to, scope: Scope::Report, .. } => {
            texts.with("change-all-over-report", [("place", place(to).into())])
        }
        Change::Name { to, scope: Scope::Reports, .. } => {
            texts.with("change-in-all-reports", [("place", place(to).into())])
        }
        Change::Day { to, .. } => day(to),
        Change::Kind { to, .. } => kind_words(*to, texts),
        Change::Certainty { to, .. } => texts.get(certainty_key(*to)),
        Change::Figure { to, .. } => {
            to.as_ref().map_or_else(|| texts.get("change-no-figure"), |figure| figure_words(figure, texts))
        }
        Change::NotAnEvent { .. } => texts.get("change-no-event"),
        Change::NewEvent { kind, place: at, day: when, .. } => {
            [kind_words(*kind, texts), place(at), day(when)].join(" · ")
        }
        Change::Split { .. } => texts.get("change-of-its-own"),
        Change::Join { .. } => texts.get("change-one-event"),
    }
}

/// What it was, as the log has it: of each telling once.
pub(super) fn before_words(change: &Change, before: &str, texts: &Texts) -> String {
    let each =
        |between: &str, say: &dyn Fn(&str) -> String| before.split(between).map(say).collect::<Vec<_>>().join(between);
    match change {
        Change::Place { .. } | Change::Name { .. } => each("; ", &|place| told_place(place, texts)),
        Change::Day { .. } => each("; ", &|day| told_day(day, texts)),
        Change::Kind { .. } => each("; ", &|kind| told_kind(kind, texts)),
        Change::Certainty { .. } => each("; ", &|certainty| texts.get(&format!("certainty-{certainty}"))),
        Change::NotAnEvent { .. } => each("; ", &|told| told_event(told, texts)),
        Change::Join { .. } => each(" | ", &|told| told_event(told, texts)),
        Change::NewEvent { .. } => texts.get("change-no-event"),
        Change::Split { .. } => {
            let count = before.split(' ').find_map(|word| word.parse::<usize>().ok());
            count.map_or_else(|| before.to_owned(), |count| texts.count("change-one-event-of", count))
        }
        Change::Figure { .. } => before.to_owned(),
    }
}

fn place_words(name: Option<&str>, texts: &Texts) -> String {
    name.map_or_else(|| texts.get("change-no-place"), ToOwned::to_owned)
}

fn kind_words(kind: EventKind, texts: &Texts) -> String {
    texts.get(&format!("kind-{}", kind.name()))
}

/// `tués 15–20 soldats (le gouverneur)`
fn figure_words(figure: &Figure, texts: &Texts) -> String {
    let many = match figure.high {
        Some(high) if high == figure.low => high.to_string(),
        Some(high) => format!("{}–{high}", figure.low),
        None => texts.with("claim-at-least", [("low", figure.low.into())]),
    };
    let mut words = format!("{} {many}", texts.get(what_key(figure.what)));
    if let Some(whom) = &figure.whom {
        words = format!("{words} {whom}");
    }
    match &figure.claimant {
        Some(claimant) => format!("{words} ({claimant})"),
        None => words,
    }
}

fn told_place(place: &str, texts: &Texts) -> String {
    place_words(Some(place).filter(|place| *place != "no place"), texts)
}

fn told_day(day: &str, texts: &Texts) -> String {
    match DateSet::parse(day) {
        Ok(day) => set_words(&day, texts),
        Err(_) if day == "no day" => texts.get("change-no-day"),
        Err(_) => day.to_owned(),
    }
}

fn told_kind(kind: &str, texts: &Texts) -> String {
    let known = EventKind::ALL.into_iter().find(|other| other.name() == kind);
    known.map_or_else(|| kind.to_owned(), |kind| kind_words(kind, texts))
}

/// `capture at Qala-i-Naw, 2021-07-07`
fn told_event(told: &str, texts: &Texts) -> String {
    let parts = told.split_once(" at ").and_then(|(kind, rest)| Some((kind, rest.rsplit_once(", ")?)));
    match parts {
        Some((kind, (place, day))) => {
            [told_kind(kind, texts), told_place(place, texts), told_day(day, texts)].join(" · ")
        }
        None => told.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::Collection;
    use crate::corpus::Corpus;
    use crate::correction::{Subject, before};
    use crate::gazetteer::Gazetteer;
    use crate::pipeline::Engine;
    use crate::view_state::Language;

    fn read() -> Collection {
        Engine::bundled(Gazetteer::embedded().clone()).unwrap().read_all(Corpus::bundled())
    }

    /// What the log says of changes of the first event with a place and a day, in French.
    #[test]
    fn what_the_log_says_is_told_in_the_language_of_the_window() {
        let read = read();
        let told = read.events.iter().find(|event| event.place.is_some() && event.mentions.len() == 1).unwrap();
        let of = || Subject::event(&read, told);
        let texts = Texts::new(Language::French);
        let kind = kind_words(told.kind, &texts);
        let day = set_words(told.when.as_ref().unwrap(), &texts);
        let place = Gazetteer::embedded().place(told.place.unwrap()).name;
        let check = |change: Change, was: &str, is: &str| {
            let log = before(&change, &read, Gazetteer::embedded());
            assert_eq!(before_words(&change, &log, &texts), was);
            assert_eq!(after_words(&change, &texts), is);
        };
        check(Change::Place { of: of(), to: None }, place, "aucun lieu");
        let gazetteer = Gazetteer::embedded();
        let tehran = gazetteer.by_key("gn112931").map(|place| ChosenPlace::known(gazetteer, place));
        check(Change::Place { of: of(), to: tehran }, place, "Téhéran");
        check(Change::Day { of: of(), to: None }, &day, "aucun jour");
        check(Change::Kind { of: of(), to: EventKind::Protest }, &kind, "Manifestation");
        check(Change::NotAnEvent { of: of() }, &format!("{kind} · {place} · {day}"), "pas un événement");
        check(Change::Split { of: of(), from: of() }, "un événement raconté 2 fois", "un événement à part");
    }
}
