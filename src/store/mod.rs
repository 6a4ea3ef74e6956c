//! [`EventStore`]: everything that was found, laid out for looking at: by time, by place, by report, by word.
//!
//! Built once from a [`Collection`] and read only from then on. Dated events come first, sorted by start day, in columns
//! of their own, so that a look at a month costs what is in it: the store serves ten million rows as it does ten.

mod columns;
mod facets;
mod place;
mod reports;
mod timeline;
mod words;

pub use columns::EventRow;
pub use facets::{ActorRow, Facets};
pub use place::{PlaceRow, StoredPlace};
pub use timeline::{Clock, Timeline};
pub use words::{Found, Passage};

use crate::collection::Collection;
use crate::day::Day;
use crate::edtf::{DateSet, DayRange};
use crate::event::{Event, EventKind};
use crate::gazetteer::PlaceId;
use crate::reason::DocumentIndex;
use columns::Columns;
use std::collections::BTreeMap;
use std::sync::Arc;
use timeline::is_day_known;
use words::WordIndex;

/// Row of an event in its [`EventStore`]: dated events by start day, then those without a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventIndex(pub u32);

/// Events, where they come from, and the orders in which they are looked up.
#[derive(Debug, Default)]
pub struct EventStore {
    columns: Columns,
    happened: Timeline,
    reported: Timeline,
    places: Vec<StoredPlace>,
    place_rows: BTreeMap<PlaceId, PlaceRow>,
    collection: Arc<Collection>,
    facets: Facets,
    words: WordIndex,
}

impl EventStore {
    /// Indexes what was read. `describe` looks a place up in the gazetteer that read it;
    /// an event whose place it does not know counts as one without a place.
    #[must_use]
    pub fn new(collection: Collection, describe: impl Fn(PlaceId) -> Option<StoredPlace>) -> Self {
        let words = WordIndex::new(&collection);
        Self::with_words(words, collection, describe)
    }

    /// The same of a collection whose reports, as a rule, are those of another store: what was worked out of their words is
    /// not worked out again.
    #[must_use]
    pub fn beside(other: &Self, collection: Collection, describe: impl Fn(PlaceId) -> Option<StoredPlace>) -> Self {
        let is_same = Arc::ptr_eq(&other.collection.documents, &collection.documents)
            || other.collection.documents == collection.documents;
        if !is_same {
            return Self::new(collection, describe);
        }
        Self::with_words(other.words.clone(), collection, describe)
    }

    fn with_words(
        words: WordIndex,
        mut collection: Collection,
        describe: impl Fn(PlaceId) -> Option<StoredPlace>,
    ) -> Self {
        let (places, place_rows) = place::list(&collection, describe);
        collection.events.sort_by_cached_key(|event| sort_key(event, &place_rows));
        let rows: Vec<EventRow> = collection.events.iter().map(|event| row_of(event, &place_rows)).collect();
        let facets = Facets::new(&collection);
        let columns = Columns::new(&rows, events_near(&collection));
        let is_placed = |event| columns.place(event).is_some();
        let reported = Timeline::new(collection.events.iter().map(|event| publications(event, &collection)), is_placed);
        let happened = Timeline::new(rows.into_iter().map(|row| row.when.into_iter().collect()), is_placed);
        let collection = Arc::new(collection);
        Self { columns, happened, reported, places, place_rows, collection, facets, words }
    }

    /// A table of events without reports behind them, such as an imported one. Rows may come in any order.
    #[must_use]
    pub fn from_rows(mut rows: Vec<EventRow>, places: Vec<StoredPlace>) -> Self {
        for row in &mut rows {
            row.when = row.when.take().filter(is_day_known);
        }
        rows.sort_by_key(|row| (row.when.as_ref().map_or(Day::MAX, DateSet::first), row.place, row.kind));
        let columns = Columns::new(&rows, Vec::new());
        let whens = rows.into_iter().map(|row| row.when.into_iter().collect());
        let happened = Timeline::new(whens, |event| columns.place(event).is_some());
        Self { columns, happened, places, ..Self::default() }
    }

    /// How many events there are, those without a place or a day included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether there is no event at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All events, dated ones by start day first.
    pub fn events(&self) -> impl Iterator<Item = EventIndex> {
        (0..u32::try_from(self.len()).unwrap_or(u32::MAX)).map(EventIndex)
    }

    /// The events on a clock.
    #[must_use]
    pub fn on(&self, clock: Clock) -> &Timeline {
        match clock {
            Clock::Happened => &self.happened,
            Clock::Reported => &self.reported,
        }
    }

    /// Whether the event has a place, and a day on the clock: only such events are on the map and in the histogram.
    #[must_use]
    pub fn is_plotted_on(&self, clock: Clock, event: EventIndex) -> bool {
        self.columns.place(event).is_some() && self.on(clock).holds(event)
    }

    /// The events that have a place and a day on the clock, by first day.
    pub fn plotted_on(&self, clock: Clock) -> impl Iterator<Item = EventIndex> {
        self.on(clock).events().iter().copied().filter(|&event| self.columns.place(event).is_some())
    }

    /// Whether it is known where and when it happened.
    #[must_use]
    pub fn is_plotted(&self, event: EventIndex) -> bool {
        self.is_plotted_on(Clock::Happened, event)
    }

    /// All days the event may have happened on, from first to last; [`Day::MIN`] to [`Day::MAX`] where there is no day.
    #[must_use]
    pub fn days(&self, event: EventIndex) -> DayRange {
        self.happened.days(event)
    }

    /// What happened.
    #[must_use]
    pub fn kind(&self, event: EventIndex) -> EventKind {
        self.columns.kind(event)
    }

    /// Row of the place where it happened.
    #[must_use]
    pub fn place_row(&self, event: EventIndex) -> Option<PlaceRow> {
        self.columns.place(event)
    }

    /// The place where it happened.
    #[must_use]
    pub fn place_of(&self, event: EventIndex) -> Option<&StoredPlace> {
        self.place(self.place_row(event)?)
    }

    /// Whether all that is told of the event puts it near its place, not at it.
    #[must_use]
    pub fn is_near(&self, event: EventIndex) -> bool {
        self.columns.is_near(event)
    }

    /// The place of a row.
    #[must_use]
    pub fn place(&self, row: PlaceRow) -> Option<&StoredPlace> {
        self.places.get(row.0 as usize)
    }

    /// All places that an event, a mention or a name in a report refers to, by name.
    #[must_use]
    pub fn places(&self) -> &[StoredPlace] {
        &self.places
    }

    /// Row of a place of the gazetteer that read the reports.
    #[must_use]
    pub fn row_of_place(&self, id: PlaceId) -> Option<PlaceRow> {
        self.place_rows.get(&id).copied()
    }

    /// A place of the gazetteer that read the reports.
    #[must_use]
    pub fn place_by_id(&self, id: PlaceId) -> Option<&StoredPlace> {
        self.place(*self.place_rows.get(&id)?)
    }
}

/// Events without a day, or with every day, come last.
fn sort_key(
    event: &Event,
    rows: &BTreeMap<PlaceId, PlaceRow>,
) -> (bool, Day, Day, Option<PlaceRow>, EventKind, String) {
    let when = event.when.as_ref().filter(|when| is_day_known(when));
    let place = event.place.and_then(|id| rows.get(&id).copied());
    let (first, last) = when.map_or((Day::MAX, Day::MAX), |when| (when.first(), when.last()));
    (when.is_none(), first, last, place, event.kind, event.id.clone())
}

fn row_of(event: &Event, rows: &BTreeMap<PlaceId, PlaceRow>) -> EventRow {
    EventRow {
        kind: event.kind,
        place: event.place.and_then(|id| rows.get(&id).copied()),
        when: event.when.clone().filter(is_day_known),
    }
}

/// The events of which all that is told puts them near their places, ascending.
fn events_near(collection: &Collection) -> Vec<EventIndex> {
    let is_near = |event: &Event| {
        let tellings = event.mentions.iter().filter_map(|index| collection.mentions.get(index.0 as usize));
        let mut places = tellings.filter_map(|mention| mention.place.as_ref()).peekable();
        places.peek().is_some() && places.all(|place| place.near)
    };
    let events = collection.events.iter().zip((0_u32..).map(EventIndex));
    events.filter(|(event, _)| is_near(event)).map(|(_, index)| index).collect()
}

/// The days on which the reports that tell of the event may have come out, each once.
fn publications(event: &Event, collection: &Collection) -> Vec<DateSet> {
    let mut documents: Vec<DocumentIndex> = event
        .mentions
        .iter()
        .filter_map(|index| collection.mentions.get(index.0 as usize))
        .map(|mention| mention.document)
        .collect();
    documents.dedup();
    let annotations = documents.iter().filter_map(|document| collection.annotations.get(document.0 as usize));
    let mut days: Vec<DateSet> = Vec::new();
    for day in annotations.map(|annotation| &annotation.publication.inferred).filter(|day| is_day_known(day)) {
        if !days.contains(day) {
            days.push(day.clone());
        }
    }
    days
}
