//! [`EventStore`]: everything that was found, laid out for looking at: by time, by map cell, by report, by word.
//!
//! Built once from a [`Collection`] and read only from then on. Dated events come first, sorted by start day, in columns
//! of their own, so that a look at a month costs what is in it: the store serves ten million rows as it does ten.

mod cells;
mod columns;
mod facets;
mod words;

pub use cells::{Cell, CellLevel, MAX_LEVEL};
pub use columns::EventRow;
pub use facets::{ActorRow, Facets};
pub use words::{Found, Passage};

use crate::collection::{Annotation, Collection};
use crate::day::Day;
use crate::document::Document;
use crate::edtf::{DateSet, DayRange};
use crate::event::{Event, EventKind, Mention, MentionIndex};
use crate::gazetteer::{PlaceId, PlaceKind, Point};
use crate::problem::Problem;
use crate::reason::DocumentIndex;
use columns::Columns;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use words::WordIndex;

/// Row of an event in its [`EventStore`]: dated events by start day, then those without a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventIndex(pub u32);

/// Row of a place in its [`EventStore`], by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceRow(pub u32);

/// What the store keeps of a place of the gazetteer.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredPlace {
    /// The gazetteer's own key: `AF-BDG`.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// What it is.
    pub kind: PlaceKind,
    /// ISO 3166-1 alpha-2, or empty.
    pub country: String,
    /// Where it is.
    pub point: Point,
}

/// Events, where they come from, and the orders in which they are looked up.
#[derive(Debug, Default)]
pub struct EventStore {
    columns: Columns,
    places: Vec<StoredPlace>,
    place_rows: BTreeMap<PlaceId, PlaceRow>,
    collection: Collection,
    facets: Facets,
    words: WordIndex,
    levels: [OnceLock<CellLevel>; MAX_LEVEL as usize + 1],
}

impl EventStore {
    /// Indexes what was read. `describe` looks a place up in the gazetteer that read it;
    /// an event whose place it does not know counts as one without a place.
    #[must_use]
    pub fn new(mut collection: Collection, describe: impl Fn(PlaceId) -> Option<StoredPlace>) -> Self {
        let (places, place_rows) = list_places(&collection, describe);
        collection.events.sort_by_cached_key(|event| sort_key(event, &place_rows));
        let rows = collection.events.iter().map(|event| row_of(event, &place_rows));
        let columns = Columns::new(rows.collect());
        let facets = Facets::new(&collection);
        let words = WordIndex::new(&collection);
        Self { columns, places, place_rows, collection, facets, words, levels: Default::default() }
    }

    /// A table of events without reports behind them, such as an imported one. Rows may come in any order.
    #[must_use]
    pub fn from_rows(mut rows: Vec<EventRow>, places: Vec<StoredPlace>) -> Self {
        rows.sort_by_key(|row| (row.when.as_ref().map_or(Day::MAX, DateSet::first), row.place, row.kind));
        Self { columns: Columns::new(rows), places, ..Self::default() }
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

    /// Whether the event has a place and a day: only such events are on the map and in the histogram.
    #[must_use]
    pub fn is_plotted(&self, event: EventIndex) -> bool {
        self.columns.is_dated(event) && self.columns.place(event).is_some()
    }

    /// First day of the earliest plotted event to the day after the last of the latest; open ends are left out.
    #[must_use]
    pub fn extent(&self) -> Option<DayRange> {
        self.columns.extent()
    }

    /// All days the event may have been on, from first to last; [`Day::MIN`] to [`Day::MAX`] where there is no day.
    #[must_use]
    pub fn days(&self, event: EventIndex) -> DayRange {
        self.columns.days(event)
    }

    /// Whether the event is known to a single day.
    #[must_use]
    pub fn is_single_day(&self, event: EventIndex) -> bool {
        let days = self.days(event);
        days.start.plus(1) == days.end
    }

    /// Whether the event may have been within `window`, by each of its possible days.
    #[must_use]
    pub fn meets(&self, event: EventIndex, window: DayRange) -> bool {
        self.columns.meets(event, window)
    }

    /// Share of the event's possible days that lie in `window`, 0 to 1.
    #[must_use]
    pub fn share(&self, event: EventIndex, window: DayRange) -> f32 {
        self.columns.share(event, window)
    }

    /// The dated events that may have been within `window`, by start day; those without a place included.
    pub fn meeting(&self, window: DayRange) -> impl Iterator<Item = EventIndex> {
        self.columns.meeting(window)
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

    /// What the store was built from; events in the order of the rows.
    #[must_use]
    pub fn collection(&self) -> &Collection {
        &self.collection
    }

    /// The event as it was put together; `None` in a table without reports.
    #[must_use]
    pub fn event(&self, event: EventIndex) -> Option<&Event> {
        self.collection.events.get(event.0 as usize)
    }

    /// A telling.
    #[must_use]
    pub fn mention(&self, mention: MentionIndex) -> Option<&Mention> {
        self.collection.mentions.get(mention.0 as usize)
    }

    /// The tellings of an event, in reading order.
    pub fn mentions_of(&self, event: EventIndex) -> impl Iterator<Item = (MentionIndex, &Mention)> {
        let listed = self.event(event).map_or(&[][..], |event| event.mentions.as_slice());
        listed.iter().filter_map(|&index| Some((index, self.mention(index)?)))
    }

    /// How many reports tell of it.
    #[must_use]
    pub fn report_count(&self, event: EventIndex) -> usize {
        self.facets.reports_of(event).len()
    }

    /// Who takes part, which reports tell of it, and back.
    #[must_use]
    pub fn facets(&self) -> &Facets {
        &self.facets
    }

    /// The reports, in reading order.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        &self.collection.documents
    }

    /// A report.
    #[must_use]
    pub fn document(&self, index: DocumentIndex) -> Option<&Document> {
        self.collection.documents.get(index.0 as usize)
    }

    /// What was found in a report.
    #[must_use]
    pub fn annotation(&self, index: DocumentIndex) -> Option<&Annotation> {
        self.collection.annotations.get(index.0 as usize)
    }

    /// The tellings of a report, by offset, those that make no event included.
    #[must_use]
    pub fn mentions_in(&self, document: DocumentIndex) -> &[MentionIndex] {
        self.facets.mentions_in(document)
    }

    /// Input that could not be used, or only with a doubt.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.collection.problems
    }

    /// Dated or not, the events that have no place: a tray.
    pub fn not_placed(&self) -> impl Iterator<Item = EventIndex> {
        self.events().filter(|&event| self.place_row(event).is_none())
    }

    /// Placed or not, the events that have no day: a tray.
    pub fn not_dated(&self) -> impl Iterator<Item = EventIndex> {
        let first = u32::try_from(self.columns.dated_len()).unwrap_or(u32::MAX);
        self.events().skip(first as usize)
    }

    /// What was planned, denied or supposed, and so made no event: a tray.
    pub fn not_events(&self) -> impl Iterator<Item = MentionIndex> {
        let mentions = self.collection.mentions.iter().zip(0_u32..);
        mentions.filter(|(mention, _)| !mention.certainty.is_plotted()).map(|(_, index)| MentionIndex(index))
    }

    /// Plotted events by map cell and day. Level 0 is one cell, each further level halves its sides.
    #[must_use]
    pub fn cells(&self, level: u8) -> &CellLevel {
        let level = level.min(MAX_LEVEL);
        self.levels[usize::from(level)].get_or_init(|| CellLevel::new(level, &self.columns, &self.places))
    }

    /// Looks for words in the reports and for events told in them, whatever the accents; the last word may be cut short.
    #[must_use]
    pub fn search(&self, query: &str) -> Found {
        words::search(self, &self.words, query)
    }
}

/// All places referred to, by name and key, and where each went.
fn list_places(
    collection: &Collection,
    describe: impl Fn(PlaceId) -> Option<StoredPlace>,
) -> (Vec<StoredPlace>, BTreeMap<PlaceId, PlaceRow>) {
    let of_events = collection.events.iter().filter_map(|event| event.place);
    let of_mentions = collection.mentions.iter().filter_map(|mention| Some(mention.place.as_ref()?.place));
    let of_names = collection.annotations.iter().flat_map(|found| found.toponyms.iter().filter_map(|name| name.place));
    let mut ids: Vec<PlaceId> = of_events.chain(of_mentions).chain(of_names).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut known: Vec<(StoredPlace, PlaceId)> = ids.into_iter().filter_map(|id| Some((describe(id)?, id))).collect();
    known.sort_by(|(a, _), (b, _)| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    let rows = known.iter().zip(0_u32..).map(|((_, id), row)| (*id, PlaceRow(row))).collect();
    (known.into_iter().map(|(place, _)| place).collect(), rows)
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

/// A set that is open at both ends says nothing of the day.
fn is_day_known(when: &DateSet) -> bool {
    when.first() > Day::MIN || when.last() < Day::MAX
}
