//! [`Hit`]: a word of a sentence that tells an event, with its standing.

use super::attach::is_circumstance;
use super::certainty::{self, Standing};
use super::clause::SentenceView;
use super::kind::{EventKind, Family};
use super::locate::{Anchor, Sites};
use super::mention::Certainty;
use super::need::{civilians_hit, kind_of, meets};
use super::rules::words;
use super::rules::{PlaceRole, Trigger, TriggerKind, VerbUse};
use super::verb_group::{Mood, VerbGroup};
use crate::reason::Statement;
use std::ops::Range;

/// A trigger in a sentence.
#[expect(clippy::struct_excessive_bools, reason = "each is true or not by itself")]
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    pub(crate) tokens: Range<usize>,
    pub(crate) trigger: Trigger,
    pub(crate) kind: EventKind,
    pub(crate) certainty: Certainty,
    pub(crate) why: Statement,
    pub(crate) passive: bool,
    /// Whether it is a participle that opens the sentence, before its subject.
    pub(crate) fronted: bool,
    pub(crate) noun: bool,
    /// Whether it points back to an event told before: *the attack*.
    pub(crate) definite: bool,
    /// How the sentence tells it.
    pub(crate) how: Telling,
}

/// A verb that makes an event noun a telling.
#[derive(Clone, Copy, Debug)]
struct HelperVerb {
    at: usize,
    end: usize,
    usage: VerbUse,
    group: VerbGroup,
}

/// The events that a sentence tells, in order.
pub(crate) fn find(view: &SentenceView<'_>, sites: &Sites) -> Vec<Hit> {
    let helpers = helper_verbs(view);
    let mut hits: Vec<Hit> = Vec::new();
    let mut at = 0;
    // The last word of a verb that has its object before it: "ran over a landmine".
    let mut taken = usize::MAX;
    while at < view.tokens.len() {
        let mut next = at + 1;
        if at == taken {
            at = next;
            continue;
        }
        if !view.is(at, words::TOPONYM | words::TIMEX) {
            if let Some(hit) = verb_hit(view, sites, at) {
                // "dropped bombs", "signed a truce": the noun is the verb's own.
                next = next.max(hit.tokens.end);
                let ends = view.verbs_at(at).map(|(.., end)| end).max().unwrap_or(next);
                taken = if ends > next { ends - 1 } else { usize::MAX };
                hits.push(hit);
            } else if let Some((length, trigger)) = event_noun(view, at) {
                next = at + length;
                hits.extend(noun_hit(view, sites, at..next, usize::from(trigger), &helpers));
            }
        }
        at = next;
    }
    join_killings(view, &mut hits);
    hits
}

fn helper_verbs(view: &SentenceView<'_>) -> Vec<HelperVerb> {
    let mut found = Vec::new();
    for at in 0..view.tokens.len() {
        for (number, form, end) in view.verbs_at(at) {
            let Some(verb) = view.rules.verbs.get(usize::from(number)) else { continue };
            let is_helper = match verb.usage {
                VerbUse::Light | VerbUse::Occur | VerbUse::Tell | VerbUse::Announce => true,
                VerbUse::Trigger(index) => view
                    .rules
                    .triggers
                    .get(usize::from(index))
                    .is_some_and(|trigger| trigger.kind == TriggerKind::Killing),
                _ => false,
            };
            if !is_helper {
                continue;
            }
            let Some(mut group) = VerbGroup::new(view, at, form, verb.with_be) else { continue };
            if group.fronted {
                // "begun in May, the withdrawal": what is known of it.
                group.mood = Mood::BareParticiple;
            }
            if verb.reflexive == group.reflexive {
                found.push(HelperVerb { at, end, usage: verb.usage, group });
            }
        }
    }
    found
}

fn verb_hit(view: &SentenceView<'_>, sites: &Sites, at: usize) -> Option<Hit> {
    let mut best: Option<(usize, Hit)> = None;
    for (number, form, end) in view.verbs_at(at) {
        let Some(verb) = view.rules.verbs.get(usize::from(number)) else { continue };
        let VerbUse::Trigger(index) = verb.usage else { continue };
        let Some(trigger) = view.rules.triggers.get(usize::from(index)).copied() else { continue };
        let Some(group) = VerbGroup::new(view, at, form, verb.with_be) else { continue };
        if (verb.reflexive != group.reflexive && !group.fronted) || also_noun(view, at, &group) {
            continue;
        }
        // Between a verb and its further words may stand the place that it asks for.
        let tokens = verb.words_before_object().map_or(at..end, |words| at..at + 1 + words);
        if tells_no_move(view, at, trigger, &group) {
            continue;
        }
        let anchor = Anchor { fronted: group.fronted, ..Anchor::new(&tokens, trigger, group.passive, false) };
        if !meets(view, sites, trigger.needs, anchor) {
            continue;
        }
        let dated = group.mood == Mood::BareParticiple && dated_after(view, at);
        let standing = if dated { certainty::of_noun(view, at) } else { certainty::of_verb(view, &group) };
        let Standing::Certain(certainty, why) = standing else { continue };
        let kind = kind_of(view, trigger, anchor);
        let hit = Hit {
            tokens,
            trigger,
            kind,
            certainty,
            why,
            passive: group.passive,
            fronted: group.fronted,
            noun: false,
            definite: false,
            how: if dated || certainty::in_background(view, at) { Telling::Known } else { Telling::New },
        };
        if best.as_ref().is_none_or(|(length, _)| end - at > *length) {
            best = Some((end - at, hit));
        }
    }
    best.map(|(_, hit)| hit)
}

/// *left 23 people dead*: what an event leaves is its toll. *By retreating fighters*: a gerund that is an adjective.
fn tells_no_move(view: &SentenceView<'_>, at: usize, trigger: Trigger, group: &VerbGroup) -> bool {
    use EventKind::{Displacement, Movement, Surrender, Withdrawal};
    let TriggerKind::Is(Displacement | Movement | Surrender | Withdrawal) = trigger.kind else { return false };
    let people = words::FIGHTER | words::CIVILIAN;
    let beside = group.mood == Mood::Gerund
        && view.is(at + 1, people)
        && at
            .checked_sub(1)
            .is_some_and(|before| view.is(before, words::BY | words::AT | words::OF | words::DETERMINER));
    let reach = at + 1..(at + 8).min(view.tokens.len());
    let leaves = trigger.place == PlaceRole::Object
        && !group.passive
        && reach.clone().any(|at| view.is_figure(at))
        && reach.clone().any(|toll| view.rules.tolls.at(view.tokens, toll).is_some() && view.crossing(at, toll) == 0);
    beside || leaves
}

/// *the town taken by the rebels in 2012*: a day of its own after the participle, before any other verb.
fn dated_after(view: &SentenceView<'_>, at: usize) -> bool {
    let verb = words::AUXILIARY | words::REFLEXIVE;
    let is_noun = at.checked_sub(1).is_none_or(|before| view.is(before, words::DETERMINER) || view.is_number(before));
    let mut after = (at + 1..(at + 10).min(view.tokens.len())).take_while(|&token| !view.is(token, verb));
    !is_noun && after.any(|token| view.is(token, words::TIMEX) && view.crossing(at, token) == 0)
}

/// A noun that tells an event: its length in tokens, and its trigger. *marché* is no *marche*.
fn event_noun(view: &SentenceView<'_>, at: usize) -> Option<(usize, u16)> {
    let (length, (trigger, accents)) =
        view.rules.nouns.at(view.tokens, at).filter(|_| !view.is(at, words::SITE_NAME))?;
    (words::accents(view.word(at)) <= accents).then_some((length, trigger))
}

/// *rebels attack on …*: a noun that has a verb's letters, unless what follows can only be an object.
fn also_noun(view: &SentenceView<'_>, at: usize, group: &VerbGroup) -> bool {
    // "the October 12 meeting of donors": with nothing after it that it could be done to.
    let gerund = group.mood == Mood::Gerund
        && at.checked_sub(1).is_some_and(|before| {
            view.is(before, words::DETERMINER | words::ADJECTIVE | words::TIMEX | words::TOPONYM)
                || view.is_number(before)
        });
    let alone = group.start == at && (group.mood == Mood::Indicative || gerund);
    alone
        && view.rules.nouns.at(view.tokens, at).is_some()
        && !(view.is(at + 1, words::DETERMINER | words::TOPONYM | words::CIVILIAN | words::FIGHTER | words::PLACE_NOUN)
            || view.is_number(at + 1))
}

fn noun_hit(
    view: &SentenceView<'_>,
    sites: &Sites,
    tokens: Range<usize>,
    trigger: usize,
    helpers: &[HelperVerb],
) -> Option<Hit> {
    let trigger = view.rules.triggers.get(trigger).copied()?;
    let head = noun_head(view, tokens.start);
    // "accused of shooting first": a verb.
    if head.start == tokens.start
        && view.folded(tokens.start).ends_with("ing")
        && tokens.start > 0
        && view.is(tokens.start - 1, words::OF)
    {
        return None;
    }
    let anchor = Anchor::new(&tokens, trigger, false, true);
    if !meets(view, sites, trigger.needs, anchor) {
        return None;
    }
    let kind = kind_of(view, trigger, anchor);
    let make = |certainty, why, definite| Hit {
        tokens: tokens.clone(),
        trigger,
        kind,
        certainty,
        why,
        passive: false,
        fronted: false,
        noun: true,
        definite,
        how: Telling::New,
    };
    if head.brink || followed_by_plan(view, tokens.end) {
        return Some(make(Certainty::Planned, Statement::PlanThreatOrRisk, head.definite));
    }
    let governed = certainty::of_noun(view, tokens.start);
    let Standing::Certain(certainty, why) = governed else { return None };
    if head.none {
        return Some(make(Certainty::Denied, Statement::ThereWasNone, head.definite));
    }
    let told = telling(view, &tokens, &head, helpers);
    // "announced the withdrawal of its troops": it is still to come.
    if told.announced && matches!(kind, EventKind::Withdrawal | EventKind::Movement) {
        return Some(make(Certainty::Planned, Statement::AnnouncedNotDone, head.definite));
    }
    let Standing::Certain(own, own_why) = told.standing else { return None };
    let (certainty, why) = if certainty.is_plotted() { (own, own_why) } else { (certainty, why) };
    if told.how != Telling::Circumstance && certainty::has_unreal_verb(view, tokens.end) && own == Certainty::Reported {
        return Some(make(Certainty::Planned, Statement::VerbNoFact, head.definite));
    }
    let how = if head.series { Telling::Part } else { told.how };
    Some(Hit { how, ..make(certainty, why, head.definite || told.how == Telling::Again) })
}

/// What stands before an event noun.
#[expect(clippy::struct_excessive_bools, reason = "each word before a noun says one of them by itself")]
#[derive(Clone, Copy, Debug)]
struct NounHead {
    /// First token of the noun phrase.
    start: usize,
    definite: bool,
    none: bool,
    /// Put off by a noun before: *a threat of*.
    brink: bool,
    /// One of many: *a series of*.
    series: bool,
}

fn noun_head(view: &SentenceView<'_>, start: usize) -> NounHead {
    let mut head = NounHead { start, definite: false, none: false, brink: false, series: false };
    for _ in 0..5 {
        let Some(before) = head.start.checked_sub(1) else { break };
        let classes = view.classes_at(before);
        let determines = words::DETERMINER | words::DEFINITE | words::INDEFINITE | words::NONE;
        if classes & determines != 0 && !(head.definite && classes & words::OF != 0) {
            head.definite |= classes & words::DEFINITE != 0;
            head.none |= classes & words::NONE != 0;
            head.start = before;
        } else if classes & words::OF != 0 && before > 0 && view.is(before - 1, words::INDEFINITE) {
            // "one of these battles" is a new one.
            head.definite = false;
            head.start = before - 1;
        } else if (view.is_mark(before) && !matches!(view.folded(before), "'" | "-"))
            || classes
                & (words::AT
                    | words::DURING
                    | words::BY
                    | words::OF
                    | words::HAVE
                    | words::BE
                    | words::AND
                    | words::AGAINST)
                != 0
            || view.verbs_at(before).next().is_some()
        {
            break;
        } else {
            head.start = before;
        }
    }
    head.series =
        (head.start..start).chain(head.start.saturating_sub(2)..head.start).any(|at| view.is(at, words::SERIES));
    head.brink =
        (head.start.saturating_sub(3)..start).any(|at| view.is(at, words::BRINK) && view.crossing(at, start) == 0);
    head
}

/// *l'offensive prévue*, but not *le rassemblement interdit a été dispersé*: what was forbidden was held all the same.
fn followed_by_plan(view: &SentenceView<'_>, end: usize) -> bool {
    use super::rules::Cue;
    let held = |after: usize| {
        let fact = words::HAVE | words::BE;
        (after..after + 2).any(|at| view.is(at, fact) && !view.is(at, words::CONDITIONAL | words::FUTURE))
    };
    view.cues.iter().filter(|cue| cue.at == end).any(|cue| match cue.cue {
        Cue::Is(Certainty::Denied) => !held(cue.end),
        Cue::Is(certainty) => !certainty.is_plotted(),
        _ => false,
    })
}

/// How a sentence tells the event of a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Telling {
    /// As its news.
    New,
    /// As what is known: *confirmed the attack*.
    Again,
    /// As the circumstance of something else: *after clashes in*.
    Circumstance,
    /// As something known: an event only with a place or a day of its own.
    Known,
    /// As what another noun is of, *the climax of an offensive*: an event only with a place and a day of its own.
    Part,
}

/// The standing of a noun's event, and how it is told.
#[derive(Clone, Copy, Debug)]
struct Told {
    standing: Standing,
    how: Telling,
    /// Whether somebody announces it.
    announced: bool,
}

impl Told {
    fn new(standing: Standing, how: Telling) -> Self {
        Self { standing, how, announced: false }
    }
}

/// Whether the sentence tells the noun's event.
fn telling(view: &SentenceView<'_>, tokens: &Range<usize>, head: &NounHead, helpers: &[HelperVerb]) -> Told {
    if head.start.checked_sub(1).is_some_and(|at| view.is(at, words::EXISTS)) {
        let standing = Standing::Certain(Certainty::Reported, Statement::SaidToHaveBeen);
        return Told::new(standing, Telling::New);
    }
    if let Some(told) = by_verb_before(view, head, helpers).or_else(|| by_verb_after(view, tokens, helpers)) {
        return told;
    }
    let standing = certainty::of_noun(view, tokens.start);
    if head.start.checked_sub(1).is_some_and(|at| view.is(at, words::DURING | words::BY | words::WITH)) {
        return Told::new(standing, Telling::Circumstance);
    }
    if is_headline(view, helpers) {
        return Told::new(standing, Telling::New);
    }
    // "l'accord conclu le 23 novembre à Luanda", "the fall of Kabul in August 2021"
    let part = head.series || is_complement(view, head.start, tokens.start);
    Told::new(standing, if part { Telling::Part } else { Telling::Known })
}

/// *des mois de négociations*: another noun and *of* stand before the noun at `noun`, whose phrase begins at `start`.
fn is_complement(view: &SentenceView<'_>, start: usize, noun: usize) -> bool {
    let other = words::AND | words::THAT | words::TIMEX | words::TOPONYM | words::HAVE | words::BE | words::DETERMINER;
    let is_noun =
        |at: usize| !view.is_mark(at) && view.verbs_at(at).next().is_none() && !view.is(at, other | words::ADVERB);
    (start.saturating_sub(1).max(1)..noun).any(|of| view.is(of, words::OF) && is_noun(of - 1))
}

/// *ont lancé un assaut*, *a confirmé l'attaque*
fn by_verb_before(view: &SentenceView<'_>, head: &NounHead, helpers: &[HelperVerb]) -> Option<Told> {
    let verb = helpers.iter().rev().find(|verb| {
        verb.end <= head.start
            && head.start - verb.end <= 6
            && view.crossing(verb.at, head.start) <= 1
            && !(verb.group.passive && verb.group.mood != Mood::BareParticiple)
    })?;
    let standing = certainty::of_verb(view, &verb.group);
    match verb.usage {
        VerbUse::Light => Some(Told::new(standing, Telling::New)),
        // "announced that the withdrawal was over" tells of it.
        VerbUse::Announce => {
            let announced = !view.any(verb.end..head.start, words::THAT);
            Some(Told { announced, ..Told::new(standing, Telling::Again) })
        }
        VerbUse::Tell => Some(Told::new(standing, Telling::Again)),
        // "a éclaté un combat": the subject after its verb, with nothing between.
        VerbUse::Occur if verb.end == head.start && !head.definite => Some(Told::new(standing, Telling::New)),
        _ => None,
    }
}

/// *une attaque a été menée*, *des combats ont éclaté*
fn by_verb_after(view: &SentenceView<'_>, tokens: &Range<usize>, helpers: &[HelperVerb]) -> Option<Told> {
    let verb = helpers.iter().find(|verb| {
        let full = verb.group.mood != Mood::BareParticiple;
        let tells = match verb.usage {
            VerbUse::Occur => !verb.group.passive && full,
            VerbUse::Light => verb.group.passive && full,
            VerbUse::Trigger(_) => !verb.group.passive,
            _ => false,
        };
        let start = verb.group.start;
        tells && start >= tokens.end && start - tokens.end <= 22 && view.crossing(tokens.end - 1, start) <= 4
    })?;
    Some(Told::new(certainty::of_verb(view, &verb.group), Telling::New))
}

/// A short line near the top with neither a full stop nor another verb that tells: *New attack on Goma*.
fn is_headline(view: &SentenceView<'_>, helpers: &[HelperVerb]) -> bool {
    let ends_open = !matches!(view.folded(view.tokens.len().saturating_sub(1)), "." | "!" | "?" | "\"");
    let has_verb = (0..view.tokens.len()).any(|at| {
        view.verbs_at(at).any(|(verb, ..)| {
            matches!(view.rules.verbs.get(usize::from(verb)).map(|verb| verb.usage), Some(VerbUse::Trigger(_)))
        })
    });
    view.sentence.paragraph <= 1 && view.tokens.len() <= 18 && ends_open && helpers.is_empty() && !has_verb
}

/// Whether two triggers stand in one clause, or in one and the clause that says when it was.
fn same_telling(view: &SentenceView<'_>, one: usize, other: usize) -> bool {
    let (first, last) = (one.min(other), one.max(other));
    match view.crossing(first, last) {
        0 | 1 => true,
        // "ont été tués samedi lorsqu'une roquette s'est abattue": the one day of both.
        2 | 3 => {
            !view.any(first..last, words::AND) && (view.timexes.len() == 1 || !view.any(first..last, words::TIMEX))
        }
        _ => false,
    }
}

fn names_civilians(view: &SentenceView<'_>, hit: &Hit) -> bool {
    let anchor = Anchor::new(&hit.tokens, hit.trigger, hit.passive, hit.noun);
    civilians_hit(view, anchor)
}

/// *21 were killed in an assault*: the killing is that of the other event of its clause.
fn join_killings(view: &SentenceView<'_>, hits: &mut Vec<Hit>) {
    let is_killing = |hit: &Hit| hit.trigger.kind == TriggerKind::Killing;
    let violent = |hit: &Hit| {
        !is_killing(hit)
            && matches!(hit.kind.family(), Family::Fighting | Family::RemoteViolence | Family::AgainstCivilians)
    };
    let told: Vec<usize> =
        hits.iter().filter(|hit| is_killing(hit) && hit.certainty.is_plotted()).map(|hit| hit.tokens.start).collect();
    let killings = hits.iter().filter(|hit| is_killing(hit) && hit.certainty.is_plotted());
    let of_civilians: Vec<usize> =
        killings.filter(|hit| names_civilians(view, hit)).map(|hit| hit.tokens.start).collect();
    // "burst into a quarter of the town, killing twelve": an attack, not a capture.
    let site = |hit: &Hit| {
        let mut after = hit.tokens.end..(hit.tokens.end + 4).min(view.tokens.len());
        let first = after.find(|&at| view.is(at, words::PLACE_NOUN | words::TOPONYM));
        first.is_some_and(|at| view.is(at, words::SITE) && !view.is(at, words::TOPONYM))
    };
    let enters = |hit: &Hit| {
        let into = hit.trigger.place == PlaceRole::Into || site(hit);
        hit.trigger.kind == TriggerKind::Is(EventKind::Capture) && into && !hit.noun
    };
    for hit in hits.iter_mut().filter(|hit| enters(hit)) {
        if of_civilians.iter().any(|&at| at > hit.tokens.start && same_telling(view, hit.tokens.start, at)) {
            hit.kind = EventKind::AttackOnCivilians;
        }
    }
    for hit in hits.iter_mut().filter(|hit| violent(hit)) {
        // "17 were killed in an ambush": the killing tells the ambush.
        if told.iter().any(|&at| same_telling(view, hit.tokens.start, at)) {
            hit.how = Telling::New;
        }
        // "20 civilians lost their lives in two attacks": whom it killed is whom it was on.
        let raid = hit.trigger.kind == TriggerKind::Is(EventKind::Clash) && hit.trigger.place == PlaceRole::Object;
        let by_victims = hit.kind == EventKind::Clash && (hit.trigger.kind == TriggerKind::Attack || raid && !hit.noun);
        if by_victims && of_civilians.iter().any(|&at| same_telling(view, hit.tokens.start, at)) {
            hit.kind = EventKind::AttackOnCivilians;
        }
    }
    let joined: Vec<bool> = hits
        .iter()
        .map(|hit| {
            is_killing(hit)
                && hits.iter().any(|other| {
                    violent(other)
                        && other.certainty.is_plotted() == hit.certainty.is_plotted()
                        && (same_telling(view, other.tokens.start, hit.tokens.start)
                            || (other.kind.family() == Family::RemoteViolence
                                && is_circumstance(view, hit.tokens.start, other.tokens.start)))
                })
        })
        .collect();
    let mut index = 0;
    hits.retain(|_| {
        index += 1;
        !joined.get(index - 1).copied().unwrap_or_default()
    });
}
