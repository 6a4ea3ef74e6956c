//! [`Fit`]: how well a place of a sentence goes with a trigger.

use crate::event::anchor::Anchor;
use crate::event::certainty::in_background;
use crate::event::clause::SentenceView;
use crate::event::link::Link;
use crate::event::rules::{PlaceRole, words};
use crate::event::site::Site;
use crate::event::timing::is_taken_up;
use crate::gazetteer::PlaceKind;

/// Tokens back from a place to the verb of saying that it may be of.
const SAID: usize = 5;

/// Tokens of an aside, up to the place that it names.
const ASIDE: usize = 8;

/// Tokens between the place that opens a sentence and the last passive that it may be the subject of.
const SUBJECT: usize = 28;

/// Tokens from a relative pronoun to the object of its verb.
const RELATIVE: usize = 5;

/// A place of a sentence beside one of its triggers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit<'a> {
    pub(super) view: &'a SentenceView<'a>,
    pub(super) site: &'a Site,
    pub(super) anchor: Anchor,
}

impl Fit<'_> {
    /// How well they go together: by the place's link, its side, and how far it is. Nothing where it is of something else.
    pub(super) fn score(self) -> i32 {
        if self.is_of_other() {
            return 0;
        }
        let Self { view, site, .. } = self;
        let fit = 60 + self.link_score();
        // "Damazin, capital of Blue Nile, where the army arrested": right before the clause.
        match self.clause_of_place().filter(|&opens| !self.is_after() && site.tokens.end <= opens) {
            Some(_) if site.phrase.link == Link::Weak => 0,
            Some(opens) => fit + 12 - i32::from(view.crossing(site.tokens.end, opens)) * 4,
            None => fit - self.distance() - self.vagueness() + i32::from(self.is_after()) * 3,
        }
    }

    fn is_after(self) -> bool {
        self.site.tokens.start > self.anchor.last
    }

    /// The end of the trigger that the place is on the side of.
    fn near_end(self) -> usize {
        if self.is_after() { self.anchor.last } else { self.anchor.first }
    }

    fn is_of_other(self) -> bool {
        let Self { view, site, anchor } = self;
        let start = site.phrase.start;
        // "a grocer, reached in Hayq": where a source was.
        let of_source = start > 1 && view.is(start - 2, words::CONTACT) && !anchor.holds(start - 2);
        // "the deadliest attack since Assad fled to Moscow": where something known was.
        let known = in_background(view, start) && !in_background(view, anchor.first);
        // "The raid was Kabul's answer"
        let of_rulers = site.of_rulers && !site.phrase.office && !self.in_role();
        site.phrase.link == Link::Apposition
            || of_rulers
            || of_source
            || known
            || self.is_of_rival()
            || self.is_of_speech()
            || self.is_direction()
    }

    /// *the deadliest raid since December, when an ambush outside Goniri*: where the one was that it is measured by.
    fn is_of_rival(self) -> bool {
        let Self { view, site, anchor } = self;
        let between = anchor.last + 1..site.phrase.start;
        let since = view.timexes.iter().find(|day| between.contains(&(day.tokens.end + 1)) && is_taken_up(view, day));
        since.is_some_and(|day| {
            view.any(anchor.first.saturating_sub(3)..day.tokens.end, words::SUPERLATIVE)
                && view.any(anchor.last..day.tokens.end, words::SINCE)
        })
    }

    /// *dit-on à Mellit*: where it was said.
    fn is_of_speech(self) -> bool {
        let Self { view, site, .. } = self;
        let start = site.phrase.start;
        let mut before = (start.saturating_sub(SAID)..start.saturating_sub(1)).rev();
        let says = before.find(|&at| !view.is(at, words::PRONOUN) && !view.is_mark(at) && view.folded(at) != "on");
        let says = says.filter(|&at| view.is(at, words::SPEECH) && !self.anchor.holds(at));
        // But "a state of emergency was declared in Mogok".
        site.phrase.link == Link::At && says.is_some_and(|at| !view.any(at.saturating_sub(2)..at, words::BE))
    }

    /// *the road that leads to Kabul*: where a road goes.
    fn is_direction(self) -> bool {
        let Self { view, site, anchor } = self;
        let start = site.phrase.start;
        let leads = (start.saturating_sub(2)..start).find(|&at| view.is(at, words::LEADS));
        leads.is_some_and(|at| !anchor.holds(at))
    }

    fn link_score(self) -> i32 {
        let anchor = self.anchor;
        if self.in_role() {
            return 20;
        }
        match self.site.phrase.link {
            Link::At | Link::Against => 8,
            Link::Towards if anchor.role == PlaceRole::Into => 8,
            Link::From if anchor.role == PlaceRole::From || anchor.leaves => 8,
            Link::Of(head) if anchor.noun && anchor.holds(head) => 12,
            Link::Listed => -4,
            Link::Towards => -6,
            // Where somebody or something comes from is not where it happens, but for what is told with *from*.
            Link::From => -60,
            Link::Of(_) | Link::Weak => -8,
            Link::Bare if self.is_after() => -6,
            Link::Bare | Link::Apposition => -18,
        }
    }

    /// How far apart they are, in tokens and breaks.
    fn distance(self) -> i32 {
        let Self { view, site, .. } = self;
        let (from, start) = (self.near_end(), site.phrase.start);
        let follows_break = (start.saturating_sub(2)..start).any(|at| matches!(view.folded(at), ":" | ";"));
        // A circumstance that opens the sentence holds for all of it.
        let opens = site.phrase.link == Link::At && (start <= 3 || follows_break && !self.is_after());
        // What is told beyond a semicolon has its own place.
        let beyond = (from.min(start)..from.max(start)).any(|at| view.folded(at) == ";");
        let crossing = i32::from(view.crossing(from, start));
        let tokens = i32::try_from(from.abs_diff(start).min(60)).unwrap_or(60);
        // "marched to demand that the airport in the capital reopen"
        let said = self.is_after() && view.any(from..start, words::THAT) && !view.any(from..start, words::SPEECH);
        i32::from(beyond) * 30 + i32::from(said) * 20 + if opens { crossing.min(1) * 3 } else { crossing * 6 } + tokens
    }

    /// How little the place says of where it was.
    fn vagueness(self) -> i32 {
        let Self { site, anchor, .. } = self;
        i32::from(site.kind == PlaceKind::River) * 10
            + i32::from(site.phrase.near && !self.is_after()) * 8
            + i32::from(site.described) * 6
            // "elle y confirme le massacre … à Axoum"
            + i32::from(site.described && self.view.is(site.tokens.start, words::THERE)) * 8
            + i32::from(site.phrase.office) * 40
            + i32::from(self.is_of_care() && !(self.in_role() && anchor.role == PlaceRole::Object)) * 25
            + i32::from(site.kind == PlaceKind::Country) * 6
    }

    /// *died in a clinic in Cali*: where those were taken who were hurt elsewhere.
    fn is_of_care(self) -> bool {
        is_of_care(self.view, self.site)
    }

    /// Where the clause of the trigger opens that tells what was at the place before it: *where*.
    fn clause_of_place(self) -> Option<usize> {
        let Self { view, anchor, .. } = self;
        let mut before = (anchor.first.saturating_sub(14)..anchor.first).rev();
        before.find(|&at| view.is(at, words::WHERE) && view.crossing(at, anchor.first) <= 1 && at > 0)
    }

    /// Whether the place stands where the trigger's role says.
    pub(super) fn in_role(self) -> bool {
        let Self { view, site, anchor } = self;
        let phrase = &site.phrase;
        if phrase.office || phrase.link == Link::Apposition {
            return false;
        }
        let start = phrase.start;
        let (after, before) = (self.is_after(), site.tokens.start < anchor.first);
        let close_after = after && start.saturating_sub(anchor.last) <= 8 && view.crossing(anchor.last, start) <= 1;
        // "Kupiansk was seized in February 2022, and retaken by Ukraine": what opens a sentence is the subject of all its verbs.
        let reach = if start <= 1 && anchor.passive { SUBJECT } else { 14 };
        let close_before = before
            && anchor.first - site.tokens.end.min(anchor.first) <= reach
            && view.crossing(start, anchor.first) <= 4;
        // "walked into X": the preposition is the trigger's own.
        let own_word = after && start > 0 && start - 1 <= anchor.last;
        let unlinked = own_word || matches!(phrase.link, Link::Bare | Link::Of(_) | Link::Against);
        // "a base at Djibo": the noun before the preposition is what is taken.
        let noun = phrase.link == Link::At && start > 1 && view.is(start - 2, words::PLACE_NOUN);
        let bare = phrase.link == Link::Bare || noun;
        let subject_after =
            after && bare && start.saturating_sub(anchor.last) <= 16 && view.crossing(anchor.last, start) <= 2;
        let before_it = || close_before && bare && !self.is_of_relative() || self.is_beside();
        match anchor.role {
            PlaceRole::Object | PlaceRole::Subject if anchor.fronted => subject_after,
            PlaceRole::At => close_after && matches!(phrase.link, Link::At | Link::Against),
            PlaceRole::Object if anchor.passive => before_it(),
            PlaceRole::Object if before && !anchor.noun => self.is_taken_up(),
            PlaceRole::Object => close_after && (unlinked || noun || anchor.noun),
            PlaceRole::Subject if anchor.noun => close_after,
            PlaceRole::Subject => before_it(),
            PlaceRole::Into => {
                close_after && matches!(phrase.link, Link::At | Link::Towards | Link::Bare | Link::Of(_))
            }
            PlaceRole::From => close_after && matches!(phrase.link, Link::From | Link::Of(_) | Link::Bare),
        }
    }

    /// *talks in Goma, captured in January*, *à Dessie, qui est tombée samedi*: what follows the name and its comma is said of it.
    fn is_beside(self) -> bool {
        let Self { view, site, anchor } = self;
        let end = site.tokens.end;
        let takes_up = usize::from(view.is(end + 1, words::RELATIVE));
        // "Torghundi, on the border with Turkmenistan, was handed over": what says more of the name before.
        let mut before = (site.phrase.start.saturating_sub(ASIDE)..site.phrase.start).rev();
        let opens = before.find(|&at| view.folded(at) == ",");
        let is_aside = opens.is_some_and(|at| at > 0 && view.is(at - 1, words::TOPONYM));
        view.folded(end) == "," && anchor.first == end + 1 + takes_up && !is_aside
    }

    /// *a convoy that left Gao was ambushed*: the object of a verb that says who or what the subject is.
    fn is_of_relative(self) -> bool {
        let (view, start) = (self.view, self.site.phrase.start);
        let opens = (start.saturating_sub(RELATIVE)..start).find(|&at| view.is(at, words::RELATIVE | words::THAT));
        start > 0 && view.is_verb(start - 1) && opens.is_some_and(|at| at > 0 && view.crossing(at, start) == 0)
    }

    /// *the town that the rebels had taken*: the place stands before the clause that takes it up.
    fn is_taken_up(self) -> bool {
        let Self { view, site, anchor } = self;
        let mut before = (anchor.first.saturating_sub(9)..anchor.first).rev();
        let opens = before.find(|&at| view.is(at, words::THAT | words::WHICH));
        opens.is_some_and(|at| {
            let mut gap = site.tokens.end..at;
            let fills =
                words::PLACE_NOUN | words::ADJECTIVE | words::DETERMINER | words::TOPONYM | words::OF | words::EDGE;
            site.tokens.end <= at
                && gap.len() <= 12
                && view.crossing(at, anchor.first) == 0
                && gap.all(|token| view.is(token, fills) || view.is_mark(token))
        })
    }
}

/// Whether a place is that of a hospital.
pub(super) fn is_of_care(view: &SentenceView<'_>, site: &Site) -> bool {
    let start = site.phrase.start;
    view.any(start.saturating_sub(2)..site.tokens.start, words::CARE)
}
