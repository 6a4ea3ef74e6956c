//! [`DayField`]: a field for days, typed in French, in English, in numbers or as EDTF, with what is read from it under it.

use crate::edtf::DateSet;
use crate::ui::dates::set_words;
use crate::ui::panel_view::PanelView;
use crate::ui::text_field::text_field;
use crate::ui::texts::Texts;
use crate::ui::theme::Palette;
use crate::view_state::typed_date::{self, TypedDateError};
use crate::wording::dates::field_words;
use egui::{Key, Label, RichText, Ui};

/// What is typed.
#[derive(Debug, Default)]
pub(in crate::ui) struct DayField {
    text: String,
    problem: Option<String>,
}

impl DayField {
    /// A field that days stand in.
    pub(in crate::ui) fn with(days: &DateSet, texts: &Texts) -> Self {
        let is_day = days.first() == days.last();
        let text = if is_day { field_words(days.first(), texts.language()) } else { days.to_string() };
        Self { text, problem: None }
    }

    /// Whether nothing is typed.
    pub(in crate::ui) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The days typed; where they are none, the field says so.
    pub(in crate::ui) fn days(&mut self, texts: &Texts) -> Option<DateSet> {
        let typed = self.typed();
        self.problem = typed.is_err().then(|| texts.with("date-error", [("text", self.text.as_str().into())]));
        typed.ok()
    }

    fn typed(&self) -> Result<DateSet, TypedDateError> {
        typed_date::parse(&self.text)
    }

    /// The field, and in a line what is read from it, or `unread`; whether Enter was pressed in it.
    pub(in crate::ui) fn ui(&mut self, ui: &mut Ui, unread: &str, look: PanelView<'_>) -> bool {
        let label = look.texts.get("correct-day-field");
        let field = text_field(ui, &mut self.text, &label, f32::INFINITY);
        if field.changed() {
            self.problem = None;
        }
        // The line is there before anything is read into it, so that what stands below does not move while one types.
        let reading = self.typed().map_or_else(|_| unread.to_owned(), |days| set_words(&days, look.texts));
        let weak = Palette::of(look.view.theme).weak;
        ui.add(Label::new(RichText::new(&reading).size(12.0).color(weak)).truncate()).on_hover_text(&reading);
        field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
    }

    /// Why what was typed is no day, once it was asked for.
    pub(in crate::ui) fn problem_ui(&self, ui: &mut Ui, palette: &Palette) {
        if let Some(problem) = &self.problem {
            ui.add(Label::new(RichText::new(problem).size(12.0).color(palette.warning)).wrap());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    #[test]
    fn days_that_stand_in_the_field_are_read_from_it_again() {
        let texts = Texts::new(Language::French);
        for days in
            ["2021-07-07", "2021-07", "2021", "2021-06-28/2021-07-04", "[2019-01-01,2019-01-08]", "2021-05-01/.."]
        {
            let days = DateSet::parse(days).unwrap();
            assert_eq!(DayField::with(&days, &texts).days(&texts), Some(days));
        }
    }
}
