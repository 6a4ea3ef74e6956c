//! Still maps of the bundled reports, as `dateline render` draws them.

use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::edtf::{DateSet, DayRange};
use dateline::export::map::{self, Letters, Look, MapData, MapOptions, Size};
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;
use dateline::wording::Language;
use quick_xml::events::Event;
use std::process::{Command, Output};
use std::sync::LazyLock;

use dateline::collection::Collection;

static READ: LazyLock<Collection> = LazyLock::new(|| {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let mut corpus = Corpus::bundled();
    // Far from all others, so that it is beyond the map.
    let text = "BUENOS AIRES, July 8, 2021 - Protesters marched in Buenos Aires on Wednesday, 7 July 2021.";
    corpus.documents.push(Document::new("far.txt", text));
    // One without a place, and one without a day.
    corpus.documents.push(Document::new("nowhere.txt", "Fighters attacked a convoy on 7 July 2021."));
    corpus.documents.push(Document::new("undated.txt", "Police arrested two men in Zaranj."));
    engine.read_all(corpus)
});

fn days(edtf: &str) -> DayRange {
    DateSet::parse(edtf).unwrap().ranges()[0]
}

fn options(edtf: &str) -> MapOptions {
    MapOptions { days: days(edtf), size: Size::default(), language: Language::English, look: Look::Light, extent: None }
}

fn data() -> MapData<'static> {
    MapData::all(&READ, Gazetteer::embedded())
}

fn drawn(options: &MapOptions) -> String {
    map::draw(data(), options, Letters::Text)
}

/// Titles of the groups of that class, from a drawing that is read as XML to its end.
fn titles(svg: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(svg);
    let (mut is_event, mut is_title, mut found) = (false, false, Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => {
                is_title = is_event && element.name().as_ref() == b"title";
                if is_title {
                    found.push(String::new());
                }
                let class = element.try_get_attribute("class").unwrap();
                is_event = class.is_some_and(|class| class.value.as_ref() == b"event");
            }
            Event::Text(text) if is_title => found.last_mut().unwrap().push_str(&text.decode().unwrap()),
            Event::GeneralRef(name) if is_title => {
                let sign = quick_xml::escape::resolve_predefined_entity(&name.decode().unwrap()).unwrap();
                found.last_mut().unwrap().push_str(sign);
            }
            Event::End(_) => is_title = false,
            Event::Eof => return found,
            _ => {}
        }
    }
}

/// The events of the days that have a place: their places' names.
fn expected(range: DayRange) -> Vec<&'static str> {
    let meets = |when: &DateSet| when.ranges().iter().any(|days| days.meets(range));
    let shown = READ.events.iter().filter(|event| event.when.as_ref().is_some_and(meets));
    shown.filter_map(|event| event.place).map(|place| Gazetteer::embedded().place(place).name).collect()
}

#[test]
fn every_event_of_the_days_is_on_the_map_with_its_name() {
    for edtf in ["2021-07", "2021-06", "2021", "2019-01", "2021-07-07"] {
        for look in [Look::Light, Look::Dark] {
            let svg = drawn(&MapOptions { look, ..options(edtf) });
            let mut titles = titles(&svg);
            let places = expected(days(edtf));
            assert_eq!(titles.len(), places.len(), "{edtf}: {titles:?}");
            for place in places {
                let at = titles.iter().position(|title| title.contains(place));
                titles.remove(at.unwrap_or_else(|| panic!("{edtf}: no title names {place}: {titles:?}")));
            }
        }
    }
}

#[test]
fn what_is_far_off_all_others_is_told_under_the_map() {
    let svg = drawn(&options("2021-07"));
    assert!(svg.contains("Beyond this map"), "no word of what is far away");
    let (map, legend) = svg.split_at(svg.find("Beyond this map").unwrap());
    assert!(legend.contains("Buenos Aires") && !map.contains("Buenos Aires: "));
}

#[test]
fn a_map_is_in_the_language_asked_for() {
    let svg = drawn(&MapOptions { language: Language::French, ..options("2021-07") });
    for words in ["Juillet 2021", "Combats", ">Kaboul</text>", "articles"] {
        assert!(svg.contains(words), "no {words}");
    }
    assert!(!svg.contains("July"));
}

#[test]
fn days_without_events_still_make_a_map_that_says_so() {
    for edtf in ["1999-01", "2021-02-28"] {
        let svg = drawn(&options(edtf));
        assert!(titles(&svg).is_empty());
        assert!(svg.contains("No event in these days."), "{edtf}");
        assert!(svg.contains(">Kabul</text>"), "the map of where events of other days are");
    }
    let nothing =
        map::draw(MapData::all(&Collection::default(), Gazetteer::embedded()), &options("2021-07"), Letters::Text);
    assert!(nothing.contains("No event in these days.") && nothing.len() > 50_000, "a map of the world");
}

#[test]
fn what_has_no_place_or_day_is_told_in_the_caption() {
    let svg = drawn(&options("2021-07"));
    let on_no_day = READ.events.iter().filter(|event| event.when.is_none()).count();
    let meets = |when: &DateSet| when.ranges().iter().any(|range| range.meets(days("2021-07")));
    let at_no_place =
        READ.events.iter().filter(|event| event.place.is_none() && event.when.as_ref().is_some_and(meets)).count();
    assert!(on_no_day > 0 && at_no_place > 0, "{on_no_day}, {at_no_place}");
    for (count, words) in [(on_no_day, "on no known day."), (at_no_place, "at no known place.")] {
        let line = svg.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("not told: {words}"));
        assert!(line.contains(&format!("{count} ")), "{count}: {line}");
    }
}

#[test]
fn the_same_reports_make_the_same_drawing() {
    assert_eq!(drawn(&options("2021-07")), drawn(&options("2021-07")));
}

#[test]
fn a_picture_has_the_size_asked_for_and_is_not_blank() {
    let options = MapOptions { size: Size::parse("640x480").unwrap(), ..options("2021-07") };
    let svg = map::draw(data(), &options, Letters::Outlines);
    assert!(!svg.contains("<text"), "text is not set in a picture");
    let png = map::picture(&svg).unwrap();
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    assert_eq!(png[16..24], [0, 0, 2, 128, 0, 0, 1, 224], "width and height in the header");
    assert!(png.len() > 20_000, "{} bytes", png.len());
}

fn render(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline")).arg("render").args(arguments).output().unwrap()
}

#[test]
fn bad_arguments_are_usage_errors() {
    let folder = tempfile::tempdir().unwrap();
    let [png, jpeg] = ["map.png", "map.jpeg"].map(|name| folder.path().join(name).to_str().unwrap().to_owned());
    for arguments in [
        &["--month", "2021-07"][..],
        &["-o", &png],
        &["--month", "2021-13", "-o", &png],
        &["--month", "2021", "-o", &png],
        &["--month", "2021-07", "--days", "2021", "-o", &png],
        &["--days", "[2021-07-01,2021-07-08]", "-o", &png],
        &["--from", "2021-07-01", "-o", &png],
        &["--from", "2021-07-08", "--to", "2021-07-01", "-o", &png],
        &["--month", "2021-07", "--size", "10x10", "-o", &png],
        &["--month", "2021-07", "--size", "large", "-o", &png],
        &["--month", "2021-07", "--language", "de", "-o", &png],
        &["--month", "2021-07", "-o", &jpeg],
    ] {
        let output = render(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was written");
}

#[test]
fn the_command_writes_both_forms() {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("report.txt");
    std::fs::write(&report, "Fighters attacked the city of Kunduz on 7 July 2021.").unwrap();
    for (name, head) in [("map.svg", &b"<?xml"[..]), ("map.png", b"\x89PNG")] {
        let file = folder.path().join(name);
        let arguments = [report.as_path(), &file].map(|path| path.to_str().unwrap());
        let output = render(&[arguments[0], "--from", "2021-07", "--to", "2021-08-15", "-o", arguments[1]]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(std::fs::read(&file).unwrap().starts_with(head), "{name}");
    }
    assert_eq!(titles(&std::fs::read_to_string(folder.path().join("map.svg")).unwrap()).len(), 1);
}
