//! [`NameWalk`]: the longest name that begins at a word, fed word by word.

use super::Gazetteer;
use super::index_keys::KeyState;
use super::name_key::key_word;

/// Indexes that a gazetteer can hold at once: the embedded one, an import, a user's file.
pub(crate) const LAYERS: usize = 3;

/// A name that was found: good for asking for its candidates, as often as wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NameMatch {
    /// Words of the name.
    pub words: usize,
    /// The key's ordinal in each index, [`u32::MAX`] where it has no such key.
    pub(crate) ordinals: [u32; LAYERS],
}

impl NameMatch {
    /// A name of so many words that no index holds.
    pub(crate) fn unlisted(words: usize) -> Self {
        Self { words, ordinals: [u32::MAX; LAYERS] }
    }
}

/// A walk over the keys of a gazetteer. Takes no memory and is cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct NameWalk<'g> {
    gazetteer: &'g Gazetteer,
    states: [Option<KeyState>; LAYERS],
    words: usize,
}

impl<'g> NameWalk<'g> {
    pub(crate) fn new(gazetteer: &'g Gazetteer) -> Self {
        let mut states = [None; LAYERS];
        for (state, layer) in states.iter_mut().zip(gazetteer.layers()) {
            *state = Some(layer.index.start());
        }
        Self { gazetteer, states, words: 0 }
    }

    /// Goes on by one folded word, of letters or digits alone. False when no name goes on so: the walk is over.
    pub fn step(&mut self, folded: &str) -> bool {
        let word = key_word(self.words, folded);
        let mut alive = false;
        for (state, layer) in self.states.iter_mut().zip(self.gazetteer.layers()) {
            *state = state.and_then(|state| {
                let state = if self.words > 0 { layer.index.advance(state, b" ")? } else { state };
                layer.index.advance(state, word.as_bytes())
            });
            alive |= state.is_some();
        }
        self.words += 1;
        alive
    }

    /// The name that the words so far make, if they make one.
    #[must_use]
    pub fn name(&self) -> Option<NameMatch> {
        let mut ordinals = [u32::MAX; LAYERS];
        for ((ordinal, state), layer) in ordinals.iter_mut().zip(self.states).zip(self.gazetteer.layers()) {
            if let Some(found) = state.and_then(|state| layer.index.ordinal(state)) {
                *ordinal = found;
            }
        }
        (self.words > 0 && ordinals.iter().any(|&ordinal| ordinal != u32::MAX))
            .then_some(NameMatch { words: self.words, ordinals })
    }
}

impl Gazetteer {
    /// Begins a walk.
    #[must_use]
    pub fn walk(&self) -> NameWalk<'_> {
        NameWalk::new(self)
    }

    /// The longest name made of the first of these folded words.
    pub fn longest_match<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Option<NameMatch> {
        let mut words = words.into_iter().peekable();
        if !self.may_begin(words.peek()?) {
            return None;
        }
        let mut walk = self.walk();
        let mut longest = None;
        for word in words {
            if !walk.step(word) {
                break;
            }
            longest = walk.name().or(longest);
        }
        longest
    }

    /// Whether a name may begin with this folded word: one look into a table, never wrongly no, seldom wrongly yes.
    #[must_use]
    pub fn may_begin(&self, folded: &str) -> bool {
        let word = key_word(0, folded);
        self.layers().iter().any(|layer| layer.index.may_begin(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(words: &str, expected: Option<usize>) {
        let found = Gazetteer::embedded().longest_match(words.split(' '));
        assert_eq!(found.map(|found| found.words), expected, "{words}");
    }

    #[test]
    fn the_longest_name_wins() {
        check("qala i naw et", Some(3));
        check("new york times", Some(2));
        check("sar e pul province", Some(3));
        check("kaboul est", Some(1));
        check("xqzt", None);
        check("e pul", None);
    }

    /// The same by trying every prefix in the map.
    fn naive(gazetteer: &Gazetteer, words: &[String]) -> Option<usize> {
        (1..=words.len()).rev().find(|&len| {
            let prefix = words.get(..len).unwrap_or_default();
            let key: Vec<&str> = prefix.iter().enumerate().map(|(position, word)| key_word(position, word)).collect();
            gazetteer.candidates(&key.join(" ")).next().is_some()
        })
    }

    proptest! {
        #[test]
        fn the_walk_finds_what_trying_every_prefix_finds(
            words in prop::collection::vec("(new|york|san|st|saint|qala|i|e|naw|of|de|la|mazar|sharif|sar|pul|[a-z]{1,4})", 1..6),
        ) {
            let gazetteer = Gazetteer::embedded();
            let found = gazetteer.longest_match(words.iter().map(String::as_str));
            prop_assert_eq!(found.map(|found| found.words), naive(gazetteer, &words));
        }
    }
}
