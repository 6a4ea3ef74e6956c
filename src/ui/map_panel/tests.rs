//! The map worked through its accessible tree: what a screen reader hears, and what clicks and keys do.

mod grounds;

use super::*;
use crate::edtf::DateSet;
use crate::event::EventKind;
use crate::store::{EventRow, StoredPlace};
use crate::view_state::{CorrectCommand, Direction, Language};
use egui::Pos2;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

const SIZE: egui::Vec2 = egui::vec2(900.0, 600.0);

struct Window {
    map: MapPanel,
    store: EventStore,
    view: ViewState,
}

fn store(rows: &[(u32, &str, EventKind)]) -> EventStore {
    let places = vec![
        StoredPlace::town("Kunduz", 36.73, 68.86),
        StoredPlace::town("Herat", 34.35, 62.2),
        StoredPlace::town("Kandahar", 31.61, 65.71),
        StoredPlace::town("Kandahar airfield", 31.51, 65.85),
    ];
    let rows = rows.iter().map(|&(place, day, kind)| EventRow {
        kind,
        place: Some(PlaceRow(place)),
        when: Some(DateSet::parse(day).unwrap()),
    });
    EventStore::from_rows(rows.collect(), places)
}

/// Two events at Kunduz, one at Herat, two in and near Kandahar, in June; one at Herat in July.
fn summer() -> EventStore {
    store(&[
        (0, "2021-06-22", EventKind::Capture),
        (0, "2021-06-23", EventKind::Clash),
        (1, "2021-06-25", EventKind::Arrest),
        (2, "2021-06-26", EventKind::Talks),
        (3, "2021-06-27", EventKind::AirStrike),
        (1, "2021-07-25", EventKind::Protest),
    ])
}

fn window(store: EventStore) -> Harness<'static, Window> {
    let mut view = ViewState::new(&store);
    view.selected = None;
    let state = Window { map: MapPanel::default(), store, view };
    let mut harness = Harness::builder().with_size(SIZE).with_max_steps(100).build_ui_state(
        |ui, window: &mut Window| {
            // The panels' fonts and colours, set once.
            if ui.ctx().cumulative_frame_nr() == 0 {
                crate::ui::theme::install_fonts(ui.ctx());
            }
            let mut commands = Vec::new();
            map_panel_ui(ui, &mut window.map, &window.store, &window.view, &mut commands);
            for command in commands {
                match command {
                    Command::Map(command) => window.map.apply(command, &window.store),
                    command => window.view.apply(command, &window.store),
                }
            }
        },
        state,
    );
    harness.run_ok();
    harness
}

fn click(window: &mut Harness<'static, Window>, label: &str) {
    window.get_by_label_contains(label).click();
    window.run_ok();
}

#[test]
fn a_click_on_a_marker_selects_its_event() {
    let mut window = window(summer());
    click(&mut window, "Herat: Arrest, Friday 25 June 2021");
    let selected = window.state().view.selected.unwrap();
    assert_eq!(window.state().store.kind(selected), EventKind::Arrest);
}

#[test]
fn events_at_one_place_open_one_by_one_and_the_first_is_read_at_once() {
    let mut window = window(summer());
    assert!(window.query_by_label_contains("Kunduz: Fighting").is_none());
    click(&mut window, "Kunduz: 2 events");
    let first = window.state().view.selected.unwrap();
    assert_eq!(window.state().store.kind(first), EventKind::Capture);
    click(&mut window, "Kunduz: Fighting, Wednesday 23 June 2021");
    let second = window.state().view.selected.unwrap();
    assert_eq!(window.state().store.kind(second), EventKind::Clash);
}

#[test]
fn a_place_at_the_edge_that_is_opened_comes_far_enough_in_for_the_names_of_its_events() {
    let mut window = window(summer());
    window.state_mut().map.look_at(Point { latitude: 36.73, longitude: 68.86 }, 7.0);
    window.run();
    window.state_mut().map.apply(MapCommand::Pan(-0.48, 0.0), &EventStore::default());
    window.run();
    let at = |window: &Harness<'static, Window>| window.get_by_label_contains("Kunduz: 2 events").rect().center();
    assert!(at(&window).x > 850.0, "{:?}", at(&window));
    click(&mut window, "Kunduz: 2 events");
    window.run();
    // Room for a name to the right of it, and no more.
    assert!((690.0..715.0).contains(&at(&window).x), "{:?}", at(&window));
}

/// The map under lines of that height in all.
fn below(top: f32) -> Rect {
    Rect::from_min_max(Pos2::new(0.0, top), Pos2::ZERO + SIZE)
}

#[test]
fn events_are_in_view_and_under_no_button_when_the_window_gets_another_size_until_the_map_is_moved() {
    let mut window = window(summer());
    let at = |window: &Harness<'static, Window>| window.get_by_label_contains("Kandahar and around").rect().center();
    for size in [egui::vec2(900.0, 420.0), egui::vec2(520.0, 420.0), egui::vec2(1500.0, 900.0)] {
        window.set_size(size);
        window.run_ok();
        let free = Rect::from_min_size(Pos2::ZERO, size).shrink(50.0);
        assert!(free.contains(at(&window)), "{:?} in {size}", at(&window));
    }
    window.state_mut().map.apply(MapCommand::Pan(0.1, 0.0), &EventStore::default());
    window.run_ok();
    let (camera, before) = (window.state().map.camera(), at(&window));
    window.set_size(egui::vec2(1400.0, 860.0));
    window.run_ok();
    assert_eq!(camera.map(|(_, zoom)| zoom), window.state().map.camera().map(|(_, zoom)| zoom));
    assert!(at(&window).distance(before) < 1.0, "what somebody looks at stays where it is");
}

#[test]
fn what_the_map_was_told_to_look_at_stays_so_when_lines_beside_it_come_and_go() {
    let (mut map, store) = (MapPanel::default(), summer());
    let view = ViewState::new(&store);
    let camera = Some((Point { latitude: 34.0, longitude: 66.0 }, 6.5));
    map.look_at(Point { latitude: 34.0, longitude: 66.0 }, 6.5);
    for top in [0.0, 37.0, 0.0, 20.0] {
        map.move_as_asked(below(top), SIZE, &store, &view);
        assert_eq!(map.camera(), camera);
    }
    map.apply(MapCommand::Pan(0.1, 0.0), &store);
    map.move_as_asked(below(20.0), SIZE, &store, &view);
    assert_ne!(map.camera(), camera);
}

#[test]
fn keys_open_a_place_and_go_on_in_it() {
    let mut window = window(summer());
    window.get_by_label_contains("Kunduz: 2 events").focus();
    window.run_ok();
    window.key_press(egui::Key::Enter);
    window.run_ok();
    assert!(window.get_by_label_contains("Kunduz: Place taken").is_focused());
}

#[test]
fn a_click_on_a_cluster_comes_closer_until_it_parts() {
    let mut window = window(summer());
    let before = window.state().map.memory.zoom();
    click(&mut window, "Kandahar and around: 2 events at 2 places");
    assert!(window.state().map.memory.zoom() > before + 0.5);
    window.get_by_label_contains("Kandahar: Talks");
    window.get_by_label_contains("Kandahar airfield: Air strike");
}

#[test]
fn the_map_stays_where_it_is_when_time_moves_on_and_the_selected_event_is_not_lost() {
    let mut window = window(summer());
    click(&mut window, "Herat: Arrest");
    let before = (window.state().map.memory.detached(), window.state().map.memory.zoom());
    let Window { store, view, .. } = window.state_mut();
    view.apply(Command::Step(Direction::Forward), store);
    window.run_ok();
    window.get_by_label_contains("Herat: Protest");
    window.get_by_label_contains("Herat: Arrest");
    assert_eq!(before, (window.state().map.memory.detached(), window.state().map.memory.zoom()));
}

#[test]
fn buttons_zoom_and_bring_all_events_back_into_view() {
    let mut window = window(summer());
    let fitted = window.state().map.memory.zoom();
    click(&mut window, "Zoom in");
    assert!(window.state().map.memory.zoom() > fitted);
    click(&mut window, "All events in view");
    assert!((window.state().map.memory.zoom() - fitted).abs() < 1e-6);
}

#[test]
fn markers_are_called_in_the_language_of_the_window() {
    let mut window = window(summer());
    window.state_mut().view.language = Language::French;
    window.run_ok();
    window.get_by_label_contains("Herat\u{a0}: Arrestation, vendredi 25 juin 2021");
    window.get_by_label_contains("Voir tous les événements");
}

#[test]
fn thousands_of_events_at_one_place_are_a_list() {
    let rows: Vec<(u32, &str, EventKind)> = (0..4_000).map(|_| (1, "2021-06-25", EventKind::Clash)).collect();
    let mut window = window(store(&rows));
    click(&mut window, "Herat: 4000 events");
    let listed = window.query_all_by_label_contains("Fighting · 25 June 2021").count();
    assert!((5..40).contains(&listed), "{listed} rows are laid out");
}

#[test]
fn a_map_without_events_or_without_room_is_still_a_map() {
    let mut window = window(EventStore::default());
    window.get_by_label_contains("Map of the events");
    window.set_size(egui::vec2(60.0, 20.0));
    window.run_ok();
    window.set_size(egui::vec2(4.0, 4.0));
    window.run_ok();
}

#[test]
fn while_a_place_is_picked_a_click_on_a_marker_is_a_point_like_any_other() {
    let mut window = window(summer());
    let arrest = window.state().store.events().find(|&event| window.state().store.kind(event) == EventKind::Arrest);
    click(&mut window, "Herat: Arrest, Friday 25 June 2021");
    assert_eq!(window.state().view.selected, arrest);
    let state = window.state_mut();
    state.view.apply(Command::Correct(CorrectCommand::Pick(true)), &state.store);
    window.run_ok();
    let kunduz = window.get_by_label_contains("Kunduz").rect().center();
    window.hover_at(kunduz);
    window.drag_at(kunduz);
    window.drop_at(kunduz);
    window.run_ok();
    let view = &window.state().view;
    assert_eq!(view.selected, arrest, "the event that the place is for stays selected");
    let point = view.picked_point().expect("a click says where");
    assert!((point.latitude - 36.73).abs() < 0.5 && (point.longitude - 68.86).abs() < 0.5, "{point:?}");
}
