//! [`text_field()`]: a line to type into that its name stands in as long as it is empty.

use egui::{Response, Role, TextEdit, Ui, WidgetInfo};

/// Screen readers say the name too, whatever is typed.
pub(super) fn text_field(ui: &mut Ui, text: &mut String, name: &str, width: f32) -> Response {
    let field = ui.add(TextEdit::singleline(text).hint_text(name).desired_width(width));
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
    field
}
