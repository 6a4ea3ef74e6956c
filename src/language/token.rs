//! [`Token`]: one word, number or mark of a text.

use super::lexicon::{Lexicon, WordId};
use super::plain_word::PlainWord;
use super::word_hash::WordHash;
use crate::fold::fold_into;
use crate::span::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters (with inner combining marks).
    Word,
    /// Digits.
    Number,
    /// Any one other character.
    Mark,
}

/// How a word's letters are cased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterCase {
    /// No cased letter: numbers, marks, Arabic.
    None,
    /// `ville`
    Lower,
    /// `Ville`
    Capital,
    /// `VILLE`, of two letters or more
    Upper,
    /// `iPhone`, `McDonald`
    Mixed,
}

/// One word, number or mark.
///
/// Words end at hyphens and apostrophes: `Qala-i-Naw` is five tokens, `l’Afghanistan` three (`l`, `’`, `Afghanistan`), `11-Septembre` three.
/// Letters and digits part too: `1er` is two tokens.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is cased.
    pub case: LetterCase,
    /// Whether nothing, not even a space, stands between it and the token before.
    pub glued: bool,
    /// Its number in the lexicon of the language.
    pub word: WordId,
    /// Where its folded form stands in [`Tokens::folded`].
    fold: Span,
}

/// The tokens of a text, in order.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    items: Vec<Token>,
    /// Those of the folded forms; none once the words are numbered.
    hashes: Vec<WordHash>,
    /// The text in lower case, as far as it is ASCII, and behind it the folded forms of what is not. Most words need no more.
    folded: String,
}

impl Tokens {
    /// Splits a text and numbers its words. Linear in its length.
    #[must_use]
    pub fn of(text: &str, lexicon: &Lexicon) -> Self {
        Self::split(text).numbered(lexicon)
    }

    /// Splits a text of whatever language: no word has a number yet.
    #[must_use]
    pub fn split(text: &str) -> Self {
        // Behind the text there is room for the words that are not ASCII.
        let mut folded = String::with_capacity(text.len() + text.len() / 8);
        folded.push_str(text);
        folded.make_ascii_lowercase();
        let count = text.len() / 4;
        let mut tokens = Self { items: Vec::with_capacity(count), hashes: Vec::with_capacity(count), folded };
        let (mut at, mut previous_end) = (0, usize::MAX);
        while let Some(&byte) = text.as_bytes().get(at) {
            let (start, glued) = (at, at == previous_end);
            if let Some(word) = PlainWord::at(text, at) {
                at = word.end;
                let span = Span::new(start, at);
                tokens.add(
                    Token { span, kind: TokenKind::Word, case: word.case(), glued, word: WordId::UNKNOWN, fold: span },
                    word.hash,
                );
            } else if byte == b' ' {
                at += 1;
                continue;
            } else {
                let Some(letter) = letter_at(text, at) else { break };
                at += letter.len_utf8();
                let Some(kind) = kind_of(letter) else { continue };
                if kind != TokenKind::Mark {
                    at = end_of(text, at, kind);
                }
                tokens.push(text, Span::new(start, at), kind, glued);
            }
            previous_end = at;
        }
        tokens
    }

    /// The same, the words numbered as a language has them.
    #[must_use]
    pub fn numbered(mut self, lexicon: &Lexicon) -> Self {
        for (token, hash) in self.items.iter_mut().zip(std::mem::take(&mut self.hashes)) {
            token.word = lexicon.hashed(hash, token.fold.of(&self.folded));
        }
        self
    }

    /// Adds a token that is no plain word.
    fn push(&mut self, text: &str, span: Span, kind: TokenKind, glued: bool) {
        let written = span.of(text);
        let case = if kind == TokenKind::Word { case_of(written) } else { LetterCase::None };
        let fold = if kind == TokenKind::Number || written.is_ascii() && written != "`" {
            span
        } else {
            let from = self.folded.len();
            match kind {
                TokenKind::Word => fold_into(written, &mut self.folded),
                _ => self.folded.push_str(canonical_mark(written)),
            }
            Span::new(from, self.folded.len())
        };
        let hash = WordHash::of(fold.of(&self.folded));
        self.add(Token { span, kind, case, glued, word: WordId::UNKNOWN, fold }, hash);
    }

    fn add(&mut self, token: Token, hash: WordHash) {
        self.items.push(token);
        self.hashes.push(hash);
    }

    /// The tokens with the hashes of their folded forms, as long as no word has a number.
    pub(super) fn hashed(&self) -> impl Iterator<Item = (&Token, WordHash)> {
        self.items.iter().zip(self.hashes.iter().copied())
    }

    /// The tokens.
    #[must_use]
    pub fn as_slice(&self) -> &[Token] {
        &self.items
    }

    /// The folded form of a token of this text; apostrophes of all kinds fold to `'`, hyphens and dashes to `-`.
    #[must_use]
    pub fn folded(&self, token: &Token) -> &str {
        token.fold.of(&self.folded)
    }

    /// Index of the first token that ends after byte `offset`.
    #[must_use]
    pub fn index_at(&self, offset: usize) -> usize {
        self.items.partition_point(|token| token.span.end() <= offset)
    }
}

/// The letter that begins at a byte. Most are ASCII, and need no decoding.
pub(super) fn letter_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(&byte) if byte.is_ascii() => Some(char::from(byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// Where a word or number ends that goes on at a byte.
fn end_of(text: &str, mut at: usize, kind: TokenKind) -> usize {
    loop {
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        let plain = match kind {
            TokenKind::Number => rest.iter().position(|byte| !byte.is_ascii_digit()),
            _ => rest.iter().position(|byte| !byte.is_ascii_alphabetic()),
        };
        at += plain.unwrap_or(rest.len());
        let next = letter_at(text, at).filter(|next| !next.is_ascii());
        match next.filter(|&next| continues(kind, next)) {
            Some(next) => at += next.len_utf8(),
            None => return at,
        }
    }
}

/// `None` for white space and invisible marks of direction.
fn kind_of(letter: char) -> Option<TokenKind> {
    if letter.is_ascii() {
        return match u8::try_from(letter).unwrap_or_default() {
            b'a'..=b'z' | b'A'..=b'Z' => Some(TokenKind::Word),
            b'0'..=b'9' => Some(TokenKind::Number),
            b' ' => None,
            other => (!other.is_ascii_whitespace() && !other.is_ascii_control()).then_some(TokenKind::Mark),
        };
    }
    if is_letter(letter) {
        Some(TokenKind::Word)
    } else if letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
    {
        None
    } else {
        Some(TokenKind::Mark)
    }
}

/// Whether a character that is not ASCII is a letter. Those of the Latin scripts and their quotation marks and dashes are told apart
/// without the table of all.
fn is_letter(character: char) -> bool {
    match character {
        '×' | '÷' | '«' | '»' | '\u{a0}' | '\u{2010}'..='\u{2027}' => false,
        'À'..='ɏ' => true,
        _ => character.is_alphabetic(),
    }
}

/// Whether a letter that is not ASCII goes on a word.
pub(super) fn continues(kind: TokenKind, next: char) -> bool {
    kind == TokenKind::Word
        && (is_letter(next)
            || matches!(next, 'ʿ' | 'ʾ' | 'ʻ' | 'ʼ' | '\u{200c}' | '\u{ad}')
            || unicode_normalization::char::is_combining_mark(next))
}

fn canonical_mark(mark: &str) -> &str {
    match mark {
        "’" | "‘" | "ʼ" | "`" | "´" | "＇" => "'",
        "‐" | "‑" | "‒" | "–" | "—" | "−" => "-",
        "«" | "»" | "“" | "”" | "„" => "\"",
        _ => mark,
    }
}

fn case_of(word: &str) -> LetterCase {
    let (mut upper, mut lower, mut first_upper, mut count) = (0, 0, false, 0);
    for letter in word.chars() {
        // The letters of French and its neighbours are told apart without the table of all.
        let (is_upper, is_lower) = match letter {
            'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' => (false, true),
            'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => (true, false),
            _ => (letter.is_uppercase(), letter.is_lowercase()),
        };
        upper += usize::from(is_upper);
        lower += usize::from(is_lower);
        first_upper |= is_upper && count == 0;
        count += 1;
    }
    case_by(upper, lower, first_upper)
}

pub(super) fn case_by(upper: usize, lower: usize, first_upper: bool) -> LetterCase {
    match (upper, lower) {
        (0, 0) => LetterCase::None,
        (0, _) => LetterCase::Lower,
        (1, _) if first_upper => LetterCase::Capital,
        (_, 0) => LetterCase::Upper,
        _ => LetterCase::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let tokens = Tokens::of(text, &Lexicon::default());
        let words: Vec<&str> = tokens.as_slice().iter().map(|token| token.span.of(text)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn words_end_at_hyphens_apostrophes_and_digits() {
        check("l’Afghanistan, Qala-i-Naw", &["l", "’", "Afghanistan", ",", "Qala", "-", "i", "-", "Naw"]);
        check("le 1er mai 2021.", &["le", "1", "er", "mai", "2021", "."]);
        check("Qalʿa-i-Naw", &["Qalʿa", "-", "i", "-", "Naw"]);
        check("", &[]);
        check("\u{feff} \u{a0}", &[]);
    }

    #[test]
    fn words_and_marks_are_compared_folded() {
        let text = "L’Œuvre d`HERAT — « 3 »";
        let tokens = Tokens::split(text);
        let folded: Vec<&str> = tokens.as_slice().iter().map(|token| tokens.folded(token)).collect();
        assert_eq!(folded, ["l", "'", "oeuvre", "d", "'", "herat", "-", "\"", "3", "\""]);
    }

    #[test]
    fn letters_of_the_latin_scripts_are_those_of_unicode() {
        let told = |character: char| is_letter(character) == character.is_alphabetic();
        assert!(('\u{80}'..='\u{24f}').chain('\u{2000}'..='\u{206f}').all(told));
    }

    #[test]
    fn glue_tells_whether_a_space_was_between() {
        let text = "11-Septembre 2001";
        let tokens = Tokens::of(text, &Lexicon::default());
        let glued: Vec<bool> = tokens.as_slice().iter().map(|token| token.glued).collect();
        assert_eq!(glued, [false, true, true, false]);
    }
}
