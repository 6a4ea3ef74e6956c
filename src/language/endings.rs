//! [`Endings`]: what words may end with.

/// Endings of words. An empty one is none.
#[derive(Clone, Debug, Default)]
pub struct Endings {
    /// By their last byte, which tells most words apart.
    sorted: Vec<Box<str>>,
}

impl Endings {
    /// Whether the word ends with one of them.
    #[must_use]
    pub fn end(&self, word: &str) -> bool {
        let last = word.bytes().last();
        let from = self.sorted.partition_point(|ending| ending.bytes().last() < last);
        let alike = self.sorted.iter().skip(from).take_while(|ending| ending.bytes().last() == last);
        alike.into_iter().any(|ending| word.ends_with(&**ending))
    }
}

impl<S: Into<Box<str>>> FromIterator<S> for Endings {
    fn from_iter<I: IntoIterator<Item = S>>(endings: I) -> Self {
        let mut sorted: Vec<Box<str>> = endings.into_iter().map(Into::into).collect();
        sorted.retain(|ending| !ending.is_empty());
        sorted.sort_by_key(|ending| ending.bytes().last());
        Self { sorted }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_an_ending_or_none() {
        let endings: Endings = ["eront", "é", "ait", ""].into_iter().collect();
        assert!(endings.end("tomberont") && endings.end("tombé") && endings.end("ait"));
        assert!(!endings.end("tombe") && !endings.end("front") && !endings.end("") && !Endings::default().end("é"));
    }
}
