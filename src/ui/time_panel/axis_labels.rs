//! What is written under the bars: days, months, years.

use super::frame::Frame;
use crate::day::Day;
use crate::edtf::DayRange;
use crate::ui::dates::short_month_name;
use crate::ui::theme::{Palette, strong};
use crate::view_state::axis::Segment;
use crate::view_state::{Step, ViewState};
use egui::{Align2, FontFamily, FontId, Stroke, Ui, pos2};

/// A name may come so near to the next, in points, counted from where it would touch it.
const LETTER_GAP: f32 = 1.0;

/// Months or days under their first day where there is room, years under them.
pub(super) fn paint_labels(ui: &Ui, frame: &Frame<'_>, view: &ViewState) {
    let palette = Palette::of(view.theme);
    let (months_at, years_at) = (frame.bars.bottom() + 9.0, frame.bars.bottom() + 22.0);
    let mut years = Years { free_from: f32::MIN, last: None };
    for segment in frame.axis.segments() {
        years.paint(ui, frame, segment, years_at, &palette);
        if segment.day_width() * 30.0 >= 11.0 {
            paint_months(ui, frame, segment, months_at, view);
        }
    }
}

/// The years written so far, from the left.
struct Years {
    /// Where the next one has room.
    free_from: f32,
    last: Option<DayRange>,
}

impl Years {
    fn paint(&mut self, ui: &Ui, frame: &Frame<'_>, segment: &Segment, y: f32, palette: &Palette) {
        for year in Step::Year.cover(segment.days, 3000) {
            let start = year.start.max(segment.days.start);
            let (x, right) = (frame.x_of(start), frame.bars.left() + segment.right);
            let has_room = x >= self.free_from && (right - x > 24.0 || start == segment.days.start);
            // A year that goes on in the next stretch is written once.
            if has_room && self.last != Some(year) {
                let (at, text) = (pos2(x + 1.0, y), start.year().to_string());
                let written = ui.painter().text(at, Align2::LEFT_CENTER, text, strong(11.0), palette.text);
                (self.free_from, self.last) = (written.right() + 8.0, Some(year));
            }
        }
    }
}

fn paint_months(ui: &Ui, frame: &Frame<'_>, segment: &Segment, y: f32, view: &ViewState) {
    let palette = Palette::of(view.theme);
    let day_width = segment.day_width();
    let every = if day_width * 30.0 > 27.0 { 1 } else { 3 };
    for month in Step::Month.cover(segment.days, 3000) {
        let (_, number, _) = month.start.ymd();
        let days = DayRange { start: month.start.max(segment.days.start), end: month.end.min(segment.days.end) };
        let cell = frame.rect_of(days);
        let tick = frame.bars.bottom()..=frame.bars.bottom() + 3.0;
        ui.painter().vline(cell.left(), tick, Stroke::new(1.0, palette.weak));
        if (number - 1) % every == 0 {
            let name = short_month_name(number, view.language);
            let wide = cell.width() * f32::from(every);
            let fitting: String = if wide > 27.0 { name.to_owned() } else { name.chars().take(1).collect() };
            let small = FontId::new(10.5, FontFamily::Proportional);
            let name = ui.painter().layout_no_wrap(fitting, small, palette.weak);
            let at = Align2::LEFT_CENTER.anchor_size(pos2(cell.left() + 2.0, y), name.size());
            // The first and last month of a stretch may be there in part: what has no room would lie under the next name.
            if at.width() <= room_from(frame, days.start, every, segment) + LETTER_GAP {
                ui.painter().galley(at.min, name, palette.weak);
            }
        }
        if day_width > 9.0 {
            paint_days(ui, frame, days, view);
        }
    }
}

/// How far it is from a day to the next month with a name, or to where the stretch ends.
fn room_from(frame: &Frame<'_>, start: Day, every: u8, segment: &Segment) -> f32 {
    let (year, month, _) = start.ymd();
    let next = Day::from_ymd(year, month, 1).map(|first| first.plus_months(i32::from(every)));
    let end = next.unwrap_or(segment.days.end).min(segment.days.end);
    frame.rect_of(DayRange { start, end }).width()
}

/// Mondays' dates, inside the bars' foot, where a day is wide enough.
fn paint_days(ui: &Ui, frame: &Frame<'_>, days: DayRange, view: &ViewState) {
    let palette = Palette::of(view.theme);
    let font = FontId::new(9.5, FontFamily::Proportional);
    for number in days.start.number()..days.end.number() {
        let day = Day::from_number(number.into());
        let (_, _, date) = day.ymd();
        let is_labelled = if frame.axis.day_width() > 20.0 { true } else { date % 5 == 0 };
        if is_labelled && date > 1 {
            let x = f32::midpoint(frame.x_of(day), frame.x_of(day.plus(1)));
            let at = pos2(x, frame.bars.bottom() + 9.0);
            if x > frame.x_of(days.start) + 26.0 && x < frame.x_of(days.end) - 5.0 {
                ui.painter().text(at, Align2::CENTER_CENTER, date.to_string(), font.clone(), palette.weak);
            }
        }
    }
}
