//! What holds of the events engine for any text, and the size it must stand.

use dateline::day::Day;
use dateline::edtf::DateSet;
use dateline::event::merge::{merge, merge_counted};
use dateline::event::{
    Certainty, Claim, ClaimKind, Constraints, EventKind, Mention, MentionIndex, MentionPlace, PlaceHow, Rules,
};
use dateline::event::{TimeRelation, WhenHow, extract};
use dateline::gazetteer::{Gazetteer, PlaceId};
use dateline::language::sentence::sentences;
use dateline::language::token::Tokens;
use dateline::language::{AnalysedText, LanguagePack, Lexicon};
use dateline::reason::{DocumentIndex, Reason};
use dateline::span::Span;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

const FRENCH: &str = include_str!("../../data/lang/fr.toml");
const ENGLISH: &str = include_str!("../../data/lang/en.toml");

static PACKS: LazyLock<[(Rules, Lexicon); 2]> = LazyLock::new(|| [rules(FRENCH), rules(ENGLISH)]);

fn rules(source: &str) -> (Rules, Lexicon) {
    let pack = LanguagePack::parse("pack.toml", source).unwrap();
    let mut lexicon = Lexicon::default();
    let rules = Rules::compile(&pack, &mut lexicon).unwrap_or_else(|error| panic!("{error}"));
    (rules, lexicon)
}

fn read(text: &str, rules: &Rules, lexicon: &Lexicon) -> (Vec<Mention>, Vec<Span>) {
    let tokens = Tokens::of(text, lexicon);
    let sentences = sentences(text, &tokens, &BTreeSet::new());
    let spans = sentences.iter().map(|sentence| sentence.span).collect();
    let analysed = AnalysedText { text, tokens, sentences, boilerplate: Vec::new() };
    (extract(&analysed, rules, &[], &[], Gazetteer::embedded(), DocumentIndex(0)), spans)
}

/// Words that the rules speak of, in any order, with letters of several bytes and marks between.
fn any_text() -> impl Strategy<Value = String> {
    let words = "les talibans ont attaqué la ville de mardi si pourrait tomber 21 soldats été tués et blessés dans un assaut \
        selon l' « » \" . , ; : – ( ) au moins plus d'une douzaine des dizaines s'emparer se sont rendus n'a pas dont à 10 000 \
        the rebels captured a town if would have been killed in clashes on Monday said at least dozens éèç ʿ 東京 \n";
    let list: Vec<String> = words.split(' ').map(str::to_owned).collect();
    let known = prop::sample::select(list);
    prop::collection::vec(prop_oneof![4 => known, 1 => "\\PC{0,6}"], 0..60).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic_and_quoted_by_the_sentence(text in any_text()) {
        for (rules, lexicon) in PACKS.iter() {
            let (mentions, sentences) = read(&text, rules, lexicon);
            for mention in mentions {
                prop_assert!(sentences.contains(&mention.quote));
                prop_assert!(mention.quote.covers(mention.trigger));
                prop_assert!(text.get(mention.trigger.start()..mention.trigger.end()).is_some());
                for claim in &mention.claims {
                    prop_assert!(text.get(claim.span.start()..claim.span.end()).is_some());
                    prop_assert!(claim.high.is_none_or(|high| claim.low <= high));
                }
            }
        }
    }
}

fn mention(number: u32, kind: EventKind, place: PlaceId, day: i64) -> Mention {
    Mention {
        document: DocumentIndex(number),
        quote: Span::new(0, 10),
        trigger: Span::new(2, 5),
        kind,
        certainty: Certainty::Reported,
        place: Some(MentionPlace { place, how: PlaceHow::Named, near: false, span: Span::new(6, 9), toponym: None }),
        when: Some(DateSet::day(Day::from_number(day))),
        when_how: WhenHow::Named,
        timex: None,
        relation: TimeRelation::At,
        by_night: false,
        ends: Vec::new(),
        retellings: Vec::new(),
        actors: Vec::new(),
        claims: Vec::new(),
        speaker: None,
        reason: Reason::default(),
    }
}

fn many(count: u32) -> Vec<Mention> {
    let places: Vec<PlaceId> = Gazetteer::embedded().places().step_by(97).take(500).collect();
    (0..count)
        .map(|number| {
            let place = places[(number as usize * 7919) % places.len()];
            let kind = EventKind::ALL[(number as usize * 31) % EventKind::ALL.len()];
            mention(number, kind, place, 18_000 + i64::from(number * 13 % 900))
        })
        .collect()
}

#[test]
fn a_hundred_thousand_mentions_merge_without_loss() {
    let mentions = many(100_000);
    let events = merge(&mentions, &[], Gazetteer::embedded(), &Constraints::default());
    assert_eq!(events.iter().map(|event| event.mentions.len()).sum::<usize>(), mentions.len());
    let ids: BTreeSet<&str> = events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(ids.len(), events.len());
}

#[test]
fn merging_compares_a_mention_with_few_events_however_many_there_are() {
    let compared =
        |mentions: &[Mention]| merge_counted(mentions, &[], Gazetteer::embedded(), &Constraints::default()).1;
    let spread = compared(&many(100_000));
    assert!(spread < 200_000, "{spread} comparisons for 100,000 mentions all over the world");
    let crowded: Vec<Mention> = (0..20_000)
        .map(|number| mention(number, EventKind::Clash, place("gn1135689"), i64::from(number % 1000)))
        .collect();
    let crowded = compared(&crowded);
    assert!(crowded < 20_000 * 80, "{crowded} comparisons for 20,000 mentions of one kind at one place");
}

/// Whether two reports' mentions are one event.
fn are_one(one: &Mention, other: &Mention) -> bool {
    merge(&[one.clone(), other.clone()], &[], Gazetteer::embedded(), &Constraints::default()).len() == 1
}

fn place(key: &str) -> PlaceId {
    Gazetteer::embedded().by_key(key).unwrap()
}

/// What a report tells without a day, on the day it came out.
fn undated(mention: Mention) -> Mention {
    Mention { when_how: WhenHow::Publication, ..mention }
}

fn counting(mention: Mention, low: u32) -> Mention {
    let claim = Claim {
        span: Span::new(0, 2),
        what: ClaimKind::Killed,
        low,
        high: Some(low),
        whom: None,
        claimant: None,
        claimant_span: None,
        part: false,
        former: false,
    };
    Mention { claims: vec![claim], ..mention }
}

#[test]
fn what_reports_tell_alike_is_one_event() {
    use EventKind::{AirStrike, AttackOnCivilians, Bombing, Capture, Clash};
    let (town, province) = (place("gn1135689"), place("AF-KDZ"));
    let told = |number, kind, place, day| mention(number, kind, place, day);
    for (case, one, other) in [
        ("a day", told(0, Clash, town, 100), told(1, Clash, town, 100)),
        ("the fighting and the capture", told(0, Capture, town, 100), told(1, Clash, town, 100)),
        ("the means and the victims", told(0, Bombing, town, 100), told(1, AttackOnCivilians, town, 100)),
        ("a town and its province", told(0, Clash, town, 100), told(1, Clash, province, 100)),
        ("a town's capture and its province's clash", told(0, Capture, town, 100), told(1, Clash, province, 100)),
        ("a capture told of two days that follow each other", told(0, Capture, town, 100), told(1, Capture, town, 101)),
        ("a capture told two days later", told(0, Capture, town, 100), undated(told(1, Capture, town, 102))),
        (
            "the only strike of those days, told without a day",
            told(0, AirStrike, town, 100),
            undated(told(1, AirStrike, town, 102)),
        ),
        (
            "a figure told two days later",
            counting(told(0, AirStrike, town, 100), 100),
            undated(counting(told(1, AirStrike, town, 102), 101)),
        ),
    ] {
        assert!(are_one(&one, &other), "{case}");
        assert!(are_one(&other, &one), "{case}, the other way");
    }
}

#[test]
fn what_reports_tell_apart_stays_apart() {
    use EventKind::{AirStrike, Capture, Clash, Protest};
    let (town, other_town, province) = (place("gn1135689"), place("gn1138336"), place("AF-KDZ"));
    let told = |number, kind, place, day| mention(number, kind, place, day);
    for (case, one, other) in [
        ("neighbouring days", told(0, Clash, town, 100), told(1, Clash, town, 101)),
        ("two towns", told(0, Clash, town, 100), told(1, Clash, other_town, 100)),
        ("two families", told(0, Clash, town, 100), told(1, Protest, town, 100)),
        ("a town and another's province", told(0, Clash, other_town, 100), told(1, Clash, province, 100)),
        (
            "other figures",
            counting(told(0, AirStrike, town, 100), 100),
            undated(counting(told(1, AirStrike, town, 101), 40)),
        ),
        ("a capture told a week later", told(0, Capture, town, 100), undated(told(1, Capture, town, 107))),
    ] {
        assert!(!are_one(&one, &other), "{case}");
        assert!(!are_one(&other, &one), "{case}, the other way");
    }
}

#[test]
fn a_strike_without_a_day_is_none_of_two() {
    let told = |number, day| mention(number, EventKind::AirStrike, place("gn1135689"), day);
    let count = |mentions: &[Mention]| merge(mentions, &[], Gazetteer::embedded(), &Constraints::default()).len();
    assert_eq!(count(&[told(0, 100), told(1, 102), undated(told(2, 103))]), 3);
    // A figure says which, if it is large.
    let counted = |low| [counting(told(0, 100), low), told(1, 102), undated(counting(told(2, 103), low))];
    assert_eq!((count(&counted(40)), count(&counted(2))), (2, 3));
}

#[test]
fn the_order_of_reports_changes_no_event() {
    let mentions = many(3000);
    let mut turned = mentions.clone();
    turned.reverse();
    let ids = |mentions: &[Mention]| -> Vec<String> {
        let events = merge(mentions, &[], Gazetteer::embedded(), &Constraints::default());
        events.into_iter().map(|event| format!("{} {}", event.id, event.mentions.len())).collect()
    };
    assert_eq!(ids(&mentions), ids(&turned));
}

#[test]
fn what_a_user_splits_stays_split_and_what_is_joined_is_one() {
    let place = Gazetteer::embedded().by_key("AF").unwrap();
    let mentions = [mention(0, EventKind::Clash, place, 18_000), mention(1, EventKind::Clash, place, 18_000)];
    let count = |constraints: &Constraints| merge(&mentions, &[], Gazetteer::embedded(), constraints).len();
    let mut constraints = Constraints::default();
    assert_eq!(count(&constraints), 1);
    constraints.split(MentionIndex(0), MentionIndex(1));
    assert_eq!(count(&constraints), 2);
    constraints.join(MentionIndex(0), MentionIndex(1));
    assert_eq!(count(&constraints), 1);
    let apart = [mention(0, EventKind::Clash, place, 18_000), mention(1, EventKind::Protest, place, 18_300)];
    assert_eq!(merge(&apart, &[], Gazetteer::embedded(), &Constraints::default()).len(), 2);
    assert_eq!(merge(&apart, &[], Gazetteer::embedded(), &constraints).len(), 1);
}

/// Kind and certainty of each event that a sentence tells, in order, without places or days.
#[track_caller]
fn check(source: &str, text: &str, expected: &str) {
    let (rules, lexicon) = rules(source);
    let found: Vec<String> = read(text, &rules, &lexicon)
        .0
        .iter()
        .map(|mention| {
            format!("{} {}", mention.kind.name(), serde_json::to_value(mention.certainty).unwrap().as_str().unwrap())
        })
        .collect();
    assert_eq!(found.join(", "), expected, "{text}");
}

#[test]
fn the_mood_of_a_french_verb_says_how_sure_it_is() {
    check(FRENCH, "Les rebelles ont attaqué un convoi.", "clash reported");
    check(FRENCH, "Les rebelles auraient attaqué un convoi.", "clash claimed");
    check(FRENCH, "Les rebelles n'ont pas attaqué le convoi.", "clash denied");
    check(FRENCH, "Les rebelles attaqueront le convoi.", "clash planned");
    check(FRENCH, "Les rebelles pourraient attaquer le convoi.", "clash hypothetical");
    check(FRENCH, "Les rebelles menacent d'attaquer le convoi.", "clash planned");
    check(FRENCH, "Si les rebelles attaquent le convoi, la route sera coupée.", "clash hypothetical");
}

#[test]
fn the_mood_of_an_english_verb_says_how_sure_it_is() {
    check(ENGLISH, "The rebels attacked a convoy.", "clash reported");
    check(ENGLISH, "The rebels have not attacked the convoy.", "clash denied");
    check(ENGLISH, "The rebels will attack the convoy.", "clash planned");
    check(ENGLISH, "The rebels could attack the convoy.", "clash hypothetical");
    check(ENGLISH, "The rebels vowed to attack the convoy.", "clash planned");
    check(ENGLISH, "The army denied that the rebels attacked the convoy.", "clash denied");
    check(ENGLISH, "If the rebels attack the convoy, it turns back.", "clash hypothetical");
}

/// Figures of the only event of a text.
#[track_caller]
fn check_claims(source: &str, text: &str, expected: &str) {
    let (rules, lexicon) = rules(source);
    let found: Vec<String> = read(text, &rules, &lexicon)
        .0
        .iter()
        .flat_map(|mention| &mention.claims)
        .map(|claim| {
            let high = claim.high.map_or(String::new(), |high| high.to_string());
            let role = match (claim.part, claim.former) {
                (true, _) => ", of these",
                (_, true) => ", before",
                _ => "",
            };
            format!("{} {}..{high}{role}", claim.what.name(), claim.low)
        })
        .collect();
    assert_eq!(found.join(", "), expected, "{text}");
}

#[test]
fn figures_are_read_in_digits_and_words_with_their_bounds() {
    check_claims(FRENCH, "L'attaque a fait 12 morts et 30 blessés.", "killed 12..12, wounded 30..30");
    check_claims(FRENCH, "Les rebelles ont tué plus de 20 soldats.", "killed 21..");
    check_claims(FRENCH, "Au moins vingt et un policiers ont été tués dans un assaut.", "killed 21..");
    check_claims(FRENCH, "Une attaque a fait de 15 à 20 morts.", "killed 15..20");
    check_claims(FRENCH, "Plus d'une douzaine de soldats ont été tués dans une attaque.", "killed 13..");
    check_claims(FRENCH, "Une attaque a tué ou blessé 50 soldats.", "killed_or_wounded 50..50");
    check_claims(FRENCH, "Une attaque a fait 1 200 morts, dont 3 enfants.", "killed 1200..1200, killed 3..3, of these");
    check_claims(ENGLISH, "An air strike killed at least 12 people and wounded thirty.", "killed 12.., wounded 30..30");
    check_claims(ENGLISH, "Between 15 and 20 soldiers were killed in an attack.", "killed 15..20");
    check_claims(ENGLISH, "Dozens of civilians were killed in an attack.", "killed 24..");
    check_claims(ENGLISH, "A bombing left 7 dead and 31 injured.", "killed 7..7, wounded 31..31");
}
