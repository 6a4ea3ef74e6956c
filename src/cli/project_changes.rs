//! Corrections as the command line spells them.

use crate::correction::{Anchor, Change, ChosenPlace, Corrected, Scope, Subject};
use crate::edtf::DateSet;
use crate::event::{Certainty, Event, EventKind};
use crate::gazetteer::{PlaceKind, Point};
use crate::problem::Problem;
use crate::span::Span;
use clap::{Args, ValueEnum};

/// Where something was: a place of the gazetteer, or one of the user's own.
#[derive(Debug, Args)]
pub(super) struct Somewhere {
    /// Its key or its name, as `gazetteer lookup` finds it
    #[arg(long, value_name = "NAME", group = "what")]
    place: Option<String>,
    /// A place of your own: its name and coordinates
    #[arg(long, num_args = 2, value_names = ["NAME", "LATITUDE,LONGITUDE"], group = "what")]
    own_place: Option<Vec<String>>,
    /// Country of a place of your own, by its code of two letters
    #[arg(long, value_name = "CODE", default_value = "", requires = "own_place")]
    country: String,
}

/// What is to be corrected of an event.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("what").required(true).multiple(false))]
pub(super) struct EventChange {
    /// The event's id, as `extract` prints it
    event: String,
    #[command(flatten)]
    somewhere: Somewhere,
    /// It was nowhere that is known
    #[arg(long, group = "what")]
    no_place: bool,
    /// When it was (EDTF)
    #[arg(long, value_name = "EDTF", group = "what", value_parser = |text: &str| DateSet::parse(text))]
    day: Option<DateSet>,
    /// It was when nobody knows
    #[arg(long, group = "what")]
    no_day: bool,
    /// What happened: clash, capture, protest …
    #[arg(long, group = "what", value_parser = parse_kind)]
    kind: Option<EventKind>,
    /// reported, claimed, denied, planned or hypothetical
    #[arg(long, group = "what", value_parser = parse_certainty)]
    certainty: Option<Certainty>,
    /// It is no event
    #[arg(long, group = "what")]
    not_an_event: bool,
    /// The telling of that number, from 1 in the order of `extract`, is of another event
    #[arg(long, value_name = "NUMBER", group = "what")]
    split: Option<usize>,
    /// It is one with the event of that id
    #[arg(long, value_name = "EVENT", group = "what")]
    join: Option<String>,
}

/// What a place name stands for.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("what").required(true).multiple(false))]
pub(super) struct NameChange {
    /// The report's id
    document: String,
    /// First byte of the name, as `annotate` prints it
    start: usize,
    #[command(flatten)]
    somewhere: Somewhere,
    /// It is no place
    #[arg(long, group = "what")]
    no_place: bool,
    /// Which mentions of the name
    #[arg(long, value_enum, default_value_t = NameScope::Mention)]
    scope: NameScope,
}

/// Which mentions of a name.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum NameScope {
    /// This one
    Mention,
    /// All in the report
    Report,
    /// All in all reports
    Reports,
}

/// An event that was not seen.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("what").required(false).multiple(false))]
pub(super) struct Told {
    /// The report's id
    document: String,
    /// First byte of the words that tell it
    start: usize,
    /// The byte after the last
    end: usize,
    /// What happened: clash, capture, protest …
    #[arg(long, value_parser = parse_kind)]
    kind: EventKind,
    /// reported, claimed, denied, planned or hypothetical
    #[arg(long, default_value = "reported", value_parser = parse_certainty)]
    certainty: Certainty,
    #[command(flatten)]
    somewhere: Somewhere,
    /// When it was (EDTF)
    #[arg(long, value_name = "EDTF", value_parser = |text: &str| DateSet::parse(text))]
    day: Option<DateSet>,
}

fn parse_kind(name: &str) -> Result<EventKind, String> {
    let names = || EventKind::ALL.map(EventKind::name).join(", ");
    EventKind::from_name(name).ok_or_else(|| format!("one of {}", names()))
}

fn parse_certainty(name: &str) -> Result<Certainty, String> {
    let names = || Certainty::ALL.map(Certainty::name).join(", ");
    Certainty::from_name(name).ok_or_else(|| format!("one of {}", names()))
}

impl Somewhere {
    fn chosen(&self, now: &Corrected) -> Result<Option<ChosenPlace>, Problem> {
        if let Some([name, point]) = self.own_place.as_deref() {
            let wrong = |message: String| Problem::failure(name, message);
            let coordinates = point.split_once(',').and_then(|(latitude, longitude)| {
                Some(Point { latitude: latitude.trim().parse().ok()?, longitude: longitude.trim().parse().ok()? })
            });
            let point = coordinates.ok_or_else(|| wrong(format!("`{point}` is no latitude,longitude")))?;
            let own = ChosenPlace::own(name, PlaceKind::Facility, point, &self.country);
            return own.map(Some).map_err(|error| wrong(error.to_string()));
        }
        let Some(name) = &self.place else { return Ok(None) };
        let gazetteer = &now.gazetteer;
        let place = gazetteer.by_key(name).or_else(|| gazetteer.lookup(name, 1).first().map(|found| found.place));
        let place = place.ok_or_else(|| Problem::failure(name, "no place of such a name"))?;
        Ok(Some(ChosenPlace::known(gazetteer, place)))
    }
}

impl EventChange {
    /// The change, made of what is on the map now.
    pub(super) fn change(&self, now: &Corrected) -> Result<Change, Problem> {
        let event = find(now, &self.event)?;
        let of = Subject::event(&now.collection, event);
        if let Some(number) = self.split {
            return self.split_off(now, event, number);
        }
        if let Some(other) = &self.join {
            return Ok(Change::Join { one: of, other: Subject::event(&now.collection, find(now, other)?) });
        }
        Ok(match (self.kind, self.certainty) {
            (Some(to), _) => Change::Kind { of, to },
            (_, Some(to)) => Change::Certainty { of, to },
            _ if self.day.is_some() || self.no_day => Change::Day { of, to: self.day.clone() },
            _ if self.not_an_event => Change::NotAnEvent { of },
            _ => Change::Place { of, to: self.somewhere.chosen(now)? },
        })
    }

    fn split_off(&self, now: &Corrected, event: &Event, number: usize) -> Result<Change, Problem> {
        let told = || format!("it has {} tellings: none has the number {number}", event.mentions.len());
        let position = number.checked_sub(1).filter(|&position| position < event.mentions.len());
        let position = position.ok_or_else(|| Problem::failure(&self.event, told()))?;
        let (going, staying): (Vec<_>, Vec<_>) = (0..).zip(&event.mentions).partition(|&(index, _)| index == position);
        let subject = |list: Vec<(usize, &crate::event::MentionIndex)>| {
            let mentions: Vec<_> = list.into_iter().map(|(_, &mention)| mention).collect();
            Subject::mentions(&now.collection, &mentions)
        };
        Ok(Change::Split { of: subject(going), from: subject(staying) })
    }
}

impl NameChange {
    /// The change, made of what was read.
    pub(super) fn change(&self, now: &Corrected) -> Result<Change, Problem> {
        let (index, document) = document(now, &self.document)?;
        let names = now.collection.annotations.get(index).into_iter().flat_map(|annotation| &annotation.toponyms);
        let name = names.into_iter().find(|name| name.span.holds(self.start));
        let none = || Problem::failure(&self.document, format!("no place name is read at byte {}", self.start));
        let name = name.ok_or_else(none)?;
        let scope = match self.scope {
            NameScope::Mention => Scope::Mention,
            NameScope::Report => Scope::Report,
            NameScope::Reports => Scope::Reports,
        };
        Ok(Change::Name { of: Anchor::of(document, name.span), scope, to: self.somewhere.chosen(now)? })
    }
}

impl Told {
    /// The change, made of the report's words.
    pub(super) fn change(&self, now: &Corrected) -> Result<Change, Problem> {
        let (_, document) = document(now, &self.document)?;
        let words = Anchor::of(document, Span::new(self.start, self.end));
        if words.words.is_empty() {
            let message = format!("{} to {} are no words of it", self.start, self.end);
            return Err(Problem::failure(&self.document, message));
        }
        let place = self.somewhere.chosen(now)?;
        Ok(Change::NewEvent { words, kind: self.kind, certainty: self.certainty, place, day: self.day.clone() })
    }
}

fn find<'a>(now: &'a Corrected, id: &str) -> Result<&'a Event, Problem> {
    let found = now.collection.events.iter().find(|event| event.id == id);
    found.ok_or_else(|| Problem::failure(id, "no event of such an id: `dateline extract` prints them"))
}

fn document<'a>(now: &'a Corrected, id: &str) -> Result<(usize, &'a crate::document::Document), Problem> {
    let found = now.collection.documents.iter().enumerate().find(|(_, document)| document.id == id);
    found.ok_or_else(|| Problem::failure(id, "no report of such an id"))
}
