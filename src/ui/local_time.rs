//! Moments by the clock on the reader's wall.

use super::dates::day_words;
use super::texts::Texts;
use crate::correction::Moment;
use crate::day::Day;
use chrono::{DateTime, Local, Offset, TimeZone, Utc};

/// The day that a moment is on where the reader sits.
pub(super) fn local_day(when: Moment) -> Day {
    at(when, &Local).day()
}

/// `7 July 2021 at 9:30`, where the reader sits.
pub(super) fn local_words(when: Moment, texts: &Texts) -> String {
    moment_words(at(when, &Local), texts)
}

/// The moment whose universal time is what clocks show then in a time zone.
fn at<Z: TimeZone>(when: Moment, zone: &Z) -> Moment {
    let seconds = when.unix_seconds();
    let utc = DateTime::<Utc>::from_timestamp(seconds, 0).unwrap_or_default();
    let ahead = utc.with_timezone(zone).offset().fix().local_minus_utc();
    Moment::from_unix_seconds(seconds + i64::from(ahead))
}

fn moment_words(shown: Moment, texts: &Texts) -> String {
    let [hour, minute, _] = shown.time_of_day();
    let day = day_words(shown.day(), texts.language());
    texts.with("moment", [("day", day.into()), ("hour", hour.into()), ("minute", format!("{minute:02}").into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;
    use chrono::FixedOffset;

    #[test]
    fn a_moment_is_told_by_the_clock_of_the_reader() {
        let check = |seconds: i64, hours_ahead: i32, language: Language, words: &str| {
            let zone = FixedOffset::east_opt(hours_ahead * 3600).unwrap();
            let told = moment_words(at(Moment::from_unix_seconds(seconds), &zone), &Texts::new(language));
            assert_eq!(told.replace('\u{a0}', " "), words);
        };
        check(1_625_650_201, 0, Language::English, "7 July 2021 at 9:30");
        check(1_625_650_201, 2, Language::French, "7 juillet 2021 à 11 h 30");
        // The day is the reader's too.
        check(1_625_695_500, 2, Language::French, "8 juillet 2021 à 0 h 05");
        check(1_625_614_500, -5, Language::English, "6 July 2021 at 18:35");
    }
}
