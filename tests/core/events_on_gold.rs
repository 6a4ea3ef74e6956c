//! The events engine by itself: given the places and days of the hand annotation, it finds the seeds' events.

use dateline::edtf::DateSet;
use dateline::event::{Mention, Places, Rules, TimeRelation, extract};
use dateline::gazetteer::{PlaceId, PlaceKind, Point};
use dateline::language::boilerplate::Boilerplate;
use dateline::language::sentence::sentences;
use dateline::language::token::Tokens;
use dateline::language::{AnalysedText, LanguagePack, Lexicon};
use dateline::reason::{DocumentIndex, Reason};
use dateline::span::Span;
use dateline::timex::{Role, Timex, TimexType};
use dateline::toponym::{Toponym, Usage};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The places of a hand annotation, as a gazetteer: what lies close to a province's point lies in it.
struct GoldPlaces {
    keys: Vec<String>,
    kinds: Vec<PlaceKind>,
    countries: Vec<String>,
    points: Vec<Point>,
}

impl GoldPlaces {
    fn new(gold: &Value) -> Self {
        let mut places = Self { keys: vec![], kinds: vec![], countries: vec![], points: vec![] };
        for (key, place) in gold["places"].as_object().unwrap() {
            places.keys.push(key.clone());
            let kind = place["kind"].as_str().unwrap().replace(' ', "_");
            places.kinds.push(PlaceKind::from_name(&kind).unwrap_or(PlaceKind::Region));
            places.countries.push(place["country"].as_str().unwrap_or_default().to_owned());
            places
                .points
                .push(Point { latitude: place["lat"].as_f64().unwrap(), longitude: place["lon"].as_f64().unwrap() });
        }
        places
    }

    fn id(&self, key: &str) -> Option<PlaceId> {
        self.keys.iter().position(|known| known == key).map(|index| PlaceId(u32::try_from(index).unwrap()))
    }

    fn nearest(&self, place: PlaceId, kinds: &[PlaceKind]) -> Option<PlaceId> {
        let point = self.point(place);
        let others = (0..self.keys.len()).filter(|&index| {
            kinds.contains(&self.kinds[index]) && self.countries[index] == self.countries[place.0 as usize]
        });
        let distance = |index: &usize| self.points[*index].distance_km(point);
        let best = others.min_by(|one, other| distance(one).total_cmp(&distance(other)))?;
        (distance(&best) <= 90.0).then(|| PlaceId(u32::try_from(best).unwrap()))
    }
}

impl Places for GoldPlaces {
    fn key(&self, place: PlaceId) -> &str {
        &self.keys[place.0 as usize]
    }
    fn kind(&self, place: PlaceId) -> PlaceKind {
        self.kinds[place.0 as usize]
    }
    fn point(&self, place: PlaceId) -> Point {
        self.points[place.0 as usize]
    }
    fn country(&self, place: PlaceId) -> Option<PlaceId> {
        let code = &self.countries[place.0 as usize];
        let found = (0..self.keys.len())
            .find(|&index| self.kinds[index] == PlaceKind::Country && &self.countries[index] == code);
        found.map(|index| PlaceId(u32::try_from(index).unwrap()))
    }
    fn country_of_code(&self, code: &str) -> Option<PlaceId> {
        let found = (0..self.keys.len())
            .find(|&index| self.kinds[index] == PlaceKind::Country && self.countries[index] == code);
        found.map(|index| PlaceId(u32::try_from(index).unwrap()))
    }
    fn province(&self, place: PlaceId) -> Option<PlaceId> {
        match self.kind(place) {
            PlaceKind::Province => Some(place),
            PlaceKind::Country => None,
            _ => self.nearest(place, &[PlaceKind::Province]),
        }
    }
    fn capital(&self, area: PlaceId) -> Option<PlaceId> {
        self.nearest(area, &[PlaceKind::City])
    }
    fn within(&self, area: PlaceId, place: PlaceId) -> bool {
        if area == place {
            return false;
        }
        match self.kind(area) {
            PlaceKind::Country => self.country(place) == Some(area),
            PlaceKind::Province | PlaceKind::Region => {
                !matches!(self.kind(place), PlaceKind::Country | PlaceKind::Province | PlaceKind::Region)
                    && self.province(place) == Some(area)
            }
            _ => false,
        }
    }
}

fn span(value: &Value) -> Span {
    let at = |key: &str| usize::try_from(value[key].as_u64().unwrap()).unwrap();
    Span::new(at("start"), at("end"))
}

fn toponyms(document: &Value, places: &GoldPlaces) -> Vec<Toponym> {
    let mut found: Vec<Toponym> = document["toponyms"]
        .as_array()
        .unwrap()
        .iter()
        .map(|toponym| Toponym {
            span: span(toponym),
            usage: match toponym["use"].as_str().unwrap_or("literal") {
                "metonym" => Usage::Metonym,
                "modifier" => Usage::Modifier,
                "dateline" => Usage::Dateline,
                _ => Usage::Literal,
            },
            place: toponym["place"].as_str().and_then(|key| places.id(key)),
            near: false,
            candidates: vec![],
            confidence: 1.0,
            reason: Reason::default(),
        })
        .collect();
    found.sort_by_key(|toponym| toponym.span);
    found
}

fn timexes(document: &Value, published: &DateSet) -> Vec<Timex> {
    let mut found: Vec<Timex> = document["timexes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|timex| Timex {
            span: span(timex),
            kind: match timex["type"].as_str().unwrap() {
                "TIME" => TimexType::Time,
                "DURATION" => TimexType::Duration,
                "SET" => TimexType::Set,
                _ => TimexType::Date,
            },
            value: timex["value"].as_str().unwrap_or_default().to_owned(),
            when: timex["edtf"].as_str().and_then(|edtf| {
                let first = edtf.split(" | ").next().unwrap();
                if first == "DCT" { Some(published.clone()) } else { DateSet::parse(first).ok() }
            }),
            extent: None,
            heads_entry: false,
            role: Role::Told,
            reason: Reason::default(),
        })
        .collect();
    found.sort_by_key(|timex| timex.span);
    found
}

/// The engine's days, as simply as can be: what the real dating adds is not under test here.
fn date(mention: &mut Mention, timexes: &[Timex], published: &DateSet) {
    let timex = mention.timex.and_then(|index| timexes[index as usize].when.clone());
    mention.when = Some(match (timex, mention.relation) {
        (Some(when), TimeRelation::Since) => DateSet::days(when.first(), published.last()),
        (Some(when), _) => when,
        (None, _) => published.clone(),
    });
}

pub(crate) struct Read {
    pub(crate) mentions: Vec<Mention>,
    pub(crate) gold: Value,
}

/// Reads the documents of a hand annotation with its own places and days.
pub(crate) fn read(gold_file: &Path, folder: &Path) -> Read {
    let gold: Value = serde_json::from_str(&std::fs::read_to_string(gold_file).unwrap()).unwrap();
    let places = GoldPlaces::new(&gold);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let packs: Vec<LanguagePack> = ["fr", "en"]
        .iter()
        .map(|code| {
            let file = format!("{code}.toml");
            LanguagePack::parse(&file, &std::fs::read_to_string(root.join("data/lang").join(&file)).unwrap()).unwrap()
        })
        .collect();
    let boilerplate = Boilerplate::compile(&packs).unwrap();
    let mut languages = BTreeMap::new();
    for pack in &packs {
        let mut lexicon = Lexicon::default();
        let words: BTreeMap<String, Vec<String>> = pack.section("sentences").unwrap();
        let abbreviations: BTreeSet<_> = words["words"].iter().map(|word| lexicon.intern(word)).collect();
        let rules = Rules::compile(pack, &mut lexicon).unwrap_or_else(|error| panic!("{error}"));
        languages.insert(pack.code.clone(), (lexicon, abbreviations, rules));
    }
    let mut mentions = Vec::new();
    for (index, document) in gold["documents"].as_array().unwrap().iter().enumerate() {
        let name = document["doc"].as_str().unwrap();
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        let (lexicon, abbreviations, rules) = &languages[document["lang"].as_str().unwrap()];
        let published =
            DateSet::parse(document["published"]["together"].as_str().unwrap_or("1/..")).unwrap_or(DateSet::any());
        let tokens = Tokens::of(&text, lexicon);
        let sentences = sentences(&text, &tokens, abbreviations);
        let boilerplate = boilerplate.find(&text, &tokens);
        let analysed = AnalysedText { text: &text, tokens, sentences, boilerplate };
        let (toponyms, timexes) = (toponyms(document, &places), timexes(document, &published));
        let mut found =
            extract(&analysed, rules, &toponyms, &timexes, &places, DocumentIndex(u32::try_from(index).unwrap()));
        for mention in &mut found {
            date(mention, &timexes, &published);
        }
        mentions.extend(found);
    }
    Read { mentions, gold }
}

fn seeds() -> Read {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    read(&root.join("tests/gold/seeds.json"), &root.join("seeds"))
}

#[test]
fn no_statement_that_is_no_event_of_the_seeds_is_plotted() {
    let read = seeds();
    for (index, document) in read.gold["documents"].as_array().unwrap().iter().enumerate() {
        for statement in document["not_events"].as_array().unwrap() {
            let wrong = read.mentions.iter().find(|mention| {
                mention.certainty.is_plotted()
                    && mention.document.0 as usize == index
                    && span(statement).holds(mention.trigger.start())
            });
            assert!(wrong.is_none(), "{}: {wrong:?}", statement["text"]);
        }
    }
}
