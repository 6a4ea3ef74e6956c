//! What is selected and open: events, reports, tabs, trays; and the way back out of them.

use super::{Command, OpenReport, Tab, ViewState};
use crate::reason::DocumentIndex;
use crate::store::{EventStore, Passage};

impl ViewState {
    pub(super) fn apply_selection(&mut self, command: &Command, store: &EventStore) {
        match *command {
            Command::SelectEvent(event) => {
                self.selected = Some(event);
                self.show_event_tab();
            }
            Command::PickEvent(event) => self.selected = Some(event),
            Command::Deselect => self.selected = None,
            Command::OpenMention(index) => {
                let Some(mention) = store.mention(index) else { return };
                if let Some(event) = store.facets().event_of(index) {
                    self.selected = Some(event);
                }
                self.open(mention.document, Some(mention.quote));
            }
            Command::OpenPassage(passage) => self.open(passage.document, Some(passage.span)),
            Command::OpenReport(document) => self.open(document, None),
            Command::CloseReport => self.report = None,
            Command::ShowTab(tab) => self.tab = tab,
            Command::OpenTray(tray) => self.tray = Some(tray),
            Command::ToggleTray(tray) => self.tray = (self.tray != Some(tray)).then_some(tray),
            Command::Escape => self.escape(store),
            _ => {}
        }
    }

    pub(super) fn show_event_tab(&mut self) {
        self.tab = Tab::Event;
    }

    fn open(&mut self, document: DocumentIndex, span: Option<crate::span::Span>) {
        self.requests += 1;
        let passage = span.map(|span| Passage { document, span });
        self.report = Some(OpenReport { document, passage, request: self.requests });
        self.tab = Tab::Report;
    }

    fn escape(&mut self, store: &EventStore) {
        if self.dialog.is_some() {
            self.dialog = None;
        } else if self.is_picking {
            self.is_picking = false;
        } else if self.picked_point().is_some() {
            self.picked = None;
        } else if self.playback.is_playing {
            self.playback.stop();
        } else if self.tab == Tab::Report {
            self.tab = Tab::Event;
        } else if !self.filter.text.is_empty() {
            self.filter.set_text(String::new(), store);
        } else {
            self.selected = None;
        }
    }
}
