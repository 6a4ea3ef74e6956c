//! The figures: what was counted, how many, whose, and who says so; rival figures side by side.

use super::section;
use crate::event::{Claim, ClaimKind};
use crate::reason::DocumentIndex;
use crate::store::{EventIndex, EventStore, Passage};
use crate::ui::side_panel::report_name;
use crate::ui::texts::Texts;
use crate::ui::theme::{Palette, strong};
use crate::view_state::{Command, ViewState};
use egui::{Grid, Label, RichText, Ui};

pub(super) fn claims_ui(
    ui: &mut Ui,
    store: &EventStore,
    view: &ViewState,
    texts: &Texts,
    event: EventIndex,
    commands: &mut Vec<Command>,
) {
    let claims = claims_of(store, event);
    if claims.is_empty() {
        return;
    }
    let palette = Palette::of(view.theme);
    section(ui, &texts.get("claims"), view);
    if disagree(&claims) {
        ui.label(RichText::new(texts.get("claims-disagree")).small().color(palette.warning));
    }
    let column = (ui.available_width() - 30.0) / 4.0;
    Grid::new("claims").num_columns(4).spacing([10.0, 5.0]).min_col_width(column).max_col_width(column).show(
        ui,
        |ui| {
            for title in ["claim-what", "claim-number", "claim-whom", "claim-by"] {
                ui.label(RichText::new(texts.get(title)).size(11.0).color(palette.weak));
            }
            ui.end_row();
            for (document, claim) in &claims {
                claim_row(ui, store, texts, *document, claim, commands);
                ui.end_row();
            }
        },
    );
}

fn claim_row(
    ui: &mut Ui,
    store: &EventStore,
    texts: &Texts,
    document: DocumentIndex,
    claim: &Claim,
    commands: &mut Vec<Command>,
) {
    let cell = |ui: &mut Ui, words: &str| {
        ui.add(Label::new(RichText::new(words).size(12.5)).wrap());
    };
    cell(ui, &texts.get(what_key(claim.what)));
    let number = RichText::new(number_words(claim, texts)).font(strong(13.5));
    let id = store.document(document).map_or("", |document| document.id.as_str());
    let link = ui.link(number).on_hover_text(format!("{} · {}", texts.get("open-in-report"), report_name(id)));
    if link.clicked() {
        commands.push(Command::OpenPassage(Passage { document, span: claim.span }));
    }
    cell(ui, claim.whom.as_deref().unwrap_or("–"));
    let by = claim.claimant.clone().unwrap_or_else(|| texts.get("claim-report"));
    cell(ui, &by);
}

/// `21`, `15–20`, `21 or more`.
fn number_words(claim: &Claim, texts: &Texts) -> String {
    match claim.high {
        Some(high) if high == claim.low => high.to_string(),
        Some(high) => format!("{}–{high}", claim.low),
        None => texts.with("claim-at-least", [("low", claim.low.into())]),
    }
}

fn what_key(what: ClaimKind) -> &'static str {
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

/// All figures of an event, the same ones told twice in one report once; by what was counted and whose.
fn claims_of(store: &EventStore, event: EventIndex) -> Vec<(DocumentIndex, Claim)> {
    let all = store
        .mentions_of(event)
        .flat_map(|(_, mention)| mention.claims.iter().map(|claim| (mention.document, claim.clone())));
    let mut claims: Vec<(DocumentIndex, Claim)> = Vec::new();
    for (document, claim) in all {
        if !claims.iter().any(|(other, known)| *other == document && known.span == claim.span) {
            claims.push((document, claim));
        }
    }
    claims.sort_by(|(a_in, a), (b_in, b)| (a.what, &a.whom, a_in, a.span).cmp(&(b.what, &b.whom, b_in, b.span)));
    claims
}

/// Whether two figures of the same losses cannot both be right.
fn disagree(claims: &[(DocumentIndex, Claim)]) -> bool {
    let of_same = |a: &Claim, b: &Claim| a.what == b.what && a.whom == b.whom;
    let apart = |a: &Claim, b: &Claim| a.high.is_some_and(|high| high < b.low);
    claims.iter().any(|(_, a)| claims.iter().any(|(_, b)| of_same(a, b) && apart(a, b)))
}
