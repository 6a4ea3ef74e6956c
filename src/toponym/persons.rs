//! Names of people that are also names of places.

use super::annotate::{Occurrence, Report};
use super::casing::Casing;

impl Report<'_> {
    /// Adjacent names without a link are one person's where one of them is: `Georgia Lincoln, 19`.
    pub(super) fn join_persons(&mut self) {
        let joined = |left: &Occurrence, right: &Occurrence| {
            left.found.end == right.found.first && right.link.is_none() && left.context.casing == Casing::Running
        };
        for _ in 0..2 {
            for index in 1..self.occurrences.len() {
                let (Some(left), Some(right)) = (self.occurrences.get(index - 1), self.occurrences.get(index)) else {
                    continue;
                };
                if joined(left, right) && left.context.person != right.context.person {
                    for at in [index - 1, index] {
                        self.mark_person(at);
                    }
                }
            }
        }
    }

    fn mark_person(&mut self, at: usize) {
        let Some(occurrence) = self.occurrences.get_mut(at).filter(|occurrence| !occurrence.context.person) else {
            return;
        };
        occurrence.context.person = true;
        if let Some(name) = self.names.items.get_mut(occurrence.name) {
            name.persons += 1;
        }
    }
}
