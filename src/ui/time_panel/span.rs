//! The selected event on the time axis: a band over all the days it may have been on.

use super::frame::Frame;
use crate::edtf::DayRange;
use crate::store::EventStore;
use crate::ui::dates::range_words;
use crate::ui::texts::Texts;
use crate::ui::theme::{Palette, family_color};
use crate::view_state::ViewState;
use egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

const HEIGHT: f32 = 5.0;
/// The least width of a band, in points: a single day may be narrower than can be seen.
const LEAST_WIDTH: f32 = 5.0;

/// Paints the band of each stretch of days; pointing at one tells its days.
pub(super) fn selected_ui(ui: &Ui, frame: &Frame<'_>, store: &EventStore, view: &ViewState, texts: &Texts) {
    let Some(event) = view.selected.filter(|&event| view.timeline(store).holds(event)) else { return };
    let palette = Palette::of(view.theme);
    let color = family_color(store.kind(event).family());
    for (index, days) in view.timeline(store).stretches(event).into_iter().enumerate() {
        let rect = band(frame, days);
        ui.painter().rect(rect, 2.0, color, Stroke::new(1.0, palette.text), egui::StrokeKind::Outside);
        let name = texts.with("selected-days", [("days", range_words(days, texts).into())]);
        let response = ui.interact(rect.expand(3.0), ui.scope_id().with(("selected", index)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
        response.on_hover_text(name);
    }
}

fn band(frame: &Frame<'_>, days: DayRange) -> Rect {
    let days = frame.rect_of(days);
    let width = (days.width() - 2.0).max(LEAST_WIDTH);
    let top = frame.bars.top() + 2.0;
    Rect::from_min_size(pos2(days.center().x - width / 2.0, top), vec2(width, HEIGHT))
}
