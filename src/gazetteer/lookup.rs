//! Fuzzy look-up: a name as somebody wrote it, the places that may be meant, best first.

use super::edit_distance::Within;
use super::name_key::name_keys;
use super::{Gazetteer, NameForm, NamedPlace, PlaceId, PlaceKind};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A place that may be meant by a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The place.
    pub place: PlaceId,
    /// Letters to insert, delete or change from the name to one of the place's, 0 to 2; 1 where only the transliteration differs.
    pub edits: u8,
    /// The place's name that is nearest, as a key.
    pub key: String,
}

/// Spellings of one sound, French and other romanisations. Each is tried for each other of its row.
const TRANSLITERATIONS: &[&[&str]] = &[
    &["ou", "u", "oo", "o"],
    &["dj", "j"],
    &["tch", "ch"],
    &["ch", "sh"],
    &["q", "k"],
    &["kh", "k"],
    &["gh", "g"],
    &["w", "v"],
    &["ai", "ay", "ei", "ey"],
    &["i", "ee", "y"],
    &["e", "i"],
    &["c", "k"],
    &["ph", "f"],
];
/// Spellings tried at most, so that a long name takes no longer than a short one.
const MAX_VARIANTS: usize = 200;

impl Gazetteer {
    /// The places that may be meant by a name, best first: by edit distance, then countries, then people.
    /// Names of up to 3 letters must be the same, of up to 5 within one edit, longer ones within two.
    #[must_use]
    pub fn lookup(&self, name: &str, limit: usize) -> Vec<Found> {
        let mut nearest = Nearest::default();
        for key in name_keys(name) {
            for variant in transliterations(&key) {
                let edits = u8::from(variant != key);
                nearest.take(self.candidates(&variant), edits, &variant);
            }
            self.collect_within(&key, &mut nearest);
        }
        let mut found: Vec<(Found, NameForm)> =
            nearest.0.into_iter().map(|(place, (edits, form, key))| (Found { place, edits, key }, form)).collect();
        found.sort_by_cached_key(|(found, form)| {
            let kind = self.kind(found.place);
            (found.edits, kind != PlaceKind::Country, Reverse(self.prominence(found.place, *form)), found.place)
        });
        found.truncate(limit);
        found.into_iter().map(|(found, _)| found).collect()
    }

    /// People, by which places of one name are ranked: a quarter of those of an area, so that a town goes before its province;
    /// an eighth where the name is not the one shown.
    fn prominence(&self, id: PlaceId, form: NameForm) -> u32 {
        let place = self.place(id);
        let people = if place.kind.is_area() { place.population / 4 } else { place.population };
        if form == NameForm::Main { people } else { people / 8 }
    }

    fn collect_within(&self, key: &str, nearest: &mut Nearest) {
        let edits = match key.chars().count() {
            0..=3 => return,
            4..=5 => 1,
            _ => 2,
        };
        for layer in self.layers() {
            for (found, ordinal, distance) in layer.index.search(Within::new(key.chars(), edits)) {
                if distance > 0 {
                    nearest.take(self.named(layer, ordinal), distance, &found);
                }
            }
        }
    }
}

/// The places found so far, each by its nearest name: edits, form, key.
#[derive(Default)]
struct Nearest(BTreeMap<PlaceId, (u8, NameForm, String)>);

impl Nearest {
    fn take(&mut self, named: impl Iterator<Item = NamedPlace>, edits: u8, key: &str) {
        for named in named {
            let held = self.0.get(&named.place);
            if held.is_none_or(|held| (edits, named.form) < (held.0, held.1)) {
                self.0.insert(named.place, (edits, named.form, key.to_owned()));
            }
        }
    }
}

/// A key and its other spellings, itself first.
fn transliterations(key: &str) -> Vec<String> {
    let mut variants = vec![key.to_owned()];
    for row in TRANSLITERATIONS {
        for at in 0..variants.len() {
            for from in *row {
                for to in row.iter().filter(|to| *to != from) {
                    let Some(variant) = variants.get(at).filter(|variant| variant.contains(from)) else { continue };
                    let variant = variant.replace(from, to);
                    if variants.len() < MAX_VARIANTS && !variants.contains(&variant) {
                        variants.push(variant);
                    }
                }
            }
        }
    }
    variants
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first place found has that key.
    #[track_caller]
    fn check(names: &[&str], expected: &str) {
        let gazetteer = Gazetteer::embedded();
        for name in names {
            let found = gazetteer.lookup(name, 5);
            let keys: Vec<&str> = found.iter().map(|found| gazetteer.place(found.place).id).collect();
            assert_eq!(keys.first(), Some(&expected), "{name}: {keys:?}");
        }
    }

    #[test]
    fn a_name_is_found_as_it_is() {
        check(&["Paris", "PARIS", "paris"], "gn2988507");
        check(&["Afghanistan"], "AF");
    }

    #[test]
    fn slips_of_the_pen_are_forgiven() {
        check(&["Jalalabd", "Jalallabad"], "gn1139715");
        check(&["Aghanistan", "Afganistan"], "AF");
        check(&["Philadelhpia"], "gn4560349");
    }

    #[test]
    fn spellings_of_other_languages_are_tried() {
        check(&["Tcharikar"], "gn1145352");
        check(&["Kandahaar", "Qandahar"], "gn1138336");
    }

    #[test]
    fn short_names_are_not_guessed_at() {
        assert_eq!(Gazetteer::embedded().lookup("xq", 5), []);
        assert_eq!(Gazetteer::embedded().lookup("", 5), []);
    }

    #[test]
    fn no_more_than_wanted_are_given() {
        assert_eq!(Gazetteer::embedded().lookup("Springfield", 3).len(), 3);
    }
}
