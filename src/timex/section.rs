//! [`Section`]: the `[timex]` section of a language pack, as written.

use serde::Deserialize;
use std::collections::BTreeMap;

/// `[timex]` of a language pack.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Section {
    /// Classes of words with a number each: `weekday`, `month`, `unit`, … An entry that ends in `.` may take its full stop.
    pub(super) words: BTreeMap<String, BTreeMap<String, i32>>,
    /// Classes whose words count only with a capital: English months and weekdays.
    pub(super) capitalized: Vec<String>,
    /// Pieces of patterns, used as `@name`.
    pub(super) macros: BTreeMap<String, String>,
    /// What is recognised, and what it means; of two matches of one length the earlier rule counts.
    pub(super) rules: Vec<Rule>,
    /// Words that tell tense, reporting and bounds.
    pub(super) cues: Cues,
}

/// One rule: patterns and what they mean.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Rule {
    /// `calendar`, `range`, `shift`, `years`, `duration`, `set`, `reference`, or `nothing` for what only looks like a date.
    pub(super) make: String,
    /// Patterns; see [`super::pattern`].
    pub(super) patterns: Vec<String>,
    /// Slots that every pattern of the rule fills with a fixed number.
    pub(super) set: BTreeMap<String, i32>,
    /// `PAST_REF` and the like.
    pub(super) value: Option<String>,
    /// `publication`, `narrative`, `following` or `story`.
    pub(super) anchor: Option<String>,
}

/// Words around expressions.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Cues {
    /// Verb forms and words of the past, compared with their accents.
    pub(super) past: Vec<String>,
    /// Of the present.
    pub(super) present: Vec<String>,
    /// Of the future, and of plans.
    pub(super) future: Vec<String>,
    /// Of the future, that may or may not come: what they count ahead is a length.
    pub(super) possible: Vec<String>,
    /// Two words that together look ahead: *is to*.
    pub(super) future_pairs: Vec<String>,
    /// Endings of verb forms of the past.
    pub(super) past_endings: Vec<String>,
    /// Of the future.
    pub(super) future_endings: Vec<String>,
    /// Auxiliaries that make a past with a participle and a present without.
    pub(super) auxiliaries: Vec<String>,
    /// Endings of participles, with their accents.
    pub(super) participle_endings: Vec<String>,
    /// Words with a verb's ending that are none.
    pub(super) no_verbs: Vec<String>,
    /// Verbs that bring somebody's words into the report.
    pub(super) reporting: Vec<String>,
    /// Words that a new clause begins with.
    pub(super) clause: Vec<String>,
    /// Words before a date that makes it the report's own.
    pub(super) stated: Vec<String>,
    /// Nouns for a report and what is done to it, which do so in its head alone: *bulletin*, *programme*.
    pub(super) issue: Vec<String>,
    /// Words of a title that has the weekday of its report.
    pub(super) headings: Vec<String>,
    /// Words that open the line at the foot where a statement is signed: *fait à Goma, le 6 octobre*.
    pub(super) signed: Vec<String>,
    /// Words before an expression that make a stretch from it on.
    pub(super) since: Vec<String>,
    /// Up to it.
    pub(super) until: Vec<String>,
    /// Before it.
    pub(super) before: Vec<String>,
    /// After it.
    pub(super) after: Vec<String>,
    /// About it.
    pub(super) about: Vec<String>,
}
