//! Making the mentions of a trigger: one a place and a day.

use super::Reading;
use super::saying::Saying;
use crate::event::clause::SentenceView;
use crate::event::discourse::Named;
use crate::event::draft::Draft;
use crate::event::hit::Hit;
use crate::event::kind::EventKind;
use crate::event::locate::Sites;
use crate::event::mention::{Mention, MentionPlace, PlaceHow, TimeRelation, WhenHow};
use crate::event::rules::{PlaceRole, TriggerKind, words};
use crate::event::timing::EventTime;
use crate::event::toll::Toll;
use crate::gazetteer::{PlaceId, PlaceKind};
use crate::reason::Reason;

impl Reading<'_> {
    /// Makes the mentions of one trigger, if it tells an event.
    pub(super) fn tell(&mut self, view: &SentenceView<'_>, sites: &Sites, hit: &Hit, tolls: &[Toll]) {
        let saying = Saying::new(self, view, hit, tolls, sites.of(view, &self.discourse, hit.anchor));
        if !saying.tells_event(self) {
            return;
        }
        if hit.definite && hit.anchor.noun && saying.is_bare() {
            self.refer(view, hit, saying.places.into_iter().flatten().next());
            return;
        }
        let Saying { places, times, named, .. } = saying;
        let places = match self.place_of_sentence(view).filter(|_| !named) {
            Some(place) => vec![Some(place)],
            None if places.is_empty() => vec![sites.of_office().or_else(|| self.place_from_context(view))],
            None => places,
        };
        let times: Vec<Option<EventTime>> =
            if times.is_empty() { vec![None] } else { times.into_iter().map(Some).collect() };
        for place in &places {
            for time in &times {
                self.push(view, hit, place.clone(), *time);
            }
        }
        for (place, day) in sites.added(view, hit.anchor) {
            let own = day.and_then(|tokens| view.timexes.iter().find(|marked| marked.tokens == tokens));
            let own = own.map(|marked| EventTime { timex: marked.index, relation: TimeRelation::At });
            self.push(view, hit, Some(place), own.or_else(|| times.first().copied().flatten()));
        }
        if sites.has_building(view, hit.anchor)
            && let Some(draft) = self.drafts.last_mut()
        {
            draft.own_site = true;
        }
        self.focus_on(view, sites, hit, places.first().and_then(Option::as_ref));
    }

    /// A noun that points back: it tells nothing new, but keeps its certainty for the tray.
    fn refer(&mut self, view: &SentenceView<'_>, hit: &Hit, own: Option<MentionPlace>) {
        let place = own.or_else(|| self.place_of_told(view, hit)).or_else(|| self.place_from_context(view));
        self.push(view, hit, place, None);
        if let Some(draft) = self.drafts.last_mut() {
            draft.definite = true;
        }
    }

    fn push(&mut self, view: &SentenceView<'_>, hit: &Hit, place: Option<MentionPlace>, time: Option<EventTime>) {
        let time = self.mention_time(view, time);
        self.note_lead(view, hit, time);
        let trigger = view.span(hit.tokens.start..hit.tokens.start + 1).hull(view.span(hit.tokens.clone()));
        let reason = Reason::new(hit.why).at(trigger);
        let kind = self.kind(view, hit, place.as_ref());
        let is_country = |place: &MentionPlace| self.discourse.places.kind(place.place) == PlaceKind::Country;
        self.drafts.push(Draft {
            sentence: view.number,
            paragraph: view.sentence.paragraph,
            own_place: place.as_ref().is_some_and(|place| place.how != PlaceHow::FromContext),
            own_site: false,
            vague: place.as_ref().is_some_and(is_country),
            own_time: time.how == WhenHow::Named,
            own_day: time.how == WhenHow::Named && self.is_day(time.timex),
            definite: false,
            killing: hit.trigger.kind == TriggerKind::Killing,
            mention: Mention {
                document: self.document,
                quote: view.sentence.span,
                trigger,
                kind,
                certainty: hit.certainty,
                reason: place.iter().fold(reason, |reason, place| reason.at(place.span)),
                ends: self.ends(view, kind, place.as_ref()),
                place,
                when: None,
                when_how: time.how,
                timex: time.timex,
                relation: time.relation,
                by_night: false,
                retellings: Vec::new(),
                actors: Vec::new(),
                claims: Vec::new(),
                speaker: self.speakers.of(view, hit.tokens.start),
            },
        });
    }

    /// A land that is entered is not taken.
    fn kind(&self, view: &SentenceView<'_>, hit: &Hit, place: Option<&MentionPlace>) -> EventKind {
        let enters = hit.kind == EventKind::Capture && hit.trigger.place == PlaceRole::Into;
        let is_land = |place: &MentionPlace| match self.discourse.places.kind(place.place) {
            PlaceKind::Province | PlaceKind::Region => true,
            // "crossed into Tajikistan", not "entered two provincial capitals in the north of Afghanistan"
            PlaceKind::Country => {
                let at = view.tokens.partition_point(|token| token.span.end() <= place.span.start());
                (hit.tokens.end..at).all(|token| view.is(token, words::DETERMINER | words::AT | words::TIMEX))
            }
            _ => false,
        };
        if enters && place.is_some_and(is_land) { EventKind::Movement } else { hit.kind }
    }

    /// Towns beside the place where people fled from or to: another report may place them there.
    fn ends(&self, view: &SentenceView<'_>, kind: EventKind, place: Option<&MentionPlace>) -> Vec<PlaceId> {
        if kind != EventKind::Displacement {
            return Vec::new();
        }
        let mut ends = self.discourse.towns_within(view.sentence.span);
        ends.retain(|&end| place.is_none_or(|place| place.place != end));
        ends
    }

    fn focus_on(&mut self, view: &SentenceView<'_>, sites: &Sites, hit: &Hit, place: Option<&MentionPlace>) {
        let Some(place) = place.filter(|_| hit.certainty.is_plotted()) else { return };
        // "died in a clinic in Cali": what goes on goes on elsewhere.
        if sites.of_care(view).any(|name| name == place.span) {
            return;
        }
        // "troops sent from Qalat": those who come or go leave what the text is about.
        let goes = matches!(hit.kind, EventKind::Movement | EventKind::Withdrawal | EventKind::Displacement);
        if goes && self.discourse.focus.is_some() && self.discourse.is_passed(place.span) {
            return;
        }
        self.discourse.focus = Some(Named {
            // What the sentence names beside it is no landmark of the next.
            offset: view.sentence.span.end(),
            span: place.span,
            toponym: place.toponym.map_or(0, |index| index as usize),
            place: place.place,
            kind: self.discourse.places.kind(place.place),
            paragraph: view.sentence.paragraph,
            passed: false,
        });
    }
}
