//! Corrections in words: what something was and what it is to be, in the reader's language.
//!
//! The log says what was before in the words of files, in English; those are read again here.

use super::dates::set_words;
use super::event_panel::what_key;
use super::former_places::FormerPlaces;
use super::texts::Texts;
use super::trays::certainty_key;
use crate::correction::{Change, ChosenPlace, Figure, Scope};
use crate::edtf::DateSet;
use crate::event::{ClaimKind, EventKind};
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

/// What it was, as the log has it: of each telling once, a line each.
pub(super) fn before_words(change: &Change, before: &str, places: &FormerPlaces, texts: &Texts) -> String {
    let teller = Teller { places, texts };
    let each = |say: &dyn Fn(&str) -> String| before.split("; ").map(say).collect::<Vec<_>>().join("\n");
    match change {
        Change::Place { .. } | Change::Name { .. } => each(&|place| teller.place(place)),
        Change::Day { .. } => each(&|day| teller.day(day)),
        Change::Kind { .. } => each(&|kind| teller.kind(kind)),
        Change::Certainty { .. } => each(&|certainty| texts.get(&format!("certainty-{certainty}"))),
        Change::NotAnEvent { .. } => each(&|told| teller.event(told)),
        Change::Join { .. } => {
            let tellings = before.split(" | ").flat_map(|event| event.split("; "));
            tellings.map(|told| teller.event(told)).collect::<Vec<_>>().join("\n")
        }
        Change::NewEvent { .. } => texts.get("change-no-event"),
        Change::Split { .. } => {
            let count = before.split(' ').find_map(|word| word.parse::<usize>().ok());
            count.map_or_else(|| before.to_owned(), |count| texts.count("change-one-event-of", count))
        }
        Change::Figure { .. } => teller.figure(before),
    }
}

/// Reads the words of the log and tells them in those of the window.
struct Teller<'a> {
    places: &'a FormerPlaces,
    texts: &'a Texts,
}

impl Teller<'_> {
    fn place(&self, place: &str) -> String {
        place_words(Some(self.places.name(place, self.texts)).filter(|place| *place != "no place"), self.texts)
    }

    fn day(&self, day: &str) -> String {
        match DateSet::parse(day) {
            Ok(day) => set_words(&day, self.texts),
            Err(_) if day == "no day" => self.texts.get("change-no-day"),
            Err(_) => day.to_owned(),
        }
    }

    fn kind(&self, kind: &str) -> String {
        let known = EventKind::ALL.into_iter().find(|other| other.name() == kind);
        known.map_or_else(|| kind.to_owned(), |kind| kind_words(kind, self.texts))
    }

    /// `capture at Qala-i-Naw, 2021-07-07`
    fn event(&self, told: &str) -> String {
        let parts = told.split_once(" at ").and_then(|(kind, rest)| Some((kind, rest.rsplit_once(", ")?)));
        match parts {
            Some((kind, (place, day))) => [self.kind(kind), self.place(place), self.day(day)].join(" · "),
            None => told.to_owned(),
        }
    }

    /// `killed 15-20 soldiers (the governor)`; empty where there was none.
    fn figure(&self, told: &str) -> String {
        if told.is_empty() {
            return self.texts.get("change-no-figure");
        }
        let Some((what, rest)) = told.split_once(' ') else { return told.to_owned() };
        let Some(what) = ClaimKind::ALL.into_iter().find(|kind| kind.name() == what) else { return told.to_owned() };
        let (many, whose) = rest.split_once(' ').map_or((rest, None), |(many, whose)| (many, Some(whose)));
        let many = match many.strip_suffix('+') {
            Some(low) => self.texts.with("claim-at-least", [("low", low.into())]),
            None => many.replace('-', "–"),
        };
        let what = self.texts.get(what_key(what));
        [Some(what), Some(many), whose.map(ToOwned::to_owned)].into_iter().flatten().collect::<Vec<_>>().join(" ")
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::Collection;
    use crate::corpus::Corpus;
    use crate::correction::{Act, Entry, Log, Moment, Subject, before};
    use crate::event::Event;
    use crate::gazetteer::Gazetteer;
    use crate::pipeline::Engine;
    use crate::view_state::Language;

    fn read() -> Collection {
        Engine::bundled(Gazetteer::embedded().clone()).unwrap().read_all(Corpus::bundled())
    }

    /// What is told in French of a log with that one change.
    #[track_caller]
    fn check(read: &Collection, change: &Change, was: &str, is: &str) {
        let (gazetteer, texts) = (Gazetteer::embedded(), Texts::new(Language::French));
        let told = before(change, read, gazetteer);
        let act = Act::Correct(Box::new(change.clone()));
        let when = Moment::from_unix_seconds(0);
        let log = Log::of([Entry { when, who: String::new(), act, before: told.clone(), note: String::new() }]);
        let places = FormerPlaces::of(&log, read, gazetteer);
        assert_eq!(before_words(change, &told, &places, &texts), was);
        assert_eq!(after_words(change, &texts), is);
    }

    #[test]
    fn what_the_log_says_is_told_in_the_language_of_the_window() {
        let read = read();
        let (gazetteer, texts) = (Gazetteer::embedded(), Texts::new(Language::French));
        let french = |event: &Event| {
            let place = gazetteer.place(event.place?);
            Some(place_name(place.id, place.name, Language::French)).filter(|french| *french != place.name)
        };
        let told = read.events.iter().find(|event| french(event).is_some() && event.mentions.len() == 1).unwrap();
        let of = || Subject::event(&read, told);
        let kind = kind_words(told.kind, &texts);
        let day = set_words(told.when.as_ref().unwrap(), &texts);
        let place = french(told).unwrap();
        let check = |change: Change, was: &str, is: &str| check(&read, &change, was, is);
        check(Change::Place { of: of(), to: None }, place, "aucun lieu");
        let tehran = gazetteer.by_key("gn112931").map(|place| ChosenPlace::known(gazetteer, place));
        check(Change::Place { of: of(), to: tehran }, place, "Téhéran");
        check(Change::Day { of: of(), to: None }, &day, "aucun jour");
        check(Change::Kind { of: of(), to: EventKind::Protest }, &kind, "Manifestation");
        let whole = || format!("{kind} · {place} · {day}");
        check(Change::NotAnEvent { of: of() }, &whole(), "pas un événement");
        check(Change::Split { of: of(), from: of() }, "un événement raconté 2 fois", "un événement à part");
        check(Change::Join { one: of(), other: of() }, &[whole(), whole()].join("\n"), "un seul événement");
    }

    #[test]
    fn of_several_tellings_each_is_told_in_a_line() {
        let read = read();
        let several = |event: &&Event| {
            let kinds: Vec<_> = event.mentions.iter().map(|index| read.mentions[index.0 as usize].kind).collect();
            kinds.iter().any(|kind| *kind != kinds[0]) && event.place.is_some()
        };
        let told = read.events.iter().find(several).unwrap();
        let of = || Subject::event(&read, told);
        let (texts, places) = (Texts::new(Language::French), FormerPlaces::default());
        let change = Change::Join { one: of(), other: of() };
        let words = before_words(&change, &before(&change, &read, Gazetteer::embedded()), &places, &texts);
        let are_told = words.lines().all(|line| line.split(" · ").count() == 3 && !line.contains(" at "));
        assert!(words.lines().count() >= 4 && are_told, "{words}");
    }

    #[test]
    fn a_figure_of_the_log_is_told_in_the_language_of_the_window() {
        let (texts, places) = (Texts::new(Language::French), FormerPlaces::default());
        let teller = Teller { places: &places, texts: &texts };
        assert_eq!(teller.figure("killed 15-20 soldiers (the governor)"), "tués 15–20 soldiers (the governor)");
        assert_eq!(teller.figure("wounded 3+"), "blessés 3 ou plus");
        assert_eq!(teller.figure(""), "aucun chiffre");
    }
}
