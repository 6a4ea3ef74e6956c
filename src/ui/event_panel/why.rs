//! Why here, why this day, why one event: the reasons as sentences, with links to the words they rest on.

use crate::reason::{DocumentIndex, Reason};
use crate::store::{EventIndex, EventStore, Passage};
use crate::ui::side_panel::report_name;
use crate::ui::texts::Texts;
use crate::ui::theme::{Palette, strong};
use crate::view_state::{Command, ViewState};
use egui::{CollapsingHeader, Label, RichText, Ui};

/// Words of evidence that a link shows.
const MOST_LETTERS: usize = 60;

pub(super) fn why_ui(
    ui: &mut Ui,
    store: &EventStore,
    view: &ViewState,
    texts: &Texts,
    index: EventIndex,
    commands: &mut Vec<Command>,
) {
    let Some(event) = store.event(index) else { return };
    let palette = Palette::of(view.theme);
    let title = RichText::new(texts.get("why")).size(12.5).color(palette.accent);
    CollapsingHeader::new(title).id_salt(("why", index)).show_unindented(ui, |ui| {
        let first = store.mentions_of(index).next().map(|(_, mention)| mention.document);
        let here = first.unwrap_or(DocumentIndex(0));
        reason_ui(ui, &texts.get("why-day"), &event.when_reason, here, store, view, commands);
        if let Some(reason) = why_here(store, index) {
            reason_ui(ui, &texts.get("why-here"), reason, here, store, view, commands);
        }
        if event.mentions.len() > 1 {
            reason_ui(ui, &texts.get("why-one"), &event.reason, here, store, view, commands);
        }
        for (_, mention) in store.mentions_of(index) {
            reason_ui(ui, &texts.get("why-reading"), &mention.reason, mention.document, store, view, commands);
        }
        ui.add_space(4.0);
    });
}

/// The reason of the place's name, where the event was first told.
fn why_here(store: &EventStore, event: EventIndex) -> Option<&Reason> {
    store.mentions_of(event).find_map(|(_, mention)| {
        let toponym = mention.place.as_ref()?.toponym?;
        Some(&store.annotation(mention.document)?.toponyms.get(toponym as usize)?.reason)
    })
}

fn reason_ui(
    ui: &mut Ui,
    title: &str,
    reason: &Reason,
    here: DocumentIndex,
    store: &EventStore,
    view: &ViewState,
    commands: &mut Vec<Command>,
) {
    if reason.words.is_empty() {
        return;
    }
    let palette = Palette::of(view.theme);
    ui.add_space(3.0);
    ui.label(RichText::new(title).font(strong(11.5)).color(palette.weak));
    ui.add(Label::new(RichText::new(sentence(&reason.words)).size(12.5)).wrap());
    for evidence in &reason.evidence {
        let document = evidence.document.unwrap_or(here);
        let Some(report) = store.document(document) else { continue };
        let words: String = evidence.span.of(&report.text).chars().take(MOST_LETTERS).collect();
        if words.is_empty() {
            continue;
        }
        let link = RichText::new(format!("“{words}”")).size(12.0);
        if ui.link(link).on_hover_text(report_name(&report.id)).clicked() {
            commands.push(Command::OpenPassage(Passage { document, span: evidence.span }));
        }
    }
}

/// Reasons are kept lower case and without a full stop; here they are sentences.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", letters.as_str())
}
