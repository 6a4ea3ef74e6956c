//! [`NewEventForm`]: what happened, where and when, as a user tells it of some words.

use super::offers::Offers;
use crate::correction::{Anchor, Change, ChosenPlace};
use crate::document::Document;
use crate::edtf::DateSet;
use crate::event::{Certainty, EventKind};
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::reason::DocumentIndex;
use crate::span::Span;
use crate::ui::correct_panel::{DayField, PlaceSearch, kinds_ui, place_words};
use crate::ui::dates::set_words;
use crate::ui::panel_view::PanelView;
use crate::ui::theme::{Palette, strong};
use egui::{Button, Label, RichText, Ui};

/// What is filled in; it begins with what the words name.
#[derive(Debug, Default)]
pub(super) struct NewEventForm {
    words: Span,
    kind: Option<EventKind>,
    place: Option<PlaceId>,
    search: PlaceSearch,
    day: DayField,
    offers: Offers,
}

/// The words, and what the form is drawn from.
pub(super) struct About<'a> {
    pub(super) index: DocumentIndex,
    pub(super) document: &'a Document,
    pub(super) words: Span,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) look: PanelView<'a>,
}

impl NewEventForm {
    /// The form of an event with the place and the day that the words name.
    pub(super) fn of(about: &About<'_>) -> Self {
        let found = about.look.store.annotation(about.index);
        let offers = found.map_or_else(Offers::default, |found| Offers::of(found, about.words));
        let day = offers.day.as_ref().map_or_else(DayField::default, |days| DayField::with(days, about.look.texts));
        Self { words: about.words, place: offers.place, day, offers, ..Self::default() }
    }

    /// Whether it is of these words.
    pub(super) fn is_of(&self, words: Span) -> bool {
        self.words == words
    }

    /// Whether it is said what happened.
    pub(super) fn has_kind(&self) -> bool {
        self.kind.is_some()
    }

    /// What happened, where and when; whether Enter was pressed.
    pub(super) fn ui(&mut self, ui: &mut Ui, about: &About<'_>) -> bool {
        let texts = about.look.texts;
        head(ui, &texts.get("new-event-kind"), about);
        self.kind_ui(ui, about);
        head(ui, &texts.get("new-event-where"), about);
        self.place_ui(ui, about);
        head(ui, &texts.get("new-event-when"), about);
        let is_entered = self.day_ui(ui, about);
        if let Some(key) = self.tray_key() {
            let weak = Palette::of(about.look.view.theme).weak;
            ui.add(Label::new(RichText::new(texts.get(key)).size(12.0).color(weak)).wrap());
        }
        is_entered
    }

    /// Once it is chosen, the others make room for what is asked next.
    fn kind_ui(&mut self, ui: &mut Ui, about: &About<'_>) {
        let texts = about.look.texts;
        match self.kind {
            None => self.kind = kinds_ui(ui, texts, None),
            Some(kind) => {
                if chosen_ui(ui, &texts.get(&format!("kind-{}", kind.name())), &texts.get("new-event-other-kind")) {
                    self.kind = None;
                }
            }
        }
    }

    fn place_ui(&mut self, ui: &mut Ui, about: &About<'_>) {
        let (texts, gazetteer) = (about.look.texts, about.gazetteer);
        if let Some(place) = self.place {
            if chosen_ui(ui, &place_words(gazetteer, place, texts), &texts.get("new-event-other-place")) {
                self.place = None;
            }
            return;
        }
        let places: Vec<PlaceId> = self.offers.place.iter().chain(&self.offers.places).copied().collect();
        let words: Vec<String> = places.iter().map(|&place| place_words(gazetteer, place, texts)).collect();
        let offered = offers_ui(ui, &words).and_then(|number| places.get(number).copied());
        self.place = offered.or(self.search.ui(ui, gazetteer, about.look));
    }

    /// Whether Enter was pressed.
    fn day_ui(&mut self, ui: &mut Ui, about: &About<'_>) -> bool {
        let texts = about.look.texts;
        let is_entered = self.day.ui(ui, &texts.get("correct-day-about"), about.look);
        if self.day.is_empty() {
            let days: Vec<&DateSet> = self.offers.day.iter().chain(&self.offers.days).collect();
            let words: Vec<String> = days.iter().map(|days| set_words(days, texts)).collect();
            if let Some(days) = offers_ui(ui, &words).and_then(|number| days.get(number).copied()) {
                self.day = DayField::with(days, texts);
            }
        }
        self.day.problem_ui(ui, &Palette::of(about.look.view.theme));
        is_entered
    }

    /// What to say of where the event is to be found, where it is not going to be on the map.
    fn tray_key(&self) -> Option<&'static str> {
        match (self.place.is_none(), self.day.is_empty()) {
            (true, true) => Some("new-event-in-neither"),
            (true, false) => Some("new-event-not-placed"),
            (false, true) => Some("new-event-not-dated"),
            (false, false) => None,
        }
    }

    /// The event; none while it is not known what happened, or what is typed is no day, which the field says then.
    pub(super) fn change(&mut self, about: &About<'_>) -> Option<Change> {
        let kind = self.kind?;
        let day = if self.day.is_empty() { None } else { Some(self.day.days(about.look.texts)?) };
        Some(Change::NewEvent {
            words: Anchor::of(about.document, self.words),
            kind,
            certainty: Certainty::Reported,
            place: self.place.map(|place| ChosenPlace::known(about.gazetteer, place)),
            day,
        })
    }
}

fn head(ui: &mut Ui, words: &str, about: &About<'_>) {
    ui.add_space(3.0);
    ui.label(RichText::new(words).font(strong(11.5)).color(Palette::of(about.look.view.theme).weak));
}

/// What is chosen, and whether another is asked for.
fn chosen_ui(ui: &mut Ui, chosen: &str, other: &str) -> bool {
    let row = ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(chosen).size(12.5));
        ui.link(RichText::new(other).size(12.0)).clicked()
    });
    row.inner
}

/// A button for each; the number of the one that was clicked.
fn offers_ui(ui: &mut Ui, offers: &[String]) -> Option<usize> {
    let button = |ui: &mut Ui, words: &String| ui.add(Button::new(RichText::new(words).size(12.0)).wrap()).clicked();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        let clicked: Vec<bool> = offers.iter().map(|words| button(ui, words)).collect();
        clicked.into_iter().position(|is_clicked| is_clicked)
    })
    .inner
}
