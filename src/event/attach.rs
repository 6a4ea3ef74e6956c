//! Which event a figure is of: one of its sentence, else the one told before.

use super::claim::ClaimKind;
use super::clause::SentenceView;
use super::draft::Draft;
use super::kind::{EventKind, Family};
use super::rules::words;
use super::toll::Toll;

/// Events looked back through for one with a place narrower than a country.
const NEAR_TOLD: usize = 4;
/// Sentences over which a figure is of the last event told.
const NEAR: usize = 3;

/// The draft that a toll is of; those from `first` on are of its own sentence.
pub(crate) fn draft_of(drafts: &[Draft], first: usize, view: &SentenceView<'_>, toll: &Toll) -> Option<usize> {
    let chosen = match of_sentence(drafts.get(first..).unwrap_or_default(), view, toll) {
        Some(draft) => Some(draft).filter(|draft| draft.is_plotted()),
        None => told_before(drafts, view, toll),
    }?;
    drafts.iter().position(|draft| draft.mention.trigger == chosen.mention.trigger)
}

/// The nearest of its sentence that can have such a toll.
fn of_sentence<'d>(drafts: &'d [Draft], view: &SentenceView<'_>, toll: &Toll) -> Option<&'d Draft> {
    let suited = drafts.iter().any(|draft| suits(draft.kind(), toll.what));
    let at = |draft: &Draft| view.tokens.partition_point(|token| token.span.end() <= draft.mention.trigger.start());
    // What is denied or planned beyond a semicolon has no part in it.
    let here = drafts.iter().filter(|draft| {
        (!suited || suits(draft.kind(), toll.what)) && (draft.is_plotted() || view.crossing(at(draft), toll.word) < 3)
    });
    let nearest = here.min_by_key(|draft| {
        let trigger = at(draft);
        (!is_made_for(draft.kind(), toll.what), view.crossing(trigger, toll.word), trigger.abs_diff(toll.word))
    });
    let nearest = nearest.filter(|_| suited || !is_loss(toll.what))?;
    // "killed when their truck ran over a mine": of the mine, not of a killing beside it.
    let by_means = drafts.iter().find(|draft| {
        draft.family() == Family::RemoteViolence && draft.is_plotted() && is_circumstance(view, toll.word, at(draft))
    });
    let is_killing = at(nearest) == toll.word && nearest.family() != Family::RemoteViolence;
    Some(by_means.filter(|_| is_killing && is_loss(toll.what)).unwrap_or(nearest))
}

/// Whether a token stands in a clause of when or how that follows another.
pub(crate) fn is_circumstance(view: &SentenceView<'_>, main: usize, at: usize) -> bool {
    at > main
        && view.any(main..at, words::SUBORDINATOR)
        && view.crossing(main, at) <= 3
        && !view.any(main..at, words::RELATIVE)
}

/// Whether such a toll is of that kind of event before all others.
fn is_made_for(kind: EventKind, what: ClaimKind) -> bool {
    match what {
        ClaimKind::Captured => matches!(kind, EventKind::Arrest | EventKind::Abduction),
        ClaimKind::Displaced => kind == EventKind::Displacement,
        ClaimKind::Surrendered => kind == EventKind::Surrender,
        _ => false,
    }
}

/// The event told right before, where it can have such a toll and has none yet; else what the report is about.
fn told_before<'d>(drafts: &'d [Draft], view: &SentenceView<'_>, toll: &Toll) -> Option<&'d Draft> {
    let fits = |draft: &&Draft| draft.is_plotted() && suits(draft.kind(), toll.what);
    let narrow = drafts.iter().rev().take(NEAR_TOLD).filter(fits).find(|draft| !draft.vague);
    let last = narrow.or_else(|| drafts.iter().rev().find(fits))?;
    let here = last.paragraph == view.sentence.paragraph;
    let counted = last.mention.claims.iter().any(|claim| claim.what == toll.what);
    let next = last.sentence + 1 >= view.number;
    if here || next || (last.sentence + NEAR >= view.number && !counted) {
        return Some(last);
    }
    let all = || drafts.iter().filter(fits);
    let about = all()
        .find(|draft| draft.own_place && !draft.vague)
        .or_else(|| all().find(|draft| draft.own_place))
        .or_else(|| all().next());
    if last.sentence + NEAR >= view.number && about.is_some_and(|draft| draft.paragraph > LEAD) {
        Some(last)
    } else {
        about
    }
}

/// Paragraphs in which a report says what it is about, headline included.
const LEAD: usize = 3;

fn is_loss(what: ClaimKind) -> bool {
    matches!(what, ClaimKind::Killed | ClaimKind::Wounded | ClaimKind::KilledOrWounded | ClaimKind::Missing)
}

/// Whether an event of the kind can have such a toll.
pub(crate) fn suits(kind: EventKind, what: ClaimKind) -> bool {
    let violent = kind.is_violent();
    match what {
        ClaimKind::Killed | ClaimKind::Wounded | ClaimKind::KilledOrWounded | ClaimKind::Missing => {
            violent || matches!(kind, EventKind::Protest | EventKind::PrisonBreak | EventKind::Other)
        }
        ClaimKind::Captured => {
            matches!(kind, EventKind::Arrest | EventKind::Abduction | EventKind::Surrender) || violent
        }
        ClaimKind::Displaced => {
            use EventKind::{Displacement, Movement, PrisonBreak, Withdrawal};
            matches!(kind, Displacement | PrisonBreak | Withdrawal | Movement) || violent
        }
        ClaimKind::Surrendered => matches!(kind, EventKind::Surrender | EventKind::Capture),
    }
}
