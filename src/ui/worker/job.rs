//! [`Job`]: one reading, and how it answers.

use super::Message;
use crate::pipeline::Progress;
use egui::Context;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

/// Sends and wakes the window up.
#[derive(Clone, Debug)]
pub(super) struct Reply {
    pub(super) ctx: Context,
    pub(super) sender: Sender<Message>,
}

impl Reply {
    pub(super) fn send(&self, message: Message) {
        // A window that is gone wants no answer.
        let _ = self.sender.send(message);
        self.ctx.request_repaint();
    }
}

/// One reading, from its beginning to its end.
#[derive(Clone, Debug)]
pub(super) struct Job {
    pub(super) reply: Reply,
    pub(super) cancel: Arc<AtomicBool>,
    pub(super) number: u64,
}

impl Job {
    /// Tells how far reading is: of every report of a small pile, of every hundredth of a large one.
    pub(super) fn watch(&self, progress: Progress) -> ControlFlow<()> {
        if self.cancel.load(Ordering::Relaxed) {
            return ControlFlow::Break(());
        }
        if progress.total < 1000 || progress.done.is_multiple_of(100) {
            self.reply.send(Message::Progress(progress));
        }
        ControlFlow::Continue(())
    }

    /// Tells what came of it: nothing where it was broken off.
    pub(super) fn end(&self, outcome: Result<Option<Message>, Message>) {
        self.reply.send(match outcome {
            _ if self.cancel.load(Ordering::Relaxed) => Message::Cancelled(self.number),
            Ok(Some(message)) => message,
            Ok(None) => Message::Cancelled(self.number),
            Err(failure) => failure,
        });
    }
}
