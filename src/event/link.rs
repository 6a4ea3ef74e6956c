//! [`Link`]: how a place name or a noun for a place hangs in its sentence.

use super::clause::SentenceView;
use super::rules::words::{self, Classes};

/// The word a place hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// *in*, *at*
    At,
    /// *towards*
    Towards,
    /// *against*
    Against,
    /// *from*
    From,
    /// *of*, with the token before it
    Of(usize),
    /// A word that says nothing of where: *with*.
    Weak,
    /// Nothing: a subject or an object.
    Bare,
    /// One more name of the place before it.
    Apposition,
    /// One more place after *and* or a comma.
    Listed,
}

/// A noun phrase that ends in a place, from its outermost preposition on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlacePhrase {
    pub(crate) link: Link,
    /// First token of the phrase.
    pub(crate) start: usize,
    /// Classes of the nouns and determiners passed on the way.
    pub(crate) passed: Classes,
    /// Whether it is only close to the place.
    pub(crate) near: bool,
    /// Whether the place names an office: *the governor of*.
    pub(crate) office: bool,
}

/// Tokens of what says how far one place is from another.
const EXPLAINED: usize = 8;

/// Words between a noun and its *of* that need not be known.
const LOOSE: usize = 3;

impl PlacePhrase {
    /// Walks back from the token at which a place begins.
    pub(crate) fn before(view: &SentenceView<'_>, start: usize) -> Self {
        let mut phrase = Self { link: Link::Bare, start, passed: 0, near: false, office: false };
        for _ in 0..16 {
            let Some(before) = phrase.start.checked_sub(1) else { break };
            let classes = view.classes_at(before);
            if classes & words::TOPONYM != 0 {
                break;
            }
            if let Some(link) = strong_link(classes) {
                phrase.near |= classes & words::NEAR != 0;
                phrase.link = link;
                break;
            }
            if classes & (words::OF | words::NEAR) != 0 && classes & words::PLACE_NOUN == 0 {
                if !phrase.pass_of(view, before) {
                    break;
                }
            } else if view.is_figure(before) && classes & words::TIMEX == 0 {
                phrase.passed |= words::PLURAL;
                phrase.start = before;
            } else if classes & (words::DETERMINER | words::ADJECTIVE | words::PLACE_NOUN | words::EDGE | words::OTHER)
                != 0
                || view.folded(before) == "'"
                // "the police headquarters"
                || classes & words::STATE != 0 && view.is(phrase.start, words::SITE)
            {
                phrase.passed |= classes;
                phrase.near |= classes & words::NEAR != 0;
                phrase.start = before;
            } else {
                phrase.close(view, before);
                break;
            }
        }
        // "Près de Mamfe, …", "vus près de Bria": it says where, wherever it stands.
        if phrase.near && phrase.link == Link::Bare && (phrase.start == 0 || view.is(phrase.start, words::NEAR)) {
            phrase.link = Link::At;
        }
        if phrase.near && explains(view, phrase.start) {
            phrase.link = Link::Apposition;
        }
        phrase
    }

    /// Passes *of* and the noun before it. Whether the walk goes on.
    fn pass_of(&mut self, view: &SentenceView<'_>, of: usize) -> bool {
        if view.is(of, words::NEAR) {
            self.near = true;
            self.link = Link::At;
            return false;
        }
        // "forces pulled out of Taywara": no office of Taywara. "à la sortie de Kutum" has a noun.
        let is_verb = |at: usize| view.is_verb(at) && !(view.is(at, words::EDGE) && view.is(at - 1, words::DETERMINER));
        let breaks = |at: usize| view.is_mark(at) || view.is(at, words::TOPONYM) || at > 0 && is_verb(at);
        let heads = (of.saturating_sub(LOOSE)..of).rev().take_while(|&at| !breaks(at));
        let known = words::PLACE_NOUN | words::EDGE | words::OFFICE | words::NEAR | words::PLURAL;
        let head = heads.into_iter().find(|&at| view.is(at, known));
        let Some(head) = head else {
            self.link = Link::Of(of.saturating_sub(1));
            return false;
        };
        let classes = view.classes_at(head);
        self.passed |= classes;
        self.near |= classes & words::NEAR != 0;
        self.start = head;
        if classes & words::OFFICE != 0 {
            self.office = true;
            self.link = Link::Of(head);
            return false;
        }
        true
    }

    /// The walk ends at a word that is part of no place phrase.
    fn close(&mut self, view: &SentenceView<'_>, before: usize) {
        let comma = view.folded(before) == ",";
        // "Baga Sola (province du Lac)"
        if view.folded(before) == "(" && before.checked_sub(1).is_some_and(|name| view.is(name, words::TOPONYM)) {
            self.link = Link::Apposition;
            return;
        }
        // "seized two districts, Nirkh and Burka": the names of what the noun before them counts.
        let named = comma
            && self.passed & words::PLACE_NOUN == 0
            && before.checked_sub(1).is_some_and(|noun| {
                view.is(noun, words::PLACE_NOUN)
                    && !view.is(noun, words::TOPONYM)
                    && view.folded(noun).ends_with(['s', 'x'])
            });
        let adjoins = !named && after_place(view, before);
        // "la mairie et le commissariat de Gagnoa", "the base and the airport of Herat": the name is of both.
        let of_both = view.is(before, words::AND)
            && self.passed & words::SITE != 0
            && before.checked_sub(1).is_some_and(|noun| view.is(noun, words::SITE) && !view.is(noun, words::TOPONYM));
        if of_both {
            let outer = Self::before(view, before - 1);
            self.passed |= outer.passed | view.classes_at(before - 1);
            (self.link, self.start, self.near) = (outer.link, outer.start, self.near | outer.near);
            return;
        }
        // "In Faryab province, the district of Andkhoy": the comma ends what opens the sentence.
        let opened = comma && view.is(0, words::AT) && before <= 8 && self.passed & words::DEFINITE != 0;
        if opened && adjoins {
            self.link = Link::Bare;
        } else if (comma || view.is(before, words::AND)) && adjoins {
            self.link = if comma && self.passed & (words::PLACE_NOUN | words::EDGE) != 0 {
                Link::Apposition
            } else {
                Link::Listed
            };
        } else if comma && before > 0 && view.is(before - 1, words::PLACE_NOUN) && self.passed & words::PLACE_NOUN == 0
        {
            let outer = Self::before(view, before - 1);
            self.passed |= outer.passed | view.classes_at(before - 1);
            (self.link, self.start, self.near) = (outer.link, outer.start, self.near | outer.near);
        } else if view.is(before, words::OFFICE) && !view.is(self.start, words::DETERMINER) {
            // But "handed the police its base at Baraka".
            self.office = true;
        }
    }
}

/// *Charikar, north of Kabul*, *Carrefour, à 10 km de Port-au-Prince*: what stands right behind a place's name, set off by a comma,
/// says where that is.
fn explains(view: &SentenceView<'_>, start: usize) -> bool {
    let leads = words::AT | words::OF | words::NEAR | words::DETERMINER | words::EDGE | words::ADVERB;
    let mut opens = start;
    while opens > 0 && start - opens < EXPLAINED && (view.is(opens - 1, leads) || is_distance(view, opens - 1)) {
        opens -= 1;
    }
    opens > 1 && view.folded(opens - 1) == "," && view.is(opens - 2, words::TOPONYM)
}

/// A number, or the word behind one: *20 km*.
fn is_distance(view: &SentenceView<'_>, at: usize) -> bool {
    view.is_number(at) || at > 0 && view.is_number(at - 1) && !view.is_mark(at)
}

/// Whether a place name stands before a token, bar what is set off by marks: *Farah, in the west, and*.
fn after_place(view: &SentenceView<'_>, before: usize) -> bool {
    let Some(last) = before.checked_sub(1) else { return false };
    let noun = view.is(last, words::PLACE_NOUN)
        || (view.is(last, words::ADJECTIVE) && last > 0 && view.is(last - 1, words::PLACE_NOUN));
    if view.is(last, words::TOPONYM) || noun {
        return true;
    }
    if !view.is_mark(last) {
        return false;
    }
    if last > 0 && view.is(last - 1, words::TOPONYM) {
        return true;
    }
    let opens = (last.saturating_sub(8)..last)
        .rev()
        .find(|&at| view.is_mark(at) && view.folded(at) != "'" && view.folded(at) != "-");
    opens.is_some_and(|at| at > 0 && view.is(at - 1, words::TOPONYM))
}

fn strong_link(classes: Classes) -> Option<Link> {
    if classes & words::AT != 0 {
        Some(Link::At)
    } else if classes & (words::WITH | words::BETWEEN) != 0 {
        Some(Link::Weak)
    } else if classes & words::TOWARDS != 0 {
        Some(Link::Towards)
    } else if classes & words::AGAINST != 0 {
        Some(Link::Against)
    } else if classes & words::FROM != 0 && classes & words::OF == 0 {
        Some(Link::From)
    } else {
        None
    }
}
