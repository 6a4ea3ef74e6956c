//! Another day: typed in French, in English, in numbers or as EDTF.

use super::{About, Wanted, hint};
use crate::correction::Change;
use crate::ui::dates::set_words;
use crate::ui::theme::Palette;
use crate::view_state::typed_date;
use egui::{Key, RichText, TextEdit, Ui};

/// What is typed.
#[derive(Debug, Default)]
pub(super) struct DayForm {
    text: String,
    problem: Option<String>,
}

pub(super) fn day_ui(ui: &mut Ui, form: &mut DayForm, about: &About<'_>) -> Wanted {
    let texts = about.look.texts;
    hint(ui, about, &texts.get("correct-day-about"));
    let label = texts.get("correct-day-field");
    let field = ui.add(TextEdit::singleline(&mut form.text).hint_text(&label).desired_width(f32::INFINITY));
    field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &label));
    if field.changed() {
        form.problem = None;
    }
    let typed = typed_date::parse(&form.text);
    if let Ok(days) = &typed {
        hint(ui, about, &set_words(days, texts));
    }
    let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let mut wanted = None;
    ui.horizontal(|ui| {
        let is_set = ui.button(RichText::new(texts.get("correct-day-set")).size(12.0)).clicked();
        if is_set || is_entered {
            match typed {
                Ok(days) => wanted = Some(Change::Day { of: about.subject.clone(), to: Some(days) }),
                Err(_) => form.problem = Some(texts.with("date-error", [("text", form.text.as_str().into())])),
            }
        }
        if ui.button(RichText::new(texts.get("correct-no-day")).size(12.0)).clicked() {
            wanted = Some(Change::Day { of: about.subject.clone(), to: None });
        }
    });
    if let Some(problem) = &form.problem {
        let words = RichText::new(problem).size(12.0).color(Palette::of(about.look.view.theme).warning);
        ui.add(egui::Label::new(words).wrap());
    }
    wanted
}
