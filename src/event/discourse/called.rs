//! What a report calls its places: *Al-Soukhna, bourgade de la Badiya*, so that *la bourgade* is known again.

use super::Named;
use crate::event::rules::Rules;
use crate::event::rules::words;
use crate::language::{AnalysedText, TokenKind, WordId};

/// Tokens from a name to the noun that it is called by.
const REACH: usize = 4;

/// Nouns for places and the place that each was said of, in reading order.
#[derive(Debug, Default)]
pub(super) struct Called(Vec<(WordId, Named)>);

impl Called {
    /// Those of a report, in the order of its names.
    pub(super) fn new(text: &AnalysedText<'_>, rules: &Rules, named: &[Named]) -> Self {
        Self(named.iter().filter_map(|&named| Some((noun_behind(text, rules, named)?, named))).collect())
    }

    /// The place last called by a noun before byte `offset`.
    pub(super) fn last(&self, noun: WordId, offset: usize) -> Option<Named> {
        let end = self.0.partition_point(|(_, named)| named.offset < offset);
        let before = self.0.get(..end)?.iter().rev();
        before.into_iter().find(|(word, _)| *word == noun).map(|&(_, named)| named)
    }
}

/// The noun of `X, a market town in`, `X, bourgade de`.
fn noun_behind(text: &AnalysedText<'_>, rules: &Rules, named: Named) -> Option<WordId> {
    let tokens = text.tokens();
    let comma = text.tokens.index_at(named.span.end());
    if tokens.get(comma)?.span.of(text.text) != "," {
        return None;
    }
    let behind = tokens.get(comma + 1..)?.iter().take(REACH).take_while(|token| token.kind == TokenKind::Word);
    let mut nouns = behind.filter(|token| rules.words.classes(token, text.text) & words::SETTLED != 0);
    nouns.next().map(|token| token.word).filter(|&word| word != WordId::UNKNOWN)
}
