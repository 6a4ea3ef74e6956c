//! A report says the same in whatever apostrophes, quotes, spaces, line ends it is printed.

use crate::reader::{Found, open_reports, read};
use std::collections::BTreeMap;

#[track_caller]
fn check(what: &str, print: impl Fn(&str) -> String) {
    let plain = open_reports();
    let printed: BTreeMap<String, String> = plain.iter().map(|(name, text)| (name.clone(), print(text))).collect();
    assert_ne!(plain, printed, "{what} are in no report");
    let (plain, printed): (BTreeMap<String, Found>, _) = (read(&plain), read(&printed));
    for (name, found) in &plain {
        assert_eq!(found, &printed[name], "{what}: {name}");
    }
}

#[test]
fn apostrophes_quotes_spaces_and_line_ends_change_nothing() {
    check("typographic apostrophes", |text| text.replace('\'', "’"));
    check("straight apostrophes", |text| text.replace('’', "'"));
    check("plain spaces", |text| text.replace(['\u{a0}', '\u{202f}'], " "));
    check("straight quotes", |text| text.replace(['«', '»'], "\""));
    check("carriage returns", |text| text.replace('\n', "\r\n"));
    check("a byte order mark", |text| format!("\u{feff}{text}"));
}

#[test]
fn a_page_foot_adds_no_event() {
    let foot = "\n\nPartager cet article : Facebook Twitter\n\n© 2009 Le Quotidien. Tous droits réservés.\n";
    let plain = open_reports();
    let footed: BTreeMap<String, String> =
        plain.iter().map(|(name, text)| (name.clone(), format!("{text}{foot}"))).collect();
    for ((name, plain), (_, footed)) in read(&plain).iter().zip(&read(&footed)) {
        assert_eq!((&plain.published, &plain.events), (&footed.published, &footed.events), "{name}");
    }
}
