//! [`Worker`]: decodes tiles on a thread of its own, those wanted last first.

use super::archive::Archive;
use super::{Key, TILE_SIZE};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use walkers::{Style, Tile};

/// The thread and the two ways to it. It ends when this is dropped.
pub(super) struct Worker {
    order: Arc<(Mutex<Order>, Condvar)>,
    finished: Receiver<(Key, Option<Tile>)>,
}

#[derive(Default)]
struct Order {
    /// What the last frame missed; a new frame's list takes its place.
    wanted: Vec<Key>,
    in_work: Option<Key>,
    ended: bool,
}

impl Worker {
    pub(super) fn spawn(archive: Archive, style: Style, ctx: egui::Context) -> Self {
        let order: Arc<(Mutex<Order>, Condvar)> = Arc::default();
        let (sender, finished) = channel();
        let shared = Arc::clone(&order);
        std::thread::spawn(move || decode_all(&archive, &style, &shared, &sender, &ctx));
        Self { order, finished }
    }

    /// What was decoded since last asked; `None` where there is nothing but sea.
    pub(super) fn finished(&self) -> impl Iterator<Item = (Key, Option<Tile>)> + '_ {
        self.finished.try_iter()
    }

    /// These are wanted now, and nothing else.
    pub(super) fn want(&self, mut keys: Vec<Key>) {
        let (order, changed) = &*self.order;
        let mut order = order.lock().unwrap_or_else(PoisonError::into_inner);
        let in_work = order.in_work;
        keys.retain(|key| Some(*key) != in_work);
        order.wanted = keys;
        changed.notify_one();
    }

    /// Whether nothing is wanted or in work.
    pub(super) fn is_idle(&self) -> bool {
        let order = self.order.0.lock().unwrap_or_else(PoisonError::into_inner);
        order.wanted.is_empty() && order.in_work.is_none()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let (order, changed) = &*self.order;
        order.lock().unwrap_or_else(PoisonError::into_inner).ended = true;
        changed.notify_one();
    }
}

fn decode_all(
    archive: &Archive,
    style: &Style,
    (order, changed): &(Mutex<Order>, Condvar),
    sender: &Sender<(Key, Option<Tile>)>,
    ctx: &egui::Context,
) {
    loop {
        let key = {
            let mut order = order.lock().unwrap_or_else(PoisonError::into_inner);
            order.in_work = None;
            while order.wanted.is_empty() && !order.ended {
                order = changed.wait(order).unwrap_or_else(PoisonError::into_inner);
            }
            if order.ended {
                return;
            }
            let key = order.wanted.remove(0);
            order.in_work = Some(key);
            key
        };
        if sender.send((key, decode(archive, style, key))).is_err() {
            return;
        }
        ctx.request_repaint();
    }
}

/// A tile that can't be read is shown as sea and told of in the log: the rest of the map goes on.
fn decode(archive: &Archive, style: &Style, (zoom, x, y): Key) -> Option<Tile> {
    let bytes = archive.tile(zoom, x, y).inspect_err(|error| tracing::warn!("tile {zoom}/{x}/{y}: {error}")).ok()??;
    Tile::from_mvt(&bytes, style, zoom, TILE_SIZE)
        .inspect_err(|error| tracing::warn!("tile {zoom}/{x}/{y}: {error}"))
        .ok()
}
