//! Who takes part: named groups, and kinds of forces with their country, by one name in all languages.

use super::certainty::in_background;
use super::clause::SentenceView;
use super::hit::Hit;
use super::kind::{EventKind, Family};
use super::mention::{Actor, Role};
use super::rules::beginnings;
use super::rules::words;
use super::rules::{ActorTerm, Rules};
use crate::language::AnalysedText;
use std::collections::BTreeMap;
use std::ops::Range;

/// A group that a sentence names.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) tokens: Range<usize>,
}

/// The groups that a report names: *the insurgents* are the one named most.
#[derive(Clone, Debug, Default)]
pub(crate) struct Groups {
    named: BTreeMap<u16, usize>,
}

/// Tokens between a force and its country: *les forces de sécurité afghanes*.
const NEAR: usize = 2;
/// Tokens from a trigger within which a group takes part.
const REACH: usize = 25;

impl Groups {
    /// Counts the groups that a text names, bar what is no part of the report.
    pub(crate) fn new(text: &AnalysedText<'_>, rules: &Rules) -> Self {
        let mut groups = Self::default();
        for sentence in text.sentences.iter().filter(|sentence| !text.is_boilerplate(sentence.span.start())) {
            let tokens = text.tokens_of(sentence);
            for at in 0..tokens.len() {
                if let Some((_, ActorTerm::Named(number))) = rules.actor_at(tokens, at) {
                    *groups.named.entry(number).or_default() += 1;
                }
            }
        }
        groups
    }

    /// The groups of a sentence, in order.
    pub(crate) fn find(&self, view: &SentenceView<'_>) -> Vec<Group> {
        let mut found = Vec::new();
        let mut at = if view.may_have(beginnings::ACTOR) { 0 } else { view.tokens.len() };
        while at < view.tokens.len() {
            let Some((length, term)) = view.rules.actor_at(view.tokens, at) else {
                at += 1;
                continue;
            };
            let tokens = at..at + length;
            at = tokens.end;
            if let Some(group) = self.group(view, term, tokens) {
                at = at.max(group.tokens.end);
                found.push(group);
            }
        }
        found
    }

    fn group(&self, view: &SentenceView<'_>, term: ActorTerm, tokens: Range<usize>) -> Option<Group> {
        match term {
            ActorTerm::Named(number) | ActorTerm::Body(number) => {
                Some(Group { name: view.rules.actor_name(number).to_owned(), tokens })
            }
            ActorTerm::Insurgents => {
                let (&number, _) =
                    self.named.iter().max_by_key(|&(&number, &count)| (count, std::cmp::Reverse(number)))?;
                Some(Group { name: view.rules.actor_name(number).to_owned(), tokens })
            }
            ActorTerm::Kind(number) => Some(with_country(view, view.rules.actor_name(number), tokens)),
            ActorTerm::Country(_) => None,
        }
    }
}

/// *l'armée de l'air afghane*, *the Afghan air force*
fn with_country(view: &SentenceView<'_>, kind: &str, tokens: Range<usize>) -> Group {
    let country = |at: usize| match view.rules.actor_at(view.tokens, at) {
        Some((length, ActorTerm::Country(number))) => Some((at..at + length, number)),
        _ => None,
    };
    let after = (tokens.end..tokens.end + NEAR).find_map(country);
    let before = || (tokens.start.saturating_sub(NEAR)..tokens.start).rev().find_map(country);
    match after.or_else(before) {
        Some((range, number)) => Group {
            name: format!("{} {kind}", view.rules.actor_name(number)),
            tokens: tokens.start.min(range.start)..tokens.end.max(range.end),
        },
        None => Group { name: kind.to_owned(), tokens },
    }
}

/// The actors of an event, in their roles, by offset.
pub(crate) fn of(view: &SentenceView<'_>, groups: &[Group], hit: &Hit) -> Vec<Actor> {
    let trigger = hit.tokens.start;
    let mut actors: Vec<Actor> = Vec::new();
    for group in groups {
        let distance = group.tokens.start.abs_diff(trigger);
        if distance > REACH
            || view.crossing(group.tokens.start, trigger) > 3
            || is_of_other_clause(view, group, trigger)
        {
            continue;
        }
        let role = role(view, group, hit);
        let actor = Actor { name: group.name.clone(), role, span: view.span(group.tokens.clone()) };
        if !actors.iter().any(|other| other.name == actor.name) {
            actors.push(actor);
        }
    }
    actors
}

/// Tokens between the word that opens a clause and its subject.
const OPENS: usize = 6;

/// *après que l'armée américaine eut annoncé son retrait, les talibans sont entrés*: the subject of another clause.
fn is_of_other_clause(view: &SentenceView<'_>, group: &Group, trigger: usize) -> bool {
    let start = group.tokens.start;
    let comma = |at: usize| view.folded(at) == ",";
    // "the first since the American army began to leave": of another time.
    if in_background(view, start) && !in_background(view, trigger) {
        return true;
    }
    if start > trigger {
        return view.any(trigger..start, words::SUBORDINATOR) && view.crossing(trigger, start) >= 2;
    }
    let mut back = (start.saturating_sub(OPENS)..start).rev().take_while(|&at| !comma(at));
    let opened = back.any(|at| view.is(at, words::SUBORDINATOR | words::THAT));
    let Some(end) = (group.tokens.end..trigger).find(|&at| comma(at)) else { return false };
    let told = (group.tokens.end..end).any(|at| view.is(at, words::AUXILIARY) || view.is_verb(at));
    opened && told
}

fn role(view: &SentenceView<'_>, group: &Group, hit: &Hit) -> Role {
    if hit.kind.family() == Family::Diplomacy || matches!(hit.kind, EventKind::Handover | EventKind::Protest) {
        return Role::Participant;
    }
    let by = (group.tokens.start.saturating_sub(3)..group.tokens.start).any(|at| view.is(at, words::BY));
    let before = group.tokens.start < hit.tokens.start;
    match (by, hit.anchor.noun, before != hit.anchor.passive) {
        (true, ..) | (_, false, true) => Role::Agent,
        (_, true, _) => Role::Participant,
        _ => Role::Target,
    }
}

impl Rules {
    /// The name of an actor term, in English.
    pub(crate) fn actor_name(&self, number: u16) -> &str {
        self.actor_names.get(usize::from(number)).map_or("", String::as_str)
    }
}
