//! One quote, all tellings of the event in it: the sentence as it stands in the report, with place, date, trigger and figures marked.

use crate::event::{Certainty, Mention, MentionIndex};
use crate::span::Span;
use crate::store::EventStore;
use crate::ui::marked_text::{Mark, MarkedSpan, MarkedText};
use crate::ui::side_panel::report_name;
use crate::ui::texts::Texts;
use crate::ui::theme::{Palette, strong};
use crate::ui::trays::certainty_words;
use crate::view_state::{Command, ViewState};
use egui::{Frame, Label, Margin, RichText, Ui};

pub(super) fn quote_ui(
    ui: &mut Ui,
    store: &EventStore,
    view: &ViewState,
    texts: &Texts,
    tellings: &[(MentionIndex, &Mention)],
    commands: &mut Vec<Command>,
) {
    let Some(&(index, mention)) = tellings.first() else { return };
    let Some(document) = store.document(mention.document) else { return };
    let palette = Palette::of(view.theme);
    let frame = Frame::new().fill(palette.card).corner_radius(6.0).inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let name = RichText::new(report_name(&document.id)).font(strong(11.5)).color(palette.weak);
            ui.add(Label::new(name).truncate());
            if mention.certainty != Certainty::Reported {
                ui.label(RichText::new(certainty_words(mention, texts)).size(11.5).color(palette.warning));
            }
        });
        let marks: Vec<MarkedSpan> = tellings.iter().flat_map(|(_, mention)| marks_of(store, mention)).collect();
        let text =
            MarkedText { text: &document.text, span: mention.quote, marks: &marks, size: 14.0, theme: view.theme };
        text.show(ui);
        if let Some(speaker) = &mention.speaker {
            let words = texts.with("says", [("speaker", speaker.name.as_str().into())]);
            ui.add(Label::new(RichText::new(words).size(12.0).color(palette.weak)).wrap());
        }
        ui.horizontal(|ui| {
            if ui.link(RichText::new(texts.get("open-in-report")).size(12.5)).clicked() {
                commands.push(Command::OpenMention(index));
            }
            ui.add_space(6.0);
            if ui.link(RichText::new(texts.get("copy-citation")).size(12.5)).clicked() {
                ui.ctx().copy_text(citation(store, mention));
            }
        });
    });
}

/// What the sentence holds, and what the conclusions on place and day rest on.
fn marks_of(store: &EventStore, mention: &Mention) -> Vec<MarkedSpan> {
    let mut marks = vec![MarkedSpan { span: mention.trigger, mark: Mark::Trigger }];
    let mut add = |span: Span, mark: Mark| marks.push(MarkedSpan { span, mark });
    if let Some(place) = &mention.place {
        add(place.span, Mark::Place);
    }
    let timexes = store.annotation(mention.document).map_or(&[][..], |found| found.timexes.as_slice());
    if let Some(timex) = mention.timex.and_then(|index| timexes.get(index as usize)) {
        add(timex.span, Mark::Date);
    }
    for claim in &mention.claims {
        add(claim.span, Mark::Figure);
    }
    marks
}

/// The quote with where it stands: « … » (002, 2021-07-07, bytes 312–540).
fn citation(store: &EventStore, mention: &Mention) -> String {
    let Some(document) = store.document(mention.document) else { return String::new() };
    let published = store.annotation(mention.document).map(|found| found.publication.inferred.to_string());
    let published = published.unwrap_or_default();
    let (start, end) = (mention.quote.start(), mention.quote.end());
    format!("« {} » ({}, {published}, {start}–{end})", mention.quote.of(&document.text), document.id)
}
