//! What stands over a report: its name, its day, what its marks mean; or all reports, where none is open.

use super::DocumentPanel;
use super::find::find_ui;
use crate::document::{Document, Publication};
use crate::reason::DocumentIndex;
use crate::span::Span;
use crate::ui::bidi_layout::{digits_turned, has_right_to_left};
use crate::ui::dates::set_words;
use crate::ui::icon::Icon;
use crate::ui::marked_text::{Mark, MarkedSpan, MarkedText};
use crate::ui::panel_view::PanelView;
use crate::ui::side_panel::report_name;
use crate::ui::texts::Texts;
use crate::ui::theme::{Palette, strong};
use crate::view_state::{Command, Direction, OpenReport, ViewState};
use crate::wording::reasons::{Audience, reason_words};
use egui::{Align, Frame, Label, Layout, Margin, RichText, ScrollArea, Ui};

/// Height of a report in the list of them, in points.
const REPORT_ROW: f32 = 38.0;
/// Letters that the first words of a report have there at most.
const FIRST_WORDS: usize = 120;

/// All reports, to choose one.
pub(super) fn reports_ui(ui: &mut Ui, look: PanelView<'_>, commands: &mut Vec<Command>) {
    let PanelView { store, view, texts } = look;
    let palette = Palette::of(view.theme);
    Frame::new().inner_margin(Margin::symmetric(12, 10)).show(ui, |ui| {
        ui.label(RichText::new(texts.get("no-report")).color(palette.weak));
        ui.add_space(6.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, REPORT_ROW, store.documents().len(), |ui, range| {
            for number in range {
                let index = DocumentIndex(u32::try_from(number).unwrap_or(u32::MAX));
                let Some(document) = store.document(index) else { continue };
                if report_ui(ui, index, document, look) {
                    commands.push(Command::OpenReport(index));
                }
            }
        });
    });
}

/// The title over the name, or the name over the first words: files are often named by numbers. Says whether it was clicked.
fn report_ui(ui: &mut Ui, index: DocumentIndex, document: &Document, look: PanelView<'_>) -> bool {
    let PanelView { store, view, .. } = look;
    let name = report_name(&document.id);
    let boilerplate = store.annotation(index).map_or(&[][..], |found| &found.boilerplate);
    let first_words = first_words(&document.text, boilerplate);
    let (head, under) = document.title.as_deref().map_or((name, first_words.as_str()), |title| (title, name));
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), REPORT_ROW), egui::Sense::hover());
    let mut row = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    let is_clicked = if has_right_to_left(head) {
        let span = Span::new(0, head.len());
        let text = MarkedText { text: head, span, marks: &[], size: 14.0, is_strong: false, theme: view.theme };
        text.show(&mut row).response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
    } else {
        row.add(egui::Link::new(head)).clicked()
    };
    let words = RichText::new(digits_turned(under)).size(11.5).color(Palette::of(view.theme).weak);
    row.label(words).accessible_name(under);
    is_clicked
}

/// The first line that is of the report, as much of it as a line has room for.
fn first_words(text: &str, boilerplate: &[Span]) -> String {
    let lines = text.split_inclusive('\n').scan(0, |at, line| {
        let start = std::mem::replace(at, *at + line.len());
        Some((start, line.trim()))
    });
    let of_report =
        |(start, line): &(usize, &str)| !line.is_empty() && !boilerplate.iter().any(|span| span.holds(*start));
    let first = lines.into_iter().find(of_report).map_or("", |(_, line)| line);
    first.chars().take(FIRST_WORDS).collect()
}

/// The report's name and day, the ways to its events and to all reports, the legend, and the field to find words in it.
pub(super) fn head_ui(
    ui: &mut Ui,
    panel: &mut DocumentPanel,
    report: OpenReport,
    look: PanelView<'_>,
    commands: &mut Vec<Command>,
) {
    let PanelView { store, view, texts } = look;
    let Some(document) = store.document(report.document) else { return };
    Frame::new().inner_margin(Margin { left: 12, right: 10, top: 6, bottom: 6 }).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let steps = [
                    (Icon::Down, texts.get("next-mark"), "N", Direction::Forward),
                    (Icon::Up, texts.get("previous-mark"), "P", Direction::Back),
                ];
                for (icon, name, key, direction) in steps {
                    if icon.button(ui, &name, Some(key), false, false).clicked() {
                        panel.step = Some(direction);
                    }
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    if Icon::Back.button(ui, &texts.get("all-reports"), None, false, false).clicked() {
                        commands.push(Command::CloseReport);
                    }
                    title_ui(ui, document, view);
                });
            });
        });
        if let Some(found) = store.annotation(report.document) {
            publication_ui(ui, &found.publication, look);
        }
        legend_ui(ui, view, texts);
        find_ui(ui, &mut panel.find, report.document, &document.text, view, texts);
    });
}

/// Its title or name, in a line.
fn title_ui(ui: &mut Ui, document: &Document, view: &ViewState) {
    let name = document.title.clone().unwrap_or_else(|| report_name(&document.id).to_owned());
    let response = if has_right_to_left(&name) {
        let (text, span) = (name.as_str(), Span::new(0, name.len()));
        MarkedText { text, span, marks: &[], size: 14.0, is_strong: true, theme: view.theme }.show(ui).response
    } else {
        ui.add(Label::new(RichText::new(&name).font(strong(14.0))).truncate())
    };
    response.on_hover_text(&document.id);
}

/// The day on which it came out, and why that one.
fn publication_ui(ui: &mut Ui, publication: &Publication, look: PanelView<'_>) {
    let PanelView { view, texts, .. } = look;
    let day = if publication.inferred.is_open() {
        texts.get("published-unknown")
    } else {
        texts.with("published", [("day", set_words(&publication.inferred, texts).into())])
    };
    let label = ui.label(RichText::new(day).size(12.0).color(Palette::of(view.theme).weak));
    label.on_hover_text(reason_words(&publication.reason, texts, Audience::Reader));
}

fn legend_ui(ui: &mut Ui, view: &ViewState, texts: &Texts) {
    let entries = [
        (texts.get("legend-place"), Mark::Place),
        (texts.get("legend-date"), Mark::Date),
        (texts.get("legend-actor"), Mark::Actor),
        (texts.get("legend-figure"), Mark::Figure),
        (texts.get("legend-event"), Mark::Sentence),
        (texts.get("legend-not-event"), Mark::Unreal),
        (texts.get("legend-boilerplate"), Mark::Boilerplate),
    ];
    let (mut text, mut marks) = (String::new(), Vec::new());
    for (words, mark) in entries {
        let start = text.len();
        text.push_str(&words);
        marks.push(MarkedSpan { span: Span::new(start, text.len()), mark });
        text.push_str("    ");
    }
    let span = Span::new(0, text.trim_end().len());
    MarkedText { text: &text, span, marks: &marks, size: 11.5, is_strong: false, theme: view.theme }.show(ui);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_words_of_a_report_are_none_of_the_page_around_it() {
        let text = "Partager:\n\n  Les talibans sont entrés.\n";
        assert_eq!(first_words(text, &[Span::new(0, 9)]), "Les talibans sont entrés.");
        assert_eq!(first_words(text, &[]), "Partager:");
        assert_eq!(first_words("", &[]), "");
    }
}
