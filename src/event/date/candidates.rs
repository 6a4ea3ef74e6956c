//! [`Candidates`]: the days a report may have come out on, and what its mentions mean on each.

use super::super::MentionIndex;
use super::super::mention::{Mention, WhenHow};
use super::{DatedReport, days_of};
use crate::day::Day;
use crate::edtf::{DateSet, DayRange};
use crate::timex::normalize::days_if_published;
use crate::timex::publication::Domain;
use crate::timex::{Expression, Timex, TimexType};
use rustc_hash::FxHashMap;

/// Days of a publication that are tried one by one; a bit each.
const MOST_CANDIDATES: usize = 62;
/// Days about another report's in which one without any date is looked for.
const NEIGHBOURHOOD: i32 = 14;

/// The days a report may have come out on, with what its mentions mean on each. Sets of them are bits.
#[derive(Debug)]
pub(super) struct Candidates<'a> {
    expressions: &'a [Expression],
    days: Vec<Day>,
    /// The report's expressions, read on each of the days; none before they are asked for.
    readings: Vec<Vec<Timex>>,
    /// Days of a mention of the report, on each of the days.
    meant: FxHashMap<MentionIndex, Vec<Option<DateSet>>>,
    /// On which of the days a mention may tell of an event of these days.
    fitting: FxHashMap<(MentionIndex, &'a DateSet), u64>,
}

impl<'a> Candidates<'a> {
    /// Those of a report whose publication day is one of several known days; none where they are too many.
    pub(super) fn bounded(report: &DatedReport<'a>) -> Option<Self> {
        Some(Self::of(report, listed(&report.publication.inferred)?))
    }

    /// Those of a report that states none: about the day another came out.
    pub(super) fn about(report: &DatedReport<'a>, other: &DateSet) -> Option<Self> {
        let around = DateSet::days(other.first().plus(-NEIGHBOURHOOD), other.last().plus(NEIGHBOURHOOD));
        let domain = Domain::of(report.expressions, report.stated, Some(&around));
        Some(Self::of(report, listed(&domain.days.intersection(&around)?)?))
    }

    fn of(report: &DatedReport<'a>, days: Vec<Day>) -> Self {
        let (meant, fitting) = (FxHashMap::default(), FxHashMap::default());
        Self { expressions: report.expressions, days, readings: Vec::new(), meant, fitting }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.days.len()
    }

    /// One of them, by its position.
    pub(super) fn day(&self, index: usize) -> Option<Day> {
        self.days.get(index).copied()
    }

    pub(super) fn all(&self) -> u64 {
        (1 << self.days.len()) - 1
    }

    /// Those of a set, as days; none for an empty set.
    pub(super) fn set(&self, set: u64) -> Option<DateSet> {
        DateSet::one_of(self.days(set).map(|day| DayRange { start: day, end: day.plus(1) }))
    }

    /// What a mention means on each of the days, in their order.
    pub(super) fn meant(&mut self, index: MentionIndex, own: &Mention) -> &[Option<DateSet>] {
        // What is told without an expression of time is of the day itself.
        if own.timex.is_some() && self.readings.is_empty() {
            self.readings = self.days.iter().map(|&day| days_if_published(self.expressions, day)).collect();
        }
        let (days, readings) = (&self.days, &self.readings);
        let read = |at: usize| readings.get(at).map_or(&[][..], Vec::as_slice);
        let on_each = || days.iter().enumerate().map(|(at, &day)| days_of(own, read(at), &DateSet::day(day))).collect();
        self.meant.entry(index).or_insert_with(on_each)
    }

    fn days(&self, set: u64) -> impl Iterator<Item = Day> {
        self.days.iter().enumerate().filter(move |(bit, _)| set & (1 << bit) != 0).map(|(_, &day)| day)
    }

    /// Those on which none of the report's own tellings would be of a day still to come: what it tells has happened.
    pub(super) fn possible<'m>(&mut self, own: impl Iterator<Item = (MentionIndex, &'m Mention)>) -> u64 {
        let dated = own.filter(|(_, mention)| mention.when_how == WhenHow::Named && mention.certainty.is_plotted());
        dated.fold(self.all(), |left, (index, mention)| {
            self.meant(index, mention);
            let meant = self.meant.get(&index).map_or(&[][..], Vec::as_slice);
            let to_come = meant.iter().zip(&self.days).enumerate().filter(|(_, (days, published))| {
                days.as_ref().is_some_and(|days| !days.is_open() && days.first() > **published)
            });
            to_come.fold(left, |left, (bit, _)| left & !(1 << bit))
        })
    }

    /// The days on which the mention may tell of one of the days `told`.
    pub(super) fn fitting(&mut self, index: MentionIndex, own: &Mention, told: &'a DateSet, bounded: bool) -> u64 {
        if let Some(&known) = self.fitting.get(&(index, told)) {
            return known;
        }
        self.meant(index, own);
        // "until nine in the morning": of the night before too.
        let timex = own.timex.and_then(|timex| self.readings.first()?.get(timex as usize));
        let overnight = timex.is_some_and(|timex| {
            timex.kind == TimexType::Time && (own.when_how == WhenHow::FromContext || timex.weekday().is_none())
        });
        let meant = self.meant.get(&index).map_or(&[][..], Vec::as_slice);
        let bits = meant.iter().enumerate().filter(|(_, days)| {
            let before =
                days.as_ref().filter(|_| overnight).map(|days| DateSet::days(days.first().plus(-1), days.last()));
            fits(own, before.as_ref().or(days.as_ref()), told, bounded)
        });
        let fitting = bits.fold(0, |set, (bit, _)| set | 1 << bit);
        self.fitting.insert((index, told), fitting);
        fitting
    }
}

/// Whether a mention that means `days` may tell of one of the days `told`.
fn fits(own: &Mention, days: Option<&DateSet>, told: &DateSet, bounded: bool) -> bool {
    match days {
        // A report that states no day of an event tells it within a day or two.
        Some(days) if own.timex.is_none() => bounded || DateSet::days(days.first().plus(-2), days.last()).meets(told),
        Some(days) => days.meets(told),
        None => true,
    }
}

fn listed(days: &DateSet) -> Option<Vec<Day>> {
    let count: i64 =
        days.ranges().iter().map(|range| i64::from(range.end.number()) - i64::from(range.start.number())).sum();
    if count > i64::try_from(MOST_CANDIDATES).unwrap_or_default() {
        return None;
    }
    let numbers = days.ranges().iter().flat_map(|range| range.start.number()..range.end.number());
    Some(numbers.map(|number| Day::from_number(i64::from(number))).collect())
}
