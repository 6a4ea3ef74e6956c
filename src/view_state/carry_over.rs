//! The same look at the same reports, where what was read from them is another: corrected, or read anew.

use super::{OpenReport, ViewState};
use crate::event::Mention;
use crate::reason::DocumentIndex;
use crate::store::{ActorRow, EventIndex, EventStore, Passage, PlaceRow};

impl ViewState {
    /// Finds what was selected, open and filtered by in `new`, whose reports are those of `old`, or most of them; days and tab
    /// stay.
    pub fn carry_over(&mut self, old: &EventStore, new: &EventStore) {
        self.picked = None;
        self.selected = self.selected.and_then(|event| same_event(event, old, new));
        let place = |row: &PlaceRow| {
            let id = &old.place(*row)?.id;
            let position = new.places().iter().position(|place| place.id == *id)?;
            u32::try_from(position).ok().map(PlaceRow)
        };
        self.filter.places = self.filter.places.iter().filter_map(place).collect();
        let actor = |row: &ActorRow| {
            let name = old.facets().actor(*row);
            let position = new.facets().actors().iter().position(|actor| actor == name)?;
            u32::try_from(position).ok().map(ActorRow)
        };
        self.filter.actors = self.filter.actors.iter().filter_map(actor).collect();
        self.filter.reports = self.filter.reports.iter().filter_map(|&report| same_report(report, old, new)).collect();
        self.report = self.report.and_then(|open| {
            let document = same_report(open.document, old, new)?;
            // Other words may stand there now.
            let is_same_text = old.document(open.document)?.text == new.document(document)?.text;
            let passage = open.passage.filter(|_| is_same_text).map(|passage| Passage { document, ..passage });
            Some(OpenReport { document, passage, ..open })
        });
        let text = std::mem::take(&mut self.filter.text);
        self.filter.set_text(text, new);
    }
}

/// The report of the same name: in its old place, or else wherever it is.
fn same_report(index: DocumentIndex, old: &EventStore, new: &EventStore) -> Option<DocumentIndex> {
    let id = &old.document(index)?.id;
    if new.document(index).is_some_and(|document| document.id == *id) {
        return Some(index);
    }
    let position = new.documents().iter().position(|document| document.id == *id)?;
    u32::try_from(position).ok().map(DocumentIndex)
}

/// The event that the same words tell; of several, that of the first telling that still tells one.
fn same_event(event: EventIndex, old: &EventStore, new: &EventStore) -> Option<EventIndex> {
    let mut tellings = old.mentions_of(event).map(|(_, mention)| mention);
    tellings.find_map(|mention| {
        let report = same_report(mention.document, old, new)?;
        let place = |mention: &Mention| mention.place.as_ref().map(|place| place.span);
        let same = |other: &Mention| {
            (other.trigger, other.quote, place(other)) == (mention.trigger, mention.quote, place(mention))
        };
        let near = |other: &Mention| other.trigger == mention.trigger;
        let of_report = || new.mentions_in(report).iter().copied();
        let fitting = |fits: &dyn Fn(&Mention) -> bool| {
            of_report()
                .filter(|&index| new.mention(index).is_some_and(fits))
                .find_map(|index| new.facets().event_of(index))
        };
        fitting(&same).or_else(|| fitting(&near))
    })
}
