//! [`NewEvent`]: what happened, where and when, of an event that a user tells from words of a report.

use super::offers::Offers;
use super::selection::Selection;
use crate::correction::{Anchor, Change, ChosenPlace};
use crate::document::Document;
use crate::edtf::DateSet;
use crate::event::{Certainty, EventKind};
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::reason::DocumentIndex;
use crate::span::Span;
use crate::ui::correct_panel::{DayField, PlaceSearch, kinds_ui, place_words};
use crate::ui::dates::set_words;
use crate::ui::marked_text::MarkedText;
use crate::ui::panel_view::PanelView;
use crate::ui::theme::{Palette, strong};
use crate::view_state::{Command, CorrectCommand};
use egui::{Button, Frame, Label, Margin, Panel, RichText, ScrollArea, Ui};

/// Letters of the selected words that are shown.
const MOST_LETTERS: usize = 90;
/// Share of the report's height that the form has at most: the words it is of stay in sight.
const MOST_HEIGHT: f32 = 0.7;

/// Over and under what is asked.
const MARGIN: i8 = 7;

/// The form, once it is open, and the height that all of it wants.
#[derive(Debug, Default)]
pub(super) struct NewEvent {
    form: Option<NewEventForm>,
    height: f32,
}

/// What is filled in; it begins with what the words name.
#[derive(Debug, Default)]
struct NewEventForm {
    words: Span,
    kind: Option<EventKind>,
    place: Option<PlaceId>,
    search: PlaceSearch,
    day: DayField,
    offers: Offers,
}

/// The words, and what the form is drawn from.
struct About<'a> {
    index: DocumentIndex,
    document: &'a Document,
    words: Span,
    gazetteer: &'a Gazetteer,
    look: PanelView<'a>,
}

/// While words are selected: what they tell. It lies under the text, which stays where it is.
pub(super) fn new_event_ui(
    ui: &mut Ui,
    selection: &mut Selection,
    new_event: &mut NewEvent,
    index: DocumentIndex,
    gazetteer: &Gazetteer,
    look: PanelView<'_>,
    commands: &mut Vec<Command>,
) {
    let (Some(words), Some(document)) = (selection.words(index), look.store.document(index)) else {
        *new_event = NewEvent::default();
        return;
    };
    new_event.form.take_if(|form| form.words != words);
    let about = About { index, document, words, gazetteer, look };
    let ground = Palette::of(look.view.theme).accent_ground;
    let frame = Frame::new().fill(ground).inner_margin(Margin::symmetric(12, MARGIN));
    let height = new_event.height.min(ui.available_height() * MOST_HEIGHT);
    let panel = Panel::bottom("new-event").frame(frame).exact_size(height).resizable(false);
    if let Some(done) = panel.show_separator_line(false).show(ui, |ui| new_event.ui(ui, &about)).inner {
        *selection = Selection::default();
        *new_event = NewEvent::default();
        commands.extend(done.map(|change| Command::Correct(CorrectCommand::Make(Box::new(change), String::new()))));
    }
}

impl NewEvent {
    /// The words, the form and the ways on; what came of it, once something did.
    fn ui(&mut self, ui: &mut Ui, about: &About<'_>) -> Option<Option<Change>> {
        let top = ui.cursor().top();
        words_ui(ui, about);
        let (mut is_entered, mut out_of_sight) = (false, 0.0);
        if let Some(form) = &mut self.form {
            let ways = ui.spacing().interact_size.y + ui.spacing().item_spacing.y;
            let scroll = ScrollArea::vertical().id_salt(about.words.start()).auto_shrink(false);
            let drawn = scroll.max_height(ui.available_height() - ways).show(ui, |ui| form.ui(ui, about));
            is_entered = drawn.inner;
            out_of_sight = drawn.content_size.y - drawn.inner_rect.height();
        }
        let done = ui.horizontal(|ui| ways_ui(ui, &mut self.form, is_entered, about)).inner;
        let drawn = ui.cursor().top() - ui.spacing().item_spacing.y - top;
        let height = drawn + out_of_sight + 2.0 * f32::from(MARGIN);
        if (height - self.height).abs() > 0.5 {
            self.height = height;
            ui.ctx().request_repaint();
        }
        done
    }
}

fn words_ui(ui: &mut Ui, about: &About<'_>) {
    let PanelView { view, texts, .. } = about.look;
    let words: String = about.words.of(&about.document.text).chars().take(MOST_LETTERS).collect();
    let text = texts.with("in-quotes", [("words", words.into())]);
    let span = Span::new(0, text.len());
    MarkedText { text: &text, span, marks: &[], size: 12.5, is_strong: false, theme: view.theme }.show(ui);
}

/// The ways on from the words: an event, once its form is open, or nothing. None while neither is asked for.
fn ways_ui(
    ui: &mut Ui,
    form: &mut Option<NewEventForm>,
    is_entered: bool,
    about: &About<'_>,
) -> Option<Option<Change>> {
    let texts = about.look.texts;
    let mut told = None;
    match form {
        None => {
            if ui.button(RichText::new(texts.get("new-event")).size(12.0)).clicked() {
                *form = Some(NewEventForm::of(about));
            }
        }
        Some(form) => {
            let add = Button::new(RichText::new(texts.get("new-event-add")).size(12.0));
            let add = ui.add_enabled(form.kind.is_some(), add).on_disabled_hover_text(texts.get("new-event-no-kind"));
            told = (add.clicked() || is_entered).then(|| form.change(about)).flatten();
        }
    }
    let is_left = ui.link(RichText::new(texts.get("new-event-none")).size(12.0)).clicked();
    told.map(Some).or(is_left.then_some(None))
}

impl NewEventForm {
    fn of(about: &About<'_>) -> Self {
        let found = about.look.store.annotation(about.index);
        let offers = found.map_or_else(Offers::default, |found| Offers::of(found, about.words));
        let day = offers.day.as_ref().map_or_else(DayField::default, |days| DayField::with(days, about.look.texts));
        Self { words: about.words, place: offers.place, day, offers, ..Self::default() }
    }

    /// What happened, where and when; whether Enter was pressed.
    fn ui(&mut self, ui: &mut Ui, about: &About<'_>) -> bool {
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
    fn change(&mut self, about: &About<'_>) -> Option<Change> {
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
