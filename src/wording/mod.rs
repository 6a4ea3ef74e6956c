//! Words for readers: languages, days, and texts from the catalogues in `data/ui`.

pub mod calendar_names;
pub mod dates;
pub mod texts;

pub use calendar_names::Language;
pub use texts::Texts;
