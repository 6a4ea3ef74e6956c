//! Languages as data: packs, detection, tokens, sentences, boilerplate.

pub mod analysis;
pub mod boilerplate;
pub mod detect;
pub mod endings;
pub mod lexicon;
pub mod pack;
mod plain_word;
pub mod sentence;
pub mod token;
mod word_hash;

pub use analysis::AnalysedText;
pub use endings::Endings;
pub use lexicon::{Lexicon, WordId, WordSet};
pub use pack::{LanguagePack, PackError};
pub use sentence::Sentence;
pub use token::{LetterCase, Token, TokenKind};
