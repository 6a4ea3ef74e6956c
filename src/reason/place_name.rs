//! [`PlaceName`]: a place in a reason, by its key and its name, so that it can be told by the name of any language.

use serde::{Deserialize, Serialize};

/// Stands between key and name, which are one text so that a phrase stays small and takes one piece of memory. No key holds it.
const BETWEEN: char = '\t';

/// A place that a phrase names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceName(Box<str>);

impl PlaceName {
    /// The place of a gazetteer's key (`gn1138958`) and the name it has there.
    #[must_use]
    pub fn new(key: &str, name: &str) -> Self {
        let mut both = String::with_capacity(key.len() + BETWEEN.len_utf8() + name.len());
        both.push_str(key);
        both.push(BETWEEN);
        both.push_str(name);
        Self(both.into())
    }

    /// Its key in the gazetteer.
    #[must_use]
    pub fn key(&self) -> &str {
        self.0.split_once(BETWEEN).map_or("", |(key, _)| key)
    }

    /// Its name in the gazetteer.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.split_once(BETWEEN).map_or(&self.0, |(_, name)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_and_name_are_told_apart_again() {
        let kabul = PlaceName::new("gn1138958", "Kabul");
        assert_eq!((kabul.key(), kabul.name()), ("gn1138958", "Kabul"));
        let unkept = PlaceName::new("", "a\tb");
        assert_eq!((unkept.key(), unkept.name()), ("", "a\tb"));
    }
}
