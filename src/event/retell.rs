//! An event told twice in a report is one: later tellings that add nothing are gathered into the first.

use super::extract::Draft;
use super::kind::{EventKind, Family};
use super::mention::{Mention, WhenHow};
use super::places::Places;
use std::collections::BTreeMap;

/// The mentions of a report, by offset, with retellings gathered.
pub(crate) fn gather(drafts: Vec<Draft>, places: &dyn Places) -> Vec<Mention> {
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut by_place: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for draft in drafts {
        let key = draft.mention.place.as_ref().map_or(u32::MAX, |place| place.place.0);
        let told = by_place.get(&key).into_iter().flatten().rev().copied();
        let earlier = told
            .into_iter()
            .take(64)
            .find(|&index| kept.get(index).is_some_and(|earlier| tells_again(earlier, &draft)));
        match earlier.and_then(|index| kept.get_mut(index)) {
            Some(earlier) => absorb(earlier, draft),
            None if draft.definite && draft.mention.certainty.is_plotted() => {}
            None => {
                by_place.entry(key).or_default().push(kept.len());
                kept.push(draft);
            }
        }
    }
    let _ = places;
    let mut mentions: Vec<Mention> = kept.into_iter().map(|draft| draft.mention).collect();
    mentions.sort_by_key(|mention| (mention.trigger, mention.kind));
    mentions
}

/// Whether `later`, at the same place, tells `earlier` again with nothing new.
fn tells_again(earlier: &Draft, later: &Draft) -> bool {
    let (one, other) = (&earlier.mention, &later.mention);
    if one.certainty.is_plotted() != other.certainty.is_plotted() || !same_telling(one.kind, other.kind, later.definite)
    {
        return false;
    }
    if earlier.sentence == later.sentence && one.kind == other.kind {
        return one.timex == other.timex || !later.own_place;
    }
    if !later.definite && (!later.mention.claims.is_empty() || later.own_site) {
        return false;
    }
    if !one.certainty.is_plotted() {
        return false;
    }
    let same_time = one.timex == other.timex || !later.own_time || !earlier.own_time;
    same_time && !(later.own_time && earlier.own_time) && (!later.own_place || !later.own_time)
}

fn same_telling(one: EventKind, other: EventKind, definite: bool) -> bool {
    one == other || (definite && is_violent(one) && is_violent(other))
}

fn is_violent(kind: EventKind) -> bool {
    matches!(kind.family(), Family::Fighting | Family::RemoteViolence | Family::AgainstCivilians)
}

/// Takes over what a retelling adds.
fn absorb(earlier: &mut Draft, later: Draft) {
    if later.mention.quote != earlier.mention.quote {
        earlier.mention.retellings.push(later.mention.quote);
    }
    if later.own_time && !earlier.own_time {
        earlier.mention.timex = later.mention.timex;
        earlier.mention.relation = later.mention.relation;
        earlier.mention.when_how = WhenHow::FromContext;
        earlier.own_time = true;
    }
    earlier.mention.claims.extend(later.mention.claims);
}
