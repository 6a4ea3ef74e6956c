//! [`App`]: the window's state, its layout, and the one place where commands are carried out.

mod commands;
mod correcting;
mod input;
mod layout;
mod looking;
mod memory;
mod messages;
mod paths;
mod pictures;
mod projects;
mod reports;
mod view_keeping;

use super::correct_panel::CorrectPanel;
use super::corrections::Corrections;
use super::document_panel::DocumentPanel;
use super::keys::{self, Pressed};
use super::list_panel::ListPanel;
use super::map_panel::MapPanel;
use super::notice::Notice;
use super::open_project::OpenProject;
use super::pane::Pane;
use super::path_bar::PathBar;
use super::recent::Recent;
use super::scratch::{Left, Scratch};
use super::side_panel::SidePanel;
use super::texts::Texts;
use super::theme;
use super::time_panel::TimePanel;
use super::top_bar::TopBar;
use super::worker::{Reader, Reports, Worker};
use crate::correction::Log;
use crate::gazetteer::Point;
use crate::project::PlaceFile;
use crate::store::EventStore;
use crate::view_state::{Command, CorrectCommand, Ground, Language, MapCommand, Theme, ViewState};
use egui::{Context, Ui};
use looking::Looking;
use memory::Memory;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use view_keeping::KeptView;

pub use pictures::Sight;

/// The window.
#[derive(Debug)]
pub struct App {
    store: Arc<EventStore>,
    view: ViewState,
    texts: Texts,
    map: MapPanel,
    time: TimePanel,
    document: DocumentPanel,
    correct: CorrectPanel,
    corrections: Corrections,
    /// Where the corrections are kept; none where what is open is in no project.
    project: Option<OpenProject>,
    /// The length of the log of which the user said that no project need keep it.
    given_up: u32,
    /// Corrections that are asked for while a thread works in the project.
    postponed: Vec<CorrectCommand>,
    /// Where corrections are kept that are in no project.
    scratch: Scratch,
    /// Corrections of an earlier run, offered.
    left: Option<Left>,
    recent: Recent,
    looking: Looking,
    kept_view: KeptView,
    /// The user's own places that were named at the start: they hold for all that is opened.
    own_places: Vec<PlaceFile>,
    list: ListPanel,
    side: SidePanel,
    pane: Pane,
    top: TopBar,
    worker: Worker,
    path: PathBar,
    notice: Option<Notice>,
    pressed: Vec<Pressed>,
    memory: Memory,
    /// Clock of the last frame while playing, in seconds.
    played_at: Option<f64>,
}

impl App {
    /// A window that reads these reports as it opens.
    #[must_use]
    pub fn new(ctx: &Context, reports: Reports, language: Language, theme: Theme) -> Self {
        let mut app = Self::with_store(ctx, EventStore::default(), language, theme);
        app.read(reports);
        app
    }

    /// Reads reports, or opens a project, in place of what is open.
    pub fn open(&mut self, reports: Reports) {
        self.read(reports);
    }

    /// A window on what was read already.
    #[must_use]
    pub fn with_store(ctx: &Context, store: EventStore, language: Language, theme: Theme) -> Self {
        theme::install_fonts(ctx);
        theme::apply(ctx, theme);
        let mut view = ViewState::new(&store);
        view.apply(Command::SetLanguage(language), &store);
        view.apply(Command::SetTheme(theme), &store);
        Self {
            view,
            store: Arc::new(store),
            texts: Texts::new(language),
            map: MapPanel::default(),
            time: TimePanel::default(),
            document: DocumentPanel::default(),
            correct: CorrectPanel::default(),
            corrections: Corrections::default(),
            project: None,
            given_up: 0,
            postponed: Vec::new(),
            scratch: Scratch::default(),
            left: None,
            recent: Recent::default(),
            looking: Looking::default(),
            kept_view: KeptView::default(),
            own_places: Vec::new(),
            list: ListPanel::default(),
            side: SidePanel::default(),
            pane: Pane::default(),
            top: TopBar::default(),
            worker: Worker::new(ctx.clone()),
            path: PathBar::default(),
            notice: None,
            pressed: Vec::new(),
            memory: Memory::default(),
            played_at: None,
        }
    }

    /// Keeps what is the user's and in no project in a folder, and offers what an earlier run left behind there; with none,
    /// nothing of it can be kept, which is said with the first correction.
    pub fn keep_in(&mut self, folder: Option<&Path>) {
        self.scratch = Scratch::in_folder(folder);
        self.recent = Recent::in_folder(folder);
        self.worker.look_for_left(&self.scratch);
    }

    /// The user's own places in these files are laid over the embedded ones, for all that is read from now on.
    pub fn set_places(&mut self, files: &[PathBuf]) {
        self.own_places = files.iter().map(|path| PlaceFile::at(path)).collect();
        self.worker.set_reader(Arc::new(Reader::with(self.own_places.clone())));
    }

    /// Another map under the markers.
    pub fn set_ground(&mut self, ground: Ground) {
        self.map.apply(MapCommand::SetGround(ground), &self.store);
    }

    /// What is looked at.
    #[must_use]
    pub fn view(&self) -> &ViewState {
        &self.view
    }

    /// What was corrected.
    #[must_use]
    pub fn log(&self) -> &Log {
        self.corrections.log()
    }

    /// Whether the last correction is still to be laid over what was read.
    #[must_use]
    pub fn is_correcting(&self) -> bool {
        self.corrections.is_waiting() || !self.postponed.is_empty()
    }

    /// Where the map looks, and how closely.
    #[must_use]
    pub fn camera(&self) -> Option<(Point, f64)> {
        self.map.camera()
    }

    /// The file of the project that is open.
    #[must_use]
    pub fn project(&self) -> Option<&Path> {
        self.project.as_ref().map(OpenProject::path)
    }

    /// What there is to look at.
    #[must_use]
    pub fn store(&self) -> &EventStore {
        &self.store
    }

    /// Draws the window and carries out what was asked for in it.
    pub fn show(&mut self, ui: &mut Ui) {
        self.receive(ui.ctx());
        let mut commands = Vec::new();
        self.take_keys(ui, &mut commands);
        self.take_dropped(ui.ctx());
        self.tick(ui.ctx(), &mut commands);
        self.make_postponed(ui.ctx());
        self.lay_out(ui, &mut commands);
        let was_asked = !commands.is_empty();
        if was_asked {
            ui.ctx().request_repaint();
        }
        for command in commands {
            self.carry_out(command, ui.ctx());
        }
        self.keep_view(ui.ctx(), was_asked);
        self.keep(ui.ctx());
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }

    fn on_exit(&mut self) {
        self.close();
        self.keep_at_once();
    }

    fn raw_input_hook(&mut self, ctx: &Context, input: &mut egui::RawInput) {
        let (rest, pressed) = keys::take(ctx, std::mem::take(&mut input.events));
        input.events = rest;
        self.pressed.extend(pressed);
    }
}
