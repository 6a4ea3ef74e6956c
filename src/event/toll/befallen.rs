//! Figures of those whom an event takes, drives out or disarms, where no word of its own makes them a toll: *34 worshippers were
//! herded into the bush*, *8,300 arrivals*.

use super::people::{counts_people, whom_from};
use super::{Toll, lone};
use crate::event::claim::ClaimKind;
use crate::event::clause::SentenceView;
use crate::event::figure::Figure;
use crate::event::hit::Hit;
use crate::event::kind::EventKind;
use crate::event::rules::{FigureWord, Need, words};

/// Breaks between a subject and its verb: *Six passengers, two of them women, were led off*.
const SUBJECT: u16 = 4;
/// Tokens between a figure and the noun for what befell those counted: *3,800 people were newly displaced*.
const NOUN: usize = 4;
/// Tokens between a verb and the figure of its object.
const OBJECT: usize = 6;
/// Tokens between a noun and the figure of those it tells of: *the arrest in Gao on Monday of two men*.
const OF_NOUN: usize = 8;

/// The tolls that the triggers of a sentence make of its figures, beside those it has.
pub(crate) fn of_hits(view: &SentenceView<'_>, hits: &[Hit], tolls: &[Toll]) -> Vec<Toll> {
    let mut found: Vec<Toll> = Vec::new();
    let mut figures: Option<Vec<Figure>> = None;
    for hit in hits.iter().filter(|hit| hit.certainty.is_plotted()) {
        let Some(what) = befalls(hit.kind) else { continue };
        if tolls.iter().chain(&found).any(|toll| toll.what == what) {
            continue;
        }
        let figures = figures.get_or_insert_with(|| Figure::find(view));
        let many = |figure: &Figure| figure.low > 1 || what == ClaimKind::Captured && figure.low == 1;
        let figure = counted(view, hit, &free(figures, tolls))
            .filter(many)
            .or_else(|| appended(view, hit, figures))
            .or_else(|| alone(view, hit));
        if let Some(figure) = figure {
            let whom = whom_from(view, figure.tokens.end, hit.tokens.start);
            found.push(Toll { figure, what, whom, word: hit.tokens.start });
        }
    }
    found
}

/// What an event of the kind does to people.
pub(crate) fn befalls(kind: EventKind) -> Option<ClaimKind> {
    match kind {
        EventKind::Abduction | EventKind::Arrest => Some(ClaimKind::Captured),
        EventKind::Displacement => Some(ClaimKind::Displaced),
        EventKind::Surrender => Some(ClaimKind::Surrendered),
        _ => None,
    }
}

/// Those of the figures that count no part and are no toll yet.
fn free<'f>(figures: &'f [Figure], tolls: &[Toll]) -> Vec<&'f Figure> {
    let used = |figure: &Figure| tolls.iter().any(|toll| toll.figure.tokens == figure.tokens);
    figures.iter().filter(|figure| !figure.part && !used(figure)).collect()
}

/// The figure of those to whom a trigger happens.
fn counted(view: &SentenceView<'_>, hit: &Hit, figures: &[&Figure]) -> Option<Figure> {
    let people = |figure: &&Figure| {
        let after = figures.iter().map(|other| other.tokens.start).find(|&start| start >= figure.tokens.end);
        counts_people(view, figure, after.unwrap_or(view.tokens.len()), hit.tokens.start)
    };
    let before = || figures.iter().rev().copied().filter(|figure| figure.tokens.end <= hit.anchor.first);
    let after = || figures.iter().copied().filter(|figure| figure.tokens.start > hit.anchor.last);
    if hit.anchor.noun {
        let arrived = |figure: &&Figure| figure.low > 1 && figure.tokens.end == hit.anchor.first;
        let said = |figure: &&Figure| hit.anchor.first - figure.tokens.end <= NOUN && !has_verb(view, figure, hit);
        let last = before().next();
        let own = last.filter(arrived).or_else(|| last.filter(said).filter(people));
        return own.or_else(|| after().next().filter(|figure| is_of(view, hit, figure)).filter(people)).cloned();
    }
    if is_of_subject(view, hit) {
        let reaches = |figure: &&Figure| view.crossing(figure.tokens.end, hit.anchor.first) <= SUBJECT;
        let subject = before().next().filter(reaches).filter(|figure| !has_verb(view, figure, hit)).filter(people);
        if subject.is_some() || hit.anchor.passive {
            return subject.cloned();
        }
    }
    let near = |figure: &&Figure| {
        figure.tokens.start - hit.anchor.last <= OBJECT && view.crossing(hit.anchor.first, figure.tokens.start) == 0
    };
    let object = after().next().filter(near).filter(people);
    object.or_else(|| before().next().filter(|figure| is_meant(view, hit, figure)).filter(people)).cloned()
}

/// *abducted the headmaster*, *the mayor was arrested*: somebody taken alone.
fn alone(view: &SentenceView<'_>, hit: &Hit) -> Option<Figure> {
    let taken = matches!(hit.kind, EventKind::Abduction | EventKind::Arrest) && !hit.anchor.noun;
    let someone = if hit.anchor.passive {
        lone::subject(view, hit.anchor.first)
    } else {
        lone::object(view, hit.anchor.last + 1)
    };
    someone.filter(|_| taken).map(|someone| lone::count(view, &someone))
}

/// *laid down their arms, some 3,300 men*, *gave up their rifles, 1,400 of them*: a figure that a mark sets off behind the trigger.
fn appended(view: &SentenceView<'_>, hit: &Hit, figures: &[Figure]) -> Option<Figure> {
    let sets_off = |figure: &Figure| {
        let start = figure.tokens.start;
        start > hit.anchor.last && figure.low > 1 && matches!(view.folded(start - 1), "," | ":" | "(" | "-")
    };
    let closes = |at: usize| {
        at >= view.tokens.len()
            || view.is_mark(at) && !matches!(view.folded(at), "'" | "-")
            || view.rules.according.at(view.tokens, at).is_some()
    };
    let whole = |figure: &Figure| {
        let end = figure.tokens.end;
        let them = figure.part && view.is_figure_word(end, FigureWord::Part) && closes(end + 2);
        let people = view.is(end, words::CIVILIAN | words::FIGHTER) || view.is_figure_word(end, FigureWord::Victims);
        them || !figure.part && people && closes(end + 1)
    };
    let near = |figure: &Figure| view.crossing(hit.anchor.last, figure.tokens.start) <= 2;
    let found = figures.iter().find(|figure| sets_off(figure) && near(figure) && whole(figure));
    found.map(|figure| Figure { part: false, ..figure.clone() })
}

/// Whether those whom it happens to are the subject of its verb.
fn is_of_subject(view: &SentenceView<'_>, hit: &Hit) -> bool {
    let by_themselves = matches!(hit.kind, EventKind::Displacement | EventKind::Surrender);
    // "are in the hands of kidnappers"
    let held = view.is(hit.anchor.first, words::BE);
    hit.anchor.passive || held || by_themselves && hit.trigger.needs & Need::People.bit() == 0
}

/// *the arrest in Gao on Monday of two men*
fn is_of(view: &SentenceView<'_>, hit: &Hit, figure: &Figure) -> bool {
    let start = figure.tokens.start;
    let of =
        view.is(start - 1, words::OF) || view.folded(start - 1) == "'" && view.is(start.saturating_sub(2), words::OF);
    of && start - hit.anchor.last <= OF_NOUN && view.crossing(hit.anchor.last, start) == 0
}

/// Whether another verb stands between a figure and the trigger, so that it is that one's.
fn has_verb(view: &SentenceView<'_>, figure: &Figure, hit: &Hit) -> bool {
    let own = words::HAVE | words::BE | words::REFLEXIVE | words::ADVERB;
    let mut start = hit.anchor.first;
    while start > figure.tokens.end && view.is(start - 1, own) {
        start -= 1;
    }
    (figure.tokens.end..start).any(|at| view.is(at, words::HAVE | words::BE))
}

/// *ont fait descendre six passagers et les ont emmenés*, *stopped 14 men and locked them up*: whether a pronoun by the trigger means
/// the object before it.
fn is_meant(view: &SentenceView<'_>, hit: &Hit, figure: &Figure) -> bool {
    let (first, last) = (hit.anchor.first, hit.anchor.last);
    let pronoun = view.any(first.saturating_sub(2)..first, words::THEM) || view.any(last..last + 2, words::THEM);
    let start = figure.tokens.start;
    let object = start > 0 && !view.is_mark(start - 1) && !view.is(start - 1, words::AND | words::BY | words::AT);
    pronoun && object && figure.low > 1 && !view.any(figure.tokens.end..first, words::RELATIVE)
}
