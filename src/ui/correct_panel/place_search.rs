//! [`PlaceSearch`]: a field for the name of a place, and a button for each place that is called so.

use crate::gazetteer::{Found, Gazetteer, PlaceId};
use crate::ui::panel_view::PanelView;
use crate::ui::text_field::text_field;
use crate::ui::texts::Texts;
use crate::ui::theme::Palette;
use crate::wording::places::place_name;
use egui::{RichText, Ui};

/// Places of the gazetteer that a search brings up at most.
const MOST_FOUND: usize = 8;

/// What is typed, and what it brought up.
#[derive(Debug, Default)]
pub(in crate::ui) struct PlaceSearch {
    query: String,
    found: Vec<PlaceId>,
    searched: String,
}

impl PlaceSearch {
    /// The field and what it found; the place that was clicked.
    pub(in crate::ui) fn ui(&mut self, ui: &mut Ui, gazetteer: &Gazetteer, look: PanelView<'_>) -> Option<PlaceId> {
        let texts = look.texts;
        text_field(ui, &mut self.query, &texts.get("correct-search"), f32::INFINITY);
        self.search(gazetteer);
        let mut chosen = None;
        for &place in &self.found {
            if place_button(ui, gazetteer, place, None, texts) {
                chosen = Some(place);
            }
        }
        if self.found.is_empty() && !self.query.trim().is_empty() {
            let color = Palette::of(look.view.theme).weak;
            ui.label(RichText::new(texts.get("correct-search-none")).size(12.0).color(color));
        }
        chosen
    }

    fn search(&mut self, gazetteer: &Gazetteer) {
        if self.searched != self.query {
            self.searched.clone_from(&self.query);
            self.found = if self.query.trim().is_empty() { Vec::new() } else { places_called(&self.query, gazetteer) };
        }
    }
}

/// The places of a name; where no place has just that name, those of names like it.
fn places_called(name: &str, gazetteer: &Gazetteer) -> Vec<PlaceId> {
    let found = gazetteer.lookup(name, MOST_FOUND);
    let has_exact = found.iter().any(|found| found.edits == 0);
    let fits = |found: &Found| found.edits == 0 || !has_exact;
    found.into_iter().filter(fits).map(|found| found.place).collect()
}

/// `Kunduz · district · Afghanistan`
pub(in crate::ui) fn place_words(gazetteer: &Gazetteer, id: PlaceId, texts: &Texts) -> String {
    let place = gazetteer.place(id);
    let kind = texts.get(&format!("place-kind-{}", place.kind.name()));
    let name_of = |id: PlaceId| {
        let place = gazetteer.place(id);
        place_name(place.id, place.name, texts.language())
    };
    let name = name_of(id);
    let within = place.admin1.map(name_of).filter(|within| *within != name);
    let country = gazetteer.country(place.country).map(name_of).or(Some(place.country)).filter(|land| *land != name);
    let parts = [Some(name), Some(kind.as_str()), within, country];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A button as wide as there is room, with the score of a candidate; whether it was clicked.
pub(in crate::ui) fn place_button(
    ui: &mut Ui,
    gazetteer: &Gazetteer,
    id: PlaceId,
    score: Option<f32>,
    texts: &Texts,
) -> bool {
    let mut words = place_words(gazetteer, id, texts);
    if let Some(score) = score {
        words = format!("{words}   {score:.2}");
    }
    let button = egui::Button::new(RichText::new(words).size(12.5)).wrap();
    ui.add(button.min_size(egui::vec2(ui.available_width(), 0.0))).clicked()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_like_the_one_sought_are_offered_only_where_no_place_has_it() {
        let gazetteer = Gazetteer::embedded();
        let names = |name: &str| -> Vec<&str> {
            places_called(name, gazetteer).into_iter().map(|place| gazetteer.place(place).name).collect()
        };
        assert_eq!(names("Kunduz"), ["Kunduz", "Kunduz"]);
        assert!(names("Kundduz").contains(&"Kunduz"));
    }
}
