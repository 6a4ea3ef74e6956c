//! [`Within`]: an automaton that accepts the keys within some edits of one.
//!
//! Edits are letters inserted, deleted or changed (Levenshtein). The state is one row of the usual table, so that a walk over
//! the map of keys leaves a branch as soon as no end of it can be near.

use fst::Automaton;

/// Accepts what is within `edits` of a key.
#[derive(Debug)]
pub(super) struct Within {
    letters: Vec<char>,
    edits: u8,
}

/// How far a prefix is from each prefix of the key, and the bytes of a letter that has begun.
#[derive(Clone, Debug)]
pub(super) struct Row {
    distances: Vec<u8>,
    partial: Vec<u8>,
}

impl Within {
    pub(super) fn new(letters: impl Iterator<Item = char>, edits: u8) -> Self {
        Self { letters: letters.collect(), edits }
    }

    fn next_row(&self, row: &Row, letter: char) -> Row {
        let mut previous = row.distances.first().copied().unwrap_or(u8::MAX).saturating_add(1);
        let mut distances = Vec::with_capacity(row.distances.len());
        distances.push(previous);
        for (own, pair) in self.letters.iter().zip(row.distances.windows(2)) {
            let &[diagonal, above] = pair else { continue };
            let changed = diagonal.saturating_add(u8::from(*own != letter));
            previous = changed.min(above.saturating_add(1)).min(previous.saturating_add(1));
            distances.push(previous);
        }
        Row { distances, partial: Vec::new() }
    }

    /// The distance of a whole key that ends in this state.
    pub(super) fn distance(row: &Row) -> u8 {
        row.distances.last().copied().unwrap_or(u8::MAX)
    }
}

impl Automaton for Within {
    type State = Row;

    fn start(&self) -> Row {
        let distances = (0..=self.letters.len()).map(|length| u8::try_from(length).unwrap_or(u8::MAX)).collect();
        Row { distances, partial: Vec::new() }
    }

    fn is_match(&self, row: &Row) -> bool {
        row.partial.is_empty() && Self::distance(row) <= self.edits
    }

    fn can_match(&self, row: &Row) -> bool {
        row.distances.iter().any(|&distance| distance <= self.edits)
    }

    fn accept(&self, row: &Row, byte: u8) -> Row {
        if byte.is_ascii() {
            return self.next_row(row, char::from(byte));
        }
        let mut partial = row.partial.clone();
        partial.push(byte);
        match std::str::from_utf8(&partial).ok().and_then(|text| text.chars().next()) {
            Some(letter) => self.next_row(row, letter),
            None => Row { distances: row.distances.clone(), partial },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn automaton_distance(key: &str, other: &str) -> u8 {
        let within = Within::new(key.chars(), 2);
        let row = other.bytes().fold(within.start(), |row, byte| within.accept(&row, byte));
        Within::distance(&row)
    }

    #[track_caller]
    fn check(key: &str, other: &str, expected: u8) {
        assert_eq!(automaton_distance(key, other), expected);
    }

    #[test]
    fn edits_are_counted_by_letters() {
        check("kabul", "kabul", 0);
        check("kabul", "kaboul", 1);
        check("kabul", "", 5);
        check("کابل", "کابول", 1);
    }

    proptest! {
        #[test]
        fn distance_is_symmetric_and_zero_only_for_the_same(one in "[a-cé ]{0,6}", other in "[a-cé ]{0,6}") {
            prop_assert_eq!(automaton_distance(&one, &other), automaton_distance(&other, &one));
            prop_assert_eq!(automaton_distance(&one, &other) == 0, one == other);
        }
    }
}
