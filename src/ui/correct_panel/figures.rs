//! The figures of an event, each to be changed or taken away.

use super::{About, Wanted, hint};
use crate::correction::{Anchor, Change, Figure, MentionAnchor};
use crate::event::{Claim, ClaimKind, MentionIndex};
use crate::ui::event_panel::what_key;
use crate::ui::text_field::text_field;
use egui::{ComboBox, RichText, Ui};

/// One figure while it is filled in.
#[derive(Debug)]
pub(super) struct FigureForm {
    mention: MentionIndex,
    claim: Claim,
    what: ClaimKind,
    low: String,
    high: String,
    whom: String,
    claimant: String,
}

impl FigureForm {
    fn new(mention: MentionIndex, claim: &Claim) -> Self {
        Self {
            mention,
            claim: claim.clone(),
            what: claim.what,
            low: claim.low.to_string(),
            high: claim.high.map_or_else(String::new, |high| high.to_string()),
            whom: claim.whom.clone().unwrap_or_default(),
            claimant: claim.claimant.clone().unwrap_or_default(),
        }
    }

    /// What is filled in; `None` where it is no figure.
    fn figure(&self) -> Option<Figure> {
        let low: u32 = self.low.trim().parse().ok()?;
        let high = match self.high.trim() {
            "" => None,
            number => Some(number.parse::<u32>().ok().filter(|&high| high >= low)?),
        };
        let words = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Some(Figure { what: self.what, low, high, whom: words(&self.whom), claimant: words(&self.claimant) })
    }

    fn change(&self, about: &About<'_>, to: Option<Figure>) -> Option<Change> {
        let collection = about.look.store.collection();
        let of = MentionAnchor::of(collection, self.mention)?;
        let document = about.look.store.document(about.look.store.mention(self.mention)?.document)?;
        Some(Change::Figure { of, words: Anchor::of(document, self.claim.span), from: Some(self.claim.what), to })
    }
}

pub(super) fn figures_ui(ui: &mut Ui, forms: &mut Vec<FigureForm>, about: &About<'_>) -> Wanted {
    if forms.is_empty() {
        let tellings = about.look.store.mentions_of(about.event);
        forms.extend(
            tellings.flat_map(|(index, mention)| mention.claims.iter().map(move |claim| FigureForm::new(index, claim))),
        );
    }
    if forms.is_empty() {
        hint(ui, about, &about.look.texts.get("correct-figures-none"));
    }
    let mut wanted = None;
    for (number, form) in forms.iter_mut().enumerate() {
        ui.push_id(number, |ui| wanted = figure_ui(ui, form, about).or(wanted.take()));
        ui.add_space(6.0);
    }
    wanted
}

fn figure_ui(ui: &mut Ui, form: &mut FigureForm, about: &About<'_>) -> Wanted {
    let texts = about.look.texts;
    let field = |ui: &mut Ui, text: &mut String, key: &str, width: f32| {
        let name = texts.get(key);
        text_field(ui, text, &name, width);
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ComboBox::from_id_salt("what").width(110.0).selected_text(texts.get(what_key(form.what))).show_ui(ui, |ui| {
            for what in ClaimKind::ALL {
                ui.selectable_value(&mut form.what, what, texts.get(what_key(what)));
            }
        });
        field(ui, &mut form.low, "correct-figure-low", 46.0);
        ui.label("–");
        field(ui, &mut form.high, "correct-figure-high", 46.0);
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let width = (ui.available_width() - 10.0) / 2.0 - 8.0;
        field(ui, &mut form.whom, "claim-whom", width);
        field(ui, &mut form.claimant, "claim-by", width);
    });
    let mut wanted = None;
    ui.horizontal(|ui| {
        let figure = form.figure();
        let save = egui::Button::new(RichText::new(texts.get("correct-figure-save")).size(12.0));
        if ui.add_enabled(figure.is_some(), save).on_disabled_hover_text(texts.get("correct-figure-error")).clicked() {
            wanted = form.change(about, figure);
        }
        if ui.button(RichText::new(texts.get("correct-figure-remove")).size(12.0)).clicked() {
            wanted = form.change(about, None);
        }
    });
    if form.figure().is_none() {
        hint(ui, about, &texts.get("correct-figure-error"));
    }
    wanted
}
