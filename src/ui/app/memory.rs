//! [`Memory`]: what the window takes over from its last run, and keeps for its next.

use super::App;
use crate::ui::preferences::{Preferences, Sizes};
use crate::ui::texts::Texts;
use crate::ui::theme;
use crate::view_state::{Ground, Language, MapCommand, Theme};
use egui::Context;
use std::path::PathBuf;

/// What is remembered, and where; nothing is written where no file was named.
#[derive(Debug, Default)]
pub(super) struct Memory {
    file: Option<PathBuf>,
    /// As the file has it.
    kept: Preferences,
    /// As it was in the last frame.
    last: Preferences,
    /// What the system asks for.
    usual: (Language, Theme),
    ground: Ground,
    sizes: Sizes,
}

impl Memory {
    pub(super) fn sizes(&self) -> Sizes {
        self.sizes
    }

    pub(super) fn measure_panels(&mut self, left: f32, right: f32) {
        (self.sizes.left, self.sizes.right) = (Some(left), Some(right));
    }

    fn measure_window(&mut self, ctx: &Context) {
        let (size, is_maximized) =
            ctx.input(|input| (input.viewport_rect().size(), input.viewport().maximized.unwrap_or(false)));
        self.sizes.is_maximized = is_maximized;
        // A window that is made small again goes back to the size it had before.
        if !is_maximized {
            self.sizes.window = Some([size.x, size.y]);
        }
    }

    fn write(&mut self, now: Preferences) {
        let Some(file) = &self.file else { return };
        if now == self.kept {
            return;
        }
        if let Err(error) = now.save(file) {
            tracing::warn!("what was chosen is not kept: {}: {error}", file.display());
        }
        // Where it failed it is not tried again for the same.
        self.kept = now;
    }
}

impl App {
    /// Takes up what the file says was chosen before, and keeps in it from now on what is chosen.
    pub fn remember_in(&mut self, file: PathBuf, ctx: &Context) {
        let kept = Preferences::load(&file);
        let mut settings = kept.settings;
        let usual = (self.view.language, self.view.theme);
        if !kept.has_language {
            settings.language = usual.0;
        }
        if !kept.has_theme {
            settings.theme = usual.1;
        }
        self.view.take_up(settings, &self.store);
        self.texts = Texts::new(settings.language);
        theme::apply(ctx, settings.theme);
        self.map.apply(MapCommand::SetGround(kept.ground.clone()), &self.store);
        let (ground, sizes) = (kept.ground.clone(), kept.sizes);
        self.memory = Memory { file: Some(file), last: kept.clone(), kept, usual, ground, sizes };
    }

    /// A map that a user chose, and that is to be there again in the next run.
    pub(super) fn choose_ground(&mut self, ground: Ground) {
        self.memory.ground = ground.clone();
        self.set_ground(ground);
    }

    fn preferences(&self) -> Preferences {
        let settings = self.view.settings();
        let Memory { kept, usual, ground, sizes, .. } = &self.memory;
        Preferences {
            settings,
            has_language: kept.has_language || settings.language != usual.0,
            has_theme: kept.has_theme || settings.theme != usual.1,
            ground: ground.clone(),
            sizes: *sizes,
        }
    }

    /// Keeps what has come to rest: not each width of a panel that is being dragged.
    pub(super) fn keep(&mut self, ctx: &Context) {
        if self.memory.file.is_none() {
            return;
        }
        self.memory.measure_window(ctx);
        let now = self.preferences();
        if now == self.memory.last && !ctx.input(|input| input.pointer.any_down()) {
            self.memory.write(now);
        } else {
            self.memory.last = now;
        }
    }

    /// The last chance.
    pub(super) fn keep_at_once(&mut self) {
        if self.memory.file.is_some() {
            self.memory.write(self.preferences());
        }
    }
}
