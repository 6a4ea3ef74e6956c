//! [`VerbEntry`]: the compact notation of verbs in a pack, and the forms it stands for.
//!
//! `attaqu/er` is a stem and the name of an ending class in `[event.endings]`; `s'empar/er` is reflexive;
//! words after the verb belong to it (`tomb/er aux mains`), with its object at `…` (`pr/endre … en otage`, `hand/ed over … weapons`). `frappe(s) aérienne(s)` stands for each choice of what is in brackets.

use crate::language::{LanguagePack, PackError};
use std::collections::BTreeMap;

/// Forms of a verb, one bit each: English *attacked* is both past and participle.
pub type Form = u8;
/// *attaquer*, *attack*
pub const INFINITIVE: Form = 1;
/// *attaque*, *attacks*
pub const PRESENT: Form = 2;
/// *attaquait*, *attaqua*, *attacked*
pub const PAST: Form = 4;
/// *attaquera*
pub const FUTURE: Form = 8;
/// *attaquerait*
pub const CONDITIONAL: Form = 16;
/// *attaqué*, *attacked*
pub const PARTICIPLE: Form = 32;
/// *attaquant*, *attacking*
pub const GERUND: Form = 64;

/// The endings of a class by form, as in `[event.endings.er]`.
pub type Endings = BTreeMap<String, BTreeMap<String, String>>;

/// Classes of verbs by name: what each adds to a stem, in order, and which forms that makes.
#[derive(Clone, Debug, Default)]
pub struct VerbClasses(BTreeMap<String, Vec<(String, Form)>>);

impl VerbClasses {
    /// Those of a pack.
    ///
    /// # Errors
    /// [`PackError`] where an ending is of no form.
    pub fn compile(pack: &LanguagePack, endings: &Endings) -> Result<Self, PackError> {
        let class = |(name, class): (&String, &BTreeMap<String, String>)| {
            let mut forms: BTreeMap<String, Form> = BTreeMap::new();
            for (form, list) in class {
                let bit = form_of(form)
                    .ok_or_else(|| pack.error(form, format!("`{form}` is no form: infinitive, present, past, …")))?;
                for ending in list.split_whitespace() {
                    *forms.entry(ending.trim_start_matches('-').to_owned()).or_default() |= bit;
                }
            }
            Ok((name.clone(), forms.into_iter().collect()))
        };
        endings.iter().map(class).collect::<Result<_, _>>().map(Self)
    }
}

/// A verb of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbEntry {
    /// Written forms.
    pub forms: Vec<(String, Form)>,
    /// Whether it is reflexive.
    pub reflexive: bool,
    /// The words after it, written, parted where objects stand: *hand over* their *weapons*. The first part may be empty.
    pub trailing: Vec<Vec<String>>,
}

impl VerbEntry {
    /// Reads the notation.
    ///
    /// # Errors
    /// [`PackError`] where there is no `stem/class`, or no such class.
    pub fn parse(pack: &LanguagePack, entry: &str, classes: &VerbClasses) -> Result<Self, PackError> {
        let mut words = entry.split_whitespace();
        let mut first = words.next().unwrap_or_default();
        let mut reflexive = false;
        if first == "se" {
            reflexive = true;
            first = words.next().unwrap_or_default();
        } else if let Some(rest) = first.strip_prefix("s'") {
            reflexive = true;
            first = rest;
        }
        let Some((stem, class)) = first.split_once('/') else {
            return Err(pack.error(entry, format!("`{entry}` is no verb: write stem/class, as in attaqu/er")));
        };
        // A class of one verb has its name: `/are`.
        if stem == class {
            return Err(pack.error(entry, format!("`{entry}`: the class has the whole verb; write no stem")));
        }
        let Some(class) = classes.0.get(class) else {
            return Err(pack.error(entry, format!("`{entry}`: [event.endings] has no class `{class}`")));
        };
        let rest: Vec<&str> = words.collect();
        let trailing: Vec<Vec<String>> =
            rest.split(|word| *word == "…").map(|part| part.iter().map(|&word| word.to_owned()).collect()).collect();
        if trailing.iter().skip(1).any(Vec::is_empty) {
            return Err(pack.error(entry, format!("`{entry}`: write words after each …")));
        }
        let forms = class.iter().map(|(ending, form)| ([stem, ending].concat(), *form)).collect();
        Ok(Self { forms, reflexive, trailing })
    }
}

fn form_of(name: &str) -> Option<Form> {
    Some(match name {
        "infinitive" => INFINITIVE,
        "present" => PRESENT,
        "past" => PAST,
        "future" => FUTURE,
        "conditional" => CONDITIONAL,
        "participle" => PARTICIPLE,
        "gerund" => GERUND,
        _ => return None,
    })
}

/// Every choice of the parts in brackets: `américain(e)(s)` is four words. More than six brackets are taken all or none.
#[must_use]
pub fn expand(entry: &str) -> Vec<String> {
    let parts: Vec<(&str, &str)> = entry
        .split('(')
        .enumerate()
        .map(|(index, part)| if index == 0 { ("", part) } else { part.split_once(')').unwrap_or((part, "")) })
        .collect();
    let brackets = parts.len() - 1;
    if brackets == 0 {
        return vec![entry.to_owned()];
    }
    let choices: Vec<u32> = if brackets <= 6 { (0..1 << brackets).collect() } else { vec![0, u32::MAX] };
    let write = |choice: u32| {
        parts.iter().enumerate().fold(String::new(), |mut out, (index, (option, plain))| {
            if index > 0 && choice & (1 << ((index - 1) % 32)) != 0 {
                out.push_str(option);
            }
            out.push_str(plain);
            out
        })
    };
    let mut found: Vec<String> = choices.into_iter().map(write).collect();
    found.sort();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_stand_for_each_choice() {
        assert_eq!(expand("afghan(e)(s)"), ["afghan", "afghane", "afghanes", "afghans"]);
        assert_eq!(expand("raid"), ["raid"]);
        assert_eq!(expand("clash(es)"), ["clash", "clashes"]);
    }

    #[test]
    fn a_verb_is_its_stem_and_its_endings() {
        let pack = LanguagePack::parse("xx.toml", "[language]\ncode = \"xx\"\nname = \"X\"\n").unwrap();
        let class = BTreeMap::from([
            ("infinitive".to_owned(), "er".to_owned()),
            ("participle".to_owned(), "é ée".to_owned()),
            ("present".to_owned(), "e ent".to_owned()),
        ]);
        let endings = VerbClasses::compile(&pack, &Endings::from([("er".to_owned(), class)])).unwrap();
        let verb = VerbEntry::parse(&pack, "s'empar/er de", &endings).unwrap();
        assert!(verb.reflexive);
        assert_eq!(verb.trailing, [["de"]]);
        assert!(verb.forms.contains(&("emparée".to_owned(), PARTICIPLE)));
        let around = VerbEntry::parse(&pack, "jet/er à … armes", &endings).unwrap();
        assert_eq!(around.trailing, [["à"], ["armes"]]);
        assert!(VerbEntry::parse(&pack, "jet/er …", &endings).is_err());
        assert!(VerbEntry::parse(&pack, "er/er", &endings).is_err());
        assert!(VerbEntry::parse(&pack, "emparer", &endings).is_err());
        assert!(VerbEntry::parse(&pack, "empar/ir", &endings).is_err());
    }

    #[test]
    fn an_ending_is_of_some_form() {
        let pack = LanguagePack::parse("xx.toml", "[language]\ncode = \"xx\"\nname = \"X\"\n").unwrap();
        let class = BTreeMap::from([("aorist".to_owned(), "a".to_owned())]);
        assert!(VerbClasses::compile(&pack, &Endings::from([("er".to_owned(), class)])).is_err());
    }
}
