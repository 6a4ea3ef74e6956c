//! Names of where somebody comes from or goes to: *troops sent from Qalat*, *all the way to Addis Ababa*, *pris la direction de Bria*.

use crate::event::before_name::BeforeName;
use crate::event::rules::Rules;
use crate::event::rules::words;
use crate::language::AnalysedText;
use crate::span::Span;

/// Whether the words before a name say so; what a text goes on with seldom happened there.
pub(super) fn is_passed(text: &AnalysedText<'_>, rules: &Rules, name: Span) -> bool {
    let before = BeforeName::new(text, rules, name);
    let between = |at| before.is_elision(at) || before.is(at, words::DETERMINER) && !before.is(at, words::OF);
    let Some(link) = before.link(between) else { return false };
    let led = before.is(link, words::FROM | words::TOWARDS) && !before.is(link, words::AT | words::NEAR);
    led || before.is(link, words::OF) && before.follows(link, words::ORIGIN)
}
