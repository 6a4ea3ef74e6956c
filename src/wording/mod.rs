//! Words for readers: languages, days, and texts from the catalogues in `data/ui` and `data/reasons`.

pub mod actors;
pub mod calendar_names;
pub mod dates;
pub mod places;
pub mod reasons;
pub mod texts;

pub use calendar_names::Language;
pub use texts::Texts;
