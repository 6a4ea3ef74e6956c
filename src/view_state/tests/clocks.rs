//! Two events, told by three reports.

use super::*;
use crate::collection::{Annotation, Collection};
use crate::document::{Document, Publication};
use crate::event::{Certainty, Event, Mention, MentionIndex, MentionPlace, PlaceHow, TimeRelation, WhenHow};
use crate::gazetteer::PlaceId;
use crate::reason::Reason;
use crate::span::Span;
use std::sync::Arc;

fn published(edtf: &str) -> Annotation {
    let inferred = DateSet::parse(edtf).unwrap();
    Annotation {
        language: Some("en".to_owned()),
        publication: Publication { stated: None, inferred, fits_other_years: false, reason: Reason::default() },
        toponyms: Vec::new(),
        timexes: Vec::new(),
        boilerplate: Vec::new(),
    }
}

fn told(document: u32, kind: EventKind, when: Option<&str>, certainty: Certainty) -> Mention {
    let span = Span::new(0, 4);
    Mention {
        document: DocumentIndex(document),
        quote: span,
        trigger: span,
        kind,
        certainty,
        place: Some(MentionPlace { place: PlaceId(0), how: PlaceHow::Named, near: false, span, toponym: None }),
        ends: Vec::new(),
        when: when.map(|edtf| DateSet::parse(edtf).unwrap()),
        when_how: WhenHow::Named,
        timex: None,
        relation: TimeRelation::At,
        by_night: false,
        retellings: Vec::new(),
        actors: Vec::new(),
        claims: Vec::new(),
        speaker: None,
        reason: Reason::default(),
    }
}

fn event(kind: EventKind, when: Option<&str>, mentions: &[u32]) -> Event {
    Event {
        id: format!("{kind:?}"),
        kind,
        place: Some(PlaceId(0)),
        when: when.map(|edtf| DateSet::parse(edtf).unwrap()),
        mentions: mentions.iter().copied().map(MentionIndex).collect(),
        reason: Reason::default(),
        when_reason: Reason::default(),
    }
}

/// A capture of June told in June and August, a clash of July told in one of two Mondays, an arrest of no known day.
fn reported() -> EventStore {
    use EventKind::{Arrest, Capture, Clash};
    let collection = Collection {
        documents: ["a", "b", "c"].map(|id| Document::new(id, "Told.")).into(),
        annotations: ["2021-06-23", "2021-08-05", "[2021-07-12,2021-07-19]"]
            .map(|day| Arc::new(published(day)))
            .to_vec(),
        mentions: vec![
            Arc::new(told(0, Capture, Some("2021-06-20"), Certainty::Claimed)),
            Arc::new(told(1, Capture, Some("2021-06"), Certainty::Reported)),
            Arc::new(told(1, Arrest, None, Certainty::Claimed)),
            Arc::new(told(2, Clash, Some("2021-07-07"), Certainty::Reported)),
        ],
        events: vec![
            event(Capture, Some("2021-06-20"), &[0, 1]),
            event(Clash, Some("2021-07-07"), &[3]),
            event(Arrest, None, &[2]),
        ],
        ..Collection::default()
    };
    EventStore::new(collection, |_| Some(StoredPlace::town("Kunduz", 36.73, 68.86)))
}

#[track_caller]
fn check(clock: Clock, window: &str, expected: &[EventKind]) {
    let store = reported();
    let mut view = view(&store, window);
    view.apply(Command::SetClock(clock), &store);
    assert_eq!(shown(&view, &store), expected, "{clock:?} {window}");
}

#[test]
fn an_event_is_shown_when_it_was_or_when_it_was_told() {
    check(Clock::Happened, "2021-06", &[EventKind::Capture]);
    check(Clock::Happened, "2021-08", &[]);
    check(Clock::Reported, "2021-06", &[EventKind::Capture]);
    check(Clock::Reported, "2021-07", &[EventKind::Clash]);
    check(Clock::Reported, "2021-07-13/2021-07-18", &[]);
}

#[test]
fn an_event_of_no_known_day_is_shown_when_it_was_told() {
    check(Clock::Reported, "2021-08", &[EventKind::Capture, EventKind::Arrest]);
}

#[test]
fn the_window_stays_and_the_axis_follows_the_clock() {
    let store = reported();
    let mut view = view(&store, "2021-06");
    view.apply(Command::ZoomAxis(2.0, days("2021-06-20").start), &store);
    view.apply(Command::SetClock(Clock::Reported), &store);
    assert_eq!((view.window, view.axis.visible), (days("2021-06"), None));
    view.apply(Command::GoLast, &store);
    assert_eq!(view.window, days("2021-08"));
    view.apply(Command::SetClock(Clock::Happened), &store);
    view.apply(Command::GoLast, &store);
    assert_eq!(view.window, days("2021-07"));
}

#[test]
fn bars_follow_the_clock_and_one_of_two_days_is_faded_in_both() {
    let store = reported();
    let count = |clock, month: &str| {
        let stretch = axis::Stretch { days: days(month), detail: axis::Detail::Days };
        let axis = axis::Axis::new(&[stretch], None, 31.0 * 12.0);
        let bars = histogram::Histogram::new(&store, clock, &Filter::default(), &axis).bars;
        let sum = |counts: fn(&histogram::Bar) -> [u32; 6]| bars.iter().flat_map(counts).sum::<u32>();
        (sum(|bar| bar.certain), sum(|bar| bar.possible))
    };
    assert_eq!(count(Clock::Happened, "2021-07"), (1, 0));
    assert_eq!(count(Clock::Reported, "2021-07"), (0, 2));
    assert_eq!(count(Clock::Reported, "2021-08"), (2, 0));
}

#[test]
fn stepping_by_event_goes_in_the_order_of_the_clock() {
    let store = reported();
    let mut view = view(&store, "2021-01");
    view.apply(Command::SetClock(Clock::Reported), &store);
    view.apply(Command::Deselect, &store);
    let mut kinds = Vec::new();
    for _ in 0..4 {
        view.apply(Command::StepEvent(Direction::Forward), &store);
        kinds.push(store.kind(view.selected.unwrap()));
    }
    kinds.dedup();
    assert_eq!(kinds, [EventKind::Capture, EventKind::Clash, EventKind::Arrest]);
}

#[test]
fn an_event_is_as_sure_as_its_surest_report_and_is_filtered_by_that() {
    let store = reported();
    let mut view = view(&store, "2021");
    let count = |view: &ViewState| counts::Counts::new(view, &store).certainties;
    assert_eq!(count(&view), [(Certainty::Reported, 2)].into());
    view.apply(Command::SetClock(Clock::Reported), &store);
    assert_eq!(count(&view), [(Certainty::Reported, 2), (Certainty::Claimed, 1)].into());
    view.apply(Command::ToggleCertainty(Certainty::Claimed), &store);
    assert_eq!(shown(&view, &store), [EventKind::Arrest]);
    assert_eq!(count(&view).len(), 2, "a facet's counts leave its own filter out");
    assert_eq!(counts::Counts::new(&view, &store).kinds, [(EventKind::Arrest, 1)].into(), "the others follow it");
}

#[test]
fn a_choice_is_the_same_until_days_clock_or_filter_change() {
    let store = reported();
    let mut view = view(&store, "2021-06");
    let before = view.choice();
    view.apply(Command::SetSpeed(4.0), &store);
    view.apply(Command::ToggleDialog(Dialog::Keys), &store);
    assert!(view.is_choice(&before));
    for command in [
        Command::Step(Direction::Forward),
        Command::SetClock(Clock::Reported),
        Command::ToggleCertainty(Certainty::Claimed),
    ] {
        let mut other = view.clone();
        other.apply(command, &store);
        assert!(!other.is_choice(&before));
    }
}
