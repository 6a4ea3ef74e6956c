//! [`Worker`]: fetches and decodes tiles on threads of its own, those wanted last first.

use super::Key;
use super::trouble::TroubleKind;
use bytes::Bytes;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use walkers::Tile;

/// Where tiles come from.
pub(super) trait TileBytes: Send + 'static {
    /// A tile as it is stored, decompressed; `None` where there is nothing to draw. May take as long as it needs.
    fn tile(&mut self, key: Key) -> Result<Option<Bytes>, TroubleKind>;
}

/// What makes a tile of bytes.
pub(super) trait Decode: Send + Sync + 'static {
    /// A tile ready to be drawn.
    fn decode(&self, bytes: &[u8], key: Key) -> Result<Tile, TroubleKind>;
}

/// A tile that came, or why it did not.
pub(super) type Finished = (Key, Result<Option<Tile>, TroubleKind>);

/// The threads and the two ways to them. They end when this is dropped.
pub(super) struct Worker {
    order: Arc<(Mutex<Order>, Condvar)>,
    finished: Receiver<Finished>,
}

#[derive(Default)]
struct Order {
    /// What the last frame missed; a new frame's list takes its place.
    wanted: Vec<Key>,
    in_work: Vec<Key>,
    ended: bool,
}

impl Worker {
    /// A thread for each of the sources, which are all alike.
    pub(super) fn spawn(
        sources: impl IntoIterator<Item = impl TileBytes>,
        decode: impl Decode,
        ctx: &egui::Context,
    ) -> Self {
        let order: Arc<(Mutex<Order>, Condvar)> = Arc::default();
        let (sender, finished) = channel();
        let decode = Arc::new(decode);
        for source in sources {
            let (order, decode, sender, ctx) = (Arc::clone(&order), Arc::clone(&decode), sender.clone(), ctx.clone());
            std::thread::spawn(move || work(source, &*decode, &order, &sender, &ctx));
        }
        Self { order, finished }
    }

    /// What came since last asked.
    pub(super) fn finished(&self) -> impl Iterator<Item = Finished> + '_ {
        self.finished.try_iter()
    }

    /// These are wanted now, and nothing else.
    pub(super) fn want(&self, mut keys: Vec<Key>) {
        let (order, changed) = &*self.order;
        let mut order = order.lock().unwrap_or_else(PoisonError::into_inner);
        keys.retain(|key| !order.in_work.contains(key));
        order.wanted = keys;
        changed.notify_all();
    }

    /// Whether nothing is wanted or in work.
    pub(super) fn is_idle(&self) -> bool {
        let order = self.order.0.lock().unwrap_or_else(PoisonError::into_inner);
        order.wanted.is_empty() && order.in_work.is_empty()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let (order, changed) = &*self.order;
        order.lock().unwrap_or_else(PoisonError::into_inner).ended = true;
        changed.notify_all();
    }
}

fn work(
    mut source: impl TileBytes,
    decode: &impl Decode,
    (order, changed): &(Mutex<Order>, Condvar),
    sender: &Sender<Finished>,
    ctx: &egui::Context,
) {
    loop {
        let key = {
            let mut order = order.lock().unwrap_or_else(PoisonError::into_inner);
            while order.wanted.is_empty() && !order.ended {
                order = changed.wait(order).unwrap_or_else(PoisonError::into_inner);
            }
            if order.ended {
                return;
            }
            let key = order.wanted.remove(0);
            order.in_work.push(key);
            key
        };
        let tile = source.tile(key).and_then(|bytes| bytes.map(|bytes| decoded(decode, &bytes, key)).transpose());
        if let Err(trouble) = &tile {
            tracing::warn!("tile {}/{}/{}: {trouble}", key.0, key.1, key.2);
        }
        let is_wanted = sender.send((key, tile)).is_ok();
        order.lock().unwrap_or_else(PoisonError::into_inner).in_work.retain(|other| *other != key);
        if !is_wanted {
            return;
        }
        ctx.request_repaint();
    }
}

/// Foreign bytes through decoders that may not expect them: where one panics, the tile is none, and the map goes on.
fn decoded(decode: &impl Decode, bytes: &[u8], key: Key) -> Result<Tile, TroubleKind> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| decode.decode(bytes, key)))
        .unwrap_or_else(|_| Err(TroubleKind::NoTile("its decoder gave up".to_owned())))
}
