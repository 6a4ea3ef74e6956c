//! Quotes are the report's own words.

use crate::window::Window;
use dateline::event::Mention;
use dateline::reason::{Evidence, Reason};
use dateline::store::{EventIndex, EventStore};
use dateline::ui::Reports;
use dateline::view_state::Language;
use dateline::wording::Texts;
use dateline::wording::reasons::{Audience, reason_words};
use egui::Key;
use egui::accesskit::Role;
use std::collections::BTreeSet;

#[test]
fn every_quote_shown_is_the_sentence_of_its_report_byte_for_byte() {
    let mut window = Window::open();
    window.press(Key::Home);
    let mut read = 0;
    for _ in 0..40 {
        let before = window.view().selected;
        window.press_with(egui::Modifiers::SHIFT, Key::ArrowRight);
        let Some(event) = window.view().selected.filter(|_| window.view().selected != before) else { break };
        let quotes: Vec<String> = window
            .store()
            .mentions_of(event)
            .map(|(_, mention)| mention.quote.of(&window.store().document(mention.document).unwrap().text).to_owned())
            .collect();
        for quote in quotes {
            assert!(!quote.is_empty());
            assert!(window.says(&quote), "not shown: {quote}");
            read += 1;
        }
    }
    assert!(read >= 8, "only {read} quotes were read");
}

#[test]
fn figures_stand_with_those_who_give_them_and_lead_to_their_words() {
    let mut window = Window::open();
    let store = window.store();
    let told = store.events().find_map(|event| {
        let (_, mention) = store.mentions_of(event).find(|(_, mention)| !mention.claims.is_empty())?;
        Some((event, mention.document, mention.claims.first()?.clone()))
    });
    let (event, document, claim) = told.expect("the bundled reports tell figures");
    while window.view().selected != Some(event) {
        let before = window.view().selected;
        window.press_with(egui::Modifiers::SHIFT, if before > Some(event) { Key::ArrowLeft } else { Key::ArrowRight });
        assert_ne!(window.view().selected, before, "the event can't be reached by keys");
    }
    assert!(window.says("Figures"));
    window.click(Role::Link, &claim.low.to_string());
    let passage = window.view().report.unwrap().passage.unwrap();
    assert_eq!(passage.document, document);
}

#[test]
fn an_event_out_of_the_window_stays_selected_and_can_be_gone_to() {
    let mut window = Window::open();
    let selected = window.view().selected;
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    assert_eq!(window.view().selected, selected);
    window.click(Role::Link, "go there");
    assert!(window.view().is_shown(window.store(), selected.unwrap()));
}

fn told_at(store: &EventStore, event: EventIndex, place: &str, day: &str) -> bool {
    let when = store.event(event).and_then(|event| event.when.as_ref()).map(ToString::to_string);
    store.place_of(event).is_some_and(|at| at.name == place) && when.as_deref() == Some(day)
}

#[test]
fn the_day_stands_in_the_solar_hijri_calendar_too_in_the_names_of_afghanistan() {
    let mut window = Window::open();
    window.select_event(|store, event| told_at(store, event, "Qala-i-Naw", "2021-07-07"));
    assert!(window.says("Wednesday 7 July 2021"));
    assert!(window.says("16 Saratan 1400"));
}

#[test]
fn the_day_of_an_event_elsewhere_is_in_no_calendar_of_a_country_that_its_report_speaks_of() {
    let folder = tempfile::tempdir().unwrap();
    let report = "On 11 November 2022 Ukrainian troops captured Kherson. The Taliban have ruled in Kabul since 2021.\n";
    std::fs::write(folder.path().join("a.txt"), report).unwrap();
    let mut window = Window::open_reading(Reports::Paths(vec![folder.path().to_path_buf()]));
    let is_kherson = |store: &EventStore, event| store.place_of(event).is_some_and(|place| place.name == "Kherson");
    window.wait_for("the event", |window| window.store().events().any(|event| is_kherson(window.store(), event)));
    window.select_event(is_kherson);
    assert!(window.says("Friday 11 November 2022"));
    assert!(!window.says("20 Aqrab 1401"));
}

#[test]
fn places_are_called_as_readers_of_the_window_call_them() {
    let mut window = Window::open_on(crate::window::bundled(), Language::French);
    window.press(Key::L);
    assert!(window.says("Pourparlers, Téhéran") && !window.says("Pourparlers, Tehran"));
    window.click(Role::Button, "en");
    assert!(window.says("Talks, Tehran") && !window.says("Talks, Téhéran"));
}

#[test]
fn why_this_day_leads_to_the_words_of_another_report() {
    let mut window = Window::open();
    let event = window.select_event(|store, event| {
        let own = |mention: &Mention, evidence: &Evidence| {
            evidence.document.is_some_and(|document| document != mention.document)
        };
        store.mentions_of(event).any(|(_, mention)| mention.reason.evidence.iter().any(|words| own(mention, words)))
    });
    let store = window.store();
    let (own, other) = store
        .mentions_of(event)
        .find_map(|(_, mention)| {
            let other = mention.reason.evidence.iter().find(|words| words.document.is_some())?;
            Some((mention.document, *other))
        })
        .unwrap();
    let document = other.document.unwrap();
    let report = store.document(document).unwrap();
    let words = other.span.of(&report.text).to_owned();
    let name = report.id.rsplit('/').next().unwrap().trim_end_matches(".txt").to_owned();
    assert_ne!(own, document);
    window.click(Role::Button, "Why this day?");
    assert!(window.says(&words));
    window.click(Role::Link, &format!("“{words}” in {name}"));
    let passage = window.view().report.unwrap().passage.unwrap();
    assert_eq!((passage.document, passage.span), (document, other.span));
}

#[test]
fn why_here_names_the_words_of_the_place_and_why_one_event_those_of_each_report() {
    let mut window = Window::open();
    let event = window.select_event(|store, event| store.report_count(event) > 1);
    window.click(Role::Button, "Why here?");
    let store = window.store();
    let (_, mention) = store.mentions_of(event).find(|(_, mention)| mention.place.is_some()).unwrap();
    let text = &store.document(mention.document).unwrap().text;
    let words = mention.place.as_ref().unwrap().span.of(text).to_owned();
    assert!(window.names(Role::Link).iter().any(|name| name.contains(&format!("“{words}”"))));
    window.click(Role::Button, "Why one event?");
    let reports = window.store().facets().reports_of(event).to_vec();
    for report in reports {
        let id = window.store().document(report).unwrap().id.clone();
        let end = format!(" in {}", id.rsplit('/').next().unwrap().trim_end_matches(".txt"));
        assert!(window.names(Role::Link).iter().any(|name| name.ends_with(&end)), "no link to {id}");
    }
}

#[test]
fn figures_that_cannot_all_be_right_are_said_to_be_so() {
    let mut window = Window::open();
    let event = window.select_event(|store, event| rivals_of(store, event).is_some());
    let (low, high) = rivals_of(window.store(), event).unwrap();
    assert!(window.says("≠ "));
    assert!(window.says("figures that cannot all be right"));
    let numbers = window.names(Role::Link);
    for number in [low, high] {
        assert!(numbers.iter().any(|name| name.starts_with(&number.to_string())), "{number} is not in {numbers:?}");
    }
}

/// The lower numbers of two figures of one sort of loss that leave no number to both.
fn rivals_of(store: &EventStore, event: EventIndex) -> Option<(u32, u32)> {
    let claims: Vec<_> = store.mentions_of(event).flat_map(|(_, mention)| &mention.claims).collect();
    claims.iter().find_map(|one| {
        let ends = one.high?;
        let other = claims.iter().find(|other| {
            other.what == one.what && (one.whom.is_none() || one.whom == other.whom) && ends < other.low
        })?;
        Some((one.low, other.low))
    })
}

#[test]
fn a_citation_is_the_quote_with_report_day_and_bytes() {
    let mut window = Window::open();
    let event = window.select_event(|store, event| told_at(store, event, "Qala-i-Naw", "2021-07-07"));
    let store = window.store();
    let (_, mention) = store.mentions_of(event).next().unwrap();
    let report = store.document(mention.document).unwrap();
    let published = store.annotation(mention.document).unwrap().publication.inferred.to_string();
    let (start, end) = (mention.quote.start(), mention.quote.end());
    let (quote, id) = (mention.quote.of(&report.text).to_owned(), report.id.clone());
    let copied = window.copied_by(Role::Link, "Copy citation");
    assert!(copied.contains(&quote), "{copied}");
    assert!(copied.contains(&id) && copied.contains(&published), "{copied}");
    assert!(copied.ends_with(&format!("bytes {start}–{end})")), "{copied}");
}

#[test]
fn from_a_click_on_a_marker_to_the_lit_sentence_it_takes_three_frames_a_click() {
    let mut window = Window::open();
    window.press(Key::Escape);
    while window.view().selected.is_some() {
        window.press(Key::Escape);
    }
    // A frame of the whole window costs under a millisecond of work (benches/map.rs): this is far below 100 ms.
    let frames = window.frames_until(Role::Button, "Herat: ", |window| window.says("Open in report"));
    assert!(frames <= 3, "{frames} frames to the quote");
    let frames = window.frames_until(Role::Link, "Open in report", |window| {
        window.view().report.is_some_and(|report| report.passage.is_some()) && window.says("Next event in the report")
    });
    assert!(frames <= 3, "{frames} frames to the report");
}

#[test]
fn in_french_every_reason_is_french() {
    let mut window = Window::open_on(crate::window::bundled(), Language::French);
    let (french, english) = (Texts::new(Language::French), Texts::new(Language::English));
    let (mut told, mut asked) = (0, BTreeSet::new());
    window.press(Key::Home);
    for _ in 0..12 {
        let Some(event) = window.view().selected else { break };
        let folded = window.names(Role::Button);
        for question in ["Pourquoi ici\u{a0}?", "Pourquoi ce jour\u{a0}?", "Pourquoi un seul événement\u{a0}?"] {
            if folded.iter().any(|name| name == question) && asked.insert((event, question)) {
                window.click(Role::Button, question);
            }
        }
        for reason in reasons_of(window.store(), event) {
            for phrase in reason.phrases.as_slice() {
                let words = |texts| reason_words(&Reason::new(phrase.clone()), texts, Audience::Reader);
                let body = |words: String| words.chars().skip(1).collect::<String>();
                told += usize::from(window.says(&body(words(&french))));
                assert!(!window.says(&body(words(&english))), "{}", words(&english));
            }
        }
        window.press_with(egui::Modifiers::SHIFT, Key::ArrowRight);
    }
    assert!(told >= 20 && asked.len() >= 12, "only {told} phrases in {asked:?}");
}

/// What a reader may be told of an event's place, day and oneness.
fn reasons_of(store: &EventStore, event: EventIndex) -> Vec<Reason> {
    let found = store.event(event).unwrap();
    let mut reasons = vec![found.reason.clone(), found.when_reason.clone()];
    for (_, mention) in store.mentions_of(event) {
        let annotation = store.annotation(mention.document).unwrap();
        let toponym = mention.place.as_ref().and_then(|place| annotation.toponyms.get(place.toponym? as usize));
        let timex = mention.timex.and_then(|index| annotation.timexes.get(index as usize));
        reasons.extend([mention.reason.clone(), annotation.publication.reason.clone()]);
        reasons.extend(toponym.map(|toponym| toponym.reason.clone()));
        reasons.extend(timex.map(|timex| timex.reason.clone()));
    }
    reasons
}
