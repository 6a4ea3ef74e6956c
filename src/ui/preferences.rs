//! [`Preferences`]: what a user has chosen of the window, kept from run to run in a small file.
//!
//! The file is TOML and a user's own to edit: a line that makes no sense counts for nothing, the others hold. Where it can't be
//! written, the window works all the same and begins anew next time.

use crate::view_state::{Ground, Settings, TileAddress};
use etcetera::BaseStrategy as _;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// Narrower or lower than this no window opens, and wider or higher no screen is, in points.
const SIDES: std::ops::RangeInclusive<f32> = 300.0..=20_000.0;

/// What is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Preferences {
    pub(super) settings: Settings,
    /// Language and colours are the system's until somebody chooses others.
    pub(super) has_language: bool,
    pub(super) has_theme: bool,
    pub(super) ground: Ground,
    pub(super) sizes: Sizes,
}

/// Sizes in points; none where nothing was ever measured.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sizes {
    /// Of the whole window, without its frame.
    pub(super) window: Option<[f32; 2]>,
    pub(super) is_maximized: bool,
    /// Widths of the panels at the sides.
    pub(super) left: Option<f32>,
    pub(super) right: Option<f32>,
}

/// Where preferences are kept on this system; `None` where a user has no folder for such.
#[must_use]
pub(super) fn file() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.config_dir().join("dateline").join("window.toml"))
}

impl Preferences {
    /// Reads the file; where there is none, nothing was chosen yet.
    #[must_use]
    pub(super) fn load(file: &Path) -> Self {
        std::fs::read_to_string(file).map_or_else(|_| Self::default(), |text| Self::parse(&text))
    }

    /// Reads what the lines say; those that say nothing are passed over.
    #[must_use]
    fn parse(text: &str) -> Self {
        // Line by line, so that one that is broken takes no other with it.
        let table: Table = text.lines().filter_map(|line| line.parse::<Table>().ok()).flatten().collect();
        let usual = Settings::default();
        let (language, theme) = (value(&table, "language"), value(&table, "theme"));
        let number = |key: &str| table.get(key).and_then(as_number);
        let side = |key: &str| number(key).filter(|side| SIDES.contains(side));
        let width = |key: &str| number(key).filter(|width| (50.0..=*SIDES.end()).contains(width));
        Self {
            has_language: language.is_some(),
            has_theme: theme.is_some(),
            settings: Settings {
                language: language.unwrap_or(usual.language),
                theme: theme.unwrap_or(usual.theme),
                step: value(&table, "step").unwrap_or(usual.step),
                mode: value(&table, "mode").unwrap_or(usual.mode),
                speed: number("speed").filter(|speed| speed.is_finite()),
                is_looping: value(&table, "loop").unwrap_or(usual.is_looping),
                breaks: value(&table, "breaks").unwrap_or(usual.breaks),
            },
            ground: ground(&table),
            sizes: Sizes {
                window: side("width").zip(side("height")).map(|(width, height)| [width, height]),
                is_maximized: value(&table, "maximized").unwrap_or_default(),
                left: width("left"),
                right: width("right"),
            },
        }
    }

    /// The lines of the file.
    fn to_toml(&self) -> String {
        let Settings { language, theme, step, mode, speed, is_looping, breaks } = self.settings;
        let mut table = Table::new();
        let mut keep = |key: &str, value: Result<Value, toml::ser::Error>| {
            // Names, numbers and yes or no: none of them can fail.
            if let Ok(value) = value {
                table.insert(key.to_owned(), value);
            }
        };
        if self.has_language {
            keep("language", Value::try_from(language));
        }
        if self.has_theme {
            keep("theme", Value::try_from(theme));
        }
        keep("step", Value::try_from(step));
        keep("mode", Value::try_from(mode));
        keep("loop", Value::try_from(is_looping));
        keep("breaks", Value::try_from(breaks));
        match &self.ground {
            Ground::Offline => {}
            Ground::File(path) => keep("map_file", Value::try_from(path)),
            Ground::Online(address) => keep("map_address", Value::try_from(address.as_str())),
        }
        let [width, height] = self.sizes.window.map_or([None; 2], |sides| sides.map(Some));
        let numbers = [
            ("speed", speed),
            ("width", width),
            ("height", height),
            ("left", self.sizes.left),
            ("right", self.sizes.right),
        ];
        for (key, number) in numbers {
            if let Some(number) = number {
                // Tenths are enough, and read better.
                keep(key, Ok(Value::Float((f64::from(number) * 10.0).round() / 10.0)));
            }
        }
        keep("maximized", Value::try_from(self.sizes.is_maximized));
        format!("# The window of dateline as it was left. It is written anew whenever something is chosen.\n{table}")
    }

    /// Writes the file in one move, so that a run that ends in the middle of it leaves the old one.
    ///
    /// # Errors
    /// Where the folder or the file can't be written.
    pub(super) fn save(&self, file: &Path) -> std::io::Result<()> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let new = file.with_extension("toml.new");
        std::fs::write(&new, self.to_toml())?;
        std::fs::rename(&new, file)
    }
}

fn value<T: for<'de> Deserialize<'de>>(table: &Table, key: &str) -> Option<T> {
    table.get(key)?.clone().try_into().ok()
}

/// A whole number is one too.
fn as_number(value: &Value) -> Option<f32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "sizes in points, steps a second")]
    value.as_float().or_else(|| value.as_integer().map(|number| number as f64)).map(|number| number as f32)
}

fn ground(table: &Table) -> Ground {
    let text = |key: &str| table.get(key).and_then(Value::as_str);
    if let Some(path) = text("map_file") {
        return Ground::File(path.into());
    }
    let address = text("map_address").and_then(|address| TileAddress::parse(address).ok());
    address.map_or(Ground::Offline, Ground::Online)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_state::axis::Breaks;
    use crate::view_state::{Language, Step, Theme, WindowMode};

    fn chosen() -> Preferences {
        Preferences {
            settings: Settings {
                language: Language::French,
                theme: Theme::Dark,
                step: Step::Week,
                mode: WindowMode::Cumulative,
                speed: Some(4.0),
                is_looping: true,
                breaks: Breaks::Full,
            },
            has_language: true,
            has_theme: true,
            ground: Ground::Online(TileAddress::openstreetmap()),
            sizes: Sizes { window: Some([1400.0, 900.5]), is_maximized: true, left: Some(220.0), right: Some(401.2) },
        }
    }

    #[test]
    fn what_was_chosen_is_there_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("new folder").join("window.toml");
        assert_eq!(Preferences::load(&file), Preferences::default());
        chosen().save(&file).unwrap();
        assert_eq!(Preferences::load(&file), chosen());
        let with_file = Preferences { ground: Ground::File("/maps/a b.pmtiles".into()), ..chosen() };
        with_file.save(&file).unwrap();
        assert_eq!(Preferences::load(&file), with_file);
    }

    #[test]
    fn nothing_chosen_leaves_language_and_colours_to_the_system() {
        let text = Preferences::default().to_toml();
        assert_eq!(Preferences::parse(&text), Preferences::default());
        assert!(!text.contains("language") && !text.contains("theme"), "{text}");
    }

    #[test]
    fn a_line_that_makes_no_sense_counts_for_nothing() {
        let text = "step = 'fortnight'\nmode = 'cumulative'\nwidth = -3\nheight = 900\nright = 'wide'\nspeed = nan\nmap_address = 'none'";
        let read = Preferences::parse(text);
        assert_eq!(read.settings, Settings { mode: WindowMode::Cumulative, ..Settings::default() });
        assert_eq!((read.ground, read.sizes), (Ground::Offline, Sizes::default()));
        assert_eq!(Preferences::parse("\u{0}no table at all ["), Preferences::default());
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_an_error_and_no_panic() {
        let folder = tempfile::tempdir().unwrap();
        let in_the_way = folder.path().join("a file");
        std::fs::write(&in_the_way, "").unwrap();
        assert!(chosen().save(&in_the_way.join("window.toml")).is_err());
    }
}
