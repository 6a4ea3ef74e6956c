//! The view in the project: kept while one works, taken up when the project is opened.

use super::App;
use crate::problem::Fault;
use crate::ui::notice::Notice;
use crate::ui::saved_view::SavedView;
use egui::Context;
use std::path::PathBuf;
use std::time::Duration;

/// Seconds between two looks at whether the view is another.
const EVERY: f64 = 1.0;

/// The view as it is in the project.
#[derive(Debug, Default)]
pub(super) struct KeptView {
    view: Option<SavedView>,
    looked_at: f64,
    may_differ: bool,
    /// Why it could not be kept the last time: said once.
    refused: Option<Fault>,
}

impl App {
    /// Keeps the view where it is another, not more often than a person looks away.
    pub(super) fn keep_view(&mut self, ctx: &Context, was_asked: bool) {
        // The map is moved with the pointer, without a command.
        let (now, is_touched) = ctx.input(|input| (input.time, !input.raw.events.is_empty()));
        self.kept_view.may_differ |= was_asked || is_touched;
        if !self.kept_view.may_differ || self.project.is_none() {
            return;
        }
        let left = self.kept_view.looked_at + EVERY - now;
        if left > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(left + 0.05));
            return;
        }
        self.kept_view.looked_at = now;
        self.kept_view.may_differ = false;
        if let (Some(text), Some(project)) = (self.view_to_keep(), self.project.clone()) {
            self.worker.keep_view(project, text);
        }
    }

    /// The view as text, where it is another than that in the project and may be written there.
    fn view_to_keep(&mut self) -> Option<String> {
        self.project.as_ref().filter(|project| project.read_only().is_none())?;
        let view = SavedView::of(&self.view, &self.map, &self.store);
        if self.kept_view.view.as_ref() == Some(&view) {
            return None;
        }
        let text = view.text();
        self.kept_view.view = Some(view);
        Some(text)
    }

    /// A view that cannot be kept is told of once, until the reason is another: the view changes all the time.
    pub(super) fn hear_of_view(&mut self, file: PathBuf, refused: Option<Fault>) {
        if self.project() != Some(file.as_path()) || refused == self.kept_view.refused {
            return;
        }
        if let Some(reason) = refused.clone() {
            self.notice = Some(Notice::NotSaved { file, reason });
        }
        self.kept_view.refused = refused;
    }

    /// Keeps the view for the last time: the window closes, or turns to something else.
    pub fn close(&mut self) {
        if let (Some(text), Some(project)) = (self.view_to_keep(), self.project.clone()) {
            // There is nobody left to tell; what was corrected is safe.
            let _ = project.lock().set_view(&text);
        }
    }

    /// Takes up the view of a project that was opened.
    pub(super) fn take_up_view(&mut self, text: Option<&str>) {
        self.kept_view = KeptView::default();
        let Some(view) = text.and_then(SavedView::parse) else { return };
        view.take_up(&mut self.view, &mut self.map, &self.store);
        self.kept_view = KeptView { view: Some(view), ..KeptView::default() };
    }
}
