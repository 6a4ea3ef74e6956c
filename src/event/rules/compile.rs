//! From the sections of a pack to [`Rules`].

use super::inflect::{self, VerbClasses, VerbEntry, expand};
use super::phrases::{Phrases, intern_all};
use super::section::{
    ActorSection, CertaintySection, ClaimSection, DemonymSection, MethodEntry, SpeechSection, TollEntry, TriggerEntry,
};
use super::{
    ActorTerm, Cue, FigureWord, FormHit, NumberWord, Rules, TollRole, Trigger, TriggerKind, Verb, VerbUse, WordForms,
    beginnings, words,
};
use crate::event::claim::ClaimKind;
use crate::event::kind::EventKind;
use crate::event::mention::Certainty;
use crate::language::{LanguagePack, Lexicon, PackError, WordId};
use std::collections::BTreeMap;

/// Names and the words for them.
type Names = BTreeMap<String, Vec<String>>;
/// Number words and their values.
type Values = BTreeMap<String, u32>;
/// What makes a value of a number.
type Make<N, T> = fn(N) -> T;

/// Adds entries of one pack to its rules.
pub(super) struct Adder<'a> {
    pub(super) pack: &'a LanguagePack,
    pub(super) classes: &'a VerbClasses,
    pub(super) lexicon: &'a mut Lexicon,
    pub(super) rules: &'a mut Rules,
}

impl Adder<'_> {
    pub(super) fn kind(&self, name: &str) -> Result<EventKind, PackError> {
        EventKind::from_name(name).ok_or_else(|| self.pack.error(name, format!("no kind of event is named `{name}`")))
    }

    fn trigger_kind(&self, name: &str) -> Result<TriggerKind, PackError> {
        Ok(match name {
            "attack" => TriggerKind::Attack,
            "killing" => TriggerKind::Killing,
            "seizing" => TriggerKind::Seizing,
            "nothing" => TriggerKind::Nothing,
            name => TriggerKind::Is(self.kind(name)?),
        })
    }

    pub(super) fn trigger(&mut self, entry: &TriggerEntry) -> Result<(), PackError> {
        let kind = self.trigger_kind(&entry.kind)?;
        let index = u16::try_from(self.rules.triggers.len()).unwrap_or(u16::MAX);
        self.rules.triggers.push(Trigger { kind, place: entry.place, needs: entry.needs.bits(), lasts: entry.lasts });
        self.verbs(&entry.verbs, VerbUse::Trigger(index))?;
        for noun in entry.nouns.iter().flat_map(|noun| expand(noun)) {
            let accents = words::accents(noun.split(' ').next().unwrap_or_default());
            self.rules.nouns.add(&noun, (index, accents), self.lexicon);
        }
        Ok(())
    }

    /// What an attack was done with, or what else turns one kind into another.
    pub(super) fn method(&mut self, entry: &MethodEntry) -> Result<(), PackError> {
        let kind = self.kind(&entry.kind)?;
        let Some(of) = &entry.of else {
            self.phrases(&entry.words, kind, |rules| &mut rules.methods);
            return Ok(());
        };
        self.rules.turns.push((self.trigger_kind(of)?, Phrases::default()));
        let last = self.rules.turns.len() - 1;
        for phrase in entry.words.iter().flat_map(|words| expand(words)) {
            if let Some((_, words)) = self.rules.turns.get_mut(last) {
                words.add(&phrase, kind, self.lexicon);
            }
        }
        Ok(())
    }

    pub(super) fn verbs(&mut self, entries: &[String], usage: VerbUse) -> Result<(), PackError> {
        for entry in entries {
            let verb = VerbEntry::parse(self.pack, entry, self.classes)?;
            let number = u16::try_from(self.rules.verbs.len())
                .map_err(|error| self.pack.error(entry, format!("too many verbs: {error}")))?;
            let intern = |part: &Vec<String>| intern_all(&part.join(" "), self.lexicon).into();
            let trailing: Box<[Box<[WordId]>]> = verb.trailing.iter().map(intern).collect();
            let first_of = |part: usize| trailing.get(part).and_then(|words| words.first().copied());
            let (next, after_object) = (first_of(0), first_of(1));
            let single = verb.trailing.iter().all(Vec::is_empty);
            self.rules.verbs.push(Verb { usage, reflexive: verb.reflexive, trailing, with_be: false });
            for (written, form) in verb.forms {
                let word = self.lexicon.intern(&written);
                let index = word.index();
                if self.rules.forms.len() <= index {
                    self.rules.forms.resize_with(index + 1, WordForms::default);
                }
                let accents = words::accents(&written);
                if let Some(forms) = self.rules.forms.get_mut(index) {
                    if forms.hits().first().is_some_and(|first| first.accents != accents) {
                        self.rules.accented.insert(word);
                    }
                    forms.add(FormHit { verb: number, form, accents, next, after_object });
                }
                self.rules.verbal.insert(word);
                self.rules.begins.add(word, beginnings::of_verb(usage));
                match usage {
                    // "a fait état de" says something, "a fait 26 morts" does not.
                    // "in Zamfara state on Monday": a noun.
                    VerbUse::Speech if single && !self.rules.words.has(index, words::PLACE_NOUN) => {
                        self.rules.words.mark(index, words::SPEECH);
                    }
                    VerbUse::Trigger(_) | VerbUse::Toll(..) | VerbUse::Counting => self.rules.telling.insert(word),
                    _ => {}
                }
            }
        }
        Ok(())
    }

    pub(super) fn phrases<T: Copy>(
        &mut self,
        entries: &[String],
        value: T,
        table: impl Fn(&mut Rules) -> &mut Phrases<T>,
    ) {
        for entry in entries {
            for phrase in expand(entry) {
                table(self.rules).add(&phrase, value, self.lexicon);
            }
        }
    }

    pub(super) fn certainty(&mut self, section: &CertaintySection) -> Result<(), PackError> {
        self.rules.unreal_endings = section.unreal_endings.iter().map(String::as_str).collect();
        for (list, cue) in [
            (&section.planned, Cue::Is(Certainty::Planned)),
            (&section.hypothetical, Cue::Is(Certainty::Hypothetical)),
            (&section.denied, Cue::Is(Certainty::Denied)),
            (&section.claimed, Cue::Is(Certainty::Claimed)),
            (&section.achieved, Cue::Achieved),
            (&section.attempted, Cue::Attempted),
            (&section.habitual, Cue::Habitual),
            (&section.foiled, Cue::Foiled),
            (&section.debunked, Cue::Debunked),
        ] {
            let (verbs, phrases): (Vec<String>, Vec<String>) =
                list.iter().cloned().partition(|entry| entry.contains('/'));
            self.verbs(&verbs, VerbUse::Cue(cue))?;
            self.phrases(&phrases, cue, |rules| &mut rules.cues);
        }
        Ok(())
    }

    pub(super) fn speech(&mut self, section: &SpeechSection) -> Result<(), PackError> {
        self.verbs(&section.verbs, VerbUse::Speech)?;
        for entry in &section.according {
            let (before, own) = entry.split_once('|').unwrap_or((entry, ""));
            let own = u8::try_from(own.split_whitespace().count()).unwrap_or_default();
            self.phrases(
                &[format!("{before} {}", entry.rsplit('|').next().filter(|_| own > 0).unwrap_or_default())],
                own,
                |rules| &mut rules.according,
            );
        }
        self.phrases(&section.pronouns, (), |rules| &mut rules.speaker_pronouns);
        Ok(())
    }

    pub(super) fn demonyms(&mut self, section: &DemonymSection) {
        for (code, words) in &section.demonyms {
            for word in words {
                let word = self.lexicon.intern(&crate::fold::fold(word));
                self.rules.demonyms.insert(word, code.clone());
            }
        }
    }

    pub(super) fn actors(&mut self, section: &ActorSection) {
        let lists: [(&Names, Make<u16, ActorTerm>); 4] = [
            (&section.named, ActorTerm::Named),
            (&section.bodies, ActorTerm::Body),
            (&section.kinds, ActorTerm::Kind),
            (&section.countries, ActorTerm::Country),
        ];
        for (list, make) in lists {
            for (name, forms) in list {
                let number = u16::try_from(self.rules.actor_names.len()).unwrap_or(u16::MAX);
                self.rules.actor_names.push(name.clone());
                self.phrases(forms, make(number), |rules| &mut rules.actors);
            }
        }
        self.phrases(&section.insurgents, ActorTerm::Insurgents, |rules| &mut rules.actors);
    }

    pub(super) fn claims(&mut self, section: &ClaimSection) -> Result<(), PackError> {
        self.number_words(section);
        self.figure_words(section);
        self.verbs(&section.counting, VerbUse::Counting)?;
        for (name, entry) in &section.toll {
            let kind = ClaimKind::from_name(name)
                .ok_or_else(|| self.pack.error(name, format!("no claim is named `{name}`")))?;
            self.toll(kind, entry)?;
        }
        Ok(())
    }

    fn number_words(&mut self, section: &ClaimSection) {
        let numbers: [(&Values, Make<u32, NumberWord>); 3] = [
            (&section.numbers, NumberWord::Exactly),
            (&section.groups, NumberWord::About),
            (&section.several, NumberWord::Several),
        ];
        for (list, make) in numbers {
            for (word, &value) in list {
                self.phrases(std::slice::from_ref(word), make(value), |rules| &mut rules.numbers);
            }
        }
    }

    fn figure_words(&mut self, section: &ClaimSection) {
        for (list, word) in [
            (&section.at_least, FigureWord::AtLeast),
            (&section.more_than, FigureWord::MoreThan),
            (&section.at_most, FigureWord::AtMost),
            (&section.less_than, FigureWord::LessThan),
            (&section.about, FigureWord::About),
            (&section.between, FigureWord::Between),
            (&section.to, FigureWord::To),
            (&section.units, FigureWord::Unit),
            (&section.total, FigureWord::Total),
            (&section.parts, FigureWord::Part),
            (&section.sides, FigureWord::Side),
            (&section.former, FigureWord::Former),
            (&section.victims, FigureWord::Victims),
            (&section.remains, FigureWord::Remains),
            (&section.ages, FigureWord::Age),
        ] {
            self.phrases(list, word, |rules| &mut rules.figures);
        }
    }

    fn toll(&mut self, kind: ClaimKind, entry: &TollEntry) -> Result<(), PackError> {
        for (verbs, role) in [
            (&entry.verbs, TollRole::Object),
            (&entry.people_verbs, TollRole::People),
            (&entry.subject_verbs, TollRole::Subject),
            (&entry.people_subject_verbs, TollRole::PeopleSubject),
        ] {
            self.verbs(verbs, VerbUse::Toll(kind, role))?;
        }
        for (nouns, role) in
            [(&entry.nouns, TollRole::Noun), (&entry.nouns_of, TollRole::NounOf), (&entry.counts, TollRole::Count)]
        {
            self.phrases(nouns, (kind, role), |rules| &mut rules.tolls);
        }
        Ok(())
    }

    /// Marks the verbs whose perfect is made with *be*, by any form they share with the list.
    pub(super) fn mark_with_be(&mut self, entries: &[String]) -> Result<(), PackError> {
        for entry in entries {
            let verb = VerbEntry::parse(self.pack, entry, self.classes)?;
            for (written, form) in verb.forms.iter().filter(|(_, form)| form & inflect::INFINITIVE != 0) {
                let index = self.lexicon.intern(written).index();
                let hits = self.rules.forms.get(index).map(WordForms::hits).unwrap_or_default();
                for hit in hits.iter().filter(|hit| hit.form & form != 0) {
                    if let Some(verb) = self.rules.verbs.get_mut(usize::from(hit.verb)) {
                        verb.with_be = true;
                    }
                }
            }
        }
        Ok(())
    }
}
