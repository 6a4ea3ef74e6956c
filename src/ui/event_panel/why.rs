//! Why here, why this day, why one event: each opens its grounds as sentences, with links to the words they rest on.

use super::grounds::{Ground, Grounds, Question};
use crate::store::{EventIndex, EventStore, Passage};
use crate::ui::panel_view::PanelView;
use crate::ui::side_panel::report_name;
use crate::ui::snippet::beginning_of;
use crate::ui::texts::Texts;
use crate::ui::theme::{Palette, strong};
use crate::view_state::Command;
use egui::{Frame, Id, Label, Margin, RichText, Ui};

/// Letters of the words that a link shows.
const MOST_LETTERS: usize = 60;

pub(super) fn why_ui(ui: &mut Ui, look: PanelView<'_>, event: EventIndex, commands: &mut Vec<Command>) {
    let PanelView { store, view, texts } = look;
    let questions: Vec<Grounds> =
        Question::ALL.into_iter().filter_map(|question| Grounds::of(question, store, event, texts)).collect();
    let is_open = |ui: &Ui, grounds: &Grounds| ui.data(|data| data.get_temp(id_of(grounds, event)).unwrap_or(false));
    let palette = Palette::of(view.theme);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for grounds in &questions {
            let open = is_open(ui, grounds);
            let words = RichText::new(texts.get(grounds.question.key())).size(12.0).color(palette.accent);
            if ui.add(egui::Button::selectable(open, words).frame_when_inactive(true)).clicked() {
                ui.data_mut(|data| data.insert_temp(id_of(grounds, event), !open));
            }
        }
    });
    for grounds in &questions {
        if is_open(ui, grounds) {
            grounds_ui(ui, grounds, look, commands);
        }
    }
}

fn id_of(grounds: &Grounds, event: EventIndex) -> Id {
    Id::unique(("why", grounds.question, event))
}

fn grounds_ui(ui: &mut Ui, grounds: &Grounds, look: PanelView<'_>, commands: &mut Vec<Command>) {
    let PanelView { store, view, texts } = look;
    let palette = Palette::of(view.theme);
    let frame = Frame::new().fill(palette.card).corner_radius(6.0).inner_margin(Margin::symmetric(10, 7));
    ui.add_space(2.0);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.label(RichText::new(texts.get(grounds.question.key())).font(strong(11.5)).color(palette.weak));
        for ground in &grounds.grounds {
            ground_ui(ui, ground, store, texts, commands);
        }
    });
}

fn ground_ui(ui: &mut Ui, ground: &Ground, store: &EventStore, texts: &Texts, commands: &mut Vec<Command>) {
    ui.add(Label::new(RichText::new(&ground.sentence).size(12.5)).wrap());
    ui.indent(("evidence", &ground.sentence), |ui| {
        for &passage in &ground.evidence {
            let Some(label) = link_words(passage, store, texts) else { continue };
            if ui.add(egui::Link::new(RichText::new(label).size(12.0))).clicked() {
                commands.push(Command::OpenPassage(passage));
            }
        }
    });
}

/// `“mercredi matin” in 002`: which report it opens is part of the link.
fn link_words(passage: Passage, store: &EventStore, texts: &Texts) -> Option<String> {
    let report = store.document(passage.document)?;
    let shown = beginning_of(passage.span.of(&report.text), MOST_LETTERS);
    let name = report_name(&report.id);
    (!shown.is_empty()).then(|| texts.with("why-words-in", [("words", shown.into()), ("report", name.into())]))
}
