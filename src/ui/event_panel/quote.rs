//! One quote, all tellings of the event in it: the sentence as it stands in the report, with place, date, trigger and figures marked.

use crate::event::{Certainty, Mention, MentionIndex};
use crate::span::Span;
use crate::store::EventStore;
use crate::ui::citation::citation;
use crate::ui::marked_text::{Mark, MarkedSpan, MarkedText};
use crate::ui::panel_view::PanelView;
use crate::ui::side_panel::report_name;
use crate::ui::theme::{Palette, strong};
use crate::ui::trays::certainty_words;
use crate::view_state::Command;
use egui::{Frame, Label, Margin, RichText, Ui};

pub(super) fn quote_ui(
    ui: &mut Ui,
    look: PanelView<'_>,
    tellings: &[(MentionIndex, &Mention)],
    commands: &mut Vec<Command>,
) {
    let PanelView { store, view, texts } = look;
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
        let text = MarkedText {
            text: &document.text,
            span: mention.quote,
            marks: &marks,
            size: 14.0,
            is_strong: false,
            theme: view.theme,
        };
        text.show(ui);
        retold_ui(ui, look, tellings);
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
                ui.ctx().copy_text(citation(store, mention.document, mention.quote, texts));
            }
        });
    });
}

/// Other sentences of the report that tell the same again.
fn retold_ui(ui: &mut Ui, look: PanelView<'_>, tellings: &[(MentionIndex, &Mention)]) {
    let PanelView { store, view, texts } = look;
    let palette = Palette::of(view.theme);
    let mut shown: Vec<Span> = Vec::new();
    for (_, mention) in tellings {
        let Some(document) = store.document(mention.document) else { continue };
        for &span in mention.retellings.iter().filter(|&&span| span != mention.quote) {
            if shown.contains(&span) {
                continue;
            }
            shown.push(span);
            ui.label(RichText::new(texts.get("quote-retold")).size(11.0).color(palette.weak));
            let marks = marks_of(store, mention);
            MarkedText { text: &document.text, span, marks: &marks, size: 13.0, is_strong: false, theme: view.theme }
                .show(ui);
        }
    }
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
    for actor in &mention.actors {
        add(actor.span, Mark::Actor);
    }
    for claim in &mention.claims {
        add(claim.span, Mark::Figure);
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::gazetteer::Gazetteer;
    use crate::pipeline::Engine;
    use crate::ui::worker::index;

    #[test]
    fn place_date_trigger_actors_and_figures_of_every_telling_are_marked() {
        let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
        let store = index(engine.read_all(Corpus::bundled()), engine.gazetteer());
        let mut marked = [0; 5];
        for mention in store.events().flat_map(|event| store.mentions_of(event)).map(|(_, mention)| mention) {
            let marks = marks_of(&store, mention);
            let has = |span: Span, mark: Mark| marks.contains(&MarkedSpan { span, mark });
            assert!(has(mention.trigger, Mark::Trigger));
            assert!(mention.place.as_ref().is_none_or(|place| has(place.span, Mark::Place)));
            assert!(mention.actors.iter().all(|actor| has(actor.span, Mark::Actor)));
            assert!(mention.claims.iter().all(|claim| has(claim.span, Mark::Figure)));
            let kinds = [Mark::Trigger, Mark::Place, Mark::Date, Mark::Actor, Mark::Figure];
            for (count, kind) in marked.iter_mut().zip(kinds) {
                *count += marks.iter().filter(|mark| mark.mark == kind).count();
            }
        }
        assert!(marked.iter().all(|&count| count > 5), "{marked:?}");
    }
}
