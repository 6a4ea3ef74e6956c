//! The figures: what was counted, how many, whose, and who says so; rival figures side by side on one scale.

use super::figures::FigureGroup;
use super::section;
use crate::event::{Claim, ClaimKind};
use crate::reason::DocumentIndex;
use crate::store::{EventIndex, Passage};
use crate::ui::panel_view::PanelView;
use crate::ui::side_panel::report_name;
use crate::ui::texts::Texts;
use crate::ui::theme::{Palette, strong};
use crate::view_state::Command;
use egui::{Grid, Label, Pos2, Rect, RichText, Sense, Stroke, Ui, pos2, vec2};

/// Width of the scale that a group's figures are drawn on.
const SCALE: f32 = 64.0;

pub(super) fn claims_ui(ui: &mut Ui, look: PanelView<'_>, event: EventIndex, commands: &mut Vec<Command>) {
    let PanelView { store, view, texts } = look;
    let groups = FigureGroup::of(store, event);
    if groups.is_empty() {
        return;
    }
    let palette = Palette::of(view.theme);
    section(ui, &texts.get("claims"), view);
    for group in &groups {
        group_head_ui(ui, group, texts, &palette);
        let words = ((ui.available_width() - 64.0 - SCALE - 24.0) / 2.0).max(50.0);
        Grid::new(("claims", group.what)).num_columns(4).spacing([8.0, 4.0]).min_col_width(0.0).show(ui, |ui| {
            for title in ["claim-number", "", "claim-whom", "claim-by"] {
                let title = if title.is_empty() { String::new() } else { texts.get(title) };
                ui.label(RichText::new(title).size(11.0).color(palette.weak));
            }
            ui.end_row();
            for (document, claim) in &group.claims {
                row_ui(ui, look, group, *document, claim, words, commands);
                ui.end_row();
            }
        });
        ui.add_space(4.0);
    }
}

/// What reports do not agree on, before all else: `≠ killed: 21 · 15–20`.
pub(super) fn disputes_ui(ui: &mut Ui, look: PanelView<'_>, event: EventIndex) {
    let PanelView { store, view, texts } = look;
    let palette = Palette::of(view.theme);
    for group in FigureGroup::of(store, event).iter().filter(|group| group.disputed() > 0) {
        let rivals = group.claims.iter().filter(|(_, claim)| group.is_disputed(claim));
        let mut numbers: Vec<String> = rivals.map(|(_, claim)| number_words(claim, texts)).collect();
        numbers.dedup();
        let words = format!("≠ {}: {}", texts.get(what_key(group.what)), numbers.join(" · "));
        ui.add(Label::new(RichText::new(words).font(strong(12.5)).color(palette.warning)).wrap());
    }
}

/// `killed · ≠ 3 figures that cannot all be right`
fn group_head_ui(ui: &mut Ui, group: &FigureGroup, texts: &Texts, palette: &Palette) {
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(texts.get(what_key(group.what))).font(strong(12.5)));
        let disputed = group.disputed();
        if disputed > 0 {
            let words = format!("≠ {}", texts.count("claim-versus", disputed));
            ui.label(RichText::new(words).size(12.0).color(palette.warning));
        }
    });
}

fn row_ui(
    ui: &mut Ui,
    look: PanelView<'_>,
    group: &FigureGroup,
    document: DocumentIndex,
    claim: &Claim,
    words: f32,
    commands: &mut Vec<Command>,
) {
    let PanelView { store, view, texts } = look;
    let palette = Palette::of(view.theme);
    let number = RichText::new(number_words(claim, texts)).font(strong(13.5));
    let id = store.document(document).map_or("", |document| document.id.as_str());
    let link = ui.link(number).on_hover_text(format!("{} · {}", texts.get("open-in-report"), report_name(id)));
    if link.clicked() {
        commands.push(Command::OpenPassage(Passage { document, span: claim.span }));
    }
    scale_ui(ui, group, claim, &palette);
    let by = claim.claimant.clone().unwrap_or_else(|| texts.get("claim-report"));
    for cell in [claim.whom.as_deref().unwrap_or("–"), by.as_str()] {
        ui.scope(|ui| {
            ui.set_max_width(words);
            ui.add(Label::new(RichText::new(cell).size(12.5)).wrap());
        });
    }
}

/// The figure on the scale of its group, from nothing to the largest: a dot, a bar, or a bar with an open end.
fn scale_ui(ui: &mut Ui, group: &FigureGroup, claim: &Claim, palette: &Palette) {
    let (rect, _) = ui.allocate_exact_size(vec2(SCALE, 16.0), Sense::hover());
    let room = Rect::from_min_max(rect.min + vec2(4.0, 0.0), rect.max - vec2(12.0, 0.0));
    let at = |number: u32| -> Pos2 {
        let share = f64::from(number) / f64::from(group.most());
        #[expect(clippy::cast_possible_truncation, reason = "a share of a width")]
        let x = room.left() + room.width() * share as f32;
        pos2(x, room.center().y)
    };
    let color = if group.is_disputed(claim) { palette.warning } else { palette.accent };
    let painter = ui.painter();
    painter.hline(room.x_range(), room.center().y, Stroke::new(1.0, palette.line));
    let (first, last) = (at(claim.low), at(claim.high.unwrap_or(group.most()).max(claim.low)));
    painter.line_segment([first, last], Stroke::new(4.0, color));
    painter.circle_filled(first, 3.5, color);
    if claim.high.is_some() {
        painter.circle_filled(last, 3.5, color);
    } else {
        painter.arrow(last, vec2(9.0, 0.0), Stroke::new(1.5, color));
    }
}

/// `21`, `15–20`, `21 or more`.
fn number_words(claim: &Claim, texts: &Texts) -> String {
    match claim.high {
        Some(high) if high == claim.low => high.to_string(),
        Some(high) => format!("{}–{high}", claim.low),
        None => texts.with("claim-at-least", [("low", claim.low.into())]),
    }
}

pub(crate) fn what_key(what: ClaimKind) -> &'static str {
    match what {
        ClaimKind::Killed => "claim-killed",
        ClaimKind::Wounded => "claim-wounded",
        ClaimKind::KilledOrWounded => "claim-killed_or_wounded",
        ClaimKind::Captured => "claim-captured",
        ClaimKind::Displaced => "claim-displaced",
        ClaimKind::Missing => "claim-missing",
        ClaimKind::Surrendered => "claim-surrendered",
    }
}
