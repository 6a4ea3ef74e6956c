//! Where an event was: by syntax first, then by what the text is about.

use super::certainty::in_background;
use super::clause::SentenceView;
use super::discourse::Discourse;
use super::kind::EventKind;
use super::link::{Link, PlacePhrase};
use super::mention::{MentionPlace, PlaceHow};
use super::rules::words;
use super::rules::{PlaceRole, Trigger, TriggerKind};
use super::site::{Site, described_site, named_site, there, unknown_site};
use crate::gazetteer::{PlaceId, PlaceKind};
use crate::toponym::{Toponym, Usage};
use std::ops::Range;

/// The places of one sentence.
#[derive(Debug)]
pub(crate) struct Sites {
    sites: Vec<Site>,
}

/// Where the trigger stands, and what it asks of its place.
#[expect(clippy::struct_excessive_bools, reason = "each is true or not by itself")]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Anchor {
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) role: PlaceRole,
    /// Whether the object stands before it.
    pub(crate) passive: bool,
    /// Whether it is a noun.
    pub(crate) noun: bool,
    /// Whether it is a participle before its subject.
    pub(crate) fronted: bool,
    /// Whether it tells of people who leave a place: *displaced from*.
    pub(crate) leaves: bool,
}

impl Anchor {
    pub(crate) fn new(range: &Range<usize>, trigger: Trigger, passive: bool, noun: bool) -> Self {
        Self {
            first: range.start,
            last: range.end.saturating_sub(1).max(range.start),
            role: trigger.place,
            passive,
            noun,
            fronted: false,
            leaves: trigger.kind == TriggerKind::Is(EventKind::Displacement),
        }
    }
}

/// A score under which a place of the sentence is not where the event was.
const LEAST: i32 = 20;

impl Sites {
    /// Finds the names and the nouns of a sentence.
    pub(crate) fn new(view: &SentenceView<'_>, toponyms: &[Toponym], discourse: &Discourse<'_>) -> Self {
        let mut sites: Vec<Site> = Vec::new();
        let mut claimed: Vec<Range<usize>> = Vec::new();
        for marked in &view.toponyms {
            let Some(toponym) = toponyms.get(marked.index) else { continue };
            let Some(place) = toponym.place.filter(|_| toponym.usage == Usage::Literal) else { continue };
            let phrase = PlacePhrase::before(view, marked.tokens.start);
            claimed.push(phrase.start..marked.tokens.end);
            sites.push(named_site(discourse, marked.tokens.clone(), phrase, place, toponym.span, marked.index));
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
        let starts: Vec<usize> = claimed.iter().map(|range| range.start).collect();
        // "the palace in Khartoum" is in Khartoum, "a town in the north of Mali" in Mali.
        sites.retain(|site| {
            !site.described || !starts.iter().any(|&start| start > site.tokens.start && start <= site.tokens.end + 1)
        });
        sites.sort_by_key(|site| site.tokens.start);
        join_repeated(view, &mut sites);
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
        let scores: Vec<i32> = self.sites.iter().map(|site| score(view, site, anchor)).collect();
        let best = (0..self.sites.len())
            .max_by_key(|&index| (scores.get(index).copied().unwrap_or_default(), std::cmp::Reverse(index)));
        let Some(mut best) = best.filter(|&best| scores.get(best).is_some_and(|&score| score >= LEAST)) else {
            return Vec::new();
        };
        best = self.finer(discourse, best, &scores);
        let listed = self.with_list(best);
        let within = |area: Option<PlaceId>, place: Option<PlaceId>| {
            area.zip(place).is_some_and(|(area, place)| discourse.places.within(area, place))
        };
        let holds_another = |site: &Site| listed.iter().any(|other| within(site.place, other.place));
        // "Cairo, Illinois" is one place.
        listed.iter().filter(|site| !holds_another(site)).map(|site| site.mention_place()).collect()
    }

    /// Places that the sentence adds to the event's, each after a day of its own or of the one before it: *took Zaranj on Friday and
    /// Sheberghan on Saturday*. With the tokens of the day that follows the place, where one does.
    pub(crate) fn added(&self, view: &SentenceView<'_>, anchor: Anchor) -> Vec<(MentionPlace, Option<Range<usize>>)> {
        let mut added = Vec::new();
        let fills = |site: &&Site| in_role(view, site, anchor) && !site.described;
        let Some(first) = self.sites.iter().position(|site| fills(&site)) else { return added };
        let mut end = self.sites.get(first).map_or(0, |site| site.tokens.end.max(anchor.last + 1));
        for site in self.sites.iter().skip(first + 1).filter(|site| !site.described) {
            let start = site.phrase.start;
            if start < end || !adds(view, end..start) {
                break;
            }
            let reach = site.tokens.end..(site.tokens.end + OWN_DAY).min(view.tokens.len());
            let day = view
                .timexes
                .iter()
                .map(|marked| &marked.tokens)
                .find(|tokens| reach.contains(&tokens.start) && !has_verb(view, site.tokens.end..tokens.start));
            added.extend(site.mention_place().map(|place| (place, day.cloned())));
            end = day.map_or(site.tokens.end, |day| day.end);
        }
        added
    }

    /// The town or province whose official the sentence names: where it speaks of, if it names no other place.
    pub(crate) fn of_office(&self) -> Option<MentionPlace> {
        let own =
            self.sites.iter().find(|site| site.phrase.office && !site.described && site.kind != PlaceKind::Country)?;
        Some(MentionPlace { how: PlaceHow::FromContext, ..own.mention_place()? })
    }

    /// Whether a building or post stands in the role that the trigger asks for, by a noun alone.
    pub(crate) fn has_building(&self, view: &SentenceView<'_>, anchor: Anchor) -> bool {
        let building = |site: &&Site| site.described && view.is(site.tokens.start, words::SITE);
        self.sites.iter().filter(building).any(|site| in_role(view, site, anchor))
    }

    /// Whether a place stands in the role that the trigger asks for.
    pub(crate) fn fills_role(&self, view: &SentenceView<'_>, anchor: Anchor) -> bool {
        self.sites.iter().any(|site| in_role(view, site, anchor))
    }

    /// A place inside the best one that is told of the same event: *in Taloqan, in Takhar province*.
    fn finer(&self, discourse: &Discourse<'_>, best: usize, scores: &[i32]) -> usize {
        let Some(coarse) = self.sites.get(best) else { return best };
        let inside = self.sites.iter().enumerate().filter(|&(index, site)| {
            index != best
                && !site.phrase.office
                && site.phrase.link != Link::Apposition
                && scores.get(index).is_some_and(|&score| score >= LEAST - 4)
                && coarse.place.zip(site.place).is_some_and(|(area, place)| discourse.places.within(area, place))
        });
        inside
            .max_by_key(|&(index, _)| (scores.get(index).copied(), std::cmp::Reverse(index)))
            .map_or(best, |(index, _)| index)
    }

    /// The place and those listed with it.
    fn with_list(&self, best: usize) -> Vec<&Site> {
        let listed = |index: usize| self.sites.get(index).is_some_and(|site| site.phrase.link == Link::Listed);
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
}

/// Whether *of* stands right before a token.
fn follows_of(view: &SentenceView<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or(0, |before| before - usize::from(before > 0 && view.folded(before) == "'"));
    at > 0 && view.is(before, words::OF)
}

/// Tokens between two places of a list that repeats its preposition.
const REPEATS: usize = 7;

/// *à Farah, à Hérat et à Kunduz*, *in Farah and then in Herat*: a list that repeats its preposition.
fn join_repeated(view: &SentenceView<'_>, sites: &mut [Site]) {
    let joins = words::AND | words::THEN;
    let passes = joins
        | words::ADVERB
        | words::AT
        | words::OF
        | words::TOWARDS
        | words::AGAINST
        | words::FROM
        | words::DETERMINER
        | words::PLACE_NOUN;
    for index in (1..sites.len()).rev() {
        let follows = sites.get(index + 1).is_some_and(|site| site.phrase.link == Link::Listed);
        let [before, site] = sites.get(index - 1..=index).unwrap_or_default() else { continue };
        let gap = before.tokens.end..site.tokens.start;
        let comma = |at: usize| view.folded(at) == ",";
        let joined = gap.len() <= REPEATS
            && (view.any(gap.clone(), joins) || (follows && gap.clone().any(comma)))
            && gap.clone().all(|at| view.is(at, passes) || comma(at) || view.folded(at) == "'");
        let alike = match (before.phrase.link, site.phrase.link) {
            (Link::Of(_), Link::Of(_)) => true,
            // "ses postes d'Andéramboukane et de Labbezanga"
            (_, Link::Of(_)) => follows_of(view, before.tokens.start),
            (Link::Bare, Link::Bare) => view.any(gap, joins),
            (one, other) => one == other && !matches!(one, Link::Weak | Link::Apposition),
        };
        let named = !before.described && !site.described && !before.phrase.office && !site.phrase.office;
        if joined && alike && named {
            sites[index].phrase.link = Link::Listed;
        }
    }
}

/// Tokens after a place in which a day of its own may stand.
const OWN_DAY: usize = 12;

/// Whether tokens hold a day and then a word that joins, and no verb: *on Monday and*, *le lendemain, puis,*.
fn adds(view: &SentenceView<'_>, gap: Range<usize>) -> bool {
    let joins = gap.end.checked_sub(1).is_some_and(|at| view.is(at, words::AND) || view.folded(at) == ",");
    gap.len() <= 12
        && joins
        && view.any(gap.clone(), words::TIMEX)
        && view.any(gap.clone(), words::AND)
        && !has_verb(view, gap)
}

fn has_verb(view: &SentenceView<'_>, range: Range<usize>) -> bool {
    range.into_iter().any(|at| !view.is(at, words::TIMEX | words::TOPONYM) && view.verbs_at(at).next().is_some())
}

/// How well a place goes with a trigger: its link, its side, and how far it is.
fn score(view: &SentenceView<'_>, site: &Site, anchor: Anchor) -> i32 {
    let phrase = &site.phrase;
    // "a grocer, reached in Hayq": where a source was.
    let of_source = phrase.start > 1
        && view.is(phrase.start - 2, words::CONTACT)
        && !(anchor.first..=anchor.last).contains(&(phrase.start - 2));
    // "the deadliest attack since Assad fled to Moscow": where something known was.
    let known = in_background(view, phrase.start) && !in_background(view, anchor.first);
    if phrase.link == Link::Apposition || of_source || known {
        return 0;
    }
    let after = site.tokens.start > anchor.last;
    let from = if after { anchor.last } else { anchor.first };
    let crossing = i32::from(view.crossing(from, phrase.start));
    let distance = i32::try_from(from.abs_diff(phrase.start).min(60)).unwrap_or(60);
    let mut score = 60 + link_score(view, site, anchor, after);
    // "Damazin, capital of Blue Nile, where the army arrested": right before the clause.
    if let Some(opens) = clause_of_place(view, anchor).filter(|&opens| !after && site.tokens.end <= opens) {
        return if site.phrase.link == Link::Weak {
            0
        } else {
            score + 12 - i32::from(view.crossing(site.tokens.end, opens)) * 4
        };
    }
    // A circumstance that opens the sentence holds for all of it.
    let follows_break = (phrase.start.saturating_sub(2)..phrase.start).any(|at| matches!(view.folded(at), ":" | ";"));
    let opens = phrase.link == Link::At && (phrase.start <= 3 || follows_break && !after);
    // What is told beyond a semicolon has its own place.
    let (one, other) = (from.min(phrase.start), from.max(phrase.start));
    score -= i32::from((one..other).any(|at| view.folded(at) == ";")) * 30;
    score -= i32::from(site.kind == PlaceKind::River) * 10;
    score -= if opens { crossing.min(1) * 3 } else { crossing * 6 };
    score -= distance;
    score -= i32::from(phrase.near && !after) * 8;
    score -= i32::from(site.described) * 6;
    score -= i32::from(phrase.office) * 40;
    score -= i32::from(site.kind == PlaceKind::Country) * 6;
    score + i32::from(after) * 3
}

fn link_score(view: &SentenceView<'_>, site: &Site, anchor: Anchor, after: bool) -> i32 {
    if in_role(view, site, anchor) {
        return 20;
    }
    match site.phrase.link {
        Link::At | Link::Against => 8,
        Link::Towards if anchor.role == PlaceRole::Into => 8,
        Link::From if anchor.role == PlaceRole::From || anchor.leaves => 8,
        Link::Of(head) if anchor.noun && (anchor.first..=anchor.last).contains(&head) => 12,
        Link::Listed => -4,
        Link::Towards => -6,
        // Where somebody or something comes from is not where it happens, but for what is told with *from*.
        Link::From => -60,
        Link::Of(_) | Link::Weak => -8,
        Link::Bare if after => -6,
        Link::Bare | Link::Apposition => -18,
    }
}

/// Where the clause of a trigger opens that tells what was at the place before it: *where*.
fn clause_of_place(view: &SentenceView<'_>, anchor: Anchor) -> Option<usize> {
    let mut before = (anchor.first.saturating_sub(14)..anchor.first).rev();
    before.find(|&at| view.is(at, words::WHERE) && view.crossing(at, anchor.first) <= 1 && at > 0)
}

/// *the town that the rebels had taken*: the place stands before the clause that takes it up.
fn is_taken_up(view: &SentenceView<'_>, site: &Site, anchor: Anchor) -> bool {
    let opens =
        (anchor.first.saturating_sub(9)..anchor.first).rev().find(|&at| view.is(at, words::THAT | words::WHICH));
    opens.is_some_and(|at| {
        let gap = site.tokens.end..at;
        let fills = words::PLACE_NOUN | words::ADJECTIVE | words::DETERMINER | words::TOPONYM | words::OF | words::EDGE;
        site.tokens.end <= at
            && gap.len() <= 12
            && view.crossing(at, anchor.first) == 0
            && gap.clone().all(|token| view.is(token, fills) || view.is_mark(token))
    })
}

/// Whether the place stands where the trigger's role says.
fn in_role(view: &SentenceView<'_>, site: &Site, anchor: Anchor) -> bool {
    let phrase = &site.phrase;
    if phrase.office || phrase.link == Link::Apposition {
        return false;
    }
    let start = phrase.start;
    let (after, before) = (site.tokens.start > anchor.last, site.tokens.start < anchor.first);
    let close_after = after && start.saturating_sub(anchor.last) <= 8 && view.crossing(anchor.last, start) <= 1;
    let close_before =
        before && anchor.first - site.tokens.end.min(anchor.first) <= 14 && view.crossing(start, anchor.first) <= 4;
    // "walked into X": the preposition is the trigger's own.
    let own_word = after && start > 0 && start - 1 <= anchor.last;
    let unlinked = own_word || matches!(phrase.link, Link::Bare | Link::Of(_) | Link::Against);
    // "a base at Djibo": the noun before the preposition is what is taken.
    let noun = phrase.link == Link::At && start > 1 && view.is(start - 2, words::PLACE_NOUN);
    let bare = phrase.link == Link::Bare || noun;
    let subject_after =
        after && bare && start.saturating_sub(anchor.last) <= 16 && view.crossing(anchor.last, start) <= 2;
    match anchor.role {
        PlaceRole::Object | PlaceRole::Subject if anchor.fronted => subject_after,
        PlaceRole::At => close_after && matches!(phrase.link, Link::At | Link::Against),
        PlaceRole::Object if anchor.passive => close_before && bare,
        PlaceRole::Object if before && !anchor.noun => is_taken_up(view, site, anchor),
        PlaceRole::Object => close_after && (unlinked || noun || anchor.noun),
        PlaceRole::Subject if anchor.noun => close_after,
        PlaceRole::Subject => close_before && bare,
        PlaceRole::Into => close_after && matches!(phrase.link, Link::At | Link::Towards | Link::Bare | Link::Of(_)),
        PlaceRole::From => close_after && matches!(phrase.link, Link::From | Link::Of(_) | Link::Bare),
    }
}
