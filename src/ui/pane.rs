//! [`Pane`]: what a small window shows at a time, where there is no room for all of it side by side.

use super::texts::Texts;
use super::theme::Palette;
use crate::view_state::{Command, CorrectCommand, ViewState};
use egui::{Ui, Vec2};

/// Narrower windows show one pane at a time.
const LEAST_WIDTH: f32 = 880.0;
/// Lower windows leave out what can be done without.
const LEAST_HEIGHT: f32 = 460.0;

/// One of the three columns of a large window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Pane {
    #[default]
    Map,
    Details,
    Filters,
}

/// What there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    pub(super) is_narrow: bool,
    pub(super) is_low: bool,
}

impl Room {
    pub(super) fn of(size: Vec2) -> Self {
        Self { is_narrow: size.x < LEAST_WIDTH, is_low: size.y < LEAST_HEIGHT }
    }
}

impl Pane {
    /// The pane that shows what a command asks to see, where it asks for that.
    pub(super) fn shown_by(command: &Command) -> Option<Self> {
        match command {
            Command::SelectEvent(_)
            | Command::OpenMention(_)
            | Command::OpenPassage(_)
            | Command::OpenReport(_)
            | Command::ShowTab(_)
            | Command::Correct(CorrectCommand::Picked(_)) => Some(Self::Details),
            Command::Map(_) | Command::Correct(CorrectCommand::Pick(true)) => Some(Self::Map),
            Command::OpenTray(_) => Some(Self::Filters),
            _ => None,
        }
    }
}

/// The choice of panes of a narrow window.
pub(super) fn panes_ui(ui: &mut Ui, pane: &mut Pane, view: &ViewState, texts: &Texts) {
    let panes = [
        (Pane::Map, texts.get("pane-map")),
        (Pane::Details, texts.get("pane-details")),
        (Pane::Filters, texts.get("pane-filters")),
    ];
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for (choice, label) in panes {
            let color = if *pane == choice { Palette::of(view.theme).accent } else { Palette::of(view.theme).weak };
            if ui.selectable_label(*pane == choice, egui::RichText::new(label).color(color)).clicked() {
                *pane = choice;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_window_has_room_for_all_and_a_small_one_for_one_thing_at_a_time() {
        assert_eq!(Room::of(egui::vec2(1280.0, 800.0)), Room { is_narrow: false, is_low: false });
        assert_eq!(Room::of(egui::vec2(400.0, 300.0)), Room { is_narrow: true, is_low: true });
    }
}
