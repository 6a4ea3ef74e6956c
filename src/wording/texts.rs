//! [`Texts`]: the words of the interface, of maps and of reasons in one language, from `data/ui/*.ftl`,
//! `data/reasons/*.ftl` and `data/faults/*.ftl`.

use super::Language;
use crate::event::Family;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The words of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Texts {
    /// Reads the catalogues of a language. Tests hold them to be whole.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let identifier: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Every value is a number or a name in a line of its own; marks around it would show as boxes in some fonts.
        bundle.set_use_isolating(false);
        for source in [source(language), reason_source(language), fault_source(language)] {
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(read, _)| read);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// A text; its key where there is none, so that a gap shows.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// A text with values put in.
    #[must_use]
    pub fn with<'a, const N: usize>(&self, key: &str, values: [(&'a str, FluentValue<'a>); N]) -> String {
        let arguments: FluentArgs<'_> = values.into_iter().collect();
        self.format(key, Some(&arguments))
    }

    /// A text with values put in that are all words.
    #[must_use]
    pub(super) fn with_all(&self, key: &str, values: Vec<(&'static str, &str)>) -> String {
        let arguments: FluentArgs<'_> =
            values.into_iter().map(|(name, value)| (name, FluentValue::from(value))).collect();
        self.format(key, Some(&arguments))
    }

    /// A text whose form depends on a number, `$count`.
    #[must_use]
    pub fn count(&self, key: &str, count: usize) -> String {
        self.with(key, [("count", count.into())])
    }

    fn format(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        self.bundle.format_pattern(pattern, arguments, &mut Vec::new()).into_owned()
    }
}

fn source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../data/ui/en.ftl"),
        Language::French => include_str!("../../data/ui/fr.ftl"),
    }
}

fn reason_source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../data/reasons/en.ftl"),
        Language::French => include_str!("../../data/reasons/fr.ftl"),
    }
}

fn fault_source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../data/faults/en.ftl"),
        Language::French => include_str!("../../data/faults/fr.ftl"),
    }
}

/// The name of a family in keys and files: `remote_violence`.
#[must_use]
pub fn family_key(family: Family) -> &'static str {
    match family {
        Family::Fighting => "fighting",
        Family::RemoteViolence => "remote_violence",
        Family::AgainstCivilians => "against_civilians",
        Family::Moves => "moves",
        Family::Diplomacy => "diplomacy",
        Family::Civil => "civil",
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::event::EventKind;
    use std::collections::BTreeSet;

    fn keys(language: Language) -> BTreeSet<&'static str> {
        keys_of(source(language))
    }

    /// The keys of the catalogue of reasons.
    pub(crate) fn reason_keys(language: Language) -> BTreeSet<&'static str> {
        keys_of(reason_source(language))
    }

    /// The keys of the catalogue of faults.
    pub(crate) fn fault_keys(language: Language) -> BTreeSet<&'static str> {
        keys_of(fault_source(language))
    }

    fn keys_of(source: &'static str) -> BTreeSet<&'static str> {
        let messages = source.lines().filter(|line| line.starts_with(|letter: char| letter.is_alphabetic()));
        messages.filter_map(|line| line.split_once(" =").map(|(key, _)| key)).collect()
    }

    #[test]
    fn both_languages_have_the_same_texts_and_no_error() {
        assert_eq!(keys(Language::English), keys(Language::French));
        for language in Language::ALL {
            for source in [source(language), reason_source(language), fault_source(language)] {
                assert!(FluentResource::try_new(source.to_owned()).is_ok());
            }
            assert!(keys(language).is_disjoint(&reason_keys(language)));
            assert!(fault_keys(language).is_disjoint(&reason_keys(language)));
        }
    }

    /// The signs before and after which French writes a space that no line may break at.
    #[test]
    fn no_line_of_a_french_text_begins_with_a_sign() {
        let french = [source, reason_source, fault_source].map(|source| source(Language::French));
        for line in french.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#')) {
            for pair in [" ;", " :", " !", " ?", " »", "« "] {
                assert!(!line.contains(pair), "a plain space in `{pair}`: {line}");
            }
        }
    }

    #[test]
    fn every_kind_and_family_has_a_name() {
        for language in Language::ALL {
            let keys = keys(language);
            for kind in EventKind::ALL {
                assert!(keys.contains(format!("kind-{}", kind.name()).as_str()), "{kind:?}");
            }
            for family in Family::ALL {
                assert!(keys.contains(format!("family-{}", family_key(family)).as_str()), "{family:?}");
            }
        }
    }

    #[test]
    fn numbers_choose_the_plural() {
        let (french, english) = (Texts::new(Language::French), Texts::new(Language::English));
        assert_eq!(french.count("events-in-window", 1), "1 événement");
        assert_eq!(english.count("events-in-window", 2), "2 events");
        assert_eq!(english.count("events-in-window", 0), "no event");
    }
}
