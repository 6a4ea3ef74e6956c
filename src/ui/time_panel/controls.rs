//! The row above the bars: step, play, the days in words and as fields, window or cumulative.

use super::go_to::{GoTo, days_ui};
use super::{DateField, TimePanel};
use crate::day::Day;
use crate::edtf::{DateSet, DayRange};
use crate::store::EventStore;
use crate::ui::dates::field_words;
use crate::ui::decimal::with_decimal_sign;
use crate::ui::icon::Icon;
use crate::ui::texts::Texts;
use crate::ui::theme::Palette;
use crate::view_state::axis::Breaks;
use crate::view_state::{Clock, Command, Direction, SPEEDS, Step, ViewState, WindowMode, typed_date};
use egui::{Color32, ComboBox, FontId, RichText, TextEdit, Ui};

/// Size of the letters of a date that can be typed, and what is kept free on either side, in points.
const DATE: f32 = 12.0;
const DATE_MARGIN: i8 = 3;

pub(super) fn controls_ui(
    ui: &mut Ui,
    panel: &mut TimePanel,
    store: &EventStore,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    ui.spacing_mut().item_spacing.x = 2.0;
    // Without an event on this clock there is nothing to step through; dates and steps would be those of no report.
    if view.timeline(store).extent().is_some() {
        stepping_ui(ui, view, texts, commands);
        playing_ui(ui, view, texts, commands);
        ui.scope(|ui| days_ui(ui, panel, view, texts, commands));
        fields_ui(ui, panel, view, texts, commands);
        mode_ui(ui, view, texts, commands);
        clock_ui(ui, view, texts, commands);
        axis_ui(ui, view, texts, commands);
    } else if [Clock::Happened, Clock::Reported].into_iter().any(|clock| store.on(clock).extent().is_some()) {
        // The way back from a clock that no event is on stays open.
        clock_ui(ui, view, texts, commands);
    }
}

/// What was typed and is no date.
pub(super) fn remarks_ui(ui: &mut Ui, panel: &TimePanel, view: &ViewState, texts: &Texts) {
    let fields = [&panel.first_day, &panel.last_day].into_iter().filter_map(|field| field.refused.as_deref());
    for refused in fields.chain(panel.go_to.as_ref().and_then(GoTo::refused)) {
        let text = texts.with("date-error", [("text", refused.into())]);
        ui.label(RichText::new(text).small().color(Palette::of(view.theme).warning));
    }
}

fn stepping_ui(ui: &mut Ui, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    let (icon, play) =
        if view.playback.is_playing { (Icon::Pause, texts.get("pause")) } else { (Icon::Play, texts.get("play")) };
    let space = texts.get("key-space");
    let buttons = [
        (Icon::Back, texts.get("step-back"), "←", Command::Step(Direction::Back)),
        (Icon::Forward, texts.get("step-forward"), "→", Command::Step(Direction::Forward)),
        (icon, play, space.as_str(), Command::TogglePlay),
    ];
    for (icon, name, key, command) in buttons {
        if icon.button(ui, &name, Some(key), false, true).clicked() {
            commands.push(command);
        }
    }
    let combo = ComboBox::from_id_salt("step").width(58.0).selected_text(step_words(view.step, texts));
    let shown = combo.show_ui(ui, |ui| {
        for step in Step::ALL {
            if ui.selectable_label(view.step == step, step_words(step, texts)).clicked() {
                commands.push(Command::SetStep(step));
            }
        }
    });
    shown.response.accessible_name(texts.get("step-label")).on_hover_text(texts.get("step-label"));
}

fn step_words(step: Step, texts: &Texts) -> String {
    texts.get(match step {
        Step::Day => "step-day",
        Step::Week => "step-week",
        Step::Month => "step-month",
        Step::Quarter => "step-quarter",
        Step::Year => "step-year",
    })
}

fn fields_ui(ui: &mut Ui, panel: &mut TimePanel, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    let window = view.window;
    panel.date_room.take_if(|(language, _)| *language != texts.language());
    let (_, room) = *panel.date_room.get_or_insert_with(|| (texts.language(), room_for_a_date(ui, texts)));
    if let Some(typed) = date_field(ui, &mut panel.first_day, window.start, ("from-label", room), texts, view) {
        let first = typed.days.first();
        commands.push(typed.command((first < window.end).then_some(Command::SetFirstDay(first))));
    }
    ui.weak("–");
    if let Some(typed) = date_field(ui, &mut panel.last_day, window.end.plus(-1), ("to-label", room), texts, view) {
        let last = typed.days.last();
        commands.push(typed.command((last >= window.start).then_some(Command::SetLastDay(last))));
    }
}

/// What was typed in the field of one end of the window.
struct Typed {
    days: DateSet,
    /// Whether both ends were.
    is_interval: bool,
}

impl Typed {
    /// The command that moves `one_end`, where the other is not passed by that. A date past it is the whole window, as an interval is:
    /// `2019` typed in either field shows 2019.
    fn command(&self, one_end: Option<Command>) -> Command {
        let whole = || Command::SetWindow(DayRange { start: self.days.first(), end: self.days.last().plus(1) });
        one_end.filter(|_| !self.is_interval).unwrap_or_else(whole)
    }
}

/// Room for the first day of any month, the widest in French, and for any day of two digits: in each language what it needs.
fn room_for_a_date(ui: &Ui, texts: &Texts) -> f32 {
    let days = (1..=12).flat_map(|month| [1, 28].map(|day| Day::from_ymd(2028, month, day)));
    let words = days.flatten().map(|day| field_words(day, texts.language()));
    let font = FontId::proportional(DATE);
    let widths = words.map(|words| ui.painter().layout_no_wrap(words, font.clone(), Color32::PLACEHOLDER).size().x);
    widths.fold(0.0, f32::max) + 2.0 * f32::from(DATE_MARGIN) + 2.0
}

/// A day in the reader's words as a text field; what was typed when the field is left, if it is another date.
fn date_field(
    ui: &mut Ui,
    field: &mut DateField,
    day: Day,
    (name, room): (&str, f32),
    texts: &Texts,
    view: &ViewState,
) -> Option<Typed> {
    // A window that has moved on since is not shown as what was refused.
    if field.refused_over.is_some_and(|before| before != day) {
        *field = DateField::default();
    }
    let shown = field_words(day, texts.language());
    let mut text = field.draft.clone().unwrap_or_else(|| shown.clone());
    let margin = egui::Margin::symmetric(DATE_MARGIN, 4);
    let mut edit = TextEdit::singleline(&mut text).font(FontId::proportional(DATE)).desired_width(room).margin(margin);
    if field.refused.is_some() {
        edit = edit.text_color(Palette::of(view.theme).warning);
    }
    let name = texts.get(name);
    let response = ui.add(edit).accessible_name(&name).on_hover_text(&name);
    if response.changed() {
        field.draft = Some(text);
        field.refused = None;
    }
    if !response.lost_focus() {
        return None;
    }
    let typed = field.draft.take()?;
    match typed_date::parse(&typed) {
        Ok(days) if !days.is_open() => Some(Typed { days, is_interval: typed_date::is_interval(&typed) }),
        _ if typed.trim().is_empty() || typed == shown => None,
        _ => {
            *field = DateField { draft: Some(typed.clone()), refused: Some(typed), refused_over: Some(day) };
            None
        }
    }
}

fn mode_ui(ui: &mut Ui, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    let modes = [
        (WindowMode::Window, "mode-window", "mode-window-about"),
        (WindowMode::Cumulative, "mode-cumulative", "mode-cumulative-about"),
    ];
    let modes = modes.map(|(mode, label, about)| (view.mode == mode, label, about, Command::SetMode(mode)));
    either_ui(ui, modes, texts, commands);
}

fn clock_ui(ui: &mut Ui, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    let clocks = [
        (Clock::Happened, "clock-happened", "clock-happened-about"),
        (Clock::Reported, "clock-reported", "clock-reported-about"),
    ];
    let clocks = clocks.map(|(clock, label, about)| (view.clock == clock, label, about, Command::SetClock(clock)));
    either_ui(ui, clocks, texts, commands);
}

/// Two choices side by side; of each: whether it is chosen, its text, what it does in words, and its command.
fn either_ui(ui: &mut Ui, choices: [(bool, &str, &str, Command); 2], texts: &Texts, commands: &mut Vec<Command>) {
    let before = ui.spacing().clone();
    (ui.spacing_mut().item_spacing.x, ui.spacing_mut().button_padding.x) = (1.0, 4.5);
    for (is_chosen, label, about, command) in choices {
        if ui.selectable_label(is_chosen, texts.get(label)).on_hover_text(texts.get(about)).clicked() {
            commands.push(command);
        }
    }
    *ui.spacing_mut() = before;
}

fn playing_ui(ui: &mut Ui, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    let words = |speed: f32| {
        let steps = with_decimal_sign(speed.to_string(), texts.language());
        texts.with("speed-value", [("steps", steps.into())])
    };
    let combo = ComboBox::from_id_salt("speed").width(40.0).selected_text(words(view.playback.speed));
    let shown = combo.show_ui(ui, |ui| {
        for speed in SPEEDS {
            let is_chosen = (view.playback.speed - speed).abs() < f32::EPSILON;
            if ui.selectable_label(is_chosen, words(speed)).clicked() {
                commands.push(Command::SetSpeed(speed));
            }
        }
    });
    shown.response.accessible_name(texts.get("speed")).on_hover_text(texts.get("speed"));
    let name = texts.get("loop");
    if Icon::Loop.button(ui, &name, None, view.playback.is_looping, false).clicked() {
        commands.push(Command::ToggleLoop);
    }
}

/// One button: of a part of the axis, back to the whole of it; of the whole, with its empty stretches or without. A second one
/// that came and went would break the row in two.
fn axis_ui(ui: &mut Ui, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    if view.axis.visible.is_some() {
        if Icon::Fit.button(ui, &texts.get("axis-fit"), None, false, false).clicked() {
            commands.push(Command::FitAxis);
        }
        return;
    }
    let (is_full, name) = match view.axis.breaks {
        Breaks::Cut => (false, texts.get("breaks-cut")),
        Breaks::Full => (true, texts.get("breaks-full")),
    };
    if Icon::Stretch.button(ui, &name, None, is_full, false).clicked() {
        commands.push(Command::ToggleBreaks);
    }
}
