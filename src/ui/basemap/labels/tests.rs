//! Names beside markers and towns, and where there is no room for them.

use super::*;
use egui::{Color32, pos2};

const VIEW: Rect = Rect { min: Pos2::ZERO, max: Pos2 { x: 1000.0, y: 1000.0 } };

fn label(x: f32, y: f32) -> Label {
    Label::of_marker("Herat".into(), pos2(x, y), 5.0, Color32::BLACK, Color32::WHITE)
}

#[test]
fn a_label_goes_to_the_right_of_its_marker_and_elsewhere_where_that_is_taken() {
    let size = vec2(40.0, 12.0);
    let mut taken = Taken::new(VIEW);
    assert_eq!(place(&label(100.0, 100.0), size, VIEW, &mut taken), Some(pos2(108.0, 94.0)));
    assert_eq!(place(&label(100.0, 100.0), size, VIEW, &mut taken), Some(pos2(52.0, 94.0)), "to the left");
    assert_eq!(place(&label(100.0, 100.0), size, VIEW, &mut taken), None, "above and below touch the other two");
}

#[test]
fn a_label_is_not_cut_by_the_edge_of_the_view() {
    let size = vec2(40.0, 12.0);
    assert_eq!(place(&label(970.0, 100.0), size, VIEW, &mut Taken::new(VIEW)), Some(pos2(922.0, 94.0)), "to the left");
    assert_eq!(place(&label(2.0, 100.0), size, VIEW, &mut Taken::new(VIEW)), Some(pos2(10.0, 94.0)));
}

#[test]
fn a_label_at_the_edge_stands_aslant_where_its_sides_are_taken() {
    let size = vec2(40.0, 12.0);
    let mut taken = Taken::new(VIEW);
    taken.take(Rect::from_min_max(pos2(0.0, 90.0), pos2(994.0, 103.0)));
    let at = place(&label(995.0, 100.0), size, VIEW, &mut taken);
    assert_eq!(at, Some(pos2(955.0, 105.0)), "below, and to the left");
}

#[test]
fn the_name_of_what_is_selected_stands_aslant_where_its_sides_are_taken() {
    let size = vec2(40.0, 12.0);
    let beside = || {
        let mut taken = Taken::new(VIEW);
        for (x, y) in [(492.0, 494.0), (533.0, 494.0), (505.0, 508.0), (505.0, 484.0)] {
            taken.take(Rect::from_min_size(pos2(x, y), vec2(6.0, 6.0)));
        }
        taken
    };
    let mut selected = label(520.0, 500.0);
    assert_eq!(place(&selected, size, VIEW, &mut beside()), None);
    selected.is_strong = true;
    assert!(place(&selected, size, VIEW, &mut beside()).is_some());
}

#[test]
fn a_label_without_room_is_left_out() {
    let mut taken = Taken::new(VIEW);
    taken.take(VIEW);
    assert_eq!(place(&label(100.0, 100.0), vec2(40.0, 12.0), VIEW, &mut taken), None);
}

#[test]
fn a_label_that_a_narrow_font_has_no_room_for_is_not_even_set() {
    let mut taken = Taken::new(VIEW);
    assert!(may_have_room(&label(100.0, 100.0), VIEW, &taken));
    for (x, y) in [(108.0, 94.0), (52.0, 94.0), (80.0, 108.0), (80.0, 80.0)] {
        taken.take(Rect::from_min_size(pos2(x, y), vec2(40.0, 12.0)));
    }
    assert!(!may_have_room(&label(100.0, 100.0), VIEW, &taken));
}

#[test]
fn a_capital_keeps_its_name_beside_a_marker_that_has_other_places_for_its_own() {
    let context = egui::Context::default();
    crate::ui::theme::install_fonts(&context);
    let mut capital = label(140.0, 100.0);
    (capital.text, capital.priority, capital.dot) = ("Kabul".into(), 3, Dot::Capital);
    capital.clearance = 3.0;
    let marker = label(100.0, 100.0);
    let mut output = context.run_ui(egui::RawInput::default(), |ui| {
        let placed = arrange(ui.painter(), VIEW, &[marker.clone(), capital.clone()], &[]);
        let names: Vec<&str> = placed.iter().map(|placed| placed.label.text.as_str()).collect();
        assert_eq!(names, ["Kabul", "Herat"]);
        // Without another place for it, the marker's name stays.
        let narrow = Rect::from_min_max(pos2(95.0, 94.0), pos2(200.0, 106.0));
        let placed = arrange(ui.painter(), VIEW, &[marker.clone(), capital.clone()], &beside(narrow));
        assert!(placed.iter().any(|placed| placed.label.text == "Herat"));
    });
    output.textures_delta.clear();
}

/// All of the view but that.
fn beside(room: Rect) -> [Rect; 3] {
    let row = |top: f32, bottom: f32| Rect::from_min_max(pos2(0.0, top), pos2(1000.0, bottom));
    [
        row(0.0, room.top() - 8.0),
        row(room.bottom() + 8.0, 1000.0),
        Rect::from_min_max(pos2(0.0, 0.0), pos2(room.left(), 1000.0)),
    ]
}

#[test]
fn the_same_name_close_by_is_said_once_and_far_away_again() {
    assert!(is_same_name(&label(0.0, 0.0), &label(5.0, 5.0)));
    assert!(!is_same_name(&label(0.0, 0.0), &label(50.0, 5.0)));
}
