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
    // The line is there before anything is read into it, so that what stands below does not move while one types.
    let reading = match &typed {
        Ok(days) => set_words(days, texts),
        Err(_) => day_now(about),
    };
    let weak = Palette::of(about.look.view.theme).weak;
    ui.add(egui::Label::new(RichText::new(&reading).size(12.0).color(weak)).truncate()).on_hover_text(&reading);
    let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let mut wanted = None;
    ui.horizontal(|ui| {
        let is_set = ui.button(RichText::new(texts.get("correct-day-set")).size(12.0)).clicked();
        if is_set || is_entered {
            match typed {
                Ok(days) => wanted = Some(Change::Day { of: about.subject(), to: Some(days) }),
                Err(_) => form.problem = Some(texts.with("date-error", [("text", form.text.as_str().into())])),
            }
        }
        if ui.button(RichText::new(texts.get("correct-no-day")).size(12.0)).clicked() {
            wanted = Some(Change::Day { of: about.subject(), to: None });
        }
    });
    if let Some(problem) = &form.problem {
        let words = RichText::new(problem).size(12.0).color(Palette::of(about.look.view.theme).warning);
        ui.add(egui::Label::new(words).wrap());
    }
    wanted
}

/// `now: Wednesday 7 July 2021`
fn day_now(about: &About<'_>) -> String {
    let texts = about.look.texts;
    let when = about.look.store.event(about.event).and_then(|event| event.when.as_ref());
    let day = when.map_or_else(|| texts.get("no-day"), |when| set_words(when, texts));
    texts.with("correct-day-now", [("day", day.into())])
}
