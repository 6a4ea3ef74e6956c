//! An event told twice in a report is one: later tellings that add nothing are gathered into the first.

mod country;
mod lead;

use super::draft::Draft;
use super::kind::EventKind;
use super::mention::{Mention, MentionPlace};
use super::places::Places;
use crate::timex::Timex;
use crate::toponym::Toponym;
use std::collections::BTreeMap;

/// The mentions of a report, by offset, with retellings gathered.
pub(crate) fn gather(drafts: Vec<Draft>, toponyms: &[Toponym], timexes: &[Timex], places: &dyn Places) -> Vec<Mention> {
    let mut drafts = drafts;
    lead::drop_headlines(&mut drafts);
    lead::settle(&mut drafts, places);
    country::gather(&mut drafts, timexes, places);
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut by_place: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for mut draft in drafts {
        if let Some(earlier) = points_elsewhere(&kept, &by_place, &draft, toponyms) {
            draft.mention.place = Some(earlier);
        }
        let key = draft.mention.place.as_ref().map_or(u32::MAX, |place| place.place.0);
        let told = by_place.get(&key).into_iter().flatten().rev().copied();
        let earlier = told
            .into_iter()
            .take(64)
            .find(|&index| kept.get(index).is_some_and(|earlier| tells_again(earlier, &draft)));
        match earlier {
            Some(index) => absorb(&mut kept, index, &draft),
            // What points back to nothing told is told here, where it says anything of its own.
            None if draft.definite && draft.is_plotted() && draft.mention.claims.is_empty() => {}
            None => {
                by_place.entry(key).or_default().push(kept.len());
                kept.push(draft);
            }
        }
    }

    let mut mentions: Vec<Mention> = kept.into_iter().map(|draft| draft.mention).collect();
    mentions.sort_by_key(|mention| (mention.trigger, mention.kind));
    mentions
}

/// The place of the event that a mention points back to, where nothing was told of the place that the text around is about.
fn points_elsewhere(
    kept: &[Draft],
    by_place: &BTreeMap<u32, Vec<usize>>,
    later: &Draft,
    toponyms: &[Toponym],
) -> Option<MentionPlace> {
    let (kind, place) = (later.mention.kind, later.mention.place.as_ref()?);
    let points = happens_once(kind) || later.definite && kind.is_violent();
    let told_there = by_place.get(&place.place.0).is_some_and(|told| !told.is_empty());
    let name = place.toponym.and_then(|index| toponyms.get(index as usize)).map_or(place.span, |toponym| toponym.span);
    let here = later.mention.quote.covers(name);
    if here || later.own_place || later.own_time || !points || (told_there && !later.vague) || !later.is_plotted() {
        return None;
    }
    let same = |earlier: &&Draft| {
        earlier.is_plotted()
            && earlier.own_place
            && !earlier.vague
            && same_telling(earlier.mention.kind, kind, later.definite)
            && earlier.paragraph + REFERS >= later.paragraph
    };
    let earlier = kept.iter().rev().take(AHEAD).find(same)?;
    earlier.mention.place.clone().map(MentionPlace::into_context)
}

/// Paragraphs over which a mention points back.
pub(crate) const REFERS: usize = 3;
/// Events looked through for another telling.
const AHEAD: usize = 12;

/// Whether `later`, at the same place, tells `earlier` again with nothing new.
fn tells_again(earlier: &Draft, later: &Draft) -> bool {
    let (one, other) = (&earlier.mention, &later.mention);
    if one.certainty.is_plotted() != other.certainty.is_plotted() {
        return false;
    }
    if counts_victims(earlier, later) {
        return true;
    }
    if !same_telling(one.kind, other.kind, later.definite) {
        return false;
    }
    if earlier.sentence == later.sentence && one.kind == other.kind {
        // "three days after the fall of the town, the army retook it on Thursday": two days by one expression.
        let one_day = one.timex == other.timex && one.relation == other.relation;
        return one_day || !(later.own_place || later.own_time);
    }
    let vague = later.mention.place.as_ref().is_some_and(|_| later.vague);
    if vague && !later.definite {
        return false;
    }
    let counts_anew = !later.mention.claims.is_empty() && !happens_once(other.kind);
    // "They stormed posts on Sunday": the fighting that the lead tells without a day.
    let fills_in = later.own_time && !earlier.own_time && earlier.paragraph + 1 >= later.paragraph;
    if !later.definite && (counts_anew || (later.own_site && !earlier.own_site && !fills_in)) {
        return false;
    }
    if !one.certainty.is_plotted() {
        return false;
    }
    // "The assault in Shah Joy began late Sunday": the one that the lead tells without a day.
    let same_day = one.timex == other.timex && one.relation == other.relation;
    !(later.own_time && ((earlier.own_time && !same_day) || (later.own_place && !later.definite)))
}

/// *Forty civilians were killed*, after an attack on the place: its victims, where no other day is told.
fn counts_victims(earlier: &Draft, later: &Draft) -> bool {
    let (one, other) = (&earlier.mention, &later.mention);
    let counts = other.certainty.is_plotted()
        && !other.claims.is_empty()
        && earlier.own_place
        && one.kind.is_violent()
        && earlier.sentence != later.sentence
        && earlier.paragraph + REFERS > later.paragraph;
    let same_day = !later.own_time || one.timex == other.timex;
    let without_place = other.kind == EventKind::AttackOnCivilians && !(later.own_place || later.own_time);
    let fought = matches!(other.kind, EventKind::AttackOnCivilians | EventKind::Clash);
    counts && (without_place || (later.killing && later.own_place && fought && same_day))
}

/// Whether a place sees it once in a report: what is told of it with no day of its own is the same.
fn happens_once(kind: EventKind) -> bool {
    matches!(kind, EventKind::Capture | EventKind::Handover | EventKind::Withdrawal | EventKind::PrisonBreak)
}

fn same_telling(one: EventKind, other: EventKind, definite: bool) -> bool {
    // "the attack" may be any violence told before, but people carried off.
    let attacked = one.is_violent() && one != EventKind::Abduction;
    one == other || (definite && attacked && other.is_violent())
}

/// Whether a later telling names what a headline leaves to the report.
fn is_fuller(later: &Draft, earlier: &Draft) -> bool {
    let named = |draft: &Draft| usize::from(draft.own_place) + usize::from(draft.own_time);
    earlier.paragraph == 0 && later.paragraph > 0 && named(later) > named(earlier)
}

/// Quotes the fuller telling, and keeps the headline as a retelling of it.
fn quote_from(headline: &mut Draft, fuller: &Draft) {
    let (mention, other) = (&mut headline.mention, &fuller.mention);
    if let Some(last) = mention.retellings.last_mut() {
        *last = mention.quote;
    }
    mention.retellings.sort_unstable();
    (mention.quote, mention.trigger) = (other.quote, other.trigger);
    (mention.reason, mention.speaker) = (other.reason.clone(), other.speaker.clone());
    if fuller.own_place {
        mention.place.clone_from(&other.place);
    }
    (headline.paragraph, headline.sentence) = (fuller.paragraph, fuller.sentence);
    headline.own_place |= fuller.own_place;
}

/// Takes over what a retelling adds; figures go to all places of the event that is told again.
fn absorb(kept: &mut [Draft], index: usize, later: &Draft) {
    let Some(earlier) = kept.get_mut(index) else { return };
    let trigger = earlier.mention.trigger;
    if later.mention.quote != earlier.mention.quote {
        earlier.mention.retellings.push(later.mention.quote);
        if is_fuller(later, earlier) {
            quote_from(earlier, later);
        }
    }
    earlier.take_time(later);
    for mate in kept.iter_mut().filter(|draft| draft.mention.trigger == trigger) {
        for claim in &later.mention.claims {
            if !mate.mention.claims.contains(claim) {
                mate.mention.claims.push(claim.clone());
            }
        }
    }
}
