//! [`Saying`]: what a sentence says of one trigger, and whether that is an event.

use super::Reading;
use crate::event::attach;
use crate::event::claim::ClaimKind;
use crate::event::clause::SentenceView;
use crate::event::draft::Draft;
use crate::event::hit::{Hit, Telling};
use crate::event::kind::{EventKind, Family};
use crate::event::mention::{MentionPlace, PlaceHow, TimeRelation};
use crate::event::rulers::is_seat;
use crate::event::rules::inflect::GERUND;
use crate::event::rules::{TriggerKind, VerbUse, words};
use crate::event::speech;
use crate::event::timing::EventTime;
use crate::event::toll::Toll;
use crate::gazetteer::PlaceKind;
use crate::timex::TimexType;

/// Where and when a sentence says the event of one trigger was.
#[expect(clippy::struct_excessive_bools, reason = "each is true or not by itself")]
pub(super) struct Saying<'a> {
    view: &'a SentenceView<'a>,
    hit: &'a Hit,
    tolls: &'a [Toll],
    /// `None` for a name that no gazetteer knows.
    pub(super) places: Vec<Option<MentionPlace>>,
    pub(super) times: Vec<EventTime>,
    /// Whether the sentence names one of the places.
    pub(super) named: bool,
    /// Whether it names one that is not only of whom it quotes.
    tells_place: bool,
    /// Whether one of them is no narrower than a province.
    land: bool,
    country: bool,
}

/// Tokens between a noun for the dead and the verb of finding them.
const FOUND: usize = 4;

/// Paragraphs back to what a toll may be of.
const NEAR: usize = 2;

/// Days beyond which a count is one of months.
const SEASON: i32 = 45;

impl<'a> Saying<'a> {
    pub(super) fn new(
        reading: &Reading<'_>,
        view: &'a SentenceView<'a>,
        hit: &'a Hit,
        tolls: &'a [Toll],
        places: Vec<Option<MentionPlace>>,
    ) -> Self {
        let from_context = |place: &Option<MentionPlace>| place.as_ref().is_some_and(MentionPlace::is_of_context);
        let seat = places.iter().flatten().any(|place| tells_from_seat(reading, view, hit, place));
        let places = if seat { Vec::new() } else { places };
        let gazetteer = reading.discourse.places;
        let known = || places.iter().flatten().map(|place| place.place);
        Self {
            view,
            hit,
            tolls,
            times: reading.times(view, hit),
            named: !places.iter().all(from_context),
            tells_place: places.iter().any(|place| {
                let of_speaker = place.as_ref().is_some_and(|place| reading.speakers.name(view, place.span));
                !from_context(place) && !of_speaker
            }),
            land: known().any(|place| gazetteer.is_land(place)),
            country: known().any(|place| gazetteer.kind(place) == PlaceKind::Country),
            places,
        }
    }

    /// Whether the sentence names neither a place nor a day.
    pub(super) fn is_bare(&self) -> bool {
        !self.named && self.times.is_empty()
    }

    /// Whether what it says is an event after all that the report has told.
    pub(super) fn tells_event(&self, reading: &Reading<'_>) -> bool {
        !(self.is_passing()
            || self.is_vague(reading)
            || self.counts_again(reading)
            || self.only_counts(reading)
            || self.is_total(reading))
    }

    /// Whether it says neither where nor when, where what it tells asks for one or the other.
    fn is_passing(&self) -> bool {
        let undated = self.times.is_empty();
        match self.hit.how {
            Telling::Circumstance => !self.named,
            Telling::Known => undated && (!self.named || self.land),
            Telling::Part => !self.named || self.country || (undated && self.land),
            // "We sent all our troops to the city": a step that nothing pins down.
            Telling::New | Telling::Again => self.hit.kind == EventKind::Movement && self.is_bare(),
        }
    }

    /// Whether no more than a country is known of it, and not even how long it lasted.
    fn is_vague(&self, reading: &Reading<'_>) -> bool {
        let mut timexes = self.view.timexes.iter().filter_map(|marked| reading.timexes.get(marked.index));
        self.is_bare() && self.country && !timexes.any(|timex| timex.kind == TimexType::Duration)
    }

    /// *At least 40 civilians were killed*: the toll of what was told before.
    fn counts_again(&self, reading: &Reading<'_>) -> bool {
        let paragraph = self.view.sentence.paragraph;
        let is_told = |draft: &Draft| {
            draft.is_plotted() && attach::suits(draft.kind(), ClaimKind::Killed) && draft.paragraph + NEAR >= paragraph
        };
        let of_count =
            !self.tells_place && self.times.iter().all(|time| self.counts_until(time) || self.is_of_saying(time));
        let counts = of_count || self.times.is_empty() && self.is_of_told(reading);
        self.tells_losses() && counts && reading.drafts.iter().any(is_told)
    }

    /// *killed 20*, *lost 20 men*: whether the trigger is the word for the losses.
    fn tells_losses(&self) -> bool {
        let is_loss = |toll: &Toll| matches!(toll.what, ClaimKind::Killed | ClaimKind::Wounded);
        let counts = |toll: &Toll| is_loss(toll) && self.hit.tokens.contains(&toll.word);
        let lost = self.hit.kind == EventKind::Clash && self.tolls.iter().any(counts);
        // "13 bodies had been found by midday"
        let body = |toll: &Toll| {
            let of_object = (toll.word + 1..=toll.word + FOUND).contains(&self.hit.tokens.start);
            is_loss(toll)
                && of_object
                && self.hit.anchor.passive
                && self.view.crossing(toll.word, self.hit.tokens.start) == 0
        };
        let found = self.hit.kind == EventKind::AttackOnCivilians && self.tolls.iter().any(body);
        lost || found || self.hit.trigger.kind == TriggerKind::Killing
    }

    /// Whether violence was told of each place it names: *At least 40 civilians were killed in Djibo*.
    fn is_of_told(&self, reading: &Reading<'_>) -> bool {
        let told = |place: &MentionPlace| {
            reading.drafts.iter().any(|draft| {
                let there = draft.mention.place.as_ref().is_some_and(|other| other.place == place.place);
                there && draft.is_plotted() && !draft.killing && draft.kind().is_violent()
            })
        };
        self.places.iter().all(|place| place.as_ref().is_some_and(told))
    }

    /// *By Sunday*: the day of the count, not of what is counted.
    fn counts_until(&self, time: &EventTime) -> bool {
        let marked = self.view.timexes.iter().find(|marked| marked.index == time.timex);
        marked.is_some_and(|marked| marked.tokens.start.checked_sub(1).is_some_and(|at| self.view.is(at, words::BY)))
    }

    /// *ISWAP, in a statement on Wednesday, said …*, *le décompte livré ce matin : …*, *spoke today of …*: the day of what is said, and not
    /// of what it says.
    fn is_of_saying(&self, time: &EventTime) -> bool {
        let (view, trigger) = (self.view, self.hit.tokens.start);
        let says = |at: usize| says(view, at);
        let Some(marked) = view.timexes.iter().find(|marked| marked.index == time.timex) else { return false };
        let day = &marked.tokens;
        let said = (day.end..trigger).find(|&at| says(at) || view.folded(at) == ":");
        let before = said.is_some_and(|said| !(0..said).any(|at| self.tolls.iter().any(|toll| toll.word == at)));
        let after = day.end <= trigger && day.start.checked_sub(1).is_some_and(says);
        // "six had been killed; police revised their count to five on Saturday"
        let verb = (trigger + 1..day.start).rfind(|&at| view.is_verb(at) || says(at));
        let elsewhere = verb.is_some_and(|at| says(at) && view.crossing(trigger, at) > 0);
        before || after || elsewhere
    }

    /// *Eighteen had died and a dozen been taken captive*, of what was told before: what else its losses were. Civilians who are taken
    /// are taken, whatever else was lost.
    fn only_counts(&self, reading: &Reading<'_>) -> bool {
        let whom = |toll: &Toll| toll.whom.clone().unwrap_or_default();
        let civilians =
            |toll: &Toll| self.view.any(whom(toll), words::CIVILIAN) && !self.view.any(whom(toll), words::FIGHTER);
        let counts = |toll: &Toll| {
            let given_up = matches!(toll.what, ClaimKind::Captured | ClaimKind::Surrendered);
            given_up && self.hit.tokens.contains(&toll.word) && !civilians(toll)
        };
        let is_loss = |toll: &Toll| matches!(toll.what, ClaimKind::Killed | ClaimKind::Wounded);
        let of_fighting = |draft: &Draft| {
            draft.is_plotted() && draft.sentence != self.view.number && draft.family() == Family::Fighting
        };
        !self.tells_place
            && self.times.is_empty()
            && self.tolls.iter().any(counts)
            && self.tolls.iter().any(is_loss)
            && reading.drafts.iter().any(of_fighting)
    }

    /// *1,420 civilians were killed in the first six months of the year*: no one event, where no place narrower than a land is told.
    fn is_total(&self, reading: &Reading<'_>) -> bool {
        let counts = self.tolls.iter().any(|toll| toll.what != ClaimKind::Displaced);
        let wide = |time: &EventTime| {
            let days = reading.timexes.get(time.timex).and_then(|timex| timex.when.as_ref().or(timex.extent.as_ref()));
            time.relation == TimeRelation::Since
                || days.is_some_and(|days| days.last().number().saturating_sub(days.first().number()) > SEASON)
        };
        let passing =
            matches!(self.hit.trigger.kind, TriggerKind::Killing | TriggerKind::Seizing | TriggerKind::Attack);
        passing && counts && !self.times.is_empty() && self.times.iter().all(wide) && (self.land || !self.named)
    }
}

/// Whether a verb of saying or counting stands at a token.
fn says(view: &SentenceView<'_>, at: usize) -> bool {
    // "put out a video denying that …"
    let gerund = view.is(at, words::SPEECH) && view.is_form(at, GERUND);
    gerund || speech::is_said(view, at) || view.verbs_at(at).any(|reading| reading.usage() == VerbUse::Counting)
}

/// *A Kaboul, le ministère a confirmé l'assaut*: whether a capital at the head of a sentence is only where it is said of the violence
/// that was told of another place.
fn tells_from_seat(reading: &Reading<'_>, view: &SentenceView<'_>, hit: &Hit, place: &MentionPlace) -> bool {
    let end = view.tokens.partition_point(|token| token.span.end() <= place.span.end());
    let opens =
        place.how == PlaceHow::Named && view.span(0..end.min(3)).covers(place.span) && view.any(0..end, words::AT);
    let again = hit.definite || hit.trigger.kind == TriggerKind::Killing;
    let elsewhere = |draft: &Draft| {
        let there = draft.mention.place.as_ref().is_some_and(|other| other.place != place.place);
        there && draft.is_plotted() && draft.own_place && !draft.vague && draft.kind().is_violent()
    };
    opens
        && again
        && is_seat(reading.discourse.places, place.place)
        && (end..hit.tokens.start)
            .any(|at| says(view, at) || view.verbs_at(at).any(|reading| reading.usage() == VerbUse::Tell))
        && reading.drafts.iter().any(elsewhere)
}
