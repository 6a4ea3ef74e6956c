//! [`Days`]: what an EDTF string says, read apart from the library's own reader so that the two check each other.

use dateline::day::{Day, days_in_month};

/// Days that stand for an end that is open.
const LONG_AGO: i32 = -1_000_000_000;
const FAR_AHEAD: i32 = 1_000_000_000;

/// Sorted runs of days, first and last inclusive, as numbers since 1970-01-01.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Days(Vec<(i32, i32)>);

impl Days {
    /// `2021-07-07`, `2021-06`, `2018`, `2021-21` (spring), `2021-06-28/2021-07-04`, `2021-05-01/..`, `[2019-01-01,2019-01-08]`;
    /// `None` where the string states no days.
    pub(crate) fn parse(edtf: &str) -> Option<Self> {
        let edtf = edtf.split(" | ").next()?;
        if let Some(list) = edtf.strip_prefix(['[', '{']) {
            let parts = list.get(..list.len().checked_sub(1)?)?.split(',');
            let firsts = parts.filter_map(|part| part.split("..").next()).filter(|part| !part.is_empty());
            let mut runs = firsts.map(atom).collect::<Option<Vec<_>>>()?;
            runs.sort_unstable();
            return Some(Self(runs));
        }
        let Some((first, last)) = edtf.split_once('/') else { return Some(Self(vec![atom(edtf)?])) };
        let is_open = |end: &str| end.is_empty() || end == "..";
        let low = if is_open(first) { LONG_AGO } else { atom(first)?.0 };
        let high = if is_open(last) { FAR_AHEAD } else { atom(last)?.1 };
        Some(Self(vec![(low, high)]))
    }

    /// All readings of a gold entry, parted by ` | `.
    pub(crate) fn parse_any(edtf: &str) -> Vec<Self> {
        edtf.split(" | ").filter_map(Self::parse).collect()
    }

    fn hull(&self) -> (i32, i32) {
        let first = self.0.iter().map(|run| run.0).min().unwrap_or(LONG_AGO);
        (first, self.0.iter().map(|run| run.1).max().unwrap_or(FAR_AHEAD))
    }

    /// Whether these days are the gold's: an open end of the gold lets any end pass.
    pub(crate) fn same_as(&self, gold: &Self) -> bool {
        if self == gold {
            return true;
        }
        let ((first, last), (gold_first, gold_last)) = (self.hull(), gold.hull());
        let first_holds = first == gold_first || gold_first == LONG_AGO;
        gold.0.len() == 1 && first_holds && (last == gold_last || gold_last == FAR_AHEAD)
    }

    /// Whether these days meet the gold's and are not much wider.
    pub(crate) fn fit(&self, gold: &Self) -> bool {
        if self == gold {
            return true;
        }
        let meet = |run: &(i32, i32)| gold.0.iter().any(|other| run.0 <= other.1 && other.0 <= run.1);
        if !self.0.iter().any(meet) {
            return false;
        }
        let ((first, last), (gold_first, gold_last)) = (self.hull(), gold.hull());
        let (width, gold_width) = (i64::from(last) - i64::from(first), i64::from(gold_last) - i64::from(gold_first));
        gold_width > 1_000_000 || 2 * width <= 3 * gold_width + 2
    }

    /// Whether these days all lie within the gold's one run.
    pub(crate) fn lie_in(&self, gold: &Self) -> bool {
        let ((first, last), (gold_first, gold_last)) = (self.hull(), gold.hull());
        gold.0.len() == 1 && gold_first <= first && last <= gold_last
    }
}

/// First and last day of one date, month, season or year.
fn atom(text: &str) -> Option<(i32, i32)> {
    let text = text.trim().trim_end_matches(['~', '?', '%']);
    let mut parts = text.split('-');
    let year: i32 = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let month: Option<u8> = parts.next().map(str::parse).transpose().ok()?;
    let day: Option<u8> = parts.next().map(str::parse).transpose().ok()?;
    let number = |month, day| Some(Day::from_ymd(year, month, day)?.number());
    let span = |first, last| Some((number(first, 1)?, number(last, days_in_month(year, last))?));
    match (month, day) {
        (Some(month), Some(day)) => Some((number(month, day)?, number(month, day)?)),
        (Some(21), None) => span(3, 5),
        (Some(22), None) => span(6, 8),
        (Some(23), None) => span(9, 11),
        (Some(24), None) => span(12, 12),
        (Some(month), None) => span(month, month),
        (None, _) => span(1, 12),
    }
}

#[test]
fn days_of_the_shapes_that_the_gold_writes() {
    let days = |edtf| Days::parse(edtf).unwrap_or_else(|| panic!("{edtf}"));
    assert!(days("2021-02").same_as(&days("2021-02-01/2021-02-28")));
    assert!(days("2021-05-03/2021-06-01").same_as(&days("2021-05-03/..")));
    assert!(days("[2019-01-01,2019-01-08]").fit(&days("[2019-01-01,2019-01-08,2019-01-15]")));
    assert!(!days("2021-06").fit(&days("2021-06-20")), "a month is no day");
    assert!(days("2021-06-20/2021-06-21").fit(&days("2021-06-20")), "a day and its night");
    assert!(days("2021-06-20").lie_in(&days("2021-06-20/2021-06-30")));
    assert_eq!(Days::parse("a Wednesday of an unknown year"), None);
}
