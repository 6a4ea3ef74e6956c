//! The town that a sentence tells of beside the area it lies in: *in Taloqan, in Takhar province*.

use super::{APPOSED, LEAST_INSIDE, Sites, is_noun_phrase, is_within};
use crate::event::clause::SentenceView;
use crate::event::discourse::Discourse;
use crate::event::link::Link;
use crate::event::rules::words;
use crate::event::site::Site;
use std::cmp::Reverse;

impl Sites {
    /// A place inside the best one that is told of the same event: *in Taloqan, in Takhar province*.
    pub(super) fn finer(
        &self,
        view: &SentenceView<'_>,
        discourse: &Discourse<'_>,
        best: usize,
        scores: &[i32],
    ) -> usize {
        let Some(coarse) = self.sites.get(best) else { return best };
        // "Kuriga, in Chikun local government area"
        let is_held = |site: &Site| {
            let mut gap = site.tokens.end..coarse.phrase.start;
            coarse.kind.is_area()
                && !site.kind.is_area()
                && (1..=2).contains(&gap.len())
                && gap.all(|at| view.folded(at) == "," || view.is(at, words::AT))
        };
        // "Kawlin, a district town of some 25,000 people in Sagaing Region, has been in the hands of": what the area says more of.
        let is_apposed = |site: &Site| {
            let gap = site.tokens.end + 1..coarse.phrase.start;
            view.folded(site.tokens.end) == ","
                && (1..=APPOSED).contains(&gap.len())
                && view.is(gap.start, words::DETERMINER)
                && is_noun_phrase(view, gap)
        };
        let inside = self.sites.iter().enumerate().filter(|&(index, site)| {
            let told_there = || scores.get(index).is_some_and(|&score| score >= LEAST_INSIDE) || is_apposed(site);
            index != best
                && !site.phrase.office
                && site.phrase.link != Link::Apposition
                && (adjoins(view, coarse, site)
                    || (is_within(discourse, coarse, site) || is_held(site)) && told_there())
        });
        inside.max_by_key(|&(index, _)| (scores.get(index).copied(), Reverse(index))).map_or(best, |(index, _)| index)
    }
}

/// *captured Gizab on Monday, in Uruzgan, after an assault*: whether an area is set off right behind a place, and so is only that of it,
/// wherever the trigger stands.
fn adjoins(view: &SentenceView<'_>, area: &Site, site: &Site) -> bool {
    let mut gap = site.tokens.end..area.phrase.start;
    let comma = gap.clone().any(|at| view.folded(at) == ",");
    let narrow = area.kind.is_area() && site.kind.is_town_or_district();
    comma && narrow && gap.all(|at| view.folded(at) == "," || view.is(at, words::AT | words::TIMEX))
}
