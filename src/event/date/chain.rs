//! How one report's day leads to another's, for reasons and problems.

use super::super::agreement::Link;
use super::super::mention::Mention;
use super::DatedReport;
use crate::edtf::DateSet;
use crate::problem::Problem;
use crate::reason::{CannotBothHold, Evidence, OneEvent, Phrase, Statement};
use crate::span::Span;
use std::cmp::Ordering;

/// The words of a mention's day, as its report puts them.
fn told_as<'r>(reports: &'r [DatedReport<'_>], mention: &Mention) -> Option<(&'r str, &'r str, Span)> {
    let report = reports.get(mention.document.0 as usize)?;
    let timex = mention.timex.and_then(|index| report.timexes.get(index as usize));
    let span = timex.map_or(mention.trigger, |timex| timex.span);
    Some((report.id, span.of(report.text), span))
}

/// *“mercredi matin” in 002; “cette semaine” (2021-07-05/2021-07-11) in 004: the same actor*
pub(super) fn one_event(
    reports: &[DatedReport<'_>],
    own: &Mention,
    other: &Mention,
    told: &DateSet,
    link: &Link,
) -> Phrase {
    match (told_as(reports, own), told_as(reports, other), link.by) {
        (Some((report, words, _)), Some((other_report, other_words, _)), Some(by)) => {
            Phrase::OneEvent(Box::new(OneEvent {
                words: words.into(),
                report: report.into(),
                other_words: other_words.into(),
                other_days: told.clone(),
                other_report: other_report.into(),
                by,
            }))
        }
        _ => Phrase::Said(Statement::OtherReportTellsIt),
    }
}

/// The words themselves, of both reports.
pub(super) fn proof(reports: &[DatedReport<'_>], own: &Mention, other: &Mention) -> Vec<Evidence> {
    let mine = told_as(reports, own).map(|(.., span)| Evidence { document: None, span });
    let theirs = told_as(reports, other).map(|(.., span)| Evidence { document: Some(other.document), span });
    mine.into_iter().chain(theirs).collect()
}

/// Two reports whose days for one event never meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Conflict {
    /// Index of the report whose publication day is at issue.
    pub(super) report: usize,
    /// Index of the other.
    pub(super) other: usize,
    /// The other's days.
    pub(super) told: DateSet,
}

impl Conflict {
    /// One line for each report, with the number of conflicts like it: one that fits nowhere must not drown the rest.
    pub(super) fn lines(mut conflicts: Vec<Self>, reports: &[DatedReport<'_>]) -> Vec<Problem> {
        // Each round tells of the same ones, so that most need not be written down to be compared.
        conflicts.sort_by(|one, next| {
            let reports = (one.report, one.other).cmp(&(next.report, next.other));
            let told = || one.told.to_string().cmp(&next.told.to_string());
            reports.then_with(|| if one.told == next.told { Ordering::Equal } else { told() })
        });
        conflicts.dedup();
        let of_each = conflicts.chunk_by(|one, next| one.report == next.report);
        of_each.filter_map(|all| Some(all.first()?.line(all.len() - 1, reports))).collect()
    }

    fn line(&self, more: usize, reports: &[DatedReport<'_>]) -> Problem {
        let name = |index: usize| reports.get(index).map_or("another report", |report| report.id);
        let days = reports.get(self.report).map(|report| report.publication.inferred.clone());
        let told = CannotBothHold {
            days: days.unwrap_or_else(DateSet::any),
            other_report: name(self.other).into(),
            other_days: self.told.clone(),
            more: u32::try_from(more).unwrap_or(u32::MAX),
        };
        Problem::notice(name(self.report), Phrase::CannotBothHold(Box::new(told)))
    }
}
