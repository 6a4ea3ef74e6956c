//! How far a cue reaches: *denied that rebels had taken it*, not *a man suspected of planning an attack was arrested*.

use crate::event::clause::{CueAt, SentenceView};
use crate::event::rules::inflect::{FUTURE, GERUND, INFINITIVE, PARTICIPLE, PAST, PRESENT};
use crate::event::rules::{Cue, words};
use crate::event::speech::is_said;
use crate::language::LetterCase;
use std::ops::Range;

/// *se sont présentés le 13 novembre à Baga Sola (province du Lac) pour*: the tokens of a gap that are no place, day or mark.
pub(super) fn complement_gap(view: &SentenceView<'_>, gap: Range<usize>) -> usize {
    let aside = words::TOPONYM | words::TIMEX | words::PLACE_NOUN;
    gap.filter(|&at| !view.is(at, aside) && !view.is_mark(at)).count()
}

/// Whether what a cue says holds for a trigger after it: in the same clause.
pub(super) fn reaches(view: &SentenceView<'_>, cue: &CueAt, start: usize, finite: bool) -> bool {
    if cue.at >= start || is_of_subject(view, cue, start) || (finite && is_inner(view, cue, start)) {
        return false;
    }
    if is_beside_subject(view, cue, start)
        || is_of_name(view, cue)
        || is_of_speaker(view, cue, start)
        || says_else(view, cue, start)
    {
        return false;
    }
    let opens = (cue.end..start.min(cue.end + 8)).find(|&at| view.is(at, words::THAT));
    // "démenti que Dahana, autre district contesté, soit tombé"
    let commas = opens
        .filter(|_| view.is_verb(cue.at))
        .map_or(0, |that| (that..start).filter(|&at| view.folded(at) == ",").count());
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
    if !view.is_verb(cue.at) || view.any(cue.end.saturating_sub(1)..start, words::THAT) {
        return false;
    }
    let helped = (cue.at.saturating_sub(3)..cue.at).any(|at| view.is(at, words::AUXILIARY));
    let loose = view.verbs_at(cue.at).all(|reading| {
        reading.is_form(INFINITIVE | GERUND | PARTICIPLE)
            && !reading.is_form(PAST | PRESENT | FUTURE)
            && !(helped && reading.is_form(PARTICIPLE))
    });
    loose || !view.rules.bare_complement
}

/// *a source who asked not to be named said*: what is said of somebody before the verb by which he says it holds for him alone.
fn is_of_speaker(view: &SentenceView<'_>, cue: &CueAt, start: usize) -> bool {
    let clause = (cue.at.saturating_sub(RELATIVE)..cue.at).rev().take_while(|&at| !view.is_mark(at));
    let relative = clause.into_iter().any(|at| view.is(at, words::RELATIVE));
    relative && (cue.end..start).any(|at| is_said(view, at))
}

/// *denied having any guns and accused the army of murdering 43*: whether a verb of saying of its own stands between.
fn says_else(view: &SentenceView<'_>, cue: &CueAt, start: usize) -> bool {
    let denies = matches!(cue.cue, Cue::Is(certainty) if !certainty.is_plotted()) && view.is_verb(cue.at);
    let next = |at: usize| if view.is(at + 1, words::HAVE | words::PRONOUN) { at + 2 } else { at + 1 };
    denies && (cue.end..start).any(|at| view.is(at, words::AND) && next(at) < start && view.is(next(at), words::SPEECH))
}

/// Tokens between a relative and the verb of its clause.
const RELATIVE: usize = 4;

/// *du Programme alimentaire mondial*: a capital inside a sentence makes it a name's.
fn is_of_name(view: &SentenceView<'_>, cue: &CueAt) -> bool {
    let capital = view.tokens.get(cue.at).is_some_and(|token| token.case == LetterCase::Capital);
    let follows_word = cue.at.checked_sub(1).is_some_and(|before| view.is(before, words::OF | words::DETERMINER));
    capital && follows_word
}

/// *vingt policiers restés cinq mois sans solde avaient remis leur base*, *onze camions du Programme alimentaire ont atteint la ville*:
/// a noun or preposition in what the subject is said to be, before a perfect that it cannot govern.
fn is_beside_subject(view: &SentenceView<'_>, cue: &CueAt, start: usize) -> bool {
    let nominal = view.is(cue.at, words::BRINK | words::WITH) && !view.is_verb(cue.at);
    let opens = words::THAT | words::RELATIVE | words::WHICH | words::IF | words::SUBORDINATOR;
    let subject_before = (0..cue.at).any(|at| view.is(at, words::CIVILIAN | words::FIGHTER | words::VEHICLE));
    nominal && subject_before && view.is(start, words::HAVE) && !view.any(cue.at..start, opens)
}

/// *treize villageois soupçonnés d'avoir renseigné les jihadistes ont été abattus*: a participle beside the subject, with what it
/// governs before the verb.
fn is_of_subject(view: &SentenceView<'_>, cue: &CueAt, start: usize) -> bool {
    // "She denied that anyone had": a past of the same letters.
    let complement = view.is(cue.at + 1, words::OF | words::BY);
    let participle = view
        .verbs_at(cue.at)
        .any(|reading| reading.is_form(PARTICIPLE | GERUND) && (complement || !reading.is_form(PAST)));
    let bare = participle && !(cue.at.saturating_sub(3)..cue.at).any(|at| view.is(at, words::AUXILIARY));
    let other = words::DETERMINER | words::AND | words::THAT | words::RELATIVE | words::TIMEX | words::INFINITIVE;
    let follows_noun =
        cue.at.checked_sub(1).is_some_and(|at| !view.is(at, other | words::AUXILIARY) && !view.is_mark(at));
    let governs = view.any(cue.end..start, words::THAT);
    bare && follows_noun && !governs && view.is(start, words::AUXILIARY) && start > cue.end + 1
}
