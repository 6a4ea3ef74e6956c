//! [`App`]: the window's state, its layout, and the one place where commands are carried out.

use super::document_panel::{DocumentPanel, document_panel_ui};
use super::event_panel::event_panel_ui;
use super::keys::{self, Pressed};
use super::list_panel::{ListPanel, list_panel_ui};
use super::map_panel::{MapPanel, map_panel_ui};
use super::notice::{Notice, notice_ui};
use super::side_panel::{SidePanel, side_panel_ui};
use super::texts::Texts;
use super::theme::{self, Palette, strong};
use super::time_panel::{TimePanel, time_panel_ui};
use super::top_bar::{TopBar, top_bar_ui};
use super::worker::{Message, Reports, Worker};
use crate::store::EventStore;
use crate::view_state::{Command, Ground, Language, MapCommand, ShellCommand, Tab, Theme, ViewState};
use egui::{CentralPanel, Context, Frame, Margin, Panel, Ui};
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
    list: ListPanel,
    side: SidePanel,
    top: TopBar,
    worker: Worker,
    notice: Option<Notice>,
    pressed: Vec<Pressed>,
    /// Clock of the last frame while playing, in seconds.
    played_at: Option<f64>,
}

impl App {
    /// A window that reads these reports as it opens.
    #[must_use]
    pub fn new(ctx: &Context, reports: Reports, language: Language, theme: Theme) -> Self {
        let mut app = Self::with_store(ctx, EventStore::default(), language, theme);
        app.notice = Some(Notice::Reading(None));
        app.worker.read(reports);
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
            list: ListPanel::default(),
            side: SidePanel::default(),
            top: TopBar::default(),
            worker: Worker::new(ctx.clone()),
            notice: None,
            pressed: Vec::new(),
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

    /// What there is to look at.
    #[must_use]
    pub fn store(&self) -> &EventStore {
        &self.store
    }

    /// Draws the window and carries out what was asked for in it.
    pub fn show(&mut self, ui: &mut Ui) {
        self.receive();
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
    }

    fn lay_out(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let (store, view, texts) = (Arc::clone(&self.store), &self.view, &self.texts);
        let palette = Palette::of(view.theme);
        let bar = Frame::new().fill(palette.ground).inner_margin(Margin::symmetric(10, 7));
        Panel::top("top").frame(bar).show(ui, |ui| top_bar_ui(ui, &mut self.top, view, texts, commands));
        if let Some(notice) = &self.notice {
            let frame = bar.fill(palette.accent_ground).inner_margin(Margin::symmetric(10, 5));
            Panel::top("notice").frame(frame).show(ui, |ui| notice_ui(ui, notice, texts, commands));
        }
        let side = bar.inner_margin(Margin::same(0));
        let widest = (ui.available_width() * 0.5).max(240.0);
        let right = Panel::right("right").frame(side).default_size(372.0).size_range(240.0..=widest);
        right.show(ui, |ui| {
            tabs_ui(ui, &store, view, texts, commands);
            match view.tab {
                Tab::Event => event_panel_ui(ui, &store, view, texts, commands),
                Tab::Report => document_panel_ui(ui, &mut self.document, &store, view, texts, commands),
                Tab::List => list_panel_ui(ui, &mut self.list, &store, view, texts, commands),
            }
        });
        let time = bar.inner_margin(Margin { left: 10, right: 10, top: 7, bottom: 4 });
        Panel::bottom("time").frame(time).show(ui, |ui| {
            time_panel_ui(ui, &mut self.time, &store, view, texts, commands);
        });
        Panel::left("left").frame(side).default_size(206.0).size_range(150.0..=360.0).show(ui, |ui| {
            side_panel_ui(ui, &mut self.side, &store, view, texts, commands);
        });
        CentralPanel::default().frame(Frame::new().fill(palette.ground)).show(ui, |ui| {
            map_panel_ui(ui, &mut self.map, &store, view, commands);
        });
        keys::keys_ui(ui, view, texts, commands);
        drop_target_ui(ui, view, texts);
    }

    fn receive(&mut self) {
        for message in self.worker.messages() {
            match message {
                Message::Progress(progress) => {
                    if matches!(self.notice, Some(Notice::Reading(_))) {
                        self.notice = Some(Notice::Reading(Some(progress)));
                    }
                }
                Message::Read(store) => self.look_at(*store),
                Message::Cancelled => {
                    if matches!(self.notice, Some(Notice::Reading(_))) {
                        self.notice = Some(Notice::Cancelled);
                    }
                }
                Message::Failed(reason) => self.notice = Some(Notice::Failed(reason)),
                Message::Chosen(paths) if paths.is_empty() => {}
                Message::Chosen(paths) => self.read(Reports::Paths(paths)),
                Message::MapChosen(file) => self.set_ground(Ground::File(file)),
                Message::SaveTo(file) => self.worker.write(self.store.collection().clone(), file),
                Message::Written { file, count } => self.notice = Some(Notice::Written { file, count }),
                Message::NotWritten { file, reason } => self.notice = Some(Notice::NotWritten { file, reason }),
            }
        }
    }

    /// Another store: a first look at it, in the language and colours chosen before.
    fn look_at(&mut self, store: EventStore) {
        let (language, theme) = (self.view.language, self.view.theme);
        self.view = ViewState::new(&store);
        self.view.apply(Command::SetLanguage(language), &store);
        self.view.apply(Command::SetTheme(theme), &store);
        self.time = TimePanel::default();
        self.side = SidePanel::default();
        self.document = DocumentPanel::default();
        self.map.look_anew();
        let is_first = self.store.documents().is_empty() && store.problems().is_empty();
        self.notice = Some(if is_first { Notice::Hint } else { Notice::done(&store) });
        self.store = Arc::new(store);
    }

    fn read(&mut self, reports: Reports) {
        self.notice = Some(Notice::Reading(None));
        self.worker.read(reports);
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
                Pressed::Search => self.top.focus_search(),
                Pressed::Escape => {
                    if ui.ctx().text_edit_focused() {
                        ui.memory_mut(egui::Memory::stop_text_input);
                    }
                    commands.push(Command::Escape);
                }
                Pressed::Mark(direction) => self.document.step_mark(direction),
                key => commands.extend(keys::command_of(key)),
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
        match command {
            Command::Map(command) => self.map.apply(command, &self.store),
            Command::Shell(command) => self.carry_out_shell(command),
            // What was opened last is closed first.
            Command::Escape if !self.view.shows_keys && self.map.close() => {}
            command => {
                if matches!(self.notice, Some(Notice::Hint)) && moves_time(&command) {
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

fn tabs_ui(ui: &mut Ui, store: &EventStore, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    let palette = Palette::of(view.theme);
    Frame::new().inner_margin(Margin { left: 12, right: 8, top: 6, bottom: 0 }).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let count = view.shown(store).count();
            let tabs = [
                (Tab::Event, texts.get("tab-event")),
                (Tab::Report, texts.get("tab-report")),
                (Tab::List, texts.count("tab-list", count)),
            ];
            for (tab, label) in tabs {
                let is_shown = view.tab == tab;
                let color = if is_shown { palette.accent } else { palette.weak };
                let text = egui::RichText::new(label).font(strong(13.0)).color(color);
                let button = ui.add(egui::Button::selectable(false, text).frame_when_inactive(false));
                if is_shown {
                    let line = button.rect.bottom() + 2.0;
                    ui.painter().hline(button.rect.x_range(), line, egui::Stroke::new(2.0, palette.accent));
                }
                if button.clicked() {
                    commands.push(Command::ShowTab(tab));
                }
            }
        });
        ui.add_space(3.0);
    });
    let line = ui.cursor().top() - 2.0;
    ui.painter().hline(ui.max_rect().x_range(), line, egui::Stroke::new(1.0, palette.line));
}

/// While files are held over the window, it says what letting go does.
fn drop_target_ui(ui: &Ui, view: &ViewState, texts: &Texts) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let palette = Palette::of(view.theme);
    let layer = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop"));
    let painter = ui.ctx().layer_painter(layer);
    let rect = ui.ctx().content_rect();
    painter.rect_filled(rect, 0.0, palette.ground.gamma_multiply(0.85));
    painter.rect_stroke(rect.shrink(12.0), 8.0, egui::Stroke::new(2.0, palette.accent), egui::StrokeKind::Inside);
    let text = texts.get("drop-here");
    painter.text(rect.center(), egui::Align2::CENTER_CENTER, text, strong(20.0), palette.accent);
}
