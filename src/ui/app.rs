//! [`App`]: the window's state, its layout, and the one place where commands are carried out.

mod memory;
mod projects;

use super::about::about_ui;
use super::correct_panel::CorrectPanel;
use super::corrections::Corrections;
use super::corrections_panel::corrections_panel_ui;
use super::document_panel::{DocumentPanel, document_panel_ui};
use super::drop_target::drop_target_ui;
use super::event_panel::event_panel_ui;
use super::keys::{self, Pressed};
use super::list_panel::{ListPanel, list_panel_ui};
use super::map_panel::{MapPanel, map_panel_ui};
use super::notice::{Notice, notice_ui};
use super::open_project::OpenProject;
use super::pane::{Pane, Room, panes_ui};
use super::side_panel::{SidePanel, side_panel_ui};
use super::tabs::tabs_ui;
use super::texts::Texts;
use super::theme::{self, Palette};
use super::time_panel::{TimePanel, time_panel_ui};
use super::top_bar::{TopBar, top_bar_ui};
use super::worker::{Correction, Message, Reports, Worker};
use crate::correction::Log;
use crate::store::EventStore;
use crate::view_state::{Command, Dialog, Ground, Language, MapCommand, ShellCommand, Tab, Theme, ViewState};
use egui::{CentralPanel, Context, Frame, Margin, Panel, Ui};
use memory::Memory;
use std::path::{Path, PathBuf};
use std::sync::Arc;

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
    list: ListPanel,
    side: SidePanel,
    pane: Pane,
    top: TopBar,
    worker: Worker,
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
            list: ListPanel::default(),
            side: SidePanel::default(),
            pane: Pane::default(),
            top: TopBar::default(),
            worker: Worker::new(ctx.clone()),
            notice: None,
            pressed: Vec::new(),
            memory: Memory::default(),
            played_at: None,
        }
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
        self.corrections.is_waiting()
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
        self.lay_out(ui, &mut commands);
        if !commands.is_empty() {
            ui.ctx().request_repaint();
        }
        for command in commands {
            self.carry_out(command, ui.ctx());
        }
        self.keep(ui.ctx());
    }

    fn lay_out(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let (store, view, texts) = (Arc::clone(&self.store), &self.view, &self.texts);
        let palette = Palette::of(view.theme);
        let room = Room::of(ui.available_size());
        let bar =
            Frame::new().fill(palette.ground).inner_margin(Margin::symmetric(10, if room.is_low { 3 } else { 7 }));
        let project = self.project.as_ref().map(OpenProject::name);
        Panel::top("top").frame(bar).show(ui, |ui| {
            top_bar_ui(ui, &mut self.top, room, project.as_deref(), view, texts, commands);
        });
        if let Some(notice) = self.notice.as_ref().filter(|notice| !(room.is_low && notice.can_wait())) {
            let frame = bar.fill(palette.accent_ground).inner_margin(Margin::symmetric(10, 5));
            Panel::top("notice").frame(frame).show(ui, |ui| notice_ui(ui, notice, texts, commands));
        }
        if room.is_narrow {
            self.lay_out_panes(ui, &store, room, commands);
        } else {
            self.lay_out_columns(ui, &store, room, commands);
        }
        let (view, texts) = (&self.view, &self.texts);
        match view.dialog {
            Some(Dialog::Keys) => keys::keys_ui(ui, view, texts, commands),
            Some(Dialog::About) => about_ui(ui, view, texts, commands),
            None => {}
        }
        drop_target_ui(ui, view, texts);
    }

    /// All side by side: filters, map over time, details.
    fn lay_out_columns(&mut self, ui: &mut Ui, store: &EventStore, room: Room, commands: &mut Vec<Command>) {
        let side = Frame::new().fill(Palette::of(self.view.theme).ground);
        let widest = (ui.available_width() * 0.5).max(240.0);
        let sizes = self.memory.sizes();
        let right = Panel::right("right").frame(side).default_size(sizes.right.unwrap_or(372.0));
        let right = right.size_range(240.0..=widest).show(ui, |ui| self.show_details(ui, store, commands));
        self.show_time(ui, store, room, commands);
        let left = Panel::left("left").frame(side).default_size(sizes.left.unwrap_or(206.0)).size_range(150.0..=360.0);
        let left = left.show(ui, |ui| {
            side_panel_ui(ui, &mut self.side, store, &self.view, &self.texts, commands);
        });
        self.memory.measure_panels(left.response.rect.width(), right.response.rect.width());
        CentralPanel::default().frame(side).show(ui, |ui| {
            map_panel_ui(ui, &mut self.map, store, &self.view, commands);
        });
    }

    /// One thing at a time, and under the map the time.
    fn lay_out_panes(&mut self, ui: &mut Ui, store: &EventStore, room: Room, commands: &mut Vec<Command>) {
        let ground = Frame::new().fill(Palette::of(self.view.theme).ground);
        let bar = ground.inner_margin(Margin::symmetric(8, 2));
        Panel::top("panes").frame(bar).show(ui, |ui| panes_ui(ui, &mut self.pane, &self.view, &self.texts));
        if self.pane == Pane::Map || !room.is_low {
            self.show_time(ui, store, room, commands);
        }
        CentralPanel::default().frame(ground).show(ui, |ui| match self.pane {
            Pane::Map => map_panel_ui(ui, &mut self.map, store, &self.view, commands),
            Pane::Details => self.show_details(ui, store, commands),
            Pane::Filters => side_panel_ui(ui, &mut self.side, store, &self.view, &self.texts, commands),
        });
    }

    fn show_time(&mut self, ui: &mut Ui, store: &EventStore, room: Room, commands: &mut Vec<Command>) {
        let margin = Margin { left: 10, right: 10, top: if room.is_low { 2 } else { 7 }, bottom: 4 };
        let frame = Frame::new().fill(Palette::of(self.view.theme).ground).inner_margin(margin);
        Panel::bottom("time").frame(frame).show(ui, |ui| {
            time_panel_ui(ui, &mut self.time, room, store, &self.view, &self.texts, commands);
        });
    }

    fn show_details(&mut self, ui: &mut Ui, store: &EventStore, commands: &mut Vec<Command>) {
        let (view, texts) = (&self.view, &self.texts);
        tabs_ui(ui, self.side.shown(store, view), self.corrections.in_force(), view, texts, commands);
        match view.tab {
            Tab::Event => event_panel_ui(ui, &mut self.correct, store, view, texts, commands),
            Tab::Report => {
                let gazetteer = self.correct.gazetteer();
                document_panel_ui(ui, &mut self.document, store, gazetteer, view, texts, commands);
            }
            Tab::Corrections => corrections_panel_ui(ui, &self.corrections, view, texts, commands),
            Tab::List => list_panel_ui(ui, &mut self.list, store, view, texts, commands),
        }
    }

    fn receive(&mut self, ctx: &Context) {
        for message in self.worker.messages() {
            match message {
                Message::Progress(progress) => {
                    if matches!(self.notice, Some(Notice::Reading(_))) {
                        self.notice = Some(Notice::Reading(Some(progress)));
                    }
                }
                Message::Read(store) => self.look_at(*store, ctx),
                Message::Opened(opened) => self.show_opened(*opened, ctx),
                Message::Saved(saved) => self.show_saved(*saved, ctx),
                Message::NotSaved { file, reason } => self.notice = Some(Notice::NotSaved { file, reason }),
                Message::SaveProject(file) => self.save_as(file),
                Message::Corrected(correction, length) => self.show_corrected(*correction, length),
                Message::Cancelled => {
                    if matches!(self.notice, Some(Notice::Reading(_))) {
                        self.notice = Some(Notice::Cancelled);
                    }
                }
                Message::Failed(reason) => self.notice = Some(Notice::Failed(reason)),
                Message::Chosen(paths) if paths.is_empty() => {}
                Message::Chosen(paths) => self.read(Reports::Paths(paths)),
                Message::MapChosen(file) => self.choose_ground(Ground::File(file)),
                Message::SaveTo(file) => self.export(file),
                Message::Written { file, count } => self.notice = Some(Notice::Written { file, count }),
                Message::NotWritten { file, reason } => self.notice = Some(Notice::NotWritten { file, reason }),
            }
        }
    }

    /// Other reports, or the same read anew; what was corrected is laid over them.
    fn look_at(&mut self, store: EventStore, ctx: &Context) {
        let is_first = self.store.documents().is_empty() && store.problems().is_empty();
        self.leave_project(ctx);
        let correct = self.corrections.read_anew(&store);
        self.first_look(store);
        self.notice = Some(if is_first { Notice::hint(&self.store, &self.view) } else { Notice::done(&self.store) });
        if let Some((read, log)) = correct {
            self.worker.correct(read, log);
        }
    }

    /// Another store: a first look at it, in the manner chosen before.
    fn first_look(&mut self, store: EventStore) {
        let settings = self.view.settings();
        self.view = ViewState::new(&store);
        self.view.take_up(settings, &store);
        self.time = TimePanel::default();
        self.side = SidePanel::default();
        self.correct = CorrectPanel::default();
        self.document = DocumentPanel::default();
        self.list.store_changed();
        self.map.look_anew();
        self.store = Arc::new(store);
    }

    /// What was read, as corrected; an answer that came too late is passed over.
    fn show_corrected(&mut self, correction: Correction, length: u32) {
        if !self.corrections.is_answer(&correction.read, length) {
            return;
        }
        let Correction { store, gazetteer, lost, .. } = correction;
        self.view.carry_over(&self.store, &store);
        if let Some(event) = self.corrections.settle(lost, &store) {
            self.view.apply(Command::SelectEvent(event), &store);
        }
        self.correct.take_gazetteer(gazetteer);
        self.side.recount();
        self.list.store_changed();
        self.map.store_changed();
        self.store = Arc::new(store);
        self.write_layers();
    }

    /// Writes the events shown to a file.
    pub fn export(&mut self, file: PathBuf) {
        if self.project.as_ref().is_some_and(|project| project.is_at(&file)) {
            self.notice = Some(Notice::SameFile(file));
            return;
        }
        let work = self.work();
        self.worker.write(Arc::clone(&self.store), self.correct.gazetteer().clone(), work, file);
    }

    fn take_keys(&mut self, ui: &Ui, commands: &mut Vec<Command>) {
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
                    commands.push(Command::Escape);
                }
                Pressed::Mark(direction) => self.document.step_mark(direction),
                key => commands.extend(keys::command_of(key, &self.view)),
            }
        }
    }

    fn take_dropped(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let paths: Vec<_> = dropped.into_iter().map(|file| file.path().to_owned()).collect();
        if !paths.is_empty() {
            self.read(Reports::Paths(paths));
        }
    }

    /// Hands on the time that has passed; asks for the next frame when the next step is due.
    fn tick(&mut self, ctx: &Context, commands: &mut Vec<Command>) {
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

    fn carry_out(&mut self, command: Command, ctx: &Context) {
        self.pane = Pane::shown_by(&command).unwrap_or(self.pane);
        match command {
            Command::Map(MapCommand::SetGround(ground)) => self.choose_ground(ground),
            Command::Map(command) => self.map.apply(command, &self.store),
            Command::Shell(command) => self.carry_out_shell(command),
            Command::Correct(command) => {
                self.view.apply(Command::Correct(command.clone()), &self.store);
                self.carry_out_correction(command);
            }
            // What was opened last is closed first.
            Command::Escape
                if self.view.dialog.is_none() && self.view.tab == Tab::Report && self.document.close_find() => {}
            Command::Escape if self.view.dialog.is_none() && !self.view.is_picking && self.map.close() => {}
            Command::Escape if self.view.dialog.is_none() && !self.view.is_picking && self.pane != Pane::Map => {
                self.pane = Pane::Map;
            }
            command => {
                if matches!(self.notice, Some(Notice::Hint(_))) && moves_time(&command) {
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
            ShellCommand::OpenFiles => self.worker.ask_for_reports(false),
            ShellCommand::OpenFolder => self.worker.ask_for_reports(true),
            ShellCommand::OpenProject => self.worker.ask_for_project(),
            ShellCommand::OpenWithoutCorrections => self.open_without_corrections(),
            ShellCommand::SaveAs => self.worker.ask_where_to_save(),
            ShellCommand::OpenMap => self.worker.ask_for_map(),
            ShellCommand::Export => self.worker.ask_for_target(),
            ShellCommand::CancelReading => self.worker.cancel(),
            ShellCommand::DismissNotice => self.notice = None,
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }

    fn on_exit(&mut self) {
        self.keep_at_once();
    }

    fn raw_input_hook(&mut self, ctx: &Context, input: &mut egui::RawInput) {
        let (rest, pressed) = keys::take(ctx, std::mem::take(&mut input.events));
        input.events = rest;
        self.pressed.extend(pressed);
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
