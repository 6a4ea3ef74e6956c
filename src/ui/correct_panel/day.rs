//! Another day: typed in French, in English, in numbers or as EDTF.

use super::day_field::DayField;
use super::{About, Wanted, hint};
use crate::correction::Change;
use crate::ui::dates::set_words;
use crate::ui::theme::Palette;
use egui::{RichText, Ui};

pub(super) fn day_ui(ui: &mut Ui, field: &mut DayField, about: &About<'_>) -> Wanted {
    let texts = about.look.texts;
    hint(ui, about, &texts.get("correct-day-about"));
    let is_entered = field.ui(ui, &day_now(about), about.look);
    let mut wanted = None;
    ui.horizontal(|ui| {
        let is_set = ui.button(RichText::new(texts.get("correct-day-set")).size(12.0)).clicked();
        if is_set || is_entered {
            wanted = field.days(texts).map(|days| Change::Day { of: about.subject(), to: Some(days) });
        }
        if ui.button(RichText::new(texts.get("correct-no-day")).size(12.0)).clicked() {
            wanted = Some(Change::Day { of: about.subject(), to: None });
        }
    });
    field.problem_ui(ui, &Palette::of(about.look.view.theme));
    wanted
}

/// `now: Wednesday 7 July 2021`
fn day_now(about: &About<'_>) -> String {
    let texts = about.look.texts;
    let when = about.look.store.event(about.event).and_then(|event| event.when.as_ref());
    let day = when.map_or_else(|| texts.get("no-day"), |when| set_words(when, texts));
    texts.with("correct-day-now", [("day", day.into())])
}
