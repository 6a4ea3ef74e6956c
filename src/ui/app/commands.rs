//! Carrying out what panels ask for: the one place where anything changes.

use super::App;
use crate::ui::notice::Notice;
use crate::ui::pane::Pane;
use crate::ui::path_bar::Why;
use crate::ui::texts::Texts;
use crate::ui::theme;
use crate::view_state::{Command, MapCommand, ShellCommand, Tab};
use egui::Context;

impl App {
    pub(super) fn carry_out(&mut self, command: Command, ctx: &Context) {
        self.pane = Pane::shown_by(&command).unwrap_or(self.pane);
        match command {
            Command::Map(MapCommand::SetGround(ground)) => self.choose_ground(ground),
            Command::Map(command) => self.map.apply(command, &self.store),
            Command::Shell(command) => self.carry_out_shell(command),
            Command::TakePath(what, path) => self.take_typed(what, path),
            Command::ReplacePath(what, path) => self.take_paths(what, vec![path]),
            Command::Correct(command) => {
                self.view.apply(Command::Correct(command.clone()), &self.store);
                self.carry_out_correction(command);
            }
            // What was opened last is closed first.
            Command::Escape if self.view.dialog.is_none() && self.path.close() => {}
            Command::Escape
                if self.view.dialog.is_none() && self.view.tab == Tab::Report && self.document.close_find() => {}
            Command::Escape if self.view.dialog.is_none() && !self.view.is_picking && self.map.close() => {}
            Command::Escape
                if self.view.dialog.is_none()
                    && !self.view.is_picking
                    && self.view.tab == Tab::Event
                    && self.correct.close() => {}
            Command::Escape if self.view.dialog.is_none() && !self.view.is_picking && self.pane != Pane::Map => {
                self.pane = Pane::Map;
            }
            command => {
                if self.notice.as_ref().is_some_and(Notice::is_hint) && moves_time(&command) {
                    self.notice = None;
                }
                let before = (self.view.language, self.view.theme);
                self.view.apply(command, &self.store);
                if self.view.language != before.0 {
                    self.texts = Texts::new(self.view.language);
                }
                if self.view.theme != before.1 {
                    theme::apply(ctx, self.view.theme);
                }
            }
        }
    }

    fn carry_out_shell(&mut self, command: ShellCommand) {
        match command {
            ShellCommand::Ask(what) => self.worker.ask(what, &self.texts),
            ShellCommand::AskTyped(what) => self.path.ask(what, Why::Chosen, &self.texts),
            ShellCommand::LeavePath => {
                self.path.close();
            }
            ShellCommand::OpenRecent(number) => self.open_recent(number),
            ShellCommand::AddToProject => self.add_to_project(),
            ShellCommand::OpenAlone => self.open_alone(),
            ShellCommand::TakeUpLeft => self.take_up_left(),
            ShellCommand::DiscardLeft => self.discard_left(),
            ShellCommand::LeaveLeft => self.left = None,
            ShellCommand::OpenWithoutCorrections => self.open_without_corrections(),
            ShellCommand::CancelReading => self.worker.cancel(),
            ShellCommand::CancelDrawing => self.worker.cancel_drawing(),
            ShellCommand::DismissNotice => self.notice = None,
        }
    }
}

/// Whether the hint on moving through time has been followed.
fn moves_time(command: &Command) -> bool {
    matches!(
        command,
        Command::Step(_)
            | Command::StepEvent(_)
            | Command::SetWindow(_)
            | Command::TogglePlay
            | Command::SetFirstDay(_)
    )
}
