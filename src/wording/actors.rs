//! [`actor_name()`]: who takes part, in the reader's language, from `data/ui/actors.toml`.

use super::Language;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Gender and number of a noun, in the order of an adjective's forms.
#[derive(Clone, Copy, Debug, Deserialize)]
enum Form {
    #[serde(rename = "m")]
    Masculine,
    #[serde(rename = "f")]
    Feminine,
    #[serde(rename = "mp")]
    Masculines,
    #[serde(rename = "fp")]
    Feminines,
}

#[derive(Debug, Deserialize)]
struct Names {
    own: BTreeMap<String, String>,
    kinds: BTreeMap<String, (String, Form)>,
    countries: BTreeMap<String, [String; 4]>,
}

#[derive(Debug, Deserialize)]
struct Table {
    fr: Names,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/ui/actors.toml")).expect("the embedded table is tested to be whole")
});

/// The name of an actor as readers of a language call it: `Afghan army` is `armée afghane`. What has no other name keeps its own.
#[must_use]
pub fn actor_name(name: &str, language: Language) -> Cow<'_, str> {
    let names = match language {
        Language::English => return Cow::Borrowed(name),
        Language::French => &TABLE.fr,
    };
    names.of(name).map_or(Cow::Borrowed(name), Cow::Owned)
}

impl Names {
    fn of(&self, name: &str) -> Option<String> {
        if let Some(own) = self.own.get(name) {
            return Some(own.clone());
        }
        if let Some((noun, _)) = self.kinds.get(name) {
            return Some(noun.clone());
        }
        name.match_indices(' ').find_map(|(at, _)| {
            let (country, kind) = name.split_at_checked(at)?;
            let ((noun, form), adjective) = (self.kinds.get(kind.trim_start())?, self.countries.get(country)?);
            Some(format!("{noun} {}", adjective.get(*form as usize)?))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, french: &str) {
        assert_eq!(actor_name(name, Language::French), french);
        assert_eq!(actor_name(name, Language::English), name);
    }

    #[test]
    fn forces_agree_with_their_country() {
        check("Afghan army", "armée afghane");
        check("Afghan government", "gouvernement afghan");
        check("US forces", "forces américaines");
        check("South Sudanese peacekeepers", "Casques bleus sud-soudanais");
        check("police", "police");
        check("Congolese army", "armée congolaise");
    }

    #[test]
    fn groups_have_names_of_their_own() {
        check("Taliban", "talibans");
        check("Islamic State in the Greater Sahara", "État islamique au Grand Sahara");
        check("Boko Haram", "Boko Haram");
        check("a group that no table has", "a group that no table has");
    }

    /// A name that French reports do not use would be shown in English to their readers.
    #[test]
    fn every_actor_of_the_packs_has_a_french_name() {
        #[derive(Deserialize)]
        struct Pack {
            actors: Actors,
        }
        #[derive(Deserialize)]
        struct Actors {
            named: BTreeMap<String, Vec<String>>,
            bodies: BTreeMap<String, Vec<String>>,
            kinds: BTreeMap<String, Vec<String>>,
            countries: BTreeMap<String, Vec<String>>,
        }
        let Pack { actors } = toml::from_str(include_str!("../../data/lang/fr.toml")).unwrap();
        for (name, words) in actors.named.iter().chain(&actors.bodies) {
            let is_french = words.iter().any(|word| word.replace("(s)", "") == *name);
            assert!(is_french || TABLE.fr.of(name).is_some(), "{name}");
        }
        for kind in actors.kinds.keys() {
            assert!(TABLE.fr.kinds.contains_key(kind), "{kind}");
        }
        for country in actors.countries.keys() {
            assert!(TABLE.fr.countries.contains_key(country), "{country}");
        }
    }
}
