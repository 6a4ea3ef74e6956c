//! Live reports: lines that each begin with an hour, each telling the day's news anew.

use super::expression::Expression;

/// Lines of that form that make a live report.
const LEAST: usize = 3;
/// Bytes of an hour at the head of a line: *16 h 30*, *09:50*.
const LONGEST: usize = 10;

/// Marks the expressions with which an entry of a live report begins: what the entries around told is not what they count from.
pub(super) fn read(text: &str, found: &mut [Expression]) {
    let entries = entries(text);
    if entries.len() < LEAST {
        return;
    }
    let entry_of = |expression: &Expression| entries.partition_point(|&start| start <= expression.span.start());
    let mut last = 0;
    for expression in found {
        let entry = entry_of(expression);
        expression.opens_entry = entry != last;
        last = entry;
    }
}

/// Where lines begin that an hour heads.
fn entries(text: &str) -> Vec<usize> {
    let mut offset = 0;
    let starts = text.split_inclusive('\n').map(|line| {
        let start = offset;
        offset += line.len();
        (start, line)
    });
    starts.filter(|(_, line)| begins_with_hour(line)).map(|(start, _)| start).collect()
}

/// *15:30 Army jets …*, *16 h 30 – Raid aérien*, but no *12:30 p.m. was the deadline*.
fn begins_with_hour(line: &str) -> bool {
    let line = line.trim_start_matches(['-', '•', '*', '[', ' ']);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hours = digits(line);
    let rest = line.get(hours..).unwrap_or_default().trim_start_matches(' ');
    let Some(rest) = rest.strip_prefix([':', 'h', 'H', '.']) else { return false };
    let rest = rest.trim_start_matches(' ');
    let minutes = digits(rest);
    let after = rest.get(minutes..).unwrap_or_default();
    let told = after.trim_start_matches([' ', ']', '–', '—', '-', '|', ':', '.']);
    (1..=2).contains(&hours)
        && minutes == 2
        && line.len() - after.len() <= LONGEST
        && after.starts_with([' ', ']', '\n', '\r', ':'])
        && !told.starts_with(|letter: char| letter.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_an_hour_heads_are_entries() {
        for line in [
            "15:30 Army jets hit",
            "16 h 30 – Raid aérien",
            "09:50 | Nine come home",
            "- 21h10 : Renforts",
            "[18:40] Kadugli",
        ] {
            assert!(begins_with_hour(line), "{line}");
        }
        for line in [
            "12:30 p.m. was the deadline",
            "2021 was",
            "3.5 million people",
            "1. Goma",
            "18.02.2019, 09:10",
            "12 hommes",
        ] {
            assert!(!begins_with_hour(line), "{line}");
        }
    }
}
