//! Another place: one that the name could stand for as well, one of the gazetteer, or a point on the map.

use super::own_place::{OwnPlaceForm, own_place_ui};
use super::{About, Wanted, hint};
use crate::correction::{Anchor, Change, ChosenPlace, Scope};
use crate::gazetteer::{Found, Gazetteer, PlaceId};
use crate::reason::DocumentIndex;
use crate::span::Span;
use crate::toponym::Toponym;
use crate::ui::texts::Texts;
use crate::view_state::Command;
use crate::wording::places::place_name;
use egui::{RichText, TextEdit, Ui};

/// Places of the gazetteer that a search brings up at most.
const MOST_FOUND: usize = 8;

/// What is filled in for another place.
#[derive(Debug, Default)]
pub(super) struct PlaceForm {
    /// Whether all mentions of the name are to go along.
    is_for_name: bool,
    query: String,
    found: Vec<PlaceId>,
    searched: String,
    own: OwnPlaceForm,
}

impl PlaceForm {
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

/// The place name that the event was placed by, in the first report that names one.
struct Name<'a> {
    document: DocumentIndex,
    span: Span,
    toponym: &'a Toponym,
}

fn name_of<'a>(about: &About<'a>) -> Option<Name<'a>> {
    let store = about.look.store;
    store.mentions_of(about.event).find_map(|(_, mention)| {
        let index = mention.place.as_ref()?.toponym?;
        let toponym = store.annotation(mention.document)?.toponyms.get(index as usize)?;
        Some(Name { document: mention.document, span: toponym.span, toponym })
    })
}

pub(super) fn place_ui(
    ui: &mut Ui,
    form: &mut PlaceForm,
    gazetteer: &Gazetteer,
    about: &About<'_>,
    commands: &mut Vec<Command>,
) -> Wanted {
    let name = name_of(about);
    let mut chosen: Option<Option<ChosenPlace>> = None;
    if let Some(name) = &name {
        let text = about.look.store.document(name.document).map_or("", |document| document.text.as_str());
        let words = about.look.texts.with("correct-name", [("name", name.span.of(text).into())]);
        ui.checkbox(&mut form.is_for_name, RichText::new(words).size(12.0));
        let now = about.look.store.event(about.event).and_then(|event| event.place);
        for candidate in name.toponym.candidates.iter().filter(|candidate| Some(candidate.place) != now) {
            if place_button(ui, gazetteer, candidate.place, Some(candidate.score), about.look.texts) {
                chosen = Some(Some(ChosenPlace::known(gazetteer, candidate.place)));
            }
        }
    }
    let label = about.look.texts.get("correct-search");
    let field = ui.add(TextEdit::singleline(&mut form.query).hint_text(&label).desired_width(f32::INFINITY));
    field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &label));
    form.search(gazetteer);
    for &place in &form.found {
        if place_button(ui, gazetteer, place, None, about.look.texts) {
            chosen = Some(Some(ChosenPlace::known(gazetteer, place)));
        }
    }
    if form.found.is_empty() && !form.query.trim().is_empty() {
        hint(ui, about, &about.look.texts.get("correct-search-none"));
    }
    chosen = own_place_ui(ui, &mut form.own, about, commands).map(Some).or(chosen);
    if ui.button(RichText::new(about.look.texts.get("correct-no-place")).size(12.0)).clicked() {
        chosen = Some(None);
    }
    chosen.map(|to| match name.filter(|_| form.is_for_name) {
        Some(name) => all_of_name(&name, about, to),
        None => Change::Place { of: about.subject(), to },
    })
}

fn all_of_name(name: &Name<'_>, about: &About<'_>, to: Option<ChosenPlace>) -> Change {
    match about.look.store.document(name.document) {
        Some(document) => Change::Name { of: Anchor::of(document, name.span), scope: Scope::Reports, to },
        None => Change::Place { of: about.subject(), to },
    }
}

/// `Kunduz · district · Afghanistan  0.41`
fn place_button(ui: &mut Ui, gazetteer: &Gazetteer, id: PlaceId, score: Option<f32>, texts: &Texts) -> bool {
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
    let mut words = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
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
