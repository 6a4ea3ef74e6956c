//! Runs of still maps through time, as GIF.

use crate::gif_pictures::pictures;
use dateline::collection::Collection;
use dateline::corpus::Corpus;
use dateline::edtf::{DateSet, DayRange};
use dateline::export::map::{self, Extent, Look, MapData, MapOptions, Run, Size};
use dateline::gazetteer::{Gazetteer, Point};
use dateline::pipeline::Engine;
use dateline::wording::Language;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::LazyLock;

static READ: LazyLock<Collection> =
    LazyLock::new(|| Engine::bundled(Gazetteer::embedded().clone()).unwrap().read_all(Corpus::bundled()));

fn days(edtf: &str) -> DayRange {
    DateSet::parse(edtf).unwrap().ranges()[0]
}

fn options() -> MapOptions {
    let size = Size::parse("640x480").unwrap();
    MapOptions { days: days("2021"), size, language: Language::English, look: Look::Light, extent: None }
}

fn run(months: &[&str]) -> Run {
    Run { steps: months.iter().map(|month| days(month)).collect(), a_second: 2.0 }
}

fn animated(options: &MapOptions, run: &Run) -> Vec<u8> {
    let mut bytes = Vec::new();
    let data = MapData::all(&READ, Gazetteer::embedded());
    let flow = map::animate(data, options, run, &mut bytes, &|_| ControlFlow::Continue(())).unwrap();
    assert!(flow.is_continue());
    bytes
}

#[test]
fn each_step_is_a_picture_and_the_ground_stays_where_it_is() {
    let pictures = pictures(&animated(&options(), &run(&["2021-05", "2021-06", "2021-07"])));
    assert_eq!(pictures.iter().map(|(delay, _)| *delay).collect::<Vec<_>>(), [50, 50, 150]);
    for pair in pictures.windows(2) {
        let (before, after) = (&pair[0].1, &pair[1].1);
        let others = before.iter().zip(after).filter(|(one, other)| one != other).count();
        assert!(others > 200, "another month has another title and other markers: {others}");
        assert!(others < before.len() / 3, "the map under them does not move: {others} of {}", before.len());
    }
}

#[test]
fn a_run_is_no_larger_than_its_first_picture_and_what_changes() {
    let (one, three) = (run(&["2021-07"]), run(&["2021-07", "2021-07", "2021-07"]));
    let (one, three) = (animated(&options(), &one).len(), animated(&options(), &three).len());
    assert!(three < one * 5 / 4, "{three} bytes for three times the picture of {one}");
}

#[test]
fn an_extent_is_another_view() {
    let corner = |latitude, longitude| Point { latitude, longitude };
    let extent = Some(Extent { north_west: corner(37.0, 61.0), south_east: corner(33.0, 66.0) });
    let july = run(&["2021-07"]);
    let whole = pictures(&animated(&options(), &july)).remove(0).1;
    let part = pictures(&animated(&MapOptions { extent, ..options() }, &july)).remove(0).1;
    let others = whole.iter().zip(&part).filter(|(one, other)| one != other).count();
    assert!(others > whole.len() / 20, "{others}");
}

#[test]
fn a_run_can_be_broken_off() {
    let data = MapData::all(&READ, Gazetteer::embedded());
    let months = run(&["2021-05", "2021-06", "2021-07"]);
    let stop = |done: usize| if done == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
    let flow = map::animate(data, &options(), &months, Vec::new(), &stop).unwrap();
    assert!(flow.is_break());
}

fn extract_gif(arguments: &[&Path]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(["extract", "--format", "gif"]).args(arguments).output().unwrap()
}

#[test]
fn the_command_writes_a_picture_for_each_month_with_events() {
    let folder = tempfile::tempdir().unwrap();
    let [report, empty, gif] = ["a.txt", "b.txt", "run.gif"].map(|name| folder.path().join(name));
    let text =
        "Fighters attacked Kunduz on 7 July 2021. The army shelled Herat on 3 May 2021. Kunduz fell on 9 July 2021.";
    std::fs::write(&report, text).unwrap();
    std::fs::write(&empty, "Nothing happened.").unwrap();
    let output = extract_gif(&[&report, Path::new("-o"), &gif]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(pictures(&std::fs::read(&gif).unwrap()).len(), 2, "May and July");
    assert_eq!(extract_gif(&[&report]).status.code(), Some(2), "a picture is no text for a terminal");
    std::fs::remove_file(&gif).unwrap();
    let output = extract_gif(&[&empty, Path::new("-o"), &gif]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nothing to animate") && !gif.exists());
}
