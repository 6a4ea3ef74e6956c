//! [`Sites`]: where an event was, by syntax.

mod finer;
mod fit;
mod list;

use super::anchor::Anchor;
use super::clause::SentenceView;
use super::discourse::Discourse;
use super::link::{Link, PlacePhrase};
use super::mention::{MentionPlace, PlaceHow};
use super::rules::words;
use super::site::{Site, described_site, named_site, there, unknown_site};
use crate::gazetteer::PlaceKind;
use crate::span::Span;
use crate::toponym::{Toponym, Usage};
use fit::Fit;
use std::cmp::Reverse;
use std::ops::Range;

/// The places of one sentence.
#[derive(Debug)]
pub(crate) struct Sites {
    sites: Vec<Site>,
}

/// Tokens after a noun for a place, up to the name of the place it is in.
const HELD: usize = 8;

/// Tokens of what stands between a name and the area that it lies in.
const APPOSED: usize = 12;

/// A score under which a place of the sentence is not where the event was.
const LEAST: i32 = 20;
/// The same for a place inside one that is: less, since the sentence tells of both.
const LEAST_INSIDE: i32 = 10;

impl Sites {
    /// Finds the names and the nouns of a sentence.
    pub(crate) fn new(view: &SentenceView<'_>, toponyms: &[Toponym], discourse: &Discourse<'_>) -> Self {
        let mut sites: Vec<Site> = Vec::new();
        let mut claimed: Vec<Range<usize>> = Vec::new();
        for marked in &view.toponyms {
            let Some(toponym) = toponyms.get(marked.index) else { continue };
            let Some(place) = toponym.place.filter(|_| toponym.usage == Usage::Literal) else { continue };
            let phrase = PlacePhrase::before(view, marked.tokens.start);
            // "Djugu territory": the noun is part of the name.
            let end = marked.tokens.end;
            let end = if view.folded(end) == "'" && view.is(end + 2, words::CAPITAL) { end + 2 } else { end };
            claimed.push(phrase.start..end + usize::from(view.is(end, words::PLACE_NOUN)));
            sites.push(named_site(view, discourse, marked.tokens.clone(), phrase, place, toponym.span, marked.index));
        }
        for at in 0..view.tokens.len() {
            if claimed.iter().any(|range| range.contains(&at)) {
                continue;
            }
            if view.is(at, words::THERE) {
                sites.extend(there(view, discourse, at));
            } else if view.is(at, words::PLACE_NOUN | words::LATTER) {
                sites.extend(described_site(view, discourse, at));
            } else if let Some(site) = unknown_site(view, discourse, at) {
                claimed.push(site.phrase.start..site.tokens.end);
                sites.push(site);
            }
        }
        drop_held(view, &mut sites, &claimed);
        sites.sort_by_key(|site| site.tokens.start);
        list::join_repeated(view, &mut sites);
        Self { sites }
    }

    /// The places of an event: several where the sentence lists them. Empty where the sentence has none for it;
    /// `None` for a name that no gazetteer knows.
    pub(crate) fn of(
        &self,
        view: &SentenceView<'_>,
        discourse: &Discourse<'_>,
        anchor: Anchor,
    ) -> Vec<Option<MentionPlace>> {
        let scores: Vec<i32> = self.sites.iter().map(|site| Fit { view, site, anchor }.score()).collect();
        let best = scores.iter().enumerate().filter(|&(_, &score)| score >= LEAST);
        let Some((best, _)) = best.max_by_key(|&(index, &score)| (score, Reverse(index))) else { return Vec::new() };
        let best = self.housing(view, best, &scores).unwrap_or_else(|| self.finer(view, discourse, best, &scores));
        let listed = self.with_list(discourse, best);
        let holds_another = |site: &Site| listed.iter().any(|other| is_within(discourse, site, other));
        // "Cairo, Illinois" is one place.
        listed.iter().filter(|site| !holds_another(site)).map(|site| site.mention_place()).collect()
    }

    /// Places that the sentence adds to the event's, each after a day of its own or of the one before it: *took Zaranj on Friday and
    /// Sheberghan on Saturday*. With the tokens of the day that follows the place, where one does.
    pub(crate) fn added(&self, view: &SentenceView<'_>, anchor: Anchor) -> Vec<(MentionPlace, Option<Range<usize>>)> {
        let mut added = Vec::new();
        let fills = |site: &Site| Fit { view, site, anchor }.in_role() && !site.described;
        let Some(first) = self.sites.iter().position(fills) else { return added };
        let mut end = self.sites.get(first).map_or(0, |site| site.tokens.end.max(anchor.last + 1));
        for site in self.sites.iter().skip(first + 1).filter(|site| !site.described) {
            let start = site.phrase.start;
            let day = list::own_day(view, site);
            if start < end || !list::adds(view, end..start, day.as_ref()) {
                break;
            }
            end = site.tokens.end;
            added.extend(site.mention_place().map(|place| (place, day)));
        }
        added
    }

    /// The town or province whose official the sentence names: where it speaks of, if it names no other place.
    pub(crate) fn of_office(&self) -> Option<MentionPlace> {
        let own =
            self.sites.iter().find(|site| site.phrase.office && !site.described && site.kind != PlaceKind::Country)?;
        Some(MentionPlace { how: PlaceHow::FromContext, ..own.mention_place()? })
    }

    /// The tokens of the name that says at the start of the sentence where it all was.
    pub(crate) fn frame(&self) -> Option<Range<usize>> {
        let first = self.sites.first().filter(|site| !site.described && site.kind != PlaceKind::Country)?;
        (first.phrase.link == Link::At && first.phrase.start <= 2).then(|| first.tokens.clone())
    }

    /// Whether a building or post stands in the role that the trigger asks for, by a noun alone.
    pub(crate) fn has_building(&self, view: &SentenceView<'_>, anchor: Anchor) -> bool {
        let building = |site: &&Site| site.described && view.is(site.tokens.start, words::SITE);
        self.sites.iter().filter(building).any(|site| Fit { view, site, anchor }.in_role())
    }

    /// Whether the place name at a token is that of a country, or stands for those who govern one.
    pub(crate) fn is_state_at(&self, at: usize) -> bool {
        let named = self.sites.iter().find(|site| site.tokens.contains(&at));
        named.is_none_or(|site| site.kind == PlaceKind::Country)
    }

    /// Whether a place stands in the role that the trigger asks for.
    pub(crate) fn fills_role(&self, view: &SentenceView<'_>, anchor: Anchor) -> bool {
        self.sites.iter().any(|site| Fit { view, site, anchor }.in_role())
    }

    /// The place that the sentence tells for a building that is only known from what was told before:
    /// *bombed a church that sheltered families, in Demoso*.
    fn housing(&self, view: &SentenceView<'_>, best: usize, scores: &[i32]) -> Option<usize> {
        let building = self.sites.get(best)?;
        if !building.described || view.classes_at(building.tokens.start) & words::PLACE_NOUN != words::SITE {
            return None;
        }
        // "Dans le chef-lieu de la province, des motards ont manifesté jusqu'au bureau du gouverneur"
        let opens = |site: &Site| site.phrase.start <= 1 && site.tokens.end < building.tokens.start && site.is_told();
        let names = self.sites.iter().enumerate().filter(|&(index, site)| {
            (!site.described && site.tokens.start > building.tokens.end || opens(site))
                && !site.phrase.office
                && site.phrase.link == Link::At
                && site.kind.is_town_or_district()
                && scores.get(index).is_some_and(|&score| score >= LEAST_INSIDE)
        });
        names.max_by_key(|&(index, _)| (scores.get(index).copied(), Reverse(index))).map(|(index, _)| index)
    }

    /// The place and those listed with it.
    fn with_list(&self, discourse: &Discourse<'_>, best: usize) -> Vec<&Site> {
        let is_listed = |index: usize| self.sites.get(index).is_some_and(|site| site.phrase.link == Link::Listed);
        // "Nirkh, in Wardak province, and Burka": the area of one does not end the list.
        let holds_last = |index: usize| {
            let last = index.checked_sub(1).and_then(|last| self.sites.get(last));
            last.zip(self.sites.get(index)).is_some_and(|(last, site)| is_within(discourse, site, last))
        };
        let listed = |index: usize| is_listed(index) || (holds_last(index) && is_listed(index + 1));
        let mut first = best;
        while first > 0 && listed(first) {
            first -= 1;
        }
        let mut end = first + 1;
        while listed(end) {
            end += 1;
        }
        if !(first..end).contains(&best) {
            (first, end) = (best, best + 1);
        }
        self.sites.get(first..end).unwrap_or_default().iter().collect()
    }

    /// The names of hospitals' towns: no place to look back to.
    pub(crate) fn of_care(&self, view: &SentenceView<'_>) -> impl Iterator<Item = Span> {
        self.sites
            .iter()
            .filter(|site| !site.described && fit::is_of_care(view, site))
            .map(|site| view.span(site.tokens.clone()))
    }
}

/// Leaves out the nouns for places that a name of the sentence says more of; `claimed` are the phrases of names.
fn drop_held(view: &SentenceView<'_>, sites: &mut Vec<Site>, claimed: &[Range<usize>]) {
    let starts: Vec<usize> = claimed.iter().map(|range| range.start).collect();
    let is_land = |site: &&Site| matches!(site.kind, PlaceKind::Country | PlaceKind::Region);
    let lands: Vec<usize> = sites.iter().filter(is_land).map(|site| site.phrase.start).collect();
    // "the palace in Khartoum" is in Khartoum, "a town in the north of Mali" in Mali, "the gate of a district police
    // headquarters in southern Zabul province" in Zabul.
    sites.retain(|site| {
        let end = site.tokens.end;
        let follows = |&start: &usize| {
            start > site.tokens.start
                && (start <= end + 1
                    || (start <= end + HELD && !lands.contains(&start) && is_noun_phrase(view, end..start)))
        };
        !site.described || !starts.iter().any(follows)
    });
    // "Qala-i-Zal, west of the provincial capital": how far from a known place the one before it is.
    let named = |at: usize| claimed.iter().any(|range| range.contains(&at));
    sites.retain(|site| {
        let before = site.phrase.start.checked_sub(2);
        !(site.described && site.phrase.near && before.is_some_and(named))
    });
}

/// Whether one site's place holds the other's.
fn is_within(discourse: &Discourse<'_>, area: &Site, site: &Site) -> bool {
    area.place.zip(site.place).is_some_and(|(area, place)| discourse.places.within(area, place))
}

/// Whether tokens hold no mark and no verb, and nothing that says from or to where.
fn is_noun_phrase(view: &SentenceView<'_>, mut range: Range<usize>) -> bool {
    let breaks = words::AND
        | words::SUBORDINATOR
        | words::RELATIVE
        | words::THAT
        | words::TOWARDS
        | words::AGAINST
        | words::WITH;
    let from = |at: usize| view.is(at, words::FROM) && !view.is(at, words::OF);
    range.all(|at| !view.is_mark(at) && !view.is_verb(at) && !view.is(at, breaks) && !from(at))
}
