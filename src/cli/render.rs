//! `dateline render`: a still map of the events of some days.

use super::inputs::{Inputs, Texts};
use super::{exit_code, failed, report};
use crate::edtf::{DateSet, DayRange};
use crate::export::map::{self, Letters, Look, MapData, MapOptions, Size};
use crate::problem::Problem;
use crate::wording::Language;
use clap::Args;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(super) struct RenderCommand {
    #[command(flatten)]
    inputs: Inputs,
    #[command(flatten)]
    days: Shown,
    /// The picture, by its name's ending: .png or .svg
    #[arg(short, long, value_name = "FILE", value_parser = parse_picture)]
    output: PathBuf,
    /// Width and height in dots
    #[arg(long, value_name = "WxH", default_value = "1600x1000", value_parser = |text: &str| Size::parse(text))]
    size: Size,
    /// Language of the words on the map: en or fr
    #[arg(long, default_value = "en", value_parser = parse_language)]
    language: Language,
    /// Light on dark
    #[arg(long)]
    dark: bool,
}

/// Which days: one of the three ways of telling them.
#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
struct Shown {
    /// A month: 2021-07
    #[arg(long, value_name = "MONTH", value_parser = parse_month, conflicts_with_all = ["days", "from", "to"])]
    month: Option<DayRange>,
    /// Shown in one stretch (EDTF): 2021-07-07, 2021, 2021-06-28/2021-07-04
    #[arg(long, value_name = "EDTF", value_parser = parse_days, conflicts_with_all = ["from", "to"])]
    days: Option<DayRange>,
    /// First day, or the first of a month or year
    #[arg(long, value_name = "DAY", value_parser = parse_days, requires = "to")]
    from: Option<DayRange>,
    /// Last day, or the last of a month or year
    #[arg(long, value_name = "DAY", value_parser = parse_days, requires = "from")]
    to: Option<DayRange>,
}

impl Shown {
    fn range(&self) -> Result<DayRange, String> {
        match (self.month.or(self.days), self.from, self.to) {
            (Some(range), ..) => Ok(range),
            (None, Some(from), Some(to)) if from.start < to.end => Ok(DayRange { start: from.start, end: to.end }),
            _ => Err("the first day is after the last".to_owned()),
        }
    }
}

fn parse_days(text: &str) -> Result<DayRange, String> {
    let days = DateSet::parse(text).map_err(|error| error.to_string())?;
    match days.ranges() {
        [range] => Ok(*range),
        ranges => Err(format!("{} stretches of days, and not one", ranges.len())),
    }
}

fn parse_month(text: &str) -> Result<DayRange, String> {
    let days = parse_days(text)?;
    let (year, month, _) = days.start.ymd();
    let is_month = DateSet::month(year, month).is_some_and(|whole| whole.ranges() == [days]);
    if is_month { Ok(days) } else { Err("not a month such as 2021-07".to_owned()) }
}

fn parse_language(code: &str) -> Result<Language, String> {
    let found = Language::ALL.into_iter().find(|language| language.code() == code);
    found.ok_or_else(|| format!("one of {}", Language::ALL.map(Language::code).join(", ")))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Picture {
    Png,
    Svg,
}

impl Picture {
    fn of(path: &Path) -> Option<Self> {
        let ending = path.extension().and_then(OsStr::to_str)?.to_ascii_lowercase();
        match ending.as_str() {
            "png" => Some(Self::Png),
            "svg" => Some(Self::Svg),
            _ => None,
        }
    }
}

fn parse_picture(name: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(name);
    Picture::of(&path).map(|_| path).ok_or_else(|| "a map is a .png or a .svg".to_owned())
}

impl RenderCommand {
    pub(super) fn run(self) -> ExitCode {
        let days = match self.days.range() {
            Ok(days) => days,
            Err(told) => {
                report(&[Problem::failure("render", told)]);
                return ExitCode::from(2);
            }
        };
        let read = match self.inputs.read(Texts::Once) {
            Ok(read) => read,
            Err(problem) => return failed(problem),
        };
        let look = if self.dark { Look::Dark } else { Look::Light };
        let options = MapOptions { days, size: self.size, language: self.language, look, extent: None };
        let draw = |letters: Letters| map::draw(MapData::all(&read.collection, &read.gazetteer), &options, letters);
        let told = |error: String| failed(Problem::failure(self.output.to_string_lossy(), error));
        let bytes = match Picture::of(&self.output) {
            Some(Picture::Png) => match map::picture(&draw(Letters::Outlines)) {
                Ok(bytes) => bytes,
                Err(error) => return told(error.to_string()),
            },
            _ => draw(Letters::Text).into_bytes(),
        };
        match std::fs::write(&self.output, bytes) {
            Ok(()) => exit_code(&read.collection.problems),
            Err(error) => told(format!("cannot be written: {error}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_a_month_and_days_are_one_stretch() {
        assert!(parse_month("2021-07").is_ok());
        for text in ["2021", "2021-07-01", "2021-13", "July", ""] {
            assert!(parse_month(text).is_err(), "{text}");
        }
        assert!(parse_days("2021-06-28/2021-07-04").is_ok());
        assert!(parse_days("[2018-12-31,2019-01-07]").is_err());
    }

    #[test]
    fn the_ending_of_the_name_says_what_is_written() {
        assert_eq!(Picture::of(Path::new("a/map.PNG")), Some(Picture::Png));
        assert_eq!(Picture::of(Path::new("map.svg")), Some(Picture::Svg));
        assert_eq!(Picture::of(Path::new("map.jpeg")), None);
        assert_eq!(Picture::of(Path::new("png")), None);
    }
}
