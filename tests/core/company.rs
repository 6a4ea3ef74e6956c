//! Reports read together tell more of each other's days, and never less or otherwise.

use crate::reader::{open_reports, read};

#[test]
fn a_day_that_a_report_knows_alone_is_the_same_in_company() {
    let reports = open_reports();
    let together = read(&reports);
    let mut known = 0;
    for (name, text) in &reports {
        let alone = read([(name, text)]).remove(name).unwrap();
        // A single day, as `"2021-07-12"`.
        if alone.published.len() == "\"2021-07-12\"".len() {
            known += 1;
            assert_eq!(alone.published, together[name].published, "{name}");
        }
        assert_eq!(alone.places, together[name].places, "{name}");
    }
    assert!(known >= 12, "only {known} reports know their day alone");
}

#[test]
fn the_order_of_reports_changes_nothing() {
    let reports = open_reports();
    assert_eq!(read(&reports), read(reports.iter().rev()));
}
