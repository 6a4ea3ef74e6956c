//! What comes from outside: keys, dropped files, the time.

use super::App;
use crate::ui::keys::{self, Pressed};
use crate::ui::worker::Reports;
use crate::view_state::{Command, Tab};
use egui::{Context, Ui};

impl App {
    pub(super) fn take_keys(&mut self, ui: &Ui, commands: &mut Vec<Command>) {
        let mut pressed = std::mem::take(&mut self.pressed);
        // Where the window's own loop does not hand the input over first, as in tests, the keys are still in it.
        let events = ui.input_mut(|input| std::mem::take(&mut input.events));
        let (rest, more) = keys::take(ui.ctx(), events);
        ui.input_mut(|input| input.events = rest);
        pressed.extend(more);
        for key in pressed {
            match key {
                Pressed::Find if self.view.tab == Tab::Report && self.view.report.is_some() => {
                    self.document.open_find();
                }
                Pressed::Search | Pressed::Find => self.top.focus_search(),
                Pressed::GoTo => self.time.open_go_to(),
                Pressed::Escape => {
                    if ui.ctx().text_edit_focused() {
                        ui.memory_mut(egui::Memory::stop_text_input);
                    }
                    self.time.forget_typed();
                    commands.push(Command::Escape);
                }
                Pressed::Mark(direction) => self.document.step_mark(direction),
                key => commands.extend(keys::command_of(key, &self.view)),
            }
        }
    }

    pub(super) fn take_dropped(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let paths: Vec<_> = dropped.into_iter().map(|file| file.path().to_owned()).collect();
        if !paths.is_empty() {
            self.read(Reports::Paths(paths));
        }
    }

    /// Hands on the time that has passed; asks for the next frame when the next step is due.
    pub(super) fn tick(&mut self, ctx: &Context, commands: &mut Vec<Command>) {
        if !self.view.playback.is_playing {
            self.played_at = None;
            return;
        }
        let now = ctx.input(|input| input.time);
        if let Some(before) = self.played_at.replace(now) {
            #[expect(clippy::cast_possible_truncation, reason = "seconds between two frames")]
            commands.push(Command::Tick((now - before) as f32));
        }
        ctx.request_repaint_after_secs(self.view.playback.seconds_left());
    }
}
