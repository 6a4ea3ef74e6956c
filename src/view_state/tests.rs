//! The view over a store made by hand.

use super::*;
use crate::edtf::DateSet;
use crate::event::{EventKind, Family};
use crate::store::{EventRow, PlaceRow, StoredPlace};

fn days(edtf: &str) -> DayRange {
    DateSet::parse(edtf).unwrap().ranges()[0]
}

fn row(kind: EventKind, edtf: &str) -> EventRow {
    EventRow { kind, place: Some(PlaceRow(0)), when: DateSet::parse(edtf).ok() }
}

/// Two events in June, three in July, one dated to the month of July, one to 2018.
fn store() -> EventStore {
    let mut rows = vec![
        row(EventKind::Clash, "2021-06-20"),
        row(EventKind::Clash, "2021-06-22"),
        row(EventKind::Capture, "2021-07-07"),
        row(EventKind::Talks, "2021-07-07"),
        row(EventKind::Bombing, "2021-07-31"),
        row(EventKind::Withdrawal, "2021-07"),
        row(EventKind::Bombing, "2018"),
    ];
    rows.push(EventRow { kind: EventKind::Arrest, place: Some(PlaceRow(1)), when: None });
    rows.push(EventRow { kind: EventKind::Arrest, place: None, when: DateSet::parse("2021-07-01").ok() });
    EventStore::from_rows(
        rows,
        vec![StoredPlace::town("Kunduz", 36.73, 68.86), StoredPlace::town("Farah", 32.37, 62.11)],
    )
}

fn view(store: &EventStore, window: &str) -> ViewState {
    let mut view = ViewState::new(store);
    view.apply(Command::SetWindow(days(window)), store);
    view
}

fn shown(view: &ViewState, store: &EventStore) -> Vec<EventKind> {
    view.shown(store).map(|event| store.kind(event)).collect()
}

#[test]
fn the_first_look_is_on_the_month_with_most_events_with_one_selected() {
    let store = store();
    let view = ViewState::new(&store);
    assert_eq!(view.window, days("2021-07"));
    assert!(view.selected.is_some());
}

#[test]
fn a_store_without_events_is_looked_at_without_panic() {
    let store = EventStore::default();
    let mut view = ViewState::new(&store);
    assert_eq!(view.selected, None);
    for command in [
        Command::Step(Direction::Forward),
        Command::StepEvent(Direction::Back),
        Command::GoFirst,
        Command::TogglePlay,
        Command::Tick(5.0),
        Command::GoToSelected,
        Command::ZoomAxis(2.0, Day::from_number(0)),
        Command::Escape,
    ] {
        view.apply(command, &store);
    }
}

#[test]
fn an_event_on_the_31st_is_in_its_month_and_in_no_other() {
    let store = store();
    assert!(shown(&view(&store, "2021-07"), &store).contains(&EventKind::Bombing));
    assert!(!shown(&view(&store, "2021-08"), &store).contains(&EventKind::Bombing));
    assert!(!shown(&view(&store, "2021-06"), &store).contains(&EventKind::Bombing));
}

#[test]
fn a_year_is_shown_in_each_of_its_months_with_its_share() {
    let store = store();
    let view = view(&store, "2018-01");
    assert_eq!(shown(&view, &store), [EventKind::Bombing]);
    let event = view.shown(&store).next().unwrap();
    assert!((store.on(Clock::Happened).share(event, view.window) - 31.0 / 365.0).abs() < 1e-6);
}

#[test]
fn one_of_several_days_is_not_shown_between_them() {
    let store = EventStore::from_rows(
        vec![row(EventKind::Clash, "[2019-01-01,2019-01-29]")],
        vec![StoredPlace::town("A", 1.0, 1.0)],
    );
    assert_eq!(view(&store, "2019-01-10").shown(&store).count(), 0);
    assert_eq!(view(&store, "2019-01-29").shown(&store).count(), 1);
}

#[test]
fn what_has_no_place_or_no_day_is_in_a_tray_and_not_on_the_map() {
    let store = store();
    assert_eq!(store.not_placed().count(), 1);
    assert_eq!(store.not_dated().count(), 1);
    let mut all = view(&store, "2021-12");
    all.apply(Command::SetMode(WindowMode::Cumulative), &store);
    assert_eq!(all.shown(&store).count(), 7);
}

#[test]
fn cumulative_shows_all_until_the_end_of_the_window() {
    let store = store();
    let mut view = view(&store, "2021-06");
    view.apply(Command::SetMode(WindowMode::Cumulative), &store);
    assert_eq!(view.shown(&store).count(), 3);
}

#[test]
fn a_change_of_step_keeps_the_position() {
    let store = store();
    let mut view = view(&store, "2021-06");
    view.apply(Command::Deselect, &store);
    for (step, expected) in [(Step::Year, "2021"), (Step::Month, "2021-06"), (Step::Day, "2021-06-01")] {
        view.apply(Command::SetStep(step), &store);
        assert_eq!(view.window, days(expected));
    }
}

#[test]
fn a_shorter_step_goes_to_the_selected_event() {
    let store = store();
    let mut view = view(&store, "2021-07");
    let bombing = view.shown(&store).find(|&event| store.days(event) == days("2021-07-31")).unwrap();
    view.apply(Command::SelectEvent(bombing), &store);
    view.apply(Command::SetStep(Step::Day), &store);
    assert_eq!(view.window, days("2021-07-31"));
}

#[test]
fn stepping_by_event_moves_the_window_only_where_needed() {
    let store = store();
    let mut view = view(&store, "2021-06");
    view.apply(Command::Deselect, &store);
    let mut seen = Vec::new();
    for _ in 0..8 {
        view.apply(Command::StepEvent(Direction::Forward), &store);
        assert!(view.is_shown(&store, view.selected.unwrap()));
        seen.push(view.window);
    }
    seen.dedup();
    assert_eq!(seen, [days("2021-06"), days("2021-07")], "the first is the first in the window");
    view.apply(Command::StepEvent(Direction::Back), &store);
    assert_eq!(store.days(view.selected.unwrap()), days("2021-07-07"));
}

#[test]
fn playing_moves_by_the_calendar_and_ends_on_the_last_day() {
    let store = store();
    let mut view = view(&store, "2021-05");
    view.apply(Command::TogglePlay, &store);
    let mut windows = Vec::new();
    for _ in 0..60 {
        view.apply(Command::Tick(0.25), &store);
        windows.push(view.window);
    }
    windows.dedup();
    assert_eq!(windows, [days("2021-05"), days("2021-06"), days("2021-07")]);
    assert!(!view.playback.is_playing);
}

#[test]
fn playing_again_at_the_end_starts_over_and_a_loop_goes_on() {
    let store = store();
    let mut view = view(&store, "2021-07");
    view.apply(Command::ToggleLoop, &store);
    view.apply(Command::TogglePlay, &store);
    assert_eq!(view.window, days("2018-01"));
    view.apply(Command::SetWindow(days("2021-07")), &store);
    view.apply(Command::Tick(1.0), &store);
    assert_eq!(view.window, days("2018-01"));
    assert!(view.playback.is_playing);
}

#[test]
fn playing_passes_over_what_the_axis_cuts_and_shows_it_where_the_axis_is_whole() {
    let store = store();
    let mut view = view(&store, "2018-11");
    view.apply(Command::TogglePlay, &store);
    let tick = |view: &mut ViewState| {
        view.apply(Command::Tick(1.0), &store);
        view.window
    };
    assert_eq!([tick(&mut view), tick(&mut view)], [days("2018-12"), days("2021-06")]);
    view.apply(Command::SetWindow(days("2018-12")), &store);
    view.apply(Command::ToggleBreaks, &store);
    assert_eq!(tick(&mut view), days("2019-01"));
}

#[test]
fn a_paused_view_does_not_move() {
    let store = store();
    let mut view = view(&store, "2021-06");
    view.apply(Command::Tick(100.0), &store);
    assert_eq!(view.window, days("2021-06"));
}

#[test]
fn ends_set_past_each_other_leave_a_window_of_a_day() {
    let store = store();
    let mut view = view(&store, "2021-06");
    view.apply(Command::SetFirstDay(days("2021-08-15").start), &store);
    assert_eq!(view.window, days("2021-08-15"));
    view.apply(Command::SetLastDay(days("2021-07-01").start), &store);
    assert_eq!(view.window, days("2021-07-01"));
}

#[test]
fn a_window_without_a_day_is_none() {
    let store = store();
    let mut view = view(&store, "2021-06");
    let day = days("2021-06-05").start;
    view.apply(Command::SetWindow(DayRange { start: day, end: day }), &store);
    view.apply(Command::SetWindow(DayRange { start: day.plus(3), end: day }), &store);
    view.apply(Command::SetFirstDay(Day::MAX), &store);
    assert_eq!(view.window, days("2021-06"));
}

#[test]
fn a_window_far_outside_all_events_is_empty_and_leads_back() {
    let store = store();
    for far in ["-0500", "1742-05", "9998"] {
        let mut view = view(&store, far);
        assert_eq!(view.shown(&store).count(), 0);
        view.apply(Command::Step(Direction::Forward), &store);
        view.apply(Command::TogglePlay, &store);
        view.apply(Command::Tick(2.0), &store);
        let way = if far == "9998" { Direction::Back } else { Direction::Forward };
        view.apply(Command::GoToEvent(way), &store);
        assert!(view.shown(&store).count() > 0, "{far}");
    }
}

#[test]
fn families_are_hidden_and_shown_again() {
    let store = store();
    let mut view = view(&store, "2021-07");
    view.apply(Command::ToggleFamily(Family::RemoteViolence), &store);
    assert!(!shown(&view, &store).contains(&EventKind::Bombing));
    view.apply(Command::OnlyFamily(Family::Diplomacy), &store);
    assert_eq!(shown(&view, &store), [EventKind::Talks]);
    view.apply(Command::ClearFilter, &store);
    assert_eq!(view.shown(&store).count(), 4);
}

#[test]
fn the_selection_outlives_a_step_and_is_found_again() {
    let store = store();
    let mut view = ViewState::new(&store);
    let selected = view.selected;
    view.apply(Command::Step(Direction::Forward), &store);
    assert_eq!(view.selected, selected);
    assert!(!view.is_shown(&store, selected.unwrap()));
    view.apply(Command::GoToSelected, &store);
    assert!(view.is_shown(&store, selected.unwrap()));
}

#[test]
fn a_month_is_faded_over_its_weeks_and_a_day_is_not() {
    let store = store();
    let axis = axis::Axis::new(&[axis::Stretch { days: days("2021-07"), detail: axis::Detail::Days }], None, 140.0);
    let histogram = histogram::Histogram::new(&store, Clock::Happened, &Filter::default(), &axis);
    assert_eq!(histogram.bars.len(), 5);
    let moves = Family::Moves.index();
    assert!(histogram.bars.iter().all(|bar| bar.possible[moves] == 1 && bar.certain[moves] == 0));
    assert_eq!(histogram.bars.iter().map(|bar| bar.certain.iter().sum::<u32>()).sum::<u32>(), 3);
}

mod clocks {
    //! Two events, told by three reports.

    use super::*;
    use crate::collection::{Annotation, Collection};
    use crate::document::{Document, Publication};
    use crate::event::{Certainty, Event, Mention, MentionIndex, MentionPlace, PlaceHow, TimeRelation, WhenHow};
    use crate::gazetteer::PlaceId;
    use crate::reason::Reason;
    use crate::span::Span;

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
            documents: ["a", "b", "c"].map(|id| Document::new(id, "Told.")).to_vec(),
            annotations: ["2021-06-23", "2021-08-05", "[2021-07-12,2021-07-19]"].map(published).to_vec(),
            mentions: vec![
                told(0, Capture, Some("2021-06-20"), Certainty::Claimed),
                told(1, Capture, Some("2021-06"), Certainty::Reported),
                told(1, Arrest, None, Certainty::Claimed),
                told(2, Clash, Some("2021-07-07"), Certainty::Reported),
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
}
