//! How the window is laid out: bars, panels side by side, or one thing at a time where there is little room.

use super::App;
use crate::store::EventStore;
use crate::ui::about::about_ui;
use crate::ui::corrections_panel::corrections_panel_ui;
use crate::ui::document_panel::document_panel_ui;
use crate::ui::drop_target::drop_target_ui;
use crate::ui::event_panel::event_panel_ui;
use crate::ui::key_list::keys_ui;
use crate::ui::left_behind::left_ui;
use crate::ui::list_panel::list_panel_ui;
use crate::ui::map_panel::map_panel_ui;
use crate::ui::notice::notice_ui;
use crate::ui::pane::{Pane, Room, panes_ui};
use crate::ui::panel_view::PanelView;
use crate::ui::path_bar::path_bar_ui;
use crate::ui::side_panel::side_panel_ui;
use crate::ui::tabs::tabs_ui;
use crate::ui::theme::Palette;
use crate::ui::time_panel::time_panel_ui;
use crate::ui::top_bar::{Files, top_bar_ui};
use crate::view_state::{Command, Dialog, Tab};
use egui::{CentralPanel, Frame, Margin, Panel, Ui};
use std::sync::Arc;

impl App {
    pub(super) fn lay_out(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let (store, view, texts) = (Arc::clone(&self.store), &self.view, &self.texts);
        let palette = Palette::of(view.theme);
        let room = Room::of(ui.available_size());
        let bar =
            Frame::new().fill(palette.ground).inner_margin(Margin::symmetric(10, if room.is_low { 3 } else { 7 }));
        let project = self.project.as_ref().map(|project| match project.read_only() {
            Some(_) => self.texts.with("project-read-only", [("name", project.name().into())]),
            None => project.name(),
        });
        let files = Files { project: project.as_deref(), recent: self.recent.paths() };
        Panel::top("top").frame(bar).show(ui, |ui| {
            top_bar_ui(ui, &mut self.top, room, files, view, texts, commands);
        });
        if let Some(notice) = self.notice.as_ref().filter(|notice| !(room.is_low && notice.can_wait())) {
            let frame = bar.fill(palette.accent_ground).inner_margin(Margin::symmetric(10, 5));
            Panel::top("notice").frame(frame).show(ui, |ui| notice_ui(ui, notice, texts, commands));
        }
        if self.path.is_open() {
            let frame = bar.fill(palette.accent_ground).inner_margin(Margin::symmetric(10, 5));
            Panel::top("path").frame(frame).show(ui, |ui| path_bar_ui(ui, &mut self.path, view, texts, commands));
        }
        if let Some(left) = &self.left {
            let frame = bar.fill(palette.accent_ground).inner_margin(Margin::symmetric(10, 5));
            Panel::top("left-behind").frame(frame).show(ui, |ui| left_ui(ui, left, texts, commands));
        }
        if room.is_narrow {
            self.lay_out_panes(ui, &store, room, commands);
        } else {
            self.lay_out_columns(ui, &store, room, commands);
        }
        let (view, texts) = (&self.view, &self.texts);
        match view.dialog {
            Some(Dialog::Keys) => keys_ui(ui, view, texts, commands),
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
        let left = Panel::left("left").frame(side).default_size(sizes.left.unwrap_or(222.0)).size_range(150.0..=360.0);
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
        let shown = Panel::bottom("time").frame(frame).show(ui, |ui| {
            time_panel_ui(ui, &mut self.time, room, store, &self.view, &self.texts, commands);
        });
        if self.time.has_other_height(shown.response.rect.height()) {
            // A panel at the bottom stands where its last height put it: it would leave a gap, or hang over the edge.
            ui.ctx().request_discard("the time panel has another height");
        }
    }

    fn show_details(&mut self, ui: &mut Ui, store: &EventStore, commands: &mut Vec<Command>) {
        let (view, texts) = (&self.view, &self.texts);
        let look = PanelView { store, view, texts };
        tabs_ui(ui, self.side.shown(store, view), self.corrections.in_force(), view, texts, commands);
        match view.tab {
            Tab::Event => event_panel_ui(ui, &mut self.correct, look, commands),
            Tab::Report => {
                let gazetteer = self.correct.gazetteer();
                document_panel_ui(ui, &mut self.document, gazetteer, look, commands);
            }
            Tab::Corrections => corrections_panel_ui(ui, &self.corrections, look, commands),
            Tab::List => list_panel_ui(ui, &mut self.list, store, view, texts, commands),
        }
    }
}
