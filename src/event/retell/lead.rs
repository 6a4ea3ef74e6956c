//! Headlines and leads: they tell roughly what the report then tells in full.

use super::{AHEAD, same_telling};
use crate::event::draft::Draft;
use crate::event::mention::{PlaceHow, TimeRelation, WhenHow};
use crate::event::places::Places;

/// Paragraphs that a lead has, headline included.
const LEAD: usize = 3;

/// A lead tells roughly what the report then tells of a place and a day: it takes them from there.
pub(super) fn settle(drafts: &mut [Draft], places: &dyn Places) {
    for index in 0..drafts.len() {
        let Some((lead, rest)) = drafts.get_mut(index..).and_then(<[Draft]>::split_first_mut) else { break };
        if lead.paragraph > LEAD {
            break;
        }
        if lead.definite || !lead.is_plotted() {
            continue;
        }
        let is_land = |draft: &Draft| draft.mention.place.as_ref().is_none_or(|place| places.is_land(place.place));
        if let Some(later) = rest.iter().take(AHEAD).find(|later| spells_out(lead, later, places)) {
            lead.mention.place.clone_from(&later.mention.place);
            if let Some(place) = lead.mention.place.as_mut().filter(|_| !lead.own_place) {
                place.how = PlaceHow::FromContext;
            }
            // "the third strike this month" says less of a lead than the day that the report came out on.
            if later.own_day {
                lead.take_time(later);
            }
        }
        if !lead.own_time
            && let Some(later) = rest.iter().take(AHEAD).find(|later| gives_day(lead, later))
        {
            lead.take_time(later);
        }
        let one_of_several = rest.first().is_some_and(|next| next.mention.trigger == lead.mention.trigger);
        if lead.own_place && !is_land(lead) && !one_of_several && lead.paragraph > 0 {
            break;
        }
    }
}

/// A headline that names neither place nor day is told by the report itself.
pub(super) fn drop_headlines(drafts: &mut Vec<Draft>) {
    let told_again = |index: usize, headline: &Draft| {
        drafts.iter().skip(index + 1).take(AHEAD).any(|later| {
            let place = |draft: &Draft| draft.mention.place.as_ref().map(|place| place.place);
            later.sentence != headline.sentence
                && later.is_plotted()
                && place(later) == place(headline)
                && same_telling(headline.mention.kind, later.mention.kind, true)
        })
    };
    let headline = |draft: &Draft| {
        let named = draft.mention.place.as_ref().is_some_and(|place| place.how == PlaceHow::Named);
        draft.paragraph == 0 && !named && !draft.own_time && draft.mention.claims.is_empty()
    };
    let gone: Vec<usize> = (0..drafts.len())
        .take_while(|&index| drafts.get(index).is_some_and(|draft| draft.paragraph == 0))
        .filter(|&index| drafts.get(index).is_some_and(|draft| headline(draft) && told_again(index, draft)))
        .collect();
    let mut index = 0;
    drafts.retain(|_| {
        index += 1;
        !gone.contains(&(index - 1))
    });
}

/// Paragraphs after a lead that go on with what it tells.
const GOES_ON: usize = 2;

/// Whether a later telling says on which day the violence was that a lead tells without one: *stormed an army base*, then *the first
/// vehicle was rammed into the gate on Friday*.
fn gives_day(lead: &Draft, later: &Draft) -> bool {
    let place = |draft: &Draft| draft.mention.place.as_ref().map(|place| place.place);
    let told = later.is_plotted() && later.own_day && later.mention.relation == TimeRelation::At;
    // Between a headline and what it is of stand bylines, datelines, captions.
    let reach = if lead.paragraph == 0 { LEAD + 1 } else { lead.paragraph + GOES_ON };
    told && lead.mention.when_how == WhenHow::Publication
        && later.sentence != lead.sentence
        && later.paragraph <= reach
        && lead.kind().is_violent()
        && later.kind().is_violent()
        && place(lead).is_some()
        && place(lead) == place(later)
}

/// Whether a later telling gives the place of a lead that names none, or only the land it was in, or its day.
fn spells_out(lead: &Draft, later: &Draft, places: &dyn Places) -> bool {
    let (one, other) = (&lead.mention, &later.mention);
    if !other.certainty.is_plotted() || one.kind != other.kind || later.sentence == lead.sentence {
        return false;
    }
    // What the next paragraph is about is narrower than the land that the lead names.
    let goes_on = later.paragraph == lead.paragraph + 1 && lead.own_time && !later.own_time;
    let lead_names_land = one.place.as_ref().is_some_and(|place| places.is_land(place.place));
    if !(later.own_place || (goes_on && lead_names_land)) {
        return false;
    }
    let days_agree = !(lead.own_time && later.own_time) || one.timex == other.timex;
    let finer = match (&one.place, &other.place) {
        (Some(wide), Some(narrow)) if wide.place == narrow.place => later.own_time && !lead.own_time,
        (Some(wide), Some(narrow)) => {
            !lead.own_place || (places.is_land(wide.place) && places.within(wide.place, narrow.place))
        }
        (None, Some(_)) => true,
        _ => false,
    };
    days_agree && finer
}
