//! [`Mood`]: how a verb stands in its sentence.

use crate::event::rules::inflect::{CONDITIONAL, FUTURE, Form, GERUND, INFINITIVE, PAST, PRESENT};
use crate::event::rules::words::{self, Classes};

/// How a verb stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    /// *attaquent*, *ont attaqué*, *attacked*
    Indicative,
    /// *auraient attaqué*: told by others.
    PressConditional,
    /// *attaqueraient*, *would attack*
    Conditional,
    /// *attaqueront*, *will attack*
    Future,
    /// *peuvent attaquer*, *may attack*
    Modal,
    /// *attaquer*, *to attack*
    Infinitive,
    /// *avoir attaqué*, *to have attacked*
    PastInfinitive,
    /// *attaquant*, *attacking*
    Gerund,
    /// *attaqué par*: a participle with no auxiliary.
    BareParticiple,
}

impl Mood {
    /// Of a participle with the auxiliaries of classes `seen`; `with_be` is whether its perfect is made with *be*.
    pub(super) fn of_participle(seen: Classes, with_be: bool) -> Self {
        let has = |class: Classes| seen & class != 0;
        if has(words::MODAL) {
            Self::Modal
        } else if has(words::FUTURE) {
            Self::Future
        } else if has(words::MANAGED) {
            Self::managed(seen)
        } else if has(words::CONDITIONAL) {
            // serait prise: a wish or a guess; aurait été prise, serait tombée: told by others.
            if has(words::HAVE) || with_be { Self::PressConditional } else { Self::Conditional }
        } else if has(words::INFINITIVE) {
            // avoir pris, s'être emparé, être entré
            if has(words::HAVE) || with_be { Self::PastInfinitive } else { Self::Infinitive }
        } else {
            Self::Indicative
        }
    }

    /// *ont dû être évacués*, but *auraient dû être évacués*; *le calme dû aux patrouilles* has no auxiliary.
    const fn managed(seen: Classes) -> Self {
        if seen & words::CONDITIONAL != 0 {
            Self::Conditional
        } else if seen & words::HAVE != 0 {
            Self::Indicative
        } else {
            Self::Infinitive
        }
    }

    /// Of any other form with the auxiliaries of classes `seen`.
    pub(super) fn of_form(seen: Classes, form: Form) -> Self {
        let has = |class: Classes| seen & class != 0;
        if has(words::MODAL) {
            Self::Modal
        } else if has(words::MANAGED) {
            Self::managed(seen)
        } else if has(words::CONDITIONAL) || form & CONDITIONAL != 0 {
            Self::Conditional
        } else if has(words::FUTURE) || form & FUTURE != 0 {
            Self::Future
        } else if has(words::INFINITIVE) && form & INFINITIVE != 0 || form == INFINITIVE {
            Self::Infinitive
        } else if form & (PRESENT | PAST) != 0 {
            Self::Indicative
        } else if form & GERUND != 0 {
            if has(words::BE) { Self::Indicative } else { Self::Gerund }
        } else {
            Self::BareParticiple
        }
    }
}
