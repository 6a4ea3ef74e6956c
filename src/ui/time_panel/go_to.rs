//! [`GoTo`]: the window's days in words, and in their place a field for the days to go to.

use super::{DateField, TimePanel};
use crate::edtf::{DateSet, DayRange};
use crate::ui::dates::{range_words, short_range_words};
use crate::ui::texts::Texts;
use crate::ui::theme::{Palette, strong};
use crate::view_state::{Command, ViewState, typed_date};
use egui::{Button, RichText, TextEdit, Ui};

/// Room for any month of a year, in points: what stands beside it does not jump from month to month.
const WIDTH: f32 = 122.0;
/// More letters than these are set smaller, and more than those smaller still.
const MOST_LARGE: usize = 14;
const MOST_SMALLER: usize = 17;

/// A date to go to.
#[derive(Debug, Default)]
pub(super) struct GoTo {
    field: DateField,
    /// Whether the keys already go to the field.
    has_focus: bool,
}

impl GoTo {
    /// What was typed and is no date.
    pub(super) fn refused(&self) -> Option<&str> {
        self.field.refused.as_deref()
    }
}

/// The days in words; a click on them asks for others.
pub(super) fn days_ui(
    ui: &mut Ui,
    panel: &mut TimePanel,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    if let Some(go_to) = &mut panel.go_to {
        match field_ui(ui, go_to, view, texts) {
            Answer::Typing => {}
            Answer::Left => panel.go_to = None,
            Answer::Days(days) => {
                commands.push(Command::SetWindow(days));
                panel.go_to = None;
            }
        }
        return;
    }
    let words = short_range_words(view.window, texts);
    let letters = words.chars().count();
    let size = if letters <= MOST_LARGE {
        14.0
    } else if letters <= MOST_SMALLER {
        12.5
    } else {
        10.5
    };
    let words = RichText::new(words).font(strong(size)).color(Palette::of(view.theme).text);
    ui.spacing_mut().button_padding.x = 4.0;
    let button = ui.add(Button::new(words).frame_when_inactive(false).min_size(egui::vec2(WIDTH, 0.0)));
    let in_full = range_words(view.window, texts);
    let button = button.accessible_name(&in_full);
    let about = format!("{in_full}\n{}  (G)", texts.get("go-to"));
    if button.on_hover_text(about).clicked() {
        panel.open_go_to();
    }
}

enum Answer {
    Typing,
    Left,
    Days(DayRange),
}

fn field_ui(ui: &mut Ui, go_to: &mut GoTo, view: &ViewState, texts: &Texts) -> Answer {
    let field = &mut go_to.field;
    let text = field.draft.get_or_insert_default();
    let mut edit = TextEdit::singleline(text).hint_text(texts.get("go-to-hint")).desired_width(WIDTH);
    if field.refused.is_some() {
        edit = edit.text_color(Palette::of(view.theme).warning);
    }
    let response = ui.add(edit).accessible_name(texts.get("go-to"));
    if !std::mem::replace(&mut go_to.has_focus, true) {
        response.request_focus();
        return Answer::Typing;
    }
    if response.changed() {
        field.refused = None;
    }
    if !response.lost_focus() {
        return Answer::Typing;
    }
    if !ui.input(|input| input.key_pressed(egui::Key::Enter)) {
        return Answer::Left;
    }
    if let Some(days) = days_of(text) {
        return Answer::Days(days);
    }
    field.refused = Some(text.clone());
    response.request_focus();
    Answer::Typing
}

/// All days of a typed date, from its first to its last.
fn days_of(text: &str) -> Option<DayRange> {
    let set: DateSet = typed_date::parse(text).ok().filter(|set| !set.is_open())?;
    Some(DayRange { start: set.first(), end: set.last().plus(1) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;

    #[test]
    fn a_day_is_a_window_of_a_day_and_a_month_of_a_month_however_long_ago() {
        let day = |year, month, day| Day::from_ymd(year, month, day).unwrap();
        let check = |text, start, end| assert_eq!(days_of(text), Some(DayRange { start, end }), "{text}");
        check("7 juillet 2021", day(2021, 7, 7), day(2021, 7, 8));
        check("July 2021", day(2021, 7, 1), day(2021, 8, 1));
        check("5 mars 987", day(987, 3, 5), day(987, 3, 6));
        check("1415", day(1415, 1, 1), day(1416, 1, 1));
        assert_eq!(days_of("someday"), None);
        assert_eq!(days_of("2021-05-01/.."), None);
    }
}
