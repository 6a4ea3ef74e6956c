//! A point of the map with a name of one's own.

use super::{About, hint, part_head};
use crate::correction::{ChosenPlace, PlaceError};
use crate::gazetteer::{PlaceKind, Point};
use crate::ui::coordinate::coordinate_words;
use crate::ui::text_field::text_field;
use crate::ui::theme::Palette;
use crate::view_state::{Command, CorrectCommand};
use egui::{Key, RichText, Ui};

/// What is filled in for it.
#[derive(Debug, Default)]
pub(super) struct OwnPlaceForm {
    /// The point that the form was shown for last.
    asked_for: Option<Point>,
    name: String,
    problem: Option<String>,
}

pub(super) fn own_place_ui(
    ui: &mut Ui,
    form: &mut OwnPlaceForm,
    about: &About<'_>,
    commands: &mut Vec<Command>,
) -> Option<ChosenPlace> {
    let (view, texts) = (about.look.view, about.look.texts);
    part_head(ui, about, &texts.get("correct-on-map"));
    let key = if view.is_picking { "correct-picking" } else { "correct-pick" };
    let button = egui::Button::selectable(view.is_picking, RichText::new(texts.get(key)).size(12.0));
    if ui.add(button.frame_when_inactive(true)).clicked() {
        commands.push(Command::Correct(CorrectCommand::Pick(!view.is_picking)));
    }
    let is_new = form.asked_for != view.picked_point();
    form.asked_for = view.picked_point();
    let point = form.asked_for?;
    hint(ui, about, &coordinate_words(point, view.language));
    let label = texts.get("correct-own-name");
    let field = text_field(ui, &mut form.name, &label, f32::INFINITY);
    if is_new {
        field.request_focus();
    }
    let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let is_asked = ui.button(RichText::new(texts.get("correct-own-add")).size(12.0)).clicked() || is_entered;
    let chosen = is_asked.then(|| form.place(point, about)).flatten();
    if let Some(problem) = &form.problem {
        ui.label(RichText::new(problem).size(12.0).color(Palette::of(view.theme).warning));
    }
    chosen
}

impl OwnPlaceForm {
    /// The place; where it cannot be one, the form says why.
    fn place(&mut self, point: Point, about: &About<'_>) -> Option<ChosenPlace> {
        let country = about.look.store.place_of(about.event).map_or("", |place| place.country.as_str());
        let place = ChosenPlace::own(&self.name, PlaceKind::Village, point, country);
        self.problem = place.as_ref().err().map(|error| match error {
            PlaceError::NoName => about.look.texts.get("correct-own-no-name"),
            error => error.to_string(),
        });
        place.ok()
    }
}
