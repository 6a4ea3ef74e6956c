//! [`WordHash`]: the hash of a folded word, taken while a text is split and asked for by every table of words.

/// The hash of a folded word (FNV-1a, 32 bits): small words differ in it, and it grows byte by byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordHash(u32);

impl Default for WordHash {
    fn default() -> Self {
        Self(0x811c_9dc5)
    }
}

impl WordHash {
    /// That of a whole word.
    pub(super) fn of(folded: &str) -> Self {
        Self::of_letters(folded.as_bytes())
    }

    fn of_letters(letters: &[u8]) -> Self {
        let mut hash = Self::default();
        for &byte in letters {
            hash.add(byte);
        }
        hash
    }

    /// That of the word with one more byte.
    #[inline]
    pub(super) fn add(&mut self, byte: u8) {
        self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }

    /// A number below two to the `bits`, by the digits that all bytes have a part in.
    fn index(self, bits: u32) -> usize {
        let mixed = u64::from(self.0.wrapping_mul(0x9e37_79b9));
        usize::try_from(mixed << bits >> 32).unwrap_or_default()
    }
}

/// Folded words, numbered from 0 in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub(super) struct WordTable {
    /// All words in a row, and where each ends: to compare one is to go one step.
    letters: Vec<u8>,
    ends: Vec<u32>,
    /// The hash and the number of a word, plus one, at the place of its hash or the next free one; two to the `bits`, half of them
    /// free.
    places: Vec<(u32, u32)>,
    bits: u32,
}

impl WordTable {
    /// The number of a word.
    #[inline]
    pub(super) fn number(&self, hash: WordHash, folded: &str) -> Option<usize> {
        let mut at = hash.index(self.bits);
        loop {
            let &(other, number) = self.places.get(at)?;
            let number = (number as usize).checked_sub(1)?;
            if other == hash.0 && self.letters_of(number) == Some(folded.as_bytes()) {
                return Some(number);
            }
            at = (at + 1) & (self.places.len() - 1);
        }
    }

    /// The number of a word; a new one if it had none.
    pub(super) fn add(&mut self, folded: &str) -> usize {
        let hash = WordHash::of(folded);
        if let Some(known) = self.number(hash, folded) {
            return known;
        }
        self.letters.extend_from_slice(folded.as_bytes());
        self.ends.push(u32::try_from(self.letters.len()).unwrap_or(u32::MAX));
        if self.len() * 2 > self.places.len() {
            self.grow();
        } else {
            self.enter(hash, self.len());
        }
        self.len() - 1
    }

    fn grow(&mut self) {
        self.bits = (self.bits + 1).max(LEAST_BITS);
        self.places = vec![(0, 0); 1 << self.bits];
        let hash = |number| WordHash::of_letters(self.letters_of(number).unwrap_or_default());
        let hashes: Vec<WordHash> = (0..self.len()).map(hash).collect();
        for (index, hash) in hashes.into_iter().enumerate() {
            self.enter(hash, index + 1);
        }
    }

    fn enter(&mut self, hash: WordHash, number: usize) {
        let (from, count) = (hash.index(self.bits), self.places.len());
        let places = (from..from + count).map(|at| at % count);
        let free = places.into_iter().find(|&at| self.places.get(at).is_some_and(|place| place.1 == 0));
        if let Some(place) = free.and_then(|at| self.places.get_mut(at)) {
            *place = (hash.0, u32::try_from(number).unwrap_or(u32::MAX));
        }
    }

    /// The word of a number.
    pub(super) fn word(&self, number: usize) -> Option<&str> {
        std::str::from_utf8(self.letters_of(number)?).ok()
    }

    #[inline]
    fn letters_of(&self, number: usize) -> Option<&[u8]> {
        let end = *self.ends.get(number)? as usize;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.letters.get(start as usize..end)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
}

/// Bits of the smallest table.
const LEAST_BITS: u32 = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_keeps_its_number_while_a_table_grows() {
        let mut table = WordTable::default();
        assert_eq!(table.number(WordHash::of("a"), "a"), None);
        let words: Vec<String> = (0..1000).map(|number| format!("word{number}")).collect();
        let numbers: Vec<usize> = words.iter().map(|word| table.add(word)).collect();
        assert_eq!(numbers, (0..1000).collect::<Vec<_>>());
        for (number, word) in words.iter().enumerate() {
            assert_eq!((table.number(WordHash::of(word), word), table.add(word)), (Some(number), number));
            assert_eq!(table.word(number), Some(word.as_str()));
        }
        assert_eq!((table.len(), table.number(WordHash::of("other"), "other")), (1000, None));
    }

    #[test]
    fn words_of_one_hash_are_told_apart() {
        let mut table = WordTable::default();
        table.add("one");
        assert_eq!(table.number(WordHash::of("one"), "other"), None);
    }
}
