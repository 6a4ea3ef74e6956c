//! The codes of an event in ACLED (event and sub-event type) and PLOVER.
//!
//! ACLED: "Armed Conflict Location & Event Data Project Codebook" (2023), names of types as there.
//! PLOVER: Open Event Data Alliance, "PLOVER Coding Manual", names of the root codes as there.

use crate::event::{Actor, EventKind, Role};

/// ACLED's event type and sub-event type.
pub(super) type Codes = (&'static str, &'static str);

/// Words of an actor's name that make it a state's force. Groups of their own are written with capitals: *Arakan Army*.
const STATE_WORDS: [&str; 10] = [
    "government",
    "army",
    "forces",
    "police",
    "air force",
    "navy",
    "junta",
    "gendarmerie",
    "border guards",
    "commandos",
];
/// Peoples whose forces are no state's.
const NO_STATE: [&str; 4] = ["Kurdish", "Palestinian", "Tigrayan", "Chechen"];

/// ACLED's codes; `words` is the quote, which tells a suicide bomb from another and a riot from a march.
pub(super) fn acled(kind: EventKind, actors: &[&Actor], words: &str) -> Codes {
    const STRATEGIC: &str = "Strategic developments";
    const REMOTE: &str = "Explosions/Remote violence";
    const CIVILIANS: &str = "Violence against civilians";
    match kind {
        EventKind::Clash => ("Battles", "Armed clash"),
        EventKind::Capture => ("Battles", taken_by(actors)),
        EventKind::Handover => (STRATEGIC, "Non-violent transfer of territory"),
        EventKind::AirStrike => (REMOTE, "Air/drone strike"),
        EventKind::Shelling => (REMOTE, "Shelling/artillery/missile attack"),
        EventKind::Bombing if tells(words, &["suicide", "kamikaze"]) => (REMOTE, "Suicide bomb"),
        EventKind::Bombing => (REMOTE, "Remote explosive/landmine/IED"),
        EventKind::AttackOnCivilians => (CIVILIANS, "Attack"),
        EventKind::Abduction => (CIVILIANS, "Abduction/forced disappearance"),
        EventKind::Surrender | EventKind::Agreement => (STRATEGIC, "Agreement"),
        EventKind::Withdrawal | EventKind::Movement => (STRATEGIC, "Change to group/activity"),
        EventKind::Talks if tells(words, &["paix", "peace", "trêve", "truce", "cessez-le-feu", "ceasefire"]) => {
            (STRATEGIC, "Agreement")
        }
        EventKind::Talks => ("", ""),
        EventKind::Arrest => (STRATEGIC, "Arrests"),
        EventKind::PrisonBreak | EventKind::Displacement | EventKind::Other => (STRATEGIC, "Other"),
        EventKind::Protest if tells(words, &["émeut", "riot", "violent", "incendi", "pill", "loot"]) => {
            ("Riots", "Violent demonstration")
        }
        EventKind::Protest => ("Protests", "Peaceful protest"),
    }
}

/// PLOVER's root code; empty where it has none.
pub(super) fn plover(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Clash
        | EventKind::AirStrike
        | EventKind::Shelling
        | EventKind::Bombing
        | EventKind::AttackOnCivilians
        | EventKind::Abduction => "ASSAULT",
        EventKind::Capture | EventKind::Arrest => "COERCE",
        EventKind::Handover | EventKind::Surrender | EventKind::Withdrawal | EventKind::PrisonBreak => "RETREAT",
        EventKind::Movement => "MOBILIZE",
        EventKind::Agreement => "AGREE",
        EventKind::Talks => "CONSULT",
        EventKind::Protest => "PROTEST",
        EventKind::Displacement | EventKind::Other => "",
    }
}

/// What a capture is by who took it; empty where no report says who.
fn taken_by(actors: &[&Actor]) -> &'static str {
    let mut takers = actors.iter().filter(|actor| actor.role == Role::Agent).peekable();
    if takers.peek().is_none() {
        return "";
    }
    if takers.any(|actor| is_state(&actor.name)) {
        "Government regains territory"
    } else {
        "Non-state actor overtakes territory"
    }
}

fn is_state(name: &str) -> bool {
    STATE_WORDS.iter().any(|word| name.contains(word)) && !NO_STATE.iter().any(|people| name.starts_with(people))
}

/// ACLED's two sides: who does it, and to whom. Those that take part alike are either.
pub(super) fn sides<'a>(actors: &[&'a Actor]) -> (&'a str, &'a str) {
    let first = |role: Role, not: &str| {
        actors.iter().filter(|actor| actor.role == role).map(|actor| actor.name.as_str()).find(|&name| name != not)
    };
    let one = first(Role::Agent, "").or_else(|| first(Role::Participant, "")).unwrap_or_default();
    let other = first(Role::Target, one).or_else(|| first(Role::Participant, one)).unwrap_or_default();
    (one, other)
}

fn tells(words: &str, cues: &[&str]) -> bool {
    let words = words.to_lowercase();
    cues.iter().any(|cue| words.contains(cue))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn actor(name: &str, role: Role) -> Actor {
        Actor { name: name.to_owned(), role, span: Span::default() }
    }

    #[track_caller]
    fn check(kind: EventKind, actors: &[(&str, Role)], words: &str, expected: Codes) {
        let actors: Vec<Actor> = actors.iter().map(|&(name, role)| actor(name, role)).collect();
        assert_eq!(acled(kind, &actors.iter().collect::<Vec<_>>(), words), expected, "{kind:?} {words}");
    }

    #[test]
    fn a_capture_is_coded_by_who_took_it() {
        let (state, other) = ("Government regains territory", "Non-state actor overtakes territory");
        for (taker, sub_type) in [
            ("Congolese army", state),
            ("Ukrainian forces", state),
            ("police", state),
            ("Taliban", other),
            ("Arakan Army", other),
            ("Kurdish forces", other),
        ] {
            check(EventKind::Capture, &[(taker, Role::Agent)], "", ("Battles", sub_type));
        }
        check(EventKind::Capture, &[("Congolese army", Role::Target)], "", ("Battles", ""));
    }

    #[test]
    fn words_of_the_quote_tell_sub_types_apart() {
        let remote = "Explosions/Remote violence";
        check(EventKind::Bombing, &[], "a suicide bomber", (remote, "Suicide bomb"));
        check(EventKind::Bombing, &[], "une mine", (remote, "Remote explosive/landmine/IED"));
        check(EventKind::Talks, &[], "peace talks", ("Strategic developments", "Agreement"));
        check(EventKind::Talks, &[], "a meeting", ("", ""));
        check(EventKind::Protest, &[], "des émeutes", ("Riots", "Violent demonstration"));
    }

    #[test]
    fn every_kind_has_the_sub_type_of_its_type() {
        for kind in EventKind::ALL {
            let (event_type, sub_type) = acled(kind, &[], "");
            let uncoded = matches!(kind, EventKind::Talks | EventKind::Capture);
            assert!(uncoded || (!event_type.is_empty() && !sub_type.is_empty()), "{kind:?}");
        }
    }

    #[test]
    fn the_sides_are_who_does_it_and_to_whom() {
        let (taliban, police, crowd) =
            (actor("Taliban", Role::Target), actor("police", Role::Agent), actor("protesters", Role::Participant));
        assert_eq!(sides(&[&taliban, &police]), ("police", "Taliban"));
        assert_eq!(sides(&[&crowd]), ("protesters", ""));
        assert_eq!(sides(&[&taliban]), ("", "Taliban"));
    }
}
