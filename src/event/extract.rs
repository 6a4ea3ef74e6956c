//! From a report to its mentions.

mod context;
mod counting;
mod saying;
mod telling;

use super::actor::{self, Groups};
use super::claim::ClaimKind;
use super::clause::SentenceView;
use super::discourse::Discourse;
use super::draft::Draft;
use super::hit;
use super::kind::Family;
use super::locate::Sites;
use super::mention::{Mention, TimeRelation};
use super::places::Places;
use super::retell;
use super::rules::Rules;
use super::speech::Speakers;
use super::toll;
use crate::language::AnalysedText;
use crate::reason::DocumentIndex;
use crate::span::Span;
use crate::timex::Timex;
use crate::toponym::Toponym;

/// What a report has told so far.
struct Reading<'a> {
    toponyms: &'a [Toponym],
    timexes: &'a [Timex],
    document: DocumentIndex,
    discourse: Discourse<'a>,
    drafts: Vec<Draft>,
    /// The groups it has named.
    groups: Groups,
    /// Whom it quotes.
    speakers: Speakers,
    /// What the last figure counted, until something else is told.
    counted: Option<ClaimKind>,
    /// The day of the report's first dated event.
    lead: Option<u32>,
    /// Indices of the timexes that head the entries of a chronology.
    headings: Vec<usize>,
    /// Index of the timex that heads the entry that is being read.
    entry: Option<usize>,
}

/// Every telling of an event in a report, plotted or not, by offset.
///
/// `toponyms` and `timexes` are the report's, sorted by span. `when` is left to [`super::date`].
#[must_use]
pub fn extract(
    text: &AnalysedText<'_>,
    rules: &Rules,
    toponyms: &[Toponym],
    timexes: &[Timex],
    places: &dyn Places,
    document: DocumentIndex,
) -> Vec<Mention> {
    let mut reading = Reading {
        toponyms,
        timexes,
        document,
        discourse: Discourse::new(text, rules, toponyms, timexes, places),
        drafts: Vec::with_capacity(text.sentences.len()),
        groups: Groups::new(text, rules),
        speakers: Speakers::default(),
        counted: None,
        lead: None,
        headings: (0..).zip(timexes).filter(|(_, timex)| timex.heads_entry).map(|(index, _)| index).collect(),
        entry: None,
    };
    for (number, sentence) in text.sentences.iter().enumerate() {
        let tokens = text.tokens_of(sentence);
        let tells = || rules.may_tell(tokens) || reading.may_count(rules, number, tokens);
        if !text.is_boilerplate(sentence.span.start()) && tells() {
            reading.enter(sentence.span.end());
            let view = SentenceView::new(text, rules, number, sentence, toponyms, timexes);
            reading.sentence(&view);
        }
    }
    let mut mentions = retell::gather(reading.drafts, toponyms, timexes, places);
    for mention in &mut mentions {
        let timex = mention.timex.and_then(|timex| timexes.get(timex as usize));
        mention.by_night = mention.relation == TimeRelation::At && timex.is_some_and(Timex::is_by_night);
    }
    mentions
}

impl Reading<'_> {
    /// Enters the entry of a chronology whose heading is the last one before byte `end`: what was told before it is another day's.
    fn enter(&mut self, end: usize) {
        let start_of = |heading: usize| self.timexes.get(heading).map_or(usize::MAX, |timex| timex.span.start());
        let after = self.headings.partition_point(|&heading| start_of(heading) < end);
        let entry = after.checked_sub(1).and_then(|last| self.headings.get(last)).copied();
        if entry != self.entry
            && let Some(heading) = entry
        {
            self.entry = entry;
            let next = self.headings.get(after).map_or(usize::MAX, |&next| start_of(next));
            self.discourse.begin(start_of(heading)..next);
        }
    }

    fn sentence(&mut self, view: &SentenceView<'_>) {
        let sites = Sites::new(view, self.toponyms, &self.discourse);
        let hits = hit::find(view, &sites);
        let mut tolls = toll::find(view, self.unsaid(view, &hits));
        tolls.extend(toll::of_hits(view, &hits, &tolls));
        tolls.sort_by_key(|toll| toll.figure.tokens.start);
        self.counted = toll::main_count(&tolls).or(self.counted.filter(|_| hits.is_empty()));
        self.speakers.enter(view);
        let first = self.drafts.len();
        let groups = self.groups.find(view);
        for hit in &hits {
            let before = self.drafts.len();
            self.tell(view, &sites, hit, &tolls);
            let actors = actor::of(view, &groups, hit);
            for draft in self.drafts.iter_mut().skip(before) {
                draft.mention.actors.clone_from(&actors);
            }
        }
        self.count(view, first, &tolls);
        for span in sites.of_care(view) {
            self.discourse.discount(span);
        }
        self.speakers.leave(view);
        let told = self.drafts.get(first..).unwrap_or_default();
        let of_nothing = |draft: &Draft| !draft.is_plotted() && draft.family() != Family::Diplomacy;
        if !told.is_empty() && told.iter().all(of_nothing) {
            // "At Torghundi, no shot was needed.": what opens a sentence so holds for what is told next, too.
            let frame = sites.frame().map_or(view.sentence.span.start(), |tokens| view.span(tokens).end());
            self.discourse.discount(Span::new(frame, view.sentence.span.end()));
        }
    }
}
