//! [`PanelView`]: what a panel is drawn from.

use super::texts::Texts;
use crate::store::EventStore;
use crate::view_state::ViewState;

/// What there is to look at, how it is looked at, and in which language it is told.
#[derive(Clone, Copy, Debug)]
pub(super) struct PanelView<'a> {
    pub(super) store: &'a EventStore,
    pub(super) view: &'a ViewState,
    pub(super) texts: &'a Texts,
}
