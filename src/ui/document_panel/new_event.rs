//! [`NewEvent`]: the event that a user tells from words selected in a report.

use super::new_event_form::{About, NewEventForm};
use super::selection::Selection;
use crate::correction::Change;
use crate::gazetteer::Gazetteer;
use crate::reason::DocumentIndex;
use crate::span::Span;
use crate::ui::marked_text::MarkedText;
use crate::ui::panel_view::PanelView;
use crate::ui::snippet::beginning_of;
use crate::ui::theme::Palette;
use crate::view_state::{Command, CorrectCommand};
use egui::{Button, Frame, Margin, Panel, RichText, ScrollArea, Ui};

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

/// What comes of the words.
enum Outcome {
    /// Nothing yet.
    Open,
    /// They are left alone.
    Left,
    /// An event.
    Told(Box<Change>),
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
    new_event.form.take_if(|form| !form.is_of(words));
    let about = About { index, document, words, gazetteer, look };
    let ground = Palette::of(look.view.theme).accent_ground;
    let frame = Frame::new().fill(ground).inner_margin(Margin::symmetric(12, MARGIN));
    let height = new_event.height.min(ui.available_height() * MOST_HEIGHT);
    let panel = Panel::bottom("new-event").frame(frame).exact_size(height).resizable(false);
    match panel.show_separator_line(false).show(ui, |ui| new_event.ui(ui, &about)).inner {
        Outcome::Open => return,
        Outcome::Left => {}
        Outcome::Told(change) => commands.push(Command::Correct(CorrectCommand::Make(change, String::new()))),
    }
    *selection = Selection::default();
    *new_event = NewEvent::default();
}

impl NewEvent {
    /// The words, the form and the ways on.
    fn ui(&mut self, ui: &mut Ui, about: &About<'_>) -> Outcome {
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
        let outcome = ui.horizontal(|ui| ways_ui(ui, &mut self.form, is_entered, about)).inner;
        let drawn = ui.cursor().top() - ui.spacing().item_spacing.y - top;
        let height = drawn + out_of_sight + 2.0 * f32::from(MARGIN);
        if (height - self.height).abs() > 0.5 {
            self.height = height;
            ui.ctx().request_repaint();
        }
        outcome
    }
}

fn words_ui(ui: &mut Ui, about: &About<'_>) {
    let PanelView { view, texts, .. } = about.look;
    let words = beginning_of(about.words.of(&about.document.text), MOST_LETTERS);
    let text = texts.with("in-quotes", [("words", words.into())]);
    let span = Span::new(0, text.len());
    MarkedText { text: &text, span, marks: &[], size: 12.5, is_strong: false, theme: view.theme }.show(ui);
}

/// The ways on from the words: an event, once its form is open, or nothing.
fn ways_ui(ui: &mut Ui, form: &mut Option<NewEventForm>, is_entered: bool, about: &About<'_>) -> Outcome {
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
            let add = ui.add_enabled(form.has_kind(), add).on_disabled_hover_text(texts.get("new-event-no-kind"));
            told = (add.clicked() || is_entered).then(|| form.change(about)).flatten();
        }
    }
    let is_left = ui.link(RichText::new(texts.get("new-event-none")).size(12.0)).clicked();
    match told {
        Some(change) => Outcome::Told(Box::new(change)),
        None if is_left => Outcome::Left,
        None => Outcome::Open,
    }
}
