//! The districts, provinces and countries that a text is about.

use super::{Discourse, MEMORY, Named};
use crate::gazetteer::{PlaceId, PlaceKind};
use crate::span::Span;

/// Kilometres from the middle of a province within which a place may lie in it.
const PROVINCE_KM: f64 = 200.0;

impl Discourse<'_> {
    /// The towns and districts that a stretch of the text names, each once.
    pub(crate) fn towns_within(&self, span: Span) -> Vec<PlaceId> {
        let named = self.named(self.index_at(span.start())..self.index_at(span.end()));
        let mut towns: Vec<PlaceId> =
            named.filter(|named| named.kind.is_town_or_district()).map(|named| named.place).collect();
        towns.sort_unstable();
        towns.dedup();
        towns
    }

    /// The town or district of an area that the text at byte `offset` is about.
    pub(crate) fn town_in(&self, area: PlaceId, offset: usize, paragraph: usize) -> Option<Named> {
        let inside = |named: &Named| named.kind.is_town_or_district() && self.places.within(area, named.place);
        let near = self.recent(offset).find(|named| named.paragraph == paragraph && inside(named));
        near.copied().or(self.focus.filter(inside)).or_else(|| self.main_named().filter(inside))
    }

    /// The district or province that the text at byte `offset` is about: the paragraph's, else that of most of the report's places.
    pub(crate) fn area(&self, offset: usize, paragraph: usize) -> Option<Named> {
        let is_area = |named: &&Named| {
            named.paragraph == paragraph && matches!(named.kind, PlaceKind::District | PlaceKind::Province)
        };
        self.recent(offset).find(is_area).copied().or(self.province)
    }

    /// The country that the text at byte `offset` is about: a name of it, or that of the places around.
    pub(crate) fn country(&self, offset: usize) -> Option<(PlaceId, Named)> {
        let end = self.index_at(offset);
        let before = self.all.get(end.saturating_sub(MEMORY)..end).unwrap_or_default();
        let last = before.last().or(self.all.first())?;
        let here =
            before.iter().rev().find(|named| named.kind == PlaceKind::Country && named.paragraph == last.paragraph);
        let near = here.or(before.last()).or(self.all.first()).copied()?;
        let named_here = here.map(|named| named.place);
        Some((named_here.or(self.country).or_else(|| self.places.country(near.place))?, near))
    }

    /// The province that a place lies in, as far as the text goes by it: some countries have drawn their provinces anew since the
    /// gazetteer's towns were put into the old ones, and a report names the new.
    pub(crate) fn province_around(&self, around: Named, offset: usize) -> Option<PlaceId> {
        let own = self.places.province(around.place);
        let provinces = || self.recent(offset).filter(|named| named.kind == PlaceKind::Province);
        if own == Some(around.place) || provinces().any(|named| Some(named.place) == own) {
            return own;
        }
        let point = self.places.point(around.place);
        let same_country = |named: &&Named| self.places.country(named.place) == self.places.country(around.place);
        let near = |named: &&Named| self.places.point(named.place).distance_km(point) <= PROVINCE_KM;
        provinces().find(|named| same_country(named) && near(named)).map(|named| named.place).or(own)
    }
}
