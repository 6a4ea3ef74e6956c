//! Names under a heading that names a country: in a digest of the world, the Tripoli under `LIBAN` is Lebanon's.

use super::annotate::Report;
use crate::gazetteer::PlaceKind;
use crate::language::TokenKind;

/// What a heading says for those of its country, as much as a comma and an area behind a town: enough to turn the best known away.
const WEIGHT: f32 = 3.5;

impl Report<'_> {
    /// Votes for the senses in the country whose heading a name stands under, where it stands under no other's.
    pub(super) fn vote_by_headings(&mut self) {
        let mut countries: Vec<Option<Option<[u8; 2]>>> = vec![None; self.names.items.len()];
        let mut current = None;
        let mut headings = 0;
        for index in 0..self.occurrences.len() {
            if let Some(country) = self.heading(index) {
                current = Some(country);
                headings += 1;
                continue;
            }
            let number = self.occurrences.get(index).map(|occurrence| occurrence.name);
            if let Some(held) = number.and_then(|number| countries.get_mut(number)) {
                *held = Some(held.map_or(current, |held| held.filter(|_| held == current)));
            }
        }
        // A single one may be the dateline or the subject of the whole report.
        if headings < 2 {
            return;
        }
        for (number, country) in countries.into_iter().enumerate() {
            let Some(country) = country.flatten() else { continue };
            self.vote_for_country(number, country);
        }
    }

    /// Votes for the senses in the country whose adjective stands beside a name's kind: `the Lebanese city of Tripoli`.
    pub(super) fn vote_by_adjectives(&mut self) {
        for index in 0..self.occurrences.len() {
            let occurrence =
                self.occurrences.get(index).map(|occurrence| (occurrence.name, occurrence.context.country));
            let Some((number, Some(country))) = occurrence else { continue };
            self.vote_for_country(number, country);
        }
    }

    /// The country that an occurrence is the heading of: alone on its line, or with a colon or a dash behind.
    fn heading(&self, index: usize) -> Option<[u8; 2]> {
        let occurrence = self.occurrences.get(index)?;
        let name = self.names.items.get(occurrence.name)?;
        let country = name.best().filter(|sense| sense.kind == PlaceKind::Country)?;
        let span = occurrence.found.span;
        let before = self.text.text.get(..span.start())?.rsplit('\n').next()?;
        let behind = self.text.text.get(span.end()..)?.split('\n').next()?.trim_start();
        let ends = behind.is_empty() || behind.starts_with([':', '–', '—', '-', '.']) && !self.is_joined(index);
        let begins = before.chars().all(|letter| !letter.is_alphabetic());
        (begins && ends).then_some(country.country)
    }

    /// Whether the mark behind an occurrence is a part of its word: `Mali-Sud`.
    fn is_joined(&self, index: usize) -> bool {
        let end = self.occurrences.get(index).map_or(0, |occurrence| occurrence.found.end);
        self.text.tokens().get(end + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Word)
    }

    /// Votes for the senses in a country, where there are others.
    fn vote_for_country(&mut self, number: usize, country: [u8; 2]) {
        let Some(name) = self.names.items.get_mut(number) else { return };
        if name.senses.iter().all(|sense| sense.country == country) {
            return;
        }
        name.senses.iter_mut().filter(|sense| sense.country == country).for_each(|sense| sense.add_vote(WEIGHT));
    }
}
