//! What of the selected event is wrong, and what it is to be: each answer is one entry in the log of corrections.

mod day;
mod day_field;
mod figures;
mod own_place;
mod place;
mod place_search;
mod same;

use super::panel_view::PanelView;
use super::text_field::text_field;
use super::texts::Texts;
use super::theme::{Palette, strong};
use super::trays::certainty_key;
use crate::correction::{Change, Subject};
use crate::event::{Certainty, EventKind};
use crate::gazetteer::Gazetteer;
use crate::store::EventIndex;
use crate::view_state::{Command, CorrectCommand};
pub(super) use day_field::DayField;
use egui::{Frame, Margin, RichText, Ui};
use figures::FigureForm;
use place::PlaceForm;
pub(super) use place_search::{PlaceSearch, place_words};

/// What can be corrected of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Place,
    Day,
    Kind,
    Certainty,
    Figures,
    Same,
}

impl Part {
    const ALL: [(Self, &'static str); 6] = [
        (Self::Place, "correct-place"),
        (Self::Day, "correct-day"),
        (Self::Kind, "correct-kind"),
        (Self::Certainty, "correct-certainty"),
        (Self::Figures, "correct-figures"),
        (Self::Same, "correct-same"),
    ];
}

/// What is being filled in, until it is said.
#[derive(Debug)]
pub(super) struct CorrectPanel {
    gazetteer: Gazetteer,
    /// Id of the event that the forms are filled in for.
    of: String,
    part: Option<Part>,
    note: String,
    place: PlaceForm,
    day: DayField,
    figures: Vec<FigureForm>,
}

impl Default for CorrectPanel {
    fn default() -> Self {
        Self {
            gazetteer: Gazetteer::embedded().clone(),
            of: String::new(),
            part: None,
            note: String::new(),
            place: PlaceForm::default(),
            day: DayField::default(),
            figures: Vec::new(),
        }
    }
}

impl CorrectPanel {
    /// The gazetteer with the user's own places.
    pub(super) fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    pub(super) fn take_gazetteer(&mut self, gazetteer: Gazetteer) {
        self.gazetteer = gazetteer;
        self.figures.clear();
    }

    /// Leaves the form that is open, with what was filled in; `false` where none was.
    pub(super) fn close(&mut self) -> bool {
        let was_open = self.part.is_some();
        self.empty();
        was_open
    }

    /// Empty forms for another event.
    fn turn_to(&mut self, id: &str) {
        if self.of != id {
            id.clone_into(&mut self.of);
            self.empty();
        }
    }

    fn empty(&mut self) {
        self.part = None;
        self.note.clear();
        self.place = PlaceForm::default();
        self.day = DayField::default();
        self.figures.clear();
    }
}

/// What the forms of one event are drawn from.
struct About<'a> {
    look: PanelView<'a>,
    event: EventIndex,
}

impl About<'_> {
    /// All its tellings. Asked for once something is said of them: it takes down what the reports' texts are.
    fn subject(&self) -> Subject {
        let store = self.look.store;
        store.event(self.event).map(|told| Subject::event(store.collection(), told)).unwrap_or_default()
    }
}

/// A change, once it was asked for.
type Wanted = Option<Change>;

pub(super) fn correct_panel_ui(
    ui: &mut Ui,
    panel: &mut CorrectPanel,
    look: PanelView<'_>,
    event: EventIndex,
    commands: &mut Vec<Command>,
) {
    let PanelView { store, view, texts } = look;
    let Some(told) = store.event(event) else { return };
    panel.turn_to(&told.id);
    let about = About { look, event };
    let palette = Palette::of(view.theme);
    ui.add_space(4.0);
    let mut wanted = parts_ui(ui, panel, &about);
    if let Some(part) = panel.part {
        let frame = Frame::new().fill(palette.card).corner_radius(6.0).inner_margin(Margin::symmetric(10, 8));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            wanted = part_ui(ui, panel, part, &about, commands).or(wanted.take());
            if part == Part::Figures && panel.figures.is_empty() {
                return;
            }
            ui.add_space(4.0);
            text_field(ui, &mut panel.note, &texts.get("correct-note"), f32::INFINITY);
        });
    }
    if let Some(change) = wanted {
        let note = std::mem::take(&mut panel.note);
        panel.part = None;
        commands.push(Command::Correct(CorrectCommand::Make(Box::new(change), note.trim().to_owned())));
    }
}

/// What can be corrected, to choose from; that it is no event needs no form.
fn parts_ui(ui: &mut Ui, panel: &mut CorrectPanel, about: &About<'_>) -> Wanted {
    let (texts, palette) = (about.look.texts, Palette::of(about.look.view.theme));
    let mut wanted: Wanted = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        ui.label(RichText::new(texts.get("correct")).size(12.0).color(palette.weak));
        for (part, key) in Part::ALL {
            let is_open = panel.part == Some(part);
            let words = texts.get(key);
            let name = format!("{} {words}", texts.get("correct"));
            let button = egui::Button::selectable(is_open, RichText::new(words).size(12.0)).frame_when_inactive(true);
            if ui.add(button).accessible_name(name).clicked() {
                panel.part = (!is_open).then_some(part);
            }
        }
        if ui.add(egui::Button::new(RichText::new(texts.get("correct-no-event")).size(12.0))).clicked() {
            wanted = Some(Change::NotAnEvent { of: about.subject() });
        }
    });
    wanted
}

fn part_ui(
    ui: &mut Ui,
    panel: &mut CorrectPanel,
    part: Part,
    about: &About<'_>,
    commands: &mut Vec<Command>,
) -> Wanted {
    match part {
        Part::Place => place::place_ui(ui, &mut panel.place, &panel.gazetteer, about, commands),
        Part::Day => day::day_ui(ui, &mut panel.day, about),
        Part::Kind => kind_ui(ui, about),
        Part::Certainty => certainty_ui(ui, about),
        Part::Figures => figures::figures_ui(ui, &mut panel.figures, about),
        Part::Same => same::same_ui(ui, about),
    }
}

/// A line that says what a form is about.
fn hint(ui: &mut Ui, about: &About<'_>, words: &str) {
    let color = Palette::of(about.look.view.theme).weak;
    ui.add(egui::Label::new(RichText::new(words).size(12.0).color(color)).wrap());
}

fn kind_ui(ui: &mut Ui, about: &About<'_>) -> Wanted {
    let now = about.look.store.kind(about.event);
    let chosen = kinds_ui(ui, about.look.texts, Some(now));
    chosen.map(|to| Change::Kind { of: about.subject(), to })
}

/// A button for each kind.
pub(super) fn kinds_ui(ui: &mut Ui, texts: &Texts, now: Option<EventKind>) -> Option<EventKind> {
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for kind in EventKind::ALL {
            let words = RichText::new(texts.get(&format!("kind-{}", kind.name()))).size(12.0);
            let button = egui::Button::selectable(now == Some(kind), words).frame_when_inactive(true);
            if ui.add(button).clicked() && now != Some(kind) {
                chosen = Some(kind);
            }
        }
    });
    chosen
}

fn certainty_ui(ui: &mut Ui, about: &About<'_>) -> Wanted {
    let now = about.look.store.mentions_of(about.event).next().map(|(_, mention)| mention.certainty);
    hint(ui, about, &about.look.texts.get("correct-certainty-about"));
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for certainty in Certainty::ALL {
            let words = RichText::new(about.look.texts.get(certainty_key(certainty))).size(12.0);
            let button = egui::Button::selectable(now == Some(certainty), words).frame_when_inactive(true);
            if ui.add(button).clicked() && now != Some(certainty) {
                chosen = Some(certainty);
            }
        }
    });
    chosen.map(|to| Change::Certainty { of: about.subject(), to })
}

/// A heading inside a form.
fn part_head(ui: &mut Ui, about: &About<'_>, words: &str) {
    ui.add_space(3.0);
    ui.label(RichText::new(words).font(strong(11.5)).color(Palette::of(about.look.view.theme).weak));
}
