//! The rounds in which the occurrences of a report weigh each other: what is a place, and what the report is about.

use super::annotate::{Occurrence, Report};
use super::company::Company;
use super::focus::{Anchor, Demonyms, Focus, sure_senses};
use super::names::Name;
use super::sense::Sense;
use super::weigh::{Around, ENOUGH, weigh};
use crate::gazetteer::PlaceKind;
use std::cell::OnceCell;

impl Report<'_> {
    pub(super) fn weigh_all(&mut self, focus: Option<&Focus>) {
        let mut before: Option<(usize, bool)> = None;
        for index in 0..self.occurrences.len() {
            let Some(occurrence) = self.occurrences.get(index) else { continue };
            let Some(name) = self.names.items.get(occurrence.name) else { continue };
            let best = name.best();
            let around = Around {
                listed: occurrence.context.listed && before.is_some_and(|(_, accepted)| accepted)
                    || self.occurrences.get(index + 1).is_some_and(Occurrence::shows_its_list),
                linked: occurrence.is_held(),
                at_home: focus.is_some_and(|focus| {
                    best.is_some_and(|best| best.kind != PlaceKind::Country && focus.is_about(best.country))
                }),
                neighbouring: focus.is_some_and(|focus| {
                    occurrence.context.starts
                        && best.is_some_and(|best| focus.support(occurrence.name, name, 0, best).is_local())
                }),
            };
            let standing = weigh(name, &occurrence.context, occurrence.shape, around);
            let usable = !occurrence.context.organisation;
            before = Some((index, standing > ENOUGH && usable));
            let number = occurrence.name;
            if let Some(occurrence) = self.occurrences.get_mut(index) {
                occurrence.standing = standing;
            }
            if let Some(name) = self.names.items.get_mut(number).filter(|_| usable) {
                name.best_standing = name.best_standing.max(standing);
            }
        }
    }

    /// What the report is about, settled in two rounds, with every sense scored by it.
    pub(super) fn focus(&mut self, demonyms: &Demonyms) -> Focus {
        let uses = self.uses();
        // Few reports leave it open where in a country they are.
        let company = OnceCell::new();
        let mut sure = sure_senses(&self.names.items, &uses);
        let mut focus = Focus::of(&sure, demonyms, self.cues.home());
        let closeness = &mut self.closeness;
        for _ in 0..2 {
            let names = &self.names.items;
            let company = || company.get_or_init(|| Company::of(names, &uses));
            let mut scored: Vec<f32> = Vec::new();
            for (number, (name, &own)) in names.iter().zip(&sure).enumerate() {
                let score = |(at, sense): (usize, &Sense)| {
                    let open = focus.is_somewhere_in(sense.country);
                    let beside = if open { company().support(number, at) } else { 0.0 };
                    let close = |anchor: &Anchor| closeness.of(anchor, sense);
                    sense.prior + sense.vote + focus.support_beside(number, own, sense, close).sum() + beside
                };
                scored.extend(name.senses.iter().enumerate().map(score));
            }
            let senses = self.names.items.iter_mut().flat_map(|name| &mut name.senses);
            senses.zip(scored).for_each(|(sense, score)| sense.score = score);
            self.names.items.iter_mut().for_each(Name::lift_countries);
            sure = sure_senses(&self.names.items, &uses);
            focus = Focus::of(&sure, demonyms, self.cues.home());
        }
        focus
    }

    /// How often the report names a country's people or has its adjective.
    pub(super) fn demonyms(&self) -> Demonyms {
        let mut counts = Demonyms::new();
        let tokens = self.text.tokens();
        for end in 1..=tokens.len() {
            if let Some(country) = self.cues.demonym_ending(tokens.get(..end).unwrap_or_default()) {
                *counts.entry(country).or_default() += 1;
            }
        }
        counts
    }

    /// How often each name is a toponym.
    pub(super) fn uses(&self) -> Vec<u32> {
        let mut uses = vec![0; self.names.items.len()];
        for occurrence in self.occurrences.iter().filter(|occurrence| occurrence.standing > ENOUGH) {
            if let Some(count) = uses.get_mut(occurrence.name) {
                *count += 1;
            }
        }
        uses
    }
}
