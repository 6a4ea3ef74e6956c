//! [`Settings`]: how somebody likes to look, whatever at.

use super::axis::Breaks;
use super::{Command, Language, Step, Theme, ViewState, WindowMode};
use crate::store::EventStore;

/// What stays as it was chosen when other reports are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Settings {
    /// Language of the interface.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// The calendar unit that the window moves by.
    pub step: Step,
    /// Whether what was before the window is shown too.
    pub mode: WindowMode,
    /// Steps a second while playing; `None` for the usual.
    pub speed: Option<f32>,
    /// Whether playing starts over at the end.
    pub is_looping: bool,
    /// Whether empty stretches of the axis are shown.
    pub breaks: Breaks,
}

impl ViewState {
    /// What stays when other reports are looked at.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings {
            language: self.language,
            theme: self.theme,
            step: self.step,
            mode: self.mode,
            speed: Some(self.playback.speed),
            is_looping: self.playback.is_looping,
            breaks: self.axis.breaks,
        }
    }

    /// Looks at a store in the manner of before. A window of another step is put where the selected event is.
    pub fn take_up(&mut self, settings: Settings, store: &EventStore) {
        let Settings { language, theme, step, mode, speed, is_looping, breaks } = settings;
        (self.language, self.theme, self.mode) = (language, theme, mode);
        self.playback.is_looping = is_looping;
        self.axis.breaks = breaks;
        if let Some(speed) = speed {
            self.apply(Command::SetSpeed(speed), store);
        }
        if step != self.step {
            self.apply(Command::SetStep(step), store);
        }
    }
}
