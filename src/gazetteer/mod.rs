//! Places of the world: names, kinds, where they are, how they lie to each other.
//!
//! The build compiles `data/gazetteer.csv` and `data/world.csv.zst` into one index that is embedded and read in place.

mod check;
pub mod checksum;
mod country_sounds;
mod divisions;
mod dump_line;
mod edit_distance;
mod external_sort;
mod french;
mod import;
mod index;
mod index_bytes;
mod index_keys;
mod index_stream;
pub mod index_writer;
mod layers;
mod lookup;
pub mod name_key;
mod overlay;
pub mod place;
mod relations;
pub mod row;
mod sound;
mod walk;
pub mod world_file;

pub use check::check;
pub use country_sounds::{CountrySounds, Sounding};
pub use external_sort::{InMemory, Scratch, ScratchFile};
pub use french::french_name;
pub use import::{DumpReader, Import, ImportError, Progress, import_dump};
pub use index::IndexError;
pub use index_writer::NameForm;
pub use layers::{Gazetteer, NamedPlace};
pub use lookup::Found;
pub use place::{Outline, Place, PlaceId, PlaceKind, Point};
pub use row::{Relation, Row};
pub use sound::Sound;
pub use walk::{NameMatch, NameWalk};
