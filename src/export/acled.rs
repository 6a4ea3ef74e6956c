//! The codes of an event in ACLED (event and sub-event type) and PLOVER.
//!
//! ACLED: "Armed Conflict Location & Event Data Project Codebook" (2023), names of types as there.
//! PLOVER: Open Event Data Alliance, "PLOVER Coding Manual", names of the root codes as there.

use crate::event::{Actor, EventKind, Role};

/// ACLED's event type and sub-event type.
pub(super) type Codes = (&'static str, &'static str);

/// Words of an actor's name that make it a state's force.
const STATE_WORDS: [&str; 8] =
    ["government", "army", "security forces", "police", "armed forces", "special forces", "military", "troops"];

/// ACLED's codes; `words` is the quote, which tells a suicide bomb from another and a riot from a march.
pub(super) fn acled(kind: EventKind, actors: &[&Actor], words: &str) -> Codes {
    const STRATEGIC: &str = "Strategic developments";
    const REMOTE: &str = "Explosions/Remote violence";
    const CIVILIANS: &str = "Violence against civilians";
    match kind {
        EventKind::Clash => ("Battles", "Armed clash"),
        EventKind::Capture if is_taken_by_state(actors) => ("Battles", "Government regains territory"),
        EventKind::Capture => ("Battles", "Non-state actor overtakes territory"),
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

fn is_taken_by_state(actors: &[&Actor]) -> bool {
    actors.iter().filter(|actor| actor.role == Role::Agent).any(|actor| tells(&actor.name, &STATE_WORDS))
}

fn tells(words: &str, cues: &[&str]) -> bool {
    let words = words.to_lowercase();
    cues.iter().any(|cue| words.contains(cue))
}
