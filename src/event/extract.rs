//! From a report to its mentions.

use super::actor::{self, Groups};
use super::attach;
use super::claim::{Claim, ClaimKind};
use super::clause::SentenceView;
use super::discourse::{Discourse, Named};
use super::hit::{self, Hit, Telling};
use super::kind::{EventKind, Family};
use super::locate::{Anchor, Sites};
use super::mention::{Mention, MentionPlace, PlaceHow, Speaker, TimeRelation, WhenHow};
use super::places::Places;
use super::rules::{PlaceRole, Rules, TriggerKind, words};
use super::speech::{self, Source};
use super::toll::{self, Toll};
use super::{retell, timing};
use crate::edtf::Precision;
use crate::gazetteer::PlaceKind;
use crate::language::AnalysedText;
use crate::reason::{DocumentIndex, Reason};
use crate::timex::{Timex, TimexType};
use crate::toponym::Toponym;
use std::ops::Range;

/// A mention and what the next steps need to know of it.
#[expect(clippy::struct_excessive_bools, reason = "each is true or not by itself")]
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) mention: Mention,
    pub(crate) sentence: usize,
    pub(crate) paragraph: usize,
    /// Whether its own sentence names or describes the place.
    pub(crate) own_place: bool,
    /// Whether a building or post of the place is what it was about.
    pub(crate) own_site: bool,
    /// Whether its place is a country: what happens there is not one event.
    pub(crate) vague: bool,
    /// Whether its own sentence tells the day.
    pub(crate) own_time: bool,
    /// Whether it points back to what was told before.
    pub(crate) definite: bool,
    /// Whether it tells of the dead alone, not of how they died.
    pub(crate) killing: bool,
}

/// The places that a sentence gives an event.
struct Own {
    /// `None` for a name that no gazetteer knows.
    places: Vec<Option<MentionPlace>>,
    /// Whether the sentence names one of them.
    named: bool,
    land: bool,
    country: bool,
}

/// Tokens that open a sentence.
const OPENING: usize = 7;
/// Sentences back to what a sentence goes on from.
const GOES_ON: usize = 4;

/// Days beyond which a count is one of months.
const SEASON: i32 = 45;

/// What a report has told so far.
struct Reading<'a> {
    toponyms: &'a [Toponym],
    timexes: &'a [Timex],
    document: DocumentIndex,
    discourse: Discourse<'a>,
    drafts: Vec<Draft>,
    /// The groups it has named.
    groups: Groups,
    /// Whom its present sentence quotes.
    sources: Vec<Source>,
    /// Who spoke last, and in which sentence.
    spoke: Option<(usize, Speaker)>,
    /// What the last figure counted, until something else is told.
    counted: Option<ClaimKind>,
    /// The day of the report's first dated event.
    lead: Option<u32>,
    /// Index of the timex that heads the entry of a chronology that is being read.
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
    let discourse = Discourse::new(text, toponyms, timexes, places);
    let mut reading = Reading {
        toponyms,
        timexes,
        document,
        discourse,
        drafts: Vec::new(),
        groups: Groups::new(text, rules),
        sources: Vec::new(),
        spoke: None,
        counted: None,
        lead: None,
        entry: None,
    };
    for (number, sentence) in text.sentences.iter().enumerate() {
        if !text.is_boilerplate(sentence.span.start()) && rules.may_tell(text.tokens_of(sentence)) {
            reading.enter(sentence.span.end());
            let view = SentenceView::new(text, rules, number, sentence, toponyms, timexes);
            reading.sentence(&view);
        }
    }
    retell::gather(reading.drafts, toponyms, places)
}

impl Reading<'_> {
    /// Enters the entry of a chronology whose heading is the last one before byte `end`: what was told before it is another day's.
    fn enter(&mut self, end: usize) {
        let heads = |timex: &Timex| timex.heads_entry && timex.span.start() < end;
        let before = self.timexes.partition_point(|timex| timex.span.start() < end);
        let entry = self.timexes.get(..before).and_then(|timexes| timexes.iter().rposition(heads));
        if entry != self.entry
            && let Some(heading) = entry.and_then(|entry| self.timexes.get(entry))
        {
            self.entry = entry;
            let after = self.timexes.get(before..).unwrap_or_default().iter().find(|timex| timex.heads_entry);
            self.discourse.begin(heading.span.start()..after.map_or(usize::MAX, |next| next.span.start()));
        }
    }

    fn sentence(&mut self, view: &SentenceView<'_>) {
        let sites = Sites::new(view, self.toponyms, &self.discourse);
        let hits = hit::find(view, &sites);
        let tolls = toll::find(view, self.counted);
        self.counted = tolls.last().map(|toll| toll.what).or(self.counted.filter(|_| hits.is_empty()));
        self.sources = Source::find(view);
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
        self.remember_speaker(view);
        let told = self.drafts.get(first..).unwrap_or_default();
        let of_nothing =
            |draft: &Draft| !draft.mention.certainty.is_plotted() && draft.mention.kind.family() != Family::Diplomacy;
        if !told.is_empty() && told.iter().all(of_nothing) {
            self.discourse.discount(view.sentence.span);
        }
    }

    /// Makes the mentions of one trigger: one a place and a day.
    fn tell(&mut self, view: &SentenceView<'_>, sites: &Sites, hit: &Hit, tolls: &[Toll]) {
        let anchor = Anchor { fronted: hit.fronted, ..Anchor::new(&hit.tokens, hit.trigger, hit.passive, hit.noun) };
        let own = self.own(sites.of(view, &self.discourse, anchor));
        let times = self.times(view, hit);
        if self.says_too_little(view, hit, &own, times.is_empty())
            || (times.is_empty() && !own.named && self.only_counts(view, hit, tolls))
            || self.is_total(&own, &times, hit, tolls)
        {
            return;
        }
        if hit.definite && !own.named && times.is_empty() && hit.noun {
            self.refer(view, hit, own.places.into_iter().flatten().next());
            return;
        }
        let places: Vec<Option<MentionPlace>> = match self.of_sentence(view).filter(|_| !own.named) {
            Some(place) => vec![Some(place)],
            None if own.places.is_empty() => vec![sites.of_office().or_else(|| self.context_place(view))],
            None => own.places,
        };
        let times: Vec<Option<(usize, TimeRelation)>> =
            if times.is_empty() { vec![None] } else { times.into_iter().map(Some).collect() };
        for place in &places {
            for time in &times {
                self.push(view, hit, place.clone(), *time);
            }
        }
        for (place, day) in sites.added(view, anchor) {
            let own = day.and_then(|tokens| view.timexes.iter().find(|marked| marked.tokens == tokens));
            let own = own.map(|marked| (marked.index, TimeRelation::At));
            self.push(view, hit, Some(place), own.or_else(|| times.first().copied().flatten()));
        }
        if sites.has_building(view, anchor)
            && let Some(draft) = self.drafts.last_mut()
        {
            draft.own_site = true;
        }
        self.focus_on(view, hit, places.first().and_then(Option::as_ref));
    }

    /// When a trigger's own sentence says it was.
    fn times(&self, view: &SentenceView<'_>, hit: &Hit) -> Vec<(usize, TimeRelation)> {
        let mut stated = timing::of(view, self.timexes, hit.tokens.start);
        if hit.trigger.lasts {
            stated
                .iter_mut()
                .filter(|(_, relation)| *relation == TimeRelation::Since)
                .for_each(|time| time.1 = TimeRelation::At);
        }
        let Some(count) = timing::days_before(view, self.timexes, hit.tokens.start) else { return stated };
        let around = || {
            let (timex, _, _) = self.time_from_context(view);
            timex.map(|index| (index as usize, TimeRelation::At)).into_iter().collect()
        };
        let anchors = if stated.is_empty() { around() } else { stated };
        anchors.into_iter().map(|(index, _)| (index, TimeRelation::DaysBefore(count))).collect()
    }

    fn own(&self, places: Vec<Option<MentionPlace>>) -> Own {
        let any = |is: &dyn Fn(&MentionPlace) -> bool| places.iter().flatten().any(is);
        let context = |place: &Option<MentionPlace>| match place {
            Some(place) => place.how == PlaceHow::FromContext,
            None => false,
        };
        Own {
            named: !places.iter().all(context),
            land: any(&|place| self.is_land(place)),
            country: any(&|place| self.is_country(place)),
            places,
        }
    }

    /// Whether a trigger says neither where nor when, where what it tells asks for one or the other.
    fn says_too_little(&self, view: &SentenceView<'_>, hit: &Hit, own: &Own, undated: bool) -> bool {
        let passing = match hit.how {
            Telling::Circumstance => !own.named,
            Telling::Known => undated && (!own.named || own.land),
            Telling::Part => !own.named || own.country || (undated && own.land),
            // "We sent all our troops to the city": a step that nothing pins down.
            Telling::New | Telling::Again => hit.kind == EventKind::Movement && !own.named && undated,
        };
        let mut lasting = view.timexes.iter().filter_map(|marked| self.timexes.get(marked.index));
        let vague = !own.named && own.country && undated && !lasting.any(|timex| timex.kind == TimexType::Duration);
        // "At least 40 civilians were killed": the toll of what was told before.
        let is_told = |draft: &Draft| {
            draft.mention.certainty.is_plotted() && attach::suits(draft.mention.kind, ClaimKind::Killed)
        };
        let again =
            hit.trigger.kind == TriggerKind::Killing && !own.named && undated && self.drafts.iter().any(is_told);
        passing || vague || again
    }

    /// *Eighteen had died and a dozen been taken captive*, of what was told before: what else its losses were.
    fn only_counts(&self, view: &SentenceView<'_>, hit: &Hit, tolls: &[Toll]) -> bool {
        let is_toll = tolls.iter().any(|toll| {
            matches!(toll.what, ClaimKind::Captured | ClaimKind::Surrendered) && hit.tokens.contains(&toll.word)
        });
        let among_losses = tolls.iter().any(|toll| matches!(toll.what, ClaimKind::Killed | ClaimKind::Wounded));
        let of_fighting = |draft: &Draft| {
            draft.mention.certainty.is_plotted()
                && draft.sentence != view.number
                && draft.mention.kind.family() == Family::Fighting
        };
        is_toll && among_losses && self.drafts.iter().any(of_fighting)
    }

    /// *1,420 civilians were killed in the first six months of the year*: no one event, where no place narrower than a land is told.
    fn is_total(&self, own: &Own, times: &[(usize, TimeRelation)], hit: &Hit, tolls: &[Toll]) -> bool {
        let counts = tolls.iter().any(|toll| toll.what != ClaimKind::Displaced);
        let wide = |&(index, relation): &(usize, TimeRelation)| {
            let days = self.timexes.get(index).and_then(|timex| timex.when.as_ref().or(timex.extent.as_ref()));
            relation == TimeRelation::Since
                || days.is_some_and(|days| days.last().number().saturating_sub(days.first().number()) > SEASON)
        };
        let passing = matches!(hit.trigger.kind, TriggerKind::Killing | TriggerKind::Seizing | TriggerKind::Attack);
        passing && counts && !times.is_empty() && times.iter().all(wide) && (own.land || !own.named)
    }

    /// A noun that points back: it tells nothing new, but keeps its certainty for the tray.
    fn refer(&mut self, view: &SentenceView<'_>, hit: &Hit, own: Option<MentionPlace>) {
        let place = own.or_else(|| self.place_of_told(view, hit)).or_else(|| self.context_place(view));
        self.push(view, hit, place, None);
        if let Some(draft) = self.drafts.last_mut() {
            draft.definite = true;
        }
    }

    /// The place of the fighting that *the clashes* points back to.
    fn place_of_told(&self, view: &SentenceView<'_>, hit: &Hit) -> Option<MentionPlace> {
        let told = |draft: &&Draft| {
            let kind = draft.mention.kind;
            draft.mention.certainty.is_plotted()
                && draft.own_place
                && !draft.vague
                && (kind == hit.kind || (retell::is_violent(kind) && retell::is_violent(hit.kind)))
                && draft.paragraph + retell::REFERS >= view.sentence.paragraph
        };
        let place = self.drafts.iter().rev().find(told)?.mention.place.clone()?;
        Some(MentionPlace { how: PlaceHow::FromContext, ..place })
    }

    fn push(
        &mut self,
        view: &SentenceView<'_>,
        hit: &Hit,
        place: Option<MentionPlace>,
        time: Option<(usize, TimeRelation)>,
    ) {
        let own_place = place.as_ref().is_some_and(|place| place.how != PlaceHow::FromContext);
        let (timex, relation, when_how) = match time {
            Some((index, relation)) => (u32::try_from(index).ok(), relation, WhenHow::Named),
            None => self.time_from_context(view),
        };
        if when_how == WhenHow::Named
            && self.lead.is_none()
            && view.sentence.paragraph <= 6
            && hit.certainty.is_plotted()
            && relation == TimeRelation::At
            && self.is_day(timex)
        {
            self.lead = timex;
        }
        let trigger = view.span(hit.tokens.start..hit.tokens.start + 1).hull(view.span(hit.tokens.clone()));
        let mut reason = Reason::new(hit.why).at(trigger);
        if let Some(place) = &place {
            reason = reason.at(place.span);
        }
        let mention = Mention {
            document: self.document,
            quote: view.sentence.span,
            trigger,
            kind: self.kind(view, hit, place.as_ref()),
            certainty: hit.certainty,
            place,
            when: None,
            when_how,
            timex,
            relation,
            retellings: Vec::new(),
            actors: Vec::new(),
            claims: Vec::new(),
            speaker: self.speaker(view, hit.tokens.start),
            reason,
        };
        let vague = mention.place.as_ref().is_some_and(|place| self.is_country(place));
        let own_time = when_how == WhenHow::Named;
        let paragraph = view.sentence.paragraph;
        self.drafts.push(Draft {
            mention,
            sentence: view.number,
            paragraph,
            own_place,
            own_site: false,
            vague,
            own_time,
            definite: false,
            killing: hit.trigger.kind == TriggerKind::Killing,
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

    fn is_land(&self, place: &MentionPlace) -> bool {
        matches!(self.discourse.places.kind(place.place), PlaceKind::Country | PlaceKind::Region | PlaceKind::Province)
    }

    fn is_country(&self, place: &MentionPlace) -> bool {
        self.discourse.places.kind(place.place) == PlaceKind::Country
    }

    fn context_place(&self, view: &SentenceView<'_>) -> Option<MentionPlace> {
        let named = self.discourse.about(view.sentence.span.start(), view.sentence.paragraph)?;
        let toponym = u32::try_from(named.toponym).ok();
        Some(MentionPlace { place: named.place, how: PlaceHow::FromContext, near: false, span: named.span, toponym })
    }

    /// The place that the sentence has told of another event.
    fn of_sentence(&self, view: &SentenceView<'_>) -> Option<MentionPlace> {
        let told = self.drafts.iter().rev().take_while(|draft| draft.sentence == view.number);
        let place = told.filter(|draft| draft.own_place).find_map(|draft| draft.mention.place.clone())?;
        Some(MentionPlace { how: PlaceHow::FromContext, ..place })
    }

    /// The day of the last event of the paragraph, else the report's first day, else its publication.
    fn time_from_context(&self, view: &SentenceView<'_>) -> (Option<u32>, TimeRelation, WhenHow) {
        let from = self.entry.and_then(|entry| self.timexes.get(entry)).map_or(0, |timex| timex.span.start());
        // "Quelques heures plus tard, …" goes on from what the sentences before tell, in the paragraph before too.
        let goes_on = view.any(0..OPENING.min(view.tokens.len()), words::LATER);
        let before = self.drafts.last().filter(|draft| {
            let near = draft.paragraph == view.sentence.paragraph && draft.sentence + 1 >= view.number;
            (near || (goes_on && draft.sentence + GOES_ON >= view.number))
                && draft.mention.timex.is_some()
                && draft.mention.quote.start() >= from
        });
        let entry = self.entry.and_then(|entry| u32::try_from(entry).ok());
        match before
            .map(|draft| (draft.mention.timex, draft.mention.relation))
            .or(entry.or(self.lead).map(|timex| (Some(timex), TimeRelation::At)))
        {
            Some((timex, relation)) => (timex, relation, WhenHow::FromContext),
            None => (None, TimeRelation::At, WhenHow::Publication),
        }
    }

    fn is_day(&self, timex: Option<u32>) -> bool {
        let Some(timex) = timex.and_then(|index| self.timexes.get(index as usize)) else { return false };
        match &timex.when {
            Some(when) => when.precision() == Precision::Day,
            // A report whose own day is not known yet.
            None => timex.awaits_publication() && timex.weekday().is_some(),
        }
    }

    fn focus_on(&mut self, view: &SentenceView<'_>, hit: &Hit, place: Option<&MentionPlace>) {
        let Some(place) = place.filter(|_| hit.certainty.is_plotted()) else { return };
        let kind = self.discourse.places.kind(place.place);
        let toponym = place.toponym.map_or(0, |index| index as usize);
        // What the sentence names beside it is no landmark of the next.
        let offset = view.sentence.span.end();
        let paragraph = view.sentence.paragraph;
        self.discourse.focus = Some(Named { offset, span: place.span, toponym, place: place.place, kind, paragraph });
    }

    /// Gives the sentence's figures to the events they are of.
    fn count(&mut self, view: &SentenceView<'_>, first: usize, tolls: &[Toll]) {
        for toll in tolls {
            let at = toll.figure.tokens.start;
            let own = (toll.word == at).then(|| speech::elliptical(view, at)).flatten();
            let speaker = own.and_then(|own| own.speaker(view, None)).or_else(|| self.speaker(view, at));
            let Some(index) = attach::draft_of(&self.drafts, first, view, toll) else { continue };
            let claim = Claim {
                span: view.span(toll.figure.tokens.clone()),
                what: toll.what,
                low: toll.figure.low,
                high: toll.figure.high,
                whom: toll.whom.clone().and_then(|range| whom(view, range)),
                claimant: speaker.as_ref().map(|speaker| speaker.name.clone()),
                claimant_span: speaker.as_ref().map(|speaker| speaker.span),
                part: toll.figure.part,
                former: toll.figure.former,
            };
            // A figure of an event at several places is told of each.
            let trigger = self.drafts.get(index).map(|draft| draft.mention.trigger);
            let same = self.drafts.iter_mut().skip(index).take_while(|draft| Some(draft.mention.trigger) == trigger);
            for draft in same {
                draft.mention.claims.push(claim.clone());
            }
        }
    }

    /// Who says what stands at a token.
    fn speaker(&self, view: &SentenceView<'_>, at: usize) -> Option<Speaker> {
        let source = self.sources.get(speech::nearest(view, &self.sources, at)?)?;
        let recent = self.spoke.as_ref().filter(|(sentence, _)| sentence + 2 >= view.number);
        source.speaker(view, recent.map(|(_, speaker)| speaker))
    }

    /// Takes note of who spoke last, for the pronouns that follow.
    fn remember_speaker(&mut self, view: &SentenceView<'_>) {
        let named = self.sources.iter().rev().find(|source| source.name.is_some());
        if let Some(speaker) = named.and_then(|source| source.speaker(view, None)) {
            self.spoke = Some((view.number, speaker));
        }
    }
}

/// The words for those counted, less the pronoun of the verb after them (*soldats se | sont rendus*); `None` where nothing is left.
fn whom(view: &SentenceView<'_>, mut range: Range<usize>) -> Option<String> {
    while range.start < range.end && view.is(range.end - 1, words::REFLEXIVE | words::PRONOUN) {
        range.end -= 1;
    }
    let words = view.span(range.clone()).of(view.source.text);
    (!range.is_empty()).then(|| words.to_owned())
}
