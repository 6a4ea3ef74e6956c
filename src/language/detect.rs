//! Which language a text is in: the pack whose commonest words it uses most.

use crate::fold::{fold, fold_into};
use rustc_hash::FxHashMap;

/// Words that a language cannot do without, by language, from the packs' `[detection] words`.
#[derive(Clone, Debug, Default)]
pub struct Detector {
    codes: Vec<String>,
    votes: FxHashMap<String, Vec<u8>>,
    /// Bytes of the longest of those words.
    longest: usize,
}

/// Bytes of a text that are looked at: languages do not change so fast.
const SAMPLE: usize = 6_000;

/// Words in a hundred that have to be a language's common ones; running French and English have 30 to 50.
const LEAST_SHARE: usize = 12;

impl Detector {
    /// Adds a language and its common words.
    pub fn add(&mut self, code: &str, words: &[String]) {
        let language = u8::try_from(self.codes.len()).unwrap_or(u8::MAX);
        self.codes.push(code.to_owned());
        for word in words {
            let folded = fold(word);
            self.longest = self.longest.max(folded.len());
            self.votes.entry(folded).or_default().push(language);
        }
    }

    /// The language of a text; `None` where no pack's words are common in it.
    #[must_use]
    pub fn detect(&self, text: &str) -> Option<&str> {
        let mut end = text.len().min(SAMPLE);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let mut counts = vec![0_usize; self.codes.len()];
        let (mut words, mut folded) = (0, String::new());
        let mut rest = text.get(..end)?;
        while let Some((word, after)) = next_word(rest) {
            rest = after;
            words += 1;
            if word.len() > self.longest && word.is_ascii() {
                continue;
            }
            folded.clear();
            fold_into(word, &mut folded);
            for &language in self.votes.get(&folded).into_iter().flatten() {
                if let Some(count) = counts.get_mut(usize::from(language)) {
                    *count += 1;
                }
            }
        }
        let (best, &count) =
            counts.iter().enumerate().max_by_key(|&(index, &count)| (count, std::cmp::Reverse(index)))?;
        (count > 0 && count * 100 >= words * LEAST_SHARE).then(|| self.codes.get(best).map(String::as_str)).flatten()
    }
}

/// The first word of a text, and what follows it.
fn next_word(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    // Words and what parts them are mostly ASCII: other letters are decoded only where they stand.
    let plain = bytes.iter().position(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii())?;
    let (_, text) = text.split_at_checked(plain)?;
    let (_, word) = text.split_at_checked(text.find(char::is_alphabetic)?)?;
    let mut end = 0;
    loop {
        let rest = word.as_bytes().get(end..).unwrap_or_default();
        end += rest.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len());
        match word.get(end..)?.chars().next().filter(|&letter| !letter.is_ascii() && letter.is_alphabetic()) {
            Some(letter) => end += letter.len_utf8(),
            None => return word.split_at_checked(end),
        }
    }
}
