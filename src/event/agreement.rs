//! Mentions of different reports that tell one event: the same family of kinds at one place, and a further fact.

use super::MentionIndex;
use super::mention::Mention;
use super::nested::Nested;
use super::shelf::Shelves;
use super::signature::{Signature, Signatures, meet};
use crate::gazetteer::Gazetteer;
use crate::reason::Statement;
use rayon::prelude::*;

/// Long words that two quotes must share to be of one event for that alone.
const LEAST_SHARED: usize = 3;

/// Two mentions of one event, seen from the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// The mention.
    pub(super) own: MentionIndex,
    /// The other report's.
    pub(super) other: MentionIndex,
    /// The other report.
    pub(super) document: u32,
    /// Facts they share beside place and family.
    pub(super) facts: u8,
    /// One of those; none where they share nothing.
    pub(super) by: Option<Statement>,
}

/// Links, by the document of their own mention, the surest first.
#[derive(Debug, Default)]
pub(super) struct Links {
    by_document: Vec<(u32, Vec<Link>)>,
}

impl Links {
    /// Those of each document that has some, in order, for all cores.
    pub(super) fn into_documents(self) -> impl IndexedParallelIterator<Item = (u32, Vec<Link>)> {
        self.by_document.into_par_iter()
    }
}

/// Which links of a mention are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// All.
    All,
    /// Those with mentions that say on which days their event was.
    TellingDays,
}

/// Finds the links of the mentions that are `wanted` with those of other documents, on all cores. `asking` are the mentions that
/// are looked at, report by report.
pub(super) fn links(
    mentions: &[Mention],
    signatures: &Signatures,
    shelves: &Shelves,
    gazetteer: &Gazetteer,
    asking: &[&[usize]],
    wanted: &(dyn Fn(&Mention) -> Option<Wanted> + Sync),
) -> Links {
    let search = Search { mentions, signatures, shelves, gazetteer, wanted };
    let of_report = |kept: &mut Kept, own: &&[usize]| {
        let document = mentions.get(*own.first()?)?.document.0;
        let found = search.compare(own, kept);
        let links = proven(found, &kept.agreeing);
        (!links.is_empty()).then_some((document, links))
    };
    Links { by_document: asking.par_iter().map_init(Kept::default, of_report).flatten_iter().collect() }
}

/// What the search for one report's links leaves for the next.
#[derive(Debug, Default)]
struct Kept {
    nested: Nested,
    agreeing: Agreeing,
}

/// The reports that have mentions beside those of one report.
#[derive(Debug, Default)]
struct Agreeing {
    /// By document.
    entries: Vec<Agreement>,
    /// The number of the search; entries of earlier ones say nothing.
    search: u32,
}

/// What two reports agree on.
#[derive(Clone, Copy, Debug, Default)]
struct Agreement {
    search: u32,
    /// The first shelf on which they are beside each other.
    shelf: u32,
    /// Whether they are on others too.
    several: bool,
}

impl Agreeing {
    fn add(&mut self, document: u32, number: u32) {
        let index = document as usize;
        if self.entries.len() <= index {
            self.entries.resize(index + 1, Agreement::default());
        }
        let Some(entry) = self.entries.get_mut(index) else { return };
        if entry.search == self.search {
            entry.several |= entry.shelf != number;
        } else {
            *entry = Agreement { search: self.search, shelf: number, several: false };
        }
    }

    fn on_several(&self, document: u32) -> bool {
        self.entries.get(document as usize).is_some_and(|entry| entry.search == self.search && entry.several)
    }
}

struct Search<'a> {
    mentions: &'a [Mention],
    signatures: &'a Signatures,
    shelves: &'a Shelves,
    gazetteer: &'a Gazetteer,
    wanted: &'a (dyn Fn(&Mention) -> Option<Wanted> + Sync),
}

impl Search<'_> {
    /// The links that are wanted of the mentions of one report, before it is known on what the reports agree.
    fn compare(&self, report: &[usize], Kept { nested, agreeing }: &mut Kept) -> Vec<Link> {
        let mut found = Vec::new();
        agreeing.search += 1;
        for &own in report {
            let Some(wanted) = self.mentions.get(own).and_then(self.wanted) else { continue };
            let Some((number, card)) = self.shelves.card(own) else { continue };
            let Some(signed) = self.signatures.get(card.mention) else { continue };
            let beside = self.shelves.beside(own);
            found.reserve(beside.len());
            for other in beside {
                if other.document == card.document || !nested.share(card.place, other.place, self.gazetteer) {
                    continue;
                }
                let Some(beside) = self.signatures.get(other.mention) else { continue };
                agreeing.add(other.document, number);
                if wanted == Wanted::All || other.tells_days {
                    let (facts, by) = facts(signed, beside, card.place == other.place, u8::MAX);
                    let document = other.document;
                    found.push(Link { own: card.mention, other: other.mention, document, facts, by });
                }
            }
        }
        found
    }
}

/// Links of one document that have a fact, and those without where the two reports agree on several areas or families.
fn proven(mut links: Vec<Link>, agreeing: &Agreeing) -> Vec<Link> {
    links.retain_mut(|link| {
        if link.facts == 0 {
            (link.facts, link.by) = (1, Some(Statement::SeveralMentionsAgree));
            return agreeing.on_several(link.document);
        }
        true
    });
    // In one number, which is compared at once: the facts, then the other and the own mention.
    let rank = |link: &Link| {
        u128::from(u8::MAX - link.facts) << 64 | u128::from(u64::from(link.other.0) << 32 | u64::from(link.own.0))
    };
    links.sort_unstable_by_key(rank);
    links
}

/// How many facts two mentions share, and the first of them; words are not compared where `most` are found without.
pub(super) fn facts(one: &Signature, two: &Signature, same_place: bool, most: u8) -> (u8, Option<Statement>) {
    let mut shared = Shared::default();
    shared.add(same_place && one.at_site, Statement::SameSite);
    shared.add(one.speaker.is_some() && one.speaker == two.speaker, Statement::SameSpeaker);
    shared.add(meet(&one.figures, &two.figures), Statement::SameFigure);
    shared.add(meet(&one.actors, &two.actors), Statement::SameActor);
    if shared.count < most {
        shared.add(one.words.share(&two.words, LEAST_SHARED), Statement::SameWords);
        shared.add(same_place && one.weekday.is_some() && one.weekday == two.weekday, Statement::SameWeekday);
    }
    (shared.count.min(most), shared.first)
}

/// Facts that are shared.
#[derive(Default)]
struct Shared {
    count: u8,
    first: Option<Statement>,
}

impl Shared {
    fn add(&mut self, holds: bool, fact: Statement) {
        if holds {
            self.count += 1;
            self.first = self.first.or(Some(fact));
        }
    }
}
