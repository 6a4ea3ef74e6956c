//! Where and when an event was whose own sentence does not say so.

use super::Reading;
use crate::edtf::Precision;
use crate::event::clause::SentenceView;
use crate::event::draft::Draft;
use crate::event::hit::Hit;
use crate::event::kind::EventKind;
use crate::event::mention::{MentionPlace, PlaceHow, TimeRelation, WhenHow};
use crate::event::retell;
use crate::event::rules::words;
use crate::event::timing::{self, CountedFrom, EventTime};
use crate::timex::Role;

/// Tokens that open a sentence.
const OPENING: usize = 7;
/// Sentences back to what a sentence goes on from.
const GOES_ON: usize = 4;
/// The last paragraph whose day the whole report may be about, headline included.
const LEAD: usize = 6;

/// The expression of time that a mention goes by, and how that was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct MentionTime {
    /// Index among the report's; `None` for the day of publication.
    pub(super) timex: Option<u32>,
    pub(super) relation: TimeRelation,
    pub(super) how: WhenHow,
}

impl Reading<'_> {
    /// What the text around is about.
    pub(super) fn place_from_context(&self, view: &SentenceView<'_>) -> Option<MentionPlace> {
        let named = self.discourse.about(view.sentence.span.start(), view.sentence.paragraph)?;
        let toponym = u32::try_from(named.toponym).ok();
        Some(MentionPlace { place: named.place, how: PlaceHow::FromContext, near: false, span: named.span, toponym })
    }

    /// The place that the sentence has told of another event.
    pub(super) fn place_of_sentence(&self, view: &SentenceView<'_>) -> Option<MentionPlace> {
        let told = self.drafts.iter().rev().take_while(|draft| draft.sentence == view.number);
        let mut placed = told.filter(|draft| draft.own_place);
        placed.find_map(|draft| draft.mention.place.clone()).map(MentionPlace::into_context)
    }

    /// The place of the fighting that *the clashes* points back to.
    pub(super) fn place_of_told(&self, view: &SentenceView<'_>, hit: &Hit) -> Option<MentionPlace> {
        let told = |draft: &&Draft| {
            let kind = draft.kind();
            draft.is_plotted()
                && draft.own_place
                && !draft.vague
                && (kind == hit.kind || (kind.is_violent() && hit.kind.is_violent()))
                && draft.paragraph + retell::REFERS >= view.sentence.paragraph
        };
        self.drafts.iter().rev().find(told)?.mention.place.clone().map(MentionPlace::into_context)
    }

    /// When a trigger's own sentence says it was.
    pub(super) fn times(&self, view: &SentenceView<'_>, hit: &Hit) -> Vec<EventTime> {
        let mut stated = timing::of(view, self.timexes, hit.tokens.start);
        if hit.trigger.lasts || is_held(view, hit) {
            for time in stated.iter_mut().filter(|time| time.relation == TimeRelation::Since) {
                time.relation = TimeRelation::At;
            }
        }
        if let Some((count, from)) = timing::days_before(view, self.timexes, hit.tokens.start) {
            self.count_from(view, &mut stated, count, from);
        }
        stated
    }

    /// Counts days back from what an expression counts from.
    fn count_from(&self, view: &SentenceView<'_>, stated: &mut Vec<EventTime>, count: i16, from: CountedFrom) {
        let relation = if count == 0 { TimeRelation::At } else { TimeRelation::DaysBefore(count) };
        let around = self.time_from_context(view).timex.map(|timex| timex as usize);
        let counted = match from {
            // "La veille de l'assaut, …"
            CountedFrom::Told => match self.told_day() {
                Some(told) => {
                    stated.clear();
                    Some(told)
                }
                None => around.filter(|_| stated.is_empty()),
            },
            CountedFrom::Stated => around.filter(|_| stated.is_empty()),
            // "Three days after the raid, the town holds its breath": from the day of the report, where the text around tells no
            // other; else that is the day of the raid.
            CountedFrom::Report(length) => Some(length).filter(|_| around.is_none() && stated.is_empty()),
        };
        if from == CountedFrom::Stated {
            for time in stated.iter_mut() {
                time.relation = relation;
            }
        }
        stated.extend(counted.map(|timex| EventTime { timex, relation }));
    }

    /// The day of the last violence told with one, or capture.
    fn told_day(&self) -> Option<usize> {
        let told = |draft: &&Draft| {
            let kind = draft.kind();
            let hard = kind.is_violent() || matches!(kind, EventKind::Capture | EventKind::Handover);
            hard && draft.is_plotted() && draft.mention.relation == TimeRelation::At && self.is_day(draft.mention.timex)
        };
        self.drafts.iter().rev().find(told)?.mention.timex.map(|timex| timex as usize)
    }

    /// When a mention was: by its own expression of time, else by the text around.
    pub(super) fn mention_time(&self, view: &SentenceView<'_>, own: Option<EventTime>) -> MentionTime {
        match own {
            Some(EventTime { timex, relation }) => {
                MentionTime { timex: u32::try_from(timex).ok(), relation, how: WhenHow::Named }
            }
            None => self.time_from_context(view),
        }
    }

    /// The day of the last event of the paragraph, else the report's first day, else its publication.
    fn time_from_context(&self, view: &SentenceView<'_>) -> MentionTime {
        let entry = self.entry.and_then(|entry| u32::try_from(entry).ok());
        let (timex, relation) = match self.goes_on_from(view) {
            // "The day after the assault, planes struck back. Bombs fell …": on the day that the assault is counted from.
            Some(draft) => match draft.mention.relation {
                TimeRelation::DaysBefore(_) => (draft.mention.timex, TimeRelation::At),
                relation => (draft.mention.timex, relation),
            },
            None => (self.day_of_paragraph(view).or(entry).or(self.lead), TimeRelation::At),
        };
        let how = if timex.is_some() { WhenHow::FromContext } else { WhenHow::Publication };
        let timex = timex.or_else(|| self.day_of_saying(view));
        MentionTime { timex, relation, how }
    }

    /// The day on which it was said, where the report tells no other.
    fn day_of_saying(&self, view: &SentenceView<'_>) -> Option<u32> {
        let said = u32::try_from(timing::said_on(view, self.timexes)?).ok();
        said.filter(|_| self.is_day(said))
    }

    /// The dated event that a sentence goes on from.
    fn goes_on_from(&self, view: &SentenceView<'_>) -> Option<&Draft> {
        let from = self.entry.and_then(|entry| self.timexes.get(entry)).map_or(0, |timex| timex.span.start());
        // "Quelques heures plus tard, …" goes on from what the sentences before tell, in the paragraph before too.
        let goes_on = view.any(0..OPENING.min(view.tokens.len()), words::LATER);
        self.drafts.last().filter(|draft| {
            let near = draft.paragraph == view.sentence.paragraph && draft.sentence + 1 >= view.number;
            (near || (goes_on && draft.sentence + GOES_ON >= view.number))
                && draft.mention.timex.is_some()
                && draft.mention.quote.start() >= from
        })
    }

    /// The last day that the paragraph names before the sentence, where what it tells of that day happened: *What took place last
    /// Tuesday? Accounts agree. The attackers …*
    fn day_of_paragraph(&self, view: &SentenceView<'_>) -> Option<u32> {
        let sentences = view.source.sentences.get(..view.number)?;
        let own = sentences.iter().rev().take_while(|sentence| sentence.paragraph == view.sentence.paragraph);
        let start = own.last()?.span.start();
        let before = self.timexes.partition_point(|timex| timex.span.start() < view.sentence.span.start());
        let earlier = self.timexes.get(..before)?.iter().enumerate().rev();
        let named = earlier.take_while(|(_, timex)| timex.span.start() >= start).find_map(|(index, timex)| {
            let index = u32::try_from(index).ok()?;
            let told = timex.role == Role::Told && timex.extent.is_none() && self.is_day(Some(index));
            told.then_some(index)
        })?;
        let unreal = |draft: &Draft| draft.mention.timex == Some(named) && !draft.is_plotted();
        (!self.drafts.iter().any(unreal)).then_some(named)
    }

    /// Takes note of the day of the report's first dated event.
    pub(super) fn note_lead(&mut self, view: &SentenceView<'_>, hit: &Hit, time: MentionTime) {
        let named = time.how == WhenHow::Named && time.relation == TimeRelation::At;
        let leads = named && view.sentence.paragraph <= LEAD && hit.certainty.is_plotted();
        if leads && self.lead.is_none() && self.is_day(time.timex) {
            self.lead = time.timex;
        }
    }

    pub(super) fn is_day(&self, timex: Option<u32>) -> bool {
        let timex = timex.and_then(|index| self.timexes.get(index as usize));
        timex.is_some_and(|timex| match &timex.when {
            Some(when) => when.precision() == Precision::Day,
            // A report whose own day is not known yet.
            None => timex.awaits_publication() && timex.weekday().is_some(),
        })
    }
}

/// *are in control of*, *sont aux mains des rebelles*: who is said to hold something since a day took it on that day.
fn is_held(view: &SentenceView<'_>, hit: &Hit) -> bool {
    let taken = matches!(hit.kind, EventKind::Capture | EventKind::Abduction | EventKind::Arrest);
    taken && !hit.anchor.noun && view.is(hit.tokens.start, words::BE)
}
