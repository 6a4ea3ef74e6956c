//! [`WordForms`]: the verb forms that one word may be.

use super::inflect::Form;
use crate::language::WordId;
use smallvec::SmallVec;

/// One reading of a word as a verb form.
#[derive(Clone, Copy, Debug)]
pub struct FormHit {
    /// Index into `Rules::verbs`.
    pub verb: u16,
    /// Which forms.
    pub form: Form,
    /// Letters with an accent that the written form has: *arrêtés* two, *arrêtes* one.
    pub accents: u8,
    /// The first of the verb's further words, where one stands before its object: most readings are ruled out by it.
    pub next: Option<WordId>,
    /// The first of the words after its object, by which most readings of such verbs are ruled out.
    pub after_object: Option<WordId>,
}

impl FormHit {
    /// Whether no further words belong to the verb.
    pub(crate) fn is_single(&self) -> bool {
        self.asked().is_none()
    }

    /// The first of its further words, without which it is no reading.
    fn asked(&self) -> Option<WordId> {
        self.next.or(self.after_object)
    }
}

/// The verb forms that one word may be. Hundreds of verbs of *take* and *put* differ in their further words, of which few stand in a
/// sentence: they are looked up by those, not gone through.
#[derive(Clone, Debug, Default)]
pub struct WordForms {
    /// In the order of the pack.
    hits: Vec<FormHit>,
    /// The further word that each asks for and its index among them, sorted; those that ask for none come first. Empty where all do.
    asking: Vec<(Option<WordId>, u16)>,
    /// A bit for each word that is asked for.
    asked: u64,
    /// All their forms together.
    all: Form,
}

impl WordForms {
    /// Adds a reading, the last in the order of the pack. [`Self::sort`] comes after the last of them.
    pub(super) fn add(&mut self, hit: FormHit) {
        self.asked |= hit.asked().map_or(0, WordId::bit);
        self.all |= hit.form;
        self.hits.push(hit);
    }

    /// Sorts them by the word that they ask for.
    pub(super) fn sort(&mut self) {
        if self.asked != 0 {
            self.asking = self.hits.iter().map(FormHit::asked).zip(0..).collect();
            self.asking.sort_unstable();
        }
    }

    /// All of them, in the order of the pack.
    pub(crate) fn hits(&self) -> &[FormHit] {
        &self.hits
    }

    /// All their forms together.
    pub(crate) fn all(&self) -> Form {
        self.all
    }

    /// Those that ask for none or one of these words, in the order of the pack.
    pub(crate) fn asking(&self, words: impl Iterator<Item = WordId>) -> impl Iterator<Item = &FormHit> {
        let found = if self.asked == 0 { (0..).take(self.hits.len()).collect() } else { self.found(words) };
        found.into_iter().filter_map(|hit| self.hits.get(usize::from(hit)))
    }

    fn found(&self, words: impl Iterator<Item = WordId>) -> SmallVec<[u16; 8]> {
        let alone = self.asking.iter().take_while(|(asked, _)| asked.is_none());
        let mut found: SmallVec<[u16; 8]> = alone.map(|&(_, hit)| hit).collect();
        let alone = found.len();
        for word in words.filter(|word| self.asked & word.bit() != 0) {
            let from = self.asking.partition_point(|&(asked, _)| asked < Some(word));
            let of_word = self.asking.iter().skip(from).take_while(|&&(asked, _)| asked == Some(word));
            found.extend(of_word.map(|&(_, hit)| hit));
        }
        if found.len() > alone {
            found.sort_unstable();
            found.dedup();
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::rules::inflect::{PARTICIPLE, PAST};
    use crate::language::Lexicon;

    #[test]
    fn readings_are_found_by_the_words_they_ask_for() {
        let mut lexicon = Lexicon::default();
        let [hostage, over, off] = ["hostage", "over", "off"].map(|word| lexicon.intern(word));
        let mut forms = WordForms::default();
        for (verb, next, after_object) in [
            (0, Some(over), None),
            (1, None, None),
            (2, None, Some(hostage)),
            (3, Some(off), None),
            (4, Some(over), None),
        ] {
            forms.add(FormHit { verb, form: PAST, accents: 0, next, after_object });
        }
        forms.sort();
        let check = |words: &[WordId], expected: &[u16]| {
            let found: Vec<u16> = forms.asking(words.iter().copied()).map(|hit| hit.verb).collect();
            assert_eq!(found, expected);
        };
        check(&[], &[1]);
        check(&[WordId::UNKNOWN, lexicon.intern("under")], &[1]);
        check(&[hostage, over, over], &[0, 1, 2, 4]);
        check(&[off], &[1, 3]);
        assert_eq!(forms.all() & PARTICIPLE, 0);
    }
}
