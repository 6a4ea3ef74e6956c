//! What words make of figures: the role of those counted, bounds, number words.

/// Where what was counted stands by its verb or noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TollRole {
    /// The verb's object, or the subject of its passive.
    Object,
    /// The same, where it is named as people: *capture* a town is none.
    People,
    /// The verb's subject.
    Subject,
    /// The same, where it is named as people: shells *fall* too.
    PeopleSubject,
    /// The noun is what was counted: *12 dead*.
    Noun,
    /// The noun stands before it: *the death of 12*.
    NounOf,
    /// The noun is of the count: *the death toll rose to 12*.
    Count,
}

impl TollRole {
    /// Whether only people so named are counted.
    pub(crate) fn is_of_people(self) -> bool {
        matches!(self, Self::People | Self::PeopleSubject)
    }

    /// Whether the verb's subject was counted.
    pub(crate) fn is_subject(self) -> bool {
        matches!(self, Self::Subject | Self::PeopleSubject)
    }
}

/// What words before or between figures say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum FigureWord {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    About,
    Between,
    To,
    Unit,
    Total,
    Part,
    Side,
    Former,
    Victims,
    /// A noun for what is left of the dead: *34 graves*.
    Remains,
    Age,
}

impl FigureWord {
    /// Whether it bounds the number after it: *at least*, *between*.
    pub(crate) fn is_bound(self) -> bool {
        matches!(self, Self::AtLeast | Self::MoreThan | Self::AtMost | Self::LessThan | Self::About | Self::Between)
    }
}

/// A number word: its value, and how it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberWord {
    /// *vingt*
    Exactly(u32),
    /// *vingtaine*
    About(u32),
    /// *vingtaines*: so many or more.
    Several(u32),
}
