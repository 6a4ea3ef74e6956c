//! Which event a figure is of: one of its sentence, else the one told before.

mod cause;

use super::claim::{Claim, ClaimKind};
use super::clause::CueAt;
use super::clause::SentenceView;
use super::draft::Draft;
use super::kind::{EventKind, Family};
use super::rules::{Cue, words};
use super::toll::Toll;
use crate::gazetteer::PlaceId;

/// Events looked back through for one with a place narrower than a country.
const NEAR_TOLD: usize = 4;
/// Sentences over which a figure is of the last event told.
const NEAR: usize = 3;

/// The draft that a toll is of; those from `first` on are of its own sentence.
pub(crate) fn draft_of(drafts: &[Draft], first: usize, view: &SentenceView<'_>, toll: &Toll) -> Option<usize> {
    let chosen = match of_sentence(drafts.get(first..).unwrap_or_default(), view, toll) {
        Some(draft) => Some(draft).filter(|draft| draft.is_plotted()),
        None => told_before(drafts, view, toll),
    }
    .filter(|draft| !only_moves(view, draft, toll))?;
    let chosen = if is_loss(toll.what) { cause::of_losses(drafts, chosen, view.number) } else { chosen };
    drafts.iter().position(|draft| draft.mention.trigger == chosen.mention.trigger)
}

/// *600 soldiers arrived*, *12 hostages were freed*: whether those counted only move, or are held no longer.
fn only_moves(view: &SentenceView<'_>, draft: &Draft, toll: &Toll) -> bool {
    let fighters = || toll.whom.clone().is_some_and(|whom| view.any(whom, words::FIGHTER));
    match toll.what {
        ClaimKind::Displaced => draft.kind() == EventKind::Movement && fighters(),
        ClaimKind::Captured => {
            draft.kind() == EventKind::Other && view.rules.tolls.at(view.tokens, toll.word).is_some()
        }
        _ => false,
    }
}

/// The nearest of its sentence that can have such a toll.
fn of_sentence<'d>(drafts: &'d [Draft], view: &SentenceView<'_>, toll: &Toll) -> Option<&'d Draft> {
    let here = || drafts.iter().filter(|draft| may_have(view, draft, toll));
    let suited = here().any(|draft| suits(draft.kind(), toll.what));
    let nearest = here().filter(|draft| !suited || suits(draft.kind(), toll.what)).min_by_key(|draft| {
        let trigger = trigger_at(view, draft);
        let takes_no_life = is_loss(toll.what) && matches!(draft.kind(), EventKind::Abduction | EventKind::Arrest);
        let fits = is_made_for(draft.kind(), toll.what);
        let aside = is_aside(view, trigger, toll.word);
        (!fits, takes_no_life, aside, view.crossing(trigger, toll.word), trigger.abs_diff(toll.word))
    });
    let nearest = nearest.filter(|_| suited || !is_loss(toll.what))?;
    let is_killing = trigger_at(view, nearest) == toll.word && nearest.family() != Family::RemoteViolence;
    let means = if is_killing && is_loss(toll.what) { means_of(drafts, view, nearest) } else { None };
    Some(means.unwrap_or(nearest))
}

/// Whether a toll may be of an event of its sentence; what is denied or planned has no part in what is counted beyond a semicolon
/// or outside the denial: *put the dead at eight and denied that the town had fallen*.
fn may_have(view: &SentenceView<'_>, draft: &Draft, toll: &Toll) -> bool {
    let trigger = trigger_at(view, draft);
    let unreal = |cue: &CueAt| matches!(cue.cue, Cue::Is(certainty) if !certainty.is_plotted());
    let outside = view.cues.iter().any(|cue| (toll.word + 1..trigger).contains(&cue.at) && unreal(cue));
    let says_else = (trigger..toll.word).any(|at| view.is(at, words::AND) && view.is(at + 1, words::SPEECH));
    draft.is_plotted() || !(outside || says_else) && view.crossing(trigger, toll.word) < 3
}

/// *the blast, which came two days after an attack in Bannu, killed 60*: whether a trigger stands in a clause about something
/// else that ends before a token.
fn is_aside(view: &SentenceView<'_>, trigger: usize, at: usize) -> bool {
    let comma = |at: usize| view.folded(at) == ",";
    let opens = |&token: &usize| view.is(token, words::RELATIVE | words::WHICH) && token > 0 && comma(token - 1);
    (0..trigger).rev().find(opens).is_some_and(|opens| !(opens..trigger).any(comma) && (trigger + 1..at).any(comma))
}

/// The token of a trigger.
fn trigger_at(view: &SentenceView<'_>, draft: &Draft) -> usize {
    view.tokens.partition_point(|token| token.span.end() <= draft.mention.trigger.start())
}

/// What people of a sentence were killed by: *killed when their truck ran over a mine*, *the car hit a mine: two died*.
fn means_of<'d>(drafts: &'d [Draft], view: &SentenceView<'_>, killing: &Draft) -> Option<&'d Draft> {
    let main = trigger_at(view, killing);
    let alike = |draft: &Draft| place_of(draft) == place_of(killing) && draft.mention.timex == killing.mention.timex;
    let means = || drafts.iter().filter(|draft| draft.family() == Family::RemoteViolence && draft.is_plotted());
    means()
        .find(|draft| is_circumstance(view, main, trigger_at(view, draft)))
        .or_else(|| means().find(|draft| alike(draft)))
}

fn place_of(draft: &Draft) -> Option<PlaceId> {
    draft.mention.place.as_ref().map(|place| place.place)
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
    let last = if is_loss(toll.what) { cause::bloodiest(drafts, last, toll.what) } else { last };
    let here = last.paragraph == view.sentence.paragraph;
    let counted = last.mention.claims.iter().any(|claim| claim.what == toll.what);
    let next = last.sentence + 1 >= view.number;
    // What was counted in the sentence before is counted on.
    let goes_on = counted && last_counted(view, last) + 1 >= view.number;
    if here || next || goes_on || (last.sentence + NEAR >= view.number && !counted) {
        return Some(last);
    }
    let all = || drafts.iter().filter(fits);
    let violent = |draft: &&Draft| !is_loss(toll.what) || draft.kind().is_violent();
    let about = all()
        .find(|draft| draft.own_place && !draft.vague && violent(draft))
        .or_else(|| all().find(|draft| draft.own_place && !draft.vague))
        .or_else(|| all().find(|draft| draft.own_place))
        .or_else(|| all().next());
    if last.sentence + NEAR >= view.number && about.is_some_and(|draft| draft.paragraph > LEAD) {
        Some(last)
    } else {
        about
    }
}

/// The last sentence that counted something of an event, else the one that told it.
fn last_counted(view: &SentenceView<'_>, draft: &Draft) -> usize {
    let sentence =
        |claim: &Claim| view.source.sentences.partition_point(|other| other.span.end() <= claim.span.start());
    draft.mention.claims.iter().map(sentence).max().unwrap_or(draft.sentence)
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
        ClaimKind::Surrendered => kind == EventKind::Surrender || kind.family() == Family::Fighting,
    }
}
