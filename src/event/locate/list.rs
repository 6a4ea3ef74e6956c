//! Places that a sentence lists: with its preposition repeated, or each with a day of its own.

use crate::event::clause::SentenceView;
use crate::event::link::Link;
use crate::event::rules::words;
use crate::event::site::Site;
use std::ops::Range;

/// Tokens between two places of a list that repeats its preposition.
const REPEATS: usize = 7;

/// *à Farah, à Hérat et à Kunduz*, *in Farah and then in Herat*: a list that repeats its preposition.
pub(super) fn join_repeated(view: &SentenceView<'_>, sites: &mut [Site]) {
    let joins = words::AND | words::THEN;
    let passes = joins
        | words::ADVERB
        | words::AT
        | words::OF
        | words::TOWARDS
        | words::AGAINST
        | words::FROM
        | words::DETERMINER
        | words::PLACE_NOUN;
    for index in (1..sites.len()).rev() {
        let follows = sites.get(index + 1).is_some_and(|site| site.phrase.link == Link::Listed);
        let [before, site] = sites.get(index - 1..=index).unwrap_or_default() else { continue };
        let gap = before.tokens.end..site.tokens.start;
        let comma = |at: usize| view.folded(at) == ",";
        let joined = gap.len() <= REPEATS
            && (view.any(gap.clone(), joins) || (follows && gap.clone().any(comma)))
            && gap.clone().all(|at| view.is(at, passes) || comma(at) || view.folded(at) == "'");
        let alike = match (before.phrase.link, site.phrase.link) {
            (Link::Of(_), Link::Of(_)) => true,
            // "ses postes d'Andéramboukane et de Labbezanga"
            (_, Link::Of(_)) => follows_of(view, before.tokens.start),
            (Link::Bare, Link::Bare) => view.any(gap, joins),
            (one, other) => one == other && !matches!(one, Link::Weak | Link::Apposition),
        };
        let named = !before.described && !site.described && !before.phrase.office && !site.phrase.office;
        if joined && alike && named {
            sites[index].phrase.link = Link::Listed;
        }
    }
}

/// Whether *of* stands right before a token.
fn follows_of(view: &SentenceView<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or(0, |before| before - usize::from(before > 0 && view.folded(before) == "'"));
    at > 0 && view.is(before, words::OF)
}

/// Tokens after a place in which a day of its own may stand.
const OWN_DAY: usize = 12;

/// The tokens of the day that follows a place, before any verb.
pub(super) fn own_day(view: &SentenceView<'_>, site: &Site) -> Option<Range<usize>> {
    let reach = site.tokens.end..(site.tokens.end + OWN_DAY).min(view.tokens.len());
    let mut days = view.timexes.iter().map(|marked| &marked.tokens);
    days.find(|day| reach.contains(&day.start) && !has_verb(view, site.tokens.end..day.start)).cloned()
}

/// Tokens between the day of one place and the next place.
const GAP: usize = 12;

/// Whether tokens hold a day and then a word that joins, and no verb: *on Monday and*, *le lendemain, puis,*. A comma is enough before
/// a place that shares the verb by its own `day`: *Kunduz fell on Monday, Taloqan on Tuesday*.
pub(super) fn adds(view: &SentenceView<'_>, gap: Range<usize>, day: Option<&Range<usize>>) -> bool {
    // "…, Herat on Tuesday held out" has a verb of its own.
    let closes = |at: usize| view.is_mark(at) || view.is(at, words::AND | words::THEN) || at >= view.tokens.len();
    let dated = day.is_some_and(|day| closes(day.end));
    let joins =
        gap.end.checked_sub(1).is_some_and(|at| view.is(at, words::AND | words::THEN) || view.folded(at) == ",");
    gap.len() <= GAP
        && joins
        && view.any(gap.clone(), words::TIMEX)
        && (view.any(gap.clone(), words::AND) || dated)
        && !has_verb(view, gap)
}

fn has_verb(view: &SentenceView<'_>, range: Range<usize>) -> bool {
    range.into_iter().any(|at| !view.is(at, words::TIMEX | words::TOPONYM) && view.is_verb(at))
}
