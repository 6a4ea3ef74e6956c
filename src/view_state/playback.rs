//! [`Playback`]: stepping by itself. Time comes in from outside.

/// Speeds offered, in steps a second.
pub const SPEEDS: [f32; 5] = [0.5, 1.0, 2.0, 4.0, 8.0];

/// Whether and how fast the window moves on by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Playback {
    /// Whether it does.
    pub is_playing: bool,
    /// Whether it starts over at the end.
    pub is_looping: bool,
    /// Steps a second.
    pub speed: f32,
    /// Seconds since the last step.
    elapsed: f32,
}

impl Default for Playback {
    fn default() -> Self {
        Self { is_playing: false, is_looping: false, speed: 1.0, elapsed: 0.0 }
    }
}

impl Playback {
    /// Begins or ends; a first step comes one step's time later.
    pub(super) fn toggle(&mut self) {
        self.is_playing = !self.is_playing;
        self.elapsed = 0.0;
    }

    pub(super) fn stop(&mut self) {
        self.is_playing = false;
        self.elapsed = 0.0;
    }

    /// Whether a step is due after `seconds` more. A long pause between frames is one step, not many.
    pub(super) fn is_due(&mut self, seconds: f32) -> bool {
        if !self.is_playing {
            return false;
        }
        self.elapsed += seconds.max(0.0);
        let is_due = self.elapsed * self.speed >= 1.0;
        if is_due {
            self.elapsed = 0.0;
        }
        is_due
    }

    /// Seconds until the next step.
    #[must_use]
    pub fn seconds_left(&self) -> f32 {
        (1.0 / self.speed - self.elapsed).max(0.0)
    }
}
