//! How events are told apart on a map: colour and shape by family, how wide a place is, which places share a marker.
//!
//! The window and the still map draw by the same rules.

pub mod cluster;
pub mod extent;
mod main_points;
mod shape;

pub use main_points::main_points;
pub use shape::MarkerShape;

use crate::event::Family;

/// Okabe and Ito's colours ("Color Universal Design", 2008), told apart with any colour vision; red, green, blue.
#[must_use]
pub fn color(family: Family) -> [u8; 3] {
    match family {
        Family::Fighting => [0xD5, 0x5E, 0x00],
        Family::RemoteViolence => [0xE6, 0x9F, 0x00],
        Family::AgainstCivilians => [0xCC, 0x79, 0xA7],
        Family::Moves => [0x00, 0x72, 0xB2],
        Family::Diplomacy => [0x00, 0x9E, 0x73],
        Family::Civil => [0x56, 0xB4, 0xE9],
    }
}

/// Radius in points of the marker of one event that so many reports tell of.
#[must_use]
pub fn event_radius(reports: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a size on the screen")]
    let more = reports.saturating_sub(1) as f32;
    (6.5 + 1.6 * more).min(13.0)
}

/// No badge is larger, in points.
pub const MOST_BADGE_RADIUS: f32 = 24.0;

/// Radius in points of the badge of so many events.
#[must_use]
pub fn badge_radius(events: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a size on the screen")]
    let count = events.max(1) as f32;
    (11.0 + 2.2 * count.log2()).min(MOST_BADGE_RADIUS)
}

/// The number as it fits into a badge: `999`, `1.2k`, `34k`.
#[must_use]
pub fn count_text(events: usize) -> String {
    match events {
        0..=999 => events.to_string(),
        1000..=9999 => format!("{}.{}k", events / 1000, events % 1000 / 100),
        10_000..=999_999 => format!("{}k", events / 1000),
        _ => format!("{}M", events / 1_000_000),
    }
}
