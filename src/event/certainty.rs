//! How sure a report is that something happened, from the mood of the verb and the words that govern it.

use super::clause::{CueAt, SentenceView};
use super::mention::Certainty;
use super::rules::words;
use super::rules::{Cue, VerbUse};
use super::verb_group::{Mood, VerbGroup};
use crate::reason::Statement;

/// What the report says of one trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// So certain, and why.
    Certain(Certainty, Statement),
    /// Told in general or in passing: no event.
    Passing,
}

/// The standing of a verb.
pub(crate) fn of_verb(view: &SentenceView<'_>, group: &VerbGroup) -> Standing {
    if group.mood == Mood::BareParticiple && !is_note(view, group) {
        return Standing::Passing;
    }
    let finite = matches!(group.mood, Mood::Indicative | Mood::PressConditional);
    let governed = of_cues(view, group.start, group.at, finite);
    if let Some(
        standing @ (Standing::Passing
        | Standing::Certain(Certainty::Hypothetical | Certainty::Denied | Certainty::Planned, _)),
    ) = governed.standing
    {
        return standing;
    }
    if group.negated {
        return Standing::Certain(Certainty::Denied, Statement::VerbNegated);
    }
    // "Not one of our comrades has surrendered"
    let not_one = (group.start.saturating_sub(8)..group.start).any(|at| {
        view.is(at, words::NEGATION)
            && view.crossing(at, group.start) == 0
            && (view.rules.numbers.at(view.tokens, at + 1).is_some() || view.is(at + 1, words::INDEFINITE))
    });
    if not_one {
        return Standing::Certain(Certainty::Denied, Statement::NobodyIsSubject);
    }
    let nobody = (group.start.saturating_sub(8)..group.start)
        .any(|at| view.is(at, words::NONE) && view.crossing(at, group.start) == 0);
    if nobody {
        return Standing::Certain(Certainty::Denied, Statement::NobodyIsSubject);
    }
    let own = match group.mood {
        // "would see the army withdraw": the letters of a present, under another verb.
        Mood::Indicative if group.start == group.at => under_modal(view, group.at),
        Mood::Indicative => Standing::Certain(Certainty::Reported, Statement::ToldAsFact),
        Mood::PressConditional if !view.rules.press_conditional || opens_as_condition(view) => {
            Standing::Certain(Certainty::Hypothetical, Statement::WhatWouldHaveBeen)
        }
        Mood::PressConditional => Standing::Certain(Certainty::Claimed, Statement::PressConditional),
        Mood::Conditional => Standing::Certain(Certainty::Hypothetical, Statement::Conditional),
        Mood::Future => Standing::Certain(Certainty::Planned, Statement::Future),
        Mood::Modal => Standing::Certain(Certainty::Hypothetical, Statement::Modal),
        Mood::Infinitive if governed.achieved => Standing::Certain(Certainty::Reported, Statement::Managed),
        Mood::Infinitive if is_said(view, group.start) => Standing::Certain(Certainty::Claimed, Statement::SaidToDo),
        Mood::Infinitive => Standing::Certain(Certainty::Planned, Statement::InfinitiveNotDone),
        Mood::PastInfinitive => Standing::Certain(Certainty::Claimed, Statement::SaidToHaveDone),
        Mood::Gerund => of_main_clause(view, group.start),
        Mood::BareParticiple => Standing::Certain(Certainty::Reported, Statement::Note),
    };
    match (own, governed.standing) {
        (Standing::Certain(Certainty::Reported, _), Some(claimed)) => claimed,
        _ => own,
    }
}

/// The standing of a noun that no verb makes less certain.
pub(crate) fn of_noun(view: &SentenceView<'_>, at: usize) -> Standing {
    of_cues(view, at, at, false).standing.unwrap_or_else(|| of_main_clause(view, at))
}

/// What the words before a trigger make of it.
struct Governed {
    standing: Option<Standing>,
    achieved: bool,
}

/// Of a trigger at `at` whose verb group, if any, begins at `start` and is `finite`.
fn of_cues(view: &SentenceView<'_>, start: usize, at: usize, finite: bool) -> Governed {
    let mut governed = Governed { standing: None, achieved: false };
    if in_condition(view, at) {
        governed.standing = Some(Standing::Certain(Certainty::Hypothetical, Statement::Condition));
        return governed;
    }
    if in_question(view, at) {
        governed.standing = Some(Standing::Certain(Certainty::Hypothetical, Statement::Question));
        return governed;
    }
    let habitual = view.cues.iter().any(|cue| cue.cue == Cue::Habitual && view.crossing(cue.at, at) <= 3);
    if habitual || (in_background(view, at) && !has_day(view, at)) {
        governed.standing = Some(Standing::Passing);
        return governed;
    }
    // "an attempt to spring an inmate was thwarted", "police foiled an attack"
    if view.cues.iter().any(|cue| cue.cue == Cue::Foiled && view.crossing(cue.at, at) <= 1) {
        governed.standing = Some(Standing::Certain(Certainty::Denied, Statement::Foiled));
        return governed;
    }
    if view.cues.iter().any(|cue| cue.cue == Cue::Debunked && cue.at > at && view.crossing(at, cue.at) <= 4) {
        governed.standing = Some(Standing::Certain(Certainty::Denied, Statement::SaidNotSo));
        return governed;
    }
    if denied_after(view, at) {
        governed.standing = Some(Standing::Certain(Certainty::Denied, Statement::DeniedInSentence));
        return governed;
    }
    for cue in view.cues.iter().rev().filter(|cue| cue.at != at && reaches(view, cue, start, finite)) {
        match cue.cue {
            Cue::Achieved if (cue.at.saturating_sub(4)..cue.at).any(|token| view.is(token, words::NEGATION)) => {
                governed.standing = Some(Standing::Certain(Certainty::Denied, Statement::NotManaged));
            }
            // "finira par négocier"
            Cue::Achieved if is_to_come(view, cue.at) => {
                governed.standing = Some(Standing::Certain(Certainty::Planned, Statement::Future));
            }
            Cue::Achieved if complement_gap(view, cue.end..start) <= ACHIEVED => {
                governed.achieved = true;
                continue;
            }
            Cue::Is(certainty) => governed.standing = Some(Standing::Certain(certainty, Statement::WordsBefore)),
            Cue::Achieved | Cue::Habitual | Cue::Foiled | Cue::Debunked => continue,
        }
        break;
    }
    governed
}

/// *affirme contrôler*: an infinitive right after a verb of saying.
fn is_said(view: &SentenceView<'_>, start: usize) -> bool {
    let before = (0..start).rev().find(|&at| !view.is(at, words::ADVERB | words::TIMEX));
    let says = |at: usize| {
        let mut verbs = view.verbs_at(at).filter_map(|(verb, ..)| view.rules.verbs.get(usize::from(verb)));
        verbs.any(|verb| verb.usage == VerbUse::Speech && verb.is_single())
    };
    before.is_some_and(says)
}

/// *Overrun before sunrise.*, *Nine labourers led away at gunpoint.*: a participle in a sentence that has no other verb.
fn is_note(view: &SentenceView<'_>, group: &VerbGroup) -> bool {
    let others = (0..view.tokens.len()).filter(|&at| at != group.at && !view.is(at, words::TOPONYM | words::TIMEX));
    view.tokens.len() <= NOTE
        && !view.any(0..view.tokens.len(), words::AUXILIARY)
        && !others.into_iter().any(|at| at < group.at && view.verbs_at(at).next().is_some())
}

/// Tokens that a note of one participle may have.
const NOTE: usize = 24;

/// *since they captured the town in June 2022*: a day of its own after the verb, in the same clause.
pub(crate) fn has_day(view: &SentenceView<'_>, at: usize) -> bool {
    let ends = |token: usize| view.is(token, words::SUBORDINATOR | words::RELATIVE | words::THAT);
    let mut after = (at + 1..(at + 14).min(view.tokens.len())).take_while(|&token| !ends(token));
    after.any(|token| view.is(token, words::TIMEX))
}

/// Whether the verb at a token is in the future or the conditional, or under a modal.
fn is_to_come(view: &SentenceView<'_>, at: usize) -> bool {
    use super::rules::inflect::{CONDITIONAL, FUTURE};
    let form =
        view.verbs_at(at).any(|(_, form, _)| form & (FUTURE | CONDITIONAL) != 0 && form & !(FUTURE | CONDITIONAL) == 0);
    let helper = words::FUTURE | words::CONDITIONAL | words::MODAL;
    form || (at.saturating_sub(2)..at)
        .any(|before| view.is(before, helper) && !view.is(before, words::HAVE | words::BE))
}

/// *Sans renforts, …*: a sentence that opens with what it took.
fn opens_as_condition(view: &SentenceView<'_>) -> bool {
    (0..2).any(|at| view.is(at, words::BARRING) && (at == 0 || view.is_mark(0)))
}

/// Whether the token stands in a question: its mark comes before any other that ends a clause.
fn in_question(view: &SentenceView<'_>, at: usize) -> bool {
    let ends = |at: usize| view.is_mark(at) && matches!(view.folded(at), "?" | "." | "!" | ";" | ":" | "\"");
    (at..view.tokens.len()).find(|&token| ends(token)).is_some_and(|token| view.folded(token) == "?")
}

/// *…, ce que Kyiv a démenti*, *…, which Kyiv denied*
fn denied_after(view: &SentenceView<'_>, at: usize) -> bool {
    let denials = view.cues.iter().filter(|cue| cue.at > at && cue.cue == Cue::Is(Certainty::Denied));
    denials.into_iter().any(|cue| {
        let opens =
            (cue.at.saturating_sub(6)..cue.at).rev().find(|&token| view.is(token, words::THAT | words::RELATIVE));
        opens.is_some_and(|token| {
            let refers = token > at
                && (view.is(token.saturating_sub(1), words::DETERMINER) || view.folded(token.saturating_sub(1)) == ",");
            refers && view.crossing(at, token) <= 3
        })
    })
}

/// Tokens between a verb of managing and what was managed, less those that say where and when.
const ACHIEVED: usize = 6;

/// *se sont présentés le 13 novembre à Baga Sola (province du Lac) pour*: the tokens of a gap that are no place, day or mark.
fn complement_gap(view: &SentenceView<'_>, gap: std::ops::Range<usize>) -> usize {
    let aside = words::TOPONYM | words::TIMEX | words::PLACE_NOUN;
    gap.filter(|&at| !view.is(at, aside) && !view.is_mark(at)).count()
}

/// Whether what a cue says holds for a trigger after it: in the same clause.
fn reaches(view: &SentenceView<'_>, cue: &CueAt, start: usize, finite: bool) -> bool {
    if cue.at >= start || is_of_subject(view, cue, start) || (finite && is_inner(view, cue, start)) {
        return false;
    }
    let opens = (cue.end..start.min(cue.end + 8)).find(|&at| view.is(at, words::THAT));
    // "démenti que Dahana, autre district contesté, soit tombé"
    let is_verb = view.verbs_at(cue.at).next().is_some();
    let commas = opens.filter(|_| is_verb).map_or(0, |that| (that..start).filter(|&at| view.folded(at) == ",").count());
    // "appellent à une « ville morte »"
    let quoted = start.checked_sub(1).is_some_and(|before| view.folded(before) == "\"");
    // "se sont présentés aux autorités pour déposer les armes": what it was done for was done.
    let purpose = cue.cue == Cue::Achieved
        && view.any(cue.at.saturating_sub(3)..cue.at, words::REFLEXIVE)
        && start.checked_sub(1).is_some_and(|at| view.is(at, words::SUBORDINATOR));
    let allowed =
        u16::from(opens.is_some()) + if commas == 2 { 2 } else { 0 } + u16::from(quoted) + if purpose { 2 } else { 0 };
    view.crossing(cue.end.saturating_sub(1), start) <= allowed
}

/// *quatre hommes soupçonnés de préparer un attentat ont été interpellés*: a verb that a finite verb after it cannot be the
/// complement of, as nothing opens a clause between them.
fn is_inner(view: &SentenceView<'_>, cue: &CueAt, start: usize) -> bool {
    use super::rules::inflect::{FUTURE, GERUND, INFINITIVE, PARTICIPLE, PAST, PRESENT};
    let mut forms = view.verbs_at(cue.at).map(|(_, form, _)| form).peekable();
    if forms.peek().is_none() || view.any(cue.end.saturating_sub(1)..start, words::THAT) {
        return false;
    }
    let helped = (cue.at.saturating_sub(3)..cue.at).any(|at| view.is(at, words::AUXILIARY));
    let loose = forms.all(|form| {
        form & (INFINITIVE | GERUND | PARTICIPLE) != 0
            && form & (PAST | PRESENT | FUTURE) == 0
            && !(helped && form & PARTICIPLE != 0)
    });
    loose || !view.rules.bare_complement
}

/// *treize villageois soupçonnés d'avoir renseigné les jihadistes ont été abattus*: a participle beside the subject, with what it
/// governs before the verb.
fn is_of_subject(view: &SentenceView<'_>, cue: &CueAt, start: usize) -> bool {
    use super::rules::inflect::{GERUND, PARTICIPLE, PAST};
    // "She denied that anyone had": a past of the same letters.
    let complement = view.is(cue.at + 1, words::OF | words::BY);
    let participle =
        view.verbs_at(cue.at).any(|(_, form, _)| form & (PARTICIPLE | GERUND) != 0 && (form & PAST == 0 || complement));
    let bare = participle && !(cue.at.saturating_sub(3)..cue.at).any(|at| view.is(at, words::AUXILIARY));
    let other = words::DETERMINER | words::AND | words::THAT | words::RELATIVE | words::TIMEX | words::INFINITIVE;
    let follows_noun =
        cue.at.checked_sub(1).is_some_and(|at| !view.is(at, other | words::AUXILIARY) && !view.is_mark(at));
    let governs = view.any(cue.end..start, words::THAT);
    bare && follows_noun && !governs && view.is(start, words::AUXILIARY) && start > cue.end + 1
}

/// Whether a token stands in a sentence that a condition rules: after *si*, or before it with no perfect.
fn in_condition(view: &SentenceView<'_>, at: usize) -> bool {
    let opens = |token: usize| view.is(token, words::INVERSION) && (token == 0 || (token == 1 && view.is_mark(0)));
    let conditions = (0..view.tokens.len()).filter(|&token| view.is(token, words::IF) || opens(token));
    conditions.into_iter().any(|condition| {
        let ends = |token: usize| view.is_mark(token) && matches!(view.folded(token), ";" | ":");
        condition < at && view.crossing(condition, at) < 6 && !(condition..at).any(ends)
    })
}

/// Whether the first verb after a noun is in the future, the conditional or under a modal.
pub(crate) fn has_unreal_verb(view: &SentenceView<'_>, end: usize) -> bool {
    for at in end..view.tokens.len().min(end + 14) {
        if view.crossing(end.saturating_sub(1), at) > 0 {
            return false;
        }
        let to_come = view.is(at, words::BE) && view.is(at + 1, words::INFINITIVE) && !view.is(at + 1, words::BE);
        if view.is(at, words::FUTURE | words::MODAL) || to_come || is_unreal_form(view, at) {
            return true;
        }
        let undone = |at: usize| {
            view.cues.iter().any(|cue| cue.at == at && matches!(cue.cue, Cue::Is(certainty) if !certainty.is_plotted()))
        };
        // "the march was banned", "reports of a massacre were fabricated"
        let is_helper = view.is(at, words::HAVE | words::BE);
        if view.is(at, words::CONDITIONAL) || (at > end && undone(at)) || (is_helper && (at + 1..at + 4).any(undone)) {
            return true;
        }
        let told = view.verbs_at(at).any(|(_, form, _)| form & (super::rules::inflect::PAST) != 0);
        if view.is(at, words::HAVE | words::BE) || told {
            return false;
        }
    }
    false
}

/// A verb that the pack need not know, by its ending: *s'ouvriront*.
fn is_unreal_form(view: &SentenceView<'_>, at: usize) -> bool {
    // Accents tell *libérerait* from *libérait*.
    let word = view.word(at);
    let lower = view.tokens.get(at).is_some_and(|token| token.case == crate::language::LetterCase::Lower);
    lower && word.len() > 5 && view.rules.unreal_endings.iter().any(|ending| word.ends_with(ending.as_str()))
}

/// *depuis que …*, *since the rebels took …*: what the report takes as known.
pub(crate) fn in_background(view: &SentenceView<'_>, at: usize) -> bool {
    let from = at.saturating_sub(20);
    (from..at).rev().any(|token| {
        view.is(token, words::SINCE)
            && (view.is(token + 1, words::THAT) || view.is(token, words::SUBORDINATOR))
            && !view.is(token + 1, words::TIMEX)
            // "have since detained": an adverb.
            && !(token > 0 && view.is(token - 1, words::HAVE | words::BE))
            && view.crossing(token + 1, at) == 0
    })
}

/// Whether a modal of the same clause rules a verb that has no auxiliary of its own.
fn under_modal(view: &SentenceView<'_>, at: usize) -> Standing {
    let modal = (at.saturating_sub(7)..at)
        .rev()
        .take_while(|&token| view.crossing(token, at) == 0)
        .find(|&token| view.is(token, words::CONDITIONAL | words::MODAL) && !view.is(token, words::HAVE));
    match modal {
        Some(_) if view.verbs_at(at).any(|(_, form, _)| form & super::rules::inflect::INFINITIVE != 0) => {
            Standing::Certain(Certainty::Hypothetical, Statement::Modal)
        }
        _ => Standing::Certain(Certainty::Reported, Statement::ToldAsFact),
    }
}

/// Whether the verb that a gerund or a noun leans on is itself not told as a fact.
fn of_main_clause(view: &SentenceView<'_>, at: usize) -> Standing {
    let from = at.saturating_sub(25);
    let unreal = (from..at).rev().any(|token| match view.crossing(token, at) {
        0 => view.is(token, words::CONDITIONAL | words::FUTURE | words::MODAL) || is_unreal_form(view, token),
        1 => view.is(token, words::CONDITIONAL | words::FUTURE | words::MODAL),
        _ => false,
    });
    if unreal {
        Standing::Certain(Certainty::Hypothetical, Statement::MainClauseNoFact)
    } else {
        Standing::Certain(Certainty::Reported, Statement::ToldAsFact)
    }
}
