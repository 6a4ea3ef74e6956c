//! [`Context`]: what stands around one occurrence of a name.

use super::casing::{Casing, casing_of};
use super::cues::{Cues, KindSet};
use super::scan::Match;
use crate::language::{AnalysedText, Sentence, Token, TokenKind};

/// Whether a word that no list knows stands beside a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Unknown {
    #[default]
    No,
    Perhaps,
    Surely,
}

/// What names the area that holds a town: `capitale de X`, `X, capitale de Y`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum CapitalCue {
    #[default]
    None,
    /// The name is the area's: `la capitale de Takhar`.
    OfThis,
    /// The name is the capital's: `la capitale, Kaboul`, `Taloqan, capitale de …`.
    This,
}

/// What stands around an occurrence: each field is one observation, weighed elsewhere.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an observation of its own, seen or not")]
pub(super) struct Context {
    pub(super) casing: Casing,
    /// The name begins its sentence, or what a quotation mark or a colon begins.
    pub(super) starts: bool,
    pub(super) article: bool,
    pub(super) linking: bool,
    pub(super) locative: bool,
    pub(super) town_locative: bool,
    pub(super) area_locative: bool,
    pub(super) preposition: bool,
    /// `périphérie de X`, `nord de X`.
    pub(super) place_head: bool,
    /// `a Hoover man`, `Reading residents`.
    pub(super) place_tail: bool,
    /// `, of X`: where the one just named lives.
    pub(super) residence: bool,
    /// A number stands right behind it, as behind a road's name: `Texas 121`.
    pub(super) road_number: bool,
    /// The word behind makes a home country's division a university: `Ohio State`.
    pub(super) school: bool,
    pub(super) kinds: KindSet,
    /// The kind was told behind the name: `Takhar province`.
    pub(super) kind_behind: bool,
    /// The words for the kind are those for several places.
    pub(super) several: bool,
    /// Words behind the name, with capitals, that are part of it: `Fayette County`.
    pub(super) kind_words: usize,
    pub(super) capital: CapitalCue,
    /// The adjective beside the kind: `the Lebanese city of Tripoli`.
    pub(super) country: Option<[u8; 2]>,
    /// `(AFP) –` or a dash, where a report begins.
    pub(super) dateline: bool,
    /// In brackets of its own.
    pub(super) bracketed: bool,
    /// Joined by a comma or `et` to the name before it.
    pub(super) listed: bool,
    /// A title or a given name stands before it, or an age behind.
    pub(super) person: bool,
    /// An unknown capitalised word stands right before it; perhaps where that one begins the sentence.
    pub(super) unknown_before: Unknown,
    /// An unknown capitalised word stands right behind it.
    pub(super) unknown_after: bool,
    pub(super) organisation: bool,
    pub(super) street: bool,
    pub(super) authority: bool,
    pub(super) agent: bool,
    /// Object of a verb whose object is mostly a place.
    pub(super) acted_on: bool,
    pub(super) speaks: bool,
    /// What is said of it is said of places: `X was captured`, `X est tombée`.
    pub(super) befallen: bool,
    /// It heads what follows, or is all its sentence says: `Beni: neuf civils tués`, `Beni.`
    pub(super) headed: bool,
    /// The preposition before it hardly stands before anything but a place: `near X`.
    pub(super) surely_where: bool,
    /// What stands before that preposition is or happens somewhere: `killed near X`.
    pub(super) stay: bool,
    /// That preposition begins the sentence, or follows a comma: `À X, des tirs …`.
    pub(super) set_off: bool,
    pub(super) possessive: bool,
    /// Glued by a hyphen to a capitalised word that is no part of the name.
    pub(super) hyphenated: bool,
}

impl Context {
    /// Whether the words around it show it to be a place, whatever its name.
    pub(super) fn shows_a_place(&self) -> bool {
        self.locative
            || self.place_head
            || self.place_tail
            || self.residence
            || self.dateline
            || self.befallen
            || !self.kinds.is_empty()
            || self.capital != CapitalCue::None
    }
}

/// Reads contexts, left to right, out of one text.
pub(super) struct Reader<'a> {
    pub(super) text: &'a AnalysedText<'a>,
    pub(super) items: &'a [Token],
    pub(super) cues: &'a Cues,
    sentence: usize,
    casing: Casing,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a AnalysedText<'a>, cues: &'a Cues) -> Self {
        Self { text, items: text.tokens(), cues, sentence: usize::MAX, casing: Casing::Running }
    }

    /// The context of one match; `before` and `after` are its neighbours among the matches.
    pub(super) fn read(&mut self, found: &Match, before: Option<&Match>, after: Option<&Match>) -> Context {
        let Some(sentence) = self.enter(found) else { return Context::default() };
        let byline = self.casing != Casing::Shouting && self.is_byline(&sentence);
        let mut context = Context { casing: self.casing, person: byline, ..Context::default() };
        self.read_left(&mut context, found, before, &sentence);
        self.read_right(&mut context, found, after, &sentence);
        context.dateline = self.is_dateline(found, &sentence);
        context
    }

    /// Finds the sentence of a match and how it is cased.
    pub(super) fn enter(&mut self, found: &Match) -> Option<Sentence> {
        let offset = self.items.get(found.first)?.span.start();
        if self.text.sentences.get(self.sentence).is_none_or(|sentence| !sentence.tokens.contains(&found.first)) {
            self.sentence = self.text.sentence_at(offset);
            self.casing = self.text.sentences.get(self.sentence).map_or(Casing::Running, |sentence| {
                casing_of(self.text.tokens_of(sentence), self.cues, self.text.text)
            });
        }
        self.text.sentences.get(self.sentence).cloned()
    }

    /// Index of the token before `index`, an elision's apostrophe passed over.
    pub(super) fn left_of(&self, index: usize, floor: usize) -> Option<usize> {
        let left = index.checked_sub(1).filter(|&left| left >= floor)?;
        if self.is_mark(left, "'") && self.items.get(left).is_some_and(|token| token.glued) {
            return left.checked_sub(1).filter(|&left| left >= floor);
        }
        Some(left)
    }

    /// Whether the mark at `index` begins something like a sentence.
    pub(super) fn opens(&self, index: usize, floor: usize) -> bool {
        let Some(token) = self.items.get(index) else { return true };
        match token.span.of(self.text.text) {
            ":" | "«" | "“" | "•" => true,
            // A straight quotation mark opens where the word after it is glued to it.
            "\"" => self.items.get(index + 1).is_some_and(|next| next.glued),
            "-" | "–" | "—" => index == floor,
            _ => false,
        }
    }

    pub(super) fn is(&self, index: usize, classes: u64) -> bool {
        self.cues.is(self.items.get(index), classes)
    }

    pub(super) fn is_mark(&self, index: usize, mark: &str) -> bool {
        self.items
            .get(index)
            .is_some_and(|token| token.kind == TokenKind::Mark && self.text.tokens.folded(token) == mark)
    }

    pub(super) fn is_hyphen(&self, index: usize) -> bool {
        self.is_mark(index, "-")
    }
}
