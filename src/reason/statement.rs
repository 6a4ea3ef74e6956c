//! [`Statement`]: what a reason says without naming anything.

use serde::{Deserialize, Serialize};

/// The statements, each with the key of its words in the catalogues.
macro_rules! statements {
    ($($name:ident => $key:literal,)*) => {
        /// One thing that a reason can say, always in the same words: [`Statement::key`] finds them in the catalogues.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[expect(missing_docs, reason = "the catalogues have the words")]
        pub enum Statement {
            $($name,)*
        }

        impl Statement {
            /// All of them, in the order of the catalogues.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The key of its words: `reason-told-once`.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$name => concat!("reason-", $key),)*
                }
            }
        }
    };
}

statements! {
    // Which place a name stands for.
    NamedWithItsArea => "named-with-its-area",
    ItsCapitalIsSpokenOf => "its-capital-is-spoken-of",
    CalledACapital => "called-a-capital",
    FiledThere => "filed-there",
    OnlyPlaceOfThatName => "only-place-of-that-name",
    BestKnownOfThatName => "best-known-of-that-name",
    InNoGazetteer => "in-no-gazetteer",
    CorrectedByHand => "corrected-by-hand",
    // Which days an expression of time means.
    DayNamedAfter => "day-named-after",
    YearsNamed => "years-named",
    Length => "length",
    Repetition => "repetition",
    NoDaysStated => "no-days-stated",
    DateAsWritten => "date-as-written",
    DayOfTheMonth => "day-of-the-month",
    CountedFromYearTold => "counted-from-year-told",
    NumberNearestToDayTold => "number-nearest-to-day-told",
    InYearTold => "in-year-told",
    FitsPublicationAndTense => "fits-publication-and-tense",
    PartOfDayTold => "part-of-day-told",
    PartOfPublicationDay => "part-of-publication-day",
    NoWeekday => "no-weekday",
    WeekdayByWeekOfPublication => "weekday-by-week-of-publication",
    WeekdayFromDayTold => "weekday-from-day-told",
    DayNamedWithItsDate => "day-named-with-its-date",
    WeekdayOfPeriod => "weekday-of-period",
    WeekdayFromPublication => "weekday-from-publication",
    StretchOfUnknownYear => "stretch-of-unknown-year",
    UnstatedNumberOfDays => "unstated-number-of-days",
    CountedFromDateAfter => "counted-from-date-after",
    DayReportIsAbout => "day-report-is-about",
    CountedFromPublication => "counted-from-publication",
    CountedFromYearsTold => "counted-from-years-told",
    CountedFromDayTold => "counted-from-day-told",
    CountedFromPublicationAlone => "counted-from-publication-alone",
    // When a report came out.
    StatedFromOutside => "stated-from-outside",
    StatedInReport => "stated-in-report",
    InUnknownWeek => "in-unknown-week",
    // How sure a report is.
    VerbNegated => "verb-negated",
    NobodyIsSubject => "nobody-is-subject",
    ToldAsFact => "told-as-fact",
    WhatWouldHaveBeen => "what-would-have-been",
    PressConditional => "press-conditional",
    Conditional => "conditional",
    Future => "future",
    Modal => "modal",
    Managed => "managed",
    InfinitiveNotDone => "infinitive-not-done",
    SaidToDo => "said-to-do",
    SaidToHaveDone => "said-to-have-done",
    Note => "note",
    Condition => "condition",
    Question => "question",
    Foiled => "foiled",
    SaidNotSo => "said-not-so",
    DeniedInSentence => "denied-in-sentence",
    NotManaged => "not-managed",
    WordsBefore => "words-before",
    MainClauseNoFact => "main-clause-no-fact",
    PlanThreatOrRisk => "plan-threat-or-risk",
    AnnouncedNotDone => "announced-not-done",
    ThereWasNone => "there-was-none",
    VerbNoFact => "verb-no-fact",
    SaidToHaveBeen => "said-to-have-been",
    DayToCome => "day-to-come",
    ToldByHand => "told-by-hand",
    // Why tellings are one event; those of one event are given in this order.
    PlaceAndItsProvince => "place-and-its-province",
    YearAndItsDay => "year-and-its-day",
    JoinedByHand => "joined-by-hand",
    OneSentenceTellsBoth => "one-sentence-tells-both",
    FightingAndOutcome => "fighting-and-outcome",
    NeighbouringPlaces => "neighbouring-places",
    FollowingDays => "following-days",
    OneFlight => "one-flight",
    SameKindPlaceDays => "same-kind-place-days",
    ToldWithoutDayAfter => "told-without-day-after",
    ToldOnce => "told-once",
    // Which day it was.
    NoReportTellsDay => "no-report-tells-day",
    ReportsAgreeOnDay => "reports-agree-on-day",
    SetByHand => "set-by-hand",
    OtherReportTellsIt => "other-report-tells-it",
    // What two tellings share.
    SameSite => "same-site",
    SameSpeaker => "same-speaker",
    SameFigure => "same-figure",
    SameActor => "same-actor",
    SameWords => "same-words",
    SameWeekday => "same-weekday",
    SeveralMentionsAgree => "several-mentions-agree",
    // What is wrong with a report.
    NoPackFits => "no-pack-fits",
}
