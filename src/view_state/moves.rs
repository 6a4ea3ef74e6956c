//! How the window moves: by step, by event, to a day, and by itself.

use super::axis::{Breaks, busy_stretches};
use super::{Clock, Command, Direction, Step, ViewState};
use crate::day::Day;
use crate::edtf::DayRange;
use crate::store::{EventIndex, EventStore};

impl ViewState {
    pub(super) fn apply_time(&mut self, command: &Command, store: &EventStore) {
        match *command {
            Command::Step(direction) => self.move_window(self.step.advance(self.window, direction)),
            Command::StepEvent(direction) => self.step_event(direction, store),
            Command::GoToEvent(direction) => self.go_to(self.nearest(direction, store)),
            Command::GoFirst => self.go_to(self.timeline(store).extent().map(|extent| extent.start)),
            Command::GoLast => self.go_to(self.timeline(store).extent().map(|extent| extent.end.plus(-1))),
            Command::GoToSelected => {
                let timeline = self.timeline(store);
                let on_clock = self.selected.filter(|&event| timeline.holds(event));
                self.go_to(on_clock.map(|event| known_day(timeline.days(event))));
            }
            Command::SetWindow(window) => self.move_window(window),
            Command::SetFirstDay(day) => {
                self.move_window(DayRange { start: day, end: self.window.end.max(day.plus(1)) });
            }
            Command::SetLastDay(day) => {
                self.move_window(DayRange { start: self.window.start.min(day), end: day.plus(1) });
            }
            Command::SetStep(step) => self.set_step(step, store),
            Command::SetMode(mode) => self.mode = mode,
            Command::SetClock(clock) => self.set_clock(clock),
            _ => {}
        }
    }

    /// A window that was stepped is seen whole; one that is dragged may lie partly beyond the edge it is dragged to.
    pub(super) fn follow_window(&mut self, command: &Command, store: &EventStore) {
        let is_dragged = matches!(command, Command::SetWindow(_) | Command::SetFirstDay(_) | Command::SetLastDay(_));
        let is_out_of_sight = self.axis.visible.is_some_and(|seen| !seen.meets(self.window));
        if !is_dragged || is_out_of_sight {
            self.axis.follow(self.window, store, self.clock);
        }
    }

    /// The days stay; the axis, which may be another, is shown in full.
    fn set_clock(&mut self, clock: Clock) {
        if clock != self.clock {
            self.clock = clock;
            self.axis.visible = None;
        }
    }

    /// A window without a day is none: what would empty it changes nothing.
    fn move_window(&mut self, window: DayRange) {
        if window.start >= window.end {
            return;
        }
        self.window = window;
        self.anchor = window.start;
    }

    /// A window of one step around a day.
    fn go_to(&mut self, day: Option<Day>) {
        if let Some(day) = day {
            self.move_window(self.step.around(day));
        }
    }

    /// The selected event keeps its place in the window where it is in it; else the day the window began on.
    fn set_step(&mut self, step: Step, store: &EventStore) {
        let within = |day: Day| self.window.start <= day && day < self.window.end;
        let of_selected =
            self.selected.map(|event| known_day(self.timeline(store).days(event))).filter(|&day| within(day));
        let day = of_selected.unwrap_or(if within(self.anchor) { self.anchor } else { self.window.start });
        self.step = step;
        self.anchor = day;
        self.window = step.around(day);
    }

    /// First day of the next event after the window, or last day of the last before it.
    fn nearest(&self, direction: Direction, store: &EventStore) -> Option<Day> {
        let timeline = self.timeline(store);
        let chosen = timeline.events().iter().filter(|&&event| self.is_chosen(store, event));
        let mut days = chosen.map(|&event| timeline.days(event));
        match direction {
            Direction::Forward => days.find(|days| days.start >= self.window.end).map(|days| days.start),
            Direction::Back => {
                days.filter(|days| days.end <= self.window.start).map(|days| days.end).max().map(|end| end.plus(-1))
            }
        }
    }

    /// The next or last of the chosen events, in the order of the clock; the nearest to the window where none is selected.
    fn step_event(&mut self, direction: Direction, store: &EventStore) {
        let timeline = self.timeline(store);
        let key = |event: EventIndex| (timeline.days(event).start, event);
        let mut chosen = timeline.events().iter().copied().filter(|&event| self.is_chosen(store, event));
        let from = self.selected.filter(|&event| timeline.holds(event)).map(key);
        let next = match (direction, from) {
            (Direction::Forward, Some(from)) => chosen.find(|&event| key(event) > from),
            (Direction::Back, Some(from)) => chosen.take_while(|&event| key(event) < from).last(),
            (Direction::Forward, None) => chosen.find(|&event| timeline.days(event).end > self.window.start),
            (Direction::Back, None) => chosen.take_while(|&event| timeline.days(event).start < self.window.end).last(),
        };
        let Some(event) = next else { return };
        let (is_in, day) = (timeline.meets(event, self.window), known_day(timeline.days(event)));
        self.selected = Some(event);
        self.show_event_tab();
        if !is_in {
            self.go_to(Some(day));
        }
    }

    pub(super) fn apply_playback(&mut self, command: &Command, store: &EventStore) {
        match *command {
            Command::TogglePlay => {
                if !self.playback.is_playing && self.is_at_end(store) {
                    self.apply_time(&Command::GoFirst, store);
                }
                self.playback.toggle();
            }
            Command::Tick(seconds) if self.playback.is_due(seconds) => self.play_on(store),
            Command::SetSpeed(speed) => self.playback.speed = speed.clamp(0.1, 60.0),
            Command::ToggleLoop => self.playback.is_looping = !self.playback.is_looping,
            _ => {}
        }
    }

    fn play_on(&mut self, store: &EventStore) {
        if !self.is_at_end(store) {
            self.pass_over_breaks(store);
            self.apply(Command::Step(Direction::Forward), store);
        } else if self.playback.is_looping {
            self.apply(Command::GoFirst, store);
        }
        if self.is_at_end(store) && !self.playback.is_looping {
            self.playback.stop();
        }
    }

    /// Goes to the end of a stretch that the axis cuts, where the next step would lead into one: nobody wants to watch what is not
    /// even on the axis.
    fn pass_over_breaks(&mut self, store: &EventStore) {
        let Some(extent) = self.timeline(store).extent() else { return };
        let has_event = |days: DayRange| self.timeline(store).meeting(days).next().is_some();
        let next = |window: DayRange| self.step.advance(window, Direction::Forward);
        if self.axis.breaks == Breaks::Full || has_event(next(self.window)) {
            return;
        }
        let busy = busy_stretches(store, self.clock, self.axis.breaks);
        let is_cut = |days: DayRange| days.end < extent.end && !busy.iter().any(|stretch| stretch.days.meets(days));
        let mut window = self.window;
        while is_cut(next(window)) {
            window = next(window);
        }
        self.move_window(window);
    }

    /// Whether the window has reached the last day of the last event.
    fn is_at_end(&self, store: &EventStore) -> bool {
        self.timeline(store).extent().is_none_or(|extent| self.window.end >= extent.end)
    }
}

/// The day a window is put on for an event: its first, or its last where the first is open.
pub(super) fn known_day(days: DayRange) -> Day {
    if days.start > Day::MIN { days.start } else { days.end.plus(-1) }
}
