//! What a frame costs on the processor, of the map alone and of the whole window: laying out, indexing, tessellating; the
//! graphics card's part is not in it.
//!
//! `cargo bench --bench map`. Quote each beside the empty one of the same run.

use criterion::{Criterion, criterion_group, criterion_main};
use dateline::corpus::Corpus;
use dateline::day::Day;
use dateline::edtf::DateSet;
use dateline::event::EventKind;
use dateline::gazetteer::{Gazetteer, PlaceKind, Point};
use dateline::pipeline::Engine;
use dateline::store::{EventRow, EventStore, PlaceRow, StoredPlace};
use dateline::ui::map_panel::{MapPanel, map_panel_ui};
use dateline::ui::{App, index, theme};
use dateline::view_state::{Command, Direction, Language, Theme, ViewState, WindowMode};
use egui::{Context, Event, Key, Modifiers, RawInput, Rect, pos2, vec2};
use std::hint::black_box;
use std::time::Duration;

/// Numbers that are the same on every run.
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(limit)).unwrap_or(0)
    }
}

/// Events of six years at places around Afghanistan.
fn store(events: u32, places: u32) -> EventStore {
    let mut sequence = Sequence(1);
    let stored = (0..places).map(|number| StoredPlace {
        id: format!("place{number}"),
        name: format!("Place {number}"),
        kind: PlaceKind::City,
        country: "AF".to_owned(),
        point: Point {
            latitude: 29.0 + f64::from(sequence.below(9_000)) / 1000.0,
            longitude: 60.0 + f64::from(sequence.below(14_000)) / 1000.0,
        },
    });
    let stored: Vec<StoredPlace> = stored.collect();
    let first = Day::from_ymd(2015, 1, 1).expect("a day");
    let rows = (0..events).map(|_| EventRow {
        kind: EventKind::ALL[sequence.below(18) as usize],
        place: Some(PlaceRow(sequence.below(places))),
        when: Some(DateSet::day(first.plus(i32::try_from(sequence.below(2_190)).unwrap_or(0)))),
    });
    EventStore::from_rows(rows.collect(), stored)
}

/// A map in a window of 1280 × 800 points, all tiles decoded.
struct Window {
    ctx: Context,
    map: MapPanel,
    store: EventStore,
    view: ViewState,
}

impl Window {
    fn new(store: EventStore) -> Self {
        let ctx = Context::default();
        theme::install_fonts(&ctx);
        let view = ViewState::new(&store);
        let mut window = Self { ctx, map: MapPanel::default(), store, view };
        for _ in 0..200 {
            window.frame();
            if window.map.is_settled() {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        window.frame();
        window
    }

    fn frame(&mut self) -> usize {
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1280.0, 800.0)));
        let mut commands = Vec::new();
        let mut output = self.ctx.run_ui(RawInput { screen_rect, ..RawInput::default() }, |ui| {
            map_panel_ui(ui, &mut self.map, &self.store, &self.view, &mut commands);
        });
        // There is no graphics card here to hand them to.
        output.textures_delta.clear();
        self.ctx.tessellate(output.shapes, output.pixels_per_point).len()
    }

    fn step(&mut self) {
        self.view.apply(Command::Step(Direction::Forward), &self.store);
        if self.view.timeline(&self.store).extent().is_some_and(|extent| self.view.window.start >= extent.end) {
            self.view.apply(Command::GoFirst, &self.store);
        }
    }
}

/// The whole window, with a key pressed in each frame.
struct Whole {
    ctx: Context,
    app: App,
}

impl Whole {
    fn new(store: EventStore) -> Self {
        let ctx = Context::default();
        let app = App::with_store(&ctx, store, Language::English, Theme::Light);
        let mut whole = Self { ctx, app };
        for _ in 0..60 {
            whole.frame(None);
            std::thread::sleep(Duration::from_millis(20));
        }
        whole
    }

    fn frame(&mut self, key: Option<Key>) -> usize {
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1280.0, 800.0)));
        let press =
            |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
        let events = key.map(press).into_iter().collect();
        let input = RawInput { screen_rect, events, ..RawInput::default() };
        let mut output = self.ctx.run_ui(input, |ui| self.app.show(ui));
        // There is no graphics card here to hand them to.
        output.textures_delta.clear();
        self.ctx.tessellate(output.shapes, output.pixels_per_point).len()
    }

    /// A step on; from the last day, back to the first.
    fn step(&mut self) -> usize {
        let view = self.app.view();
        let end = view.timeline(self.app.store()).extent().map(|extent| extent.end);
        let is_last = end.is_some_and(|end| view.window.end >= end);
        self.frame(Some(if is_last { Key::Home } else { Key::ArrowRight }))
    }
}

/// The reports that come with the program.
fn bundled() -> EventStore {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).expect("the embedded packs are whole");
    index(engine.read_all(Corpus::bundled()), engine.gazetteer())
}

fn window(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("window frame");
    let mut empty = Whole::new(EventStore::default());
    group.bench_function("empty", |bench| bench.iter(|| black_box(empty.frame(None))));
    let mut seeds = Whole::new(bundled());
    group.bench_function("bundled reports", |bench| bench.iter(|| black_box(seeds.frame(None))));
    group.bench_function("bundled reports, month by month", |bench| bench.iter(|| black_box(seeds.step())));
    let mut many = Whole::new(store(100_000, 2_000));
    group.bench_function("100,000 events, month by month", |bench| bench.iter(|| black_box(many.step())));
    many.frame(Some(Key::V));
    group.bench_function("100,000 events, cumulative", |bench| bench.iter(|| black_box(many.step())));
    group.finish();
}

fn map(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("map frame");
    let mut empty = Window::new(EventStore::default());
    group.bench_function("empty", |bench| bench.iter(|| black_box(empty.frame())));
    let mut seeds = Window::new(bundled());
    group.bench_function("bundled reports", |bench| bench.iter(|| black_box(seeds.frame())));
    for (name, places, mode) in [
        ("100,000 events, month by month", 2_000, WindowMode::Window),
        ("100,000 events, cumulative", 2_000, WindowMode::Cumulative),
        ("100,000 events at 50 places, cumulative", 50, WindowMode::Cumulative),
    ] {
        let mut many = Window::new(store(100_000, places));
        many.view.apply(Command::SetMode(mode), &many.store);
        group.bench_function(name, |bench| {
            bench.iter(|| {
                many.step();
                black_box(many.frame())
            });
        });
    }
    group.finish();
}

criterion_group!(benches, map, window);
criterion_main!(benches);
