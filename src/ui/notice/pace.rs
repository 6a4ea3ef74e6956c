//! [`Pace`]: how far reading is, and how fast it goes.

use crate::pipeline::Progress;
use crate::ui::texts::Texts;

/// How far reading is, and how fast it goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) struct Pace {
    pub(in crate::ui) progress: Progress,
    /// Reports a second, once that can be told.
    pub(in crate::ui) a_second: Option<f64>,
}

impl Pace {
    /// `Reading reports: 1200 of 10000 · 400 a second, 22 s left`.
    pub(super) fn words(self, texts: &Texts) -> String {
        let Progress { done, total } = self.progress;
        if done == total {
            return texts.get("reading-weighing");
        }
        let read = texts.with("reading", [("done", done.into()), ("total", total.into())]);
        let Some(rate) = self.a_second.filter(|&rate| rate >= 0.5) else { return read };
        #[expect(clippy::cast_precision_loss, reason = "a guess at the time left")]
        let left = (total.saturating_sub(done) as f64 / rate).ceil();
        let pace = texts.with("reading-pace", [("rate", rate.round().into()), ("seconds", left.into())]);
        format!("{read} · {pace}")
    }
}
