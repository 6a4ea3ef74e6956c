//! The sections of a language pack that the events engine reads.

use super::inflect::Endings;
use super::{Need, PlaceRole};
use serde::Deserialize;
use std::collections::BTreeMap;

/// `[event]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct EventSection {
    /// Ending classes of verbs.
    pub(super) endings: Endings,
    /// Word classes: name, words parted by spaces.
    pub(super) words: BTreeMap<String, String>,
    /// Whether the past conditional tells what others say: *auraient pris*.
    pub(super) press_conditional: bool,
    /// Whether a clause may be a verb's complement with no word that opens it: *denied rebels had taken it*.
    pub(super) bare_complement: bool,
    /// Endings of names of trades: *-ician*.
    pub(super) person_endings: Vec<String>,
    /// Phrases that may stand inside a verb group: *à nouveau*.
    pub(super) adverbials: Vec<String>,
    /// Classes of nouns of several words: *chef-lieu*, *hommes armés*.
    pub(super) phrases: BTreeMap<String, Vec<String>>,
    /// Verbs that are no triggers themselves.
    pub(super) verbs: HelperVerbs,
    /// What tells an event.
    pub(super) trigger: Vec<TriggerEntry>,
    /// What an attack or a killing was done with.
    pub(super) method: Vec<MethodEntry>,
}

/// `[event.verbs]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct HelperVerbs {
    /// An event is their object: *launch* an offensive.
    pub(super) light: Vec<String>,
    /// An event is their subject: an attack *took place*.
    pub(super) occur: Vec<String>,
    /// An event is their object, told again: *confirm* the capture.
    pub(super) tell: Vec<String>,
    /// An event is their object, taken as known: *nobody claimed responsibility for* the attack.
    pub(super) factive: Vec<String>,
    /// An event is their object, told or to come: *announce* a withdrawal.
    pub(super) announce: Vec<String>,
    /// Verbs whose perfect is made with *be*: it is no passive.
    pub(super) with_be: Vec<String>,
}

/// `[[event.trigger]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TriggerEntry {
    /// One of the eighteen kinds; `attack`, `killing` or `seizing` where method, victims and actors decide; or `nothing`, for turns
    /// of speech that keep their shorter readings quiet.
    pub(super) kind: String,
    /// Verbs: see [`super::inflect::VerbEntry`].
    #[serde(default)]
    pub(super) verbs: Vec<String>,
    /// Nouns, with optional parts in brackets.
    #[serde(default)]
    pub(super) nouns: Vec<String>,
    /// Where the place stands.
    #[serde(default)]
    pub(super) place: PlaceRole,
    /// What has to stand with it.
    #[serde(default)]
    pub(super) needs: Needs,
    /// Whether it lasts: *held since Friday* began on that day.
    #[serde(default)]
    pub(super) lasts: bool,
}

/// One need or several.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Needs {
    /// `needs = "place"`
    One(Need),
    /// `needs = ["place", "fighters"]`
    All(Vec<Need>),
}

impl Default for Needs {
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

impl Needs {
    /// All of them, one bit each.
    pub(super) fn bits(&self) -> u16 {
        match self {
            Self::One(need) => need.bit(),
            Self::All(needs) => needs.iter().fold(0, |bits, need| bits | need.bit()),
        }
    }
}

/// `[[event.method]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MethodEntry {
    /// The kind that it makes of an attack or a killing.
    pub(super) kind: String,
    /// The kind it makes it of, where that is neither: a riot in a prison.
    #[serde(default)]
    pub(super) of: Option<String>,
    /// Words for it.
    pub(super) words: Vec<String>,
}

/// `[certainty]`: verbs (`stem/class`) and phrases; what follows them in the clause is so.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct CertaintySection {
    /// *prévoir de*, *plan to*
    pub(super) planned: Vec<String>,
    /// *craindre que*, *fear that*
    pub(super) hypothetical: Vec<String>,
    /// *démentir que*, *deny that*
    pub(super) denied: Vec<String>,
    /// *foil*: denied, unless the sentence counts losses, as of an attack beaten off.
    pub(super) foiled: Vec<String>,
    /// *turned out to be untrue*: what stands before it in the sentence.
    pub(super) debunked: Vec<String>,
    /// *apparently*, *aurait*
    pub(super) claimed: Vec<String>,
    /// *réussir à*, *managed to*: what follows did happen.
    pub(super) achieved: Vec<String>,
    /// Words before what was tried.
    pub(super) attempted: Vec<String>,
    /// Endings that a verb not in the pack has in the future or conditional.
    pub(super) unreal_endings: Vec<String>,
    /// What is told in general, not of one day.
    pub(super) habitual: Vec<String>,
}

/// `[speech]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct SpeechSection {
    /// Verbs of saying.
    pub(super) verbs: Vec<String>,
    /// Phrases before a source: *selon*, *according to*; what stands after a bar is part of its name: *de | sources*.
    pub(super) according: Vec<String>,
    /// *il*, *she*: who spoke last.
    pub(super) pronouns: Vec<String>,
}

/// `[actors]`: English names, and the words for them.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ActorSection {
    /// Groups with a name of their own.
    pub(super) named: BTreeMap<String, Vec<String>>,
    /// Bodies and states' forces with a name of their own.
    pub(super) bodies: BTreeMap<String, Vec<String>>,
    /// Kinds of forces and bodies.
    pub(super) kinds: BTreeMap<String, Vec<String>>,
    /// Adjectives of countries.
    pub(super) countries: BTreeMap<String, Vec<String>>,
    /// Words for the armed group that a report is about.
    pub(super) insurgents: Vec<String>,
}

/// `[claims]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ClaimSection {
    /// Number words.
    pub(super) numbers: BTreeMap<String, u32>,
    /// *douzaine*: about so many.
    pub(super) groups: BTreeMap<String, u32>,
    /// *dizaines*: so many or more.
    pub(super) several: BTreeMap<String, u32>,
    /// *au moins*
    pub(super) at_least: Vec<String>,
    /// *plus de*
    pub(super) more_than: Vec<String>,
    /// *jusqu'à*
    pub(super) at_most: Vec<String>,
    /// *moins de*
    pub(super) less_than: Vec<String>,
    /// *environ*
    pub(super) about: Vec<String>,
    /// *entre* … *et*
    pub(super) between: Vec<String>,
    /// Words between the ends of a range.
    pub(super) to: Vec<String>,
    /// Measures that make a number no count of people.
    pub(super) units: Vec<String>,
    /// Verbs and nouns of each toll, by the name of the claim.
    pub(super) toll: BTreeMap<String, TollEntry>,
    /// Words that make a figure part of the one before: *dont*, *including*.
    pub(super) parts: Vec<String>,
    /// Verbs whose object is a count of what was counted before: *en recense*, *spoke of*.
    pub(super) counting: Vec<String>,
    /// Words after a bare figure that say on whose side it was counted: *dans les rangs*.
    pub(super) sides: Vec<String>,
    /// Words before a figure that the report has a newer one for: *un premier bilan*.
    pub(super) former: Vec<String>,
    /// Nouns for those counted that say nothing of what befell them: *a rights group has 16 in all*.
    pub(super) victims: Vec<String>,
    /// Nouns for what is left of the dead, which count them after an attack alone: *elders have 34 graves*, *a rights group has 16 names*.
    pub(super) remains: Vec<String>,
    /// Words before a number that make it an age: *aged*, *a boy of*.
    pub(super) ages: Vec<String>,
    /// Words that make a toll one of months or of a land: no event's.
    pub(super) total: Vec<String>,
}

/// `[claims.toll.killed]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct TollEntry {
    /// *tuer*: its object, or the subject of its passive, was counted.
    pub(super) verbs: Vec<String>,
    /// *capturer*: the same, where it is named as people.
    pub(super) people_verbs: Vec<String>,
    /// Verbs whose subject was counted: *mourir*.
    pub(super) subject_verbs: Vec<String>,
    /// *se rendre*: the same, where it is named as people.
    pub(super) people_subject_verbs: Vec<String>,
    /// *morts*: what was counted.
    pub(super) nouns: Vec<String>,
    /// *la mort de*: before what was counted.
    pub(super) nouns_of: Vec<String>,
    /// *le nombre de morts*: the count itself.
    pub(super) counts: Vec<String>,
}

/// What events ask of `[toponym]`: the adjectives and names of peoples, by country.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct DemonymSection {
    pub(super) demonyms: BTreeMap<String, Vec<String>>,
}
