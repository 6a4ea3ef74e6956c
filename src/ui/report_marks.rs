//! All marks of a report: what was found in it, as words to underline, dot, tint and grey.

use super::marked_text::{Mark, MarkedSpan};
use crate::reason::DocumentIndex;
use crate::store::EventStore;

/// Marks in the order they are laid over each other: sentences below, names and dates above.
pub(super) fn report_marks(store: &EventStore, document: DocumentIndex) -> Vec<MarkedSpan> {
    let mentions = store.mentions_in(document).iter().filter_map(|&index| store.mention(index));
    let mut marks: Vec<MarkedSpan> = Vec::new();
    let mut triggers = Vec::new();
    for mention in mentions {
        let mark = if mention.certainty.is_plotted() { Mark::Sentence } else { Mark::Unreal };
        let marked = MarkedSpan { span: mention.quote, mark };
        if !marks.contains(&marked) {
            marks.push(marked);
        }
        triggers.push(MarkedSpan { span: mention.trigger, mark: Mark::Trigger });
        triggers.extend(mention.actors.iter().map(|actor| MarkedSpan { span: actor.span, mark: Mark::Actor }));
        triggers.extend(mention.claims.iter().map(|claim| MarkedSpan { span: claim.span, mark: Mark::Figure }));
    }
    marks.extend(triggers);
    if let Some(found) = store.annotation(document) {
        marks.extend(found.toponyms.iter().map(|name| MarkedSpan { span: name.span, mark: Mark::Place }));
        marks.extend(found.timexes.iter().map(|timex| MarkedSpan { span: timex.span, mark: Mark::Date }));
        marks.extend(found.boilerplate.iter().map(|&span| MarkedSpan { span, mark: Mark::Boilerplate }));
    }
    marks
}
