//! [`scan`]: where the names of the gazetteer stand in a text, longest first, left to right.

use super::cues::{Cues, class};
use super::memory::Memory;
use super::names::WORDS_OF_KINDS;
use crate::gazetteer::{Gazetteer, NameMatch, PlaceKind};
use crate::language::{AnalysedText, LetterCase, Token, TokenKind};
use crate::span::Span;

/// Words of the gazetteer's longest names that are tried.
const LONGEST: usize = 8;

/// A name in the text: tokens `first..end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    /// Index of its first token.
    pub(super) first: usize,
    /// Index of the token after its last.
    pub(super) end: usize,
    /// The name; `None` where the gazetteer lacks it.
    pub(super) name: Option<NameMatch>,
    /// Its bytes.
    pub(super) span: Span,
}

/// What was found outside boilerplate, each sorted and disjoint.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// Names of the gazetteer.
    pub(super) matches: Vec<Match>,
    /// Names that it lacks, where places are named.
    pub(super) strays: Vec<Match>,
}

/// Walks over a text once.
pub(super) fn scan(text: &AnalysedText, cues: &Cues, memory: &mut Memory<'_>) -> Scan {
    let items = text.tokens();
    let scanner = Scanner { text, items, cues, gazetteer: memory.gazetteer() };
    let mut found = Scan::default();
    let mut at = 0;
    while let Some(token) = items.get(at) {
        let hit = if scanner.may_begin(at, token) { scanner.longest(at, memory) } else { None };
        let hit = hit.filter(|hit| !scanner.gives_way(hit, memory));
        if let Some(hit) = hit.filter(|hit| !text.is_boilerplate(hit.span.start())) {
            at = hit.end;
            found.matches.push(hit);
        } else if let Some(stray) = scanner.stray(at, token).filter(|stray| !text.is_boilerplate(stray.span.start())) {
            at = stray.end;
            found.strays.push(stray);
        } else {
            at += 1;
        }
    }
    found
}

pub(super) struct Scanner<'a> {
    pub(super) text: &'a AnalysedText<'a>,
    pub(super) items: &'a [Token],
    pub(super) cues: &'a Cues,
    gazetteer: &'a Gazetteer,
}

impl Scanner<'_> {
    /// Whether a name may begin here: a capital, a script without case, `el-` before a capital, or a lower-case `mer`.
    fn may_begin(&self, at: usize, token: &Token) -> bool {
        if token.kind != TokenKind::Word {
            return false;
        }
        let shaped = match token.case {
            LetterCase::Capital | LetterCase::Upper | LetterCase::Mixed | LetterCase::None => true,
            LetterCase::Lower => self.cues.class(token) & class::GENERIC != 0 || self.is_arabic_article(at),
        };
        shaped && self.gazetteer.may_begin(self.text.tokens.folded(token))
    }

    /// `al-` in `al-Hasakah`: two or three letters, a hyphen, a capital.
    pub(super) fn is_arabic_article(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|token| token.case == LetterCase::Lower && token.span.len() <= 3)
            && self.is_glued(at + 1, "-")
            && self.items.get(at + 2).is_some_and(|next| next.glued && next.case == LetterCase::Capital)
    }

    /// The longest name from here that may stand for itself, however an apostrophe behind its first letter is written.
    fn longest(&self, first: usize, memory: &mut Memory<'_>) -> Option<Match> {
        self.longest_spelled(first, memory)
            .or_else(|| self.longest_joined(first))
            .or_else(|| self.before_its_kind(first))
    }

    /// Whether an article begins the name only because a longer one follows it: `La Côte d'Ivoire` is not La Côte.
    fn gives_way(&self, hit: &Match, memory: &mut Memory<'_>) -> bool {
        let has_article = self.cues.is(self.items.get(hit.first), class::ARTICLE);
        let next = self.items.get(hit.first + 1).filter(|next| has_article && next.kind == TokenKind::Word);
        next.is_some_and(|next| self.may_begin(hit.first + 1, next))
            && self.longest(hit.first + 1, memory).is_some_and(|later| later.end > hit.end)
    }

    /// `N'Guigmi` under the name that the gazetteer has, `Nguigmi`.
    fn longest_joined(&self, first: usize) -> Option<Match> {
        let (head, tail) = (self.items.get(first)?, self.items.get(first + 2)?);
        let is_one_word = head.span.len() == 1
            && head.case != LetterCase::Lower
            && tail.kind == TokenKind::Word
            && tail.glued
            && self.is_glued(first + 1, "'")
            && self.is_of_the_name(first, self.cues.class(head));
        let mut walk = self.gazetteer.walk();
        let joined = || [self.text.tokens.folded(head), self.text.tokens.folded(tail)].concat();
        let name = if is_one_word && walk.step(&joined()) { walk.name() } else { None };
        name.map(|name| Match { first, end: first + 3, name: Some(name), span: head.span.hull(tail.span) })
    }

    /// `Darke` of `Shelby and Darke counties`, which is only known as a county.
    fn before_its_kind(&self, first: usize) -> Option<Match> {
        let (head, next) = (self.items.get(first)?, self.items.get(first + 1)?);
        let is_name = head.case != LetterCase::Lower && next.case == LetterCase::Lower;
        if !is_name || self.cues.class(next) & class::SEVERAL == 0 {
            return None;
        }
        let (kinds, _) = self.cues.kinds_starting(std::slice::from_ref(next))?;
        let (_, word) = WORDS_OF_KINDS.into_iter().find(|&(kind, _)| kinds.has(kind))?;
        let mut walk = self.gazetteer.walk();
        let found = walk.step(self.text.tokens.folded(head)) && walk.step(&word.to_lowercase());
        let name = walk.name().filter(|_| found)?;
        Some(Match { first, end: first + 1, name: Some(name), span: head.span })
    }

    fn longest_spelled(&self, first: usize, memory: &mut Memory<'_>) -> Option<Match> {
        let mut walk = memory.begin(self.text.tokens.folded(self.items.get(first)?))?;
        let mut best = None;
        let mut at = first;
        for words in 1..=LONGEST {
            let token = self.items.get(at)?;
            if words > 1 && !walk.step(self.text.tokens.folded(token)) {
                break;
            }
            if let Some(name) = walk.name().filter(|_| self.may_end(first, at, words)) {
                best = Some((at + 1, name));
            }
            let Some(next) = self.next_word(at, words) else { break };
            at = next;
        }
        let (end, name) = best?;
        let end = self.with_final_stop(first, end);
        let span = self.items.get(first)?.span.hull(self.items.get(end - 1)?.span);
        Some(Match { first, end, name: Some(name), span })
    }

    /// The word that goes on a name after the token at `at`: past a hyphen or an apostrophe, or a space, but not a line break.
    fn next_word(&self, at: usize, words: usize) -> Option<usize> {
        let next = self.items.get(at + 1)?;
        let joins = self.is_glued(at + 1, "-") || self.is_glued(at + 1, "'");
        let stops = self.is_glued(at + 1, ".") && self.is_short(at, words);
        let index = if joins || stops { at + 2 } else { at + 1 };
        let word = self.items.get(index)?;
        let before = self.items.get(index - 1)?;
        let fits = word.kind != TokenKind::Mark
            && (!joins || word.glued)
            && (next.kind != TokenKind::Mark || joins || stops)
            && !(word.glued && index == at + 1);
        let gap = self.text.text.get(before.span.end()..word.span.start())?;
        (fits && !gap.contains('\n')).then_some(index)
    }

    /// `U` of `U.S.`, `St` of `St. Louis`.
    fn is_short(&self, at: usize, words: usize) -> bool {
        self.items.get(at).is_some_and(|token| {
            let len = token.span.len();
            token.case != LetterCase::Lower && (len == 1 || words == 1 && len <= 3)
        })
    }

    /// A name may end at a word with a capital, a number, or a lower-case word of a name that has capitals and is no link.
    fn may_end(&self, first: usize, last: usize, words: usize) -> bool {
        let (Some(head), Some(tail)) = (self.items.get(first), self.items.get(last)) else { return false };
        let class = self.cues.class(tail);
        if words == 1 {
            let name_like = match head.case {
                LetterCase::Lower => false,
                LetterCase::None => head.span.len() > 4,
                _ => true,
            };
            // `US` and `Us`: a word that the language needs is a name only in capitals of its own.
            return name_like && (class & (class::NEVER | class::DEMONYM) == 0 || self.is_postal_code(first, head));
        }
        if self.items.get(last + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Number) {
            return false;
        }
        // `Le Caire`, but not `Le port`, `The Bank` or `Aux Cayes`.
        let head_class = self.cues.class(head);
        if head_class & (class::LOCATIVE | class::PREPOSITION | class::CONJUNCTION) != 0 {
            return false;
        }
        if head_class & (class::ARTICLE | class::FUNCTION) != 0 && !self.is_glued(first + 1, ".") {
            let joined = self.is_glued(first + 1, "'") || self.is_glued(first + 1, "-");
            let second = self.items.get(if joined { first + 2 } else { first + 1 });
            let is_name = second.is_some_and(|word| word.case != LetterCase::Lower);
            let plain =
                class::ORDINARY | class::KIND_END | class::ORGANISATION_HEAD | class::ORGANISATION_TAIL | class::NEVER;
            let elided = self.is_glued(first + 1, "'") && !self.is_of_the_name(first, head_class);
            if !is_name && !self.is_glued(first + 1, "-")
                || words == 2 && !self.is_glued(first + 1, "-") && (class & plain != 0 || elided)
            {
                return false;
            }
        }
        // `Xi'an`, `Sana'a`, `St. John's`: no words of the language, but `Kabul's` has one.
        let genitive = words < 3 && self.text.tokens.folded(tail) == "s";
        let inner = tail.glued && self.is_glued(last - 1, "'") && !genitive;
        match tail.case {
            LetterCase::Lower => {
                let plain = class & class::NEVER == 0 || inner;
                head.case != LetterCase::Lower && plain && !self.tells_division(tail)
            }
            _ => true,
        }
    }

    /// Whether a letter with an apostrophe belongs to the name: `N'Djamena`, as no name follows what `n'` stands for, and `de L'Aquila`,
    /// with a capital that no sentence asks for, but not `L'Iran` where it may begin one.
    fn is_of_the_name(&self, first: usize, class: u64) -> bool {
        let joins_names = class & (class::ARTICLE | class::LINKING) != 0;
        let before = first.checked_sub(1).and_then(|before| self.items.get(before));
        !joins_names || before.is_some_and(|before| before.case == LetterCase::Lower)
    }

    /// The `state` of `Sokoto state`, in languages where it tells the kind of what stands before it.
    fn tells_division(&self, token: &Token) -> bool {
        let told = self.cues.kinds_ending(std::slice::from_ref(token)).filter(|_| self.cues.kinds_behind());
        told.is_some_and(|(kinds, _)| kinds.has(PlaceKind::Province))
    }

    /// `OR` in `Portland, OR`.
    fn is_postal_code(&self, at: usize, token: &Token) -> bool {
        let comma = at.checked_sub(1).and_then(|before| self.items.get(before));
        let town = at.checked_sub(2).and_then(|before| self.items.get(before));
        token.case == LetterCase::Upper
            && token.span.len() == 2
            && comma.is_some_and(|mark| mark.span.of(self.text.text) == ",")
            && town.is_some_and(|town| town.case == LetterCase::Capital)
    }

    /// `U.S.` ends behind its stop.
    fn with_final_stop(&self, first: usize, end: usize) -> usize {
        let initials = end - first >= 3 && self.is_glued(first + 1, ".") && self.is_glued(end, ".");
        if initials && self.items.get(end - 1).is_some_and(|token| token.span.len() == 1) { end + 1 } else { end }
    }

    pub(super) fn is_glued(&self, at: usize, mark: &str) -> bool {
        self.items
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Mark && token.glued && self.text.tokens.folded(token) == mark)
    }
}
