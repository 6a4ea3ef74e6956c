//! The names of an [`Index`]: a walk over its keys, a search among them, and the places that have one.

use super::edit_distance::Within;
use super::index::Index;
use super::index_bytes::number;
use super::index_writer::{NameForm, PLACE_BITS, Section, filter_slot};
use fst::raw::{CompiledAddr, Output};
use fst::{IntoStreamer, Streamer};

/// The place and form of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Posting {
    pub(crate) place: u32,
    pub(crate) form: NameForm,
}

/// Where a walk over the keys stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KeyState {
    node: CompiledAddr,
    output: Output,
}

impl Index {
    /// Whether any key begins with that word: never wrongly no, seldom wrongly yes.
    pub(crate) fn may_begin(&self, word: &str) -> bool {
        let slot = filter_slot(word.as_bytes());
        self.section(Section::FirstWords).get((slot >> 3) as usize).is_some_and(|byte| byte & (1 << (slot & 7)) != 0)
    }

    /// The keys that an automaton of edits accepts: key, ordinal, edits.
    pub(crate) fn search(&self, within: Within) -> Vec<(String, u32, u8)> {
        let mut found = Vec::new();
        let mut stream = self.keys.search_with_state(within).into_stream();
        while let Some((key, ordinal, state)) = stream.next() {
            if let (Ok(key), Ok(ordinal)) = (std::str::from_utf8(key), u32::try_from(ordinal.value())) {
                found.push((key.to_owned(), ordinal, Within::distance(&state)));
            }
        }
        found
    }

    /// The state before the first word.
    pub(crate) fn start(&self) -> KeyState {
        KeyState { node: self.keys.root().addr(), output: Output::zero() }
    }

    /// The state after more bytes of a key.
    pub(crate) fn advance(&self, state: KeyState, bytes: &[u8]) -> Option<KeyState> {
        let mut node = self.keys.node(state.node);
        let mut output = state.output;
        for &byte in bytes {
            let transition = node.transition(node.find_input(byte)?);
            output = output.cat(transition.out);
            node = self.keys.node(transition.addr);
        }
        Some(KeyState { node: node.addr(), output })
    }

    /// The ordinal of the key that ends here.
    pub(crate) fn ordinal(&self, state: KeyState) -> Option<u32> {
        let node = self.keys.node(state.node);
        node.is_final().then(|| u32::try_from(state.output.cat(node.final_output()).value()).ok()).flatten()
    }

    /// The places that have the key of that ordinal, the likeliest first.
    pub(crate) fn postings(&self, ordinal: u32) -> impl Iterator<Item = Posting> {
        let start = self.value(Section::PostingStarts, ordinal as usize).unwrap_or(0);
        let end = self.value(Section::PostingStarts, ordinal as usize + 1).unwrap_or(0);
        let postings = self.section(Section::Postings);
        (start..end).filter_map(move |at| number(postings, 4 * at as usize)).map(|packed| Posting {
            place: packed & ((1 << PLACE_BITS) - 1),
            form: NameForm::ALL.get((packed >> PLACE_BITS) as usize).copied().unwrap_or(NameForm::Alias),
        })
    }
}
