//! One line that offers corrections of an earlier run again.

use super::dates::day_words;
use super::local_time::local_day;
use super::scratch::Left;
use super::texts::Texts;
use crate::view_state::{Command, ShellCommand};
use crate::wording::reasons::fault_words;
use egui::Ui;

pub(super) fn left_ui(ui: &mut Ui, left: &Left, texts: &Texts, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.label(words(left, texts));
        let ways: &[_] = match left {
            Left::Corrections { .. } => &[
                ("left-take-up", ShellCommand::TakeUpLeft),
                ("left-discard", ShellCommand::DiscardLeft),
                ("left-later", ShellCommand::LeaveLeft),
            ],
            Left::Unreadable { .. } => &[("dismiss", ShellCommand::LeaveLeft)],
        };
        for &(key, command) in ways {
            if ui.button(texts.get(key)).clicked() {
                commands.push(Command::Shell(command));
            }
        }
    });
}

fn words(left: &Left, texts: &Texts) -> String {
    match left {
        Left::Corrections { count, when, .. } => {
            let day = day_words(local_day(*when), texts.language());
            texts.with("left-corrections", [("count", (*count).into()), ("day", day.into())])
        }
        Left::Unreadable { file, reason } => {
            let file = file.display().to_string();
            texts.with("left-unreadable", [("file", file.into()), ("reason", fault_words(reason, texts).into())])
        }
    }
}
