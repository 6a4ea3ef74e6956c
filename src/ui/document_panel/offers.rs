//! [`Offers`]: places and days that an event told by some words of a report may have, the likeliest first.

use crate::collection::Annotation;
use crate::day::Day;
use crate::edtf::DateSet;
use crate::gazetteer::PlaceId;
use crate::span::Span;

/// Places and days that are offered at most.
const MOST_OFFERED: usize = 3;

/// What the words name, and what is named around them.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Offers {
    /// The place that the words name.
    pub(super) place: Option<PlaceId>,
    /// The day that the words name.
    pub(super) day: Option<DateSet>,
    /// The places named next to the words, the nearest first.
    pub(super) places: Vec<PlaceId>,
    /// The days told of next to the words, and that of the report.
    pub(super) days: Vec<DateSet>,
}

impl Offers {
    /// Of the words at `span` in a report that was read.
    pub(super) fn of(found: &Annotation, span: Span) -> Self {
        let names = found.toponyms.iter().filter_map(|name| Some((name.span, name.place?)));
        let times = found.timexes.iter().filter_map(|timex| Some((timex.span, timex.when.clone()?)));
        let (place, places) = named(names, span);
        let (day, mut days) = named(times.filter(|(_, days)| is_known(days)), span);
        let published = &found.publication.inferred;
        if is_known(published) && !days.contains(published) && day.as_ref() != Some(published) {
            days.truncate(MOST_OFFERED - 1);
            days.push(published.clone());
        }
        Self { place, day, places, days }
    }
}

/// Whether it tells more than that it was some day.
fn is_known(days: &DateSet) -> bool {
    days.first() > Day::MIN && days.last() < Day::MAX
}

/// What the words name first, and what else is named next to them, each once.
fn named<T: PartialEq>(names: impl Iterator<Item = (Span, T)>, words: Span) -> (Option<T>, Vec<T>) {
    let mut names: Vec<(usize, T)> = names.map(|(span, named)| (distance(span, words), named)).collect();
    names.sort_by_key(|&(distance, _)| distance);
    let (mut inside, mut around) = (None, Vec::new());
    for (distance, named) in names {
        if distance == 0 && inside.is_none() {
            inside = Some(named);
        } else if inside.as_ref() != Some(&named) && !around.contains(&named) {
            around.push(named);
        }
    }
    around.truncate(MOST_OFFERED);
    (inside, around)
}

/// Bytes between a name and the words: none where it is among them.
fn distance(name: Span, words: Span) -> usize {
    if name.overlaps(words) {
        0
    } else {
        name.start().saturating_sub(words.end()) + words.start().saturating_sub(name.end()) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::gazetteer::Gazetteer;
    use crate::pipeline::Engine;

    /// The names of places and the days offered for `words` of a report.
    fn offered(text: &str, words: &str) -> (Option<&'static str>, Option<String>, Vec<&'static str>, Vec<String>) {
        let gazetteer = Gazetteer::embedded();
        let engine = Engine::bundled(gazetteer.clone()).unwrap();
        let corpus = crate::corpus::Corpus { documents: vec![Document::new("a", text)], problems: Vec::new() };
        let read = engine.read_all(corpus);
        let start = text.find(words).unwrap();
        let offers = Offers::of(&read.annotations[0], Span::new(start, start + words.len()));
        let name = |place: PlaceId| gazetteer.place(place).name;
        let days = offers.days.iter().map(ToString::to_string).collect();
        (
            offers.place.map(name),
            offers.day.map(|day| day.to_string()),
            offers.places.into_iter().map(name).collect(),
            days,
        )
    }

    const TEXT: &str = "Kabul, 9 July 2021. Shops were closed in Herat on 5 July 2021. People wept. In Kandahar, markets opened on 7 July 2021.";

    #[test]
    fn words_that_name_a_place_and_a_day_have_these() {
        let (place, day, ..) = offered(TEXT, "Shops were closed in Herat on 5 July 2021");
        assert_eq!((place, day.as_deref()), (Some("Herat"), Some("2021-07-05")));
    }

    #[test]
    fn words_that_name_neither_are_offered_what_is_named_next_to_them() {
        let (place, day, places, days) = offered(TEXT, "People wept");
        assert_eq!((place, day), (None, None));
        assert_eq!(places, ["Kandahar", "Herat", "Kabul"]);
        assert_eq!(days, ["2021-07-05", "2021-07-07", "2021-07-09"]);
    }

    #[test]
    fn what_is_named_twice_is_offered_once() {
        let (.., places, _) =
            offered("Herat. People wept in the streets. Then Herat was calm, and so was Kabul.", "People wept");
        assert_eq!(places, ["Herat", "Kabul"]);
    }
}
