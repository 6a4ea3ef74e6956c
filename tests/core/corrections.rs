//! Corrections: what a user says holds, is undone without a trace, and outlives changed reports.

use dateline::collection::{Aspect, Collection};
use dateline::corpus::Corpus;
use dateline::correction::{Act, Anchor, Change, ChosenPlace, Corrected, Entry, Figure, Log, Moment, Scope, Subject};
use dateline::correction::{MentionAnchor, apply, before};
use dateline::document::Document;
use dateline::edtf::DateSet;
use dateline::event::{Certainty, ClaimKind, Event, EventKind, MentionIndex};
use dateline::export::problem_line;
use dateline::gazetteer::{Gazetteer, PlaceKind, Point};
use dateline::pipeline::Engine;
use dateline::reason::DocumentIndex;
use dateline::span::Span;
use proptest::prelude::*;
use std::sync::LazyLock;

const FIRST: &str = "Les rebelles ont attaqué la ville de Kunduz le 7 juillet 2021. Au moins 12 soldats ont été tués dans \
    l'assaut, selon le gouverneur.\nUne bombe a explosé à Ghazni le 8 juillet 2021. Les habitants de Kunduz attendent la fin de l'été.";
const SECOND: &str = "Fighters attacked the city of Kunduz on 7 July 2021. The attack killed 15 soldiers, a security source said. \
    A bomb exploded in Herat on 9 July 2021.";

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::bundled(Gazetteer::embedded().clone()).unwrap());

fn read(reports: &[(&str, &str)]) -> Collection {
    let documents = reports.iter().map(|(id, text)| Document::new(*id, *text)).collect();
    ENGINE.read_all(Corpus { documents, problems: Vec::new() })
}

fn both() -> Collection {
    read(&[("fr.txt", FIRST), ("en.txt", SECOND)])
}

fn entry(act: Act) -> Entry {
    Entry { when: Moment::from_unix_seconds(0), who: "Ada".into(), act, before: String::new(), note: String::new() }
}

fn log(changes: &[Change]) -> Log {
    Log::of(changes.iter().cloned().map(Box::new).map(Act::Correct).map(entry))
}

fn corrected(read: &Collection, changes: &[Change]) -> Corrected {
    apply(read, ENGINE.gazetteer(), &log(changes))
}

/// Events as `kind place day count`, the unplaced and undated among them.
fn told(corrected: &Corrected) -> Vec<String> {
    let name = |event: &Event| event.place.map_or("-", |place| corrected.gazetteer.place(place).name).to_owned();
    let day = |event: &Event| event.when.as_ref().map_or("-".to_owned(), ToString::to_string);
    let line = |event: &Event| format!("{} {} {} {}", event.kind.name(), name(event), day(event), event.mentions.len());
    corrected.collection.events.iter().map(line).collect()
}

fn event<'a>(collection: &'a Collection, kind: EventKind, place: &str) -> &'a Event {
    let is_there = |event: &Event| event.place.is_some_and(|id| ENGINE.gazetteer().place(id).name == place);
    collection.events.iter().find(|event| event.kind == kind && is_there(event)).unwrap()
}

fn subject(collection: &Collection, kind: EventKind, place: &str) -> Subject {
    Subject::event(collection, event(collection, kind, place))
}

fn place(name: &str) -> ChosenPlace {
    ChosenPlace::known(ENGINE.gazetteer(), ENGINE.gazetteer().lookup(name, 1)[0].place)
}

fn anchor(collection: &Collection, document: u32, words: &str) -> Anchor {
    let document = &collection.documents[document as usize];
    let start = document.text.find(words).unwrap();
    Anchor::of(document, Span::new(start, start + words.len()))
}

const PLAIN: [&str; 3] = ["clash Kunduz 2021-07-07 2", "bombing Ghazni 2021-07-08 1", "bombing Herat 2021-07-09 1"];

#[track_caller]
fn check(change: impl Fn(&Collection) -> Change, expected: &[&str]) {
    let read = both();
    assert_eq!(told(&corrected(&read, &[])), PLAIN);
    let change = change(&read);
    let corrected = corrected(&read, &[change]);
    assert_eq!(told(&corrected), expected);
    assert_eq!(corrected.collection.problems, read.problems);
}

#[test]
fn an_event_is_moved_to_another_place_and_another_day() {
    check(
        |read| Change::Place { of: subject(read, EventKind::Bombing, "Ghazni"), to: Some(place("Kabul")) },
        &["clash Kunduz 2021-07-07 2", "bombing Kabul 2021-07-08 1", "bombing Herat 2021-07-09 1"],
    );
    check(
        |read| Change::Day {
            of: subject(read, EventKind::Bombing, "Ghazni"),
            to: Some(DateSet::parse("2021-07-10").unwrap()),
        },
        &["clash Kunduz 2021-07-07 2", "bombing Herat 2021-07-09 1", "bombing Ghazni 2021-07-10 1"],
    );
}

#[test]
fn a_place_of_ones_own_goes_on_the_map_by_its_coordinates() {
    let read = both();
    let point = Point { latitude: 36.71, longitude: 68.87 };
    let own = ChosenPlace::own("Checkpoint 7", PlaceKind::Facility, point, "AF").unwrap();
    let change = Change::Place { of: subject(&read, EventKind::Clash, "Kunduz"), to: Some(own) };
    let corrected = corrected(&read, &[change]);
    let event = &corrected.collection.events[0];
    assert_eq!(told(&corrected)[0], "clash Checkpoint 7 2021-07-07 2");
    assert_eq!(corrected.gazetteer.place(event.place.unwrap()).point, point);
    let marks: Vec<Aspect> = corrected.collection.marks.of_event(event).iter().map(|mark| mark.aspect).collect();
    assert_eq!(marks, [Aspect::Place]);
}

#[test]
fn a_corrected_name_takes_the_events_along_that_it_placed() {
    let change = |scope| {
        move |read: &Collection| Change::Name { of: anchor(read, 0, "Kunduz"), scope, to: Some(place("Taloqan")) }
    };
    let one_report = [
        "clash Taloqan 2021-07-07 1",
        "clash Kunduz 2021-07-07 1",
        "bombing Ghazni 2021-07-08 1",
        "bombing Herat 2021-07-09 1",
    ];
    let read = both();
    let mut found = told(&corrected(&read, &[change(Scope::Mention)(&read)]));
    found.sort();
    let mut expected = one_report;
    expected.sort_unstable();
    assert_eq!(found, expected);
    check(
        change(Scope::Reports),
        &["clash Taloqan 2021-07-07 2", "bombing Ghazni 2021-07-08 1", "bombing Herat 2021-07-09 1"],
    );
    let places = |scope: Scope| {
        let corrected = corrected(&read, &[change(scope)(&read)]);
        let names = &corrected.collection.annotations[0].toponyms;
        let moved = names.iter().filter(|name| name.place == Some(ENGINE.gazetteer().lookup("Taloqan", 1)[0].place));
        moved.count()
    };
    assert_eq!((places(Scope::Mention), places(Scope::Report)), (1, 2));
}

#[test]
fn kind_certainty_and_events_that_are_none() {
    check(
        |read| Change::Kind { of: subject(read, EventKind::Bombing, "Herat"), to: EventKind::Shelling },
        &["clash Kunduz 2021-07-07 2", "bombing Ghazni 2021-07-08 1", "shelling Herat 2021-07-09 1"],
    );
    check(
        |read| Change::Certainty { of: subject(read, EventKind::Bombing, "Herat"), to: Certainty::Denied },
        &["clash Kunduz 2021-07-07 2", "bombing Ghazni 2021-07-08 1"],
    );
    check(
        |read| Change::NotAnEvent { of: subject(read, EventKind::Clash, "Kunduz") },
        &["bombing Ghazni 2021-07-08 1", "bombing Herat 2021-07-09 1"],
    );
}

#[test]
fn what_is_no_event_is_kept_aside() {
    let read = both();
    let corrected = corrected(&read, &[Change::NotAnEvent { of: subject(&read, EventKind::Clash, "Kunduz") }]);
    assert_eq!(corrected.collection.dismissed.len(), 2);
    let mut out = Vec::new();
    dateline::export::write_trays(&corrected.collection, &corrected.gazetteer, &mut out).unwrap();
    assert_eq!(String::from_utf8(out).unwrap().matches("\"tray\":\"dismissed\"").count(), 2);
}

#[test]
fn selected_words_become_an_event_that_can_be_corrected_too() {
    let read = both();
    let words = anchor(&read, 0, "Les habitants de Kunduz attendent la fin de l'été.");
    let new = Change::NewEvent {
        words: words.clone(),
        kind: EventKind::Other,
        certainty: Certainty::Reported,
        place: Some(place("Kunduz")),
        day: Some(DateSet::parse("2021-07-09").unwrap()),
    };
    let one = corrected(&read, std::slice::from_ref(&new));
    let index = one.collection.mentions.iter().position(|mention| mention.kind == EventKind::Other).unwrap();
    let index = MentionIndex(u32::try_from(index).unwrap());
    assert!(told(&one).contains(&"other Kunduz 2021-07-09 1".to_owned()));
    let of = Subject::mentions(&one.collection, &[index]);
    let later = Change::Day { of, to: Some(DateSet::parse("2021-07-11").unwrap()) };
    let two = corrected(&read, &[new, later]);
    assert_eq!(told(&two).last().unwrap(), "other Kunduz 2021-07-11 1");
    let event = two.collection.events.last().unwrap();
    assert_eq!(two.collection.marks.of_event(event).iter().map(|mark| mark.entry).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn tellings_are_split_and_events_joined() {
    let read = both();
    let clash = event(&read, EventKind::Clash, "Kunduz");
    let of = Subject::mentions(&read, &clash.mentions[..1]);
    let from = Subject::mentions(&read, &clash.mentions[1..]);
    let split = Change::Split { of, from };
    let apart = corrected(&read, std::slice::from_ref(&split));
    assert_eq!(told(&apart).iter().filter(|line| *line == "clash Kunduz 2021-07-07 1").count(), 2);
    let join = Change::Join {
        one: subject(&read, EventKind::Bombing, "Ghazni"),
        other: subject(&read, EventKind::Bombing, "Herat"),
    };
    let joined = corrected(&read, &[split, join]);
    assert!(told(&joined).contains(&"bombing Ghazni 2021-07-08 2".to_owned()), "{:?}", told(&joined));
    assert_eq!(joined.collection.events.len(), 3);
}

#[test]
fn one_telling_split_off_leaves_joined_events_together() {
    let read = both();
    let (clash, ghazni) = (event(&read, EventKind::Clash, "Kunduz"), event(&read, EventKind::Bombing, "Ghazni"));
    let join = Change::Join { one: Subject::event(&read, clash), other: Subject::event(&read, ghazni) };
    let split = Change::Split {
        of: Subject::mentions(&read, &clash.mentions[..1]),
        from: Subject::mentions(&read, &[clash.mentions[1], ghazni.mentions[0]]),
    };
    let corrected = corrected(&read, &[join, split]);
    let mut sizes: Vec<usize> = corrected.collection.events.iter().map(|event| event.mentions.len()).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [1, 1, 2], "{:?}", told(&corrected));
}

#[test]
fn a_figure_is_changed_added_and_taken_away() {
    let read = both();
    let clash = event(&read, EventKind::Clash, "Kunduz");
    let of = MentionAnchor::of(&read, clash.mentions[0]).unwrap();
    let figures = |change: Change| {
        let corrected = corrected(&read, &[change]);
        assert_eq!(corrected.collection.problems, read.problems);
        let mentions = corrected.collection.mentions.iter().filter(|mention| mention.document == DocumentIndex(0));
        let claims: Vec<String> =
            mentions.flat_map(|mention| &mention.claims).map(|claim| Figure::of(claim).to_string()).collect();
        claims
    };
    let killed = read.mentions[clash.mentions[0].0 as usize].claims[0].clone();
    assert_eq!((killed.what, killed.low), (ClaimKind::Killed, 12));
    let words = Anchor::of(&read.documents[0], killed.span);
    let to = Figure { low: 14, high: Some(14), ..Figure::of(&killed) };
    let change = |from, to| Change::Figure { of: of.clone(), words: words.clone(), from, to };
    let now = figures(change(Some(ClaimKind::Killed), Some(to.clone())));
    assert!(now[0].starts_with("killed 14 "), "{now:?}");
    assert_eq!(figures(change(Some(ClaimKind::Killed), None)), Vec::<String>::new());
    assert_eq!(figures(change(None, Some(Figure { what: ClaimKind::Wounded, ..to }))).len(), 2);
    assert!(before(&change(Some(ClaimKind::Killed), None), &read, ENGINE.gazetteer()).starts_with("killed 12+"));
}

#[test]
fn what_was_there_before_is_said_in_words() {
    let read = both();
    let of = || subject(&read, EventKind::Clash, "Kunduz");
    let said = |change: &Change| before(change, &read, ENGINE.gazetteer());
    assert_eq!(said(&Change::Place { of: of(), to: None }), "Kunduz");
    assert_eq!(said(&Change::Day { of: of(), to: None }), "2021-07-07");
    assert_eq!(said(&Change::NotAnEvent { of: of() }), "clash at Kunduz, 2021-07-07");
    let name = Change::Name { of: anchor(&read, 0, "Ghazni"), scope: Scope::Mention, to: None };
    assert_eq!(said(&name), "Ghazni");
}

#[test]
fn corrections_outlive_a_report_that_has_grown_or_has_another_name() {
    let old = both();
    let change = Change::Place { of: subject(&old, EventKind::Bombing, "Ghazni"), to: Some(place("Kabul")) };
    let grown = FIRST.replace("Une bombe", "Le bilan pourrait s'alourdir, a dit un médecin. Une bombe");
    for reports in [[("en.txt", SECOND), ("fr.txt", grown.as_str())], [("a/renamed.txt", FIRST), ("en.txt", SECOND)]] {
        let read = read(&reports);
        let corrected = corrected(&read, std::slice::from_ref(&change));
        assert!(told(&corrected).contains(&"bombing Kabul 2021-07-08 1".to_owned()), "{:?}", told(&corrected));
        assert!(corrected.lost.is_empty());
    }
}

#[test]
fn a_correction_that_finds_its_words_no_longer_is_listed() {
    let old = both();
    let change = Change::Place { of: subject(&old, EventKind::Bombing, "Ghazni"), to: Some(place("Kabul")) };
    let cut = FIRST.replace("Une bombe a explosé à Ghazni le 8 juillet 2021.", "Ghazni est calme.");
    for (reports, words) in
        [(vec![("fr.txt", cut.as_str())], "no longer in the report"), (vec![("en.txt", SECOND)], "no longer among")]
    {
        let read = read(&reports);
        let corrected = corrected(&read, std::slice::from_ref(&change));
        assert_eq!(corrected.lost.iter().copied().collect::<Vec<u32>>(), [1]);
        let problem = problem_line(corrected.collection.problems.last().unwrap());
        assert!(problem.starts_with("fr.txt: correction 1 (place)"), "{problem}");
        assert!(problem.contains(words), "{problem}");
    }
}

/// Changes of every kind, made of what was read.
fn any_change(read: &Collection) -> Vec<Change> {
    let gazetteer = ENGINE.gazetteer();
    let mut changes = Vec::new();
    for (number, event) in read.events.iter().enumerate() {
        let of = || Subject::event(read, event);
        let other = &read.events[(number + 1) % read.events.len()];
        let point = Point { latitude: 30.0, longitude: 60.0 };
        let first = MentionAnchor::of(read, event.mentions[0]).unwrap();
        changes.extend([
            Change::Place { of: of(), to: Some(place("Kabul")) },
            Change::Place { of: of(), to: ChosenPlace::own("Post", PlaceKind::Facility, point, "").ok() },
            Change::Place { of: of(), to: None },
            Change::Day { of: of(), to: DateSet::parse("2021-07-07").ok() },
            Change::Day { of: of(), to: None },
            Change::Kind { of: of(), to: EventKind::Clash },
            Change::Certainty { of: of(), to: Certainty::Planned },
            Change::NotAnEvent { of: of() },
            Change::Split {
                of: Subject::mentions(read, &event.mentions[..1]),
                from: Subject::mentions(read, &event.mentions[1..]),
            },
            Change::Join { one: of(), other: Subject::event(read, other) },
            Change::Figure { words: first.trigger.clone(), of: first, from: None, to: None },
        ]);
    }
    for words in ["Kunduz", "Ghazni"] {
        let of = anchor(read, 0, words);
        for scope in [Scope::Mention, Scope::Report, Scope::Reports] {
            let herat = ChosenPlace::known(gazetteer, gazetteer.lookup("Herat", 1)[0].place);
            changes.push(Change::Name { of: of.clone(), scope, to: Some(herat) });
            changes.push(Change::Name { of: of.clone(), scope, to: None });
        }
        let certainty = Certainty::Claimed;
        changes.push(Change::NewEvent { words: of, kind: EventKind::Protest, certainty, place: None, day: None });
    }
    changes
}

static READ: LazyLock<(Collection, Vec<Change>)> = LazyLock::new(|| {
    let read = both();
    let changes = any_change(&read);
    (read, changes)
});

proptest! {
    // Each case merges anew, with a gazetteer of its own.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn undoing_everything_leaves_no_trace(picks in prop::collection::vec(any::<prop::sample::Index>(), 1..6)) {
        let (read, changes) = &*READ;
        let mut log = log(&picks.iter().map(|pick| pick.get(changes).clone()).collect::<Vec<_>>());
        let done = apply(read, ENGINE.gazetteer(), &log);
        while let Some(undo) = log.undo() {
            log.push(entry(undo));
        }
        prop_assert_eq!(&apply(read, ENGINE.gazetteer(), &log).collection, read);
        while let Some(redo) = log.redo() {
            log.push(entry(redo));
        }
        prop_assert_eq!(apply(read, ENGINE.gazetteer(), &log).collection, done.collection);
    }

    #[test]
    fn undoing_the_last_gives_what_was_before_it(
        picks in prop::collection::vec(any::<prop::sample::Index>(), 0..5), last in any::<prop::sample::Index>(),
    ) {
        let (read, changes) = &*READ;
        let mut log = log(&picks.iter().map(|pick| pick.get(changes).clone()).collect::<Vec<_>>());
        let earlier = apply(read, ENGINE.gazetteer(), &log);
        log.push(entry(Act::Correct(Box::new(last.get(changes).clone()))));
        log.push(entry(log.undo().unwrap()));
        prop_assert_eq!(apply(read, ENGINE.gazetteer(), &log).collection, earlier.collection);
    }

    #[test]
    fn corrected_tellings_and_events_are_in_order_and_none_is_lost(
        picks in prop::collection::vec(any::<prop::sample::Index>(), 1..8),
    ) {
        let (read, changes) = &*READ;
        let changes: Vec<Change> = picks.iter().map(|pick| pick.get(changes).clone()).collect();
        let added = changes.iter().filter(|change| matches!(change, Change::NewEvent { .. })).count();
        let done = corrected(read, &changes);
        let again = corrected(read, &changes);
        prop_assert_eq!(&done.collection, &again.collection);
        let places: Vec<_> = done.collection.mentions.iter().map(|mention| (mention.document, mention.trigger)).collect();
        prop_assert!(places.is_sorted());
        let count = done.collection.mentions.len() + done.collection.dismissed.len();
        prop_assert_eq!(count, read.mentions.len() + added);
        let days: Vec<_> = done.collection.events.iter().filter_map(|event| event.when.as_ref()).map(DateSet::first).collect();
        prop_assert!(days.is_sorted());
    }

    #[test]
    fn a_log_is_written_and_read_again_as_it_was(pick in any::<prop::sample::Index>()) {
        let (_, changes) = &*READ;
        let entry = entry(Act::Correct(Box::new(pick.get(changes).clone())));
        let text = serde_json::to_string(&entry).unwrap();
        prop_assert_eq!(serde_json::from_str::<Entry>(&text).unwrap(), entry);
    }
}
