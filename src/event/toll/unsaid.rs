//! [`Unsaid`]: what a figure counts that has no word for it.

use super::Toll;
use super::beside::ends_count;
use crate::event::claim::ClaimKind;
use crate::event::clause::SentenceView;
use crate::event::figure::Figure;
use crate::event::rules::{FigureWord, VerbUse, words};
use crate::event::speech::is_said;

/// What a figure may count that has no word for it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Unsaid {
    /// What the figures before it counted.
    pub(crate) counted: Option<ClaimKind>,
    /// What the event told right before may have cost.
    pub(crate) cost: Option<ClaimKind>,
    /// What became of those whom it took, drove out or disarmed.
    pub(crate) taken: Option<ClaimKind>,
}

impl Unsaid {
    /// *There were 17 of them*, *ils étaient neuf au départ*: those whom the event told right before took, drove out or disarmed.
    pub(super) fn of_told(self, view: &SentenceView<'_>, figure: &Figure) -> Option<Toll> {
        let what = self.taken.filter(|_| numbers_them(view, figure))?;
        let figure = Figure { part: false, ..figure.clone() };
        let word = figure.tokens.start;
        Some(Toll { figure, what, whom: None, word })
    }

    /// What a figure counts, after what its own sentence counted `here`.
    pub(super) fn what(self, view: &SentenceView<'_>, figure: &Figure, here: Option<ClaimKind>) -> Option<ClaimKind> {
        let before = here.or(self.counted);
        let bare = is_bare_count(view, figure, here.is_some()) || ends_short_clause(view, figure);
        let cost = self.cost.filter(|_| ends_count(view, figure) && is_told(view, figure));
        // "the elders have 34 graves"
        let remains = figure.low > 1 && view.is_figure_word(figure.tokens.end, FigureWord::Remains);
        let dead = here.or(self.cost).filter(|&what| (remains || is_side(view, figure)) && what == ClaimKind::Killed);
        before.filter(|_| bare).or(cost).or(dead)
    }
}

/// *en recense vingt-quatre*, *a local official spoke of five*: a figure with no noun, of what was counted before.
fn is_bare_count(view: &SentenceView<'_>, figure: &Figure, counted_here: bool) -> bool {
    let end = figure.tokens.end;
    let people = view.any(end..(end + 3).min(view.tokens.len()), words::CIVILIAN | words::FIGHTER);
    let several = figure.low > 1 || view.is_number(figure.tokens.start);
    (ends_count(view, figure) && (counted_here || is_told(view, figure)))
        || (is_counted(view, figure) && people && several)
}

/// Whether somebody counts or says a figure: *en recense 24*, *the M23 says eight*, *"Fifteen", corrects the mayor*.
fn is_told(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let start = figure.tokens.start;
    is_counted(view, figure)
        || (start.saturating_sub(2)..start).any(|at| view.is(at, words::SPEECH))
        || stands_alone(view, figure)
}

/// Whether a figure is all that somebody says: *« Quinze », rectifie le maire*, *Cent soixante-dix, d'après la direction*.
fn stands_alone(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let (start, end) = (figure.tokens.start, figure.tokens.end);
    let opens = start == 0 || matches!(view.folded(start - 1), "\"" | ":" | ";");
    let marks = (end..view.tokens.len()).take_while(|&at| view.is_mark(at)).count();
    let next = end + marks;
    let quoted = view.folded(start.saturating_sub(1)) == "\"" && marks > 1;
    let said = is_said(view, next) || view.rules.according.at(view.tokens, next).is_some();
    opens && (1..=2).contains(&marks) && (said || quoted) && figure.low > 1
}

/// Whether a verb of counting stands before a figure.
fn is_counted(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let start = figure.tokens.start;
    (start.saturating_sub(5)..start).any(|at| {
        view.crossing(at, start) <= 1 && view.verbs_at(at).any(|reading| reading.usage() == VerbUse::Counting)
    })
}

/// Tokens of a name before a colon, and of the noun for those counted.
const LABEL: usize = 4;

/// *The army: 28 terrorists, no civilians*, *cinq bergers, répond un élu*: people who are all that somebody says.
fn is_side(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let (start, end) = (figure.tokens.start, figure.tokens.end);
    let Some(stop) = (end..(end + LABEL).min(view.tokens.len())).find(|&at| view.is_mark(at)) else { return false };
    let other = |at: usize| view.is_verb(at) || view.is(at, words::PRISONER);
    let people = view.any(end..stop, words::CIVILIAN | words::FIGHTER) && !(end..stop).any(other);
    let opens = start.checked_sub(1).map(|at| view.folded(at));
    let label = opens == Some(":") && start <= LABEL + 1;
    let first = matches!(opens, None | Some("\"" | ";" | ":"));
    let next = if view.folded(stop + 1) == "," { stop + 2 } else { stop + 1 };
    figure.low > 1 && people && (label || first && is_said(view, next))
}

/// Tokens of a clause that does nothing but count.
const SHORT: usize = 16;

/// *The guards' union says five*, *le syndicat en pleure trois*: a clause of few words that ends with its only figure.
fn ends_short_clause(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let (start, end) = (figure.tokens.start, figure.tokens.end);
    // "revised their count to five on Saturday"
    let day = |at: &usize| view.is(*at, words::TIMEX) || view.is(*at, words::AT) && view.is(*at + 1, words::TIMEX);
    let end = end + (end..view.tokens.len()).take_while(day).count();
    let ends = end >= view.tokens.len() || matches!(view.folded(end), "." | ";" | ":" | "!" | "\"");
    let opens = (0..start).rev().find(|&at| matches!(view.folded(at), ";" | ":")).map_or(0, |at| at + 1);
    let clause = opens..start;
    let other = words::TIMEX | words::OF | words::DETERMINER;
    let state = view.is(start - usize::from(start > 0), words::BE) && !view.any(clause.clone(), words::IT);
    ends && !state
        && (2..SHORT).contains(&clause.len())
        && (figure.low > 1 && !view.is(start - 1, other))
        && !clause.into_iter().any(|at| view.is_figure(at) && !view.is(at, words::DETERMINER))
}

/// Tokens before *there were 17 of them*.
const OPENS: usize = 3;

/// *They were nine*, *ils seraient 2.300 à avoir fui*, *there are 4,700 of them*: whether a clause says of those told of how many
/// they are.
fn numbers_them(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let (start, end) = (figure.tokens.start, figure.tokens.end);
    let opens = (0..start).rev().find(|&at| view.is_mark(at) && view.folded(at) != "'").map_or(0, |at| at + 1);
    let mut be = start;
    while be > opens && view.is(be - 1, words::ADVERB | words::TIMEX | words::NEGATION) {
        be -= 1;
    }
    let is = be > opens && view.is(be - 1, words::BE);
    let they = be == opens + 2 && view.is(opens, words::THEY);
    let of_them = figure.part && view.is(end, words::OF) && be - opens <= OPENS;
    let ends = ends_count(view, figure) || view.is(end, words::AT | words::TOWARDS);
    figure.low > 1 && is && (they && ends || of_them)
}

/// *les autorités en retiennent 13*: whether a verb that may tell of people held only says how many somebody counts of those told of.
pub(super) fn is_kept_count(view: &SentenceView<'_>, figure: &Figure, verb: usize, counted: Option<ClaimKind>) -> bool {
    let of_others = counted.is_some_and(|what| what != ClaimKind::Captured);
    of_others && view.counts_of_them(verb) && ends_count(view, figure)
}
