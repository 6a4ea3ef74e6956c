//! Which expression of time an event goes by.

mod counted;
mod of_noun;

use super::certainty::in_background;
use super::clause::{Marked, SentenceView};
use super::mention::TimeRelation;
use super::rules::inflect::PARTICIPLE;
use super::rules::words;
use crate::language::{LetterCase, TokenKind};
use crate::timex::{Role, Timex, TimexType};
pub(crate) use counted::{CountedFrom, days_before};
use counted::{beyond_comma, is_counted_from, is_next_day_of};

/// An expression of time that an event goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EventTime {
    /// Index among the report's.
    pub(crate) timex: usize,
    pub(crate) relation: TimeRelation,
}

impl EventTime {
    fn new(view: &SentenceView<'_>, marked: &Marked, at: usize) -> Self {
        // "the deadliest since 8 December, when an ambush cost fourteen lives": what follows was on that day.
        let on_it = is_taken_up(view, marked) && at > marked.tokens.end;
        Self { timex: marked.index, relation: if on_it { TimeRelation::At } else { relation(view, marked) } }
    }
}

/// *since 8 December, when an ambush …*: whether a clause says what happened on it.
pub(crate) fn is_taken_up(view: &SentenceView<'_>, marked: &Marked) -> bool {
    view.folded(marked.tokens.end) == "," && view.is(marked.tokens.end + 1, words::SUBORDINATOR)
}

/// Breaks between an event and an expression beyond which it is another's.
const FARTHEST: usize = 5;

/// The expressions of a sentence that an event at token `at` happened at; several where they are listed.
pub(crate) fn of(view: &SentenceView<'_>, timexes: &[Timex], at: usize) -> Vec<EventTime> {
    let mut candidates: Vec<&Marked> =
        view.timexes.iter().filter(|marked| may_date(view, timexes, marked, at)).collect();
    if candidates.len() > 1 {
        leave_out_counted(view, timexes, &mut candidates, at);
    }
    let nearest = || candidates.iter().min_by_key(|marked| distance(view, marked, at));
    let nearest = nearest().filter(|best| distance(view, best, at).0 <= FARTHEST);
    let Some(best) = of_noun::own_day(view, &candidates, at).or(nearest) else {
        return Vec::new();
    };
    let best = candidates.iter().find(|other| narrows(view, timexes, best, other)).unwrap_or(best);
    let best = candidates.iter().find(|other| dates_hour(view, timexes, best, other)).unwrap_or(best);
    // "on Monday and Tuesday": all of the list that it stands in.
    let listed = candidates
        .chunk_by(|one, other| joined(view, one, other))
        .find(|list| list.iter().any(|marked| marked.index == best.index));
    listed.unwrap_or_default().iter().map(|marked| EventTime::new(view, marked, at)).collect()
}

/// Leaves out what an event's own day is counted from, and what counts from it, where there are others: *au lendemain de la prise de
/// la ville, l'armée s'est retirée mercredi*, *three days after Sunday's attack, ten were arrested*.
fn leave_out_counted(view: &SentenceView<'_>, timexes: &[Timex], candidates: &mut Vec<&Marked>, at: usize) {
    // "three weeks after the accord signed on 22 July"
    let is_span = |marked: &Marked| {
        let when = timexes.get(marked.index).and_then(|timex| timex.when.as_ref());
        when.is_some_and(|days| days.first() != days.last()) && view.is(marked.tokens.end - 1, words::AFTER)
    };
    let counts = |marked: &&Marked| marked.tokens.start < at && (is_next_day_of(view, marked) || is_span(marked));
    if candidates.iter().any(|marked| !counts(marked) && distance(view, marked, at).0 <= FARTHEST) {
        candidates.retain(|marked| !counts(marked));
    }
    candidates.retain(|marked| !(is_counted_from(view, marked) && beyond_comma(view, marked, at)));
}

/// Whether an expression can say when an event at a token was: not when something was said, nor when the report came out.
fn may_date(view: &SentenceView<'_>, timexes: &[Timex], marked: &Marked, at: usize) -> bool {
    let means_days = timexes.get(marked.index).is_some_and(|timex| {
        (timex.when.is_some() || timex.extent.is_some() || timex.awaits_publication())
            && matches!(timex.kind, TimexType::Date | TimexType::Time | TimexType::Duration)
            // "Kabul, 14 March (AFP) – …": the dateline's day is that of the report.
            && !matches!(timex.role, Role::Stated | Role::Period)
    });
    means_days
        && !is_of_speech(view, marked)
        && !opens_speech(view, marked, at)
        && (in_background(view, at) || !in_background(view, marked.tokens.start))
        && !is_header(view, marked)
        && !is_standing(view, marked, at)
        && !is_of_main_verb(view, marked, at)
}

/// *The four passengers kidnapped there were freed on 25 June*: what the subject went through before is not of the day of its verb.
fn is_of_main_verb(view: &SentenceView<'_>, marked: &Marked, at: usize) -> bool {
    let open = |&token: &usize| {
        !view.is_mark(token) && !view.is(token, words::AND | words::RELATIVE | words::SUBORDINATOR | words::THAT)
    };
    let mut rest = (at + 1..marked.tokens.start).take_while(open);
    let verb = rest.find(|&token| view.is(token, words::HAVE | words::BE));
    // "are due to be moved" has not come about.
    is_bare_participle(view, at)
        && verb.is_some_and(|verb| (verb + 1..verb + 3).any(|next| view.is_form(next, PARTICIPLE)))
}

/// Tokens before a participle among which its auxiliary stands.
const AUXILIARY_BEFORE: usize = 4;

/// Whether a token is a participle that says more of a noun, with no auxiliary.
fn is_bare_participle(view: &SentenceView<'_>, at: usize) -> bool {
    view.is_form(at, PARTICIPLE) && !view.any(at.saturating_sub(AUXILIARY_BEFORE)..at, words::AUXILIARY)
}

/// Breaks and words that join, then whether a verb stands between, then tokens, between an expression and an event.
fn distance(view: &SentenceView<'_>, marked: &Marked, at: usize) -> (usize, bool, usize) {
    let near = if marked.tokens.start > at { marked.tokens.start } else { marked.tokens.end.saturating_sub(1) };
    let joins = (at.min(near)..at.max(near)).filter(|&token| view.is(token, words::AND)).count();
    let crossing = usize::from(view.crossing(at, near)) + joins;
    // What opens a sentence holds for all of it, bar what is said in a quotation or beyond a semicolon.
    let ends = |token: usize| view.is_mark(token) && matches!(view.folded(token), "\"" | ";");
    let quoted = (marked.tokens.start..at).any(ends);
    // "the bombing on Wednesday follows an attack on the town on Monday"
    let another =
        (marked.tokens.end..at).any(|token| view.is_verb(token) && view.rules.nouns.at(view.tokens, token).is_none());
    let another = another || near < at && is_of_participle(view, marked);
    (if marked.tokens.start <= 3 && !quoted { 0 } else { crossing }, another, near.abs_diff(at))
}

/// Tokens between a participle and the expression that dates it.
const DATED: usize = 6;

/// *the schoolboys kidnapped in Katsina last week were freed on Thursday*: it dates what is said beside the subject.
fn is_of_participle(view: &SentenceView<'_>, marked: &Marked) -> bool {
    let start = marked.tokens.start;
    let near = (start.saturating_sub(DATED)..start).rev().take_while(|&at| view.crossing(at, start) == 0);
    let verb = near.into_iter().find(|&at| view.is_verb(at) && view.rules.nouns.at(view.tokens, at).is_none());
    verb.is_some_and(|at| is_bare_participle(view, at) && view.is(marked.tokens.end, words::HAVE | words::BE))
}

/// *Earlier in the year, in February*: the second expression says more narrowly what the one right before it says.
fn narrows(view: &SentenceView<'_>, timexes: &[Timex], broad: &Marked, narrow: &Marked) -> bool {
    let beside = (broad.tokens.end..=broad.tokens.end + 2).contains(&narrow.tokens.start)
        && (broad.tokens.end..narrow.tokens.start)
            .all(|at| view.is_mark(at) || view.is(at, words::AT | words::DETERMINER));
    let days = |marked: &Marked| timexes.get(marked.index).and_then(|timex| timex.when.as_ref());
    beside
        && days(broad).zip(days(narrow)).is_some_and(|(broad, narrow)| {
            narrow.precision() < broad.precision() && broad.intersection(narrow).is_some_and(|both| both == *narrow)
        })
}

/// *overnight on 14 July*: the hour, and right after it the day it is of.
fn dates_hour(view: &SentenceView<'_>, timexes: &[Timex], hour: &Marked, day: &Marked) -> bool {
    let kind = |marked: &Marked| timexes.get(marked.index).map(|timex| timex.kind);
    let beside = (hour.tokens.end..=hour.tokens.end + 2).contains(&day.tokens.start)
        && (hour.tokens.end..day.tokens.start)
            .all(|at| view.is(at, words::AT | words::DETERMINER) || view.folded(at) == ",");
    beside && kind(hour) == Some(TimexType::Time) && kind(day) == Some(TimexType::Date)
}

/// *en 2015 et 2016*, *last Friday and again on Tuesday*
fn joined(view: &SentenceView<'_>, one: &Marked, other: &Marked) -> bool {
    let gap = one.tokens.end..other.tokens.start;
    let links = words::AND | words::THEN;
    gap.len() <= 4
        && view.any(gap.clone(), links)
        && gap.clone().all(|at| {
            view.is(at, links | words::AT | words::DETERMINER | words::ADVERB) || matches!(view.folded(at), "en" | ",")
        })
}

/// Tokens between a verb of saying and its day.
const TOLD: usize = 6;

/// *a-t-on appris mardi*, *said on Tuesday*: the day it was said, but not *claimed Monday's attack*.
fn is_of_speech(view: &SentenceView<'_>, marked: &Marked) -> bool {
    if view.folded(marked.tokens.end) == "'" {
        return false;
    }
    let before = (marked.tokens.start.saturating_sub(TOLD)..marked.tokens.start).rev();
    let mut says = false;
    for at in before {
        if view.is(at, words::SPEECH) {
            // "une ville morte a été observée lundi": what was seen or made known happened then.
            let passive = view.any(at.saturating_sub(2)..at, words::BE) && !view.is(marked.tokens.end, words::THAT);
            says = !passive;
            break;
        }
        // "told Al Jazeera by phone on Tuesday"
        let name =
            view.tokens.get(at).is_some_and(|token| token.case != LetterCase::Lower && token.kind == TokenKind::Word)
                && view.rules.actor_at(view.tokens, at).is_none();
        let audience =
            words::AT | words::ADVERB | words::DETERMINER | words::AUDIENCE | words::PRONOUN | words::TOWARDS;
        if !(name || view.is(at, audience) || view.folded(at) == "'") {
            break;
        }
    }
    says || (view.is(marked.tokens.end, words::HAVE) && view.is(marked.tokens.end + 1, words::SPEECH))
}

/// The day on which what a sentence tells was said: *The army said on Monday that it had captured the town*.
pub(crate) fn said_on(view: &SentenceView<'_>, timexes: &[Timex]) -> Option<usize> {
    let is_said = |marked: &&Marked| {
        timexes.get(marked.index).is_some_and(|timex| match timex.role {
            Role::Reporting => true,
            Role::Told => is_of_speech(view, marked),
            Role::Stated | Role::Period | Role::Quoted => false,
        })
    };
    view.timexes.iter().find(is_said).map(|marked| marked.index)
}

/// *Mardi, les talibans ont déclaré avoir pris*: the first verb after the day is one of saying.
fn opens_speech(view: &SentenceView<'_>, marked: &Marked, at: usize) -> bool {
    if marked.tokens.start > 1 || marked.tokens.end >= at {
        return false;
    }
    let first_verb = (marked.tokens.end..at.min(marked.tokens.end + 14)).find(|&token| view.is_verb(token));
    first_verb.is_some_and(|token| view.is(token, words::SPEECH) && view.is(token - 1, words::HAVE))
}

/// Tokens at the head of a sentence that say how its subject has been: *Unpaid since March, teachers …*
const OPENING: usize = 6;

/// *…, the junction in Russian hands since March*, *Unpaid since March, teachers blocked the road*: how long something else has been so.
fn is_standing(view: &SentenceView<'_>, marked: &Marked, at: usize) -> bool {
    if relation(view, marked) != TimeRelation::Since {
        return false;
    }
    if marked.tokens.start > at {
        let before = marked.tokens.start.saturating_sub(2);
        // "The raid was the deadliest since December": how long nothing was like it.
        return before > at && (view.crossing(at, before) > 0 || view.any(at..marked.tokens.start, words::SUPERLATIVE));
    }
    let since = (0..=marked.tokens.start.min(OPENING)).find(|&token| view.is(token, words::SINCE));
    let opens = since.is_some_and(|since| since > 0 && (0..since).all(|token| !view.is_mark(token)));
    opens && view.folded(marked.tokens.end) == "," && !is_taken_up(view, marked)
}

/// `2021-07` or `2021-07-07` before a report's first words: when it came out.
fn is_header(view: &SentenceView<'_>, marked: &Marked) -> bool {
    view.number == 0
        && marked.tokens.start <= 1
        && marked.tokens.clone().all(|at| view.is_number(at) || view.is_mark(at))
}

fn relation(view: &SentenceView<'_>, marked: &Marked) -> TimeRelation {
    let before = (marked.tokens.start.saturating_sub(2)..=marked.tokens.start).filter(|&at| !view.is_mark(at));
    for at in before {
        if view.is(at, words::SINCE) {
            return TimeRelation::Since;
        }
        if view.is(at, words::UNTIL) {
            return TimeRelation::Until;
        }
    }
    TimeRelation::At
}
