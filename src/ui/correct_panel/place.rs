//! Another place: one that the name could stand for as well, one of the gazetteer, or a point on the map.

use super::own_place::{OwnPlaceForm, own_place_ui};
use super::place_search::{PlaceSearch, place_button};
use super::{About, Wanted};
use crate::correction::{Anchor, Change, ChosenPlace, Scope};
use crate::gazetteer::Gazetteer;
use crate::reason::DocumentIndex;
use crate::span::Span;
use crate::toponym::Toponym;
use crate::view_state::Command;
use egui::{RichText, Ui};

/// What is filled in for another place.
#[derive(Debug, Default)]
pub(super) struct PlaceForm {
    /// Whether all mentions of the name are to go along.
    is_for_name: bool,
    search: PlaceSearch,
    own: OwnPlaceForm,
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
    if let Some(place) = form.search.ui(ui, gazetteer, about.look) {
        chosen = Some(Some(ChosenPlace::known(gazetteer, place)));
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
