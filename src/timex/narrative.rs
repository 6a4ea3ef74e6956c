//! [`Narrative`]: the day a text is at while it is read, for *la veille* and *two days later*.

use super::expression::{Bound, Expression, Role, Tense};
use super::meaning::{Anchor, Calendar, Count, Meaning, TimeOfDay, Unit};
use crate::day::Day;
use crate::edtf::{DateSet, Precision};

/// The days last spoken of.
#[derive(Debug, Default)]
pub(super) struct Narrative {
    /// The last single day.
    day: Option<DateSet>,
    /// Whether that day was told as a night, which ends on the next morning.
    night: bool,
    /// Where the story was before a step back, which holds for one paragraph: *la veille*.
    aside: Option<Aside>,
    /// The first single day told as past: what the report is about.
    story: Option<DateSet>,
    /// The last single day and its sentence, the day of somebody's words among them.
    nearest: Option<(DateSet, usize)>,
    /// The last day, month or year, and its sentence.
    any: Option<(DateSet, usize)>,
    /// The last date with a year of its own.
    dated: Option<Dated>,
}

/// A date with a year of its own.
#[derive(Clone, Copy, Debug)]
struct Dated {
    first: Day,
    paragraph: usize,
    sentence: usize,
    /// Whether it is a year alone.
    year_alone: bool,
    /// Whether it is a day.
    to_the_day: bool,
}

/// A day of the year that a date without one may belong to.
#[derive(Clone, Copy, Debug)]
pub(super) struct YearTold {
    pub(super) day: Day,
    /// Whether the sentence itself has named the year.
    pub(super) same_sentence: bool,
    /// Whether the date may lie some days before it: not before a month that the story was at.
    pub(super) steps_back: bool,
}

/// A step back in a story.
#[derive(Debug)]
struct Aside {
    paragraph: usize,
    day: Option<DateSet>,
    night: bool,
}

impl Narrative {
    /// Goes on to the paragraph of the next expression.
    pub(super) fn enter(&mut self, paragraph: usize) {
        if let Some(aside) = self.aside.take_if(|aside| aside.paragraph != paragraph) {
            (self.day, self.night) = (aside.day, aside.night);
        }
    }

    /// Takes note of an expression that has been read.
    pub(super) fn pass(&mut self, expression: &Expression, when: Option<&DateSet>) {
        let Some(days) = when else { return };
        if matches!(expression.role, Role::Stated | Role::Period) {
            return;
        }
        if expression.tense != Tense::Future && !matches!(expression.bound, Some(Bound::Since | Bound::Until)) {
            // The day somebody spoke is not the day the story is at, unless it is at none yet.
            let told = expression.role != Role::Reporting || self.day.is_none();
            let single = days.precision() == Precision::Day;
            if single && told {
                self.step(expression);
                self.day = Some(days.clone());
                self.night = matches!(expression.meaning.time(), Some(TimeOfDay::Part("NI")));
                self.story.get_or_insert_with(|| days.clone());
            }
            if single {
                self.nearest = Some((days.clone(), expression.sentence));
            }
            self.any = Some((days.clone(), expression.sentence));
        }
        // "on 11 May last year and again in June", "last year, in mid-April": a year that is counted holds for what follows as one that
        // is named.
        let year = match expression.meaning {
            Meaning::Calendar(Calendar { year, year_offset, month, day, .. }) if year.or(year_offset).is_some() => {
                Some((month.is_none(), day.is_some()))
            }
            Meaning::Shift { unit: Unit::Year, .. } if days.precision() == Precision::Year => Some((true, false)),
            _ => None,
        };
        if let Some((year_alone, to_the_day)) = year {
            let (paragraph, sentence) = (expression.paragraph, expression.sentence);
            self.dated = Some(Dated { first: days.first(), paragraph, sentence, year_alone, to_the_day });
        }
    }

    /// Remembers where the story is when it steps back; a day by its name is where it goes on.
    fn step(&mut self, expression: &Expression) {
        match expression.meaning {
            Meaning::Shift { anchor: Anchor::Narrative, offset: Count::Exactly(offset), .. } => {
                if offset < 0 && self.aside.is_none() && self.day.is_some() {
                    let paragraph = expression.paragraph;
                    self.aside = Some(Aside { paragraph, day: self.day.take(), night: self.night });
                }
            }
            _ => self.aside = None,
        }
    }

    /// Whether a sentence has told a single day.
    pub(super) fn has_day_of(&self, sentence: usize) -> bool {
        self.nearest.as_ref().is_some_and(|(_, told)| *told == sentence)
    }

    /// The last single day spoken of: the last one of its own sentence, else the last that the story was at.
    pub(super) fn day(&self, sentence: usize) -> Option<&DateSet> {
        let nearest = self.nearest.as_ref().filter(|(_, other)| *other == sentence).map(|(days, _)| days);
        nearest.or(self.day.as_ref())
    }

    /// Days from [`Narrative::day`] to a part of the day that is named alone: *overnight … at midday* is the day after.
    pub(super) fn days_on(&self, sentence: usize, time: Option<TimeOfDay>) -> i32 {
        let early = match time {
            Some(TimeOfDay::Part(part)) => matches!(part, "MO" | "MI" | "AF" | "DT"),
            Some(TimeOfDay::Clock(hour, ..)) => hour < 18,
            None => false,
        };
        i32::from(early && self.night && self.day(sentence) == self.day.as_ref())
    }

    /// The day that the report is about.
    pub(super) fn story(&self) -> Option<&DateSet> {
        self.story.as_ref()
    }

    /// The last day, month or year spoken of.
    pub(super) fn any(&self) -> Option<&DateSet> {
        self.any.as_ref().map(|(days, _)| days)
    }

    /// What a number of such units is counted from.
    pub(super) fn anchor(&self, unit: Unit, sentence: usize) -> Option<&DateSet> {
        match unit {
            Unit::Month | Unit::Quarter | Unit::Season | Unit::Half | Unit::Year | Unit::Decade | Unit::Century => {
                self.any()
            }
            // "Relations broke off last November. Two weeks later …"
            Unit::Week => self.broad(sentence).or_else(|| self.day(sentence)),
            _ => self.day(sentence),
        }
    }

    /// The month or year that this sentence or the one before it spoke of last.
    fn broad(&self, sentence: usize) -> Option<&DateSet> {
        let near = |(days, told): &&(DateSet, usize)| days.precision() != Precision::Day && sentence <= told + 1;
        self.any.as_ref().filter(near).map(|(days, _)| days)
    }

    /// A day of the year that a date without one belongs to, where the paragraph has named a year right before.
    pub(super) fn year_in(&self, expression: &Expression) -> Option<YearTold> {
        let dated = self.dated?;
        let calendar = expression.meaning.calendar()?;
        let same_sentence = dated.sentence == expression.sentence;
        let near = same_sentence || !dated.year_alone && dated.paragraph == expression.paragraph;
        let past = matches!(expression.tense, Tense::Past | Tense::Unknown);
        let told = YearTold { day: dated.first, same_sentence, steps_back: same_sentence || dated.to_the_day };
        (near && past && calendar.direction.is_none() && calendar.year_offset.is_none()).then_some(told)
    }
}
