//! Keys: they work wherever the focus is, unless a text field has it.

use crate::day::Day;
use crate::event::Family;
use crate::view_state::{
    Clock, Command, CorrectCommand, Dialog, Direction, MapCommand, PathFor, ShellCommand, Tab, ViewState, WindowMode,
};
use egui::{Context, Event, Key};

/// A key that was pressed, taken out of the input so that the focus does not move by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    /// Asks for this of the view or the map.
    Arrow(Direction, Stride),
    Play,
    First,
    Last,
    ZoomIn,
    ZoomOut,
    Fit,
    Pan(Pan),
    AxisIn,
    AxisOut,
    Mode,
    Clock,
    Family(Family),
    Search,
    /// Asks for a date to go to.
    GoTo,
    /// Search, or find in the report where one is open.
    Find,
    Undo,
    Redo,
    SaveAs,
    Escape,
    Help,
    ShowTab(Tab),
    Mark(Direction),
}

/// Where an arrow key moves the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pan {
    West,
    East,
    North,
    South,
}

/// How far an arrow key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stride {
    Step,
    Event,
}

/// Parts our keys from the rest of the input. A button may have the focus, and then the space bar presses that button.
pub(super) fn take(ctx: &Context, events: Vec<Event>) -> (Vec<Event>, Vec<Pressed>) {
    let is_typing = ctx.text_edit_focused();
    let has_focus = ctx.memory(|memory| memory.focused().is_some());
    // An open menu is closed by itself, and nothing else with it.
    let has_menu = egui::Popup::is_any_open(ctx);
    let (mut rest, mut taken) = (Vec::with_capacity(events.len()), Vec::new());
    for event in events {
        // The letters of a key that was taken must not end up in the field that it puts the cursor into.
        let is_letter = !is_typing && matches!(&event, Event::Text(text) if text == "/" || text == "?" || text == "g");
        match pressed(&event, is_typing, has_focus) {
            Some(Pressed::Escape) if has_menu => rest.push(event),
            Some(key) => taken.push(key),
            None if is_letter => {}
            None => rest.push(event),
        }
    }
    (rest, taken)
}

fn pressed(event: &Event, is_typing: bool, has_focus: bool) -> Option<Pressed> {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
    if is_typing {
        return (*key == Key::Escape).then_some(Pressed::Escape);
    }
    if modifiers.command || modifiers.alt {
        return pressed_with_command(*key, modifiers.shift).filter(|_| modifiers.command);
    }
    let stride = if modifiers.shift { Stride::Event } else { Stride::Step };
    match key {
        Key::ArrowLeft => Some(Pressed::Arrow(Direction::Back, stride)),
        Key::ArrowRight => Some(Pressed::Arrow(Direction::Forward, stride)),
        Key::Space if !has_focus => Some(Pressed::Play),
        Key::Home => Some(Pressed::First),
        Key::End => Some(Pressed::Last),
        Key::Plus | Key::Equals => Some(Pressed::ZoomIn),
        Key::Minus => Some(Pressed::ZoomOut),
        Key::Num0 => Some(Pressed::Fit),
        Key::V => Some(Pressed::Mode),
        Key::C => Some(Pressed::Clock),
        Key::G => Some(Pressed::GoTo),
        Key::Z => Some(if modifiers.shift { Pressed::AxisOut } else { Pressed::AxisIn }),
        Key::Slash => Some(if modifiers.shift { Pressed::Help } else { Pressed::Search }),
        Key::Escape => Some(Pressed::Escape),
        Key::F1 | Key::Questionmark => Some(Pressed::Help),
        Key::E => Some(Pressed::ShowTab(Tab::Event)),
        Key::R => Some(Pressed::ShowTab(Tab::Report)),
        Key::L => Some(Pressed::ShowTab(Tab::List)),
        Key::N => Some(Pressed::Mark(Direction::Forward)),
        Key::P => Some(Pressed::Mark(Direction::Back)),
        Key::Num1 | Key::Num2 | Key::Num3 | Key::Num4 | Key::Num5 | Key::Num6 => family_of(*key).map(Pressed::Family),
        _ => None,
    }
}

fn pressed_with_command(key: Key, with_shift: bool) -> Option<Pressed> {
    match key {
        Key::F => Some(Pressed::Find),
        Key::S if with_shift => Some(Pressed::SaveAs),
        Key::Y => Some(Pressed::Redo),
        Key::Z if with_shift => Some(Pressed::Redo),
        Key::Z => Some(Pressed::Undo),
        Key::ArrowLeft => Some(Pressed::Pan(Pan::West)),
        Key::ArrowRight => Some(Pressed::Pan(Pan::East)),
        Key::ArrowUp => Some(Pressed::Pan(Pan::North)),
        Key::ArrowDown => Some(Pressed::Pan(Pan::South)),
        _ => None,
    }
}

fn family_of(key: Key) -> Option<Family> {
    const KEYS: [Key; 6] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6];
    let index = KEYS.iter().position(|&number| number == key)?;
    Family::ALL.get(index).copied()
}

/// The command of a key; `None` for those that the window itself answers.
pub(super) fn command_of(pressed: Pressed, view: &ViewState) -> Option<Command> {
    Some(match pressed {
        Pressed::Arrow(direction, Stride::Step) => Command::Step(direction),
        Pressed::Arrow(direction, Stride::Event) => Command::StepEvent(direction),
        Pressed::Play => Command::TogglePlay,
        Pressed::First => Command::GoFirst,
        Pressed::Last => Command::GoLast,
        Pressed::ZoomIn => Command::Map(MapCommand::ZoomIn),
        Pressed::ZoomOut => Command::Map(MapCommand::ZoomOut),
        Pressed::Fit => Command::Map(MapCommand::Fit),
        Pressed::Pan(pan) => Command::Map(pan_of(pan)),
        Pressed::AxisIn => Command::ZoomAxis(2.0, middle_of(view)),
        Pressed::AxisOut => Command::ZoomAxis(0.5, middle_of(view)),
        Pressed::Mode if view.mode == WindowMode::Window => Command::SetMode(WindowMode::Cumulative),
        Pressed::Mode => Command::SetMode(WindowMode::Window),
        Pressed::Clock if view.clock == Clock::Happened => Command::SetClock(Clock::Reported),
        Pressed::Clock => Command::SetClock(Clock::Happened),
        Pressed::Family(family) => Command::ToggleFamily(family),
        Pressed::Escape => Command::Escape,
        Pressed::Help => Command::ToggleDialog(Dialog::Keys),
        Pressed::ShowTab(tab) => Command::ShowTab(tab),
        Pressed::Undo => Command::Correct(CorrectCommand::Undo),
        Pressed::Redo => Command::Correct(CorrectCommand::Redo),
        Pressed::SaveAs => Command::Shell(ShellCommand::Ask(PathFor::NewProject)),
        Pressed::Search | Pressed::GoTo | Pressed::Find | Pressed::Mark(_) => return None,
    })
}

/// The day that the time axis is scaled about where no pointer says which.
fn middle_of(view: &ViewState) -> Day {
    view.window.start.plus((view.window.end.number() - view.window.start.number()) / 2)
}

/// A fifth of the view at a time.
fn pan_of(pan: Pan) -> MapCommand {
    let (east, south) = match pan {
        Pan::West => (-0.2, 0.0),
        Pan::East => (0.2, 0.0),
        Pan::North => (0.0, -0.2),
        Pan::South => (0.0, 0.2),
    };
    MapCommand::Pan(east, south)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Modifiers;

    const PLAIN: Modifiers = Modifiers::NONE;

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    #[test]
    fn a_text_field_keeps_its_keys_but_escape() {
        assert_eq!(pressed(&key(Key::ArrowLeft, PLAIN), true, true), None);
        assert_eq!(pressed(&key(Key::Num1, PLAIN), true, true), None);
        assert_eq!(pressed(&key(Key::Escape, PLAIN), true, true), Some(Pressed::Escape));
    }

    #[test]
    fn the_space_bar_plays_unless_it_presses_a_button() {
        assert_eq!(pressed(&key(Key::Space, PLAIN), false, false), Some(Pressed::Play));
        assert_eq!(pressed(&key(Key::Space, PLAIN), false, true), None);
    }

    #[test]
    fn ctrl_shift_s_saves_as() {
        let event = key(Key::S, Modifiers::COMMAND | Modifiers::SHIFT);
        assert_eq!(pressed(&event, false, true), Some(Pressed::SaveAs));
        assert_eq!(pressed(&key(Key::S, Modifiers::COMMAND), false, true), None);
    }

    #[test]
    fn shift_and_an_arrow_go_by_event() {
        let event = key(Key::ArrowRight, Modifiers::SHIFT);
        assert_eq!(pressed(&event, false, true), Some(Pressed::Arrow(Direction::Forward, Stride::Event)));
    }
}
