//! What is told of a whole country, and then of one place in it.

use super::{AHEAD, Draft};
use crate::event::mention::MentionPlace;
use crate::event::places::Places;
use crate::timex::Timex;

/// Tellings before and after one of a country among which the one of a place is looked for.
const ABOUT: usize = 64;

/// Gathers tellings of a country that add nothing into the one that says where in it: the next one, or the only one.
///
/// *Fighting has also erupted in the south of Afghanistan*, before *heavy fighting near Kandahar*; *Kabul met them in Iran*, where
/// the report tells of a meeting in Tehran.
pub(super) fn gather(drafts: &mut Vec<Draft>, timexes: &[Timex], places: &dyn Places) {
    let told: Vec<Option<usize>> =
        (0..drafts.len()).map(|index| told_of_place(drafts, index, timexes, places)).collect();
    for (wide, narrow) in told.iter().enumerate().filter_map(|(wide, narrow)| Some((wide, (*narrow)?))) {
        let Some(quote) = drafts.get(wide).map(|draft| draft.mention.quote) else { continue };
        if let Some(narrow) = drafts.get_mut(narrow) {
            narrow.mention.retellings.push(quote);
            narrow.mention.retellings.sort_unstable();
        }
    }
    let mut gone = told.iter().map(Option::is_some);
    drafts.retain(|_| !gone.next().unwrap_or(false));
}

/// The telling of a place in the country that a draft is told of.
fn told_of_place(drafts: &[Draft], index: usize, timexes: &[Timex], places: &dyn Places) -> Option<usize> {
    let wide = drafts.get(index)?;
    let alone = wide.mention.claims.is_empty() && wide.vague && wide.is_plotted() && !wide.definite;
    let country = wide.mention.place.as_ref().filter(|_| alone)?.place;
    let days = |draft: &Draft| draft.mention.timex.and_then(|timex| timexes.get(timex as usize)?.when.as_ref());
    let inside = |place: &MentionPlace| places.within(country, place.place);
    let tells = |&(at, narrow): &(usize, &Draft)| {
        at != index
            && narrow.sentence != wide.sentence
            && narrow.own_place
            && narrow.is_plotted()
            && narrow.kind() == wide.kind()
            && narrow.mention.place.as_ref().is_some_and(inside)
            && (!wide.own_time || narrow.own_time && days(narrow) == days(wide) && days(wide).is_some())
    };
    let goes_on = |&(_, later): &(usize, &Draft)| {
        later.paragraph <= wide.paragraph + 1 && later.sentence != wide.sentence && later.kind() == wide.kind()
    };
    let next = drafts.iter().enumerate().skip(index + 1).take(AHEAD).find(goes_on);
    if let Some((at, _)) = next.filter(tells) {
        return Some(at);
    }
    let place = |(_, narrow): &(usize, &Draft)| narrow.mention.place.as_ref().map(|place| place.place);
    let about = drafts.iter().enumerate().skip(index.saturating_sub(ABOUT)).take(2 * ABOUT);
    let mut told = about.filter(tells);
    let first = told.next()?;
    told.all(|other| place(&other) == place(&first)).then_some(first.0)
}
