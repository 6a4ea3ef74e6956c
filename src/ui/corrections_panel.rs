//! What was corrected: who, when, what was before and what is now, the last first; each can be taken back.

use super::change_words::{after_words, before_words};
use super::corrections::Corrections;
use super::local_time::local_words;
use super::panel_view::PanelView;
use super::side_panel::report_name;
use super::snippet::beginning_of;
use super::texts::Texts;
use super::theme::{Palette, strong};
use crate::correction::{Act, Anchor, Change, Entry};
use crate::reason::DocumentIndex;
use crate::store::{EventStore, Passage};
use crate::view_state::{Command, CorrectCommand};
use egui::{Frame, Label, Margin, RichText, ScrollArea, Ui};

/// Letters of the words that a correction rests on which are shown.
const MOST_LETTERS: usize = 80;

pub(super) fn corrections_panel_ui(
    ui: &mut Ui,
    corrections: &Corrections,
    look: PanelView<'_>,
    commands: &mut Vec<Command>,
) {
    let PanelView { view, texts, .. } = look;
    let palette = Palette::of(view.theme);
    ScrollArea::vertical().id_salt("corrections").auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(Margin { left: 12, right: 14, top: 8, bottom: 16 }).show(ui, |ui| {
            let log = corrections.log();
            ui.horizontal(|ui| {
                let steps = [
                    ("undo", log.undo().is_some(), CorrectCommand::Undo),
                    ("redo", log.redo().is_some(), CorrectCommand::Redo),
                ];
                for (key, is_there, command) in steps {
                    if ui.add_enabled(is_there, egui::Button::new(texts.get(key))).clicked() {
                        commands.push(Command::Correct(command));
                    }
                }
            });
            ui.add_space(6.0);
            if log.entries().next().is_none() {
                ui.add(Label::new(RichText::new(texts.get("corrections-none")).color(palette.weak)).wrap());
            }
            let entries: Vec<_> = log.entries().collect();
            for (number, entry) in entries.into_iter().rev() {
                entry_ui(ui, corrections, number, entry, look, commands);
                ui.add_space(4.0);
            }
        });
    });
}

fn entry_ui(
    ui: &mut Ui,
    corrections: &Corrections,
    number: u32,
    entry: &Entry,
    look: PanelView<'_>,
    commands: &mut Vec<Command>,
) {
    let PanelView { view, texts, .. } = look;
    let palette = Palette::of(view.theme);
    let Some(change) = corrections.log().change_of(entry) else {
        let line = format!("{number} · {}", texts.get("change-unreadable"));
        ui.add(Label::new(RichText::new(line).color(palette.weak)).wrap());
        return;
    };
    let small = |words: String| Label::new(RichText::new(words).size(11.5).color(palette.weak)).wrap();
    let frame = Frame::new().fill(palette.card).corner_radius(6.0).inner_margin(Margin::symmetric(10, 7));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let what = texts.get(&format!("change-{}", change.what().replace(' ', "-")));
        let head = match &entry.act {
            Act::Correct(_) | Act::Lost => what,
            Act::Undo { entry } => texts.with("change-undone", [("number", (*entry).into()), ("what", what.into())]),
            Act::Redo { entry } => texts.with("change-redone", [("number", (*entry).into()), ("what", what.into())]),
        };
        ui.label(RichText::new(format!("{number} · {head}")).font(strong(13.0)));
        if matches!(entry.act, Act::Correct(_)) {
            ui.add(Label::new(RichText::new(was_and_is(corrections, change, entry, texts)).size(13.0)).wrap());
            if let Some(anchor) = change.anchors().first() {
                passage_ui(ui, anchor, look, commands);
            }
        }
        if !entry.note.is_empty() {
            ui.add(Label::new(RichText::new(&entry.note).size(12.5).italics()).wrap());
        }
        let when = local_words(entry.when, texts);
        ui.add(small(if entry.who.is_empty() { when } else { format!("{} · {when}", entry.who) }));
        if matches!(entry.act, Act::Correct(_)) {
            state_ui(ui, corrections, number, &palette, texts, commands);
        }
    });
}

/// Whether it is in force, and the way to change that.
fn state_ui(
    ui: &mut Ui,
    corrections: &Corrections,
    number: u32,
    palette: &Palette,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    if corrections.is_lost(number) {
        ui.add(Label::new(RichText::new(texts.get("change-lost")).size(12.0).color(palette.warning)).wrap());
    }
    ui.horizontal(|ui| {
        if corrections.log().is_in_force(number) {
            if ui.link(RichText::new(texts.get("take-back")).size(12.0)).clicked() {
                commands.push(Command::Correct(CorrectCommand::TakeBack(number)));
            }
        } else {
            ui.label(RichText::new(texts.get("change-not-in-force")).size(12.0).color(palette.weak));
            let is_next = corrections.log().redo() == Some(Act::Redo { entry: number });
            if is_next && ui.link(RichText::new(texts.get("bring-back")).size(12.0)).clicked() {
                commands.push(Command::Correct(CorrectCommand::Redo));
            }
        }
    });
}

/// `Qala-i-Naw → Kunduz`; several things that were before stand in lines of their own.
fn was_and_is(corrections: &Corrections, change: &Change, entry: &Entry, texts: &Texts) -> String {
    let before = before_words(change, &entry.before, corrections.former_places(), texts);
    let arrow = if before.contains('\n') { "\n→ " } else { " → " };
    format!("{before}{arrow}{}", after_words(change, texts))
}

/// The first words that a change rests on, with their report: a link to them as long as they are there.
fn passage_ui(ui: &mut Ui, anchor: &Anchor, look: PanelView<'_>, commands: &mut Vec<Command>) {
    let words = beginning_of(&anchor.words, MOST_LETTERS);
    let quoted = look.texts.with("in-quotes", [("words", words.into())]);
    let words = format!("{quoted} · {}", report_name(&anchor.document));
    if ui.link(RichText::new(words).size(11.5)).clicked() {
        commands.extend(passage_of(anchor, look.store).map(Command::OpenPassage));
    }
}

fn passage_of(anchor: &Anchor, store: &EventStore) -> Option<Passage> {
    let index = store.documents().iter().position(|document| document.id == anchor.document)?;
    let span = anchor.find(&store.documents().get(index)?.text)?;
    Some(Passage { document: DocumentIndex(u32::try_from(index).ok()?), span })
}
