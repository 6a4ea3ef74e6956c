//! [`PathBar`]: a line to type a path into, for those who like to, and where the system has no dialog to choose one in.

use super::icon::Icon;
use super::texts::Texts;
use super::theme::Palette;
use super::worker::file_name;
use crate::view_state::{Command, PathFor, ShellCommand, ViewState};
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Key, Response, RichText, TextEdit, Ui};
use etcetera::BaseStrategy as _;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// What is being typed, and what for.
#[derive(Debug, Default)]
pub(super) struct PathBar {
    asked: Option<Asked>,
}

#[derive(Debug)]
struct Asked {
    what: PathFor,
    why: Why,
    text: String,
    wants_focus: bool,
    refused: Option<Refused>,
}

/// Why a path is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// Somebody likes to.
    Chosen,
    /// There is no dialog.
    NoDialog,
}

/// What is wrong with a path that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// Nothing is there.
    Nothing,
    /// Something is there, and would be written over.
    There,
    /// There is no such folder to write into.
    NoFolder,
}

impl PathBar {
    /// Asks for a path.
    pub(super) fn ask(&mut self, what: PathFor, why: Why, texts: &Texts) {
        let path = || home().join(file_name(what, texts));
        let text = if what.is_target() { path().display().to_string() } else { String::new() };
        self.asked = Some(Asked { what, why, text, wants_focus: true, refused: None });
    }

    /// Asks for nothing any more; `false` where nothing was asked.
    pub(super) fn close(&mut self) -> bool {
        self.asked.take().is_some()
    }

    pub(super) fn is_open(&self) -> bool {
        self.asked.is_some()
    }

    /// Whether the path can be taken; where it cannot, the line says why.
    pub(super) fn takes(&mut self, what: PathFor, path: &Path) -> bool {
        let refused = Refused::of(what, path);
        match (&mut self.asked, refused) {
            (Some(asked), Some(refused)) => asked.refused = Some(refused),
            _ => self.asked = None,
        }
        self.asked.is_none()
    }
}

impl Refused {
    fn of(what: PathFor, path: &Path) -> Option<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        match what.is_target() {
            false => (!path.exists()).then_some(Self::Nothing),
            true if path.exists() => Some(Self::There),
            true => (!folder.is_dir()).then_some(Self::NoFolder),
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Nothing => "path-nothing",
            Self::There => "path-there",
            Self::NoFolder => "path-no-folder",
        }
    }
}

/// The path that was typed; `~` is the user's own folder, and quotes, as some programs copy a path with, are none of it.
fn path_of(text: &str) -> PathBuf {
    let text = text.trim().trim_matches(['"', '\'']);
    match text.strip_prefix('~') {
        Some("") => home(),
        Some(rest) if rest.starts_with(['/', '\\']) => home().join(rest.trim_start_matches(['/', '\\'])),
        _ => PathBuf::from(text.strip_prefix("file://").unwrap_or(text)),
    }
}

fn home() -> PathBuf {
    etcetera::choose_base_strategy().map(|base| base.home_dir().to_path_buf()).unwrap_or_default()
}

pub(super) fn path_bar_ui(
    ui: &mut Ui,
    bar: &mut PathBar,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    let Some(asked) = &mut bar.asked else { return };
    let palette = Palette::of(view.theme);
    ui.horizontal_wrapped(|ui| {
        if asked.why == Why::NoDialog {
            let key = if asked.what.is_target() { "path-no-dialog" } else { "path-no-dialog-or-drop" };
            ui.label(texts.get(key));
        }
        let label = ui.label(texts.get(label_key(asked.what)));
        let field = field_ui(ui, asked).labelled_by(label.id);
        let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let does = if asked.what.is_target() { "path-write" } else { "path-open" };
        if (ui.button(texts.get(does)).clicked() || is_entered) && !asked.text.trim().is_empty() {
            commands.push(Command::TakePath(asked.what, path_of(&asked.text)));
            asked.wants_focus = is_entered;
        }
        if Icon::Close.button(ui, &texts.get("dismiss"), None, false, false).clicked() {
            commands.push(Command::Shell(ShellCommand::LeavePath));
        }
        if let Some(refused) = asked.refused {
            ui.end_row();
            ui.label(RichText::new(texts.get(refused.key())).color(palette.warning));
            if refused == Refused::There && ui.button(texts.get("path-replace")).clicked() {
                commands.push(Command::ReplacePath(asked.what, path_of(&asked.text)));
            }
        }
    });
}

/// The field, with the name of the file selected at first: it is typed over, the folder stays.
fn field_ui(ui: &mut Ui, asked: &mut Asked) -> Response {
    let width = (ui.available_width() - 150.0).clamp(160.0, 520.0);
    let field = ui.add(TextEdit::singleline(&mut asked.text).desired_width(width));
    if std::mem::take(&mut asked.wants_focus) {
        field.request_focus();
        let mut state = TextEditState::load(ui.ctx(), field.id).unwrap_or_default();
        let Range { start, end } = name_in(&asked.text);
        state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(start), CCursor::new(end))));
        state.store(ui.ctx(), field.id);
    }
    if field.changed() {
        asked.refused = None;
    }
    field
}

/// Where the name of the file stands in a path, without its ending, in letters.
fn name_in(path: &str) -> Range<usize> {
    let letters: Vec<char> = path.chars().collect();
    let is_separator = |letter: &char| matches!(letter, '/' | '\\');
    let start = letters.iter().rposition(is_separator).map_or(0, |at| at + 1);
    let name = letters.get(start..).unwrap_or_default();
    let length = name.iter().position(|&letter| letter == '.').filter(|&length| length > 0).unwrap_or(name.len());
    start..start + length
}

fn label_key(what: PathFor) -> &'static str {
    match what {
        PathFor::Anything | PathFor::ReportFiles | PathFor::ReportFolder => "path-of-reports",
        PathFor::Project => "path-of-project",
        PathFor::Places => "path-of-places",
        PathFor::Map => "path-of-map",
        PathFor::NewProject => "path-of-new-project",
        PathFor::Events => "path-of-events",
        PathFor::Picture => "path-of-picture",
        PathFor::Animation => "path-of-animation",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_as_people_write_it() {
        let check = |text: &str, expected: PathBuf| assert_eq!(path_of(text), expected, "{text}");
        check(" /tmp/reports ", PathBuf::from("/tmp/reports"));
        check("\"/tmp/my reports\"", PathBuf::from("/tmp/my reports"));
        check("file:///tmp/a.txt", PathBuf::from("/tmp/a.txt"));
        check("~/reports", home().join("reports"));
        check("~", home());
        check("~reports", PathBuf::from("~reports"));
    }

    #[test]
    fn the_name_of_a_file_is_what_is_typed_over() {
        let check = |path: &str, expected: &str| {
            let Range { start, end } = name_in(path);
            assert_eq!(path.chars().take(end).skip(start).collect::<String>(), expected, "{path}");
        };
        check("/home/élise/événements.acled.csv", "événements");
        check("C:\\Users\\a\\map.png", "map");
        check("/home/a/.hidden", ".hidden");
        check("reports", "reports");
        check("", "");
    }

    #[test]
    fn what_is_not_there_is_not_opened_and_what_is_there_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let (there, gone) = (folder.path().join("a.txt"), folder.path().join("b.txt"));
        std::fs::write(&there, "a").unwrap();
        let check = |what: PathFor, path: &Path, expected: Option<Refused>| {
            assert_eq!(Refused::of(what, path), expected, "{what:?} {}", path.display());
        };
        check(PathFor::Anything, &there, None);
        check(PathFor::Anything, folder.path(), None);
        check(PathFor::Project, &gone, Some(Refused::Nothing));
        check(PathFor::Events, &gone, None);
        check(PathFor::Events, &there, Some(Refused::There));
        check(PathFor::NewProject, &folder.path().join("none/c"), Some(Refused::NoFolder));
    }
}
