//! [`CellLevel`]: the events of each map cell in order of their days, so that a count is two binary searches.

use super::columns::Columns;
use super::{EventIndex, PlaceRow, StoredPlace};
use crate::day::Day;
use crate::edtf::DayRange;
use crate::gazetteer::Point;
use std::collections::BTreeMap;

/// The finest level: 65,536 cells a side, some 600 m at the equator.
pub const MAX_LEVEL: u8 = 16;

/// A square of the Web Mercator map at some level, counted from the north-west.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// From the west.
    pub x: u32,
    /// From the north.
    pub y: u32,
}

impl Cell {
    /// The cell that holds a point at a level; points past 85° go to the outermost row.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..side before")]
    pub fn at(point: Point, level: u8) -> Self {
        let side = f64::from(1_u32 << level.min(MAX_LEVEL));
        let latitude = point.latitude.clamp(-85.051_128, 85.051_128).to_radians();
        let x = (point.longitude + 180.0) / 360.0;
        let y = (1.0 - latitude.tan().asinh() / std::f64::consts::PI) / 2.0;
        let number = |share: f64| (share * side).clamp(0.0, side - 1.0) as u32;
        Self { x: number(x), y: number(y) }
    }
}

/// The plotted events of one level, by (cell, day).
#[derive(Debug)]
pub struct CellLevel {
    cells: Vec<Cell>,
    single: DayLists,
    span_starts: DayLists,
    span_ends: DayLists,
}

impl CellLevel {
    pub(super) fn new(level: u8, columns: &Columns, places: &[StoredPlace]) -> Self {
        let at: Vec<Cell> = places.iter().map(|place| Cell::at(place.point, level)).collect();
        let mut numbers: BTreeMap<Cell, usize> = at.iter().map(|&cell| (cell, 0)).collect();
        for (number, slot) in numbers.values_mut().enumerate() {
            *slot = number;
        }
        let number_of = |place: PlaceRow| at.get(place.0 as usize).and_then(|cell| numbers.get(cell)).copied();
        let dated = u32::try_from(columns.dated_len()).unwrap_or(u32::MAX);
        let found = (0..dated).map(EventIndex).filter_map(|event| Some((number_of(columns.place(event)?)?, event)));
        let (mut single, mut starts, mut ends) = (Vec::new(), Vec::new(), Vec::new());
        for (cell, event) in found {
            let days = columns.days(event);
            if days.start.plus(1) == days.end {
                single.push((cell, days.start));
            } else {
                starts.push((cell, days.start));
                ends.push((cell, days.end));
            }
        }
        ends.sort_unstable_by_key(|&(_, day)| day);
        let lists = |days: &[(usize, Day)]| DayLists::new(numbers.len(), days);
        Self {
            single: lists(&single),
            span_starts: lists(&starts),
            span_ends: lists(&ends),
            cells: numbers.into_keys().collect(),
        }
    }

    /// The cells that hold places, from the west.
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// How many events of the cell may have been within `window`, by first and last possible day.
    #[must_use]
    pub fn count(&self, cell: Cell, window: DayRange) -> usize {
        let Ok(number) = self.cells.binary_search(&cell) else { return 0 };
        if window.start >= window.end {
            return 0;
        }
        let single = self.single.before(number, window.end) - self.single.before(number, window.start);
        // A span meets the window when it starts before the window's end and has not ended by its start.
        let begun = self.span_starts.before(number, window.end);
        single + begun - self.span_ends.before(number, window.start.plus(1)).min(begun)
    }
}

/// For each cell its days, ascending, one list after the other.
#[derive(Debug, Default)]
struct DayLists {
    offsets: Vec<usize>,
    days: Vec<Day>,
}

impl DayLists {
    /// `days` ascending; spreads them over their cells in one pass.
    fn new(cell_count: usize, days: &[(usize, Day)]) -> Self {
        let mut offsets = vec![0; cell_count + 1];
        for &(cell, _) in days {
            offsets[cell + 1] += 1;
        }
        for cell in 0..cell_count {
            offsets[cell + 1] += offsets[cell];
        }
        let mut next = offsets.clone();
        let mut spread = vec![Day::MIN; days.len()];
        for &(cell, day) in days {
            spread[next[cell]] = day;
            next[cell] += 1;
        }
        Self { offsets, days: spread }
    }

    /// How many days of the cell are before `day`.
    fn before(&self, cell: usize, day: Day) -> usize {
        let range = self.offsets[cell]..self.offsets[cell + 1];
        self.days.get(range).map_or(0, |days| days.partition_point(|&held| held < day))
    }
}
