//! [`Breaks`]: how far apart the clauses of a sentence are.

use super::SentenceView;
use crate::event::rules::words;

/// The weights of a sentence's breaks: a comma 1, another clause 2, a semicolon or a quotation 3.
#[derive(Debug, Default)]
pub(super) struct Breaks {
    /// Sum of the weights up to and with each token.
    sums: Vec<u16>,
}

impl Breaks {
    /// Those of a sentence whose words have their classes.
    pub(super) fn of(view: &SentenceView<'_>) -> Self {
        let (mut sum, mut open) = (0_u16, 0_u16);
        let weigh = |at: usize| {
            let mark = if view.is_mark(at) { view.folded(at) } else { "" };
            // What stands in brackets is aside; the text after them goes on from before.
            match mark {
                "(" => open += 1,
                ")" if open > 0 => {
                    open -= 1;
                    sum = sum.saturating_sub(1);
                    return sum;
                }
                _ => {}
            }
            sum = sum.saturating_add(weight(view, at));
            sum
        };
        Self { sums: (0..view.tokens.len()).map(weigh).collect() }
    }

    /// The weight between two tokens; past the end as at the last one.
    pub(super) fn between(&self, one: usize, other: usize) -> u16 {
        let sum = |at: usize| self.sums.get(at).or(self.sums.last()).copied().unwrap_or_default();
        sum(one).abs_diff(sum(other))
    }
}

fn weight(view: &SentenceView<'_>, at: usize) -> u16 {
    let classes = view.classes_at(at);
    if classes & (words::TOPONYM | words::TIMEX) != 0 {
        return 0;
    }
    if view.is_mark(at) {
        let glued = view.tokens.get(at).is_some_and(|token| token.glued);
        return match view.folded(at) {
            "," | "(" | ")" | "[" | "]" | "\"" => 1,
            "-" if !glued => 1,
            ";" | ":" | "?" | "!" => 3,
            _ => 0,
        };
    }
    if classes & (words::RELATIVE | words::SUBORDINATOR) != 0 { 2 } else { u16::from(classes & words::THAT != 0) }
}
