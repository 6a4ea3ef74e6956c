//! The words in which one report's day leads to another's, for reasons and problems.

use super::super::agreement::Link;
use super::super::mention::Mention;
use super::DatedReport;
use crate::edtf::DateSet;
use crate::problem::Problem;
use crate::reason::Evidence;
use crate::span::Span;

/// The words of a mention's day, as its report puts them.
fn told_as<'r>(reports: &'r [DatedReport<'_>], mention: &Mention) -> Option<(&'r str, &'r str, Span)> {
    let report = reports.get(mention.document.0 as usize)?;
    let timex = mention.timex.and_then(|index| report.timexes.get(index as usize));
    let span = timex.map_or(mention.trigger, |timex| timex.span);
    Some((report.id, span.of(report.text), span))
}

/// *“mercredi matin” in 002; “cette semaine” (2021-07-05/2021-07-11) in 004: the same actor*
pub(super) fn sentence(
    reports: &[DatedReport<'_>],
    own: &Mention,
    other: &Mention,
    told: &DateSet,
    link: &Link,
) -> String {
    match (told_as(reports, own), told_as(reports, other)) {
        (Some((report, words, _)), Some((source, source_words, _))) => {
            format!("“{words}” in {report}, “{source_words}” ({told}) in {source}, one event by {}", link.by)
        }
        _ => String::from("another report tells the same event"),
    }
}

/// The words themselves, of both reports.
pub(super) fn proof(reports: &[DatedReport<'_>], own: &Mention, other: &Mention) -> Vec<Evidence> {
    let mine = told_as(reports, own).map(|(.., span)| Evidence { document: None, span });
    let theirs = told_as(reports, other).map(|(.., span)| Evidence { document: Some(other.document), span });
    mine.into_iter().chain(theirs).collect()
}

/// Two reports whose days for one event never meet.
pub(super) fn conflict(
    report: &DatedReport<'_>,
    reports: &[DatedReport<'_>],
    other: &Mention,
    told: &DateSet,
) -> Problem {
    let source = reports.get(other.document.0 as usize).map_or("another report", |report| report.id);
    let inferred = &report.publication.inferred;
    Problem::notice(
        report.id,
        format!(
            "its days ({inferred}) and those of {source} ({told}) for one event cannot both hold; both are kept as they are"
        ),
    )
}
