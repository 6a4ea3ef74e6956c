//! [`Columns`]: the events' days, places and kinds, each in an array of its own, sorted by start day.

use super::{EventIndex, PlaceRow};
use crate::day::Day;
use crate::edtf::{DateSet, DayRange};
use crate::event::EventKind;
use std::collections::BTreeMap;

/// One event, as a row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct EventRow {
    /// What happened.
    pub kind: EventKind,
    /// Where; `None` where that is not known.
    pub place: Option<PlaceRow>,
    /// When; `None` where that is not known.
    pub when: Option<DateSet>,
}

/// The rows, dated ones first. The first `starts.len()` rows are dated.
#[derive(Debug, Default)]
pub(super) struct Columns {
    starts: Vec<Day>,
    ends: Vec<Day>,
    places: Vec<Option<PlaceRow>>,
    kinds: Vec<EventKind>,
    /// Latest end of each block of [`BLOCK`] dated rows: lets a look-back skip rows that ended before.
    block_ends: Vec<Day>,
    /// Dates that are several stretches, by row; few are.
    scattered: BTreeMap<u32, Vec<DayRange>>,
    extent: Option<DayRange>,
}

const BLOCK: usize = 512;

impl Columns {
    /// `rows` come sorted by start day, those without a day last.
    pub(super) fn new(rows: Vec<EventRow>) -> Self {
        let mut columns = Self::default();
        columns.places.reserve(rows.len());
        columns.kinds.reserve(rows.len());
        for (row, index) in rows.into_iter().zip(0_u32..) {
            columns.places.push(row.place);
            columns.kinds.push(row.kind);
            if let Some(when) = row.when {
                columns.push_days(index, &when, row.place.is_some());
            }
        }
        let latest = |block: &[Day]| block.iter().copied().max().unwrap_or(Day::MIN);
        columns.block_ends = columns.ends.chunks(BLOCK).map(latest).collect();
        columns
    }

    fn push_days(&mut self, index: u32, when: &DateSet, is_placed: bool) {
        let (start, last) = (when.first(), when.last());
        let end = if last >= Day::MAX { Day::MAX } else { last.plus(1) };
        self.starts.push(start);
        self.ends.push(end);
        if when.ranges().len() > 1 {
            self.scattered.insert(index, when.ranges().to_vec());
        }
        if is_placed {
            let known_start = if start > Day::MIN { start } else { last };
            let known_end = if end < Day::MAX { end } else { start.plus(1) };
            let known = DayRange { start: known_start, end: known_end };
            let all = self.extent.unwrap_or(known);
            self.extent = Some(DayRange { start: all.start.min(known.start), end: all.end.max(known.end) });
        }
    }

    pub(super) fn len(&self) -> usize {
        self.kinds.len()
    }

    pub(super) fn dated_len(&self) -> usize {
        self.starts.len()
    }

    pub(super) fn extent(&self) -> Option<DayRange> {
        self.extent
    }

    pub(super) fn is_dated(&self, event: EventIndex) -> bool {
        (event.0 as usize) < self.starts.len()
    }

    pub(super) fn kind(&self, event: EventIndex) -> EventKind {
        self.kinds.get(event.0 as usize).copied().unwrap_or(EventKind::Other)
    }

    pub(super) fn place(&self, event: EventIndex) -> Option<PlaceRow> {
        self.places.get(event.0 as usize).copied().flatten()
    }

    pub(super) fn days(&self, event: EventIndex) -> DayRange {
        let row = event.0 as usize;
        let start = self.starts.get(row).copied().unwrap_or(Day::MIN);
        DayRange { start, end: self.ends.get(row).copied().unwrap_or(Day::MAX) }
    }

    pub(super) fn meets(&self, event: EventIndex, window: DayRange) -> bool {
        let meets = |range: &DayRange| range.start < window.end && range.end > window.start;
        self.is_dated(event)
            && meets(&self.days(event))
            && self.scattered.get(&event.0).is_none_or(|ranges| ranges.iter().any(meets))
    }

    pub(super) fn share(&self, event: EventIndex, window: DayRange) -> f32 {
        let whole = [self.days(event)];
        let ranges = self.scattered.get(&event.0).map_or(&whole[..], Vec::as_slice);
        let length = |range: &DayRange| f64::from(range.end.number()) - f64::from(range.start.number());
        let inside = |range: &DayRange| {
            length(&DayRange { start: range.start.max(window.start), end: range.end.min(window.end) }).max(0.0)
        };
        let (all, within): (f64, f64) = (ranges.iter().map(length).sum(), ranges.iter().map(inside).sum());
        #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
        let share = if all > 0.0 { (within / all) as f32 } else { 0.0 };
        share
    }

    /// Dated rows that meet the window: those that start in it, after those that started before and go on into it.
    pub(super) fn meeting(&self, window: DayRange) -> impl Iterator<Item = EventIndex> {
        let first = self.starts.partition_point(|&start| start < window.start);
        let after = self.starts.partition_point(|&start| start < window.end).max(first);
        let blocks = self.block_ends.iter().take(first.div_ceil(BLOCK)).enumerate();
        let reaching = blocks.filter(move |&(_, &end)| end > window.start);
        let earlier = reaching.flat_map(move |(block, _)| block * BLOCK..((block + 1) * BLOCK).min(first));
        let rows = earlier.chain(first..after).filter_map(|row| u32::try_from(row).ok().map(EventIndex));
        rows.filter(move |&event| self.meets(event, window))
    }
}
