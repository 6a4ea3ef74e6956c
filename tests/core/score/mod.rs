//! [`Scores`]: what the program prints of some reports, measured against what a person read in them.
//!
//! Spans are bytes. Read from the JSON Lines, so that what is measured is what a user gets.

mod dates;
mod days;
mod gold;
mod happenings;
mod names;
mod output;
mod place;
mod tally;

pub(crate) use gold::Gold;

use dates::TimexScores;
use happenings::EventScores;
use names::ToponymScores;
use output::{Annotated, Extracted, file_name, parse_lines};
use std::fmt;

/// All measures of one folder of reports.
#[derive(Debug, Default)]
pub(crate) struct Scores {
    pub(crate) documents: u32,
    pub(crate) toponyms: ToponymScores,
    pub(crate) timexes: TimexScores,
    pub(crate) events: EventScores,
    /// A line for every miss.
    pub(crate) errors: Vec<String>,
}

impl Scores {
    /// Scores of what `annotate` and `extract` printed of the gold's reports, read together.
    pub(crate) fn of(gold: &Gold, annotations: &str, events: &str) -> Self {
        let annotations: Vec<Annotated> = parse_lines(annotations);
        let events: Vec<Extracted> = parse_lines(events);
        let mut scores = Self::default();
        for document in &gold.documents {
            scores.documents += 1;
            let found = annotations.iter().find(|found| file_name(&found.document) == document.name());
            let found = found.unwrap_or_else(|| panic!("{} is not annotated", document.name()));
            scores.toponyms.add(gold, document, found, &mut scores.errors);
            scores.timexes.add(document, found, &mut scores.errors);
            scores.events.add(gold, document, &events, &mut scores.errors);
        }
        scores
    }

    /// Mentions a report that the gold does not list.
    pub(crate) fn extra_per_document(&self) -> f64 {
        f64::from(self.events.extra) / f64::from(self.documents.max(1))
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (names, dates, events) = (&self.toponyms, &self.timexes, &self.events);
        writeln!(f, "toponym strict   {}", names.strict)?;
        writeln!(f, "toponym overlap  {}", names.overlap)?;
        writeln!(f, "toponym placed   {}   use {}", names.end_to_end, names.usage)?;
        writeln!(f, "timex relaxed    {}", dates.relaxed)?;
        writeln!(f, "timex anchored   {}", dates.anchor)?;
        writeln!(f, "published        {}", dates.published)?;
        let (quote, place, days, full) = (events.quote, events.place, events.days, events.full);
        writeln!(f, "event            quote {quote} place {place} days {days} full {full} ({:.3})", full.value())?;
        write!(
            f,
            "extra a report   {:.2}   wrong {}   joined {}   ",
            self.extra_per_document(),
            events.wrong,
            events.joined()
        )?;
        write!(f, "claims {}", events.claims)
    }
}
